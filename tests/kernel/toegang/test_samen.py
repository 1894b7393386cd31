"""Category tables side by side in one statement: only under a decision, and never joined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang.muur import ToegangOntbreekt
from samenhang.kernel.toegang.samen import lees_samen
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.models import Signaal
from tests.bouw import lever, maak_gemeente, rij

pytestmark = pytest.mark.django_db


def test_elke_tak_blijft_binnen_haar_personen(schrijf: Callable[..., Path]) -> None:
    gemeente = maak_gemeente()
    lever(
        gemeente,
        schrijf(
            rij(1), rij(2, achternaam="Terpstra", geboortedatum="1970-01-05", huisnummer="99", telefoon="")
        ),
    )
    een = Persoon.objects.order_by("id")[0]
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(
            gemeente.intake,
            "vroegsignalering",
            doel="aanlevering",
            leest=("naw", "contact", "signaal"),
            personen=[een.id],
        )
        samen = lees_samen(
            [model.objects.met(toegang) for model in (Naw, Contactgegeven, Signaal)], erbij=("partner__naam",)
        )
        apart = Naw.objects.met(toegang).get()
        (naw,) = samen.van(Naw, op="persoon_id")
        assert naw == apart
        assert (naw.geboortedatum, naw.huisnummer) == (apart.geboortedatum, apart.huisnummer)
        (signaal,) = samen.van(Signaal, op="datum_signaal")
        assert vars(signaal)["partner__naam"] == "Noordlicht"
        assert signaal.ontvangen == Signaal.objects.met(toegang).get().ontvangen
        with pytest.raises(ToegangOntbreekt):
            lees_samen(
                [
                    Naw.objects.met(toegang),
                    Signaal.objects.met(toegang).filter(id__in=Signaal.objects.met(toegang).values("id")),
                    Naw.objects.met(toegang).filter(
                        persoon_id__in=Contactgegeven.objects.met(toegang).values("persoon_id")
                    ),
                ]
            )
