"""What is wrong with a DDAS document, also where its schema says nothing. Pure.

Each finding names its place in the document, the fault and the remedy. "fout": CBS will refuse it or read it
wrongly. "let-op": it may be right. Names of version 0.9 come with the list of what they are called now.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.domain import ddas

HERNOEMD: Final = {
    "aanleverende_organisatie": "aanleverendeOrganisatie",
    "contactpersoonen": "contactpersonen",
    "startdatum_matchtingperiode": "startdatumMatchingperiode",
    "einddatum_matchingperiode": "einddatumMatchingperiode",
    "einddatum_matchtingperiode": "einddatumMatchingperiode",
    "datum_opgepakt": "datumOpgepakt",
}
"""Names that files of version 0.9 to 1.1 use, and what 1.2 calls them."""
OUDE_RESULTATEN: Final = {"Verwijzing zonder toestemming": "Verwijzing zonder tussenkomst inwoner"}
MEESTE: Final = 500
"""Findings that are written out; what comes after is counted."""
GROOTST: Final = 200_000_000
"""Bytes of a document that is read whole."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding, at a place such as `leveringen[0].vroegsignalen[3].bedrag`."""

    code: str
    plaats: str
    tekst: Tekst
    fout: bool = True


@dataclass(frozen=True, slots=True)
class _Veld:
    """A field: how its value is checked, and whether it must be there."""

    toets: Callable[[Any], Tekst | None]
    nodig: bool = False


def _soort(soort: type, nl: str, en: str) -> Callable[[Any], Tekst | None]:
    def toets(waarde: Any) -> Tekst | None:
        goed = isinstance(waarde, soort) and (soort is bool or not isinstance(waarde, bool))
        return None if goed else Tekst(f"moet {nl} zijn", f"must be {en}")

    return toets


def _datum(waarde: Any) -> Tekst | None:
    return (
        None
        if _dag(waarde)
        else Tekst("is geen bestaande datum JJJJ-MM-DD", "is no existing date YYYY-MM-DD")
    )


