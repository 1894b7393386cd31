"""What a person is asked, and in which order: first the question whose answer is expected to mend most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import duckdb

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.koppelen.bewijs import vul
from samenhang.schemes.vroegsignalering.koppelen.clusteren import Paar
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Bewijs, Modelgewichten, zekerheid

AFTREK_STRIJD: Final = 200
"""Hundredths of a nat off the evidence of a pair that does not itself have a veto, when something else between its
two persons forbids them to be one: that says more than one wrong date in one record."""

PER_TIENDUIZEND: Final = 78
ALTIJD: Final = 25
"""So many questions per 10,000 signals are asked, but never fewer than the second: whoever decides has little
time, and a question that is nearly always answered "no" wastes it."""

REDENEN: Final = {
    "som": Tekst(
        "De kans is te klein om te koppelen en te groot om niets te vragen.",
        "The probability is too small to link and too large not to ask.",
    ),
    "twee_kandidaten": Tekst(
        "Past bij meer dan één persoon ongeveer even goed.", "Fits more than one person about equally well."
    ),
    "personen_strijdig": Tekst(
        "Andere signalen van deze twee personen spreken tegen dat het er één is.",
        "Other signals of these two persons speak against their being one.",
    ),
}
"""Why a pair is asked, beside the vetoes and reservations of the pair itself."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """A question about two persons: the pair (a < b) that speaks most for their being one, with its sum; how many
    pairs were compared between them (`paren`) and what these add up to (`samen`); why it is not simply joined."""

    a: int
    b: int
    som: int
    paren: int
    samen: int
    redenen: tuple[str, ...]
    aftrek: int = 0

    @property
    def zekerheid(self) -> float:
        """How likely it is that the two are one person: the strongest pair and the mean of all, less the deduction
        for what forbids it."""
        return zekerheid((self.som + self.samen // self.paren) // 2 - self.aftrek)

    @property
    def nut(self) -> int:
        """How many wrongly parted pairs the answer is expected to mend, in thousandths."""
        return round(1000 * self.zekerheid) * self.paren


VRAAG: Final[Mapping[str, str]] = {
    "a": "BIGINT",
    "b": "BIGINT",
    "som": "INTEGER",
    "zekerheid": "DOUBLE",
    "nut": "BIGINT",
    "reden": "VARCHAR",
}
"""The columns of a table of questions, with their types."""


def maak_vragen(
    verbinding: duckdb.DuckDBPyConnection, tabel: str, paren: Sequence[Paar], gewichten: Modelgewichten
) -> None:
    """Make a temporary table of the questions about pairs that may be asked."""
    schrijf(verbinding, tabel, _verzamel(verbinding, paren, gewichten))


def schrijf(verbinding: duckdb.DuckDBPyConnection, tabel: str, vragen: Sequence[Vraag]) -> None:
    """Make a temporary table of these questions."""
    rijen = [(v.a, v.b, v.som, v.zekerheid, v.nut, " ".join(v.redenen)) for v in vragen]
    vul(verbinding, tabel, VRAAG, rijen)


def kies(verbinding: duckdb.DuckDBPyConnection, signalen: int) -> None:
    """Make `open_paar`, what of the table `te_vragen` is asked of so many signals: the most useful first, ties by sum and number."""
    hoogstens = max(ALTIJD, signalen * PER_TIENDUIZEND // 10_000)
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE open_paar AS
        SELECT row_number() OVER (ORDER BY nut DESC, som DESC, a, b) AS plek, a, b, som, zekerheid, reden FROM te_vragen ORDER BY plek LIMIT {hoogstens}"""
    )


def _verzamel(
    verbinding: duckdb.DuckDBPyConnection, paren: Sequence[Paar], gewichten: Modelgewichten
) -> list[Vraag]:
    """What `bewijs` says of all pairs between the two persons (`lid`) of each question."""
    vul(
        verbinding,
        "mogelijke_vraag",
        {"a": "BIGINT", "b": "BIGINT", "strijd": "BOOLEAN"},
        [(paar.a, paar.b, paar.veto) for paar in paren],
    )
    rijen = verbinding.execute(
        """WITH v AS (SELECT q.*, least(x.groep, y.groep) AS links, greatest(x.groep, y.groep) AS rechts
            FROM mogelijke_vraag q JOIN lid x ON x.nr = q.a JOIN lid y ON y.nr = q.b),
        m AS (SELECT nr, groep FROM lid WHERE groep IN (SELECT links FROM v UNION SELECT rechts FROM v)),
        t AS (SELECT least(x.groep, y.groep) AS links, greatest(x.groep, y.groep) AS rechts, count(*) AS paren, sum(e.som)::BIGINT AS samen
            FROM bewijs e JOIN m x ON x.nr = e.a JOIN m y ON y.nr = e.b WHERE x.groep <> y.groep GROUP BY ALL)
        SELECT v.a, v.b, v.strijd, e.patroon, e.som, e.veto OR e.voorbehoud, t.paren, t.samen FROM v JOIN t USING (links, rechts) JOIN bewijs e ON e.a = v.a AND e.b = v.b
        ORDER BY v.a, v.b"""
    ).fetchall()
    verbinding.execute("DROP TABLE temp.mogelijke_vraag")
    return [_vraag(*rij, gewichten=gewichten) for rij in rijen]


def _vraag(
    a: int,
    b: int,
    strijd: bool,
    patroon: int,
    som: int,
    gehouden: bool,
    paren: int,
    samen: int,
    *,
    gewichten: Modelgewichten,
) -> Vraag:
    bewijs = gewichten.bewijs(patroon) if gehouden else Bewijs(som, (), ())
    redenen = (*bewijs.vetos, *bewijs.voorbehouden)
    if strijd and not bewijs.vetos:
        redenen = ("personen_strijdig", *redenen)
    if not redenen:
        redenen = ("som" if som < gewichten.aanvaard else "twee_kandidaten",)
    aftrek = AFTREK_STRIJD if strijd and not bewijs.vetos else 0
    return Vraag(a, b, som, paren, samen, tuple(dict.fromkeys(redenen)), aftrek)
