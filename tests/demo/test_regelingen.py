"""Debt assistance of the demo world on its own: every route has a case, on days that can be."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from samenhang.demo.klok import Klok, lopend
from samenhang.demo.schuldhulp import EISER, EISER_KVK, JURIST, LEIDER, WIE, Schuldhulp
from samenhang.demo.schuldverhalen import VERHUURDER
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.models import Betaalbestand, Knooppuntbericht, Schuldeiser
from tests.schemes.schuldhulp import wereld as w

EINDE = date(2026, 11, 24)


class _Vloer:
    """One worker who treats everything, her team lead, and the landlord with an account."""

    def __init__(self, gemeente: w.Gemeente) -> None:
        sluis = Organisatie.objects.create(soort="verhuurder", naam=VERHUURDER, kvk=EISER_KVK)
        self._wie = {
            WIE: gemeente.noor,
            LEIDER: w.medewerker(gemeente.organisatie, "marloes", "schuldhulpleider"),
            JURIST: w.medewerker(gemeente.organisatie, "hanna", "bezwaarbehandelaar"),
            EISER: w.medewerker(sluis, "sem", "schuldeiser"),
        }

    def actor(self, naam: str, dag: date) -> Any:
        return w.als(self._wie[naam])


@pytest.mark.django_db
def test_elke_weg_van_de_schuldhulp_heeft_een_zaak_in_het_heden(tmp_path: Path, settings: Any) -> None:
    from django.utils import timezone

    settings.KNOOPPUNT = str(tmp_path / "knooppunt")
    gemeente = w.maak_gemeente()
    Organisatie.objects.filter(id=gemeente.organisatie.id).update(kvk="99999901")
    klok = Klok(timezone.now())
    vloer: Any = _Vloer(gemeente)
    with lopend(klok):
        leven = Schuldhulp(vloer, klok, EINDE)
        for terug in range(60, -1, -1):
            dag = EINDE - timedelta(days=terug)
            if standaardkalender().is_werkdag(dag):
                leven.dag(dag)
    stappen = Counter(Zaak.objects.filter(scheme="schuldhulp").values_list("stap", flat=True))
    for stap in ("sparen", "lopend", "dwangakkoord_verzocht", "wsnp", "stabilisatie", "inventarisatie", "voorstel", "krediet_actief", "nazorg"):  # fmt: skip
        assert stappen[stap] >= 1, stap
    beschermd = Zaak.objects.get(termijnen__regel="moratorium-287b")
    assert beschermd.termijnen.get(regel="moratorium-287b").einde > EINDE + timedelta(days=120)
    spaart = Zaak.objects.get(stap="sparen")
    stand = w.open_dossier_buiten(w.als(gemeente.noor), spaart.id).spaarstand
    assert (stand.gespaard.draad(), stand.achterstand.draad()) == ("227.14", "0.00")
    assert Schuldeiser.objects.filter(naam="Belastingdienst").count() == 1
    assert [rij.klaar is None for rij in queries.bezwaren(vloer.actor(JURIST, EINDE))] == [True, False]
    leven.inwoners()
    _portaal(vloer, gemeente)
    eigen = {naam: queries.mijn_schuldhulp(w.als(Gebruiker.objects.get(naam=naam)))[0].dossier for naam in ("T. Brouwer", "D. Kuiper")}  # fmt: skip
    assert (eigen["T. Brouwer"].zaak.stap, eigen["D. Kuiper"].zaak.stap) == ("voorstel", "krediet_actief")
    assert [rij.bedrag.draad() for rij in eigen["D. Kuiper"].betalingen] == ["150.00"], (
        "uit het bestand van de bank"
    )
    _berichten(gemeente)
    bestand = Betaalbestand.objects.get()
    assert (bestand.geboekt, [fout["code"] for fout in bestand.fouten]) == (1, ["geen_krediet"])


def _berichten(gemeente: w.Gemeente) -> None:
    """Two creditors answered through the node; of the third who treats the case is told that it is nearly deleted."""
    rijen = Knooppuntbericht.objects.filter(uitgaand=True, soort="voorstel").select_related("schuldeiser")
    assert {(rij.schuldeiser.naam, rij.stand) for rij in rijen} == {
        ("Vechtdal Telecom", "beantwoord"),
        ("Postorder De Zwaan", "beantwoord"),
        ("Fietsenwinkel Het Zadel", "ligt_klaar"),
    }
    licht = next(rij for rij in rijen if rij.stand == "ligt_klaar")
    assert licht.geplaatst.date() == EINDE - timedelta(days=7), "the clock of the node is that of the demo"
    taak = Taak.objects.get(zaak=licht.zaak_id, soort="bericht_blijft_liggen", klaar__isnull=True)
    assert taak.uiterlijk == licht.vervalt >= EINDE
    dossier = w.open_dossier_buiten(w.als(gemeente.noor), licht.zaak_id)
    assert {(rij.antwoord, rij.via) for rij in dossier.voorstellen if rij.antwoord} == {("akkoord", "knooppunt"), ("geweigerd", "knooppunt")}  # fmt: skip
    assert {schuld.stand for schuld in dossier.open_schulden if schuld.kenmerk != "IB 2024"} == {"bevestigd"}


def _portaal(vloer: Any, gemeente: w.Gemeente) -> None:
    """The landlord has each kind of offer; the team lead has a revision with every calculation that can be replaced."""
    rijen = queries.portaalvoorstellen(vloer.actor(EISER, EINDE))
    standen = {(rij.aanbod.antwoord, rij.aanbod.vervallen, rij.open) for rij in rijen}
    assert standen >= {("", False, True), ("bedrag_wijkt_af", False, True), ("geweigerd", False, False)}
    leider = vloer.actor(LEIDER, EINDE)
    herziening = queries.normherziening(leider, queries.normherzieningen(leider)[0].id)
    assert herziening.klaar == herziening.totaal >= 1
    sommen = [len(w.open_dossier_buiten(w.als(gemeente.noor), z.id).rekensommen) for z in Zaak.objects.filter(scheme="schuldhulp", stap="inventarisatie")]  # fmt: skip
    assert max(sommen) == 3
