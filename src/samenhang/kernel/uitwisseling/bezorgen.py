"""Sending: what is due follows from the hand-overs themselves; a message goes until its signed receipt is in.

The call is made outside any transaction. Killed before the receipt is stored, the message goes again, and the
receiver answers with the same receipt.
"""

from __future__ import annotations

import logging
import urllib.error
import urllib.request
from collections.abc import Iterable
from datetime import datetime, timedelta
from http.client import HTTPMessage
from typing import IO, Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.spoor import uitgaand
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.uitwisseling.domain import bericht as berichten
from samenhang.kernel.uitwisseling.domain.bericht import Bericht
from samenhang.kernel.uitwisseling.domain.handtekening import Stuk, controleer, onderteken
from samenhang.kernel.uitwisseling.models import Bezorging, Uitwisselpartner
from samenhang.kernel.uitwisseling.partners import geldige_sleutels
from samenhang.kernel.verstrekkingen.actions.ontvangst import bevestig_ontvangst, onbevestigd
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.domain.nota import BERICHT

log = logging.getLogger("samenhang.uitwisseling")

PAD: Final = "/uitwisseling/berichten"
DOEL: Final = "verstrekking"
WACHT_S: Final = 15
EERSTE_WACHT, LANGSTE_WACHT = timedelta(minutes=1), timedelta(hours=6)


def te_bezorgen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Hand-overs to a partner that have no receipt and whose next attempt is due, the oldest first."""
    partners = Uitwisselpartner.objects.filter(
        organisatie_id=OuterRef("zaak__organisatie_id"),
        ander_id=OuterRef("ontvanger_id"),
        beeindigd__isnull=True,
        sinds__lte=OuterRef("gemaakt"),
    )
    rijen = (
        onbevestigd()
        .filter(Exists(partners))
        .filter(Q(bezorging__isnull=True) | Q(bezorging__niet_voor__lte=nu, bezorging__bezorgd__isnull=True))
        .order_by("gemaakt", "id")
    )
    return [str(nummer) for nummer in rijen.values_list("id", flat=True)[:hoogstens]]


def begin(item: str) -> None:
    """Note an attempt; the call itself is made outside the transaction."""
    rij, _ = Bezorging.objects.get_or_create(overdracht_id=UUID(item), defaults={"niet_voor": timezone.now()})
    Bezorging.objects.filter(overdracht_id=rij.overdracht_id).update(
        loopt=True, pogingen=F("pogingen") + 1, niet_voor=volgende_poging(rij.pogingen, timezone.now())
    )


def bezorg_begonnen() -> None:
    """Send what the duty noted, one by one, in the order in which it was handed over."""
    lopend = Bezorging.objects.filter(loopt=True, bezorgd__isnull=True).order_by("overdracht__gemaakt", "pk")
    for nummer in list(lopend.values_list("overdracht_id", flat=True)):
        try:
            bewijs = _bezorg(nummer)
        except Geweigerd as fout:
            log.warning("overdracht %s niet bezorgd: %s", nummer, fout.code)
            Bezorging.objects.filter(overdracht_id=nummer).update(
                loopt=False, fout_nl=fout.tekst.nl[:500], fout_en=fout.tekst.en[:500]
            )
        else:
            _bezorgd(nummer, bewijs)


def _bezorg(nummer: UUID) -> str:
    """Send one and check its receipt; gives the receipt. Raises `Geweigerd` with what went wrong."""
    rij = UitgaandeOverdracht.objects.select_related("zaak__organisatie", "ontvanger").get(id=nummer)
    return bezorg_bij(partner_van(rij.zaak.organisatie_id, rij.ontvanger_id), _bericht(rij))


def partner_van(organisatie_id: UUID, ander_id: UUID | None) -> Uitwisselpartner:
    """The partner that a message goes to; raises `Geweigerd` when the exchange was ended meanwhile."""
    partner = Uitwisselpartner.objects.filter(
        organisatie_id=organisatie_id, ander_id=ander_id, beeindigd__isnull=True
    ).first()
    if partner is None:
        raise Geweigerd(
            "partner_beeindigd",
            Tekst("Deze partner is intussen beëindigd.", "This partner was ended meanwhile."),
        )
    return partner


def bezorg_bij(partner: Uitwisselpartner, bericht: Bericht) -> str:
    """Sign a message, bring it to a partner and check the receipt that comes back; gives that. Outside a transaction.

    Raises `Geweigerd` when nobody answers, the answer is no receipt, or it is not that of this message.
    """
    lijf = berichten.schrijf(bericht)
    eigen, prive = sleutels.in_gebruik(BERICHT)
    stuk = Stuk(berichten.SOORT, lijf, "POST", urlsplit(partner.adres).path + PAD)
    status, kop, antwoord = _stuur(
        partner.adres + PAD, lijf, onderteken(stuk, eigen, prive, timezone.now()) | uitgaand()
    )
    if status != 200:
        raise _antwoord_fout(status, antwoord)
    terug = Stuk(kop.get("content-type", ""), antwoord, status=status)
    controleer(terug, kop, geldige_sleutels([partner]), timezone.now())
    berichten.lees_ontvangst(antwoord, bericht.nummer, bericht.som)
    return antwoord.decode()


def volgende_poging(pogingen: int, nu: datetime) -> datetime:
    """When to try again after so many attempts."""
    verdubbeld: int = 2 ** min(pogingen, 10)
    return nu + min(LANGSTE_WACHT, EERSTE_WACHT * verdubbeld)


def _bericht(rij: UitgaandeOverdracht) -> Bericht:
    """The message of a hand-over, read by the system under the law of the hand-over; logged about the person."""
    gemeente = rij.zaak.organisatie
    assert rij.ontvanger is not None  # that is how it was found
    with operatie(rij.van_scheme, "overdracht versturen", systeem(gemeente)):
        huidige_operatie().zaak_id = rij.zaak_id
        toegang = toegang_tot_register(systeem(gemeente), rij.van_scheme, doel=DOEL, leest=("naw",))
        inhoud = OverdrachtInhoud.objects.met(toegang).filter(overdracht=rij).first()
        if inhoud is None:
            raise Geweigerd(
                "inhoud_gewist",
                Tekst("De inhoud is na de bewaartermijn gewist.", "The content was erased after its term."),
            )
        huidige_operatie().raakt([inhoud.persoon_id])
        return Bericht(
            nummer=rij.id,
            van=gemeente.oin or "",
            aan=rij.ontvanger.oin or "",
            scheme=rij.naar_scheme,
            soort=rij.soort,
            aard=rij.aard,
            betreft=rij.betreft_id,
            gemaakt=rij.gemaakt,
            artikel=woorden.wetten(rij.grondslag)[0].artikel,
            voorwaarden=tuple(rij.voorwaarden),
            som=rij.som,
            inhoud=inhoud.inhoud,
        )


class _GeenOmweg(urllib.request.HTTPRedirectHandler):
    """A signed message goes to the address that was agreed and nowhere else."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Never."""
        return None


