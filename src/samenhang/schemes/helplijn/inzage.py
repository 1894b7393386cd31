"""What the line holds of a caller, in his words: for the copy of his data."""

from __future__ import annotations

from collections.abc import Sequence

from samenhang.kernel.basis import Tekst
from samenhang.kernel.inzage import Inzage
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.helplijn.domain.lijsten import DREIGINGEN
from samenhang.schemes.helplijn.queries.overdrachten import mijn_overdrachten


def _zaken(actor: Actor) -> Sequence[Zaak]:
    return [eigen.zaak for eigen in mijn_overdrachten(actor)]


INZAGE = Inzage(
    zaken=_zaken,
    tabellen={"Hulpwens": Tekst("Waar u hulp bij vroeg", "What you asked help with")},
    kolommen={
        "dreigingen": Tekst("Wat er dreigt", "What threatens"),
        "gevraagd": Tekst("Gevraagd op", "Asked on"),
        "gevraagd_door": Tekst("Wie het u vroeg", "Who asked you"),
        "toegestemd": Tekst("U zei ja op", "You said yes on"),
        "wens": Tekst("Wat u wilt", "What you want"),
    },
    waarden={"dreigingen": DREIGINGEN},
)
