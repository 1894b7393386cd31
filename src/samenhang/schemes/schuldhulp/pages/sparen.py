"""An arrangement by saving as people read it, with the picture of what was saved."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain.sparen import NIETS, Spaarstand
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Hercontrole, Spaarregeling
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Feit
from samenhang.web.weergave import korte_datum


@dataclass(frozen=True, slots=True)
class Spaarbeeld:
    """An arrangement for a page: how it stands, its picture, the checks, and who got what."""

    rij: Spaarregeling
    stand: Spaarstand
    grafiek: Grafiek | None
    feiten: list[Feit]
    hercontroles: list[Hercontrole]
    kreeg: list[tuple[str, Bedrag, Bedrag]]


def spaarbeeld(dossier: Dossier | None) -> Spaarbeeld | None:
    """What a page shows of an arrangement, once there is one."""
    stand = dossier.spaarstand if dossier else None
    if dossier is None or dossier.spaarregeling is None or stand is None:
        return None
    rij = dossier.spaarregeling
    grafiek = _grafiek(dossier, stand) if stand.verwacht > NIETS or stand.gespaard > NIETS else None
    return Spaarbeeld(rij, stand, grafiek, _feiten(dossier, stand), dossier.hercontroles, _kreeg(dossier))


def _feiten(dossier: Dossier, stand: Spaarstand) -> list[Feit]:
    uit = [
        Feit(
            Tekst("Loopt tot en met; daarna schuldenvrij", "Runs up to and including; then without debt"),
            korte_datum(stand.einde),
        )
    ]
    if stand.verwacht == NIETS and stand.gespaard == NIETS:
        return [*uit, Feit(Tekst("Per maand", "A month"), Tekst("niets", "nothing"))]
    uit += [
        Feit(Tekst("Gespaard", "Saved"), stand.gespaard.scherm()),
        Feit(Tekst("Uitgekeerd", "Paid out"), dossier.uitgedeeld.scherm()),
        Feit(
            Tekst("Verwacht over de hele looptijd", "Expected over the whole term"), stand.verwacht.scherm()
        ),
    ]
    if stand.volgende is not None:
        wat = f"{stand.volgende.open.scherm()}, {korte_datum(stand.volgende.vervalt)}"
        uit.append(Feit(Tekst("Volgend maandbedrag", "Next amount"), wat))
    return uit


def _kreeg(dossier: Dossier) -> list[tuple[str, Bedrag, Bedrag]]:
    """Per offer: the creditor, his claim, and what he got so far."""
    samen: dict[tuple[object, str], int] = {}
    for rij in dossier.uitdelingen:
        sleutel = (wie(rij.schuldeiser).id, rij.rang)
        samen[sleutel] = samen.get(sleutel, 0) + rij.bedrag_centen
    return [
        (
            wie(rij.schuldeiser).naam,
            Bedrag(rij.vordering_centen),
            Bedrag(samen.get((wie(rij.schuldeiser).id, rij.rang), 0)),
        )
        for rij in dossier.voorstellen
    ]


def _grafiek(dossier: Dossier, stand: Spaarstand) -> Grafiek:
    """What all months ask together by each of them, and what had come in by then."""
    gevraagd, samen = [], 0
    for deel in stand.maanden:
        samen += deel.bedrag.centen
        gevraagd.append(samen / 100)
    gekomen = [
        sum(
            rij.bedrag_centen
            for rij in dossier.betalingen
            if rij.vervallen_op is None and rij.ontvangen_op <= deel.vervalt
        )
        / 100
        for deel in stand.maanden
    ]
    return Grafiek(
        "lijn",
        Tekst(f"{stand.gespaard.scherm()} gespaard van {stand.verwacht.scherm()}", f"{stand.gespaard.scherm()} saved of {stand.verwacht.scherm()}"),
        Tekst("Wat er elke maand in totaal gespaard zou zijn, en wat er die maand was.", "What would have been saved in all each month, and what there was that month."),
        Tekst("euro", "euros"),
        [f"{deel.vervaldag:%m-%Y}" for deel in stand.maanden],
        [Reeks(Tekst("Afgesproken", "Agreed"), gevraagd), Reeks(Tekst("Gespaard", "Saved"), gekomen)],
        kop=Tekst("Maand", "Month"),
        decimalen=2,
    )  # fmt: skip
