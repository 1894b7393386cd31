"""A delivery of more than one portion: the same outcome however it is cut, killed or disturbed on its way."""

from __future__ import annotations

import json
import random
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker
from samenhang.kernel.personen.models import Huishouden, HuishoudenLid, Persoon, Zoeksleutel
from samenhang.kernel.persoonsgegevens.models import Adres, Contactgegeven, Naw
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering import aanleveren, actions, inschrijving, queries
from samenhang.schemes.vroegsignalering.bestand import laad_beleid, lees
from samenhang.schemes.vroegsignalering.bestand.openen import open_bestand
from samenhang.schemes.vroegsignalering.inschrijven import geheugen
from samenhang.schemes.vroegsignalering.inschrijven.geheugen import KLAAR
from samenhang.schemes.vroegsignalering.models import Signaal, SignaalNaam, Twijfelpaar
from samenhang.schemes.vroegsignalering.stapel import open_stapel
from tests.bouw import Gemeente, lever, maak_gemeente, rij, schrijf_levering

pytestmark = pytest.mark.django_db
RIJEN = 60
DAG = date(2026, 11, 24)
NAMEN = ("Aalders", "Bakker", "Cornelissen", "Dijkstra", "Evers", "Fokkens", "Groen", "Hofman")


def mensen(kans: random.Random) -> list[dict[str, str]]:
    """Twenty-four people in sixteen homes."""
    gevonden = []
    for n in range(24):
        huis = n % 16
        gevonden.append(
            {
                "klantnummer": f"K{n}", "achternaam": NAMEN[huis % 8] if kans.random() < 0.6 else NAMEN[n % 7],
                "voorletters": f"{'ABCDEFGHIJKLM'[n % 13]}.", "geboortedatum": f"19{50 + n}-0{1 + n % 9}-1{n % 10}",
                "postcode": f"26{11 + huis}AB", "huisnummer": str(1 + huis), "telefoon": f"06{10_000_000 + n * 7919}",
            }
        )  # fmt: skip
    return gevonden


def signalen(zaad: int, van: int, aantal: int) -> list[dict[str, str]]:
    """So many signals of those people, with the mistakes that partners make."""
    kans, wie = random.Random(zaad), mensen(random.Random(7))
    rijen = []
    for n in range(van, van + aantal):
        een = dict(kans.choice(wie))
        if kans.random() < 0.2:
            een["achternaam"] = een["achternaam"][:2] + een["achternaam"][3:]
        if kans.random() < 0.2:
            een["geboortedatum"] = ""
        if kans.random() < 0.3:
            een["telefoon"] = ""
        if kans.random() < 0.15:
            een |= {"postcode": "2699ZZ", "huisnummer": str(90 + n % 5)}
        rijen.append(
            rij(n, datum_signaal=f"2026-11-{10 + n % 12}", bedrag_achterstand=f"{200 + n}.00", **een)
        )
    return rijen


def levering(map_: Path) -> Path:
    """Sixty new signals, and one that is taken back."""
    terug = rij(3, soort_signaal="intrekking", achternaam="", voorletters="", geboortedatum="")
    return schrijf_levering(map_ / "groot.csv", *signalen(2, 100, 30), terug, *signalen(3, 200, RIJEN - 30))


def maak_bekend(code: str, map_: Path) -> Gemeente:
    """A municipality that knows some of these people."""
    gemeente = maak_gemeente(code, f"Waterrijk {code}")
    assert lever(gemeente, schrijf_levering(map_ / f"{code}.csv", *signalen(1, 0, 15))).geaccepteerd == 15
    return gemeente


