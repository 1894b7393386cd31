"""Ten thousand rows that are wrong in ways nobody wrote down, among good ones: each refused where it is wrong, no good one lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.models import Signaal
from tests.bouw import KOP, lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db
SLECHT, GOED = 10_000, 400
VANDAAG = date(2026, 11, 24)
Fout = tuple[str, str, dict[str, str]]
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def cijfers(t: Random, aantal: int) -> str:
    return str(t.randint(10 ** (aantal - 1), 10**aantal - 1))


def woord(t: Random, lengte: int = 8) -> str:
    return "".join(t.choice(LETTERS) for _ in range(lengte)).capitalize()


def dag(t: Random, van: int, tot: int) -> str:
    return (VANDAAG + timedelta(days=t.randint(van, tot))).isoformat()


def onmogelijke_dag(t: Random) -> str:
    jaar, maand = t.randint(1920, 2020), t.randint(1, 12)
    return t.choice(
        [f"{jaar}-{maand:02d}-{t.randint(32, 99)}", f"{jaar}-{t.randint(13, 99)}-05", f"{jaar}-02-30", f"5-{maand}-{jaar}",
         f"{jaar}/{maand:02d}/05", f"{jaar % 100:02d}-{maand:02d}-05", woord(t)]
    )  # fmt: skip


Maker = Callable[[Random], str]
PER_CEL: list[tuple[str, str, Maker]] = [
    ("R01", "signaal_id", lambda t: woord(t) + t.choice(" /\\é,#&") + cijfers(t, 3)),
    ("R01", "signaal_id", lambda t: woord(t, t.randint(41, 90))),
    ("R05", "bedrag_achterstand", lambda t: f"-{cijfers(t, 3)}.{cijfers(t, 2)}"),
    ("R05", "bedrag_achterstand", lambda t: f"{cijfers(t, t.randint(7, 20))}.00"),
    ("R05", "bedrag_achterstand", lambda t: f"{cijfers(t, 3)}.{cijfers(t, t.randint(4, 9))}"),
    ("R06", "bedrag_achterstand", lambda t: f"{cijfers(t, 1)}.{cijfers(t, 3)}"),
    ("R06", "bedrag_achterstand", lambda t: f"{cijfers(t, 2)},{cijfers(t, t.randint(1, 3))}"),
    ("R07", "bedrag_achterstand", lambda t: f"{t.choice(['EUR ', '€', 'ca. '])}{cijfers(t, 3)}"),
    ("R07", "bedrag_achterstand", lambda t: f"{cijfers(t, 1)}e{t.randint(1, 9)}"),
    ("R08", "datum_signaal", lambda t: cijfers(t, 5)),
    ("R09", "geboortedatum", onmogelijke_dag),
    ("R10", "geboortedatum", lambda t: dag(t, 1, 5_000)),
    ("R10", "geboortedatum", lambda t: f"{t.randint(1000, 1899)}-01-02"),
    ("R12", "datum_signaal", lambda t: dag(t, 1, 30)),
    ("R14", "ontstaansdatum", lambda t: dag(t, 1, 900)),
    ("R15", "ontstaansdatum", lambda t: dag(t, -29, -1)),
    ("R16", "aantal_maanden", lambda t: t.choice([str(t.randint(5, 120)), f"-{t.randint(1, 9)}", f"{t.randint(0, 9)}.5", woord(t)])),
    ("R17", "postcode", lambda t: t.choice([cijfers(t, 5), f"0{cijfers(t, 3)}AB", f"{cijfers(t, 4)}S{t.choice('SAD')}", f"{cijfers(t, 4)}A"])),
    ("R18", "huisnummer", lambda t: f"{t.randint(1, 999)}{t.choice(['', '-', ' '])}{t.choice(LETTERS)}"),
    ("R19", "huisnummer", lambda t: t.choice(["0", "", woord(t), f"-{t.randint(1, 99)}", cijfers(t, 6)])),
    ("R21", "straat", lambda t: f"{t.choice(['Postbus', 'POSTBUS', 'Antwoordnummer'])} {cijfers(t, 3)}"),
    ("R22", "achternaam", lambda t: t.choice(["", "Onbekend", "ONBEKEND", "test", "n.v.t.", "?", "x"])),
    ("R23", "achternaam", lambda t: f"{woord(t)} {t.choice(['B.V.', 'bv', 'N.V.', 'VvE'])}"),
    ("R24", "achternaam", lambda t: t.choice([f"Fam. {woord(t)}", f"{woord(t)} en {woord(t)}", f"{woord(t)}/{woord(t)}", f"Erven {woord(t)}"])),
    ("R25", "achternaam", lambda t: woord(t) + t.choice(["Ã«", "Ã©", "\x07", "\ufffd", "â€™"])),
    ("R29", "soort_signaal", lambda t: "ontruiming"),
    ("R33", "betalingsregeling", lambda t: "lopend"),
    ("R34", "aantal_herinneringen", lambda t: t.choice(["0", "1", "2", "", "drie", "-3"])),
    ("R34", "datum_herinnering", lambda t: dag(t, 0, 400)),
    ("R35", "datum_contactpoging", lambda t: t.choice(["", dag(t, 0, 400)])),
    ("R36", "hulp_genoemd", lambda t: t.choice(["N", "", "ja", "X"])),
    ("R37", "grondslag", lambda t: woord(t)),
    ("R38", "woonplaats", lambda t: f"NL{cijfers(t, 2)} ABNA {cijfers(t, 4)} {cijfers(t, 4)} {cijfers(t, 2)}"),
    ("R43", "straat", lambda t: t.choice(["", woord(t, t.randint(81, 400))])),
    ("R43", "dreiging", lambda t: woord(t)),
    ("R43", "huisletter", lambda t: t.choice(["7", "ab", "é"])),
    ("R43", "toevoeging", lambda t: t.choice([woord(t), "#"])),
]  # fmt: skip


def slechte_rij(t: Random, nummer: int) -> tuple[dict[str, str], str, str]:
    code, kolom, maak = PER_CEL[nummer % len(PER_CEL)]
    eigen = f"{woord(t)}{nummer:05d}".translate(str.maketrans("0123456789", LETTERS[:10]))
    een = rij(nummer, achternaam=eigen, signaal_id=f"S-{nummer}", klantnummer=f"S{nummer}")
    return een | {kolom: maak(t)}, code, kolom


def test_tienduizend_slechte_rijen_en_geen_goede_verloren(tmp_path: Path) -> None:
    t = Random(20261124)
    rijen: list[tuple[dict[str, str], str, str]] = [slechte_rij(t, n) for n in range(SLECHT)]
    for n in range(GOED):
        goed = rij(
            n,
            achternaam=f"Goed{LETTERS[n % 26]}{LETTERS[n // 26]}",
            postcode=f"{2000 + n}AB",
            geboortedatum=f"{1930 + n % 60}-05-06",
        )
        rijen.insert(t.randrange(len(rijen)), (goed, "", ""))
    pad = tmp_path / "levering.csv"
    regels = [";".join(KOP), *(";".join(een[naam] for naam in KOP) for een, _, _ in rijen)]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    gemeente = maak_gemeente()
    levering = lever(gemeente, pad)
    assert (levering.gelezen, levering.afgekeurd, levering.geaccepteerd) == (SLECHT + GOED, SLECHT, GOED)
    gevonden: dict[int, set[tuple[str, str]]] = {}
    for regel, kolom, code, tekst, text in levering.fouten.values_list(
        "regel", "kolom", "code", "tekst", "text"
    ):
        gevonden.setdefault(regel, set()).add((code, kolom))
        assert len(tekst) > 20, "plaats, fout en wat te doen"
        assert tekst != text
    for regel, (een, code, kolom) in enumerate(rijen, start=2):
        eigen = {paar for paar in gevonden.get(regel, ()) if paar[0].startswith("R")}
        assert (code, kolom) in eigen if code else not eigen, (
            regel,
            code,
            kolom,
            een[kolom or "signaal_id"],
            eigen,
        )
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(
            gemeente.intake, "vroegsignalering", doel="aanlevering", leest=("signaal",)
        )
        nummers = set(Signaal.objects.met(toegang).values_list("signaal_id", flat=True))
    assert nummers == {een["signaal_id"] for een, code, _ in rijen if not code}
