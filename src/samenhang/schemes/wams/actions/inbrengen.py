"""What a party from outside brings in: about who shares that with it, in its own domain, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.verstrekkingen.actions import hef_voorwaarden_op, stel_voorwaarde
from samenhang.kernel.verstrekkingen.actions.voorwaarden import bronregister, gesteld_over
from samenhang.kernel.verstrekkingen.domain.voorwaarden import TITELS, Gesteld, Soort
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.wams.actions.gedeeld import ingevuld, keuze, weiger
from samenhang.schemes.wams.deelname import feiten_voor, hoogstens, zaak_als_deelnemer
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.domain.partijen import CASUSOVERLEG
from samenhang.schemes.wams.models import AANDACHTSPUNTEN
from samenhang.schemes.wams.scheme import SCHEME

GEEN: Final = "geen"
VOORWAARDEN: Final = {
    GEEN: Tekst("Ja, aan wie het van deze persoon mag zien", "Yes, to who may see it of this person"),
    str(Soort.ZELFDE_DOEL): Tekst("Alleen in dit overleg", "In this meeting only"),
    str(Soort.NIET_VERDER): Tekst("Nee, aan geen andere organisatie", "No, to no other organisation"),
}
assert set(VOORWAARDEN) == {GEEN, *TITELS}  # the words of the kernel


@dataclass(frozen=True, slots=True)
class Inbreng:
    """About whom, in which domain, what the party knows."""

    persoon: UUID = veld("Over wie?", "About whom?", bron="delers")
    leefgebied: str = veld("Waarover?", "About what?", bron="in_te_brengen", hoogstens=40)
    tekst: str = veld(
        "Wat wilt u inbrengen?", "What do you want to bring in?", regels=4, hoogstens=1000,
        uitleg=Tekst("Deze persoon leest het, en dat het van u komt.", "This person reads it, and that it comes from you."),
    )  # fmt: skip
    voorwaarde: str = veld(
        "Mag dit verder worden doorgegeven?", "May this be passed on?", keuzes=tuple(VOORWAARDEN.items()), standaard=GEEN,
        uitleg=Tekst("De coördinator en deze persoon zien het altijd. Wat u hier kiest, geldt voor wat u nu inbrengt, tot u het laat vervallen.",
                     "The coordinator and this person always see it. What you choose here holds for what you bring in now, until you lift it."),
    )  # fmt: skip


@action(SCHEME, "inbreng vastleggen")
def breng_in(actor: Actor, zaak_id: UUID, invoer: Inbreng) -> Zaak:
    """A party records what it knows, in a domain in which its kind may give something, of who shares that with it.

    It may ask that this is not passed on: no other party then gets it, while what others said on the subject stays
    open to them; and nothing on the subject goes to another register (WGS art. 1.5 and 1.7, unverified). Who shares nothing with it does not exist for it: the refusal is the same as for a number that was made up.
    """
    zaak = zaak_als_deelnemer(actor, zaak_id, op_slot=True)
    keuze("leefgebied", invoer.leefgebied, LEEFGEBIEDEN)
    tekst = ingevuld("tekst", invoer.tekst, 1000)
    voorwaarde = keuze("voorwaarde", invoer.voorwaarde or GEEN, VOORWAARDEN)
    van_wie = actor.organisatienaam or actor.naam
    feiten = feiten_voor(zaak, actor.organisatiesoort, van_wie).get(invoer.persoon)
    if feiten is None or not feiten.instemming:
        raise _deelt_niets()
    if invoer.leefgebied not in hoogstens(actor.organisatiesoort).schrijft & feiten.instemming:
        wat = LEEFGEBIEDEN[invoer.leefgebied]
        raise Geweigerd(
            "niet_in_te_brengen",
            Tekst(
                f"Hierover brengt uw organisatie bij deze persoon niets in: {wat.nl.lower()}. Bespreek het met de coördinator.",
                f"Your organisation brings in nothing about this of this person: {wat.en.lower()}. Discuss it with the coordinator.",
            ),
            status=403,
        )  # fmt: skip
    toegang = toegang_tot(
        actor, zaak, schrijft={invoer.leefgebied}, doel=CASUSOVERLEG, personen=[invoer.persoon], bekend=feiten
    )
    AANDACHTSPUNTEN[invoer.leefgebied].objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=invoer.persoon,
        zaak=zaak,
        moment=huidige_operatie().nu,
        door=actor.naam,
        tekst=tekst,
        bron=van_wie[:200],
        voorwaarde="" if voorwaarde == GEEN else voorwaarde,
    )
    if voorwaarde != GEEN:
        _stel(zaak, invoer.persoon, Gesteld(invoer.leefgebied, Soort(voorwaarde), van_wie, per_rij=True))
    zaken.bewaar(zaak)
    zaken.schrijf_tijdlijn(
        zaak, "inbreng", Tekst("Een partij bracht iets in", "A party brought something in")
    )
    return zaak


@dataclass(frozen=True, slots=True)
class Vrijgave:
    """About whom, and in which domain, what the party asked before does not hold any more."""

    persoon: UUID = veld("Over wie?", "About whom?", bron="delers")
    leefgebied: str = veld("Waarover?", "About what?", bron="in_te_brengen", hoogstens=40)


@action(SCHEME, "voorwaarde laten vervallen")
def laat_vervallen(actor: Actor, zaak_id: UUID, invoer: Vrijgave) -> Zaak:
    """A party lifts what it asked about what it brought in itself: from now on who may see the subject sees that too.

    Only its own conditions: what another party asked stands. Raises `Geweigerd` (409) when it asked nothing, (400) for
    who shares nothing with it.
    """
    zaak = zaak_als_deelnemer(actor, zaak_id, op_slot=True)
    keuze("leefgebied", invoer.leefgebied, LEEFGEBIEDEN)
    van_wie = actor.organisatienaam or actor.naam
    feiten = feiten_voor(zaak, actor.organisatiesoort, van_wie).get(invoer.persoon)
    if feiten is None or not feiten.instemming:
        raise _deelt_niets()
    register = bronregister(zaak, invoer.persoon)
    hef_voorwaarden_op(
        zaak,
        invoer.persoon,
        invoer.leefgebied,
        actor.naam,
        register,
        bron=van_wie,
        tijdlijn=Tekst("Een partij liet een voorwaarde vervallen", "A party lifted a condition"),
    )
    toegang = toegang_tot(
        actor, zaak, schrijft={invoer.leefgebied}, doel=CASUSOVERLEG, personen=[invoer.persoon], bekend=feiten
    )
    eigen = AANDACHTSPUNTEN[invoer.leefgebied].objects.met(toegang).filter(zaak=zaak, bron=van_wie[:200])
    eigen.exclude(voorwaarde="").update(voorwaarde="")
    zaken.bewaar(zaak)
    return zaak


def _deelt_niets() -> Geweigerd:
    return weiger(
        "persoon", "deelt_niets", "Deze persoon deelt niets met uw organisatie. Kies iemand die u in deze zaak ziet.",
        "This person shares nothing with your organisation. Choose someone whom you see in this case.",
    )  # fmt: skip


def _stel(zaak: Zaak, persoon: UUID, gesteld: Gesteld) -> None:
    """Keep what the party asked, unless it asked so before; the timeline does not say which party, or about what."""
    toegang = bronregister(zaak, persoon)
    if gesteld not in gesteld_over(toegang, persoon):
        stel_voorwaarde(
            zaak,
            persoon,
            gesteld,
            toegang,
            Tekst("Een partij stelde een voorwaarde", "A party set a condition"),
        )
