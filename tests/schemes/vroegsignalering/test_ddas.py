"""DDAS: what is delivered, by every door, and the check of what its schema lets through."""

from __future__ import annotations

import base64
import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jwt
import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Bedrag, Geweigerd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.uitwisseling.ondertekenen import handtekening
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain import ddas
from samenhang.schemes.vroegsignalering.domain.ddascontrole import HERNOEMD, controleer, oordeel
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import Gemeente, lever, maak_gemeente, rij, schrijf_levering

ADRES = ddas.Ddasclient("2611AB", 10, "A", date(1985, 6, 12))
BSN = "123456782"


def signaal(
    nummer: str, centen: int, soort: str = "water", client: ddas.Ddasclient = ADRES, **anders: Any
) -> ddas.Ddassignaal:
    velden: dict[str, Any] = {
        "id": nummer, "partner_soort": soort, "soort_signaal": "eerste", "bedrag": Bedrag(centen), "ontstaansdatum": date(2026, 9, 28),
        "signaaldatum": date(2026, 11, 23), "warme_overdracht": False, "status": "in_melding", "reden": "", "in_zaak": True, "resultaat": "",
        "client": client,
    }  # fmt: skip
    return ddas.Ddassignaal(**velden | anders)


def document(*signalen: ddas.Ddassignaal, resultaat: str = "") -> dict[str, Any]:
    """Acceptance case 11: water EUR 90 and rent EUR 640, one address, one month, one case."""
    rijen = signalen or (signaal("a", 9000), signaal("b", 64000, "huur"))
    poging = ddas.Ddaspoging("Telefoon", True, date(2026, 11, 26), "Ochtend")
    zaak = ddas.Ddaszaak(
        tuple(s.id for s in rijen), date(2026, 11, 24), date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 24), resultaat, (poging,)
    )  # fmt: skip
    levering = ddas.Ddaslevering(
        "9901",
        "Waterrijk",
        "99990021",
        "cijfers@waterrijk.example",
        date(2026, 11, 1),
        date(2026, 11, 28),
        rijen,
        (zaak,),
    )
    return ddas.als_document(levering, datetime(2026, 11, 28, 9, tzinfo=UTC), "0.1.0")


def codes(wat: Any, gemeente: str = "") -> list[str]:
    return [bevinding.code for bevinding in controleer(wat, gemeente)]


def test_acceptatiegeval_17() -> None:
    gemaakt = document()
    (deel,) = gemaakt["leveringen"]
    assert [s["bedrag"] for s in deel["vroegsignalen"]] == [90, 640]
    (zaak,) = deel["vroegsignaalzaken"]
    assert zaak["vroegsignalen"] == [{"ID": "a"}, {"ID": "b"}]
    assert "resultaat" not in zaak
    assert deel["vroegsignalen"][0]["client"] == {
        "postcode": "2611AB", "huisnummer": "10", "huisnummertoevoeging": "A", "geboortedatum": "1985-06-12",
    }  # fmt: skip
    met_bsn = document(signaal("a", 43250, client=ddas.Ddasclient("2611AB", 10, "A", date(1985, 6, 12), BSN)))
    (enig,) = met_bsn["leveringen"][0]["vroegsignalen"]
    assert enig["client"] == {"burgerservicenummer": BSN}
    assert enig["bedrag"] == 433
    assert (ddas.euros(Bedrag(43249)), ddas.euros(Bedrag(50))) == (432, 1)
    assert codes(gemaakt) == codes(met_bsn) == []


@pytest.mark.parametrize("resultaat", RESULTATEN)
def test_elk_resultaat_heeft_zijn_landelijke_naam(resultaat: str) -> None:
    gemaakt = document(resultaat=resultaat)
    assert gemaakt["leveringen"][0]["vroegsignaalzaken"][0]["resultaat"] == ddas.RESULTATEN[resultaat]
    assert [c for c in codes(gemaakt) if c != "ddas_resultaat"] == []


