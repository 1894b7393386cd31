"""Sending a hand-over: declared kind, legal basis in force, snapshot stored, timeline written; and its receipt."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak


def draag_over(
    zaak: Zaak,
    soort: str,
    persoon_id: UUID,
    inhoud: Any,
    toegang: Toegang,
    ontvanger: Organisatie | None = None,
    grondslag: str = "",
) -> UitgaandeOverdracht:
    """Record a hand-over of a declared kind about one person; it stays outgoing until the other side has it.

    Raises `Geweigerd` when the scheme does not declare the kind, the content is of another type, its legal basis
    is not in force, it would disclose a category that the sender may not read, or the same was handed over about
    this person before. The caller holds the lock on the case. `grondslag`: when the case rests on another law than
    the declared one.
    """
    operatie = huidige_operatie()
    verklaring = next((o for o in scheme(zaak.scheme).stuurt if o.soort == soort), None)
    if verklaring is None or not isinstance(inhoud, verklaring.inhoud):
        raise Geweigerd(
            "overdracht_onbekend",
            Tekst(f"Deze overdracht ({soort}) bestaat niet.", f"This hand-over ({soort}) does not exist."),
        )
    tabel = beslistabel()
    basis = tabel.grondslagen[grondslag or verklaring.grondslag]
    if not basis.in_werking_op(operatie.nu.date()):
        raise Geweigerd(
            "grondslag_niet_in_werking",
            Tekst(f"{basis.artikel} geldt vandaag niet.", f"{basis.artikel} is not in force today."),
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
    gaat = verstrekte_categorieen(inhoud)
    if gaat - toegang.leest:
        raise Geweigerd(
            "meer_dan_gelezen",
            Tekst(
                "Wat u niet mag lezen, kunt u niet doorgeven.",
                "What you may not read you cannot pass on.",
            ),
            status=403,
        )
    document = json.loads(json.dumps(asdict(inhoud), default=str))
    overdracht = UitgaandeOverdracht.objects.create(
        zaak=zaak,
        soort=soort,
        van_scheme=zaak.scheme,
        naar_scheme=verklaring.ander,
        grondslag=basis.id,
        categorieen=",".join(sorted(gaat)),
        tabel_hash=tabel.hash,
        gemaakt=operatie.nu,
        som=som_van(document),
        ontvanger=ontvanger,
    )
    OverdrachtInhoud.objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon_id,
        overdracht=overdracht,
        inhoud=document,
    )
    schrijf_tijdlijn(zaak, "overdracht", verklaring.titel)
    return overdracht


def verstrekte_categorieen(inhoud: Any) -> frozenset[str]:
    """The categories of the fields that hold something: exactly what a receiver learns from this content.

    Each field of a content names its category as `metadata={"categorie": …}`; one of "" tells nothing of a person.
    """
    gevuld = (
        veld.metadata["categorie"]
        for veld in fields(inhoud)
        if getattr(inhoud, veld.name) not in ("", None, ())
    )
    return frozenset(categorie for categorie in gevuld if categorie)


def som_van(document: dict[str, Any]) -> str:
    """SHA-256 of a content: of its JSON with sorted keys and without spaces, so that a receiver computes the same."""
    vast = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(vast.encode()).hexdigest()


def bevestig_ontvangst(overdracht: UitgaandeOverdracht, door: str, op: date, som: str = "") -> None:
    """Record that the other side has it: who says so, on which day, and of which content when the receipt names it.

    Raises `Geweigerd` for a second receipt, one about another content, without a name, or on a day before it was
    sent or after today.
    """
    nu = huidige_operatie().nu
    if overdracht.ontvangen is not None:
        raise Geweigerd(
            "al_ontvangen",
            Tekst(
                f"Dit is al bevestigd op {timezone.localdate(overdracht.ontvangen):%d-%m-%Y} door {overdracht.ontvangen_door}.",
                f"This was confirmed on {timezone.localdate(overdracht.ontvangen)} by {overdracht.ontvangen_door}.",
            ),
            status=409,
        )
    if not door.strip():
        raise Geweigerd(
            "ontvanger_ontbreekt",
            Tekst("Schrijf wie de ontvangst bevestigt.", "Write who confirms the receipt."),
        )
    if som and som.strip().lower() != overdracht.som:
        raise Geweigerd(
            "andere_inhoud",
            Tekst(
                "De ontvangstbevestiging gaat over een andere inhoud. Geef de overdracht opnieuw door.",
                "The receipt is about another content. Pass the hand-over on again.",
            ),
            status=409,
        )
    if not timezone.localdate(overdracht.gemaakt) <= op <= timezone.localdate(nu):
        raise Geweigerd(
            "datum_onjuist",
            Tekst(
                "De dag van ontvangst ligt vóór het versturen of in de toekomst.",
                "The day of receipt is before sending or in the future.",
            ),
        )
    moment = nu if op == timezone.localdate(nu) else timezone.make_aware(datetime.combine(op, time(12)))
    overdracht.ontvangen = max(moment, overdracht.gemaakt)
    overdracht.ontvangen_door = door.strip()[:200]
    overdracht.save(update_fields=["ontvangen", "ontvangen_door"])
