"""Agreements, rules, feedback and doubtful pairs on the command line: what pages and API do."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import (
    GEMEENTE,
    JSON,
    als_id,
    gemeente_en_partner,
    kies_gemeente,
)

if TYPE_CHECKING:
    from samenhang.schemes.vroegsignalering.models import Partnerafspraak

DOCUMENT = typer.Argument(help="JSON, zoals de API het aanneemt / JSON as the API takes it", metavar="JSON")
PROEF = typer.Option("--bekijk", help="Toon alleen wat er verandert / Only show what changes")


def _document(pad: Path) -> dict[str, Any]:
    try:
        document = json.loads(pad.read_text("utf-8"))
    except (OSError, ValueError) as fout:
        raise Geweigerd(
            "bestand_onleesbaar",
            Tekst(f"{pad} is geen leesbare JSON: {fout}.", f"{pad} is no readable JSON: {fout}."),
        ) from fout
    if not isinstance(document, dict):
        raise Geweigerd("bestand_onleesbaar", Tekst("Geef één JSON-object.", "Give one JSON object."))
    return document


def _dag(waarde: object) -> date | None:
    try:
        return date.fromisoformat(str(waarde)) if waarde else None
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist", Tekst(f"{waarde} is geen datum JJJJ-MM-DD.", f"{waarde} is no date YYYY-MM-DD.")
        ) from fout


def _plat(rij: Partnerafspraak) -> dict[str, Any]:
    return {
        "afspraak": str(rij.id),
        "partner": rij.partner.naam,
        "soort": rij.soort,
        "versie": rij.versie,
        "van": rij.van.isoformat(),
        "tot": rij.tot.isoformat() if rij.tot else None,
        "kolommen": rij.kolommen,
        "terugkoppeling": rij.terugkoppeling,
        "drempel": None if rij.drempel_centen is None else Bedrag(rij.drempel_centen).draad(),
        "minimumDagen": rij.minimum_dagen,
        "maximumDagen": rij.maximum_dagen,
        "bewaarDagen": rij.bewaar_dagen,
        "reden": rij.reden,
    }


def afspraken(
    gemeente: Annotated[str, GEMEENTE] = "",
    partner: Annotated[
        str, typer.Option(help="Alle versies van deze partner / All versions of this partner")
    ] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon de afspraken met partners / List the agreements with partners."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    if partner:
        ontvanger, afzender = gemeente_en_partner(gemeente, partner)
        rijen = queries.afspraken_met(systeem(ontvanger), afzender.id)
    else:
        rijen = queries.laatste_afspraken(systeem(kies_gemeente(gemeente)))
    if als_json:
        toon_json({"afspraken": [_plat(rij) for rij in rijen]})
        return
    for rij in rijen:
        tot = f" – {rij.tot}" if rij.tot else ""
        toon(Tekst(f"{rij.partner} ({rij.soort}) v{rij.versie}: {rij.van}{tot}", f"{rij.partner} ({rij.soort}) v{rij.versie}: {rij.van}{tot}"))  # fmt: skip


def afspraak(
    document: Annotated[Path, DOCUMENT],
    partner: Annotated[str, typer.Option(help="Naam of KvK-nummer / Name or trade register number")],
    gemeente: Annotated[str, GEMEENTE] = "",
    bekijk: Annotated[bool, PROEF] = False,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Leg een nieuwe versie van een afspraak vast / Record the next version of an agreement."""
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    d = _document(document)
    ontvanger = kies_gemeente(gemeente)
    afzender = Organisatie.objects.filter(kvk=partner).first() or gemeente_en_partner(gemeente, partner)[1]
    drempel = d.get("drempel")
    try:
        voorstel = actions.Afspraak(
            partner_id=afzender.id,
            soort=str(d.get("soort", "")),
            van=_dag(d.get("van")) or timezone.localdate(),
            tot=_dag(d.get("tot")),
            kolommen=tuple(d.get("kolommen", ())),
            klantnummer_toegestaan=bool(d.get("klantnummerToegestaan", True)),
            terugkoppeling=tuple(d.get("terugkoppeling", ())),
            maildomein=str(d.get("maildomein", "")),
            drempel=Bedrag.lees(str(drempel)) if drempel else None,
            minimum_dagen=d.get("minimumDagen"),
            maximum_dagen=d.get("maximumDagen"),
            bewaar_dagen=int(d.get("bewaarDagen", 30)),
            reden=str(d.get("reden", "")),
            terugwerkend=bool(d.get("terugwerkend", False)),
        )
    except (ValueError, TypeError) as fout:
        raise Geweigerd(
            "afspraak_onjuist",
            Tekst(f"Een waarde klopt niet: {fout}.", f"A value is wrong: {fout}."),
        ) from fout
    if bekijk:
        _toon_verschillen(actions.vergelijk_afspraak(systeem(ontvanger), voorstel), als_json)
        return
    rij = actions.leg_afspraak_vast(systeem(ontvanger), voorstel)
    if als_json:
        toon_json(_plat(rij))
        return
    toon(Tekst(f"Afspraak versie {rij.versie} vastgelegd.", f"Agreement version {rij.versie} recorded."))


