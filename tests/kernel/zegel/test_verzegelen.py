"""Rows become leaves, leaves a signed checkpoint, and a check of the whole finds every kind of tampering by its leaf."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zegel import bladen, nachtcontrole, punten, sleutels, wachtrij
from samenhang.kernel.zegel.controle import Uitslag, controleer
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.controlepunt import Punt, lees_punt
from samenhang.kernel.zegel.domain.nota import Nota, lees_nota, onderteken
from samenhang.kernel.zegel.models import Blad, Controlepunt, Logalarm, Logcontrole, Tak, Zegelstand

pytestmark = pytest.mark.django_db
WIE = Actor(None, "proef", None, "")


def schrijf(aantal: int, personen: int = 1) -> list[UUID]:
    """Operations with their rows in both logs; gives their ids."""
    ids = []
    for nummer in range(aantal):
        with operatie("vroegsignalering", f"proef {nummer} é", WIE) as op:
            op.raakt(nieuw_id() for _ in range(personen))
            op.verandert(b=[1, "x"], a={"z": "ü", "k": None})
            ids.append(op.id)
    return ids


def geen_ander_bezig() -> int:
    """The horizon when nobody else works on the server: other tests do, in databases of their own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def zegel() -> Controlepunt:
    while bladen.wacht():
        bladen.voeg_toe()
    punt = punten.teken()
    assert punt is not None
    return punt


