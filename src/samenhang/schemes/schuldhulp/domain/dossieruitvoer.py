"""The export of a dossier by another system for debt assistance: its list of debts, and whose it is. Pure.

The shape is that of Amsterdam's open-source schulddossier, read in its public source: a ZIP with the dossier as one line
of CSV and the debts as a sheet that ends in a total and room for a signature. Format: docs/formaat-dossieruitvoer.md.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.schuldhulp.domain.schuldenbestand import (
    MEESTE_FOUTEN,
    MEESTE_RIJEN,
    Rij,
    Schuldregel,
    dubbele_regels,
)

KOLOMMEN: Final = ("Schuldeiser", "Incassant", "Bedrag", "Oorspronkelijk bedrag", "Ontstaansdatum", "Vaststeldatum", "Referentie", "Type")  # fmt: skip
TYPEN: Final = ("concurrent", "preferent")
TOTAAL: Final = "Totaal bedrag"
ONDER: Final = ("Naam:", "Datum:", "Handtekening:")
HOOGSTE: Final = Bedrag(100_000_000)
"""The highest amount that the other system takes in."""
_BEDRAG: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{2})?")
_DATUM: Final = re.compile(r"([0-9]{2})-([0-9]{2})-([0-9]{4})( .*)?")
_VERPLICHT: Final = ("id", "clientNaam", "clientGeboortedatum", "inPrullenbak")


@dataclass(frozen=True, slots=True)
class Dossierkop:
    """Whose dossier it is, as far as needed to see that it is the right resident."""

    nummer: str
    achternaam: str
    geboren: date | None


def is_schuldenlijst(kop: Sequence[str]) -> bool:
    """Whether a sheet begins as this list does; a sheet in our own columns has other names."""
    return {cel.strip().casefold() for cel in kop} >= {"vaststeldatum", "referentie", "type"}


def lees_dossier(inhoud: bytes, naam: str) -> Dossierkop:
    """Whose dossier it is, of its one line of CSV; the number for social security in it is not read."""
    try:
        rijen = list(csv.reader(inhoud.decode("utf-8-sig").splitlines(keepends=True), strict=True))
    except (UnicodeDecodeError, csv.Error) as fout:
        raise _bestand("dossier_onleesbaar", naam, "is geen CSV in UTF-8. Voer het dossier opnieuw uit", "is no CSV in UTF-8. Export the dossier again") from fout  # fmt: skip
    gevuld = [rij for rij in rijen if any(cel.strip() for cel in rij)]
    if len(gevuld) != 2 or len(gevuld[0]) != len(gevuld[1]):
        raise _bestand("dossier_onleesbaar", naam, "moet een kop en één regel hebben. Voer het dossier opnieuw uit", "must have a header and one line. Export the dossier again")  # fmt: skip
    velden = dict(zip(gevuld[0], (cel.strip() for cel in gevuld[1]), strict=True))
    if ontbreekt := [veld for veld in _VERPLICHT if veld not in velden]:
        raise _bestand("dossier_onvolledig", naam, f"mist {', '.join(ontbreekt)}. Voer het dossier opnieuw uit", f"lacks {', '.join(ontbreekt)}. Export the dossier again")  # fmt: skip
    if velden["inPrullenbak"] == "ja":
        raise _bestand("dossier_weggegooid", naam, "is van een dossier in de prullenbak. Zet het daar eerst terug", "is of a dossier in the bin. Put it back there first")  # fmt: skip
    geboren = None
    if velden["clientGeboortedatum"]:
        gevonden = _DATUM.fullmatch(velden["clientGeboortedatum"])
        try:
            if gevonden is None:
                raise ValueError
            dag, maand, jaar = (int(deel) for deel in gevonden.groups()[:3])
            geboren = date(jaar, maand, dag)
        except ValueError as fout:
            raise _bestand("geboortedatum_onjuist", naam, "heeft een clientGeboortedatum die niet bestaat. Verbeter haar in het dossier", "has a clientGeboortedatum that does not exist. Correct it in the dossier") from fout  # fmt: skip
    return Dossierkop(velden["id"], velden["clientNaam"], geboren)


def controleer_persoon(kop: Dossierkop, naam: str, achternaam: str, geboren: date | None) -> None:
    """Refuse the dossier of somebody else: by day of birth, and when one of both is not known by surname."""
    if kop.geboren is not None and geboren is not None:
        zelfde = kop.geboren == geboren
    else:
        zelfde = _kaal(kop.achternaam) == _kaal(achternaam)
    if not zelfde:
        raise Geweigerd(
            "andere_inwoner",
            Tekst(
                "Dit dossier is van iemand anders dan deze zaak. Kies het dossier van deze inwoner, of verbeter eerst zijn naam of geboortedatum.",
                "This dossier is of somebody else than this case. Choose the dossier of this resident, or first correct his name or date of birth.",
            ),
            fouten=(_fout("andere_inwoner", naam, 2, "clientGeboortedatum", "hoort niet bij deze zaak. Kies het goede dossier", "does not belong to this case. Choose the right dossier"),),
            status=409,
        )  # fmt: skip


def lees_schuldenlijst(rijen: Iterable[Rij], naam: str, vandaag: date) -> list[Schuldregel]:
    """The debts of the list. Raises `Geweigerd` with every fault (the first hundred): then none of it is stored.

    The total below the list must be the sum of what stands above it: a list that was cut off or changed is refused.
    """
    lezer = iter(rijen)
    _, eerste = next(lezer, (1, ()))
    kop = [cel.strip() for cel in eerste]
    while kop and not kop[-1]:
        kop.pop()
    if sorted(kop) != sorted(KOLOMMEN):
        er_is = ", ".join(KOLOMMEN)
        raise _bestand("kolommen_onjuist", naam, f"moet precies deze kolommen hebben: {er_is}", f"must have exactly these columns: {er_is}")  # fmt: skip
    fouten: list[Fout] = []
    uit: list[Schuldregel] = []
    totaal: Bedrag | None = None
    for nummer, cellen in lezer:
        waarden = dict(zip(kop, (" ".join(cel.split()) for cel in cellen), strict=False))
        if not any(waarden.values()):
            continue
        if totaal is not None:
            if any(waarde and waarde not in ONDER for waarde in waarden.values()):
                fouten.append(_fout("na_totaal", naam, nummer, "", f"staat onder '{TOTAAL}' en telt niet mee. Zet haar erboven of haal haar weg", f"stands below '{TOTAAL}' and does not count. Put it above or take it out"))  # fmt: skip
            continue
        if waarden["Schuldeiser"] == TOTAAL:
            totaal = _totaal(waarden["Bedrag"], uit, naam, nummer, fouten)
            continue
        if len(uit) >= MEESTE_RIJEN:
            raise _bestand("te_veel_rijen", naam, f"heeft meer dan {MEESTE_RIJEN} schulden. Lees haar in delen in", f"has more than {MEESTE_RIJEN} debts. Read it in parts")  # fmt: skip
        uit.append(_schuld(waarden, naam, nummer, vandaag, fouten))
    if totaal is None:
        raise _bestand("einde_ontbreekt", naam, f"eindigt zonder '{TOTAAL}': er kan iets ontbreken. Voer het dossier opnieuw uit", f"ends without '{TOTAAL}': something may be missing. Export the dossier again")  # fmt: skip
    fouten += dubbele_regels(uit, naam, "Referentie")
    if fouten:
        n = len(fouten)
        raise Geweigerd(
            "rijen_onjuist",
            Tekst(f"{n} fouten in de schuldenlijst; er is niets ingelezen. Verbeter ze in het dossier en voer het opnieuw uit.", f"{n} faults in the list of debts; nothing was read in. Correct them in the dossier and export it again."),
            fouten=tuple(sorted(fouten, key=lambda fout: fout.plaats.regel or 0)[:MEESTE_FOUTEN]),
        )  # fmt: skip
    if not uit:
        raise _bestand("geen_rijen", naam, "heeft geen schulden", "has no debts")
    return uit


def _schuld(waarden: dict[str, str], naam: str, nummer: int, vandaag: date, fouten: list[Fout]) -> Schuldregel:  # fmt: skip
    """One debt; what is wrong with it goes to `fouten`, and then nothing of the list is used."""

    def fout(code: str, kolom: str, nl: str, en: str) -> None:
        fouten.append(_fout(code, naam, nummer, kolom, nl, en))

    if not 1 <= len(waarden["Schuldeiser"]) <= 200:
        fout("schuldeiser_onjuist", "Schuldeiser", "heeft geen schuldeiser, of een naam van meer dan 200 tekens. Vul haar in of kort haar in", "has no creditor, or a name of more than 200 characters. Enter or shorten it")  # fmt: skip
    if len(waarden["Incassant"]) > 200:
        fout("incassant_onjuist", "Incassant", "heeft een incassant van meer dan 200 tekens. Kort de naam in", "has a collector of more than 200 characters. Shorten the name")  # fmt: skip
    bedrag = _bedrag(waarden["Bedrag"])
    if waarden["Bedrag"] and bedrag is None:
        fout("bedrag_onjuist", "Bedrag", f'"{waarden["Bedrag"][:30]}" is geen bedrag van 0 tot 1.000.000. Verbeter het, of laat het leeg als het niet bekend is', f'"{waarden["Bedrag"][:30]}" is no amount from 0 to 1,000,000. Correct it, or leave it empty when it is not known')  # fmt: skip
    if waarden["Oorspronkelijk bedrag"] and _bedrag(waarden["Oorspronkelijk bedrag"]) is None:
        fout("bedrag_onjuist", "Oorspronkelijk bedrag", f'"{waarden["Oorspronkelijk bedrag"][:30]}" is geen bedrag. Verbeter het of laat het leeg', f'"{waarden["Oorspronkelijk bedrag"][:30]}" is no amount. Correct it or leave it empty')  # fmt: skip
    if waarden["Type"] not in TYPEN:
        fout("type_onjuist", "Type", f'"{waarden["Type"][:30]}" is geen type. Kies {" of ".join(TYPEN)}', f'"{waarden["Type"][:30]}" is no type. Choose {" or ".join(TYPEN)}')  # fmt: skip
    peildatum = _dag(waarden["Vaststeldatum"])
    if peildatum is None or peildatum > vandaag:
        fout("vaststeldatum_onjuist", "Vaststeldatum", "heeft geen vaststeldatum tot en met vandaag. Vul de dag in waarop het bedrag gold", "has no day up to today on which the amount was established. Enter it")  # fmt: skip
    ontstaan = _dag(waarden["Ontstaansdatum"])
    if waarden["Ontstaansdatum"] and ontstaan is None:
        fout("ontstaansdatum_onjuist", "Ontstaansdatum", "heeft een ontstaansdatum die niet bestaat. Verbeter haar of laat haar leeg", "has a day of origin that does not exist. Correct it or leave it empty")  # fmt: skip
    if ontstaan is not None and peildatum is not None and ontstaan > peildatum:
        fout("ontstaan_na_vaststelling", "Ontstaansdatum", "ontstond na de dag waarop zij is vastgesteld. Verbeter een van beide", "came about after the day on which it was established. Correct one of both")  # fmt: skip
    if len(waarden["Referentie"]) > 60:
        fout("kenmerk_te_lang", "Referentie", "heeft een referentie van meer dan 60 tekens. Kort haar in", "has a reference of more than 60 characters. Shorten it")  # fmt: skip
    return Schuldregel(
        nummer,
        waarden["Schuldeiser"],
        bedrag,
        waarden["Type"],
        peildatum or vandaag,
        waarden["Referentie"],
        "",
        waarden["Incassant"],
    )


def _totaal(tekst: str, uit: Sequence[Schuldregel], naam: str, nummer: int, fouten: list[Fout]) -> Bedrag:
    """The total as it stands there; another sum than that of the debts is a fault."""
    som = Bedrag(sum((regel.bedrag.centen for regel in uit if regel.bedrag is not None), 0))
    staat = _bedrag(tekst or "0", Bedrag(MEESTE_RIJEN * HOOGSTE.centen))
    if staat != som and not any(fout.code == "bedrag_onjuist" for fout in fouten):
        fouten.append(_fout("totaal_onjuist", naam, nummer, "Bedrag", f'het totaal is "{tekst[:30]}", de schulden zijn samen {som.draad()}. Voer het dossier opnieuw uit', f'the total is "{tekst[:30]}", the debts together are {som.draad()}. Export the dossier again'))  # fmt: skip
    return som


def _bedrag(tekst: str, hoogste: Bedrag = HOOGSTE) -> Bedrag | None:
    if not _BEDRAG.fullmatch(tekst):
        return None
    bedrag = Bedrag.lees(tekst if "." in tekst else f"{tekst}.00")
    return bedrag if bedrag <= hoogste else None


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if len(tekst) == 10 else None
    except ValueError:
        return None


def _kaal(naam: str) -> str:
    return "".join(teken for teken in naam.casefold() if teken.isalnum())


def _fout(code: str, naam: str, regel: int, kolom: str, nl: str, en: str) -> Fout:
    waar_nl = f"Regel {regel}" + (f", {kolom}" if kolom else "")
    waar_en = f"Line {regel}" + (f", {kolom}" if kolom else "")
    return Fout(code, Tekst(f"{waar_nl}: {nl}.", f"{waar_en}: {en}."), Plaats(naam, regel, kolom))


def _bestand(code: str, naam: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(f"{naam} {nl}.", f"{naam} {en}.")
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(naam)),))
