"""The demo world into the database: organisations, personas, agreements, deliveries, work in progress.

Everything goes through the same actions that users call, so that the logs are real.
"""

from __future__ import annotations

import logging
import tempfile
from datetime import date
from pathlib import Path

from django.utils import timezone

from samenhang.demo.leveringen import Wereld, als_csv, maak_wereld
from samenhang.demo.wereld.organisaties import KREDIETBANK, maak_personas, oin
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import aanleveren, actions
from samenhang.schemes.vroegsignalering.models import Beleidsset, Partnerafspraak

log = logging.getLogger("samenhang.demo")
DOMEIN = "demo.invalid"
SOORTEN = {
    "huur": "verhuurder",
    "energie": "energieleverancier",
    "zorg": "zorgverzekeraar",
    "water": "drinkwaterbedrijf",
}
BEGIN = date(2026, 1, 1)


def laad(zaad: int = 7, huishoudens: int = 9_000) -> None:
    """Fill an empty database with the demo world."""
    wereld = maak_wereld(zaad, huishoudens)
    organisaties = _organisaties(wereld)
    _mensen(wereld, organisaties)
    for gemeente in wereld.gemeenten:
        intake = (
            Gebruiker.objects.get(email=f"intake-{gemeente.code}@{DOMEIN}")
            if gemeente.code != wereld.gemeenten[0].code
            else Gebruiker.objects.get(email=f"henk@{DOMEIN}")
        )
        actor = actor_van(intake, timezone.localdate())
        with tempfile.TemporaryDirectory() as map_:
            for levering in wereld.leveringen:
                if levering.gemeentecode == gemeente.code:
                    pad = Path(map_) / levering.naam
                    pad.write_bytes(als_csv(levering))
                    _lever(
                        actor,
                        organisaties[levering.partner.kvk],
                        aanleveren.Bestand(pad, levering.naam, "demo"),
                    )
            if gemeente.code == wereld.gemeenten[0].code:
                eerste = next(lev for lev in wereld.leveringen if lev.gemeentecode == gemeente.code)
                pad = Path(map_) / f"met_bsn_{eerste.naam}"
                pad.write_bytes(als_csv(eerste).replace(b"signaal_id", b"bsn;signaal_id", 1))
                _lever(actor, organisaties[eerste.partner.kvk], aanleveren.Bestand(pad, pad.name, "demo"))
        actions.pak_signalen_op(actor)
    _werk_in_gang()
    _bewoner()


def _lever(actor: object, partner: Organisatie, bestand: aanleveren.Bestand) -> None:
    try:
        aanleveren.lever_aan(actor, partner.id, bestand)  # type: ignore[arg-type]
    except Geweigerd as weigering:
        log.info("%s geweigerd: %s", bestand.naam, weigering.code)


def _organisaties(wereld: Wereld) -> dict[str, Organisatie]:
    alle = {}
    for gemeente in wereld.gemeenten:
        alle[gemeente.code] = Organisatie.objects.create(
            soort="gemeente", naam=gemeente.naam, gemeentecode=gemeente.code, oin=gemeente.oin
        )
        Beleidsset.objects.create(
            gemeente=alle[gemeente.code],
            vanaf=BEGIN,
            drempel_centen=7_500,
            vastgesteld_door="college",
            reden="landelijk gangbaar drempelbedrag",
            gemaakt=timezone.now(),
        )
    alle[KREDIETBANK.kvk] = Organisatie.objects.create(
        soort="kredietbank", naam=KREDIETBANK.naam, kvk=KREDIETBANK.kvk, oin=oin(KREDIETBANK.kvk)
    )
    for partner in wereld.partners:
        alle[partner.kvk] = Organisatie.objects.create(
            soort=SOORTEN[partner.soort], naam=partner.naam, kvk=partner.kvk, oin=oin(partner.kvk)
        )
        for code in partner.gemeenten:
            Partnerafspraak.objects.create(
                gemeente=alle[code],
                partner=alle[partner.kvk],
                soort=str(partner.soort),
                van=partner.afspraak.ingangsdatum,
                terugkoppeling=list(partner.afspraak.terugkoppeling),
            )
    return alle


def _mensen(wereld: Wereld, organisaties: dict[str, Organisatie]) -> None:
    for persona in maak_personas(None, wereld.gemeenten):
        rollen = tuple(rol for rol in persona.rollen if rol != "schuldhulpverlener")
        _medewerker(
            persona.gebruikersnaam, persona.naam, persona.functie, rollen, organisaties[persona.organisatie]
        )
    for gemeente in wereld.gemeenten[1:]:
        _medewerker(
            f"intake-{gemeente.code}",
            f"Intake {gemeente.naam}",
            "medewerker aanlevering",
            ("intake",),
            organisaties[gemeente.code],
        )


def _medewerker(
    naam: str, volledig: str, functie: str, rollen: tuple[str, ...], organisatie: Organisatie
) -> None:
    gebruiker = Gebruiker.objects.create_user(f"{naam}@{DOMEIN}", naam=volledig)
    medewerker = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=volledig, functie=functie
    )
    for rol in rollen:
        Rolvervulling.objects.create(
            medewerker=medewerker,
            scheme="vroegsignalering",
            rol=rol,
            van=BEGIN,
            mandaat="mandaatregister 2026",
        )


def _werk_in_gang() -> None:
    """Work waiting: cases assigned, some checked, tried, reached."""
    sanne = Gebruiker.objects.get(email=f"sanne@{DOMEIN}")
    actor = actor_van(sanne, timezone.localdate())
    eigen = list(
        Zaak.objects.filter(organisatie_id=actor.organisatie)
        .order_by("prioriteit", "volgorde", "id")
        .values_list("id", flat=True)[:12]
    )
    actions.wijs_toe(actor, eigen, actor.medewerker_id, "begin van de week")
    vandaag = timezone.localdate()
    for nummer, zaak_id in enumerate(eigen[:8]):
        actions.bevestig_inwoner(actor, zaak_id, True)
        if nummer >= 2:
            actions.leg_contactpoging_vast(
                actor, zaak_id, actions.Poging("Telefoon", vandaag, "Ochtend", nummer >= 5)
            )
        if nummer >= 6:
            actions.doe_aanbod(actor, zaak_id, "telefoon", vandaag)


def _bewoner() -> None:
    """The resident persona: someone in a case that is in hand."""
    zaak = Zaak.objects.filter(stap="bereikt").order_by("geopend", "id").first()
    if zaak is not None:
        persoon_id = (
            Betrokkene.objects.filter(zaak=zaak).order_by("id").values_list("persoon_id", flat=True)[0]
        )
        gebruiker = Gebruiker.objects.create_user(f"bewoner@{DOMEIN}", naam="Bewoner met een lopende melding")
        gebruiker.persoon_id = persoon_id
        gebruiker.save(update_fields=["persoon_id"])
