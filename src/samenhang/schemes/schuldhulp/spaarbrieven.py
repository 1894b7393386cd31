"""The letters of an arrangement by saving or without capacity: what they fill in and which text they take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.domain.brieven import Brieftabel, Waarde
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.kredietstand import spaarafspraak_van
from samenhang.schemes.schuldhulp.schuldeisers import wie

SPAARBRIEVEN: Final = ("regeling", "hercontrole")


@dataclass(frozen=True, slots=True)
class Inwonerbrief:
    """One letter: its day, the text it takes, what is filled in, whom it goes to, a table, and more references."""

    dag: date
    tekst: str
    waarden: dict[str, Waarde]
    aan: tuple[str, ...] = ()
    tabel: Brieftabel | None = None
    kenmerken: tuple[tuple[str, str], ...] = ()


def spaarbrief(dossier: Dossier, soort: str) -> Inwonerbrief:
    """The agreement, the letter about the last check, or the discharge of an arrangement without credit."""
    rij, stand = dossier.spaarregeling, dossier.spaarstand
    assert rij is not None  # that is why there is a letter
    assert stand is not None  # the same
    afspraak = spaarafspraak_van(rij, dossier.hercontroles)
    vast: dict[str, Waarde] = {"begin": rij.ingang, "einde": afspraak.einde}
    if soort == "regeling":
        vast |= {"controle": str(rij.hercontrole_maanden)}
        if not rij.capaciteit_centen:
            return Inwonerbrief(rij.ingang, "regeling_zonder", vast)
        vast |= {"maandbedrag": Bedrag(rij.capaciteit_centen).scherm(), "eerste": afspraak.vervaldag(1)}  # fmt: skip
        return Inwonerbrief(rij.ingang, "regeling", vast)
    if soort == "hercontrole":
        *eerder, laatste = dossier.hercontroles
        oud = eerder[-1].capaciteit if eerder else Bedrag(rij.capaciteit_centen)
        eerste = next((n for n in range(1, rij.maanden + 1) if afspraak.vervaldag(n) > laatste.op), rij.maanden)  # fmt: skip
        waarden: dict[str, Waarde] = {
            "op": laatste.op,
            "oud": oud.scherm(),
            "nieuw": laatste.capaciteit.scherm(),
            "vanaf": afspraak.vervaldag(eerste),
            "toelichting": laatste.toelichting,
            "hash": str(laatste.berekening["antwoord"]["hash"])[:16],
        }
        tekst = "hercontrole_gelijk" if oud == laatste.capaciteit else "hercontrole"
        return Inwonerbrief(laatste.op, tekst, waarden)
    kreeg = _gekregen(dossier)
    tabel = Brieftabel(
        (Tekst("Schuldeiser", "Creditor"), Tekst("Schuld", "Debt"), Tekst("Gekregen", "Received")),
        (False, True, True),
        tuple(
            (
                wie(deel.schuldeiser).naam,
                Bedrag(deel.vordering_centen).scherm(),
                Bedrag(kreeg.get((wie(deel.schuldeiser).id, deel.rang), 0)).scherm(),
            )
            for deel in dossier.voorstellen
        ),
        (4, 2, 2),
        Tekst("De schulden waar u van af bent", "The debts that you are rid of"),
    )
    dag = max([afspraak.einde, *(deel.uitgekeerd_op for deel in dossier.uitdelingen)])
    if not stand.gespaard.centen:
        return Inwonerbrief(dag, "kwijting_zonder", vast, tabel=tabel)
    return Inwonerbrief(dag, "kwijting_regeling", vast | {"gespaard": stand.gespaard.scherm()}, tabel=tabel)


def uitdelingen(dossier: Dossier) -> Iterator[Inwonerbrief]:
    """The notice to each creditor who got something in the last round."""
    laatste = dossier.uitdelingen[-1].ronde
    kreeg = _gekregen(dossier)
    aanbod = {(wie(rij.schuldeiser).id, rij.rang): rij for rij in dossier.voorstellen}
    stand, regeling = dossier.spaarstand, dossier.spaarregeling
    assert stand is not None  # it is paid out of what was saved
    assert regeling is not None  # the same
    einde = spaarafspraak_van(regeling, dossier.hercontroles).einde
    slot = stand.gespaard >= stand.verwacht and dossier.uitdelingen[-1].uitgekeerd_op >= einde
    for rij in dossier.uitdelingen:
        if rij.ronde != laatste or not rij.bedrag_centen:
            continue
        wat = (wie(rij.schuldeiser).id, rij.rang)
        waarden: dict[str, Waarde] = {
            "op": rij.uitgekeerd_op,
            "bedrag": Bedrag(rij.bedrag_centen).scherm(),
            "totaal": Bedrag(kreeg[wat]).scherm(),
            "vordering": Bedrag(aanbod[wat].vordering_centen).scherm(),
        }
        yield Inwonerbrief(
            rij.uitgekeerd_op,
            "uitdeling_slot" if slot else "uitdeling",
            waarden,
            (wie(rij.schuldeiser).naam, *rij.adres.splitlines()),
            kenmerken=(("Uw kenmerk", aanbod[wat].kenmerk),) if aanbod[wat].kenmerk else (),
        )


def _gekregen(dossier: Dossier) -> dict[tuple[object, str], int]:
    samen: dict[tuple[object, str], int] = {}
    for rij in dossier.uitdelingen:
        sleutel = (wie(rij.schuldeiser).id, rij.rang)
        samen[sleutel] = samen.get(sleutel, 0) + rij.bedrag_centen
    return samen
