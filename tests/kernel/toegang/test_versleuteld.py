"""Locked columns: text that only the vault opens, in its own row, read through a decision."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import connection, models

from samenhang.kernel.kluis import Geschonden
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.muur import onder
from samenhang.kernel.toegang.rijen import categorietabellen
from samenhang.kernel.toegang.versleuteld import VERNIETIGD, VersleuteldeTekst, kluis
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.models import Contactpoging
from tests.bouw import Gemeente
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]
GEHEIM = "Zij durft de post niet meer te openen."


@pytest.fixture(autouse=True)
def _woont_hier(gemeente: Gemeente, zaak: Zaak) -> None:
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "inwoner")


def bel(gemeente: Gemeente, zaak: Zaak, notitie: str = GEHEIM) -> None:
    poging = actions.Poging("Telefoon", date(2026, 11, 24), "Ochtend", True, notitie)
    actions.leg_contactpoging_vast(gemeente.sanne, zaak.id, poging)


@contextmanager
def mag(gemeente: Gemeente, zaak: Zaak) -> Any:
    with operatie("vroegsignalering", "contactpoging vastleggen", gemeente.sanne):
        yield toegang_tot(gemeente.sanne, zaak, schrijft=("opvolging",), leest=("opvolging",))


def ruw(toegang: Toegang) -> list[str]:
    """What the database itself holds."""
    with onder(toegang), connection.cursor() as cursor:
        cursor.execute("SELECT notitie FROM vroegsignalering_contactpoging ORDER BY id")
        return [notitie for (notitie,) in cursor.fetchall()]


def schrijf_ruw(toegang: Toegang, notitie: str, rij: Contactpoging) -> None:
    with onder(toegang), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vroegsignalering_contactpoging SET notitie = %s WHERE id = %s",
            [notitie, rij.id.hex if connection.vendor == "sqlite" else rij.id],
        )


def test_de_werker_leest_de_tekst_en_de_database_kent_haar_niet(gemeente: Gemeente, zaak: Zaak) -> None:
    bel(gemeente, zaak)
    (poging,) = queries.melding(gemeente.sanne, zaak.id).pogingen
    assert poging.notitie == GEHEIM
    with mag(gemeente, zaak) as toegang:
        (inhoud,) = ruw(toegang)
        assert "post" not in inhoud
        assert len(b64decode(inhoud)) == 1 + 12 + len(GEHEIM.encode()) + 16


def test_een_lege_tekst_blijft_leeg(gemeente: Gemeente, zaak: Zaak) -> None:
    bel(gemeente, zaak, "")
    assert queries.melding(gemeente.sanne, zaak.id).pogingen[0].notitie == ""
    with mag(gemeente, zaak) as toegang:
        assert ruw(toegang) == [""]


def test_wijzigen_versleutelt_opnieuw_en_laat_de_rest_staan(gemeente: Gemeente, zaak: Zaak) -> None:
    bel(gemeente, zaak)
    with mag(gemeente, zaak) as toegang:
        rijen = Contactpoging.objects.met(toegang)
        (eerst,) = ruw(toegang)
        assert rijen.update(vervallen_reden="verkeerde zaak", dagdeel="Middag") == 1
        rij = rijen.get()
        assert (rij.notitie, rij.vervallen_reden, rij.dagdeel) == (GEHEIM, "verkeerde zaak", "Middag")
        assert ruw(toegang) != [eerst]
        assert rijen.update(dagdeel="Avond") == 1
        assert rijen.iterator().__next__().notitie == GEHEIM


def test_een_tekst_die_naar_een_andere_rij_is_verplaatst_gaat_niet_open(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    bel(gemeente, zaak)
    bel(gemeente, zaak, "Niets bijzonders.")
    with mag(gemeente, zaak) as toegang:
        een, ander = Contactpoging.objects.met(toegang).order_by("id")
        schrijf_ruw(toegang, ruw(toegang)[0], ander)
        with pytest.raises(Geschonden):
            Contactpoging.objects.met(toegang).get(id=ander.id)
        assert Contactpoging.objects.met(toegang).get(id=een.id).notitie == GEHEIM


def test_na_vernietiging_van_de_sleutel_is_de_rij_onleesbaar(gemeente: Gemeente, zaak: Zaak) -> None:
    bel(gemeente, zaak)
    with mag(gemeente, zaak) as toegang:
        assert kluis().vernietig([kluis().merk("zaak", zaak.organisatie_id, zaak.id)]) == 1
        assert Contactpoging.objects.met(toegang).get().notitie == VERNIETIGD


@pytest.mark.parametrize(
    "omweg",
    [
        lambda rijen: list(rijen.values("notitie")),
        lambda rijen: list(rijen.values_list("notitie", flat=True)),
        lambda rijen: list(rijen.values_list("id", "notitie")),
        lambda rijen: list(rijen.filter(notitie=GEHEIM)),
        lambda rijen: rijen.voeg_in(("notitie",), [("x",)]),
    ],
)
def test_een_versleutelde_kolom_is_niet_los_te_lezen_te_zoeken_of_te_storten(
    gemeente: Gemeente, zaak: Zaak, omweg: Callable[[Any], object]
) -> None:
    bel(gemeente, zaak)
    with mag(gemeente, zaak) as toegang, pytest.raises(Exception) as fout:
        omweg(Contactpoging.objects.met(toegang))
    assert type(fout.value).__name__ in ("ToegangOntbreekt", "NietToegestaan")


def test_een_te_lange_tekst_wordt_niet_opgeslagen(gemeente: Gemeente, zaak: Zaak) -> None:
    bel(gemeente, zaak)
    with mag(gemeente, zaak) as toegang, pytest.raises(ValueError, match="500 tekens"):
        Contactpoging.objects.met(toegang).update(notitie="x" * 501)


OPEN = {
    "verstrekkingen.Weigering.besluit": "codes and rules of a decision, no words of anyone",
    "schuldhulp.Hulpvraag.dreigingen": "codes and days by which cases are put in order",
    "schuldhulp.Hulpvraag.achterstanden": "kinds and days by which cases are put in order",
    "schuldhulp.Krediet.hoogste_rente": "the norm of a day, the same for everybody",
    "vroegsignalering.Brief.naam": "sorts the bundle that is printed",
    "vroegsignalering.Brief.geadresseerde": "printed by the thousand; goes with the term of letters",
    "vroegsignalering.Brief.signalen": "printed by the thousand; goes with the term of letters",
    "vroegsignalering.Twijfelpaar.reden": "poured in by the thousand: codes of the matcher",
    "vroegsignalering.Samenvoeging.verplaatst": "numbers of rows",
    "vroegsignalering.BrpAntwoord.verschillen": "codes of what differs",
}
"""Long columns of category tables that are not locked, and why."""


def test_een_lange_vrije_tekst_in_een_categorietabel_is_versleuteld_of_heeft_een_reden() -> None:
    lang = {
        f"{model._meta.label}.{veld.name}"
        for model in categorietabellen(Categorietabel)
        for veld in model._meta.concrete_fields
        if not isinstance(veld, VersleuteldeTekst)
        and (isinstance(veld, models.TextField | models.JSONField) or (veld.max_length or 0) >= 300)
    }
    eigen = {naam for naam in lang if not naam.startswith("briefadres.")}
    assert eigen == set(OPEN)
