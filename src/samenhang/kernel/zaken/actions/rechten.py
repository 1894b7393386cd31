"""What a person agrees to and is told, recorded in a case; schemes call these inside their own actions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.rechten.domain.toestemming import ANTWOORDEN, BEWIJZEN, ELK, HOE, laatste_dag
from samenhang.kernel.rechten.feiten import als_woord
from samenhang.kernel.rechten.models import Informering, Toestemming
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.instemming import Antwoord, Door
from samenhang.kernel.zaken.actions.gedeeld import schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.actions.uitstel import uitstel_eindigt_met_vertellen
from samenhang.kernel.zaken.models import Zaak


@dataclass(frozen=True, slots=True)
class Toestemmingsvraag:
    """What was asked: which categories, for which purpose and kind of organisation ("*": every), by which text."""

    over: frozenset[str]
    tekstversie: str
    doel: str = ELK
    aan: str = ELK


@dataclass(frozen=True, slots=True)
class Gegeven:
    """The answer: yes or no, by whom (and which representative), how; `geboren` decides who may answer.

    Where no birth date is known, `bewijs` may name the document on which the worker saw that this one is of age, and
    `bewijs_op` the day on which he saw it.
    """

    antwoord: str
    hoe: str
    geboren: date | None
    door: str = Door.ZELF
    door_wie: str = ""
    wilsonbekwaam: bool = False
    bewijs: str = ""
    bewijs_op: date | None = None


def leg_toestemming_vast(
    zaak: Zaak, persoon_id: UUID, vraag: Toestemmingsvraag, gegeven: Gegeven, toegang: Toegang
) -> list[Toestemming]:
    """Record an answer of, or for, one person; from now on it decides. Earlier answers stay on record.

    Raises `Geweigerd` when this one may not answer at this age, a representative has no name, a document was seen on
    no day or one to come, or something is asked that does not exist. Needs writing of "instemming".
    """
    _bestaat(zaak, vraag, gegeven)
    op = huidige_operatie()
    door = Door(gegeven.door)
    tot = laatste_dag(
        door,
        gegeven.geboren,
        vandaag(),
        gegeven.wilsonbekwaam,
        volwassen_gezien=bool(gegeven.bewijs),
    )
    if door is Door.VERTEGENWOORDIGER and not gegeven.door_wie.strip():
        raise _onjuist(
            "door_wie",
            "vertegenwoordiger_ontbreekt",
            "Schrijf wie als vertegenwoordiger antwoordde.",
            "Write who answered as representative.",
        )
    rijen: list[Toestemming] = Toestemming.objects.met(toegang).bulk_create(
        [
            Toestemming(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon_id,
                zaak=zaak,
                over=naam,
                doel=vraag.doel,
                aan=vraag.aan,
                antwoord=gegeven.antwoord,
                door=door,
                door_wie=gegeven.door_wie.strip()[:200],
                hoe=gegeven.hoe,
                tekstversie=vraag.tekstversie,
                moment=op.nu,
                tot=tot,
                bewijs=gegeven.bewijs,
                bewijs_op=gegeven.bewijs_op,
                vastgelegd_door=op.actor.naam[:200],
            )
            for naam in sorted(vraag.over)
        ]
    )
    ja = gegeven.antwoord == Antwoord.GEGEVEN
    schrijf_tijdlijn(
        zaak,
        "instemming",
        Tekst("Toestemming gegeven", "Consent given") if ja else Tekst("Toestemming geweigerd", "Consent refused"),
    )  # fmt: skip
    op.verandert(toestemming=gegeven.antwoord, over=sorted(vraag.over), aan=vraag.aan)
    if gegeven.bewijs and gegeven.bewijs_op:
        op.verandert(volwassen_gezien=[gegeven.bewijs, gegeven.bewijs_op.isoformat()])
    return rijen


def trek_toestemming_in(
    zaak: Zaak, persoon_id: UUID, toegang: Toegang, *, over: Collection[str] = (), aan: str = ""
) -> frozenset[str]:
    """End what this person agreed to from now on; gives the categories. Without `over` or `aan`: all of it.

    What was disclosed stays on record. Raises `Geweigerd` when nothing holds. Needs reading and writing of
    "instemming".
    """
    op = huidige_operatie()
    rijen = Toestemming.objects.met(toegang)
    geldig = [
        rij
        for rij in rijen.filter(zaak=zaak, persoon_id=persoon_id)
        if als_woord(rij).geldt(op.nu) and (not over or rij.over in over) and aan in ("", rij.aan)
    ]
    if not geldig:
        raise Geweigerd(
            "niets_in_te_trekken",
            Tekst(
                "Er is geen toestemming die nu geldt; er is niets veranderd.",
                "There is no consent that holds now; nothing was changed.",
            ),
            status=409,
        )
    rijen.filter(id__in=[rij.id for rij in geldig]).update(
        ingetrokken=op.nu, ingetrokken_door=op.actor.naam[:200]
    )
    schrijf_tijdlijn(zaak, "instemming", Tekst("Toestemming ingetrokken", "Consent withdrawn"))
    weg = frozenset(rij.over for rij in geldig)
    op.verandert(toestemming=["gegeven", "ingetrokken"], over=sorted(weg))
    return weg


def leg_informeren_vast(
    zaak: Zaak, persoon_id: UUID, waarover: str, op: date, hoe: str, toegang: Toegang, tekstversie: str = ""
) -> Informering:
    """Record that this person was told, which ends a postponement; needs reading and writing of "informeren".

    Raises `Geweigerd` for a day to come.
    """
    if hoe not in (*HOE, "brief"):
        raise _keuze("hoe", hoe, [*HOE, "brief"])
    if op > vandaag():
        raise _onjuist(
            "op",
            "datum_in_toekomst",
            "Deze dag moet nog komen. Vul vandaag of een eerdere dag in.",
            "This day has yet to come. Enter today or an earlier day.",
        )
    operatie = huidige_operatie()
    rij: Informering = Informering.objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon_id,
        zaak=zaak,
        waarover=waarover,
        op=op,
        hoe=hoe,
        tekstversie=tekstversie,
        moment=operatie.nu,
        vastgelegd_door=operatie.actor.naam[:200],
    )
    uitstel_eindigt_met_vertellen(zaak, persoon_id, toegang)
    schrijf_tijdlijn(zaak, "informeren", Tekst("Inwoner geïnformeerd", "Resident informed"))
    return rij


def _bestaat(zaak: Zaak, vraag: Toestemmingsvraag, gegeven: Gegeven) -> None:
    """Refuse a question about what the register does not have, or an answer that is none."""
    ruimte = beslistabel().ruimtes[zaak.scheme]
    sch = scheme(zaak.scheme)
    for kolom, waarden, mogelijk in (
        ("over", vraag.over, (*ruimte.categorieen, *sch.instemt_ook_met)),
        ("doel", {vraag.doel}, (ELK, sch.doel, *sch.doelen)),
        ("aan", {vraag.aan}, (ELK, *ruimte.organisatiesoorten)),
        ("antwoord", {gegeven.antwoord}, tuple(ANTWOORDEN)),
        ("hoe", {gegeven.hoe}, tuple(HOE)),
        ("door", {gegeven.door}, tuple(Door)),
        ("bewijs", {gegeven.bewijs}, ("", *BEWIJZEN)),
    ):
        for waarde in sorted(waarden):
            if waarde not in mogelijk:
                raise _keuze(kolom, waarde, mogelijk)
    if not vraag.over:
        raise _onjuist(
            "over", "over_ontbreekt", "Kies waarover het gaat.", "Choose what it is about."
        )  # fmt: skip
    if bool(gegeven.bewijs) != (gegeven.bewijs_op is not None):
        raise _onjuist("bewijs_op", "bewijs_onvolledig", "Een document en de dag waarop u het zag horen bij elkaar. Vul beide in, of geen.", "A document and the day on which you saw it belong together. Enter both, or neither.")  # fmt: skip
    if gegeven.bewijs_op is not None and gegeven.bewijs_op > vandaag():
        raise _onjuist("bewijs_op", "datum_in_toekomst", "Deze dag moet nog komen. Vul vandaag of een eerdere dag in.", "This day has yet to come. Enter today or an earlier day.")  # fmt: skip


def _keuze(kolom: str, waarde: str, mogelijk: Iterable[str]) -> Geweigerd:
    er_is = ", ".join(sorted(filter(None, map(str, mogelijk))))
    return _onjuist(
        kolom,
        "keuze_onjuist",
        f'"{waarde[:40]}" kan hier niet. Kies uit: {er_is}.',
        f'"{waarde[:40]}" is not possible here. Choose from: {er_is}.',
    )


def _onjuist(kolom: str, code: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd.bij(kolom, code, tekst)
