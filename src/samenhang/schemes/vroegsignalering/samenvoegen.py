"""Two persons turn out to be one, or one turns out to be two after all.

Every row moves by name, and the list of what moved is kept, so that it can be put back exactly. Persons are
never deleted: an id that was once given away stays, and the log of who looked keeps its meaning.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.personen.models import HuishoudenLid, Persoon, Zoeksleutel
from samenhang.kernel.persoonsgegevens.models import Adres, Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering.models import ReactieNaam, Samenvoeging, Signaal, Twijfelpaar
from samenhang.schemes.vroegsignalering.overnemen import geef_terug, neem_over

VAN_DE_PERSOON: tuple[type[Categorietabel], ...] = (Naw, Contactgegeven, Adres)
"""Tables of which the rows stay with their person; who stays gets copies of what he lacks (`overnemen.py`)."""

BLIJVEN: tuple[type[Categorietabel], ...] = (Twijfelpaar, Samenvoeging)
"""Tables that tell about the pair itself."""


EIGEN = ("samenhang.kernel.", "samenhang.schemes.vroegsignalering.")
"""Where those tables stand: the kernel and this scheme. Another scheme has persons of its own."""


def _tabellen() -> list[type[Categorietabel]]:
    """Every category table whose rows follow the person, by name."""
    vast = {*VAN_DE_PERSOON, *BLIJVEN}
    alle = [
        tabel
        for tabel in apps.get_models()
        if issubclass(tabel, Categorietabel) and tabel not in vast and tabel.__module__.startswith(EIGEN)
    ]
    return sorted(alle, key=lambda tabel: tabel._meta.label)


def voeg_samen(toegang: Toegang, paar: Twijfelpaar, door: str) -> Samenvoeging | None:
    """Merge the persons of a pair; None when they are one already. The one known longest stays."""
    ids = {
        _nu(toegang, *paar.links_van, paar.persoon_id),
        _nu(toegang, *paar.rechts_van, paar.rechts_persoon_id),
    }
    if len(ids) == 1:
        return None
    personen = Persoon.objects.filter(id__in=ids).order_by("bekend_sinds", "sleutel")
    blijft, weg = list(personen)
    operatie = huidige_operatie()
    verplaatst: dict[str, Any] = {"tabellen": {}}
    for tabel in _tabellen():
        rijen = tabel.objects.met(toegang).filter(persoon_id=weg.id)
        nummers = [str(nummer) for nummer in _ids(tabel, toegang, weg.id)]
        if nummers:
            rijen.update(persoon_id=blijft.id)
            verplaatst["tabellen"][tabel._meta.label] = nummers
    verplaatst["kopieen"] = neem_over(toegang, blijft.id, weg.id)
    _vindbaar(blijft.id, weg.id, verplaatst)
    _zaken(blijft.id, weg.id, verplaatst)
    _huishouden(blijft.id, weg.id, verplaatst)
    samenvoeging: Samenvoeging = Samenvoeging.objects.met(toegang).create(
        organisatie_id=toegang.organisatie_id,
        persoon_id=blijft.id,
        weg_id=weg.id,
        paar_id=paar.id,
        verplaatst=verplaatst,
        door=door[:200],
        moment=operatie.nu,
    )
    return samenvoeging


def _nu(toegang: Toegang, tabel: type[Signaal | ReactieNaam], nummer: UUID | None, toen: UUID) -> UUID:
    """Whose it is now; the pair may be older than the last run."""
    nu = tabel.objects.met(toegang).filter(id=nummer).values_list("persoon_id", flat=True).first()
    return nu or toen


def _ids(tabel: type[Categorietabel], toegang: Toegang, persoon_id: UUID) -> list[UUID]:
    return list(tabel.objects.met(toegang).filter(persoon_id=persoon_id).values_list("id", flat=True))


def _vindbaar(blijft: UUID, weg: UUID, verplaatst: dict[str, Any]) -> None:
    """Search keys are copied; an account moves when who stays has none."""
    eigen = set(Zoeksleutel.objects.filter(persoon_id=blijft).values_list("waarde", flat=True))
    nieuw = [
        Zoeksleutel(persoon_id=blijft, organisatie_id=sleutel.organisatie_id, waarde=sleutel.waarde)
        for sleutel in Zoeksleutel.objects.filter(persoon_id=weg)
        if sleutel.waarde not in eigen
    ]
    Zoeksleutel.objects.bulk_create(nieuw)
    verplaatst["zoeksleutels"] = [sleutel.waarde for sleutel in nieuw]
    rekening = Gebruiker.objects.filter(persoon_id=weg).first()
    if rekening is not None and not Gebruiker.objects.filter(persoon_id=blijft).exists():
        Gebruiker.objects.filter(id=rekening.id).update(persoon_id=blijft)
        verplaatst["gebruiker"] = str(rekening.id)


def _zaken(blijft: UUID, weg: UUID, verplaatst: dict[str, Any]) -> None:
    """The cases of who went become those of who stays; each open one says so on its timeline."""
    eigen = set(Betrokkene.objects.filter(persoon_id=blijft).values_list("zaak_id", flat=True))
    rijen = list(Betrokkene.objects.filter(persoon_id=weg).values_list("id", "zaak_id", "rol"))
    dubbel = [(str(zaak), rol) for _, zaak, rol in rijen if zaak in eigen]
    verhuist = [nummer for nummer, zaak, _ in rijen if zaak not in eigen]
    Betrokkene.objects.filter(persoon_id=weg, zaak_id__in=eigen).delete()
    Betrokkene.objects.filter(id__in=verhuist).update(persoon_id=blijft)
    verplaatst["betrokken"], verplaatst["dubbel_betrokken"] = verhuist, dubbel
    _meld({zaak for _, zaak, _ in rijen} | eigen, "samengevoegd", Tekst("Twee personen bleken één persoon te zijn", "Two persons turned out to be one"))  # fmt: skip


def _meld(zaak_ids: set[UUID], wat: str, tekst: Tekst) -> None:
    for zaak in Zaak.objects.filter(id__in=zaak_ids, gesloten__isnull=True).order_by("id"):
        schrijf_tijdlijn(zaak, wat, tekst)


def _huishouden(blijft: UUID, weg: UUID, verplaatst: dict[str, Any]) -> None:
    """Who went leaves his household; who stays takes that place only when he has none."""
    vandaag = timezone.localdate(huidige_operatie().nu)
    lid = HuishoudenLid.objects.filter(persoon_id=weg, tot__isnull=True).first()
    if lid is None:
        return
    HuishoudenLid.objects.filter(id=lid.id).update(tot=vandaag)
    verplaatst["huishouden_uit"] = lid.id
    if not HuishoudenLid.objects.filter(persoon_id=blijft, tot__isnull=True).exists():
        nieuw = HuishoudenLid.objects.create(huishouden_id=lid.huishouden_id, persoon_id=blijft, van=vandaag)
        verplaatst["huishouden_in"] = nieuw.id


def haal_uiteen(toegang: Toegang, samenvoeging: Samenvoeging, door: str) -> None:
    """Put every row back where it was. What came later stays with the person who stayed."""
    blijft, weg, verplaatst = samenvoeging.persoon_id, samenvoeging.weg_id, samenvoeging.verplaatst
    later = Samenvoeging.objects.met(toegang).filter(
        Q(persoon_id__in=(blijft, weg)) | Q(weg_id__in=(blijft, weg)),
        moment__gt=samenvoeging.moment,
        ongedaan_op__isnull=True,
    )
    if later.exists():
        raise Geweigerd(
            "later_samengevoegd",
            Tekst(
                "Een van beiden is daarna nog eens samengevoegd. Neem eerst dat oordeel terug.",
                "One of them was merged again since. First take that judgement back.",
            ),
            status=409,
        )
    per_label = {tabel._meta.label: tabel for tabel in _tabellen()}
    for label, nummers in verplaatst["tabellen"].items():
        per_label[label].objects.met(toegang).filter(id__in=nummers, persoon_id=blijft).update(persoon_id=weg)
    geef_terug(toegang, blijft, weg, verplaatst["kopieen"])
    Zoeksleutel.objects.filter(persoon_id=blijft, waarde__in=verplaatst["zoeksleutels"]).delete()
    if "gebruiker" in verplaatst:
        Gebruiker.objects.filter(id=verplaatst["gebruiker"], persoon_id=blijft).update(persoon_id=weg)
    Betrokkene.objects.filter(id__in=verplaatst["betrokken"], persoon_id=blijft).update(persoon_id=weg)
    Betrokkene.objects.bulk_create(
        [Betrokkene(zaak_id=zaak, persoon_id=weg, rol=rol) for zaak, rol in verplaatst["dubbel_betrokken"]],
        ignore_conflicts=True,
    )
    if "huishouden_in" in verplaatst:
        HuishoudenLid.objects.filter(id=verplaatst["huishouden_in"]).delete()
    if "huishouden_uit" in verplaatst:
        HuishoudenLid.objects.filter(id=verplaatst["huishouden_uit"]).update(tot=None)
    Samenvoeging.objects.met(toegang).filter(id=samenvoeging.id).update(
        ongedaan_door=door[:200], ongedaan_op=huidige_operatie().nu
    )
    zaken = set(Betrokkene.objects.filter(persoon_id__in=(blijft, weg)).values_list("zaak_id", flat=True))
    _meld(zaken, "uiteengehaald", Tekst("De samenvoeging van twee personen is teruggedraaid", "The merge of two persons was undone"))  # fmt: skip