@pytest.mark.parametrize(
    "status, reden, in_zaak, resultaat, naam",
    [
        ("in_melding", "", True, "", "Opgepakt"), ("te_matchen", "", False, "", "Nog niet opgepakt"), ("overleden", "", False, "", "Inwoner is overleden"),
        ("geen_inwoner", "", False, "", "Persoon is geen inwoner (meer) in de gemeente"), ("niet_opgepakt", "herhaald", False, "", "Niet opgepakt: herhaalde melding"),
        ("niet_opgepakt", "onterecht", False, "", "Niet opgepakt: onterecht signaal"), ("niet_opgepakt", "andere", False, "", "Niet opgepakt: andere reden"),
        ("in_melding", "", True, "al_bekend", "Inwoner al bekend bij schuldhulpverlening"), ("in_melding", "", True, "advies", "Opgepakt"),
    ],
)  # fmt: skip
def test_de_status_van_een_signaal(status: str, reden: str, in_zaak: bool, resultaat: str, naam: str) -> None:
    gemaakt = document(signaal("a", 9000, status=status, reden=reden, in_zaak=in_zaak, resultaat=resultaat))
    assert gemaakt["leveringen"][0]["vroegsignalen"][0]["status"] == naam


def test_een_te_lange_toevoeging_wordt_niet_afgekapt() -> None:
    with pytest.raises(Geweigerd) as weigering:
        document(signaal("a", 9000, client=ddas.Ddasclient("2611AB", 10, "Abis3")))
    assert weigering.value.code == "ddas_toevoeging"


def kapot(pad: str, waarde: Any) -> dict[str, Any]:
    """The good document with one place made wrong; `weg` takes the field away."""
    wat = copy.deepcopy(document())
    plek: Any = wat
    *stappen, laatste = [int(deel) if deel.isdecimal() else deel for deel in pad.split("/")]
    for stap in stappen:
        plek = plek[stap]
    if waarde == "weg":
        del plek[laatste]
    else:
        plek[laatste] = waarde
    return wat


S, Z = "leveringen/0/vroegsignalen/0", "leveringen/0/vroegsignaalzaken/0"


@pytest.mark.parametrize(
    "pad, waarde, code",
    [
        (f"{S}/bedrag", -5, "ddas_bedrag"), (f"{S}/bedrag", 0, "ddas_bedrag"), (f"{S}/bedrag", 1.5, "ddas_waarde"), (f"{S}/bedrag", True, "ddas_waarde"),
        (f"{S}/client", {"burgerservicenummer": "12"}, "ddas_bsn"), (f"{S}/client", {"burgerservicenummer": "123456789"}, "ddas_bsn"),
        (f"{S}/client", {"burgerservicenummer": BSN, "postcode": "2611AB"}, "ddas_client"), (f"{S}/client", {"postcode": "2611AB"}, "ddas_client"),
        (f"{S}/client/postcode", "2611 ab", "ddas_postcode"), (f"{S}/client/huisnummer", "10A", "ddas_huisnummer"),
        (f"{S}/client/huisnummertoevoeging", "Abis3", "ddas_toevoeging"), (f"{S}/signaalpartner/type", "weg", "ddas_ontbreekt"),
        (f"{S}/signaalpartner/type", "Gas", "ddas_waarde"), (f"{S}/ontstaansdatum", "2026-12-01", "ddas_ontstaan"),
        (f"{S}/signaaldatum", "2026-02-30", "ddas_waarde"), (f"{S}/signaaldatum", "2026-12-24", "ddas_buiten_periode"), (f"{S}/ID", "b", "ddas_dubbel"),
        (f"{S}/naam", "Jansen", "ddas_onbekend"), ("leveringen/0/vroegsignalen", [3], "ddas_waarde"), (f"{Z}/vroegsignalen", [{"ID": "zoek"}], "ddas_signaal_ontbreekt"), (f"{Z}/vroegsignalen", [], "ddas_zonder_signaal"),
        (f"{Z}/einddatumMatchingperiode", "2026-10-01", "ddas_matchingperiode"), (f"{Z}/matchingsdatum", "2026-10-01", "ddas_matchingsdatum"),
        (f"{Z}/resultaat", "Definitief geen contact kunnen krijgen", "ddas_resultaat"), (f"{Z}/resultaat", "Verwijzing zonder toestemming", "ddas_waarde"),
        (f"{Z}/contactpogingen/0/datum", "2026-11-01", "ddas_poging_vroeg"), (f"{Z}/contactpogingen/0/soort", "Duif", "ddas_waarde"),
        ("leveringen/0/gemeentecode", "Rotterdam", "ddas_gemeentecode"), ("leveringen/0/teller", 3, "ddas_teller"), ("leveringen", [], "ddas_leeg"),
        ("leveringen/0/aanleverendeOrganisatie/kvk-nummer", "1", "ddas_kvk"), ("leveringen/0/aanleverendeOrganisatie/contactpersonen/0/email", "x", "ddas_email"),
        ("einddatumLevering", "2026-10-01", "ddas_periode"), ("aanleverdatumEnTijd", "2026-11-28", "ddas_waarde"), ("codeGegevensleverancier", "weg", "ddas_ontbreekt"),
    ],
)  # fmt: skip
def test_wat_het_schema_doorlaat_wordt_gevonden_met_zijn_plaats(pad: str, waarde: Any, code: str) -> None:
    gevonden = list(controleer(kapot(pad, waarde)))
    assert code in [b.code for b in gevonden]
    bevinding = next(b for b in gevonden if b.code == code)
    assert bevinding.tekst.nl.startswith(bevinding.plaats)
    assert bevinding.tekst.nl != bevinding.tekst.en


