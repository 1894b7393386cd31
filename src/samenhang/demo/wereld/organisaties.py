"""The partners with their agreements and habits, the kredietbank, and who works where.

KvK numbers start with 9999: the register has not come that far. An OIN of a company is derived from
its KvK number (Logius, OIN-stelsel), so it is as invented as the number.
"""

from __future__ import annotations

from datetime import date

from samenhang.demo.wereld.modellen import (
    Afspraak,
    Gemeente,
    Kredietbank,
    Partner,
    PartnerSoort,
    Persona,
    Stijl,
)
from samenhang.kernel.basis import Bedrag

_TERUGKOPPELING = (
    "niet_opgepakt", "onterecht", "herhaald", "geen_inwoner", "overleden", "hulp_aanvaard", "gesloten_zonder_hulp",
)  # fmt: skip


def _afspraak(velden: tuple[str, ...], drempel: int, dagen_max: int | None = None) -> Afspraak:
    return Afspraak(velden, Bedrag(drempel * 100), 30, dagen_max, date(2026, 1, 1), _TERUGKOPPELING)


_NAAM = ("tussenvoegsel", "voorletters")
_ADRES = ("huisletter", "toevoeging")
_BEREIK = ("telefoon", "email")

PARTNERS = (
    Partner(
        "99990011", "Woonstichting De Sluis", PartnerSoort.HUUR, "DS", ("9901", "9902"),
        _afspraak((*_NAAM, *_ADRES, *_BEREIK, "klantnummer", "warme_overdracht"), 150),
        Stijl(0, 70, 40, hoofdletters=True, zonder_accenten=True, tussenvoegsel_kwijt=5, crlf=True),
    ),
    Partner(
        "99990012", "Veenwonen", PartnerSoort.HUUR, "VW", ("9901", "9903"),
        _afspraak((*_NAAM, "voornaam", *_ADRES, "geboortedatum", "telefoon", "warme_overdracht"), 100),
        Stijl(60, 60, 0, voornaam=30, tussenvoegsel_bij_naam=12, bom=True),
    ),
    Partner(
        "99990013", "Vastgoed Van Hoogland", PartnerSoort.HUUR, "VH", ("9902", "9903"),
        _afspraak((*_NAAM, "voornaam", *_ADRES), 200),
        Stijl(0, 0, 0, voornaam=50, tussenvoegsel_bij_naam=35, alleen_eerste_letter=40, tikfout=6, crlf=True),
    ),
    Partner(
        "99990021", "Noordlicht Energie", PartnerSoort.ENERGIE, "NL", ("9901", "9902", "9903"),
        _afspraak((*_NAAM, *_ADRES, *_BEREIK, "geboortedatum"), 75),
        Stijl(75, 80, 70, zonder_accenten=True, alles_tussen_aanhalingstekens=True),
    ),
    Partner(
        "99990022", "Zonnestroom Direct", PartnerSoort.ENERGIE, "ZD", ("9901", "9902", "9903"),
        _afspraak((*_NAAM, "voornaam", *_ADRES, *_BEREIK), 75),
        Stijl(0, 75, 85, voornaam=60, alleen_eerste_letter=5, tikfout=5, tussenvoegsel_kwijt=6),
    ),
    Partner(
        "99990031", "Zorgzeker Verzekeringen", PartnerSoort.ZORG, "ZZ", ("9901", "9902", "9903"),
        _afspraak((*_NAAM, *_ADRES, *_BEREIK, "geboortedatum", "klantnummer"), 75, 100),
        Stijl(99, 60, 50, alleen_eerste_letter=0, tikfout=1, tussenvoegsel_kwijt=1),
    ),
    Partner(
        "99990032", "Onderling Zorgfonds", PartnerSoort.ZORG, "OZ", ("9901", "9902", "9903"),
        _afspraak((*_NAAM, *_ADRES, "telefoon", "geboortedatum"), 75, 100),
        Stijl(97, 55, 0, hoofdletters=True, zonder_accenten=True, alleen_eerste_letter=5, tikfout=2, crlf=True),
    ),
    Partner(
        "99990041", "Drinkwaterbedrijf Laagland", PartnerSoort.WATER, "W", ("9901", "9902", "9903"),
        _afspraak((*_NAAM, *_ADRES, *_BEREIK, "geboortedatum"), 50),
        Stijl(30, 50, 45, tussenvoegsel_bij_naam=10, alleen_eerste_letter=35, tikfout=4, bom=True, crlf=True),
    ),
)  # fmt: skip

