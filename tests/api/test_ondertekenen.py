"""A machine that proves itself by signing (`private_key_jwt`): what gives a token, and all that gives none."""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from django.conf import settings
from django.test import Client
from django.utils import timezone
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actions import maak_sleutel, trek_sleutel_in, voeg_openbare_sleutel_toe
from samenhang.kernel.organisaties.models import Bewijs, GebruikteVerklaring, Medewerker, Toegangssleutel
from samenhang.kernel.organisaties.verklaring import SOORT, lees_jwk
from tests.api.wereld import BASIS, Wereld, wereld

__all__ = ["wereld"]

pytestmark = pytest.mark.django_db
RSA = rsa.generate_private_key(65537, 2048)
P256 = ec.generate_private_key(ec.SECP256R1())
ANDER = ec.generate_private_key(ec.SECP256R1())


def jwk(sleutel: Any, kid: str, **anders: Any) -> dict[str, Any]:
    soort = RSAAlgorithm if isinstance(sleutel, rsa.RSAPrivateKey) else ECAlgorithm
    return dict(soort.to_jwk(sleutel.public_key(), as_dict=True)) | {"kid": kid} | anders


@pytest.fixture
def machine(wereld: Wereld) -> Toegangssleutel:
    """A machine of Sanne with two public keys: `rsa` and `p256`."""
    sleutel, _ = maak_sleutel(Medewerker.objects.get(id=wereld.gemeente.sanne.medewerker_id), "koppeling")
    for eigen, kid in ((RSA, "rsa"), (P256, "p256")):
        voeg_openbare_sleutel_toe(sleutel, json.dumps(jwk(eigen, kid)), timezone.now())
    return sleutel


def verklaring(
    machine: Toegangssleutel,
    sleutel: Any = P256,
    alg: str = "ES256",
    kop: dict[str, Any] | None = None,
    **anders: Any,
) -> str:
    nu = int(timezone.now().timestamp())
    inhoud = {
        "iss": str(machine.id), "sub": str(machine.id), "aud": f"{settings.BASISADRES}/api/v1/token",
        "iat": nu, "exp": nu + 120, "jti": secrets.token_urlsafe(16),
    } | anders  # fmt: skip
    return jwt.encode(
        {naam: waarde for naam, waarde in inhoud.items() if waarde is not None},
        sleutel, algorithm=alg, headers={"kid": "p256"} if kop is None else kop,
    )  # fmt: skip


def vraag(tekst: str, **anders: str) -> Any:
    velden = {"grant_type": "client_credentials", "client_assertion_type": SOORT, "client_assertion": tekst}
    return Client().post("/api/v1/token", velden | anders)


def test_wie_ondertekent_krijgt_een_bewijs(machine: Toegangssleutel) -> None:
    for sleutel, alg, kid in ((P256, "ES256", "p256"), (RSA, "PS256", "rsa")):
        antwoord = vraag(verklaring(machine, sleutel, alg, {"kid": kid}), scope="lezen")
        assert antwoord.status_code == 200, antwoord.content
        kop = {"authorization": f"Bearer {antwoord.json()['access_token']}"}
        assert Client(headers=kop).get(f"{BASIS}/meldingen").status_code == 200


def test_het_geheim_geldt_niet_meer_naast_een_openbare_sleutel(wereld: Wereld) -> None:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=wereld.gemeente.sanne.medewerker_id), "k")
    velden = {"grant_type": "client_credentials", "client_id": str(sleutel.id), "client_secret": geheim}
    assert Client().post("/api/v1/token", velden).status_code == 200
    voeg_openbare_sleutel_toe(sleutel, json.dumps(jwk(P256, "p256")), timezone.now())
    for geprobeerd in (geheim, ""):
        antwoord = Client().post("/api/v1/token", velden | {"client_secret": geprobeerd})
        assert (antwoord.status_code, antwoord.json()["code"]) == (401, "sleutel_onjuist")


def in_seconden(**verschil: int) -> dict[str, int]:
    nu = int(timezone.now().timestamp())
    return {naam: nu + seconden for naam, seconden in verschil.items()}


