"""Charts: what is drawn, what the table says, and that nothing needs a style attribute."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Tekst
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.tekenen import BREED, HOOGTE, SMAL, hoogte, schaal, tekening

T = Tekst("tekst", "text")


def grafiek(soort: Any, *waarden: tuple[int | float | None, ...], namen: tuple[str, ...] = ()) -> Grafiek:
    categorieen = namen or tuple(f"c{i}" for i in range(len(waarden[0])))
    reeksen = tuple(Reeks(Tekst(f"reeks {i}", f"series {i}"), w) for i, w in enumerate(waarden))
    return Grafiek(soort, T, T, T, categorieen, reeksen)


def merken(g: Grafiek, breedte: int = BREED) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(f"<svg>{tekening(g, breedte)}</svg>"))


def html(g: Grafiek, taal: str = "nl") -> str:
    with override(taal):
        return Template("{% nl_grafiek g %}").render(Context({"g": g}))


@pytest.mark.parametrize("soort", ["lijn", "staven", "gestapeld"])
def test_tabel_en_tekening_zeggen_hetzelfde(soort: str) -> None:
    g = grafiek(soort, (1, 2500, None), (4, 5, 6))
    bron = html(g)
    cellen = re.findall(r'<td class="getal">([^<]*)</td>', bron)
    assert cellen == ["1", "4", "2.500", "5", "niet getoond", "6"]
    uitleg = set(re.findall(r"<title>(c\d, [^<]*)</title>", bron))
    assert uitleg == {
        f"c{i}, reeks {r}: {w}"
        for i, r, w in ((0, 0, "1"), (1, 0, "2.500"), (0, 1, "4"), (1, 1, "5"), (2, 1, "6"))
    }


@pytest.mark.parametrize("soort", ["lijn", "staven", "gestapeld"])
def test_een_grafiek_heeft_titel_omschrijving_en_geen_stijl_of_script(soort: str) -> None:
    g = Grafiek(
        soort,
        Tekst("Het <stijgt>", "It rises"),
        Tekst("wat", "what"),
        Tekst("aantal", "number"),
        ("a",),
        (Reeks(T, (1,)),),
    )  # type: ignore[arg-type]
    bron = html(g)
    assert "Het &lt;stijgt&gt;" in bron
    assert "<desc>wat</desc>" in bron
    assert "aantal" in bron
    assert not re.search(r"\sstyle=|<script|\son\w+=", bron)
    assert "It rises" in html(g, "en")


def test_de_lengte_van_een_staaf_is_evenredig() -> None:
    vakken = [float(m.attrib["width"]) for m in merken(grafiek("staven", (10, 5, 1))) if m.tag == "rect"]
    assert vakken[0] == pytest.approx(2 * vakken[1], abs=0.2)
    assert vakken[0] == pytest.approx(10 * vakken[2], abs=1)


def test_delen_van_een_stapel_sluiten_op_elkaar_aan() -> None:
    onder, boven = [m.attrib for m in merken(grafiek("gestapeld", (30,), (10,))) if m.tag == "rect"]
    assert float(boven["y"]) + float(boven["height"]) == pytest.approx(float(onder["y"]), abs=0.2)
    assert float(onder["height"]) == pytest.approx(3 * float(boven["height"]), abs=0.3)


def test_een_lijn_breekt_waar_een_cijfer_niet_getoond_wordt() -> None:
    pad = next(m.attrib["d"] for m in merken(grafiek("lijn", (1, 2, None, 4))) if m.tag == "path")
    assert re.sub(r"[^ML]", "", pad) == "MLM"


@pytest.mark.parametrize(
    "hoogste, waarden",
    [(0, [0, 1]), (3, [0, 1, 2, 3]), (63, [0, 20, 40, 60, 80]), (991, [0, 250, 500, 750, 1000]), (0.8, [0, 0.25, 0.5, 0.75, 1])],
)  # fmt: skip
def test_de_as_telt_in_ronde_stappen(hoogste: float, waarden: list[float]) -> None:
    assert schaal(hoogste) == waarden


@given(st.integers(0, 10**9))
def test_de_as_is_hoog_genoeg_en_niet_veel_te_hoog(hoogste: int) -> None:
    as_ = schaal(hoogste)
    assert as_[-1] >= hoogste
    assert len(as_) <= 6
    assert as_[-1] <= max(2 * hoogste, 1)


@given(
    st.sampled_from(["lijn", "staven", "gestapeld"]),
    st.integers(1, 14).flatmap(
        lambda n: st.lists(
            st.lists(st.none() | st.integers(0, 10**7), min_size=n, max_size=n), min_size=1, max_size=6
        )
    ),
    st.sampled_from([BREED, SMAL]),
)
def test_alles_valt_binnen_de_tekening(soort: str, waarden: list[list[int | None]], breedte: int) -> None:
    g = grafiek(soort, *(tuple(w) for w in waarden))
    for merk in merken(g, breedte):
        a = {
            k: float(v)
            for k, v in merk.attrib.items()
            if k in {"x", "y", "cx", "cy", "width", "height", "x1", "x2", "y1", "y2"}
        }
        assert all(-0.1 <= a.get(k, 0) <= breedte + 0.1 for k in ("x", "cx", "x1", "x2"))
        assert a.get("x", 0) + a.get("width", 0) <= breedte + 0.1
        assert all(-0.1 <= a.get(k, 0) <= hoogte(g) + 0.1 for k in ("y", "cy", "y1", "y2"))
    assert soort == "staven" or hoogte(g) == HOOGTE


@pytest.mark.parametrize(
    "categorieen, reeksen",
    [((), ((),)), (("a",), ()), (("a", "b"), ((1,),)), (("a",), ((-1,),)), (("a",), ((1,),) * 7)],
)
def test_een_onmogelijke_grafiek_wordt_geweigerd(categorieen: Any, reeksen: Any) -> None:
    with pytest.raises(ValueError):
        Grafiek("lijn", T, T, T, categorieen, tuple(Reeks(T, w) for w in reeksen))
