"""What stops when a case ends: requests in preparation, offers in the portal, an application that nobody took up yet."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.verstrekkingen.actions.herstellen import trek_in
from samenhang.kernel.verstrekkingen.models import Aard
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.schuldhulp.actions.borg import kredietaanvragen
from samenhang.schemes.schuldhulp.domain.kredietaanvraag import DOEL
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Aanbod, Rechtbankverzoek

SCHRIJFT: Final = ("schulden", "aanbod")
"""What ending a case changes beside its decision."""


def laat_niets_uitgaan(dossier: Dossier, reden: str) -> None:
    """Before a case ends: nothing that was being prepared goes out any more, and what waits elsewhere is taken back.

    `reden`: one of those of a recall; the credit bank erases an application of which it did not confirm the receipt.
    """
    zaak = dossier.zaak
    bezig = Rechtbankverzoek.objects.met(dossier.toegang).filter(zaak=zaak, stand="voorbereiding")
    bezig.update(stand="ingetrokken")
    Aanbod.objects.met(dossier.toegang).filter(zaak=zaak, vervallen=False).exclude(
        antwoord__in=("akkoord", "geweigerd")
    ).update(vervallen=True)
    if zaak.stap != "borg_aangevraagd":
        return
    wacht = [rij for rij in kredietaanvragen(zaak) if rij.ontvangen is None and not rij.vervolg.filter(aard=Aard.INTREKKING).exists()]  # fmt: skip
    if wacht:
        toegang = toegang_tot(dossier.actor, zaak, leest=("naw",), schrijft=("naw",), doel=DOEL)
        for rij in wacht:
            trek_in(rij, dossier.persoon, reden, toegang)
