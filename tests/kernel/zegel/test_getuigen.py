"""Partners who countersign: by call and by file, a fork is refused with an alarm, and bad input says where."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, spoor
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zegel import partnervraag, punten, sleutels
from samenhang.kernel.zegel.controle import controleer
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.controlepunt import Punt
from samenhang.kernel.zegel.domain.getuige import schrijf_aanvraag
from samenhang.kernel.zegel.domain.nota import (
    GETUIGE,
    LOG,
    Nota,
    Sleutel,
    klopt,
    lees_handtekening,
    lees_sleutel,
    medeonderteken,
    onderteken,
)
from samenhang.kernel.zegel.models import Getuigenis, Logalarm, Medeondertekening, Partnerstand
from samenhang.kernel.zegel.queries import aanvraag
from tests.kernel.zegel.test_boom import BLADEN, lees_van
from tests.kernel.zegel.test_verzegelen import schrijf, zegel

pytestmark = pytest.mark.django_db
HUN_LOG, HUN_GETUIGE = "zandwijk.test/logboek", "zandwijk.test/getuige"
PRIVE = Ed25519PrivateKey.from_private_bytes(b"z" * 32)
TERMINAL = Actor(None, "terminal", None, "", {"kernel": frozenset({"installatiebeheerder"})}, kanaal="cli")


def publiek(soort: int, naam: str) -> Sleutel:
    return Sleutel(naam, soort, PRIVE.public_key().public_bytes_raw())


def vertrouw(adres: str = "") -> None:
    """Zandwijk as our partner, both ways."""
    sleutels.map_().mkdir(parents=True, exist_ok=True)
    (sleutels.map_() / "partners.toml").write_text(
        f'[[partner]]\nnaam = "Zandwijk"\nlog = "{publiek(LOG, HUN_LOG)}"\n'
        f'getuige = "{publiek(GETUIGE, HUN_GETUIGE)}"\nadres = "{adres}"\n'
    )


def hun_nota(
    omvang: int, bladen: list[bytes] = BLADEN, sleutel: Ed25519PrivateKey = PRIVE, naam: str = HUN_LOG
) -> str:
    tekst = Punt(naam, omvang, boom.wortel_bij(lees_van(bladen), omvang)).tekst
    return str(Nota(tekst, (onderteken(tekst, naam, sleutel),)))


def vraag(oud: int, omvang: int, bladen: list[bytes] = BLADEN) -> str:
    return schrijf_aanvraag(oud, boom.voortzetting(lees_van(bladen), oud, omvang), hun_nota(omvang, bladen))


def stuur(lijf: str | bytes) -> Any:
    return Client().post("/getuige/add-checkpoint", lijf, content_type="text/plain")


def test_een_log_dat_doorgaat_wordt_medeondertekend() -> None:
    vertrouw()
    for oud, omvang in ((0, 10), (10, 10), (10, 300)):
        antwoord = stuur(vraag(oud, omvang))
        assert antwoord.status_code == 200, antwoord.content.decode()
        deel = lees_handtekening(antwoord.content.decode().rstrip("\n"))
        assert deel is not None
        tekst = hun_nota(omvang).rpartition("\n\n")[0] + "\n"
        assert klopt(tekst, deel, sleutels.bekend(GETUIGE)[-1])
        assert not klopt(tekst.replace(str(omvang), "11"), deel, sleutels.bekend(GETUIGE)[-1])
    assert list(Getuigenis.objects.order_by("id").values_list("omvang", flat=True)) == [10, 10, 300]
    achter = stuur(vraag(10, 20))
    assert (achter.status_code, achter.content) == (409, b"300\n")
    assert achter.headers["Content-Type"] == "text/x.tlog.size"


@pytest.mark.parametrize(("oud", "omvang", "status"), [(10, 20, 422), (10, 10, 409)])
def test_een_afsplitsing_wordt_geweigerd_met_een_alarm(oud: int, omvang: int, status: int) -> None:
    vertrouw()
    assert stuur(vraag(0, 10)).status_code == 200
    anders = [boom.blad(b"herschreven"), *BLADEN[1:]]
    for _ in range(2):
        antwoord = stuur(vraag(oud, omvang, anders))
        assert antwoord.status_code == status
        assert b"log_afgesplitst" in antwoord.content
    alarm = Logalarm.objects.get()  # one, however often it tries
    assert (alarm.soort, alarm.onderwerp, alarm.klaar) == ("afsplitsing", HUN_LOG, None)
    assert HUN_LOG in alarm.bewijs
    assert Getuigenis.objects.count() == 1
    assert stuur(vraag(10, 20)).status_code == 200


SLECHT: list[tuple[str, int, str | bytes]] = [
    ("aanvraag_zonder_begin", 400, ""),
    ("aanvraag_zonder_begin", 400, "old -1\n\n" + hun_nota(3)),
    ("aanvraag_zonder_begin", 400, "old 01\n\n" + hun_nota(3)),
    ("bewijs_onleesbaar", 400, "old 0\nniet-base64\n\n" + hun_nota(3)),
    ("bewijs_te_lang", 400, "old 1\n" + f"{base64.b64encode(b'x' * 32).decode()}\n" * 64 + "\n" + hun_nota(3)),
    ("nota_zonder_handtekening", 400, "old 0\n\nx\n3\ny\n"),
    ("handtekening_onleesbaar", 400, "old 0\n\nx\n3\ny\n\n- z\n"),
    ("controlepunt_onvolledig", 400, "old 0\n\nx\n3\n\n— z AAAAAAAA\n"),
    ("herkomst_ontbreekt", 400, "old 0\n\n x\n3\ny\n\n— z AAAAAAAA\n"),
    ("omvang_onjuist", 400, "old 0\n\nx\ndrie\ny\n\n— z AAAAAAAA\n"),
    ("wortel_onjuist", 400, "old 0\n\nx\n3\ny\n\n— z AAAAAAAA\n"),
    ("oud_groter_dan_nieuw", 400, "old 9\n\n" + hun_nota(3)),
    ("log_onbekend", 404, "old 0\n\n" + hun_nota(3, naam="ander.test/logboek")),
    ("handtekening_onjuist", 403, "old 0\n\n" + hun_nota(3, sleutel=Ed25519PrivateKey.from_private_bytes(b"y" * 32))),
    ("log_afgesplitst", 422, f"old 0\n{base64.b64encode(b'x' * 32).decode()}\n\n" + hun_nota(3)),
    ("aanvraag_te_groot", 413, "old 0\n" + "x" * 70_000),
    ("UTF-8", 400, b"old 0\n\xff"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "status", "lijf"), SLECHT, ids=[f"{c}-{n}" for n, (c, *_) in enumerate(SLECHT)]
)
def test_een_aanvraag_die_niet_klopt(code: str, status: int, lijf: str | bytes) -> None:
    vertrouw()
    antwoord = stuur(lijf)
    assert (antwoord.status_code, code in antwoord.content.decode()) == (status, True)
    assert not Getuigenis.objects.exists()
    assert stuur(vraag(0, 3)).status_code == 200  # nothing is left behind


def test_alleen_post_en_zonder_partners_kent_niemand_ons() -> None:
    assert Client().get("/getuige/add-checkpoint").status_code == 405
    assert stuur(vraag(0, 3)).status_code == 404


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("[[partner", "partners_onleesbaar"),
        ("x = 1", "partner_onjuist"),
        ('partner = ["x"]', "partner_onjuist"),
        ('[[partner]]\nlog = "x"', "partner_onjuist"),
        ('[[partner]]\nnaam = "Z"', "partner_onjuist"),
        ('[[partner]]\nnaam = "Z"\nkleur = "rood"', "partner_onjuist"),
        ('[[partner]]\nnaam = "Z"\nlog = "x"', "sleutel_onleesbaar"),
        (f'[[partner]]\nnaam = "Z"\nlog = "{publiek(GETUIGE, "x")}"', "partner_onjuist"),
        (f'[[partner]]\nnaam = "Z"\nlog = "{publiek(LOG, "x")}"\nadres = "ftp://z"', "partner_onjuist"),
        (f'[[partner]]\nnaam = "Z"\nlog = "y{publiek(LOG, "x")}"', "sleutel_nummer_onjuist"),
        ('[[partner]]\nnaam = "Z"\nlog = "x+00000000+AAAA"', "sleutel_soort_onbekend"),
        (f'[[partner]]\nnaam = "A"\nlog = "{publiek(LOG, "x")}"\n' * 2, "sleutel_dubbel"),
    ],
)
def test_een_partnerbestand_dat_niet_klopt_noemt_de_partner(tekst: str, code: str) -> None:
    sleutels.map_().mkdir(parents=True)
    (sleutels.map_() / "partners.toml").write_text(tekst)
    with pytest.raises(Geweigerd) as fout:
        sleutels.partners()
    assert fout.value.code == code
    assert fout.value.fouten[0].plaats.bestand.endswith("partners.toml")


def test_een_sleutelregel_gaat_heen_en_terug() -> None:
    assert lees_sleutel(f" {publiek(LOG, HUN_LOG)}\n") == publiek(LOG, HUN_LOG)


class Zandwijk:
    """A partner's witness behind the wire: answers what the test tells it to, and remembers what it got."""

    def __init__(self, antwoorden: list[Callable[[str], tuple[int, str]]]) -> None:
        self.antwoorden = antwoorden
        self.gekregen: list[str] = []

    def __call__(self, partner: sleutels.Partner, lijf: str) -> tuple[int, str]:
        self.gekregen.append(lijf)
        return self.antwoorden.pop(0)(lijf)


