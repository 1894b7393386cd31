"""What the person who stays takes over of the one who went, and how that goes back.

Name, contact and addresses are copied: the rows of who went stay under his own id, so that they come back
exactly as they were, whatever happens to the copies meanwhile.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.persoonsgegevens.adressen import Adresgegevens
from samenhang.kernel.persoonsgegevens.models import Adres, Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel

Kopieen = dict[str, str]
"""The id of each copy, with the id of the row that it was made of."""

NAMEN = ("voorletters", "voornaam", "tussenvoegsel", "achternaam", "geboortedatum")
ADRES = tuple(asdict(Adresgegevens()))
BEREIK = ("telefoon", "email")


def neem_over(toegang: Toegang, blijft: UUID, weg: UUID) -> dict[str, Kopieen]:
    """Copy what who stays does not have: a name, a way to reach him, and the addresses of the days without one."""
    kopieen = {
        "naw": _als_hij_niets_heeft(toegang, Naw, blijft, weg),
        "contact": _als_hij_niets_heeft(toegang, Contactgegeven, blijft, weg),
        "adressen": _adressen(toegang, blijft, weg),
    }
    _volg_adres(toegang, blijft)
    return kopieen


def geef_terug(toegang: Toegang, blijft: UUID, weg: UUID, kopieen: dict[str, Kopieen]) -> None:
    """Take the copies away from who stays. What was learnt of him later in such a row stays his."""
    _wis(toegang, Naw, NAMEN, weg, kopieen["naw"], nodig="achternaam")
    _wis(toegang, Contactgegeven, BEREIK, weg, kopieen["contact"])
    _wis(toegang, Adres, ADRES, weg, kopieen["adressen"], heel=True)
    _volg_adres(toegang, blijft)


def _als_hij_niets_heeft(toegang: Toegang, tabel: type[Categorietabel], blijft: UUID, weg: UUID) -> Kopieen:
    rijen = tabel.objects.met(toegang)
    bron = rijen.filter(persoon_id=weg).first()
    if bron is None or rijen.filter(persoon_id=blijft).exists():
        return {}
    return _kopieer(toegang, bron, blijft)


def _kopieer(toegang: Toegang, bron: Categorietabel, blijft: UUID, **anders: Any) -> Kopieen:
    tabel = type(bron)
    velden = {veld.attname: getattr(bron, veld.attname) for veld in tabel._meta.concrete_fields}
    kopie = tabel(**velden | {"id": nieuw_id(), "persoon_id": blijft} | anders)
    tabel.objects.met(toegang).bulk_create([kopie])
    return {str(kopie.id): str(bron.id)}


def _adressen(toegang: Toegang, blijft: UUID, weg: UUID) -> Kopieen:
    """Nobody is in two places on one day: an address of a time of which who stays has his own is left out.

    The present one begins after his last own address.
    """
    eigen = list(Adres.objects.met(toegang).filter(persoon_id=blijft))
    kopieen: Kopieen = {}
    for rij in Adres.objects.met(toegang).filter(persoon_id=weg).order_by("van"):
        if rij.tot is not None:
            vrij = all(
                rij.tot < ander.van or (ander.tot is not None and ander.tot < rij.van) for ander in eigen
            )
            if vrij:
                kopieen |= _kopieer(toegang, rij, blijft)
        elif all(ander.tot is not None for ander in eigen):
            vanaf = max((ander.tot + timedelta(days=1) for ander in eigen if ander.tot), default=rij.van)
            kopieen |= _kopieer(toegang, rij, blijft, van=max(vanaf, rij.van))
    return kopieen


def _wis(
    toegang: Toegang,
    tabel: type[Categorietabel],
    velden: tuple[str, ...],
    weg: UUID,
    kopieen: Kopieen,
    *,
    nodig: str = "",
    heel: bool = False,
) -> None:
    """Empty what in a copy still is of who went; the row goes when nothing is left.

    It also goes when `nodig` is empty; with `heel` the row is of one of the two as a whole.
    """
    rijen = tabel.objects.met(toegang)
    bronnen = {str(rij.id): rij for rij in rijen.filter(id__in=kopieen.values(), persoon_id=weg)}
    for kopie in rijen.filter(id__in=kopieen.keys()):
        bron = bronnen.get(kopieen[str(kopie.id)])
        leeg = {veld: None if tabel._meta.get_field(veld).null else "" for veld in velden}
        van_hem = [
            veld
            for veld in velden
            if bron is None or getattr(kopie, veld) in (leeg[veld], getattr(bron, veld))
        ]
        if len(van_hem) == len(velden) or nodig in van_hem:
            rijen.filter(id=kopie.id).delete()
        elif not heel:
            rijen.filter(id=kopie.id).update(**{veld: leeg[veld] for veld in van_hem})


def _volg_adres(toegang: Toegang, persoon_id: UUID) -> None:
    """The address beside the name is the present one, else the last that is known; without any it is empty."""
    rijen = Adres.objects.met(toegang).filter(persoon_id=persoon_id)
    rij = rijen.filter(tot__isnull=True).first() or rijen.order_by("-tot").first()
    adres = Adresgegevens() if rij is None else Adresgegevens.van(rij)
    Naw.objects.met(toegang).filter(persoon_id=persoon_id).update(**asdict(adres))
