"""Debts of a case from a file: all rows, or none."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from uuid import UUID

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst, nieuw_id
from samenhang.kernel.basis.werkblad import WerkbladFout, bladrijen
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.schulden import inventaris_open
from samenhang.schemes.schuldhulp.domain.schuldenbestand import Schuldregel, csvrijen, lees_schulden
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Schuld
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import vind_of_maak

GROOTSTE = 2_000_000
"""Bytes of a file with debts of one resident."""


@action(SCHEME, "schulden inlezen")
def lees_in(actor: Actor, zaak_id: UUID, naam: str, inhoud: bytes) -> Zaak:
    """Record the debts of a CSV or XLSX file. One row that is wrong and nothing is stored; each fault has its line.

    The same file twice is refused, and so is a debt that is there already under the same creditor and reference.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    inventaris_open(dossier)
    regels = _regels(naam, inhoud)
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


def _regels(naam: str, inhoud: bytes) -> list[Schuldregel]:
    if len(inhoud) > GROOTSTE:
        raise Geweigerd("te_groot", Tekst("Het bestand is groter dan 2 MB. Knip het in delen.", "The file is larger than 2 MB. Cut it into parts."), status=413)  # fmt: skip
    kort = Path(naam).name[:200]
    if not inhoud.startswith(b"PK"):
        return lees_schulden(csvrijen(inhoud), kort, zaken.vandaag())
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as doel:
        doel.write(inhoud)
        doel.flush()
        try:
            return lees_schulden(iter(bladrijen(Path(doel.name))), kort, zaken.vandaag())
        except WerkbladFout as fout:
            raise Geweigerd("bestand_onleesbaar", Tekst(f"{kort}: {fout.tekst.nl}. Sla het opnieuw op, of lever CSV.", f"{kort}: {fout.tekst.en}. Save it again, or deliver CSV.")) from fout  # fmt: skip


def _staat_er_al(naam: str, regel: Schuldregel) -> Fout:
    tekst = Tekst(
        f"Regel {regel.regel}: deze schuld staat er al. Haal de regel weg, of geef een eigen kenmerk.",
        f"Line {regel.regel}: this debt is there already. Remove the line, or give its own reference.",
    )
    return Fout("schuld_bekend", tekst, Plaats(naam, regel.regel, "kenmerk"))
