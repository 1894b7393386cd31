"""What people do with the seal: check, countersign, take in signatures, close an alarm, renew a key."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zegel import bladen, getuigen, nachtcontrole, partnervraag, punten, sleutels
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
    tekst = _uitkomst(uitkomst)
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


def aanvaard_korter_log(actor: Actor, tekst: str, reden: str) -> Getuigd:
    """Accept knowingly that a partner restored its log with loss, and countersign what it is now.

    Raises `Geweigerd` (403) without the role, 400 without a reason, and as `getuigen.aanvaard` says.
    """
    vereist(actor, *TOEZICHT)
    return getuigen.aanvaard(actor, tekst, _uitkomst(reden))


def _uitkomst(tekst: str) -> str:
    """What came of it, in words. Raises `Geweigerd` when it says too little or too much."""
    tekst = tekst.strip()
    if 10 <= len(tekst) <= 500:
        return tekst
    raise Geweigerd(
        "uitkomst_nodig",
        Tekst(
            "Schrijf in 10 tot 500 tekens wat u uitzocht en wat ermee is gedaan, zonder namen van inwoners.",
            "Write in 10 to 500 characters what you found out and what was done about it, without names of residents.",
        ),
    )


@action(KERNEL, "herstel van het logboek verklaren")
def verklaar_herstel(actor: Actor, vorige: int, reden: str) -> str:
    """Sign that the log had `vorige` leaves, others than now, before it was restored; gives the request for partners.

    Only at the terminal of the installation. Raises `Geweigerd` 409 when a checkpoint of that size is still there.
    """
    vereist_installatie(actor)
    waarom = _uitkomst(reden)
    if vorige < 1 or punten.staat_er(vorige):
        raise Geweigerd(
            "niets_verloren",
            Tekst(
                f"Het controlepunt van {vorige} bladen is er nog: daarvan ging niets verloren. Geef het aantal dat een partner het laatst ondertekende; dat staat in zijn alarm.",
                f"The checkpoint of {vorige} leaves is still there: nothing of it was lost. Give the number that a partner signed last; it stands in its alarm.",
            ),
            status=409,
        )
    bladen.voeg_toe()
    punt = punten.teken(hersteld=vorige)
    if punt is None:
        raise _leeg_log()
    huidige_operatie().verandert(vorige=vorige, omvang=punt.omvang, reden=waarom)
    return partnervraag.aanvraag(punt, 0)


def _leeg_log() -> Geweigerd:
    return Geweigerd(
        "log_leeg",
        Tekst(
            "Het log is leeg: er valt niets te ondertekenen. Zet eerst de reservekopie terug.",
            "The log is empty: there is nothing to sign. Restore the backup first.",
        ),
        status=409,
    )


def vernieuw_sleutel(actor: Actor, soort: int = LOG, naam: str = "", verloren: bool = False) -> Sleutel:
    """Make the next key and use it from now on; for the log's own, a checkpoint signed by both hands over.

    Only at the terminal of the installation. `verloren`: the private half of the present key is gone, so that
    nothing hands over. Raises `Geweigerd` when the present key is not usable, or is while it was called lost.
    """
    nieuwe = _draag_over(actor, soort, naam, verloren)
    sleutels.neem_in_gebruik(nieuwe)  # after the commit: killed before it, the old key still signs
    return nieuwe


@action(KERNEL, "zegelsleutel vernieuwen")
def _draag_over(actor: Actor, soort: int, naam: str, verloren: bool) -> Sleutel:
    vereist_installatie(actor)
    eerdere = sleutels.bekend(soort)
    if verloren and sleutels.bruikbaar(eerdere):
        raise Geweigerd(
            "sleutel_er_nog",
            Tekst(
                "De sleutel is er nog en kan ondertekenen. Laat --verloren weg; dan draagt hij over.",
                "The key is still there and can sign. Leave --verloren out; then it hands over.",
            ),
            status=409,
        )
    nieuwe = sleutels.maak(soort, naam)
    if soort == LOG and eerdere and not verloren:
        bladen.voeg_toe()
        punten.teken([(nieuwe, sleutels.lees_prive(nieuwe))])
    huidige_operatie().verandert(sleutel=nieuwe.id.hex(), naam=nieuwe.naam, verloren=verloren)
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
