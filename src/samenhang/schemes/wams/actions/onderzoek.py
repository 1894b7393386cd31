"""The investigation: what is going on in each domain, whether it hangs together, and who coordinates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Reden, veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions.gedeeld import collega_met_rol, ingevuld, keuze, noemt_geen_ander, zin
from samenhang.schemes.wams.actions.gezin import vast
from samenhang.schemes.wams.domain.bewakers import Samenhang
from samenhang.schemes.wams.domain.leefgebieden import GEVOELIG, LEEFGEBIEDEN, soort_betrokkenheid
from samenhang.schemes.wams.dossier import HULPVRAGER, geen_instemming, open_dossier
from samenhang.schemes.wams.models import AANDACHTSPUNTEN, Betrokkenheid, Bevinding, GevoeligeBetrokkenheid
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """What is going on with one person in one domain, who says so, and which desk is on it."""

    persoon: UUID = veld("Over wie?", "About whom?", bron="gezin")
    leefgebied: str = veld("Waarover?", "About what?", keuzes=tuple(LEEFGEBIEDEN.items()))
    tekst: str = veld("Wat is er aan de hand?", "What is going on?", regels=4, hoogstens=1000)
    bron: str = veld("Van wie hoorde u dit?", "From whom did you hear this?", hoogstens=200)
    loket: str = veld("Welk loket helpt hier al bij?", "Which desk helps with this already?", standaard="", hoogstens=200)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conclusie:
    """Which problems there are, and whether and how they hang together."""

    problemen: str = veld("Welke problemen zijn er?", "Which problems are there?", regels=3, hoogstens=1000)
    samenhang: bool = veld("Hangen zij samen?", "Do they hang together?")
    onderbouwing: str = veld(
        "Hoe hangen zij samen, of waarom niet?", "How do they hang together, or why not?", regels=4, hoogstens=2000,
        uitleg=Tekst("Problemen die los van elkaar staan tellen niet.", "Problems that have nothing to do with each other do not count."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Who coordinates."""

    medewerker: UUID = veld("Wie wordt coördinator?", "Who becomes coordinator?", bron="coordinatoren")


@action(SCHEME, "aandachtspunt vastleggen")
def leg_aandachtspunt_vast(actor: Actor, zaak_id: UUID, invoer: Aandachtspunt) -> Zaak:
    """Record what is going on with one person in one domain: refused for who did not agree to share that.

    That a desk is involved is kept apart from what is going on.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    keuze("leefgebied", invoer.leefgebied, LEEFGEBIEDEN)
    tekst = ingevuld("tekst", invoer.tekst, 1000)
    bron = ingevuld("bron", invoer.bron, 200)
    lid = dossier.lid(invoer.persoon)
    anderen = [ander.naam for ander in dossier.leden if ander.persoon_id != invoer.persoon]
    noemt_geen_ander("tekst", tekst, lid.naam, anderen)
    if invoer.leefgebied not in dossier.inhoud(invoer.persoon):
        raise geen_instemming(lid, frozenset({invoer.leefgebied}))
    loket = invoer.loket.strip()[:200]
    dat = {soort_betrokkenheid(invoer.leefgebied)} if loket else set()
    toegang = dossier.toegang_tot(invoer.persoon, schrijft={invoer.leefgebied} | dat)
    rij: dict[str, Any] = vast(dossier, invoer.persoon)
    AANDACHTSPUNTEN[invoer.leefgebied].objects.met(toegang).create(**rij, tekst=tekst, bron=bron)
    if loket:
        model = GevoeligeBetrokkenheid if invoer.leefgebied in GEVOELIG else Betrokkenheid
        model.objects.met(toegang).create(**rij, leefgebied=invoer.leefgebied, loket=loket)
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "aandachtspunt", Tekst("Aandachtspunt vastgelegd", "Point of attention recorded"))  # fmt: skip
    return dossier.zaak


@action(SCHEME, "conclusie trekken")
def concludeer(actor: Actor, zaak_id: UUID, invoer: Conclusie) -> Zaak:
    """Record the finding. In time or late is computed from the term; a late one is accounted for apart."""
    dossier = open_dossier(actor, zaak_id, schrijft=("bevinding",), op_slot=True)
    zaak = dossier.zaak
    problemen = zin("problemen", invoer.problemen)
    onderbouwing = zin("onderbouwing", invoer.onderbouwing, 2000)
    for veld_, tekst in (("problemen", problemen), ("onderbouwing", onderbouwing)):
        noemt_geen_ander(veld_, tekst, dossier.hulpvrager, dossier.niet_mee)
    termijn = zaak.termijnen.filter(regel="onderzoek", klaar__isnull=True).first()
    over = [persoon for persoon, rol in dossier.rollen.items() if rol == HULPVRAGER]
    Bevinding.objects.met(dossier.toegang).bulk_create(
        [
            Bevinding(
                **vast(dossier, persoon),
                samenhang=invoer.samenhang,
                problemen=problemen,
                onderbouwing=onderbouwing,
                binnen_termijn=termijn is None or termijn.einde >= zaken.vandaag(),
            )
            for persoon in over
        ]
    )
    feiten = replace(dossier.feiten(), samenhang=Samenhang.JA if invoer.samenhang else Samenhang.NEE)
    zaken.rond_termijn_af(zaak, "onderzoek", opslaan=False)
    zaken.zet_stap(actor, zaak, "concluderen", feiten)
    return zaak


@action(SCHEME, "overschrijding verantwoorden")
def verantwoord(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Write down why the investigation took longer than its term; the resident reads it."""
    dossier = open_dossier(actor, zaak_id, schrijft=("bevinding",), op_slot=True)
    reden = zin("reden", invoer.reden, 300)
    laat = Bevinding.objects.met(dossier.toegang).filter(
        zaak=dossier.zaak, binnen_termijn=False, te_laat_omdat=""
    )
    if not laat.update(te_laat_omdat=reden):
        raise Geweigerd(
            "niet_te_laat", Tekst("De conclusie was op tijd, of dit staat er al.", "The conclusion was in time, or this was written already."), status=409
        )  # fmt: skip
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "coordinator aanwijzen")
def wijs_coordinator_aan(actor: Actor, zaak_id: UUID, invoer: Coordinator) -> Zaak:
    """Appoint who coordinates: he treats the case from now on; the parties stay answerable for their own part."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    wie = collega_met_rol(dossier.zaak, invoer.medewerker, "coordinator")
    zaken.zet_stap(actor, dossier.zaak, "aanwijzen", replace(dossier.feiten(), coordinator=True))
    zaken.wijs_toe(dossier.zaak, wie, "coordinator", "aangewezen als coördinator")
    return dossier.zaak


@action(SCHEME, "aanpak afzien")
def zie_af(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Without coherence there is no joint approach: the case ends and is shielded."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    zaken.zet_stap(actor, dossier.zaak, "geen_aanpak", dossier.feiten(), reden)
    return dossier.zaak
