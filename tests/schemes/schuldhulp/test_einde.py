"""A case can always end: from every step, suspended or not, and nothing goes out after that."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.verstrekkingen.models import Aard, UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.domain.proces import LOPENDE_STAPPEN
from samenhang.schemes.schuldhulp.models import Schuldeiser
from tests.schemes.schuldhulp import wereld as w
from tests.schemes.schuldhulp.test_rechtbank import ingediend

EINDES = {
    "intrekking": ("ingetrokken", {"reden": "Regelt het zelf met familie"}),
    "overlijden": ("overleden", {"reden": "Bericht van de burgerlijke stand"}),
    "beeindiging": ("beeindigd", {"einde": "geen_inwoner", "motivering": w.ZIN}),
}


@pytest.fixture
def gemeente() -> w.Gemeente:
    return w.maak_gemeente()


def in_stap(gemeente: w.Gemeente, stap: str) -> Zaak:
    """A case as far as this step; steps that take long to reach are set, with all that belongs to the one before."""
    bouw: dict[str, Any] = {
        "gemeld": w.opgepakt,
        "toegelaten": w.toegelaten,
        "inventarisatie": w.met_schulden,
        "voorstel": w.voorgesteld,
        "akkoord": w.akkoord,
        "geweigerd": w.geweigerd,
        "krediet_actief": w.met_krediet,
    }
    if stap in bouw:
        gemaakt: Zaak = bouw[stap](gemeente)
        return gemaakt
    if stap == "gesprek_gevoerd":
        return w.doe(gemeente, w.opgepakt(gemeente), "gesprek", op=w.DAG)
    if stap == "dwangakkoord_verzocht":
        zaak = w.geweigerd(gemeente)
        ingediend(gemeente, zaak, "287a")
    elif stap in ("sparen", "lopend"):
        zaak = w.akkoord_zonder_krediet(gemeente, "1.846,00" if stap == "sparen" else "1.498,00")
        w.doe(gemeente, zaak, "regelingstart", ingang=w.vandaag(), hercontrole="6")
    elif stap == "borg_aangevraagd":
        zaak = w.doe(gemeente, w.akkoord(gemeente), "borg")
    else:
        vorige = {"stabilisatie": "toegelaten", "wsnp_verzocht": "geweigerd", "wsnp": "geweigerd"}.get(stap, "krediet_actief")  # fmt: skip
        zaak = in_stap(gemeente, vorige)
        Zaak.objects.filter(id=zaak.id).update(stap=stap)
    zaak.refresh_from_db()
    assert zaak.stap == stap
    return zaak


@pytest.mark.django_db
@pytest.mark.parametrize("stap", LOPENDE_STAPPEN)
def test_elke_stap_kan_eindigen_en_dan_is_er_niets_meer_te_doen(gemeente: w.Gemeente, stap: str) -> None:
    zaak = in_stap(gemeente, stap)
    for hoe, (naar, invoer) in EINDES.items():
        with transaction.atomic():
            w.doe(gemeente, zaak, hoe, **invoer)
            na = Zaak.objects.get(id=zaak.id)
            assert (na.stap, na.volgende_termijn) == (naar, None)
            assert na.gesloten is not None
            assert not na.termijnen.filter(klaar__isnull=True).exists()
            assert not na.taken.filter(klaar__isnull=True).exists()
            transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("hoe", EINDES)
def test_ook_een_zaak_die_stilstaat_kan_eindigen(gemeente: w.Gemeente, hoe: str) -> None:
    zaak = in_stap(gemeente, "gesprek_gevoerd")
    w.doe(gemeente, zaak, "opschorting", reden="De aanvraag is niet volledig")
    pagina = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    assert f"/schuldhulp/zaken/{zaak.id}/{hoe}" in pagina
    naar, invoer = EINDES[hoe]
    w.doe(gemeente, zaak, hoe, **invoer)
    zaak.refresh_from_db()
    assert (zaak.stap, zaak.opgeschort_sinds, zaak.volgende_termijn) == (naar, None, None)


@pytest.mark.django_db
def test_na_een_overlijden_gaat_er_niets_meer_uit(gemeente: w.Gemeente) -> None:
    zaak = w.akkoord(gemeente)
    w.doe(gemeente, zaak, "borg")
    aanvraag = UitgaandeOverdracht.objects.get(zaak=zaak)
    assert aanvraag.ontvangen is None
    w.doe(gemeente, zaak, "overlijden", reden="Bericht van de burgerlijke stand")
    assert aanvraag.vervolg.get().aard == Aard.INTREKKING, "de kredietbank wist de aanvraag"
    for verb, invoer in (("betaling", {"bedrag": "50,00", "op": w.vandaag()}), ("voorstel", {})):
        with pytest.raises(Geweigerd):
            w.doe(gemeente, zaak, verb, **invoer)


@pytest.mark.django_db
def test_een_verzoek_in_voorbereiding_en_een_open_aanbod_vervallen(gemeente: w.Gemeente) -> None:
    sluis = w.Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990011")
    sem = w.medewerker(sluis, "sem", "schuldeiser")
    zaak = w.met_schulden(gemeente)
    Schuldeiser.objects.filter(naam="Woonstichting De Sluis").update(account=sluis)
    w.doe(gemeente, zaak, "berekening", soort="SB")
    w.doe(gemeente, zaak, "voorstel")
    w.doe(gemeente, zaak, "verzoek", soort="breed", rechtbank="Rechtbank Waterrijk")
    aanbod = queries.portaalvoorstellen(w.als(sem))[0].aanbod
    w.doe(gemeente, zaak, "intrekking", reden="Regelt het zelf met familie")
    assert queries.portaalvoorstellen(w.als(sem)) == []
    machine = w.api(sem)
    antwoord = machine.post(f"/api/v1/schuldhulp/portaal/voorstellen/{aanbod.id}/antwoord", {"antwoord": "akkoord"}, content_type="application/json")  # fmt: skip
    assert antwoord.status_code == 404


@pytest.mark.django_db
def test_een_verzoek_aan_de_rechter_kan_terug(gemeente: w.Gemeente) -> None:
    zaak = w.geweigerd(gemeente)
    vergissing = w.doe(gemeente, zaak, "verzoek", soort="wsnp", rechtbank="Rechtbank Waterrijk")
    begonnen = w.open_dossier_buiten(w.als(gemeente.noor), vergissing.id).verzoeken[-1]
    w.doe(gemeente, zaak, "verzoekintrekking", verzoek=begonnen.id, reden="Per vergissing begonnen")
    rij = ingediend(gemeente, zaak, "287a")
    na = w.doe(gemeente, zaak, "verzoekintrekking", verzoek=rij.id, reden="De schuldeiser stemt alsnog in")
    assert na.stap == "geweigerd"
    standen = [deel.stand for deel in w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).verzoeken]
    assert standen == ["ingetrokken", "ingetrokken"]
    assert w.doe(gemeente, zaak, "terugneming", reden="Nieuw voorstel").stap == "inventarisatie"


@pytest.mark.django_db
def test_een_voorziening_heeft_een_laatste_dag_die_waarschuwt(gemeente: w.Gemeente) -> None:
    zaak = w.toegelaten(gemeente, dreiging="ontruiming")
    w.doe(
        gemeente, zaak, "inkomen", soort="loon", netto="1700,00", bewijs="loonstrook", bewijs_op=w.vandaag()
    )
    rij = ingediend(gemeente, zaak, "287-4")
    invoer = {"verzoek": rij.id, "uitkomst": "toegewezen", "op": w.vandaag()}
    with pytest.raises(Geweigerd, match="staat in de uitspraak"):
        w.doe(gemeente, zaak, "uitspraak", **invoer)
    na = w.doe(gemeente, zaak, "uitspraak", **invoer, tot=date(2027, 6, 20))
    assert na.termijnen.get(regel="voorziening-287-4").einde == date(2027, 6, 20)


@pytest.mark.django_db
def test_hervatten_laat_staan_wat_de_rechter_bepaalde(gemeente: w.Gemeente) -> None:
    zaak = w.toegelaten(gemeente, dreiging="ontruiming")
    w.doe(
        gemeente, zaak, "inkomen", soort="loon", netto="1700,00", bewijs="loonstrook", bewijs_op=w.vandaag()
    )
    rij = ingediend(gemeente, zaak, "287b")
    w.doe(
        gemeente,
        zaak,
        "uitspraak",
        verzoek=rij.id,
        uitkomst="toegewezen",
        op=w.vandaag(),
        tot=date(2027, 2, 1),
    )
    w.doe(gemeente, zaak, "opschorting", reden="De inwoner is opgenomen")
    na = w.doe(gemeente, zaak, "hervatting", reden="De inwoner is weer thuis")
    assert na.termijnen.get(regel="moratorium-287b").einde == date(2027, 2, 1)
