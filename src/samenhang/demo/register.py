"""What the demo database made of the signals: person and household of each, to measure against the truth."""

from __future__ import annotations

from samenhang.demo.meten import Sleutel
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.personen.models import HuishoudenLid
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.models import Signaal
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def groepen() -> tuple[dict[Sleutel, str], dict[Sleutel, str]]:
    """Person and household of every signal of every municipality."""
    personen: dict[Sleutel, str] = {}
    huishoudens: dict[Sleutel, str] = {}
    for gemeente in Organisatie.objects.filter(soort="gemeente").order_by("gemeentecode"):
        eigen, thuis = _van(systeem(gemeente))
        personen |= eigen
        huishoudens |= {sleutel: thuis.get(persoon, persoon) for sleutel, persoon in eigen.items()}
    return personen, huishoudens


@query(SCHEME, "koppeling meten")
def _van(actor: Actor) -> tuple[dict[Sleutel, str], dict[str, str]]:
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanlevering", leest=("signaal",))
    rijen = Signaal.objects.met(toegang).values_list("partner__kvk", "signaal_id", "persoon_id")
    eigen = {(str(kvk), nummer): str(persoon) for kvk, nummer, persoon in rijen}
    leden = HuishoudenLid.objects.filter(huishouden__organisatie_id=actor.organisatie, tot__isnull=True)
    return eigen, {
        str(persoon): str(huis) for persoon, huis in leden.values_list("persoon_id", "huishouden_id")
    }
