"""A warm hand-over, and its destruction after fourteen days, that die on the way."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.organisaties.queries import actor_van, systeem
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.vernietiging import actions as vernietiging
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over
from samenhang.schemes.helplijn.domain.overdracht import Overdrachtsinvoer
from samenhang.schemes.helplijn.models import Contact, Overdrachtstand
from tests.gedood.beproeven import Proef
from tests.gedood.leveren import doe_plichten
from tests.schemes.helplijn import wereld as w

TOEN, LATER = "2026-11-24T09:00:00+01:00", "2026-11-24T16:00:00+01:00"
VOORBIJ, DAARNA = "2026-12-09T09:00:00+01:00", "2026-12-09T16:00:00+01:00"
JA = Overdrachtsinvoer(True, "Zwaantje", "de huur", telefoon="0612345678")


def lia() -> Actor:
    return actor_van(Gebruiker.objects.get(naam="lia"), date(2026, 11, 24))


def gesprek() -> None:
    """A municipality with a line, and a caller who said yes."""
    lijn = w.maak_lijn()
    w.medewerker(lijn.gemeente, "lia", "lijnmedewerker")
    leg_contact_vast(lia(), w.anders(uitgang="schuldhulp"))


def draag_over() -> None:
    draag_warm_over(lia(), Contact.objects.get().id, JA)


def nog_eens() -> None:
    """Who got no answer presses again; what was done is not done twice."""
    try:
        draag_over()
    except Geweigerd as nee:
        if nee.fouten[0].code != "al_overgedragen":
            raise


def overgedragen() -> None:
    gesprek()
    draag_over()


def vernietig() -> None:
    gemeente = Organisatie.objects.get(gemeentecode="9901")
    vernietiging.vernietig_tot(systeem(gemeente), "helplijn", date(2026, 11, 24) + timedelta(days=15))


def stand() -> dict[str, Any]:
    """What there is of the caller, what went, what is counted, and the records of destruction."""
    return {
        "personen": Persoon.objects.filter(scheme="helplijn").count(),
        "stappen": list(Zaak.objects.filter(scheme="helplijn").values_list("stap", flat=True)),
        "betrokken": Zaak.objects.filter(scheme="helplijn", betrokkenen__isnull=False).count(),
        "stukken": UitgaandeOverdracht.objects.count(),
        "warm": Contact.objects.filter(warm=True).count(),
        "standen": list(Overdrachtstand.objects.values_list("stand", flat=True)),
        "records": Vernietiging.objects.count(),
    }


OVERDRAGEN = Proef("overdragen", TOEN, LATER, gesprek, draag_over, stand, doe_plichten, nog_eens)
VERLOPEN = Proef("verlopen", VOORBIJ, DAARNA, overgedragen, vernietig, stand, doe_plichten, vernietig)
