"""Taking back what was recorded by mistake of the guarantee fund and of the court; the case goes back with it.

Only as long as nothing rests on it: whoever went on with a judgment or a guarantee first takes that back.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions import borg as borgen
from samenhang.schemes.schuldhulp.actions import claimen
from samenhang.schemes.schuldhulp.actions.eerder import bewaar_eerder
from samenhang.schemes.schuldhulp.actions.gedeeld import uit
from samenhang.schemes.schuldhulp.actions.rechtbank import BEVOLEN
from samenhang.schemes.schuldhulp.domain.rechtbank import HOOFDVERZOEKEN, PAUZES, VERZOEKEN, VOORZIENING
from samenhang.schemes.schuldhulp.domain.waarborg import Beslissing, Stand
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Borg, Rechtbankverzoek, Voorstel, Weigering
from samenhang.schemes.schuldhulp.rechtbankstand import terug_te_nemen
from samenhang.schemes.schuldhulp.scheme import SCHEME

VAN_UITSPRAAK = ("beeindigen", "pauze_eindigt", "verslag_rechtbank")
"""Tasks that a judgment gave."""
WAAROM = ("Wat ging er mis?", "What went wrong?")


@dataclass(frozen=True, slots=True)
class Borgfout:
    """Why what was recorded last of the guarantee is wrong."""

    reden: str = veld(*WAAROM, hoogstens=300)


@dataclass(frozen=True, slots=True)
class Uitspraakfout:
    """Of which request the judgment was recorded wrongly, and why."""

    verzoek: UUID = veld("Welke uitspraak?", "Which judgment?", bron="uitspraken")
    reden: str = veld(*WAAROM, hoogstens=300)


@action(SCHEME, "borg terugnemen")
def neem_borg_terug(actor: Actor, zaak_id: UUID, invoer: Borgfout) -> Zaak:
    """Take back what was recorded last: what the fund said of a claim, the claim, or what it said of the guarantee.

    Once the credit runs, what the fund said of the guarantee stands: creditors were paid on it.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    borg = dossier.borg
    if borg is not None and borg.claim_op is not None and borg.stand in (Stand.UITBETAALD, Stand.AFGEGEVEN):
        _claimuitkomst_terug(dossier, borg, reden)
    elif borg is not None and borg.stand == Stand.BEOORDEEL_UITBETALING:
        _claim_terug(dossier, borg, reden)
    elif borg is not None and borg.besloten_op is not None and dossier.krediet is None:
        _uitkomst_terug(dossier, borg, reden)
    else:
        raise Geweigerd("borg_staat_vast", Tekst("Er is niets van de borg vastgelegd dat nog terug kan: er is geen antwoord van het fonds, of het krediet loopt al.", "Nothing that was recorded of the guarantee can still be taken back: the fund has not answered, or the credit runs already."), status=409)  # fmt: skip
    return dossier.zaak


def _claimuitkomst_terug(dossier: Dossier, borg: Borg, reden: str) -> None:
    bewaar_eerder(
        dossier, "claim", borg.id, {"stand": borg.stand, "uitbetaald_op": borg.uitbetaald_op}, reden
    )
    _zet(dossier, borg, stand=Stand.BEOORDEEL_UITBETALING, uitbetaald_op=None)
    claimen.vraag_claim_na(dossier.zaak)
    _meld(dossier, "claim", Tekst("Uitkomst van de claim was een vergissing", "Outcome of the claim was a mistake"), reden)  # fmt: skip


def _claim_terug(dossier: Dossier, borg: Borg, reden: str) -> None:
    bewaar_eerder(dossier, "claim", borg.id, {"stand": borg.stand, "claim": borg.claimsom, "claim_op": borg.claim_op}, reden)  # fmt: skip
    _zet(dossier, borg, stand=Stand.AFGEGEVEN, claim={}, claim_centen=None, claim_op=None)
    zaken.rond_taken_af(dossier.zaak, [claimen.TAAK])
    _meld(dossier, "claim", Tekst("Claim was een vergissing", "Claim was a mistake"), reden)


def _uitkomst_terug(dossier: Dossier, borg: Borg, reden: str) -> None:
    """The application stands as it was sent: what was computed then holds again, and the fund is asked after."""
    vooraf = borg.berekening.get("vooraf", borg.berekening)
    vanzelf = vooraf["antwoord"]["beslissing"] == Beslissing.GEACCEPTEERD
    was = {"stand": borg.stand, "besloten_op": borg.besloten_op, "toelichting": borg.toelichting}
    bewaar_eerder(dossier, "borg", borg.id, was, reden)
    afgewezen = borg.stand == Stand.AFGEWEZEN
    _zet(
        dossier,
        borg,
        stand=Stand.AANGEVRAAGD if vanzelf else Stand.BEOORDEEL_AANVRAAG,
        besloten_op=None,
        toelichting="",
        te_factureren_centen=Bedrag.lees(vooraf["antwoord"]["te_factureren"]).centen,
        berekening=vooraf,
    )
    borgen.vraag_borg_na(dossier.zaak)
    if afgewezen:
        dossier.vernieuw("borgen")
        dossier.zet_stap("borg_terugnemen", reden)
    else:
        _meld(dossier, "borg", Tekst("Antwoord van het Waarborgfonds was een vergissing", "Answer of the guarantee fund was a mistake"), reden)  # fmt: skip


