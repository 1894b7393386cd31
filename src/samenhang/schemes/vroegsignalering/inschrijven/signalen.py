"""Signals into the register, each at the person whom the matching gave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

import duckdb

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import nieuwe_ids
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.stapel import BROK, in_brokken
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.inschrijven.bekend import NAAMVELDEN
from samenhang.schemes.vroegsignalering.inschrijven.personen import Personen, gevuld
from samenhang.schemes.vroegsignalering.models import Signaal, SignaalNaam

SIGNAALVELDEN = (
    "regel", "signaal_id", "soort_signaal", "bedrag_centen", "aantal_maanden", "ontstaansdatum", "datum_signaal",
    "dreiging", "datum_dreiging", "warme_overdracht", "minderjarig", "inhoud_hash", "partner_soort",
)  # fmt: skip


def schrijf_signalen(
    verbinding: duckdb.DuckDBPyConnection,
    aanlevering: Aanlevering,
    toegang: Toegang,
    personen: Personen,
    meld: Callable[[int], None],
) -> None:
    """The new signals with the names as they were sent, in the order of the file; `meld` hears how many are in."""
    eigen = ", ".join(f"s.{naam}" for naam in SIGNAALVELDEN)
    cursor = verbinding.execute(
        f"""SELECT u.persoon_id, u.zekerheid, coalesce(s.klantnummer, ''), {eigen}, {gevuld(NAAMVELDEN)}
        FROM signalen s JOIN uitkomst u USING (partner, signaal_id) WHERE s.regel > 0 ORDER BY s.regel"""
    )
    breedte = 3 + len(SIGNAALVELDEN)
    klaar = 0
    while rijen := cursor.fetchmany(BROK):
        wie = [
            (sleutel, personen[rij[0]]) for sleutel, rij in zip(nieuwe_ids(len(rijen)), rijen, strict=True)
        ]
        Signaal.objects.met(toegang).voeg_in(
            ("id", "persoon_id", "zekerheid", "klantnummer", *SIGNAALVELDEN),
            ((*paar, *rij[1:breedte]) for paar, rij in zip(wie, rijen, strict=True)),
            aanlevering_id=aanlevering.id,
            partner_id=aanlevering.afzender_id,
            ontvangen=huidige_operatie().nu,
        )
        SignaalNaam.objects.met(toegang).voeg_in(
            ("signaal_id", "persoon_id", *NAAMVELDEN),
            ((*paar, *rij[breedte:]) for paar, rij in zip(wie, rijen, strict=True)),
        )
        klaar += len(rijen)
        meld(klaar)


def herzie_personen(
    verbinding: duckdb.DuckDBPyConnection,
    toegang: Toegang,
    bekend: Mapping[tuple[str, str], str],
    personen: Personen,
) -> None:
    """Known signals that the new evidence gives to another person, unless they already are in a case."""
    verhuisd: dict[tuple[str, str], list[str]] = defaultdict(list)
    for partner, signaal_id, nieuw in verbinding.execute(
        "SELECT u.partner, u.signaal_id, u.persoon_id FROM uitkomst u JOIN signalen s USING (partner, signaal_id) WHERE s.regel = 0"
    ).fetchall():
        if bekend[partner, signaal_id] != nieuw:
            verhuisd[nieuw, partner].append(signaal_id)
    for (sleutel, partner), nummers in verhuisd.items():
        for brok in in_brokken(nummers, 900):
            rijen = Signaal.objects.met(toegang).filter(
                partner__kvk=partner, signaal_id__in=brok, zaak__isnull=True
            )
            ids = list(rijen.values_list("id", flat=True))
            Signaal.objects.met(toegang).filter(id__in=ids).update(persoon_id=personen[sleutel])
            SignaalNaam.objects.met(toegang).filter(signaal_id__in=ids).update(persoon_id=personen[sleutel])
