"""The question of a planner as one document: which days, what demand, what line, which shifts. Pure."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.schemes.helplijn.domain.bezetting import historie as historielezer
from samenhang.schemes.helplijn.domain.bezetting.campagne import VRAAG, Campagne, lees_campagnes
from samenhang.schemes.helplijn.domain.bezetting.diensten import Dienstenset, lees_diensten
from samenhang.schemes.helplijn.domain.bezetting.doelen import lees_doel
from samenhang.schemes.helplijn.domain.bezetting.historie import HOOGSTE_AANTAL, Historie
from samenhang.schemes.helplijn.domain.bezetting.lezen import Deel, Lezing, lees_datum, lees_klok
from samenhang.schemes.helplijn.domain.bezetting.lijn import MODELLEN, Lijn
from samenhang.schemes.helplijn.domain.bezetting.raming import KORTSTE_HISTORIE
from samenhang.schemes.helplijn.domain.bezetting.tijd import DAGNAMEN, Halfuur, Opening, dagen, lees_opening
from samenhang.schemes.helplijn.domain.bezetting.vraag import maandag

LANGSTE_PERIODE: Final = 35
MEEST_VOORUIT: Final = 26
MINSTENS_TWEE = Tekst(
    "Met minder dan twee mensen is er geen vervanging en geen pauze.",
    "With fewer than two people there is nobody to take over and no break.",
)
GEEN_TIJD = Tekst("Een gesprek duurt minstens een seconde.", "A call lasts at least a second.")
GEEN_GEDULD = Tekst(
    "Wie geen geduld heeft is al weg; laat het veld weg als u het niet weet.",
    "Who has no patience is gone already; leave the field out when you do not know.",
)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A frozen question; `vraag` is given, or forecast from `historie`. `lijn` is None when only a forecast is asked.

    `herkomst` says where the counts or the demand come from, in the words of who asks; empty when he did not say.
    """

    naam: str
    van: date
    tot: date
    opening: Opening
    historie: Historie | None
    vraag: Mapping[Halfuur, float] | None
    campagnes: tuple[Campagne, ...]
    vraag_procent: Decimal
    lijn: Lijn | None
    diensten: Dienstenset | None
    zaad: int
    herkomst: str
    hash: str

    def halfuren(self, kalender: Kalender) -> tuple[Halfuur, ...]:
        """Every half hour of the period in which the line is open."""
        return tuple(h for dag in dagen(self.van, self.tot) for h in self.opening.halfuren(dag, kalender))


def vingerafdruk(document: object) -> str:
    """The hash of a document: the same content gives the same, in whatever order its fields stand."""
    tekst = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(tekst.encode()).hexdigest()


