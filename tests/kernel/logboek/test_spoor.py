"""W3C Trace Context: what is read, what is refused, and that log rows and answers carry it."""

from __future__ import annotations

import pytest
from django.test import Client

from samenhang.kernel.basis import nieuw_id, spoor
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actor import Actor

TRACE, SPAN = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


@pytest.mark.parametrize(
    "kop",
    [
        "",
        "00",
        f"00-{TRACE}-{SPAN}",
        f"00-{TRACE}-{SPAN}-01-extra",
        f"00-{TRACE}-{SPAN}-01-",
        f"ff-{TRACE}-{SPAN}-01",
        f"00-{'0' * 32}-{SPAN}-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE.upper()}-{SPAN}-01",
        f"00-{TRACE[:-1]}-{SPAN}-01",
        f"00-{TRACE}-{SPAN}-1",
        f"00-{TRACE}-{SPAN}-0g",
        f"0-{TRACE}-{SPAN}-01",
        f"00_{TRACE}_{SPAN}_01",
        f"00-{TRACE}-{SPAN}-01\n",
        f"00-٠{TRACE[1:]}-{SPAN}-01",
        f"01-{TRACE}-{SPAN}-01.extra",
    ],
)
def test_een_kop_die_een_regel_breekt_telt_niet(kop: str) -> None:
    assert spoor.lees(kop) is None


@pytest.mark.parametrize(
    ("kop", "vlaggen"),
    [
        (f"00-{TRACE}-{SPAN}-00", "00"),
        (f"00-{TRACE}-{SPAN}-ff", "01"),
        (f"cc-{TRACE}-{SPAN}-01", "01"),
        (f"cc-{TRACE}-{SPAN}-01-wat later komt", "01"),
        (f" 00-{TRACE}-{SPAN}-01\t", "01"),
    ],
)
def test_een_kop_die_klopt(kop: str, vlaggen: str) -> None:
    hier = spoor.lees(kop)
    assert hier is not None
    assert (hier.trace_id, hier.ouder, hier.vlaggen) == (TRACE, SPAN, vlaggen)
    assert len(hier.span) == 16
    assert hier.span != SPAN


@pytest.mark.parametrize(
    ("staat", "verder"),
    [
        ("a=1", "a=1"),
        ("a=1, b@c=2 ,,", "a=1,b@c=2"),
        ("a=1,a=2", ""),
        ("A=1", ""),
        ("a", ""),
        ("a=", ""),
        ("a=1=2", ""),
        ("a=é", ""),
        (",".join(f"a{n}=1" for n in range(33)), ""),
        (",".join(f"a{n}={'x' * 100}" for n in range(6)), ""),
    ],
)
def test_een_tracestate_die_een_regel_breekt_gaat_niet_mee(staat: str, verder: str) -> None:
    hier = spoor.lees(f"00-{TRACE}-{SPAN}-01", staat)
    assert hier is not None
    assert hier.staat == verder


def test_elk_antwoord_noemt_het_spoor() -> None:
    antwoord = Client().get("/leeft", headers={"traceparent": f"00-{TRACE}-{SPAN}-01"})
    versie, trace, span, vlaggen = antwoord.headers["traceresponse"].split("-")
    assert (versie, trace, vlaggen) == ("00", TRACE, "01")
    assert span != SPAN
    zonder = Client().get("/leeft").headers["traceresponse"]
    assert zonder != Client().get("/leeft").headers["traceresponse"]
    assert spoor.huidig() is None


@pytest.mark.django_db
def test_de_rijen_dragen_het_spoor_en_de_operatie_van_elders() -> None:
    organisatie = nieuw_id()
    partner = Actor(None, "machine", organisatie, "verhuurder", trace=f"{TRACE}-{SPAN}", kanaal="api")
    hier = spoor.lees(f"00-{TRACE}-{SPAN}-01")
    assert hier is not None
    with spoor.lopend(hier), operatie("vroegsignalering", "x", partner) as op:
        op.raakt([nieuw_id()])
    rij, audit = Verwerking.objects.latest("id"), Auditregel.objects.latest("id")
    assert (rij.trace_id, rij.ouder_span_id, rij.elders_trace, rij.elders_operatie) == (
        TRACE,
        SPAN,
        TRACE,
        SPAN,
    )
    assert rij.elders == f"urn:samenhang:organisatie:{organisatie}"
    assert (audit.trace_id, audit.span_id, audit.actie, audit.bron) == (TRACE, hier.span, "E", "samenhang")
    with operatie("vroegsignalering", "x", Actor(None, "plicht", None, "gemeente")) as op:
        op.raakt([nieuw_id()])
    eigen = Verwerking.objects.latest("id")
    assert (eigen.trace_id, eigen.elders) == (op.id.hex, "")
