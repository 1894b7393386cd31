"""OpenID Connect against a real provider process: the code flow, everything that can be wrong, roles from claims."""

from __future__ import annotations

import subprocess  # nosec
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.organisaties.queries import rollen_op
from samenhang.kernel.organisaties.rolafbeelding import Rolregel, gevraagde_regels, lees_rolafbeelding
from tests.bouw import Gemeente, maak_gemeente
from tests.oidc.aanbieder import CLIENT, GEHEIM

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)
SCHEME = "vroegsignalering"
BEGIN = "/account/oidc/oidc/login/"
TERUG = "/account/oidc/oidc/login/callback/"
CLAIMS = {"email": "noor@waterrijk.nl", "email_verified": True, "groepen": ["SG-Schulden-Teamleiders"]}
TEAMLEIDER = Rolregel(
    "SG-Schulden-Teamleiders", "9901", SCHEME, "teamleider", "mandaatregister", date(2026, 1, 1)
)
INTAKE = Rolregel("SG-Schulden-Intake", "9901", SCHEME, "intake", "mandaatregister", date(2026, 1, 1))


@pytest.fixture(scope="module")
def adres() -> Iterator[str]:
    """The provider, as long as this module runs."""
    proces = subprocess.Popen(  # nosec
        [sys.executable, "-m", "tests.oidc.aanbieder"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert proces.stdout is not None
    yield proces.stdout.readline().strip()
    proces.terminate()
    proces.wait(timeout=10)


@pytest.fixture(autouse=True)
def _ingesteld(adres: str, settings: Any) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
        | {
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": "Waterrijk",
                    "client_id": CLIENT,
                    "secret": GEHEIM,
                    "settings": {"server_url": adres},
                }
            ]
        }
    }
    settings.OIDC_ROLCLAIM = "groepen"
    settings.OIDC_ROLLEN = (TEAMLEIDER, INTAKE)


@pytest.fixture
def huis() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def noor(huis: Gemeente) -> Medewerker:
    """A worker that the administrator added, without a role or a password."""
    gebruiker = Gebruiker.objects.create_user("noor@waterrijk.nl", naam="Noor")
    return Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=huis.organisatie, naam="Noor", van=date(2026, 1, 1)
    )


def zeg(adres: str, **proef: Any) -> None:
    requests.post(f"{adres}/proef", json={"nu": time.time(), "claims": CLAIMS} | proef, timeout=5)


def naar_aanbieder(client: Client) -> str:
    """Where the browser is sent; gives the address with which the provider sends it back."""
    antwoord = client.post(BEGIN)
    assert antwoord.status_code == 302, antwoord.content.decode()[:300]
    bij_hem = requests.get(antwoord.headers["location"], allow_redirects=False, timeout=5)
    assert bij_hem.status_code == 302, bij_hem.text
    return bij_hem.headers["location"]


def log_in(client: Client) -> Any:
    terug = urlsplit(naar_aanbieder(client))
    assert terug.path == TERUG
    return client.get(f"{terug.path}?{terug.query}")


def binnen(client: Client) -> bool:
    return "_auth_user_id" in client.session


