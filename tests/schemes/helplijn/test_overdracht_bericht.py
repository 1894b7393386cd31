"""The line and the municipality are two organisations: what goes and what comes back are signed messages.

Both sides run here; the message goes through the real door of the exchange, as it would to another deployment.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.plichten.uitvoerder import plichten, werk
from samenhang.kernel.scheme import Niets
from samenhang.kernel.uitwisseling import bezorgen
from samenhang.kernel.uitwisseling.models import InkomendBericht, Partnersleutel, Uitwisselpartner
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.domain.nota import BERICHT
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over, trek_in
from samenhang.schemes.schuldhulp import queries as sh
from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over, pak_op
from samenhang.schemes.schuldhulp.actions.lijn import meld_bereikt
from samenhang.schemes.schuldhulp.domain.lijn import Bereiktinvoer
from tests.schemes.helplijn import wereld as w
from tests.schemes.helplijn.test_overdracht import GEVRAAGD, JA, NU, stand

pytestmark = pytest.mark.django_db


def _stuur(adres: str, lijf: bytes, kop: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    kop = dict(kop)
    soort = kop.pop("Content-Type")
    antwoord = Client().post(urlsplit(adres).path, lijf, content_type=soort, headers=kop)
    return (
        antwoord.status_code,
        {naam.lower(): waarde for naam, waarde in antwoord.headers.items()},
        antwoord.content,
    )


@pytest.fixture
def klok():
    with time_machine.travel(NU, tick=False) as reis:
        yield reis


@pytest.fixture
def twee(klok, tmp_path: Any, settings: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    settings.ZEGELMAP = str(tmp_path / "zegel")
    monkeypatch.setattr(bezorgen, "_stuur", _stuur)
    lijn = w.maak_lijn()
    for rij, oin in ((lijn.organisatie, "00000099000000009911"), (lijn.gemeente, "00000099000000009912")):
        Organisatie.objects.filter(id=rij.id).update(oin=oin)
    sleutel = str(sleutels.in_gebruik(BERICHT)[0])
    for eigen, ander in ((lijn.organisatie, lijn.gemeente), (lijn.gemeente, lijn.organisatie)):
        partner = Uitwisselpartner.objects.create(
            organisatie=eigen, ander=ander, adres="https://hier.invalid", sinds=timezone.now()
        )
        Partnersleutel.objects.create(partner=partner, regel=sleutel, toegevoegd=timezone.now(), toegevoegd_door="proef")  # fmt: skip
    saar = w.medewerker(lijn.gemeente, "saar", "schuldhulpverlener", "schuldhulp")
    contact = leg_contact_vast(w.als(lijn.noor), w.anders(uitgang="schuldhulp", dreigingen=("water",), gevraagd=GEVRAAGD))  # fmt: skip
    return {"lijn": lijn, "saar": saar, "zaak": draag_warm_over(w.als(lijn.noor), contact.id, JA)}


def doe(*namen: str) -> int:
    return werk(gekozen=plichten(namen))


def bezorg() -> int:
    return doe("overdracht-bezorgen")


def test_heen_als_bericht_en_terug_zonder_inhoud(twee: dict[str, Any]) -> None:
    saar, zaak = w.als(twee["saar"]), twee["zaak"]
    assert sh.aanmeldingen(saar) == []
    assert bezorg() == 1
    bericht = InkomendBericht.objects.get()
    assert (bericht.scheme, bericht.soort, bericht.partner.organisatie) == ("schuldhulp", "warme_overdracht", twee["lijn"].gemeente)  # fmt: skip
    (regel,) = sh.aanmeldingen(saar)
    assert (regel.naam, regel.bron, regel.uiterlijk) == (
        "Zwaantje Proefbeller",
        "helplijn",
        date(2026, 12, 1),
    )
    hulp = neem_over(saar, regel.id)
    assert hulp.volgende_termijn == date(2026, 12, 1)
    assert sh.aanmeldingen(saar) == []
    bericht.refresh_from_db()
    assert bericht.gewist is not None  # it stands in the case now
    assert Persoon.objects.filter(scheme="schuldhulp").count() == 1
    assert bezorg() == 1
    assert doe("helplijn.terugmeldingen") == 1
    assert stand(zaak) == "opgepakt"
    pak_op(saar, hulp.id, Niets())
    assert sh.zaak(saar, hulp.id).hulpvraag.wens == "de huur van oktober"
    meld_bereikt(saar, hulp.id, Bereiktinvoer(False))
    assert bezorg() == 1
    assert doe("helplijn.terugmeldingen") == 1
    assert stand(zaak) == "niet_bereikt"
    terug = UitgaandeOverdracht.objects.filter(van_scheme="schuldhulp")
    assert {(rij.categorieen, rij.ontvanger_id) for rij in terug} == {("", twee["lijn"].organisatie.id)}
    assert Persoon.objects.filter(scheme="helplijn").count() == 1  # what comes back is about nobody new


def test_intrekken_haalt_het_bericht_terug(twee: dict[str, Any], klok) -> None:
    bezorg()
    trek_in(w.als(twee["lijn"].bram), twee["zaak"].id, Niets())
    assert sh.aanmeldingen(w.als(twee["saar"])) != []  # not yet there
    klok.move_to(NU + timedelta(days=1))
    assert doe("helplijn.vernietigen-ingetrokken") == 0  # its recall has to arrive first
    assert bezorg() == 1
    assert sh.aanmeldingen(w.als(twee["saar"])) == []
    assert doe("helplijn.vernietigen-ingetrokken") == 1
    assert not Persoon.objects.filter(scheme="helplijn").exists()


def test_ook_bij_de_gemeente_is_het_na_veertien_dagen_weg(twee: dict[str, Any], klok) -> None:
    bezorg()
    nummer = sh.aanmeldingen(w.als(twee["saar"]))[0].id
    klok.move_to(NU + timedelta(days=15))
    assert doe("schuldhulp.vernietigen-lijnbericht") == 1
    assert doe("helplijn.vernietigen-overdracht") == 1
    assert sh.aanmeldingen(w.als(twee["saar"])) == []
    with pytest.raises(Geweigerd):
        neem_over(w.als(twee["saar"]), nummer)
    assert not Persoon.objects.filter(scheme__in=("helplijn", "schuldhulp")).exists()
    assert set(Vernietiging.objects.values_list("scheme", "regel")) == {("helplijn", "overdracht"), ("schuldhulp", "lijnbericht")}  # fmt: skip
    assert Zaak.objects.get().stap == "vernietigd"
