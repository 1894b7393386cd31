"""What follows a hand-over: a correction that reaches everybody who got the wrong datum, and taking it back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.actions.overdragen import som_van
from samenhang.kernel.verstrekkingen.models import Aard, OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.actions import schrijf_tijdlijn

REDENEN_INTREKKING: Final = {
    "vergissing": Tekst("het had niet gestuurd mogen worden", "it should not have been sent"),
    "verkeerde_persoon": Tekst("het gaat over een andere persoon", "it is about another person"),
    "bezwaar": Tekst("het bezwaar van de inwoner is toegewezen", "the objection of the resident was granted"),
    "toestemming": Tekst("de inwoner trok zijn toestemming in", "the resident withdrew his consent"),
    "gesloten": Tekst(
        "de zaak is gesloten; het is niet meer nodig", "the case was closed; it is no longer needed"
    ),
}
"""Why a hand-over is taken back; a closed list, so that no free text about a person travels."""


def corrigeer(persoon_id: UUID, nieuw: Mapping[str, Any], toegang: Toegang) -> list[UitgaandeOverdracht]:
    """Tell everybody who received these fields of a person what they should have been (AVG art. 19).

    Each receiver gets what he had before with the corrected fields in it, and confirms that as he did the first;
    who never had the field, or whose hand-over was taken back, hears nothing. Gives what was sent.
    """
    waarden = json.loads(json.dumps(dict(nieuw), default=str))
    rijen = OverdrachtInhoud.objects.met(toegang).filter(persoon_id=persoon_id)
    laatste: dict[UUID, OverdrachtInhoud] = {}
    for rij in rijen.select_related("overdracht").order_by("overdracht__gemaakt", "overdracht_id"):
        laatste[rij.overdracht.betreft_id or rij.overdracht_id] = rij
    uit = []
    for eerste_id, rij in sorted(laatste.items()):
        document = rij.inhoud | {naam: w for naam, w in waarden.items() if naam in rij.inhoud}
        if rij.overdracht.aard == Aard.INTREKKING or document == rij.inhoud:
            continue
        eerste = UitgaandeOverdracht.objects.select_related("zaak").get(id=eerste_id)
        uit.append(_vervolg(eerste, Aard.CORRECTIE, persoon_id, document, eerste.categorieen, toegang))
    return uit


def trek_in(
    eerste: UitgaandeOverdracht, persoon_id: UUID, reden: str, toegang: Toegang
) -> UitgaandeOverdracht:
    """Take a hand-over back: the receiver erases what he got and confirms that. It tells nothing new of the person.

    The caller holds the lock on `eerste`. Raises `Geweigerd` for a reason that is not in the list, for a correction
    or a recall, and when it was taken back before.
    """
    if reden not in REDENEN_INTREKKING:
        keuzes = ", ".join(REDENEN_INTREKKING)
        raise Geweigerd("reden_onjuist", Tekst(f"Kies een reden: {keuzes}.", f"Choose a reason: {keuzes}."))
    if eerste.aard != Aard.NIEUW:
        raise Geweigerd(
            "geen_eerste",
            Tekst(
                "Dit is zelf een correctie of intrekking. Trek de overdracht in waar dit over gaat.",
                "This is itself a correction or a recall. Take back the hand-over that it is about.",
            ),
            status=409,
        )
    if eerste.vervolg.filter(aard=Aard.INTREKKING).exists():
        raise Geweigerd(
            "al_ingetrokken",
            Tekst("Deze overdracht is al ingetrokken.", "This hand-over was taken back already."),
            status=409,
        )
    document = {"meldingnummer": eerste.zaak.nummer, "reden": reden}
    return _vervolg(eerste, Aard.INTREKKING, persoon_id, document, "", toegang)


def _vervolg(
    eerste: UitgaandeOverdracht,
    aard: Aard,
    persoon_id: UUID,
    document: dict[str, Any],
    categorieen: str,
    toegang: Toegang,
) -> UitgaandeOverdracht:
    overdracht = UitgaandeOverdracht.objects.create(
        zaak=eerste.zaak,
        soort=eerste.soort,
        aard=aard,
        betreft=eerste,
        van_scheme=eerste.van_scheme,
        naar_scheme=eerste.naar_scheme,
        grondslag=eerste.grondslag,
        categorieen=categorieen,
        voorwaarden=eerste.voorwaarden,
        tabel_hash=beslistabel().hash,
        gemaakt=huidige_operatie().nu,
        som=som_van(document),
        ontvanger_id=eerste.ontvanger_id,
    )
    OverdrachtInhoud.objects.met(toegang).create(
        organisatie_id=eerste.zaak.organisatie_id,
        persoon_id=persoon_id,
        overdracht=overdracht,
        inhoud=document,
    )
    titel = next(o.titel for o in scheme(eerste.van_scheme).stuurt if o.soort == eerste.soort)
    schrijf_tijdlijn(eerste.zaak, aard, titel_van(aard, titel))
    return overdracht


def titel_van(aard: str, titel: Tekst) -> Tekst:
    """What a hand-over of this nature is called, from the title of its kind."""
    if aard == Aard.CORRECTIE:
        return Tekst(f"Correctie op: {titel.nl}", f"Correction of: {titel.en}")
    if aard == Aard.INTREKKING:
        return Tekst(f"Ingetrokken: {titel.nl}", f"Taken back: {titel.en}")
    if aard == "vernietiging":
        return Tekst(f"Vernietigd bij de bron: {titel.nl}", f"Destroyed at the source: {titel.en}")
    return titel