class TestDeWeg:
    def test_de_hele_weg(self, client: Client, adres: str, noor: Medewerker) -> None:
        zeg(adres)
        assert "Log in met Waterrijk" in client.get("/account/login/").content.decode()
        assert log_in(client).headers["location"] == "/"
        assert binnen(client)
        assert client.get("/vroegsignalering/werkvoorraad").status_code == 200
        bezoeken = requests.get(f"{adres}/bezoeken", timeout=5).json()
        assert {"/authorize", "/jwks", "/userinfo"} <= set(bezoeken)
        regels = {regel.naam: regel for regel in Auditregel.objects.all()}
        assert regels["inloggen"].wijziging == {"langs": ["socialaccount"]}
        assert regels["rollen uit claims"].wijziging == {"rollen": ["vroegsignalering:teamleider"]}

    def test_de_vraag_draagt_state_nonce_en_pkce_en_elke_keer_andere(
        self, client: Client, adres: str
    ) -> None:
        zeg(adres)
        vragen = [parse_qs(urlsplit(client.post(BEGIN).headers["location"]).query) for _ in range(2)]
        for naam in ("state", "nonce", "code_challenge"):
            assert len(vragen[0][naam][0]) >= 16
            assert vragen[0][naam] != vragen[1][naam]
        assert vragen[0]["code_challenge_method"] == ["S256"]
        assert vragen[0]["redirect_uri"] == [f"http://testserver{TERUG}"]

    def test_na_de_eerste_keer_telt_het_nummer_en_niet_het_adres(
        self, client: Client, adres: str, noor: Medewerker
    ) -> None:
        zeg(adres)
        log_in(client)
        assert SocialAccount.objects.get().uid == "u-1"
        zeg(adres, claims=CLAIMS | {"email": "heet.nu.anders@waterrijk.nl"})
        ander = Client()
        log_in(ander)
        assert binnen(ander)
        assert Gebruiker.objects.filter(email="heet.nu.anders@waterrijk.nl").count() == 0

    def test_wie_hier_niet_bekend_is_komt_niet_binnen(
        self, client: Client, adres: str, noor: Medewerker
    ) -> None:
        zeg(adres, claims=CLAIMS | {"email": "vreemd@waterrijk.nl"})
        antwoord = log_in(client)
        assert antwoord.status_code == 403
        assert "nog geen account" in antwoord.content.decode()
        assert not binnen(client)
        assert not SocialAccount.objects.exists()

    def test_een_gesloten_account_blijft_gesloten(self, client: Client, adres: str, noor: Medewerker) -> None:
        Gebruiker.objects.filter(id=noor.gebruiker_id).update(is_active=False)
        zeg(adres)
        log_in(client)
        assert not binnen(client)
        assert rollen_op(noor.id, VANDAAG) == {}

    @pytest.mark.parametrize(("bij_wie", "door"), [("aanbieder", True), ("zelf", False)])
    def test_wie_zorgt_voor_de_tweede_factor(
        self, client: Client, adres: str, noor: Medewerker, settings: Any, bij_wie: str, door: bool
    ) -> None:
        settings.TWEEDE_FACTOR, settings.OIDC_TWEEDE_FACTOR = True, bij_wie
        zeg(adres)
        log_in(client)
        assert (client.get("/vroegsignalering/werkvoorraad").status_code == 200) is door


class TestWatMisKanGaan:
    @pytest.mark.parametrize(
        "fout",
        [
            "vreemde_sleutel",
            "onbekende_sleutel",
            "ongetekend",
            "gedeeld_geheim",
            "geknoeid",
            "andere_issuer",
            "andere_issuer_in_discovery",
            "andere_ontvanger",
            "meer_ontvangers",
            "verlopen",
            "toekomst",
            "geen_exp",
            "andere_nonce",
            "geen_nonce",
            "geen_id_token",
            "userinfo_van_een_ander",
        ],
    )
    @pytest.mark.parametrize("taal", ["nl"])
    def test_een_verkeerd_bewijs_komt_er_niet_in(
        self, client: Client, adres: str, noor: Medewerker, fout: str, taal: str
    ) -> None:
        zeg(adres)
        terug = urlsplit(naar_aanbieder(client))
        zeg(adres, fout=fout)
        antwoord = client.get(f"{terug.path}?{terug.query}", headers={"accept-language": taal})
        assert not binnen(client), fout
        assert antwoord.status_code >= 400
        assert "Inloggen is niet gelukt" in antwoord.content.decode()
        assert not Rolvervulling.objects.filter(medewerker=noor).exists()
        assert not SocialAccount.objects.exists()

    def test_hetzelfde_antwoord_zonder_fout_komt_er_wel_in(
        self, client: Client, adres: str, noor: Medewerker
    ) -> None:
        zeg(adres)
        terug = urlsplit(naar_aanbieder(client))
        client.get(f"{terug.path}?{terug.query}")
        assert binnen(client)

    def test_een_verkeerde_state(self, client: Client, adres: str, noor: Medewerker) -> None:
        zeg(adres)
        terug = urlsplit(naar_aanbieder(client))
        code = parse_qs(terug.query)["code"][0]
        for vraag in (f"code={code}", f"code={code}&state=verzonnen"):
            assert client.get(f"{TERUG}?{vraag}").status_code >= 400
        assert not binnen(client)

    def test_een_antwoord_van_een_ander_in_mijn_browser(
        self, client: Client, adres: str, noor: Medewerker
    ) -> None:
        zeg(adres)
        terug = urlsplit(naar_aanbieder(Client()))
        client.post(BEGIN)
        client.get(f"{terug.path}?{terug.query}")
        assert not binnen(client)

    def test_een_antwoord_werkt_een_keer(self, client: Client, adres: str, noor: Medewerker) -> None:
        zeg(adres)
        terug = urlsplit(naar_aanbieder(client))
        client.get(f"{terug.path}?{terug.query}")
        client.post("/uitloggen")
        client.get(f"{terug.path}?{terug.query}")
        assert not binnen(client)

    def test_wie_annuleert_leest_dat_hij_stopte(self, client: Client, adres: str) -> None:
        zeg(adres, fout="geannuleerd")
        terug = urlsplit(naar_aanbieder(client))
        pagina = client.get(f"{terug.path}?{terug.query}", follow=True).content.decode()
        assert "U bent gestopt met inloggen" in pagina

    def test_een_aanbieder_die_niet_antwoordt(self, client: Client, settings: Any, noor: Medewerker) -> None:
        settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]["server_url"] = (
            "http://127.0.0.1:9"
        )
        antwoord = client.post(BEGIN)
        assert antwoord.status_code >= 400
        assert "Inloggen is niet gelukt" in antwoord.content.decode()