def test_een_andere_gemeente_dan_verwacht() -> None:
    assert codes(document(), "9901") == []
    assert codes(document(), "0518") == ["ddas_andere_gemeente"]


def test_een_bestand_van_0_9_noemt_elke_nieuwe_naam() -> None:
    oud = json.dumps(document())
    for was, wordt in HERNOEMD.items():
        if was != "einddatum_matchtingperiode":
            oud = oud.replace(f'"{wordt}"', f'"{was}"')
    gevonden = [b for b in controleer(json.loads(oud)) if b.code == "ddas_hernoemd"]
    assert {b.tekst.nl.rpartition(" ")[2].rstrip(".") for b in gevonden} == set(HERNOEMD.values()) - {
        "contactpersonen"
    } | {"contactpersonen"}
    assert len(gevonden) == 5


@pytest.mark.parametrize("inhoud", [b"\xff\xfe", b"{", b'{"a": NaN}', b"[" * 100_000])
def test_wat_geen_json_is_wordt_geweigerd(inhoud: bytes) -> None:
    with pytest.raises(Geweigerd) as weigering:
        oordeel(inhoud)
    assert weigering.value.code == "ddas_json"


@pytest.mark.parametrize(
    "wat",
    [
        None,
        [],
        3,
        "x",
        {},
        {"leveringen": 3},
        {"leveringen": [3, {"vroegsignalen": [3], "vroegsignaalzaken": [{"vroegsignalen": [3]}]}]},
    ],
)
def test_een_vreemd_document_geeft_bevindingen_en_nooit_een_storing(wat: Any) -> None:
    assert codes(wat)


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Gemeente]], Gemeente]) -> Gemeente:
    """A municipality with one case and one signal below the threshold, built once for the module."""
    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Gemeente, db: None) -> Gemeente:
    return deepcopy(stand)


def bouw(map_: Path) -> Gemeente:
    gemeente = maak_gemeente()
    lever(
        gemeente,
        schrijf_levering(
            map_ / "levering.csv",
            rij(1, bedrag_achterstand="432.50"),
            rij(
                2,
                bedrag_achterstand="12.00",
                achternaam="Kluut",
                voorletters="C.",
                geboortedatum="1971-02-03",
                postcode="2611AC",
            ),
        ),
    )
    actions.pak_signalen_op(gemeente.intake)
    return gemeente


def test_uit_het_register_gelogd_voor_iedereen_die_erin_staat(gemeente: Gemeente) -> None:
    gemaakt = queries.ddas_levering(
        gemeente.teamleider, date(2026, 11, 1), date(2026, 11, 24), "cijfers@waterrijk.example"
    )
    assert codes(gemaakt, "9901") == []
    (deel,) = gemaakt["leveringen"]
    assert sorted((s["bedrag"], s["status"]) for s in deel["vroegsignalen"]) == [
        (12, "Niet opgepakt: onterecht signaal"),
        (433, "Opgepakt"),
    ]
    assert len(deel["vroegsignaalzaken"]) == Zaak.objects.count() == 1
    assert "Dijk" not in json.dumps(gemaakt)
    regel = Auditregel.objects.get(naam="DDAS-levering maken")
    assert (regel.doel, regel.regels, regel.aantal_personen) == ("ddas", "vs-ddas", 2)
    assert Verwerking.objects.filter(operatie_id=regel.operatie_id, grondslagen="cbs-33").count() == 2
    assert regel.wijziging["vroegsignalen"] == ["", 2]


@pytest.mark.parametrize(
    "van, tot", [("2026-11-24", "2026-11-01"), ("2026-11-01", "2026-11-25"), ("2025-11-01", "2026-11-24")]
)
def test_een_onmogelijke_periode(gemeente: Gemeente, van: str, tot: str) -> None:
    with pytest.raises(Geweigerd) as weigering:
        queries.ddas_levering(gemeente.teamleider, date.fromisoformat(van), date.fromisoformat(tot))
    assert weigering.value.code == "ddas_periode"


