"""The signature beside a DDAS file, read back through every door, and every way in which it can be wrong."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.uitwisseling.ondertekenen import onderteken
from samenhang.schemes.vroegsignalering.handtekeningcontrole import controleer, lees_certificaten
from tests.bouw import maak_gemeente

INHOUD = b'{"leveringen": []}'
NU = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
ADRES = "/vroegsignalering/ddas"


@dataclass(frozen=True)
class Keten:
    """A root, and a leaf of it with its key."""

    sleutel: rsa.RSAPrivateKey
    blad: x509.Certificate
    stam: x509.Certificate

    def teken(self, inhoud: bytes = INHOUD, nu: datetime = NU) -> str:
        return onderteken(inhoud, self.sleutel, [self.blad, self.stam], nu)

    def pem(self, certificaat: x509.Certificate) -> bytes:
        return certificaat.public_bytes(serialization.Encoding.PEM)


def certificaat(naam: str, openbaar: Any, uitgever: str, ondertekenaar: Any) -> x509.Certificate:
    wie, door = (x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, n)]) for n in (naam, uitgever))
    bouw = x509.CertificateBuilder(door, wie, openbaar, x509.random_serial_number())
    bouw = bouw.not_valid_before(datetime(2026, 11, 1, tzinfo=UTC))
    return bouw.not_valid_after(datetime(2027, 11, 1, tzinfo=UTC)).sign(ondertekenaar, hashes.SHA256())


@pytest.fixture(scope="module")
def keten() -> Keten:
    stamsleutel, sleutel = ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 2048)
    stam = certificaat("Stam van de overheid", stamsleutel.public_key(), "Stam van de overheid", stamsleutel)
    blad = certificaat("Waterrijk ondertekening", sleutel.public_key(), "Stam van de overheid", stamsleutel)
    return Keten(sleutel, blad, stam)


@pytest.fixture(scope="module")
def vreemde_stam() -> x509.Certificate:
    sleutel = ec.generate_private_key(ec.SECP256R1())
    return certificaat("Iemand anders", sleutel.public_key(), "Iemand anders", sleutel)


def test_een_goede_handtekening_zegt_wie_wanneer_en_of_de_keten_wordt_vertrouwd(keten: Keten) -> None:
    zonder = controleer(INHOUD, keten.teken())
    assert (zonder.door, zonder.uitgever, zonder.moment, zonder.vertrouwd) == (
        "Waterrijk ondertekening",
        "Stam van de overheid",
        NU,
        None,
    )
    assert controleer(INHOUD, keten.teken() + "\n", [keten.stam]).vertrouwd is True


def anders(teken: str, **velden: Any) -> str:
    """The same signature under another header."""
    kop, _, rest = teken.partition(".")
    oud = json.loads(base64.urlsafe_b64decode(kop + "=="))
    nieuw = {naam: waarde for naam, waarde in (oud | velden).items() if waarde is not None}
    return base64.urlsafe_b64encode(json.dumps(nieuw).encode()).rstrip(b"=").decode() + "." + rest


FOUT: dict[str, tuple[str, Callable[[Keten], tuple[bytes, str]]]] = {
    "een regeleinde erbij": ("handtekening_onjuist", lambda k: (INHOUD + b"\n", k.teken())),
    "een ander moment": ("handtekening_onjuist", lambda k: (INHOUD, anders(k.teken(), iat=1_795_000_000))),
    "leeg": ("handtekening_vorm", lambda k: (INHOUD, "")),
    "met de inhoud erin": ("handtekening_vorm", lambda k: (INHOUD, k.teken().replace("..", ".e30."))),
    "geen base64": ("handtekening_vorm", lambda k: (INHOUD, "é.." + k.teken().split("..")[1])),
    "een kop die geen JSON is": ("handtekening_vorm", lambda k: (INHOUD, "abcd.." + k.teken().split("..")[1])),
    "een kop van haken": ("handtekening_vorm", lambda k: (INHOUD, "W1tb" * 20_000 + "..abcd")),
    "te lang": ("handtekening_vorm", lambda k: (INHOUD, k.teken() + "A" * 200_000)),
    "zonder algoritme": ("handtekening_soort", lambda k: (INHOUD, anders(k.teken(), alg="none"))),
    "een zwakker algoritme": ("handtekening_soort", lambda k: (INHOUD, anders(k.teken(), alg="HS256"))),
    "een verplichte uitbreiding": ("handtekening_soort", lambda k: (INHOUD, anders(k.teken(), crit=["b64"]))),
    "zonder moment": ("handtekening_moment", lambda k: (INHOUD, anders(k.teken(), iat=None))),
    "zonder certificaten": ("certificaten_ontbreken", lambda k: (INHOUD, anders(k.teken(), x5c=None))),
    "certificaten als tekst": ("certificaten_ontbreken", lambda k: (INHOUD, anders(k.teken(), x5c="x"))),
    "een andere vingerafdruk": ("certificaat_anders", lambda k: (INHOUD, anders(k.teken(), **{"x5t#S256": "x"}))),
    "een sleutel die geen RSA is": (
        "certificaat_ongeschikt",
        lambda k: (INHOUD, anders(k.teken(), x5c=[_der(k.stam)], **{"x5t#S256": None})),
    ),
    "in de verkeerde volgorde": (
        "keten_onjuist",
        lambda k: (INHOUD, anders(k.teken(), x5c=[_der(k.stam), _der(k.blad)])),
    ),
}  # fmt: skip


def _der(deel: x509.Certificate) -> str:
    return base64.b64encode(deel.public_bytes(serialization.Encoding.DER)).decode()


@pytest.mark.parametrize("wat", FOUT)
def test_wat_niet_klopt_wordt_bij_naam_genoemd_met_wat_te_doen(keten: Keten, wat: str) -> None:
    code, maak = FOUT[wat]
    with pytest.raises(Geweigerd) as fout:
        controleer(*maak(keten), bestand="levering.json.jws")
    assert fout.value.code == code
    assert fout.value.fouten[0].plaats.bestand == "levering.json.jws"
    assert fout.value.tekst.nl != fout.value.tekst.en


def test_een_certificaat_dat_toen_niet_gold(keten: Keten) -> None:
    buiten = datetime(2028, 1, 1, tzinfo=UTC)
    with pytest.raises(Geweigerd, match="certificaat_ongeldig"):
        controleer(INHOUD, _op(keten, buiten))


def _op(keten: Keten, moment: datetime) -> str:
    """Signed outside the validity, which signing itself refuses: the moment is put into the header first."""
    from cryptography.hazmat.primitives.asymmetric import padding

    from samenhang.kernel.uitwisseling.ondertekenen import base64url

    kop = anders(keten.teken(), iat=int(moment.timestamp())).split(".")[0]
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), hashes.SHA256.digest_size)
    teken = keten.sleutel.sign(f"{kop}.{base64url(INHOUD)}".encode(), pss, hashes.SHA256())
    return f"{kop}..{base64url(teken)}"


def test_een_keten_die_ergens_anders_eindigt(keten: Keten, vreemde_stam: x509.Certificate) -> None:
    with pytest.raises(Geweigerd, match="keten_onbekend"):
        controleer(INHOUD, keten.teken(), [vreemde_stam])
    with pytest.raises(Geweigerd, match="certificaten_onleesbaar"):
        lees_certificaten(b"geen certificaat", "stam.pem")


def opdracht(capsys: pytest.CaptureFixture[str], *argumenten: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "ddas-handtekening", *argumenten])
    uit, fout = capsys.readouterr()
    assert isinstance(einde.value.code, int)
    return einde.value.code, uit, fout


@pytest.mark.django_db
def test_opdracht_api_en_pagina_zeggen_hetzelfde(
    keten: Keten, vreemde_stam: x509.Certificate, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gemeente = maak_gemeente()
    bestand, teken = tmp_path / "levering.json", tmp_path / "levering.json.jws"
    stam, vreemd = tmp_path / "stam.pem", tmp_path / "vreemd.pem"
    bestand.write_bytes(INHOUD)
    teken.write_text(keten.teken(), "ascii")
    stam.write_bytes(keten.pem(keten.stam))
    vreemd.write_bytes(keten.pem(vreemde_stam))
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))

    def stuur(pad: str, inhoud: bytes, vertrouw: Path, *, pagina: bool) -> Any:
        velden: dict[str, Any] = {"bestand": SimpleUploadedFile("levering.json", inhoud), "handtekening": keten.teken(), "vertrouw": vertrouw.read_text()}  # fmt: skip
        if pagina:
            velden |= {
                naam: SimpleUploadedFile(naam, velden[naam].encode()) for naam in ("handtekening", "vertrouw")
            }
        return client.post(pad, velden)

    api = f"/api/v1{ADRES}/handtekeningcontroles"
    code, uit, _ = opdracht(capsys, str(bestand), "--vertrouw", str(stam), "--json")
    goed = stuur(api, INHOUD, stam, pagina=False)
    assert (code, goed.status_code) == (0, 200)
    assert json.loads(uit) == goed.json()
    assert goed.json()["vertrouwd"] is True
    assert (
        "Waterrijk ondertekening"
        in stuur(f"{ADRES}/handtekening", INHOUD, stam, pagina=True).content.decode()
    )
    for inhoud, vertrouw, fout in (
        (INHOUD + b" ", stam, "handtekening_onjuist"),
        (INHOUD, vreemd, "keten_onbekend"),
    ):
        bestand.write_bytes(inhoud)
        code, _, probleem = opdracht(capsys, str(bestand), "--vertrouw", str(vertrouw), "--json")
        antwoord = stuur(api, inhoud, vertrouw, pagina=False)
        assert (code, json.loads(probleem)["code"]) == (2, fout)
        assert (antwoord.status_code, antwoord.json()["code"]) == (400, fout)
        pagina = stuur(f"{ADRES}/handtekening", inhoud, vertrouw, pagina=True)
        assert pagina.status_code == 400
        assert antwoord.json()["detail"][:30] in pagina.content.decode()
    assert opdracht(capsys, str(tmp_path / "er-niet.json"))[0] == 2


@pytest.mark.django_db
def test_de_pagina_geeft_de_levering_met_haar_handtekening_erbij(
    keten: Keten, settings: Any, tmp_path: Path
) -> None:
    gemeente = maak_gemeente()
    settings.DDAS_SLEUTEL, settings.DDAS_CERTIFICATEN = tmp_path / "sleutel.pem", tmp_path / "keten.pem"
    settings.DDAS_SLEUTEL.write_bytes(
        keten.sleutel.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    settings.DDAS_CERTIFICATEN.write_bytes(keten.pem(keten.blad) + keten.pem(keten.stam))
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))
    vraag = {"van": "2026-11-01", "tot": "2026-11-24"}
    antwoord: Any = client.post(f"{ADRES}/levering", vraag)
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as pak:
        naam, teken = pak.namelist()
        assert teken == f"{naam}.jws"
        assert controleer(pak.read(naam), pak.read(teken).decode(), [keten.stam]).vertrouwd is True
    settings.DDAS_SLEUTEL = None
    los: Any = client.post(f"{ADRES}/levering", vraag)
    assert "leveringen" in json.loads(los.content)