@contextmanager
def zonder_wachters(*tabellen: str) -> Iterator[Callable[[str], None]]:
    """As an administrator of the database who takes the triggers away first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for tabel in tabellen:
                cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")
        else:
            namen = ", ".join(f"'{tabel}'" for tabel in tabellen)
            cursor.execute(f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ({namen})")
            for (naam,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {naam}")
        yield cursor.execute


def knoei(tabel: str, *opdrachten: str) -> Uitslag:
    with zonder_wachters(tabel, "zegel_blad", "zegel_tak", "zegel_controlepunt") as doe:
        for opdracht in opdrachten:
            doe(opdracht)
    return controleer()


def als(rij_id: UUID) -> str:
    return f"'{rij_id.hex if connection.vendor == 'sqlite' else rij_id}'"


def codes(uit: Uitslag) -> list[str]:
    return [deel.code for deel in uit.bevindingen]


def test_elke_rij_van_beide_logs_krijgt_een_blad_en_alles_klopt() -> None:
    schrijf(5, personen=3)
    punt = zegel()
    assert punt.omvang == Auditregel.objects.count() + Verwerking.objects.count() == 20
    assert list(Blad.objects.order_by("nummer").values_list("nummer", flat=True)) == list(range(20))
    assert lees_punt(lees_nota(punt.nota)) == Punt(
        "127.0.0.1:8000/logboek", 20, bytes(punt.wortel), punt.moment
    )
    schrijf(300)
    tweede = zegel()
    assert tweede.omvang == 620
    assert {tak.hoogte for tak in Tak.objects.all()} == {8}
    uit = controleer()
    assert (uit.klopt, uit.omvang, uit.controlepunten, uit.wacht) == (True, 620, 2, False)


def test_een_rij_is_een_leesbaar_blad_in_vaste_vorm_met_eigen_zout() -> None:
    schrijf(1)
    regels = [regel for log in wachtrij.LOGS for regel in wachtrij.lees(log, {}, 10)[0]]
    for regel in regels:
        inhoud = json.loads(regel.inhoud)
        vast = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        assert regel.inhoud == vast.encode()
        assert inhoud["id"] == regel.rij_id.hex
        assert len(inhoud["zout"]) == 32
        assert inhoud["naam"] == "proef 0 é"
    assert json.loads(regels[0].inhoud)["wijziging"] == {"a": {"k": None, "z": "ü"}, "b": [1, "x"]}
    assert len({json.loads(regel.inhoud)["zout"] for regel in regels}) == len(regels)


def test_een_kapotte_verzegeling_laat_niets_half_achter(monkeypatch: pytest.MonkeyPatch) -> None:
    schrijf(3)
    monkeypatch.setattr(
        Zegelstand, "save", lambda *_, **__: (_ for _ in ()).throw(RuntimeError("stroom weg"))
    )
    with pytest.raises(RuntimeError):
        bladen.voeg_toe()
    monkeypatch.undo()
    assert not Blad.objects.exists()
    assert bladen.voeg_toe() == 6
    assert bladen.voeg_toe() == 0


def test_bladen_en_controlepunten_groeien_alleen() -> None:
    schrijf(1)
    zegel()
    for model, veld in ((Blad, "log"), (Controlepunt, "nota")):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**{veld: "anders"})
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all()._raw_delete("default")
        tabel = model._meta.db_table
        vervang = f"REPLACE INTO {tabel} SELECT * FROM {tabel}"
        opdracht = f"TRUNCATE {tabel} CASCADE" if connection.vendor == "postgresql" else vervang
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)


@pytest.fixture
def log() -> list[Blad]:
    schrijf(4)
    zegel()
    schrijf(4)
    zegel()
    return list(Blad.objects.order_by("nummer"))


def eerste(log: list[Blad], welk: str, na: int = 0) -> Blad:
    return next(blad for blad in log if blad.log == welk and blad.nummer >= na)


@pytest.mark.parametrize("welk", ["audit", "verwerking"])
def test_een_gewijzigde_rij(log: list[Blad], welk: str) -> None:
    blad, tabel = eerste(log, welk, 8), wachtrij.tabel(welk)
    uit = knoei(tabel, f"UPDATE {tabel} SET naam = 'niets gezien' WHERE id = {als(blad.rij_id)}")
    assert codes(uit) == ["rij_gewijzigd"]
    assert uit.bevindingen[0].nummer == blad.nummer
    assert str(blad.nummer) in uit.bevindingen[0].tekst.nl


def test_een_rij_weg(log: list[Blad]) -> None:
    blad = eerste(log, "audit", 2)
    uit = knoei("logboek_auditregel", f"DELETE FROM logboek_auditregel WHERE id = {als(blad.rij_id)}")
    assert [(deel.code, deel.nummer) for deel in uit.bevindingen] == [("rij_weg", blad.nummer)]


def test_een_rij_met_haar_blad_weg_en_de_rest_hernummerd(log: list[Blad]) -> None:
    """Acceptance case 14: deleted and renumbered."""
    blad = eerste(log, "audit", 2)
    uit = knoei(
        "logboek_auditregel",
        f"DELETE FROM logboek_auditregel WHERE id = {als(blad.rij_id)}",
        f"DELETE FROM zegel_blad WHERE nummer = {blad.nummer}",
        f"UPDATE zegel_blad SET nummer = -nummer WHERE nummer > {blad.nummer}",
        "UPDATE zegel_blad SET nummer = -nummer - 1 WHERE nummer < 0",
    )
    assert codes(uit)[0] == "wortel_anders"
    assert uit.bevindingen[0].nummer == 0
    assert "staart_weg" in codes(uit)


def test_een_ingevoegde_rij(log: list[Blad]) -> None:
    rij = Auditregel.objects.order_by("id").first()
    assert rij is not None
    gisteren = timezone.now() - timedelta(days=3)
    rij.pk, rij.moment = nieuw_id(), gisteren
    rij.save(force_insert=True)
    assert codes(controleer()) == ["rij_ingevoegd"]
    zegel()
    uit = controleer()
    assert codes(uit) == ["rij_teruggedateerd"]
    assert uit.bevindingen[0].nummer == 16


def test_verwisselde_rijen(log: list[Blad]) -> None:
    een, twee = eerste(log, "verwerking"), eerste(log, "verwerking", 9)
    uit = knoei(
        "zegel_blad",
        f"UPDATE zegel_blad SET rij_id = {als(nieuw_id())} WHERE nummer = {een.nummer}",
        f"UPDATE zegel_blad SET rij_id = {als(een.rij_id)} WHERE nummer = {twee.nummer}",
        f"UPDATE zegel_blad SET rij_id = {als(twee.rij_id)} WHERE nummer = {een.nummer}",
    )
    assert [(deel.code, deel.nummer) for deel in uit.bevindingen] == [
        ("rij_verwisseld", een.nummer),
        ("rij_verwisseld", twee.nummer),
    ]


def test_het_einde_weg(log: list[Blad]) -> None:
    uit = knoei(
        "logboek_auditregel",
        "DELETE FROM zegel_blad WHERE nummer >= 10",
        "UPDATE zegel_zegelstand SET omvang = 10",
    )
    assert ("staart_weg", 10) in [(deel.code, deel.nummer) for deel in uit.bevindingen]


def test_een_gat_tussen_de_bladen(log: list[Blad]) -> None:
    uit = knoei("zegel_blad", "DELETE FROM zegel_blad WHERE nummer = 7")
    assert (uit.bevindingen[0].code, uit.bevindingen[0].nummer) == ("blad_weg", 7)


@pytest.mark.parametrize(
    ("wat", "code"),
    [
        ("omvang = 3", "controlepunt_gewijzigd"),
        ("nota = replace(nota, '127.0.0.1', '127.0.0.2')", "handtekening_onjuist"),
        ("nota = 'weg'", "controlepunt_onleesbaar"),
    ],
)
def test_een_gewijzigd_controlepunt(log: list[Blad], wat: str, code: str) -> None:
    punt = Controlepunt.objects.latest("id")
    uit = knoei("zegel_blad", f"UPDATE zegel_controlepunt SET {wat} WHERE id = {punt.id}")
    assert codes(uit) == [code]
    assert f"ontrolepunt {punt.id}" in uit.bevindingen[0].tekst.nl


def test_rij_en_blad_samen_herschreven(log: list[Blad]) -> None:
    blad = eerste(log, "audit", 8)
    knoei(
        "logboek_auditregel",
        f"UPDATE logboek_auditregel SET gebruiker = 'ander' WHERE id = {als(blad.rij_id)}",
    )
    regel = next(r for r in _alle_regels("audit") if r.rij_id == blad.rij_id)
    hash_ = boom.blad(regel.inhoud).hex()
    waarde = f"'\\x{hash_}'" if connection.vendor == "postgresql" else f"x'{hash_}'"
    uit = knoei("zegel_blad", f"UPDATE zegel_blad SET hash = {waarde} WHERE nummer = {blad.nummer}")
    assert (uit.bevindingen[0].code, uit.bevindingen[0].nummer) == ("wortel_anders", 8)
    assert "8 tot en met 15" in uit.bevindingen[0].tekst.nl


def _alle_regels(log: str) -> list[wachtrij.Regel]:
    from samenhang.kernel.zegel.domain.regel import regels

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {wachtrij.noem(log)} FROM {wachtrij.tabel(log)} r")
        rijen = cursor.fetchall()
    plek = [kolom.naam for kolom in wachtrij.kolommen(log)].index("id")
    return [
        wachtrij.Regel(log, UUID(str(rij[plek])), deel)
        for rij, deel in zip(rijen, regels(log, wachtrij.kolommen(log), rijen), strict=True)
    ]


def test_een_hele_andere_geschiedenis_met_de_goede_sleutel(log: list[Blad]) -> None:
    """Who holds the key can make a log that fits itself; what a partner kept of it gives it away."""
    bewaard = punten.nota_van(Controlepunt.objects.earliest("id"))
    knoei(
        "logboek_auditregel",
        "UPDATE logboek_auditregel SET gebruiker = 'ander'",
        "DELETE FROM zegel_blad",
        "DELETE FROM zegel_tak",
        "DELETE FROM zegel_controlepunt",
        "DELETE FROM zegel_zegelstand",
    )
    zegel()
    assert controleer().klopt
    uit = controleer([("kopie van Zandwijk", bewaard)])
    assert codes(uit) == ["log_afgesplitst"]
    assert "kopie van Zandwijk" in uit.bevindingen[0].tekst.nl
    assert uit.bevindingen[0].nummer == 0


def test_een_vreemde_sleutel(log: list[Blad]) -> None:
    punt = Controlepunt.objects.latest("id")
    tekst = lees_nota(punt.nota).tekst
    vals = Nota(tekst, (onderteken(tekst, "127.0.0.1:8000/logboek", Ed25519PrivateKey.generate()),))
    uit = knoei("zegel_blad", f"UPDATE zegel_controlepunt SET nota = '{vals}' WHERE id = {punt.id}")
    assert codes(uit) == ["sleutel_vreemd"]


def test_een_bewaarde_tak_anders() -> None:
    schrijf(200)
    zegel()
    nul = "'\\x00'" if connection.vendor == "postgresql" else "x'00'"
    uit = knoei("zegel_tak", f"UPDATE zegel_tak SET hash = {nul}")
    assert [(deel.code, deel.nummer) for deel in uit.bevindingen] == [("tak_anders", 0)]
    assert codes(knoei("zegel_tak", "DELETE FROM zegel_tak")) == ["tak_anders"]


def test_de_plicht_zegelt_tekent_en_kijkt_na() -> None:
    schrijf(3)
    uitvoerder.werk()
    uitvoerder.werk()
    assert Controlepunt.objects.get().omvang == Blad.objects.count() == 6
    schrijf(1)
    uitvoerder.werk()
    uitvoerder.werk()
    assert Controlepunt.objects.count() == 1  # within ten minutes
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        uitvoerder.werk()
    assert Controlepunt.objects.count() == 2
    assert not Logcontrole.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        uitvoerder.werk()
        rij = Logcontrole.objects.get()
        assert rij.klaar is not None
        assert (rij.omvang, rij.bevindingen, rij.door) == (8, [], "systeem")
        assert not nachtcontrole.moet(timezone.now())
    knoei("logboek_auditregel", "UPDATE logboek_auditregel SET naam = 'x'")
    with time_machine.travel(timezone.now() + timedelta(hours=50)):
        for _ in range(2):
            uitvoerder.werk()
    alarm = Logalarm.objects.get()
    assert (alarm.soort, alarm.onderwerp) == ("controle", "rij_gewijzigd")
    assert uitvoerder.werk() == 0


def test_een_sleutel_die_ontbreekt_houdt_het_tekenen_tegen() -> None:
    schrijf(1)
    zegel()
    for bestand in sleutels.map_().glob("*.pem"):
        bestand.unlink()
    schrijf(1)
    bladen.voeg_toe()
    with pytest.raises(Exception, match="zegelsleutel_onbruikbaar"):
        punten.teken()
    (sleutels.map_() / "sleutels.txt").unlink()
    with pytest.raises(Exception, match="zegelsleutels_weg"):
        punten.teken()


@pytest.mark.django_db(transaction=True)
def test_een_grote_achterstand_wordt_een_keer_doorlopen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when one transaction left more rows than a pass takes, and after a restore numbered them anew."""
    postgresql = connection.vendor == "postgresql"
    monkeypatch.setattr(wachtrij, "_horizon", geen_ander_bezig)
    with transaction.atomic():
        schrijf(7)
    plaatsen = []
    while bladen.voeg_toe(hoogstens=3):
        plaatsen.append(bladen.stand().gelezen["audit"])
    verder = "na" if postgresql else "rowid"
    assert plaatsen[0][verder] < plaatsen[1][verder]
    # A horizon that lies ahead is that of before a restore; halfway the walk other transactions write on.
    Zegelstand.objects.update(
        gelezen={log: {"horizon": 2**62} for log in wachtrij.LOGS} if postgresql else {}
    )
    with transaction.atomic():
        schrijf(5)
    verder = "tot" if postgresql else "rowid"
    plaatsen = []
    while bladen.voeg_toe(hoogstens=2):
        plaatsen.append(bladen.stand().gelezen["audit"])
        if len(plaatsen) == 1:
            schrijf(1)
            if postgresql:  # meanwhile the new numbers caught up with the old: the walk goes on
                later = {log: deel | {"horizon": 0} for log, deel in bladen.stand().gelezen.items()}
                Zegelstand.objects.update(gelezen=later)
    onderweg = [plaats[verder] for plaats in plaatsen if "inhalen" in plaats]
    assert len(onderweg) == 3 if postgresql else onderweg
    assert onderweg == sorted(onderweg)
    assert len({str(plaats) for plaats in onderweg}) == len(onderweg)
    assert not bladen.wacht()
    assert "inhalen" not in bladen.stand().gelezen["audit"]
    rijen = [
        *Auditregel.objects.values_list("id", flat=True),
        *Verwerking.objects.values_list("id", flat=True),
    ]
    assert sorted(Blad.objects.values_list("rij_id", flat=True)) == sorted(rijen)
    punten.teken()
    assert controleer().klopt
