"""Accepted rows into the register: match with what is known, then persons, households and signals."""

from __future__ import annotations

import csv
import tempfile
from collections import defaultdict
from collections.abc import Callable
from typing import Any
from uuid import UUID

import duckdb
from django.conf import settings
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.personen.huishoudens import zet_samenstelling
from samenhang.kernel.personen.models import Persoon, Zoeksleutel
from samenhang.kernel.personen.zoeken import zoektermen, zoekwaarde
from samenhang.kernel.persoonsgegevens.adressen import Adresgegevens, zet_adressen
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions import schrijf_tijdlijn
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.koppelen import Oordeel, koppel, laad_gewichten
from samenhang.schemes.vroegsignalering.models import Signaal, SignaalNaam, Twijfelpaar

NAAM = "vroegsignalering"
NAAMVELDEN = (
    "achternaam", "tussenvoegsel", "voorletters", "voornaam", "geboortedatum", "straat", "huisnummer", "huisletter",
    "toevoeging", "postcode", "woonplaats", "telefoon", "email",
)  # fmt: skip
SIGNAALVELDEN = (
    "signaal_id", "soort_signaal", "klantnummer", "bedrag_centen", "aantal_maanden", "ontstaansdatum", "datum_signaal",
    "dreiging", "datum_dreiging", "warme_overdracht", "minderjarig", "inhoud_hash", "partner_soort",
)  # fmt: skip
STAPEL = 1000

Rij = dict[str, Any]
Meld = Callable[[str, int, int], None]


def _stil(stap: str, klaar: int, totaal: int) -> None:
    """Nobody wants to know."""


def schrijf_in(
    verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, toegang: Toegang, meld: Meld = _stil
) -> None:
    """Take the accepted rows of the connection's `signalen` into the register of the receiving municipality.

    `meld` hears of each stage how many rows of all are done.
    """
    nieuw = _rijen(verbinding, "SELECT * FROM signalen WHERE soort_signaal <> 'intrekking' ORDER BY regel")
    intrekkingen = [
        rij["signaal_id"]
        for rij in _rijen(verbinding, "SELECT * FROM signalen WHERE soort_signaal = 'intrekking'")
    ]
    for begin in range(0, len(intrekkingen), STAPEL):
        _trek_in(aanlevering, toegang, intrekkingen[begin : begin + STAPEL])
    if not nieuw:
        return
    meld("koppelen", 0, len(nieuw))
    bekend = voeg_bekende_toe(verbinding, toegang)
    koppel(verbinding, gewichten=laad_gewichten(), oordelen=_oordelen(toegang), bekend=bekend)
    toewijzing = {
        (partner, signaal_id): (persoon, huishouden, zekerheid)
        for partner, signaal_id, persoon, huishouden, zekerheid in verbinding.execute(
            "SELECT * FROM uitkomst"
        ).fetchall()
    }
    meld("inschrijven", 0, len(nieuw))
    personen = _personen(aanlevering, {persoon for persoon, _, _ in toewijzing.values()})
    _huishoudens(
        aanlevering, {(persoon, huishouden) for persoon, huishouden, _ in toewijzing.values()}, personen
    )
    _signalen(aanlevering, toegang, nieuw, toewijzing, personen, meld)
    _herzien(toegang, bekend, toewijzing, personen)
    _gegevens(aanlevering, toegang, nieuw, toewijzing, personen)
    _twijfel(verbinding, aanlevering, toegang, personen)
    huidige_operatie().raakt(personen[toewijzing[rij["partner"], rij["signaal_id"]][0]].id for rij in nieuw)


def _trek_in(aanlevering: Aanlevering, toegang: Toegang, nummers: list[str]) -> None:
    """The partner takes signals back: they count no more, and a case they are in says so on its timeline."""
    rijen = Signaal.objects.met(toegang).filter(partner=aanlevering.afzender, signaal_id__in=nummers)
    geraakt = list(rijen.values_list("persoon_id", "zaak_id"))
    rijen.update(status="ingetrokken", reden="partner")
    huidige_operatie().raakt(persoon for persoon, _ in geraakt)
    zaken = Zaak.objects.filter(id__in={zaak for _, zaak in geraakt if zaak is not None})
    for zaak in zaken.filter(gesloten__isnull=True):
        schrijf_tijdlijn(
            zaak,
            "signaal",
            Tekst("Een partner trok een signaal in", "A partner withdrew a signal"),
        )


def _rijen(verbinding: duckdb.DuckDBPyConnection, vraag: str) -> list[Rij]:
    cursor = verbinding.execute(vraag)
    namen = [kolom[0] for kolom in cursor.description or ()]
    return [dict(zip(namen, rij, strict=True)) for rij in cursor.fetchall()]


