"""Cases, referrals and creditors on the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.zaaklijst import zakenopdracht
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.zaken.lijst import Zaaklijst

REDEN = typer.Option(help="Waarom / Why")


def _lijst() -> Zaaklijst:
    from samenhang.schemes.schuldhulp import queries

    return queries.zaken


zaken = zakenopdracht(_lijst)


def toon_zaak(zaak: str, als: Annotated[str, ALS]) -> None:
    """Toon één zaak als JSON / Show one case as JSON."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import als_document, kaal

    actor = actor_als(als)
    toon_json(kaal(als_document(queries.zaak(actor, zaak_bij(actor, "schuldhulp", zaak)))))


def hulpvraag(
    achternaam: Annotated[str, typer.Option(help="Wie / Who")],
    gevraagd_op: Annotated[str, typer.Option(help="JJJJ-MM-DD / YYYY-MM-DD")],
    bron: Annotated[str, typer.Option(help="balie, telefoon, formulier, verwijzer")],
    als: Annotated[str, ALS],
    dreiging: Annotated[str, typer.Option(help="geen, ontruiming, gas_stroom, water, stadsverwarming, zorgverzekering")] = "geen",
    voorletters: Annotated[str, typer.Option(help="Voorletters / Initials")] = "",
    geboortedatum: Annotated[str, typer.Option(help="JJJJ-MM-DD / YYYY-MM-DD")] = "",
    telefoon: Annotated[str, typer.Option(help="Telefoon / Telephone")] = "",
    email: Annotated[str, typer.Option(help="E-mail")] = "",
    adres: Annotated[str, typer.Option(help="Straat en huisnummer / Street and house number")] = "",
    postcode: Annotated[str, typer.Option(help="1234AB")] = "",
    woonplaats: Annotated[str, typer.Option(help="Woonplaats / Town")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Leg een vraag om hulp vast / Record a request for help."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast

    invoer = NieuweHulpvraag(
        achternaam,
        als_dag("--gevraagd-op", gevraagd_op),
        bron,
        dreiging,
        voorletters,
        als_dag("--geboortedatum", geboortedatum) if geboortedatum else None,
        telefoon,
        email,
        adres,
        postcode,
        woonplaats,
    )
    _gemaakt(leg_hulpvraag_vast(actor_als(als), invoer), als_json)


def aanmeldingen(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de aanmeldingen die wachten / Show the referrals that wait."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import als_aanmelding, kaal

    regels = queries.aanmeldingen(actor_als(als))
    if als_json:
        toon_json(kaal({"aanmeldingen": [als_aanmelding(regel) for regel in regels]}))
        return
    for regel in regels:
        rij = f"{regel.id}  {regel.uiterlijk}  {regel.bronnummer}  {regel.naam}"
        toon(
            Tekst(
                rij + ("  DREIGING" if regel.dreiging else ""), rij + ("  THREAT" if regel.dreiging else "")
            )
        )
    toon(Tekst(f"{len(regels)} aanmeldingen wachten.", f"{len(regels)} referrals wait."))


def aanmelding_overnemen(
    aanmelding: str, als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False
) -> None:
    """Neem een aanmelding over als zaak / Take in a referral as a case."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.aanmelden import neem_over

    _gemaakt(neem_over(actor_als(als), _id(aanmelding)), als_json)


def schulden_inlezen(
    zaak: str, bestand: Path, als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False
) -> None:
    """Lees schulden in uit CSV, XLSX of een dossieruitvoer / Read debts from CSV, XLSX or a dossier export."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.inlezen import lees_in

    try:
        inhoud = bestand.read_bytes()
    except OSError as fout:
        raise _fout("bestand_onleesbaar", "bestand", f"{bestand.name} kan niet worden gelezen. Controleer de naam.", f"{bestand.name} cannot be read. Check the name.") from fout  # fmt: skip
    actor = actor_als(als)
    gedaan = lees_in(actor, zaak_bij(actor, "schuldhulp", zaak), bestand.name, inhoud)
    if als_json:
        toon_json(
            {"id": str(gedaan.id), "nummer": gedaan.nummer, "stap": gedaan.stap, "versie": gedaan.versie}
        )
    else:
        toon(Tekst(f"Ingelezen in {gedaan.nummer}.", f"Read into {gedaan.nummer}."))


def schuldeisers(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon schuldeisers en wie er dubbel lijken / Show creditors and which look alike."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.document import als_schuldeisers, kaal

    beeld = queries.schuldeisers(actor_als(als))
    if als_json:
        toon_json(kaal(als_schuldeisers(beeld)))
        return
    for rij in beeld.lijst:
        regel = f"{rij.id}  {rij.naam}" + (f"  = {rij.samen_met.naam}" if rij.samen_met else "")
        toon(Tekst(regel, regel))
    for paar in beeld.dubbelen:
        nl, en = paar.uitleg.nl, paar.uitleg.en
        toon(
            Tekst(
                f"{paar.links.naam} ? {paar.rechts.naam}: {nl}",
                f"{paar.links.naam} ? {paar.rechts.naam}: {en}",
            )
        )


def schuldeisers_beoordelen(
    blijft: str,
    ander: str,
    als: Annotated[str, ALS],
    reden: Annotated[str, REDEN],
    zelfde: Annotated[bool, typer.Option("--zelfde/--verschillend", help="Eén schuldeiser, of twee / One creditor, or two")],
) -> None:  # fmt: skip
    """Beoordeel of twee schuldeisers dezelfde zijn / Judge whether two creditors are one."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.schuldeisers import beoordeel

    beoordeel(actor_als(als), _id(blijft), _id(ander), zelfde, reden)
    toon(Tekst("Vastgelegd.", "Recorded."))


def schuldeiser_splitsen(schuldeiser: str, als: Annotated[str, ALS], reden: Annotated[str, REDEN]) -> None:
    """Haal samengevoegde schuldeisers uit elkaar / Take merged creditors apart."""
    django_aan()
    from samenhang.schemes.schuldhulp.actions.schuldeisers import haal_uit_elkaar

    rij = haal_uit_elkaar(actor_als(als), _id(schuldeiser), reden)
    toon(Tekst(f"{rij.naam} staat weer apart.", f"{rij.naam} stands apart again."))


def _gemaakt(zaak: object, als_json: bool) -> None:
    from samenhang.kernel.zaken.models import Zaak

    assert isinstance(zaak, Zaak)
    if als_json:
        toon_json({"id": str(zaak.id), "nummer": zaak.nummer, "stap": zaak.stap, "volgendeTermijn": str(zaak.volgende_termijn)})  # fmt: skip
    else:
        toon(Tekst(f"Zaak {zaak.nummer}; eerste gesprek uiterlijk {zaak.volgende_termijn}.", f"Case {zaak.nummer}; first talk by {zaak.volgende_termijn}."))  # fmt: skip


def als_dag(optie: str, tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise _fout(
            "datum_onjuist", optie, f'{optie}: "{tekst}" is geen bestaande dag. Schrijf JJJJ-MM-DD.', f'{optie}: "{tekst}" is no existing day. Write YYYY-MM-DD.'
        ) from fout  # fmt: skip


def _id(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise _fout("id_onjuist", "id", f'"{tekst}" is geen id. Neem het over uit de lijst.', f'"{tekst}" is no id. Copy it from the list.') from fout  # fmt: skip


def _fout(code: str, plek: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(kolom=plek)),))
