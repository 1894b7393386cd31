"""A municipality's own rules for signals: threshold, day windows, follow-up, offer, its postcodes. Pure.

Published, dated and decided by the college. Nothing here looks at a person: no age, income, household or
earlier help (AVG art. 4(4) and 22).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst

SOORTEN: Final = ("huur", "energie", "water", "zorg", "anders")
HOOGSTE_DREMPEL: Final = Bedrag(100_000)
KANALEN: Final = ("Telefoon", "SMS/Whatsapp", "Mail", "Brief", "Huisbezoek", "Kaartje")
"""What a route consists of, in the words of the national data model; lists and letters follow from it."""
VENSTERTAAL: Final = ("schuld", "achterstand", "incasso", "deurwaarder", "debt", "arrears")
"""Words that never show through the window of an envelope."""


@dataclass(frozen=True, slots=True)
class Opvolgregel:
    """One class of the follow-up table: how the household is approached, and within how many working days.

    `route` is the sentence that is published, `kanalen` what work lists and letters follow.
    """

    klasse: int
    route: Tekst
    werkdagen: int
    kanalen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beleidsregels:
    """One set of rules. Days are calendar days unless they say working days."""

    drempel: Bedrag = Bedrag(7_500)
    minimum_dagen: int = 30
    maximum_dagen: Mapping[str, int] = field(default_factory=lambda: {"zorg": 100})
    spoed_werkdagen: int = 20
    huurgrens: Bedrag = Bedrag(100_000)
    terugkijk_maanden: int = 6
    opvolging: tuple[Opvolgregel, ...] = (
        Opvolgregel(1, Tekst("vandaag bellen, huisbezoek", "call today, home visit"), 3, ("Telefoon", "Huisbezoek")),
        Opvolgregel(2, Tekst("twee keer bellen op twee dagdelen, huisbezoek, kaartje", "two calls on two parts of the day, home visit, card"), 5, ("Telefoon", "Huisbezoek", "Kaartje")),
        Opvolgregel(3, Tekst("twee keer bellen, huisbezoek, brief", "two calls, home visit, letter"), 10, ("Telefoon", "Brief", "Huisbezoek")),
        Opvolgregel(4, Tekst("bericht, twee keer bellen, brief", "message, two calls, letter"), 10, ("Telefoon", "SMS/Whatsapp", "Brief")),
        Opvolgregel(5, Tekst("bericht of brief, één keer bellen op een ander dagdeel", "message or letter, one call on another part of the day"), 20, ("Telefoon", "SMS/Whatsapp", "Brief")),
    )  # fmt: skip
    aanbod: Tekst = Tekst(
        "Wij bieden u een gesprek aan over uw geldzaken. Het is gratis. U mag nee zeggen; dat heeft geen gevolgen.",
        "We offer you a talk about your finances. It is free. You may say no; that has no consequences.",
    )
    postcodes: tuple[tuple[int, int], ...] = ()
    experimenten: tuple[str, ...] = ()
    retouradres: str = ""
    telefoon: str = ""
    mail: str = ""

    def kanalen(self, klasse: int) -> frozenset[str]:
        """What the route of a class consists of; nothing for a class that has none."""
        return frozenset(kanaal for r in self.opvolging if r.klasse == klasse for kanaal in r.kanalen)

    def draad(self) -> dict[str, Any]:
        """The wire form, as API, CLI and the table hold it."""
        return {
            "drempel": self.drempel.draad(),
            "minimumDagen": self.minimum_dagen,
            "maximumDagen": dict(self.maximum_dagen),
            "spoedWerkdagen": self.spoed_werkdagen,
            "huurgrens": self.huurgrens.draad(),
            "terugkijkMaanden": self.terugkijk_maanden,
            "opvolging": [
                {
                    "klasse": r.klasse,
                    "route": r.route.nl,
                    "routeEn": r.route.en,
                    "werkdagen": r.werkdagen,
                    "kanalen": list(r.kanalen),
                }
                for r in self.opvolging
            ],
            "aanbod": self.aanbod.nl,
            "aanbodEn": self.aanbod.en,
            "postcodes": [f"{van}-{tot}" for van, tot in self.postcodes],
            "experimenten": list(self.experimenten),
            "retouradres": self.retouradres,
            "telefoon": self.telefoon,
            "mail": self.mail,
        }


STANDAARD: Final = Beleidsregels()
"""What holds where a municipality has decided nothing: the choices that most of them publish."""

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


@dataclass(frozen=True, slots=True)
class Verschil:
    """One rule that changes: what it is called, what it was, what it becomes."""

    wat: Tekst
    was: str
    wordt: str


TITELS: Final = {
    "drempel": Tekst("Drempelbedrag", "Threshold"),
    "minimumDagen": Tekst("Achterstand minstens zo oud (dagen)", "Arrears at least this old (days)"),
    "maximumDagen": Tekst("Achterstand hoogstens zo oud (dagen)", "Arrears at most this old (days)"),
    "spoedWerkdagen": Tekst(
        "Dreiging is spoed binnen (werkdagen)", "A threat is urgent within (working days)"
    ),
    "huurgrens": Tekst("Huurachterstand gaat voor vanaf", "Rent arrears go first from"),
    "terugkijkMaanden": Tekst("Opeenvolgend binnen (maanden)", "Successive within (months)"),
    "opvolging": Tekst("Opvolgtabel", "Follow-up table"),
    "aanbod": Tekst("Tekst van het aanbod", "Text of the offer"),
    "aanbodEn": Tekst("Tekst van het aanbod (Engels)", "Text of the offer (English)"),
    "postcodes": Tekst("Postcodes van de gemeente", "Postcodes of the municipality"),
    "experimenten": Tekst("Tijdelijke regelingen die aan staan", "Temporary regulations switched on"),
    "retouradres": Tekst("Retouradres op de envelop", "Return address on the envelope"),
    "telefoon": Tekst("Telefoonnummer in brieven", "Telephone number in letters"),
    "mail": Tekst("E-mailadres in brieven", "E-mail address in letters"),
}


def verschillen(oud: Beleidsregels, nieuw: Beleidsregels) -> list[Verschil]:
    """What changes from one set to the next, in the order of the form."""
    was, wordt = oud.draad(), nieuw.draad()
    gevonden = []
    for naam, titel in TITELS.items():
        if was[naam] != wordt[naam]:
            gevonden.append(Verschil(titel, _leesbaar(was[naam]), _leesbaar(wordt[naam])))
    return gevonden


def _leesbaar(waarde: Any) -> str:
    if isinstance(waarde, Mapping):
        return ", ".join(f"{naam} {getal}" for naam, getal in sorted(waarde.items())) or "–"
    if isinstance(waarde, list):
        return (
            "; ".join(
                f"{rij['klasse']}: {rij['route']} ({rij['werkdagen']}; {', '.join(rij['kanalen'])})"
                if isinstance(rij, Mapping)
                else str(rij)
                for rij in waarde
            )
            or "–"
        )
    return str(waarde)


def in_gewone_woorden(regels: Beleidsregels) -> list[Tekst]:
    """The rules as a resident reads them, one sentence each."""
    d = regels.drempel.scherm()
    langst = ", ".join(f"{soort} {dagen}" for soort, dagen in sorted(regels.maximum_dagen.items()))
    zinnen = [
        Tekst(
            f"Wij nemen een melding op als de achterstand {d} of meer is. Dreigt afsluiting of ontruiming, of vraagt u zelf om contact, dan geldt die grens niet.",
            f"We take up a report if the arrears are {d} or more. If cut-off or eviction threatens, or you ask for contact yourself, that limit does not apply.",
        ),
        Tekst(
            f"De achterstand moet minstens {regels.minimum_dagen} dagen oud zijn." + (f" En hoogstens zo oud: {langst} dagen." if langst else ""),
            f"The arrears must be at least {regels.minimum_dagen} days old." + (f" And at most: {langst} days." if langst else ""),
        ),
        Tekst(
            f"Meldt dezelfde organisatie binnen {regels.terugkijk_maanden} maanden dezelfde achterstand nog eens, en is die niet hoger, dan doen wij daar niets mee.",
            f"If the same organisation reports the same arrears again within {regels.terugkijk_maanden} months, and they are not higher, we do nothing with it.",
        ),
        Tekst(
            f"Eerst komt wie binnen {regels.spoed_werkdagen} werkdagen iets dreigt te verliezen, daarna andere dreiging, daarna wie bij meer dan één organisatie achterstand heeft of {regels.huurgrens.scherm()} huur of meer.",
            f"First come those who may lose something within {regels.spoed_werkdagen} working days, then other threats, then those with arrears at more than one organisation or {regels.huurgrens.scherm()} rent or more.",
        ),
    ]  # fmt: skip
    zinnen += [
        Tekst(
            f"Groep {r.klasse}: {r.route.nl}. Wij willen u binnen {r.werkdagen} werkdagen een aanbod doen.",
            f"Group {r.klasse}: {r.route.en}. We aim to make you an offer within {r.werkdagen} working days.",
        )
        for r in regels.opvolging
    ]
    return zinnen


NIET_BEKEKEN: Final = Tekst(
    "Wij kijken niet naar uw leeftijd, inkomen, gezin, afkomst, gezondheid of buurt, en niet naar eerdere hulp. Er is geen score en geen voorspelling. De computer zet meldingen alleen op volgorde met deze regels; een mens doet het aanbod.",
    "We do not look at your age, income, family, origin, health or neighbourhood, nor at earlier help. There is no score and no prediction. The computer only puts reports in order by these rules; a person makes the offer.",
)
