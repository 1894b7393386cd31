"""The raw cells with their typed twins, as SQL: what the checks of a row read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from samenhang.kernel.kalender import Kalender
from samenhang.schemes.vroegsignalering.bestand.beleid import Beleid
from samenhang.schemes.vroegsignalering.bestand.controles import vooraf
from samenhang.schemes.vroegsignalering.bestand.profiel import DATUMKOLOMMEN, NAMEN

GEEN_MAXIMUM = 100_000
"""Days: no upper bound on how long ago arrears arose."""

INHOUD: Final = (*(naam for naam in NAMEN if naam != "warme_overdracht"), "warme_overdracht")
"""The cells of which the hash says whether two signals are the same, in the order in which they are hashed."""


def inhoud(cellen: Iterable[str]) -> str:
    """SQL of the text that is hashed, of the expressions of the cells of `INHOUD`, none of them NULL."""
    return f"concat_ws(chr(31), {', '.join(cellen)})"


def per_soort(waarden: Mapping[str, int], anders: int) -> str:
    """SQL that gives the number of a kind of partner."""
    gevallen = " ".join(f"WHEN '{soort}' THEN {int(waarde)}" for soort, waarde in sorted(waarden.items()))
    return f"CASE partner_soort {gevallen} ELSE {anders} END" if gevallen else str(anders)


def getypeerd(beleid: Beleid) -> str:
    """SQL of the raw cells with their typed twins, and what the policy asks of each kind of partner."""
    datums = ", ".join(
        f"CASE WHEN regexp_full_match({naam}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}') AND {naam} >= '0001' THEN try_cast({naam} AS DATE) END AS d_{naam}"
        for naam in DATUMKOLOMMEN
    )
    return f"""SELECT *, {datums}, {vooraf()},
        coalesce(soort_signaal = 'intrekking', false) AS intrekking,
        CASE WHEN regexp_full_match(bedrag_achterstand, '[0-9]{{1,6}}\\.[0-9]{{2}}')
             THEN replace(bedrag_achterstand, '.', '')::BIGINT END AS bedrag_centen,
        CASE WHEN regexp_full_match(huisnummer, '0{{0,4}}[1-9][0-9]{{0,4}}') THEN huisnummer::INTEGER END AS huisnr,
        CASE WHEN regexp_full_match(aantal_maanden, '[0-9]{{1,3}}') THEN aantal_maanden::INTEGER END AS maanden,
        CASE WHEN regexp_full_match(aantal_herinneringen, '[0-9]{{1,3}}') THEN aantal_herinneringen::INTEGER END AS herinneringen,
        {per_soort(beleid.maximum_dagen, GEEN_MAXIMUM)} AS maximum,
        {per_soort(beleid.herinneringen, 0)} AS herinneringen_nodig,
        upper(replace(postcode, ' ', '')) AS postcode_schoon,
        regexp_replace(telefoon, '[ ().-]', '', 'g') AS telefoon_schoon
        FROM ruw"""


def werkdagen(peildatum: date, kalender: Kalender) -> tuple[date, list[int]]:
    """The running number of the working day for each day around `peildatum`, so that a difference counts them."""
    eerste = dag = max(peildatum - timedelta(days=800), date(2014, 1, 1))
    nummer, nummers = 0, []
    for _ in range(1600):
        nummer += kalender.is_werkdag(dag)
        nummers.append(nummer)
        dag += timedelta(days=1)
    return eerste, nummers