KREDIETBANK = Kredietbank("99990091", "Kredietbank Laagland", ("9901", "9902", "9903"))


# Who does everything in the smaller municipalities.
_ELDERS = (("wietske", "Wietske Postma"), ("fenna", "Fenna Bakels"))


def oin(kvk: str) -> str:
    """The OIN that belongs to a KvK number: prefix 00000003, the number, four zeros."""
    return f"00000003{kvk}0000"


def partners_in(gemeenten: tuple[Gemeente, ...]) -> tuple[Partner, ...]:
    """The partners that deliver to at least one of these municipalities."""
    codes = {gemeente.code for gemeente in gemeenten}
    return tuple(partner for partner in PARTNERS if codes.intersection(partner.gemeenten))


def maak_personas(bewoner: tuple[str, str] | None, gemeenten: tuple[Gemeente, ...]) -> tuple[Persona, ...]:
    """Who can look around: staff of the municipalities, of partners and bank, one resident.

    `bewoner` is the (persoon_id, name) of a resident with signals; workers of municipality 2 and 3 are left
    out of a world without them. The kredietbank follows up there too, in mandate of the municipality.
    """
    hier = gemeenten[0].code
    personas = [
        Persona("sanne", "Sanne Terpstra", "vroegsignaleerder", ("vroegsignaleerder",), hier),
        Persona("youssef", "Youssef El Amrani", "vroegsignaleerder", ("vroegsignaleerder",), hier),
        Persona(
            "marloes",
            "Marloes van Wijk",
            "teamleider schulddienstverlening",
            ("teamleider", "schuldhulpleider"),
            hier,
        ),
        Persona("henk", "Henk Kramer", "medewerker aanlevering", ("intake",), hier),
        Persona("dilek", "Dilek Aydın", "beleidsmedewerker armoede en schulden", ("beleid",), hier),
        Persona("joost", "Joost de Graaf", "functionaris gegevensbescherming", ("fg",), hier),
        Persona("ashwin", "Ashwin Ramdin", "auditor", ("auditor", "helplijn.auditor"), hier),
        Persona("fatima", "Fatima Idrissi", "medewerker meldpunt", ("meldpunt",), hier),
        Persona("omar", "Omar Visser", "onderzoeker wijkteam", ("onderzoeker",), hier),
        Persona("noor", "Noor van Dam", "coördinator wijkteam", ("coordinator",), hier),
        Persona(
            "ilse", "Ilse Verbeek", "procesregisseur Zorg- en Veiligheidshuis", ("procesregisseur",), hier
        ),
        Persona("thijs", "Thijs Hendriks", "consulent schuldhulp", ("schuldhulpverlener",), hier),
        Persona("hanna", "Hanna de Jong", "jurist bezwaar en beroep", ("bezwaarbehandelaar",), hier),
        Persona("lia", "Lia de Bruin", "medewerker helplijn", ("helplijn.lijnmedewerker",), hier),
        Persona(
            "mirjam", "Mirjam Adema", "teamleider helplijn", ("helplijn.teamleider", "helplijn.planner"), hier
        ),
        Persona("ewa", "Ewa Kowalczyk", "functioneel beheerder", ("beheerder", "helplijn.beheerder"), hier),
        Persona("karin", "Karin Smeets", "medewerker huurincasso", ("partner",), "99990011"),
        Persona("tim", "Tim Hoekstra", "medewerker debiteuren", ("partner",), "99990021"),
        Persona("bram", "Bram Oosterhuis", "medewerker betalingen", ("partner",), "99990031"),
        Persona("sem", "Sem Vonk", "medewerker minnelijke regelingen", ("schuldeiser",), "99990011"),
        Persona("nadia", "Nadia Bensaïd", "medewerker klantbeheer", ("partner",), "99990041"),
    ]
    if bewoner is not None:
        persoon_id, naam = bewoner
        personas.append(Persona("bewoner", naam, "inwoner", ("inwoner",), hier, persoon_id))
    elders = [gemeente.code for gemeente in gemeenten[1:]]
    for code, (naam, volledig) in zip(elders, _ELDERS, strict=False):
        rollen = ("intake", "vroegsignaleerder", "teamleider", "beleid")
        personas.append(Persona(naam, volledig, "coördinator schuldhulp", rollen, code))
    if elders:
        functie = f"consulent {KREDIETBANK.naam}"
        personas.append(Persona("lieke", "Lieke Dijkgraaf", functie, ("vroegsignaleerder", "schuldhulpverlener"), elders[0], ook_bij=tuple(elders[1:])))  # fmt: skip
    return tuple(personas)
