"""What this register holds of a person, in his words: for the copy of his data."""

from __future__ import annotations

from collections.abc import Sequence

from samenhang.kernel.basis import Tekst
from samenhang.kernel.inzage import Inzage
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN, PARTIJEN
from samenhang.schemes.wams.domain.melding import BESTEMMINGEN, RELATIES
from samenhang.schemes.wams.domain.partijen import TE_DELEN
from samenhang.schemes.wams.domain.planzinnen import DOELEN, OORDELEN, PLANZINNEN
from samenhang.schemes.wams.models import AANDACHTSPUNTEN


def _zaken(actor: Actor) -> Sequence[Zaak]:
    return [eigen.zaak for eigen in queries.mijn_zaken(actor)]


INZAGE = Inzage(
    zaken=_zaken,
    tabellen={
        "Melding": Tekst("Wat is gemeld", "What was reported"),
        "Bevinding": Tekst("Onze conclusie", "Our conclusion"),
        "Gezinslid": Tekst("Bij welk gezin u hoort", "To which family you belong"),
        **{model.__name__: LEEFGEBIEDEN[naam] for naam, model in AANDACHTSPUNTEN.items()},
        "Betrokkenheid": Tekst("Wie u al helpt", "Who helps you already"),
        "GevoeligeBetrokkenheid": Tekst("Wie u al helpt met zorg of veiligheid", "Who helps you already with care or safety"),
        "Doel": Tekst("Uw doelen", "Your goals"),
        "Afspraak": Tekst("Wat is afgesproken", "What was agreed"),
        "GenodigdeInwoner": Tekst("Voor welk overleg u bent uitgenodigd", "To which meeting you were invited"),
        "Evaluatie": Tekst("Hoe het ging", "How it went"),
    },
    kolommen={
        "aanwezig": Tekst("U was er", "You were there"),
        "bestemming": Tekst("Waar de melding heen ging", "Where the report went"),
        "binnen_termijn": Tekst("Op tijd", "On time"),
        "doel": Tekst("Doel", "Goal"),
        "gelezen_op": Tekst("Meegelezen op", "Read along on"),
        "klaar": Tekst("Gedaan op", "Done on"),
        "leefgebied": Tekst("Waarover", "About"),
        "loket": Tekst("Wie", "Who"),
        "melder_bericht_op": Tekst("De melder kreeg bericht op", "The reporter was told on"),
        "onderbouwing": Tekst("Waarom", "Why"),
        "oordeel": Tekst("Hoe het staat", "How it stands"),
        "overleg": Tekst("Overleg op", "Meeting on"),
        "problemen": Tekst("Wat speelt er", "What is going on"),
        "relatie": Tekst("U bent", "You are"),
        "samenhang": Tekst("Het hangt samen", "It hangs together"),
        "te_laat_omdat": Tekst("Dit duurde langer, omdat", "This took longer, because"),
        "voorwaarde": Tekst("Wat de bron vroeg", "What the source asked"),
        "zin": Tekst("Afspraak", "Agreement"),
    },
    waarden={
        "bestemming": BESTEMMINGEN,
        "doel": DOELEN,
        "leefgebied": LEEFGEBIEDEN,
        "oordeel": OORDELEN,
        "over": TE_DELEN,
        "relatie": RELATIES,
        "wie": PARTIJEN,
        "zin": {zin.naam: zin.tekst for zin in PLANZINNEN},
    },
    zonder=frozenset({"Melding.melder", "Melding.melder_soort"}),
)  # fmt: skip
