"""Consent: who may give it, how long it holds, and what holds at a moment. Pure.

An answer is about one category of one person's data, for one purpose, towards one kind of organisation. The latest
answer counts. Nobody decides for another member of the family, and a withdrawal undoes nothing that was disclosed:
it ends what may be seen from then on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.toegang.besluit import dag_van
from samenhang.kernel.toegang.instemming import Antwoord, Door, mag_zelf, waarop_ja
from samenhang.kernel.toegang.voorwaarden import OUD_GENOEG

ELK: Final = "*"
"""As purpose or as kind of organisation: every one."""

HOE: Final = {
    "gesprek": Tekst("in een gesprek", "in a talk"),
    "telefoon": Tekst("aan de telefoon", "on the telephone"),
    "schriftelijk": Tekst("op papier, met handtekening", "on paper, signed"),
    "digitaal": Tekst("op de eigen pagina", "on the own page"),
}
"""How an answer was given, or someone was told."""

BEWIJZEN: Final = {
    "paspoort": Tekst("paspoort", "passport"),
    "identiteitskaart": Tekst("identiteitskaart", "identity card"),
    "rijbewijs": Tekst("rijbewijs", "driving licence"),
    "verblijfsdocument": Tekst("verblijfsdocument", "residence document"),
}
"""Documents on which a worker can see who someone is and that he is of age."""

DOOR: Final = {
    Door.ZELF: Tekst("de persoon zelf", "the person"),
    Door.VERTEGENWOORDIGER: Tekst("de vertegenwoordiger", "the representative"),
}
ANTWOORDEN: Final = {
    Antwoord.GEGEVEN: Tekst("ja, akkoord", "yes, agreed"),
    Antwoord.GEWEIGERD: Tekst("nee", "no"),
}


@dataclass(frozen=True, slots=True)
class Woord:
    """One answer as it was recorded; `tot` counts itself, `ingetrokken` is the moment from which it holds no more."""

    categorie: str
    doel: str
    aan: str
    gegeven: bool
    moment: datetime
    tot: date | None = None
    ingetrokken: datetime | None = None

    def geldt(self, nu: datetime) -> bool:
        """Whether it was given, holds by its dates and was not withdrawn."""
        return (
            self.gegeven
            and self.moment <= nu
            and (self.tot is None or dag_van(nu) <= self.tot)
            and (self.ingetrokken is None or nu < self.ingetrokken)
        )


def geldend(woorden: Iterable[Woord], doel: str, aan: str, nu: datetime) -> frozenset[str]:
    """The categories that may be shared for this purpose with this kind of organisation now.

    Of two answers of one moment the refusal counts; an answer for every purpose or every kind counts as one of them.
    """
    return waarop_ja(
        (woord.categorie, woord.moment, woord.geldt(nu))
        for woord in woorden
        if woord.doel in (doel, ELK) and woord.aan in (aan, ELK) and woord.moment <= nu
    )


def leeftijd(geboren: date | None, op: date) -> int | None:
    """Whole years on a day; who was born on 29 February grows older on 1 March. None when it is not known."""
    if geboren is None:
        return None
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def laatste_dag(
    door: Door,
    geboren: date | None,
    op: date,
    wilsonbekwaam: bool = False,
    *,
    volwassen_gezien: bool = False,
) -> date | None:
    """The last day on which an answer by this one can hold by age: None when there is none.

    From twelve a person answers himself, when he can judge it; below that his representative does, and that answer
    ends on the eve of the twelfth birthday. Of whom no birth date is known, it is enough that a worker saw on an
    identity document that he is of age (`volwassen_gezien`); a birth date that is known decides alone. Raises
    `Geweigerd` when this one may not answer, or the age is not known. Source: Wmo 2015 art. 5.3.3 (unverified); other
    laws may set another age.
    """
    if volwassen_gezien and geboren is not None:
        raise _weiger(
            "geboortedatum_bekend",
            "De geboortedatum is bekend, en die beslist. Laat het document weg. Er is niets vastgelegd.",
            "The birth date is known, and decides. Leave the document out. Nothing was recorded.",
            kolom="bewijs",
        )
    zelf = mag_zelf(OUD_GENOEG if volwassen_gezien else leeftijd(geboren, op), wilsonbekwaam)
    if zelf is None:
        raise _weiger(
            "leeftijd_onbekend",
            "Vul eerst de geboortedatum in, of leg vast dat u op een identiteitsbewijs zag dat hij 18 of ouder is: daarvan hangt af wie antwoordt. Er is niets vastgelegd.",
            "First enter the birth date, or record that you saw on an identity document that he is 18 or older: who answers depends on it. Nothing was recorded.",
        )  # fmt: skip
    if zelf != (door is Door.ZELF):
        raise _weiger(
            "antwoord_van_ander",
            f"Vanaf {OUD_GENOEG} jaar antwoordt iemand zelf; voor een jonger kind, en voor wie dit niet zelf kan, antwoordt de vertegenwoordiger. Er is niets vastgelegd.",
            f"From {OUD_GENOEG} someone answers himself; for a younger child, and for who is not able to, the representative does. Nothing was recorded.",
        )  # fmt: skip
    if zelf or wilsonbekwaam or geboren is None:
        return None
    jaar = geboren.year + OUD_GENOEG
    try:
        return geboren.replace(year=jaar) - timedelta(days=1)
    except ValueError:  # born on 29 February
        return date(jaar, 2, 28)


def _weiger(code: str, nl: str, en: str, kolom: str = "door") -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd.bij(kolom, code, tekst)
