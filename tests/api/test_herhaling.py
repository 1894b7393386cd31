"""Idempotency keys: the same call again gets the same answer, and nothing is done twice."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.herhaling.herhaling import Antwoord, eenmaal
from samenhang.kernel.herhaling.models import Herhaalsleutel
from samenhang.kernel.herhaling.plichten import SLEUTELS_VERGETEN
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.plichten import uitvoerder
from tests.api.wereld import BASIS, Wereld, wereld
from tests.tellen import telt

__all__ = ["wereld"]

pytestmark = pytest.mark.django_db
POGING = {"soort": "Telefoon", "datum": "2026-11-24", "dagdeel": "Ochtend", "bereikt": False}


def poging(wereld: Wereld, sleutel: str, client: Client | None = None, **anders: Any) -> Any:
    return (client or wereld.client).post(
        f"{BASIS}/meldingen/{wereld.zaken[0].id}/contactpogingen",
        json.dumps(POGING | anders),
        content_type="application/json",
        headers={"idempotency-key": sleutel},
    )


def pogingen(wereld: Wereld) -> int:
    return len(wereld.client.get(f"{BASIS}/meldingen/{wereld.zaken[0].id}").json()["contactpogingen"])


def test_dezelfde_aanroep_krijgt_hetzelfde_antwoord_en_gebeurt_een_keer(wereld: Wereld) -> None:
    eerste, tweede = poging(wereld, "sleutel-0001"), poging(wereld, "sleutel-0001")
    assert eerste.status_code == tweede.status_code == 201
    assert eerste.content == tweede.content
    assert "Idempotent-Replayed" not in eerste.headers
    assert tweede.headers["Idempotent-Replayed"] == "true"
    assert pogingen(wereld) == 1
    assert poging(wereld, "sleutel-0002", dagdeel="Avond").status_code == 201
    assert pogingen(wereld) == 2


def test_een_ander_verzoek_onder_dezelfde_sleutel_is_422(wereld: Wereld) -> None:
    poging(wereld, "sleutel-0001")
    ander = poging(wereld, "sleutel-0001", dagdeel="Avond")
    assert ander.status_code == 422
    assert ander.json()["code"] == "sleutel_hergebruikt"
    elders = wereld.client.post(
        f"{BASIS}/oppakken", content_type="application/json", headers={"idempotency-key": "sleutel-0001"}
    )
    assert elders.status_code == 422
    assert pogingen(wereld) == 1


@pytest.mark.parametrize("sleutel", ["kort", "met spatie er in", "x" * 201])
def test_een_onmogelijke_sleutel_is_400_en_doet_niets(wereld: Wereld, sleutel: str) -> None:
    antwoord = poging(wereld, sleutel)
    assert antwoord.status_code == 400
    assert antwoord.json()["code"] == "sleutel_onjuist"
    assert pogingen(wereld) == 0


def test_een_sleutel_is_van_een_aanroeper(wereld: Wereld) -> None:
    poging(wereld, "sleutel-0001")
    elders = wereld.intake.post(
        f"{BASIS}/oppakken", content_type="application/json", headers={"idempotency-key": "sleutel-0001"}
    )
    assert elders.status_code == 200


def test_een_geweigerde_aanroep_laat_geen_sleutel_achter_en_wel_haar_logregel(wereld: Wereld) -> None:
    geweigerd = poging(wereld, "sleutel-0001", client=wereld.intake)
    assert geweigerd.status_code == 403
    assert not Herhaalsleutel.objects.exists()
    assert Auditregel.objects.filter(naam="contactpoging vastleggen", uitkomst="geweigerd").count() == 1
    toekomst = poging(wereld, "sleutel-0001", datum="2027-01-01")
    assert toekomst.status_code == 400
    assert poging(wereld, "sleutel-0001").status_code == 201


def test_twee_opdrachten_extra(wereld: Wereld) -> None:
    def zonder(dagdeel: str, kop: dict[str, str]) -> int:
        with telt() as telling:
            antwoord = wereld.client.post(
                f"{BASIS}/meldingen/{wereld.zaken[0].id}/contactpogingen",
                json.dumps(POGING | {"dagdeel": dagdeel}),
                content_type="application/json",
                headers=kop,
            )
        assert antwoord.status_code == 201
        return len(telling)

    assert zonder("Middag", {"idempotency-key": "sleutel-0001"}) - zonder("Avond", {}) == 2


def test_een_fout_halverwege_laat_niets_achter() -> None:
    from uuid import uuid4

    wie = uuid4()

    def kapot() -> Antwoord:
        raise RuntimeError("stroom weg")

    with pytest.raises(RuntimeError):
        eenmaal(wie, "sleutel-0001", "a", kapot)
    assert not Herhaalsleutel.objects.exists()
    assert eenmaal(wie, "sleutel-0001", "a", lambda: Antwoord(201, b"{}"))[1] is False


def test_zelf_eenmalig_werk_dat_werd_afgebroken_gebeurt_nog_eens() -> None:
    from uuid import uuid4

    wie, keren = uuid4(), []

    def werk(kapot: bool) -> Antwoord:
        keren.append(1)
        if kapot:
            raise RuntimeError("stroom weg")
        return Antwoord(201, b'{"a":1}', {"ETag": '"1"'})

    with pytest.raises(RuntimeError):
        eenmaal(wie, "sleutel-0001", "a", lambda: werk(True), zelf_eenmalig=True)
    antwoord, herhaald = eenmaal(wie, "sleutel-0001", "a", lambda: werk(False), zelf_eenmalig=True)
    assert (len(keren), herhaald) == (2, False)
    weer, herhaald = eenmaal(wie, "sleutel-0001", "a", lambda: werk(False), zelf_eenmalig=True)
    assert (len(keren), herhaald, weer) == (2, True, antwoord)
    with pytest.raises(Geweigerd):
        eenmaal(wie, "sleutel-0001", "b", lambda: werk(False), zelf_eenmalig=True)


def test_een_levering_twee_keer_onder_een_sleutel_is_een_levering(wereld: Wereld, tmp_path: Any) -> None:
    from tests.bouw import rij, schrijf_levering

    def stuur(naam: str, nummer: int) -> Any:
        with schrijf_levering(tmp_path / naam, rij(nummer)).open("rb") as bestand:
            return wereld.intake.post(
                f"{BASIS}/partners/{wereld.gemeente.partner.id}/aanleveringen",
                {"bestand": bestand},
                headers={"idempotency-key": "levering-0001"},
            )

    eerste, tweede = stuur("a.csv", 2001), stuur("a.csv", 2001)
    assert eerste.status_code == 201
    assert tweede.headers["Idempotent-Replayed"] == "true"
    assert eerste.content == tweede.content
    assert stuur("b.csv", 2002).status_code == 422


def test_na_een_dag_is_een_sleutel_vergeten(wereld: Wereld) -> None:
    poging(wereld, "sleutel-0001")
    assert list(SLEUTELS_VERGETEN.wat_moet(timezone.now(), 10)) == []
    Herhaalsleutel.objects.update(moment=timezone.now() - timedelta(hours=25))
    uitvoerder.werk()
    assert not Herhaalsleutel.objects.exists()
