"""Every verb on a melding, as data: the page, the API and the command line offer exactly these."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.scheme import Handeling
from samenhang.schemes.vroegsignalering.handelingen.bezwaar import BEZWAAR
from samenhang.schemes.vroegsignalering.handelingen.brp import BRP
from samenhang.schemes.vroegsignalering.handelingen.contact import CONTACT
from samenhang.schemes.vroegsignalering.handelingen.hulp import HULP
from samenhang.schemes.vroegsignalering.handelingen.inwoner import INWONER
from samenhang.schemes.vroegsignalering.handelingen.meewerken import MEEWERKEN
from samenhang.schemes.vroegsignalering.handelingen.rechten import RECHTEN
from samenhang.schemes.vroegsignalering.handelingen.verbeteren import VERBETEREN
from samenhang.schemes.vroegsignalering.handelingen.verloop import VERLOOP

HANDELINGEN: Final[dict[str, Handeling]] = {
    handeling.naam: handeling
    for handeling in (*CONTACT, *BRP, *HULP, *VERLOOP, *MEEWERKEN, *BEZWAAR, *INWONER, *VERBETEREN, *RECHTEN)
}


def handeling(naam: str) -> Handeling | None:
    """The verb of that name; None when there is none."""
    return HANDELINGEN.get(naam)