def _dag(waarde: Any) -> date | None:
    if not isinstance(waarde, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", waarde):
        return None
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        return None


def _moment(waarde: Any) -> Tekst | None:
    try:
        if isinstance(waarde, str) and "T" in waarde and datetime.fromisoformat(waarde).tzinfo is not None:
            return None
    except ValueError:
        pass
    return Tekst(
        "is geen tijdstip met tijdzone, zoals 2026-11-24T09:00:00Z",
        "is no moment with a time zone, such as 2026-11-24T09:00:00Z",
    )


def _een_van(waarden: tuple[str, ...]) -> Callable[[Any], Tekst | None]:
    def toets(waarde: Any) -> Tekst | None:
        if waarde in waarden:
            return None
        nieuw = OUDE_RESULTATEN.get(waarde) if isinstance(waarde, str) else None
        if nieuw:
            return Tekst(f"heet in 1.2 “{nieuw}”", f"is called “{nieuw}” in 1.2")
        return Tekst(f"moet een van deze zijn: {'; '.join(waarden)}", f"must be one of: {'; '.join(waarden)}")

    return toets


_TEKST = _soort(str, "tekst", "text")
_GETAL = _soort(int, "een heel getal", "a whole number")
_JANEE = _soort(bool, "true of false", "true or false")
_LIJST = _soort(list, "een lijst", "a list")
_DING = _soort(dict, "een object", "an object")

WORTEL: Final = {
    "codeGegevensleverancier": _Veld(_TEKST, True), "startdatumLevering": _Veld(_datum, True), "einddatumLevering": _Veld(_datum, True),
    "aanleverdatumEnTijd": _Veld(_moment, True), "leveringen": _Veld(_LIJST, True),
}  # fmt: skip
LEVERING: Final = {
    "teller": _Veld(_GETAL, True), "gemeentecode": _Veld(_TEKST, True), "aanleverendeOrganisatie": _Veld(_DING, True),
    "vroegsignalen": _Veld(_LIJST), "vroegsignaalzaken": _Veld(_LIJST),
}  # fmt: skip
ORGANISATIE: Final = {"naam": _Veld(_TEKST), "kvk-nummer": _Veld(_TEKST), "contactpersonen": _Veld(_LIJST)}
CONTACTPERSOON: Final = {naam: _Veld(_TEKST) for naam in ("naam", "telefoonnummer", "email", "functietitel")}
SIGNAAL: Final = {
    "ID": _Veld(_TEKST, True), "signaalpartner": _Veld(_DING, True), "client": _Veld(_DING, True), "crisissignaal": _Veld(_JANEE),
    "warmeOverdracht": _Veld(_JANEE), "bedrag": _Veld(_GETAL), "ontstaansdatum": _Veld(_datum), "signaaldatum": _Veld(_datum),
    "status": _Veld(_een_van(ddas.STATUSSEN)),
}  # fmt: skip
PARTNER: Final = {"type": _Veld(_een_van(ddas.SIGNAALPARTNERS), True)}
CLIENT: Final = {naam: _Veld(_TEKST) for naam in ("burgerservicenummer", "postcode", "huisnummer", "huisnummertoevoeging")} | {
    "geboortedatum": _Veld(_datum), "geslachtsaanduiding": _Veld(_een_van(("Man", "Vrouw", "Onbekend", "Leeg"))),
}  # fmt: skip
ZAAK: Final = {
    "resultaat": _Veld(_een_van(tuple(ddas.RESULTATEN.values()))), "matchingsdatum": _Veld(_datum), "startdatumMatchingperiode": _Veld(_datum),
    "einddatumMatchingperiode": _Veld(_datum), "datumOpgepakt": _Veld(_datum), "vroegsignalen": _Veld(_LIJST, True), "contactpogingen": _Veld(_LIJST),
}  # fmt: skip
VERWIJZING: Final = {"ID": _Veld(_TEKST, True)}
POGING: Final = {
    "soort": _Veld(_een_van(ddas.CONTACTSOORTEN)), "bereikt": _Veld(_JANEE), "datum": _Veld(_datum), "dagdeel": _Veld(_een_van(ddas.DAGDELEN)),
}  # fmt: skip


def controleer(document: Any, gemeentecode: str = "") -> Iterator[Bevinding]:
    """Everything that is wrong, in the order of the document. `gemeentecode` is whose file it should be, if known."""
    if not isinstance(document, dict):
        yield _f("ddas_vorm", "$", "het document moet een object zijn", "the document must be an object")
        return
    yield from _velden(document, WORTEL, "$")
    van, tot = _dag(document.get("startdatumLevering")), _dag(document.get("einddatumLevering"))
    if van and tot and tot < van:
        yield _f(
            "ddas_periode",
            "einddatumLevering",
            f"{tot} ligt voor het begin {van}",
            f"{tot} lies before the start {van}",
        )
    leveringen = _dingen(document, "leveringen")
    if isinstance(document.get("leveringen"), list) and not leveringen:
        yield _f("ddas_leeg", "leveringen", "er is geen levering", "there is no delivery")
    for nummer, levering in enumerate(leveringen):
        pad = f"leveringen[{nummer}]"
        if levering.get("teller") != nummer + 1:
            yield _f("ddas_teller", f"{pad}.teller", f"moet {nummer + 1} zijn", f"must be {nummer + 1}")
        yield from _levering(levering, pad, gemeentecode, van, tot)


def _f(code: str, plaats: str, nl: str, en: str, *, fout: bool = True) -> Bevinding:
    return Bevinding(code, plaats, Tekst(f"{plaats}: {nl}.", f"{plaats}: {en}."), fout)


def _velden(ding: Mapping[str, Any], velden: Mapping[str, _Veld], pad: str) -> Iterator[Bevinding]:
    voor = "" if pad == "$" else f"{pad}."
    oud = {HERNOEMD[naam] for naam in ding if naam in HERNOEMD}
    for naam, veld in velden.items():
        if naam not in ding:
            if veld.nodig and naam not in oud:
                yield _f(
                    "ddas_ontbreekt", f"{voor}{naam}", "ontbreekt en is verplicht", "is missing and required"
                )
        elif bezwaar := veld.toets(ding[naam]):
            yield _f("ddas_waarde", f"{voor}{naam}", bezwaar.nl, bezwaar.en)
        elif veld.toets is _LIJST and not all(isinstance(deel, dict) for deel in ding[naam]):
            yield _f("ddas_waarde", f"{voor}{naam}", "mag alleen objecten bevatten", "may hold objects only")
    for naam in ding:
        if naam in HERNOEMD:
            nieuw = HERNOEMD[naam]
            yield _f(
                "ddas_hernoemd",
                f"{voor}{naam}",
                f"is een naam van voor 1.2; schrijf {nieuw}",
                f"is a name from before 1.2; write {nieuw}",
            )
        elif naam not in velden:
            yield _f(
                "ddas_onbekend",
                f"{voor}{naam}",
                "kent DDAS 1.2 niet; haal het weg",
                "is unknown to DDAS 1.2; remove it",
            )


def _dingen(ding: Mapping[str, Any], naam: str) -> list[dict[str, Any]]:
    waarde = ding.get(naam)
    return [deel for deel in waarde if isinstance(deel, dict)] if isinstance(waarde, list) else []


def _levering(
    levering: dict[str, Any], pad: str, gemeentecode: str, van: date | None, tot: date | None
) -> Iterator[Bevinding]:
    yield from _velden(levering, LEVERING, pad)
    code = levering.get("gemeentecode")
    if isinstance(code, str) and not re.fullmatch(r"\d{4}", code):
        yield _f(
            "ddas_gemeentecode",
            f"{pad}.gemeentecode",
            f"“{code[:40]}” is geen gemeentecode van vier cijfers",
            f"“{code[:40]}” is no municipality code of four digits",
        )
    elif gemeentecode and isinstance(code, str) and code != gemeentecode:
        yield _f(
            "ddas_andere_gemeente",
            f"{pad}.gemeentecode",
            f"is {code} en niet {gemeentecode}",
            f"is {code} and not {gemeentecode}",
        )
    organisatie = levering.get("aanleverendeOrganisatie", levering.get("aanleverende_organisatie"))
    if isinstance(organisatie, dict):
        yield from _organisatie(organisatie, f"{pad}.aanleverendeOrganisatie")
    signalen = _dingen(levering, "vroegsignalen")
    for plek, signaal in enumerate(signalen):
        yield from _signaal(signaal, f"{pad}.vroegsignalen[{plek}]", van, tot)
    nummers = Counter(s["ID"] for s in signalen if isinstance(s.get("ID"), str))
    for nummer, aantal in nummers.items():
        if aantal > 1:
            yield _f(
                "ddas_dubbel",
                f"{pad}.vroegsignalen",
                f"signaal {nummer} staat er {aantal} keer",
                f"signal {nummer} stands there {aantal} times",
            )
    yield from _zaken(levering, pad, nummers)


def _zaken(levering: dict[str, Any], pad: str, bekend: Mapping[str, int]) -> Iterator[Bevinding]:
    """The cases, and whether each signal that they name is there, and in one case only."""
    gezien: dict[str, int] = {}
    for plek, zaak in enumerate(_dingen(levering, "vroegsignaalzaken")):
        zaakpad = f"{pad}.vroegsignaalzaken[{plek}]"
        yield from _zaak(zaak, zaakpad)
        for verwijzing in _dingen(zaak, "vroegsignalen"):
            yield from _velden(verwijzing, VERWIJZING, f"{zaakpad}.vroegsignalen")
            nummer = verwijzing.get("ID")
            if not isinstance(nummer, str):
                continue
            eerder = gezien.setdefault(nummer, plek)
            if nummer not in bekend:
                yield _f(
                    "ddas_signaal_ontbreekt",
                    f"{zaakpad}.vroegsignalen",
                    f"signaal {nummer} staat niet in vroegsignalen",
                    f"signal {nummer} is not among vroegsignalen",
                )
            elif eerder != plek:
                yield _f(
                    "ddas_twee_zaken",
                    f"{zaakpad}.vroegsignalen",
                    f"signaal {nummer} zit ook in zaak {eerder}",
                    f"signal {nummer} is also in case {eerder}",
                    fout=False,
                )


def _organisatie(organisatie: dict[str, Any], pad: str) -> Iterator[Bevinding]:
    yield from _velden(organisatie, ORGANISATIE, pad)
    kvk = organisatie.get("kvk-nummer")
    if isinstance(kvk, str) and not re.fullmatch(r"\d{8}", kvk):
        yield _f(
            "ddas_kvk",
            f"{pad}.kvk-nummer",
            "is geen nummer van acht cijfers",
            "is no number of eight digits",
            fout=False,
        )
    for plek, persoon in enumerate(_dingen(organisatie, "contactpersonen")):
        yield from _velden(persoon, CONTACTPERSOON, f"{pad}.contactpersonen[{plek}]")
        email = persoon.get("email")
        if not isinstance(email, str) or not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
            yield _f(
                "ddas_email",
                f"{pad}.contactpersonen[{plek}].email",
                "een geldig adres is nodig voor het kwaliteitsrapport van het CBS",
                "a valid address is needed for the quality report of CBS",
                fout=False,
            )


def _signaal(signaal: dict[str, Any], pad: str, van: date | None, tot: date | None) -> Iterator[Bevinding]:
    yield from _velden(signaal, SIGNAAL, pad)
    bedrag = signaal.get("bedrag")
    if isinstance(bedrag, int) and not isinstance(bedrag, bool) and bedrag <= 0:
        yield _f(
            "ddas_bedrag",
            f"{pad}.bedrag",
            f"{bedrag} is geen achterstand; een bedrag is meer dan nul",
            f"{bedrag} is no arrears; an amount is more than zero",
        )
    if isinstance(signaal.get("signaalpartner"), dict):
        yield from _velden(signaal["signaalpartner"], PARTNER, f"{pad}.signaalpartner")
    verzonden, ontstaan = _dag(signaal.get("signaaldatum")), _dag(signaal.get("ontstaansdatum"))
    if verzonden and ontstaan and ontstaan > verzonden:
        yield _f(
            "ddas_ontstaan",
            f"{pad}.ontstaansdatum",
            f"{ontstaan} ligt na de signaaldatum {verzonden}",
            f"{ontstaan} lies after the signal date {verzonden}",
        )
    if verzonden and tot and verzonden > tot:
        yield _f(
            "ddas_buiten_periode",
            f"{pad}.signaaldatum",
            f"{verzonden} ligt na het einde van de levering {tot}",
            f"{verzonden} lies after the end of the delivery {tot}",
        )
    if isinstance(signaal.get("client"), dict):
        yield from _client(signaal["client"], f"{pad}.client")


def _client(client: dict[str, Any], pad: str) -> Iterator[Bevinding]:
    yield from _velden(client, CLIENT, pad)
    bsn = client.get("burgerservicenummer")
    if bsn is not None:
        if len(client) > 1:
            yield _f(
                "ddas_client",
                pad,
                "met een burgerservicenummer mag er niets anders bij staan",
                "with a citizen service number nothing else may stand there",
            )
        if not isinstance(bsn, str) or not elfproef(bsn):
            yield _f(
                "ddas_bsn",
                f"{pad}.burgerservicenummer",
                "is geen burgerservicenummer: negen cijfers die de elfproef doorstaan",
                "is no citizen service number: nine digits that pass the eleven test",
            )
        return
    for naam in ("postcode", "huisnummer"):
        if naam not in client:
            yield _f(
                "ddas_client",
                f"{pad}.{naam}",
                "ontbreekt: zonder burgerservicenummer zijn postcode en huisnummer nodig",
                "is missing: without a citizen service number postcode and house number are needed",
            )
    postcode, huisnummer, toevoeging = (
        client.get("postcode"),
        client.get("huisnummer"),
        client.get("huisnummertoevoeging"),
    )
    if isinstance(postcode, str) and not re.fullmatch(r"[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}", postcode):
        yield _f(
            "ddas_postcode",
            f"{pad}.postcode",
            "schrijf vier cijfers en twee hoofdletters aaneen",
            "write four digits and two capitals without a space",
        )
    if isinstance(huisnummer, str) and not re.fullmatch(r"[1-9]\d{0,4}", huisnummer):
        yield _f(
            "ddas_huisnummer",
            f"{pad}.huisnummer",
            "is geen huisnummer van een tot vijf cijfers; de toevoeging hoort in haar eigen veld",
            "is no house number of one to five digits; the addition has its own field",
        )
    if isinstance(toevoeging, str) and len(toevoeging) > ddas.TOEVOEGING:
        yield _f(
            "ddas_toevoeging",
            f"{pad}.huisnummertoevoeging",
            "heeft ruimte voor vier tekens",
            "has room for four characters",
        )


def elfproef(bsn: str) -> bool:
    """Whether nine digits can be a citizen service number."""
    if not re.fullmatch(r"\d{9}", bsn) or bsn == "000000000":
        return False
    return (
        sum(gewicht * int(cijfer) for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), bsn, strict=True))
        % 11
        == 0
    )


