"""Access, logs, supervision, agreements, disclosure, holds, vault, emergency: each command refuses ten wrong calls.

The commands come from the command line itself, so that a new one in these groups is asked the same at once. Each
refusal ends with 2, says on stderr where it is and what to do, in both languages, and leaves everything as it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from typer import _click as click

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.scheme import Invoerveld
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak
from tests.huis.opdrachten import wortel
from tests.staand import gemeente_met_zaak

GROEPEN: dict[str, frozenset[str]] = {
    "toegang": frozenset(),
    "logboek": frozenset(),
    "toezicht": frozenset(),
    "samenwerking": frozenset(),
    "beheer": frozenset(
        [
            "muur",
            "kluiskopie",
            "kluis-terugzetten",
            "kluis-nakijken",
            "vasthoudingen",
            "vasthouden",
            "vasthouden-opheffen",
            "uitwisseling",
            "uitwisselpartner",
            "uitwisselpartner-beeindigen",
            "partnersleutel",
            "partnersleutel-intrekken",
            "berichtensleutel",
        ]
    ),
    "vroegsignalering": frozenset(
        [
            "overdrachten",
            "overdracht",
            "ontvangst",
            "overdracht-intrekken",
            "berichten",
            "bericht",
            "verstuurd",
            "inzage",
            "bezwaar",
            "bezwaar-beslissen",
            "verbetering-vragen",
            "kopie-vragen",
            "gegevens-verbeteren",
            "voorwaarde",
            "voorwaarde-opheffen",
            "toestemming",
            "toestemming-intrekken",
            "informeren",
            "informeren-uitstellen",
            "kennismaking",
            "doorzenden",
            "vernietig",
            "bewaartermijnen",
        ]
    ),
    "wams": frozenset(),
    "zvh": frozenset(),
}
"""Per part of the command line the commands; empty is all of them."""
MINSTENS = 10
STIL = ("logboek", "zegel", "toezicht", "sessions", "web", "herhaling", "organisaties")
VERLEDEN = ("2026-02-30", "24-11-2026", "morgen", "2026", "x")
FOUT: dict[str, tuple[str, ...]] = {
    "--van": VERLEDEN,
    "--tot": VERLEDEN,
    "--op": VERLEDEN,
    "--dag": VERLEDEN,
    "--herzien-op": VERLEDEN,
    "--geboortedatum": VERLEDEN,
    "--uitkomst": ("misschien", "42"),
    "--stand": ("dicht", "misschien"),
    "--soort": ("misschien", "geen"),
    "--persoon": ("geen-nummer", "1", ""),
    "--organisatie": ("geen-nummer", "bakker"),
    "--blad": ("twee", "1.5", "nul"),
    "--vanaf": ("x", "-2", "1.5"),
    "--minstens": ("", "alles", "-0.1", "1.01"),
    "--rol": ("", "koning"),
    "--doel": ("nieuwsgierig",),
    "--scheme": ("x",),
    "--betrokkenheid": ("buurman",),
    "--stap": ("straks",),
    "--categorie": ("wachtwoord",),
    "--ja": ("misschien", ""),
    "--hoe": ("met een duif", ""),
    "--waarover": ("alles en nog wat",),
    "--grond": ("zomaar", ""),
    "--over": ("alles", ""),
    "--toegewezen": ("misschien", ""),
    "--versie": ("nul", "1.5"),
    "--wat": ("alles", ""),
    "--gevaar": ("haast", ""),
    "--waarom": ("kort", "   "),
    "--partner": ("Nergens",),
    "--naam": ("met spatie", "met+plus"),
    "--uit": ("/bestaat/niet/x.txt",),
    "--tegen": ("/bestaat/niet/x.txt",),
    "--som": ("abc", ""),
    "--reden": ("", "  "),
    "ZAAK": ("WA-0000-0", "geen nummer", ""),
    "ID": ("geen-nummer", "1", ""),
    "NUMMER": ("geen-nummer", "1", ""),
    "OPERATIE": ("abc", ""),
    "GROND": ("zomaar", ""),
    "UITKOMST": ("", "misschien"),
    "MOTIVERING": ("", "kort"),
    "DOCUMENT": ("/bestaat/niet.json", "{map}", "{krom}", "{lijst}", "{ruw}"),
    "BESTAND": ("/bestaat/niet/x", "{map}"),
    "BLADEN": ("zeven", "0", "-5"),
    "REDEN": ("kort", "   "),
    "ALARM": ("abc", ""),
    "OORDEEL": ("misschien", ""),
    "TOETSPUNT": ("abc", ""),
    "AFSPRAAK": ("abc", ""),
    "OUD": ("/bestaat/niet", "{krom}"),
    "NIEUW": ("/bestaat/niet", "{krom}"),
    "PARTNER": ("geen-nummer", "1"),
    "OIN": ("123", "x" * 20),
    "ADRES": ("ftp://x.test", "geen adres", "http://x.test"),
    "SLEUTEL": ("geen sleutel", "x+y+z"),
    "ORGANISATIE": ("geen-nummer", "1"),
}
"""What is wrong for each argument and option that takes more than any text."""
MAG_LEEG = {("logboek audit", "--uitkomst"), ("toezicht toetspunten", "--soort")}


@cache
def opdrachten() -> dict[str, Any]:
    """The commands of the groups, by their words."""
    uit = {}
    for groep, namen in GROEPEN.items():
        top = click.Context(wortel(), info_name="samenhang")
        deel = wortel().get_command(top, groep)
        hier = click.Context(deel, info_name=groep, parent=top)
        for naam in deel.list_commands(hier):
            if not namen or naam in namen:
                uit[f"{groep} {naam}"] = deel.get_command(hier, naam)
    return uit


def naam_van(deel: Any) -> str:
    return str(deel.opts[0]) if deel.param_type_name == "option" else str(deel.metavar or deel.name.upper())


GOED: dict[str, str] = {
    "--als": "alles@test.invalid", "--persoon": "{persoon}", "ZAAK": "{zaak}", "ID": "{onbekend}", "NUMMER": "{onbekend}", "--reden": "Een reden die lang genoeg is.",
    "OPERATIE": "{onbekend}", "DOCUMENT": "{goed}", "BESTAND": "{goed}", "OUD": "{map}", "NIEUW": "{map}", "PARTNER": "{onbekend}", "SLEUTEL": "{onbekend}",
    "--om": "13:30", "GROND": "rechtszaak", "--herzien-op": "2027-01-01", "ORGANISATIE": "{onbekend}", "OIN": "00000001234567890000", "ADRES": "https://x.test", "BLADEN": "9000", "OORDEEL": "in_orde", "ALARM": "{onbekend}", "TOETSPUNT": "{onbekend}", "AFSPRAAK": "{onbekend}", "VASTHOUDING": "{onbekend}",
    "REDEN": "Een reden die lang genoeg is.", "UITKOMST": "in_orde", "MOTIVERING": "Een motivering die lang genoeg is.", "--som": "a" * 64, "--rol": "fg", "--waarom": "Een zin die lang genoeg is.",
    "--wat": "contact", "--gevaar": "kind", "--tot": "2026-12-30", "--naar-gemeente": "9902", "--scan": "{goed}", "VERNIETIGBERICHT": "{onbekend}", "AANMELDING": "{onbekend}", "CASUS": "{onbekend}", "MELDING": "{onbekend}", "--dag": "2026-11-24", "--op": "2026-11-24", "--laatste-dag": "2026-11-24",
}  # fmt: skip
"""Something of the right form for what a command requires."""
GOED_VELD = {bool: "ja", date: "2026-11-24", UUID: "{onbekend}"}
FOUT_VELD = {bool: ("misschien", ""), date: VERLEDEN, UUID: ("geen-nummer", "1", "")}
"""The same for a field of a verb, by its kind."""
MET_VERBEN = ("vroegsignalering", "wams", "zvh")


ZONDER_PLEK = {"nog_geen_controlepunt", "account_onbekend"}
"""Nothing that was given is wrong, or the place is the account and stands in the sentence."""


def velden(woorden: str) -> dict[str, Invoerveld]:
    """The fields of a verb on a case by their option; nothing where the words are another command."""
    scheme, _, naam = woorden.partition(" ")
    if scheme not in MET_VERBEN:
        return {}
    verb = import_module(f"samenhang.schemes.{scheme}.handelingen").HANDELINGEN.get(naam)
    return {f"--{veld.naam.replace('_', '-')}": veld for veld in verb.velden()} if verb else {}


def goed(woorden: str, deel: Any) -> str:
    if woorden == "wams conflict-van-plichten" and naam_van(deel) == "ZAAK":
        return "{onbekend}"  # a party knows a case by its id, not by the number of the municipality
    veld = velden(woorden).get(naam_van(deel))
    if veld and veld.veld.keuzes:
        return str(veld.veld.keuzes[0][0])
    if veld and veld.soort in GOED_VELD:
        return GOED_VELD[veld.soort]
    return GOED.get(naam_van(deel), "Een hele zin die lang genoeg is.")


def zet(deel: Any, waarde: str) -> list[str]:
    return [f"{naam_van(deel)}={waarde}"] if deel.param_type_name == "option" else [waarde]


def aanroep(woorden: str, anders: dict[str, str | None]) -> list[str]:
    """The call with what it requires, changed where told; None leaves a part out."""
    opties: list[str] = []
    rest: list[str] = []
    for deel in opdrachten()[woorden].params:
        naam = naam_van(deel)
        if naam not in anders and not deel.required:
            continue
        waarde = anders[naam] if naam in anders else goed(woorden, deel)
        if waarde is not None:
            (opties if deel.param_type_name == "option" else rest).extend(zet(deel, waarde))
    return [*opties, "--", *rest] if rest else opties


def verkeerd(woorden: str) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Wrong calls of one command; of the words beside each at least one must stand in the refusal."""
    delen = opdrachten()[woorden].params
    basis = aanroep(woorden, {})
    for weg in ("--bestaat-niet", "-x", "--als-jan=1", "--"):
        if weg != "--":
            yield [weg, *basis], (weg.partition("=")[0],)
    yield [*basis, *(["--"] if "--" not in basis else []), "erbij", "nog-een"], ("--help",)
    for deel in delen:
        naam = naam_van(deel)
        if deel.required:
            yield aanroep(woorden, {naam: None}), (naam, "--help")
        if deel.param_type_name == "option" and deel.is_flag:
            yield [f"{naam}=ja", *basis], (naam,)
        elif deel.param_type_name == "option":
            yield [*aanroep(woorden, {naam: None})[:0], naam], (naam, "--help")
        if naam == "--als":
            for wie in ("weg@test.invalid", "geen adres", "uit@test.invalid", "%@test.invalid", "ALLES"):
                yield aanroep(woorden, {naam: wie}), (wie,)
        veld = velden(woorden).get(naam)
        fout = ("bestaat-niet",) if veld and veld.veld.keuzes else FOUT_VELD.get(veld.soort) if veld else None
        for waarde in fout or FOUT.get(naam, ()):
            if (woorden, naam) in MAG_LEEG and not waarde:
                continue
            yield (
                aanroep(woorden, {naam: waarde}),
                (naam.strip("-").lower(), waarde or "leeg", "kolom", "plek", "tekens"),
            )
    for kromme in ("--json=ja", "--json=", "--help-mij", "--verbose", "-j", "--JSON", "--dry-run"):
        yield [kromme, *basis], (kromme.partition("=")[0],)


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    """A case, an account with every role of these groups, and one that may not come in any more."""

    def bouw(map_: Path) -> Any:
        gemeente, zaak_id = gemeente_met_zaak(map_)
        wie = Medewerker.objects.get(id=gemeente.sanne.medewerker_id)
        Gebruiker.objects.filter(id=wie.gebruiker_id).update(email="alles@test.invalid")
        Gebruiker.objects.create_user("uit@test.invalid", naam="Uit", is_active=False)
        for rol in ("teamleider", "intake", "beheerder", "fg", "auditor"):
            Rolvervulling.objects.create(
                medewerker=wie, scheme="vroegsignalering", rol=rol, van=date(2026, 1, 1)
            )
        Rolvervulling.objects.create(medewerker=wie, scheme="wams", rol="coordinator", van=date(2026, 1, 1))
        return zaak_id

    return blijvend(bouw)


