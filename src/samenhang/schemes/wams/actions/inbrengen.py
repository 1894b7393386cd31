"""What a party from outside brings in: about who shares that with it, in its own domain, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.wams.actions.gedeeld import ingevuld, keuze, weiger
from samenhang.schemes.wams.deelname import feiten_voor, hoogstens, zaak_als_deelnemer
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.domain.partijen import CASUSOVERLEG
from samenhang.schemes.wams.models import AANDACHTSPUNTEN
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Inbreng:
    """About whom, in which domain, what the party knows."""

    persoon: UUID = veld("Over wie?", "About whom?", bron="delers")
    leefgebied: str = veld("Waarover?", "About what?", bron="in_te_brengen", hoogstens=40)
    tekst: str = veld(
        "Wat wilt u inbrengen?", "What do you want to bring in?", regels=4, hoogstens=1000,
        uitleg=Tekst("Deze persoon leest het, en dat het van u komt.", "This person reads it, and that it comes from you."),
    )  # fmt: skip


@action(SCHEME, "inbreng vastleggen")
def breng_in(actor: Actor, zaak_id: UUID, invoer: Inbreng) -> Zaak:
    """A party records what it knows, in a domain in which its kind may give something, of who shares that with it.

    Who shares nothing with it does not exist for it: the refusal is the same as for a number that was made up.
    """
    zaak = zaak_als_deelnemer(actor, zaak_id, op_slot=True)
    keuze("leefgebied", invoer.leefgebied, LEEFGEBIEDEN)
    tekst = ingevuld("tekst", invoer.tekst, 1000)
    feiten = feiten_voor(zaak, actor.organisatiesoort).get(invoer.persoon)
    if feiten is None or not feiten.instemming:
        raise weiger(
            "persoon", "deelt_niets", "Deze persoon deelt niets met uw organisatie. Kies iemand die u in deze zaak ziet.",
            "This person shares nothing with your organisation. Choose someone whom you see in this case.",
        )  # fmt: skip
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
        bron=actor.organisatienaam or actor.naam,
    )
    zaken.bewaar(zaak)
    zaken.schrijf_tijdlijn(
        zaak, "inbreng", Tekst("Een partij bracht iets in", "A party brought something in")
    )
    return zaak
