"""What several actions check: choices, days, sentences, colleagues with a role."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.organisaties.queries import rollen_op
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.domain.vrije_tekst import genoemd
from samenhang.schemes.wams.scheme import SCHEME

MINSTENS = 20
"""Characters of a motivation: enough to be a sentence."""


def weiger(veld: str, code: str, nl: str, en: str) -> Geweigerd:
    """A refusal at a field of the input."""
    tekst = Tekst(nl, en)
    return Geweigerd.bij(veld, code, tekst)


def keuze(veld: str, waarde: str, mogelijk: Collection[str]) -> str:
    """A value of a closed list."""
    if waarde not in mogelijk:
        er_is = ", ".join(sorted(mogelijk))
        raise weiger(
            veld, "keuze_onjuist", f'"{waarde}" kan hier niet. Kies uit: {er_is}.', f'"{waarde}" is not possible here. Choose from: {er_is}.'
        )  # fmt: skip
    return waarde


def ingevuld(veld: str, waarde: str, hoogstens: int) -> str:
    """A text that says something, trimmed."""
    tekst = waarde.strip()
    if not tekst:
        raise weiger(veld, "niet_ingevuld", f"Vul '{veld}' in.", f"Fill in '{veld}'.")
    if len(tekst) > hoogstens:
        raise weiger(veld, "te_lang", f"Maak de tekst korter dan {hoogstens} tekens.", f"Make the text shorter than {hoogstens} characters.")  # fmt: skip
    return tekst


def zin(veld: str, waarde: str, hoogstens: int = 1000) -> str:
    """A motivation of at least a sentence: whoever it is about reads it."""
    tekst = ingevuld(veld, waarde, hoogstens)
    if len(tekst) < MINSTENS:
        raise weiger(
            veld, "te_kort", "Schrijf ten minste één hele zin; de inwoner leest haar.", "Write at least one whole sentence; the resident reads it."
        )  # fmt: skip
    return tekst


def noemt_geen_ander(veld: str, tekst: str, eigen: str, anderen: Iterable[str]) -> str:
    """A text that names none of these: what it says of them belongs with themselves, and asks their own consent."""
    namen = ", ".join(genoemd(tekst, eigen, anderen))
    if namen:
        raise weiger(
            veld, "ander_genoemd",
            f"Noem hier niet {namen}: schrijf dat bij hem of haar zelf op, als hij of zij daarmee instemt. Er is niets vastgelegd.",
            f"Do not name {namen} here: record that with him or her, when he or she agrees. Nothing was recorded.",
        )  # fmt: skip
    return tekst


def niet_in_toekomst(veld: str, dag: date) -> date:
    """A day that has come."""
    if dag > zaken.vandaag():
        raise weiger(veld, "datum_in_toekomst", "Deze dag moet nog komen. Vul vandaag of een eerdere dag in.", "This day has yet to come. Enter today or an earlier day.")  # fmt: skip
    return dag


def vanaf_vandaag(veld: str, dag: date) -> date:
    """A day that is not past."""
    if dag < zaken.vandaag():
        raise weiger(veld, "datum_voorbij", "Deze dag is voorbij. Vul vandaag of een latere dag in.", "This day has passed. Enter today or a later day.")  # fmt: skip
    return dag


def collega_met_rol(zaak: Zaak, medewerker_id: UUID, *rollen: str) -> Medewerker:
    """A colleague who works here today and holds one of these roles."""
    wie = zaken.collega(zaak.organisatie_id, medewerker_id)
    if not rollen_op(wie.id, zaken.vandaag()).get(SCHEME.naam, frozenset()) & set(rollen):
        titels = {rol.naam: rol.titel for rol in SCHEME.rollen}
        nl, en = (
            " of ".join(titels[r].nl.lower() for r in rollen),
            " or ".join(titels[r].en.lower() for r in rollen),
        )
        raise weiger("medewerker", "rol_ontbreekt_collega", f"{wie.naam} is geen {nl}. Kies een ander.", f"{wie.naam} is no {en}. Choose another.")  # fmt: skip
    return wie
