"""What is wrong with a case: its period, its attempts, and a result that contradicts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from samenhang.schemes.vroegsignalering.domain import ddas
from samenhang.schemes.vroegsignalering.domain.ddascontrole.bevinding import Bevinding, bevinding
from samenhang.schemes.vroegsignalering.domain.ddascontrole.velden import (
    POGING,
    ZAAK,
    dag_van,
    dingen,
    veldfouten,
)

NA_CONTACT: Final = tuple(
    ddas.RESULTATEN[naam]
    for naam in (
        "regelt_zelf",
        "zelf_betaald",
        "geen_reactie",
        "advies",
        "vervolghulp",
        "vervolghulp_financieel",
        "vervolghulp_niet_financieel",
    )
)
"""Results that say that someone was spoken to."""


def zaak_bevindingen(zaak: dict[str, Any], pad: str) -> Iterator[Bevinding]:
    """What is wrong with one case."""
    yield from veldfouten(zaak, ZAAK, pad)
    if isinstance(zaak.get("vroegsignalen"), list) and not zaak["vroegsignalen"]:
        yield bevinding(
            "ddas_zonder_signaal",
            f"{pad}.vroegsignalen",
            "een zaak heeft minstens een signaal",
            "a case has at least one signal",
        )
    van, tot = dag_van(zaak.get("startdatumMatchingperiode")), dag_van(zaak.get("einddatumMatchingperiode"))
    matching, opgepakt = dag_van(zaak.get("matchingsdatum")), dag_van(zaak.get("datumOpgepakt"))
    if van and tot and tot < van:
        yield bevinding(
            "ddas_matchingperiode",
            f"{pad}.einddatumMatchingperiode",
            f"{tot} ligt voor het begin {van}",
            f"{tot} lies before the start {van}",
        )
    if matching and van and matching < van:
        yield bevinding(
            "ddas_matchingsdatum",
            f"{pad}.matchingsdatum",
            f"{matching} ligt voor de matchingperiode",
            f"{matching} lies before the matching period",
        )
    pogingen = dingen(zaak, "contactpogingen")
    for plek, poging in enumerate(pogingen):
        yield from veldfouten(poging, POGING, f"{pad}.contactpogingen[{plek}]")
        dag = dag_van(poging.get("datum"))
        if dag and opgepakt and dag < opgepakt:
            yield bevinding(
                "ddas_poging_vroeg",
                f"{pad}.contactpogingen[{plek}].datum",
                f"{dag} ligt voor het oppakken op {opgepakt}",
                f"{dag} lies before it was taken up on {opgepakt}",
                fout=False,
            )
    bereikt, resultaat = any(poging.get("bereikt") is True for poging in pogingen), zaak.get("resultaat")
    if resultaat == ddas.RESULTATEN["geen_contact"] and bereikt:
        yield bevinding(
            "ddas_resultaat",
            f"{pad}.resultaat",
            "“definitief geen contact” terwijl een poging bereikte",
            "“definitively no contact” while an attempt reached someone",
        )
    if resultaat in NA_CONTACT and not bereikt:
        yield bevinding(
            "ddas_resultaat",
            f"{pad}.resultaat",
            "dit resultaat vraagt een poging die bereikte",
            "this result needs an attempt that reached someone",
        )
