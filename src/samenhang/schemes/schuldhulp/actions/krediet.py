"""The credit begins: an agreement, all creditors paid at once, and one creditor left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.normen import normen
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.betalen import volg_termijn
from samenhang.schemes.schuldhulp.actions.borg import kredietdeel
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, uit, weiger
from samenhang.schemes.schuldhulp.domain.getallen import Percentage
from samenhang.schemes.schuldhulp.domain.krediet import MAXIMUM, toets_rente
from samenhang.schemes.schuldhulp.domain.lijsten import WEGEN
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Krediet, Uitbetaling
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie

TAAK = "kwijting_navragen"


@dataclass(frozen=True, slots=True)
class Kredietbegin:
    """On which day the agreement was signed and the creditors were paid, and by which credit bank."""

    ingang: date = veld(
        "Wanneer is de overeenkomst getekend en uitbetaald?", "When was the agreement signed and paid out?", vandaag=True,
        uitleg=Tekst("De eerste termijn valt een maand later.", "The first instalment falls a month later."),
    )  # fmt: skip
    bank: str = veld("Kredietbank", "Credit bank", hoogstens=200)


@dataclass(frozen=True, slots=True)
class Kwijtingsbevestiging:
    """Which creditor confirmed that the rest of his claim is forgiven, when and how."""

    uitbetaling: UUID = veld("Welke schuldeiser?", "Which creditor?", bron="uitbetalingen")
    op: date = veld("Bevestigd op", "Confirmed on", vandaag=True)
    via: str = veld("Hoe?", "How?", keuzes=tuple(WEGEN.items()))


@action(SCHEME, "krediet beginnen")
def begin_krediet(actor: Actor, zaak_id: UUID, invoer: Kredietbegin) -> Zaak:
    """Record the agreement and the payment to every creditor, in one transaction: all of it or nothing.

    Amount, instalment and schedule are those of the calculation of the proposal; what the creditors get adds up to the
    net credit to the cent. The rate is checked against the legal maximum of the first day.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    niet_in_toekomst("ingang", invoer.ingang)
    bank = ingevuld("bank", invoer.bank)
    borg = dossier.borg
    dossier.zet_stap("krediet_starten", vanaf=invoer.ingang)
    assert borg is not None  # the guard S16
    if borg.besloten_op is None or invoer.ingang < borg.besloten_op:
        raise weiger("ingang", "datum_te_vroeg", f"De borg is van {borg.besloten_op}. Kies die dag of een latere.", f"The guarantee is of {borg.besloten_op}. Choose that day or a later one.")  # fmt: skip
    document, krediet = kredietdeel(dossier)
    netto = Bedrag.lees(krediet["netto_kredietsom"])
    samen = Bedrag(sum(rij.bedrag_centen for rij in dossier.voorstellen))
    if samen != netto:
        raise Geweigerd(
            "krediet_sluit_niet",
            Tekst(f"De schuldeisers krijgen samen {samen.scherm()} en het krediet is {netto.scherm()}. Neem het voorstel terug en reken opnieuw.", f"The creditors get {samen.scherm()} together and the credit is {netto.scherm()}. Take the proposal back and calculate again."),
            status=409,
        )  # fmt: skip
    blad = Rekenblad(normen(), standaardkalender())
    rente = Percentage.lees(str(document["effectief_jaarpercentage"]))
    toets_rente(rente, invoer.ingang, blad)
    norm = blad.norm(MAXIMUM, invoer.ingang)
    Krediet.objects.met(dossier.toegang).create(
        **dossier.vast(),
        rekensom=dossier.voorstellen[0].rekensom,
        bank=bank,
        netto_centen=netto.centen,
        vergoeding_centen=Bedrag.lees(krediet["kredietvergoeding"]).centen,
        maandtermijn_centen=Bedrag.lees(document["maandtermijn"]).centen,
        rente=str(rente),
        hoogste_rente={"waarde": norm.waarde, "bron": norm.bron, "status": str(norm.status)},
        ingang=invoer.ingang,
        schema=[
            [Bedrag.lees(regel["rente"]).centen, Bedrag.lees(regel["aflossing"]).centen]
            for regel in krediet["schema"]
        ],
    )
    Uitbetaling.objects.met(dossier.toegang).bulk_create(
        [
            Uitbetaling(
                **dossier.vast(),
                schuldeiser=wie(deel.schuldeiser),
                rang=deel.rang,
                vordering_centen=deel.vordering_centen,
                bedrag_centen=deel.bedrag_centen,
                betaald_op=invoer.ingang,
            )
            for deel in dossier.voorstellen
        ]
    )
    dossier.vernieuw("krediet", "uitbetalingen")
    n = len(dossier.voorstellen)
    zaken.schrijf_tijdlijn(dossier.zaak, "uitbetaling", Tekst(f"{n} schuldeisers uitbetaald, samen {netto.scherm()}", f"{n} creditors paid, {netto.scherm()} together"))  # fmt: skip
    vraag_kwijting_na(dossier.zaak)
    volg_termijn(dossier)
    return dossier.zaak


def vraag_kwijting_na(zaak: Zaak) -> None:
    """A task for who treats the case: creditors have still to confirm the discharge."""
    zaken.maak_taak(
        zaak, TAAK, Tekst("Vraag elke schuldeiser de kwijting te bevestigen", "Ask each creditor to confirm the discharge"), None, zaak.behandelaar
    )  # fmt: skip


@action(SCHEME, "kwijting bevestigen")
def bevestig_kwijting(actor: Actor, zaak_id: UUID, invoer: Kwijtingsbevestiging) -> Zaak:
    """A creditor confirmed that what was paid settles his claim for good."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    rij = uit("uitbetaling", dossier.uitbetalingen, invoer.uitbetaling)
    keuze("via", invoer.via, WEGEN)
    niet_in_toekomst("op", invoer.op)
    if rij.kwijting_op is not None:
        raise Geweigerd("al_gekweten", Tekst("Deze schuldeiser bevestigde de kwijting al.", "This creditor confirmed the discharge already."), status=409)  # fmt: skip
    if invoer.op < rij.betaald_op:
        raise weiger("op", "datum_te_vroeg", "Deze dag ligt vóór de uitbetaling. Controleer de dag.", "This day is before the payment. Check the day.")  # fmt: skip
    Uitbetaling.objects.met(dossier.toegang).filter(id=rij.id).update(
        kwijting_op=invoer.op, kwijting_via=invoer.via
    )
    zaken.bewaar(dossier.zaak)
    naam = wie(rij.schuldeiser).naam
    zaken.schrijf_tijdlijn(dossier.zaak, "kwijting", Tekst(f"{naam} geeft finale kwijting", f"{naam} gives final discharge"))  # fmt: skip
    if sum(deel.kwijting_op is None for deel in dossier.uitbetalingen) == 1:
        zaken.rond_taken_af(dossier.zaak, [TAAK])
    return dossier.zaak
