"""All calculations of the register that can still be replaced, under the norms of another day (docs/schuldhulp.md).

A team lead asks for it and decides whether the outcome is taken over. The system calculates, in portions that are each a
transaction: a process that is killed loses one portion at most, and its duty goes on there. Nobody sees an amount of a
case that he does not treat.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender.kalender import EERSTE_DAG, LAATSTE_DAG
from samenhang.kernel.logboek.operatie import action, huidige_operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.berekenen import leg_vast, reken
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld, weiger
from samenhang.schemes.schuldhulp.domain.uitvoer import als_document
from samenhang.schemes.schuldhulp.domain.zaakherziening import (
    HERZIENBARE_STAPPEN,
    Regelstand,
    Zaakverschil,
    mag_overnemen,
    vergelijk,
)
from samenhang.schemes.schuldhulp.dossier import Dossier, open_berekening
from samenhang.schemes.schuldhulp.herzieningsbestand import Stand
from samenhang.schemes.schuldhulp.models import Herzieningsregel, Normherziening
from samenhang.schemes.schuldhulp.scheme import LEIDER, SCHEME

PORTIE: Final = 20
"""Cases in one transaction: about a second's work."""


@dataclass(frozen=True, slots=True)
class Herzieningsvraag:
    """Under the norms of which day, and why."""

    naar: date
    reden: str


@action(SCHEME, "normherziening beginnen")
def begin_herziening(actor: Actor, vraag: Herzieningsvraag) -> Normherziening:
    """Have every calculation that can still be replaced done again under the norms of a day; nothing changes by it.

    Raises `Geweigerd` for who is no team lead (403), and while another revision of this municipality is going on (409).
    """
    rol_vereist(actor, SCHEME.naam, LEIDER)
    reden = ingevuld("reden", vraag.reden, 200)
    if not EERSTE_DAG <= vraag.naar <= LAATSTE_DAG:
        raise weiger("naar", "datum_buiten_bereik", f"Kies een dag van {EERSTE_DAG} tot en met {LAATSTE_DAG}.", f"Choose a day from {EERSTE_DAG} up to {LAATSTE_DAG}.")  # fmt: skip
    nu = huidige_operatie().nu
    ids = Zaak.objects.filter(
        scheme=SCHEME.naam, organisatie_id=actor.organisatie, stap__in=HERZIENBARE_STAPPEN, gesloten__isnull=True
    ).order_by("id").values_list("id", flat=True)  # fmt: skip
    regels = list(ids)
    try:
        with transaction.atomic():
            herziening = Normherziening.objects.create(
                organisatie_id=actor.organisatie,
                naar=vraag.naar,
                reden=reden,
                begonnen=nu,
                door=actor.naam[:200],
                gerekend=None if regels else nu,
            )
    except IntegrityError as fout:
        raise Geweigerd("herziening_loopt", Tekst("Er loopt al een herziening. Wacht tot zij klaar is.", "A revision is going on. Wait until it is done."), status=409) from fout  # fmt: skip
    Herzieningsregel.objects.bulk_create(
        [Herzieningsregel(herziening=herziening, zaak_id=id_, stand=Regelstand.WACHT) for id_ in regels],
        batch_size=500,
    )
    huidige_operatie().verandert(herziening=str(herziening.id), naar=str(vraag.naar), zaken=len(regels))
    return herziening


@action(SCHEME, "normherziening overnemen")
def neem_over(actor: Actor, herziening_id: UUID) -> Normherziening:
    """Have the new calculation recorded in every case that changes: it names the one before and this reason.

    Raises `Geweigerd` (409) while it is being calculated, when it was taken over, and before the norms hold.
    """
    rol_vereist(actor, SCHEME.naam, LEIDER)
    herziening = van_eigen(actor, herziening_id, op_slot=True)
    if herziening.gerekend is None:
        raise _nu_niet("herziening_rekent", "De zaken worden nog gerekend. Wacht tot dat klaar is.", "The cases are still being calculated. Wait until that is done.")  # fmt: skip
    if herziening.overname is not None:
        raise _nu_niet("al_overgenomen", "Deze herziening is al overgenomen.", "This revision was taken over already.")  # fmt: skip
    if not mag_overnemen(herziening.naar, zaken.vandaag()):
        raise _nu_niet("normen_gelden_nog_niet", f"Deze normen gelden vanaf {herziening.naar}. Neem ze die dag over.", f"These norms hold from {herziening.naar}. Take them over on that day.")  # fmt: skip
    nu = huidige_operatie().nu
    herziening.overname, herziening.overname_door = nu, actor.naam[:200]
    if not herziening.regels.filter(stand=Regelstand.WIJZIGT).exists():
        herziening.afgerond = nu
    try:
        with transaction.atomic():
            herziening.save()
    except IntegrityError as fout:
        raise _nu_niet("herziening_loopt", "Er loopt een andere herziening. Wacht tot zij klaar is.", "Another revision is going on. Wait until it is done.") from fout  # fmt: skip
    huidige_operatie().verandert(herziening=str(herziening.id))
    return herziening


def van_eigen(actor: Actor, herziening_id: UUID, *, op_slot: bool = False) -> Normherziening:
    """A revision of this municipality; 404 for another."""
    rijen = Normherziening.objects.filter(organisatie_id=actor.organisatie)
    gevonden = (rijen.select_for_update() if op_slot else rijen).filter(id=herziening_id).first()
    if gevonden is None:
        raise Geweigerd("herziening_onbekend", Tekst("Deze herziening is er niet.", "There is no such revision."), status=404)  # fmt: skip
    return gevonden


