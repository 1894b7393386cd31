"""The helpline passes a caller on: he is taken in, and the line hears that, and later whether he was reached."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.uitwisseling.opnemen import (
    aanbod_op_slot,
    aangeboden,
    afzender_van,
    inhoud_van,
    neem_aanbod_op,
)
from samenhang.kernel.verstrekkingen.actions import draag_over
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot_register
from samenhang.schemes.schuldhulp.actions.openen import open_hulpvraag
from samenhang.schemes.schuldhulp.domain.lijn import (
    LIJN,
    ONTVANGST,
    UITKOMST,
    WARM,
    Bereiktinvoer,
    Ontvangst,
    Uitkomst,
    gevraagd_op,
    lees_warm,
)
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Hulpvraag
from samenhang.schemes.schuldhulp.scheme import SCHEME


def van_de_lijn(actor: Actor, nummer: UUID) -> bool:
    """Whether what waits under this number came from the helpline."""
    return any(aanbod.id == nummer for aanbod in aangeboden(actor.organisatie, SCHEME.naam, WARM))


def neem_warm_over(actor: Actor, nummer: UUID) -> Zaak:
    """Take in a caller of the line, and tell the line that somebody did. The term runs from when he asked there.

    Called within the action that takes in a referral. Raises `Geweigerd` (404) when it waits no more.
    """
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanmelden", leest=("naw",), schrijft=("naw",))
    aanbod, inhoud = aanbod_op_slot(actor, toegang, SCHEME.naam, WARM, nummer)
    warm = lees_warm(inhoud)
    gevonden = inhoud_van(toegang, aanbod)
    zaak = open_hulpvraag(
        actor,
        Naw(achternaam=warm.naam[:200]),
        warm.telefoon[:80],
        warm.email[:254],
        Hulpvraag(
            bron=LIJN,
            gevraagd_op=gevraagd_op(warm),
            dreigingen=list(warm.dreigingen),
            bronnummer=warm.meldingnummer[:20],
            wens=warm.wens[:300],
        ),
        gevonden[1] if aanbod.bericht is not None and gevonden is not None else None,
    )
    neem_aanbod_op(actor, aanbod, zaak, toegang)
    _meld(zaak, ONTVANGST, Ontvangst(warm.meldingnummer), toegang)
    return zaak


@action(SCHEME, "bereikt melden")
def meld_bereikt(actor: Actor, zaak_id: UUID, invoer: Bereiktinvoer) -> Zaak:
    """Tell the line that passed this resident on whether he was reached: yes or no, and nothing else.

    Raises `Geweigerd` (409) when the case did not come from a line, or it was told before.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaak = dossier.zaak
    hulpvraag = dossier.hulpvraag
    if hulpvraag is None or hulpvraag.bron != LIJN:
        raise Geweigerd(
            "niet_van_de_lijn",
            Tekst(
                "Deze inwoner kwam niet via de helplijn: er is niemand om dit aan te melden.",
                "This resident did not come through the helpline: there is nobody to tell.",
            ),
            status=409,
        )
    _meld(zaak, UITKOMST, Uitkomst(hulpvraag.bronnummer, invoer.bereikt), dossier.toegang)
    zaken.bewaar(zaak)
    return zaak


def _meld(zaak: Zaak, soort: str, inhoud: Ontvangst | Uitkomst, toegang: Toegang) -> None:
    """A disclosure without anything of the resident, to whoever passed him on."""
    gevonden, ander = afzender_van(zaak.id)
    if not gevonden:
        raise Geweigerd(
            "lijn_onbekend",
            Tekst("De lijn die dit doorgaf is hier niet meer bekend.", "The line that passed this on is no longer known here."),
            status=409,
        )  # fmt: skip
    (persoon_id,) = personen_van(zaak)
    huidige_operatie().zaak_id = zaak.id
    draag_over(zaak, soort, persoon_id, inhoud, toegang, ontvanger=ander, bekend=Vastgelegd())
