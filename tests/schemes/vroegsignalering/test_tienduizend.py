"""Ten thousand rows that are wrong in ways nobody wrote down, among good ones: each refused where it is wrong, no good one lost.

Every code of the format for a row is among them, in every kind of file; warnings stand on good rows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.bestand.codes import CODES
from samenhang.schemes.vroegsignalering.models import Signaal
from tests.bouw import Gemeente, lever, maak_gemeente, rij
from tests.schemes.vroegsignalering.test_bestandssoorten import SOORTEN

pytestmark = pytest.mark.django_db
SLECHT, GOED = 10_000, 400
VANDAAG = date(2026, 11, 24)
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
    ("R28", "datum_dreiging", lambda t: dag(t, 1, 90)),
    ("R29", "soort_signaal", lambda t: "ontruiming"),
    ("R32", "bezwaar_klant", lambda t: t.choice(["J", "j", "JA", "true", "1"])),
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


EINDE = {"soort_signaal": "einde_levering", "dreiging": "afsluiting", "datum_dreiging": "2027-01-29"}
INTREKKING = dict.fromkeys(("achternaam", "voorletters", "geboortedatum"), "") | {
    "soort_signaal": "intrekking"
}
PER_RIJ: list[tuple[str, str, dict[str, str]]] = [
    ("R30", "soort_signaal", EINDE),
    ("R40", "signaal_id", INTREKKING),
]
"""What needs more than one cell: the end of supply and a withdrawal of what was never reported."""
WAARSCHUWING: list[tuple[str, dict[str, str]]] = [
    ("W11", {"geboortedatum": "2010-01-02"}),
    ("W13", {"datum_signaal": "2026-09-20", "ontstaansdatum": "2026-07-01", "datum_herinnering": "2026-09-01", "datum_contactpoging": "2026-09-02"}),
    ("W17", {"postcode": "2611 ab"}),
    ("W23", {"achternaam": "Bakker V.O.F."}),
    ("W26", {"telefoon": "061234567"}),
    ("W27", {"email": "geen adres"}),
    ("W41", {"achternaam": "=Dijk"}),
]  # fmt: skip
ELDERS = {"R44", "W04", "W20", "W31", "W39", "W42"}
"""Codes of a file's shape, of two rows, of the policy, the agreement or an earlier delivery: in `test_elke_code`."""
Rij = tuple[dict[str, str], str, str]
"""A row, the code that it must raise (nothing: none that refuses) and the column of that code."""


def eigen_rij(t: Random, nummer: int) -> dict[str, str]:
    naam = f"{woord(t)}{nummer:05d}".translate(str.maketrans("0123456789", LETTERS[:10]))
    return rij(nummer, achternaam=naam, signaal_id=f"S-{nummer}", klantnummer=f"S{nummer}")


def slechte_rij(t: Random, nummer: int) -> Rij:
    plek = nummer % (len(PER_CEL) + len(PER_RIJ))
    if plek >= len(PER_CEL):
        code, kolom, anders = PER_RIJ[plek - len(PER_CEL)]
        return eigen_rij(t, nummer) | anders, code, kolom
    code, kolom, maak = PER_CEL[plek]
    return eigen_rij(t, nummer) | {kolom: maak(t)}, code, kolom


def goede_rij(n: int) -> dict[str, str]:
    """A row of somebody of his own; one in four with something to warn of."""
    goed = rij(
        n,
        achternaam=f"Goed{LETTERS[n % 26]}{LETTERS[n // 26]}",
        postcode=f"{2000 + n}AB",
        geboortedatum=f"{1930 + n % 60}-05-06",
    )
    return goed | (WAARSCHUWING[n // 4 % len(WAARSCHUWING)][1] if n % 4 == 0 else {})


def rijen(slecht: int, goed: int) -> list[Rij]:
    """Bad rows with good ones strewn among them; some use a number or a customer of another again (R02, R03)."""
    t = Random(20261124)
    uit = [slechte_rij(t, n) for n in range(slecht - 40)]
    for n in range(goed):
        uit.insert(t.randrange(len(uit)), (goede_rij(n), "", ""))
    for n in range(slecht, slecht + 20, 2):
        een, ander = (
            eigen_rij(t, n),
            eigen_rij(t, n + 1) | {"geboortedatum": "1950-03-04", "voorletters": "Z."},
        )
        uit += [(een | {"klantnummer": f"D{n}"}, "R03", "klantnummer"), (ander | {"klantnummer": f"D{n}"}, "R03", "klantnummer")]  # fmt: skip
    for n in range(20):
        uit.append((goede_rij(n * 4 + 1) | {"bedrag_achterstand": "987.65", "klantnummer": f"V{n}"}, "R02", "signaal_id"))  # fmt: skip
    return uit


def controleer(levering: Aanlevering, gemaakt: list[Rij]) -> None:
    """Each bad row has its code at its column and no good row has one that refuses it; all codes were met."""
    gevonden: dict[int, set[tuple[str, str]]] = {}
    fouten = levering.fouten.values_list("regel", "kolom", "plek", "code", "tekst", "text")
    for regel, kolom, plek, code, tekst, text in fouten:
        gevonden.setdefault(regel, set()).add((code, kolom))
        assert bool(plek) == (not levering.bestandsnaam.endswith(".csv"))
        assert len(tekst) > 20, "plaats, fout en wat te doen"
        assert tekst != text
    eerste = 1 if levering.bestandsnaam.endswith(".json") else 2  # a list of objects has no heading
    for nummer, (een, code, kolom) in enumerate(gemaakt, start=eerste):
        eigen = {paar for paar in gevonden.get(nummer, ()) if paar[0].startswith("R")}
        goed = (code, kolom) in eigen if code else not eigen
        assert goed, (nummer, code, kolom, een[kolom or "signaal_id"], eigen)
    gezien = {code for paren in gevonden.values() for code, _ in paren}
    assert {code for code in CODES if code[0] in "RW"} - gezien - ELDERS == set()


def in_register(gemeente: Gemeente) -> set[str]:
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(
            gemeente.intake, "vroegsignalering", doel="aanlevering", leest=("signaal",)
        )
        return set(Signaal.objects.met(toegang).values_list("signaal_id", flat=True))


@pytest.mark.parametrize(("soort", "slecht", "goed"), [("csv", SLECHT, GOED), ("xlsx", 1_000, 100), ("json", 1_000, 100)])  # fmt: skip
def test_tienduizend_slechte_rijen_en_geen_goede_verloren(
    soort: str, slecht: int, goed: int, tmp_path: Path
) -> None:
    """What a sheet cannot hold at all (control characters) is left to the text."""
    gemaakt = rijen(slecht, goed)
    weg = "\x07" if soort == "csv" else "\ufffd"
    inhoud = [{naam: cel.replace("\x07", weg) for naam, cel in een.items()} for een, _, _ in gemaakt]
    gemeente = maak_gemeente()
    levering = lever(gemeente, SOORTEN[soort](tmp_path / f"levering.{soort}", inhoud))
    assert (levering.gelezen, levering.afgekeurd, levering.geaccepteerd) == (slecht + goed, slecht, goed)
    controleer(levering, gemaakt)
    assert in_register(gemeente) == {een["signaal_id"] for een, code, _ in gemaakt if not code}
