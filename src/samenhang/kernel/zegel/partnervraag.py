"""Asking partners to countersign our newest checkpoint: over HTTPS by a duty, or as a file that someone carries over."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.spoor import uitgaand
from samenhang.kernel.zegel import alarm, bladen, punten, sleutels
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.getuige import schrijf_aanvraag
from samenhang.kernel.zegel.models import Controlepunt, Medeondertekening, Partnerstand
from samenhang.kernel.zegel.sleutels import Partner

WEER = timedelta(minutes=10)
WACHT_S = 10
HOOGSTENS = 100_000
"""Bytes of an answer that are read."""


def aanvraag(punt: Controlepunt, vanaf: int) -> str:
    """The request to countersign a checkpoint, with the proof from `vanaf` leaves.

    Raises `Geweigerd` when the checkpoint has fewer leaves than that.
    """
    if not 0 <= vanaf <= punt.omvang:
        raise Geweigerd(
            "vanaf_te_groot",
            Tekst(
                f"Het controlepunt heeft {punt.omvang} bladen; een bewijs vanaf {vanaf} bestaat niet. Geef wat de partner het laatst ondertekende.",
                f"The checkpoint has {punt.omvang} leaves; a proof from {vanaf} does not exist. Give what the partner signed last.",
            ),
        )
    return schrijf_aanvraag(vanaf, boom.voortzetting(bladen.lees, vanaf, punt.omvang), punt.nota)


def laatste_van(naam: str) -> Medeondertekening | None:
    """The newest signature of a partner, by the size that it signed."""
    rijen = Medeondertekening.objects.filter(getuige=naam).select_related("controlepunt")
    return rijen.order_by("-controlepunt__omvang", "-id").first()


def laatst_bij(naam: str) -> int:
    """How many leaves a partner last signed for."""
    rij = laatste_van(naam)
    return rij.controlepunt.omvang if rij else 0


def te_vragen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """The partners whose signature under the newest checkpoint is missing, by name."""
    punt = punten.laatste()
    if punt is None:
        return
    getekend = set(punt.medeondertekeningen.values_list("getuige", flat=True))
    gevraagd = dict(Partnerstand.objects.values_list("naam", "gevraagd"))
    for partner in sleutels.partners():
        if not (partner.adres and partner.getuige) or partner.naam in getekend:
            continue
        if partner.naam not in gevraagd or nu - gevraagd[partner.naam] >= WEER:
            yield partner.naam[:100]


def begin(item: str) -> None:
    """Note that this partner is asked now; the call itself is made outside the transaction."""
    Partnerstand.objects.update_or_create(
        naam=item, defaults={"gevraagd": timezone.now(), "loopt": True, "fout_nl": "", "fout_en": ""}
    )


def vraag_begonnen() -> None:
    """Ask the partners that the duty noted."""
    namen = set(Partnerstand.objects.filter(loopt=True).values_list("naam", flat=True))
    punt = punten.laatste()
    for partner in sleutels.partners():
        if partner.naam in namen and punt is not None:
            fout = vraag(partner, punt)
            Partnerstand.objects.filter(naam=partner.naam).update(
                loopt=False, fout_nl=fout.nl[:500] if fout else "", fout_en=fout.en[:500] if fout else ""
            )


def vraag(partner: Partner, punt: Controlepunt) -> Tekst | None:
    """Ask one partner for its signature and keep it; gives what went wrong."""
    vanaf = laatst_bij(partner.naam)
    status, lijf = _stuur(partner, aanvraag(punt, vanaf))
    if status == 409 and lijf.strip().isdecimal() and int(lijf) <= punt.omvang:
        status, lijf = _stuur(partner, aanvraag(punt, int(lijf)))
    if status == 200:
        if any(rij.getuige == partner.naam for rij in punten.neem_op(punt, lijf.splitlines())):
            return None
        return Tekst(
            "Het antwoord bevat geen handtekening met de sleutel van deze partner.",
            "The answer holds no signature with the key of this partner.",
        )
    if status == 422 or status == 409:
        tekst = Tekst(
            f"{partner.naam} weigert controlepunt {punt.id}: dat gaat volgens hen niet verder op wat zij eerder zagen. Zoek uit of dit log is herschreven (samenhang logboek controleer --tegen hun kopie).",
            f"{partner.naam} refuses checkpoint {punt.id}: to them it does not continue what they saw before. Find out whether this log was rewritten (samenhang logboek controleer --tegen their copy).",
        )
        alarm.sla(alarm.BESCHULDIGD, partner.naam, tekst, punt.nota)
        return tekst
    if status == 0:
        return Tekst(f"Niet bereikbaar: {lijf}.", f"Not reachable: {lijf}.")
    return Tekst(f"De partner antwoordde met {status}.", f"The partner answered with {status}.")


def _stuur(partner: Partner, lijf: str) -> tuple[int, str]:
    verzoek = urllib.request.Request(
        f"{partner.adres}/add-checkpoint",
        data=lijf.encode(),
        headers={"Content-Type": "text/plain; charset=utf-8", **uitgaand()},
    )
    try:
        with urllib.request.urlopen(verzoek, timeout=WACHT_S) as antwoord:  # nosec
            return antwoord.status, antwoord.read(HOOGSTENS).decode(errors="replace")
    except urllib.error.HTTPError as fout:
        return fout.code, fout.read(HOOGSTENS).decode(errors="replace")
    except OSError as fout:
        return 0, type(fout).__name__
