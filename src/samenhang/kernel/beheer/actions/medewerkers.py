"""Taking people on, changing and ending their employment, letting them in again."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.accounts import sluit_af, wis_tweede_factor
from samenhang.kernel.beheer.gegevens import MedewerkerGegevens, reden_verplicht
from samenhang.kernel.beheer.grenzen import (
    BEHEERDER,
    laat_een_beheerder_over,
    medewerker_van,
    niet_over_zichzelf,
    organisatie_van,
)
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling, Toegangsstop


@action(KERNEL, "medewerker toevoegen")
def voeg_medewerker_toe(actor: Actor, organisatie_id: UUID, gegevens: MedewerkerGegevens) -> Medewerker:
    """Take someone on. An account with that address is used when there is one: he then works for both.

    The account has no password; he sets one through an invitation, or comes in by OpenID Connect. Raises
    `Geweigerd` (409) when he already works there.
    """
    organisatie = organisatie_van(actor, organisatie_id, op_slot=True)
    gegevens.controleer()
    email = gegevens.email.strip().lower()
    gebruiker = Gebruiker.objects.filter(email=email).first()
    if gebruiker is not None and gebruiker.id == actor.gebruiker_id:
        raise Geweigerd(
            "over_zichzelf",
            Tekst("U neemt uzelf niet aan.", "You do not take yourself on."),
            status=403,
        )
    if gebruiker is None:
        gebruiker = Gebruiker.objects.create_user(email, naam=gegevens.naam.strip())
    vandaag = timezone.localdate()
    van = gegevens.van or vandaag
    if any(
        rij.tot is None or rij.tot >= van
        for rij in Medewerker.objects.filter(gebruiker=gebruiker, organisatie=organisatie)
    ):
        raise Geweigerd(
            "werkt_hier_al",
            Tekst(f"{email} werkt hier al.", f"{email} already works here."),
            status=409,
        )
    medewerker = Medewerker.objects.create(
        gebruiker=gebruiker,
        organisatie=organisatie,
        naam=gegevens.naam.strip(),
        functie=gegevens.functie.strip(),
        van=van,
    )
    huidige_operatie().verandert(
        medewerker=str(medewerker.id), organisatie=str(organisatie.id), naam=["", medewerker.naam]
    )
    return medewerker


@action(KERNEL, "medewerker wijzigen")
def wijzig_medewerker(actor: Actor, medewerker_id: UUID, naam: str, functie: str, reden: str) -> Medewerker:
    """Change name or job title. The e-mail address stays: whoever sets it, could come in as that person."""
    medewerker = medewerker_van(actor, medewerker_id)
    reden = reden_verplicht(reden)
    MedewerkerGegevens(naam, "blijft@gelijk.nl", functie).controleer()
    oud = [medewerker.naam, medewerker.functie]
    medewerker.naam, medewerker.functie = naam.strip(), functie.strip()
    medewerker.save(update_fields=["naam", "functie"])
    huidige_operatie().verandert(
        reden,
        medewerker=str(medewerker.id),
        naam=[oud[0], medewerker.naam],
        functie=[oud[1], medewerker.functie],
    )
    return medewerker


@action(KERNEL, "medewerker beeindigen")
def beeindig_medewerker(
    actor: Actor, medewerker_id: UUID, reden: str, laatste_dag: date | None = None
) -> Medewerker:
    """End an employment with its roles; without a last day at once, with sessions and tokens.

    Raises `Geweigerd`: for oneself (403), for the last administrator or a day in the past (409).
    """
    medewerker = medewerker_van(actor, medewerker_id)
    reden = reden_verplicht(reden)
    niet_over_zichzelf(actor, medewerker)
    vandaag = timezone.localdate()
    tot = vandaag - timedelta(days=1) if laatste_dag is None else laatste_dag
    if laatste_dag is not None and laatste_dag < vandaag:
        raise _dag_voorbij()
    if medewerker.tot is not None and medewerker.tot < vandaag:
        raise Geweigerd("al_beeindigd", Tekst("Dit is al beëindigd.", "This has already ended."), status=409)
    lopend = Rolvervulling.objects.filter(medewerker=medewerker)
    open_ = [rij for rij in lopend if rij.tot is None or rij.tot > tot]
    for scheme in {rij.scheme for rij in open_ if rij.rol == BEHEERDER}:
        laat_een_beheerder_over(medewerker, scheme, tot, None)
    for rij in open_:
        rij.tot = tot
        rij.save(update_fields=["tot"])
    oud = medewerker.tot
    medewerker.tot = tot
    medewerker.save(update_fields=["tot"])
    if tot < vandaag:
        sluit_af(medewerker)
    huidige_operatie().verandert(
        reden,
        medewerker=str(medewerker.id),
        tot=[str(oud or ""), str(tot)],
        rollen=[f"{rij.scheme}:{rij.rol}" for rij in open_],
    )
    return medewerker


@action(KERNEL, "toegang heropenen")
def heropen_toegang(actor: Actor, medewerker_id: UUID, reden: str) -> Medewerker:
    """Let someone in again whose access was stopped, with the reason; never oneself (403).

    Tokens that were out then stay dead: whoever held them asks for a new one. Raises `Geweigerd` (409) when nothing
    was stopped.
    """
    medewerker = medewerker_van(actor, medewerker_id)
    reden = reden_verplicht(reden)
    niet_over_zichzelf(actor, medewerker)
    operatie = huidige_operatie()
    gestopt = Toegangsstop.objects.filter(medewerker=medewerker, opgeheven__isnull=True)
    sinds = [rij.sinds.isoformat() for rij in gestopt]
    if not gestopt.update(opgeheven=operatie.nu, opgeheven_door=actor.naam[:200]):
        raise Geweigerd(
            "niet_gestopt",
            Tekst("Deze toegang is niet gestopt.", "This access is not stopped."),
            status=409,
        )
    sluit_af(medewerker)
    operatie.verandert(reden, medewerker=str(medewerker.id), gestopt_sinds=sinds)
    return medewerker


@action(KERNEL, "tweede factor terugzetten")
def zet_tweede_factor_terug(actor: Actor, medewerker_id: UUID, reden: str) -> int:
    """For who lost his phone or key: forget the second factor and end every session; gives how many went.

    He logs in with his password and must set a new factor at once. Never for oneself (403).
    """
    medewerker = medewerker_van(actor, medewerker_id)
    reden = reden_verplicht(reden)
    niet_over_zichzelf(actor, medewerker)
    if medewerker.gebruiker is None:
        raise Geweigerd(
            "geen_account", Tekst("Hier hoort geen account bij.", "There is no account here."), status=409
        )
    aantal = wis_tweede_factor(medewerker.gebruiker)
    sluit_af(medewerker)
    huidige_operatie().verandert(reden, medewerker=str(medewerker.id), tweede_factor=[aantal, 0])
    return aantal


def _dag_voorbij() -> Geweigerd:
    return Geweigerd(
        "dag_voorbij",
        Tekst(
            "De laatste dag ligt in het verleden. Kies vandaag of later, of laat de dag leeg om nu te stoppen.",
            "The last day lies in the past. Choose today or later, or leave it empty to stop now.",
        ),
        status=409,
    )
