"""Letters to creditors in a round: the look, sending once, reminders, the bundle to print, three doors."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import time_machine
from pypdf import PdfReader

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import post, voorstel
from samenhang.schemes.schuldhulp.domain.post import REDENEN, Poststand, reden_geen_post
from samenhang.schemes.schuldhulp.models import Postbrief, Schuldeiser
from samenhang.schemes.schuldhulp.queries import Postkeuze
from samenhang.schemes.schuldhulp.queries import post as lezen
from tests.schemes.schuldhulp import wereld as w

VOORSTEL, HERINNERING = Postkeuze("voorstel"), Postkeuze("herinnering")
ADRES = "Postbus 11\n2600 AA Waterrijk"
MORGEN = "2026-11-25T10:00:00+01:00"


def met_adres(gemeente: w.Gemeente, *namen: str) -> None:
    Schuldeiser.objects.filter(organisatie=gemeente.organisatie, naam__in=namen).update(adres=ADRES)


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        een = w.voorgesteld(gemeente)
        met_adres(gemeente, "Belastingdienst", "Noordlicht Energie")
        return gemeente, een.id, w.voorgesteld(gemeente).id

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


def bladen(pdf: bytes) -> list[str]:
    lezer = PdfReader(io.BytesIO(pdf))
    assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return [" ".join(blad.extract_text().split()) for blad in lezer.pages]


def open_taak(zaak: Any) -> bool:
    return Zaak.objects.get(id=zaak).taken.filter(soort="voorstel_versturen", klaar__isnull=True).exists()


def test_de_blik_de_ronde_en_de_bundel(
    gemeente: w.Gemeente, stand: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    noor = w.als(gemeente.noor)
    zaken = sorted(stand[1:], key=lambda zaak: Zaak.objects.get(id=zaak).nummer)
    kijk = queries.postvoorbeeld(noor, VOORSTEL)
    assert [(rij.schuldeiser, rij.zaak.id) for rij in kijk.krijgt] == [
        (naam, zaak) for naam in ("Belastingdienst", "Noordlicht Energie") for zaak in zaken
    ]
    assert [(rij.schuldeiser, rij.reden) for rij in kijk.krijgt_niet] == [
        ("Woonstichting De Sluis", "adres")
    ] * 2
    assert {rij.reden for rij in queries.postvoorbeeld(noor, HERINNERING).rijen} == {"vandaag"}
    assert queries.postvoorbeeld(w.als(gemeente.ruben), VOORSTEL).rijen == ()
    assert "VOORBEELD" in bladen(queries.proefpost(noor, VOORSTEL))[0]
    assert Postbrief.objects.count() == 0

    ronde = post.begin_postronde(noor, VOORSTEL)
    with pytest.raises(Geweigerd) as loopt:
        queries.postbundel(noor, ronde.id)
    assert loopt.value.code == "ronde_loopt"
    with pytest.raises(Geweigerd) as nog_eens:
        post.begin_postronde(noor, VOORSTEL)
    assert nog_eens.value.code == "geen_post"
    assert all(map(open_taak, zaken))
    gewogen: list[str] = []

    def weeg(stand: Poststand, soort: str) -> str:
        gewogen.append(soort)
        return reden_geen_post(stand, soort)

    monkeypatch.setattr(lezen, "reden_geen_post", weeg)
    while uitvoerder.werk():
        pass
    assert len(gewogen) == 4 + 2 * 3, (
        "each letter itself, and the offers of a case once, after its last letter"
    )
    assert [(s.gedaan, s.wacht, s.vervallen) for s in queries.postrondes(noor)] == [(4, 0, 0)]
    gelezen = bladen(queries.postbundel(noor, ronde.id))
    nummers = [Zaak.objects.get(id=zaak).nummer for zaak in zaken]
    for blad, (naam, nummer) in zip(
        gelezen, [(naam, nummer) for naam in ("Belastingdienst", "Noordlicht Energie") for nummer in nummers], strict=True
    ):  # fmt: skip
        for deel in (
            f"{naam} Postbus 11 2600 AA Waterrijk",
            nummer,
            "R. De Wit",
            "Antwoord vóór of op 8 december 2026",
        ):
            assert deel in blad, (deel, blad)
    tijdlijn = [rij.tekst_nl for rij in queries.zaak(noor, zaken[0]).tijdlijn if rij.wat == "post"]
    assert sorted(tijdlijn) == ["Brief met het voorstel aan Belastingdienst", "Brief met het voorstel aan Noordlicht Energie"]  # fmt: skip
    assert not any(map(open_taak, zaken))

    met_adres(gemeente, "Woonstichting De Sluis")
    assert [(rij.schuldeiser, rij.reden) for rij in queries.postvoorbeeld(noor, VOORSTEL).krijgt_niet] == [
        (naam, "had_al") for naam in ("Belastingdienst", "Noordlicht Energie") for _ in zaken
    ]
    assert len(queries.postvoorbeeld(noor, VOORSTEL).krijgt) == 2

    dossier = w.open_dossier_buiten(noor, zaken[0])
    with time_machine.travel(MORGEN):
        ja = next(rij for rij in dossier.voorstellen if rij.schuldeiser.naam == "Belastingdienst")
        herinnering = post.begin_postronde(noor, HERINNERING)
        assert queries.postronde(noor, herinnering.id).wacht == 6
        voorstel.leg_antwoord_vast(
            noor, zaken[0], voorstel.Antwoordinvoer(ja.id, "akkoord", w.vandaag(), "brief")
        )
        voorstel.neem_terug(noor, zaken[1], voorstel.Reden("een schuld vergeten"))
        assert post.maak_postronde_af(herinnering.id) == 6
        klaar = queries.postronde(noor, herinnering.id)
        assert (klaar.gedaan, klaar.vervallen) == (2, 4)
        assert sorted(aantal for _, aantal in klaar.redenen) == [1, 3]
        for blad in bladen(queries.postbundel(noor, herinnering.id)):
            assert "Herinnering" in blad
            assert "25 november 2026" in blad
        na = w.open_dossier_buiten(noor, zaken[0])
        assert sorted(str(rij.gerappelleerd_op) for rij in na.voorstellen) == [
            "2026-11-25",
            "2026-11-25",
            "None",
        ]
        with pytest.raises(Geweigerd):
            voorstel.rappelleer(
                noor, zaken[0], voorstel.Rappel(next(r.id for r in na.voorstellen if r.gerappelleerd_op))
            )
        ander = queries.postrondes(w.als(gemeente.ruben))
        assert ander == []
        with pytest.raises(Geweigerd) as weg:
            queries.postronde(w.als(gemeente.ruben), herinnering.id)
        assert weg.value.status == 404
        # what was taken back meanwhile is not printed any more
        assert len(bladen(queries.postbundel(noor, ronde.id))) == 2


def test_wie_een_portaal_of_berichten_heeft_krijgt_geen_brief_en_drie_deuren_geven_hetzelfde(
    gemeente: w.Gemeente, stand: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from samenhang.schemes.schuldhulp.models import Knooppuntbericht

    zaak = Zaak.objects.get(id=stand[1])
    noor = w.als(gemeente.noor)
    rijen = {rij.schuldeiser.naam: rij for rij in w.open_dossier_buiten(noor, zaak.id).voorstellen}
    bericht = Knooppuntbericht.objects.create(
        organisatie=gemeente.organisatie, schuldeiser=rijen["Noordlicht Energie"].schuldeiser, zaak=zaak, uitgaand=True,
        soort="voorstel", voorstel=rijen["Noordlicht Energie"].id, gemaakt=zaak.geopend,
    )  # fmt: skip
    keuze = Postkeuze("voorstel", (zaak.id,))
    waarom = {rij.schuldeiser: rij.reden for rij in queries.postvoorbeeld(noor, keuze).rijen}
    assert waarom == {
        "Belastingdienst": "",
        "Noordlicht Energie": "knooppunt",
        "Woonstichting De Sluis": "adres",
    }
    Knooppuntbericht.objects.filter(id=bericht.id).update(vervangen=zaak.geopend)  # it goes by letter

    client, api = w.web(gemeente.noor), w.api(gemeente.noor)
    bladzijde = client.get(f"/schuldhulp/post?soort=voorstel&zaak={zaak.id}").content.decode()
    assert bladzijde.count('name="voorstel"') == 2
    assert "Postbus 11, 2600 AA Waterrijk" in bladzijde
    assert client.get("/schuldhulp/post/voorbeeld.pdf?soort=voorstel").content.startswith(b"%PDF")
    assert client.post("/schuldhulp/post", {"soort": "voorstel"}).status_code == 400
    gestuurd = client.post(
        "/schuldhulp/post", {"soort": "voorstel", "voorstel": [str(rijen["Belastingdienst"].id)]}, follow=True
    )
    assert "worden gemaakt" in gestuurd.content.decode()
    adres = "/api/v1/schuldhulp/postrondes"
    ronde = api.post(adres, json.dumps({"soort": "voorstel", "zaken": [str(zaak.id)]}), content_type="application/json")  # fmt: skip
    assert ronde.status_code == 201, ronde.content
    while uitvoerder.werk():
        pass
    assert api.get(f"{adres}/{ronde.json()['id']}").json()["gedaan"] == 1
    assert api.get(f"{adres}/{ronde.json()['id']}/bundel").content.startswith(b"%PDF")
    assert len(api.get(adres).json()["items"]) == 2
    kijk = api.get("/api/v1/schuldhulp/postbrieven/voorbeeld?soort=voorstel").json()
    assert {rij["reden"] for rij in kijk["krijgtNiet"]} == {"had_al", "adres"}
    assert (
        client.get(f"/schuldhulp/post/{ronde.json()['id']}/bundel.pdf")["Content-Type"] == "application/pdf"
    )
    doel = tmp_path / "bundel.pdf"
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "post", "voorstel", "--als", gemeente.noor.email, "--verstuur", "--bundel", str(doel), "--json"])  # fmt: skip
    assert einde.value.code == 0
    assert json.loads(capsys.readouterr().out)["gedaan"] == 2
    assert len(bladen(doel.read_bytes())) == 2


@pytest.mark.parametrize("laatste", ["weggelaten", "niet gekozen"])
def test_de_taak_is_klaar_als_er_niets_meer_kan_gaan(gemeente: w.Gemeente, stand: Any, laatste: str) -> None:
    """Also when the last letter is left out; what was not chosen still has to go."""
    noor, zaak = w.als(gemeente.noor), stand[1]
    rijen = {rij.schuldeiser.naam: rij.id for rij in w.open_dossier_buiten(noor, zaak).voorstellen}
    keuze = () if laatste == "weggelaten" else (rijen["Belastingdienst"],)
    ronde = post.begin_postronde(noor, Postkeuze("voorstel", (zaak,), keuze))
    eerste, *rest = Postbrief.objects.filter(ronde=ronde).order_by("id")
    post.verstuur_als(eerste.id)
    assert open_taak(zaak)
    if laatste == "weggelaten":
        (tweede,) = rest
        voorstel.leg_antwoord_vast(noor, zaak, voorstel.Antwoordinvoer(tweede.voorstel, "akkoord", w.vandaag(), "brief"))  # fmt: skip
        assert open_taak(zaak)
        assert post.verstuur_als(tweede.id).reden == "beantwoord"
    assert open_taak(zaak) is (laatste == "niet gekozen")


def test_elke_reden_komt_voor_en_in_haar_volgorde() -> None:
    fout = {
        "stap": {"loopt": False}, "opgeschort": {"opgeschort": True}, "beantwoord": {"beantwoord": True}, "wacht": {"ronde": True},
        "portaal": {"portaal": True}, "knooppunt": {"knooppunt": True}, "had_al": {"had_al": True}, "vandaag": {"vandaag": True},
        "adres": {"adres": False},
    }  # fmt: skip
    assert [*fout, "niet_van_u"] == list(REDENEN)
    samen: dict[str, bool] = {}
    for reden, hoe in reversed(fout.items()):
        samen |= hoe
        soort = "herinnering" if reden == "vandaag" else "voorstel"
        assert reden_geen_post(Poststand(**samen), soort) == reden
    assert reden_geen_post(Poststand(had_al=True), "herinnering") == ""
    assert reden_geen_post(Poststand(vandaag=True), "voorstel") == ""