def _stuur(adres: str, lijf: bytes, kop: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    """Status, headers in lower case and body of the answer; status 0 when nobody answered."""
    verzoek = urllib.request.Request(adres, data=lijf, headers=kop, method="POST")
    opener = urllib.request.build_opener(_GeenOmweg())
    try:
        with opener.open(verzoek, timeout=WACHT_S) as antwoord:
            return antwoord.status, _laag(antwoord.headers), antwoord.read(berichten.HOOGSTENS)
    except urllib.error.HTTPError as fout:
        return fout.code, _laag(fout.headers), fout.read(berichten.HOOGSTENS)
    except (OSError, ValueError) as fout:
        return 0, {}, type(fout).__name__.encode()


def _laag(kop: Any) -> dict[str, str]:
    return {naam.lower(): waarde for naam, waarde in kop.items()}


def _antwoord_fout(status: int, antwoord: bytes) -> Geweigerd:
    """What the partner answered, when that is no receipt. Its text is not repeated: it could hold anything."""
    if status == 0:
        naam = antwoord.decode("ascii", "replace")
        return Geweigerd(
            "onbereikbaar",
            Tekst(f"De partner is niet bereikbaar ({naam}).", f"The partner cannot be reached ({naam})."),
        )
    eerste = antwoord.split(b"\n", 1)[0].decode("ascii", "replace")[:60]
    code = eerste if eerste.replace("_", "").isalnum() else ""
    return Geweigerd(
        "geweigerd_door_partner",
        Tekst(
            f"De partner antwoordde met {status} {code}. Wij proberen het opnieuw.",
            f"The partner answered with {status} {code}. We try again.",
        ),
    )


def _bezorgd(nummer: UUID, bewijs: str) -> None:
    """Store the receipt: once, whichever worker comes with it."""
    rij = UitgaandeOverdracht.objects.select_related("zaak__organisatie", "ontvanger").get(id=nummer)
    assert rij.ontvanger is not None  # that is how it was found
    with operatie(rij.van_scheme, "ontvangst van overdracht bevestigen", systeem(rij.zaak.organisatie)) as op:
        op.zaak_id = rij.zaak_id
        vast = UitgaandeOverdracht.objects.select_for_update(of=("self",)).get(id=nummer)
        if vast.ontvangen is None:
            wie = rij.ontvanger.onderscheidend
            bevestig_ontvangst(vast, f"{wie}, per bericht", timezone.localdate(op.nu), vast.som)
            schrijf_tijdlijn(
                rij.zaak, "ontvangen", Tekst(f"Aangekomen als bericht bij {wie}", f"Arrived as a message at {wie}")
            )  # fmt: skip
            op.verandert(overdracht=str(nummer), ontvangen=[None, "per bericht"])
        Bezorging.objects.filter(overdracht_id=nummer).update(
            loopt=False, bezorgd=op.nu, ontvangstbewijs=bewijs, fout_nl="", fout_en=""
        )
