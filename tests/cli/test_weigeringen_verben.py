"""Wams and the Care and Safety House at the terminal: what has the right form and may not be.

What has the wrong form stands in test_weigeringen.py. Every refusal here ends with 2, names the field or the case,
says in both languages what to do, and keeps nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.scheme import Handeling, Invoerveld, Reden
from samenhang.schemes.wams.actions import verloop
from samenhang.schemes.wams.handelingen import HANDELINGEN as WAMS
from samenhang.schemes.zvh.handelingen import HANDELINGEN as ZVH
from tests.cli.test_weigeringen import telling
from tests.schemes.wams import wereld as w
from tests.schemes.zvh import test_opschalen as o

Poging = tuple[str, str, list[str], str]
"""Who acts, the case, the options, and the place that must be named: a field, or "" when it may also be the case."""

VERBEN: dict[str, Handeling] = {
    f"{scheme} {naam}": verb
    for scheme, verben in (("wams", WAMS), ("zvh", ZVH))
    for naam, verb in verben.items()
}
RAAD_NL = re.compile(
    r"\b(Bekijk|Beantwoord|Geef|Informeer|Kies|Kijk|Leg|Maak|Noem|Schrijf|Vernieuw|Vertel|Vraag|Vul|Wacht|Zet)\b"
)
RAAD_EN = re.compile(
    r"\b(Answer|Ask|Check|Choose|Enter|Fill|First|Give|Inform|Look|Make|Name|Record|Reload|Wait|Write)\b"
)
"""What a sentence with a remedy has: a word that tells the reader to do something."""


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    """A case that is carried out, what of it went up to the house, one that is closed, and a neighbour's."""

    def bouw(map_: Path) -> Any:
        huis = o._bouw(map_)
        g = huis["g"]
        o.verband(g)
        casus = o.toegelaten(huis)
        dicht = w.in_onderzoek(g)
        verloop.stop(w.als(g.omar), dicht.id, Reden("De inwoner wil geen hulp meer."))
        elders = w.maak_gemeente("9902")
        return {
            "wams": (huis["zaak"].id, g.karin.email),
            "zvh": (casus.id, huis["ida"].email),
            "dicht": (dicht.id, g.omar.email),
            "elders": (w.meld(elders).id, elders.fatima.email),
            "buur": g.buur.email,
            "school": w.partij(g, "school").email,
            "fatima": g.fatima.email,
            "moeder": huis["wie"]["moeder"],
        }

    return blijvend(bouw)


def waarde(deel: Invoerveld, moeder: UUID) -> str:
    if deel.veld.keuzes:
        return str(deel.veld.keuzes[0][0])
    soorten = {bool: "ja", date: "2026-11-24", UUID: str(moeder)}
    return soorten.get(deel.soort, "Een hele zin die lang genoeg is.")


def pogingen(stand: dict[str, Any], scheme: str, verb: Handeling) -> Iterator[Poging]:
    def met(**anders: str) -> list[str]:
        delen = {d.naam: waarde(d, stand["moeder"]) for d in verb.velden() if d.verplicht} | anders
        return [f"--{naam.replace('_', '-')}={tekst}" for naam, tekst in delen.items()]

    (zaak, baas), (dicht, omar), (elders, vreemde) = stand[scheme], stand["dicht"], stand["elders"]
    yield baas, "MP26-BESTAATNIET", met(), "zaak"
    yield baas, str(elders), met(), "zaak"
    yield vreemde, str(zaak), met(), "zaak"
    yield stand["buur"], str(zaak), met(), "zaak"  # is not involved, or it is not the moment
    yield stand["school"], str(zaak), met(), "zaak"  # nobody asked the school
    yield omar, str(dicht), met(), "zaak"
    yield baas, str(zaak), [*met(), "--versie=1"], "zaak"
    for deel in verb.velden():
        if deel.soort is UUID:
            yield baas, str(zaak), met(**{deel.naam: str(uuid4())}), ""
        elif deel.soort is date:
            yield baas, str(zaak), met(**{deel.naam: "1825-01-01"}), deel.naam
            yield baas, str(zaak), met(**{deel.naam: "2226-01-01"}), deel.naam
        elif deel.soort is str and not deel.veld.keuzes:
            yield baas, str(zaak), met(**{deel.naam: "a" * 5000}), deel.naam
            if deel.verplicht:
                yield baas, str(zaak), met(**{deel.naam: "   "}), ""


def geweigerd(capsys: pytest.CaptureFixture[str], argumenten: list[str]) -> set[str]:
    """Refused as it should be: the places that the refusal names."""
    with pytest.raises(SystemExit) as einde:
        hoofd(argumenten)
    uit, err = capsys.readouterr()
    assert (einde.value.code, uit) == (2, ""), (argumenten, einde.value.code, uit, err)
    document = json.loads(err)
    assert document["fouten"], (argumenten, document)
    for deel in (document, *document["fouten"]):
        assert RAAD_NL.search(deel["tekst"]), (argumenten, deel["tekst"])
        assert RAAD_EN.search(deel["text"]), (argumenten, deel["text"])
    return {fout["kolom"] for fout in document["fouten"]}


