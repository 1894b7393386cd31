"""What the register already knows, beside the new rows: earlier signals, and what people judged."""

from __future__ import annotations

import csv
import tempfile

import duckdb

from samenhang.kernel.stapel import BROK
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.koppelen import Oordeel
from samenhang.schemes.vroegsignalering.models import SignaalNaam, Twijfelpaar

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


def voeg_bekende_toe(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang) -> dict[tuple[str, str], str]:
    """Put the register's signals beside the new ones, as line 0; gives the person key of each known signal."""
    bekend = {}
    rijen = SignaalNaam.objects.met(toegang).values_list(
        "signaal__persoon__sleutel", *(f"signaal__{veld}" for veld in _SIGNAAL), *NAAMVELDEN
    )
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as doel:
        schrijver = csv.writer(doel)
        for sleutel, *rij in rijen.iterator(BROK):
            bekend[rij[0], rij[3]] = sleutel
            schrijver.writerow(["register", 0, *rij])
        if not bekend:
            return {}
        doel.flush()
        verbinding.execute(
            f"INSERT INTO signalen BY NAME SELECT * FROM read_csv(?, header=false, nullstr='', all_varchar=true, names={list(_KOLOMMEN)!r})",
            [doel.name],
        )
    return bekend


def oordelen(toegang: Toegang) -> list[Oordeel]:
    """What people judged of pairs of signals, oldest first."""
    velden = (
        "links__partner__kvk",
        "links__signaal_id",
        "rechts__partner__kvk",
        "rechts__signaal_id",
        "oordeel",
    )
    return [
        Oordeel((lp, li), (rp, ri), zelfde=oordeel == "zelfde")
        for lp, li, rp, ri, oordeel in Twijfelpaar.objects.met(toegang)
        .exclude(oordeel="")
        .order_by("id")
        .values_list(*velden)
    ]
