"""What people do with the seal: check, countersign, take in signatures, close an alarm, renew a key."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zegel import bladen, getuigen, nachtcontrole, punten, sleutels
from samenhang.kernel.zegel.controle import Uitslag, controleer
from samenhang.kernel.zegel.domain.nota import LOG, Nota, Sleutel
from samenhang.kernel.zegel.getuigen import Getuigd
from samenhang.kernel.zegel.models import Logalarm, Logcontrole, Medeondertekening
from samenhang.kernel.zegel.toezicht import BEKIJKEN, INSTALLATIE, TOEZICHT, vereist

HOOGSTENS_TEGEN = 20


def controleer_log(actor: Actor, tegen: Sequence[tuple[str, Nota]] = ()) -> Uitslag:
    """Check the whole log, also against checkpoints that others kept; the outcome is kept and shown.

    Raises `Geweigerd` (403) without the role.
    """
    rij = _begin_controle(actor, len(tegen))
    uit = controleer(tegen)
    nachtcontrole.leg_vast(rij, uit)
    return uit


@action(KERNEL, "logboek controleren")
def _begin_controle(actor: Actor, tegen: int) -> Logcontrole:
    vereist(actor, *BEKIJKEN)
    if tegen > HOOGSTENS_TEGEN:
        raise Geweigerd(
            "te_veel_controlepunten",
            Tekst(
                f"Vergelijk met hoogstens {HOOGSTENS_TEGEN} controlepunten tegelijk.",
                f"Compare with at most {HOOGSTENS_TEGEN} checkpoints at a time.",
            ),
        )
    huidige_operatie().verandert(tegen=tegen)
    return nachtcontrole.begin(actor.naam)


def medeonderteken(actor: Actor, tekst: str) -> Getuigd:
    """Countersign the checkpoint of a partner that came as a file. Raises `Geweigerd` as `getuigen.getuig` says."""
    vereist(actor, *BEKIJKEN)
    return getuigen.getuig(actor, tekst)


@action(KERNEL, "medeondertekening opnemen")
def neem_medeondertekening_op(actor: Actor, tekst: str) -> list[Medeondertekening]:
    """Keep what a partner signed under one of our newest checkpoints: the lines of its answer.

    Raises `Geweigerd` (400) when no line is a right signature of a partner's key under one of them.
    """
    vereist(actor, *BEKIJKEN)
    regels = [regel for regel in tekst.replace("\r\n", "\n").split("\n") if regel.strip()]
    if not regels or len(regels) > 200:
        raise Geweigerd(
            "antwoord_leeg",
            Tekst(
                "Geef het antwoord van de partner: een of meer regels die met — beginnen.",
                "Give the answer of the partner: one or more lines that begin with —.",
            ),
        )
    for punt in punten.recent():
        opgenomen = punten.neem_op(punt, regels)
        if opgenomen:
            huidige_operatie().verandert(
                controlepunt=punt.id, getuigen=sorted({rij.getuige for rij in opgenomen})
            )
            return opgenomen
    raise Geweigerd(
        "geen_medeondertekening",
        Tekst(
            f"Geen regel is een handtekening van een partner onder een van onze laatste controlepunten. Kijk of zijn getuigensleutel in {sleutels.PARTNERS} staat en of hij dit controlepunt kreeg.",
            f"No line is a signature of a partner under one of our newest checkpoints. Look whether its witness key is in {sleutels.PARTNERS} and whether it got this checkpoint.",
        ),
    )


@action(KERNEL, "logalarm afhandelen")
def handel_alarm_af(actor: Actor, alarm_id: UUID, uitkomst: str) -> Logalarm:
    """Close an alarm with what came of it. Raises `Geweigerd` 404 for one that is not open, 400 without outcome."""
    vereist(actor, *TOEZICHT)
    tekst = uitkomst.strip()
    if not 10 <= len(tekst) <= 500:
        raise Geweigerd(
            "uitkomst_nodig",
            Tekst(
                "Schrijf in 10 tot 500 tekens wat u uitzocht en wat ermee is gedaan, zonder namen van inwoners.",
                "Write in 10 to 500 characters what you found out and what was done about it, without names of residents.",
            ),
        )
    rij = Logalarm.objects.select_for_update().filter(id=alarm_id, klaar__isnull=True).first()
    if rij is None:
        raise Geweigerd(
            "alarm_onbekend",
            Tekst(
                "Dit alarm is al afgehandeld of bestaat niet. Ververs de pagina.",
                "This alarm was closed already or does not exist. Refresh the page.",
            ),
            status=404,
        )
    rij.klaar, rij.klaar_door, rij.uitkomst = huidige_operatie().nu, actor.naam, tekst
    rij.save(update_fields=["klaar", "klaar_door", "uitkomst"])
    huidige_operatie().verandert(alarm=rij.soort, onderwerp=rij.onderwerp)
    return rij


@action(KERNEL, "zegelsleutel vernieuwen")
def vernieuw_sleutel(actor: Actor, soort: int = LOG, naam: str = "") -> Sleutel:
    """Make the next key and use it from now on; for the log's own, a checkpoint signed by both hands over.

    Only at the terminal of the installation. Raises `Geweigerd` when the present key is not usable.
    """
    vereist_installatie(actor)
    eerste = not sleutels.bekend(soort)
    nieuwe = sleutels.maak(soort, naam)
    if soort == LOG and not eerste:
        bladen.voeg_toe()
        punten.teken([(nieuwe, sleutels.lees_prive(nieuwe))])
    sleutels.neem_in_gebruik(nieuwe)
    huidige_operatie().verandert(sleutel=nieuwe.id.hex(), naam=nieuwe.naam)
    return nieuwe


def vereist_installatie(actor: Actor) -> None:
    """Raises `Geweigerd` (403) for whoever does not work at the terminal of the installation."""
    if not actor.heeft_rol("kernel", INSTALLATIE):
        raise Geweigerd(
            "alleen_op_terminal",
            Tekst(
                "Sleutels maakt wie de installatie beheert, op het terminal.",
                "Keys are made by who runs the installation, at the terminal.",
            ),
            status=403,
        )
