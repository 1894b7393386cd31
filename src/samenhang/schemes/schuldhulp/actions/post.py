"""Sending letters to creditors: a round is begun once; each letter in it is one action that is safe to repeat."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten import brievenrondes as rondes
from samenhang.kernel.plichten.brievenrondes import laat_weg
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.schemes.schuldhulp.actions.voorstel import herinner
from samenhang.schemes.schuldhulp.domain.post import HERINNERING, VOORSTEL
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Postbrief, Postronde, Voorstel
from samenhang.schemes.schuldhulp.queries import post as lezen
from samenhang.schemes.schuldhulp.queries.post import Postkeuze
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.voorstelbrieven import zet_post

TAAK = "voorstel_versturen"


@action(SCHEME, "postronde beginnen")
def begin_postronde(actor: Actor, keuze: Postkeuze) -> Postronde:
    """Begin a round: every creditor who gets this letter by the look of this moment is put in line.

    Beginning the same round again finds its letters in line or sent and is refused; nobody gets two. Raises `Geweigerd`
    (409) when nobody gets a letter.
    """
    rol_vereist(actor, SCHEME.naam, WERKER)
    assert actor.medewerker_id is not None  # who has a role works somewhere
    medewerker = Medewerker.objects.select_for_update(no_key=True).get(id=actor.medewerker_id)
    kijk = lezen.postvoorbeeld(actor, keuze)
    if not kijk.krijgt:
        raise lezen.geen_post()
    lopend = huidige_operatie()
    ronde = Postronde.objects.create(
        medewerker=medewerker,
        soort=kijk.soort,
        datum=timezone.localdate(),
        door=actor.naam[:200],
        gemaakt=lopend.nu,
    )
    Postbrief.objects.bulk_create(
        [Postbrief(ronde=ronde, zaak=rij.zaak, voorstel=rij.voorstel.id) for rij in kijk.krijgt],
        batch_size=500,
    )
    lopend.verandert(ronde=str(ronde.id), brieven=len(kijk.krijgt))
    return ronde


@action(SCHEME, "schuldeiserbrief versturen")
def verstuur_post(actor: Actor, brief_id: UUID) -> Postbrief:
    """Make one letter and note that it goes, in one transaction: a reminder stands in the case from then on.

    Done before: nothing happens. What changed since the look (answered, taken back, moved on) leaves it out, with the
    reason. Raises `NietToegestaan` when the case is no longer the actor's.
    """
    brief: Postbrief = (
        Postbrief.objects.select_for_update(of=("self",)).select_related("ronde", "zaak").get(id=brief_id)
    )
    if brief.status != rondes.WACHT:
        return brief
    if brief.zaak.stap != "voorstel":
        return laat_weg(brief, "stap")
    dossier = open_dossier(actor, brief.zaak_id, schrijft=("schulden",), op_slot=True)
    rij = next((deel for deel in dossier.voorstellen if deel.id == brief.voorstel), None)
    ronde = brief.ronde
    reden = "stap" if rij is None else lezen.reden_van(dossier.toegang, rij, ronde.soort, in_ronde=())
    if rij is None or reden:
        laat_weg(brief, reden)
        _na_de_laatste(brief, dossier)
        return brief
    if not rij.adres:
        rij.adres = wie(rij.schuldeiser).adres
        Voorstel.objects.met(dossier.toegang).filter(id=rij.id).update(adres=rij.adres)
    zet_post(lezen.stukken(dossier.toegang, [rij], ronde.soort, ronde.datum))
    brief.status = rondes.GEDAAN
    brief.save(update_fields=["status"])
    naam = wie(rij.schuldeiser).naam
    if ronde.soort == HERINNERING:
        herinner(dossier, rij)
    else:
        zaken.bewaar(dossier.zaak)
        zaken.schrijf_tijdlijn(dossier.zaak, "post", Tekst(f"Brief met het voorstel aan {naam}", f"Letter with the proposal to {naam}"))  # fmt: skip
        _na_de_laatste(brief, dossier)
    huidige_operatie().verandert(ronde=str(ronde.id), voorstel=str(rij.id))
    return brief


def _na_de_laatste(brief: Postbrief, dossier: Dossier) -> None:
    """The task to send the proposal is done once no letter of this case waits and none could still go.

    As long as a letter waits nothing is weighed: the last one of the case does it, once for all its offers.
    """
    if brief.ronde.soort != VOORSTEL or _wacht_er_nog_een(brief):
        return
    if not any(lezen.kan_nog(dossier.toegang, dossier.voorstellen, VOORSTEL)):
        zaken.rond_taken_af(dossier.zaak, [TAAK])


def _wacht_er_nog_een(brief: Postbrief) -> bool:
    wachtend = Postbrief.objects.filter(zaak=brief.zaak_id, status=rondes.WACHT, ronde__soort=VOORSTEL)
    return wachtend.exclude(id=brief.id).exists()


def verstuur_als(brief_id: UUID) -> Postbrief:
    """Send one letter of a round in the name of who began it; it is left out when the case is no longer his."""
    return rondes.verstuur_namens(Postbrief, brief_id, verstuur_post, _niet_van_u)


def _niet_van_u(organisatie: Organisatie, brief_id: UUID) -> Postbrief:
    with operatie(SCHEME.naam, "schuldeiserbrief versturen", systeem(organisatie)):
        brief: Postbrief = Postbrief.objects.select_for_update(of=("self",)).get(id=brief_id)
        return laat_weg(brief, rondes.NIET_VAN_U) if brief.status == rondes.WACHT else brief


def te_maken(hoogstens: int) -> list[UUID]:
    """Letters that wait to be made, the oldest first."""
    return rondes.te_maken(Postbrief, hoogstens)


def maak_postronde_af(ronde_id: UUID, meld: Callable[[int], None] = lambda klaar: None) -> int:
    """Send what waits in a round, letter by letter; gives how many were taken in hand. Killed halfway: go on later."""
    return rondes.maak_af(Postbrief, ronde_id, verstuur_als, meld)