def geknoei(machine: Toegangssleutel) -> str:
    """The claims of one assertion under the signature of another."""
    kop, _, handtekening = verklaring(machine).split(".")
    return ".".join((kop, verklaring(machine).split(".")[1], handtekening))


def met_het_openbare_deel(machine: Toegangssleutel) -> str:
    """HS256 under the public key as if it were a secret: the oldest trick against JWT."""
    openbaar = P256.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    kop = base64.urlsafe_b64encode(b'{"alg":"HS256","typ":"JWT","kid":"p256"}').rstrip(b"=")
    deel = kop + b"." + verklaring(machine).split(".")[1].encode()
    som = base64.urlsafe_b64encode(hmac.digest(openbaar, deel, "sha256")).rstrip(b"=")
    return (deel + b"." + som).decode()


SLECHT = {
    "een ander adres": (lambda m: verklaring(m, aud="https://elders.example/token"), "verklaring_onjuist"),
    "meer dan een adres": (
        lambda m: verklaring(m, aud=[f"{settings.BASISADRES}/api/v1/token", "https://elders.example"]),
        "verklaring_onjuist",
    ),
    "geen adres": (lambda m: verklaring(m, aud=None), "verklaring_onjuist"),
    "verlopen": (lambda m: verklaring(m, **in_seconden(iat=-400, exp=-120)), "verklaring_onjuist"),
    "langer dan vijf minuten": (lambda m: verklaring(m, **in_seconden(iat=0, exp=301)), "verklaring_onjuist"),
    "uit de toekomst": (lambda m: verklaring(m, **in_seconden(iat=200, exp=300)), "verklaring_onjuist"),
    "nog niet geldig": (lambda m: verklaring(m, **in_seconden(nbf=100)), "verklaring_onjuist"),
    "exp is geen getal": (
        lambda m: verklaring(m, exp=None, nbf=None) and verklaring(m, iat=True),
        "verklaring_onjuist",
    ),
    "zonder exp": (lambda m: verklaring(m, exp=None), "verklaring_onjuist"),
    "zonder jti": (lambda m: verklaring(m, jti=None), "verklaring_onjuist"),
    "te korte jti": (lambda m: verklaring(m, jti="1"), "verklaring_onjuist"),
    "niet ondertekend": (lambda m: verklaring(m, None, "none"), "verklaring_onjuist"),
    "HS256 met de openbare sleutel": (met_het_openbare_deel, "verklaring_onjuist"),
    "RS256": (lambda m: verklaring(m, RSA, "RS256", {"kid": "rsa"}), "verklaring_onjuist"),
    "zonder kid": (lambda m: verklaring(m, kop={}), "verklaring_onjuist"),
    "iss is een ander": (lambda m: verklaring(m, iss="ik"), "verklaring_onjuist"),
    "geen JWT": (lambda m: "dit.is.niets", "verklaring_onjuist"),
    "onbekende kid": (lambda m: verklaring(m, kop={"kid": "oud"}), "sleutel_onjuist"),
    "de sleutel van een ander": (lambda m: verklaring(m, ANDER), "sleutel_onjuist"),
    "kid van de andere soort": (lambda m: verklaring(m, kop={"kid": "rsa"}), "sleutel_onjuist"),
    "de sleutel in de kop": (
        lambda m: verklaring(m, ANDER, kop={"kid": "p256", "jwk": jwk(ANDER, "p256")}),
        "sleutel_onjuist",
    ),
    "met de inhoud geknoeid": (geknoei, "sleutel_onjuist"),
    "een onbekende machine": (
        lambda m: verklaring(m, iss="01a20c91-a4e0-79b6-9154-361b8b238339", sub="01a20c91-a4e0-79b6-9154-361b8b238339"),
        "sleutel_onjuist",
    ),
}  # fmt: skip


