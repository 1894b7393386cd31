"""The columns of `vroegsignaal-1`: one declaration for the reader, the checks and the documentation. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst

PARTNERSOORTEN: Final = ("huur", "energie", "water", "zorg", "anders")
SIGNAALSOORTEN: Final = ("eerste", "geactualiseerd", "einde_levering", "ontruiming", "intrekking")
DREIGINGEN: Final = ("geen", "afsluiting", "ontruiming", "opzegging")


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `verplicht` lists the kinds of partner that must fill it; `lengte` is in characters."""

    naam: str
    uitleg: Tekst
    voorbeeld: str
    verplicht: tuple[str, ...] = ()
    lengte: int = 0
    vrije_tekst: bool = False


_ALLE = PARTNERSOORTEN

KOLOMMEN: Final = (
    Kolom(
        "signaal_id",
        Tekst(
            "Uw nummer voor dit signaal, voor altijd uniek", "Your number for this signal, unique for ever"
        ),
        "W-2026-004711",
        _ALLE,
        40,
    ),
    Kolom(
        "partner",
        Tekst("KvK-nummer of geregistreerde code", "Trade register number or registered code"),
        "12345678",
        _ALLE,
        40,
    ),
    Kolom(
        "partner_soort",
        Tekst("huur, energie, water, zorg of anders", "huur, energie, water, zorg or anders"),
        "energie",
        _ALLE,
    ),
    Kolom(
        "soort_signaal",
        Tekst(
            "eerste, geactualiseerd, einde_levering, ontruiming of intrekking",
            "first, updated, end of supply, eviction or withdrawal",
        ),
        "eerste",
        _ALLE,
    ),
    Kolom(
        "grondslag",
        Tekst("Alleen bij soort anders: de regeling", "Only for kind anders: the regulation"),
        "tijdreg-2.3",
        ("anders",),
    ),
    Kolom(
        "klantnummer",
        Tekst("Uw nummer voor deze klant", "Your number for this customer"),
        "88120-5",
        ("energie", "water"),
        30,
    ),
    Kolom(
        "achternaam",
        Tekst("Achternaam zonder voorvoegsel", "Surname without its prefix"),
        "Dijk",
        _ALLE,
        200,
        True,
    ),
    Kolom("tussenvoegsel", Tekst("Voorvoegsel", "Prefix"), "van", (), 20, True),
    Kolom(
        "voorletters",
        Tekst(
            "Voorletters; deze of de voornaam is verplicht", "Initials; these or the given name are required"
        ),
        "A.B.",
        (),
        40,
        True,
    ),
    Kolom("voornaam", Tekst("Voornaam", "Given name"), "Anna", (), 200, True),
    Kolom(
        "geboortedatum", Tekst("Geboortedatum, als u die heeft", "Birth date, if you have it"), "1985-06-12"
    ),
    Kolom("straat", Tekst("Straat", "Street"), "Dorpsstraat", _ALLE, 80, True),
    Kolom("huisnummer", Tekst("Alleen het getal", "The number only"), "10", _ALLE),
    Kolom("huisletter", Tekst("Huisletter", "House letter"), "A", (), 1),
    Kolom("toevoeging", Tekst("Toevoeging", "Addition"), "bis", (), 4, True),
    Kolom(
        "postcode",
        Tekst("Vier cijfers en twee hoofdletters", "Four digits and two capitals"),
        "2611AB",
        _ALLE,
    ),
    Kolom("woonplaats", Tekst("Woonplaats", "Town"), "Delft", _ALLE, 80, True),
    Kolom(
        "telefoon",
        Tekst("10 cijfers of +31, meer met / ertussen", "10 digits or +31, several with / between"),
        "0612345678",
        (),
        80,
    ),
    Kolom("email", Tekst("E-mailadres", "E-mail address"), "a.dijk@voorbeeld.nl", (), 254, True),
    Kolom(
        "bedrag_achterstand",
        Tekst("Euro's met een punt en twee decimalen", "Euro with a point and two decimals"),
        "432.10",
        _ALLE,
    ),
    Kolom(
        "aantal_maanden",
        Tekst(
            "Maanden achterstand; dit of de ontstaansdatum is verplicht",
            "Months of arrears; this or the origin date is required",
        ),
        "2",
    ),
    Kolom(
        "ontstaansdatum",
        Tekst("Vervaldatum van de oudste onbetaalde rekening", "Due date of the oldest unpaid bill"),
        "2026-09-28",
    ),
    Kolom(
        "datum_signaal",
        Tekst("Dag waarop u het signaal zendt", "Day on which you send the signal"),
        "2026-11-23",
        _ALLE,
    ),
    Kolom(
        "dreiging",
        Tekst("geen, afsluiting, ontruiming of opzegging", "none, cut-off, eviction or cancellation"),
        "geen",
        _ALLE,
    ),
    Kolom(
        "datum_dreiging",
        Tekst("Verplicht als er een dreiging is", "Required when there is a threat"),
        "2027-01-29",
    ),
    Kolom(
        "aantal_herinneringen",
        Tekst("Aantal gestuurde herinneringen", "Number of reminders sent"),
        "3",
        _ALLE,
    ),
    Kolom(
        "datum_herinnering",
        Tekst("Datum van de laatste herinnering", "Date of the last reminder"),
        "2026-11-02",
        _ALLE,
    ),
    Kolom(
        "datum_contactpoging",
        Tekst("Datum van de poging tot persoonlijk contact", "Date of the attempt at personal contact"),
        "2026-11-10",
        ("huur", "energie", "water"),
    ),
    Kolom("hulp_genoemd", Tekst("J: u wees op schuldhulp", "J: you pointed to debt assistance"), "J", _ALLE),
    Kolom(
        "bezwaar_klant", Tekst("N: de klant had geen bezwaar", "N: the customer did not object"), "N", _ALLE
    ),
    Kolom(
        "betalingsregeling",
        Tekst("geen, niet_nagekomen of lopend", "none, not kept or running"),
        "geen",
        _ALLE,
    ),
    Kolom(
        "warme_overdracht",
        Tekst("J: de klant vraagt zelf om contact", "J: the customer asks to be contacted"),
        "N",
    ),
)
NAMEN: Final = tuple(kolom.naam for kolom in KOLOMMEN)
FOUTLIJST: Final = ("bestand", "regel", "kolom", "code", "tekst")
"""The columns of the error report."""
FOUTKOLOMMEN: Final = ("fout_kolom", "fout_code", "fout_tekst")
"""What the correction sheet adds to the partner's own columns; read over when it comes back."""
DATUMKOLOMMEN: Final = tuple(naam for naam in NAMEN if naam.startswith("datum_") or naam.endswith("datum"))
TEKSTKOLOMMEN: Final = tuple(kolom.naam for kolom in KOLOMMEN if kolom.vrije_tekst)
INTREKKING_NODIG: Final = ("signaal_id", "partner", "partner_soort", "soort_signaal", "datum_signaal")

_VERBODEN: Final = (
    ("F01", r"(klant)?(bsn|burgerservicenummer|burgerservicenr|sofinummer|sofinr|sofi)(nummer|nr)?"),
    ("F02", r"iban|iban(nummer|nr)|(bank)?rekening(nummer|nr)?|banknummer|bic"),
    (
        "F03",
        r"geslacht.*|nationaliteit|burgerlijkestaat|gezin.*|huishouden|(aantal)?kinderen|inkomen.*|gezondheid.*|medisch.*"
        r"|diagnose|notitie.*|opmerking.*|toelichting|memo|(risico)?score.*|profiel",
    ),
)


def verboden(kolomnaam: str) -> str | None:
    """The code of the refusal when a column may never be delivered, under whatever spelling."""
    kaal = re.sub(r"[^a-z0-9]", "", kolomnaam.lower())
    for code, patroon in _VERBODEN:
        if re.fullmatch(patroon, kaal):
            return code
    return None
