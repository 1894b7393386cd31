"""What the register already knows, beside the new rows: earlier signals, who responded himself, and what people judged."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Collection, Iterator
from typing import Any, Final
from uuid import UUID

import duckdb

from samenhang.kernel.basis import in_brokken
from samenhang.kernel.stapel import BROK
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.koppelen import Oordeel
from samenhang.schemes.vroegsignalering.models import ReactieNaam, SignaalNaam, Twijfelpaar

NAAMVELDEN = (
    "achternaam", "tussenvoegsel", "voorletters", "voornaam", "geboortedatum", "straat", "huisnummer", "huisletter",
    "toevoeging", "postcode", "woonplaats", "telefoon", "email",
)  # fmt: skip

_SIGNAAL = (
    "partner__kvk",
    "partner_soort",
    "soort_signaal",
    "signaal_id",
    "klantnummer",
    "datum_signaal",
)
_KOLOMMEN = (
    "bestand", "regel", "partner", "partner_soort", "soort_signaal", "signaal_id", "klantnummer", "datum_signaal",
    *NAAMVELDEN,
)  # fmt: skip


REACTIE: Final = "reactie-"
"""What the sender of a resident's own response begins with; that of a signal is a number."""


BEKEND: Final = "bekend_nummer"


def voeg_bekende_toe(
    verbinding: duckdb.DuckDBPyConnection, toegang: Toegang, alleen: Collection[UUID] | None = None
) -> int:
    """Put what the register knows beside the new signals, as line 0: its signals, and what residents gave who responded
    themselves, and the person key, the id and the person of each in the table `BEKEND`. With `alleen`, those with these ids. Gives
    how many.
    """
    aantal = 0
    with (
        tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as doel,
        tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as wie,
    ):
        schrijver, van_wie = csv.writer(doel), csv.writer(wie)
        for sleutel, persoon, nummer, *rij in _rijen(toegang, alleen):
            aantal += 1
            schrijver.writerow(["register", 0, *rij])
            van_wie.writerow([rij[0], rij[3], sleutel, nummer, persoon])
        doel.flush()
        wie.flush()
        verbinding.execute(
            f"CREATE OR REPLACE TEMP TABLE {BEKEND} (partner VARCHAR, signaal_id VARCHAR, oud VARCHAR, id UUID, persoon UUID)"
        )
        if not aantal:
            return 0
        verbinding.execute(
            f"INSERT INTO {BEKEND} FROM read_csv(?, header=false, all_varchar=true, names=['partner', 'signaal_id', 'oud', 'id', 'persoon'])",
            [wie.name],
        )
        verbinding.execute(
            f"INSERT INTO signalen BY NAME SELECT * FROM read_csv(?, header=false, nullstr='', all_varchar=true, names={list(_KOLOMMEN)!r})",
            [doel.name],
        )
    return aantal


def _rijen(toegang: Toegang, alleen: Collection[UUID] | None) -> Iterator[tuple[Any, ...]]:
    """The person key, the person, the id and the columns of `_KOLOMMEN` after the first two."""
    for gekozen in _delen("signaal_id__in", alleen):
        yield from (
            SignaalNaam.objects.met(toegang)
            .filter(**gekozen)
            .values_list(
                "signaal__persoon__sleutel",
                "signaal__persoon_id",
                "signaal_id",
                *(f"signaal__{veld}" for veld in _SIGNAAL),
                *NAAMVELDEN,
            )
            .iterator(BROK)
        )
    for gekozen in _delen("id__in", alleen):
        reacties = ReactieNaam.objects.met(toegang).filter(**gekozen)
        rijen = reacties.values_list("persoon__sleutel", "persoon_id", "id", "datum", *NAAMVELDEN)
        for sleutel, persoon, nummer, datum, *naam in rijen.iterator(BROK):
            partner, signaal_id = sleutel_van_reactie(nummer)
            yield sleutel, persoon, nummer, partner, "", "reactie", signaal_id, "", datum, *naam


def _delen(kolom: str, alleen: Collection[UUID] | None) -> Iterator[dict[str, list[UUID]]]:
    """The questions in which the chosen ids are asked for; one without a choice when all are."""
    if alleen is None:
        yield {}
    else:
        yield from ({kolom: brok} for brok in in_brokken(alleen, 900))


def sleutel_van_reactie(nummer: UUID) -> tuple[str, str]:
    """How matching names what a resident gave: nobody's signal, so a sender of its own."""
    return f"{REACTIE}{nummer.hex}", nummer.hex


def reactie_van(partner: str) -> UUID | None:
    """Which response a sender in the matching is; None of a partner."""
    return UUID(partner.removeprefix(REACTIE)) if partner.startswith(REACTIE) else None


def oordelen(toegang: Toegang) -> list[Oordeel]:
    """What people judged of pairs of signals, oldest first."""
    velden = (
        "links__partner__kvk",
        "links__signaal_id",
        "rechts__partner__kvk",
        "rechts__signaal_id",
        "links_reactie_id",
        "reactie_id",
        "oordeel",
    )
    return [
        Oordeel(
            sleutel_van_reactie(eerste) if eerste else (lp, li),
            sleutel_van_reactie(reactie) if reactie else (rp, ri),
            zelfde=oordeel == "zelfde",
        )
        for lp, li, rp, ri, eerste, reactie, oordeel in Twijfelpaar.objects.met(toegang)
        .exclude(oordeel="")
        .order_by("id")
        .values_list(*velden)
    ]
