"""Debts of a case from a file: all rows, or none."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import UUID

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst, nieuw_id
from samenhang.kernel.basis.werkblad import lees_blad
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import dossierarchief
from samenhang.schemes.schuldhulp.actions.schulden import inventaris_open
from samenhang.schemes.schuldhulp.domain.dossieruitvoer import (
    controleer_persoon,
    is_schuldenlijst,
    lees_dossier,
    lees_schuldenlijst,
)
from samenhang.schemes.schuldhulp.domain.schuldenbestand import Schuldregel, csvrijen, lees_schulden
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.dossierarchief import Dossierarchief, is_archief, open_archief
from samenhang.schemes.schuldhulp.models import Schuld
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import vind_of_maak

GROOTSTE = 2_000_000
"""Bytes of a file with debts of one resident."""


@action(SCHEME, "schulden inlezen")
def lees_in(actor: Actor, zaak_id: UUID, naam: str, inhoud: bytes) -> Zaak:
    """Record the debts of a CSV or XLSX file, or of the export of a dossier by another system.

    One row that is wrong and nothing is stored; each fault has its line. An export of somebody else is refused.

    The same file twice is refused, and so is a debt that is there already under the same creditor and reference.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    inventaris_open(dossier)
    regels = _regels(naam, inhoud, dossier)
    som = hashlib.sha256(inhoud).hexdigest()
    if any(rij.bestand == som for rij in dossier.schulden):
        raise Geweigerd("bestand_bekend", Tekst("Dit bestand is al ingelezen.", "This file was read in already."), status=409)  # fmt: skip
    bekend = {(rij.schuldeiser.naam.casefold(), rij.kenmerk) for rij in dossier.schulden}
    fouten = [
        _staat_er_al(naam, regel)
        for regel in regels
        if (regel.schuldeiser.casefold(), regel.kenmerk) in bekend
    ]
    if fouten:
        raise Geweigerd(
            "schulden_bekend",
            Tekst(f"{len(fouten)} schulden staan er al; er is niets ingelezen.", f"{len(fouten)} debts are there already; nothing was read in."),
            fouten=tuple(fouten[:100]),
            status=409,
        )  # fmt: skip
    op_volgorde = sorted(nieuw_id() for _ in regels)  # of one millisecond, the ids themselves have none
    Schuld.objects.met(dossier.toegang).bulk_create(
        [
            Schuld(
                id=nummer,
                **dossier.vast(),
                schuldeiser=vind_of_maak(dossier.zaak.organisatie_id, regel.schuldeiser, regel.kvk),
                kenmerk=regel.kenmerk,
                incassant=regel.incassant,
                bedrag_centen=None if regel.bedrag is None else regel.bedrag.centen,
                peildatum=regel.peildatum,
                rang=regel.rang,
                stand="opgegeven",
                bestand=som,
            )
            for nummer, regel in zip(op_volgorde, regels, strict=True)
        ]
    )
    zaken.bewaar(dossier.zaak)
    n = len(regels)
    zaken.schrijf_tijdlijn(dossier.zaak, "schuld", Tekst(f"{n} schulden ingelezen", f"{n} debts read in"))
    return dossier.zaak


def _regels(naam: str, inhoud: bytes, dossier: Dossier) -> list[Schuldregel]:
    kort, vandaag = Path(naam).name[:200], zaken.vandaag()
    if is_archief(inhoud):
        if len(inhoud) > dossierarchief.GROOTSTE:
            raise Geweigerd("te_groot", Tekst("De uitvoer is groter dan 25 MB. Haal de documenten eruit.", "The export is larger than 25 MB. Take the documents out."), status=413)  # fmt: skip
        return _uit_dossier(open_archief(inhoud, kort), dossier)
    if len(inhoud) > GROOTSTE:
        raise Geweigerd("te_groot", Tekst("Het bestand is groter dan 2 MB. Knip het in delen.", "The file is larger than 2 MB. Cut it into parts."), status=413)  # fmt: skip
    if not inhoud.startswith(b"PK"):
        return lees_schulden(csvrijen(inhoud), kort, vandaag)
    rijen = lees_blad(inhoud, kort)
    lees = lees_schuldenlijst if rijen and is_schuldenlijst(rijen[0][1]) else lees_schulden
    return lees(iter(rijen), kort, vandaag)


def _uit_dossier(uit: Dossierarchief, dossier: Dossier) -> list[Schuldregel]:
    """The debts of an export, after it is sure that it is of the resident of this case."""
    kop = lees_dossier(uit.dossier, uit.dossiernaam)
    if kop.nummer != uit.nummer:
        tekst = Tekst(f"{uit.dossiernaam} is van dossier {kop.nummer[:20]}. Voer het dossier opnieuw uit.", f"{uit.dossiernaam} is of dossier {kop.nummer[:20]}. Export the dossier again.")  # fmt: skip
        raise Geweigerd("dossier_anders", tekst, fouten=(Fout("dossier_anders", tekst, Plaats(uit.dossiernaam, 2, "id")),))  # fmt: skip
    naw = Naw.objects.met(dossier.toegang).filter(persoon_id=dossier.persoon).first()
    if naw is not None:
        achternaam = f"{naw.tussenvoegsel} {naw.achternaam}"
        controleer_persoon(kop, uit.dossiernaam, achternaam, naw.geboortedatum)
    return lees_schuldenlijst(iter(lees_blad(uit.lijst, uit.lijstnaam)), uit.lijstnaam, zaken.vandaag())


def _staat_er_al(naam: str, regel: Schuldregel) -> Fout:
    tekst = Tekst(
        f"Regel {regel.regel}: deze schuld staat er al. Haal de regel weg, of geef een eigen kenmerk.",
        f"Line {regel.regel}: this debt is there already. Remove the line, or give its own reference.",
    )
    return Fout("schuld_bekend", tekst, Plaats(naam, regel.regel, "kenmerk"))
