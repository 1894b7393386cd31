"""Every invariant over the whole decision space; and proof that the invariants would notice a mistake."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import product

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Feiten, Verzoek, beslis
from samenhang.kernel.toegang.bewijs import bewijs
from samenhang.kernel.toegang.dimensies import VERNIETIGD
from samenhang.kernel.toegang.geldend import beslistabel, waarborgen
from samenhang.kernel.toegang.grondslagen import Plafond
from samenhang.kernel.toegang.invarianten import ALGEMEEN
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import Beslistabel, Cel, Handeling, RegelsOnjuist, compileer, handelingen

NU = datetime(2026, 11, 24, 9, tzinfo=UTC)
SCHEMES = sorted(geinstalleerde_schemes())


def compileer_met(regels: list[Regel], grondslagen=None) -> Beslistabel:
    return compileer(
        geinstalleerde_schemes(), regels, grondslagen or beslistabel().grondslagen, tuple(ORGANISATIESOORTEN)
    )


def rekenmaat() -> float:
    """A second, on a core that does a million multiplications in 50 ms; more on one that is shared or slow."""
    begin = time.process_time()
    sum(n * n for n in range(1_000_000))
    return max(1.0, (time.process_time() - begin) / 0.05)


def test_driehonderdduizend_besluiten_per_seconde(capsys) -> None:
    """From the whole space and without memory; on a slow or shared core fewer, in proportion."""
    tabel = beslistabel()
    cellen = [cel for ruimte in tabel.ruimtes.values() for cel in ruimte.cellen()]
    vragen = [
        (
            Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, frozenset({"naw", "signaal"})),
            Feiten(cel.betrokkenheid, cel.stap),
        )
        for cel in random.Random(1).choices(cellen, k=30_000)
    ]
    rondes = []
    while len(rondes) < 5:
        los, begin = replace(tabel, onthouden={}), time.process_time()
        for verzoek, feiten in vragen:
            beslis(verzoek, feiten, los, NU)
        rondes.append((time.process_time() - begin) / len(vragen))
    with capsys.disabled():
        print(f"\ntoegang: {round(1 / min(rondes))} besluiten per seconde")
    assert min(rondes) < rekenmaat() / 300_000


def test_de_hele_ruimte_voldoet_en_dat_is_in_een_seconde_bewezen(capsys) -> None:
    with pytest.raises(SystemExit) as einde:
        hoofd(["toegang", "controleer", "--json"])
    assert einde.value.code == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["sluit"], [rij for rij in uit["invarianten"] if rij["geschonden"]]
    rondes = [uit["seconden"]]
    while min(rondes) >= 1 and len(rondes) < 5:  # a shared core may be slow once
        rondes.append(bewijs(beslistabel(), waarborgen(), NU).seconden)
    assert min(rondes) < rekenmaat()
    ruimtes = beslistabel().ruimtes.values()
    assert uit["cellen"] == sum(len(list(ruimte.cellen())) for ruimte in ruimtes)
    assert uit["beslissingen"] == sum(r.omvang * len(r.categorieen) * 2 for r in ruimtes)
    per_id = {rij["id"]: rij["gecontroleerd"] for rij in uit["invarianten"]}
    overal = ("E5", "E8", "E13", "R")
    assert [per_id[naam] for naam in overal] == [uit["cellen"]] * len(overal)
    assert set(ALGEMEEN) <= set(per_id)
    assert all(aantal for naam, aantal in per_id.items() if naam != "T")
    with capsys.disabled():
        print(f"\ntoegang: {uit['cellen']} cellen, {uit['beslissingen']} beslissingen, {len(per_id)} invarianten, {uit['seconden']} s")  # fmt: skip


def test_elk_scheme_heeft_waarborgen() -> None:
    assert sorted(waarborgen()) == SCHEMES


def mutaties_van_regels(tabel: Beslistabel) -> Iterator[tuple[str, list[Regel]]]:
    """Every removal of a permit, and every single widening of one that its ceiling allows."""
    for regel in tabel.regels.values():
        anderen = [ander for ander in tabel.regels.values() if ander is not regel]
        yield f"zonder {regel.id}", anderen
        ruimte = tabel.ruimtes[regel.scheme]
        paren = tuple(product(ruimte.rollen, ruimte.betrokkenheden))
        for veld, alle in (
            ("organisaties", ruimte.organisatiesoorten),
            ("wie", paren),
            ("doelen", ruimte.doelen),
            ("stappen", ruimte.stappen),
            ("leest", ruimte.categorieen),
            ("schrijft", ruimte.categorieen),
        ):
            oud = getattr(regel, veld)
            for waarde in alle:
                if waarde not in oud and "*" not in oud:
                    nieuw = oud | {waarde} if isinstance(oud, frozenset) else (*oud, waarde)
                    yield f"{regel.id} met {veld} {waarde}", [*anderen, replace(regel, **{veld: nieuw})]


def test_geen_regel_valt_ongemerkt_weg_of_wordt_ongemerkt_ruimer(capsys) -> None:
    tabel = beslistabel()
    gestopt = gezien = 0
    ontsnapt = []
    for wat, regels in mutaties_van_regels(tabel):
        try:
            anders = compileer_met(regels)
        except RegelsOnjuist:
            gestopt += 1
            continue
        if geeft(anders) == geeft(tabel):
            continue  # another permit gives that already
        if bewijs_snel(anders):
            ontsnapt.append(wat)
        else:
            gezien += 1
    with capsys.disabled():
        print(f"\ntoegang: {gestopt} verruimingen stuiten op het plafond, {gezien} op een waarborg")
    assert ontsnapt == []
    assert gestopt > 100
    assert gezien >= len(tabel.regels)


def geeft(tabel: Beslistabel) -> dict[Cel, frozenset[Handeling]]:
    return {
        cel: frozenset(handeling for regel in regels for handeling in handelingen(regel))
        for cel, regels in tabel.cellen.items()
    }


def bewijs_snel(tabel: Beslistabel) -> bool:
    """Whether the expected table and the `nooit` rows still hold; only over cells that grant something."""
    alles = geeft(tabel)
    for naam, scheme in waarborgen().items():
        eigen = {cel: wat for cel, wat in alles.items() if cel.scheme == naam}
        if eigen != {cel: rij.verleend for rij in scheme.verwacht for cel in rij.cellen}:
            return False
        if any(rij.raakt(cel) and rij.verboden(wat) for rij in scheme.nooit for cel, wat in eigen.items()):
            return False
    return True


def mutaties_van_plafonds(tabel: Beslistabel) -> Iterator[tuple[str, str, Plafond, Plafond]]:
    """Every single widening of a ceiling: what, of which law, the part that is new, the whole."""
    ruimte = tabel.ruimtes["vroegsignalering"]
    waarden = {
        "organisaties": ruimte.organisatiesoorten,
        "paren": tuple(product(ruimte.rollen, ruimte.betrokkenheden)),
        "doelen": ruimte.doelen,
        "stappen": ruimte.stappen,
        "leest": ruimte.categorieen,
        "schrijft": ruimte.categorieen,
    }
    assert set(waarden) == {veld.name for veld in fields(Plafond)}
    for wet in tabel.grondslagen.values():
        for plafond in wet.plafonds:
            for veld, alle in waarden.items():
                for waarde in alle:
                    oud = getattr(plafond, veld)
                    if waarde not in oud and ("*" not in oud or waarde == VERNIETIGD):
                        ruimer = replace(plafond, **{veld: oud | {waarde}})
                        yield f"{wet.id}: {veld} {waarde}", wet.id, _alleen(plafond, veld, waarde), ruimer


def _alleen(plafond: Plafond, veld: str, waarde: object) -> Plafond:
    """The part of a widened ceiling that was not there before."""
    if veld in ("leest", "schrijft"):
        plafond = replace(plafond, leest=frozenset(), schrijft=frozenset())
    return replace(plafond, **{veld: frozenset({waarde})})


def bevat(ruim: Plafond, smal: Plafond) -> bool:
    return all(getattr(smal, veld.name) <= getattr(ruim, veld.name) for veld in fields(Plafond))


def test_geen_plafond_wordt_ongemerkt_ruimer(capsys) -> None:
    nooit = waarborgen()["vroegsignalering"].nooit
    aantal, ontsnapt = 0, []
    for wat, wet, erbij, ruimer in mutaties_van_plafonds(beslistabel()):
        plafonds = beslistabel().grondslagen[wet].plafonds
        if any(bevat(plafond, erbij) for plafond in plafonds):
            continue  # another ceiling of the same law gives that already
        aantal += 1
        assert not any(rij.in_plafond(wet, plafond) for rij in nooit for plafond in plafonds)
        if not any(rij.in_plafond(wet, ruimer) for rij in nooit):
            ontsnapt.append(wat)
    with capsys.disabled():
        print(f"\ntoegang: {aantal} verruimingen van plafonds, {aantal - len(ontsnapt)} gezien")
    assert ontsnapt == []


def test_een_ruimer_plafond_laat_de_controle_falen(capsys) -> None:
    """One widening through the real thing, from end to end."""
    tabel = beslistabel()
    wet = tabel.grondslagen["avg-39"]
    ruimer = replace(wet, plafonds=(replace(wet.plafonds[0], leest=frozenset({"logboek", "signaal"})),))
    uit = bewijs(
        compileer_met(list(tabel.regels.values()), {**tabel.grondslagen, wet.id: ruimer}), waarborgen(), NU
    )
    assert not uit.sluit
    assert [rij.id for rij in uit.uitkomsten if rij.geschonden] == ["N23"]


@pytest.mark.parametrize(
    ("anders", "geschonden"),
    [
        ({"wie": (("vroegsignaleerder", "geen"),)}, "E5"),
        ({"wie": (("inwoner", "behandelaar"),), "organisaties": ("",)}, "E13"),
        ({"bron": ""}, "E17"),
    ],
)
def test_elke_algemene_invariant_ziet_zijn_fout(anders: dict[str, object], geschonden: str) -> None:
    tabel = beslistabel()
    regel = replace(tabel.regels["vs-behandelaar-volgt-op"], **anders)
    wijd = Plafond(
        frozenset(regel.organisaties), frozenset(regel.wie), frozenset(regel.doelen), frozenset(regel.stappen), regel.leest, regel.schrijft
    )  # fmt: skip
    wet = replace(tabel.grondslagen[regel.grondslag], plafonds=(wijd,))
    fout = bewijs(compileer_met([regel], {**tabel.grondslagen, wet.id: wet}), {}, NU)
    assert geschonden in [rij.id for rij in fout.uitkomsten if rij.geschonden]


def test_een_regel_met_tweede_lezer_wordt_bewezen() -> None:
    tabel = beslistabel()
    regel = replace(tabel.regels["vs-behandelaar-volgt-op"], tweede_lezer=True)
    uit = {rij.id: rij for rij in bewijs(compileer_met([regel]), {}, NU).uitkomsten}
    assert uit["T"].aantal == len(regel.wie) * len(regel.stappen)
    assert not uit["T"].geschonden
