"""May this step be taken? Pure: process, facts and roles in, the transition or a refusal out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.scheme import Overgang, Proces


class StapOnmogelijk(Geweigerd):
    """The case is not in a step from which this can be done, or a guard refuses."""

    status = 409


def mogelijk(proces: Proces, stap: str, naam: str, rollen: Iterable[str], feiten: Any) -> Overgang:
    """The transition, when it leaves from this step, the role may take it and every guard agrees.

    Raises `StapOnmogelijk` with the reasons of all guards that refuse, or `Geweigerd` (403) for the role.
    """
    overgang = proces.overgang(naam)
    if overgang not in tuple(proces.vanuit(stap)):
        titel = proces.stap(stap).titel
        raise StapOnmogelijk(
            "stap_onmogelijk",
            Tekst(
                f"'{overgang.titel.nl}' kan niet in de stap '{titel.nl}'. Vernieuw de pagina om te zien hoe de zaak er nu voor staat.",
                f"'{overgang.titel.en}' is not possible in the step '{titel.en}'. Reload the page to see how the case stands now.",
            ),
        )
    door = overgang.door or ("systeem",)
    if not set(door) & set(rollen):
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                f"'{overgang.titel.nl}' kan alleen met de rol {' of '.join(door)}. Vraag uw teamleider.",
                f"'{overgang.titel.en}' needs the role {' or '.join(door)}. Ask your team lead.",
            ),
            status=403,
        )
    weigeringen = [
        Fout(bewaker.code, bewaker.weigering, Plaats(kolom=bewaker.naam))
        for bewaker in overgang.mits
        if not bewaker.voorwaarde(feiten)
    ]
    if weigeringen:
        raise StapOnmogelijk(weigeringen[0].code, weigeringen[0].tekst, fouten=tuple(weigeringen))
    return overgang


def keuzes(
    proces: Proces, stap: str, rollen: Iterable[str], feiten: Any
) -> list[tuple[Overgang, tuple[Fout, ...]]]:
    """What can be done from a step with these roles, each with what still stands in its way."""
    rol = set(rollen)
    lijst = []
    for overgang in proces.vanuit(stap):
        if overgang.door and set(overgang.door) & rol:
            redenen = tuple(
                Fout(bewaker.code, bewaker.weigering)
                for bewaker in overgang.mits
                if not bewaker.voorwaarde(feiten)
            )
            lijst.append((overgang, redenen))
    return lijst