def kaal(waarde: Any) -> Any:
    """A document as JSON can hold it: exact numbers as text, which reads and hashes the same."""
    if isinstance(waarde, Mapping):
        return {str(naam): kaal(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list | tuple):
        return [kaal(deel) for deel in waarde]
    return str(waarde) if isinstance(waarde, Decimal) else waarde


def lees_scenario(
    document: object,
    kalender: Kalender,
    *,
    historie: bytes | None = None,
    bestand: str = "",
    met_lijn: bool = True,
) -> Scenario:
    """Read and check a document, with the history in it or as a CSV file beside it.

    Raises `Geweigerd` (`invoer_onjuist`) with every fault, its place and its remedy.
    """
    lezing = Lezing()
    deel = Deel(lezing, document)
    naam = deel.tekst("naam", 120, standaard="Bezetting")
    van, tot = _periode(deel)
    dag = van or date(2026, 1, 1)
    opening = _opening(deel)
    lijn = _lijn(deel, dag) if met_lijn or deel.heeft("behandeltijd_s") else None
    diensten = lees_diensten(deel, "diensten", opening, dag)
    campagnes = lees_campagnes(deel, "campagnes")
    procent = deel.percentage("vraag_procent", -100, 900, VRAAG, Decimal(0)) or Decimal(0)
    zaad = deel.getal("zaad", 0, 2_000_000_000, 0)
    herkomst = deel.tekst("herkomst", 200, standaard="")
    teller = _historie(deel, historie, bestand)
    geteld = historie is not None or deel.heeft("historie")
    gegeven = _vraag(deel, "vraag") if deel.heeft("vraag") else None
    deel.sluit()
    if not lezing.fouten and van and tot:
        _samen(deel, van, tot, opening, teller if geteld else None, gegeven, kalender, "" if historie is not None else "/historie")  # fmt: skip
    lezing.klaar()
    assert van
    assert tot
    return Scenario(
        naam, van, tot, opening, teller if geteld else None, gegeven, campagnes, procent, lijn, diensten, zaad, herkomst,
        vingerafdruk({"document": document, "historie": hashlib.sha256(historie).hexdigest() if historie else ""}),
    )  # fmt: skip


def _periode(deel: Deel) -> tuple[date | None, date | None]:
    van, tot = deel.datum("van"), deel.datum("tot")
    if van and tot and tot < van:
        deel.fout("tot", "periode_omgekeerd", f"ligt voor de eerste dag ({van}). Wissel de datums om.", f"is before the first day ({van}). Swap the dates.")  # fmt: skip
    elif van and tot and (tot - van).days >= LANGSTE_PERIODE:
        deel.fout("tot", "periode_te_lang", f"een planning loopt over hoogstens {LANGSTE_PERIODE} dagen. Maak er meer van.", f"a plan covers at most {LANGSTE_PERIODE} days. Make more of them.")  # fmt: skip
    return van, tot


def _opening(deel: Deel) -> Opening:
    feestdagen = deel.keuze("feestdagen", ("dicht", "open"), "dicht") == "open"
    dicht = []
    for plek, waarde in deel.lijst("gesloten", 366, verplicht=False):
        dag = lees_datum(waarde)
        if dag is None:
            deel.lezing.fout("datum_onjuist", plek, "is een bestaande datum als JJJJ-MM-DD.", "is an existing date as YYYY-MM-DD.")  # fmt: skip
        else:
            dicht.append(dag)
    if not deel.heeft("open"):
        deel.waarde("open")
        return Opening({})
    return lees_opening(Deel(deel.lezing, deel.velden["open"], "/open"), feestdagen, frozenset(dicht))


def _lijn(deel: Deel, dag: date) -> Lijn:
    behandeltijd = deel.getal("behandeltijd_s", 1, 14_400, waarom=GEEN_TIJD)
    geduld = deel.getal("geduld_s", 1, 7_200, waarom=GEEN_GEDULD) if deel.heeft("geduld_s") else None
    doel = lees_doel(Deel(deel.lezing, deel.velden["doel"] if deel.heeft("doel") else {"norm": "gebruikelijk"}, "/doel"), dag)  # fmt: skip
    model = deel.keuze("model", MODELLEN, "erlang_c")
    minimaal = deel.getal("minimaal", 2, 500, 2, MINSTENS_TWEE)
    hoogstens = deel.getal("hoogstens", 2, 2_000, waarom=MINSTENS_TWEE) if deel.heeft("hoogstens") else None
    bijhouden = deel.schakelaar("bijhouden", True)
    if hoogstens and hoogstens < minimaal:
        deel.fout("hoogstens", "plaatsen_te_weinig", f"is minder dan minimaal ({minimaal}). Verhoog het of verlaag het minimum.", f"is below the minimum ({minimaal}). Raise it or lower the minimum.")  # fmt: skip
    if geduld is None and (model == "erlang_a" or doel.afhaken is not None):
        deel.fout("geduld_s", "veld_ontbreekt", "afhaken is zonder geduld niet te berekenen. Vul in hoeveel seconden bellers gemiddeld willen wachten.", "hanging up cannot be computed without a patience. Enter how many seconds callers are willing to wait on average.")  # fmt: skip
    return Lijn(behandeltijd, geduld, doel, model, minimaal, hoogstens, bijhouden)


def _historie(deel: Deel, inhoud: bytes | None, bestand: str) -> Historie:
    if inhoud is None:
        return historielezer.uit_json(deel, "historie") if deel.heeft("historie") else Historie({})
    if deel.heeft("historie"):
        deel.fout("historie", "historie_dubbel", "de historie staat in het document en in een bestand. Laat één van beide weg.", "the history is in the document and in a file. Leave one out.")  # fmt: skip
    deel.lezing.bestand = bestand
    gelezen = historielezer.uit_csv(inhoud, deel.lezing)
    deel.lezing.bestand = ""
    return gelezen


def _vraag(deel: Deel, naam: str) -> dict[Halfuur, float]:
    """A demand that is given: {datum, van, gesprekken}, where calls may have decimals."""
    uit: dict[Halfuur, float] = {}
    for plek, waarde in deel.lijst(naam, LANGSTE_PERIODE * 50, minstens=1):
        rij = Deel(deel.lezing, waarde, plek)
        dag, minuut = rij.datum("datum"), lees_klok(str(rij.waarde("van"))[:5])
        tweede = str(rij.velden.get("van"))[5:] == "+01:00"
        aantal = rij.waarde("gesprekken")
        if isinstance(aantal, str) and re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,6})?", aantal):
            aantal = Decimal(aantal)
        if (
            isinstance(aantal, bool)
            or not isinstance(aantal, int | Decimal)
            or not 0 <= aantal <= HOOGSTE_AANTAL
        ):
            rij.fout("gesprekken", "aantal_onjuist", f"is een getal van 0 tot en met {HOOGSTE_AANTAL}.", f"is a number from 0 to {HOOGSTE_AANTAL}.")  # fmt: skip
        elif minuut is None or minuut % 30:
            rij.fout("van", "tijd_onjuist", "is het begin van een half uur, zoals 08:30.", "is the beginning of a half hour, such as 08:30.")  # fmt: skip
        elif dag is not None:
            halfuur = Halfuur(dag, minuut, tweede)
            if halfuur in uit:
                rij.fout(
                    "van",
                    "halfuur_dubbel",
                    "staat er twee keer. Laat er één staan.",
                    "is there twice. Leave one.",
                )
            uit[halfuur] = float(aantal)
        rij.sluit()
    return uit


