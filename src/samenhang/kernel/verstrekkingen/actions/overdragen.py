"""Sending a hand-over: declared kind, legal basis in force, conditions kept, snapshot stored, timeline written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any, NoReturn
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.actions.voorwaarden import gesteld_over
from samenhang.kernel.verstrekkingen.domain.voorwaarden import in_de_weg, reist_mee
from samenhang.kernel.verstrekkingen.models import (
    Aard,
    OverdrachtInhoud,
    UitgaandeOverdracht,
    Weigering,
)
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
    *,
    bezwaar_open: bool = False,
) -> UitgaandeOverdracht:
    """Record a hand-over of a declared kind about one person; it stays outgoing until the other side has it.

    Raises `Geweigerd` when the scheme does not declare the kind, the content is of another type, its legal basis
    is not in force, it would disclose a category that the sender may not read or that its source does not want passed
    on, an objection of the person is not decided (`bezwaar_open`), or the same was handed over about this person
    before. What the law, the source or an objection stops is kept as refused. The caller holds the lock on the case.
    `grondslag`: when the case rests on another law than the declared one.
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
    gaat = verstrekte_categorieen(inhoud)
    poging = Weigering(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon_id,
        zaak=zaak,
        soort=soort,
        naar_scheme=verklaring.ander,
        grondslag=basis.id,
        categorieen=",".join(sorted(gaat)),
        moment=operatie.nu,
    )
    if not basis.in_werking_op(operatie.nu.date()):
        _weiger(
            poging,
            toegang,
            "grondslag_niet_in_werking",
            Tekst(f"{basis.artikel} geldt vandaag niet.", f"{basis.artikel} is not in force today."),
        )
    al_gedaan = OverdrachtInhoud.objects.met(toegang).filter(
        overdracht__zaak=zaak, overdracht__soort=soort, overdracht__aard=Aard.NIEUW, persoon_id=persoon_id
    )
    if al_gedaan.exclude(overdracht__vervolg__aard=Aard.INTREKKING).exists():
        raise Geweigerd(
            "al_overgedragen",
            Tekst(
                f"{verklaring.titel.nl}: dat is voor deze persoon al gebeurd.",
                f"{verklaring.titel.en}: that was done for this person already.",
            ),
            status=409,
        )
    if gaat - toegang.leest:
        _weiger(
            poging,
            toegang,
            "meer_dan_gelezen",
            Tekst(
                "Wat u niet mag lezen, kunt u niet doorgeven.",
                "What you may not read you cannot pass on.",
            ),
        )
    if bezwaar_open:
        _weiger(
            poging,
            toegang,
            "bezwaar_open",
            Tekst(
                "De inwoner maakte bezwaar. Beslis eerst daarover; tot dan gaat er niets naar anderen.",
                "The resident objected. Decide on that first; until then nothing goes to others.",
            ),
        )
    gesteld = gesteld_over(toegang, persoon_id)
    if verzet := in_de_weg(gesteld, gaat, zelfde_doel=verklaring.ander == zaak.scheme):
        deel = verzet[0]
        _weiger(
            poging,
            toegang,
            "voorwaarde_bron",
            Tekst(
                f"{deel.bron} vroeg: {deel.soort.titel.nl} ({deel.categorie}). Vraag de bron om akkoord en leg dat vast; er is niets doorgegeven.",
                f"{deel.bron} asked: {deel.soort.titel.en} ({deel.categorie}). Ask the source to agree and record that; nothing was passed on.",
            ),
        )
    document = json.loads(json.dumps(asdict(inhoud), default=str))
    overdracht = UitgaandeOverdracht.objects.create(
        zaak=zaak,
        soort=soort,
        van_scheme=zaak.scheme,
        naar_scheme=verklaring.ander,
        grondslag=basis.id,
        categorieen=",".join(sorted(gaat)),
        voorwaarden=[deel.draad() for deel in reist_mee(gesteld, gaat)],
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


def bewaar_weigering(
    zaak: Zaak, soort: str, persoon_id: UUID, categorieen: Iterable[str], code: str, toegang: Toegang
) -> None:
    """Keep, when this operation is refused, that a hand-over of a declared kind was asked for and why it did not go.

    For what the decision itself refuses, before there is a content to judge; `toegang` writes "naw" of this person.
    """
    verklaring = next(o for o in scheme(zaak.scheme).stuurt if o.soort == soort)
    poging = Weigering(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon_id,
        zaak=zaak,
        soort=soort,
        naar_scheme=verklaring.ander,
        grondslag=verklaring.grondslag,
        categorieen=",".join(sorted(categorieen)),
        moment=huidige_operatie().nu,
        code=code,
    )
    huidige_operatie().bewaar_bij_weigering(Weigering.objects.met(toegang), poging)


def _weiger(poging: Weigering, toegang: Toegang, code: str, tekst: Tekst) -> NoReturn:
    """Refuse to pass it on, and keep that it was refused when all else is rolled back."""
    poging.code = code
    huidige_operatie().bewaar_bij_weigering(Weigering.objects.met(toegang), poging)
    raise Geweigerd(code, tekst, status=403)


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
