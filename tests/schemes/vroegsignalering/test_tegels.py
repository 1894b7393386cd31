"""The number on a tile of the start page is the number of rows of what the tile leads to."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.queries import Filter
from tests.bouw import Gemeente, brprij, lever, maak_gemeente, rij, schrijf_brp, schrijf_levering

pytestmark = pytest.mark.django_db
NAMEN = ("Terpstra", "Haddad", "Kuipers", "Wiersma", "Brandsma", "Postma", "Yilmaz", "Dekker", "Vos")
TEGEL = re.compile(r'<(?:a href="([^"]*)"|div) class="tegel[^"]*"><span class="tegel__label">([^<]*)</span> <span class="tegel__waarde">(\d+)')  # fmt: skip


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    """The municipality and the file of the BRP, built once for the module."""
    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None, settings: Any) -> Any:
    settings.BRP_BESTAND = stand[1]
    return deepcopy(stand[0])


def bouw(map_: Path) -> tuple[Gemeente, Path]:
    """Own cases with terms and tasks that are late or not, a call-back, answers of the BRP, an objection."""
    gemeente = maak_gemeente()
    rijen = [
        rij(n, achternaam=naam, geboortedatum=f"19{50 + n}-11-0{n + 1}", huisnummer=str(n + 1), telefoon="")
        for n, naam in enumerate(NAMEN)
    ]
    lever(gemeente, schrijf_levering(map_ / "levering.csv", *rijen))
    actions.pak_signalen_op(gemeente.intake)
    zaken = list(Zaak.objects.order_by("nummer"))
    actions.wijs_toe(
        gemeente.sanne, [zaak.id for zaak in zaken[:6]], gemeente.sanne.medewerker_id, "mijn wijk"
    )
    verwisseld = [
        brprij(
            bsn=f"9990{n:05d}",
            achternaam=NAMEN[n],
            huisnummer=str(n + 1),
            geboortedatum=f"19{50 + n}-0{n + 1}-11",
        )
        for n in (0, 1, 8)
    ]
    brp = schrijf_brp(map_ / "brp.csv", *verwisseld)
    with override_settings(BRP_BESTAND=brp):
        for zaak in zaken[:2]:
            actions.vraag_brp(gemeente.sanne, zaak.id)
    gisteren = timezone.localdate() - timedelta(days=1)
    for zaak in zaken[2:4]:
        actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
    poging = actions.Poging(
        "Telefoon", date(2026, 11, 24), "Ochtend", False, terugbellen_op=date(2026, 11, 24)
    )
    actions.leg_contactpoging_vast(gemeente.sanne, zaken[2].id, poging)
    Zaak.objects.filter(id__in=[zaken[2].id, zaken[3].id, zaken[7].id]).update(volgende_termijn=gisteren)
    Taak.objects.filter(zaak=zaken[4]).update(uiterlijk=gisteren)
    Taak.objects.filter(zaak=zaken[8]).update(uiterlijk=gisteren)  # nobody's case: not Sanne's to do
    return gemeente, brp


def _client(actor: Any) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=actor.gebruiker_id))
    return client


def _geteld(client: Client, hier: str, pad: str) -> int:
    """The rows of a list on all its pages, of the agenda, or of a part of the same page; else what the page says waits."""
    if pad.startswith("#"):
        return hier.partition(f'id="{pad[1:]}"')[2].partition("</section>")[0].count("<li>")
    bron = client.get(pad.replace("&amp;", "&")).content.decode()
    if pad.startswith("/vroegsignalering/agenda"):
        return bron.count('class="termijnregel"')
    if "/werkvoorraad" not in pad:
        gezegd = re.search(r"<h1>.*?</h1>\s*<p>\D*(\d+)", bron, re.DOTALL)
        assert gezegd
        return int(gezegd.group(1))
    volgende = re.search(r'rel="next" href="([^"]*)"', bron)
    rijen = bron.count('name="zaak" value=')
    return rijen + (
        _geteld(client, hier, "/vroegsignalering/werkvoorraad" + volgende.group(1)) if volgende else 0
    )


@pytest.mark.parametrize("wie", ["sanne", "teamleider", "intake"])
def test_het_getal_op_een_tegel_is_wat_erachter_staat(
    gemeente: Gemeente, wie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        Filter.__init__, "__defaults__", (*Filter.__init__.__defaults__[:-1], 2)
    )  # pages of two
    client = _client(getattr(gemeente, wie))
    bron = client.get("/vroegsignalering/mijn-werk").content.decode()
    tegels = {label: (int(waarde), pad) for pad, label, waarde in TEGEL.findall(bron)}
    assert tegels
    for label, (waarde, pad) in tegels.items():
        if pad:
            assert _geteld(client, bron, pad) == waarde, label
        else:
            assert waarde == 0, f"{label} leidt nergens heen"
    if wie == "sanne":
        verwacht = {"met een termijn te laat": 2, "taken te laat": 1, "vandaag terugbellen": 1, "op mijn naam": 6, "BRP-antwoorden te beoordelen": 2}  # fmt: skip
        assert {label: tegels[label][0] for label in verwacht} == verwacht


def test_een_melding_leidt_naar_haar_eigen_antwoord_van_de_brp_en_terug(gemeente: Gemeente) -> None:
    zaak = Zaak.objects.order_by("nummer")[1]
    client = _client(gemeente.sanne)
    melding = client.get(f"/vroegsignalering/meldingen/{zaak.id}").content.decode()
    assert f'href="/vroegsignalering/brp?zaak={zaak.id}"' in melding
    bron = client.get(f"/vroegsignalering/brp?zaak={zaak.id}").content.decode()
    assert zaak.nummer in bron
    velden = dict(re.findall(r'<input type="hidden" name="(zaak|persoon|na|vanuit)" value="([^"]*)"', bron))
    na = client.post("/vroegsignalering/brp", velden | {"oordeel": "twijfel"})
    assert na.headers["Location"] == f"/vroegsignalering/meldingen/{zaak.id}"
