"""After a restore with loss: the organisation declares it, its partner accepts it knowingly, and both have it in their log."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.zegel import actions, punten, sleutels
from samenhang.kernel.zegel.controle import controleer
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.controlepunt import Punt, lees_punt
from samenhang.kernel.zegel.domain.getuige import lees_aanvraag, schrijf_aanvraag
from samenhang.kernel.zegel.domain.nota import LOG, Nota, lees_handtekening, onderteken
from samenhang.kernel.zegel.models import Getuigenis, Logalarm
from tests.kernel.zegel.test_boom import BLADEN, lees_van
from tests.kernel.zegel.test_getuigen import HUN_LOG, PRIVE, TERMINAL, hun_nota, stuur, vertrouw, vraag
from tests.kernel.zegel.test_verzegelen import schrijf, zegel

pytestmark = pytest.mark.django_db
ANDERS = [*BLADEN[:50], boom.blad(b"na het herstel"), *BLADEN[51:]]
REDEN = "Schijf stuk; gebeld met de beheerder van Zandwijk."


def verklaring(omvang: int, hersteld: int | None) -> str:
    """What Zandwijk sends after it restored a backup of fifty leaves."""
    tekst = Punt(HUN_LOG, omvang, boom.wortel_bij(lees_van(ANDERS), omvang), None, hersteld).tekst
    return schrijf_aanvraag(0, [], str(Nota(tekst, (onderteken(tekst, HUN_LOG, PRIVE),))))


def test_een_partner_aanvaardt_een_verklaard_herstel_en_gaat_van_daar_verder() -> None:
    vertrouw()
    assert stuur(vraag(0, 80)).status_code == 200
    brug = boom.voortzetting(lees_van(ANDERS), 80, 90)
    tekst = Punt(HUN_LOG, 90, boom.wortel_bij(lees_van(ANDERS), 90)).tekst
    nota = str(Nota(tekst, (onderteken(tekst, HUN_LOG, PRIVE),)))
    assert stuur(schrijf_aanvraag(80, brug, nota)).status_code == 422
    uit = actions.aanvaard_korter_log(TERMINAL, verklaring(60, 80), REDEN)
    assert (uit.partner, uit.omvang) == ("Zandwijk", 60)
    assert lees_handtekening(uit.regel) is not None
    alarm = Logalarm.objects.get()
    assert (alarm.klaar is not None, alarm.uitkomst) == (True, REDEN)
    assert list(Getuigenis.objects.order_by("id").values_list("omvang", flat=True)) == [80, 60]
    regel = Auditregel.objects.get(naam="korter log aanvaarden")
    assert regel.wijziging["eerder"] == 80
    assert (regel.wijziging["omvang"], regel.reden) == (60, REDEN)
    assert stuur(schrijf_aanvraag(60, boom.voortzetting(lees_van(ANDERS), 60, 90), nota)).status_code == 200


@pytest.mark.parametrize(
    ("tekst", "reden", "code"),
    [
        (verklaring(60, None), REDEN, "herstel_niet_verklaard"),
        (verklaring(60, 79), REDEN, "herstel_niet_verklaard"),
        (verklaring(60, 80), "kort", "uitkomst_nodig"),
        ("old 0\n\n" + hun_nota(60), REDEN, "herstel_niet_verklaard"),
        ("old 0\n\n" + hun_nota(60, naam="ander.test/logboek"), REDEN, "log_onbekend"),
        (verklaring(60, 80).replace("\n60\n", "\n61\n"), REDEN, "handtekening_onjuist"),
    ],
)
def test_wat_niet_verklaard_is_wordt_niet_aanvaard(tekst: str, reden: str, code: str) -> None:
    vertrouw()
    assert stuur(vraag(0, 80)).status_code == 200
    with pytest.raises(Geweigerd) as fout:
        actions.aanvaard_korter_log(TERMINAL, tekst, reden)
    assert fout.value.code == code
    assert Getuigenis.objects.count() == 1


def test_van_een_log_dat_hier_nieuw_is_valt_niets_te_aanvaarden() -> None:
    vertrouw()
    with pytest.raises(Geweigerd, match="niets_te_aanvaarden"):
        actions.aanvaard_korter_log(TERMINAL, verklaring(60, 80), REDEN)


def test_wij_verklaren_ons_eigen_herstel_en_de_controle_blijft_goed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schrijf(3)
    assert zegel().omvang == 6
    uit = tmp_path / "verklaring.txt"
    with pytest.raises(SystemExit) as einde:
        hoofd(["logboek", "hersteld", "9", REDEN, "--uit", str(uit)])
    assert einde.value.code == 0
    aanvraag = lees_aanvraag(uit.read_text())
    assert (aanvraag.punt.omvang, aanvraag.punt.hersteld, aanvraag.oud) == (6, 9, 0)
    punt = punten.laatste()
    assert punt is not None
    assert lees_punt(punten.nota_van(punt)) == aanvraag.punt
    assert controleer().klopt
    assert Auditregel.objects.get(naam="herstel van het logboek verklaren").wijziging["vorige"] == 9
    with pytest.raises(Geweigerd, match="niets_verloren"):
        actions.verklaar_herstel(TERMINAL, 6, REDEN)
    capsys.readouterr()


def test_een_verloren_sleutel_krijgt_een_opvolger_zonder_overdracht(
    capsys: pytest.CaptureFixture[str],
) -> None:
    schrijf(2)
    zegel()
    with pytest.raises(SystemExit):
        hoofd(["logboek", "sleutel", "--verloren"])
    assert json.loads(capsys.readouterr().err)["code"] == "sleutel_er_nog"
    for bestand in sleutels.map_().glob("*.pem"):
        bestand.unlink()
    nieuw = actions.vernieuw_sleutel(TERMINAL, LOG, verloren=True)
    schrijf(1)
    punt = zegel()
    assert {deel.sleutel_id for deel in punten.nota_van(punt).handtekeningen} == {nieuw.id}
    assert controleer().klopt
