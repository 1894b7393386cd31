"""The file for the court as one paper: offer, calculation with its steps, equal treatment, comparison, evidence, answers.

Made once, when it is handed in; what goes to the court is kept byte for byte (models/rechtbank.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import maak_pdf
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.schemes.schuldhulp.domain.lijsten import (
    ALLE_DREIGINGEN,
    ANTWOORDEN,
    BEWIJZEN,
    INKOMENS,
    RANGEN,
    SITUATIES,
    WEGEN,
    WEIGERREDENEN,
)
from samenhang.schemes.schuldhulp.domain.rechtbank import STANDEN, VERZOEKEN, Punt
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Rechtbankverzoek
from samenhang.schemes.schuldhulp.rechtbankstand import gelijkheid
from samenhang.schemes.schuldhulp.schuldeisers import wie

_CENTEN: Final = re.compile(r"(\d)\.(\d\d)(?!\d)")
PAGINA: Final = Path(__file__).parent / "bundel.typ"
Deel = dict[str, Any]


def maak_bundel(dossier: Dossier, verzoek: Rechtbankverzoek, lijst: Sequence[Punt]) -> bytes:
    """The PDF/UA of a request with all that belongs to it."""
    dag = verzoek.ingediend_op or dossier.vandaag
    naw = Naw.objects.met(dossier.toegang).get()
    naam, woont = naw.weergavenaam, f"{naw.postcode} {naw.woonplaats}".strip()
    gemeente = f"Gemeente {dossier.zaak.organisatie.naam}, schuldhulp"
    kenmerken = [
        ("Aan", verzoek.rechtbank),
        ("Verzoek", VERZOEKEN[verzoek.soort].nl),
        ("Namens", naam),
        ("Geboren op", _dag(naw.geboortedatum)),
        ("Adres", ", ".join(deel for deel in (naw.adresregel, woont) if deel)),
        ("Zaak", dossier.zaak.nummer),
        ("Datum", voluit(dag)),
        ("Consulent", dossier.zaak.behandelaar.naam if dossier.zaak.behandelaar else ""),
    ]
    gegevens = {
        "titel": f"Dossier bij het verzoek: {VERZOEKEN[verzoek.soort].nl}",
        "afzender": gemeente,
        "voet": f"{dossier.zaak.nummer}, {naam}",
        "kenmerken": [{"naam": sleutel, "waarde": waarde} for sleutel, waarde in kenmerken if waarde],
        "delen": list(_delen(dossier, verzoek, lijst)),
    }
    return maak_pdf(PAGINA, gegevens, dag)


def _delen(dossier: Dossier, verzoek: Rechtbankverzoek, lijst: Sequence[Punt]) -> Iterator[Deel]:
    yield _verzoek(dossier, verzoek)
    yield _controlelijst(lijst)
    if dossier.hulpvraag.dreigingen or dossier.beschikkingen:
        yield _situatie(dossier)
    if dossier.voorstellen:
        yield _aanbod(dossier)
        yield _antwoorden(dossier)
        yield _gelijk(dossier)
    if dossier.voorstelsom is not None:
        yield _berekening(dossier.voorstelsom.delen)
    if verzoek.vergelijking:
        yield _vergelijking(verzoek.vergelijking)
    yield _bewijs(dossier)


def _verzoek(dossier: Dossier, verzoek: Rechtbankverzoek) -> Deel:
    """What is asked, of which court, and about whom."""
    rechtbank, gemeente = verzoek.rechtbank, dossier.zaak.organisatie.naam
    weigeraars = dict.fromkeys(wie(rij.schuldeiser).naam for rij in dossier.voorstellen if rij.antwoord not in ("akkoord", "dwangakkoord"))  # fmt: skip
    namen = ", ".join(weigeraars) or "de schuldeisers die weigeren"
    gevraagd = {
        "287a": f"De inwoner vraagt {rechtbank} om deze schuldeisers te bevelen in te stemmen met de aangeboden schuldregeling: {namen}.",
        "287b": f"De inwoner vraagt {rechtbank} om wat hieronder dreigt hoogstens zes maanden tegen te houden, zodat de gemeente {gemeente} de schulden kan regelen.",
        "breed": f"Het college van {gemeente} vraagt {rechtbank} om een afkoelingsperiode van hoogstens zes maanden, waarin geen schuldeiser verhaal neemt.",
        "287-4": f"De inwoner vraagt {rechtbank} om een voorlopige voorziening zolang op zijn verzoek om schuldsanering nog niet is beslist.",
        "wsnp": f"De inwoner vraagt {rechtbank} om toelating tot de wettelijke schuldsanering.",
    }[verzoek.soort]  # fmt: skip
    return _deel("Het verzoek", [gevraagd])


def _controlelijst(lijst: Sequence[Punt]) -> Deel:
    rijen = [
        (
            punt.onderdeel.titel.nl,
            STANDEN[punt.stand].nl,
            punt.reden or ("blijkt uit dit dossier" if punt.vanzelf else ""),
            punt.onderdeel.bron + (" (ongeverifieerd)" if punt.onderdeel.status == "ongeverifieerd" else ""),
        )
        for punt in lijst
    ]
    return _deel("Controlelijst", [], _tabel("", ("Onderdeel", "Stand", "Toelichting", "Bron"), rijen, (5, 2, 4, 4)))  # fmt: skip


def _situatie(dossier: Dossier) -> Deel:
    dreigingen = [ALLE_DREIGINGEN[naam].nl for naam in dossier.hulpvraag.dreigingen]
    alineas = [f"De inwoner vroeg om hulp op {voluit(dossier.hulpvraag.gevraagd_op)}."]
    alineas += [f"Er dreigt: {', '.join(dreigingen)}."] if dreigingen else []
    for rij in dossier.beschikkingen:
        alineas += [f"Besluit van {voluit(rij.bekendgemaakt_op)} ({rij.soort}): {rij.motivering}"]
        alineas += [f"Plan van aanpak: {rij.plan}"] if rij.plan else []
    return _deel("Hulpvraag en besluit", alineas)


def _aanbod(dossier: Dossier) -> Deel:
    rijen = [
        (
            wie(rij.schuldeiser).naam,
            RANGEN[rij.rang].nl,
            Bedrag(rij.vordering_centen).scherm(),
            Bedrag(rij.bedrag_centen).scherm(),
            f"{rij.percentage.replace('.', ',')} %",
        )
        for rij in dossier.voorstellen
    ]
    schuld = Bedrag(sum(rij.vordering_centen for rij in dossier.voorstellen))
    geboden = Bedrag(sum(rij.bedrag_centen for rij in dossier.voorstellen))
    wanneer = voluit(dossier.voorstellen[0].verstuurd_op)
    zin = f"Op {wanneer} kregen {len(rijen)} schuldeisers tegelijk een aanbod: samen {geboden.scherm()} op {schuld.scherm()}. Het bedrag geldt; het percentage is afgerond."  # fmt: skip
    koppen = ("Schuldeiser", "Rang", "Vordering", "Aanbod", "Percentage")
    return _deel("Aanbod aan de schuldeisers", [zin], _tabel("", koppen, rijen, (5, 4, 3, 3, 3), (2, 3, 4)))


def _antwoorden(dossier: Dossier) -> Deel:
    rijen = [
        (
            wie(rij.schuldeiser).naam,
            ANTWOORDEN[rij.antwoord].nl if rij.antwoord else "Nog geen antwoord",
            _dag(rij.antwoord_op),
            WEGEN[rij.via].nl if rij.via in WEGEN else "",
            _dag(rij.gerappelleerd_op),
        )
        for rij in dossier.voorstellen
    ]
    waarom = [
        (wie(rij.schuldeiser).naam, WEIGERREDENEN[rij.reden].nl, rij.toelichting, _dag(rij.op))
        for rij in dossier.weigeringen
    ]
    tabellen = [_tabel("", ("Schuldeiser", "Antwoord", "Op", "Hoe", "Herinnerd op"), rijen, (5, 4, 4, 2, 4))]
    if waarom:
        tabellen.append(_tabel("Weigeringen", ("Schuldeiser", "Reden", "Toelichting", "Op"), waarom, (4, 4, 5, 3)))  # fmt: skip
    akkoord = sum(rij.antwoord == "akkoord" for rij in dossier.voorstellen)
    return _deel("Antwoorden van de schuldeisers", [f"Akkoord: {akkoord} van {len(rijen)}. Wie niet antwoordde is herinnerd of te laat; zwijgen telt als weigering."], *tabellen)  # fmt: skip


def _gelijk(dossier: Dossier) -> Deel:
    gelijk, blad = gelijkheid(dossier)
    zin = (
        "De verdeling is opnieuw uitgerekend uit de pot en de rangen. Elk aanbod is op de cent wat daaruit volgt: alle schuldeisers van gelijke rang krijgen hetzelfde percentage."
        if gelijk
        else "Niet elk aanbod volgt uit de pot en de rangen."
    )  # fmt: skip
    return _deel("Gelijke behandeling", [zin], _spoor("Opnieuw uitgerekend", _regels(blad)))  # fmt: skip


def _regels(blad: Any) -> list[dict[str, str]]:
    return [
        {"label": regel.label, "formule": regel.formule, "waarde": regel.waarde, "artikel": regel.artikel}
        for regel in blad.spoor
    ]


def _berekening(delen: Sequence[Deel]) -> Deel:
    tabellen = [_spoor(deel["naam"].capitalize(), deel["antwoord"]["trace"]) for deel in delen]
    merken = [(deel["naam"], deel["antwoord"]["hash"], deel["antwoord"]["status"]) for deel in delen]
    tabellen.append(_tabel("Kenmerk van elke berekening", ("Berekening", "Kenmerk", "Status"), merken, (2, 9, 2)))  # fmt: skip
    return _deel("Berekening met elke stap", ["Dezelfde gegevens geven hetzelfde kenmerk; wie wil, rekent het na."], *tabellen)  # fmt: skip


def _vergelijking(vergelijking: Deel) -> Deel:
    uit = vergelijking["antwoord"]
    rijen = [
        ("Voor de schuldeisers samen", _geld(uit["pot_minnelijk"]), _geld(uit["pot_wsnp"])),
        ("Preferent", *(_komma(f"{uit[deel]} %") for deel in ("percentage_preferent", "wsnp_preferent"))),
        ("Concurrent", *(_komma(f"{uit[deel]} %") for deel in ("percentage_concurrent", "wsnp_concurrent"))),
    ]
    beter = "Buiten de rechter krijgen de schuldeisers meer." if uit["minnelijk_beter"] else "Buiten de rechter krijgen de schuldeisers niet meer dan in de Wsnp."  # fmt: skip
    return _deel(
        "Vergelijking met de Wsnp", [f"{beter} Het verschil is {_geld(uit['verschil'])}."],
        _tabel("", ("", "Aanbod", "Wsnp"), rijen, (4, 3, 3), (1, 2)), _spoor("Zo is het uitgerekend", uit["trace"]),
    )  # fmt: skip


def _bewijs(dossier: Dossier) -> Deel:
    rijen = [
        (INKOMENS[rij.soort].nl, rij.netto.scherm(), BEWIJZEN[rij.bewijs].nl, _dag(rij.bewijs_op))
        for rij in dossier.lopende_inkomens
    ]
    huis = dossier.huishouden
    alineas = (
        [f"Huishouden: {SITUATIES[huis.situatie].nl.lower()}, {_kinderen(huis.kinderen)} onder 18. Vrij te laten bedrag: {huis.vtlb.scherm()} per maand, vastgesteld op {voluit(huis.vtlb_op)}."]
        if huis
        else []
    )  # fmt: skip
    return _deel("Bewijs van de capaciteit", alineas, _tabel("", ("Inkomen", "Netto per maand", "Gezien bewijs", "Van"), rijen, (4, 3, 4, 3), (1,)))  # fmt: skip


def _kinderen(aantal: int) -> str:
    return "1 kind" if aantal == 1 else f"{aantal or 'geen'} kinderen"


def _deel(kop: str, alineas: Sequence[str], *tabellen: Deel) -> Deel:
    return {"kop": kop, "alineas": list(alineas), "tabellen": [tabel for tabel in tabellen if tabel["rijen"]]}


def _tabel(
    kop: str,
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    breedtes: Sequence[int],
    getallen: Sequence[int] = (),
) -> Deel:
    return {
        "kop": kop,
        "koppen": list(koppen),
        "rijen": [list(rij) for rij in rijen],
        "breedtes": list(breedtes),
        "getallen": [plek in getallen for plek in range(len(koppen))],
    }


def _spoor(kop: str, regels: Sequence[Deel]) -> Deel:
    rijen = [
        (r["label"], _komma(r["formule"]), _komma(str(r["waarde"])), r.get("artikel") or "") for r in regels
    ]
    return _tabel(kop, ("Stap", "Formule", "Waarde", "Artikel of bron"), rijen, (5, 5, 2, 5), (2,))


def _komma(tekst: str) -> str:
    """Amounts and percentages of a trace as Dutch paper writes them."""
    return _CENTEN.sub(r"\1,\2", tekst)


def _geld(draad: str) -> str:
    minteken = draad.startswith("-")
    return ("-" if minteken else "") + Bedrag.lees(draad.lstrip("-")).scherm()


def _dag(dag: date | None) -> str:
    return voluit(dag) if dag else ""
