"""Builders for tests: a row, a municipality with its people, a delivered file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

GOED = {
    "signaal_id": "E-1", "partner": "99990021", "partner_soort": "energie", "soort_signaal": "eerste", "grondslag": "", "klantnummer": "K1",
    "achternaam": "Dijk", "tussenvoegsel": "van", "voorletters": "A.B.", "voornaam": "", "geboortedatum": "1985-06-12", "straat": "Dorpsstraat",
    "huisnummer": "10", "huisletter": "", "toevoeging": "", "postcode": "2611AB", "woonplaats": "Delft", "telefoon": "0612345678", "email": "",
    "bedrag_achterstand": "432.10", "aantal_maanden": "", "ontstaansdatum": "2026-09-28", "datum_signaal": "2026-11-23", "dreiging": "geen",
    "datum_dreiging": "", "aantal_herinneringen": "3", "datum_herinnering": "2026-11-02", "datum_contactpoging": "2026-11-10", "hulp_genoemd": "J",
    "bezwaar_klant": "N", "betalingsregeling": "geen", "warme_overdracht": "N",
}  # fmt: skip
KOP = tuple(GOED)


def rij(nummer: int = 1, **anders: str) -> dict[str, str]:
    """A good row of an energy supplier, with its own number and customer, changed where told."""
    return GOED | {"signaal_id": f"E-{nummer}", "klantnummer": f"K{nummer}"} | anders


def schrijf_levering(pad: Path, *rijen: dict[str, str], kolommen: tuple[str, ...] = KOP) -> Path:
    """Write rows of `vroegsignaal-1` to a file; gives its path."""
    regels = [";".join(kolommen), *(";".join(deze.get(kolom, "") for kolom in kolommen) for deze in rijen)]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    return pad


@dataclass
class Gemeente:
    """A municipality with an intake worker, two workers, a team lead and an energy supplier with an agreement."""

    organisatie: Any
    partner: Any
    intake: Any
    sanne: Any
    youssef: Any
    teamleider: Any


def maak_gemeente(code: str = "9901", naam: str = "Waterrijk", kvk: str = "99990021") -> Gemeente:
    """Put a municipality and a partner into the database; actors as they would come through a door."""
    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.schemes.vroegsignalering.models import Partnerafspraak

    gemeente = Organisatie.objects.create(soort="gemeente", naam=naam, gemeentecode=code)
    partner = Organisatie.objects.filter(kvk=kvk).first() or Organisatie.objects.create(
        soort="energieleverancier", naam="Noordlicht", kvk=kvk
    )
    Partnerafspraak.objects.create(gemeente=gemeente, partner=partner, soort="energie", van=date(2026, 1, 1))

    return Gemeente(
        gemeente,
        partner,
        *(
            _werker(gemeente, wie, rol)
            for wie, rol in (
                ("intake", "intake"),
                ("sanne", "vroegsignaleerder"),
                ("youssef", "vroegsignaleerder"),
                ("marloes", "teamleider"),
            )
        ),
    )


def werker(gemeente: Gemeente, wie: str, rol: str) -> Any:
    """Somebody more who works at a municipality."""
    return _werker(gemeente.organisatie, wie, rol)


def _werker(organisatie: Any, wie: str, rol: str) -> Any:
    from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Rolvervulling
    from samenhang.kernel.organisaties.queries import actor_van

    gebruiker = Gebruiker.objects.create_user(
        f"{wie}-{organisatie.gemeentecode or organisatie.kvk}@test.invalid", naam=wie
    )
    medewerker = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=wie, van=date(2026, 1, 1)
    )
    Rolvervulling.objects.create(
        medewerker=medewerker, scheme="vroegsignalering", rol=rol, van=date(2026, 1, 1)
    )
    return actor_van(gebruiker, date(2026, 11, 24))


def lever(gemeente: Gemeente, pad: Path) -> Any:
    """Deliver a file through the action."""
    from samenhang.schemes.vroegsignalering import aanleveren

    return aanleveren.lever_aan(
        gemeente.intake, gemeente.partner.id, aanleveren.Bestand(pad, pad.name, "test")
    )


def maak_paar(gemeente: Gemeente, schrijf: Callable[..., Path]) -> Any:
    """Two persons, each with a signal and a case, and a pair between them that waits for a judgement."""
    from samenhang.schemes.vroegsignalering import actions

    ander = {
        "geboortedatum": "1970-01-05",
        "achternaam": "Terpstra",
        "postcode": "2622CD",
        "voorletters": "Z.",
    }
    lever(gemeente, schrijf(rij(1), rij(2, **ander)))
    actions.pak_signalen_op(gemeente.intake)
    return leg_paar_voor(gemeente, "E-1", "E-2")


def leg_paar_voor(gemeente: Gemeente, links_id: str, rechts_id: str) -> Any:
    """A pair between two signals that waits for a judgement, whatever the matcher thinks of them."""
    from samenhang.kernel.logboek.operatie import operatie
    from samenhang.schemes.vroegsignalering.actions.twijfel import register_van
    from samenhang.schemes.vroegsignalering.bestand.lezen import maak_lege_tabellen
    from samenhang.schemes.vroegsignalering.inschrijven import voeg_bekende_toe
    from samenhang.schemes.vroegsignalering.koppelen.normaliseren import normaliseer
    from samenhang.schemes.vroegsignalering.koppelen.verklaring import meet
    from samenhang.schemes.vroegsignalering.models import Signaal, Twijfelpaar
    from samenhang.schemes.vroegsignalering.stapel import open_stapel

    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = register_van(gemeente.intake)
        links, rechts = (
            Signaal.objects.met(toegang).get(signaal_id=nummer) for nummer in (links_id, rechts_id)
        )
        paren = Twijfelpaar.objects.met(toegang)
        gevraagd = paren.filter(links=links, rechts=rechts) | paren.filter(links=rechts, rechts=links)
        if (bestaand := gevraagd.first()) is not None:
            return bestaand
        with open_stapel() as verbinding:
            maak_lege_tabellen(verbinding)
            voeg_bekende_toe(verbinding, toegang)
            normaliseer(verbinding)
            verbinding.execute(
                "CREATE TEMP TABLE dit_paar AS SELECT min(nr) AS a, max(nr) AS b FROM signaal_bij WHERE signaal_id IN (?, ?)",
                [links_id, rechts_id],
            )
            (meting,) = meet(verbinding, "dit_paar").values()
        return paren.create(
            organisatie=gemeente.organisatie, meting=meting, persoon_id=links.persoon_id, rechts_persoon_id=rechts.persoon_id,
            links=links, rechts=rechts, zekerheid=0.8,
        )  # fmt: skip


BRP = {
    "persoon_id": "1", "voornamen": "Anna Berta", "tussenvoegsel": "van", "achternaam": "Dijk", "partner_tussenvoegsel": "",
    "partner_achternaam": "", "geboortedatum": "1985-06-12", "straat": "Dorpsstraat", "huisnummer": "10", "huisletter": "",
    "toevoeging": "", "postcode": "2611AB", "woonplaats": "Delft", "gemeentecode": "9901", "adres_tot": "",
    "status": "ingezetene", "geheimhouding": "nee", "in_onderzoek": "nee",
}  # fmt: skip
"""The person of `GOED`, as the BRP has her."""


def brprij(**anders: str) -> dict[str, str]:
    """A line of an extract of the BRP, changed where told."""
    return BRP | anders


def schrijf_brp(pad: Path, *rijen: dict[str, str]) -> Path:
    """Write an extract of the BRP."""
    regels = [";".join(BRP), *(";".join(rij[kolom] for kolom in BRP) for rij in rijen)]
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    return pad