@pytest.mark.parametrize("geval", SLECHT)
def test_wat_geen_bewijs_geeft(machine: Toegangssleutel, geval: str) -> None:
    maak, code = SLECHT[geval]
    antwoord = vraag(maak(machine))
    assert (antwoord.status_code, antwoord.json()["code"]) == (401, code)
    assert antwoord.json()["tekst"] != antwoord.json()["text"]
    assert not Bewijs.objects.filter(sleutel=machine).exists()
    assert not GebruikteVerklaring.objects.exists()


def test_elke_verklaring_geldt_een_keer(machine: Toegangssleutel) -> None:
    tekst = verklaring(machine)
    assert vraag(tekst).status_code == 200
    nog_eens = vraag(tekst)
    assert (nog_eens.status_code, nog_eens.json()["code"]) == (401, "verklaring_gebruikt")
    GebruikteVerklaring.objects.update(verloopt=timezone.now() - timedelta(hours=1))
    assert vraag(verklaring(machine)).status_code == 200
    assert GebruikteVerklaring.objects.count() == 1


def test_een_ingetrokken_machine_krijgt_niets(machine: Toegangssleutel) -> None:
    trek_sleutel_in(machine, timezone.now())
    assert vraag(verklaring(machine)).json()["code"] == "sleutel_onjuist"


def test_twee_manieren_tegelijk_is_er_een_te_veel(machine: Toegangssleutel) -> None:
    for anders in ({"client_secret": "x"}, {"client_assertion_type": ""}):
        antwoord = vraag(verklaring(machine), **anders)
        assert (antwoord.status_code, antwoord.json()["code"]) == (400, "bewijsvoering_onduidelijk")
    antwoord = vraag(verklaring(machine), client_id="ander")
    assert (antwoord.status_code, antwoord.json()["code"]) == (401, "verklaring_onjuist")


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("geen json", "geen JSON"),
        ("[]", "JSON-object"),
        (RSAAlgorithm.to_jwk(RSA), "geheime deel"),
        (json.dumps({"kty": "oct", "kid": "x", "n": "a"}), "RSA of EC"),
        (json.dumps(jwk(P256, "")), "kid is een naam"),
        (json.dumps(jwk(P256, "x", use="enc")), "use is sig"),
        (json.dumps(jwk(RSA, "x", alg="RS256")), "PS256"),
        (json.dumps(jwk(ec.generate_private_key(ec.SECP384R1()), "x")), "P-256"),
        (json.dumps(jwk(P256, "x", y="AAAA")), "vormen geen sleutel"),
        (json.dumps(jwk(rsa.generate_private_key(65537, 1024), "x")), "2048 bits"),
    ],
)
def test_een_sleutel_die_niet_deugt_komt_er_niet_in(tekst: str, zegt: str) -> None:
    with pytest.raises(Geweigerd, match="jwk_onjuist") as fout:
        lees_jwk(tekst)
    assert zegt in fout.value.tekst.nl


def test_drie_deuren_voegen_een_sleutel_toe_en_halen_hem_weg(
    wereld: Wereld, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sleutel, _ = maak_sleutel(Medewerker.objects.get(id=wereld.gemeente.sanne.medewerker_id), "koppeling")
    pad = tmp_path / "openbaar.jwk"
    pad.write_text(json.dumps(jwk(P256, "p256")))

    def opdracht(*delen: str) -> dict[str, Any]:
        with pytest.raises(SystemExit):
            hoofd(["beheer", *delen])
        uit: dict[str, Any] = json.loads(capsys.readouterr().out)
        return uit

    erbij = opdracht("sleutel-openbaar", str(sleutel.id), str(pad))
    assert [(deel["kid"], deel["alg"]) for deel in erbij["openbaar"]] == [("p256", "ES256")]
    assert vraag(verklaring(sleutel)).status_code == 200
    assert Bewijs.objects.filter(sleutel=sleutel).count() == 1
    weg = opdracht("sleutel-openbaar-intrekken", str(sleutel.id), "p256", "--reden", "gewisseld")
    assert (weg["openbaar"], weg["bewijzen"]) == ([], 0)
    assert vraag(verklaring(sleutel)).json()["code"] == "sleutel_onjuist"