def _nu_niet(code: str, nl: str, en: str) -> Geweigerd:
    return Geweigerd(code, Tekst(nl, en), status=409)


def werk_af(herziening_id: UUID, hoor: Callable[[Stand], None] = lambda stand: None) -> None:
    """Do all that is due of a revision, for who waits; the duty does the same. `hoor` hears after every portion."""
    begin, totaal = time.monotonic(), _te_doen(herziening_id)
    while werk_portie(herziening_id):
        hoor(Stand(totaal - _te_doen(herziening_id), totaal, 0, time.monotonic() - begin))


def _te_doen(herziening_id: UUID) -> int:
    """Cases that wait: to be calculated, or to be taken over."""
    herziening = Normherziening.objects.get(id=herziening_id)
    stand = _aan_de_beurt(herziening)
    return herziening.regels.filter(stand=stand).count() if stand else 0


def _aan_de_beurt(herziening: Normherziening) -> Regelstand | None:
    if herziening.gerekend is None:
        return Regelstand.WACHT
    return Regelstand.WIJZIGT if herziening.overname and herziening.afgerond is None else None


def werk_portie(herziening_id: UUID) -> bool:
    """Calculate or take over the next cases, all of them or none; False when nothing was due. Twice is as once."""
    with transaction.atomic():
        rij = Normherziening.objects.select_for_update(of=("self",)).select_related("organisatie")
        herziening = rij.get(id=herziening_id)
        stand = _aan_de_beurt(herziening)
        if stand is None:
            return False
        doe = _bereken if stand is Regelstand.WACHT else _vervang
        regels = list(herziening.regels.filter(stand=stand).select_related("zaak")[:PORTIE])
        for regel in regels:
            if regel.zaak.stap in HERZIENBARE_STAPPEN and regel.zaak.gesloten is None:
                doe(herziening, regel)
            else:
                regel.stand = Regelstand.VERVALLEN
            regel.save()
        if not herziening.regels.filter(stand=stand).exists():
            veld = "gerekend" if stand is Regelstand.WACHT else "afgerond"
            setattr(herziening, veld, timezone.now())
            herziening.save(update_fields=[veld])
    return True


def _bereken(herziening: Normherziening, regel: Herzieningsregel) -> None:
    """Compare the last calculation of a case with the same one under the other norms; records nothing in the case."""
    actor = systeem(herziening.organisatie)
    with operatie(SCHEME.naam, "berekening herzien", actor):
        dossier = open_berekening(actor, regel.zaak_id)
        stand, verschil, code, _ = _oordeel(dossier, herziening.naar)
        regel.stand, regel.code = stand, code
        regel.rekensom = dossier.rekensom.id if dossier.rekensom else None
        if stand is Regelstand.WIJZIGT and verschil is not None:
            regel.velden = list(verschil.velden)
            regel.normen = [als_document(norm) for norm in verschil.normen]


def _vervang(herziening: Normherziening, regel: Herzieningsregel) -> None:
    """Record the new calculation, unless the case has moved on since it was compared."""
    actor = systeem(herziening.organisatie)
    with operatie(SCHEME.naam, "herziening overnemen", actor):
        dossier = open_berekening(actor, regel.zaak_id)
        stand, _, _, delen = _oordeel(dossier, herziening.naar)
        som = dossier.rekensom
        if stand is not Regelstand.WIJZIGT or som is None or som.id != regel.rekensom:
            regel.stand = Regelstand.VERVALLEN
            return
        reden = f"Normen van {herziening.naar}: {herziening.reden}"[:300]
        leg_vast(dossier, delen, reden, herziening.overname_door)
        zaak = dossier.zaak
        zaken.bewaar(zaak)
        wat = Tekst(f"Berekening onder de normen van {herziening.naar}", f"Calculation under the norms of {herziening.naar}")  # fmt: skip
        zaken.schrijf_tijdlijn(zaak, "berekening", wat, herziening.reden)
        taak = Tekst("Bespreek de nieuwe berekening met de inwoner", "Discuss the new calculation with the resident")  # fmt: skip
        zaken.maak_taak(zaak, "herziening", taak, None, zaak.behandelaar)
        regel.stand = Regelstand.OVERGENOMEN


def _oordeel(dossier: Dossier, naar: date) -> tuple[Regelstand, Zaakverschil | None, str, dict[str, Any]]:
    """What the norms of that day make of the last calculation: the verdict, what differs, why not, the new answers."""
    som = dossier.rekensom
    if som is None:
        return Regelstand.ZONDER, None, "", {}
    if som.gegevens != dossier.gegevens_hash:
        return Regelstand.VEROUDERD, None, "", {}
    rente = next((deel["document"]["effectief_jaarpercentage"] for deel in som.delen if deel["naam"] == "krediet"), "")  # fmt: skip
    try:
        delen = reken(dossier, "SK" if rente else "SB", rente, naar)
    except Geweigerd as weigering:
        return Regelstand.NIET, None, weigering.code[:60], {}
    if som.regeling == "SA" and delen["regeling"] != "SA":
        return Regelstand.KIEZEN, None, "", {}
    verschil = vergelijk(som.delen, delen["berekeningen"], som.regeling, delen["regeling"])
    return (Regelstand.WIJZIGT if verschil.velden else Regelstand.GELIJK), verschil, "", delen
