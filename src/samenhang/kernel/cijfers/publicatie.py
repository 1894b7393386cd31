"""Reading what was published: by vintage, as figures, and as files with their metadata. No personal data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis.tabelbestand import onschadelijk
from samenhang.kernel.cijfers.berekening import Cijfer, cijfers_van
from samenhang.kernel.cijfers.bescherming import DREMPEL
from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.cijfers.vaststellen import stand_van
from samenhang.kernel.scheme import Indicator, Scheme

KOLOMMEN = (
    "indicator", "maand", "klasse", "waarde", "eenheid", "teller", "noemer", "reden", "waarschuwing", "peildatum",
    "bron", "bronstatus",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Publicatie:
    """The figures of one organisation, oldest month first, as they stood at a vintage."""

    organisatie_id: UUID
    peildatum: date
    maanden: tuple[date, ...]
    cijfers: tuple[Cijfer, ...]

    def van(self, indicator: str, maand: date) -> tuple[Cijfer, ...]:
        """The figures of one indicator in one month: one, or one per class."""
        return tuple(c for c in self.cijfers if c.indicator.naam == indicator and c.maand == maand)


def publicatie(
    scheme: Scheme, organisatie_id: UUID, peildatum: date | None = None, *, alleen_openbaar: bool = False
) -> Publicatie | None:
    """The figures as published at or before a vintage (default: the last one); None when nothing was yet."""
    rijen = Vaststelling.objects.filter(scheme=scheme.naam, organisatie_id=organisatie_id)
    if peildatum is not None:
        rijen = rijen.filter(peildatum__lte=peildatum)
    per_maand = {rij.maand: rij for rij in rijen.order_by("maand", "peildatum")}
    if not per_maand:
        return None
    indicatoren = [i for i in scheme.indicatoren if i.openbaar or not alleen_openbaar]
    cijfers = [cijfer for rij in per_maand.values() for cijfer in _cijfers(scheme, indicatoren, rij)]
    return Publicatie(
        organisatie_id,
        max(rij.peildatum for rij in per_maand.values()),
        tuple(per_maand),
        tuple(cijfers),
    )


def _cijfers(scheme: Scheme, indicatoren: Sequence[Indicator], rij: Vaststelling) -> Iterable[Cijfer]:
    standen = {naam: stand_van(deel) for naam, deel in rij.gepubliceerd.items()}
    return cijfers_van(indicatoren, scheme.telgroepen, rij.maand, standen, rij.inwoners)


def als_csv(gegeven: Publicatie | None, organisatie: str, scheme: Scheme) -> str:
    """The figures as CSV (`;`, one row per figure), after lines that start with # and say what they are."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    tekst.write(
        f"# {scheme.titel.nl} · {organisatie} · peildatum {gegeven.peildatum if gegeven else 'nog geen'}\n"
    )
    tekst.write(
        f"# Aantallen van 1 tot {DREMPEL} en wat daaruit is af te leiden worden niet getoond (reden te_klein)\n"
    )
    schrijver.writerow(KOLOMMEN)
    for c in gegeven.cijfers if gegeven else ():
        schrijver.writerow(
            onschadelijk(str(cel if cel is not None else ""))
            for cel in (
                c.indicator.naam, f"{c.maand:%Y-%m}", c.cel.naam if c.cel else "", c.waarde, c.indicator.eenheid.nl, c.teller, c.noemer,
                c.reden.value if c.reden else "", "J" if c.waarschuwing else "N", c.peildatum, c.indicator.bron, c.indicator.bronstatus,
            )
        )  # fmt: skip
    return tekst.getvalue()
