"""Sending a hand-over: decided with the facts of the person, snapshot stored with its decision, timeline written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields, replace
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import Operatie, huidige_operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.domain.toestemming import leeftijd
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.samenwerking.models import Samenwerkingsafspraak
from samenhang.kernel.samenwerking.queries import geldende_afspraak
from samenhang.kernel.scheme import Overdracht, scheme
from samenhang.kernel.toegang import NietToegestaan, Toegang
from samenhang.kernel.toegang.besluit import dag_van
from samenhang.kernel.verstrekkingen.actions.voorwaarden import akkoord_over, gesteld_over
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, in_de_weg, reist_mee
from samenhang.kernel.verstrekkingen.models import (
    Aard,
    OverdrachtInhoud,
    UitgaandeOverdracht,
    Weigering,
)
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import feiten_van, toegang_tot


class Wegens(NamedTuple):
    """For which purpose, and on which legal basis, something goes to another."""

    doel: str
    grondslag: str


class VerstrekkingGeweigerd(NietToegestaan):
    """The decision refused that something goes to another; its code is the reason of the first category."""

    def __init__(self, redenen: tuple[tuple[str, str], ...], zin: Tekst) -> None:
        super().__init__(redenen, zin)
        self.code = redenen[0][1]


def draag_over(
    zaak: Zaak,
    soort: str,
    persoon_id: UUID,
    inhoud: Any,
    toegang: Toegang,
    ontvanger: Organisatie | None = None,
    wegens: Wegens | None = None,
    bekend: Vastgelegd | None = None,
    noodzaak: frozenset[str] = frozenset(),
    gelezen: frozenset[str] = frozenset(),
) -> UitgaandeOverdracht:
    """Decide whether a hand-over of a declared kind about one person may go, and record it; it stays outgoing until
    the other side has it.

    What is asked is exactly what goes, for the purpose and on the legal basis of its kind, or those of `wegens` when the
    case rests on another law. The facts are those of this person: what he agreed to for the kind of
    organisation that gets it, what he was told, what he objects to, what the sources of the data asked, his age, and
    what an agreement in force with the receiver covers; `bekend` is what a scheme has on record of these itself, with
    the categories that their source must let go onward first. `noodzaak` names the categories of which the sender wrote
    why the receiver needs them. Of an organisation that is `ontvanger` itself, the agreement is that of the alliance in
    which it takes part. The decision is logged and stands with what went. `toegang` reads what goes and writes "naw",
    unless the sender read it under another decision: `gelezen`. The caller holds the lock on the case.

    Raises `Geweigerd` when the scheme does not declare the kind, the content is of another type, or the same was
    handed over about this person before; `VerstrekkingGeweigerd` when the decision says no, or it would disclose a
    category that the sender may not read. Such a refusal is kept, with its decision, and nothing else is.
    """
    verklaring = next((o for o in scheme(zaak.scheme).stuurt if o.soort == soort), None)
    if verklaring is None or not isinstance(inhoud, verklaring.inhoud):
        raise Geweigerd(
            "overdracht_onbekend",
            Tekst(f"Deze overdracht ({soort}) bestaat niet.", f"This hand-over ({soort}) does not exist."),
        )
    al_gedaan = OverdrachtInhoud.objects.met(toegang).filter(
        overdracht__zaak=zaak, overdracht__soort=soort, overdracht__aard=Aard.NIEUW, persoon_id=persoon_id
    )
    if al_gedaan.exclude(overdracht__vervolg__aard=Aard.INTREKKING).exists():
        raise Geweigerd(
            "al_overgedragen",
            Tekst(
                f"{verklaring.titel.nl}: dat is voor deze persoon al gebeurd. Kies een ander, of bekijk wat er ging.",
                f"{verklaring.titel.en}: that was done for this person already. Choose another, or look at what went.",
            ),
            status=409,
        )
    gaat = verstrekte_categorieen(inhoud)
    gelezen |= toegang.leest
    gesteld = gesteld_over(toegang, persoon_id)
    wegens = wegens or Wegens(verklaring.doel, verklaring.grondslag)
    afspraak, dekt = _afspraak(zaak, ontvanger, wegens)
    verleend, besluit = _vraag_besluit(
        zaak, verklaring, persoon_id, gaat, gesteld, toegang, wegens, dekt, bekend, noodzaak, gelezen
    )
    document = json.loads(json.dumps(asdict(inhoud), default=str))
    overdracht = UitgaandeOverdracht.objects.create(
        zaak=zaak,
        soort=soort,
        van_scheme=zaak.scheme,
        naar_scheme=verklaring.ander,
        grondslag=wegens.grondslag,
        categorieen=",".join(sorted(gaat)),
        voorwaarden=[
            deel.draad() for deel in reist_mee((*gesteld, *akkoord_over(toegang, persoon_id)), gaat)
        ],
        besluit=besluit,
        tabel_hash=verleend.besluit.tabel_hash,
        gemaakt=huidige_operatie().nu,
        som=som_van(document),
        ontvanger=ontvanger,
        afspraak=afspraak,
    )
    OverdrachtInhoud.objects.met(verleend).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon_id,
        overdracht=overdracht,
        inhoud=document,
    )
    schrijf_tijdlijn(zaak, "overdracht", verklaring.titel)
    return overdracht


def _vraag_besluit(
    zaak: Zaak,
    verklaring: Overdracht,
    persoon_id: UUID,
    gaat: frozenset[str],
    gesteld: tuple[Gesteld, ...],
    toegang: Toegang,
    wegens: Wegens,
    dekt: frozenset[str],
    bekend: Vastgelegd | None,
    noodzaak: frozenset[str],
    gelezen: frozenset[str],
) -> tuple[Toegang, dict[str, Any]]:
    """Ask the one decision function with the facts of this person; gives its answer, and that as it is kept."""
    operatie = huidige_operatie()
    verzet = in_de_weg(gesteld, gaat, zelfde_doel=verklaring.ander == zaak.scheme)
    if bekend is None:
        van_wie = [persoon_id]
        alle = feiten_van(operatie.actor, zaak, van_wie, doel=wegens.doel, ontvanger=verklaring.aan)
        bekend = alle[persoon_id]
    feiten = replace(
        bekend,
        voorwaarde_bron=bekend.voorwaarde_bron | frozenset(deel.categorie for deel in verzet),
        leeftijd=_leeftijd(toegang, persoon_id),
        afspraak=dekt,
    )
    weigering = Weigering(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon_id,
        zaak=zaak,
        soort=verklaring.soort,
        naar_scheme=verklaring.ander,
        grondslag=wegens.grondslag,
        categorieen=",".join(sorted(gaat)),
        moment=operatie.nu,
    )
    bewaar = partial(operatie.bewaar_bij_weigering, Weigering.objects.met(toegang), weigering)
    if gaat - gelezen:
        weigering.code = "meer_dan_gelezen"
        bewaar()
        raise Geweigerd(
            weigering.code,
            Tekst(
                "Wat u niet mag lezen, kunt u niet doorgeven.", "What you may not read you cannot pass on."
            ),
            status=403,
        )
    try:
        verleend = toegang_tot(
            operatie.actor,
            zaak,
            leest=gaat,
            schrijft=("naw",),
            doel=wegens.doel,
            personen=[persoon_id],
            bekend=feiten,
            grondslag=wegens.grondslag,
            noodzaak=noodzaak,
        )
    except NietToegestaan as nee:
        weigering.code = nee.redenen[0][1]
        weigering.besluit = _laatste_besluit(operatie)
        bewaar()
        raise VerstrekkingGeweigerd(nee.redenen, _zin(nee, verzet)) from nee
    return verleend, _laatste_besluit(operatie)


def _zin(nee: NietToegestaan, verzet: tuple[Gesteld, ...]) -> Tekst:
    """Why it does not go, for who asked; a condition names its source, because only that can lift it."""
    tekst = nee.tekst
    if nee.redenen[0][1] == "voorwaarde_bron" and verzet:
        deel = verzet[0]
        tekst = Tekst(
            f"{deel.bron} vroeg: {deel.soort.titel.nl} ({deel.categorie}). Vraag de bron om akkoord en leg dat vast.",
            f"{deel.bron} asked: {deel.soort.titel.en} ({deel.categorie}). Ask the source to agree and record that.",
        )
    return Tekst(f"{tekst.nl} Er is niets doorgegeven.", f"{tekst.en} Nothing was passed on.")


def _laatste_besluit(operatie: Operatie) -> dict[str, Any]:
    """The last decision of the operation as it is kept: what was asked and given, on which rules; no facts of anyone."""
    verzoek, besluit = operatie.beslissingen[-1].verzoek, operatie.beslissingen[-1].besluit
    return {
        "doel": verzoek.doel,
        "gevraagd": sorted(verzoek.leest),
        "verleend": sorted(besluit.leest),
        "geweigerd": [list(paar) for paar in besluit.geweigerd],
        "regels": list(besluit.regels),
        "grondslagen": list(besluit.grondslagen),
        "plichten": list(besluit.plichten),
        "tabel": besluit.tabel_hash,
    }


def _afspraak(
    zaak: Zaak, ontvanger: Organisatie | None, wegens: Wegens
) -> tuple[Samenwerkingsafspraak | None, frozenset[str]]:
    """The agreement in force with who gets it, and what it covers; none to an organisation that is not here."""
    if ontvanger is None:
        return None, frozenset()
    tussen = zaak.organisatie_id, ontvanger.id
    gevonden = geldende_afspraak(tussen, zaak.scheme, wegens.doel, dag_van(huidige_operatie().nu))
    return gevonden or (None, frozenset())


def _leeftijd(toegang: Toegang, persoon_id: UUID) -> int | None:
    """His age today; None when the register does not hold his birth date, or the sender may not read it."""
    if "naw" not in toegang.leest:
        return None
    geboren = Naw.objects.met(toegang).filter(persoon_id=persoon_id).values_list("geboortedatum", flat=True)
    return leeftijd(geboren.first(), dag_van(huidige_operatie().nu))


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
