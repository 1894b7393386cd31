"""A closed part of the world, and a world that fits in memory."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.demo.wereld.modellen.bewoners import Huishouden, Inwoner, Verblijf
from samenhang.demo.wereld.modellen.instelling import Instelling
from samenhang.demo.wereld.modellen.leveringen import Contract, GeweigerdBestand, Levering
from samenhang.demo.wereld.modellen.organisaties import Gemeente, Kredietbank, Partner, Persona


@dataclass(frozen=True, slots=True)
class Deel:
    """One closed part of the world."""

    nummer: int
    huishoudens: tuple[Huishouden, ...]
    inwoners: dict[str, Inwoner]
    verblijven: dict[str, tuple[Verblijf, ...]]
    contracten: tuple[Contract, ...]
    aanloop: tuple[Levering, ...]
    leveringen: tuple[Levering, ...]
    geweigerd: tuple[GeweigerdBestand, ...]


@dataclass(frozen=True, slots=True)
class Wereld:
    """A world that fits in memory: one part, its organisations and the people who look around in it."""

    instelling: Instelling
    gemeenten: tuple[Gemeente, ...]
    partners: tuple[Partner, ...]
    kredietbank: Kredietbank
    personas: tuple[Persona, ...]
    deel: Deel
