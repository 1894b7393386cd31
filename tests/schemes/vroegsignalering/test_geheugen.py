"""A delivery is matched into what linkage remembers of the house; the house then is as if all were linked anew."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from bench.tweede import schrijf_tweede
from django.db import transaction
from django.db.models import Model

from samenhang.kernel.kluis import Geschonden, Slot, ontsluit_bestand
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Huishouden, Persoon
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.versleuteld import kluis
from samenhang.kernel.vernietiging.plicht import begin_werk, bewaarregels
from samenhang.schemes.vroegsignalering import aanleveren, actions, plichten, vernietigen
from samenhang.schemes.vroegsignalering.actions.twijfel import register_van
from samenhang.schemes.vroegsignalering.domain.cak import Reageerder
from samenhang.schemes.vroegsignalering.inschrijven import bekend, geheugen
from samenhang.schemes.vroegsignalering.inschrijven.nacht import onthoud
from samenhang.schemes.vroegsignalering.koppelregister import huis
from samenhang.schemes.vroegsignalering.models import Partnerafspraak, Signaal, Twijfelpaar
from tests.bouw import Gemeente, maak_gemeente, schrijf_levering
from tests.schemes.vroegsignalering.test_porties import beeld, signalen

pytestmark = pytest.mark.django_db
PARTNERS = {"88000008": "water", "88000010": "zorg"}
Lever = Callable[..., None]
EEN_DATABASE = pytest.mark.zonder_database
"""Of a test about the file alone: it says the same whatever the database."""


@pytest.fixture(scope="module")
def leveringen(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, Path]]:
    """Files of two partners about the same people, each in two parts, and who sends them."""
    map_ = tmp_path_factory.mktemp("wereld")
    schrijf_tweede(map_, 8802, 320)
    gevonden = []
    for deel in (0, 1):
        for kvk in PARTNERS:
            kop, *regels = (map_ / f"tweede_{kvk}.csv").read_text("utf-8").splitlines()
            pad = map_ / f"{deel}-{kvk}.csv"
            pad.write_text("\n".join([kop, *regels[deel::2]]) + "\n", "utf-8")
            gevonden.append((kvk, pad))
    return gevonden


def maak(code: str) -> Gemeente:
    gemeente = maak_gemeente(code, f"Waterrijk {code}")
    for kvk, soort in PARTNERS.items():
        partner = Organisatie.objects.filter(kvk=kvk).first() or Organisatie.objects.create(soort="partner", naam=kvk, kvk=kvk)  # fmt: skip
        Partnerafspraak.objects.create(gemeente=gemeente.organisatie, partner=partner, soort=soort, van=date(2025, 1, 1))  # fmt: skip
    return gemeente


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> Gemeente:
    """A municipality of which linkage remembers from the first delivery on; of every other it does not."""
    gemeente = maak("9701")
    onthoudt = gemeente.organisatie.id
    monkeypatch.setattr(geheugen, "is_groot", lambda toegang: toegang.organisatie_id == onthoudt)
    return gemeente


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """Of how many known signals the names were read at each delivery into `met`; None for all."""
    gezien: list[int | None] = []
    echt = bekend.voeg_bekende_toe

    def let_op(verbinding: Any, toegang: Toegang, alleen: Any = None) -> int:
        if geheugen.is_groot(toegang):
            gezien.append(None if alleen is None else len(alleen))
        return echt(verbinding, toegang, alleen)

    monkeypatch.setattr(geheugen, "voeg_bekende_toe", let_op)
    return gezien


@pytest.fixture
def lever(django_capture_on_commit_callbacks: Any) -> Lever:
    """Deliver a file at some municipalities, with what follows a commit."""

    def doe(levering: tuple[str, Path], *gemeenten: Gemeente) -> None:
        kvk, pad = levering
        partner = Organisatie.objects.get(kvk=kvk)
        for gemeente in gemeenten:
            with django_capture_on_commit_callbacks(execute=True):
                wat = aanleveren.lever_aan(
                    gemeente.intake, partner.id, aanleveren.Bestand(pad, pad.name, "test")
                )
            assert wat.status == "verwerkt"
            assert wat.geaccepteerd > 10

    return doe


@pytest.fixture(autouse=True)
def niets_open() -> Iterator[None]:
    """No copy stays open, whatever happened."""
    yield
    assert not [
        pad for pad in geheugen.map_van().iterdir() if pad.suffix not in (geheugen.HEEL, geheugen.KLAAR)
    ]


def vragen(gemeente: Gemeente) -> dict[tuple[str, str], Any]:
    """Every question ever asked, by the numbers of its two signals; a response has none."""
    with operatie("vroegsignalering", "proef", gemeente.intake):
        rijen = Twijfelpaar.objects.met(register_van(gemeente.intake)).select_related("persoon", "rechts_persoon", "links", "rechts")  # fmt: skip
        return {
            (p.links.signaal_id if p.links else "", p.rechts.signaal_id if p.rechts else ""): p for p in rijen
        }


def heel(gemeente: Gemeente) -> Any:
    """All that a delivery may change."""
    gevraagd = {
        wie: (p.zekerheid, p.meting, p.oordeel, p.persoon.sleutel, p.rechts_persoon.sleutel)
        for wie, p in vragen(gemeente).items()
    }
    return beeld(gemeente.intake), gevraagd


def reageer(gemeente: Gemeente) -> None:
    """Somebody whom a partner will send later responds himself."""
    actions.registreer_reactie(
        gemeente.sanne,
        Reageerder(
            "Eikleemsma", "2000CJ", 9, "Vondelhof", "Plaats20", date(2026, 11, 24), "mail", voorletters="C."
        ),
    )
    for tabel, teken in ((Persoon, "R"), (Huishouden, "H")):  # its keys are made by chance
        _vast(tabel, gemeente, teken)


def leg_voor(gemeente: Gemeente, links_id: str, rechts_id: str) -> Any:
    """A question about two signals, whatever linkage thinks of them."""
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = register_van(gemeente.intake)
        links, rechts = (
            Signaal.objects.met(toegang).get(signaal_id=nummer) for nummer in (links_id, rechts_id)
        )
        return Twijfelpaar.objects.met(toegang).create(
            organisatie=gemeente.organisatie, persoon_id=links.persoon_id, rechts_persoon_id=rechts.persoon_id, links=links, rechts=rechts,
            zekerheid=0.8, meting={},
        ).id  # fmt: skip


def _vast(tabel: type[Model], gemeente: Gemeente, teken: str) -> None:
    eigen = tabel._default_manager.filter(organisatie=gemeente.organisatie)
    for een in eigen:
        if re.fullmatch(f"{teken}[0-9a-f]{{32}}", een.sleutel):
            eigen.filter(id=een.id).update(sleutel=f"{teken}-zelf")


def vernietig(gemeente: Gemeente, nummers: set[str]) -> None:
    (deze,) = (r for r in bewaarregels("vroegsignalering") if r.uitkomst == "niet_opgepakt")
    with operatie("vroegsignalering", "verlopen gegevens vernietigen", gemeente.intake):
        werk = begin_werk(deze, gemeente.organisatie, deze.grens(date(2026, 11, 24)))
        rijen = Signaal.objects.met(werk.toegang).filter(signaal_id__in=nummers, zaak__isnull=True)
        vernietigen._wis_signalen(werk, list(rijen.values_list("id", "persoon_id")))


def test_een_huis_dat_onthoudt_is_een_huis_dat_alles_opnieuw_koppelt(
    met: Gemeente, leveringen: list[tuple[str, Path]], lever: Lever, gelezen: list[int | None]
) -> None:
    """Through deliveries with between them a destruction, judgements, a response, a process that died, and a merge undone."""
    zonder = maak("9702")
    beide = met, zonder

    def gelijk() -> list[str]:
        een, ander = map(heel, beide)
        assert een == ander
        return [rij[0] for rij in een[0]["signalen"]]

    lever(leveringen[0], *beide)
    eerste = gelijk()
    for gemeente in beide:
        vernietig(gemeente, set(eerste[::9]))
    lever(leveringen[1], *beide)
    nummers = gelijk()
    assert gelezen == [None, None]
    paren = list(zip(nummers[::7], nummers[3::7], strict=False))[:4]
    terug = []
    for gemeente in beide:
        for plek, wie in enumerate(paren):
            vraag = leg_voor(gemeente, *wie)
            actions.beoordeel(gemeente.intake, vraag, plek != 1)
        terug.append((gemeente.intake, vraag))
        reageer(gemeente)
    sterft_na_vastleggen(met, leveringen[2])
    lever(leveringen[2], zonder)
    erbij = len(gelijk()) - len(nummers)
    for intake, vraag in terug:
        actions.neem_oordeel_terug(intake, vraag, "toch zijn broer")
    lever(leveringen[3], *beide)
    gelijk()
    assert gelezen[2:] == [1, 1 + erbij]


def sterft_na_vastleggen(gemeente: Gemeente, levering: tuple[str, Path]) -> None:
    """Deliver a file whose process dies when all is committed, so that nothing that follows is done."""
    kvk, pad = levering
    partner = Organisatie.objects.get(kvk=kvk)
    aanleveren.lever_aan(gemeente.intake, partner.id, aanleveren.Bestand(pad, pad.name, "test"))


@EEN_DATABASE
def test_wat_er_niet_klopt_wordt_opnieuw_gemaakt(
    met: Gemeente,
    tmp_path: Path,
    lever: Lever,
    gelezen: list[int | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever happened to the file, nothing of it is used that the database does not say as well."""
    org, nummer = met.organisatie.id, iter(range(20))
    pad = geheugen.plek(org)

    def bestand() -> tuple[str, Path]:
        n = next(nummer)
        return "99990021", schrijf_levering(tmp_path / f"{n}.csv", *signalen(n, 100 * n, 11))

    def erbij() -> int | None:
        lever(bestand(), met)
        assert pad.stat().st_mode & 0o777 == 0o600
        return gelezen[-1]

    assert [erbij(), erbij()] == [None, 0]
    heel_bestand = pad.read_bytes()
    assert b"Bakker" not in heel_bestand
    pad.write_bytes(heel_bestand[:5000] + b"x" + heel_bestand[5001:])
    assert erbij() is None
    kluis().vernietig([kluis().merk("persoon", org, org)])
    assert erbij() is None
    with monkeypatch.context() as andere:
        andere.setattr(huis, "regels", lambda: "andere")
        assert erbij() is None
    # One that died before it was committed: nothing of it is left, and the file is the old one.
    oud, dood = pad.read_bytes(), bestand()
    with monkeypatch.context() as sterft:
        sterft.setattr(geheugen, "versluit_bestand", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            sterft_na_vastleggen(met, dood)
    assert pad.read_bytes() == oud

    def vol(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as geen_plek:
        geen_plek.setattr(geheugen, "versluit_bestand", vol)
        lever(bestand(), met)
    assert pad.read_bytes() == oud
    # What was destroyed and is in the file all the same, as when a file was put back.
    with monkeypatch.context() as vergeten:
        vergeten.setattr(geheugen, "vergeet", lambda organisatie: None)
        vernietig(met, {beeld(met.intake)["signalen"][0][0]})
    assert erbij() is None
    assert erbij() == 0


def test_met_wat_vernietigd_wordt_gaat_het_bestand_en_wat_het_opent(
    met: Gemeente, tmp_path: Path, lever: Lever, django_capture_on_commit_callbacks: Any
) -> None:
    """A copy of the file that somebody took is nothing from then on, and neither is what a dead process left."""
    org = met.organisatie.id
    lever(("99990021", schrijf_levering(tmp_path / "een.csv", *signalen(1, 0, 15))), met)
    kopie, open_ = tmp_path / "kopie", tmp_path / "open"
    shutil.copyfile(geheugen.plek(org), kopie)
    plek, sleutel = geheugen.plaats_van(org), geheugen.sleutel_van(org)
    ontsluit_bestand(sleutel, kopie, open_, plek)
    assert b"Bakker" in open_.read_bytes()
    rest = geheugen.map_van() / f"{org}{geheugen.WERK}"
    shutil.copyfile(open_, rest)
    with django_capture_on_commit_callbacks(execute=True):
        vernietig(met, {beeld(met.intake)["signalen"][0][0]})
    assert not list(geheugen.map_van().glob(f"*{org}*"))
    slot = Slot(org, org, None, "koppeling")
    assert kluis().sleutels([slot]) == {slot: None}
    with pytest.raises(Geschonden):
        ontsluit_bestand(geheugen.sleutel_van(org), kopie, open_, plek)


@EEN_DATABASE
def test_wat_ontbreekt_wordt_in_de_nacht_gemaakt(
    tmp_path: Path, lever: Lever, gelezen: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large register of which nothing is remembered, once; while it is linked a destruction ends what is written."""
    gemeente = maak("9701")
    org = gemeente.organisatie.id
    lever(("99990021", schrijf_levering(tmp_path / "een.csv", *signalen(1, 0, 15))), gemeente)
    monkeypatch.setattr(geheugen, "VANAF", 12)
    plicht = plichten.KOPPELING_ONTHOUDEN
    nacht = datetime(2026, 11, 25, 3, tzinfo=UTC)
    assert list(plicht.wat_moet(nacht, 9)) == [str(org)]
    assert not list(plicht.wat_moet(nacht + timedelta(hours=6), 9))
    with time_machine.travel(nacht):
        uitvoerder.werk(gekozen=[plicht])
        assert geheugen.plek(org).exists()
        geheugen.plek(org).unlink()
        assert not list(plicht.wat_moet(nacht, 9))
        assert list(plicht.wat_moet(nacht + timedelta(days=1), 9)) == [str(org)]
        echt = geheugen.versluit_bestand

        def te_laat(*wat: Any) -> None:
            kluis().vernietig([kluis().merk("persoon", org, org)])
            echt(*wat)

        with monkeypatch.context() as meteen:
            meteen.setattr(geheugen, "versluit_bestand", te_laat)
            assert onthoud(gemeente.organisatie)
        lever(("99990021", schrijf_levering(tmp_path / "twee.csv", *signalen(2, 100, 11))), gemeente)
        assert gelezen == [None]
        geheugen.plek(org).unlink()
        assert onthoud(gemeente.organisatie)
        assert not onthoud(gemeente.organisatie)
        lever(("99990021", schrijf_levering(tmp_path / "drie.csv", *signalen(3, 200, 11))), gemeente)
    assert gelezen == [None, 0]
    rest = geheugen.map_van() / f"nacht-{org}{geheugen.WERK}"
    rest.write_bytes(b"van wie stierf")
    os.utime(rest, (0, 0))
    uitvoerder.werk(gekozen=[plichten.AANLEVERING_OPRUIMEN])
    assert [pad.suffix for pad in geheugen.map_van().glob(f"*{org}*")] == [geheugen.HEEL]
