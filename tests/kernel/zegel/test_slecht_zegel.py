"""Ten wrong calls of each command and operation of the seal: each is refused with its place and what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zegel import alarm, bladen
from samenhang.kernel.zegel.models import (
    Blad,
    Controlepunt,
    Getuigenis,
    Logalarm,
    Logcontrole,
    Medeondertekening,
)
from tests.bouw import Gemeente
from tests.kernel.zegel.test_deuren_zegel import als, opdracht
from tests.kernel.zegel.test_getuigen import hun_nota, stuur, vertrouw, vraag
from tests.kernel.zegel.test_verzegelen import schrijf, zegel
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]
pytestmark = pytest.mark.django_db
NERGENS, GOED = "/bestaat/niet/x.txt", "Dat is uitgezocht en hersteld."
ONBEKEND = str(uuid4())
STAART = "\n\n— z AAAAAAAA\n"
WORTEL = "A" * 43 + "="
NOTAS: dict[str, tuple[bytes, str]] = {
    "leeg": (b"", "nota_zonder_handtekening"),
    "ruw": (b"\xff\xfe", "bestand_geen_tekst"),
    "groot": (b"x" * 300_000, "bestand_te_groot"),
    "krom": (b"x\n1\ny\n\nz\n", "handtekening_onleesbaar"),
    "half": (f"x\n3{STAART}".encode(), "controlepunt_onvolledig"),
    "zonder_herkomst": (f" x\n3\n{WORTEL}{STAART}".encode(), "herkomst_ontbreekt"),
    "drie": (f"x\ndrie\n{WORTEL}{STAART}".encode(), "omvang_onjuist"),
    "wortel": (f"x\n3\ny{STAART}".encode(), "wortel_onjuist"),
}
"""Files in the place of a checkpoint, and why each is refused."""
AANVRAGEN: dict[str, tuple[str, str]] = {
    "zonder_begin": ("", "aanvraag_zonder_begin"),
    "nul_ervoor": ("old 01\n\n" + hun_nota(3), "aanvraag_zonder_begin"),
    "bewijs_krom": ("old 0\nniet-base64\n\n" + hun_nota(3), "bewijs_onleesbaar"),
    "bewijs_lang": ("old 1\n" + f"{WORTEL}\n" * 64 + "\n" + hun_nota(3), "bewijs_te_lang"),
    "niet_getekend": ("old 0\n\nx\n3\ny\n", "nota_zonder_handtekening"),
    "streep": ("old 0\n\nx\n3\ny\n\n- z\n", "handtekening_onleesbaar"),
    "groter": ("old 9\n\n" + hun_nota(3), "oud_groter_dan_nieuw"),
    "onbekend": ("old 0\n\n" + hun_nota(3, naam="ander.test/logboek"), "log_onbekend"),
    "vervalst": ("old 0\n\n" + hun_nota(3).replace("\n3\n", "\n4\n"), "handtekening_onjuist"),
}
"""Requests of a partner, and why each is refused."""
GEEN_ROL = ("--als", "vroegsignaleerder@test.invalid")
WEG = ("--als", "weg@test.invalid")
Gevallen = list[tuple[tuple[str, ...], str, str]]
"""Arguments, code, and the place: what the answer must name."""

OPDRACHTEN: dict[str, Gevallen] = {
    "controleer": [
        (("--tegen", NERGENS), "bestand_onleesbaar", NERGENS),
        *((("--tegen", f"{{{naam}}}"), code, f"{{{naam}}}") for naam, (_, code) in NOTAS.items()),
        (("--hard",), "aanroep_onjuist", "--hard"),
        (("erbij",), "aanroep_onjuist", "erbij"),
        (WEG, "account_onbekend", "weg@test.invalid"),
        (GEEN_ROL, "rol_ontbreekt", "auditor"),
    ],
    "bewijs": [
        (("abc",), "operatie_onjuist", "abc"),
        (("",), "operatie_onjuist", '\\"\\"'),
        (("{operatie}0",), "operatie_onjuist", "{operatie}0"),
        ((ONBEKEND,), "operatie_onbekend", ONBEKEND),
        ((), "aanroep_onjuist", "OPERATIE"),
        (("{operatie}", "erbij"), "aanroep_onjuist", "erbij"),
        (("{operatie}", "--hard"), "aanroep_onjuist", "--hard"),
        (("{operatie}", "--uit", NERGENS), "uit_onschrijfbaar", NERGENS),
        (("{operatie}", "--uit", "{map}"), "uit_onschrijfbaar", "{map}"),
        (("{operatie}", *WEG), "account_onbekend", "weg@test.invalid"),
        (("{operatie}", *GEEN_ROL), "rol_ontbreekt", "auditor"),
        (("{nieuw}",), "nog_niet_verzegeld", "tien minuten"),
    ],
    "verzegeling": [
        (("erbij",), "aanroep_onjuist", "erbij"),
        (("--hard",), "aanroep_onjuist", "--hard"),
        (("-x",), "aanroep_onjuist", "-x"),
        (("--json=ja",), "aanroep_onjuist", "--json"),
        (("--uit", "x"), "aanroep_onjuist", "--uit"),
        (("--als",), "aanroep_onjuist", "--als"),
        (WEG, "account_onbekend", "weg@test.invalid"),
        (("--als", "geen adres"), "account_onbekend", "geen adres"),
        (("--als", "uit@test.invalid"), "account_onbekend", "uit@test.invalid"),
        (GEEN_ROL, "rol_ontbreekt", "auditor"),
    ],
    "controlepunt": [
        (("--vanaf", "x"), "aanroep_onjuist", "--vanaf"),
        (("--vanaf", "-2"), "aanroep_onjuist", "--vanaf"),
        (("--vanaf", "1.5"), "aanroep_onjuist", "--vanaf"),
        (("--vanaf", "99999999999999999"), "aanroep_onjuist", "--vanaf"),
        (("--vanaf", "5000"), "vanaf_te_groot", "5000"),
        (("--partner", "Nergens"), "partner_onbekend", "partners.toml"),
        (("--uit", NERGENS), "uit_onschrijfbaar", NERGENS),
        (("erbij",), "aanroep_onjuist", "erbij"),
        (WEG, "account_onbekend", "weg@test.invalid"),
        (GEEN_ROL, "rol_ontbreekt", "auditor"),
    ],
    "getuig": [
        ((), "aanroep_onjuist", "BESTAND"),
        ((NERGENS,), "bestand_onleesbaar", NERGENS),
        (("{ruw}",), "bestand_geen_tekst", "{ruw}"),
        (("{groot}",), "bestand_te_groot", "{groot}"),
        *(((f"{{{naam}}}",), code, f"{{{naam}}}") for naam, (_, code) in AANVRAGEN.items() if naam != "vervalst"),
        (("{vervalst}",), "handtekening_onjuist", "zandwijk.test"),
        (("{zonder_begin}", "--uit", NERGENS), "uit_onschrijfbaar", NERGENS),
        (("{zonder_begin}", *WEG), "account_onbekend", "weg@test.invalid"),
    ],
    "medeondertekening": [
        ((), "aanroep_onjuist", "BESTAND"),
        ((NERGENS,), "bestand_onleesbaar", NERGENS),
        (("{map}",), "bestand_onleesbaar", "{map}"),
        (("{leeg}",), "antwoord_leeg", "{leeg}"),
        (("{ruw}",), "bestand_geen_tekst", "{ruw}"),
        (("{groot}",), "bestand_te_groot", "{groot}"),
        (("{krom}",), "geen_medeondertekening", "{krom}"),
        (("{lang}",), "antwoord_leeg", "{lang}"),
        (("{wortel}",), "geen_medeondertekening", "{wortel}"),
        (("{krom}", "erbij"), "aanroep_onjuist", "erbij"),
        (("{krom}", *GEEN_ROL), "rol_ontbreekt", "auditor"),
    ],
    "hersteld": [
        ((), "aanroep_onjuist", "BLADEN"),
        (("zeven", GOED), "aanroep_onjuist", "BLADEN"),
        (("0", GOED), "aanroep_onjuist", "BLADEN"),
        (("-5", GOED), "aanroep_onjuist", "-5"),
        (("99999999999999999", GOED), "aanroep_onjuist", "BLADEN"),
        (("9000",), "aanroep_onjuist", "REDEN"),
        (("9000", "kort"), "uitkomst_nodig", "10 tot 500"),
        (("9000", "x" * 501), "uitkomst_nodig", "10 tot 500"),
        (("{omvang}", GOED), "niets_verloren", "{omvang}"),
        (("9000", GOED, "--uit", NERGENS), "uit_onschrijfbaar", NERGENS),
        (("9000", GOED, *WEG), "aanroep_onjuist", "--als"),
    ],
    "aanvaard": [
        ((), "aanroep_onjuist", "BESTAND"),
        (("{groter}",), "aanroep_onjuist", "REDEN"),
        ((NERGENS, GOED), "bestand_onleesbaar", NERGENS),
        (("{ruw}", GOED), "bestand_geen_tekst", "{ruw}"),
        *(((f"{{{naam}}}", GOED), AANVRAGEN[naam][1], f"{{{naam}}}") for naam in ("zonder_begin", "bewijs_krom", "streep", "onbekend")),
        (("{gewoon}", GOED), "herstel_niet_verklaard", "samenhang logboek hersteld 10"),
        (("{gewoon}", "kort"), "uitkomst_nodig", "10 tot 500"),
        (("{gewoon}", GOED, "--uit", NERGENS), "uit_onschrijfbaar", NERGENS),
        (("{gewoon}", GOED, "--als", "beheerder@test.invalid"), "rol_ontbreekt", "auditor"),
    ],
    "alarm": [
        ((), "aanroep_onjuist", "ALARM"),
        (("{alarm}",), "aanroep_onjuist", "UITKOMST"),
        (("abc", GOED), "alarm_onjuist", "abc"),
        (("", GOED), "alarm_onjuist", '\\"\\"'),
        ((ONBEKEND, GOED), "alarm_onbekend", "Ververs"),
        (("{dicht}", GOED), "alarm_onbekend", "Ververs"),
        (("{alarm}", "kort"), "uitkomst_nodig", "10 tot 500"),
        (("{alarm}", " " * 20), "uitkomst_nodig", "10 tot 500"),
        (("{alarm}", "x" * 501), "uitkomst_nodig", "10 tot 500"),
        (("{alarm}", GOED, *WEG), "account_onbekend", "weg@test.invalid"),
        (("{alarm}", GOED, "--als", "beheerder@test.invalid"), "rol_ontbreekt", "auditor"),
    ],
    "sleutel": [
        (("erbij",), "aanroep_onjuist", "erbij"),
        (("--hard",), "aanroep_onjuist", "--hard"),
        (("--naam",), "aanroep_onjuist", "--naam"),
        (("--getuige=ja",), "aanroep_onjuist", "--getuige"),
        (("--naam", "met spatie"), "naam_onjuist", "met spatie"),
        (("--naam", "met+plus"), "naam_onjuist", "met+plus"),
        (("--naam", "x" * 101), "naam_onjuist", "xxx"),
        (("--naam", "ander.test/logboek"), "naam_ligt_vast", "127.0.0.1"),
        (("--verloren",), "sleutel_er_nog", "--verloren"),
        (("--als", "auditor@test.invalid"), "aanroep_onjuist", "--als"),
    ],
}  # fmt: skip


@pytest.fixture
def wereld(gemeente: Gemeente, tmp_path: Path) -> dict[str, str]:
    """A sealed log with an operation that is not, a partner at ten leaves, two alarms, accounts; names for the cases."""
    vertrouw()
    assert stuur(vraag(0, 10)).status_code == 200
    for rol in ("auditor", "beheerder", "vroegsignaleerder"):
        als(gemeente, rol)
    Gebruiker.objects.create_user("uit@test.invalid", naam="Uit", is_active=False)
    operatie = schrijf(2)[0]
    omvang = zegel().omvang
    dicht = alarm.sla("controle", "oud", Tekst("nl", "en"))
    alarm.sluit("controle", "oud", "proef", GOED)
    namen = {
        "operatie": str(operatie),
        "nieuw": str(schrijf(1)[0]),
        "alarm": str(alarm.sla("controle", "x", Tekst("nl", "en")).id),
        "dicht": str(dicht.id),
        "omvang": str(omvang),
        "map": str(tmp_path / "m"),
    }
    (tmp_path / "m").mkdir()
    bestanden = {naam: inhoud for naam, (inhoud, _) in NOTAS.items()}
    bestanden |= {naam: tekst.encode() for naam, (tekst, _) in AANVRAGEN.items()}
    bestanden |= {"gewoon": vraag(0, 5).encode(), "lang": b"x\n" * 201}
    for naam, inhoud in bestanden.items():
        (tmp_path / naam).write_bytes(inhoud)
        namen[naam] = str(tmp_path / naam)
    return namen


def telling() -> tuple[int, ...]:
    """What a refused call leaves as it was."""
    tabellen = (Blad, Controlepunt, Getuigenis, Logcontrole, Medeondertekening)
    return (*(tabel.objects.count() for tabel in tabellen), Logalarm.objects.filter(klaar=None).count())


@pytest.mark.parametrize("naam", OPDRACHTEN)
def test_een_opdracht_die_niet_klopt_zegt_waar_en_wat_te_doen(
    wereld: dict[str, str], naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    eerst = telling()
    assert len(OPDRACHTEN[naam]) >= 10
    for delen, code, plek in OPDRACHTEN[naam]:
        einde, uit, fout = opdracht(capsys, naam, *(deel.format(**wereld) for deel in delen))
        assert (einde, uit, fout.get("code")) == (2, "", code), delen
        assert fout["tekst"] != fout["text"]
        assert min(len(fout["tekst"]), len(fout["text"])) > 20
        assert plek.format(**wereld) in json.dumps(fout, ensure_ascii=False), (delen, fout)
        assert telling() == eerst, delen


def test_een_eerste_controlepunt_dat_er_nog_niet_is(capsys: pytest.CaptureFixture[str]) -> None:
    for delen in (("controlepunt",), ("controlepunt", "--vanaf", "3")):
        einde, _, fout = opdracht(capsys, *delen)
        assert (einde, fout["code"]) == (2, "nog_geen_controlepunt")


def lijf(**velden: Any) -> str:
    return json.dumps(velden)


ALTIJD: list[tuple[str, int, str, str]] = [
    ("{", 400, "json_onjuist", ""),
    ("[]", 400, "invoer_onjuist", ""),
    (lijf(vreemd=1), 400, "invoer_onjuist", "vreemd"),
]
"""Wrong bodies for whichever operation: body, status, code, and the field."""


def nota_gevallen(veld: str, **meer: Any) -> list[tuple[str, int, str, str]]:
    """A request of a partner in a body."""
    status = {"log_onbekend": 404, "handtekening_onjuist": 403}
    return [
        (lijf(**{veld: tekst}, **meer), status.get(code, 400), code, "") for tekst, code in AANVRAGEN.values()
    ]


POSTS: dict[str, list[tuple[str, int, str, str]]] = {
    "controles": [
        *ALTIJD,
        (lijf(tegen="x"), 400, "invoer_onjuist", "tegen"),
        (lijf(tegen=[{}]), 400, "invoer_onjuist", "tegen"),
        (lijf(tegen=[{"naam": "", "controlepunt": "x"}]), 400, "invoer_onjuist", "naam"),
        (lijf(tegen=[{"naam": "x", "controlepunt": "x" * 64_001}]), 400, "invoer_onjuist", "controlepunt"),
        *(
            (lijf(tegen=[{"naam": "x", "controlepunt": inhoud.decode()}]), 400, code, "/tegen/0/controlepunt")
            for naam, (inhoud, code) in NOTAS.items()
            if naam not in ("ruw", "groot")
        ),
        (lijf(tegen=[{"naam": "x", "controlepunt": hun_nota(3)}] * 21), 400, "invoer_onjuist", "tegen"),
    ],
    "getuigenissen": [
        *ALTIJD,
        (lijf(aanvraag=3), 400, "invoer_onjuist", "aanvraag"),
        (lijf(aanvraag="x" * 64_001), 400, "invoer_onjuist", "aanvraag"),
        *nota_gevallen("aanvraag"),
        (lijf(aanvraag=vraag(3, 9)), 409, "oude_omvang_anders", ""),
    ],
    "medeondertekeningen": [
        *ALTIJD,
        (lijf(antwoord=3), 400, "invoer_onjuist", "antwoord"),
        (lijf(antwoord=None), 400, "invoer_onjuist", "antwoord"),
        (lijf(antwoord="x" * 64_001), 400, "invoer_onjuist", "antwoord"),
        (lijf(antwoord=""), 400, "antwoord_leeg", ""),
        (lijf(antwoord="x\n" * 201), 400, "antwoord_leeg", ""),
        (lijf(antwoord="— x y"), 400, "geen_medeondertekening", ""),
        (lijf(antwoord=hun_nota(3)), 400, "geen_medeondertekening", ""),
    ],
    "aanvaardingen": [
        *ALTIJD,
        (lijf(aanvraag=vraag(0, 5)), 400, "invoer_onjuist", "reden"),
        (lijf(aanvraag=vraag(0, 5), reden="kort"), 400, "invoer_onjuist", "reden"),
        (lijf(aanvraag=vraag(0, 5), reden=" " * 30), 400, "uitkomst_nodig", ""),
        (lijf(aanvraag=vraag(0, 5), reden=GOED), 409, "herstel_niet_verklaard", ""),
        *nota_gevallen("aanvraag", reden=GOED),
    ],
    "alarmen/{alarm}/afhandeling": [
        *ALTIJD,
        (lijf(), 400, "invoer_onjuist", "uitkomst"),
        (lijf(uitkomst=None), 400, "invoer_onjuist", "uitkomst"),
        (lijf(uitkomst=7), 400, "invoer_onjuist", "uitkomst"),
        (lijf(uitkomst="kort"), 400, "invoer_onjuist", "uitkomst"),
        (lijf(uitkomst="x" * 501), 400, "invoer_onjuist", "uitkomst"),
        (lijf(uitkomst=" " * 30), 400, "uitkomst_nodig", ""),
        (lijf(uitkomst=["x" * 20]), 400, "invoer_onjuist", "uitkomst"),
    ],
    "alarmen/{dicht}/afhandeling": [(lijf(uitkomst=GOED), 404, "alarm_onbekend", "")],
    "alarmen/abc/afhandeling": [(lijf(uitkomst=GOED), 400, "invoer_onjuist", "id")],
}
GETS: dict[str, list[tuple[str, int, str, str]]] = {
    "verzegeling": [
        (vraag_, 400, "invoer_onjuist", vraag_.partition("=")[0].lstrip("?"))
        for vraag_ in ("?x=1", "?blad=2", "?omvang=3", "?na=W10", "?taal=fr", "?aantal=5", "?partner=x", "?json=1", "?q=", "?id=3")
    ],
    "bewijzen/": [
        ("abc", 400, "invoer_onjuist", "operatie"),
        ("1", 400, "invoer_onjuist", "operatie"),
        ("{operatie}0", 400, "invoer_onjuist", "operatie"),
        ("..%2fverzegeling", 404, "niet_gevonden", ""),
        ("{operatie}/x", 404, "niet_gevonden", ""),
        (ONBEKEND, 404, "operatie_onbekend", ""),
        ("00000000-0000-0000-0000-000000000000", 404, "operatie_onbekend", ""),
        ("{operatie}", 404, "operatie_onbekend", ""),  # of nobody's organisation
        ("{operatie}?x=1", 400, "invoer_onjuist", "x"),
        ("{operatie}?met=alles", 400, "invoer_onjuist", "met"),
    ],
    "controlepunt": [
        ("?vanaf=x", 400, "invoer_onjuist", "vanaf"),
        ("?vanaf=-1", 400, "invoer_onjuist", "vanaf"),
        ("?vanaf=1.5", 400, "invoer_onjuist", "vanaf"),
        ("?vanaf=", 400, "invoer_onjuist", "vanaf"),
        ("?vanaf=99999999999999999", 400, "invoer_onjuist", "vanaf"),
        ("?vanaf=5000", 400, "vanaf_te_groot", ""),
        ("?partner=Nergens", 404, "partner_onbekend", ""),
        (f"?partner={'x' * 101}", 400, "invoer_onjuist", "partner"),
        ("?vreemd=1", 400, "invoer_onjuist", "vreemd"),
        ("?vanaf=1&vanaf=2&x=3", 400, "invoer_onjuist", "x"),
    ],
}  # fmt: skip


def is_geweigerd(antwoord: Any, status: int, code: str, veld: str) -> None:
    document = antwoord.json()
    assert (antwoord.status_code, document.get("code")) == (status, code), document
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    assert document["tekst"] != document["text"]
    assert len(document["tekst"]) > 15
    if veld:
        assert veld in json.dumps(document.get("fouten")), document


@pytest.mark.parametrize("pad", [*POSTS, *GETS])
def test_een_aanroep_die_niet_klopt_zegt_waar_en_wat_te_doen(
    wereld: dict[str, str], gemeente: Gemeente, pad: str
) -> None:
    client = Client()
    client.force_login(Gebruiker.objects.get(email="auditor@test.invalid"))
    eerst = telling()
    basis = f"/api/v1/logboek/{pad.format(**wereld)}"
    for inhoud, status, code, veld in POSTS.get(pad, []):
        is_geweigerd(client.post(basis, inhoud, content_type="application/json"), status, code, veld)
    for vraag_, status, code, veld in GETS.get(pad, []):
        is_geweigerd(client.get(basis + vraag_.format(**wereld)), status, code, veld)
    assert telling() == eerst
    assert bladen.wacht()
    assert Auditregel.objects.exists()
