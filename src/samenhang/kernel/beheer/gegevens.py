"""What an administrator fills in: one dataclass per form, checked here, for page, API and terminal alike. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst


def _fout(code: str, veld: str, nl: str, en: str) -> Fout:
    return Fout(code, Tekst(nl, en), Plaats(kolom=veld))


def _weiger(fouten: Iterator[Fout]) -> None:
    gevonden = tuple(fouten)
    if gevonden:
        raise Geweigerd(gevonden[0].code, gevonden[0].tekst, fouten=gevonden)


def _tekst(veld: str, waarde: str, hoogstens: int, *, verplicht: bool = True) -> Iterator[Fout]:
    if verplicht and not waarde.strip():
        yield _fout("veld_leeg", veld, f"{veld}: vul dit in.", f"{veld}: fill this in.")
    if len(waarde) > hoogstens:
        yield _fout(
            "veld_te_lang",
            veld,
            f"{veld}: hoogstens {hoogstens} tekens; dit zijn er {len(waarde)}.",
            f"{veld}: at most {hoogstens} characters; these are {len(waarde)}.",
        )
    if re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", waarde):
        yield _fout(
            "veld_teken",
            veld,
            f"{veld}: er staat een teken in dat geen tekst is, zoals een regeleinde. Haal het weg.",
            f"{veld}: contains a character that is no text, such as a line break. Remove it.",
        )


@dataclass(frozen=True, slots=True)
class OrganisatieGegevens:
    """An organisation as it is registered; empty numbers are unknown."""

    soort: str
    naam: str
    kvk: str = ""
    oin: str = ""
    rsin: str = ""
    tooi: str = ""
    gemeentecode: str = ""

    def controleer(self) -> None:
        """Raises `Geweigerd` for a name that cannot be one; the numbers are checked when it is stored."""
        _weiger(_tekst("naam", self.naam, 200))

    def kolommen(self) -> dict[str, str | None]:
        """The values as they are stored: trimmed, an empty number as nothing."""
        waarden = {veld.name: str(getattr(self, veld.name)).strip() for veld in fields(self)}
        return {
            naam: waarde or (None if naam not in ("naam", "soort") else "")
            for naam, waarde in waarden.items()
        }


@dataclass(frozen=True, slots=True)
class MedewerkerGegevens:
    """Someone who starts to work somewhere; the e-mail address is how he logs in."""

    naam: str
    email: str
    functie: str = ""
    van: date | None = None

    def controleer(self) -> None:
        """Raises `Geweigerd` naming each field that is wrong."""
        _weiger(self._fouten())

    def _fouten(self) -> Iterator[Fout]:
        yield from _tekst("naam", self.naam, 200)
        yield from _tekst("functie", self.functie, 200, verplicht=False)
        yield from _tekst("email", self.email, 254)
        if self.email and not re.fullmatch(
            r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]+", self.email.strip()
        ):
            yield _fout(
                "email_onjuist",
                "email",
                f"email: {self.email[:60]} is geen e-mailadres, zoals naam@gemeente.nl.",
                f"email: {self.email[:60]} is not an e-mail address, such as name@gemeente.nl.",
            )


@dataclass(frozen=True, slots=True)
class RolGegevens:
    """A role that someone is to hold: from when, until when at the latest, and on which basis."""

    scheme: str
    rol: str
    mandaat: str
    van: date | None = None
    tot: date | None = None

    def controleer(self, vandaag: date) -> None:
        """Raises `Geweigerd` naming each field that is wrong; a role never begins in the past."""
        _weiger(self._fouten(vandaag))

    def _fouten(self, vandaag: date) -> Iterator[Fout]:
        yield from _tekst("mandaat", self.mandaat, 200)
        if self.van is not None and self.van < vandaag:
            yield _fout(
                "van_voorbij",
                "van",
                "van: een rol begint vandaag of later. Wat al gebeurd is, verandert niet achteraf.",
                "van: a role begins today or later. What has happened does not change afterwards.",
            )
        if self.tot is not None and self.tot < (self.van or vandaag):
            yield _fout(
                "tot_voor_van",
                "tot",
                "tot: de laatste dag ligt voor de eerste. Verbeter een van beide.",
                "tot: the last day lies before the first. Correct one of them.",
            )


def reden_verplicht(reden: str) -> str:
    """The reason of a change, trimmed; raises `Geweigerd` when there is none."""
    if len(reden.strip()) < 3:
        raise Geweigerd(
            "reden_ontbreekt",
            Tekst("Geef een reden; zij komt in het logboek.", "Give a reason; it goes into the log."),
            fouten=(_fout("reden_ontbreekt", "reden", "reden: vul dit in.", "reden: fill this in."),),
        )
    controleer_tekst("reden", reden, 300)
    return reden.strip()


def controleer_tekst(veld: str, waarde: str, hoogstens: int, *, verplicht: bool = True) -> None:
    """Raises `Geweigerd` for text that is missing, too long, or holds what is no text."""
    _weiger(_tekst(veld, waarde, hoogstens, verplicht=verplicht))