@query("vroegsignalering", "aanlevering bekijken")
def beeld(actor: Actor) -> dict[str, Any]:
    """All that the register has, by keys that follow from the data."""
    toegang = toegang_tot_register(
        actor, "vroegsignalering", doel="aanlevering", leest=("naw", "contact", "signaal")
    )
    eigen = {"organisatie": actor.organisatie}
    sleutel = dict(Persoon.objects.filter(**eigen).values_list("id", "sleutel"))
    return {
        "personen": sorted(sleutel.values()),
        "huishoudens": sorted(Huishouden.objects.filter(**eigen).values_list("sleutel", flat=True)),
        "leden": sorted(HuishoudenLid.objects.filter(huishouden__organisatie=actor.organisatie).values_list("huishouden__sleutel", "persoon__sleutel", "van", "tot"), key=str),
        "signalen": sorted(
            (*rest, sleutel[wie]) for wie, *rest in Signaal.objects.met(toegang).values_list("persoon_id", "signaal_id", "zekerheid", "status", "bedrag_centen", "regel")
        ),
        "namen": sorted((*rest, sleutel[wie]) for wie, *rest in SignaalNaam.objects.met(toegang).values_list("persoon_id", "signaal__signaal_id", "achternaam", "postcode")),
        "naw": sorted((sleutel[wie], *map(str, rest)) for wie, *rest in Naw.objects.met(toegang).values_list("persoon_id", "achternaam", "voorletters", "geboortedatum", "postcode", "huisnummer")),
        "adres": sorted((sleutel[wie], *map(str, rest)) for wie, *rest in Adres.objects.met(toegang).values_list("persoon_id", "postcode", "huisnummer", "van", "tot")),
        "contact": sorted((sleutel[wie], *rest) for wie, *rest in Contactgegeven.objects.met(toegang).values_list("persoon_id", "telefoon", "email")),
        "zoeksleutels": Counter(sleutel[wie] for wie in Zoeksleutel.objects.filter(**eigen).values_list("persoon_id", flat=True)),
        "vragen": sorted(tuple(sorted(map(str, paar))) for paar in Twijfelpaar.objects.met(toegang).values_list("links__signaal_id", "rechts__signaal_id")),
        "zaken": Counter(Zaak.objects.filter(**eigen).values_list("huishouden__sleutel", flat=True)),
        "gelogd": Verwerking.objects.filter(organisatie_id=actor.organisatie, naam__in=("aanlevering verwerken", "aanlevering inschrijven")).values("betrokkene").distinct().count(),
    }  # fmt: skip


