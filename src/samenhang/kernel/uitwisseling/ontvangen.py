"""Receiving: a signed message is checked, stored once, and answered with a signed receipt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import KERNEL, huidige_operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.scheme import Overdracht, geinstalleerde_schemes
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.uitwisseling.domain import bericht as berichten
from samenhang.kernel.uitwisseling.domain.bericht import Bericht
from samenhang.kernel.uitwisseling.domain.handtekening import Stuk, controleer, onderteken
from samenhang.kernel.uitwisseling.models import InkomendBericht, InkomendeInhoud, Uitwisselpartner
from samenhang.kernel.uitwisseling.partners import geldige_sleutels
from samenhang.kernel.verstrekkingen.actions import som_van
from samenhang.kernel.verstrekkingen.models import Voorwaarde
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.domain.nota import BERICHT

DOEL: Final = "aanlevering"
ZONDER_INHOUD: Final = {
    "intrekking": {"meldingnummer", "reden"},
    "vernietiging": {"meldingnummer", "vernietigd_op"},
}
"""What a message says that tells nothing new of a person."""


def ontvang(actor: Actor, lijf: bytes, kop: Mapping[str, str], pad: str) -> tuple[bytes, dict[str, str]]:
    """Take in one message; gives the receipt and the headers that sign it.

    The same message again changes nothing and gets the same receipt. Raises `Geweigerd`: 400 with the place in the
    message, 401 for the signature, 404 for who is not known, 409 for another content under the same number, or a
    correction of what did not arrive.
    """
    if kop.get("content-type", "") != berichten.SOORT:
        raise _weiger(
            "content_type_onjuist",
            "header Content-Type",
            f"Stuur {berichten.SOORT}.",
            f"Send {berichten.SOORT}.",
            415,
        )
    bericht = berichten.lees(lijf)
    with operatie(KERNEL, "bericht controleren", actor):
        partner = _partner(bericht)
        stuk = Stuk(berichten.SOORT, lijf, "POST", pad)
        gebruikt = controleer(stuk, kop, geldige_sleutels([partner]), timezone.now())
    verklaring = _verklaring(bericht)
    ons = systeem(partner.organisatie, trace=actor.trace)
    with operatie(bericht.scheme, "overdracht ontvangen", ons) as op:
        Uitwisselpartner.objects.select_for_update().get(id=partner.id)  # messages of one partner take turns
        rij = InkomendBericht.objects.filter(partner=partner, nummer=bericht.nummer).first()
        if rij is None:
            handtekening = json.dumps({"sleutel": gebruikt.id.hex(), **_bewijs(kop)})
            rij = _sla_op(ons, partner, bericht, verklaring, handtekening)
        elif rij.som != bericht.som:
            raise _weiger(
                "ander_bericht_zelfde_nummer",
                "/data/sha256",
                "Onder dit nummer kwam eerder iets anders binnen. Geef een nieuw nummer.",
                "Under this number something else came in before. Give a new number.",
                409,
            )
        op.verandert(bericht=str(bericht.nummer), van=partner.ander.oin, aard=bericht.aard)
    return _ontvangstbewijs(rij, bericht.aan)


def _partner(bericht: Bericht) -> Uitwisselpartner:
    """From whom it is and for whom here; one refusal when either is not known, or they are no partners."""
    rij = (
        Uitwisselpartner.objects.filter(
            organisatie__oin=bericht.aan, ander__oin=bericht.van, beeindigd__isnull=True
        )
        .select_related("organisatie", "ander")
        .first()
    )
    if rij is None:
        raise _weiger(
            "partner_onbekend",
            "/source",
            "Deze organisaties wisselen hier geen berichten uit. Laat de beheerder van de ontvanger u toevoegen.",
            "These organisations exchange no messages here. Have the administrator of the receiver add you.",
            404,
        )
    return rij


def _verklaring(bericht: Bericht) -> Overdracht:
    """What this deployment accepts; raises `Geweigerd` when it accepts no such kind or the content is no such thing."""
    sch = geinstalleerde_schemes().get(bericht.scheme)
    verklaring = next((o for o in sch.aanvaardt if o.soort == bericht.soort), None) if sch else None
    if verklaring is None:
        raise _weiger(
            "soort_onbekend",
            "/data/soort",
            f'Hier wordt "{bericht.soort[:40]}" van {bericht.scheme[:40]} niet aangenomen. Geef het op een andere manier door.',
            f'"{bericht.soort[:40]}" of {bericht.scheme[:40]} is not accepted here. Pass it on in another way.',
        )
    if som_van(dict(bericht.inhoud)) != bericht.som:
        raise _weiger(
            "sha256_onjuist",
            "/data/sha256",
            "De sha256 hoort niet bij de inhoud (JSON met gesorteerde sleutels, zonder spaties, UTF-8).",
            "The sha256 does not belong to the content (JSON with sorted keys, without spaces, UTF-8).",
        )
    moet = ZONDER_INHOUD.get(bericht.aard) or {veld.name for veld in fields(verklaring.inhoud)}
    for naam in sorted(moet ^ set(bericht.inhoud)):
        raise _weiger(
            "inhoud_onjuist",
            f"/data/inhoud/{naam[:40]}",
            f"Deze inhoud heeft precies deze velden: {', '.join(sorted(moet))}.",
            f"This content has exactly these fields: {', '.join(sorted(moet))}.",
        )
    if bericht.aard == "vernietiging" and not _van_die_dag(bericht):
        raise _weiger(
            "inhoud_onjuist",
            "/data/inhoud/vernietigd_op",
            "vernietigd_op is de dag van /time in Nederland (JJJJ-MM-DD).",
            "vernietigd_op is the day of /time in the Netherlands (YYYY-MM-DD).",
        )
    if bericht.aard not in ZONDER_INHOUD:
        for naam, soort in get_type_hints(verklaring.inhoud).items():
            if not _past(soort, bericht.inhoud[naam]):
                raise _weiger(
                    "inhoud_onjuist",
                    f"/data/inhoud/{naam}",
                    f"{naam} heeft een ander soort waarde dan afgesproken.",
                    f"{naam} has another kind of value than agreed.",
                )
    return verklaring


def _van_die_dag(bericht: Bericht) -> bool:
    """Whether the day that a notice of destruction names is that of its moment, and its case a short text."""
    dag, nummer = bericht.inhoud["vernietigd_op"], bericht.inhoud["meldingnummer"]
    goed_nummer = isinstance(nummer, str) and 1 <= len(nummer) <= 40
    return goed_nummer and dag == timezone.localdate(bericht.gemaakt).isoformat()


def _past(soort: Any, waarde: Any) -> bool:
    """Whether a value of the JSON is what a field of the declared content holds."""
    delen = get_args(soort)
    if get_origin(soort) in (Union, UnionType):
        return any(_past(deel, waarde) for deel in delen)
    if get_origin(soort) is tuple:
        if not isinstance(waarde, list):
            return False
        if delen[-1] is Ellipsis:
            return all(_past(delen[0], deel) for deel in waarde)
        return len(waarde) == len(delen) and all(map(_past, delen, waarde))
    if soort is date:
        try:
            return bool(date.fromisoformat(waarde).isoformat() == waarde)
        except (TypeError, ValueError):
            return False
    return waarde is None if soort is type(None) else type(waarde) is soort


def _bewijs(kop: Mapping[str, str]) -> dict[str, str]:
    return {naam: kop.get(naam, "") for naam in ("content-digest", "signature-input", "signature")}


def _sla_op(
    ons: Actor, partner: Uitwisselpartner, bericht: Bericht, verklaring: Overdracht, handtekening: str
) -> InkomendBericht:
    """Store the message; a correction stands beside the first, a recall erases what came under its number.

    A notice of destruction erases nothing: what came in here has a retention term of its own.
    """
    eerdere = InkomendBericht.objects.filter(partner=partner)
    eerste = eerdere.filter(nummer=bericht.betreft).first() if bericht.betreft else None
    weg = bericht.aard in ("nieuw", "correctie") and eerdere.filter(
        aard="intrekking", betreft=bericht.betreft or bericht.nummer
    ).exists()  # fmt: skip
    if bericht.aard == "correctie" and eerste is None:
        raise _weiger(
            "eerste_onbekend",
            "/data/betreft",
            "Wat dit verbetert, is hier nog niet aangekomen. Stuur eerst dat.",
            "What this corrects has not arrived here yet. Send that first.",
            409,
        )
    nu = huidige_operatie().nu
    rij = InkomendBericht.objects.create(
        partner=partner,
        nummer=bericht.nummer,
        scheme=bericht.scheme,
        soort=bericht.soort,
        aard=bericht.aard,
        betreft=bericht.betreft,
        artikel=bericht.artikel,
        voorwaarden=[dict(deel) for deel in bericht.voorwaarden],
        som=bericht.som,
        gemaakt=bericht.gemaakt,
        ontvangen=nu,
        handtekening=handtekening,
        gewist=nu if weg else None,
    )
    if weg or bericht.aard == "vernietiging":
        return rij
    toegang = toegang_tot_register(ons, bericht.scheme, doel=DOEL, leest=("naw",), schrijft=("naw",))
    persoon_id = _persoon(partner.organisatie, bericht, eerste, toegang)
    if bericht.aard == "intrekking":
        _wis(partner, bericht, toegang)
    if persoon_id is not None:
        InkomendeInhoud.objects.met(toegang).create(
            organisatie_id=partner.organisatie_id, persoon_id=persoon_id, bericht=rij, inhoud=dict(bericht.inhoud)
        )  # fmt: skip
        huidige_operatie().raakt([persoon_id])
        if bericht.aard == "nieuw":
            _neem_voorwaarden_over(partner, bericht, persoon_id, toegang)
    return rij


def _persoon(ons: Organisatie, bericht: Bericht, eerste: InkomendBericht | None, toegang: Toegang) -> Any:
    """Whom it is about: with a correction or recall who the first was about, else somebody new in the register."""
    if eerste is not None:
        rijen = InkomendeInhoud.objects.met(toegang).filter(bericht=eerste)
        return rijen.values_list("persoon_id", flat=True).first()
    if bericht.aard != "nieuw":
        return None
    return Persoon.objects.create(
        id=nieuw_id(),
        organisatie=ons,
        scheme=bericht.scheme,
        sleutel=f"bericht-{bericht.nummer.hex}-{bericht.van}"[:100],
        bekend_sinds=huidige_operatie().nu,
    ).id


def _wis(partner: Uitwisselpartner, bericht: Bericht, toegang: Toegang) -> None:
    """Erase the content of what is taken back, and of its corrections."""
    weg = InkomendBericht.objects.filter(partner=partner).exclude(aard="intrekking")
    onder = weg.filter(Q(nummer=str(bericht.betreft)) | Q(betreft=bericht.betreft))
    nummers = list(onder.values_list("id", flat=True))
    InkomendeInhoud.objects.met(toegang).filter(bericht_id__in=nummers).delete()
    InkomendBericht.objects.filter(id__in=nummers).update(gewist=huidige_operatie().nu)


def _neem_voorwaarden_over(
    partner: Uitwisselpartner, bericht: Bericht, persoon_id: Any, toegang: Toegang
) -> None:
    """What the source asked binds here too, wherever these data go next."""
    op = huidige_operatie()
    Voorwaarde.objects.met(toegang).bulk_create(
        [
            Voorwaarde(
                organisatie_id=partner.organisatie_id,
                persoon_id=persoon_id,
                over=deel["categorie"],
                soort=deel["soort"],
                bron=deel["bron"],
                gesteld=op.nu,
                gesteld_door=f"bericht van {partner.ander.onderscheidend}"[:200],
            )
            for deel in bericht.voorwaarden
        ]
    )


def _ontvangstbewijs(rij: InkomendBericht, oin: str) -> tuple[bytes, dict[str, str]]:
    eigen, prive = sleutels.in_gebruik(BERICHT)
    lijf = berichten.schrijf_ontvangst(rij.nummer, rij.scheme, oin, rij.som, rij.ontvangen)
    return lijf, onderteken(Stuk(berichten.SOORT, lijf, status=200), eigen, prive, timezone.now())


def _weiger(code: str, plek: str, nl: str, en: str, status: int = 400) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, status=status, fouten=(Fout(code, tekst, Plaats(plek=plek)),))
