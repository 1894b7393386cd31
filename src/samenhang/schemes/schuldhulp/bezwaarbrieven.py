"""Letters about an objection as PDF/UA: its confirmation, the invitation to be heard, and the decision on it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import BRIEF, maak_pdf
from samenhang.kernel.zaken.queries import zaak_onbekend
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak
from samenhang.schemes.schuldhulp.brieftekst import afzender_van, teksten
from samenhang.schemes.schuldhulp.domain.bezwaar import HOREN_BRIEF
from samenhang.schemes.schuldhulp.domain.brieven import (
    SOORTEN,
    Waarde,
    engels_bij,
    opmaak,
    tekst_op,
)
from samenhang.schemes.schuldhulp.models import Bezwaarafschrift, Bezwaarschrift

ONTVANGST, HOORZITTING, BESLUIT = "bezwaar_ontvangst", "bezwaar_hoorzitting", "bezwaar_besluit"

TOT_STUKKEN: Final = timedelta(days=10)


def mogelijk(rij: Bezwaarschrift) -> list[str]:
    """Which letters there are of an objection."""
    return [
        ONTVANGST,
        *([HOORZITTING] if rij.hoorzitting_op is not None else []),
        *([BESLUIT] if rij.besloten_op is not None else []),
    ]


def lees_bezwaarbrief(zaak: Bezwaarzaak, rij: Bezwaarschrift, soort: str) -> bytes:
    """A decision as it went out, byte for byte; another letter made from what is recorded. Raises `Geweigerd` (404)."""
    if soort not in mogelijk(rij):
        raise Geweigerd("brief_onbekend", Tekst("Die brief is er bij dit bezwaar niet.", "That letter is not with this objection."), status=404)  # fmt: skip
    if soort == BESLUIT:
        afschrift = Bezwaarafschrift.objects.met(zaak.toegang).filter(van=rij.id).first()
        if afschrift is None:
            raise zaak_onbekend()
        pdf: bytes = afschrift.pdf
        return pdf
    dag = rij.uitgenodigd_op if soort == HOORZITTING else None
    return _maak(zaak, rij, soort, dag or rij.ontvangen_op)


def maak_besluitbrief(zaak: Bezwaarzaak, rij: Bezwaarschrift) -> bytes:
    """The decision on an objection as it goes out today; kept from then on."""
    assert rij.besloten_op is not None  # it was decided
    return _maak(zaak, rij, f"bezwaar_{rij.uitkomst}", rij.besloten_op)


def _maak(zaak: Bezwaarzaak, rij: Bezwaarschrift, tekst_id: str, dag: date) -> bytes:
    naw, gemeente = zaak.naw, zaak.zaak.organisatie.naam
    besluit = next(deel for deel in zaak.beschikkingen if deel.id == rij.besluit)
    titel = SOORTEN[besluit.soort]
    waarden: dict[str, Waarde] = {
        "naam": naw.weergavenaam,
        "gemeente": gemeente,
        "zaaknummer": zaak.zaak.nummer,
        "consulent": zaak.actor.naam,
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
        "voorbeeld": "",
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
