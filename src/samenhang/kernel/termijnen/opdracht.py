"""The term calculator as one document in, one document out: used by the command and the API. Pure."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.kalender import REGIOS, Kalender
from samenhang.kernel.termijnen.berekening import Opschorting, Termijn, bereken
from samenhang.kernel.termijnen.regels import Eenheid, TermijnRegel

_VELDEN = {"start", "lengte", "eenheid", "atw", "opschortingen", "regio"}
LANGSTE = {Eenheid.UREN: 1_000_000, Eenheid.MAANDEN: 1200}
LANGSTE_IN_DAGEN = 36_600


def bereken_document(document: object, kalender: Kalender) -> dict[str, Any]:
    """Compute the end of a term from a JSON document.

    In: `start` (date, or moment with offset for hours), `lengte`, `eenheid`, `atw` (default true),
    `opschortingen` [{van, tot, grond?}] both days included, `regio` for school days. Out: `einde` and
    `trace`. Raises `Geweigerd` that lists every wrong field.
    """
    fouten: list[Fout] = []
    if not isinstance(document, dict):
        raise Geweigerd("geen_object", Tekst("Geef één JSON-object.", "Give one JSON object."))
    for vreemd in sorted(set(document) - _VELDEN):
        vreemd = vreemd.encode("ascii", "backslashreplace").decode()[:40]
        _fout(fouten, vreemd, "is geen bekend veld; laat het weg", "is not a known field; leave it out")
    eenheid = _eenheid(document.get("eenheid"), fouten)
    lengte = document.get("lengte")
    grens = LANGSTE.get(eenheid, LANGSTE_IN_DAGEN) if eenheid else LANGSTE_IN_DAGEN
    if isinstance(lengte, bool) or not isinstance(lengte, int) or not 1 <= lengte <= grens:
        _fout(
            fouten,
            "lengte",
            f"is een geheel getal van 1 tot en met {grens}",
            f"is a whole number from 1 to {grens}",
        )
    atw = document.get("atw", True)
    if not isinstance(atw, bool):
        _fout(fouten, "atw", "is true of false", "is true or false")
    uren = eenheid is Eenheid.UREN
    start = _moment(document.get("start"), "start", uren, fouten)
    opschortingen = _opschortingen(document.get("opschortingen", []), uren, fouten)
    regio = document.get("regio", "")
    if regio and regio not in REGIOS:
        _fout(fouten, "regio", f"is een van {', '.join(REGIOS)}", f"is one of {', '.join(REGIOS)}")
    if fouten:
        raise Geweigerd("invoer_onjuist", fouten[0].tekst, fouten=tuple(fouten))
    assert eenheid
    assert start is not None
    assert isinstance(lengte, int)
    leeg = Tekst("", "")
    regel = TermijnRegel("termijn", leeg, "", lengte, eenheid, vanaf="start", atw=atw)
    termijn = _in_regio(regel, start, kalender, opschortingen, regio)
    return {
        "einde": termijn.einde.isoformat(),
        "trace": [
            {"stap": rij.stap.nl, "step": rij.stap.en, "waarde": rij.waarde, "artikel": rij.artikel}
            for rij in termijn.spoor
        ],
    }


def _in_regio(
    regel: TermijnRegel,
    start: date | datetime,
    kalender: Kalender,
    opschortingen: list[Opschorting],
    regio: str,
) -> Termijn:
    """School days without a region get an answer only when all three regions agree."""
    try:
        if regel.eenheid is not Eenheid.SCHOOLDAGEN or regio:
            return bereken(regel, start, kalender, opschortingen, regio=regio)
        per_regio = [bereken(regel, start, kalender, opschortingen, regio=naam) for naam in REGIOS]
    except OverflowError as fout:
        raise Geweigerd(
            "datum_buiten_bereik",
            Tekst(
                "Het einde valt buiten de kalender. Controleer start en lengte.",
                "The end is outside the calendar. Check start and length.",
            ),
        ) from fout
    if len({termijn.einde for termijn in per_regio}) > 1:
        raise Geweigerd(
            "regio_nodig",
            Tekst(
                'De regio\'s geven een ander einde. Geef "regio": noord, midden of zuid.',
                'The regions give different ends. Give "regio": noord, midden or zuid.',
            ),
        )
    return per_regio[0]


def _fout(fouten: list[Fout], veld: str, nl: str, en: str) -> None:
    tekst = Tekst(f'Veld "{veld}" {nl}.', f'Field "{veld}" {en}.')
    fouten.append(Fout("veld_onjuist", tekst, Plaats(kolom=veld)))


def _eenheid(waarde: object, fouten: list[Fout]) -> Eenheid | None:
    try:
        return Eenheid(str(waarde))
    except ValueError:
        namen = ", ".join(Eenheid)
        _fout(fouten, "eenheid", f"is een van {namen}", f"is one of {namen}")
        return None


def _moment(waarde: object, veld: str, uren: bool, fouten: list[Fout]) -> date | datetime | None:
    if isinstance(waarde, str):
        try:
            if not uren and len(waarde) == 10:
                return date.fromisoformat(waarde)
            moment = datetime.fromisoformat(waarde) if uren and "T" in waarde else None
            if moment is not None and moment.tzinfo is not None:
                return moment
        except ValueError:
            pass
    if uren:
        _fout(
            fouten,
            veld,
            "is een tijdstip met zone, zoals 2026-04-07T09:00:00+02:00",
            "is a moment with its offset, such as 2026-04-07T09:00:00+02:00",
        )
    else:
        _fout(
            fouten,
            veld,
            "is een bestaande datum, zoals 2026-04-07",
            "is an existing date, such as 2026-04-07",
        )
    return None


def _leesbaar(tekst: object) -> bool:
    """A text of at most 300 characters that can be written as UTF-8."""
    if not isinstance(tekst, str) or len(tekst) > 300:
        return False
    try:
        tekst.encode()
    except UnicodeEncodeError:
        return False
    return True


def lees_document(tekst: str) -> object:
    """JSON in which no name stands twice and no number is NaN; raises `Geweigerd`."""
    try:
        return json.loads(tekst, object_pairs_hook=_zonder_dubbele, parse_constant=_geen_getal)
    except (ValueError, RecursionError) as fout:
        raise Geweigerd(
            "json_onjuist",
            Tekst("De invoer is geen geldig JSON-document.", "The input is not a valid JSON document."),
        ) from fout


def _zonder_dubbele(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for naam, waarde in paren:
        if naam in uit:
            veld = naam.encode("ascii", "backslashreplace").decode()[:40]
            tekst = Tekst(f'Veld "{veld}" staat er twee keer.', f'Field "{veld}" is there twice.')
            raise Geweigerd.bij(veld, "dubbel_veld", tekst)
        uit[naam] = waarde
    return uit


def _geen_getal(naam: str) -> object:
    raise ValueError(naam)


def _opschortingen(waarde: object, uren: bool, fouten: list[Fout]) -> list[Opschorting]:
    if not isinstance(waarde, list):
        _fout(fouten, "opschortingen", "is een lijst", "is a list")
        return []
    gelezen = []
    for nummer, rij in enumerate(waarde, start=1):
        veld = f"opschortingen[{nummer}]"
        if (
            not isinstance(rij, dict)
            or set(rij) - {"van", "tot", "grond"}
            or not _leesbaar(rij.get("grond", ""))
        ):
            _fout(fouten, veld, 'heeft "van" en "tot"', 'has "van" and "tot"')
            continue
        van = _moment(rij.get("van"), f"{veld}.van", uren, fouten)
        tot = _moment(rij.get("tot"), f"{veld}.tot", uren, fouten)
        if van is None or tot is None:
            continue
        if tot < van:
            _fout(fouten, f"{veld}.tot", "ligt vóór van; draai ze om", "lies before van; swap them")
        elif not uren and (tot - van).days > LANGSTE_IN_DAGEN:
            _fout(fouten, f"{veld}.tot", "ligt te ver van van", "is too far from van")
        else:
            gelezen.append(Opschorting(van, tot, rij.get("grond", "")))
    return gelezen
