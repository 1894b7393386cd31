"""An arrangement by saving or without capacity: its start, the checks of capacity, and what creditors get on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.termijnen import maanden_later
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.berekenen import BELEID, MAANDEN
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.actions.spaarstand import SPAART, volg_sparen
from samenhang.schemes.schuldhulp.domain import antwoord
from samenhang.schemes.schuldhulp.domain.lijsten import DELENDE_RANGEN, HERCONTROLES
from samenhang.schemes.schuldhulp.domain.sparen import NIETS, uit_te_keren
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Hercontrole, Spaarregeling, Uitdeling
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.vorderingen import naam_van, vorderingen_van

CONTROLE = "hercontrole"


@dataclass(frozen=True, slots=True)
class Regelingbegin:
    """On which day the arrangement began, and how often capacity is checked."""

    ingang: date = veld(
        "Wanneer is de overeenkomst getekend?", "When was the agreement signed?", vandaag=True,
        uitleg=Tekst("De looptijd is achttien maanden vanaf deze dag; het eerste maandbedrag valt een maand later.", "The term is eighteen months from this day; the first amount falls a month later."),
    )  # fmt: skip
    hercontrole: str = veld("Hoe vaak bekijkt u de capaciteit opnieuw?", "How often do you check capacity again?", keuzes=tuple(HERCONTROLES.items()))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Controle:
    """What was looked at; incomes and household are those that stand in the case."""

    toelichting: str = veld(
        "Wat hebt u bekeken?", "What did you look at?", hoogstens=300,
        uitleg=Tekst("Werk eerst inkomen en huishouden bij. De uitkomst geldt voor de maanden hierna.", "First bring income and household up to date. The outcome holds for the months after this."),
    )  # fmt: skip


@action(SCHEME, "regeling beginnen")
def begin_regeling(actor: Actor, zaak_id: UUID, invoer: Regelingbegin) -> Zaak:
    """All creditors agreed to saving, or to a zero offer: eighteen months begin, with the capacity of the proposal."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    niet_in_toekomst("ingang", invoer.ingang)
    keuze("hercontrole", invoer.hercontrole, HERCONTROLES)
    som = dossier.voorstelsom
    soort = som.regeling if som else ""
    dossier.zet_stap("lopen" if soort == "SA" else "sparen", vanaf=invoer.ingang)
    assert som is not None  # the guards S14 and S15
    verstuurd = max(rij.verstuurd_op for rij in dossier.voorstellen)
    if invoer.ingang < verstuurd:
        raise weiger("ingang", "datum_te_vroeg", f"Het voorstel ging uit op {verstuurd}. Kies die dag of een latere.", f"The proposal went out on {verstuurd}. Choose that day or a later one.")  # fmt: skip
    Spaarregeling.objects.met(dossier.toegang).create(
        **dossier.vast(),
        soort=soort,
        rekensom=som.id,
        ingang=invoer.ingang,
        maanden=MAANDEN,
        hercontrole_maanden=int(invoer.hercontrole),
        capaciteit_centen=Bedrag.lees(som.delen[0]["antwoord"]["capaciteit"]).centen,
    )
    dossier.vernieuw("spaarregeling")
    zaken.start_termijn(dossier.zaak, CONTROLE, invoer.ingang, int(invoer.hercontrole))
    volg_sparen(dossier)
    return dossier.zaak


