"""The municipality's policy on the command line: shown, compared, decided."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import (
    GEMEENTE,
    JSON,
    PROEF,
    als_dag,
    kies_gemeente,
    lees_document,
    toon_verschillen,
)

if TYPE_CHECKING:
    from samenhang.schemes.vroegsignalering.actions.beleid import Voorbeeld


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
    d = lees_document(document)
    vanaf = als_dag(d.get("vanaf"))
    if vanaf is None or not isinstance(d.get("regels"), dict):
        raise Geweigerd("beleid_onjuist", Tekst("Geef vanaf en regels.", "Give vanaf and regels."))
    voorstel = actions.Beleidsvoorstel(
        vanaf, d["regels"], str(d.get("vastgesteldDoor", "")), str(d.get("reden", "")), bool(d.get("terugwerkend", False))
    )  # fmt: skip
    if bekijk:
        voorbeeld = actions.vergelijk_beleid(actor, voorstel)
        if als_json:
            toon_json(_terugblik(voorbeeld))
            return
        toon_verschillen(voorbeeld.verschillen, als_json)
        for zin in voorbeeld.terugblik.zinnen():
            toon(zin)
        for titel, was, wordt in voorbeeld.terugblik.telling:
            toon(Tekst(f"  {titel.nl}: {was} -> {wordt}", f"  {titel.en}: {was} -> {wordt}"))
        return
    rij = actions.stel_beleid_vast(actor, voorstel)
    if als_json:
        toon_json({"beleid": str(rij.id), "vanaf": rij.vanaf.isoformat(), "versie": rij.versie})
        return
    toon(Tekst(f"Vastgesteld vanaf {rij.vanaf}.", f"Decided from {rij.vanaf}."))


def _terugblik(voorbeeld: Voorbeeld) -> dict[str, Any]:
    blik = voorbeeld.terugblik
    return {
        "verschillen": [
            {"wat": v.wat.nl, "what": v.wat.en, "was": v.was, "wordt": v.wordt} for v in voorbeeld.verschillen
        ],
        "sinds": blik.sinds.isoformat(),
        "signalen": blik.signalen,
        "was": blik.was,
        "wordt": blik.wordt,
        "veranderingen": [
            {"partnerSoort": r.partner_soort, "soortSignaal": r.soort_signaal, "dreiging": r.dreiging, "bedrag": r.bedrag.draad(), "was": r.was.wat, "wordt": r.wordt.wat}
            for r in blik.lijst
        ],
    }  # fmt: skip
