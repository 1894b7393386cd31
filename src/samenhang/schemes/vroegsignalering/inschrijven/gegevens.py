"""What the register knows of each new person: name, address, contact and search keys, without an object of any."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import duckdb
from django.conf import settings

from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.logboek.pseudoniem import pseudoniem
from samenhang.kernel.logboek.rijen import raakt_velen
from samenhang.kernel.personen.models import Zoeksleutel
from samenhang.kernel.personen.zoeken import zoekvorm
from samenhang.kernel.persoonsgegevens.models import Adres, Contactgegeven, Naw
from samenhang.kernel.stapel import brokken_van, stort
from samenhang.kernel.stapel.uitdrukkingen import dag, hmac, nieuwe_id, sleutelhelften, spannummer
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.inschrijven.portie import Portie

ADRESVELDEN = ("straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats")
NAWVELDEN = ("achternaam", "tussenvoegsel", "voorletters", "voornaam", "geboortedatum", *ADRESVELDEN)
KUNNEN_LEEG = ("geboortedatum", "huisnummer")
"""Empty is NULL here; in the other columns it is the empty text."""
DAGEN = ("geboortedatum", "ontstaansdatum", "datum_signaal", "datum_dreiging")


def gevuld(kolommen: Sequence[str], tabel: str = "s") -> str:
    """SQL of columns of a signal as the register keeps them."""
    return ", ".join(
        f"{tabel}.{naam}" if naam in KUNNEN_LEEG else f"coalesce({tabel}.{naam}, '') AS {naam}"
        for naam in kolommen
    )


def uit(kolommen: Sequence[str]) -> str:
    """SQL of the same columns as the database takes them."""
    return ", ".join(dag(naam) if naam in DAGEN else naam for naam in kolommen)


def kies_gegevens(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Make `gegeven(id, bekend, vanaf, …)`, in the order of the ids: of each person the fullest of his latest signals."""
    verbinding.execute(
        f"""CREATE OR REPLACE TABLE gegeven AS
        SELECT w.id, w.bekend, w.regel AS vanaf, {gevuld(NAWVELDEN)}, {gevuld(("telefoon", "email"))}
        FROM signalen s JOIN uitkomst u USING (partner, signaal_id) JOIN wie w ON w.sleutel = u.persoon_id WHERE s.regel > 0
        QUALIFY row_number() OVER (PARTITION BY u.persoon_id
            ORDER BY s.datum_signaal DESC, s.geboortedatum IS NULL, s.signaal_id DESC) = 1
        ORDER BY w.id"""
    )


def schrijf_nieuwen(
    verbinding: duckdb.DuckDBPyConnection, toegang: Toegang, portie: Portie, vandaag: date
) -> None:
    """Store what `gegeven` holds of who is new in a portion, and his row in the processing log."""
    nummer, nieuw = nieuwe_id("rowid"), f"NOT bekend AND {portie.waar('vanaf')}"

    def stort_in(
        tabel: type[Naw | Adres | Contactgegeven], velden: Sequence[str], waar: str = "true", **vast: object
    ) -> None:
        rijen = verbinding.execute(
            f"SELECT {nummer}, id, {uit(velden)} FROM gegeven WHERE {nieuw} AND {waar} ORDER BY id"
        )
        tabel.objects.met(toegang).stort(("id", "persoon_id", *velden), brokken_van(rijen), **vast)

    stort_in(Naw, NAWVELDEN)
    stort_in(Adres, ADRESVELDEN, van=vandaag)
    stort_in(Contactgegeven, ("telefoon", "email"), "(telefoon <> '' OR email <> '')")
    _schrijf_zoeksleutels(verbinding, toegang, nieuw)
    som, parameters = pseudoniem("id")
    rijen = verbinding.execute(
        f"""SELECT {nieuwe_id("row_number() OVER (ORDER BY wie) - 1")}, {spannummer()}, wie
        FROM (SELECT {som} AS wie FROM gegeven WHERE {nieuw}) ORDER BY wie""",
        parameters,
    )
    raakt_velen(huidige_operatie(), brokken_van(rijen))


def _schrijf_zoeksleutels(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang, nieuw: str) -> None:
    """The blind keys of `personen.zoeken`, made a column at a time.

    A surname of plain letters has its search form in SQL; the form of the others is made in Python, once each.
    """
    anders = [
        naam
        for (naam,) in verbinding.execute(
            f"SELECT DISTINCT achternaam FROM gegeven WHERE {nieuw} AND strlen(achternaam) <> length(achternaam) ORDER BY 1"
        ).fetchall()
    ]
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE zoekvorm AS SELECT unnest(?::VARCHAR[]) AS achternaam, unnest(?::VARCHAR[]) AS vorm",
        [anders, [zoekvorm(naam) for naam in anders]],
    )
    binnen, buiten = sleutelhelften(settings.SECRET_KEY.encode())
    waarde = f"left({hmac('encode($register || term)', '$binnen', '$buiten')}, 32)"
    rijen = verbinding.execute(
        f"""WITH term AS (
            SELECT id, 'naam|' || coalesce(z.vorm, regexp_replace(upper(g.achternaam), '[^A-Z0-9]', '', 'g')) AS term
                FROM gegeven g LEFT JOIN zoekvorm z USING (achternaam) WHERE {nieuw}
            UNION ALL SELECT id, 'geboren|' || strftime(geboortedatum, '%Y%m%d') FROM gegeven WHERE {nieuw} AND geboortedatum IS NOT NULL
            UNION ALL SELECT id, 'adres|' || postcode || huisnummer FROM gegeven WHERE {nieuw} AND postcode <> '' AND huisnummer > 0)
        SELECT id, {waarde} FROM term WHERE term <> 'naam|' ORDER BY id""",
        {"register": f"{toegang.organisatie_id}|", "binnen": binnen, "buiten": buiten},
    )
    stort(Zoeksleutel, ("persoon_id", "waarde"), brokken_van(rijen), organisatie_id=toegang.organisatie_id)
