"""Who works for two organisations chooses one, and everything he does is logged for that one."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.beheer.grenzen import laat_een_beheerder_over
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.queries import inwoner_van
from samenhang.kernel.zaken.models import Betrokkene
from samenhang.schemes.vroegsignalering import actions, queries
from tests.bouw import lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db


@pytest.fixture
def dubbel() -> tuple[Gebruiker, Medewerker, Medewerker]:
    """Someone who works in both municipalities that are called Bergen."""
    gebruiker = Gebruiker.objects.create_user("dubbel@test.invalid", naam="Dubbel Werk")
    werk = []
    for code, rol in (("0373", "auditor"), ("0893", "teamleider")):
        gemeente = Organisatie.objects.create(soort="gemeente", naam="Bergen", gemeentecode=code)
        medewerker = Medewerker.objects.create(gebruiker=gebruiker, organisatie=gemeente, naam="Dubbel Werk")
        Rolvervulling.objects.create(
            medewerker=medewerker, scheme="vroegsignalering", rol=rol, van=medewerker.van
        )
        werk.append(medewerker)
    return gebruiker, werk[0], werk[1]


def test_wie_nog_niet_koos_kiest_eerst(
    client: Client, dubbel: tuple[Gebruiker, Medewerker, Medewerker]
) -> None:
    gebruiker, een, _ = dubbel
    client.force_login(gebruiker)
    for pad in ("/", "/logboek", "/vroegsignalering/werkvoorraad"):
        assert client.get(pad).headers["location"] == "/hoedanigheid"
    keuze = client.get("/hoedanigheid").content.decode()
    assert "Bergen (GM0373)" in keuze
    assert "Bergen (GM0893)" in keuze
    assert client.post("/hoedanigheid", {"hoedanigheid": str(een.id)}).status_code == 302
    assert client.get("/logboek").status_code == 200
    assert client.get("/vroegsignalering/werkvoorraad").status_code == 403


def test_de_keuze_staat_in_elke_logregel(
    client: Client, dubbel: tuple[Gebruiker, Medewerker, Medewerker]
) -> None:
    gebruiker, een, twee = dubbel
    client.force_login(gebruiker)
    for medewerker, pad in ((een, "/logboek"), (twee, "/vroegsignalering/werkvoorraad"), (een, "/logboek")):
        begin = Auditregel.objects.count()
        client.post("/hoedanigheid", {"hoedanigheid": str(medewerker.id)})
        assert client.get(pad).status_code == 200
        nieuw = Auditregel.objects.order_by("moment", "id")[begin:]
        assert len(nieuw) >= 2
        assert {regel.organisatie_id for regel in nieuw} == {medewerker.organisatie_id}


def test_een_keuze_voor_een_ander_bestaat_niet(
    client: Client, dubbel: tuple[Gebruiker, Medewerker, Medewerker]
) -> None:
    vreemd = maak_gemeente()
    client.force_login(dubbel[0])
    for waarde in (str(vreemd.sanne.medewerker_id), "inwoner", "", "x" * 5000):
        assert client.post("/hoedanigheid", {"hoedanigheid": waarde}).status_code == 404


def test_een_beeindigde_keuze_valt_niet_stil_terug_op_de_ander(
    client: Client, dubbel: tuple[Gebruiker, Medewerker, Medewerker]
) -> None:
    gebruiker, een, _ = dubbel
    gebruiker.persoon_id = een.id
    gebruiker.save()
    client.force_login(gebruiker)
    client.post("/hoedanigheid", {"hoedanigheid": str(een.id)})
    een.tot = een.van.replace(day=1)
    een.save()
    assert client.get("/logboek").headers["location"] == "/hoedanigheid"
    client.post("/hoedanigheid", {"hoedanigheid": "inwoner"})
    assert client.get("/logboek").status_code == 200
    assert Auditregel.objects.order_by("-moment", "-id").first().organisatie_id is None


def test_wie_voor_een_organisatie_werkt_merkt_er_niets_van(client: Client) -> None:
    gemeente = maak_gemeente()
    client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    pagina = client.get("/vroegsignalering/werkvoorraad").content.decode()
    assert "Waterrijk" in pagina
    assert "Vroegsignaleerder" in pagina
    assert "/hoedanigheid" not in pagina


def test_de_api_handelt_in_dezelfde_hoedanigheid(
    client: Client, dubbel: tuple[Gebruiker, Medewerker, Medewerker]
) -> None:
    gebruiker, een, twee = dubbel
    client.force_login(gebruiker)
    pad = "/api/v1/vroegsignalering/meldingen"
    antwoord = client.get(pad)
    assert (antwoord.status_code, antwoord.json()["code"]) == (409, "kies_eerst")
    client.post("/hoedanigheid", {"hoedanigheid": str(een.id)})
    assert client.get(pad).status_code == 403
    client.post("/hoedanigheid", {"hoedanigheid": str(twee.id)})
    assert client.get(pad).status_code == 200


def test_twee_gemeenten_met_een_naam_zijn_overal_uit_elkaar_te_houden(client: Client, schrijf: Any) -> None:
    """The name with its distinguishing part: in the header, the rules, the partner, the resident's page, a refusal."""
    gemeente, ander = maak_gemeente("0373", "Bergen"), maak_gemeente("0893", "Bergen", "99990022")
    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    assert gemeente.sanne.organisatienaam == "Bergen (GM0373)"
    client.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    pagina = client.get(f"/vroegsignalering/partners/{gemeente.partner.id}").content.decode()
    assert "<h1>Noordlicht (KvK 99990021)</h1>" in pagina
    assert '<span class="kop__organisatie">Bergen (GM0373)</span>' in pagina
    publiek = Client().get("/vroegsignalering/regels/0893").content.decode()
    assert "<h1>Zo gaat Bergen (GM0893) om met een betalingsachterstand</h1>" in publiek
    assert {f">{o.onderscheidend}</a>" in publiek for o in (gemeente.organisatie, ander.organisatie)} == {
        True
    }
    assert "Noordlicht (KvK 99990022)" in publiek
    persoon = Betrokkene.objects.get().persoon_id
    bewoner = Gebruiker.objects.create_user("bewoner@test.invalid", persoon_id=persoon)
    (zaak,) = queries.mijn_zaken(inwoner_van(bewoner))
    assert zaak.gemeente == "Bergen (GM0373)"


def test_een_weigering_zegt_bij_welke_van_de_twee(
    dubbel: tuple[Gebruiker, Medewerker, Medewerker],
) -> None:
    _, een, _ = dubbel
    rol = Rolvervulling.objects.create(
        medewerker=een, scheme="vroegsignalering", rol="beheerder", van=een.van
    )
    with pytest.raises(Geweigerd, match=r"Bergen \(GM0373\)"):
        laat_een_beheerder_over(een, "vroegsignalering", een.van, rol.id)
