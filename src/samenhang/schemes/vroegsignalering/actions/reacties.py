"""Who responded himself to an offer that the CAK mailed: known with what he gave, and nothing from the CAK."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from functools import reduce
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.huishoudens import zet_samenstelling
from samenhang.kernel.personen.models import HuishoudenLid, Persoon, Zoeksleutel
from samenhang.kernel.personen.zoeken import zoektermen
from samenhang.kernel.personen.zoeksleutels import blinde_waarden, maak_vindbaar
from samenhang.kernel.persoonsgegevens.adressen import Adresgegevens
from samenhang.kernel.persoonsgegevens.models import Adres, Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.domain.cak import DOEL, REAGEERDER, ROUTES, Reageerder
from samenhang.schemes.vroegsignalering.domain.opvolging import TERMIJNEN
from samenhang.schemes.vroegsignalering.models import Reactie, ReactieNaam
from samenhang.schemes.vroegsignalering.scheme import SCHEME

KLASSE = 1
"""Who asks himself comes first, as who asks through a partner does (`warme_overdracht`)."""


@action(SCHEME, "reactie registreren")
def registreer_reactie(actor: Actor, invoer: Reageerder) -> Zaak:
    """Open a case for a resident who responded to an offer of the CAK: on his own request, without any signal.

    The four weeks to a first talk run from the day on which he responded. Raises `Geweigerd` when the municipality
    chose another route (`route_uit`), a field is wrong, or a case runs at his address already (`al_open`).
    Source: Wgs art. 3 lid 1 and art. 4 lid 1; docs/adr/0029.
    """
    rol_vereist(actor, SCHEME.naam, "vroegsignaleerder", "teamleider")
    invoer = replace(invoer, postcode=invoer.postcode.replace(" ", "").upper()).gecontroleerd(zaken.vandaag())
    regels = regels_op(actor.organisatie, invoer.datum)
    if regels.cak != "reageerders":
        gekozen = ROUTES[regels.cak]
        raise Geweigerd(
            "route_uit",
            Tekst(
                f"Uw gemeente koos op {invoer.datum:%d-%m-%Y} voor het CAK: {gekozen.nl}. Wie zelf reageert, kunt u dan niet registreren. Zie Beleid.",
                f"On {invoer.datum} your municipality chose for the CAK: {gekozen.en}. Who responds cannot be recorded then. See Policy.",
            ),
            status=409,
        )
    gemeente = Organisatie.objects.select_for_update(no_key=True).get(id=actor.organisatie)
    gelijken = _gelijken(gemeente.id, invoer)
    bekend = next(iter(gelijken)) if len(gelijken) == 1 else None
    persoon_id = bekend or _nieuw_persoon(gemeente)
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel=DOEL, schrijft=("naw", "contact", "opvolging"), personen=[persoon_id]
    )
    huishouden_id = _thuis(gemeente, persoon_id, invoer)
    _geen_open_zaak(gemeente.id, huishouden_id, gelijken)
    if bekend is None:
        _schrijf_gegevens(toegang, gemeente, persoon_id, invoer)
    _schrijf_contact(toegang, gemeente, persoon_id, invoer)
    zaak = zaken.open_zaak(
        SCHEME, gemeente.id, [persoon_id], huishouden=None, prioriteit=KLASSE, volgorde=invoer.datum
    )
    zaak.huishouden_id, zaak.soort = huishouden_id, REAGEERDER
    zaak.save(update_fields=["huishouden", "soort"])
    Reactie.objects.met(toegang).create(
        organisatie=gemeente,
        persoon_id=persoon_id,
        zaak=zaak,
        route="cak",
        datum=invoer.datum,
        kanaal=invoer.kanaal,
        dagdeel=invoer.dagdeel,
        door=actor.naam,
        vastgelegd=huidige_operatie().nu,
    )
    _bewaar_schrijfwijze(toegang, gemeente, persoon_id, zaak, invoer)
    _begin(zaak, invoer, next(r.werkdagen for r in regels.opvolging if r.klasse == KLASSE))
    huidige_operatie().zaak_id = zaak.id
    huidige_operatie().raakt([persoon_id])
    return zaak


def _begin(zaak: Zaak, invoer: Reageerder, werkdagen: int) -> None:
    zaken.schrijf_tijdlijn(
        zaak,
        "reactie",
        Tekst(
            "De inwoner reageerde zelf op een aanbod van het CAK",
            "The resident himself responded to an offer of the CAK",
        ),
    )
    zaken.start_termijn(zaak, TERMIJNEN[KLASSE], invoer.datum, werkdagen)
    zaken.start_termijn(zaak, "eerste_gesprek", invoer.datum)
    vraag = Tekst(
        "Controleer in de BRP of de inwoner hier woont", "Check in the BRP that the resident lives here"
    )
    zaken.maak_taak(zaak, "brp", vraag, zaken.vandaag(), None)


def _sleutels(gemeente_id: UUID, invoer: Reageerder) -> dict[str, str]:
    """The blind keys of what he gave, by what they are of."""
    termen = zoektermen(invoer.achternaam, invoer.geboortedatum, invoer.postcode, invoer.huisnummer)
    return blinde_waarden(gemeente_id, termen)


def _gelijken(gemeente_id: UUID, invoer: Reageerder) -> set[UUID]:
    """Who of the register has this surname, birth date and address; nobody without a birth date.

    By blind keys: nothing of anybody is read. More than one are twins, or one whom a signal spelled otherwise.
    """
    if invoer.geboortedatum is None:
        return set()
    return reduce(
        set.intersection,
        (
            set(
                Zoeksleutel.objects.filter(
                    persoon__organisatie_id=gemeente_id, persoon__scheme=SCHEME.naam, waarde=waarde
                ).values_list("persoon_id", flat=True)
            )
            for waarde in _sleutels(gemeente_id, invoer).values()
        ),
    )


def _nieuw_persoon(gemeente: Organisatie) -> UUID:
    nummer = nieuw_id()
    Persoon.objects.create(
        id=nummer,
        organisatie=gemeente,
        scheme=SCHEME.naam,
        sleutel=f"R{nummer.hex}",
        bekend_sinds=huidige_operatie().nu,
    )
    return nummer


def _thuis(gemeente: Organisatie, persoon_id: UUID, invoer: Reageerder) -> UUID:
    """His household: the one he is in, else that of others at the same address, else one of his own."""
    leden = HuishoudenLid.objects.filter(tot__isnull=True, huishouden__organisatie=gemeente)
    eigen = leden.filter(persoon_id=persoon_id).values_list("huishouden_id", flat=True).first()
    if eigen is not None:
        return eigen
    adres = _sleutels(gemeente.id, invoer)["adres"]
    buren = Zoeksleutel.objects.filter(waarde=adres, persoon__organisatie=gemeente).values("persoon_id")
    huizen = set(leden.filter(persoon_id__in=buren).values_list("huishouden__sleutel", flat=True))
    sleutel = huizen.pop() if len(huizen) == 1 else f"H{persoon_id.hex}"
    vandaag = timezone.localdate(huidige_operatie().nu)
    return zet_samenstelling(gemeente.id, SCHEME.naam, {persoon_id: sleutel}, vandaag)[sleutel]


def _geen_open_zaak(gemeente_id: UUID, huishouden_id: UUID, gelijken: set[UUID]) -> None:
    """No case runs of his household, nor of anybody who may be him."""
    hunne = HuishoudenLid.objects.filter(persoon_id__in=gelijken, tot__isnull=True).values("huishouden_id")
    open_zaak = Zaak.objects.filter(
        Q(huishouden_id=huishouden_id) | Q(huishouden_id__in=hunne),
        organisatie_id=gemeente_id, scheme=SCHEME.naam, gesloten__isnull=True,
    ).first()  # fmt: skip
    if open_zaak is not None:
        raise Geweigerd(
            "al_open",
            Tekst(
                f"Op dit adres loopt al een melding: {open_zaak.nummer}. Geef de reactie door aan wie haar behandelt.",
                f"A case runs at this address already: {open_zaak.nummer}. Pass the response on to who treats it.",
            ),
            status=409,
        )


def _schrijf_gegevens(toegang: Toegang, gemeente: Organisatie, persoon_id: UUID, invoer: Reageerder) -> None:
    adres = _adres(invoer)
    Naw.objects.met(toegang).create(
        organisatie=gemeente, persoon_id=persoon_id, **_naam(invoer), **asdict(adres)
    )
    vandaag = timezone.localdate(huidige_operatie().nu)
    Adres.objects.met(toegang).create(
        organisatie=gemeente, persoon_id=persoon_id, van=vandaag, **asdict(adres)
    )
    maak_vindbaar(
        gemeente.id, persoon_id, invoer.achternaam, invoer.geboortedatum, invoer.postcode, invoer.huisnummer
    )


def _bewaar_schrijfwijze(
    toegang: Toegang, gemeente: Organisatie, persoon_id: UUID, zaak: Zaak, invoer: Reageerder
) -> None:
    """Keep what he gave as he gave it: a later signal about him is compared with it, and joins him."""
    ReactieNaam.objects.met(toegang).create(
        organisatie=gemeente,
        persoon_id=persoon_id,
        zaak=zaak,
        datum=invoer.datum,
        telefoon=re.sub(r"[ -]", "", invoer.telefoon),
        email=invoer.email.strip().lower(),
        **_naam(invoer),
        **asdict(_adres(invoer)),
    )


def _naam(invoer: Reageerder) -> dict[str, Any]:
    return {
        "voorletters": invoer.voorletters.strip(),
        "tussenvoegsel": invoer.tussenvoegsel.strip(),
        "achternaam": invoer.achternaam.strip(),
        "geboortedatum": invoer.geboortedatum,
    }


def _adres(invoer: Reageerder) -> Adresgegevens:
    return Adresgegevens(
        invoer.straat.strip(),
        invoer.huisnummer,
        invoer.huisletter.upper(),
        invoer.toevoeging.strip(),
        invoer.postcode,
        invoer.woonplaats.strip(),
    )


def _schrijf_contact(toegang: Toegang, gemeente: Organisatie, persoon_id: UUID, invoer: Reageerder) -> None:
    """How to reach him, as he now says; what he does not mention stays."""
    nieuw = {
        veld: waarde
        for veld, waarde in (("telefoon", invoer.telefoon.strip()), ("email", invoer.email.strip()))
        if waarde
    }
    rijen = Contactgegeven.objects.met(toegang)
    if nieuw and not rijen.filter(persoon_id=persoon_id).update(**nieuw):
        rijen.create(organisatie=gemeente, persoon_id=persoon_id, **nieuw)
