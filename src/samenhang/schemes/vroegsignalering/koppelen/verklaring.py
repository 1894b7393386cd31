"""Why two signals were, or were not, taken for one person: the comparison of one pair, level by level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.koppelen.bewijs import patronen, vul
from samenhang.schemes.vroegsignalering.koppelen.functies import leg_functies_vast
from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten, zekerheid
from samenhang.schemes.vroegsignalering.koppelen.koppel import koppel
from samenhang.schemes.vroegsignalering.koppelen.model import Regel
from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
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


def verklaar_beslist(
    verbinding: duckdb.DuckDBPyConnection, links: str, rechts: str, gewichten: Gewichten, uitslag: str
) -> dict[str, Any]:
    """As `verklaar`, without linking: what became of the two (`samen`, `twijfel` or `apart`) is known."""
    normaliseer(verbinding)
    return _vergelijk(verbinding, links, rechts, gewichten, uitslag, ())


def _vergelijk(
    verbinding: duckdb.DuckDBPyConnection,
    links: str,
    rechts: str,
    gewichten: Gewichten,
    uitslag: str,
    redenen: Sequence[str],
) -> dict[str, Any]:
    leg_functies_vast(verbinding)
    a, b = sorted((_nummer(verbinding, links), _nummer(verbinding, rechts)))
    model = gewichten.persoon
    document: dict[str, Any] = {
        "links": links,
        "rechts": rechts,
        "zelfde_klant": a == b,
        "drempels": {
            "aanvaard": {"som": model.aanvaard, "zekerheid": zekerheid(model.aanvaard)},
            "twijfel": {"som": model.twijfel, "zekerheid": zekerheid(model.twijfel)},
        },
        "gewichten": {"vanaf": gewichten.vanaf.isoformat(), "bron": gewichten.bron},
    }
    if a == b:
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
    vul(verbinding, "dit_paar", {"a": "BIGINT", "b": "BIGINT"}, [(a, b)])
    patronen(verbinding, "dit_paar")
    rij = verbinding.execute("SELECT patroon FROM vergelijking").fetchone()
    assert rij is not None  # both numbers exist
    bewijs = model.bewijs(rij[0])
    posten = model.posten(rij[0])
    aantal = len(PERSOON.vergelijkingen)
    return document | {
        "basis": model.basis,
        "vergelijkingen": [_regel(*post) for post in posten[:aantal]],
        "kruisingen": [
            {"kruising": naam, "cel": cel, "gewicht": gewicht}
            for naam, cel, gewicht in posten[aantal:]
            if gewicht
        ],
        "frequenties": _frequenties(verbinding, a, b),
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


def _frequenties(verbinding: duckdb.DuckDBPyConnection, a: int, b: int) -> dict[str, Any]:
    delen = verbinding.execute(
        "SELECT DISTINCT d.deel, d.per_miljoen FROM klant k JOIN deel_van v USING (naam) JOIN naamdeel d ON d.deel = v.deel WHERE k.nr IN (?, ?) ORDER BY 1",
        [a, b],
    ).fetchall()
    tellingen = verbinding.execute(
        "SELECT genoten, bewoners FROM telling WHERE nr IN (?, ?) ORDER BY nr", [a, b]
    ).fetchall()
    return {
        "naamdelen_per_miljoen": dict(delen),
        "naamgenoten": [genoten for genoten, _ in tellingen],
        "namen_in_woning": [bewoners for _, bewoners in tellingen],
    }


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
