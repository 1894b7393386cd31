"""`vernietig` and `bewaartermijnen`: what page and API do, for one municipality or for all of this deployment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import GEMEENTE, JSON, kies_gemeente

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.kernel.vernietiging.actions import Bewaarstand

TOT = typer.Option(
    formats=["%Y-%m-%d"],
    metavar="DATUM",
    help="De dag die als vandaag telt, JJJJ-MM-DD / The day that counts as today",
)
PROEF = typer.Option("--proef/--echt", help="Alleen tellen, of echt vernietigen / Count only, or destroy")


def vernietig(
    tot: Annotated[datetime, TOT],
    proef: Annotated[bool | None, PROEF] = None,
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Vernietig alles waarvan de bewaartermijn op die dag voorbij is / Destroy what has expired on that day."""
    if proef is None:
        raise Geweigerd(
            "proef_of_echt",
            Tekst(
                "Zeg --proef om te tellen wat er zou verdwijnen, of --echt om het te vernietigen. Er is niets vernietigd.",
                "Say --proef to count what would go, or --echt to destroy it. Nothing was destroyed.",
            ),
        )
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.kernel.vernietiging.actions import bewaarstanden, vernietig_tot
    from samenhang.schemes.vroegsignalering.scheme import SCHEME

    regels: list[dict[str, Any]] = []
    for organisatie in _gemeenten(gemeente):
        actor = systeem(organisatie)
        if proef:
            regels += [_regel(organisatie, stand) for stand in bewaarstanden(actor, SCHEME.naam, tot.date())]
            continue
        for deel in vernietig_tot(actor, SCHEME.naam, tot.date()):
            regels.append(_regel(organisatie, deel.stand) | {"vernietigd": dict(deel.vernietigd)})
    if als_json:
        totaal = sum(regel["aantal"] for regel in regels)
        toon_json({"tot": f"{tot:%Y-%m-%d}", "proef": proef, "totaal": totaal, "regels": regels})
        return
    for regel in regels:
        toon(_zin(regel, proef=proef))


def bewaartermijnen(
    op: Annotated[datetime | None, TOT] = None,
    gemeente: Annotated[str, GEMEENTE] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """De bewaartermijnen, en hoeveel er op een dag voorbij is / The retention terms, and how much has expired."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.kernel.vernietiging.actions import bewaarstanden
    from samenhang.schemes.vroegsignalering.scheme import SCHEME

    dag = op.date() if op else None
    regels = [
        _regel(organisatie, stand)
        for organisatie in _gemeenten(gemeente)
        for stand in bewaarstanden(systeem(organisatie), SCHEME.naam, dag)
    ]
    if als_json:
        toon_json(regels)
        return
    for regel in regels:
        toon(_zin(regel, proef=True))


def _gemeenten(code: str) -> list[Organisatie]:
    """The municipality of a code, or every active one."""
    if code:
        return [kies_gemeente(code)]
    from samenhang.kernel.organisaties.models import Organisatie

    return list(Organisatie.objects.filter(soort="gemeente", actief=True).order_by("gemeentecode"))


def _regel(organisatie: Organisatie, stand: Bewaarstand) -> dict[str, Any]:
    return {
        "gemeente": organisatie.gemeentecode,
        "regel": stand.regel,
        "titel": {"nl": stand.titel.nl, "en": stand.titel.en},
        "lengte": stand.lengte,
        "eenheid": stand.eenheid,
        "artikel": stand.artikel,
        "status": stand.status,
        "aantal": stand.aantal,
    }


def _zin(regel: dict[str, Any], *, proef: bool) -> Tekst:
    kop = f"{regel['gemeente']} {regel['regel']} ({regel['lengte']} {regel['eenheid']}, {regel['status']})"
    if proef:
        return Tekst(f"{kop}: {regel['aantal']} voorbij", f"{kop}: {regel['aantal']} expired")
    wat = ", ".join(f"{naam} {aantal}" for naam, aantal in regel["vernietigd"].items() if aantal)
    return Tekst(f"{kop}: vernietigd {wat or 'niets'}", f"{kop}: destroyed {wat or 'nothing'}")
