"""The table of postcodes is loaded as a whole, with its day and source, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from django.db.models import Max
from django.utils import timezone

from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.domain.contact import weiger
from samenhang.schemes.helplijn.domain.postcodetabel import Gebied, controleer_heel, lees_tabel
from samenhang.schemes.helplijn.models import Postcodegebied, Postcodetabel
from samenhang.schemes.helplijn.scheme import BEHEERDER, SCHEME

BRON_HOOGSTENS: Final = 300


def laad_postcodes(
    actor: Actor, naam: str, tabel: Iterable[bytes], namen: Iterable[bytes], peildatum: date, bron: str
) -> Postcodetabel:
    """Load which four digits lie in which municipality on a day; from then on that table is the one in use.

    The same file for the same day again changes nothing. Raises `Geweigerd` with file, line and column of what is
    wrong, for a file that is not whole, for a day to come, without a source, and (409) for another file of a day that
    is there. The file is read before the transaction opens: a national one takes longer than others should wait.
    """
    rol_vereist(actor, SCHEME.naam, BEHEERDER)
    if peildatum > timezone.localdate():
        raise weiger("peildatum", "peildatum_in_toekomst", "Deze dag moet nog komen. Geef de dag waarop de tabel geldt.", "This day has yet to come. Give the day on which the table holds.")  # fmt: skip
    if not 0 < len(bron.strip()) <= BRON_HOOGSTENS:
        raise weiger("bron", "bron_ontbreekt", f"Schrijf waar de tabel vandaan komt, in hoogstens {BRON_HOOGSTENS} tekens.", f"Write where the table is from, in at most {BRON_HOOGSTENS} characters.")  # fmt: skip
    som = hashlib.sha256()
    gebieden, aantal = lees_tabel(_gehasht(_regels(tabel), som), list(_regels(namen)))
    nieuw = Postcodetabel(
        peildatum=peildatum, bron=bron.strip(), bestand=Path(naam).name[:200], som=som.hexdigest(), regels=aantal,
        gebieden=len(gebieden), door=actor.naam[:200],
    )  # fmt: skip
    return _bewaar(actor, nieuw, gebieden)


@action(SCHEME, "postcodetabel laden")
def _bewaar(actor: Actor, nieuw: Postcodetabel, gebieden: Sequence[Gebied]) -> Postcodetabel:
    rol_vereist(actor, SCHEME.naam, BEHEERDER)
    dag = nieuw.peildatum
    eerder = Postcodetabel.objects.select_for_update().filter(peildatum=dag).first()
    if eerder is not None:
        if eerder.som == nieuw.som:
            return eerder
        raise weiger("peildatum", "peildatum_bekend", f"Van {dag} is er al een tabel. Geef de dag die bij dit bestand hoort.", f"There is a table of {dag} already. Give the day that belongs to this file.", 409)  # fmt: skip
    in_gebruik = Postcodetabel.objects.aggregate(dag=Max("peildatum"))["dag"]
    bekend = Postcodegebied.objects.filter(peildatum=in_gebruik).values("postcode").distinct().count()
    controleer_heel({pc4 for pc4, _, _ in gebieden}, bekend)
    nieuw.geladen = huidige_operatie().nu
    nieuw.save(force_insert=True)
    Postcodegebied.objects.filter(peildatum=dag).delete()
    Postcodegebied.objects.bulk_create(
        [
            Postcodegebied(postcode=pc4, gemeentecode=code, gemeentenaam=titel, peildatum=dag)
            for pc4, code, titel in gebieden
        ],
        batch_size=1000,
    )
    huidige_operatie().verandert(
        postcodetabel=[None, dag.isoformat()], gebieden=len(gebieden), bron=nieuw.bron[:200]
    )
    return nieuw


def _regels(bestand: Iterable[bytes]) -> Iterator[str]:
    """The lines of a file in UTF-8, or as older files of CBS are, in Windows-1252; never the whole file at once."""
    for nummer, regel in enumerate(bestand):
        try:
            tekst = regel.decode("utf-8")
        except UnicodeDecodeError:
            tekst = regel.decode("cp1252", "replace")
        yield tekst.removeprefix("\ufeff") if nummer == 0 else tekst


def _gehasht(regels: Iterator[str], som: hashlib._Hash) -> Iterator[str]:
    for regel in regels:
        som.update(regel.encode())
        yield regel
