"""Conditions of the source: set, looked up, lifted when the source agrees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.rechten.feiten import Stil
from samenhang.kernel.scheme import Overdracht, scheme
from samenhang.kernel.toegang import Feiten, Toegang, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.models import Opname, OverdrachtInhoud, UitgaandeOverdracht, Voorwaarde
from samenhang.kernel.zaken.actions import bewaar, schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot_register

NAAM_HOOGSTENS = 200
BRONVOORWAARDE: Final = "bronvoorwaarde"
"""The purpose for which the system keeps and looks up what the source of a datum asked."""


def gesteld_over(toegang: Toegang, persoon_id: UUID) -> tuple[Gesteld, ...]:
    """The conditions that hold for the data of this person, whichever case they came with."""
    rijen = Voorwaarde.objects.met(toegang).filter(persoon_id=persoon_id, opgeheven__isnull=True)
    return tuple(
        Gesteld(rij.over, Soort(rij.soort), rij.bron, rij.per_rij) for rij in rijen.order_by("gesteld", "id")
    )


def akkoord_over(toegang: Toegang, persoon_id: UUID) -> tuple[Gesteld, ...]:
    """What sources asked and agreed to for us: it stands in our way no more, and binds whoever gets the data from us."""
    rijen = Voorwaarde.objects.met(toegang).filter(
        persoon_id=persoon_id, opgeheven__isnull=False, vervallen=False
    )
    return tuple(
        dict.fromkeys(
            Gesteld(rij.over, Soort(rij.soort), rij.bron) for rij in rijen.order_by("gesteld", "id")
        )
    )


def gesteld_per_persoon(zaak: Zaak, personen: Iterable[UUID]) -> dict[UUID, tuple[Gesteld, ...]]:
    """What the sources of the data of each person asked; read by the system for a decision, shown to nobody."""
    wie = list(personen)
    toegang = _opgezocht(zaak, wie)
    return {persoon: gesteld_over(toegang, persoon) for persoon in wie}


def stelde_iets(zaak: Zaak, personen: Iterable[UUID], bron: str) -> bool:
    """Whether this source asked something of the data of these persons that it did not lift itself."""
    wie = list(personen)
    rijen = Voorwaarde.objects.met(_opgezocht(zaak, wie))
    return bool(rijen.filter(persoon_id__in=wie, bron=bron, vervallen=False).exists())


def _opgezocht(zaak: Zaak, personen: list[UUID]) -> Toegang:
    return vraag(
        Stil(huidige_operatie()),
        beslistabel(),
        systeem(zaak.organisatie),
        scheme=zaak.scheme,
        doel=BRONVOORWAARDE,
        organisatie_id=zaak.organisatie_id,
        feiten=Feiten("organisatie", GEEN_ZAAK),
        leest=("naw",),
        personen=personen,
    )


def bronregister(zaak: Zaak, persoon_id: UUID) -> Toegang:
    """The system's access to keep and lift what sources asked about this person, and what was refused for it."""
    huis = Organisatie.objects.get(id=zaak.organisatie_id)
    return toegang_tot_register(
        systeem(huis), zaak.scheme, doel=BRONVOORWAARDE, leest=("naw",), schrijft=("naw",), personen=[persoon_id]
    )  # fmt: skip


def stel_voorwaarde(
    zaak: Zaak, persoon_id: UUID, gesteld: Gesteld, toegang: Toegang, tijdlijn: Tekst | None = None
) -> Voorwaarde:
    """Record what the source of a category asks; from now on it binds every hand-over about this person.

    `tijdlijn` says it in the timeline, where naming the source would tell too much.

    Raises `Geweigerd` without a source, for a category that the scheme does not have, or when it holds already.
    """
    bron = _naam(gesteld.bron, "bron_ontbreekt", "van wie de gegevens komen", "whom the data come from")
    namen = {"naw", "contact", *(deel.naam for deel in scheme(zaak.scheme).categorieen)}
    if gesteld.categorie not in namen:
        keuzes = ", ".join(sorted(namen))
        raise Geweigerd(
            "categorie_onbekend",
            Tekst(
                f'"{gesteld.categorie[:40]}" is geen soort gegevens van dit register. Kies uit {keuzes}.',
                f'"{gesteld.categorie[:40]}" is no kind of data of this register. Choose from {keuzes}.',
            ),
        )
    rijen = Voorwaarde.objects.met(toegang)
    zelfde = {"persoon_id": persoon_id, "over": gesteld.categorie, "soort": str(gesteld.soort), "bron": bron}
    if rijen.filter(**zelfde, opgeheven__isnull=True).exists():
        raise Geweigerd(
            "al_gesteld",
            Tekst("Deze voorwaarde geldt al.", "This condition holds already."),
            status=409,
        )
    op = huidige_operatie()
    schrijf_tijdlijn(
        zaak,
        "voorwaarde",
        tijdlijn or Tekst(f"Voorwaarde van {bron}: {gesteld.soort.titel.nl}", f"Condition of {bron}: {gesteld.soort.titel.en}"),
    )  # fmt: skip
    op.verandert(voorwaarde=[None, str(gesteld.soort)], over=gesteld.categorie)
    rij: Voorwaarde = rijen.create(
        organisatie_id=zaak.organisatie_id, zaak=zaak, gesteld=op.nu, gesteld_door=op.actor.naam[:NAAM_HOOGSTENS],
        per_rij=gesteld.per_rij, **zelfde
    )  # fmt: skip
    return rij