@action(SCHEME, "uitspraak terugnemen")
def neem_uitspraak_terug(actor: Actor, zaak_id: UUID, invoer: Uitspraakfout) -> Zaak:
    """A judgment was recorded wrongly: the request waits for the court again, and so does the case when it went on it.

    Of the court route the clean slate goes first, then the admission. Imposed consent gives every creditor back what he
    answered himself. What was handed in stays as it went.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    verzoek = uit("verzoek", [rij for rij in dossier.verzoeken if rij.uitspraak_op is not None], invoer.verzoek)  # fmt: skip
    if not terug_te_nemen(dossier, verzoek):
        raise Geweigerd("uitspraak_gebruikt", Tekst("Op deze uitspraak rust al iets anders. Neem eerst terug wat daarna is vastgelegd.", "Something else rests on this judgment already. First take back what was recorded after it."), status=409)  # fmt: skip
    if verzoek.schone_lei_op is not None:
        _schone_lei_terug(dossier, verzoek, reden)
        return dossier.zaak
    was = {
        "stand": verzoek.stand, "uitspraak_op": verzoek.uitspraak_op, "kenmerk": verzoek.kenmerk, "tot": verzoek.tot,
        "toelichting": verzoek.toelichting,
    }  # fmt: skip
    bewaar_eerder(dossier, "uitspraak", verzoek.id, was, reden)
    toegewezen = verzoek.stand == "toegewezen"
    _werk_bij(dossier, verzoek, stand="ingediend", uitspraak_op=None, kenmerk="", toelichting="", tot=None)
    if verzoek.soort == "287a":
        _dwangakkoord_terug(dossier, verzoek, toegewezen, reden)
    elif verzoek.soort == "wsnp" and toegewezen:
        _laat_vervallen(dossier.zaak, "wsnp")
        dossier.zet_stap("toelating_terugnemen", reden)
    else:
        if verzoek.soort not in HOOFDVERZOEKEN:
            _laat_vervallen(dossier.zaak, PAUZES.get(verzoek.soort, VOORZIENING))
        zaken.rond_taken_af(dossier.zaak, VAN_UITSPRAAK)
        titel = VERZOEKEN[verzoek.soort]
        _meld(dossier, "uitspraak", Tekst(f"Uitspraak was een vergissing: {titel.nl}", f"Judgment was a mistake: {titel.en}"), reden)  # fmt: skip
    return dossier.zaak


def _schone_lei_terug(dossier: Dossier, verzoek: Rechtbankverzoek, reden: str) -> None:
    bewaar_eerder(dossier, "uitspraak", verzoek.id, {"schone_lei_op": verzoek.schone_lei_op}, reden)
    _werk_bij(dossier, verzoek, schone_lei_op=None)
    _laat_vervallen(dossier.zaak, "nazorg")
    liep = dossier.zaak.termijnen.filter(regel="wsnp", vervallen=False).order_by("-start").first()
    dossier.zet_stap("schone_lei_terugnemen", reden, vanaf=liep.start if liep else verzoek.uitspraak_op)


def _dwangakkoord_terug(dossier: Dossier, verzoek: Rechtbankverzoek, toegewezen: bool, reden: str) -> None:
    if toegewezen:
        gezegd = {rij.voorstel: rij for rij in Weigering.objects.met(dossier.toegang).filter(zaak=dossier.zaak).order_by("moment", "id")}  # fmt: skip
        for rij in [deel for deel in dossier.voorstellen if deel.antwoord == BEVOLEN]:
            nee = gezegd[rij.id]
            eigen = "geen_antwoord" if nee.reden == "stilte" else "geweigerd"
            Voorstel.objects.met(dossier.toegang).filter(id=rij.id).update(antwoord=eigen, antwoord_op=nee.op)
    else:
        for volgt in _wsnp_die_volgde(dossier, verzoek):
            _werk_bij(dossier, volgt, stand="ingetrokken", toelichting=reden[:300])
    dossier.vernieuw("voorstellen", "verzoeken")
    dossier.zet_stap("uitspraak_terugnemen", reden)


def _wsnp_die_volgde(dossier: Dossier, verzoek: Rechtbankverzoek) -> list[Rechtbankverzoek]:
    """The request for the court route that came of the same petition when imposed consent was refused."""
    return [
        rij
        for rij in dossier.verzoeken
        if rij.soort == "wsnp" and rij.stand == "ingediend" and rij.moment > verzoek.moment
    ]


def _laat_vervallen(zaak: Zaak, regel: str) -> None:
    """The term that began with what is taken back ran for nothing."""
    zaak.termijnen.filter(regel=regel, klaar__isnull=True).update(klaar=zaken.vandaag(), vervallen=True)
    zaken.zet_volgende_termijn(zaak)


def _zet(dossier: Dossier, borg: Borg, **velden: object) -> None:
    Borg.objects.met(dossier.toegang).filter(id=borg.id).update(**velden)


def _werk_bij(dossier: Dossier, verzoek: Rechtbankverzoek, **velden: object) -> None:
    Rechtbankverzoek.objects.met(dossier.toegang).filter(id=verzoek.id).update(**velden)
    dossier.vernieuw("verzoeken")


def _meld(dossier: Dossier, wat: str, tekst: Tekst, reden: str) -> None:
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, wat, tekst, reden)
