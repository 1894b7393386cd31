"""A young person asks himself, a representative looks on his behalf, and a worker says when that is against his interest (W16)."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import inwoner_van
from samenhang.kernel.rechten.domain.vertegenwoordiging import Periode, mag_zelf_inzien, overlapt, te_oud
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import gezin, onderzoek, vertegenwoordigen
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db
SCHOOL = "Mila durft niet naar school"
VANDAAG = w.DAG
WAAROM = "Mila vertelde de hulpverlener iets dat haar moeder niet mag weten."


def _bouw(map_: Path) -> dict[str, Any]:
    """Ria with a daughter of thirteen and a son of eight, both in the case; of the daughter it is known how school goes."""
    g = w.maak_gemeente()
    zaak = w.in_onderzoek(g)
    omar, wie = w.als(g.omar), {"moeder": w.moeder(zaak)}
    for naam, geboren in (("Mila de Wit", date(2013, 11, 25)), ("Sem de Wit", date(2018, 2, 1))):
        gezin.voeg_gezinslid_toe(omar, zaak.id, gezin.Lid(naam, "kind", geboren))
        wie[naam.split()[0].lower()] = Betrokkene.objects.filter(zaak=zaak).latest("id").persoon_id
    w.stemt_in(omar, zaak, wie["mila"], "deelname", "onderwijs")
    w.stemt_in(omar, zaak, wie["sem"], "deelname", door="vertegenwoordiger")
    for kind in ("mila", "sem"):
        gezin.informeer(omar, zaak.id, gezin.Verteld(wie[kind], "gesprek", timezone.localdate()))
    onderzoek.leg_aandachtspunt_vast(omar, zaak.id, onderzoek.Aandachtspunt(wie["mila"], "onderwijs", SCHOOL, "Mila", ""))  # fmt: skip
    return {"g": g, "zaak": zaak, "wie": wie}


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    return blijvend(_bouw)


@pytest.fixture
def huis(stand: dict[str, Any], db: None) -> dict[str, Any]:
    return deepcopy(stand)


def account(huis: dict[str, Any], wie: str) -> Gebruiker:
    return Gebruiker.objects.create_user(f"{wie}@test.invalid", naam=wie, persoon_id=huis["wie"][wie])


def invoer(huis: dict[str, Any], kind: str = "mila", **anders: Any) -> vertegenwoordigen.Vertegenwoordiger:
    gewoon = vertegenwoordigen.Vertegenwoordiger(
        huis["wie"][kind], huis["wie"]["moeder"], "gezagsregister", timezone.localdate(), None
    )
    return replace(gewoon, **anders)


def leg_vast(huis: dict[str, Any], kind: str = "mila", **anders: Any) -> None:
    vertegenwoordigen.leg_vertegenwoordiger_vast(w.als(huis["g"].omar), huis["zaak"].id, invoer(huis, kind, **anders))  # fmt: skip


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, Any]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["wams", *argumenten])
    uit = capsys.readouterr()
    return int(einde.value.code or 0), json.loads(uit.out or uit.err)


def versie(huis: dict[str, Any]) -> dict[str, str]:
    return {"if-match": f'"{Zaak.objects.get(id=huis["zaak"].id).versie}"'}


def test_16_een_kind_van_twaalf_vraagt_zelf_en_een_jonger_kind_niet(huis: dict[str, Any]) -> None:
    """From the twelfth birthday on; before that his page is refused with that reason, and the attempt is logged."""
    tekst = w.web(account(huis, "mila")).get("/wams/mijn").content.decode()
    assert SCHOOL in tekst
    jong = w.web(account(huis, "sem")).get("/wams/mijn")
    assert jong.status_code == 403
    assert "jonger is dan twaalf" in jong.content.decode()
    assert Auditregel.objects.latest("id").uitkomst == "geweigerd"
    with time_machine.travel("2030-02-01T09:00:00+01:00", tick=False):
        assert w.web(Gebruiker.objects.get(naam="sem")).get("/wams/mijn").status_code == 200


def test_16_de_vertegenwoordiger_ziet_de_pagina_van_het_kind_en_het_kind_ziet_dat(
    huis: dict[str, Any],
) -> None:
    ria, mila = account(huis, "moeder"), account(huis, "mila")
    pad = f"/wams/mijn/{huis['wie']['mila']}"
    deur = w.web(ria)
    assert deur.get(pad).status_code == 404, "niemand legde vast dat zij haar vertegenwoordigt"
    leg_vast(huis)
    assert pad in deur.get("/wams/mijn").content.decode()
    antwoord = deur.get(pad)
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert SCHOOL in tekst
    assert "Wat wij weten over Mila de Wit" in tekst
    for weg in ("Maak bezwaar", "Ik stem niet meer in", "plan.pdf", "Onze conclusie"):
        assert weg not in tekst, weg
    log = w.web(mila).get("/logboek").content.decode()
    assert "Wie u vertegenwoordigt bekeek uw gegevens" in log
    assert "Wie u vertegenwoordigt bekeek uw gegevens" not in deur.get("/logboek").content.decode()
    assert SCHOOL in w.web(mila).get("/wams/mijn").content.decode(), "van twaalf tot zestien mogen beiden"
    assert SCHOOL not in deur.get("/wams/mijn").content.decode(), "haar eigen pagina blijft van haarzelf"
    for vreemd in (huis["wie"]["sem"], huis["wie"]["moeder"], uuid4()):
        assert deur.get(f"/wams/mijn/{vreemd}").status_code == 404
    assert w.web(mila).get(f"/wams/mijn/{huis['wie']['moeder']}").status_code == 404


def test_16_zij_eindigt_op_de_zestiende_verjaardag_en_op_haar_dag(huis: dict[str, Any]) -> None:
    ria = account(huis, "moeder")
    deur, mila, sem = w.web(ria), huis["wie"]["mila"], huis["wie"]["sem"]
    leg_vast(huis)
    leg_vast(huis, "sem", tot=VANDAAG + timedelta(days=3))
    for kind in (mila, sem):
        assert deur.get(f"/wams/mijn/{kind}").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        assert w.web(ria).get(f"/wams/mijn/{sem}").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=4), tick=False):
        assert w.web(ria).get(f"/wams/mijn/{sem}").status_code == 404
    with time_machine.travel("2029-11-24T09:00:00+01:00", tick=False):
        assert w.web(ria).get(f"/wams/mijn/{mila}").status_code == 200
    with time_machine.travel("2029-11-25T09:00:00+01:00", tick=False):
        dicht = w.web(ria).get(f"/wams/mijn/{mila}")
        assert dicht.status_code == 403
        assert "tot iemand zestien is" in dicht.content.decode()
        assert str(mila) not in w.web(ria).get("/wams/mijn").content.decode()


def test_16_tegen_het_belang_door_drie_deuren(
    huis: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """Recorded with its reason by page, API and command; the representative reads that he may not, never why."""
    g, zaak, wie = huis["g"], huis["zaak"], huis["wie"]
    ria, mila = w.web(account(huis, "moeder")), w.web(account(huis, "mila"))
    pad = f"/wams/mijn/{wie['mila']}"
    lijf = {"persoon": str(wie["mila"]), "door": str(wie["moeder"]), "document": "uitspraak", "van": VANDAAG.isoformat()}  # fmt: skip
    assert w.web(g.omar).post(f"/wams/zaken/{zaak.id}/vertegenwoordiger", lijf).status_code == 302
    assert ria.get(pad).status_code == 200

    def dicht() -> None:
        antwoord = ria.get(pad)
        assert antwoord.status_code == 403
        assert WAAROM not in antwoord.content.decode()
        assert WAAROM not in ria.get("/wams/mijn").content.decode()
        assert WAAROM in mila.get("/wams/mijn").content.decode()

    tegen = {"persoon": str(wie["mila"]), "tegen": True, "reden": WAAROM}
    machine, api = w.api(g.omar), f"/api/v1/wams/zaken/{zaak.id}"
    kort = machine.post(f"{api}/tegen-belang", tegen | {"reden": "Nee."}, content_type="application/json", headers=versie(huis))  # fmt: skip
    assert (kort.status_code, kort.json()["fouten"][0]["code"]) == (400, "te_kort")
    assert ria.get(pad).status_code == 200
    gedaan = machine.post(f"{api}/tegen-belang", tegen, content_type="application/json", headers=versie(huis))
    assert gedaan.status_code == 200
    dicht()
    args = ("--persoon", str(wie["mila"]), "--reden", "De hulpverlener ziet geen bezwaar meer.")
    assert opdracht(capsys, "tegen-belang", zaak.nummer, *args, "--tegen", "nee", "--als", g.omar.email, "--json")[0] == 0  # fmt: skip
    assert ria.get(pad).status_code == 200
    assert w.web(g.omar).post(f"/wams/zaken/{zaak.id}/tegen-belang", tegen | {"tegen": "ja"}).status_code == 302  # fmt: skip
    dicht()
    assert opdracht(capsys, "vertegenwoordiger-stopt", zaak.nummer, "--persoon", str(wie["mila"]), "--door", str(wie["moeder"]), "--als", g.omar.email, "--json")[0] == 0  # fmt: skip
    assert ria.get(pad).status_code == 404
    weer = machine.post(f"{api}/vertegenwoordiger-stopt", {k: lijf[k] for k in ("persoon", "door")}, content_type="application/json", headers=versie(huis))  # fmt: skip
    assert (weer.status_code, weer.json()["code"]) == (409, "niet_vertegenwoordigd")


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"document": "briefje"}, "keuze_onjuist"),
        ({"van": date(2031, 1, 1)}, "datum_in_toekomst"),
        ({"tot": date(2020, 1, 1)}, "einde_voor_begin"),
        ({"door": "mila"}, "zichzelf"),
        ({"door": "sem"}, "minderjarig"),
        ({"persoon": "moeder", "door": "mila"}, "vraagt_zelf"),
        ({"persoon": uuid4()}, "persoon_onbekend"),
        ({"door": uuid4()}, "persoon_onbekend"),
    ],
)
def test_16_slechte_invoer_zegt_waar(huis: dict[str, Any], anders: dict[str, Any], code: str) -> None:
    vol = {naam: huis["wie"].get(w_, w_) if isinstance(w_, str) and naam != "document" else w_ for naam, w_ in anders.items()}  # fmt: skip
    with pytest.raises(Geweigerd) as fout:
        leg_vast(huis, **vol)
    assert fout.value.code == code
    assert fout.value.tekst.nl != fout.value.tekst.en
    assert queries.vertegenwoordigden(inwoner_van(account(huis, "moeder"))) == []


def test_16_twee_keer_vastleggen_en_tegen_belang_zonder_vertegenwoordiger(huis: dict[str, Any]) -> None:
    omar, zaak = w.als(huis["g"].omar), huis["zaak"].id
    with pytest.raises(Geweigerd) as fout:
        vertegenwoordigen.leg_tegen_belang_vast(omar, zaak, vertegenwoordigen.TegenBelang(huis["wie"]["mila"], True, WAAROM))  # fmt: skip
    assert fout.value.code == "niet_vertegenwoordigd"
    leg_vast(huis)
    with pytest.raises(Geweigerd) as fout:
        leg_vast(huis)
    assert fout.value.code == "al_vertegenwoordigd"


def test_16_wie_de_zaak_niet_behandelt_legt_niets_vast(huis: dict[str, Any]) -> None:
    for wie in (huis["g"].buur, huis["g"].fatima):
        with pytest.raises(NietToegestaan):
            vertegenwoordigen.leg_vertegenwoordiger_vast(w.als(wie), huis["zaak"].id, invoer(huis))


@pytest.mark.parametrize(
    ("jaren", "zelf", "alleen"),
    [(None, True, False), (11, False, False), (12, True, False), (15, True, False), (16, True, True)],
)
def test_16_de_grenzen(jaren: int | None, zelf: bool, alleen: bool) -> None:
    assert mag_zelf_inzien(jaren) is zelf
    assert (jaren is not None and te_oud(jaren)) is alleen


def test_16_een_periode_telt_haar_laatste_dag() -> None:
    dag = date(2026, 1, 1)
    kort = Periode(dag, date(2026, 1, 31), None)
    assert [kort.loopt(d) for d in (date(2025, 12, 31), dag, date(2026, 1, 31), date(2026, 2, 1))] == [False, True, True, False]  # fmt: skip
    assert not Periode(dag, None, date(2026, 1, 5)).loopt(date(2026, 1, 6))
    assert overlapt(Periode(date(2026, 1, 31), None, None), [kort])
    assert not overlapt(Periode(date(2026, 2, 1), None, None), [kort])
