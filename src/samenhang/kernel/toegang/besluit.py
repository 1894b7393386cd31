"""What is asked, what is the case, and what was decided: the words of a decision. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

LEEG: frozenset[str] = frozenset()
NEDERLAND = ZoneInfo("Europe/Amsterdam")


def dag_van(nu: datetime) -> date:
    """The day in the Netherlands on which a law must be in force; a moment without a zone is Dutch time.

    Before 22:00 UTC it is the same day there, summer and winter.
    """
    if nu.tzinfo is None or (nu.tzinfo is UTC and nu.hour < 22):
        return nu.date()
    return nu.astimezone(NEDERLAND).date()


class Verzoek(NamedTuple):
    """What is asked: by whom, for what, which categories to read and to write.

    `grondslag` narrows the answer to one legal basis; empty takes every basis in force. `noodzaak` names the
    categories for which the asker wrote down why he needs them.
    """

    scheme: str
    organisatiesoort: str
    rollen: tuple[str, ...]
    doel: str
    leest: frozenset[str]
    schrijft: frozenset[str] = LEEG
    grondslag: str = ""
    noodzaak: frozenset[str] = LEEG


class Feiten(NamedTuple):
    """What is the case about one person, at this moment; each is false or empty until somebody recorded it.

    `instemming`: categories that this person agreed to share with this kind of asker (`kernel.rechten`).
    `geinformeerd`: he was told; `uitstel_tot`: telling him was put off until that day, which counts itself.
    `bezwaar`: an objection is open; `bezwaar_tegen`: categories to which an objection is open.
    `voorwaarde_bron`: categories whose supplier does not let them go onward.
    `gesloten`: categories shielded for this person. `leeftijd` in whole years, None when it is not known;
    `wilsonbekwaam`: cannot decide about this himself; `tegen_belang`: access by his representative was recorded as
    against his interest; `maatregel`: a court put a curator or an administrator in charge of what this is about, and
    who asks is that one today. `nood`: who acts recorded why this cannot wait.
    `afspraak`: categories that an agreement in force between the two organisations covers for this purpose.
    """

    betrokkenheid: str
    stap: str
    tweede_lezer: bool = False
    instemming: frozenset[str] = LEEG
    geinformeerd: bool = False
    uitstel_tot: date | None = None
    bezwaar: bool = False
    bezwaar_tegen: frozenset[str] = LEEG
    voorwaarde_bron: frozenset[str] = LEEG
    gesloten: frozenset[str] = LEEG
    leeftijd: int | None = None
    wilsonbekwaam: bool = False
    tegen_belang: bool = False
    maatregel: bool = False
    nood: bool = False
    afspraak: frozenset[str] = LEEG


class Besluit(NamedTuple):
    """The answer: what is granted and what is refused, resting on which permits of which table.

    `geweigerd` holds (category, reason code), for reading and writing alike, in order of category.
    `plichten` are the duties that follow from it: the terms that using the grant starts (informing the person,
    telling the data protection officer), and "tweede_lezer" when only a colleague's agreement is missing.
    `wetten` holds (reason code, legal basis) of each refusal behind which one basis stands.
    """

    leest: frozenset[str]
    schrijft: frozenset[str]
    geweigerd: tuple[tuple[str, str], ...]
    regels: tuple[str, ...]
    grondslagen: tuple[str, ...]
    tabel_hash: str
    plichten: tuple[str, ...] = ()
    wetten: tuple[tuple[str, str], ...] = ()

    @property
    def volledig(self) -> bool:
        """Whether everything that was asked is granted."""
        return not self.geweigerd
