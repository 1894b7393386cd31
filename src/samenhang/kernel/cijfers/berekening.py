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
    Reden.NIET_GETELD: Tekst("niet vastgesteld", "not set"),
}


@dataclass(frozen=True, slots=True)
class Groepsstand:
    """A group as published: what may be shown, and the vintage it is of."""

    beeld: Groepsbeeld
    peildatum: date


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure: a ratio with both its counts, or the reason why it is not shown.

    `waarschuwing`: outside the guard rail, hence improbable; it is shown all the same. `peildatum` is the
    oldest vintage among its counts.
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
    indicatoren: Sequence[Indicator],
    groepen: Sequence[Telgroep],
    maand: date,
    standen: Mapping[str, Groepsstand],
    inwoners: int | None,
) -> Iterator[Cijfer]:
    """Every figure of a month, in declared order."""
    op_naam = {groep.naam: groep for groep in groepen}
    for indicator in indicatoren:
        cellen: Sequence[Cel | None] = (None,)
        if indicator.per:
            cellen = op_naam[indicator.teller.groep].uitsplitsing(indicator.per).cellen
        for cel in cellen:
            teller = indicator.teller if cel is None else Som(indicator.teller.groep, (cel.naam,))
            yield _cijfer(indicator, maand, cel, teller, op_naam, standen, inwoners)


def _cijfer(
    indicator: Indicator,
    maand: date,
    cel: Cel | None,
    teller: Som,
    groepen: Mapping[str, Telgroep],
    standen: Mapping[str, Groepsstand],
    inwoners: int | None,
) -> Cijfer:
    sommen = [som for som in (teller, indicator.noemer) if som != INWONERS]
    geteld = [
        standen[som.groep]
        for som in sommen
        if som.groep in standen and standen[som.groep].beeld.telde(groepen[som.groep], som)
    ]
    peildatum = min((stand.peildatum for stand in geteld), default=maand)
    leeg = Cijfer(indicator, maand, cel, None, None, None, Reden.NIET_GETELD, False, peildatum)
    if len(geteld) < len(sommen):
        return leeg
    boven = standen[teller.groep].beeld.som(groepen[teller.groep], teller)
    if indicator.noemer == INWONERS:
        onder, ontbreekt = inwoners, Reden.GEEN_INWONERTAL
    else:
        groep = groepen[indicator.noemer.groep]
        onder, ontbreekt = standen[groep.naam].beeld.som(groep, indicator.noemer), Reden.TE_KLEIN
    reden = Reden.TE_KLEIN if boven is None else ontbreekt if onder is None else None
    if reden is None and onder == 0:
        reden = Reden.GEEN_NOEMER
    if reden is not None or boven is None or not onder:
        return Cijfer(indicator, maand, cel, None, boven, onder, reden, False, peildatum)
    waarde = (Decimal(boven) * indicator.factor / onder).quantize(
        Decimal(1).scaleb(-indicator.decimalen), ROUND_HALF_UP
    )
    rail = indicator.vangrail
    buiten = rail is not None and not rail.laag <= waarde <= rail.hoog
    return Cijfer(indicator, maand, cel, waarde, boven, onder, None, buiten, peildatum)
