"""Sending a hand-over: declared kind, legal basis in force, snapshot stored, timeline written."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak


def draag_over(
    zaak: Zaak, soort: str, persoon_id: UUID, inhoud: Any, toegang: Toegang
) -> UitgaandeOverdracht:
    """Record a hand-over of a declared kind about one person; it stays outgoing until the other side has it.

    Raises `Geweigerd` when the scheme does not declare the kind, the content is of another type, its legal basis
    is not in force, or the same was handed over about this person before. The caller holds the lock on the case.
    """
    operatie = huidige_operatie()
    verklaring = next((o for o in scheme(zaak.scheme).stuurt if o.soort == soort), None)
    if verklaring is None or not isinstance(inhoud, verklaring.inhoud):
        raise Geweigerd(
            "overdracht_onbekend",
            Tekst(f"Deze overdracht ({soort}) bestaat niet.", f"This hand-over ({soort}) does not exist."),
        )
    tabel = beslistabel()
    grondslag = tabel.grondslagen[verklaring.grondslag]
    if not grondslag.in_werking_op(operatie.nu.date()):
        raise Geweigerd(
            "grondslag_niet_in_werking",
            Tekst(f"{grondslag.artikel} geldt vandaag niet.", f"{grondslag.artikel} is not in force today."),
            status=403,
        )
    al_gedaan = OverdrachtInhoud.objects.met(toegang).filter(
        overdracht__zaak=zaak, overdracht__soort=soort, persoon_id=persoon_id
    )
    if al_gedaan.exists():
        raise Geweigerd(
            "al_overgedragen",
            Tekst(
                f"{verklaring.titel.nl}: dat is voor deze persoon al gebeurd.",
                f"{verklaring.titel.en}: that was done for this person already.",
            ),
            status=409,
        )
    overdracht = UitgaandeOverdracht.objects.create(
        zaak=zaak,
        soort=soort,
        van_scheme=zaak.scheme,
        naar_scheme=verklaring.ander,
        grondslag=grondslag.id,
        categorieen=",".join(sorted(toegang.leest)),
        tabel_hash=tabel.hash,
        gemaakt=operatie.nu,
    )
    OverdrachtInhoud.objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon_id,
        overdracht=overdracht,
        inhoud=json.loads(json.dumps(asdict(inhoud), default=str)),
    )
    schrijf_tijdlijn(zaak, "overdracht", verklaring.titel)
    return overdracht
