"""From an arrears file to an offer of help, through the actions; every look decided, logged and visible."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, transaction

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.queries import over_mij
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.personen.models import Persoon, Zoeksleutel
from samenhang.kernel.personen.zoeken import zoekwaarde
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.toegang import NietToegestaan
from samenhang.kernel.toegang.categorietabel import Categorietabel, ToegangOntbreekt
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions, queries
from tests.bouw import Gemeente, maak_gemeente
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)


def bereikt(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
    actions.leg_contactpoging_vast(
        gemeente.sanne, zaak.id, actions.Poging("Telefoon", VANDAAG, "Ochtend", True)
    )


def test_van_signaal_tot_aanbod_en_overdracht(gemeente: Gemeente, zaak: Zaak) -> None:
    bereikt(gemeente, zaak)
    actions.doe_aanbod(gemeente.sanne, zaak.id, "telefoon", VANDAAG)
    beeld = queries.melding(gemeente.sanne, zaak.id)
    actions.aanvaard(gemeente.sanne, zaak.id, beeld.personen[0].id, VANDAAG, dreiging=True)
    zaak.refresh_from_db()
    assert zaak.stap == "aanvaard"
    assert zaak.volgende_termijn == date(2026, 11, 27)
    overdracht = UitgaandeOverdracht.objects.get()
    assert (overdracht.naar_scheme, overdracht.grondslag, overdracht.ontvangen) == (
        "schuldhulp",
        "wgs-3-1-b",
        None,
    )
    actions.leg_gesprek_vast(gemeente.sanne, zaak.id)
    actions.rond_af(gemeente.sanne, zaak.id, "vervolghulp", "aangemeld")
    zaak.refresh_from_db()
    assert zaak.stap == "gesloten"
    assert zaak.volgende_termijn is None


def test_zonder_dreiging_loopt_de_termijn_vier_weken_vanaf_aanvaarding(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    bereikt(gemeente, zaak)
    actions.doe_aanbod(gemeente.sanne, zaak.id, "telefoon", VANDAAG)
    persoon = queries.melding(gemeente.sanne, zaak.id).personen[0].id
    actions.aanvaard(gemeente.sanne, zaak.id, persoon, VANDAAG, dreiging=False)
    assert zaak.termijnen.get(regel="eerste_gesprek").einde == date(2026, 12, 22)


@pytest.mark.parametrize(
    ("code", "doe"),
    [
        (
            "Z03",
            lambda g, z: actions.leg_contactpoging_vast(
                g.sanne, z.id, actions.Poging("Telefoon", VANDAAG, "Ochtend", True)
            ),
        ),
        ("Z01", lambda g, z: actions.doe_aanbod(g.sanne, z.id, "telefoon", VANDAAG)),
        ("Z02", lambda g, z: actions.rond_af(g.sanne, z.id, "geen_contact", "geprobeerd")),
        ("Z01", lambda g, z: actions.rond_af(g.sanne, z.id, "advies", "gesproken")),
        ("reden_ontbreekt", lambda g, z: actions.rond_af(g.sanne, z.id, "andere_reden", " ")),
        ("keuze_onjuist", lambda g, z: actions.rond_af(g.sanne, z.id, "verdwenen", "x")),
    ],
)
def test_wat_niet_kan_wordt_geweigerd_en_verandert_niets(
    code: str, doe: Callable[[Gemeente, Zaak], object], gemeente: Gemeente, zaak: Zaak
) -> None:
    with pytest.raises(Geweigerd) as fout:
        doe(gemeente, zaak)
    assert fout.value.code == code
    zaak.refresh_from_db()
    assert zaak.stap == "open"


def test_een_poging_in_de_toekomst_kan_niet(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
    with pytest.raises(Geweigerd, match="Z05"):
        actions.leg_contactpoging_vast(
            gemeente.sanne, zaak.id, actions.Poging("Telefoon", date(2026, 11, 25), "Ochtend", True)
        )


def test_een_collega_zonder_zaak_ziet_naam_en_adres_maar_geen_bedragen(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    beeld = queries.melding(gemeente.youssef, zaak.id)
    assert beeld.personen[0].naam
    assert beeld.personen[0].signalen == ()
    assert dict(beeld.geweigerd)["signaal"] in ("geen_grondslag", "niet_betrokken")
    with pytest.raises(NietToegestaan):
        actions.leg_contactpoging_vast(
            gemeente.youssef, zaak.id, actions.Poging("Telefoon", VANDAAG, "Ochtend", True)
        )
    assert Auditregel.objects.filter(uitkomst="geweigerd", gebruiker="youssef").count() == 1


def test_een_andere_gemeente_weet_niet_dat_de_zaak_bestaat(zaak: Zaak) -> None:
    elders = maak_gemeente("9902", "Oosterveen")
    with pytest.raises(Geweigerd) as fout:
        queries.melding(elders.sanne, zaak.id)
    assert fout.value.status == 404


def test_elke_blik_staat_in_het_logboek_van_de_inwoner(gemeente: Gemeente, zaak: Zaak) -> None:
    queries.melding(gemeente.sanne, zaak.id)
    persoon = Persoon.objects.get()
    inwoner = Actor(None, "inwoner", None, "", persoon_id=persoon.id)
    regels = over_mij(inwoner).regels
    namen = {regel.naam for regel in regels}
    assert {"aanlevering verwerken", "signalen oppakken", "melding bekijken"} <= namen
    assert all(regel.wetten for regel in regels if regel.naam == "melding bekijken")
    assert queries.mijn_zaken(inwoner)[0].beeld.personen[0].signalen[0].bedrag.draad() == "432.10"


def test_de_inwoner_maakt_bezwaar_en_het_contact_stopt(gemeente: Gemeente, zaak: Zaak) -> None:
    inwoner = Actor(None, "inwoner", None, "", persoon_id=Persoon.objects.get().id)
    actions.maak_bezwaar(inwoner, zaak.id, "ik regel het zelf")
    assert zaak.termijnen.get(regel="bezwaar").einde == date(2026, 12, 24)
    with pytest.raises(Geweigerd, match="Z08"):
        actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)


def test_de_logboeken_groeien_alleen(zaak: Zaak) -> None:
    for model in (Verwerking, Auditregel):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().update(naam="anders")
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()


def test_geen_enkele_categorietabel_gaat_open_zonder_besluit(zaak: Zaak) -> None:
    tabellen = [model for model in apps.get_models() if issubclass(model, Categorietabel)]
    assert len(tabellen) >= 10
    for model in tabellen:
        assert model.CATEGORIE
        with pytest.raises(ToegangOntbreekt):
            model.objects.all()
        with pytest.raises(ToegangOntbreekt):
            model._base_manager.first()
    with pytest.raises(ToegangOntbreekt):
        Naw(achternaam="x").save()


def test_de_teamleider_wijst_toe_en_een_ander_niet(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.wijs_toe(gemeente.teamleider, [zaak.id], gemeente.youssef.medewerker_id, "verdeling")
    with pytest.raises(Geweigerd, match="rol_ontbreekt"):
        actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "ik wil haar terug")


def test_opschorten_hervatten_en_heropenen(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.schort_op(gemeente.sanne, zaak.id, "wacht op wijkteam")
    with pytest.raises(Geweigerd, match="opgeschort"):
        actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
    actions.hervat(gemeente.sanne, zaak.id, "wijkteam klaar")
    actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
    actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "agressie")
    actions.heropen(gemeente.sanne, zaak.id, "inwoner belt terug")
    zaak.refresh_from_db()
    assert zaak.stap == "benaderen"


def test_zoeken_gaat_alleen_in_eigen_zaken(gemeente: Gemeente, zaak: Zaak) -> None:
    assert [r.nummer for r in queries.werkvoorraad(gemeente.sanne, queries.Filter(zoek="dijk"))] == [
        zaak.nummer
    ]
    assert [r.nummer for r in queries.werkvoorraad(gemeente.sanne, queries.Filter(zoek="2611ab 10"))] == [
        zaak.nummer
    ]
    assert not len(queries.werkvoorraad(gemeente.youssef, queries.Filter(zoek="Dijk")))


def test_zoeken_gaat_ook_in_eigen_taken_tot_zij_klaar_zijn(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.laat_deelnemen(gemeente.sanne, zaak.id, gemeente.youssef.medewerker_id, "belt mee")
    actions.maak_taak(gemeente.sanne, zaak.id, "bellen", None, gemeente.youssef.medewerker_id)
    gezocht = queries.Filter(zoek="Dijk")
    assert [r.nummer for r in queries.werkvoorraad(gemeente.youssef, gezocht)] == [zaak.nummer]
    taak = zaak.taken.get(soort="eigen")
    actions.rond_taak_af(gemeente.sanne, zaak.id, taak.id)
    assert not len(queries.werkvoorraad(gemeente.youssef, gezocht))


def test_in_het_register_staat_geen_naam_om_op_te_zoeken(gemeente: Gemeente, zaak: Zaak) -> None:
    """A stolen index tells nothing: without the key no value of it can be made, and each organisation has its own."""
    waarden = list(Zoeksleutel.objects.values_list("waarde", flat=True))
    assert waarden
    assert all(re.fullmatch("[0-9a-f]{32}", waarde) for waarde in waarden)
    eigen = zoekwaarde(settings.SECRET_KEY.encode(), str(gemeente.organisatie.id), "naam", "Dijk")
    assert eigen in waarden
    for sleutel, organisatie in (("andere", str(gemeente.organisatie.id)), (settings.SECRET_KEY, "elders")):
        assert zoekwaarde(sleutel.encode(), organisatie, "naam", "Dijk") not in waarden
