"""The three things that the CAK is to a municipality, each with a legal basis of its own. Pure.

Of defaulters on the health insurance premium a municipality chooses: nothing, only who responds himself to an offer
that the CAK mailed (the default: nobody else becomes known), or the list that it may request. Own contributions are
something else: a signal of a partner of kind "anders".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

ROUTES: Final = {
    "reageerders": Tekst("alleen wie zelf reageert", "only who responds"),
    "wanbetalerslijst": Tekst("lijst van wanbetalers opvragen", "request the list of defaulters"),
    "geen": Tekst("geen", "none"),
}
"""What a municipality may choose for defaulters on the premium; the first is the default."""
GRONDSLAGEN: Final = {
    "eigen_bijdrage": "tijdreg-2.4",
    "wanbetalerslijst": "rzv-7b",
    "reageerders": "wgs-3-1-verzoek",
}
REAGEERDER: Final = "reageerder"
"""The kind of case of who responded himself."""
DOEL: Final = "eigen_verzoek"
GRONDSLAG: Final = GRONDSLAGEN["reageerders"]
OVERDRAGEN: Final = {"aanmelding": "eigen_aanmelding", "doorzending": "eigen_doorzending"}
"""For which purpose a hand-over of each kind goes when the resident asked himself."""
KANALEN: Final = {
    "telefoon": Tekst("hij belde", "he called"),
    "mail": Tekst("hij mailde", "he mailed"),
    "formulier": Tekst("met het antwoordformulier", "by the reply form"),
    "balie": Tekst("aan de balie", "at the desk"),
}


@dataclass(frozen=True, slots=True)
class Reageerder:
    """What a resident gave when he responded: who he is, where he lives, how and when to reach him. No arrears.

    `dagdeel`: when he likes to be called, empty when he did not say.
    """

    achternaam: str
    postcode: str
    huisnummer: int
    straat: str
    woonplaats: str
    datum: date
    kanaal: str
    voorletters: str = ""
    tussenvoegsel: str = ""
    geboortedatum: date | None = None
    huisletter: str = ""
    toevoeging: str = ""
    telefoon: str = ""
    email: str = ""
    dagdeel: str = ""

    def gecontroleerd(self, vandaag: date) -> Reageerder:
        """Itself, when every field is right; raises `Geweigerd` with one `Fout` for each that is not."""
        fouten = [
            Fout("veld_onjuist", Tekst(f"{naam}: {nl}", f"{naam}: {en}"), Plaats(kolom=naam))
            for naam, goed, nl, en in (
                ("achternaam", 0 < len(self.achternaam.strip()) <= 200, "vul de naam in.", "enter the name."),
                ("voorletters", len(self.voorletters) <= 40, "hoogstens 40 tekens.", "at most 40 characters."),
                ("tussenvoegsel", len(self.tussenvoegsel) <= 20, "hoogstens 20 tekens.", "at most 20 characters."),
                ("straat", 0 < len(self.straat.strip()) <= 80, "vul de straat in.", "enter the street."),
                ("woonplaats", 0 < len(self.woonplaats.strip()) <= 80, "vul de woonplaats in.", "enter the place."),
                ("huisnummer", 0 < self.huisnummer <= 99_999, "van 1 tot en met 99999.", "from 1 to 99999."),
                ("huisletter", bool(re.fullmatch(r"[A-Za-z]?", self.huisletter)), "één letter.", "one letter."),
                ("toevoeging", len(self.toevoeging) <= 4, "hoogstens 4 tekens.", "at most 4 characters."),
                ("postcode", bool(re.fullmatch(r"[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}", self.postcode)), "schrijf 2611AB.", "write 2611AB."),
                ("geboortedatum", self.geboortedatum is None or date(1900, 1, 2) <= self.geboortedatum < vandaag, "ligt in het verleden, na 1900.", "lies in the past, after 1900."),
                ("telefoon", bool(re.fullmatch(r"(\+?[0-9][0-9 -]{8,18})?", self.telefoon.strip())), "schrijf 0612345678.", "write 0612345678."),
                ("email", bool(re.fullmatch(r"([^@\s]{1,64}@[^@\s]{1,180}\.[^@\s]{2,9})?", self.email.strip())), "schrijf naam@voorbeeld.nl.", "write name@example.nl."),
                ("kanaal", self.kanaal in KANALEN, f"kies uit {', '.join(KANALEN)}.", f"choose from {', '.join(KANALEN)}."),
                ("dagdeel", self.dagdeel in ("", "Ochtend", "Middag", "Avond"), "Ochtend, Middag of Avond.", "Ochtend, Middag or Avond."),
                ("datum", self.datum <= vandaag, "ligt niet in de toekomst.", "is not in the future."),
            )
            if not goed
        ]  # fmt: skip
        if fouten:
            raise Geweigerd("reactie_onjuist", fouten[0].tekst, fouten=tuple(fouten))
        return self