@pytest.mark.django_db
@pytest.mark.parametrize("woorden", VERBEN)
def test_elk_verb_weigert_met_plaats_en_raad(
    stand: Any, capsys: pytest.CaptureFixture[str], woorden: str
) -> None:
    voor, verb = telling(), VERBEN[woorden]
    velden = {deel.naam for deel in verb.velden()} | {"zaak"}
    for wie, zaak, opties, plaats in pogingen(stand, woorden.split()[0], verb):
        argumenten = [*woorden.split(), f"--als={wie}", *opties, "--", zaak]
        plaatsen = geweigerd(capsys, argumenten)
        assert plaatsen & ({plaats} if plaats else velden), (argumenten, plaatsen)
    assert telling() == voor, "er is niets van bewaard"


MELD = {
    "achternaam": "De Wit",
    "tekst": w.ZIN,
    "melder-soort": "professional",
    "melder": "School",
    "hoe": "mail",
}
NOOD = {"persoon": "{moeder}", "wat": "gezondheid", "gevaar": "kind", "waarom": "Zij dreigt zich iets aan te doen."}  # fmt: skip
STUK = {"bestand": "{map}/uit.pdf"}
BRIEF = {"persoon": "{moeder}"} | STUK
LOS: list[tuple[str, dict[str, str], dict[str, str], str]] = [
    *(
        ("wams meld", MELD, {naam: fout}, naam.replace("-", "_"))
        for naam, fouten in {
            "achternaam": ("", "   ", "a" * 201),
            "tekst": ("", "te kort", "a" * 2001),
            "melder-soort": ("postbode", ""),
            "hoe": ("duif", ""),
            "melder": ("", "a" * 2001),
            "voorletters": ("a" * 500,),
            "telefoon": ("a" * 500,),
            "geboortedatum": ("2126-01-01", "1825-01-01", "1984-02-30"),
        }.items()
        for fout in fouten
    ),
    ("wams overnemen", {}, {"": "{onbekend}"}, "aanmelding"),
    ("wams overnemen", {}, {"": "twaalf"}, "melding"),
    ("wams toon", {}, {"": "{onbekend}"}, "zaak"),
    ("wams toon", {}, {"": "{elders}"}, "zaak"),
    ("wams planstuk", STUK, {"": "{elders}"}, "zaak"),
    ("wams planstuk", STUK, {"taal": "fr"}, "taal"),
    ("wams planstuk", STUK, {"bestand": "{map}/er-niet/uit.pdf"}, "bestand"),
    ("wams informeerbrief", BRIEF, {"persoon": "{onbekend}"}, "persoon"),
    ("wams informeerbrief", BRIEF, {"taal": "fr"}, "taal"),
    ("wams informeerbrief", BRIEF, {"bestand": "{map}/er-niet/uit.pdf"}, "bestand"),
    ("wams besluitbrief", STUK, {"": "{elders}"}, "zaak"),
    ("wams besluitbrief", STUK, {"taal": "fr"}, "taal"),
    ("wams nood", NOOD, {"persoon": "{onbekend}"}, "persoon"),
    ("wams nood", NOOD, {"wat": "alles"}, "wat"),
    ("wams nood", NOOD, {"gevaar": "haast"}, "gevaar"),
    ("wams nood", NOOD, {"waarom": "kort"}, "waarom"),
    ("wams nood", NOOD, {"waarom": "a" * 5000}, "waarom"),
    ("wams conflict-van-plichten", NOOD, {}, "zaak"),
    ("wams casusoverleg", {}, {"": "{elders}"}, "zaak"),
    ("wams deelname", {}, {}, "zaak"),
    ("zvh toelaten", {"toegelaten-omdat": w.ZIN}, {"": "{onbekend}"}, "aanmelding"),
    ("zvh toon", {}, {"": "{elders}"}, "zaak"),
    ("zvh tafelcasus", {}, {"": "{elders}"}, "zaak"),
]
"""Commands that are no verb: their words, what is good, what is wrong ("" is the case), and the place."""


@pytest.mark.django_db
def test_de_andere_opdrachten_weigeren_met_plaats_en_raad(
    stand: Any, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    voor = telling()
    namen = {"onbekend": uuid4(), "elders": stand["elders"][0], "moeder": stand["moeder"], "map": tmp_path}
    for woorden, delen, anders, plaats in LOS:
        scheme, naam = woorden.split()
        zaak, baas = stand[scheme]
        opties = [f"--{naam}={deel.format(**namen)}" for naam, deel in (delen | anders).items() if naam]
        wie = stand["fatima"] if naam in ("meld", "overnemen") else baas
        los = [] if naam == "meld" else ["--", anders.get("", str(zaak)).format(**namen)]
        plaatsen = geweigerd(capsys, [scheme, naam, f"--als={wie}", *opties, *los])
        assert plaats in plaatsen, (woorden, anders, plaatsen)
    assert telling() == voor, "er is niets van bewaard"
    assert not list(tmp_path.iterdir())