def afspraak_beeindigen(
    partner: Annotated[str, typer.Option(help="Naam of KvK-nummer / Name or trade register number")],
    tot: Annotated[str, typer.Option(help="Laatste dag / Last day", metavar="JJJJ-MM-DD")],
    reden: Annotated[str, typer.Option(help="Waarom / Why")],
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Beëindig een afspraak / End an agreement."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    ontvanger, afzender = gemeente_en_partner(gemeente, partner)
    dag = _dag(tot)
    assert dag is not None  # the option is required
    rij = actions.beeindig_afspraak(systeem(ontvanger), afzender.id, dag, reden)
    toon(Tekst(f"De afspraak eindigt op {rij.tot}.", f"The agreement ends on {rij.tot}."))


def _toon_verschillen(verschillen: list[Any], als_json: bool) -> None:
    if als_json:
        toon_json(
            {
                "verschillen": [
                    {"wat": v.wat.nl, "what": v.wat.en, "was": v.was, "wordt": v.wordt} for v in verschillen
                ]
            }
        )
        return
    for v in verschillen:
        toon(Tekst(f"{v.wat.nl}: {v.was} → {v.wordt}", f"{v.wat.en}: {v.was} → {v.wordt}"))


def beleid(
    document: Annotated[Path | None, typer.Argument(help="JSON met een voorstel; zonder: toon het beleid / JSON with a proposal", metavar="[JSON]")] = None,
    gemeente: Annotated[str, GEMEENTE] = "",
    bekijk: Annotated[bool, PROEF] = False,
    als_json: Annotated[bool, JSON] = False,
) -> None:  # fmt: skip
    """Toon het beleid, of stel nieuw beleid vast / Show the policy, or decide a new one."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions, queries

    actor = systeem(kies_gemeente(gemeente))
    if document is None:
        toon_json(
            {
                "sets": [
                    {"vanaf": v.rij.vanaf.isoformat(), "versie": v.rij.versie, "geldt": v.geldt, "reden": v.rij.reden, "regels": v.regels.draad()}
                    for v in queries.beleidssets(actor)
                ]
            }
        )  # fmt: skip
        return
    d = _document(document)
    vanaf = _dag(d.get("vanaf"))
    if vanaf is None or not isinstance(d.get("regels"), dict):
        raise Geweigerd("beleid_onjuist", Tekst("Geef vanaf en regels.", "Give vanaf and regels."))
    voorstel = actions.Beleidsvoorstel(
        vanaf, d["regels"], str(d.get("vastgesteldDoor", "")), str(d.get("reden", "")), bool(d.get("terugwerkend", False))
    )  # fmt: skip
    if bekijk:
        voorbeeld = actions.vergelijk_beleid(actor, voorstel)
        _toon_verschillen(voorbeeld.verschillen, als_json)
        if not als_json:
            for zin in voorbeeld.gevolgen.zinnen():
                toon(zin)
        return
    rij = actions.stel_beleid_vast(actor, voorstel)
    if als_json:
        toon_json({"beleid": str(rij.id), "vanaf": rij.vanaf.isoformat(), "versie": rij.versie})
        return
    toon(Tekst(f"Vastgesteld vanaf {rij.vanaf}.", f"Decided from {rij.vanaf}."))


def terugkoppelen(
    partner: Annotated[str, typer.Option(help="Alleen deze partner / This partner only")] = "",
    gemeente: Annotated[str, GEMEENTE] = "",
    bericht: Annotated[str, typer.Option(help="Toon dit bericht / Show this message", metavar="ID")] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Maak berichten voor partners, of toon er één / Make messages for partners, or show one."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    ontvanger, afzender = (
        gemeente_en_partner(gemeente, partner) if partner else (kies_gemeente(gemeente), None)
    )
    if bericht:
        rij = actions.haal_bericht_op(systeem(ontvanger), als_id(bericht))
        toon_json(
            {"bericht": str(rij.id), "nummer": rij.nummer, "partner": rij.partner.naam, "regels": rij.regels}
        )
        return
    gemaakt = actions.koppel_terug(systeem(ontvanger), afzender.id if afzender else None)
    if als_json:
        toon_json({"berichten": [{"bericht": str(b.id), "partner": b.partner.naam, "nummer": b.nummer, "aantal": b.aantal} for b in gemaakt]})  # fmt: skip
        return
    for b in gemaakt:
        toon(Tekst(f"{b.partner}: bericht {b.nummer} over {b.aantal} signalen.", f"{b.partner}: message {b.nummer} about {b.aantal} signals."))  # fmt: skip
    if not gemaakt:
        toon(Tekst("Er is niets nieuws.", "There is nothing new."))


def twijfelparen(
    gemeente: Annotated[str, GEMEENTE] = "",
    aantal: Annotated[int, typer.Option(min=1, max=1000)] = 50,
    beoordeeld: Annotated[
        bool, typer.Option("--beoordeeld", help="De laatst beoordeelde / The latest judged")
    ] = False,
) -> None:
    """Toon de paren die op een oordeel wachten / List the pairs that wait for a judgement."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    actor = systeem(kies_gemeente(gemeente))
    wachtend, klaar = queries.aantal_twijfelparen(actor)
    paren = queries.beoordeelde_paren(actor, aantal) if beoordeeld else queries.twijfelparen(actor, aantal)
    toon_json(
        {
            "wachtend": wachtend,
            "beoordeeld": klaar,
            "paren": [
                {
                    "paar": str(p.id),
                    "zekerheid": p.zekerheid,
                    "links": f"{p.links_partner}:{p.links_nummer}",
                    "rechts": f"{p.rechts_partner}:{p.rechts_nummer}",
                    "oordeel": p.oordeel,
                    "door": p.door,
                }
                for p in paren
            ],
        }
    )


def twijfel_verklaar(
    paar: Annotated[str, typer.Argument(metavar="PAAR")],
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Verklaar waarom een paar twijfelachtig is / Explain why a pair is doubtful."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import koppelen, queries

    uitleg = queries.verklaar_paar(systeem(kies_gemeente(gemeente)), als_id(paar))
    if als_json:
        toon_json(uitleg)
        return
    toon(koppelen.als_tekst(uitleg))


def oordeel(
    paar: Annotated[str, typer.Argument(metavar="PAAR")],
    wat: Annotated[
        str, typer.Argument(help="zelfde, ander of terug / same, different or undo", metavar="OORDEEL")
    ],
    reden: Annotated[str, typer.Option(help="Waarom; verplicht bij terug / Why; required with undo")] = "",
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Beoordeel een twijfelpaar, of neem een oordeel terug / Judge a doubtful pair, or take it back."""
    if wat not in ("zelfde", "ander", "terug"):
        raise Geweigerd(
            "keuze_onjuist", Tekst("Kies zelfde, ander of terug.", "Choose zelfde, ander or terug.")
        )
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    actor, nummer = systeem(kies_gemeente(gemeente)), als_id(paar)
    if wat == "terug":
        actions.neem_oordeel_terug(actor, nummer, reden)
        toon(Tekst("Teruggenomen.", "Taken back."))
        return
    actions.beoordeel(actor, nummer, wat == "zelfde", reden)
    toon(Tekst("Vastgelegd.", "Recorded."))
