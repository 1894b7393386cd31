"""What linkage knows of the signals in the house, kept between deliveries, so that a delivery is matched into it and
nothing is linked again (docs/adr/0057).

A cache, never the truth: a DuckDB file beside the database, locked under a key of the vault, that is held against the
database at every use. What the database has more is matched in; what the file has more, or what else is wrong with it,
and it is made anew. So nothing needs to be undone when a delivery breaks off: the new file takes the place of the old
one when all is written, and until then the old one holds.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import duckdb
from django.conf import settings
from django.db import transaction

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.aanlevering.opslag import wis_bestand
from samenhang.kernel.basis import in_brokken
from samenhang.kernel.kluis import Geschonden, Slot, ontsluit_bestand, versluit_bestand
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.versleuteld import kluis
from samenhang.kernel.vernietiging.sleutels import wis_sleutels
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.inschrijven.bekend import (
    BEKEND,
    REACTIE,
    oordelen,
    voeg_bekende_toe,
)
from samenhang.schemes.vroegsignalering.inschrijven.kolommen import als_tekst, cijfers, laad
from samenhang.schemes.vroegsignalering.inschrijven.wie import neem_andere_personen, neem_bekende_personen
from samenhang.schemes.vroegsignalering.koppelen import koppel, laad_gewichten
from samenhang.schemes.vroegsignalering.koppelregister.huis import (
    is_van_nu,
    koppel_erbij,
    laat_los,
    leg_huis_vast,
)
from samenhang.schemes.vroegsignalering.koppelregister.plaats import hecht_aan
from samenhang.schemes.vroegsignalering.koppelregister.tellen import maak_telling
from samenhang.schemes.vroegsignalering.models import ReactieNaam, Signaal

log = logging.getLogger("samenhang.vroegsignalering")

VANAF = 20_000
"""Known signals from which there is a file; linking fewer anew costs no more than holding a file against them."""

MINSTENS, ERBIJ, ALLES = 400, 500, 2_000
"""MB that the tables of matching may take before they go to disk, and beside it for each million known signals when what
came is matched in, and when all of them are."""

HEEL, WERK, KLAAR = ".koppeling", ".werk", ".klaar"
"""The file; a copy that is worked on, open; and one that takes its place when what it knows is written."""
NACHT = "nacht-"
"""What the working files of the nightly duty begin with: a delivery meanwhile leaves them alone."""

Hoor = Callable[[float], None]


def map_van() -> Path:
    """The folder of these files."""
    map_ = Path(settings.DATAMAP) / "koppelingen"
    map_.mkdir(parents=True, exist_ok=True, mode=0o700)
    return map_


def plek(organisatie: UUID) -> Path:
    """Where the file of a municipality stands, or would."""
    return map_van() / f"{organisatie}{HEEL}"


def is_groot(toegang: Toegang) -> bool:
    """Whether a municipality knows so many signals that a file is worth it."""
    return Signaal.objects.met(toegang).count() >= VANAF


@contextmanager
def gekoppeld(
    verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang, hoor: Hoor
) -> Iterator[None]:
    """Link the rows of `signalen` with all that the register knows: as long as this lasts there are the tables of `koppel`,
    and `wie` with the persons of `uitkomst` that the register has. When it ends well, what linkage knows now lies ready
    for `neem_in_gebruik`, with the ids of `boeking`.
    """
    if not is_groot(toegang):
        neem_bekende_personen(verbinding, aanlevering.ontvanger_id)
        bekend = BEKEND if voeg_bekende_toe(verbinding, toegang) else ""
        koppel(verbinding, gewichten=laad_gewichten(), oordelen=oordelen(toegang), bekend=bekend, hoor=hoor)
        yield
        return
    organisatie = aanlevering.ontvanger_id
    gewichten, geoordeeld = laad_gewichten(), oordelen(toegang)
    with ExitStack() as open_, _geheugengrens(verbinding):
        for laatste in (False, True):
            try:
                bewaar = open_.enter_context(_werkbestand(verbinding, organisatie, toegang, ruim=laatste))
                koppel_erbij(verbinding, gewichten=gewichten, oordelen=geoordeeld, bekend=BEKEND, hoor=hoor)
                break
            except duckdb.OutOfMemoryException:
                if laatste:
                    raise
                open_.close()
                verbinding.execute("DELETE FROM signalen WHERE regel = 0")
        neem_andere_personen(verbinding, organisatie)
        yield
        verbinding.execute(
            """CREATE OR REPLACE TEMP TABLE te_onthouden AS
            SELECT ? AS partner, b.signaal_id, b.id, b.persoon_id AS persoon, w.sleutel AS oud FROM boeking b JOIN wie w ON w.id = b.persoon_id""",
            [aanlevering.afzender.kvk],
        )
        bewaar(_klaar(organisatie, aanlevering.id))


@contextmanager
def _geheugengrens(verbinding: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Afterwards the tables may take what they might before."""
    grens = verbinding.execute("SELECT current_setting('memory_limit')").fetchone()
    assert grens is not None  # a setting has a value
    try:
        yield
    finally:
        verbinding.execute(f"SET memory_limit = '{grens[0]}'")