def _samen(
    deel: Deel, van: date, tot: date, opening: Opening, historie: Historie | None,
    vraag: Mapping[Halfuur, float] | None, kalender: Kalender, plek: str,
) -> None:  # fmt: skip
    """What only shows when the parts stand together."""
    lezing = deel.lezing
    halfuren = [h for dag in dagen(van, tot) for h in opening.halfuren(dag, kalender)]
    if not halfuren:
        lezing.fout("nooit_open", "/open", f"de lijn is van {van} tot en met {tot} geen moment open. Kies een andere periode of andere openingstijden.", f"the line is never open from {van} to {tot}. Choose another period or other opening hours.")  # fmt: skip
        return
    if vraag is not None:
        if historie is not None:
            lezing.fout("vraag_dubbel", "/vraag", "geef de vraag óf de historie, niet allebei.", "give the demand or the history, not both.")  # fmt: skip
        mist, vreemd = sorted(set(halfuren) - vraag.keys()), sorted(vraag.keys() - set(halfuren))
        if mist:
            lezing.fout("aantal_ontbreekt", "/vraag", f"{mist[0].datum} {mist[0].van} ontbreekt ({len(mist)} halve uren). Geef elk half uur dat de lijn open is een getal, ook 0.", f"{mist[0].datum} {mist[0].van} is missing ({len(mist)} half hours). Give every half hour that the line is open a number, also 0.")  # fmt: skip
        if vreemd:
            lezing.fout("buiten_opening", "/vraag", f"{vreemd[0].datum} {vreemd[0].van} valt buiten de openingstijden ({len(vreemd)} halve uren). Haal het weg of open de lijn dan.", f"{vreemd[0].datum} {vreemd[0].van} is outside opening hours ({len(vreemd)} half hours). Take it out or open the line then.")  # fmt: skip
        return
    if historie is None:
        lezing.fout("veld_ontbreekt", "/historie", "ontbreekt: geef tellingen per half uur, of de vraag zelf.", "is missing: give counts per half hour, or the demand itself.")  # fmt: skip
        return
    _controleer_historie(lezing, historie, halfuren, van, plek, kalender)


def _controleer_historie(
    lezing: Lezing, historie: Historie, halfuren: list[Halfuur], van: date, plek: str, kalender: Kalender
) -> None:
    historielezer.controleer_gaten(historie, lezing, plek)
    geteld = historie.per_dag()
    weken = {maandag(dag) for dag in geteld}
    if len(weken) < KORTSTE_HISTORIE:
        lezing.fout("historie_te_kort", plek, f"er zijn tellingen van {len(weken)} weken. Een raming vraagt er minstens {KORTSTE_HISTORIE}; geef anders de vraag zelf.", f"there are counts of {len(weken)} weeks. A forecast asks for at least {KORTSTE_HISTORIE}; or give the demand itself.")  # fmt: skip
        return
    laatste = max(geteld)
    if laatste >= van:
        lezing.fout("historie_in_toekomst", plek, f"de laatste telling is van {laatste}, op of na de eerste dag van de planning ({van}). Plan later of neem eerdere tellingen.", f"the last count is of {laatste}, on or after the first day of the plan ({van}). Plan later or take earlier counts.")  # fmt: skip
    elif van - laatste > timedelta(weeks=MEEST_VOORUIT):
        lezing.fout("historie_te_oud", plek, f"de laatste telling is van {laatste}, meer dan {MEEST_VOORUIT} weken voor de planning. Neem nieuwere tellingen.", f"the last count is of {laatste}, more than {MEEST_VOORUIT} weeks before the plan. Take newer counts.")  # fmt: skip
    if not sum(historie.aantallen.values()):
        lezing.fout("historie_leeg", plek, "er is in al die weken niet één gesprek geteld. Controleer het bestand.", "not one call was counted in all those weeks. Check the file.")  # fmt: skip
    gezien: dict[int, set[int]] = {}
    for halfuur in historie.aantallen:
        if not kalender.feestdag(halfuur.datum):
            gezien.setdefault(halfuur.datum.weekday(), set()).add(halfuur.minuut)
    onbekend: dict[int, set[int]] = {}
    for halfuur in halfuren:
        if halfuur.minuut not in gezien.get(halfuur.datum.weekday(), set()):
            onbekend.setdefault(halfuur.datum.weekday(), set()).add(halfuur.minuut)
    for weekdag, minuten in onbekend.items():
        naam = DAGNAMEN[weekdag]
        lezing.fout("dag_zonder_historie", plek, f"op {naam.nl} is {len(minuten)} halve uren nooit geteld waarin de lijn open zal zijn. Geef de vraag zelf, of houd die dag de oude openingstijden.", f"on {naam.en} {len(minuten)} half hours were never counted in which the line will be open. Give the demand itself, or keep the old opening hours that day.")  # fmt: skip