class TestEmail:
    @pytest.mark.parametrize(
        ("beleid", "claim", "mag"),
        [
            ("geverifieerd", {"email_verified": True}, True),
            ("geverifieerd", {"email_verified": False}, False),
            ("geverifieerd", {"email_verified": "true"}, False),
            ("geverifieerd", {}, False),
            ("vertrouwd", {}, True),
            ("vertrouwd", {"email_verified": True}, True),
            ("vertrouwd", {"email_verified": False}, False),
        ],
    )
    def test_het_beleid(
        self,
        client: Client,
        adres: str,
        noor: Medewerker,
        settings: Any,
        beleid: str,
        claim: dict[str, Any],
        mag: bool,
    ) -> None:
        settings.OIDC_EMAIL = beleid
        zeg(adres, claims={"email": "Noor@Waterrijk.nl", "groepen": []} | claim)
        antwoord = log_in(client)
        assert binnen(client) is mag
        if not mag:
            assert antwoord.status_code == 403
            assert "niet bevestigd" in antwoord.content.decode()
            assert not SocialAccount.objects.exists()


class TestRollen:
    def rollen(self, medewerker: Medewerker) -> set[str]:
        return set(rollen_op(medewerker.id, VANDAAG).get(SCHEME, ()))

    def met(self, adres: str, *groepen: Any) -> None:
        zeg(adres, claims=CLAIMS | {"groepen": list(groepen)})
        log_in(Client())

    def test_een_rol_draagt_het_mandaat_van_de_tabel(self, adres: str, noor: Medewerker) -> None:
        self.met(adres, "SG-Schulden-Teamleiders")
        rol = Rolvervulling.objects.get(medewerker=noor)
        assert (rol.bron, rol.mandaat, rol.van) == ("claim", "mandaatregister", VANDAAG)

    @pytest.mark.parametrize(
        "groep",
        ["vroegsignalering:beheerder", "teamleider", "sg-schulden-teamleiders", "", 7, None, {"a": 1}],
    )
    def test_wat_de_tabel_niet_noemt_is_geen_rol(self, adres: str, noor: Medewerker, groep: Any) -> None:
        self.met(adres, groep)
        assert self.rollen(noor) == set()

    def test_wat_uit_de_claims_verdwijnt_eindigt(self, adres: str, noor: Medewerker) -> None:
        self.met(adres, "SG-Schulden-Teamleiders", "SG-Schulden-Intake")
        assert self.rollen(noor) == {"teamleider", "intake"}
        self.met(adres, "SG-Schulden-Intake")
        assert self.rollen(noor) == {"intake"}
        self.met(adres, "SG-Schulden-Intake", "SG-Schulden-Teamleiders")
        assert self.rollen(noor) == {"teamleider", "intake"}
        assert Rolvervulling.objects.filter(medewerker=noor, rol="teamleider").count() == 2

    def test_wat_uit_de_tabel_verdwijnt_eindigt_ook(
        self, adres: str, noor: Medewerker, settings: Any
    ) -> None:
        self.met(adres, "SG-Schulden-Teamleiders")
        settings.OIDC_ROLLEN = (INTAKE,)
        self.met(adres, "SG-Schulden-Teamleiders")
        assert self.rollen(noor) == set()

    def test_een_rol_van_de_beheerder_blijft(self, adres: str, noor: Medewerker) -> None:
        Rolvervulling.objects.create(medewerker=noor, scheme=SCHEME, rol="beleid", van=date(2026, 1, 1))
        self.met(adres)
        assert self.rollen(noor) == {"beleid"}

    def test_dezelfde_rol_van_de_beheerder_wordt_niet_overgenomen(self, adres: str, noor: Medewerker) -> None:
        Rolvervulling.objects.create(medewerker=noor, scheme=SCHEME, rol="teamleider", van=date(2026, 1, 1))
        self.met(adres, "SG-Schulden-Teamleiders")
        self.met(adres)
        assert self.rollen(noor) == {"teamleider"}

    @pytest.mark.parametrize(
        ("vanaf", "tot", "geldt"),
        [
            (VANDAAG, VANDAAG, True),
            (VANDAAG - timedelta(days=9), VANDAAG - timedelta(days=1), False),
            (VANDAAG + timedelta(days=1), None, False),
        ],
    )
    def test_de_tabel_is_gedateerd(
        self, adres: str, noor: Medewerker, settings: Any, vanaf: date, tot: date | None, geldt: bool
    ) -> None:
        settings.OIDC_ROLLEN = (Rolregel("g", "9901", SCHEME, "teamleider", "m", vanaf, tot),)
        self.met(adres, "g")
        assert bool(self.rollen(noor)) is geldt
        assert rollen_op(noor.id, VANDAAG + timedelta(days=1)).get(SCHEME) is None or tot is None

    def test_alleen_waar_hij_werkt_en_waar_de_rol_bestaat(
        self, adres: str, noor: Medewerker, settings: Any
    ) -> None:
        maak_gemeente("9902", "Oosterveen")
        settings.OIDC_ROLLEN = (
            Rolregel("g", "9902", SCHEME, "teamleider", "m", date(2026, 1, 1)),
            Rolregel("g", "9901", SCHEME, "partner", "m", date(2026, 1, 1)),
        )
        self.met(adres, "g")
        assert not Rolvervulling.objects.filter(bron="claim").exists()


