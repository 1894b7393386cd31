"""Roles that follow from the claims of an identity provider, at each login anew."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Bewijs, Gebruiker, Medewerker, Rolvervulling
from samenhang.kernel.organisaties.rolafbeelding import Rolregel, gevraagde_regels
from samenhang.kernel.scheme import geinstalleerde_schemes


@action(KERNEL, "rollen uit claims")
def zet_rollen_uit_claims(actor: Actor, gebruiker: Gebruiker, claims: object, dag: date) -> tuple[str, ...]:
    """Make the roles that the claims mean by the operator's table the claim roles of today; gives them.

    Only where the account works, and only roles that exist for that kind of organisation. What is no longer
    claimed, or no longer in the table, ends yesterday, and bearer tokens with it. Roles that an
    administrator gave stay as they are.
    """
    regels = gevraagde_regels(settings.OIDC_ROLLEN, claims, dag)
    gekregen: list[str] = []
    for medewerker in Medewerker.objects.select_related("organisatie").filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), gebruiker=gebruiker
    ):
        eigen = {(regel.scheme, regel.rol): regel for regel in regels if _hoort_bij(regel, medewerker)}
        gekregen += _zet(medewerker, eigen, dag)
    huidige_operatie().verandert(rollen=gekregen)
    return tuple(gekregen)


def _hoort_bij(regel: Rolregel, medewerker: Medewerker) -> bool:
    organisatie = medewerker.organisatie
    soorten = next(
        rol.organisatiesoorten
        for rol in geinstalleerde_schemes()[regel.scheme].rollen
        if rol.naam == regel.rol
    )
    nummers = {organisatie.gemeentecode, organisatie.kvk, organisatie.oin} - {None}
    return regel.organisatie in nummers and organisatie.soort in soorten


def _zet(medewerker: Medewerker, eigen: dict[tuple[str, str], Rolregel], dag: date) -> list[str]:
    lopend = [
        rij
        for rij in Rolvervulling.objects.select_for_update().filter(medewerker=medewerker)
        if rij.tot is None or rij.tot >= dag
    ]
    for rij in lopend:
        regel = eigen.get((rij.scheme, rij.rol))
        if rij.bron == "claim" and (regel is None or (rij.tot, rij.mandaat) != (regel.tot, regel.mandaat)):
            rij.tot = dag - timedelta(days=1)
            rij.save(update_fields=["tot"])
            Bewijs.objects.filter(sleutel__medewerker=medewerker).delete()
    al = {(rij.scheme, rij.rol) for rij in lopend if rij.geldt_op(dag)}
    for sleutel, regel in sorted(eigen.items()):
        if sleutel not in al:
            Rolvervulling.objects.create(
                medewerker=medewerker,
                scheme=regel.scheme,
                rol=regel.rol,
                van=dag,
                tot=regel.tot,
                bron="claim",
                mandaat=regel.mandaat,
            )
    return [f"{scheme}:{rol}" for scheme, rol in sorted(eigen)]