def test_alleen_de_teamleider(gemeente: Gemeente) -> None:
    for wie in (gemeente.sanne, gemeente.intake):
        with pytest.raises(Geweigerd):
            queries.ddas_levering(wie, date(2026, 11, 1), date(2026, 11, 24))


def zonder_moment(wat: dict[str, Any]) -> dict[str, Any]:
    return wat | {"aanleverdatumEnTijd": ""}


def test_pagina_api_en_opdracht_geven_hetzelfde(gemeente: Gemeente, tmp_path: Path, capsys: Any) -> None:
    bezoeker = Client()
    bezoeker.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))
    assert "Download de levering" in bezoeker.get("/vroegsignalering/ddas").content.decode()
    antwoord = bezoeker.post("/vroegsignalering/ddas/levering", {"van": "2026-11-01", "tot": "2026-11-24"})
    pagina = json.loads(antwoord.content)
    api = json.loads(bezoeker.get("/api/v1/vroegsignalering/ddas?van=2026-11-01&tot=2026-11-24").content)
    plek = tmp_path / "levering.json"
    with pytest.raises(SystemExit) as einde:
        hoofd(
            [
                SCHEME.naam,
                "ddas",
                "--van",
                "2026-11-01",
                "--tot",
                "2026-11-24",
                "--gemeente",
                "9901",
                "--uitvoer",
                str(plek),
            ]
        )
    assert einde.value.code == 0
    assert zonder_moment(pagina) == zonder_moment(api) == zonder_moment(json.loads(plek.read_text("utf-8")))
    assert plek.stat().st_mode & 0o077 == 0
    with pytest.raises(SystemExit) as einde:
        hoofd([SCHEME.naam, "ddas-controle", str(plek)])
    assert einde.value.code == 0
    capsys.readouterr()
    fout = json.dumps(kapot(f"{S}/bedrag", -5)).encode()
    (tmp_path / "fout.json").write_bytes(fout)
    with pytest.raises(SystemExit) as einde:
        hoofd([SCHEME.naam, "ddas-controle", str(tmp_path / "fout.json"), "--json"])
    uit = capsys.readouterr()
    assert einde.value.code == 2
    weigering = json.loads(uit.err)
    assert (weigering["code"], weigering["text"]) == (
        "ddas_fouten", "1 fault and 0 warnings. Correct the file; nothing was delivered.",
    )  # fmt: skip
    assert [(f["bestand"], f["plek"]) for f in weigering["fouten"]] == [
        (str(tmp_path / "fout.json"), "leveringen[0].vroegsignalen[0].bedrag")
    ]
    door_api = bezoeker.post(
        "/api/v1/vroegsignalering/ddas/controles", {"bestand": SimpleUploadedFile("fout.json", fout)}
    ).json()
    assert door_api == json.loads(uit.out)
    assert [b["plaats"] for b in door_api["bevindingen"]] == ["leveringen[0].vroegsignalen[0].bedrag"]
    bladzijde = bezoeker.post(
        "/vroegsignalering/ddas/controle", {"bestand": SimpleUploadedFile("fout.json", fout)}
    ).content.decode()
    assert "-5 is geen achterstand" in bladzijde


