"""What a calculation of a case would be over a longer term: its own instalment, rate and claims. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from samenhang.schemes.schuldhulp.domain.antwoord import bereken

NAAM: Final = "looptijdvergelijking"
_ZONDER_RENTE: Final = "0.0"


def looptijden_van(regeling: str, delen: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Eighteen against thirty-six months of the same instalment, as a part with its document and its answer.

    With a credit at its rate; saving costs no interest. None where nothing can be repaid, so that there is no choice.
    """
    deel = {rij["naam"]: rij for rij in delen}
    if regeling not in ("SK", "SB") or "verdeling" not in deel:
        return None
    krediet = deel.get("krediet")
    document = {
        "maandtermijn": krediet["document"]["maandtermijn"] if krediet else deel["capaciteit"]["antwoord"]["capaciteit"],
        "effectief_jaarpercentage": krediet["document"]["effectief_jaarpercentage"] if krediet else _ZONDER_RENTE,
        "vorderingen": deel["verdeling"]["document"]["vorderingen"],
        "start": deel["verdeling"]["document"]["datum"],
    }  # fmt: skip
    return {"naam": NAAM, "document": document, "antwoord": bereken(NAAM, document)}
