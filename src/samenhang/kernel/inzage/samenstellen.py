"""The copy of AVG art. 15 lid 3 of any register: read from the tables themselves, so that no column is forgotten.

A scheme gives the words: what a table holds, what a column is called, what a code means. What is not told is named
in `ZONDER`, with why. A test fails for a table or column that has no words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.db import models
from django.utils import timezone

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.inzage.kopie import Gegeven, Kopie, Onderdeel, Waarde
from samenhang.kernel.inzage.woorden import KOLOMMEN, TABELLEN, WAARDEN
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.logboek.queries import EigenFilter, over_mij
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend

KERN: Final = ("persoonsgegevens", "rechten", "verstrekkingen", "uitwisseling")
"""The apps whose tables hold something about a person in every register."""
NAAM: Final = "mijn kopie ophalen"
BLADEN: Final = 200
"""Pages of the log at most: five thousand lines."""

ZONDER: Final = frozenset({
    "id", "organisatie", "persoon", "zaak",  # where it stands, said once
    "door", "vastgelegd_door", "ingetrokken_door", "gesteld_door", "beslist_door", "gelezen_door",  # a worker: the log says in which role
    "inhoud_hash", "hash", "som",  # computed from what is told
})  # fmt: skip
"""Columns that are not told, with why."""


@dataclass(frozen=True, slots=True)
class Inzage:
    """How a register tells a person what it holds of him.

    `zaken` gives the cases he may know of, and refuses who may not ask. `zonder` are columns (`Table.column`) that are
    not told: the bytes of documents that he gets as documents, and who reported him.
    """

    zaken: Callable[[Actor], Sequence[Zaak]]
    tabellen: Mapping[str, Tekst]
    kolommen: Mapping[str, Tekst]
    waarden: Mapping[str, Mapping[str, Tekst]] = field(default_factory=dict)
    zonder: frozenset[str] = frozenset()

    def woord(self, kolom: str) -> Tekst:
        """What a column is called; `KeyError` when nobody said so."""
        return self.kolommen.get(kolom) or KOLOMMEN[kolom]

    def titel(self, model: type[Categorietabel]) -> Tekst:
        """What a table holds; `KeyError` when nobody said so."""
        woorden = TABELLEN if model._meta.app_label in KERN else self.tabellen
        return woorden[model.__name__]

    def kolommen_van(self, model: type[Categorietabel]) -> list[models.Field[Any, Any]]:
        """The columns of a table that are told."""
        return [
            kolom
            for kolom in model._meta.concrete_fields
            if kolom.name not in ZONDER
            and f"{model.__name__}.{kolom.name}" not in self.zonder
            and not _verwijst(kolom)
        ]


def _verwijst(kolom: models.Field[Any, Any]) -> bool:
    """Whether a column only leads to another row of the register: that one is a part of the copy itself."""
    naar = kolom.related_model
    return isinstance(kolom, models.UUIDField) or (
        isinstance(naar, type) and issubclass(naar, Categorietabel)
    )


_INZAGES: dict[str, Inzage] = {}


def registreer_inzage(scheme_naam: str, inzage: Inzage) -> None:
    """Register the words of a scheme; its app does so when it is ready."""
    _INZAGES[scheme_naam] = inzage


def inzage_van(scheme_naam: str) -> Inzage:
    """The words of a register; `Geweigerd` (404) for one that has none, or is not here."""
    if scheme_naam not in _INZAGES:
        raise zaak_onbekend()
    return _INZAGES[scheme_naam]


def tabellen(scheme_naam: str) -> Iterator[type[Categorietabel]]:
    """Every table that can hold something about a person of this register, in the order of their apps."""
    for label in (*KERN, scheme_naam):
        for model in apps.get_app_config(label).get_models():
            if issubclass(model, Categorietabel):
                yield model


def kopie_van(actor: Actor, scheme_naam: str) -> Kopie:
    """Everything that this register knows about the resident himself, with who looked. Source: AVG art. 15 lid 1 and 3.

    Raises `Geweigerd` (404) for who is no resident, and for a register that keeps no cases about persons.
    """
    inzage = inzage_van(scheme_naam)
    if actor.persoon_id is None:
        raise zaak_onbekend()
    with operatie(scheme_naam, NAAM, actor):
        zaken = inzage.zaken(actor)
        delen = [
            deel
            for nummer, zaak in enumerate(zaken)
            for deel in delen_van(_zichzelf(actor, zaak), zaak, actor.persoon_id, ook_los=nummer == 0)
        ]
        houder = zaken[0].organisatie.onderscheidend if zaken else ""
        return Kopie(timezone.localdate(), houder, (*delen, logboek_van(actor)))


def delen_van(toegang: Toegang, zaak: Zaak, persoon: UUID, *, ook_los: bool) -> Iterator[Onderdeel]:
    """What a case holds about this person, as far as the decision opens it: a part per table.

    `ook_los`: also what hangs on the person and on no case, as his name.
    """
    inzage, proces = inzage_van(zaak.scheme), scheme(zaak.scheme).zaakproces
    yield Onderdeel(
        f"zaak_{zaak.nummer}",
        Tekst(f"Zaak {zaak.nummer}", f"Case {zaak.nummer}"),
        ((
            Gegeven("geopend", Tekst("Begonnen op", "Begun on"), timezone.localdate(zaak.geopend)),
            Gegeven("gesloten", Tekst("Afgerond op", "Closed on"), zaak.gesloten and timezone.localdate(zaak.gesloten)),
            Gegeven("stap", Tekst("Stand", "State"), proces.stap(zaak.stap).titel),
        ),),
    )  # fmt: skip
    for model in tabellen(zaak.scheme):
        langs = _langs(model)
        if model.CATEGORIE not in toegang.leest or not (langs or ook_los):
            continue
        titel = inzage.titel(model)
        rijen = model.objects.met(toegang).filter(persoon_id=persoon, **({langs: zaak} if langs else {}))
        yield Onderdeel(
            f"{model._meta.model_name}_{zaak.nummer}" if langs else str(model._meta.model_name),
            Tekst(f"{titel.nl} ({zaak.nummer})", f"{titel.en} ({zaak.nummer})") if langs else titel,
            tuple(_rij(inzage, model, rij) for rij in rijen.order_by("id")),
        )


def _zichzelf(actor: Actor, zaak: Zaak) -> Toegang:
    """All that the law lets him read of himself; the log has its own part."""
    regels = beslistabel().regels.values()
    alles = frozenset().union(
        *(
            regel.leest
            for regel in regels
            if regel.scheme == zaak.scheme and INZAGE in regel.doelen and ("inwoner", "zelf") in regel.wie
        )
    )
    wie = [actor.persoon_id] if actor.persoon_id else []
    return toegang_tot(actor, zaak, leest=alles - {"logboek"}, doel=INZAGE, personen=wie)


def _langs(model: type[Categorietabel]) -> str:
    """How a row of this table leads to a case; empty when it hangs on the person alone."""
    kolommen = {kolom.name for kolom in model._meta.concrete_fields}
    return "zaak" if "zaak" in kolommen else "overdracht__zaak" if "overdracht" in kolommen else ""


def _rij(inzage: Inzage, model: type[Categorietabel], rij: Categorietabel) -> tuple[Gegeven, ...]:
    return tuple(
        Gegeven(
            kolom.name.removesuffix("_centen"),
            inzage.woord(kolom.name),
            _waarde(inzage, kolom.name, getattr(rij, kolom.name)),
        )
        for kolom in inzage.kolommen_van(model)
    )


def _waarde(inzage: Inzage, kolom: str, waarde: Any) -> Waarde:
    """A value as people read it: an amount, a code in its words, the name of whom a reference is to."""
    if waarde is None or isinstance(waarde, bool):
        return waarde
    if kolom.endswith("_centen"):
        return Bedrag(waarde)
    if isinstance(waarde, models.Model):
        return str(getattr(waarde, "naam", "") or getattr(waarde, "nummer", ""))
    woorden = inzage.waarden.get(kolom, WAARDEN.get(kolom, {}))
    if isinstance(waarde, str):
        return woorden.get(waarde, waarde)
    if woorden and isinstance(waarde, list | tuple) and all(deel in woorden for deel in waarde):
        return samen(woorden[deel] for deel in waarde)
    if woorden and isinstance(waarde, dict) and all(deel in woorden for deel in waarde):
        return samen(
            Tekst(f"{woorden[deel].nl}: {om}", f"{woorden[deel].en}: {om}") for deel, om in waarde.items()
        )
    if isinstance(waarde, list | tuple | dict):
        return json.dumps(waarde, ensure_ascii=False, default=str) if waarde else None
    return str(waarde) if isinstance(waarde, Decimal | float | UUID) else waarde


def logboek_van(actor: Actor) -> Onderdeel:
    """Who looked: the lines of his own log."""
    rijen: list[tuple[Gegeven, ...]] = []
    for blad in range(1, BLADEN + 1):
        log = over_mij(actor, EigenFilter(blad=blad))
        rijen += [
            (
                Gegeven("moment", Tekst("Wanneer", "When"), regel.moment),
                Gegeven("keer", Tekst("Hoe vaak die dag", "How often that day"), regel.keer),
                Gegeven("wat", Tekst("Wat", "What"), regel.wat),
                Gegeven("wie", Tekst("Wie", "Who"), samen(regel.functies)),
                Gegeven("organisatie", Tekst("Organisatie", "Organisation"), regel.organisatie),
                Gegeven("waarom", Tekst("Waarom", "Why"), regel.waarom),
                Gegeven("gegevens", Tekst("Welke gegevens", "Which data"), samen(regel.categorieen)),
                Gegeven("grondslag", Tekst("Volgens", "Under"), "; ".join(wet.artikel for wet in regel.wetten)),
            )
            for regel in log.regels
        ]  # fmt: skip
        if not log.meer:
            break
    return Onderdeel("logboek", Tekst("Wie keek er in uw gegevens", "Who looked at your data"), tuple(rijen))


def samen(delen: Iterable[Tekst]) -> Tekst:
    """Several texts as one."""
    alle = list(delen)
    return Tekst(", ".join(deel.nl for deel in alle), ", ".join(deel.en for deel in alle))
