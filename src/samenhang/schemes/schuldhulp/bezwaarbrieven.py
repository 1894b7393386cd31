"""Letters about an objection as PDF/UA: its confirmation, what moves the term, the invitation to be heard, the decision.

Each is kept as it went out: the day by which we decide moves on, and who reads a letter later is not who sent it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import BRIEF, maak_pdf
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.queries import zaak_onbekend
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak
from samenhang.schemes.schuldhulp.brieftekst import afzender_van, teksten
from samenhang.schemes.schuldhulp.domain.bezwaar import HOREN_BRIEF
from samenhang.schemes.schuldhulp.domain.brieven import (
    BEZWAARBRIEVEN,
    BEZWAARTIJD,
    SOORTEN,
    Waarde,
    engels_bij,
    opmaak,
    tekst_op,
)
from samenhang.schemes.schuldhulp.models import Bezwaarafschrift, Bezwaarschrift
from samenhang.schemes.schuldhulp.models.rechtbank import als_afschrift

ONTVANGST, HOORZITTING, BESLUIT = "bezwaar_ontvangst", "bezwaar_hoorzitting", "bezwaar_besluit"
AANVULVRAAG, VERDAGINGSBERICHT, UITSTELBERICHT, COMMISSIEBERICHT = BEZWAARTIJD
LEEG: Final[Mapping[str, Waarde]] = {}

TOT_STUKKEN: Final = timedelta(days=10)


def mogelijk(rij: Bezwaarschrift) -> list[str]:
    """The letters about an objection that went out, in their order."""
    return [naam for naam, _ in rij.brieven]


def titels(rij: Bezwaarschrift) -> list[tuple[str, Tekst, date]]:
    """The same with what each is called and the day on which it went."""
    return [
        (naam, BEZWAARBRIEVEN[naam.partition("-")[0]], date.fromisoformat(dag)) for naam, dag in rij.brieven
    ]


def lees_bezwaarbrief(zaak: Bezwaarzaak, rij: Bezwaarschrift, naam: str) -> bytes:
    """A letter as it went out, byte for byte. Raises `Geweigerd` (404)."""
    if naam not in mogelijk(rij):
        raise Geweigerd("brief_onbekend", Tekst("Die brief is er bij dit bezwaar niet.", "That letter is not with this objection."), status=404)  # fmt: skip
    afschrift = Bezwaarafschrift.objects.met(zaak.toegang).filter(van=rij.id, naam=naam).first()
    if afschrift is None:
        raise zaak_onbekend()
    pdf: bytes = afschrift.pdf
    return pdf


def verstuur(
    zaak: Bezwaarzaak, rij: Bezwaarschrift, soort: str, waarden: Mapping[str, Waarde] = LEEG
) -> None:
    """Let a letter go: kept from now on as it is today, in the operation that it tells of.

    An operation that is cut off leaves neither; one that is done again is refused by what it did.
    """
    aantal = sum(naam.partition("-")[0] == soort for naam in mogelijk(rij))
    naam = f"{soort}-{aantal + 1}" if aantal else soort
    pdf = maak_bezwaarbrief(zaak, rij, soort, waarden)
    Bezwaarafschrift.objects.met(zaak.toegang).create(**zaak.vast(), van=rij.id, naam=naam, **als_afschrift(pdf))  # fmt: skip
    rij.brieven = [*rij.brieven, [naam, vandaag().isoformat()]]
    Bezwaarschrift.objects.met(zaak.toegang).filter(id=rij.id).update(brieven=rij.brieven)


def maak_bezwaarbrief(zaak: Bezwaarzaak, rij: Bezwaarschrift, soort: str, meer: Mapping[str, Waarde] = LEEG, *, voorbeeld: bool = False) -> bytes:  # fmt: skip
    """A letter as it would go out today; `voorbeeld` prints across it that it did not."""
    dag, tekst_id = vandaag(), f"bezwaar_{rij.uitkomst}" if soort == BESLUIT else soort
    naw, gemeente = zaak.naw, zaak.zaak.organisatie.naam
    besluit = next(deel for deel in zaak.beschikkingen if deel.id == rij.besluit)
    titel = SOORTEN[besluit.soort]
    waarden: dict[str, Waarde] = {
        "naam": naw.weergavenaam,
        "gemeente": gemeente,
        "zaaknummer": zaak.zaak.nummer,
        "consulent": zaak.actor.naam if zaak.actor.organisatie_id else "Schuldhulp",
        "besluit": Tekst(titel.nl.removeprefix("Besluit: "), titel.en.removeprefix("Decision: ")),
        "besluit_op": besluit.bekendgemaakt_op,
        "ontvangen": rij.ontvangen_op,
        "uiterlijk": rij.uiterlijk,
        "hoorzitting": rij.hoorzitting_op or "",
        "om": rij.hoorzitting_om,
        "waar": rij.hoorzitting_waar,
        "stukken": _stukken(rij),
        "gehoord": HOREN_BRIEF[rij.horen] if rij.horen else "",
        "motivering": rij.motivering,
        "kosten": _kosten(rij),
        "beroep_tot": rij.beroep_tot or "",
        **meer,
    }
    thuis = [deel for deel in (naw.weergavenaam, naw.adresregel, f"{naw.postcode} {naw.woonplaats}".strip()) if deel]  # fmt: skip
    tekst = tekst_op(teksten(), tekst_id, dag)
    engels = engels_bij(teksten(), tekst) if zaak.wil_engels else None
    brief = opmaak(
        tekst, waarden, thuis, dag, engels=engels, afzender=afzender_van(zaak.zaak.organisatie, dag)
    )
    gegevens = {
        "titel": brief["delen"][0]["onderwerp"],
        "taal": "nl",
        "voorbeeld": Tekst("VOORBEELD", "EXAMPLE").nl if voorbeeld else "",
        "afzender": {"naam": f"Gemeente {gemeente}"},
        "brieven": [brief],
    }
    return maak_pdf(BRIEF, gegevens, dag)


def _stukken(rij: Bezwaarschrift) -> Tekst:
    """Until when he can send papers himself: ten days before (Awb 7:4 lid 1), or at once when he was invited later than that."""
    if rij.hoorzitting_op is None or rij.uitgenodigd_op is None:
        return Tekst("", "")
    tot = rij.hoorzitting_op - TOT_STUKKEN
    if tot <= rij.uitgenodigd_op:
        return Tekst("Hebt u zelf nog stukken? Stuur ze zo snel mogelijk, of neem ze mee.", "Do you have papers yourself? Send them as soon as you can, or bring them.")  # fmt: skip
    return Tekst(f"Hebt u zelf nog stukken? Stuur ze uiterlijk {voluit(tot)}.", f"Do you have papers yourself? Send them by {voluit(tot, 'en')}.")  # fmt: skip


def _kosten(rij: Bezwaarschrift) -> Tekst:
    """What the decision says of the costs; nothing when he did not ask."""
    if rij.vergoeding is not None:
        geld = rij.vergoeding.scherm()
        return Tekst(f"U vroeg om een vergoeding van de kosten van uw bezwaar. U krijgt {geld} (Algemene wet bestuursrecht, artikel 7:15). Hielp een advocaat u met een toevoeging, dan krijgt hij dit bedrag.", f"You asked for compensation of the costs of your objection. You get {geld} (Algemene wet bestuursrecht, article 7:15). When a lawyer helped you with legal aid (toevoeging), he gets this amount.")  # fmt: skip
    if rij.kosten == "geweigerd":
        return Tekst("U vroeg om een vergoeding van de kosten van uw bezwaar. Die krijgt u niet (Algemene wet bestuursrecht, artikel 7:15).", "You asked for compensation of the costs of your objection. You do not get it (Algemene wet bestuursrecht, article 7:15).")  # fmt: skip
    return Tekst("", "")
