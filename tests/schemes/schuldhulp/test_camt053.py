"""Bank statements in CAMT.053: what was credited and booked is a payment; what is wrong is refused at its line."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
from samenhang.schemes.schuldhulp.domain.camt053 import camtrijen
from samenhang.schemes.schuldhulp.models import Betaalbestand
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_betaalbestand import betalingen

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Any]], Any]) -> Any:
    def bouw(_: Path) -> Any:
        gemeente = w.maak_gemeente()
        return gemeente, [w.met_krediet(gemeente).id for _ in range(2)]

    return blijvend(bouw)


@pytest.fixture
def gemeente(stand: Any, db: None) -> w.Gemeente:
    gevonden: w.Gemeente = deepcopy(stand[0])
    return gevonden


@pytest.fixture
def zaken(stand: Any, db: None) -> list[Zaak]:
    return [Zaak.objects.get(id=id_) for id_ in stand[1]]


def post(kenmerk: str = "", bedrag: str = "283.14", nummer: str = "NL1", dag: str = "2026-11-24", meer: str = "", kant: str = "CRDT", stand: str = "<Sts>BOOK</Sts>", munt: str = "EUR", details: str | None = None) -> str:  # fmt: skip
    binnen = f"<TxDtls><RmtInf><Ustrd>{kenmerk}</Ustrd></RmtInf></TxDtls>" if details is None else details
    return (
        f'<Ntry>\n<Amt Ccy="{munt}">{bedrag}</Amt><CdtDbtInd>{kant}</CdtDbtInd>{stand}<BookgDt><Dt>{dag}</Dt></BookgDt>'
        f"<AcctSvcrRef>{nummer}</AcctSvcrRef>{meer}<NtryDtls>{binnen}</NtryDtls></Ntry>"
    )  # fmt: skip


def afschrift(*posten: str, bericht: str = "camt.053.001.02") -> bytes:
    kop = '<?xml version="1.0" encoding="UTF-8"?>\n' + f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{bericht}"><BkToCstmrStmt><Stmt><Bal><Amt Ccy="EUR">9.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>'  # fmt: skip
    return "\n".join((kop, *posten, "</Stmt></BkToCstmrStmt></Document>")).encode()


def tx(kenmerk: str, bedrag: str = "", nummer: str = "") -> str:
    ref = (
        f"<Refs><AcctSvcrRef>{nummer}</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
        if nummer
        else ""
    )
    som = f'<AmtDtls><TxAmt><Amt Ccy="EUR">{bedrag}</Amt></TxAmt></AmtDtls>' if bedrag else ""
    return f"<TxDtls>{ref}{som}<RmtInf><Strd><CdtrRefInf><Ref>{kenmerk}</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"


@pytest.mark.parametrize("bericht", ["camt.053.001.02", "camt.053.001.08"])
def test_bijgeschreven_en_geboekt_is_een_betaling(
    gemeente: w.Gemeente, zaken: list[Zaak], bericht: str
) -> None:
    een, twee = zaken
    inhoud = afschrift(
        post(f"krediet {een.nummer} november", stand="<Sts><Cd>BOOK</Cd></Sts>"),
        post("huur", kant="DBIT", nummer="NL2"),
        post(een.nummer, stand="<Sts>PDNG</Sts>", nummer="NL3"),
        post(details=tx(een.nummer, "0.01", "NL4A") + tx(twee.nummer, "5", ""), bedrag="5.01", nummer="NL4"),
        bericht=bericht,
    )
    rij = lees_betalingen_in(w.als(gemeente.ruben), "afschrift.xml", inhoud)
    assert (rij.geboekt, rij.fouten) == (3, [])
    assert betalingen(gemeente, een) == [("283.14", "NL1"), ("0.01", "NL4A")]
    assert betalingen(gemeente, twee) == [("5.00", "NL4/2")]
    with pytest.raises(Geweigerd) as nogmaals:
        lees_betalingen_in(w.als(gemeente.ruben), "afschrift.xml", inhoud)
    assert nogmaals.value.code == "bestand_bekend"
    weer = lees_betalingen_in(w.als(gemeente.ruben), "later.xml", inhoud + b"\n")
    assert (weer.geboekt, weer.bekend) == (0, 3)


@pytest.mark.parametrize(
    ("wat", "code", "kolom"),
    [
        ({"bedrag": "12,50"}, "bedrag_onjuist", "bedrag"), ({"bedrag": "1.234"}, "bedrag_onjuist", "bedrag"), ({"bedrag": "-3.00"}, "bedrag_onjuist", "bedrag"),
        ({"bedrag": "NaN"}, "bedrag_onjuist", "bedrag"), ({"bedrag": "0.00"}, "bedrag_onjuist", "bedrag"), ({"munt": "USD"}, "bedrag_onjuist", "bedrag"), ({"bedrag": "9999.00"}, "meer_dan_open", "bedrag"),
        ({"meer": "<RvslInd>true</RvslInd>"}, "bedrag_onjuist", "bedrag"), ({"dag": "2026-11-31"}, "datum_onjuist", "datum"), ({"dag": "2026-12-01"}, "datum_onjuist", "datum"),
        ({"nummer": ""}, "transactie_onjuist", "transactie"), ({"kenmerk": "huur"}, "kenmerk_onjuist", "kenmerk"), ({"details": tx("{nr}") + tx("{nr}")}, "bedrag_onjuist", "bedrag"),
    ],
)  # fmt: skip
def test_een_slechte_post_blijft_buiten_op_haar_regel(gemeente: w.Gemeente, zaken: list[Zaak], wat: dict[str, Any], code: str, kolom: str) -> None:  # fmt: skip
    een, twee = zaken
    slecht = {"kenmerk": twee.nummer} | {
        naam: deel.replace("{nr}", twee.nummer) for naam, deel in wat.items()
    }
    rij = lees_betalingen_in(
        w.als(gemeente.noor), "a.xml", afschrift(post(een.nummer, "20.00", "NL0"), post(**slecht))
    )
    assert rij.geboekt == 1
    assert {(fout["code"], fout["regel"], fout["kolom"]) for fout in rij.fouten} == {(code, 5, kolom)}
    assert betalingen(gemeente, twee) == []


BOM = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
NAAR_BUITEN = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        (BOM + afschrift(post("&b;")).partition(b"\n")[2], "xml_verboden"), (NAAR_BUITEN + afschrift(post("&x;")).partition(b"\n")[2], "xml_verboden"),
        (afschrift(post("x"))[:-20], "xml_onjuist"), (b"<", "xml_onjuist"), (b"<a" + b"<" * 50, "xml_onjuist"), (afschrift().replace(b"UTF-8", b"EBCDIC-X"), "xml_onjuist"),
        (afschrift(bericht="camt.052.001.02"), "geen_camt053"), (afschrift(bericht="pain.001.001.03"), "geen_camt053"), (b"<html></html>", "geen_camt053"),
        (afschrift("<a>" * 60 + "</a>" * 60), "xml_onjuist"), (afschrift(), "geen_rijen"), (afschrift(post("x", kant="DBIT")), "geen_rijen"),
    ],
)  # fmt: skip
def test_wat_geen_afschrift_is_wordt_geweigerd_en_niet_bewaard(
    gemeente: w.Gemeente, inhoud: bytes, code: str
) -> None:
    with pytest.raises(Geweigerd) as nee:
        lees_betalingen_in(w.als(gemeente.noor), "a.xml", inhoud)
    assert nee.value.code == code
    assert nee.value.tekst.nl != nee.value.tekst.en
    assert not Betaalbestand.objects.exists()


def test_een_deel_zonder_entiteit_en_een_pagina(gemeente: w.Gemeente, zaken: list[Zaak]) -> None:
    inhoud = afschrift(post(zaken[0].nummer))
    assert [cellen[1] for _, cellen in camtrijen(inhoud)] == ["bedrag", "283,14"]
    antwoord = w.web(gemeente.noor).post(
        "/schuldhulp/betalingen", {"bestand": SimpleUploadedFile("a.xml", inhoud)}
    )
    assert antwoord.status_code == 302
    assert betalingen(gemeente, zaken[0]) == [("283.14", "NL1")]
