"""What this register holds of a person, in his words: for the copy of his data."""

from __future__ import annotations

from collections.abc import Sequence

from samenhang.kernel.basis import Tekst
from samenhang.kernel.inzage import Inzage
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.bezwaar import GRONDEN
from samenhang.kernel.rechten.domain.toestemming import HOE
from samenhang.kernel.toegang.dimensies import KERNCATEGORIEEN
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.zvh import queries
from samenhang.schemes.zvh.actions import PARTIJEN
from samenhang.schemes.zvh.domain.bezwaar import WAARTEGEN
from samenhang.schemes.zvh.domain.tafel import INBRENG
from samenhang.schemes.zvh.models import GEGEVENS, INBRENGTABELLEN
from samenhang.schemes.zvh.scheme import SCHEME


def _zaken(actor: Actor) -> Sequence[Zaak]:
    return [beeld.zaak for beeld in queries.mijn_casussen(actor)]


_TITELS = {categorie.naam: categorie.titel for categorie in (*KERNCATEGORIEEN, *SCHEME.categorieen)}
INZAGE = Inzage(
    zaken=_zaken,
    tabellen={
        "Toelating": Tekst("Waarom u bent aangemeld en toegelaten", "Why you were referred and admitted"),
        **{model.__name__: _TITELS[naam] for naam, model in GEGEVENS.items()},
        **{model.__name__: INBRENG[naam] for naam, model in INBRENGTABELLEN.items()},
        "HuisPartij": Tekst(
            "Wie aan tafel zit, en wat die mag zien", "Who is at the table, and what they may see"
        ),
        "HuisAfspraak": Tekst("Wat is afgesproken", "What was agreed"),
    },
    kolommen={
        "bronnummer": Tekst("Onder welk nummer", "Under which number"),
        "nodig": Tekst("Waarom dit nodig is", "Why this is needed"),
        "noodzaak": Tekst("Waarom elk gegeven nodig is", "Why each datum is needed"),
        "partij": Tekst("Wie", "Who"),
        "toegelaten_omdat": Tekst("Toegelaten, omdat", "Admitted, because"),
        "verteld_hoe": Tekst("Hoe het u is verteld", "How you were told"),
        "verteld_op": Tekst("Verteld op", "Told on"),
        "waarom": Tekst("Aangemeld, omdat", "Referred, because"),
        "wat": Tekst("Wat", "What"),
    },
    waarden={
        "noodzaak": _TITELS,
        "verteld_hoe": dict(HOE),
        "wie": PARTIJEN,
        "waartegen": WAARTEGEN,
        "stopt": WAARTEGEN,
        "doorgaan_grond": GRONDEN,
    },
)
