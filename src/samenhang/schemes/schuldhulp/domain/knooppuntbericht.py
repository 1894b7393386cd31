"""A message to or from a creditor in the manner of the Schuldenknooppunt: what it says, and how long it lies there. Pure.

Names of fields, and that a message nobody fetches is deleted after five working days, were read in the public wiki and
the agreements of the Schuldenknooppunt; the layout of a message is our own (docs/knooppunt.md).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.basis.jsonlezen import lees_json
from samenhang.kernel.kalender import Kalender
from samenhang.schemes.schuldhulp.domain.lijsten import WEIGERREDENEN

SALDOVERZOEK, SALDOOPGAVE = "saldoverzoek", "saldoopgave"
VOORSTEL, ANTWOORD = "voorstel", "voorstelantwoord"
SOORTEN: Final = {
    SALDOVERZOEK: Tekst("Verzoek om opgave", "Request for a statement"),
    SALDOOPGAVE: Tekst("Opgave", "Statement"),
    VOORSTEL: Tekst("Voorstel", "Proposal"),
    ANTWOORD: Tekst("Antwoord op het voorstel", "Answer to the proposal"),
}
ANTWOORD_OP: Final = {SALDOOPGAVE: SALDOVERZOEK, ANTWOORD: VOORSTEL}
"""What a creditor sends, and to which kind of message it is the answer."""
STANDEN: Final = {
    "wacht": Tekst("Wacht op verzending", "Waits to be sent"),
    "ligt_klaar": Tekst("Nog niet opgehaald", "Not fetched yet"),
    "opgehaald": Tekst("Opgehaald", "Fetched"),
    "beantwoord": Tekst("Beantwoord", "Answered"),
    "gewist": Tekst("Gewist zonder te zijn opgehaald", "Deleted without being fetched"),
    "vervangen": Tekst("Opnieuw verstuurd, of per brief", "Sent again, or by letter"),
    "ingetrokken": Tekst("Niet meer verstuurd", "No longer sent"),
    "verwerkt": Tekst("Verwerkt", "Processed"),
    "niet_verwerkt": Tekst("Niet verwerkt", "Not processed"),
}
HOOGSTENS: Final = 65_536
"""Bytes of a message."""
DEELNEMER: Final = re.compile(r"[0-9]{8}")
"""A participant: his number in the trade register."""
MEESTE_VORDERINGEN: Final = 200
_VELDEN: Final = frozenset({"nummer", "soort", "van", "aan", "betreft", "gemaakt", "uiterlijk", "inhoud"})
_HOOGSTE: Final = Bedrag(1_000_000_000)


@dataclass(frozen=True, slots=True)
class Bericht:
    """One message. `van` and `aan`: participants; `betreft`: the message to which this is the answer."""

    nummer: UUID
    soort: str
    van: str
    aan: str
    gemaakt: datetime
    inhoud: Mapping[str, Any]
    betreft: UUID | None = None
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True)
class Vorderingsopgave:
    """What a creditor says is owed to him: under which reference, how much, of which rank, on which day."""

    kenmerk: str
    bedrag: Bedrag
    rang: str
    peildatum: date


@dataclass(frozen=True, slots=True)
class Voorstelantwoord:
    """What a creditor answers: `akkoord` or `geweigerd`, the latter with a reason of `WEIGERREDENEN`."""

    antwoord: str
    op: date
    reden: str
    toelichting: str


def schrijf(bericht: Bericht) -> bytes:
    """The message as it goes: one JSON object, the same bytes for the same message."""
    document = {
        "nummer": str(bericht.nummer),
        "soort": bericht.soort,
        "van": bericht.van,
        "aan": bericht.aan,
        "betreft": str(bericht.betreft) if bericht.betreft else None,
        "gemaakt": bericht.gemaakt.isoformat(),
        "uiterlijk": bericht.uiterlijk.isoformat() if bericht.uiterlijk else None,
        "inhoud": dict(bericht.inhoud),
    }
    lijf = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    if len(lijf) > HOOGSTENS:
        raise _te_groot()
    return lijf


def lees(lijf: bytes) -> Bericht:
    """The message that came in. Raises `Geweigerd` with the place that is wrong; the content is judged by its reader."""
    if len(lijf) > HOOGSTENS:
        raise _te_groot()
    d = lees_json(lijf, hoogstens=HOOGSTENS)
    if not isinstance(d, dict) or set(d) != _VELDEN:
        raise _weiger("velden_onjuist", "", f"precies deze velden: {', '.join(sorted(_VELDEN))}", f"exactly these fields: {', '.join(sorted(_VELDEN))}")  # fmt: skip
    if d["soort"] not in SOORTEN:
        raise _weiger(
            "soort_onjuist", "/soort", f"een van {', '.join(SOORTEN)}", f"one of {', '.join(SOORTEN)}"
        )
    for kant in ("van", "aan"):
        if not isinstance(d[kant], str) or not DEELNEMER.fullmatch(d[kant]):
            raise _weiger("deelnemer_onjuist", f"/{kant}", "een KvK-nummer van acht cijfers", "a registration number of eight digits")  # fmt: skip
    is_antwoord = d["soort"] in ANTWOORD_OP
    if is_antwoord != (d["betreft"] is not None):
        raise _weiger("betreft_onjuist", "/betreft", "het nummer van het bericht waarop dit antwoordt, anders null", "the number of the message that this answers, else null")  # fmt: skip
    if not isinstance(d["inhoud"], dict) or not d["inhoud"]:
        raise _weiger("inhoud_onjuist", "/inhoud", "een object met wat het bericht zegt", "an object with what the message says")  # fmt: skip
    return Bericht(
        nummer=_nummer(d["nummer"], "/nummer"),
        soort=d["soort"],
        van=d["van"],
        aan=d["aan"],
        gemaakt=_moment(d["gemaakt"]),
        inhoud=d["inhoud"],
        betreft=_nummer(d["betreft"], "/betreft") if is_antwoord else None,
        uiterlijk=_dag(d["uiterlijk"], "/uiterlijk") if d["uiterlijk"] is not None else None,
    )


def lees_voorstelantwoord(bericht: Bericht, verstuurd: date, vandaag: date) -> Voorstelantwoord:
    """What a creditor answers to a proposal. Raises `Geweigerd` for anything but a yes, or a no with its reason."""
    d = _precies(bericht, "antwoord", "op", "reden", "toelichting")
    if d["antwoord"] not in ("akkoord", "geweigerd"):
        raise _weiger("antwoord_onjuist", "/inhoud/antwoord", '"akkoord" of "geweigerd"', '"akkoord" or "geweigerd"')  # fmt: skip
    op = _dag(d["op"], "/inhoud/op")
    if not verstuurd <= op <= vandaag:
        raise _weiger("op_onjuist", "/inhoud/op", "een dag vanaf het voorstel tot en met vandaag", "a day from the proposal up to today")  # fmt: skip
    redenen = {naam for naam in WEIGERREDENEN if naam != "stilte"}
    weigert = d["antwoord"] == "geweigerd"
    if weigert and d["reden"] not in redenen:
        raise _weiger("reden_onjuist", "/inhoud/reden", f"een van {', '.join(sorted(redenen))}", f"one of {', '.join(sorted(redenen))}")  # fmt: skip
    if not weigert and d["reden"] is not None:
        raise _weiger("reden_onjuist", "/inhoud/reden", "null bij akkoord", "null with a yes")
    toelichting = d["toelichting"]
    if not isinstance(toelichting, str) or len(toelichting) > 300:
        raise _weiger("toelichting_onjuist", "/inhoud/toelichting", "een tekst van hoogstens 300 tekens", "a text of at most 300 characters")  # fmt: skip
    return Voorstelantwoord(
        d["antwoord"], op, d["reden"] if weigert else "niet_genoemd", " ".join(toelichting.split())
    )


def lees_saldoopgave(bericht: Bericht, vandaag: date) -> tuple[Vorderingsopgave, ...]:
    """What a creditor says is owed to him; an empty list when nothing is. Raises `Geweigerd` for what cannot be."""
    rijen = _precies(bericht, "vorderingen")["vorderingen"]
    if not isinstance(rijen, list) or len(rijen) > MEESTE_VORDERINGEN:
        raise _weiger("vorderingen_onjuist", "/inhoud/vorderingen", f"een lijst van hoogstens {MEESTE_VORDERINGEN} vorderingen", f"a list of at most {MEESTE_VORDERINGEN} claims")  # fmt: skip
    uit = [_vordering(rij, f"/inhoud/vorderingen/{n}", vandaag) for n, rij in enumerate(rijen)]
    kenmerken = [deel.kenmerk for deel in uit]
    for n, kenmerk in enumerate(kenmerken):
        if kenmerk in kenmerken[:n]:
            raise _weiger("kenmerk_dubbel", f"/inhoud/vorderingen/{n}/kenmerk", "een eigen kenmerk per vordering", "a reference of its own per claim")  # fmt: skip
    return tuple(uit)


def alarmdag(geplaatst: date, laatste: date, werkdagen: int, kalender: Kalender) -> date:
    """The first day on which no more than so many working days are left until the last one."""
    dag = geplaatst
    while kalender.werkdagen_tussen(dag, laatste) > werkdagen:
        dag += timedelta(days=1)
    return dag


def _vordering(rij: Any, plek: str, vandaag: date) -> Vorderingsopgave:
    velden = {"kenmerk", "actueelVorderingsbedrag", "vorderingstype", "peildatum"}
    if not isinstance(rij, dict) or set(rij) != velden:
        raise _weiger("vordering_onjuist", plek, f"precies deze velden: {', '.join(sorted(velden))}", f"exactly these fields: {', '.join(sorted(velden))}")  # fmt: skip
    kenmerk = rij["kenmerk"]
    if not isinstance(kenmerk, str) or len(kenmerk) > 60:
        raise _weiger("kenmerk_onjuist", f"{plek}/kenmerk", "een tekst van hoogstens 60 tekens", "a text of at most 60 characters")  # fmt: skip
    try:
        bedrag = Bedrag.lees(rij["actueelVorderingsbedrag"])
        if not Bedrag(0) <= bedrag <= _HOOGSTE:
            raise ValueError
    except (ValueError, TypeError) as fout:
        raise _weiger("bedrag_onjuist", f"{plek}/actueelVorderingsbedrag", 'een bedrag als tekst: "847.26"', 'an amount as a text: "847.26"') from fout  # fmt: skip
    if rij["vorderingstype"] not in ("preferent", "concurrent"):
        raise _weiger("vorderingstype_onjuist", f"{plek}/vorderingstype", '"preferent" of "concurrent"', '"preferent" or "concurrent"')  # fmt: skip
    peildatum = _dag(rij["peildatum"], f"{plek}/peildatum")
    if peildatum > vandaag:
        raise _weiger(
            "peildatum_onjuist", f"{plek}/peildatum", "een dag tot en met vandaag", "a day up to today"
        )
    return Vorderingsopgave(" ".join(kenmerk.split()), bedrag, rij["vorderingstype"], peildatum)


def _precies(bericht: Bericht, *velden: str) -> Mapping[str, Any]:
    if set(bericht.inhoud) != set(velden):
        raise _weiger("inhoud_onjuist", "/inhoud", f"precies deze velden: {', '.join(velden)}", f"exactly these fields: {', '.join(velden)}")  # fmt: skip
    return bericht.inhoud


def _nummer(waarde: Any, plek: str) -> UUID:
    try:
        return UUID(waarde)
    except (ValueError, AttributeError, TypeError) as fout:
        raise _weiger("nummer_onjuist", plek, "een UUID", "a UUID") from fout


def _dag(waarde: Any, plek: str) -> date:
    try:
        if len(waarde) != 10:
            raise ValueError
        return date.fromisoformat(waarde)
    except (ValueError, TypeError) as fout:
        raise _weiger("dag_onjuist", plek, "een dag als JJJJ-MM-DD", "a day as YYYY-MM-DD") from fout


def _moment(waarde: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(waarde)
    except (ValueError, TypeError) as fout:
        raise _weiger("gemaakt_onjuist", "/gemaakt", "een moment volgens RFC 3339", "a moment by RFC 3339") from fout  # fmt: skip
    if moment.tzinfo is None or not 2000 <= moment.year < 2200:
        raise _weiger("gemaakt_onjuist", "/gemaakt", "een moment met tijdzone", "a moment with its zone")
    return moment


def _te_groot() -> Geweigerd:
    return Geweigerd("bericht_te_groot", Tekst(f"Een bericht is hoogstens {HOOGSTENS} bytes. Stuur minder in één keer.", f"A message is at most {HOOGSTENS} bytes. Send less at once."), status=413)  # fmt: skip


def _weiger(code: str, plek: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(
        f"{plek or 'Het bericht'}: dit moet zijn {nl}.", f"{plek or 'The message'}: this must be {en}."
    )
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(plek=plek)),))