def tekent(lijf: str) -> tuple[int, str]:
    tekst = lijf.partition("\n\n")[2].rpartition("\n\n")[0] + "\n"
    return 200, f"{medeonderteken(tekst, HUN_GETUIGE, PRIVE, timezone.now())}\n— vreemd AAAAAAAA\n"


def test_de_plicht_vraagt_partners_en_onthoudt_wie_tekende(monkeypatch: pytest.MonkeyPatch) -> None:
    vertrouw("https://zandwijk.test/getuige")
    zandwijk = Zandwijk([lambda _: (0, "ConnectionError"), lambda _: (409, "2\n"), tekent, tekent])
    monkeypatch.setattr(partnervraag, "_stuur", zandwijk)
    schrijf(3)
    zegel()
    uitvoerder.werk()
    assert "Niet bereikbaar" in Partnerstand.objects.get().fout_nl
    uitvoerder.werk()
    assert len(zandwijk.gekregen) == 1  # not again within ten minutes
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        uitvoerder.werk()
        assert [lijf.split("\n")[0] for lijf in zandwijk.gekregen] == ["old 0", "old 0", "old 2"]
        assert Partnerstand.objects.get().fout_nl == ""
        handtekening = Medeondertekening.objects.get()
        assert (handtekening.getuige, handtekening.controlepunt) == ("Zandwijk", punten.laatste())
        schrijf(2)
        zegel()
        uitvoerder.werk()
    with time_machine.travel(timezone.now() + timedelta(minutes=30)):
        uitvoerder.werk()
        assert zandwijk.gekregen[-1].startswith("old 6\n")
    uit = controleer()
    assert (uit.klopt, uit.medeondertekeningen) == (True, 2)


