"""The destruction of what has outlived its term, dying on the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings

from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.vernietiging import actions as vernietiging
from samenhang.kernel.vernietiging import register
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions
from tests.bouw import lever, maak_gemeente, rij, schrijf_levering
from tests.gedood.beproeven import Proef
from tests.gedood.leveren import doe_plichten

AANTAL = 4
CODE = "9903"
DAG = "2027-08-01"


def gemeente() -> Organisatie:
    return Organisatie.objects.get(gemeentecode=CODE)


def bereid() -> None:
    """Closed cases and one that is not."""
    huis = maak_gemeente(CODE, "Veenrijk")
    rijen = [
        rij(n, achternaam=f"{'ABCDE'[n]}ievit", geboortedatum=f"19{n + 4}0-02-03", huisnummer=str(n + 1), postcode=f"26{n + 11}ZZ", telefoon="")
        for n in range(AANTAL + 1)
    ]  # fmt: skip
    lever(huis, schrijf_levering(Path(settings.DATAMAP) / "vernietigen.csv", *rijen))
    actions.pak_signalen_op(huis.intake)
    zaken = Zaak.objects.filter(organisatie=huis.organisatie).order_by("nummer")
    for zaak in zaken:
        actions.wijs_toe(huis.sanne, [zaak.id], huis.sanne.medewerker_id, "mijn wijk")
    for zaak in zaken[:AANTAL]:
        actions.bevestig_inwoner(huis.sanne, zaak.id, False)


def werk() -> None:
    vernietiging.vernietig_tot(systeem(gemeente()), "vroegsignalering", date.fromisoformat(DAG))


def stand() -> dict[str, Any]:
    """Cases by step, what hangs loose, the records of destruction and the register outside the database."""
    zaken = Zaak.objects.filter(organisatie=gemeente())
    records = Vernietiging.objects.filter(organisatie=gemeente())
    return {
        "stappen": sorted(zaken.values_list("stap", flat=True)),
        "halve_zaken": zaken.filter(stap="vernietigd", betrokkenen__isnull=False).count()
        + zaken.exclude(stap="vernietigd").filter(betrokkenen__isnull=True).count(),
        "personen_zonder_zaak": Persoon.objects.filter(betrokken_bij__isnull=True).count(),
        "records": sorted(records.values_list("regel", flat=True)),
        "in_register": sorted(regel["regel"] for regel in {r["id"]: r for r in register.lees()}.values()),
        "verschil": len({str(nummer) for nummer in records.values_list("id", flat=True)} ^ {r["id"] for r in register.lees()}),
    }  # fmt: skip


PROEF = Proef(
    "vernietigen", f"{DAG}T03:00:00+02:00", f"{DAG}T04:00:00+02:00", bereid, werk, stand, doe_plichten, werk
)
