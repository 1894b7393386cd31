"""The matchers that are compared, each in a process of its own: `python -m bench.koppelaars NAAM MAP`.

Ours from the files to ids; Splink on our normalised, collapsed records, so that both start alike. Splink is
trained by expectation maximisation on the set itself, as its documentation has it.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from bench.koppelmaat import lees_waarheid, score, score_personen, twijfel
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import Leesuitkomst, laad_beleid, lees
from samenhang.schemes.vroegsignalering.commands.koppelen import ruim_genoeg
from samenhang.schemes.vroegsignalering.koppelen import koppel, laad_gewichten
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
from samenhang.schemes.vroegsignalering.stapel import open_stapel

PEILDATUM = date(2026, 12, 1)
DREMPEL = 0.95
"""From this probability Splink joins two records; `BESTE` are tried beside it, to its advantage."""
BESTE = (0.5, 0.8, 0.9, 0.98, 0.99, 0.995, 0.999, 0.9999)


def lees_signalen(verbinding: duckdb.DuckDBPyConnection, map_: Path) -> Leesuitkomst:
    """Read the deliveries of a set into `signalen`."""
    paden = sorted((map_ / "leveringen").glob("*.csv"))
    return lees(
        verbinding, paden, beleid=laad_beleid(PEILDATUM), peildatum=PEILDATUM, kalender=standaardkalender()
    )


class _Meter:
    """Wall and processor time since it was made, and the peak memory of this process."""

    def __init__(self) -> None:
        self._wand, self._cpu = time.perf_counter(), time.process_time()

    def stand(self) -> dict[str, float]:
        return {
            "wand_s": round(time.perf_counter() - self._wand, 2),
            "cpu_s": round(time.process_time() - self._cpu, 2),
            "piek_mb": _piek_kb() // 1024,
        }


def _piek_kb() -> int:
    """The most memory this process held. Not `ru_maxrss` where it can be helped: Linux counts in it what the
    parent held when it started this process."""
    stand = Path("/proc/self/status")
    if stand.exists():
        regel = next(r for r in stand.read_text("ascii").splitlines() if r.startswith("VmHWM"))
        return int(regel.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def samenhang(map_: Path) -> dict[str, Any]:
    """Ours: read, normalise, pair, weigh, cluster, households, in the memory that `koppel` takes."""
    meter = _Meter()
    ruimte = ruim_genoeg([map_ / "leveringen"], None)
    with open_stapel(geheugen=f"{ruimte}MB") as verbinding:
        gelezen = lees_signalen(verbinding, map_)
        na_lezen = meter.stand()
        uitkomst = koppel(verbinding, gewichten=laad_gewichten(), verbruik=True)
        stand = meter.stand()
        uit = {
            (partner, signaal): (persoon, huis)
            for partner, signaal, persoon, huis in verbinding.execute(
                "SELECT partner, signaal_id, persoon_id, huishouden_id FROM uitkomst"
            ).fetchall()
        }
        waar = lees_waarheid(map_ / "waarheid.csv")
        return {
            "signalen": gelezen.geaccepteerd,
            **score(uit, waar),
            "twijfel": twijfel(verbinding, uit, waar),
            "lezen": na_lezen,
            "totaal": stand,
            "seconden": dict(uitkomst.seconden),
        }


def splink(map_: Path) -> dict[str, Any]:
    """Splink on the same records: train, predict, cluster. That it is slow to import is not counted against it, as
    our own modules are imported before our clock starts."""
    _importeer_splink()
    meter = _Meter()
    verbinding = duckdb.connect()
    gelezen = lees_signalen(verbinding, map_)
    na_lezen = meter.stand()
    normaliseer(verbinding)
    linker = _getraind(verbinding)
    voorspeld = linker.inference.predict(threshold_match_probability=min(BESTE))

    def geclusterd(drempel: float) -> str:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            voorspeld, threshold_match_probability=drempel
        )
        return str(clusters.physical_name)

    tabellen = {DREMPEL: geclusterd(DREMPEL)}
    stand = meter.stand()
    waar = lees_waarheid(map_ / "waarheid.csv")
    for drempel in BESTE:
        tabellen[drempel] = geclusterd(drempel)
    gemeten = {}
    for drempel, tabel in tabellen.items():
        rijen = verbinding.execute(
            f"SELECT s.partner, s.signaal_id, t.cluster_id::VARCHAR FROM signaal_bij s JOIN {tabel} t ON t.unique_id = s.nr"
        ).fetchall()
        gemeten[drempel] = score_personen({(p, s): c for p, s, c in rijen}, waar)
    beste = max(gemeten, key=lambda drempel: gemeten[drempel]["personen"]["f1"])
    return {
        "signalen": gelezen.geaccepteerd,
        **gemeten[DREMPEL],
        "drempel": DREMPEL,
        "beste_drempel_volgens_de_waarheid": {"drempel": beste, **gemeten[beste]},
        "lezen": na_lezen,
        "totaal": stand,
    }


def _importeer_splink() -> None:
    """Only this side needs it: the clock and the memory of the other side must not see it."""
    import splink.comparison_level_library
    import splink.comparison_library  # noqa: F401


def _getraind(verbinding: duckdb.DuckDBPyConnection) -> Any:
    """A linker for the records of `klant`, trained without labels."""
    import splink.comparison_level_library as niveau
    import splink.comparison_library as vergelijk
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    verbinding.execute(
        """CREATE TABLE record AS
        SELECT k.nr AS unique_id, k.partner AS bron, nullif(k.contract, '') AS contract, array_to_string(n.delen, ' ') AS achternaam, d.klank,
            nullif(k.letters, '') AS letters, nullif(left(k.letters, 1), '') AS letter, nullif(k.voornaam, '') AS voornaam,
            strftime(k.geboortedatum, '%Y-%m-%d') AS geboortedatum, k.eenheid, k.pand, k.postcode, left(k.postcode, 4) AS wijk,
            k.telefoon[1] AS telefoon, nullif(k.email, '') AS email
        FROM klant k JOIN naam n USING (naam) JOIN (SELECT naam, min(klank) AS klank FROM deel_van GROUP BY naam) d USING (naam)"""
    )
    adres = vergelijk.CustomComparison(
        output_column_name="adres",
        comparison_levels=[
            niveau.NullLevel("postcode"),
            *(niveau.ExactMatchLevel(kolom) for kolom in ("eenheid", "pand", "postcode", "wijk")),
            niveau.ElseLevel(),
        ],
    )
    letters = vergelijk.CustomComparison(
        output_column_name="letters",
        comparison_levels=[
            niveau.NullLevel("letters"),
            niveau.ExactMatchLevel("letters"),
            niveau.CustomLevel(
                "starts_with(letters_l, letters_r) OR starts_with(letters_r, letters_l)",
                label_for_charts="start equal",
            ),
            niveau.ExactMatchLevel("letter"),
            niveau.ElseLevel(),
        ],
    )
    instelling = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            vergelijk.NameComparison("achternaam").configure(term_frequency_adjustments=True),
            letters,
            vergelijk.NameComparison("voornaam").configure(term_frequency_adjustments=True),
            vergelijk.DateOfBirthComparison("geboortedatum", input_is_string=True),
            adres,
            vergelijk.ExactMatch("telefoon").configure(term_frequency_adjustments=True),
            vergelijk.ExactMatch("email").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("bron", "contract"),
            block_on("geboortedatum", "klank"),
            block_on("geboortedatum", "letter", "substr(postcode, 1, 2)"),
            block_on("pand", "klank"),
            block_on("eenheid", "letter"),
            block_on("telefoon"),
            block_on("email"),
            block_on("klank", "letters", "wijk"),
            block_on("klank", "letter", "substr(geboortedatum, 1, 4)"),
        ],
    )
    linker = Linker(DuckDBAPI(connection=verbinding).register("record"), instelling, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(
        [
            block_on("geboortedatum", "achternaam", "letter"),
            block_on("email", "letter"),
            block_on("eenheid", "achternaam", "letters"),
        ],
        recall=0.8,
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for blok in (
        block_on("geboortedatum", "letter"),
        block_on("eenheid", "klank"),
        block_on("achternaam", "letters"),
    ):
        linker.training.estimate_parameters_using_expectation_maximisation(blok)
    return linker


KOPPELAARS = {"samenhang": samenhang, "splink": splink}


if __name__ == "__main__":
    gemeten = KOPPELAARS[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps(gemeten))
