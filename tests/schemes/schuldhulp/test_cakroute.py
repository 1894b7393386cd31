"""Who responds to an offer of the CAK is helped to stabilisation, and his insurer is asked to deregister him."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Taak, Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.cak import Reageerder
from tests.bouw import maak_gemeente
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 24)
WIE = Reageerder("Terpstra", "2613 CD", 7, "Kade", "Delft", DAG, "mail", voorletters="Z.", geboortedatum=date(1970, 1, 5), telefoon="0611111111", dagdeel="Avond")  # fmt: skip


def test_van_de_reactie_tot_de_afmelding_door_drie_deuren() -> None:
    gemeente = maak_gemeente()
    sanne = gemeente.sanne
    melding = actions.registreer_reactie(sanne, WIE)
    if melding.behandelaar_id is None:
        actions.wijs_toe(sanne, [melding.id], sanne.medewerker_id, "Opgepakt")
    actions.bevestig_inwoner(sanne, melding.id, True)
    actions.leg_contactpoging_vast(sanne, melding.id, actions.Poging("Telefoon", DAG, "Ochtend", True))
    actions.doe_aanbod(sanne, melding.id, "telefoon", DAG)
    persoon = Betrokkene.objects.get(zaak=melding).persoon_id
    actions.aanvaard(sanne, melding.id, persoon, DAG, dreiging=False)

    noor = w.medewerker(gemeente.organisatie, "noor")
    (regel,) = queries.aanmeldingen(w.als(noor))
    assert (regel.bron, regel.bronnummer, regel.aanvaard_op) == ("vroegsignalering", melding.nummer, DAG)
    zaak = neem_over(w.als(noor), regel.id)
    overdracht = UitgaandeOverdracht.objects.get(zaak=melding)
    assert overdracht.ontvangen is not None
    assert zaak.termijnen.get().start == DAG, "de vier weken lopen vanaf de dag waarop hij ja zei"

    _tot_stabilisatie(w.als(noor), zaak)
    taak = Taak.objects.get(zaak=zaak, soort="zorgafmelding")
    assert (taak.uiterlijk, taak.klaar) == (w.vandaag() + timedelta(days=7), None)
    client, machine = w.web(noor), w.api(noor)
    assert "/zorgafmelding" in client.get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    pad = f"/api/v1/schuldhulp/zaken/{zaak.id}/zorgafmelding"
    fout = machine.post(pad, {"uitkomst": "misschien", "op": "2026-11-24"}, content_type="application/json")
    assert fout.status_code == 400
    assert Taak.objects.get(id=taak.id).klaar is None
    goed = machine.post(pad, {"uitkomst": "afgemeld", "op": "2026-11-24"}, content_type="application/json")
    assert goed.status_code == 200
    assert Taak.objects.get(id=taak.id).klaar is not None


def _tot_stabilisatie(noor: Any, zaak: Zaak) -> None:
    for naam, invoer in (
        ("oppakken", {}),
        ("gesprek", {"op": DAG}),
        ("toelating", {"motivering": w.ZIN, "plan": w.PLAN}),
        ("huishouden", {"situatie": "alleenstaande", "vtlb": "1562,86", "vtlb_op": DAG}),
        ("inkomen", {"soort": "loon", "netto": "1.846,00", "bewijs": "loonstrook", "bewijs_op": DAG}),
        ("stabilisatie", {"wanbetaler": "ja"}),
    ):
        w.doe_als(noor, zaak, naam, **invoer)