def voeg_bekende_toe(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang) -> dict[tuple[str, str], str]:
    """Put the register's signals beside the new ones; gives the person key of each known signal."""
    velden = (
        "partner__kvk",
        "partner_soort",
        "signaal_id",
        "klantnummer",
        "datum_signaal",
        "soort_signaal",
        "persoon__sleutel",
        "id",
    )
    signalen = {rij[-1]: rij for rij in Signaal.objects.met(toegang).values_list(*velden)}
    if not signalen:
        return {}
    bekend = {}
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as doel:
        schrijver = csv.writer(doel)
        for rij in SignaalNaam.objects.met(toegang).values_list("signaal_id", *NAAMVELDEN):
            partner, soort, signaal_id, klant, datum, signaalsoort, sleutel, _ = signalen[rij[0]]
            bekend[(partner, signaal_id)] = sleutel
            schrijver.writerow(
                ["register", 0, partner, soort, signaalsoort, signaal_id, klant, datum, *rij[1:]]
            )
        doel.flush()
        kolommen = (
            "bestand",
            "regel",
            "partner",
            "partner_soort",
            "soort_signaal",
            "signaal_id",
            "klantnummer",
            "datum_signaal",
            *NAAMVELDEN,
        )
        verbinding.execute(
            f"INSERT INTO signalen BY NAME SELECT * FROM read_csv(?, header=false, nullstr='', all_varchar=true, names={list(kolommen)!r})",
            [doel.name],
        )
    return bekend


def _oordelen(toegang: Toegang) -> list[Oordeel]:
    velden = (
        "links__partner__kvk",
        "links__signaal_id",
        "rechts__partner__kvk",
        "rechts__signaal_id",
        "oordeel",
    )
    return [
        Oordeel((lp, li), (rp, ri), zelfde=oordeel == "zelfde")
        for lp, li, rp, ri, oordeel in Twijfelpaar.objects.met(toegang)
        .exclude(oordeel="")
        .order_by("id")
        .values_list(*velden)
    ]


def _personen(aanlevering: Aanlevering, sleutels: set[str]) -> dict[str, Persoon]:
    """The person of each key, made where new."""
    eigen = Persoon.objects.filter(organisatie=aanlevering.ontvanger, scheme=NAAM)
    personen = {persoon.sleutel: persoon for persoon in eigen}
    nu = huidige_operatie().nu
    nieuw = [
        Persoon(organisatie=aanlevering.ontvanger, scheme=NAAM, sleutel=sleutel, bekend_sinds=nu)
        for sleutel in sorted(sleutels - set(personen))
    ]
    Persoon.objects.bulk_create(nieuw, batch_size=STAPEL)
    return personen | {persoon.sleutel: persoon for persoon in nieuw}


def _huishoudens(aanlevering: Aanlevering, paren: set[tuple[str, str]], personen: dict[str, Persoon]) -> None:
    """Households as dated sets: who moved to another set leaves the old one."""
    woont = {personen[persoon].id: huishouden for persoon, huishouden in sorted(paren)}
    zet_samenstelling(aanlevering.ontvanger_id, NAAM, woont, timezone.localdate(huidige_operatie().nu))


def _signalen(
    aanlevering: Aanlevering,
    toegang: Toegang,
    nieuw: list[Rij],
    toewijzing: dict[tuple[str, str], tuple[str, str, float]],
    personen: dict[str, Persoon],
    meld: Meld,
) -> None:
    signalen, namen = [], []
    nu = huidige_operatie().nu
    for rij in nieuw:
        sleutel, _, zekerheid = toewijzing[rij["partner"], rij["signaal_id"]]
        velden = {naam: rij[naam] if rij[naam] is not None else None for naam in SIGNAALVELDEN}
        velden["klantnummer"] = velden["klantnummer"] or ""
        eigen = {"organisatie": aanlevering.ontvanger, "persoon": personen[sleutel]}
        signaal = Signaal(
            id=nieuw_id(),
            **eigen,
            aanlevering=aanlevering,
            regel=rij["regel"],
            partner=aanlevering.afzender,
            ontvangen=nu,
            zekerheid=zekerheid,
            **velden,
        )
        signalen.append(signaal)
        tekst = {
            naam: rij[naam]
            if rij[naam] is not None
            else (None if naam in ("geboortedatum", "huisnummer") else "")
            for naam in NAAMVELDEN
        }
        namen.append(SignaalNaam(**eigen, signaal=signaal, **tekst))
    for begin in range(0, len(signalen), STAPEL):
        Signaal.objects.met(toegang).bulk_create(signalen[begin : begin + STAPEL])
        SignaalNaam.objects.met(toegang).bulk_create(namen[begin : begin + STAPEL])
        meld("inschrijven", begin, len(signalen))


