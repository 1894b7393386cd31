"""The gate: asks `beslis`, has the answer noted, and hands out the `Toegang` that opens category tables."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final, NoReturn, Protocol
from uuid import UUID
from weakref import WeakSet

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.beslissing import beslis
from samenhang.kernel.toegang.besluit import Besluit, Feiten, Verzoek
from samenhang.kernel.toegang.dimensies import INWONER, VERTEGENWOORDIGER
from samenhang.kernel.toegang.redenen import REDENEN, weigeringen
from samenhang.kernel.toegang.tabel import Beslistabel

_ZEGEL: Final = object()
_UITGEGEVEN: Final[WeakSet[Toegang]] = WeakSet()
"""Every `Toegang` that `vraag` handed out; a copy, or one made by hand, is not among them."""


class Toegang:
    """Proof that a decision was taken: which categories, for whose data, in which register.

    Only `vraag` can make one. `personen` narrows to those persons; None means every person in the
    register of `organisatie_id`, which a decision gives only to involvements that see whole registers. It holds
    as long as the operation in which it was asked, so that nothing is read that its log row does not tell.
    """

    __slots__ = (
        "__weakref__", "_notulist", "besluit", "leest", "organisatie_id", "personen", "scheme", "schrijft",
    )  # fmt: skip

    def __init__(
        self,
        zegel: object,
        notulist: Notulist,
        besluit: Besluit,
        scheme: str,
        organisatie_id: UUID,
        personen: frozenset[UUID] | None,
    ) -> None:
        if zegel is not _ZEGEL:
            raise TypeError("een Toegang komt alleen uit kernel.toegang.vraag")
        zet = functools.partial(object.__setattr__, self)
        zet("_notulist", notulist)
        zet("besluit", besluit)
        zet("leest", besluit.leest)
        zet("schrijft", besluit.schrijft)
        zet("scheme", scheme)
        zet("organisatie_id", organisatie_id)
        zet("personen", personen)
        _UITGEGEVEN.add(self)

    besluit: Besluit
    leest: frozenset[str]
    schrijft: frozenset[str]
    scheme: str
    organisatie_id: UUID
    personen: frozenset[UUID] | None
    _notulist: Notulist

    def __setattr__(self, naam: str, waarde: object) -> NoReturn:
        raise TypeError("een Toegang verandert niet; vraag een nieuwe")

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError("een Toegang is niet te kopiëren of te bewaren")

    @property
    def geldt(self) -> bool:
        """Whether the operation in which it was asked still runs."""
        return self._notulist.loopt


def echt(toegang: object) -> bool:
    """Whether `vraag` made it and its operation still runs."""
    return isinstance(toegang, Toegang) and toegang in _UITGEGEVEN and toegang.geldt


class NietToegestaan(Geweigerd):
    """The access decision refused; `redenen` holds (category, reason code). The sentence is that of the first."""

    status = 403

    def __init__(self, redenen: tuple[tuple[str, str], ...], zin: Tekst | None = None) -> None:
        self.redenen = redenen
        super().__init__("niet_toegestaan", zin or REDENEN[redenen[0][1] if redenen else "geen_grondslag"])


class Notulist(Protocol):
    """What the gate needs of the log: note each decision, granted or refused, with the persons in it."""

    @property
    def nu(self) -> datetime:
        """The moment of the operation."""

    @property
    def loopt(self) -> bool:
        """Whether the operation still runs."""

    def noteer(self, verzoek: Verzoek, feiten: Feiten, besluit: Besluit, zaak_id: UUID | None) -> None:
        """Keep the decision for the log rows of this operation."""


def vraag(
    notulist: Notulist,
    tabel: Beslistabel,
    actor: Actor,
    *,
    scheme: str,
    doel: str,
    organisatie_id: UUID,
    feiten: Feiten,
    leest: Iterable[str] = (),
    schrijft: Iterable[str] = (),
    personen: Iterable[UUID] | None = None,
    zaak_id: UUID | None = None,
    gedeeltelijk: bool = False,
    grondslag: str = "",
    noodzaak: Iterable[str] = (),
) -> Toegang:
    """Ask for access and get it, or raise `NietToegestaan`; either way the decision is noted.

    With `gedeeltelijk` what is refused is left out instead, unless nothing is granted at all. `grondslag` narrows the
    answer to one legal basis. `noodzaak` names the categories for which the asker wrote down why he needs them.
    """
    rollen = actor.rollen.get(scheme, frozenset())
    if actor.vertegenwoordigt is not None:
        rollen = frozenset({VERTEGENWOORDIGER})
    elif actor.persoon_id is not None:
        rollen = rollen | {INWONER}
    verzoek = Verzoek(
        scheme=scheme,
        organisatiesoort=actor.organisatiesoort,
        rollen=tuple(sorted(rollen)),
        doel=doel,
        leest=frozenset(leest),
        schrijft=frozenset(schrijft),
        grondslag=grondslag,
        noodzaak=frozenset(noodzaak),
    )
    besluit = beslis(verzoek, feiten, tabel, notulist.nu)
    notulist.noteer(verzoek, feiten, besluit, zaak_id)
    niets = not besluit.leest and not besluit.schrijft
    if besluit.geweigerd and (not gedeeltelijk or niets):
        raise NietToegestaan(besluit.geweigerd, weigeringen(besluit, tabel.grondslagen)[0].zin)
    return Toegang(
        _ZEGEL, notulist, besluit, scheme, organisatie_id, None if personen is None else frozenset(personen)
    )


def rol_vereist(actor: Actor, scheme: str, *rollen: str) -> None:
    """Refuse who holds none of these roles; for actions on things that are not about a person."""
    if not actor.heeft_rol(scheme, *rollen):
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                f"Dit kan alleen met de rol {' of '.join(rollen)}. Vraag de beheerder van uw organisatie.",
                f"This needs the role {' or '.join(rollen)}. Ask the administrator of your organisation.",
            ),
            status=403,
        )
