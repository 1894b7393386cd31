"""What the BRP can answer, as whoever looked records it. Pure."""

from __future__ import annotations

from enum import StrEnum

from samenhang.kernel.basis import Tekst


class BrpUitkomst(StrEnum):
    """What the BRP said about a person at an address of this municipality."""

    INWONER = "inwoner"
    GEEN_INWONER = "geen_inwoner"
    OVERLEDEN = "overleden"
    VERHUISD = "verhuisd"
    ONZEKER = "onzeker"

    @property
    def titel(self) -> Tekst:
        """For people."""
        return _TITELS[self]

    @property
    def weg(self) -> bool:
        """Whether the person leaves the melding."""
        return self in (BrpUitkomst.GEEN_INWONER, BrpUitkomst.OVERLEDEN, BrpUitkomst.VERHUISD)

    @property
    def reden(self) -> str:
        """What the signal and its partner hear: never that, or to where, someone moved."""
        return "overleden" if self is BrpUitkomst.OVERLEDEN else "geen_inwoner"


_TITELS = {
    BrpUitkomst.INWONER: Tekst("woont hier", "lives here"),
    BrpUitkomst.GEEN_INWONER: Tekst("woont hier niet", "does not live here"),
    BrpUitkomst.OVERLEDEN: Tekst("overleden", "deceased"),
    BrpUitkomst.VERHUISD: Tekst("verhuisd naar een andere gemeente", "moved to another municipality"),
    BrpUitkomst.ONZEKER: Tekst("onzeker", "uncertain"),
}
