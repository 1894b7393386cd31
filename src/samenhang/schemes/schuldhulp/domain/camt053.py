"""Payments from a bank statement in CAMT.053 (ISO 20022), as the rows of a file with payments. Pure.

Read as a stream by a parser that refuses DTDs, entities and references outside the file. Only what a payment needs is
taken: day, amount, reference and the bank's number of entries that were booked to the account. What went off the
account and what is not booked yet is passed over. Version and namespace do not matter, the message does.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final
from xml.sax import SAXParseException  # nosec B406 - the parser is that of defusedxml
from xml.sax.handler import ContentHandler, feature_namespaces  # nosec B406 - the same

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.expatreader import DefusedExpatParser  # type: ignore[import-untyped]

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.schuldhulp.domain.betaalbestand import KOLOMMEN
from samenhang.schemes.schuldhulp.domain.schuldenbestand import Rij

DIEPST: Final = 40
_BERICHT: Final = "camt.053."
_LEEG: Final = ("", "NOTPROVIDED")


def is_xml(inhoud: bytes) -> bool:
    """Whether a file is meant as XML."""
    return inhoud.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def camtrijen(inhoud: bytes) -> Iterator[Rij]:
    """A header and a row per payment, each with the line on which its entry begins.

    Raises `Geweigerd` for what is no XML, has a DTD or entities, or is another message than CAMT.053.
    """
    lezer, ontvanger = DefusedExpatParser(forbid_dtd=True), _Afschrift()
    lezer.setFeature(feature_namespaces, True)
    lezer.setContentHandler(ontvanger)
    try:
        lezer.parse(io.BytesIO(inhoud))
    except DefusedXmlException as fout:
        raise Geweigerd("xml_verboden", Tekst("Het bestand heeft een DTD of entiteiten; die worden niet gelezen. Vraag de bank om een gewoon CAMT.053-bestand.", "The file has a DTD or entities; those are not read. Ask the bank for a plain CAMT.053 file.")) from fout  # fmt: skip
    except (
        SAXParseException,
        LookupError,
        ValueError,
    ) as fout:  # an encoding that does not exist is a LookupError
        regel = (fout.getLineNumber() or 1) if isinstance(fout, SAXParseException) else 1
        raise Geweigerd("xml_onjuist", Tekst(f"Regel {regel}: dit is geen goed XML. Haal het bestand opnieuw op bij de bank.", f"Line {regel}: this is no proper XML. Get the file from the bank again.")) from fout  # fmt: skip
    return iter([(1, KOLOMMEN), *ontvanger.rijen])


class _Deel:
    """What was read of one transaction in an entry."""

    def __init__(self) -> None:
        self.bedrag = self.munt = self.nummer = ""
        self.kenmerken: list[str] = []


class _Afschrift(ContentHandler):
    """Collects the payments of a statement."""

    def __init__(self) -> None:
        super().__init__()
        self.rijen: list[Rij] = []
        self._pad: list[str] = []
        self._tekst: list[str] = []
        self._munt = ""
        self._post: dict[str, Any] = {}
        self._plaats: Any = None

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802 - the name that SAX calls
        """Where the parser is in the file."""
        self._plaats = locator

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: Any) -> None:  # noqa: N802 - the name that SAX calls
        """An element begins; the first one says which message it is."""
        ruimte, naam = name
        if not self._pad and (naam != "Document" or _BERICHT not in (ruimte or "")):
            raise Geweigerd("geen_camt053", Tekst("Dit is geen bankafschrift in CAMT.053. Kies bij de bank dat formaat, of lever CSV.", "This is no bank statement in CAMT.053. Choose that format at the bank, or deliver CSV."))  # fmt: skip
        if len(self._pad) >= DIEPST:
            raise Geweigerd("xml_onjuist", Tekst("Het bestand is te diep genest voor een bankafschrift. Haal het opnieuw op bij de bank.", "The file is nested too deeply for a bank statement. Get it from the bank again."))  # fmt: skip
        self._pad.append(naam)
        self._tekst = []
        self._munt = attrs.get((None, "Ccy"), "") if naam == "Amt" else self._munt
        if naam == "Ntry":
            self._post = {"regel": self._plaats.getLineNumber(), "kop": _Deel(), "delen": []}
        elif naam == "TxDtls" and self._post:
            self._post["delen"].append(_Deel())

    def characters(self, content: str) -> None:
        """Text of the element that is open."""
        self._tekst.append(content)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:  # noqa: N802 - the name that SAX calls
        """An element ends: keep its text where a payment needs it."""
        naam = name[1]
        tekst = " ".join("".join(self._tekst).split())
        if self._post:
            self._neem(naam, tekst)
        self._tekst = []
        self._pad.pop()
        if naam == "Ntry":
            self.rijen.extend(_rijen(self._post))
            self._post = {}

    def _neem(self, naam: str, tekst: str) -> None:
        binnen = self._pad[len(self._pad) - self._pad[::-1].index("Ntry") :]
        deel: _Deel = self._post["delen"][-1] if "TxDtls" in binnen else self._post["kop"]
        if naam == "Amt" and (binnen == ["Amt"] or binnen[-3:] in (["AmtDtls", "TxAmt", "Amt"],) or binnen[-2:] == ["TxDtls", "Amt"]):  # fmt: skip
            deel.bedrag, deel.munt = tekst, self._munt
        elif naam == "CdtDbtInd" and binnen == ["CdtDbtInd"]:
            self._post["kant"] = tekst
        elif (naam == "Sts" and binnen == ["Sts"] and tekst) or binnen == ["Sts", "Cd"]:
            self._post["stand"] = tekst
        elif naam == "RvslInd" and tekst == "true":
            self._post["terug"] = True
        elif binnen in (["BookgDt", "Dt"], ["BookgDt", "DtTm"]):
            self._post["dag"] = tekst[:10]
        elif naam == "AcctSvcrRef" or (naam == "TxId" and not deel.nummer):
            deel.nummer = tekst
        elif naam in ("Ustrd", "EndToEndId") or binnen[-2:] == ["CdtrRefInf", "Ref"]:
            deel.kenmerken.append(tekst)


def _rijen(post: dict[str, Any]) -> Iterator[Rij]:
    """The payments of an entry: none when it went off the account or is not booked; one per transaction in it."""
    if post.get("kant") != "CRDT" or post.get("stand", "BOOK") != "BOOK":
        return
    kop, delen = post["kop"], post["delen"]
    if post.get("terug"):
        delen = []
        kop.bedrag = f"-{kop.bedrag}"
    for volgnummer, deel in enumerate(delen or [kop], 1):
        alleen = len(delen) < 2
        bedrag, munt = (deel.bedrag, deel.munt) if deel.bedrag or not alleen else (kop.bedrag, kop.munt)
        nummer = deel.nummer if deel.nummer not in _LEEG else ""
        if not nummer and kop.nummer not in _LEEG:
            nummer = kop.nummer if alleen else f"{kop.nummer}/{volgnummer}"
        kenmerk = " ".join(wat for wat in (*deel.kenmerken, *(kop.kenmerken if deel is not kop else ())) if wat not in _LEEG)  # fmt: skip
        yield post["regel"], (post.get("dag", ""), _op_zijn_nederlands(bedrag, munt), kenmerk, nummer)


def _op_zijn_nederlands(bedrag: str, munt: str) -> str:
    """An amount in euros as people write it; what is none, or another currency, stays as it is and is refused."""
    heel = re.fullmatch(r"([0-9]{1,15})(?:\.([0-9]{1,2})0*)?", bedrag)
    if heel is None or munt != "EUR":
        return f"{munt} {bedrag}".strip()
    return f"{int(heel[1])},{(heel[2] or '').ljust(2, '0')}"
