"""Why two signals were, or were not, taken for one person: the comparison of one pair, level by level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.koppelen.bewijs import patronen, vul
from samenhang.schemes.vroegsignalering.koppelen.functies import leg_functies_vast
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten, zekerheid
from samenhang.schemes.vroegsignalering.koppelen.koppel import koppel
from samenhang.schemes.vroegsignalering.koppelen.model import Regel
from samenhang.schemes.vroegsignalering.koppelen.vergelijkingen import PERSOON
from samenhang.schemes.vroegsignalering.koppelen.vragen import REDENEN

_UITSLAG = {
    "samen": Tekst("dezelfde persoon", "the same person"),
    "twijfel": Tekst("een mens beslist", "a person decides"),
    "apart": Tekst("niet gekoppeld", "not linked"),
}


def verklaar(
    verbinding: duckdb.DuckDBPyConnection, links: str, rechts: str, gewichten: Gewichten
) -> dict[str, Any]:
    """Link the signals of the table `signalen`, and compare two of them, named by id or as `partner:id`.

    Gives per comparison its level and weight (hundredths of a nat), per crossing of comparisons its cell and
    weight, the frequencies that were used, vetoes and reservations, the sum, the posterior and the thresholds.
    `zekerheid` is of the sum alone; `uitslag` is what became of the two persons, and `redenen` says why where
    the pair alone would have come out otherwise. Raises `Geweigerd` for an unknown or ambiguous id.
    """
    koppel(verbinding, gewichten=gewichten)
    verbinding.execute("CREATE OR REPLACE TEMP TABLE gevraagd AS SELECT a, b, reden FROM open_paar")
    return verklaar_gekoppeld(verbinding, links, rechts, gewichten)


def verklaar_gekoppeld(
    verbinding: duckdb.DuckDBPyConnection, links: str, rechts: str, gewichten: Gewichten
) -> dict[str, Any]:
    """As `verklaar`, of signals that are linked: `lid` says who is one person, `gevraagd(a, b, reden)` what a
    person was asked."""
    nummers = [_nummer(verbinding, naam) for naam in (links, rechts)]
    groepen = verbinding.execute(
        "SELECT groep FROM lid WHERE nr IN (SELECT unnest(?)) GROUP BY groep ORDER BY groep", [nummers]
    ).fetchall()
    if len(groepen) == 1:
        return _vergelijk(verbinding, links, rechts, gewichten, "samen", ())
    gevraagd = verbinding.execute(
        "SELECT q.reden FROM gevraagd q JOIN lid x ON x.nr = q.a JOIN lid y ON y.nr = q.b WHERE [least(x.groep, y.groep), greatest(x.groep, y.groep)] = ?",
        [[groep for (groep,) in groepen]],
    ).fetchone()
    if gevraagd is None:
        return _vergelijk(verbinding, links, rechts, gewichten, "apart", ())
    return _vergelijk(verbinding, links, rechts, gewichten, "twijfel", str(gevraagd[0]).split())


def verklaar_gemeten(
    links: str, rechts: str, meting: Mapping[str, Any], gewichten: Gewichten, uitslag: str
) -> dict[str, Any]:
    """As `verklaar`, of a pair that was measured when it was asked about (`meet`); what became of the two (`samen`,
    `twijfel` or `apart`) is known. Raises `KeyError` for a level that these weights do not know."""
    return _document(links, rechts, meting, gewichten, uitslag, ())


def meet(verbinding: duckdb.DuckDBPyConnection, paren: str) -> dict[tuple[int, int], dict[str, Any]]:
    """What an explanation of the pairs in a table is made of, of signals that are normalised: the level of each
    comparison, and how common the names are, now that they are counted."""
    leg_functies_vast(verbinding)
    patronen(verbinding, paren)
    rijen = verbinding.execute(
        """WITH p AS (SELECT a, b, a AS nr FROM vergelijking UNION ALL SELECT a, b, b FROM vergelijking),
        d AS (SELECT DISTINCT p.a, p.b, d.deel, d.per_miljoen FROM p JOIN klant k USING (nr) JOIN deel_van v ON v.naam = k.naam JOIN naamdeel d ON d.deel = v.deel),
        n AS (SELECT a, b, list(deel ORDER BY deel) AS delen, list(per_miljoen ORDER BY deel) AS per_miljoen FROM d GROUP BY a, b)
        SELECT v.a, v.b, patroon, delen, per_miljoen, [x.genoten, y.genoten], [x.bewoners, y.bewoners]
        FROM vergelijking v JOIN n USING (a, b) JOIN telling x ON x.nr = v.a JOIN telling y ON y.nr = v.b"""
    ).fetchall()
    verbinding.execute("DROP TABLE temp.vergelijking")
    return {
        (a, b): {
            "niveaus": PERSOON.ontleed(patroon),
            "frequenties": {
                "naamdelen_per_miljoen": dict(zip(delen, per_miljoen, strict=True)),
                "naamgenoten": genoten,
                "namen_in_woning": bewoners,
            },
        }
        for a, b, patroon, delen, per_miljoen, genoten, bewoners in rijen
    }


def _vergelijk(
    verbinding: duckdb.DuckDBPyConnection,
    links: str,
    rechts: str,
    gewichten: Gewichten,
    uitslag: str,
    redenen: Sequence[str],
) -> dict[str, Any]:
    a, b = sorted((_nummer(verbinding, links), _nummer(verbinding, rechts)))
    if a == b:
        return _document(links, rechts, None, gewichten, uitslag, ())
    vul(verbinding, "dit_paar", {"a": "BIGINT", "b": "BIGINT"}, [(a, b)])
    return _document(links, rechts, meet(verbinding, "dit_paar")[a, b], gewichten, uitslag, redenen)


def _document(
    links: str,
    rechts: str,
    meting: Mapping[str, Any] | None,
    gewichten: Gewichten,
    uitslag: str,
    redenen: Sequence[str],
) -> dict[str, Any]:
    """The explanation of what was measured; without a measurement both are one record."""
    model = gewichten.persoon
    document: dict[str, Any] = {
        "links": links,
        "rechts": rechts,
        "zelfde_klant": meting is None,
        "drempels": {
            "aanvaard": {"som": model.aanvaard, "zekerheid": zekerheid(model.aanvaard)},
            "twijfel": {"som": model.twijfel, "zekerheid": zekerheid(model.twijfel)},
        },
        "gewichten": {"vanaf": gewichten.vanaf.isoformat(), "bron": gewichten.bron},
    }
    if meting is None:
        leeg: dict[str, Any] = {"basis": None, "vergelijkingen": [], "kruisingen": [], "frequenties": {}}
        return (
            document
            | leeg
            | {
                "som": None,
                "zekerheid": 1.0,
                "vetos": [],
                "voorbehouden": [],
                "redenen": [],
                "uitslag": "samen",
            }
        )
    patroon = model.model.patroon(meting["niveaus"])
    bewijs, posten = model.bewijs(patroon), model.posten(patroon)
    aantal = len(PERSOON.vergelijkingen)
    return document | {
        "basis": model.basis,
        "vergelijkingen": [_regel(*post) for post in posten[:aantal]],
        "kruisingen": [
            {"kruising": naam, "cel": cel, "gewicht": gewicht}
            for naam, cel, gewicht in posten[aantal:]
            if gewicht
        ],
        "frequenties": meting["frequenties"],
        "som": bewijs.som,
        "zekerheid": zekerheid(bewijs.som),
        "vetos": [_als_regel(regel) for regel in PERSOON.vetos if regel.naam in bewijs.vetos],
        "voorbehouden": [
            _als_regel(regel) for regel in PERSOON.voorbehouden if regel.naam in bewijs.voorbehouden
        ],
        "redenen": [_talen(REDENEN[reden]) for reden in redenen if reden in REDENEN],
        "uitslag": uitslag,
    }


def als_tekst(uitleg: dict[str, Any]) -> Tekst:
    """The same in plain words, a line per weight."""
    if uitleg["zelfde_klant"]:
        return Tekst(
            "Beide signalen komen van dezelfde klant van dezelfde partner, op dezelfde manier geschreven.",
            "Both signals are of the same customer of the same partner, written in the same way.",
        )
    talen = []
    for taal, woorden in (
        ("nl", ("Begin, voor elk paar", "samen", "Som", "kans", "Gekoppeld vanaf", "een mens beslist vanaf", "Veto", "Voorbehoud", "Gevraagd", "Uitslag", "Gewichten van", "per miljoen panden", "panden met deze klank en voorletter", "achternamen in de woning")),
        ("en", ("Start, for every pair", "together", "Sum", "probability", "Linked from", "a person decides from", "Veto", "Reservation", "Asked", "Outcome", "Weights of", "per million buildings", "buildings with this sound and initial", "surnames in the home")),
    ):  # fmt: skip
        (
            begin,
            samen,
            som,
            kans,
            vanaf,
            mens,
            veto,
            voorbehoud,
            reden,
            uitslag,
            van,
            miljoen,
            panden,
            namen,
        ) = woorden
        regels = [_kolom(begin, uitleg["basis"])]
        regels += [
            _kolom(f"{r['titel'][taal]}: {r['tekst'][taal]}", r["gewicht"]) for r in uitleg["vergelijkingen"]
        ]
        titels = {v.naam: getattr(v.titel, taal) for v in PERSOON.vergelijkingen}
        for kruising in uitleg["kruisingen"]:
            groepen = PERSOON.kruisingen[kruising["kruising"]]
            delen = [
                f"{titels[g.vergelijking]} {cel}"
                for g, cel in zip(groepen, kruising["cel"].split("+"), strict=True)
            ]
            regels.append(_kolom(f"{samen}: {', '.join(delen)}".replace("_", " "), kruising["gewicht"]))
        drempels = uitleg["drempels"]
        regels.append(_kolom(f"{som} ({kans} {uitleg['zekerheid']:.3f})", uitleg["som"]))
        regels.append(
            _kolom(f"{vanaf} ({kans} {drempels['aanvaard']['zekerheid']:.3f})", drempels["aanvaard"]["som"])
        )
        regels.append(
            _kolom(
                f"{mens} ({kans} {drempels['twijfel']['zekerheid']:.3f})".capitalize(),
                drempels["twijfel"]["som"],
            )
        )
        frequenties = uitleg["frequenties"]
        regels += [
            f"{deel}: {aantal} {miljoen}" for deel, aantal in frequenties["naamdelen_per_miljoen"].items()
        ]
        regels.append(f"{panden}: {' / '.join(map(str, frequenties['naamgenoten']))}".capitalize())
        regels.append(f"{namen}: {' / '.join(map(str, frequenties['namen_in_woning']))}".capitalize())
        regels += [f"{veto}: {r['tekst'][taal]}" for r in uitleg["vetos"]]
        regels += [f"{voorbehoud}: {r['tekst'][taal]}" for r in uitleg["voorbehouden"]]
        regels += [f"{reden}: {r[taal]}" for r in uitleg["redenen"]]
        regels.append(f"{uitslag}: {getattr(_UITSLAG[uitleg['uitslag']], taal)}")
        regels.append(f"{van} {uitleg['gewichten']['vanaf']}: {uitleg['gewichten']['bron']}")
        talen.append("\n".join(regels))
    return Tekst(*talen)


def _kolom(tekst: str, gewicht: int) -> str:
    return f"{tekst:<86} {gewicht / 100:>7.2f}"


def _regel(naam: str, niveau: str, gewicht: int) -> dict[str, Any]:
    vergelijking = next(v for v in PERSOON.vergelijkingen if v.naam == naam)
    tekst = next(n.tekst for n in vergelijking.niveaus if n.naam == niveau)
    return {
        "vergelijking": naam,
        "titel": _talen(vergelijking.titel),
        "niveau": niveau,
        "tekst": _talen(tekst),
        "gewicht": gewicht,
    }


def _als_regel(regel: Regel) -> dict[str, Any]:
    return {"naam": regel.naam, "tekst": _talen(regel.tekst)}


def _talen(tekst: Tekst) -> dict[str, str]:
    return {"nl": tekst.nl, "en": tekst.en}


def _nummer(verbinding: duckdb.DuckDBPyConnection, naam: str) -> int:
    partner, _, signaal_id = naam.rpartition(":")
    gevonden = verbinding.execute(
        "SELECT nr FROM signaal_bij WHERE signaal_id = ? AND (? = '' OR partner = ?)",
        [signaal_id, partner, partner],
    ).fetchall()
    if len(gevonden) == 1:
        return int(gevonden[0][0])
    if not gevonden:
        tekst = Tekst(
            f"Signaal {naam} staat niet bij de geaccepteerde rijen van deze bestanden. Controleer het nummer.",
            f"Signal {naam} is not among the accepted rows of these files. Check the number.",
        )
    else:
        tekst = Tekst(
            f"Signaal {naam} komt bij meer partners voor. Geef partner:signaal_id.",
            f"Signal {naam} occurs with several partners. Give partner:signaal_id.",
        )
    raise Geweigerd("signaal_onbekend", tekst)
