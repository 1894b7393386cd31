"""The letters of the house as PDF/UA: that it has his data (AVG art. 14), and the decision on an objection.

Fixed sentences, with of the objection the motivation that he reads on his page too. They name nobody else and nothing
of what is known: who opens the letter may be another than the addressee.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import BRIEF, VERTALING, maak_pdf
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van

VERSIE: Final = "zvh-informeren-1"
"""The version of the text that tells him; recorded with what he was told."""
INFORMEREN, BESLUIT = "informeren", "bezwaarbesluit"
SOORTEN: Final = {
    INFORMEREN: Tekst("Wij gebruiken gegevens over u", "We use data about you"),
    BESLUIT: Tekst("Ons besluit op uw bezwaar", "Our decision on your objection"),
}
"""The letters, each with its subject."""
_GEEN: Final = Tekst("", "")
Alinea = tuple[Tekst, Tekst]


@dataclass(frozen=True, slots=True)
class Geadresseerde:
    """To whom, about which case, and whom to ask for; `adres` is empty when it is not known."""

    gemeente: str
    nummer: str
    naam: str
    adres: Sequence[str]
    wie: str
    dag: date


@dataclass(frozen=True, slots=True)
class Besluit:
    """What was decided on an objection: of which day, against what, the outcome, what stops, after consulting whom, why."""

    van: date
    waartegen: Tekst
    uitkomst: Tekst
    stopt: Tekst | None
    overleg: str
    motivering: str


def over_informeren(artikelen: Sequence[str], jaren: int) -> list[Alinea]:
    """That the house has his data, on which articles, how long, and what he can do."""
    wet = "; ".join(artikelen)
    return [
        (_GEEN, Tekst("U bent aangemeld bij het Zorg- en Veiligheidshuis. Daar bespreken organisaties voor zorg en veiligheid samen wat nodig is. Daarvoor gebruiken wij gegevens over u.", "You were referred to the Care and Safety House. There organisations for care and safety discuss together what is needed. For that we use data about you.")),
        (Tekst("Wat wij gebruiken, en waarom dat mag", "What we use, and why that is allowed"), Tekst(f"Wij gebruiken alleen wat nodig is, en schrijven van elk gegeven op waarom. Dit mag volgens: {wet}. Op uw eigen pagina leest u wat het is, van wie het komt en welke organisatie wat ziet.", f"We use only what is needed, and write of each datum why. This is allowed under: {wet}. On your own page you read what it is, from whom it comes and which organisation sees what.")),
        (Tekst("Hoe lang wij het bewaren", "How long we keep it"), Tekst(f"Wij wissen alles {jaren} jaar na de eerste dag, of eerder.", f"We erase everything {jaren} years after the first day, or earlier.")),
        (Tekst("Wat u kunt doen", "What you can do"), Tekst("Op uw eigen pagina bij de gemeente kunt u het laten verbeteren, een kopie vragen en bezwaar maken. Dat kan ook aan de telefoon of op papier. De gemeente beslist voor alle organisaties. Vragen over uw gegevens kunt u ook stellen aan onze functionaris gegevensbescherming. Een klacht kan naar de Autoriteit Persoonsgegevens.", "On your own page at the municipality you can have it corrected, ask for a copy, and object. You can also do that by telephone or on paper. The municipality decides for all organisations. Questions about your data you can also ask our data protection officer. A complaint can go to the Dutch data protection authority (Autoriteit Persoonsgegevens).")),
    ]  # fmt: skip


def over_besluit(besluit: Besluit) -> list[Alinea]:
    """The decision, why, after consulting whom, what happens now, and where he can turn."""
    stopt = besluit.stopt
    uitkomst = Tekst(besluit.uitkomst.nl.partition(":")[0], besluit.uitkomst.en.partition(":")[0])
    nu = (
        Tekst(f"Dit stopt: {stopt.nl.lower()}. De rest gaat door.", f"This stops: {stopt.en.lower()}. The rest goes on.")
        if stopt
        else Tekst("Op uw eigen pagina leest u wie wat nog ziet.", "On your own page you read who still sees what.")
    )  # fmt: skip
    return [
        (_GEEN, Tekst(f"U maakte bezwaar. Het ging over: {besluit.waartegen.nl.lower()}. Ons besluit van {voluit(besluit.van, 'nl')}: uw bezwaar is {uitkomst.nl.lower()}.", f"You objected. It was about: {besluit.waartegen.en.lower()}. Our decision of {voluit(besluit.van, 'en')}: your objection is {uitkomst.en.lower()}.")),
        (Tekst("Waarom", "Why"), Tekst(besluit.motivering, besluit.motivering)),
        (Tekst("Met wie wij overlegden", "Whom we consulted"), Tekst(f"{besluit.overleg}. Wij besluiten voor alle organisaties die meedoen.", f"{besluit.overleg}. We decide for all organisations that take part.")),
        (Tekst("Wat er nu gebeurt", "What happens now"), nu),
        (Tekst("Bent u het niet eens met dit besluit?", "Do you not agree with this decision?"), rechtsmiddel_van(besluit.van).brief),
    ]  # fmt: skip


def zet(aan: Geadresseerde, soort: str, alineas: Sequence[Alinea], taal: str) -> bytes:
    """The PDF/UA-1 of a letter in Dutch; with "en" an English translation stands behind it."""
    gegevens = {
        "titel": SOORTEN[soort].nl,
        "taal": "nl",
        "voorbeeld": "",
        "afzender": {"naam": f"Gemeente {aan.gemeente}"},
        "brieven": [
            {
                "retour": f"Gemeente {aan.gemeente}",
                "geadresseerde": [aan.naam, *aan.adres],
                "delen": [
                    _deel(aan, soort, alineas, deel) for deel in (("nl", "en") if taal == "en" else ("nl",))
                ],
            }
        ],
    }
    return maak_pdf(BRIEF, gegevens, aan.dag)


def _deel(aan: Geadresseerde, soort: str, alineas: Sequence[Alinea], taal: str) -> dict[str, Any]:
    def t(nl: str, en: str) -> str:
        return nl if taal == "nl" else en

    vragen = t(
        f"Bel de gemeente en vraag naar {aan.wie}. Noem ons kenmerk.",
        f"Call the municipality and ask for {aan.wie}. Give our reference.",
    )
    vooraf = [{"kop": "", "tekst": VERTALING}] if taal == "en" else []
    return {
        "taal": taal,
        "dienst": t("Zorg- en Veiligheidshuis", "Care and Safety House"),
        "kenmerken": [
            {"naam": t("Datum", "Date"), "waarde": voluit(aan.dag, taal)},
            {"naam": t("Ons kenmerk", "Our reference"), "waarde": aan.nummer},
        ],
        "onderwerp": SOORTEN[soort].in_taal(taal),
        "aanhef": t(f"Beste {aan.naam},", f"Dear {aan.naam},"),
        "alineas": [
            *vooraf,
            *({"kop": kop.in_taal(taal), "tekst": tekst.in_taal(taal)} for kop, tekst in alineas),
            {"kop": t("Hebt u vragen?", "Do you have questions?"), "tekst": vragen},
        ],
        "groet": t("Met vriendelijke groet,", "Yours sincerely,"),
        "ondertekening": f"{aan.wie}, {t('gemeente', 'municipality of')} {aan.gemeente}",
        "uitleg": [],
        "voet": f"Gemeente {aan.gemeente}",
    }