def _zaak(zaak: dict[str, Any], pad: str) -> Iterator[Bevinding]:
    yield from _velden(zaak, ZAAK, pad)
    if isinstance(zaak.get("vroegsignalen"), list) and not zaak["vroegsignalen"]:
        yield _f(
            "ddas_zonder_signaal",
            f"{pad}.vroegsignalen",
            "een zaak heeft minstens een signaal",
            "a case has at least one signal",
        )
    van, tot = _dag(zaak.get("startdatumMatchingperiode")), _dag(zaak.get("einddatumMatchingperiode"))
    matching, opgepakt = _dag(zaak.get("matchingsdatum")), _dag(zaak.get("datumOpgepakt"))
    if van and tot and tot < van:
        yield _f(
            "ddas_matchingperiode",
            f"{pad}.einddatumMatchingperiode",
            f"{tot} ligt voor het begin {van}",
            f"{tot} lies before the start {van}",
        )
    if matching and van and matching < van:
        yield _f(
            "ddas_matchingsdatum",
            f"{pad}.matchingsdatum",
            f"{matching} ligt voor de matchingperiode",
            f"{matching} lies before the matching period",
        )
    pogingen = _dingen(zaak, "contactpogingen")
    for plek, poging in enumerate(pogingen):
        yield from _velden(poging, POGING, f"{pad}.contactpogingen[{plek}]")
        dag = _dag(poging.get("datum"))
        if dag and opgepakt and dag < opgepakt:
            yield _f(
                "ddas_poging_vroeg",
                f"{pad}.contactpogingen[{plek}].datum",
                f"{dag} ligt voor het oppakken op {opgepakt}",
                f"{dag} lies before it was taken up on {opgepakt}",
                fout=False,
            )
    bereikt, resultaat = any(poging.get("bereikt") is True for poging in pogingen), zaak.get("resultaat")
    if resultaat == ddas.RESULTATEN["geen_contact"] and bereikt:
        yield _f(
            "ddas_resultaat",
            f"{pad}.resultaat",
            "“definitief geen contact” terwijl een poging bereikte",
            "“definitively no contact” while an attempt reached someone",
        )
    if resultaat in NA_CONTACT and not bereikt:
        yield _f(
            "ddas_resultaat",
            f"{pad}.resultaat",
            "dit resultaat vraagt een poging die bereikte",
            "this result needs an attempt that reached someone",
        )