def hef_voorwaarden_op(
    zaak: Zaak,
    persoon_id: UUID,
    categorie: str,
    akkoord_van: str,
    toegang: Toegang,
    bron: str = "",
    tijdlijn: Tekst | None = None,
) -> int:
    """Lift what sources asked about a category, since they agree; who agreed is kept. Gives how many were lifted.

    They agreed that we pass it on: whoever gets it from us is bound in turn. With `bron` it is that source itself that
    lifts what it asked: that holds nowhere any more, also not in the cases of this organisation to which the data went.
    `tijdlijn` says it in the timeline, where naming the source would tell too much.

    Raises `Geweigerd` when nobody is named, or nothing holds.
    """
    wie = _naam(akkoord_van, "akkoord_ontbreekt", "wie bij de bron akkoord is", "who at the source agrees")
    op = huidige_operatie()
    geldig = Voorwaarde.objects.met(toegang).filter(persoon_id=persoon_id, over=categorie)
    geldig = geldig.filter(bron=bron, vervallen=False) if bron else geldig.filter(opgeheven__isnull=True)
    aantal = geldig.update(opgeheven=op.nu, akkoord_van=wie, vervallen=bool(bron))
    if not aantal:
        raise Geweigerd(
            "geen_voorwaarde",
            Tekst(
                "Over deze gegevens geldt geen voorwaarde. Kies een andere soort gegevens of een andere persoon.",
                "No condition holds for these data. Choose another kind of data or another person.",
            ),
            status=409,
        )
    schrijf_tijdlijn(
        zaak,
        "voorwaarde",
        tijdlijn or Tekst(f"Voorwaarde opgeheven, akkoord van {wie}", f"Condition lifted, agreed by {wie}"),
    )
    op.verandert(voorwaarde=["gesteld", "opgeheven"], over=categorie, aantal=aantal)
    if bron:
        _vervalt_elders(persoon_id, categorie, bron, wie, toegang)
    return aantal


def neem_voorwaarden_mee(zaak: Zaak, overdracht: UitgaandeOverdracht) -> None:
    """What the sources asked of the sender binds this case, which came of the hand-over, as it bound him.

    A category can have another name in this register (`Overdracht.wordt`).
    """
    if not overdracht.voorwaarden:
        return
    (persoon,) = personen_van(zaak)
    register = bronregister(zaak, persoon)
    al = set(gesteld_over(register, persoon))
    for deel in overdracht.voorwaarden:
        naam = _hier(zaak, overdracht).heet(deel["categorie"])
        gesteld = Gesteld(naam, Soort(deel["soort"]), deel["bron"])
        if gesteld not in al:
            stel_voorwaarde(zaak, persoon, gesteld, register)
            al.add(gesteld)


def _hier(zaak: Zaak, overdracht: UitgaandeOverdracht) -> Overdracht:
    """The kind of a hand-over as the register that took it in declares it."""
    return next(
        deel
        for deel in scheme(zaak.scheme).aanvaardt
        if (deel.soort, deel.ander) == (overdracht.soort, overdracht.van_scheme)
    )


def _vervalt_elders(persoon_id: UUID, categorie: str, bron: str, wie: str, toegang: Toegang) -> None:
    """Let it lapse in every case that came of a hand-over about this person, and in those that came of that case."""
    over_hem = OverdrachtInhoud.objects.met(toegang).filter(persoon_id=persoon_id)
    gegaan = UitgaandeOverdracht.objects.in_bulk(over_hem.values_list("overdracht_id", flat=True))
    for opname in Opname.objects.filter(overdracht__in=gegaan):
        zaak = Zaak.objects.select_for_update().get(id=opname.zaak)
        if zaak.gesloten is not None:
            continue
        (ander,) = personen_van(zaak)
        register = bronregister(zaak, ander)
        naam = _hier(zaak, gegaan[opname.overdracht]).heet(categorie)
        rijen = Voorwaarde.objects.met(register).filter(persoon_id=ander, over=naam, bron=bron)
        if rijen.filter(opgeheven__isnull=True).update(
            opgeheven=huidige_operatie().nu, akkoord_van=wie, vervallen=True
        ):
            bewaar(zaak)
            schrijf_tijdlijn(
                zaak,
                "voorwaarde",
                Tekst("De bron liet haar voorwaarde vervallen", "The source lifted its condition"),
            )
        rijen.filter(vervallen=False).update(vervallen=True)
        _vervalt_elders(ander, naam, bron, wie, register)


def _naam(tekst: str, code: str, nl: str, en: str) -> str:
    naam = " ".join(tekst.split())
    if not naam or len(naam) > NAAM_HOOGSTENS:
        raise Geweigerd(
            code,
            Tekst(f"Schrijf {nl}, in hoogstens {NAAM_HOOGSTENS} tekens.", f"Write {en}, in at most {NAAM_HOOGSTENS} characters."),
        )  # fmt: skip
    return naam
