"""Sending letters: a round is begun once; each household in it is one action that is safe to repeat."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten import brievenrondes as rondes
from samenhang.kernel.plichten.brievenrondes import laat_weg
from samenhang.kernel.plichten.uitstel import BRIEF, ZELF_VERTELLEN
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import brieven
from samenhang.schemes.vroegsignalering.actions.contact import (
    Poging,
    contact_mag,
    na_poging,
    schrijf_pogingen,
)
from samenhang.schemes.vroegsignalering.actions.zaak import eigen_zaak, zaak_met_toegang
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.domain.brieven import (
    INFORMEREN,
    REDENEN,
    STAPPEN,
    Ingevuld,
    Sjabloon,
    reden_geen_brief,
)
from samenhang.schemes.vroegsignalering.domain.pogingen import dagdeel_van
from samenhang.schemes.vroegsignalering.models import Brief, Briefopdracht, Brievenronde
from samenhang.schemes.vroegsignalering.queries import brieven as lezen
from samenhang.schemes.vroegsignalering.queries.brieven import Briefkeuze
from samenhang.schemes.vroegsignalering.queries.eigen import briefstand, lees_zaken, wachtende_zaken
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "brievenronde beginnen")
def begin_brievenronde(actor: Actor, keuze: Briefkeuze) -> Brievenronde:
    """Begin a round of letters: everybody who gets one by the look of this moment is put in line.

    Beginning the same round again finds its households in line and is refused; nobody gets two. Raises `Geweigerd`
    (409) when nobody gets a letter or the sender's details are missing.
    """
    rol_vereist(actor, SCHEME.naam, *lezen.WERKERS)
    assert actor.medewerker_id is not None  # who has a role works somewhere
    Medewerker.objects.select_for_update(no_key=True).get(id=actor.medewerker_id)
    kijk = lezen.briefvoorbeeld(actor, keuze)
    if kijk.ontbreekt:
        nl, en = (", ".join(deel) for deel in zip(*((t.nl, t.en) for t in kijk.ontbreekt), strict=True))
        raise Geweigerd(
            "afzender_onvolledig",
            Tekst(
                f"Vul eerst in het beleid van de gemeente in: {nl}.",
                f"First fill in, in the municipality's policy: {en}.",
            ),
            status=409,
        )
    if not kijk.krijgt:
        raise lezen.geen_brieven()
    lopend = huidige_operatie()
    medewerker = Medewerker.objects.get(id=actor.medewerker_id)
    ronde = _maak_ronde(medewerker, actor.naam, kijk.sjabloon, keuze.taal)
    Briefopdracht.objects.bulk_create(
        [Briefopdracht(ronde=ronde, zaak_id=rij.zaak_id) for rij in kijk.krijgt], batch_size=500
    )
    lopend.verandert(ronde=str(ronde.id), tekst=ronde.tekstversie, huishoudens=len(kijk.krijgt))
    return ronde


def _maak_ronde(medewerker: Medewerker, naam: str, sjabloon: Sjabloon, taal: str) -> Brievenronde:
    gemeente, dag = medewerker.organisatie_id, timezone.localdate()
    regels = regels_op(gemeente, dag)
    rond = lezen.gemeenschappelijk(sjabloon, lezen.afzender_van(gemeente, regels), regels.aanbod, taal, dag)
    afzender, tekst = lezen.als_draad(rond)
    return Brievenronde.objects.create(
        gemeente_id=gemeente,
        medewerker=medewerker,
        sjabloon=sjabloon.id,
        tekstversie=sjabloon.versie,
        taal=taal,
        datum=dag,
        afzender=afzender,
        tekst=tekst,
        door=naam[:200],
        gemaakt=huidige_operatie().nu,
    )


def zet_informeerbrief_klaar(zaak: Zaak, wie: list[UUID], toegang: Toegang) -> bool:
    """Put the letter that tells the resident in line, in the name of who treats the case; inside another operation.

    One letter goes to a household, so that who of it is told (`wie`) makes no difference.

    False when it cannot go by itself: nobody treats the case, it was closed, a letter waits already, or the sender's
    details are missing. When it turns out later that it does not go, a task asks a worker to tell him.
    """
    medewerker, dag = zaak.behandelaar, timezone.localdate()
    if medewerker is None or zaak.gesloten is not None or wachtende_zaken([zaak.id]):
        return False
    if lezen.afzender_van(zaak.organisatie_id, regels_op(zaak.organisatie_id, dag)).ontbreekt():
        return False
    sjabloon = brieven.sjablonen_op(dag)[INFORMEREN]
    ronde = _maak_ronde(medewerker, medewerker.naam, sjabloon, "beide")
    Briefopdracht.objects.create(ronde=ronde, zaak=zaak)
    return True


@action(SCHEME, "brief versturen")
def verstuur_brief(actor: Actor, opdracht_id: UUID) -> Briefopdracht:
    """Make and send the letters to one household: each is a contact attempt with its text, in one transaction.

    Done before: nothing happens. What changed since the look (moved on, objected, withdrawn) leaves it out, with the
    reason. Raises `NietToegestaan` when the case is no longer the actor's.
    """
    opdracht: Briefopdracht = (
        Briefopdracht.objects.select_for_update(of=("self",)).select_related("ronde").get(id=opdracht_id)
    )
    if opdracht.status != "wacht":
        return opdracht
    zaak, toegang = zaak_met_toegang(
        actor,
        opdracht.zaak_id,
        leest=("naw", "signaal", "opvolging", "bezwaar", "informeren"),
        schrijft=("naw", "opvolging", "informeren"),
    )
    ronde = opdracht.ronde
    if zaak.gesloten is not None or (zaak.stap not in STAPPEN and ronde.sjabloon != INFORMEREN):
        return _vervalt(opdracht, "stap")
    (eigen,) = lees_zaken(toegang, [zaak.id])
    sjabloon = brieven.laad_sjablonen()[0]
    versie = next(s for s in sjabloon if s.versie == ronde.tekstversie)
    reden = reden_geen_brief(briefstand(eigen, regels_op(actor.organisatie, ronde.datum)), versie)
    if reden:
        return _vervalt(opdracht, reden)
    nu = timezone.localtime(huidige_operatie().nu)
    poging = Poging("Brief", nu.date(), dagdeel_van(nu.hour), bereikt=False, tekstversie=ronde.tekstversie)
    feiten = contact_mag(actor, zaak, toegang, poging)
    (groep,) = schrijf_pogingen(actor, zaak, toegang, [poging])
    rijen = [
        Brief(
            organisatie_id=zaak.organisatie_id,
            persoon_id=naw.persoon_id,
            opdracht=opdracht,
            zaak=zaak,
            nummer=nummer,
            groep=groep,
            naam=naw.weergavenaam,
            geadresseerde=list(lezen.regels_voor(naw)),
            signalen=[str(signaal.id) for signaal in eigen.signalen_van(naw.persoon_id)],
            ondertekenaar=ronde.door,
        )
        for nummer, naw in enumerate(eigen.aan_wie(), 1)
    ]
    brieven.zet(
        lezen.van_draad(ronde),
        [
            Ingevuld(
                tuple(rij.geadresseerde),
                rij.naam,
                tuple(signaal.partner.naam for signaal in eigen.signalen_van(rij.persoon_id)),
                zaak.nummer,
                rij.ondertekenaar,
            )
            for rij in rijen
        ],
    )
    Brief.objects.met(toegang).bulk_create(rijen)
    for rij in rijen:
        zaken.leg_informeren_vast(
            zaak, rij.persoon_id, "gebruik", nu.date(), "brief", toegang, ronde.tekstversie
        )
    na_poging(actor, zaak, toegang, poging, feiten)
    opdracht.status = "gedaan"
    opdracht.save(update_fields=["status"])
    huidige_operatie().verandert(ronde=str(ronde.id), brieven=len(rijen), tekst=ronde.tekstversie)
    return opdracht


def _vervalt(opdracht: Briefopdracht, reden: str) -> Briefopdracht:
    laat_weg(opdracht, reden)
    if opdracht.ronde.sjabloon == INFORMEREN:
        zaken.maak_taak(opdracht.zaak, BRIEF, ZELF_VERTELLEN, zaken.vandaag(), opdracht.zaak.behandelaar)
    return opdracht


def stuur_brief(actor: Actor, zaak_id: UUID, sjabloon: str, taal: str) -> Zaak:
    """Send one letter to one household now: a round of its own, begun and sent in one transaction.

    Raises `Geweigerd` (409) with the reason why this household gets none.
    """
    keuze = Briefkeuze(sjabloon, taal, zaken=(zaak_id,))
    with operatie(SCHEME.naam, "brief versturen", actor):
        eigen_zaak(actor, zaak_id)
        rijen = lezen.briefvoorbeeld(actor, keuze).rijen
        reden = rijen[0].waarom if rijen else REDENEN["stap"]
        if reden is not None:
            raise Geweigerd(
                "geen_brief",
                Tekst(f"Deze brief gaat niet: {reden.nl}.", f"This letter does not go: {reden.en}."),
                status=409,
            )
        ronde = begin_brievenronde(actor, keuze)
        for opdracht_id in te_maken(1, ronde.id):
            verstuur_brief(actor, opdracht_id)
        return Zaak.objects.get(id=zaak_id)


def verstuur_als(opdracht_id: UUID) -> Briefopdracht:
    """Send one letter of a round in the name of who began it; it is left out when the case is no longer his."""
    return rondes.verstuur_namens(Briefopdracht, opdracht_id, verstuur_brief, _niet_van_u)


def _niet_van_u(organisatie: Organisatie, opdracht_id: UUID) -> Briefopdracht:
    with operatie(SCHEME.naam, "brief versturen", systeem(organisatie)):
        opdracht: Briefopdracht = Briefopdracht.objects.select_for_update(of=("self",)).get(id=opdracht_id)
        return _vervalt(opdracht, rondes.NIET_VAN_U) if opdracht.status == rondes.WACHT else opdracht


def te_maken(hoogstens: int, ronde_id: UUID | None = None) -> list[UUID]:
    """Letters that wait to be made, of one round or of all, the oldest first."""
    return rondes.te_maken(Briefopdracht, hoogstens, ronde_id)


def maak_ronde_af(ronde_id: UUID, meld: Callable[[int], None] = lambda klaar: None) -> int:
    """Send what waits in a round, letter by letter; gives how many were taken in hand. Killed halfway: go on later."""
    return rondes.maak_af(Briefopdracht, ronde_id, verstuur_als, meld)
