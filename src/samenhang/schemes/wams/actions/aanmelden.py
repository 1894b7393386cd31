"""A resident asks for debt assistance: who treats his case passes that on, and nothing of what the case knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.scheme import veld
from samenhang.kernel.verstrekkingen.actions import draag_over
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.wams.actions.gedeeld import niet_in_toekomst
from samenhang.schemes.wams.domain.overdracht import AANMELDING, Aanmelding
from samenhang.schemes.wams.dossier import open_dossier
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Hulpvraag:
    """Who asks for debt assistance, since when, and whether he may lose home, energy, water or insurance."""

    persoon: UUID = veld("Wie vraagt om schuldhulp?", "Who asks for debt assistance?", bron="deelnemers")
    gevraagd_op: date = veld(
        "Wanneer vroeg hij of zij daarom?", "When did he or she ask for it?", vandaag=True,
        uitleg=Tekst("Vanaf deze dag loopt de wettelijke termijn.", "The statutory term runs from this day."),
    )  # fmt: skip
    dreiging: bool = veld(
        "Dreigt ontruiming, afsluiting of het einde van de zorgverzekering?",
        "Does eviction, cut-off or the end of health insurance threaten?",
        uitleg=Tekst("Dan is het eerste gesprek binnen drie werkdagen.", "Then the first talk is within three working days."),
    )  # fmt: skip


@action(SCHEME, "aanmelden bij schuldhulp")
def meld_aan(actor: Actor, zaak_id: UUID, invoer: Hulpvraag) -> Zaak:
    """Pass on that someone asks for debt assistance: who, how to reach him, since when, and whether something threatens.

    A disclosure with a decision of its own: it waits for an open objection, and for what the source of the data asked.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaak = dossier.zaak
    lid = dossier.lid(invoer.persoon)
    if not dossier.neemt_deel(invoer.persoon):
        raise Geweigerd(
            "doet_niet_mee",
            Tekst(
                f"{lid.naam} doet niet mee in deze zaak. Laat hem of haar zelf schuldhulp vragen. Er is niets doorgegeven.",
                f"{lid.naam} takes no part in this case. Let him or her ask for debt assistance. Nothing was passed on.",
            ),
            status=403,
        )
    niet_in_toekomst("gevraagd_op", invoer.gevraagd_op)
    # The facts are for the decision to send, which keeps a refusal; reading his own name asks none of them.
    toegang = toegang_tot(
        actor, zaak, leest=("naw", "contact"), schrijft=("naw",), doel=AANMELDING, personen=[invoer.persoon], bekend=Vastgelegd()
    )  # fmt: skip
    naw = Naw.objects.met(toegang).filter(persoon_id=invoer.persoon).first()
    contact = Contactgegeven.objects.met(toegang).filter(persoon_id=invoer.persoon).first()
    inhoud = Aanmelding(
        meldingnummer=zaak.nummer,
        naam=naw.weergavenaam if naw else lid.naam,
        geboortedatum=naw.geboortedatum if naw else lid.geboortedatum,
        adres=naw.adresregel if naw else "",
        telefoon=contact.telefoon if contact else "",
        email=contact.email if contact else "",
        aanvaard_op=invoer.gevraagd_op,
        dreiging=invoer.dreiging,
    )
    bekend = dossier.vastgelegd(invoer.persoon)
    draag_over(zaak, AANMELDING, invoer.persoon, inhoud, toegang, bekend=bekend)
    zaken.bewaar(zaak)
    return zaak