@pytest.fixture
def namen(stand: Any, db: None, tmp_path: Path) -> dict[str, str]:
    """What the words between braces stand for."""
    (tmp_path / "map").mkdir()
    for naam, inhoud in (("krom", b"{"), ("lijst", b"[]"), ("ruw", b"\xff\xfe"), ("goed", b"{}")):
        (tmp_path / naam).write_bytes(inhoud)
    zaak = Zaak.objects.get(id=stand)
    from samenhang.kernel.zaken.models import Betrokkene

    persoon = Betrokkene.objects.filter(zaak=zaak).values_list("persoon_id", flat=True)[0]
    return {"onbekend": str(uuid4()), "zaak": zaak.nummer, "persoon": str(persoon)} | {
        naam: str(tmp_path / naam) for naam in ("map", "krom", "lijst", "ruw", "goed")
    }


def telling() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if not issubclass(model, Categorietabel) and model._meta.app_label not in STIL
    }


@pytest.mark.parametrize("woorden", opdrachten())
def test_elke_opdracht_weigert_tien_keer_met_plaats_en_raad(
    namen: dict[str, str], capsys: pytest.CaptureFixture[str], woorden: str
) -> None:
    voor = telling() if woorden.split()[0] != "toegang" else None
    geweigerd = set()
    for delen, plekken in verkeerd(woorden):
        argumenten = [deel.format(**namen) for deel in delen]
        with pytest.raises(SystemExit) as einde:
            hoofd([*woorden.split(), *argumenten])
        uit, err = capsys.readouterr()
        assert (einde.value.code, uit) == (2, ""), (argumenten, einde.value.code, uit[:300], err[:300])
        document = json.loads(err)
        assert document["code"], argumenten
        for deel in (document, *(document.get("fouten") or ())):
            assert deel["tekst"] != deel["text"], (argumenten, deel)
            assert min(len(deel["tekst"]), len(deel["text"])) > 15, (argumenten, deel)
        alles = json.dumps([document, *(document.get("fouten") or ())], ensure_ascii=False).lower()
        gezocht = [plek.format(**namen).lower() for plek in plekken if plek]
        if document["status"] == 400 and document["code"] not in ZONDER_PLEK:
            assert any(plek in alles for plek in gezocht), (argumenten, gezocht, document)
        geweigerd.add(tuple(argumenten))
    assert len(geweigerd) >= MINSTENS, (woorden, len(geweigerd))
    assert voor is None or telling() == voor, "er is niets van bewaard"


def test_elke_groep_heeft_haar_opdrachten() -> None:
    """A renamed command would leave its group without tests."""
    for groep, namen in GROEPEN.items():
        hier = {woorden.partition(" ")[2] for woorden in opdrachten() if woorden.startswith(f"{groep} ")}
        assert hier >= (namen or {"x"} & hier), groep
        assert hier
    assert len(opdrachten()) > 60