NA_CONTACT: Final = tuple(
    ddas.RESULTATEN[naam]
    for naam in (
        "regelt_zelf",
        "zelf_betaald",
        "geen_reactie",
        "advies",
        "vervolghulp",
        "vervolghulp_financieel",
        "vervolghulp_niet_financieel",
    )
)
"""Results that say that someone was spoken to."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a document is worth: how many faults and warnings, and the first of them."""

    fouten: int
    let_op: int
    bevindingen: tuple[Bevinding, ...]

    @property
    def goed(self) -> bool:
        """Whether CBS can take it: warnings are allowed."""
        return not self.fouten


def oordeel(inhoud: bytes, gemeentecode: str = "") -> Oordeel:
    """Judge a file. Raises `Geweigerd` when it is no JSON in UTF-8, or too large to read."""
    if len(inhoud) > GROOTST:
        raise Geweigerd(
            "ddas_groot",
            Tekst("Het bestand is groter dan 200 MB.", "The file is larger than 200 MB."),
            status=413,
        )
    try:
        document = json.loads(inhoud.decode("utf-8-sig"), parse_constant=_geen_getal)
    except UnicodeDecodeError as fout:
        raise Geweigerd(
            "ddas_json",
            Tekst(
                f"Het bestand is geen UTF-8 (byte {fout.start}).",
                f"The file is no UTF-8 (byte {fout.start}).",
            ),
        ) from fout
    except (ValueError, RecursionError) as fout:
        plek = f"{fout.lineno}:{fout.colno}" if isinstance(fout, json.JSONDecodeError) else "?"
        raise Geweigerd(
            "ddas_json",
            Tekst(
                f"Het bestand is geen JSON (regel:teken {plek}).",
                f"The file is no JSON (line:character {plek}).",
            ),
        ) from fout
    fouten = let_op = 0
    eerste: list[Bevinding] = []
    for bevinding in controleer(document, gemeentecode):
        fouten += bevinding.fout
        let_op += not bevinding.fout
        if len(eerste) < MEESTE:
            eerste.append(bevinding)
    return Oordeel(fouten, let_op, tuple(eerste))


def _geen_getal(naam: str) -> None:
    raise ValueError(naam)
