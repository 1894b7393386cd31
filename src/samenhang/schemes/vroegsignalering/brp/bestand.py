"""The BRP as a file: an extract in CSV (`brp-uittreksel-1`, see docs/brp.md), read whole and checked before use."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.domain.brp import Brpadres, Gezocht, Ingeschrevene
from samenhang.schemes.vroegsignalering.domain.brpvergelijking import kandidaat

VERPLICHT: Final = (
    "persoon_id", "voornamen", "tussenvoegsel", "achternaam", "partner_tussenvoegsel", "partner_achternaam",
    "geboortedatum", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats", "gemeentecode",
    "adres_tot", "status",
)  # fmt: skip
NAAR_KEUZE: Final = ("geheimhouding", "in_onderzoek")
NIET_GELEZEN: Final = ("huishouden_id", "naamgebruik", "geslacht", "adres_van", "datum_status")
"""Columns that an extract may hold and that are passed over."""
STATUSSEN: Final = ("ingezetene", "overleden", "vertrokken")
_HOOGSTENS_FOUTEN = 20
_LANGSTE_CEL = 300


class BrpBestand:
    """An extract in memory, found by birth date and by postcode with house number."""

    naam = "bestand"

    def __init__(self, mensen: Sequence[Ingeschrevene]) -> None:
        self._op_dag: dict[date, list[Ingeschrevene]] = defaultdict(list)
        self._op_huis: dict[tuple[str, int | None], list[Ingeschrevene]] = defaultdict(list)
        self.aantal = len(mensen)
        for wie in mensen:
            if wie.geboortedatum is not None:
                self._op_dag[wie.geboortedatum].append(wie)
            for huis in {(adres.postcode, adres.huisnummer) for adres in wie.adressen()}:
                self._op_huis[huis].append(wie)

    def zoek(self, gezocht: Gezocht) -> Sequence[Ingeschrevene]:
        """The candidates: by birth date, or by house, as far as two of name, birth date and house agree."""
        postcode = re.sub(r"\s", "", gezocht.postcode).upper()
        ruim = [*self._op_huis.get((postcode, gezocht.huisnummer), ())]
        if gezocht.geboortedatum is not None:
            ruim += self._op_dag.get(gezocht.geboortedatum, ())
        uniek = {id(wie): wie for wie in ruim}
        return [wie for wie in uniek.values() if kandidaat(gezocht, wie)]

    @classmethod
    def lees(cls, pad: Path) -> BrpBestand:
        """Read and check a file; raises `Geweigerd` with line and column of each fault, and then nothing is used."""
        try:
            tekst = pad.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as fout:
            raise _weiger(
                [
                    _fout(
                        "brp_onleesbaar", 0, "",
                        "Het BRP-bestand is niet te lezen als UTF-8. Controleer SAMENHANG_BRP_BESTAND.",
                        "The BRP file cannot be read as UTF-8. Check SAMENHANG_BRP_BESTAND.",
                    )
                ]
            ) from fout  # fmt: skip
        fouten: list[Fout] = []
        lezer = csv.DictReader(tekst.splitlines(), delimiter=";", strict=True)
        try:
            _controleer_kop(list(lezer.fieldnames or ()))
            mensen = list(_mensen(lezer, fouten))
        except csv.Error as fout:
            raise _weiger(
                [_fout("brp_csv", lezer.line_num, "", f"De regel is geen CSV: {fout}.", f"The line is no CSV: {fout}.")]
            ) from fout  # fmt: skip
        if fouten:
            raise _weiger(fouten)
        return cls(mensen)


def open_bestand(pad: Path) -> BrpBestand:
    """The file as it stands now; read again when it was replaced, so that yesterday's extract never answers."""
    try:
        stand = pad.stat()
    except OSError:
        return BrpBestand.lees(pad)
    return _gelezen(pad, stand.st_mtime_ns, stand.st_size)


@lru_cache(maxsize=1)
def _gelezen(pad: Path, gewijzigd: int, omvang: int) -> BrpBestand:
    return BrpBestand.lees(pad)


def _controleer_kop(kop: list[str]) -> None:
    fouten = []
    if any(naam.strip().lower() in ("bsn", "burgerservicenummer") for naam in kop):
        fouten.append(_fout("brp_bsn", 1, "bsn", "Het bestand bevat een BSN. Deze controle heeft dat niet nodig: haal de kolom weg.", "The file holds a BSN. This check does not need it: remove the column."))  # fmt: skip
    fouten += [
        _fout("brp_kolom_ontbreekt", 1, naam, f"Kolom {naam} ontbreekt.", f"Column {naam} is missing.")
        for naam in VERPLICHT
        if naam not in kop
    ]
    bekend = {*VERPLICHT, *NAAR_KEUZE, *NIET_GELEZEN, "bsn", "burgerservicenummer"}
    fouten += [
        _fout(
            "brp_kolom_onbekend", 1, naam[:40], f"Kolom {naam[:40]} hoort niet in dit bestand.",
            f"Column {naam[:40]} does not belong in this file.",
        )
        for naam in kop
        if naam.strip().lower() not in bekend
    ]  # fmt: skip
    if len(set(kop)) != len(kop):
        fouten.append(_fout("brp_kolom_dubbel", 1, "", "Een kolom staat er twee keer in.", "A column occurs twice."))  # fmt: skip
    if fouten:
        raise _weiger(fouten)