@pytest.fixture(scope="module")
def in_een_keer(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    """What one portion leaves: looked at once, and gone again before the tests begin."""

    def bouw(map_: Path) -> dict[str, Any]:
        with transaction.atomic():
            gemeente = maak_bekend("9801", map_)
            aanlevering = lever(gemeente, levering(map_))
            assert (aanlevering.status, aanlevering.geaccepteerd) == ("verwerkt", RIJEN + 1)
            actions.pak_signalen_op(gemeente.intake)
            gezien = beeld(gemeente.intake)
            transaction.set_rollback(True)
        return gezien

    return blijvend(bouw)


def zet(monkeypatch: pytest.MonkeyPatch, porties: int) -> None:
    """So many portions; in more than three, into what linkage remembers."""
    monkeypatch.setattr(inschrijving, "PORTIE", RIJEN // porties)
    monkeypatch.setattr(geheugen, "VANAF", 0 if porties > 3 else geheugen.VANAF)


@pytest.mark.parametrize(
    ("porties", "geheugen", "van_schijf"),
    [(3, inschrijving.GEHEUGEN, inschrijving.VAN_SCHIJF), (3, inschrijving.GEHEUGEN, 0), (10, 1, 0)],
)
def test_de_uitkomst_is_die_van_een_portie(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    in_een_keer: dict[str, Any],
    porties: int,
    geheugen: int,
    van_schijf: int,
) -> None:
    """Also when matching does not fit in the memory that it may take: then it takes what it needs. And whether the
    good rows go beside the raw file as they are read, or when all were."""
    gemeente = maak_bekend("9802", tmp_path)
    zet(monkeypatch, porties)
    monkeypatch.setattr(inschrijving, "VAN_SCHIJF", van_schijf)
    monkeypatch.setattr(inschrijving, "GEHEUGEN", geheugen)
    gevraagd, echt = [], inschrijving.open_stapel

    def open_stapel(draden: int = 0, geheugen: str = "") -> Any:
        gevraagd.append(geheugen)
        return echt(draden, geheugen)

    gehoord, meld = [], voortgang.Voortgang.meld

    def hoor(zelf: voortgang.Voortgang, stap: str, klaar: int, totaal: int) -> None:
        gehoord.append(voortgang.Stand(stap, klaar, totaal, 0.0, 0.0).deel)
        meld(zelf, stap, klaar, totaal)

    monkeypatch.setattr(inschrijving, "open_stapel", open_stapel)
    monkeypatch.setattr(voortgang.Voortgang, "meld", hoor)
    aanlevering = lever(gemeente, levering(tmp_path))
    assert (
        gehoord == sorted(gehoord) or geheugen == 1
    )  # it never goes back, but to match anew with more memory
    assert (gevraagd[1:3] == ["1MB", ""]) == (geheugen == 1)
    assert (aanlevering.status, aanlevering.ingeschreven) == ("verwerkt", RIJEN + 1)
    gedaan = Auditregel.objects.filter(naam="aanlevering inschrijven", organisatie_id=gemeente.organisatie.id)
    assert gedaan.count() == porties
    actions.pak_signalen_op(gemeente.intake)
    assert beeld(gemeente.intake) == in_een_keer
    assert len(in_een_keer["personen"]) > 10
    assert onthouden(gemeente) == ([KLAAR] if porties > 3 else [])
    assert in_een_keer["vragen"] or in_een_keer["zaken"]


def test_een_groot_bestand_met_weinig_goeds_gaat_in_een_keer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_een_keer: dict[str, Any]
) -> None:
    gemeente = maak_bekend("9811", tmp_path)
    monkeypatch.setattr(inschrijving, "VAN_SCHIJF", 0)
    assert lever(gemeente, levering(tmp_path)).status == "verwerkt"
    actions.pak_signalen_op(gemeente.intake)
    assert beeld(gemeente.intake) == in_een_keer


def test_van_een_geweigerd_groot_bestand_blijft_niets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused when its first rows stand beside it already."""
    gemeente = maak_bekend("9812", tmp_path)
    monkeypatch.setattr(inschrijving, "VAN_SCHIJF", 0)
    vreemd = schrijf_levering(tmp_path / "twee.csv", rij(1), rij(2, partner="AndereVerhuurder"))
    with pytest.raises(Geweigerd) as fout:
        lever(gemeente, vreemd)
    assert fout.value.code == "F11"
    geweigerd = Aanlevering.objects.get(bestandsnaam="twee.csv")
    assert not list(opslag.map_van().glob(f"{geweigerd.id}*"))


def onthouden(gemeente: Gemeente) -> list[str]:
    """What there is of what linkage remembers, before the commit is certain."""
    return [pad.suffix for pad in geheugen.map_van().glob(f"{gemeente.organisatie.id}.*")]


def sterf(monkeypatch: pytest.MonkeyPatch, na: int) -> None:
    """After so many portions the next breaks off when all of it was written, before its transaction ends."""
    echt, gedaan = inschrijving.inschrijven.schrijf_portie, 0

    def breekt_af(*wat: Any) -> int:
        nonlocal gedaan
        aantal = echt(*wat)
        gedaan += 1
        if gedaan > na:
            raise KeyboardInterrupt
        return aantal

    monkeypatch.setattr(inschrijving.inschrijven, "schrijf_portie", breekt_af)


@pytest.mark.parametrize("zonder_plan", [False, True])
def test_wie_bij_portie_drie_van_vijf_sterft_wordt_door_de_plicht_afgemaakt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_een_keer: dict[str, Any], zonder_plan: bool
) -> None:
    """Whether the plan stands or has to be made again for the lines that are left."""
    gemeente = maak_bekend("9803", tmp_path)
    zet(monkeypatch, 5)
    bestand = levering(tmp_path)
    with monkeypatch.context() as tijdelijk:
        sterf(tijdelijk, na=2)
        with pytest.raises(KeyboardInterrupt):
            lever(gemeente, bestand)
    half = Aanlevering.objects.get(bestandsnaam="groot.csv", ontvanger=gemeente.organisatie)
    assert (half.status, half.geaccepteerd, half.ingeschreven) == ("gekeurd", RIJEN + 1, 25)
    assert len(beeld(gemeente.intake)["signalen"]) == 15 + 24
    assert actions.pak_signalen_op(gemeente.intake) > 0
    if zonder_plan:
        opslag.ruim_werk_op(half.id, opslag.PLAN)
    porties = 0
    while uitvoerder.werk():
        porties += 1
    half.refresh_from_db()
    assert (half.status, half.ingeschreven) == ("verwerkt", RIJEN + 1)
    assert porties >= 3
    assert lever(gemeente, bestand).id == half.id
    actions.pak_signalen_op(gemeente.intake)
    nu = beeld(gemeente.intake)
    assert [rij[0] for rij in nu["signalen"]] == [rij[0] for rij in in_een_keer["signalen"]]
    if not zonder_plan:
        gelijk = {
            "personen",
            "huishoudens",
            "leden",
            "namen",
            "naw",
            "adres",
            "contact",
            "vragen",
            "zoeksleutels",
        }
        assert {naam: nu[naam] for naam in gelijk} == {naam: in_een_keer[naam] for naam in gelijk}


def client_van(actor: Actor) -> Client:
    from django.utils import timezone

    sleutel, geheim = maak_sleutel(Medewerker.objects.get(id=actor.medewerker_id), "test")
    return Client(headers={"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"})


def test_wie_niet_wacht_heeft_zijn_bewijs_en_ziet_hoever_het_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemeente = maak_bekend("9804", tmp_path)
    zet(monkeypatch, 5)
    with levering(tmp_path).open("rb") as bestand:
        antwoord = client_van(gemeente.intake).post(
            f"/api/v1/vroegsignalering/partners/{gemeente.partner.id}/aanleveringen", {"bestand": bestand}
        )
    uitslag = antwoord.json()
    assert (antwoord.status_code, uitslag["status"], uitslag["geaccepteerd"]) == (202, "gekeurd", RIJEN + 1)
    uitvoerder.werk()
    client = client_van(gemeente.intake)
    stand = client.get(antwoord.headers["Location"]).json()
    assert (stand["ingeschreven"], stand["voortgang"]["klaar"], stand["voortgang"]["totaal"]) == (13, 13, 61)
    web = Client()
    web.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    pagina = web.get(f"/vroegsignalering/aanleveringen/{uitslag['id']}").content.decode()
    assert "13 van 61 rijen" in pagina
    while uitvoerder.werk():
        pass
    klaar = client.get(antwoord.headers["Location"]).json()
    assert (klaar["status"], klaar["ingeschreven"], klaar["voortgang"]) == ("verwerkt", 61, None)


def test_de_volgende_levering_wacht_tot_de_vorige_er_helemaal_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemeente = maak_bekend("9805", tmp_path)
    zet(monkeypatch, 5)
    groot = aanleveren.Bestand(levering(tmp_path), "groot.csv", "test")
    eerste = aanleveren.lever(gemeente.intake, gemeente.partner.id, groot, wacht=False).aanlevering
    klein = aanleveren.Bestand(schrijf_levering(tmp_path / "klein.csv", rij(900), *signalen(2, 100, 1)), "klein.csv", "test")  # fmt: skip
    tweede = aanleveren.lever(gemeente.intake, gemeente.partner.id, klein, wacht=False).aanlevering
    assert (eerste.status, tweede.status) == ("gekeurd", "ontvangen")
    while uitvoerder.werk():
        pass
    tweede.refresh_from_db()
    assert (tweede.status, tweede.geaccepteerd, tweede.dubbel) == ("verwerkt", 1, 1)


def test_een_oordeel_halverwege_geldt_voor_wat_nog_komt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan was made without it: it is made again, and nobody comes in twice."""
    gemeente = maak_bekend("9806", tmp_path)
    zet(monkeypatch, 5)
    groot = aanleveren.Bestand(levering(tmp_path), "groot.csv", "test")
    aanlevering = aanleveren.lever(gemeente.intake, gemeente.partner.id, groot, wacht=False).aanlevering
    plan = opslag.werkbestand(aanlevering.id, opslag.PLAN)
    uitvoerder.werk()
    eerste = plan.stat().st_ino
    uitvoerder.werk()
    assert plan.stat().st_ino == eerste
    persoon = Persoon.objects.filter(organisatie=gemeente.organisatie)
    Persoon.objects.create(organisatie=gemeente.organisatie, scheme="vroegsignalering", sleutel="P-erbij", bekend_sinds=persoon[0].bekend_sinds)  # fmt: skip
    uitvoerder.werk()
    assert plan.stat().st_ino != eerste
    while uitvoerder.werk():
        pass
    assert len(beeld(gemeente.intake)["signalen"]) == 15 + RIJEN


def test_zonder_de_goede_rijen_wordt_het_bestand_opnieuw_gekeurd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a backup of which the files were copied later than the database."""
    gemeente = maak_bekend("9809", tmp_path)
    zet(monkeypatch, 5)
    groot = aanleveren.Bestand(levering(tmp_path), "groot.csv", "test")
    aanlevering = aanleveren.lever(gemeente.intake, gemeente.partner.id, groot, wacht=False).aanlevering
    uitvoerder.werk()
    opslag.ruim_werk_op(aanlevering.id)
    while uitvoerder.werk():
        pass
    aanlevering.refresh_from_db()
    assert (aanlevering.status, aanlevering.gelezen, aanlevering.dubbel) == ("verwerkt", RIJEN + 1, 12)
    nummers = [rij[0] for rij in beeld(gemeente.intake)["signalen"]]
    assert len(nummers) == len(set(nummers)) == 15 + RIJEN


@pytest.fixture(autouse=True)
def opgeruimd(django_capture_on_commit_callbacks: Any) -> Iterator[None]:
    """Commits do not happen in a test: what follows them does, and then nothing of the work is left."""
    with django_capture_on_commit_callbacks(execute=True):
        yield
    werk = [pad for pad in opslag.map_van().iterdir() if {opslag.RIJEN, opslag.PLAN} & set(pad.suffixes)]
    assert not werk
    assert not [pad for pad in geheugen.map_van().iterdir() if pad.suffix == geheugen.WERK]


def test_met_het_ruwe_bestand_gaan_de_rijen_en_het_plan_mee(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemeente = maak_bekend("9807", tmp_path)
    zet(monkeypatch, 5)
    groot = aanleveren.Bestand(levering(tmp_path), "groot.csv", "test")
    aanlevering = aanleveren.lever(gemeente.intake, gemeente.partner.id, groot, wacht=False).aanlevering
    uitvoerder.werk()
    for soort in (opslag.RIJEN, opslag.PLAN):
        assert opslag.werkbestand(aanlevering.id, soort).stat().st_mode & 0o777 == 0o600
    assert opslag.vernietig(aanlevering.id)
    assert not any(
        opslag.werkbestand(aanlevering.id, soort).exists() for soort in (opslag.RIJEN, opslag.PLAN)
    )
    with pytest.raises(Geweigerd) as fout:
        aanleveren.schrijf_verder(gemeente.intake, aanlevering.id)
    assert fout.value.code == "bestand_weg"
    assert queries.aanlevering(gemeente.intake, aanlevering.id).status == "gekeurd"


@pytest.mark.parametrize(
    ("opties", "status", "erin"), [((), "", RIJEN + 1), (("--niet-wachten",), "gekeurd", 0)]
)
def test_de_opdracht_wacht_tenzij_men_dat_niet_wil(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    opties: tuple[str, ...],
    status: str,
    erin: int,
) -> None:
    maak_bekend("9808", tmp_path)
    zet(monkeypatch, 5)
    with pytest.raises(SystemExit) as einde:
        hoofd(["vroegsignalering", "lever-aan", str(levering(tmp_path)), "--partner", "99990021", "--gemeente", "9808", "--json", *opties])  # fmt: skip
    document = json.loads(capsys.readouterr().out)
    assert (einde.value.code, document["geaccepteerd"], document.get("status", "")) == (0, RIJEN + 1, status)
    assert Aanlevering.objects.get(id=document["aanlevering"]).ingeschreven == erin
    while uitvoerder.werk():
        pass
    assert Aanlevering.objects.get(id=document["aanlevering"]).ingeschreven == RIJEN + 1


def test_keuren_houdt_in_python_niets_per_goede_rij(tmp_path: Path) -> None:
    """Ten times the rows, the same memory: rows stay in the column engine, whose memory has a limit of its own."""
    top = {}
    for aantal in (300, 2_000, 20_000):
        eerste, rest = schrijf_levering(tmp_path / f"{aantal}.csv", rij(0)).read_text().splitlines()
        pad = tmp_path / f"{aantal}.csv"
        pad.write_text("\n".join([eerste, *(rest.replace("E-0;", f"E-{n};").replace(";K0;", f";K{n};") for n in range(aantal))]) + "\n")  # fmt: skip
        with open_stapel(geheugen=aanleveren.GEHEUGEN) as verbinding:
            tracemalloc.start()
            uitkomst = lees(
                verbinding, [pad], beleid=laad_beleid(DAG), peildatum=DAG, kalender=standaardkalender()
            )
            top[aantal] = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        assert uitkomst.geaccepteerd == aantal
    assert top[20_000] < top[2_000] + 200_000


@pytest.mark.parametrize("einde", ["\n", "\r\n", ""])
@pytest.mark.parametrize("kolom", ["signaal_id", "achternaam", "warme_overdracht"])
@pytest.mark.parametrize("om", [" {}", "{} ", "\t{}", "{}\u00a0"])
def test_een_spatie_om_een_cel_valt_op_waar_zij_ook_staat(
    tmp_path: Path, om: str, kolom: str, einde: str
) -> None:
    """In the first, a middle and the last cell, before either end of a line and at the end of the file."""
    goed = rij(1)
    pad = schrijf_levering(tmp_path / "een.csv", goed | {kolom: om.format(goed[kolom])})
    pad.write_bytes(pad.read_text().rstrip("\n").replace("\n", einde or "\n").encode() + einde.encode())
    assert not open_bestand(pad, tmp_path).strak
    schrijf_levering(tmp_path / "strak.csv", goed)
    assert open_bestand(tmp_path / "strak.csv", tmp_path).strak
