"""The JSON of AuthZEN 1.0 as a typed question; unknown fields are ignored, as the standard asks. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.zaken.oordeel import Ding, Oordeelvraag, Waarden

DELEN: Final = ("subject", "action", "resource")
HOOGSTENS: Final = 100
"""Questions in one batch."""
LANGSTE: Final = 200
"""Characters of a type, id or name."""
ALLES, EERSTE_NEE, EERSTE_JA = "execute_all", "deny_on_first_deny", "permit_on_first_permit"


@dataclass(frozen=True)
class Reeks:
    """Several questions; a wrong one stands in its place as its refusal. `wijze` says when to stop."""

    vragen: tuple[Oordeelvraag | Geweigerd, ...]
    wijze: str


def lees_vraag(document: Any, plek: str = "") -> Oordeelvraag:
    """One question; raises `Geweigerd` (400) with the JSON pointer of the first fault."""
    if not isinstance(document, dict):
        raise onjuist(plek or "/", "is een JSON-object", "is a JSON object")
    for deel in DELEN:
        if deel not in document:
            raise onjuist(f"{plek}/{deel}", "ontbreekt", "is missing")
    handeling = _object(document["action"], f"{plek}/action")
    return Oordeelvraag(
        wie=_ding(document["subject"], f"{plek}/subject"),
        handeling=_tekst(handeling, "name", f"{plek}/action"),
        wat=_ding(document["resource"], f"{plek}/resource"),
        eigenschappen=_waarden(handeling, "properties", f"{plek}/action"),
        omgeving=_waarden(document, "context", plek),
    )


def lees_reeks(document: Any) -> Reeks | None:
    """A batch; None when it is one question in the form of a batch (no `evaluations`, or none in it).

    What an evaluation leaves out it takes whole from the top. Raises `Geweigerd` for what is wrong about the batch.
    """
    if not isinstance(document, dict):
        raise onjuist("/", "is een JSON-object", "is a JSON object")
    vragen = document.get("evaluations")
    if vragen is None or vragen == []:
        return None
    if not isinstance(vragen, list):
        raise onjuist("/evaluations", "is een lijst", "is a list")
    if len(vragen) > HOOGSTENS:
        raise onjuist(
            "/evaluations", f"heeft hoogstens {HOOGSTENS} vragen; stuur er meer in delen", f"has at most {HOOGSTENS} questions; send more in parts"
        )  # fmt: skip
    for deel in (*DELEN, "context"):
        if deel in document:
            _object(document[deel], f"/{deel}")
    opties = _object(document.get("options", {}), "/options")
    wijze = opties.get("evaluations_semantic", ALLES)
    if wijze not in (ALLES, EERSTE_NEE, EERSTE_JA):
        raise onjuist(
            "/options/evaluations_semantic", f"is {ALLES}, {EERSTE_NEE} of {EERSTE_JA}", f"is {ALLES}, {EERSTE_NEE} or {EERSTE_JA}"
        )  # fmt: skip
    vast = {deel: document[deel] for deel in (*DELEN, "context") if deel in document}
    return Reeks(tuple(_in_reeks(vast, vraag, f"/evaluations/{n}") for n, vraag in enumerate(vragen)), wijze)


def _in_reeks(vast: dict[str, Any], vraag: Any, plek: str) -> Oordeelvraag | Geweigerd:
    try:
        return lees_vraag({**vast, **_object(vraag, plek)}, plek)
    except Geweigerd as fout:
        return fout


def _ding(waarde: Any, plek: str) -> Ding:
    ding = _object(waarde, plek)
    return Ding(_tekst(ding, "type", plek), _tekst(ding, "id", plek), _waarden(ding, "properties", plek))


def _object(waarde: Any, plek: str) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise onjuist(plek, "is een JSON-object", "is a JSON object")
    return waarde


def _waarden(document: dict[str, Any], naam: str, plek: str) -> Waarden:
    return _object(document.get(naam, {}), f"{plek}/{naam}")


def _tekst(document: dict[str, Any], naam: str, plek: str) -> str:
    waarde = document.get(naam)
    if naam not in document:
        raise onjuist(f"{plek}/{naam}", "ontbreekt", "is missing")
    if not isinstance(waarde, str) or not 1 <= len(waarde) <= LANGSTE:
        raise onjuist(
            f"{plek}/{naam}", f"is tekst van 1 tot {LANGSTE} tekens", f"is text of 1 to {LANGSTE} characters"
        )
    return waarde


def onjuist(plek: str, nl: str, en: str) -> Geweigerd:
    """A question that cannot be read: where, and what belongs there."""
    zin = Tekst(
        f"{plek} {nl}. Er is niets beslist; verbeter de vraag en stuur opnieuw.",
        f"{plek} {en}. Nothing was decided; mend the question and send again.",
    )
    return Geweigerd("vraag_onjuist", zin, fouten=(Fout("vraag_onjuist", zin, Plaats(plek=plek)),))
