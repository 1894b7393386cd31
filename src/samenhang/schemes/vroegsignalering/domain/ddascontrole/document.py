"""What is wrong with a whole document: its deliveries, and how signals and cases hang together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samenhang.schemes.vroegsignalering.domain.ddascontrole.bevinding import Bevinding, bevinding
from samenhang.schemes.vroegsignalering.domain.ddascontrole.signaal import signaal_bevindingen
from samenhang.schemes.vroegsignalering.domain.ddascontrole.velden import (
    CONTACTPERSOON,
    LEVERING,
    ORGANISATIE,
    VERWIJZING,
    WORTEL,
    dag_van,
    dingen,
    veldfouten,
)
from samenhang.schemes.vroegsignalering.domain.ddascontrole.zaak import zaak_bevindingen


def controleer(document: Any, gemeentecode: str = "") -> Iterator[Bevinding]:
    """Everything that is wrong, in the order of the document. `gemeentecode` is whose file it should be, if known."""
    if not isinstance(document, dict):
        yield bevinding(
            "ddas_vorm", "$", "het document moet een object zijn", "the document must be an object"
        )
        return
    yield from veldfouten(document, WORTEL, "$")
    van, tot = dag_van(document.get("startdatumLevering")), dag_van(document.get("einddatumLevering"))
    if van and tot and tot < van:
        yield bevinding(
            "ddas_periode",
            "einddatumLevering",
            f"{tot} ligt voor het begin {van}",
            f"{tot} lies before the start {van}",
        )
    leveringen = dingen(document, "leveringen")
    if isinstance(document.get("leveringen"), list) and not leveringen:
        yield bevinding("ddas_leeg", "leveringen", "er is geen levering", "there is no delivery")
    for nummer, levering in enumerate(leveringen):
        pad = f"leveringen[{nummer}]"
        if levering.get("teller") != nummer + 1:
            yield bevinding(
                "ddas_teller", f"{pad}.teller", f"moet {nummer + 1} zijn", f"must be {nummer + 1}"
            )
        yield from _levering(levering, pad, gemeentecode, van, tot)


def _levering(
    levering: dict[str, Any], pad: str, gemeentecode: str, van: date | None, tot: date | None
) -> Iterator[Bevinding]:
    yield from veldfouten(levering, LEVERING, pad)
    code = levering.get("gemeentecode")
    if isinstance(code, str) and not re.fullmatch(r"\d{4}", code):
        yield bevinding(
            "ddas_gemeentecode",
            f"{pad}.gemeentecode",
            f"“{code[:40]}” is geen gemeentecode van vier cijfers",
            f"“{code[:40]}” is no municipality code of four digits",
        )
    elif gemeentecode and isinstance(code, str) and code != gemeentecode:
        yield bevinding(
            "ddas_andere_gemeente",
            f"{pad}.gemeentecode",
            f"is {code} en niet {gemeentecode}",
            f"is {code} and not {gemeentecode}",
        )
    organisatie = levering.get("aanleverendeOrganisatie", levering.get("aanleverende_organisatie"))
    if isinstance(organisatie, dict):
        yield from _organisatie(organisatie, f"{pad}.aanleverendeOrganisatie")
    signalen = dingen(levering, "vroegsignalen")
    for plek, signaal in enumerate(signalen):
        yield from signaal_bevindingen(signaal, f"{pad}.vroegsignalen[{plek}]", van, tot)
    nummers = Counter(s["ID"] for s in signalen if isinstance(s.get("ID"), str))
    for nummer, aantal in nummers.items():
        if aantal > 1:
            yield bevinding(
                "ddas_dubbel",
                f"{pad}.vroegsignalen",
                f"signaal {nummer} staat er {aantal} keer",
                f"signal {nummer} stands there {aantal} times",
            )
    yield from _zaken(levering, pad, nummers)


def _zaken(levering: dict[str, Any], pad: str, bekend: Mapping[str, int]) -> Iterator[Bevinding]:
    """The cases, and whether each signal that they name is there, and in one case only."""
    gezien: dict[str, int] = {}
    for plek, zaak in enumerate(dingen(levering, "vroegsignaalzaken")):
        zaakpad = f"{pad}.vroegsignaalzaken[{plek}]"
        yield from zaak_bevindingen(zaak, zaakpad)
        for verwijzing in dingen(zaak, "vroegsignalen"):
            yield from veldfouten(verwijzing, VERWIJZING, f"{zaakpad}.vroegsignalen")
            nummer = verwijzing.get("ID")
            if not isinstance(nummer, str):
                continue
            eerder = gezien.setdefault(nummer, plek)
            if nummer not in bekend:
                yield bevinding(
                    "ddas_signaal_ontbreekt",
                    f"{zaakpad}.vroegsignalen",
                    f"signaal {nummer} staat niet in vroegsignalen",
                    f"signal {nummer} is not among vroegsignalen",
                )
            elif eerder != plek:
                yield bevinding(
                    "ddas_twee_zaken",
                    f"{zaakpad}.vroegsignalen",
                    f"signaal {nummer} zit ook in zaak {eerder}",
                    f"signal {nummer} is also in case {eerder}",
                    fout=False,
                )


def _organisatie(organisatie: dict[str, Any], pad: str) -> Iterator[Bevinding]:
    yield from veldfouten(organisatie, ORGANISATIE, pad)
    kvk = organisatie.get("kvk-nummer")
    if isinstance(kvk, str) and not re.fullmatch(r"\d{8}", kvk):
        yield bevinding(
            "ddas_kvk",
            f"{pad}.kvk-nummer",
            "is geen nummer van acht cijfers",
            "is no number of eight digits",
            fout=False,
        )
    for plek, persoon in enumerate(dingen(organisatie, "contactpersonen")):
        yield from veldfouten(persoon, CONTACTPERSOON, f"{pad}.contactpersonen[{plek}]")
        email = persoon.get("email")
        if not isinstance(email, str) or not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
            yield bevinding(
                "ddas_email",
                f"{pad}.contactpersonen[{plek}].email",
                "een geldig adres is nodig voor het kwaliteitsrapport van het CBS",
                "a valid address is needed for the quality report of CBS",
                fout=False,
            )
