"""Giving and ending roles, with their mandate."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.gegevens import RolGegevens, reden_verplicht
from samenhang.kernel.beheer.grenzen import (
    BEHEERDER,
    beheerde_schemes,
    laat_een_beheerder_over,
    medewerker_van,
    niet_over_zichzelf,
    rol_voor,
)
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Bewijs, Rolvervulling


@action(KERNEL, "rol verlenen")
def verleen_rol(actor: Actor, medewerker_id: UUID, gegevens: RolGegevens) -> Rolvervulling:
    """Give someone a role of a scheme that the actor administers, from a day and on a stated basis.

    Raises `Geweigerd`: to oneself or in another's scheme (403), a role that does not exist or does not fit
    the organisation, a date that cannot be, or a role he holds already in those days (409).
    """
    medewerker = medewerker_van(actor, medewerker_id)
    niet_over_zichzelf(actor, medewerker)
    vandaag = timezone.localdate()
    gegevens.controleer(vandaag)
    rol = rol_voor(gegevens.scheme, gegevens.rol, medewerker.organisatie.soort)
    _eigen_scheme(actor, gegevens.scheme)
    van = max(gegevens.van or vandaag, medewerker.van)
    if medewerker.tot is not None and medewerker.tot < van:
        raise Geweigerd(
            "werkt_hier_niet_meer",
            Tekst("Deze medewerker werkt hier dan niet meer.", "This worker no longer works here then."),
            status=409,
        )
    for rij in Rolvervulling.objects.filter(medewerker=medewerker, scheme=gegevens.scheme, rol=gegevens.rol):
        if (rij.tot is None or rij.tot >= van) and (gegevens.tot is None or rij.van <= gegevens.tot):
            raise Geweigerd(
                "rol_al_verleend",
                Tekst(
                    f"{medewerker.naam} heeft de rol {rol.titel.nl} in die periode al.",
                    f"{medewerker.naam} already holds the role {rol.titel.en} in that period.",
                ),
                status=409,
            )
    vervulling = Rolvervulling.objects.create(
        medewerker=medewerker,
        scheme=gegevens.scheme,
        rol=gegevens.rol,
        mandaat=gegevens.mandaat.strip(),
        verleend_door_id=actor.medewerker_id,
        van=van,
        tot=gegevens.tot,
    )
    huidige_operatie().verandert(
        medewerker=str(medewerker.id),
        rol=["", f"{gegevens.scheme}:{gegevens.rol}"],
        van=["", str(van)],
        tot=["", str(gegevens.tot or "")],
        mandaat=["", vervulling.mandaat],
    )
    return vervulling


@action(KERNEL, "rol beeindigen")
def beeindig_rol(actor: Actor, rol_id: UUID, reden: str, laatste_dag: date | None = None) -> Rolvervulling:
    """End a role on a last day, or at once; bearer tokens with it. A later end than agreed is a new role.

    Raises `Geweigerd`: the last administrator, a day in the past or after the present end (409).
    """
    rij, reden = _rol(actor, rol_id), reden_verplicht(reden)
    vandaag = timezone.localdate()
    tot = vandaag - timedelta(days=1) if laatste_dag is None else laatste_dag
    if (laatste_dag is not None and laatste_dag < vandaag) or (rij.tot is not None and tot >= rij.tot):
        raise Geweigerd(
            "dag_past_niet",
            Tekst(
                "Kies een laatste dag van vandaag of later en voor het huidige einde, of laat hem leeg om nu te stoppen.",
                "Choose a last day of today or later and before the present end, or leave it empty to stop now.",
            ),
            status=409,
        )
    if rij.rol == BEHEERDER:
        laat_een_beheerder_over(rij.medewerker, rij.scheme, tot, rij.id)
    oud, rij.tot = rij.tot, tot
    rij.save(update_fields=["tot"])
    if tot < vandaag:
        Bewijs.objects.filter(sleutel__medewerker=rij.medewerker).delete()
    huidige_operatie().verandert(
        reden,
        medewerker=str(rij.medewerker_id),
        rol=f"{rij.scheme}:{rij.rol}",
        tot=[str(oud or ""), str(tot)],
    )
    return rij


@action(KERNEL, "mandaat wijzigen")
def wijzig_mandaat(actor: Actor, rol_id: UUID, mandaat: str, reden: str) -> Rolvervulling:
    """Correct the basis on which a role rests; the old text stays in the log. Not one's own (403)."""
    rij, reden = _rol(actor, rol_id), reden_verplicht(reden)
    niet_over_zichzelf(actor, rij.medewerker)
    RolGegevens(rij.scheme, rij.rol, mandaat).controleer(timezone.localdate())
    oud, rij.mandaat = rij.mandaat, mandaat.strip()
    rij.save(update_fields=["mandaat"])
    huidige_operatie().verandert(
        reden, medewerker=str(rij.medewerker_id), rol=f"{rij.scheme}:{rij.rol}", mandaat=[oud, rij.mandaat]
    )
    return rij


def _rol(actor: Actor, rol_id: UUID) -> Rolvervulling:
    """A role within reach, of local origin, in a scheme of the actor; the organisation is locked."""
    rij = Rolvervulling.objects.select_related("medewerker__organisatie").filter(id=rol_id).first()
    if rij is None:
        beheerde_schemes(actor)
        raise Geweigerd(
            "rol_onbekend", Tekst("Deze rol bestaat niet.", "This role does not exist."), status=404
        )
    medewerker_van(actor, rij.medewerker_id)
    _eigen_scheme(actor, rij.scheme)
    if rij.bron == "claim":
        raise Geweigerd(
            "rol_uit_claim",
            Tekst(
                "Deze rol komt uit uw eigen accountbeheer (OpenID Connect). Verander haar daar.",
                "This role comes from your own identity provider (OpenID Connect). Change it there.",
            ),
            status=409,
        )
    return rij


def _eigen_scheme(actor: Actor, scheme: str) -> None:
    if scheme not in beheerde_schemes(actor):
        raise Geweigerd(
            "scheme_niet_van_u",
            Tekst(
                f"U bent geen beheerder van {scheme}. Vraag de beheerder van dat onderdeel.",
                f"You do not administer {scheme}. Ask the administrator of that part.",
            ),
            status=403,
        )