@pytest.fixture(scope="module")
def sleutels(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key and its certificate of one day, as files."""
    sleutel = rsa.generate_private_key(65537, 2048)
    naam = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Waterrijk ondertekening")])
    bouw = x509.CertificateBuilder(naam, naam, sleutel.public_key(), x509.random_serial_number())
    bouw = bouw.not_valid_before(datetime(2026, 11, 1, tzinfo=UTC)).not_valid_after(
        datetime(2027, 11, 1, tzinfo=UTC)
    )
    map_ = tmp_path_factory.mktemp("sleutels")
    (map_ / "sleutel.pem").write_bytes(
        sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    (map_ / "keten.pem").write_bytes(
        bouw.sign(sleutel, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    )
    return map_ / "sleutel.pem", map_ / "keten.pem"


def klopt(teken: str, inhoud: bytes) -> dict[str, Any]:
    """What another library makes of a signature over these bytes: its header, or `InvalidSignatureError`."""
    kop, _, handtekening = teken.split(".")
    heel = f"{kop}.{base64.urlsafe_b64encode(inhoud).rstrip(b'=').decode()}.{handtekening}"
    eerste = base64.b64decode(jwt.get_unverified_header(heel)["x5c"][0])
    sleutel: Any = x509.load_der_x509_certificate(eerste).public_key()
    uit: dict[str, Any] = jwt.api_jws.PyJWS().decode_complete(heel, sleutel, algorithms=["PS256"])["header"]
    return uit


@pytest.mark.django_db
def test_een_levering_is_ondertekend_over_precies_haar_bytes(
    gemeente: Gemeente, sleutels: tuple[Path, Path], settings: Any, tmp_path: Path, capsys: Any
) -> None:
    settings.DDAS_SLEUTEL, settings.DDAS_CERTIFICATEN = sleutels
    bezoeker = Client()
    bezoeker.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))
    antwoord = bezoeker.get("/api/v1/vroegsignalering/ddas?van=2026-11-01&tot=2026-11-24")
    kop = klopt(antwoord.headers["nlgov-adr-payload-sig"], antwoord.content)
    assert (kop["alg"], kop["typ"], len(kop["x5c"])) == ("PS256", "JOSE", 1)
    assert {"kid", "x5t#S256", "iat"} <= set(kop)
    with pytest.raises(jwt.InvalidSignatureError):
        klopt(antwoord.headers["nlgov-adr-payload-sig"], antwoord.content + b" ")
    bestand = tmp_path / "levering.json"
    with pytest.raises(SystemExit) as einde:
        hoofd(
            [
                SCHEME.naam,
                "ddas",
                "--van",
                "2026-11-01",
                "--tot",
                "2026-11-24",
                "--gemeente",
                "9901",
                "--uitvoer",
                str(bestand),
            ]
        )
    assert einde.value.code == 0
    assert klopt((tmp_path / "levering.json.jws").read_text(), bestand.read_bytes())["alg"] == "PS256"


@pytest.mark.django_db
@pytest.mark.parametrize("hoe", ["weg", "andere", "verlopen"])
def test_met_een_onbruikbare_sleutel_komt_er_geen_levering(
    gemeente: Gemeente, sleutels: tuple[Path, Path], settings: Any, tmp_path: Path, hoe: str
) -> None:
    settings.DDAS_SLEUTEL, settings.DDAS_CERTIFICATEN = sleutels
    if hoe == "weg":
        settings.DDAS_SLEUTEL = tmp_path / "er-niet.pem"
    elif hoe == "andere":
        ander = rsa.generate_private_key(65537, 2048)
        settings.DDAS_SLEUTEL = tmp_path / "ander.pem"
        settings.DDAS_SLEUTEL.write_bytes(
            ander.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
    with time_machine.travel(
        "2028-01-01T09:00:00+01:00" if hoe == "verlopen" else "2026-11-24T09:00:00+01:00"
    ):
        with pytest.raises(Geweigerd) as weigering:
            handtekening(b"{}")
        assert weigering.value.code == "ddas_sleutel"


def test_zonder_sleutel_geen_handtekening(settings: Any) -> None:
    settings.DDAS_SLEUTEL = None
    assert handtekening(b"{}") is None


def test_wie_een_bestand_maakt_controleert_het_zonder_iets_in_te_stellen(tmp_path: Path) -> None:
    """A supplier has the package and a file: no database, no settings, and nothing is left behind."""
    voorbeeld = Path(__file__).parents[3] / "voorbeelden" / "ddas" / "levering-1.2.json"
    oud = json.loads(voorbeeld.read_text("utf-8"))
    zaak = oud["leveringen"][0]["vroegsignaalzaken"][0]
    zaak["datum_opgepakt"] = zaak.pop("datumOpgepakt")
    (tmp_path / "oud.json").write_text(json.dumps(oud), "utf-8")
    start = "from samenhang.cli.hoofd import hoofd; hoofd()"

    def controleer(bestand: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", start, "vroegsignalering", "ddas-controle", str(bestand), "--gemeente", "9901"],
            cwd=tmp_path, env={"PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    goed = controleer(voorbeeld)
    assert (goed.returncode, goed.stdout.strip()) == (0, "Goed: 0 fouten en 0 waarschuwingen."), goed.stderr
    fout = controleer(tmp_path / "oud.json")
    assert (
        fout.returncode,
        fout.stdout.startswith("fout: leveringen[0].vroegsignaalzaken[0].datum_opgepakt: "),
    ) == (2, True)
    assert [pad.name for pad in tmp_path.iterdir()] == ["oud.json"]
