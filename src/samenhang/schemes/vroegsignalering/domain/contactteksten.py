"""What a worker says, sends or leaves behind: a script, a message or a card for each way of contact. Pure.

A card and a message on a screen are read by others too: they name no creditor and no debt. Whether a text tells what
the law asks at first contact (who reported it) follows from the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.vroegsignalering.domain.beleidsregels.lezen import VENSTERTAAL

NEUTRAAL: Final = ("SMS/Whatsapp", "Kaartje")
"""Ways that housemates and neighbours read along with: neither creditor nor debt."""
GESTUURD: Final = ("SMS/Whatsapp", "Mail", "Kaartje")
"""Ways that leave a text behind, of which an attempt keeps the version; what is spoken follows a script freely."""
SOORTEN: Final = ("Telefoon", "Huisbezoek", "SMS/Whatsapp", "Mail", "Kaartje")
"""The ways of contact with a text, in the words of the national data model. Letters have templates of their own."""
LENGTE: Final = {"SMS/Whatsapp": 480, "Kaartje": 600}
"""At most so many characters; elsewhere `LANGST`."""
LANGST: Final = 3000
PARTNERS: Final = "partners"
INVULLINGEN: Final = {
    "gemeente": Tekst("de naam van de gemeente", "the name of the municipality"),
    "medewerker": Tekst("uw naam", "your name"),
    "telefoon": Tekst("het telefoonnummer uit het beleid", "the telephone number of the policy"),
    "mail": Tekst("het e-mailadres uit het beleid", "the e-mail address of the policy"),
    "naam": Tekst("de naam van de inwoner", "the name of the resident"),
    PARTNERS: Tekst(
        "wie de achterstand van deze inwoner meldde", "who reported the arrears of this resident"
    ),
    "aanbod": Tekst("het aanbod uit het beleid", "the offer of the policy"),
}
"""What a text may leave open between braces."""
_VROEG: Final = ("vroegsignalering", "early detection")


@dataclass(frozen=True, slots=True)
class Contacttekst:
    """The text for one way of contact, from a day; `onderwerp` only of a mail. `versie` 0 is what ships with us."""

    soort: str
    tekst: Tekst
    onderwerp: Tekst = Tekst("", "")
    vanaf: date = date(2026, 1, 1)
    versie: int = 0

    @property
    def naam(self) -> str:
        """The version as a contact attempt keeps it."""
        kort = {"SMS/Whatsapp": "bericht"}.get(self.soort, self.soort.lower())
        return f"tekst-{kort}-{self.vanaf:%Y%m%d}-{self.versie}" if self.versie else f"tekst-{kort}-standaard"

    @property
    def informeert(self) -> bool:
        """Whether it tells the resident who reported what: then the duty to inform is met (AVG art. 14)."""
        return all("{" + PARTNERS + "}" in tekst for tekst in (self.tekst.nl, self.tekst.en))

    def gecontroleerd(self) -> Contacttekst:
        """Itself, when it may be used; raises `Geweigerd` with one `Fout` for each thing that is wrong."""
        fouten = []
        for naam, waarde in (("nl", self.tekst.nl), ("en", self.tekst.en)):
            fouten += _bezwaren(self.soort, naam, waarde, verplicht=True)
        for naam, waarde in (("onderwerpNl", self.onderwerp.nl), ("onderwerpEn", self.onderwerp.en)):
            fouten += _onderwerp(self.soort, naam, waarde)
        if self.soort not in SOORTEN:
            keuzes = ", ".join(SOORTEN)
            fouten = [_fout("soort", f"kies uit {keuzes}.", f"choose from {keuzes}.")]
        if fouten:
            raise Geweigerd("contacttekst_onjuist", fouten[0].tekst, fouten=tuple(fouten))
        return self


def _fout(veld: str, nl: str, en: str) -> Fout:
    return Fout("contacttekst_onjuist", Tekst(f"{veld}: {nl}", f"{veld}: {en}"), Plaats(kolom=veld))


def _bezwaren(soort: str, veld: str, waarde: str, *, verplicht: bool) -> list[Fout]:
    fouten = []
    hoogstens = LENGTE.get(soort, LANGST)
    if verplicht and not waarde.strip():
        fouten.append(_fout(veld, "schrijf een tekst.", "write a text."))
    if len(waarde) > hoogstens:
        fouten.append(_fout(veld, f"hoogstens {hoogstens} tekens.", f"at most {hoogstens} characters."))
    vreemd = sorted(set(re.findall(r"{([^}]*)}", waarde)) - set(INVULLINGEN))
    if vreemd or waarde.count("{") != waarde.count("}"):
        keuzes = ", ".join("{" + naam + "}" for naam in INVULLINGEN)
        fouten.append(_fout(veld, f"invullen kan alleen met {keuzes}.", f"blanks are only {keuzes}."))
    if soort in NEUTRAAL:
        fouten += _leest_mee(veld, waarde)
    return fouten


def _onderwerp(soort: str, veld: str, waarde: str) -> list[Fout]:
    if soort != "Mail":
        return (
            [_fout(veld, "alleen een mail heeft een onderwerp.", "only a mail has a subject.")]
            if waarde
            else []
        )
    fouten = _leest_mee(veld, waarde)
    if not waarde.strip() or len(waarde) > 100 or "\n" in waarde:
        fouten.append(
            _fout(veld, "één regel van hoogstens 100 tekens.", "one line of at most 100 characters.")
        )
    return fouten


def _leest_mee(veld: str, waarde: str) -> list[Fout]:
    """What others must not read: debt, arrears, creditor, or that this is early detection."""
    woorden = [woord for woord in (*VENSTERTAAL, *_VROEG) if woord in waarde.lower()]
    if "{" + PARTNERS + "}" in waarde:
        woorden.append("{" + PARTNERS + "}")
    if not woorden:
        return []
    welke = ", ".join(woorden)
    return [
        _fout(
            veld,
            f"anderen lezen dit mee: laat weg: {welke}.",
            f"others read this too: leave out: {welke}.",
        )
    ]


STANDAARD: Final = {
    tekst.soort: tekst
    for tekst in (
        Contacttekst(
            "Telefoon",
            Tekst(
                "Goedendag, u spreekt met {medewerker} van de gemeente {gemeente}. Spreek ik met {naam}?\n\n(Nee, of u weet het niet zeker: noem alleen uw naam, de gemeente en {telefoon}.)\n\nWij kregen bericht van {partners}. Daar staat nog een rekening van u open. Dat kan iedereen gebeuren. {aanbod}\n\nWilt u dat? Dan maken we een afspraak. Is er iets dringends, zoals een brief over afsluiten of uit huis moeten?\n\nU kunt op uw pagina zien wat wij over u weten. Wilt u dit niet, dan kunt u bezwaar maken.",
                "Good day, this is {medewerker} of the municipality of {gemeente}. Am I speaking to {naam}?\n\n(No, or you are not sure: give only your name, the municipality and {telefoon}.)\n\nWe received a message from {partners}. A bill of yours is still unpaid there. That can happen to anyone. {aanbod}\n\nWould you like that? Then we make an appointment. Is there anything urgent, such as a letter about a cut-off or having to leave your home?\n\nOn your page you can see what we know about you. If you do not want this, you can object.",
            ),
        ),
        Contacttekst(
            "Huisbezoek",
            Tekst(
                "Goedendag, ik ben {medewerker} van de gemeente {gemeente}. Hier is mijn pas. Bent u {naam}?\n\n(Iemand anders doet open: vraag wanneer {naam} thuis is en zeg verder niets.)\n\nU hoeft mij niet binnen te laten. Wij kregen bericht van {partners}: daar staat nog een rekening van u open. {aanbod}\n\nNiet thuis: laat een kaartje achter in een dichte envelop.",
                "Good day, I am {medewerker} of the municipality of {gemeente}. Here is my pass. Are you {naam}?\n\n(Somebody else opens: ask when {naam} is at home and say nothing more.)\n\nYou need not let me in. We received a message from {partners}: a bill of yours is still unpaid there. {aanbod}\n\nNobody at home: leave a card in a closed envelope.",
            ),
        ),
        Contacttekst(
            "SMS/Whatsapp",
            Tekst(
                "Beste inwoner, ik wil u graag iets vragen en kan u misschien helpen. Belt u mij terug op {telefoon}? Groeten, {medewerker}, gemeente {gemeente}",
                "Dear resident, I would like to ask you something and may be able to help. Will you call me back on {telefoon}? Regards, {medewerker}, municipality of {gemeente}",
            ),
        ),
        Contacttekst(
            "Mail",
            Tekst(
                "Beste {naam},\n\nWij kregen bericht van {partners}. Daar staat nog een rekening van u open. Dat kan iedereen gebeuren. {aanbod}\n\nWilt u een gesprek? Bel {telefoon} of antwoord op deze mail. Wilt u geen hulp? Dan hoeft u niets te doen.\n\nWij kregen uw naam, adres en het bedrag, en gebruiken die alleen om u hulp aan te bieden. U mag zien wat wij over u weten, het laten verbeteren en bezwaar maken: bel of mail ons.\n\n{medewerker}, gemeente {gemeente}",
                "Dear {naam},\n\nWe received a message from {partners}. A bill of yours is still unpaid there. That can happen to anyone. {aanbod}\n\nWould you like a talk? Call {telefoon} or reply to this mail. If you do not want help, you need not do anything.\n\nWe received your name, address and the amount, and use them only to offer you help. You may see what we know about you, have it corrected and object: call or mail us.\n\n{medewerker}, municipality of {gemeente}",
            ),
            Tekst("Een vraag van de gemeente {gemeente}", "A question from the municipality of {gemeente}"),
        ),
        Contacttekst(
            "Kaartje",
            Tekst(
                "Ik was bij u aan de deur, maar u was niet thuis. Ik wil u graag spreken. Belt u mij op {telefoon}?\n\n{medewerker}, gemeente {gemeente}",
                "I came to your door, but you were not at home. I would like to speak with you. Will you call me on {telefoon}?\n\n{medewerker}, municipality of {gemeente}",
            ),
        ),
    )
}
"""What holds where a municipality has written nothing of its own."""


def geldend(teksten: Sequence[Contacttekst], dag: date) -> dict[str, Contacttekst]:
    """The text for each way of contact on a day: the municipality's newest, else what ships with us."""
    uit = dict(STANDAARD)
    for tekst in sorted(teksten, key=lambda t: (t.vanaf, t.versie)):
        if tekst.vanaf <= dag:
            uit[tekst.soort] = tekst
    return uit


def vul(tekst: Tekst, invulling: Mapping[str, Tekst | str]) -> Tekst:
    """The text with its blanks filled in; a blank without a value stays visible as […] with what belongs there."""

    def in_taal(zin: str, taal: str) -> str:
        def een(treffer: re.Match[str]) -> str:
            waarde = invulling.get(treffer[1], "")
            gevuld = waarde if isinstance(waarde, str) else waarde.in_taal(taal)
            return gevuld or f"[{INVULLINGEN[treffer[1]].in_taal(taal)}]"

        return re.sub(r"{([a-z]+)}", een, zin)

    return Tekst(in_taal(tekst.nl, "nl"), in_taal(tekst.en, "en"))
