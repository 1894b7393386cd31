"""What the register tells the reader of a file: the agreement, the municipality's rules, earlier signals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Bedrag, Tekst, in_brokken
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.beleid import laatste_afspraak, regels_op
from samenhang.schemes.vroegsignalering.bestand import Beleid, BestandGeweigerd, RegisterFeiten, laad_beleid
from samenhang.schemes.vroegsignalering.bestand.afspraakgrenzen import Afspraakgrenzen
from samenhang.schemes.vroegsignalering.bestand.register import Bekend
from samenhang.schemes.vroegsignalering.models import Signaal

GESLOTEN = ("niet_opgepakt", "ingetrokken")
BROK = 900
"""Values in one statement: below the oldest limit of SQLite."""


def feiten_voor(aanlevering: Aanlevering, toegang: Toegang, dag: date) -> tuple[RegisterFeiten, Beleid]:
    """The facts and the dated policy for one delivery on its day of receipt.

    Raises `BestandGeweigerd` (F10) when no agreement is in force. The agreement goes before the
    municipality's own rules, and these before the national defaults.
    """
    afspraak = laatste_afspraak(aanlevering.ontvanger_id, aanlevering.afzender_id, dag)
    if afspraak is None:
        wat = Tekst(f"er is op {dag} geen afspraak", f"there is no agreement on {dag}")
        raise BestandGeweigerd("F10", aanlevering.bestandsnaam, wat, kolom="partner")
    if afspraak.tot is not None and afspraak.tot < dag:
        wat = Tekst(f"de afspraak eindigde op {afspraak.tot}", f"the agreement ended on {afspraak.tot}")
        raise BestandGeweigerd("F10", aanlevering.bestandsnaam, wat, kolom="partner")
    regels = regels_op(aanlevering.ontvanger_id, dag)
    minimum, maximum = regels.minimum_dagen, dict(regels.maximum_dagen)
    if afspraak.minimum_dagen is not None:
        minimum = afspraak.minimum_dagen
    if afspraak.maximum_dagen is not None:
        maximum[afspraak.soort] = afspraak.maximum_dagen
    landelijk = laad_beleid(dag)
    aan = {
        naam: replace(experiment, status="in_werking") if naam in regels.experimenten else experiment
        for naam, experiment in landelijk.experimenten.items()
    }
    beleid = replace(landelijk, minimum_dagen=minimum, maximum_dagen=maximum, experimenten=aan)
    afzender, ontvanger = aanlevering.afzender, aanlevering.ontvanger

    eigen = Signaal.objects.met(toegang).filter(partner=afzender)

    def als_bekend(rijen: QuerySet[Signaal]) -> Iterator[Bekend]:
        velden = rijen.values_list("signaal_id", "inhoud_hash", "klantnummer", "status")
        for nummer, som, klant, status in velden.iterator(BROK):
            yield Bekend(nummer, som, klant, status not in GESLOTEN)

    def zoek(nummers: Sequence[str], klanten: Sequence[str]) -> Iterable[Bekend]:
        for veld, waarden in (("signaal_id", nummers), ("klantnummer", klanten)):
            for brok in in_brokken(waarden, BROK):
                yield from als_bekend(eigen.filter(**{f"{veld}__in": brok}))

    def alle() -> tuple[int, Iterable[Bekend]]:
        return eigen.count(), als_bekend(eigen)

    feiten = RegisterFeiten(
        nummers=frozenset(nummer for nummer in (afzender.kvk, afzender.oin) if nummer),
        soort=afspraak.soort,
        gemeentecode=ontvanger.gemeentecode or "",
        kolommen=frozenset(afspraak.kolommen) if afspraak.kolommen else None,
        klantnummer_toegestaan=afspraak.klantnummer_toegestaan,
        zoek=zoek,
        alle=alle,
        postcodes=regels.postcodes,
        eigen_maildomein=afspraak.maildomein,
        grenzen=Afspraakgrenzen(
            versie=afspraak.versie,
            drempel=None if afspraak.drempel_centen is None else Bedrag(afspraak.drempel_centen),
            minimum_dagen=afspraak.minimum_dagen,
            maximum_dagen=afspraak.maximum_dagen,
            minimum_maanden=afspraak.minimum_maanden,
        ),
    )
    return feiten, beleid
