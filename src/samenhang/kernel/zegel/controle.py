"""Checking everything: each row against its leaf, the tree, the checkpoints, the signatures, and what partners hold.

Nothing is believed but the keys in the folder. Reading goes in pieces, so that memory stays flat.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.zegel import bevindingen as b
from samenhang.kernel.zegel import bladen, punten, sleutels, wachtrij
from samenhang.kernel.zegel.bevindingen import Bevinding
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.controlepunt import Punt, lees_punt
from samenhang.kernel.zegel.domain.nota import Nota, Sleutel, klopt, lees_handtekening, lees_nota, van
from samenhang.kernel.zegel.domain.regel import regels
from samenhang.kernel.zegel.models import Blad, Controlepunt, Tak

BROK = 5_000
HOOGSTENS = 100
"""Findings that are kept; the first is what matters."""
SPELING = timedelta(days=1)
"""A row may be so much older than the checkpoint before its leaf: an operation can last, a moment is its begin."""
MOMENT = {"audit": "moment", "verwerking": "einde"}


@dataclass
class Uitslag:
    """What a check saw: leaves, checkpoints, countersignatures that are right, findings in order of their leaf."""

    omvang: int = 0
    wacht: bool = False
    controlepunten: int = 0
    medeondertekeningen: int = 0
    milliseconden: int = 0
    bevindingen: list[Bevinding] = field(default_factory=list)

    @property
    def klopt(self) -> bool:
        """Whether nothing was found."""
        return not self.bevindingen

    def meld(self, bevinding: Bevinding) -> None:
        """Keep a finding."""
        if len(self.bevindingen) < HOOGSTENS:
            self.bevindingen.append(bevinding)


def controleer(tegen: Sequence[tuple[str, Nota]] = ()) -> Uitslag:
    """Check the whole log; `tegen` are checkpoints of this log that someone else kept, each with its name."""
    begin = time.monotonic()
    uit = Uitslag()
    bekend = sleutels.bekend()
    beloofd = [*_eigen_punten(uit, bekend), *_punten_van_buiten(uit, tegen, bekend)]
    loop = _Loop(uit, sorted(beloofd, key=lambda deel: deel.punt.omvang))
    loop.door_de_bladen()
    _zonder_blad(uit, loop)
    uit.wacht = bladen.wacht()
    uit.bevindingen.sort(key=lambda deel: (deel.nummer is None, deel.nummer or 0))
    uit.milliseconden = round((time.monotonic() - begin) * 1000)
    return uit


@dataclass(frozen=True, slots=True)
class _Belofte:
    """Someone says that the tree had this root at this size."""

    punt: Punt
    naam: str
    van_buiten: bool
    moment: datetime | None


def _eigen_punten(uit: Uitslag, bekend: Sequence[Sleutel]) -> Iterator[_Belofte]:
    getuigen = punten.getuigensleutels()
    vorige = 0
    for rij in Controlepunt.objects.order_by("id").prefetch_related("medeondertekeningen").iterator(1_000):
        uit.controlepunten += 1
        naam = f"{rij.id}"
        try:
            nota = lees_nota(rij.nota)
            punt = lees_punt(nota)
        except Geweigerd as fout:
            uit.meld(b.punt_onleesbaar(naam, fout.tekst))
            continue
        if (punt.omvang, punt.wortel) != (rij.omvang, bytes(rij.wortel)) or punt.moment != rij.moment:
            uit.meld(b.punt_anders(naam, punt.omvang))
        if not van(nota, bekend):
            uit.meld(_vreemd(nota, naam, bekend))
        if punt.omvang < vorige:
            uit.meld(b.punt_korter(naam, punt.omvang, vorige))
        vorige = punt.omvang
        for handtekening in rij.medeondertekeningen.all():
            deel = lees_handtekening(handtekening.regel)
            sleutel = getuigen.get(handtekening.getuige)
            if sleutel is None or deel is None or deel.sleutel_id != sleutel.id:
                continue  # of a partner, or a key of his, that is trusted no longer: it counts for nothing
            if klopt(nota.tekst, deel, sleutel):
                uit.medeondertekeningen += 1
            else:
                uit.meld(b.medeondertekening_onjuist(naam, handtekening.getuige))
        yield _Belofte(punt, naam, False, rij.moment)


def _vreemd(nota: Nota, naam: str, bekend: Sequence[Sleutel]) -> Bevinding:
    """Nobody we know signed this: the text was changed under a known key, or another key signed."""
    nummers = {sleutel.id for sleutel in bekend}
    if any(deel.sleutel_id in nummers for deel in nota.handtekeningen):
        return b.handtekening_onjuist(naam)
    return b.sleutel_vreemd(naam, ", ".join(deel.sleutel_id.hex() for deel in nota.handtekeningen))


def _punten_van_buiten(
    uit: Uitslag, tegen: Sequence[tuple[str, Nota]], bekend: Sequence[Sleutel]
) -> Iterator[_Belofte]:
    for naam, nota in tegen:
        punt = lees_punt(nota)
        if not van(nota, bekend):
            uit.meld(_vreemd(nota, naam, bekend))
        else:
            yield _Belofte(punt, naam, True, None)


class _Loop:
    """One walk over all leaves: the tree is grown anew, and compared wherever someone promised a root."""

    def __init__(self, uit: Uitslag, beloofd: Sequence[_Belofte]) -> None:
        self.uit = uit
        self.stand = bladen.stand()
        self.per_omvang = {
            omvang: list(delen) for omvang, delen in groupby(beloofd, lambda deel: deel.punt.omvang)
        }
        self.rand: boom.Rand = []
        self.omvang = 0
        self.goed_tot = 0
        self.grens: Any = None
        self.takken = {
            (hoogte, nummer): bytes(hash_)
            for hoogte, nummer, hash_ in Tak.objects.values_list("hoogte", "nummer", "hash").iterator(5_000)
        }
        self.tak_anders: tuple[int, int] | None = None

    def door_de_bladen(self) -> None:
        """Leaf by leaf to the end, then whether the end is where it should be."""
        heel = True
        while heel and (brok := _bladen(self.omvang, self.omvang + BROK)):
            heel = self._brok(brok)
        self.uit.omvang = self.omvang
        if not heel:
            return
        for omvang, delen in self.per_omvang.items():
            if omvang > self.omvang:
                for deel in delen:
                    self.uit.meld(b.staart_weg(deel.naam, self.omvang, omvang))
        rand = [deel.hex() if deel else None for deel in self.rand]
        if (self.stand.omvang, self.stand.rand) != (self.omvang, rand):
            self.uit.meld(b.stand_anders(self.stand.omvang, self.omvang))
        if self.takken or self.tak_anders:
            plek = self.tak_anders or min(self.takken)
            self.uit.meld(b.tak_anders(plek[1] << plek[0]))

    def _brok(self, brok: list[_Blad]) -> bool:
        """Some leaves in a row; False when a number is missing, for then nothing after it can be checked."""
        begin = self.omvang
        heel = next((n for n, rij in enumerate(brok) if rij[0] != begin + n), len(brok))
        self._rijen(brok[:heel])
        self._groei([hash_ for _, hash_ in brok[:heel]])
        if heel < len(brok):
            self.uit.meld(b.blad_weg(begin + heel))
        return heel == len(brok)

    def _groei(self, hashes: list[bytes]) -> None:
        """Grow the tree to each promised size in turn, and compare."""
        einde = self.omvang + len(hashes)
        for omvang in [o for o in self.per_omvang if self.omvang < o <= einde] + [einde]:
            deel, hashes = hashes[: omvang - self.omvang], hashes[omvang - self.omvang :]
            self.rand, takken = boom.groei(self.rand, self.omvang, deel)
            self.omvang += len(deel)
            for hoogte, nummer, hash_ in takken:
                if self.takken.pop((hoogte, nummer), b"") != hash_ and self.tak_anders is None:
                    self.tak_anders = (hoogte, nummer)
            self._vergelijk(omvang)

    def _vergelijk(self, omvang: int) -> None:
        wortel = boom.wortel(self.rand)
        goed = True
        for belofte in self.per_omvang.get(omvang, ()):
            if belofte.punt.wortel != wortel:
                goed = False
                eerste = self.goed_tot
                if self.tak_anders and self.tak_anders[0] == boom.STAP:
                    eerste = max(eerste, self.tak_anders[1] << boom.STAP)
                self.uit.meld(b.wortel_anders(belofte.naam, omvang, eerste, belofte.van_buiten))
        if goed and omvang in self.per_omvang:
            self.goed_tot = omvang

    def _rijen(self, brok: list[_Blad]) -> None:
        """Compare the rows of these leaves with their hashes."""
        if not brok:
            return
        gevonden: dict[int, tuple[bytes, Any]] = {}
        for log in wachtrij.LOGS:
            gevonden |= _rijen(log, brok[0][0], brok[-1][0] + 1)
        hashes = None
        for nummer, hash_ in brok:
            if nummer in self.per_omvang:
                momenten = [d.moment for d in self.per_omvang[nummer] if d.moment]
                self.grens = _als_kolom(max(momenten) - SPELING) if momenten else self.grens
            rij = gevonden.get(nummer)
            if rij is None:
                self.uit.meld(b.rij_weg(nummer, *_van_rij(nummer)))
            elif rij[0] != hash_:
                hashes = hashes or {hash_ for _, hash_ in brok}
                self.uit.meld(b.rij_anders(nummer, *_van_rij(nummer), verwisseld=rij[0] in hashes))
            elif self.grens is not None and rij[1] < self.grens:
                self.uit.meld(b.rij_oud(nummer, *_van_rij(nummer)))


_Blad = tuple[int, bytes]
"""Number and hash of a leaf."""


def _bladen(begin: int, einde: int) -> list[_Blad]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nummer, hash FROM zegel_blad WHERE nummer >= %s AND nummer < %s ORDER BY nummer",
            [begin, einde],
        )
        return [(nummer, bytes(hash_)) for nummer, hash_ in cursor.fetchall()]


def _van_rij(nummer: int) -> tuple[str, UUID]:
    """The log and the id of the row that a leaf stands for."""
    blad = Blad.objects.get(nummer=nummer)
    return blad.log, blad.rij_id


def _rijen(log: str, begin: int, einde: int) -> dict[int, tuple[bytes, Any]]:
    """By the number of their leaf: the hash that a row has now, and its moment."""
    kolommen = wachtrij.kolommen(log)
    moment = next(n for n, kolom in enumerate(kolommen) if kolom.naam == MOMENT[log])
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {wachtrij.noem(log)}, b.nummer FROM zegel_blad b JOIN {wachtrij.tabel(log)} r ON r.id = b.rij_id "
            "WHERE b.nummer >= %s AND b.nummer < %s AND b.log = %s",
            [begin, einde, log],
        )
        rijen = cursor.fetchall()
    inhoud = regels(log, kolommen, rijen)
    return {rij[-1]: (boom.blad(deel), rij[moment]) for rij, deel in zip(rijen, inhoud, strict=True)}


def _als_kolom(moment: datetime) -> Any:
    """A moment as rows hold it, to compare without parsing a million of them: on SQLite text that sorts by time."""
    return connection.ops.adapt_datetimefield_value(moment)


def _zonder_blad(uit: Uitslag, loop: _Loop) -> None:
    """Rows that were put among those already sealed: behind the place up to where the log was read, or too old."""
    laatste = punten.laatste()
    grens = (laatste.moment - SPELING) if laatste else None
    for log in wachtrij.LOGS:
        for rij_id in wachtrij.ingevoegd(log, loop.stand.gelezen.get(log, {}), MOMENT[log], grens):
            uit.meld(b.rij_ingevoegd(log, rij_id))


def als_tekst(uit: Uitslag) -> Tekst:
    """The outcome in one sentence."""
    if uit.klopt:
        return Tekst(
            f"Alles klopt: {uit.omvang} bladen, {uit.controlepunten} controlepunten, {uit.medeondertekeningen} keer medeondertekend.",
            f"All is right: {uit.omvang} leaves, {uit.controlepunten} checkpoints, countersigned {uit.medeondertekeningen} times.",
        )
    return uit.bevindingen[0].tekst
