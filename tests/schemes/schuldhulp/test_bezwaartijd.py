"""What moves the day of a decision on an objection is told by letter (Awb 6:6, 7:10 lid 5): seen before, kept, by three doors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import bezwaarbrieven
from samenhang.schemes.schuldhulp.domain.bezwaar import Loop, aanvultermijn, had_kans
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_bezwaar import MOTIEF, REDEN, TOT, Stand, op
from tests.schemes.schuldhulp.test_brieven import tekst

ZIEK = "De adviseur is ziek en komt pas in februari terug."


@pytest.mark.parametrize(
    ("gekozen", "tot"),
    [
        (None, date(2026, 12, 8)),
        (date(2026, 12, 15), date(2026, 12, 15)),
        (date(2026, 12, 25), date(2026, 12, 28)),
    ],
)
def test_wie_moet_aanvullen_heeft_twee_weken_of_de_gekozen_dag_en_nooit_een_feestdag(gekozen: date | None, tot: date) -> None:  # fmt: skip
    assert aanvultermijn(date(2026, 11, 24), gekozen, standaardkalender()).einde == tot


def test_niet_ontvankelijk_kan_pas_na_de_kans_om_aan_te_vullen() -> None:
    gevraagd = Loop(TOT, pauzes=((date(2026, 11, 25), date(2026, 12, 8)),))
    assert had_kans(Loop(TOT), REDEN, "", date(2026, 12, 1))
    assert not had_kans(Loop(TOT), "", "", date(2026, 12, 1))
    assert not had_kans(gevraagd, "", "gronden", date(2026, 12, 8))
    assert had_kans(gevraagd, "", "gronden", date(2026, 12, 9))


@pytest.mark.django_db
def test_een_aanvulvraag_gaat_per_brief_met_een_termijn_en_de_inwoner_vult_zelf_aan(tmp_path: Path) -> None:
    stand = Stand("toelating")
    w.doe(stand.gemeente, stand.zaak, "brieftaal", taal="en")
    stand.doe("bezwaarontvangst", gronden="")
    stand.doe(
        "horen", horen="kennelijk_niet_ontvankelijk", verslag="Er staat niet in waarom hij het niet eens is."
    )
    with pytest.raises(Geweigerd) as te_vroeg:
        stand.doe("bezwaarbesluit", uitkomst="niet_ontvankelijk", motivering=MOTIEF)
    assert te_vroeg.value.code == "eerst_aanvullen"
    client, machine, inwoner = w.web(stand.hanna), w.api(stand.hanna), w.web(stand.inwoner)
    pad, api = f"/schuldhulp/bezwaren/{stand.zaak.id}", f"/api/v1/schuldhulp/bezwaren/{stand.zaak.id}"
    bezwaar, voor = str(stand.rij.id), Zaak.objects.get(id=stand.zaak.id).versie
    lijf = {"bezwaar": bezwaar, "ontbreekt": "gronden", "toelichting": "Onderteken de brief ook."}
    assert "Bekijk de brief (PDF)" in client.get(pad).content.decode()
    gezien = client.post(f"{pad}/aanvulvraag", lijf | {"vooraf": "ja", "versie": voor})
    assert (gezien.status_code, gezien["Content-Type"]) == (200, "application/pdf")
    assert "VOORBEELD" in tekst(gezien.content)
    ook = machine.post(f"{api}/aanvulvraag/vooraf", lijf, content_type="application/json")
    assert ook.content == gezien.content
    doel = tmp_path / "vooraf.pdf"
    opdracht = ["schuldhulp", "aanvulvraag", stand.zaak.nummer, "--bezwaar", bezwaar, "--ontbreekt", "gronden", "--toelichting", lijf["toelichting"], "--als", stand.hanna.email]  # fmt: skip
    with pytest.raises(SystemExit):
        hoofd([*opdracht, "--vooraf", str(doel)])
    assert doel.read_bytes() == gezien.content
    assert (stand.rij.ontbreekt, Zaak.objects.get(id=stand.zaak.id).versie) == ("", voor), (
        "er is niets vastgelegd"
    )
    fout = client.post(f"{pad}/aanvulvraag", lijf | {"uiterlijk": "2026-11-24", "vooraf": "ja"})
    assert (fout.status_code, "Geef de inwoner tijd" in fout.content.decode()) == (400, True)
    assert machine.post(f"{api}/aanvulvraag", lijf, content_type="application/json").status_code == 200

    brief = machine.get(f"{api}/{bezwaar}/brieven/bezwaar_aanvulvraag").content
    inhoud = tekst(brief)
    for deel in (
        "waarom u het niet eens bent met het besluit (Algemene wet bestuursrecht, artikel 6:5)",
        "uiterlijk 8 december 2026", "niet-ontvankelijk (artikel 6:6)", "Wij beslissen uiterlijk 16 februari 2027",
        "why you disagree with the decision", "by 8 December 2026", "hanna, namens het college",
    ):  # fmt: skip
        assert deel in inhoud, deel
    assert inhoud.count("Onderteken de brief ook.") == 2
    assert "VOORBEELD" not in inhoud
    assert client.get(f"{pad}/{bezwaar}/bezwaar_aanvulvraag.pdf").content == brief
    assert inwoner.get(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaren/{bezwaar}/bezwaar_aanvulvraag.pdf").content == brief  # fmt: skip
    zaak = Zaak.objects.get(id=stand.zaak.id)
    assert zaak.termijnen.get(regel="bezwaar-aanvulling").einde == zaak.volgende_termijn == date(2026, 12, 8)
    beeld = machine.get(api).json()["bezwaren"][0]
    assert (beeld["ontbreekt"], beeld["aanvullenTot"]) == ("gronden", "2026-12-08")
    assert "tijd om aan te vullen" in client.get(pad).content.decode()
    with pytest.raises(Geweigerd):
        stand.doe("bezwaarbesluit", uitkomst="niet_ontvankelijk", motivering=MOTIEF)

    with op(date(2026, 12, 9)):
        client, machine = w.web(stand.hanna), w.api(stand.hanna)
        assert "De inwoner vulde niet aan" in client.get(pad).content.decode()
        stand.doe("aanvulvraag", ontbreekt="gronden")
        assert "bezwaar_aanvulvraag-2" in machine.get(api).json()["bezwaren"][0]["brieven"]
        assert "23 december 2026" in tekst(
            machine.get(f"{api}/{bezwaar}/brieven/bezwaar_aanvulvraag-2").content
        )
        assert machine.get(f"{api}/{bezwaar}/brieven/bezwaar_aanvulvraag").content == brief
    with op(date(2026, 12, 14)):
        inwoner = w.web(stand.inwoner)
        pagina = inwoner.get("/schuldhulp/mijn").content.decode()
        assert "Er ontbreekt nog iets: waarom u het niet eens bent" in pagina
        assert pagina.count("Vraag om het bezwaar aan te vullen") == 2
        weg = f"/schuldhulp/mijn/{stand.zaak.id}/bezwaaraanvulling"
        assert "hele zin" in inwoner.post(weg, {"bezwaar": bezwaar, "gronden": "nee"}, follow=True).content.decode()  # fmt: skip
        na = inwoner.post(weg, {"bezwaar": bezwaar, "gronden": REDEN}, follow=True).content.decode()
        assert "Uw aanvulling is ontvangen" in na
        assert "Er ontbreekt" not in na
    assert (stand.rij.gronden, stand.rij.ontbreekt, stand.rij.aanvullen_tot) == (REDEN, "", None)
    assert not Zaak.objects.get(id=stand.zaak.id).termijnen.filter(regel="bezwaar-aanvulling", klaar=None).exists()  # fmt: skip


@pytest.mark.django_db
def test_verdagen_en_uitstellen_gaan_per_brief_die_blijft_zoals_hij_ging(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand = Stand()
    stand.doe("bezwaarontvangst")
    client, machine, inwoner = w.web(stand.hanna), w.api(stand.hanna), w.web(stand.inwoner)
    pad, api = f"/schuldhulp/bezwaren/{stand.zaak.id}", f"/api/v1/schuldhulp/bezwaren/{stand.zaak.id}"
    bezwaar = str(stand.rij.id)
    lijf = {"bezwaar": bezwaar, "reden": ZIEK}
    met_brief = bezwaarbrieven.maak_pdf

    def stuk(*_: object) -> bytes:
        raise RuntimeError("de stroom viel uit")

    monkeypatch.setattr(bezwaarbrieven, "maak_pdf", stuk)
    with pytest.raises(RuntimeError, match="stroom"):
        stand.doe("verdaging", reden=ZIEK)
    assert (stand.rij.verdaagd_om, stand.rij.uiterlijk) == ("", date(2027, 2, 16)), (
        "zonder brief geen verdaging"
    )
    monkeypatch.setattr(bezwaarbrieven, "maak_pdf", met_brief)

    vooraf = machine.post(f"{api}/verdaging/vooraf", lijf, content_type="application/json")
    assert "uiterlijk 30 maart 2027" in tekst(vooraf.content)
    assert client.post(f"{pad}/verdaging", lijf).status_code == 302
    verdaagd = machine.get(f"{api}/{bezwaar}/brieven/bezwaar_verdaging").content
    for deel in ("Wij zouden uiterlijk 16 februari 2027 beslissen", "artikel 7:10 lid 3", "uiterlijk 30 maart 2027", ZIEK, "4:17"):  # fmt: skip
        assert deel in tekst(verdaagd), deel
    nog = machine.post(f"{api}/verdaging/vooraf", lijf, content_type="application/json")
    assert (nog.status_code, nog.json()["code"]) == (409, "al_verdaagd")
    with op(date(2027, 3, 1)):
        machine, inwoner = w.api(stand.hanna), w.web(stand.inwoner)
        for tot in (date(2027, 4, 12), date(2027, 5, 3)):
            stand.doe("bezwaaruitstel", tot=tot, grond="instemming")
        eerste, tweede = (tekst(machine.get(f"{api}/{bezwaar}/brieven/bezwaar_uitstel{n}").content) for n in ("", "-2"))  # fmt: skip
        assert "Wij zouden uiterlijk 30 maart 2027 beslissen" in eerste
        assert "U vond het goed" in eerste
        assert "Wij zouden uiterlijk 12 april 2027 beslissen" in tweede
        assert "uiterlijk 3 mei 2027" in tweede
        assert inwoner.get("/schuldhulp/mijn").content.decode().count("Bericht van verder uitstel") == 2
        assert machine.get(f"{api}/{bezwaar}/brieven/bezwaar_verdaging").content == verdaagd
        ontvangst = tekst(inwoner.get(f"/schuldhulp/mijn/{stand.zaak.id}/bezwaren/{bezwaar}/bezwaar_ontvangst.pdf").content)  # fmt: skip
        assert "Uiterlijk 16 februari 2027" in ontvangst, "zoals hij ging, ook na het verdagen"
        assert "hanna, namens het college" in ontvangst, "wie hem leest is niet wie hem stuurde"
        assert machine.get(f"{api}/{bezwaar}/brieven/bezwaar_besluit").status_code == 404