def tel_voor_meting(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `telling` of the records of `te_meten`, when linkage was asked for no more than what came."""
    if tel(verbinding, "SELECT count(*) FROM duckdb_databases() WHERE database_name = 'register'"):
        verbinding.execute(
            "CREATE OR REPLACE TEMP TABLE te_tellen AS SELECT a AS nr FROM te_meten UNION SELECT b FROM te_meten"
        )
        maak_telling(verbinding, "te_tellen")


def neem_in_gebruik(aanlevering: Aanlevering) -> None:
    """When this transaction holds, what was learned by a delivery takes the place of what was known before it."""
    klaar = _klaar(aanlevering.ontvanger_id, aanlevering.id)
    transaction.on_commit(partial(_zet, klaar, plek(aanlevering.ontvanger_id)))


def vergeet(organisatie: UUID) -> None:
    """Something of a municipality is being destroyed: what linkage knows goes too when this transaction holds, file and
    key, so that a copy of the file is nothing either."""
    wis_sleutels("persoon", organisatie, [organisatie])
    transaction.on_commit(partial(_wis_alles, organisatie), robust=True)


def verweesd(voor: datetime) -> list[Path]:
    """Working files that were last written before a moment: the process that wrote them died."""
    paden = (pad for pad in sorted(map_van().iterdir()) if pad.suffix != HEEL)
    return [pad for pad in paden if pad.stat().st_mtime < voor.timestamp()]


def _klaar(organisatie: UUID, waarvan: UUID) -> Path:
    return map_van() / f"{organisatie}.{waarvan}{KLAAR}"


def _zet(klaar: Path, doel: Path) -> None:
    if klaar.exists():
        klaar.replace(doel)


def _wis_alles(organisatie: UUID) -> None:
    for pad in (*map_van().glob(f"{organisatie}.*"), *map_van().glob(f"{NACHT}{organisatie}.*")):
        wis_bestand(pad)


def plaats_van(organisatie: UUID) -> bytes:
    """What a file is locked to: that of another municipality does not open in its place."""
    return f"koppeling|{organisatie}".encode()


def sleutel_van(organisatie: UUID) -> bytes:
    """The key of now: one that was destroyed has a successor, which opens nothing of what was locked before."""
    slot = Slot(organisatie, organisatie, None, "koppeling")
    return kluis().maak([slot])[slot]


@contextmanager
def _werkbestand(
    verbinding: duckdb.DuckDBPyConnection, organisatie: UUID, toegang: Toegang, *, ruim: bool
) -> Iterator[Callable[[Path], None]]:
    """The attached `register` of a municipality to work on, held against the database: what it lacks stands in
    `signalen`, and `BEKEND` tells of all that is known. What it gives locks the file that this became and puts it
    somewhere, if it can. Afterwards nothing is left open. Unless `ruim`, tables take no more memory than such a register
    needs, and go to disk beyond that.
    """
    werk = map_van() / f"{organisatie}{WERK}"
    # Before anything is read: what is destroyed from here on ends what we write.
    sleutel = sleutel_van(organisatie)
    _ruim_op(organisatie)

    def bewaar(doel: Path) -> None:
        try:
            # A partner that calls itself otherwise in its file than the database does is not kept as it wrote itself.
            if leg_huis_vast(verbinding, "te_onthouden"):
                laat_los(verbinding)
                versluit(organisatie, sleutel, werk, doel)
        except (OSError, duckdb.Error) as fout:  # the disk is full: the delivery is in all the same
            log.warning("de koppeling van %s is niet bewaard: %s", organisatie, type(fout).__name__)
            wis_bestand(doel)

    try:
        _lees_bekend(verbinding, toegang)
        if kopie := _open_kopie(verbinding, organisatie, sleutel, werk):
            _vul_aan(verbinding, toegang)
        else:
            laat_los(verbinding)
            wis_werk(werk)
            begin(verbinding, werk)
            voeg_bekende_toe(verbinding, toegang)
        verbinding.execute(
            f"CREATE OR REPLACE TABLE wie AS SELECT DISTINCT oud AS sleutel, {cijfers('persoon::VARCHAR')} AS id, true AS bekend, NULL::INTEGER AS regel FROM {BEKEND}"
        )
        if ruim:
            verbinding.execute("RESET memory_limit")
        else:
            begrens(verbinding, ERBIJ if kopie else ALLES)
        yield bewaar
    finally:
        with suppress(duckdb.Error):  # what went wrong first is what counts
            laat_los(verbinding)
        verbinding.execute("RESET checkpoint_threshold")
        wis_werk(werk)


def _ruim_op(organisatie: UUID) -> None:
    """What killed processes left: deliveries of one municipality go one after the other, so that nobody needs it."""
    for pad in map_van().glob(f"{organisatie}.*"):
        if pad.suffix != HEEL:
            wis_bestand(pad)


def wis_werk(werk: Path) -> None:
    """Overwrite and remove a copy that was worked on."""
    for pad in (werk, werk.with_name(f"{werk.name}.wal")):
        wis_bestand(pad)


def _open_kopie(verbinding: duckdb.DuckDBPyConnection, organisatie: UUID, sleutel: bytes, werk: Path) -> bool:
    """Attach a copy of the file as `register`; False when there is none that is of use, whatever the reason."""
    try:
        ontsluit_bestand(sleutel, plek(organisatie), werk, plaats_van(organisatie))
        begin(verbinding, werk)
        return is_van_nu(verbinding) and _klopt(verbinding)
    except duckdb.OutOfMemoryException:
        raise
    except (OSError, Geschonden, duckdb.Error):
        return False


def begin(verbinding: duckdb.DuckDBPyConnection, werk: Path) -> None:
    """Attach a copy to work on as `register`, readable by the service only."""
    hecht_aan(verbinding, werk)
    werk.chmod(0o600)


def begrens(verbinding: duckdb.DuckDBPyConnection, per_miljoen: int) -> None:
    """Let tables take no more memory than so many MB for each million of `BEKEND`, and some."""
    bekend = tel(verbinding, f"SELECT count(*) FROM {BEKEND}")
    verbinding.execute(f"SET memory_limit = '{MINSTENS + bekend * per_miljoen // 1_000_000}MB'")


def versluit(organisatie: UUID, sleutel: bytes, werk: Path, doel: Path) -> None:
    """Lock what was worked on as the file of a municipality."""
    versluit_bestand(sleutel, werk, doel, plaats_van(organisatie))


def _lees_bekend(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang) -> None:
    """Make `bekend_nu(id, persoon)`: which signals and responses the database has and whose they are, and nothing else of
    them."""
    kolommen = {"id": "id::UUID", "persoon": "persoon::UUID"}
    laad(verbinding, "bekend_nu", kolommen, _ids(toegang))


def _ids(toegang: Toegang) -> Iterator[tuple[str, str]]:
    """Each with its person. In no order and all at once: to have them sorted, or one by one, costs some times as much."""
    for tabel in (Signaal, ReactieNaam):
        yield from list(tabel.objects.met(toegang).values_list(als_tekst("id"), als_tekst("persoon_id")))


def _klopt(verbinding: duckdb.DuckDBPyConnection) -> bool:
    """Whether the register holds nothing that the database has not, and at least half of what it has: more is matched in
    faster anew. Partners must still be called as they were."""
    partners = set(Organisatie.objects.exclude(kvk="").values_list("kvk", flat=True))
    genoemd = verbinding.execute("SELECT DISTINCT partner FROM register.signaal").fetchall()
    if any(not naam.startswith(REACTIE) and naam not in partners for (naam,) in genoemd):
        return False
    te_veel = tel(verbinding, "SELECT count(*) FROM register.signaal ANTI JOIN bekend_nu USING (id)")
    eigen = tel(verbinding, "SELECT count(*) FROM register.signaal")
    return not te_veel and 2 * eigen >= tel(verbinding, "SELECT count(*) FROM bekend_nu")


def _vul_aan(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang) -> None:
    """Put what the register lacks into `signalen`, and all that is known into `BEKEND`."""
    ontbreekt = verbinding.execute(
        "SELECT id FROM bekend_nu ANTI JOIN register.signaal USING (id) ORDER BY id"
    ).fetchall()
    voeg_bekende_toe(verbinding, toegang, [nummer for (nummer,) in ontbreekt])
    _neem_verhuisden(verbinding)
    verbinding.execute(
        f"INSERT INTO {BEKEND} SELECT partner, signaal_id, sleutel, id, persoon FROM register.signaal"
    )


def _neem_verhuisden(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Who is of another person than he was gets the key of that one; a key stays with its person."""
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE verhuisd AS SELECT b.id, b.persoon FROM bekend_nu b JOIN register.signaal s USING (id) WHERE b.persoon <> s.persoon"
    )
    wie = [persoon for (persoon,) in verbinding.execute("SELECT DISTINCT persoon FROM verhuisd").fetchall()]
    sleutels = (
        rij
        for brok in in_brokken(wie, 900)
        for rij in Persoon.objects.filter(id__in=brok).values_list(als_tekst("id"), "sleutel")
    )
    laad(verbinding, "sleutel_nu", {"persoon": "persoon::UUID", "sleutel": "sleutel"}, sleutels)
    verbinding.execute(
        """UPDATE register.signaal SET persoon = v.persoon, sleutel = v.sleutel
        FROM (SELECT id, persoon, sleutel FROM verhuisd JOIN sleutel_nu USING (persoon)) v WHERE v.id = signaal.id"""
    )