@action(SCHEME, "capaciteit opnieuw bekijken")
def controleer(actor: Actor, zaak_id: UUID, invoer: Controle) -> Zaak:
    """Compute capacity from the incomes of today; it holds for the months that fall due after today.

    Less income lowers what is asked; more raises it, also in an arrangement that began without capacity. The term of
    the check is met, and the next one runs while the arrangement has that long to go.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    regeling = lopende_regeling(dossier)
    vandaag, huis = zaken.vandaag(), dossier.huishouden
    if huis is None or not dossier.lopende_inkomens:
        raise Geweigerd("gegevens_ontbreken", Tekst("Leg eerst het huishouden en het inkomen vast.", "First record the household and the income."), status=409)  # fmt: skip
    document = {"netto_inkomen": dossier.inkomen.draad(), "vtlb": huis.vtlb.draad(), "beleid": BELEID, "datum": vandaag.isoformat()}  # fmt: skip
    uit = antwoord.bereken("capaciteit", document)
    nieuw = Bedrag.lees(uit["capaciteit"])
    oud = dossier.hercontroles[-1].capaciteit if dossier.hercontroles else Bedrag(regeling.capaciteit_centen)
    Hercontrole.objects.met(dossier.toegang).create(
        **dossier.vast(),
        op=vandaag,
        capaciteit_centen=nieuw.centen,
        berekening={"document": document, "antwoord": uit},
        toelichting=zaken.reden_verplicht(invoer.toelichting)[:300],
    )
    dossier.vernieuw("hercontroles")
    zaken.rond_termijn_af(dossier.zaak, CONTROLE)
    if maanden_later(vandaag, regeling.hercontrole_maanden) < maanden_later(
        regeling.ingang, regeling.maanden
    ):
        zaken.start_termijn(dossier.zaak, CONTROLE, vandaag, regeling.hercontrole_maanden)
    tekst = (
        Tekst(f"Capaciteit blijft {nieuw.scherm()}", f"Capacity stays {nieuw.scherm()}")
        if nieuw == oud
        else Tekst(f"Capaciteit van {oud.scherm()} naar {nieuw.scherm()}", f"Capacity from {oud.scherm()} to {nieuw.scherm()}")
    )  # fmt: skip
    zaken.schrijf_tijdlijn(dossier.zaak, CONTROLE, tekst)
    volg_sparen(dossier)
    return dossier.zaak


@action(SCHEME, "gespaard uitkeren")
def keer_uit(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Pay what was saved and not yet paid out to all creditors, in one transaction; doing it again pays nothing twice."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    lopende_regeling(dossier)
    bedrag = dossier.nog_uit_te_delen
    if bedrag == NIETS:
        raise Geweigerd("niets_gespaard", Tekst("Er is niets gespaard dat nog niet is uitgekeerd.", "Nothing was saved that has not been paid out yet."), status=409)  # fmt: skip
    stand = dossier.spaarstand
    assert stand is not None  # it runs
    nu = uit_te_keren(stand.gespaard, vorderingen_van(dossier), al_gekregen(dossier))
    Uitdeling.objects.met(dossier.toegang).bulk_create(
        [
            Uitdeling(
                **dossier.vast(),
                ronde=huidige_operatie().id,
                schuldeiser=wie(rij.schuldeiser),
                rang=rij.rang,
                bedrag_centen=nu[naam_van(rij)].centen,
                adres=wie(rij.schuldeiser).adres,
                uitgekeerd_op=zaken.vandaag(),
            )
            for rij in dossier.voorstellen
            if rij.rang in DELENDE_RANGEN
        ]
    )
    dossier.vernieuw("uitdelingen")
    zaken.schrijf_tijdlijn(dossier.zaak, "uitdeling", Tekst(f"{bedrag.scherm()} uitgekeerd aan de schuldeisers", f"{bedrag.scherm()} paid to the creditors"))  # fmt: skip
    volg_sparen(dossier)
    return dossier.zaak


def lopende_regeling(dossier: Dossier) -> Spaarregeling:
    """The arrangement of a case that saves or runs without capacity; raises `Geweigerd` where there is none."""
    if dossier.zaak.stap not in SPAART or dossier.spaarregeling is None:
        raise Geweigerd("geen_regeling", Tekst("Er loopt geen regeling waarin wordt gespaard.", "No arrangement with saving runs."), status=409)  # fmt: skip
    return dossier.spaarregeling


def al_gekregen(dossier: Dossier) -> dict[str, Bedrag]:
    """What each creditor got so far, under the same names."""
    samen: dict[Any, int] = {}
    for rij in dossier.uitdelingen:
        sleutel = (wie(rij.schuldeiser).id, rij.rang)
        samen[sleutel] = samen.get(sleutel, 0) + rij.bedrag_centen
    return {
        naam_van(rij): Bedrag(samen.get((wie(rij.schuldeiser).id, rij.rang), 0))
        for rij in dossier.voorstellen
    }
