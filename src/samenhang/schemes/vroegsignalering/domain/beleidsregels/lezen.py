"""Rules from their wire form, with every fault named at its field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.domain.beleidsregels.regels import (
    KANALEN,
    SOORTEN,
    STANDAARD,
    Beleidsregels,
    Opvolgregel,
)
from samenhang.schemes.vroegsignalering.domain.cak import ROUTES

HOOGSTE_DREMPEL: Final = Bedrag(100_000)
VENSTERTAAL: Final = ("schuld", "achterstand", "incasso", "deurwaarder", "debt", "arrears")
"""Words that never show through the window of an envelope."""


_VELDEN = set(STANDAARD.draad())


def lees(document: Mapping[str, Any], basis: Beleidsregels = STANDAARD) -> Beleidsregels:
    """Rules from their wire form; what is not named stays as in `basis`.

    Raises `Geweigerd` with one `Fout` for each field that is wrong.
    """
    lezer = _Lezer(document)
    for naam in sorted(set(document) - _VELDEN):
        lezer.fout(naam, "bestaat niet", "does not exist")
    opvolging = basis.opvolging
    if "opvolging" in document:
        opvolging = lezer.opvolging("opvolging", basis.opvolging)
    regels = replace(
        basis,
        drempel=lezer.bedrag("drempel", basis.drempel, HOOGSTE_DREMPEL),
        minimum_dagen=lezer.heel("minimumDagen", basis.minimum_dagen, 0, 365),
        maximum_dagen=lezer.per_soort("maximumDagen", basis.maximum_dagen),
        spoed_werkdagen=lezer.heel("spoedWerkdagen", basis.spoed_werkdagen, 1, 60),
        huurgrens=lezer.bedrag("huurgrens", basis.huurgrens, Bedrag(10_000_000)),
        terugkijk_maanden=lezer.heel("terugkijkMaanden", basis.terugkijk_maanden, 1, 24),
        opvolging=opvolging,
        aanbod=Tekst(lezer.tekst("aanbod", basis.aanbod.nl), lezer.tekst("aanbodEn", basis.aanbod.en)),
        postcodes=lezer.postcodes("postcodes", basis.postcodes),
        experimenten=tuple(str(naam) for naam in document.get("experimenten", basis.experimenten)),
        cak=lezer.een_van("cak", basis.cak, tuple(ROUTES)),
        retouradres=lezer.door_het_venster("retouradres", basis.retouradres),
        telefoon=lezer.kort("telefoon", basis.telefoon, r"[0-9+() -]{3,20}", "14 015"),
        mail=lezer.kort("mail", basis.mail, r"[^@\s]+@[^@\s]+\.[^@\s]+", "hulp@gemeente.nl"),
    )
    for soort, dagen in regels.maximum_dagen.items():
        if dagen <= regels.minimum_dagen:
            lezer.fout(
                "maximumDagen",
                f"is voor {soort} niet groter dan het minimum",
                f"is for {soort} not larger than the minimum",
            )
    lezer.klaar()
    return regels


class _Lezer:
    """Reads fields and keeps every fault, so that a form shows all of them at once."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._fouten: list[Fout] = []

    def fout(self, naam: str, nl: str, en: str) -> None:
        self._fouten.append(
            Fout("beleid_onjuist", Tekst(f"{naam} {nl}.", f"{naam} {en}."), Plaats(kolom=naam))
        )

    def klaar(self) -> None:
        if self._fouten:
            raise Geweigerd("beleid_onjuist", self._fouten[0].tekst, fouten=tuple(self._fouten))

    def heel(self, naam: str, anders: int, van: int, tot: int) -> int:
        waarde = self._document.get(naam, anders)
        if isinstance(waarde, str) and re.fullmatch(r"[0-9]{1,4}", waarde.strip()):
            waarde = int(waarde)
        if not isinstance(waarde, int) or isinstance(waarde, bool) or not van <= waarde <= tot:
            self.fout(
                naam,
                f"is een heel getal van {van} tot en met {tot}",
                f"is a whole number from {van} to {tot}",
            )
            return anders
        return waarde

    def bedrag(self, naam: str, anders: Bedrag, hoogstens: Bedrag) -> Bedrag:
        waarde = self._document.get(naam)
        if waarde is None:
            return anders
        try:
            gelezen = Bedrag.lees(str(waarde).strip())
        except ValueError:
            self.fout(naam, "is een bedrag als 75.00", "is an amount such as 75.00")
            return anders
        if not Bedrag(0) <= gelezen <= hoogstens:
            self.fout(
                naam, f"ligt tussen 0.00 en {hoogstens.draad()}", f"lies between 0.00 and {hoogstens.draad()}"
            )
        return gelezen

    def tekst(self, naam: str, anders: str) -> str:
        waarde = str(self._document.get(naam, anders)).strip()
        if not waarde or len(waarde) > 2000:
            self.fout(naam, "is verplicht, hoogstens 2000 tekens", "is required, at most 2000 characters")
        return waarde

    def een_van(self, naam: str, anders: str, keuzes: tuple[str, ...]) -> str:
        """One of a closed list."""
        waarde = self._document.get(naam, anders)
        if waarde not in keuzes:
            lijst = ", ".join(keuzes)
            self.fout(naam, f"is een keuze uit {lijst}", f"is a choice from {lijst}")
            return anders
        return str(waarde)

    def kort(self, naam: str, anders: str, vorm: str, zoals: str) -> str:
        """A line that may be empty, of a form."""
        waarde = str(self._document.get(naam, anders)).strip()
        if waarde and (len(waarde) > 100 or not re.fullmatch(vorm, waarde)):
            self.fout(naam, f"schrijf je als {zoals}", f"is written as {zoals}")
        return waarde

    def door_het_venster(self, naam: str, anders: str) -> str:
        """A line that shows through an envelope: it must not say what the letter is about."""
        waarde = " ".join(str(self._document.get(naam, anders)).split())
        if len(waarde) > 80:
            self.fout(naam, "is hoogstens 80 tekens", "is at most 80 characters")
        if any(woord in waarde.lower() for woord in VENSTERTAAL):
            self.fout(
                naam,
                "staat achter het venster van de envelop: zonder schuld of achterstand",
                "shows through the window of the envelope: without debt or arrears",
            )
        return waarde

    def kanalen(self, naam: str, anders: tuple[str, ...]) -> tuple[str, ...]:
        """Parts of a route, each once, in a fixed order."""
        waarde = self._document.get(naam, anders)
        if not isinstance(waarde, list | tuple) or set(waarde) - set(KANALEN) or not waarde:
            self.fout(
                naam,
                f"is een keuze uit {', '.join(KANALEN)}",
                f"is a choice from {', '.join(KANALEN)}",
            )
            return anders
        return tuple(kanaal for kanaal in KANALEN if kanaal in waarde)

    def per_soort(self, naam: str, anders: Mapping[str, int]) -> Mapping[str, int]:
        waarde = self._document.get(naam, anders)
        if not isinstance(waarde, Mapping) or set(waarde) - set(SOORTEN):
            self.fout(naam, f"noemt alleen {', '.join(SOORTEN)}", f"names only {', '.join(SOORTEN)}")
            return anders
        lezer = _Lezer(waarde)
        dagen = {soort: lezer.heel(soort, 0, 1, 3650) for soort in waarde}
        for fout in lezer._fouten:
            self.fout(naam, fout.tekst.nl.rstrip("."), fout.tekst.en.rstrip("."))
        return dagen

    def postcodes(self, naam: str, anders: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        waarde = self._document.get(naam)
        if waarde is None:
            return anders
        delen = re.split(r"[\s,;]+", waarde.strip()) if isinstance(waarde, str) else list(waarde)
        reeksen = []
        for deel in (str(deel) for deel in delen if deel):
            treffer = re.fullmatch(r"([1-9][0-9]{3})(?:-([1-9][0-9]{3}))?", deel)
            if treffer is None or int(treffer[2] or treffer[1]) < int(treffer[1]):
                self.fout(naam, f"{deel[:20]}: schrijf 2600-2629", f"{deel[:20]}: write 2600-2629")
            else:
                reeksen.append((int(treffer[1]), int(treffer[2] or treffer[1])))
        return tuple(sorted(reeksen))

    def opvolging(self, naam: str, anders: tuple[Opvolgregel, ...]) -> tuple[Opvolgregel, ...]:
        waarde = self._document[naam]
        if not isinstance(waarde, list) or not all(isinstance(rij, Mapping) for rij in waarde):
            self.fout(naam, "is een lijst van regels", "is a list of rows")
            return anders
        per_klasse = {regel.klasse: regel for regel in anders}
        for rij in waarde:
            klasse = rij.get("klasse")
            if klasse not in per_klasse:
                self.fout(naam, "heeft klassen 1 tot en met 5", "has classes 1 to 5")
                return anders
            lezer = _Lezer(rij)
            oud = per_klasse[klasse]
            per_klasse[klasse] = Opvolgregel(
                klasse,
                Tekst(lezer.tekst("route", oud.route.nl), lezer.tekst("routeEn", oud.route.en)),
                lezer.heel("werkdagen", oud.werkdagen, 1, 60),
                lezer.kanalen("kanalen", oud.kanalen),
            )
            for fout in lezer._fouten:
                self.fout(
                    naam,
                    f"klasse {klasse}: {fout.tekst.nl.rstrip('.')}",
                    f"class {klasse}: {fout.tekst.en.rstrip('.')}",
                )
        return tuple(per_klasse[klasse] for klasse in sorted(per_klasse))