def _herzien(
    toegang: Toegang,
    bekend: dict[tuple[str, str], str],
    toewijzing: dict[tuple[str, str], tuple[str, str, float]],
    personen: dict[str, Persoon],
) -> None:
    """Known signals that the new evidence gives to another person, unless they already are in a case."""
    verhuisd: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sleutel, oud in bekend.items():
        nieuw = toewijzing[sleutel][0]
        if nieuw != oud:
            verhuisd[nieuw].append(sleutel)
    for persoon_sleutel, sleutels in verhuisd.items():
        for partner, signaal_id in sleutels:
            rijen = Signaal.objects.met(toegang).filter(
                partner__kvk=partner, signaal_id=signaal_id, zaak__isnull=True
            )
            ids: list[UUID] = list(rijen.values_list("id", flat=True))
            rijen.update(persoon=personen[persoon_sleutel])
            SignaalNaam.objects.met(toegang).filter(signaal_id__in=ids).update(
                persoon=personen[persoon_sleutel]
            )


def _gegevens(
    aanlevering: Aanlevering,
    toegang: Toegang,
    nieuw: list[Rij],
    toewijzing: dict[tuple[str, str], tuple[str, str, float]],
    personen: dict[str, Persoon],
) -> None:
    """What the register now knows of each person: the fullest of the latest signals; and his search keys."""
    geheim = settings.SECRET_KEY.encode()
    beste: dict[str, Rij] = {}
    for rij in sorted(
        nieuw, key=lambda rij: (rij["datum_signaal"], rij["geboortedatum"] is not None, rij["signaal_id"])
    ):
        beste[toewijzing[rij["partner"], rij["signaal_id"]][0]] = rij
    bekende_naw = set(Naw.objects.met(toegang).values_list("persoon_id", flat=True))
    bekend_contact = set(Contactgegeven.objects.met(toegang).values_list("persoon_id", flat=True))
    bekende_zoek = set(
        Zoeksleutel.objects.filter(organisatie=aanlevering.ontvanger).values_list("persoon_id", "waarde")
    )
    naw, contact, zoek = [], [], []
    for sleutel, rij in sorted(beste.items()):
        persoon = personen[sleutel]
        eigen = {"organisatie": aanlevering.ontvanger, "persoon": persoon}
        if persoon.id not in bekende_naw:
            velden = {
                naam: rij[naam] if rij[naam] is not None else ("" if naam != "geboortedatum" else None)
                for naam in NAAMVELDEN[:-2]
            }
            naw.append(Naw(**eigen, **velden))
        if persoon.id not in bekend_contact and (rij["telefoon"] or rij["email"]):
            contact.append(Contactgegeven(**eigen, telefoon=rij["telefoon"] or "", email=rij["email"] or ""))
        for soort, tekst in zoektermen(
            rij["achternaam"], rij["geboortedatum"], rij["postcode"], rij["huisnummer"]
        ):
            waarde = zoekwaarde(geheim, str(aanlevering.ontvanger_id), soort, tekst)
            if (persoon.id, waarde) not in bekende_zoek:
                bekende_zoek.add((persoon.id, waarde))
                zoek.append(Zoeksleutel(persoon=persoon, organisatie=aanlevering.ontvanger, waarde=waarde))
    Naw.objects.met(toegang).bulk_create(naw, batch_size=STAPEL)
    vandaag = timezone.localdate(huidige_operatie().nu)
    zet_adressen(toegang, {rij.persoon_id: Adresgegevens.van(rij) for rij in naw}, vandaag)
    Contactgegeven.objects.met(toegang).bulk_create(contact, batch_size=STAPEL)
    Zoeksleutel.objects.bulk_create(zoek, batch_size=STAPEL)


def _twijfel(
    verbinding: duckdb.DuckDBPyConnection,
    aanlevering: Aanlevering,
    toegang: Toegang,
    personen: dict[str, Persoon],
) -> None:
    """New pairs for a person to judge; a pair that was asked before is not asked again."""
    rijen = verbinding.execute(
        "SELECT links_partner, links_signaal_id, rechts_partner, rechts_signaal_id, links_persoon_id, rechts_persoon_id, zekerheid FROM twijfel"
    ).fetchall()
    if not rijen:
        return
    ids = {
        (partner, nummer): sleutel
        for partner, nummer, sleutel in Signaal.objects.met(toegang).values_list(
            "partner__kvk", "signaal_id", "id"
        )
    }
    gevraagd = set(Twijfelpaar.objects.met(toegang).values_list("links_id", "rechts_id"))
    paren = []
    for lp, li, rp, ri, links, rechts, zekerheid in rijen:
        paar = (ids[lp, li], ids[rp, ri])
        if paar not in gevraagd and paar[::-1] not in gevraagd:
            paren.append(
                Twijfelpaar(
                    organisatie=aanlevering.ontvanger,
                    persoon=personen[links],
                    rechts_persoon=personen[rechts],
                    links_id=paar[0],
                    rechts_id=paar[1],
                    zekerheid=zekerheid,
                )
            )
    Twijfelpaar.objects.met(toegang).bulk_create(paren, batch_size=STAPEL)
