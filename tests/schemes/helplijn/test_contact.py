"""A contact without anything of the caller: what is kept, what is forgotten, who sees it, what is refused."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from typer.testing import CliRunner

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
from samenhang.schemes.helplijn.models import Contact
from samenhang.schemes.helplijn.queries.contacten import contacten, zoek_contact
from tests.schemes.helplijn import wereld as w

pytestmark = pytest.mark.django_db


def test_een_contact_wordt_een_gemeente_en_de_postcode_verdwijnt(caplog) -> None:
    lijn = w.maak_lijn()
    with caplog.at_level("DEBUG"):
        antwoord = w.api(lijn.noor).post(
            "/api/v1/helplijn/contacten",
            {"kanaal": "telefoon", "redenen": ["rekeningen", "energie"], "uitgang": "schuldhulp", "postcode": "9902",
             "gemeente": "9902", "dreigingen": ["gas_stroom"]},
            content_type="application/json",
        )  # fmt: skip
    assert antwoord.status_code == 201, antwoord.content
    rij = Contact.objects.get()
    assert (rij.gemeentecode, rij.redenen, rij.dreigingen) == (
        "9902",
        ["rekeningen", "energie"],
        ["gas_stroom"],
    )
    assert (rij.nummer, rij.gevraagd) == (antwoord.json()["nummer"], rij.moment)

    # A postcode that is in no other number: kept nowhere, not in a log either.
    w.Postcodegebied.objects.create(
        postcode="8765", gemeentecode="9901", gemeentenaam="Waterrijk", peildatum="2026-01-01"
    )
    with caplog.at_level("DEBUG"):
        leg_contact_vast(w.als(lijn.noor), w.anders(postcode="8765"))
        w.web(lijn.noor).post(
            "/helplijn/contact",
            {"kanaal": "chat", "redenen": "huur", "uitgang": "lokaal", "postcode": "8765"},
        )
    assert Contact.objects.filter(gemeentecode="9901").count() == 2
    assert "8765" not in w.bewaard()
    assert "8765" not in w.zonder_toeval(caplog.text)


def test_het_nummer_geeft_de_uitgang_en_niets_anders() -> None:
    lijn = w.maak_lijn()
    rij = leg_contact_vast(w.als(lijn.noor), w.anders(uitgang="lokaal", dreigingen=("water",)))
    stand = w.api(lijn.bram).get(f"/api/v1/helplijn/contactnummers/{rij.nummer.lower()}").json()
    assert (stand["nummer"], stand["uitgang"]) == (rij.nummer, "lokaal")
    assert set(stand) == {"nummer", "moment", "uitgang"}
    pagina = w.web(lijn.bram).post("/helplijn/contacten/zoek", {"nummer": rij.nummer})
    assert "Vrijwilliger of hulpverlener in de buurt" in pagina.content.decode()

    with pytest.raises(Geweigerd) as verstaan:
        zoek_contact(w.als(lijn.bram), rij.nummer[:-1] + ("0" if rij.nummer[-1] != "0" else "1"))
    assert verstaan.value.code == "nummer_onjuist"
    ander = w.maak_lijn("Andere lijn")
    with pytest.raises(Geweigerd) as elders:
        zoek_contact(w.als(ander.noor), rij.nummer)
    assert elders.value.code == "contact_onbekend"


def test_wie_het_mag() -> None:
    lijn = w.maak_lijn()
    leg_contact_vast(w.als(lijn.tess), w.GOED)
    assert contacten(w.als(lijn.noor))[1] == 1
    for wie in (lijn.pim, lijn.audi):
        with pytest.raises(Geweigerd) as nee:
            leg_contact_vast(w.als(wie), w.GOED)
        assert nee.value.code == "rol_ontbreekt"
        assert w.web(wie).get("/helplijn/contacten").status_code == 403
        assert w.api(wie).get("/api/v1/helplijn/contacten").status_code == 403
    ander = w.maak_lijn("Andere lijn")
    assert contacten(w.als(ander.noor)) == ([], 0)


SLECHT: list[tuple[dict[str, Any], str, str]] = [
    ({"kanaal": "fax"}, "keuze_onjuist", "kanaal"),
    ({"kanaal": ""}, "keuze_onjuist", "kanaal"),
    ({"uitgang": ""}, "keuze_onjuist", "uitgang"),
    ({"uitgang": "gemeente"}, "keuze_onjuist", "uitgang"),
    ({"redenen": ()}, "geen_reden", "redenen"),
    ({"redenen": ("honger",)}, "keuze_onjuist", "redenen"),
    ({"redenen": ("huur", "huur")}, "dubbel", "redenen"),
    ({"redenen": ("rekeningen", "energie", "huur", "incasso", "overzicht", "vraag")}, "te_veel_redenen", "redenen"),
    ({"dreigingen": ("brand",), "uitgang": "lokaal"}, "keuze_onjuist", "dreigingen"),
    ({"dreigingen": ("water", "water"), "uitgang": "lokaal"}, "dubbel", "dreigingen"),
    ({"dreigingen": ("ontruiming",)}, "dreiging_zonder_hulp", "uitgang"),
    ({"postcode": "9901 AB"}, "postcode_onjuist", "postcode"),
    ({"postcode": "99011"}, "postcode_onjuist", "postcode"),
    ({"postcode": "0123"}, "postcode_onjuist", "postcode"),
    ({"postcode": "Jan de Wit, Dorpsstraat 3"}, "postcode_onjuist", "postcode"),
    ({"postcode": "٩٩٠١"}, "postcode_onjuist", "postcode"),
    ({"postcode": "1234"}, "postcode_onbekend", "postcode"),
    ({"postcode": "9902"}, "gemeente_kiezen", "gemeente"),
    ({"gemeente": "9902"}, "gemeente_past_niet", "gemeente"),
    ({"postcode": "", "gemeente": "0000"}, "gemeente_onbekend", "gemeente"),
    ({"gevraagd": timezone.now() + timedelta(hours=1)}, "moment_in_toekomst", "gevraagd"),
    ({"gevraagd": timezone.now() - timedelta(days=40)}, "moment_te_oud", "gevraagd"),
    ({"gevraagd": timezone.now().replace(tzinfo=None)}, "moment_zonder_zone", "gevraagd"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("delen", "code", "veld"), SLECHT, ids=[f"{c}-{n}" for n, (_, c, _v) in enumerate(SLECHT)]
)
def test_wat_niet_kan_wordt_geweigerd_met_plaats_en_raad(delen: dict[str, Any], code: str, veld: str) -> None:
    lijn = w.maak_lijn()
    with pytest.raises(Geweigerd) as nee:
        leg_contact_vast(w.als(lijn.noor), w.anders(**delen))
    assert (nee.value.fouten[0].code, nee.value.fouten[0].plaats.kolom) == (code, veld)
    assert nee.value.tekst.nl != nee.value.tekst.en
    assert "Dorpsstraat" not in nee.value.tekst.nl
    assert not Contact.objects.exists()


def test_een_geweigerd_formulier_houdt_wat_was_ingevuld_bij_zijn_veld() -> None:
    lijn = w.maak_lijn()
    pagina = w.web(lijn.noor).post("/helplijn/contact", {"kanaal": "telefoon", "redenen": ["huur"], "uitgang": "lokaal", "postcode": "9902"})  # fmt: skip
    tekst = pagina.content.decode()
    assert pagina.status_code == 400
    assert "gemeente_kiezen" in tekst
    assert "Zandhoven (9902)" in tekst
    assert 'value="huur" id="c-redenen_5" checked' in tekst


@pytest.mark.django_db(transaction=True)
def test_op_de_opdrachtregel() -> None:
    from samenhang.schemes.helplijn.commands import app

    lijn = w.maak_lijn()
    uit = CliRunner().invoke(
        app, ["contact", "--uitgang", "digitaal", "--reden", "energie", "--postcode", "9901", "--als", lijn.noor.email, "--json"]
    )  # fmt: skip
    assert uit.exit_code == 0, uit.output
    nummer = json.loads(uit.stdout)["nummer"]
    lijst = CliRunner().invoke(app, ["contacten", "--als", lijn.noor.email, "--json"])
    assert [rij["nummer"] for rij in json.loads(lijst.stdout)["contacten"]] == [nummer]
    stand = CliRunner().invoke(app, ["opzoeken", nummer, "--als", lijn.noor.email, "--json"])
    assert json.loads(stand.stdout)["uitgang"] == "digitaal"
