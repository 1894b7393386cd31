"""From protected counts to figures. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from samenhang.kernel.basis import Tekst
from samenhang.kernel.cijfers.bescherming import Groepsbeeld
from samenhang.kernel.scheme import INWONERS, Cel, Indicator, Som, Telgroep


class Reden(StrEnum):
    """Why there is no figure."""

    TE_KLEIN = "te_klein"
    GEEN_NOEMER = "niets_te_delen"
    GEEN_INWONERTAL = "geen_inwonertal"
    NIET_GETELD = "niet_geteld"


REDENEN: Mapping[Reden, Tekst] = {
    Reden.TE_KLEIN: Tekst("te klein", "too small"),
    Reden.GEEN_NOEMER: Tekst("niets geteld", "nothing counted"),
    Reden.GEEN_INWONERTAL: Tekst("geen inwonertal", "no number of residents"),
    Reden.NIET_GETELD: Tekst("nog niet gepubliceerd", "not published yet"),
}


@dataclass(frozen=True, slots=True)
class Peiling:
    """What is known of a month at one vintage: per group what may be seen, and the residents to divide by."""

    peildatum: date
    beelden: Mapping[str, Groepsbeeld]
    inwoners: int | None

    def telde(self, groepen: Mapping[str, Telgroep], sommen: Sequence[Som]) -> bool:
        """Whether all these counts are of this vintage."""
        return all(
            som.groep in self.beelden and self.beelden[som.groep].telde(groepen[som.groep], som)
            for som in sommen
        )


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure: a ratio with both its counts, or the reason why it is not shown.

    `waarschuwing`: outside the guard rail, hence improbable; it is shown all the same. `peildatum` is the vintage
    of both its counts: the last one that has them both.
    """

    indicator: Indicator
    maand: date
    cel: Cel | None
    waarde: Decimal | None
    teller: int | None
    noemer: int | None
    reden: Reden | None
    waarschuwing: bool
    peildatum: date


def cijfers_van(
    indicatoren: Sequence[Indicator], groepen: Sequence[Telgroep], maand: date, peilingen: Sequence[Peiling]
) -> Iterator[Cijfer]:
    """Every figure of a month, in declared order, each of the latest vintage (they come newest first) that has it."""
    op_naam = {groep.naam: groep for groep in groepen}
    for indicator in indicatoren:
        cellen: Sequence[Cel | None] = (None,)
        if indicator.per:
            cellen = op_naam[indicator.teller.groep].uitsplitsing(indicator.per).cellen
        for cel in cellen:
            teller = indicator.teller if cel is None else Som(indicator.teller.groep, (cel.naam,))
            yield _cijfer(indicator, maand, cel, teller, op_naam, peilingen)


def _cijfer(
    indicator: Indicator,
    maand: date,
    cel: Cel | None,
    teller: Som,
    groepen: Mapping[str, Telgroep],
    peilingen: Sequence[Peiling],
) -> Cijfer:
    sommen = [som for som in (teller, indicator.noemer) if som != INWONERS]
    peiling = next((p for p in peilingen if p.telde(groepen, sommen)), None)
    if peiling is None:
        peildatum = max((p.peildatum for p in peilingen), default=maand)
        return Cijfer(indicator, maand, cel, None, None, None, Reden.NIET_GETELD, False, peildatum)
    boven = peiling.beelden[teller.groep].som(groepen[teller.groep], teller)
    if indicator.noemer == INWONERS:
        onder, ontbreekt = peiling.inwoners, Reden.GEEN_INWONERTAL
    else:
        groep = groepen[indicator.noemer.groep]
        onder, ontbreekt = peiling.beelden[groep.naam].som(groep, indicator.noemer), Reden.TE_KLEIN
    reden = Reden.TE_KLEIN if boven is None else ontbreekt if onder is None else None
    if reden is None and onder == 0:
        reden = Reden.GEEN_NOEMER
    if reden is not None or boven is None or not onder:
        return Cijfer(indicator, maand, cel, None, boven, onder, reden, False, peiling.peildatum)
    waarde = (Decimal(boven) * indicator.factor / onder).quantize(
        Decimal(1).scaleb(-indicator.decimalen), ROUND_HALF_UP
    )
    rail = indicator.vangrail
    buiten = rail is not None and not rail.laag <= waarde <= rail.hoog
    return Cijfer(indicator, maand, cel, waarde, boven, onder, None, buiten, peiling.peildatum)
