"""Letters about an objection as PDF/UA: its confirmation, the invitation to be heard, and the decision on it."""

from __future__ import annotations

from datetime import date

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.documenten import BRIEF, maak_pdf
from samenhang.kernel.zaken.queries import zaak_onbekend
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak
from samenhang.schemes.schuldhulp.brieftekst import teksten
from samenhang.schemes.schuldhulp.domain.bezwaar import HOREN_BRIEF
from samenhang.schemes.schuldhulp.domain.brieven import SOORTEN, opmaak, tekst_op, voluit
from samenhang.schemes.schuldhulp.models import Bezwaarafschrift, Bezwaarschrift

ONTVANGST, HOORZITTING, BESLUIT = "bezwaar_ontvangst", "bezwaar_hoorzitting", "bezwaar_besluit"


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
    return _maak(zaak, rij, soort, rij.ontvangen_op)


def maak_besluitbrief(zaak: Bezwaarzaak, rij: Bezwaarschrift) -> bytes:
    """The decision on an objection as it goes out today; kept from then on."""
    assert rij.besloten_op is not None  # it was decided
    return _maak(zaak, rij, f"bezwaar_{rij.uitkomst}", rij.besloten_op)


def _maak(zaak: Bezwaarzaak, rij: Bezwaarschrift, tekst_id: str, dag: date) -> bytes:
    naw, gemeente = zaak.naw, zaak.zaak.organisatie.naam
    besluit = next(deel for deel in zaak.beschikkingen if deel.id == rij.besluit)
    waarden = {
        "naam": naw.weergavenaam,
        "gemeente": gemeente,
        "zaaknummer": zaak.zaak.nummer,
        "consulent": zaak.actor.naam,
        "besluit": SOORTEN[besluit.soort].nl.removeprefix("Besluit: "),
        "besluit_op": voluit(besluit.bekendgemaakt_op),
        "ontvangen": voluit(rij.ontvangen_op),
        "uiterlijk": voluit(rij.uiterlijk),
        "hoorzitting": voluit(rij.hoorzitting_op) if rij.hoorzitting_op else "",
        "waar": rij.hoorzitting_waar,
        "gehoord": HOREN_BRIEF[rij.horen] if rij.horen else "",
        "motivering": rij.motivering,
        "beroep_tot": voluit(rij.beroep_tot) if rij.beroep_tot else "",
    }
    thuis = [deel for deel in (naw.weergavenaam, naw.adresregel, f"{naw.postcode} {naw.woonplaats}".strip()) if deel]  # fmt: skip
    brief = opmaak(tekst_op(teksten(), tekst_id, dag), waarden, thuis, dag)
    gegevens = {
        "titel": brief["delen"][0]["onderwerp"],
        "taal": "nl",
        "voorbeeld": "",
        "afzender": {"naam": f"Gemeente {gemeente}"},
        "brieven": [brief],
    }
    return maak_pdf(BRIEF, gegevens, dag)