@pytest.mark.parametrize("antwoord", [(422, "log_afgesplitst"), (409, ""), (409, "999\n")])
def test_een_partner_die_ons_niet_herkent_geeft_alarm(
    antwoord: tuple[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vertrouw("https://zandwijk.test/getuige")
    monkeypatch.setattr(partnervraag, "_stuur", Zandwijk([lambda _: antwoord]))
    schrijf(1)
    zegel()
    uitvoerder.werk()
    alarm = Logalarm.objects.get()
    assert (alarm.soort, alarm.onderwerp) == ("beschuldigd", "Zandwijk")


def test_uitwisselen_als_bestand_en_een_vervalste_medeondertekening(tmp_path: Path) -> None:
    vertrouw()
    schrijf(2)
    punt = zegel()
    lijf = aanvraag(TERMINAL, partner="Zandwijk")
    assert lijf.startswith("old 0\n\n127.0.0.1:8000/logboek\n4\n")
    regel = tekent(lijf)[1]
    assert [rij.getuige for rij in punten.neem_op(punt, regel.splitlines())] == ["Zandwijk"]
    punten.neem_op(punt, regel.splitlines())
    handtekening = Medeondertekening.objects.get()  # twice is as once
    assert str(punten.nota_van(punt)).endswith(f"{handtekening.regel}\n")
    ander = str(medeonderteken("een andere tekst\n", HUN_GETUIGE, PRIVE, timezone.now()))
    assert punten.neem_op(punt, [ander]) == []
    Medeondertekening.objects.create(
        controlepunt=punt, getuige="Zandwijk", regel=ander, moment=timezone.now()
    )
    assert [deel.code for deel in controleer().bevindingen] == ["medeondertekening_onjuist"]
    with pytest.raises(Geweigerd, match="partner_onbekend"):
        aanvraag(TERMINAL, partner="Bergen")
    with pytest.raises(Geweigerd, match="vanaf_te_groot"):
        aanvraag(TERMINAL, vanaf=5)


def test_een_uitgaande_vraag_draagt_het_spoor() -> None:
    hier = spoor.lees("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "a=1,b@c=2")
    assert hier is not None
    with spoor.lopend(hier):
        assert spoor.uitgaand() == {
            "traceparent": f"00-0af7651916cd43dd8448eb211c80319c-{hier.span}-01",
            "tracestate": "a=1,b@c=2",
        }
    assert hier.span != "b7ad6b7169203331"
