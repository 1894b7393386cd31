"""The template tags: both languages, escaping, and values as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.translation import override

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.termijnen import Eenheid, TermijnRegel
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald
from samenhang.web.onderdelen import Bladen, Feit, Filter, Gebeurtenis, Tabblad, Toon


def toon(bron: str, taal: str = "nl", **context: Any) -> str:
    with override(taal):
        return Template(bron).render(Context(context)).strip()


@pytest.mark.parametrize(
    "taal, tekst", [("nl", "Goedemorgen"), ("en", "Good morning"), ("fr", "Goedemorgen")]
)
def test_t_spreekt_de_taal_van_het_verzoek(taal: str, tekst: str) -> None:
    assert toon('{% t "Goedemorgen" "Good morning" %}', taal) == tekst


def test_t_vult_plaatsen_in_en_laat_niets_door_als_opmaak() -> None:
    bron = '{% t "Dag {naam}, u bent <b>er</b>" "Hello {naam}" naam=x %}'
    assert toon(bron, x="<script>") == "Dag &lt;script&gt;, u bent &lt;b&gt;er&lt;/b&gt;"


def test_t_bewaart_met_as_en_ontsnapt_dan_een_keer() -> None:
    bron = '{% t "A & {n}" "A & {n}" n=n as tekst %}[{{ tekst }}]'
    assert toon(bron, n="B & C") == "[A &amp; B &amp; C]"


def test_t_leest_waarden_als_mensen() -> None:
    bron = '{% t "{bedrag} op {dag}" "{bedrag} on {dag}" bedrag=b dag=d %}'
    waarden = {"b": Bedrag(123_456), "d": date(2026, 4, 9)}
    assert toon(bron, **waarden) == "€\xa01.234,56 op do 9 apr 2026"
    assert toon(bron, "en", **waarden) == "€\xa01.234,56 on Thu 9 Apr 2026"


def test_een_plaats_zonder_waarde_is_een_fout_en_geen_lege_plek() -> None:
    with pytest.raises(KeyError):
        toon('{% t "Dag {naam}" "Hello {naam}" n=1 %}')


@pytest.mark.parametrize("bron", ['{% t "alleen Nederlands" %}', '{% t "a" "b" "c" %}'])
def test_t_eist_twee_talen_en_niets_meer(bron: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template(bron)


def test_in_taal_kiest_uit_een_tekst() -> None:
    assert toon("{{ x|in_taal }}", "en", x=Tekst("ja", "yes")) == "yes"


def test_een_moment_staat_in_nederlandse_tijd_ook_na_de_klok() -> None:
    assert toon("{{ x|moment }}", x=datetime(2026, 10, 24, 22, 30, tzinfo=UTC)) == "zo 25 okt 2026, 00:30"
    assert toon("{{ x|moment }}", x=datetime(2026, 10, 25, 22, 30, tzinfo=UTC)) == "zo 25 okt 2026, 23:30"
    assert toon("{{ x|datum }}", x=datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == "wo 1 jul 2026"


@pytest.mark.parametrize(
    "dag, nl, en",
    [
        (date(2026, 11, 24), "vandaag", "today"),
        (date(2026, 11, 25), "morgen", "tomorrow"),
        (date(2026, 11, 27), "over 3 dagen", "in 3 days"),
        (date(2026, 11, 23), "1 dag geleden", "1 day ago"),
        (date(2026, 11, 20), "4 dagen geleden", "4 days ago"),
    ],
)
def test_over_dagen_telt_vanaf_vandaag(dag: date, nl: str, en: str) -> None:
    assert toon("{{ dag|over_dagen }}", dag=dag) == nl
    assert toon("{{ dag|over_dagen }}", "en", dag=dag) == en


@pytest.mark.parametrize(
    "einde, tekst, toonklasse",
    [
        (date(2026, 11, 20), "(4 dagen te laat)", "merk--fout"),
        (date(2026, 11, 24), "(vandaag)", "merk--let-op"),
        (date(2026, 11, 27), "(over 3 dagen)", "merk--let-op"),
        (date(2026, 11, 28), "(over 4 dagen)", ""),
    ],
)
def test_een_termijn_zegt_hoe_dringend_hij_is(einde: date, tekst: str, toonklasse: str) -> None:
    html = toon("{% nl_termijn einde %}", einde=einde)
    assert tekst in html
    assert "2026</time>" not in html
    assert ("merk--" in html) == bool(toonklasse)
    assert toonklasse in html


def test_een_termijn_in_een_ander_jaar_noemt_het_jaar() -> None:
    assert "zo 3 jan 2027</time>" in toon("{% nl_termijn einde %}", einde=date(2027, 1, 3))


def test_een_getal_heeft_de_scheidingstekens_van_de_taal() -> None:
    assert toon("{{ x|in_tekst }}", x=1342.5) == "1.342,5"
    assert toon("{{ x|in_tekst }}", "en", x=1342.5) == "1,342.5"
    assert toon("{{ x|in_tekst }}", x=0) == "0"
    assert toon("{{ x|in_tekst }}", x=None) == "–"


def test_een_melding_van_een_fout_wordt_meteen_voorgelezen() -> None:
    fout = toon(
        '{% nl_melding "fout" "Niet <opgeslagen>" "Not saved" %}<p>{{ x }}</p>{% einde_melding %}', x="<i>"
    )
    assert 'role="alert"' in fout
    assert "Niet &lt;opgeslagen&gt;" in fout
    assert "<p>&lt;i&gt;</p>" in fout
    assert 'role="status"' in toon("{% nl_melding 'goed' %}ja{% einde_melding %}")


def test_een_tabel_is_een_benoemd_gebied_dat_met_het_toetsenbord_schuift() -> None:
    html = toon('{% nl_tabel "Meldingen" "Cases" %}<tbody></tbody>{% einde_tabel %}', "en")
    assert 'role="region"' in html
    assert 'tabindex="0"' in html
    assert 'aria-label="Cases"' in html


TABEL = (
    "<thead><tr><th>Naam</th><th class='getal'>{% t 'Achter <br>' 'Behind' %}</th><th>Iets</th></tr></thead>"
    "<tbody><tr><th>{{ x }}</th><td class='getal'>€ 5</td><td> </td></tr><tr><td colspan='3'>niets</td></tr></tbody>"
)


def test_een_cel_zegt_op_een_telefoon_zelf_van_welke_kolom_zij_is() -> None:
    html = toon("{% nl_tabel 'Mensen' 'People' %}" + TABEL + "{% einde_tabel %}", x="<b>")
    assert "tabelvlak--kaarten" in html
    assert '<th data-kop="Naam">&lt;b&gt;</th>' in html
    assert """<td class='getal' data-kop="Achter &lt;br&gt;">€ 5</td>""" in html
    assert '<td data-kop="Iets" data-leeg> </td>' in html
    assert "<td colspan='3'>niets</td>" in html


def test_een_smalle_tabel_blijft_een_tabel() -> None:
    html = toon("{% nl_tabel 'Mensen' 'People' smal=True %}" + TABEL + "{% einde_tabel %}", x="a")
    assert "data-kop" not in html
    assert "tabelvlak--kaarten" not in html


def test_een_tegel_ziet_er_alleen_als_link_uit_als_zij_er_een_is() -> None:
    assert toon('{% nl_kpi "te laat" "late" waarde=3 %}').startswith('<div class="tegel"')
    assert toon('{% nl_kpi "te laat" "late" waarde=3 href="/x" %}').startswith('<a href="/x" class="tegel"')


def test_een_knop_is_een_knop_en_met_adres_een_link() -> None:
    knop = toon(
        '{% nl_knop "Sluit" "Close" soort="gevaar" naam="doe" waarde="x" bevestig=b %}',
        b=Tekst("Zeker?", "Sure?"),
    )
    assert knop.startswith("<button")
    assert 'data-bevestig="Zeker?"' in knop
    assert "toets" not in knop
    met_toets = toon('{% nl_knop "Later" "Later" toets="l" %}')
    assert 'data-toets="l" aria-keyshortcuts="l"' in met_toets
    assert '<kbd class="alleen-met-script" aria-hidden="true">l</kbd>' in met_toets
    link = toon('{% nl_knop "Verder" "On" href=pad %}', pad='/a?b=1&c="')
    assert link.startswith('<a class="nl-button nl-button--primary" href="/a?b=1&amp;c=&quot;"')


class Vraag(Opmaak, forms.Form):
    naam = forms.CharField(
        label=vertaald(Tekst("Naam", "Name")),
        help_text=vertaald(Tekst("Zoals in <uw> pas", "As in your pass")),
    )
    soort = forms.ChoiceField(
        label=vertaald(Tekst("Soort", "Kind")), choices=[("a", "A")], widget=forms.RadioSelect
    )
    dag = Datumveld(label="Dag", required=False)
    akkoord = forms.BooleanField(label="Akkoord", required=False)


def test_een_veld_koppelt_hulp_en_fout_aan_de_invoer() -> None:
    with override("nl"):
        html = toon("{% nl_veld f.naam %}", f=Vraag({}))
    assert '<label class="utrecht-form-label" for="id_naam">Naam</label>' in html
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'id="id_naam_helptext"' in html
    assert 'id="id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert "Zoals in &lt;uw&gt; pas" in html
    assert "utrecht-textbox--html-input" in html


def test_een_keuzegroep_is_een_fieldset_met_legenda() -> None:
    html = toon("{% nl_veld f.soort %}", "en", f=Vraag({}))
    assert "<fieldset" in html
    assert "Kind</legend>" in html
    assert 'aria-describedby="id_soort_error"' in html


def test_een_veld_dat_niet_hoeft_zegt_dat() -> None:
    html = toon("{% nl_veld f.dag %}", "en", f=Vraag())
    assert "(optional)" in html
    assert 'type="date"' in html
    assert "optional" not in toon("{% nl_veld f.naam %}", "en", f=Vraag())


def test_de_foutenlijst_wijst_naar_elk_veld() -> None:
    html = toon("{% nl_fouten f %}", f=Vraag({}))
    assert '<a href="#id_naam">Naam</a>' in html
    assert 'href="#id_soort"' in html
    assert toon("{% nl_fouten f %}", f=Vraag({"naam": "x", "soort": "a"})) == ""


def test_een_label_volgt_de_taal_van_elk_verzoek() -> None:
    formulier = Vraag()
    assert ">Naam<" in toon("{% nl_veld f.naam %}", "nl", f=formulier)
    assert ">Name<" in toon("{% nl_veld f.naam %}", "en", f=formulier)


def test_een_sorteerkop_keert_om_en_houdt_de_filters_vast() -> None:
    bron = '{% nl_sorteerkop "Naam" "Name" veld="naam" %}'
    html = toon(bron, request=RequestFactory().get("/?stap=open&volgorde=naam"))
    assert 'aria-sort="ascending"' in html
    assert "?stap=open&amp;volgorde=-naam" in html
    assert "aria-sort" not in toon(bron, request=RequestFactory().get("/"))


def test_het_kruimelpad_eindigt_met_deze_pagina() -> None:
    html = toon('{% nl_kruimels hier "Begin" "Start" "/" %}', hier="VS26 <1>")
    assert '<a class="nl-link" href="/">Begin</a>' in html
    assert '<span aria-current="page" translate="no">VS26 &lt;1&gt;</span>' in html


def test_alleen_gedane_stappen_staan_als_gedaan() -> None:
    class Stap:
        def __init__(self, naam: str) -> None:
            self.naam, self.titel = naam, Tekst(naam, naam)

    html = toon("{% nl_stappen s 'c' g %}", s=[Stap("a"), Stap("b"), Stap("c")], g=("a",))
    assert html.count("stappen__klaar") == 1
    assert html.count('aria-current="step"') == 1


def test_tegels_lijsten_en_tabbladen_laten_niets_door_als_opmaak() -> None:
    kwaad = "<img src=x>"
    feiten = (Feit(Tekst("Naam", "Name"), kwaad, kwaad),)
    gebeurtenissen = (Gebeurtenis(date(2026, 1, 2), kwaad, kwaad, kwaad, Toon.GOED),)
    tabbladen = (Tabblad(Tekst(kwaad, kwaad), "/x", True, 1200),)
    filters = (Filter(Tekst("Stap", "Step"), kwaad, "?a=1&b=2"),)
    html = toon(
        '{% nl_feiten f %}{% nl_tijdlijn g %}{% nl_tabbladen t "Delen" "Parts" %}{% nl_filters i "/" %}'
        '{% nl_kpi k waarde=k %}{% nl_badge k toon="fout" %}{% nl_leeg k %}{% einde_leeg %}',
        f=feiten, g=gebeurtenissen, t=tabbladen, i=filters, k=kwaad,
    )  # fmt: skip
    assert kwaad not in html
    assert html.count("&lt;img") == 11
    assert "1.200" in html
    assert "?a=1&amp;b=2" in html


def test_een_lange_tijdlijn_toont_eerst_het_nieuwste() -> None:
    regels = [Gebeurtenis(datetime(2026, 11, dag, 9, tzinfo=UTC), f"stap {dag}") for dag in (3, 2, 1)]
    lang = toon("{% nl_tijdlijn r eerst=1 %}", r=regels)
    voor, _, achter = lang.partition("<details")
    assert "stap 3" in voor
    assert "stap 2" not in voor
    assert "(2)" in achter
    assert "stap 1" in achter
    assert "<details" not in toon("{% nl_tijdlijn r eerst=3 %}", r=regels)
    assert "<details" not in toon("{% nl_tijdlijn r %}", r=regels)


def test_voorbije_termijnen_staan_achter_een_klik() -> None:
    regel = TermijnRegel("t", Tekst("Besluit", "Decision"), "Wgs art. 4a", 8, Eenheid.WEKEN, vanaf="aanvraag", status="ongeverifieerd")  # fmt: skip
    dag = date(2026, 11, 2)
    loopt = SimpleNamespace(regel="t", start=dag, einde=date(2099, 1, 5), klaar=None, vervallen=False)
    klaar = SimpleNamespace(regel="t", start=dag, einde=dag, klaar=dag, vervallen=False)
    html = toon("{% nl_termijnen t r %}", t=[klaar, loopt], r={"t": regel})
    voor, _, achter = html.partition("<details")
    assert "2099" in voor
    assert "ongeverifieerd" in voor
    assert "klaar op" not in voor
    assert "klaar op" in achter
    assert "Er loopt geen termijn" in toon("{% nl_termijnen t r %}", t=[klaar], r={"t": regel})


def test_bladen_noemt_het_totaal_alleen_als_het_bekend_is() -> None:
    assert "101 tot en met 200 van 1.342" in toon("{% nl_bladen b %}", b=Bladen(101, 200, 1342))
    zonder = toon("{% nl_bladen b %}", "en", b=Bladen(1, 100, volgende="?na=x"))
    assert "1 to 100</p>" in zonder
    assert 'rel="next" href="?na=x"' in zonder
    assert 'rel="prev"' not in zonder
