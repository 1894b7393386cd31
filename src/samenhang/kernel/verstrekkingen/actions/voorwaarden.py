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
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Feiten, Toegang, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.models import Voorwaarde
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register

NAAM_HOOGSTENS = 200
BRONVOORWAARDE: Final = "bronvoorwaarde"
"""The purpose for which the system keeps and looks up what the source of a datum asked."""


def gesteld_over(toegang: Toegang, persoon_id: UUID) -> tuple[Gesteld, ...]:
    """The conditions that hold for the data of this person, whichever case they came with."""
    rijen = Voorwaarde.objects.met(toegang).filter(persoon_id=persoon_id, opgeheven__isnull=True)
    return tuple(
        Gesteld(rij.over, Soort(rij.soort), rij.bron, rij.per_rij) for rij in rijen.order_by("gesteld", "id")
    )


def gesteld_per_persoon(zaak: Zaak, personen: Iterable[UUID]) -> dict[UUID, tuple[Gesteld, ...]]:
    """What the sources of the data of each person asked; read by the system for a decision, shown to nobody."""
    wie = list(personen)
    toegang = vraag(
        Stil(huidige_operatie()),
        beslistabel(),
        systeem(zaak.organisatie),
        scheme=zaak.scheme,
        doel=BRONVOORWAARDE,
        organisatie_id=zaak.organisatie_id,
        feiten=Feiten("organisatie", GEEN_ZAAK),
        leest=("naw",),
        personen=wie,
    )
    return {persoon: gesteld_over(toegang, persoon) for persoon in wie}


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

    `bron`: only what this source asked. `tijdlijn` says it in the timeline, where naming the source would tell too much.

    Raises `Geweigerd` when nobody is named, or nothing holds.
    """
    wie = _naam(akkoord_van, "akkoord_ontbreekt", "wie bij de bron akkoord is", "who at the source agrees")
    op = huidige_operatie()
    geldig = Voorwaarde.objects.met(toegang).filter(
        persoon_id=persoon_id, over=categorie, opgeheven__isnull=True
    )
    if bron:
        geldig = geldig.filter(bron=bron)
    aantal = geldig.update(opgeheven=op.nu, akkoord_van=wie)
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
    return aantal


def _naam(tekst: str, code: str, nl: str, en: str) -> str:
    naam = " ".join(tekst.split())
    if not naam or len(naam) > NAAM_HOOGSTENS:
        raise Geweigerd(
            code,
            Tekst(f"Schrijf {nl}, in hoogstens {NAAM_HOOGSTENS} tekens.", f"Write {en}, in at most {NAAM_HOOGSTENS} characters."),
        )  # fmt: skip
    return naam
