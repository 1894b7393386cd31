"""Puts the world together: places, people, contracts, arrears, rows, files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from random import Random

from samenhang.demo.wereld.achterstanden import (
    Achterstanden,
    eerste_dag,
    intrekkingen,
    maand_erbij,
    nummer,
)
from samenhang.demo.wereld.bewoners import maak_bevolking
from samenhang.demo.wereld.contracten import Contracten
from samenhang.demo.wereld.levensloop import Periode, betrek, sterf, verhuis
from samenhang.demo.wereld.modellen import (
    LAATSTE_DAG,
    Deel,
    Gemeente,
    GeweigerdBestand,
    Instelling,
    Inwoner,
    Levering,
    Partner,
    PartnerSoort,
    Persona,
    Signaal,
    Wereld,
    Woning,
)
from samenhang.demo.wereld.organisaties import KREDIETBANK, maak_personas, partners_in
from samenhang.demo.wereld.plaatsen import WONINGEN_PER_WIJK, gemeenten, maak_woningen
from samenhang.demo.wereld.planten import Rij, gevolgen, plant, twijfel
from samenhang.demo.wereld.regels import Administratie

HUISHOUDENS_PER_DEEL = 30_000
_LEEGSTAND = 1.06
_EERSTE_DAG = 11  # before it a month is too young for all partners to have sent
_DRUK, _SIGNALEN_PER_HUISHOUDEN = 12.0, 1.5
# The faults that refuse a file as a whole, one a month in turn.
BESTANDSFOUTEN = ("F01", "F05", "F04", "F06")


def instelling_op(dag: date, zaad: int = 7, huishoudens: int = 9_000, druk: float = 1.0) -> Instelling:
    """Settings of a world as it stands on a day: the last file came in the day before, or at the end of last month.

    So what is due lies around that day, whenever somebody starts to look around.
    """
    maand = f"{dag:%Y-%m}"
    if dag.day > _EERSTE_DAG:
        laatste = min(dag.day - 1, LAATSTE_DAG)
    else:
        maand, laatste = maand_erbij(maand, -1), LAATSTE_DAG
    return Instelling(
        zaad=zaad,
        huishoudens=huishoudens,
        maanden=(maand_erbij(maand, -1), maand),
        druk=druk,
        laatste_dag=laatste,
    )


def alle_maanden(instelling: Instelling) -> tuple[str, ...]:
    """The months of delivery with the run-up before them; refuses months that do not follow each other."""
    eerste = instelling.maanden[0]
    gewenst = tuple(maand_erbij(eerste, i) for i in range(len(instelling.maanden)))
    if instelling.maanden != gewenst:
        raise ValueError(f"de maanden volgen niet op elkaar: {', '.join(instelling.maanden)}")
    return tuple(maand_erbij(eerste, i) for i in range(-instelling.aanloop, 0)) + gewenst


def maak_wereld(instelling: Instelling) -> Wereld:
    """A whole world in memory. Raises `ValueError` when it has more households than one part holds."""
    if instelling.huishoudens > HUISHOUDENS_PER_DEEL:
        raise ValueError(f"een wereld in één deel heeft hoogstens {HUISHOUDENS_PER_DEEL} huishoudens")
    plaatsen = gemeenten(instelling.gemeenten)
    (deel,) = maak_delen(instelling)
    return Wereld(instelling, plaatsen, partners_in(plaatsen), KREDIETBANK, personas(deel, plaatsen), deel)


def maak_delen(instelling: Instelling) -> Iterator[Deel]:
    """The world part by part, so that no more than one has to stay in memory."""
    aantal = ceil(instelling.huishoudens / HUISHOUDENS_PER_DEEL)
    for deel in range(aantal):
        huishoudens = instelling.huishoudens * (deel + 1) // aantal - instelling.huishoudens * deel // aantal
        yield _maak_deel(instelling, instelling.reeks + deel, huishoudens)


def voor_signalen(instelling: Instelling, aantal: int) -> Instelling:
    """Settings that give about so many signals over a year that ends with the last month asked for.

    Trouble is made some ten times as common as in life: residents without arrears take time and room
    and have no part in measuring a matcher. Nothing is planted, and there is no run-up.
    """
    laatste = instelling.maanden[-1]
    return replace(
        instelling,
        maanden=tuple(maand_erbij(laatste, i) for i in range(-11, 1)),
        aanloop=0,
        huishoudens=max(100, round(aantal / _SIGNALEN_PER_HUISHOUDEN)),
        druk=_DRUK,
        fouten=False,
    )


def personas(deel: Deel, plaatsen: tuple[Gemeente, ...]) -> tuple[Persona, ...]:
    """The people to look around as; the resident is the first in municipality 1 with two kinds of arrears."""
    per_persoon: dict[str, set[PartnerSoort]] = defaultdict(set)
    for levering in deel.leveringen:
        if levering.gemeentecode == plaatsen[0].code:
            for regel in levering.regels:
                if not regel.codes:
                    per_persoon[regel.signaal.persoon_id].add(regel.signaal.contract.soort)
    volgorde = sorted(per_persoon, key=lambda p: (-len(per_persoon[p]), p))
    inwoner = next((deel.inwoners[p] for p in volgorde if deel.inwoners[p].overleden is None), None)
    if inwoner is None:
        return maak_personas(None, plaatsen)
    return maak_personas((inwoner.persoon_id, f"{inwoner.roepnaam} {inwoner.achternaam.volledig}"), plaatsen)


def _maak_deel(instelling: Instelling, nr: int, aantal: int) -> Deel:
    rng = Random(f"{instelling.zaad}/{nr}")
    maanden = alle_maanden(instelling)
    periode = Periode(
        eerste_dag(maanden[0]), eerste_dag(maanden[-1]) + timedelta(days=instelling.laatste_dag)
    )
    plaatsen = gemeenten(instelling.gemeenten)
    partners = partners_in(plaatsen)

    bevolking = maak_bevolking(rng, aantal, periode.tot, nr)
    huishoudens, inwoners = bevolking.huishoudens, bevolking.inwoners
    sterf(rng, inwoners, periode)
    woningen = _woningen(rng, plaatsen, partners, aantal, nr)
    thuis = betrek(rng, huishoudens, woningen, plaatsen)
    verblijven = verhuis(rng, huishoudens, thuis, woningen, periode)

    contracten = Contracten(rng, partners, nr)
    achterstanden = Achterstanden(rng, maanden, partners, instelling.druk, instelling.verschuiving)
    alle_contracten, signalen = [], []
    for huishouden in huishoudens:
        stays = verblijven[huishouden.huishouden_id]
        eigen = list(contracten.voor(huishouden, inwoners, stays))
        alle_contracten += eigen
        signalen += achterstanden.voor(eigen, stays, inwoners)

    leveringen = _leveringen(rng, instelling, maanden, partners, nummer(signalen, partners, nr), inwoners)
    eerste = instelling.maanden[0]
    geleverd = tuple(levering for levering in leveringen if levering.maand >= eerste)
    return Deel(
        nr, tuple(huishoudens), inwoners, verblijven, tuple(alle_contracten),
        tuple(levering for levering in leveringen if levering.maand < eerste),
        geleverd,
        _geweigerd(rng, geleverd) if instelling.fouten and nr == instelling.reeks else (),
    )  # fmt: skip


def _woningen(
    rng: Random, plaatsen: tuple[Gemeente, ...], partners: tuple[Partner, ...], aantal: int, nr: int
) -> dict[str, list[Woning]]:
    """Somewhat more dwellings than households; each part has neighbourhoods of its own."""
    totaal = sum(gemeente.aandeel for gemeente in plaatsen)
    woningen = {}
    for gemeente in plaatsen:
        deel = gemeente.aandeel / totaal * _LEEGSTAND
        wijken_per_deel = round(HUISHOUDENS_PER_DEEL * deel) // WONINGEN_PER_WIJK + 2
        verhuurders = tuple(
            p.kvk for p in partners if p.soort is PartnerSoort.HUUR and gemeente.code in p.gemeenten
        )
        woningen[gemeente.code] = maak_woningen(
            rng, gemeente, round(aantal * deel) + 20, verhuurders, nr * wijken_per_deel
        )
    return woningen


def _leveringen(
    rng: Random,
    instelling: Instelling,
    maanden: tuple[str, ...],
    partners: tuple[Partner, ...],
    signalen: list[Signaal],
    inwoners: dict[str, Inwoner],
) -> list[Levering]:
    """The files in order of month, partner and municipality, with mistakes in the months of delivery."""
    administratie = Administratie(rng, partners, inwoners)
    if instelling.fouten:
        signalen = signalen + intrekkingen(rng, signalen, maanden, instelling.verschuiving)
    signalen.sort(key=lambda s: (s.datum, s.signaal_id))
    rijen = [Rij(signaal.adres.gemeentecode, administratie.regel(signaal)) for signaal in signalen]
    if instelling.fouten:
        begin = next(
            (i for i, r in enumerate(rijen) if r.regel.signaal.maand >= instelling.maanden[0]), len(rijen)
        )
        rijen[begin:] = plant(rng, rijen[begin:], partners)
        rijen = twijfel(gevolgen(rijen))
    per_bestand = defaultdict(list)
    for rij in rijen:
        per_bestand[rij.regel.signaal.maand, rij.regel.velden["partner"], rij.gemeentecode].append(rij.regel)
    per_kvk = {partner.kvk: partner for partner in partners}
    return [
        Levering(per_kvk[kvk], gemeentecode, maand, tuple(regels))
        for (maand, kvk, gemeentecode), regels in sorted(per_bestand.items(), key=lambda item: item[0])
    ]


def _geweigerd(rng: Random, leveringen: tuple[Levering, ...]) -> tuple[GeweigerdBestand, ...]:
    """One file a month that first came with a fault of the whole file.

    Another character set shows only in a file with accents; a month without one has no refused file then.
    """
    per_maand = defaultdict(list)
    for levering in leveringen:
        per_maand[levering.maand].append(levering)
    geweigerd = []
    for i, maand in enumerate(sorted(per_maand)):
        code, kandidaten = BESTANDSFOUTEN[i % len(BESTANDSFOUTEN)], per_maand[maand]
        if code == "F04":
            kandidaten = [levering for levering in kandidaten if _heeft_accent(levering)]
        if kandidaten:
            geweigerd.append(GeweigerdBestand(rng.choice(kandidaten), code))
    return tuple(geweigerd)


def _heeft_accent(levering: Levering) -> bool:
    return any(
        teken in "éëïöüçÉËÏÖÜÇ" for regel in levering.regels for cel in regel.velden.values() for teken in cel
    )
