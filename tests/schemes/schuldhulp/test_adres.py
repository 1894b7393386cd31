"""Letters to creditors go to their address, as it was on the day they were sent."""

from __future__ import annotations

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.schuldeisers import zet_adres
from samenhang.schemes.schuldhulp.models import Schuldeiser
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_brieven import tekst

pytestmark = pytest.mark.django_db


def test_een_brief_houdt_het_adres_van_de_dag_waarop_hij_ging() -> None:
    gemeente = w.maak_gemeente()
    zaak = w.met_schulden(gemeente)
    dienst = Schuldeiser.objects.get(naam="Belastingdienst")
    pad = f"/schuldhulp/schuldeisers/{dienst.id}/adres"
    client = w.web(gemeente.noor)
    assert client.post(pad, {"adres": "Postbus 100\n\n 6400 AA   Heerlen "}).status_code == 302
    assert "Postbus 100<br>6400 AA Heerlen" in client.get("/schuldhulp/schuldeisers").content.decode()
    w.doe(gemeente, zaak, "berekening", soort="SB")
    w.doe(gemeente, zaak, "voorstel")
    machine = w.api(gemeente.noor)
    nieuw = {"adres": "Postbus 9\n1000 AA Amsterdam"}
    antwoord = machine.post(f"/api/v1{pad}", nieuw, content_type="application/json")
    assert next(rij for rij in antwoord.json()["schuldeisers"] if rij["id"] == str(dienst.id))["adres"] == nieuw["adres"]  # fmt: skip
    brief = tekst(queries.brief(w.als(gemeente.noor), zaak.id, "voorstel"))
    assert "6400 AA Heerlen" in brief
    assert "Amsterdam" not in brief


@pytest.mark.parametrize("adres", ["Postbus 100", "a\nb\nc\nd\ne", "x" * 120 + "\n" + "y" * 80])
def test_een_adres_heeft_twee_tot_vier_regels(adres: str) -> None:
    gemeente = w.maak_gemeente()
    w.met_schulden(gemeente)
    rij = Schuldeiser.objects.get(naam="Belastingdienst")
    with pytest.raises(Geweigerd, match="twee tot vier regels"):
        zet_adres(w.als(gemeente.noor), rij.id, adres)
    elders = w.maak_gemeente("9902")
    with pytest.raises(Geweigerd, match="is er niet"):
        zet_adres(w.als(elders.noor), rij.id, "Straat 1\n1000 AA Stad")
