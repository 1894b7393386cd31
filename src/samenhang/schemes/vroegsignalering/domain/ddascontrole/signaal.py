"""What is wrong with a signal and with the client that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from samenhang.schemes.vroegsignalering.domain import ddas
from samenhang.schemes.vroegsignalering.domain.ddascontrole.bevinding import Bevinding, bevinding
from samenhang.schemes.vroegsignalering.domain.ddascontrole.velden import (
    CLIENT,
    PARTNER,
    SIGNAAL,
    dag_van,
    veldfouten,
)


def signaal_bevindingen(
    signaal: dict[str, Any], pad: str, van: date | None, tot: date | None
) -> Iterator[Bevinding]:
    """What is wrong with one signal of a delivery that runs from `van` to `tot`."""
    yield from veldfouten(signaal, SIGNAAL, pad)
    bedrag = signaal.get("bedrag")
    if isinstance(bedrag, int) and not isinstance(bedrag, bool) and bedrag <= 0:
        yield bevinding(
            "ddas_bedrag",
            f"{pad}.bedrag",
            f"{bedrag} is geen achterstand; een bedrag is meer dan nul",
            f"{bedrag} is no arrears; an amount is more than zero",
        )
    if isinstance(signaal.get("signaalpartner"), dict):
        yield from veldfouten(signaal["signaalpartner"], PARTNER, f"{pad}.signaalpartner")
    verzonden, ontstaan = dag_van(signaal.get("signaaldatum")), dag_van(signaal.get("ontstaansdatum"))
    if verzonden and ontstaan and ontstaan > verzonden:
        yield bevinding(
            "ddas_ontstaan",
            f"{pad}.ontstaansdatum",
            f"{ontstaan} ligt na de signaaldatum {verzonden}",
            f"{ontstaan} lies after the signal date {verzonden}",
        )
    if verzonden and tot and verzonden > tot:
        yield bevinding(
            "ddas_buiten_periode",
            f"{pad}.signaaldatum",
            f"{verzonden} ligt na het einde van de levering {tot}",
            f"{verzonden} lies after the end of the delivery {tot}",
        )
    if isinstance(signaal.get("client"), dict):
        yield from _client(signaal["client"], f"{pad}.client")


def _client(client: dict[str, Any], pad: str) -> Iterator[Bevinding]:
    yield from veldfouten(client, CLIENT, pad)
    bsn = client.get("burgerservicenummer")
    if bsn is not None:
        if len(client) > 1:
            yield bevinding(
                "ddas_client",
                pad,
                "met een burgerservicenummer mag er niets anders bij staan",
                "with a citizen service number nothing else may stand there",
            )
        if not isinstance(bsn, str) or not elfproef(bsn):
            yield bevinding(
                "ddas_bsn",
                f"{pad}.burgerservicenummer",
                "is geen burgerservicenummer: negen cijfers die de elfproef doorstaan",
                "is no citizen service number: nine digits that pass the eleven test",
            )
        return
    for naam in ("postcode", "huisnummer"):
        if naam not in client:
            yield bevinding(
                "ddas_client",
                f"{pad}.{naam}",
                "ontbreekt: zonder burgerservicenummer zijn postcode en huisnummer nodig",
                "is missing: without a citizen service number postcode and house number are needed",
            )
    postcode, huisnummer, toevoeging = (
        client.get("postcode"),
        client.get("huisnummer"),
        client.get("huisnummertoevoeging"),
    )
    if isinstance(postcode, str) and not re.fullmatch(r"[1-9]\d{3}(?!SA|SD|SS)[A-Z]{2}", postcode):
        yield bevinding(
            "ddas_postcode",
            f"{pad}.postcode",
            "schrijf vier cijfers en twee hoofdletters aaneen",
            "write four digits and two capitals without a space",
        )
    if isinstance(huisnummer, str) and not re.fullmatch(r"[1-9]\d{0,4}", huisnummer):
        yield bevinding(
            "ddas_huisnummer",
            f"{pad}.huisnummer",
            "is geen huisnummer van een tot vijf cijfers; de toevoeging hoort in haar eigen veld",
            "is no house number of one to five digits; the addition has its own field",
        )
    if isinstance(toevoeging, str) and len(toevoeging) > ddas.TOEVOEGING:
        yield bevinding(
            "ddas_toevoeging",
            f"{pad}.huisnummertoevoeging",
            "heeft ruimte voor vier tekens",
            "has room for four characters",
        )


def elfproef(bsn: str) -> bool:
    """Whether nine digits can be a citizen service number."""
    if not re.fullmatch(r"\d{9}", bsn) or bsn == "000000000":
        return False
    return (
        sum(gewicht * int(cijfer) for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), bsn, strict=True))
        % 11
        == 0
    )