def _mensen(lezer: csv.DictReader[str], fouten: list[Fout]) -> Iterator[Ingeschrevene]:
    """One record per person of all his lines, which are his stays at an address."""
    per_persoon: dict[str, list[tuple[date, dict[str, str], Brpadres]]] = {}
    for rij in lezer:
        if len(fouten) >= _HOOGSTENS_FOUTEN:
            return
        regel = _regel(lezer.line_num, rij, fouten)
        if regel is not None:
            per_persoon.setdefault(rij["persoon_id"], []).append(regel)
    for regels in per_persoon.values():
        regels.sort(key=lambda regel: regel[0], reverse=True)
        rij = regels[0][1]
        yield Ingeschrevene(
            voornamen=rij["voornamen"],
            tussenvoegsel=rij["tussenvoegsel"],
            achternaam=rij["achternaam"],
            geboortedatum=date.fromisoformat(rij["geboortedatum"]) if rij["geboortedatum"] else None,
            adres=regels[0][2],
            eerder=tuple(adres for _, _, adres in regels[1:]),
            partner_tussenvoegsel=rij["partner_tussenvoegsel"],
            partner_achternaam=rij["partner_achternaam"],
            overleden=rij["status"] == "overleden",
            vertrokken=rij["status"] == "vertrokken",
            geheim=rij.get("geheimhouding") == "ja",
            in_onderzoek=rij.get("in_onderzoek") == "ja",
        )


def _regel(nummer: int, rij: dict[str, str], fouten: list[Fout]) -> tuple[date, dict[str, str], Brpadres] | None:  # fmt: skip
    """The line with the day on which the stay ended (no end: the last of all days), or None with its faults noted."""
    eigen = []
    if None in rij or None in rij.values():
        eigen.append(_fout("brp_velden", nummer, "", "De regel heeft te veel of te weinig velden.", "The line has too many or too few fields."))  # fmt: skip
        fouten += eigen
        return None
    controles = (
        ("persoon_id", bool(rij["persoon_id"]), "mag niet leeg zijn", "must not be empty"),
        ("achternaam", bool(rij["achternaam"]), "mag niet leeg zijn", "must not be empty"),
        ("geboortedatum", not rij["geboortedatum"] or _dag(rij["geboortedatum"]) is not None, "moet een dag zijn als 1980-05-31", "must be a day such as 1980-05-31"),
        ("adres_tot", not rij["adres_tot"] or _dag(rij["adres_tot"]) is not None, "moet een dag zijn als 2026-05-31, of leeg", "must be a day such as 2026-05-31, or empty"),
        ("huisnummer", re.fullmatch(r"[1-9][0-9]{0,4}", rij["huisnummer"]) is not None, "moet 1 tot 99999 zijn", "must be 1 to 99999"),
        ("postcode", re.fullmatch(r"[1-9][0-9]{3}[A-Z]{2}", rij["postcode"]) is not None, "moet zijn als 1234AB", "must be like 1234AB"),
        ("gemeentecode", re.fullmatch(r"[0-9]{4}", rij["gemeentecode"]) is not None, "moet vier cijfers zijn", "must be four digits"),
        ("status", rij["status"] in STATUSSEN, f"moet {', '.join(STATUSSEN)} zijn", f"must be {', '.join(STATUSSEN)}"),
        *((naam, rij.get(naam, "nee") in ("ja", "nee", ""), "moet ja of nee zijn", "must be ja or nee") for naam in NAAR_KEUZE),
        *((naam, False, "is te lang", "is too long") for naam, cel in rij.items() if len(cel) > _LANGSTE_CEL),
    )  # fmt: skip
    eigen += [
        _fout("brp_waarde", nummer, naam, f"{naam} {nl}.", f"{naam} {en}.")
        for naam, goed, nl, en in controles
        if not goed
    ]
    if eigen:
        fouten += eigen
        return None
    adres = Brpadres(
        rij["straat"], int(rij["huisnummer"]), rij["huisletter"], rij["toevoeging"], rij["postcode"],
        rij["woonplaats"], rij["gemeentecode"],
    )  # fmt: skip
    return _dag(rij["adres_tot"]) or date.max, rij, adres


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if len(tekst) == 10 else None
    except ValueError:
        return None


def _fout(code: str, regel: int, kolom: str, nl: str, en: str) -> Fout:
    return Fout(code, Tekst(nl, en), Plaats(regel=regel, kolom=kolom))


def _weiger(fouten: list[Fout]) -> Geweigerd:
    """The whole file is refused; nothing was asked and nothing was changed."""
    eerste = fouten[0]
    plek = f" (regel {eerste.plaats.regel})" if eerste.plaats.regel else ""
    place = f" (line {eerste.plaats.regel})" if eerste.plaats.regel else ""
    return Geweigerd(
        "brp_bestand_onjuist",
        Tekst(
            f"Het BRP-bestand is niet te gebruiken{plek}: {eerste.tekst.nl} Er is niets gecontroleerd.",
            f"The BRP file cannot be used{place}: {eerste.tekst.en} Nothing was checked.",
        ),
        fouten=tuple(fouten[:_HOOGSTENS_FOUTEN]),
        status=409,
    )