class TestTabel:
    GOED = (
        '[[rol]]\nclaim = "g"\norganisatie = "9901"\nscheme = "vroegsignalering"\nrol = "intake"\n'
        'mandaat = "m"\nvanaf = 2026-01-01\n'
    )

    def lees(self, tmp_path: Path, tekst: str) -> tuple[Rolregel, ...]:
        pad = tmp_path / "rollen.toml"
        pad.write_text(tekst)
        return lees_rolafbeelding(pad)

    def test_goed(self, tmp_path: Path) -> None:
        assert self.lees(tmp_path, self.GOED + "tot = 2026-12-31\n")[0].tot == date(2026, 12, 31)
        assert lees_rolafbeelding(None) == ()

    @pytest.mark.parametrize(
        ("oud", "nieuw", "noemt"),
        [
            ('claim = "g"', 'claim = ""', "claim"),
            ('claim = "g"', "", "claim"),
            ('mandaat = "m"\n', "", "mandaat"),
            ("vanaf = 2026-01-01", 'vanaf = "2026-01-01"', "vanaf"),
            ("vanaf = 2026-01-01", "vanaf = 2026-01-01\ntot = 2025-01-01", "tot"),
            ('rol = "intake"', 'rol = "keizer"', "keizer"),
            ('scheme = "vroegsignalering"', 'scheme = "kernel"', "kernel"),
            ('claim = "g"', 'claim = "g"\ngroep = "x"', "groep"),
            ("[[rol]]", "[[rollen]]", "rollen"),
            ("[[rol]]", "[[rol", "rollen.toml"),
        ],
    )
    def test_fout_noemt_plek_en_veld(self, tmp_path: Path, oud: str, nieuw: str, noemt: str) -> None:
        with pytest.raises(ValueError, match=r"rollen\.toml") as fout:
            self.lees(tmp_path, self.GOED.replace(oud, nieuw, 1))
        assert noemt in str(fout.value)

    def test_een_losse_tekst_is_een_claim(self) -> None:
        assert gevraagde_regels((INTAKE,), "SG-Schulden-Intake", VANDAAG) == [INTAKE]
        assert gevraagde_regels((INTAKE,), None, VANDAAG) == []
