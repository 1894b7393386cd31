"""Reading cases: how they stand, and the access of an actor to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.rechten.feiten import Vastgelegd, nodig, strengste, vastgelegd
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Feiten, NietToegestaan, Toegang, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK, INZAGE, VERTEGENWOORDIGT, ZELF
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.zaken.models import UITSTEL, Betrokkene, Deelname, Taak, Zaak
from samenhang.kernel.zaken.versie import controleer_versie


def zaak_onbekend() -> Geweigerd:
    """The refusal for a case that does not exist, or that this actor may not know to exist."""
    tekst = Tekst(
        "Deze zaak bestaat niet of is niet van uw organisatie. Kijk het nummer na.",
        "This case does not exist or is not of your organisation. Check its number.",
    )
    return Geweigerd.bij("zaak", "zaak_onbekend", tekst, status=404)


def zaak_van(actor: Actor, scheme_naam: str, zaak_id: UUID, *, op_slot: bool = False) -> Zaak:
    """The case, of the actor's own organisation or about the resident himself; else not found.

    `op_slot` locks the row until the end of the operation, for who is about to change it; raises
    `ZaakVeranderd` when the door expects another version.
    """
    uitstel = Taak.objects.filter(zaak_id=OuterRef("id"), soort=UITSTEL, klaar__isnull=True)
    zaken = Zaak.objects.select_related("behandelaar").annotate(informeren_uitgesteld=Exists(uitstel))
    if op_slot:
        zaken = zaken.select_for_update(of=("self",))
    eigen = Q(organisatie_id=actor.organisatie_id)
    if actor.persoon_id is not None:
        eigen |= Q(betrokkenen__persoon_id=actor.persoon_id)
    zaak = zaken.filter(eigen, id=zaak_id, scheme=scheme_naam).first()
    if zaak is None:
        raise zaak_onbekend()
    if op_slot:
        controleer_versie(zaak)
    huidige_operatie().zaak_id = zaak.id
    return zaak


def zaak_als_deelnemer(
    actor: Actor, scheme_naam: str, betrokken: str, zaak_id: UUID, *, op_slot: bool = False
) -> Zaak:
    """The open case, for who of another organisation was admitted to it with this involvement; else not found."""
    zaken = Zaak.objects.select_related("behandelaar", "organisatie")
    if op_slot:
        zaken = zaken.select_for_update(of=("self",))
    if actor.medewerker_id is None:
        raise zaak_onbekend()
    mee = Deelname.objects.filter(
        medewerker_id=actor.medewerker_id, betrokkenheid=betrokken, tot__isnull=True
    ).values("zaak_id")
    zaak = zaken.filter(id=zaak_id, id__in=mee, scheme=scheme_naam, gesloten__isnull=True).first()
    if zaak is None:
        raise zaak_onbekend()
    if op_slot:
        controleer_versie(zaak)
    huidige_operatie().zaak_id = zaak.id
    return zaak


def betrokkenheid(actor: Actor, zaak: Zaak) -> str:
    """What the actor has to do with the case: himself, its handler, a task in it, its organisation, or nothing."""
    if actor.medewerker_id is not None and zaak.behandelaar_id == actor.medewerker_id:
        return "behandelaar"
    if actor.medewerker_id is not None:
        deelname = Deelname.objects.filter(
            zaak=zaak, medewerker_id=actor.medewerker_id, tot__isnull=True
        ).first()
        if deelname is not None:
            return deelname.betrokkenheid
    if actor.organisatie_id is not None and zaak.organisatie_id == actor.organisatie_id:
        return "organisatie"
    if actor.vertegenwoordigt is not None:
        mee = Betrokkene.objects.filter(zaak=zaak, persoon_id=actor.vertegenwoordigt)
        return VERTEGENWOORDIGT if mee.exists() else "geen"
    if (
        actor.persoon_id is not None
        and Betrokkene.objects.filter(zaak=zaak, persoon_id=actor.persoon_id).exists()
    ):
        return "zelf"
    return "geen"


def toegang_tot(
    actor: Actor,
    zaak: Zaak,
    *,
    leest: Iterable[str] = (),
    schrijft: Iterable[str] = (),
    doel: str = "",
    gedeeltelijk: bool = False,
    personen: Iterable[UUID] | None = None,
    ontvanger: str = "",
    bekend: Vastgelegd | None = None,
    grondslag: str = "",
    nood: bool = False,
    noodzaak: Iterable[str] = (),
) -> Toegang:
    """Access to the persons of a case in its present step; notes them for the processing log.

    Without a `doel` for the purpose that the case serves, and not for what a case of its kind never has. What the
    permits of that purpose ask of consent, informing and objection comes from what is on record (`kernel.rechten`);
    for several persons at once the strictest holds: `toegang_per_persoon` gives each his own. `ontvanger` is the kind
    of organisation whose consent counts, when the data go to another than the actor's. `bekend`: what a scheme has on
    record of these itself, instead of what is in `kernel.rechten`. `grondslag` narrows the answer to one legal basis.
    `nood`: the actor records, in this operation, why this cannot wait and why he needs what he reads. `noodzaak`: the
    categories of which it is on record why they are needed.
    """
    sch = scheme(zaak.scheme)
    if not doel:
        doel, zonder = sch.doel_van(zaak.soort), sch.zonder(zaak.soort)
        leest, schrijft = frozenset(leest) - zonder, frozenset(schrijft) - zonder
    wie = personen_van(zaak) if personen is None else list(personen)
    if bekend is None:
        bekend = strengste(feiten_van(actor, zaak, wie, doel=doel, ontvanger=ontvanger).values())
    return _beslis(actor, zaak, doel, leest, schrijft, wie, bekend, gedeeltelijk, grondslag, nood, noodzaak)


def toegang_per_persoon(
    actor: Actor,
    zaak: Zaak,
    *,
    leest: Iterable[str] = (),
    schrijft: Iterable[str] = (),
    doel: str = "",
    personen: Iterable[UUID] | None = None,
    ontvanger: str = "",
) -> dict[UUID, Toegang]:
    """Access to each person of a case apart: what one agreed to opens nothing of another.

    What is refused is left out, and who gives nothing at all is not in the answer; every decision is logged.
    """
    sch = scheme(zaak.scheme)
    leest, schrijft = frozenset(leest), frozenset(schrijft)
    if not doel:
        doel, zonder = sch.doel_van(zaak.soort), sch.zonder(zaak.soort)
        leest, schrijft = leest - zonder, schrijft - zonder
    wie = personen_van(zaak) if personen is None else list(personen)
    uit = {}
    for persoon, eigen in feiten_van(actor, zaak, wie, doel=doel, ontvanger=ontvanger).items():
        try:
            uit[persoon] = _beslis(actor, zaak, doel, leest, schrijft, [persoon], eigen, True)
        except NietToegestaan:  # noted by the gate; the others are no less open for it
            continue
    return uit


def personen_van(zaak: Zaak) -> list[UUID]:
    """Whose case it is."""
    return list(Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True))


def feiten_van(
    actor: Actor, zaak: Zaak, personen: Collection[UUID], *, doel: str = "", ontvanger: str = ""
) -> dict[UUID, Vastgelegd]:
    """What is on record about consent, informing and objection of each of these persons in the case.

    Nothing is read when no permit of this purpose looks at it; everything is then closed.
    """
    doel = doel or scheme(zaak.scheme).doel_van(zaak.soort)
    if not nodig(zaak.scheme, doel):
        return {persoon: Vastgelegd() for persoon in personen}
    return dict(
        vastgelegd(
            huidige_operatie(),
            zaak.scheme,
            zaak.organisatie_id,
            zaak.id,
            personen,
            doel=doel,
            aan=ontvanger or actor.organisatiesoort,
        )
    )


def _beslis(
    actor: Actor,
    zaak: Zaak,
    doel: str,
    leest: Iterable[str],
    schrijft: Iterable[str],
    wie: Collection[UUID],
    feiten: Vastgelegd,
    gedeeltelijk: bool,
    grondslag: str = "",
    nood: bool = False,
    noodzaak: Iterable[str] = (),
) -> Toegang:
    operatie = huidige_operatie()
    toegang = vraag(
        operatie,
        beslistabel(),
        actor,
        scheme=zaak.scheme,
        doel=doel,
        organisatie_id=zaak.organisatie_id,
        feiten=feiten.in_feiten(Feiten(betrokkenheid(actor, zaak), zaak.stap, nood=nood)),
        leest=leest,
        schrijft=schrijft,
        personen=wie,
        zaak_id=zaak.id,
        gedeeltelijk=gedeeltelijk,
        grondslag=grondslag,
        noodzaak=leest if nood else noodzaak,
    )
    operatie.raakt(wie)
    return toegang


def toegang_tot_eigen(
    actor: Actor,
    scheme_naam: str,
    *,
    leest: Iterable[str],
    stappen: Collection[str] | None = None,
    zaken: Collection[UUID] | None = None,
) -> Iterator[tuple[Toegang, frozenset[UUID]]]:
    """Access to the persons of the open cases that the actor treats, with the ids of those cases.

    `stappen` and `zaken` narrow it to cases in these steps, and to these cases. One decision per step and purpose:
    cases of one handler in one step get one answer. A case of a kind that never has what was asked is left out.
    One statement for them all.
    """
    if actor.medewerker_id is None:
        return
    eigen = Betrokkene.objects.filter(
        zaak__organisatie_id=actor.organisatie,
        zaak__scheme=scheme_naam,
        zaak__behandelaar_id=actor.medewerker_id,
        zaak__gesloten__isnull=True,
    )
    if stappen is not None:
        eigen = eigen.filter(zaak__stap__in=stappen)
    if zaken is not None:
        eigen = eigen.filter(zaak_id__in=zaken)
    sch, leest = scheme(scheme_naam), frozenset(leest)
    per_stap: dict[tuple[str, str, frozenset[str]], list[tuple[UUID, UUID]]] = {}
    for stap, soort, zaak_id, persoon_id in eigen.values_list(
        "zaak__stap", "zaak__soort", "zaak_id", "persoon_id"
    ):
        sleutel = stap, sch.doel_van(soort), leest - sch.zonder(soort)
        per_stap.setdefault(sleutel, []).append((zaak_id, persoon_id))
    operatie = huidige_operatie()
    for (stap, doel, opent), paren in sorted(per_stap.items(), key=lambda deel: deel[0][:2]):
        if leest and not opent:
            continue
        personen = frozenset(persoon_id for _, persoon_id in paren)
        toegang = vraag(
            operatie,
            beslistabel(),
            actor,
            scheme=scheme_naam,
            doel=doel,
            organisatie_id=actor.organisatie,
            feiten=Feiten("behandelaar", stap),
            leest=opent,
            personen=personen,
        )
        operatie.raakt(personen)
        yield toegang, frozenset(zaak_id for zaak_id, _ in paren)


def toegang_tot_zichzelf(
    actor: Actor, scheme_naam: str, persoon: Persoon, *, leest: Iterable[str]
) -> Toegang:
    """Access of a resident to his own data outside any one case; notes him for the processing log."""
    operatie = huidige_operatie()
    toegang = vraag(
        operatie,
        beslistabel(),
        actor,
        scheme=scheme_naam,
        doel=INZAGE,
        organisatie_id=persoon.organisatie_id,
        feiten=Feiten(ZELF, GEEN_ZAAK),
        leest=leest,
        personen=[persoon.id],
    )
    operatie.raakt([persoon.id])
    return toegang


def toegang_tot_register(
    actor: Actor,
    scheme_naam: str,
    *,
    doel: str,
    leest: Iterable[str] = (),
    schrijft: Iterable[str] = (),
    personen: Iterable[UUID] | None = None,
) -> Toegang:
    """Access to persons of the organisation's own register outside any one case, for lists and intake."""
    if actor.organisatie_id is None:
        raise zaak_onbekend()
    return vraag(
        huidige_operatie(),
        beslistabel(),
        actor,
        scheme=scheme_naam,
        doel=doel,
        organisatie_id=actor.organisatie_id,
        feiten=Feiten("organisatie", "-"),
        leest=leest,
        schrijft=schrijft,
        personen=personen,
    )
