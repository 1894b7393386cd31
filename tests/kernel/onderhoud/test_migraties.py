"""Making one model gives what making all connected models gives, and Django still works as it was read."""

from __future__ import annotations

import hashlib
import inspect
from types import FunctionType
from typing import Any

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from samenhang.kernel.onderhoud import migraties


def _model(naam: str, **velden: models.Field[Any, Any]) -> ModelState:
    return ModelState(
        "proef",
        naam,
        [("id", models.AutoField(primary_key=True)), *velden.items()],
        {"indexes": [], "constraints": []},
    )


def _relaties(staat: ProjectState) -> dict[str, object]:
    """What the models of a state know of their fields, of who points to them, and of their indexes."""
    return {
        model.__name__: (
            [
                (veld.name, veld.related_model and veld.related_model.__name__)
                for veld in model._meta.get_fields()
            ],
            [index.name for index in model._meta.indexes],
            [regel.name for regel in model._meta.constraints],
        )
        for model in staat.apps.get_models()
    }


def _bouw(staat: ProjectState) -> ProjectState:
    """Grow a state of models that are all connected, after it has been made into classes once."""
    staat.add_model(_model("Hoofd"))
    assert staat.apps
    staat.add_model(
        _model("Arm", hoofd=models.ForeignKey("proef.Hoofd", models.CASCADE, related_name="armen"))
    )
    staat.add_model(
        _model(
            "Hand",
            arm=models.OneToOneField("proef.Arm", models.CASCADE),
            ander=models.ForeignKey("self", models.CASCADE, null=True),
        )
    )
    staat.add_index("proef", "arm", models.Index(fields=["hoofd"], name="arm_hoofd"))
    staat.add_constraint("proef", "hoofd", models.UniqueConstraint(fields=["id"], name="hoofd_een"))
    staat.add_field("proef", "hoofd", "naam", models.TextField(default=""), preserve_default=True)
    return staat


def test_een_model_maken_geeft_dezelfde_relaties_als_alle_opnieuw_maken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    met_een = _relaties(_bouw(ProjectState()))
    monkeypatch.setattr(ProjectState, "add_model", migraties.ZOALS_DJANGO["add_model"])
    monkeypatch.setattr(ProjectState, "_append_option", migraties.ZOALS_DJANGO["_append_option"])
    assert met_een == _relaties(_bouw(ProjectState()))
    assert met_een["Arm"][1] == ["arm_hoofd"]  # type: ignore[index]


def test_wie_niet_verandert_wordt_niet_opnieuw_gemaakt() -> None:
    staat = ProjectState()
    staat.add_model(_model("Hoofd"))
    hoofd = staat.apps.get_model("proef", "Hoofd")
    staat.add_model(_model("Arm", hoofd=models.ForeignKey("proef.Hoofd", models.CASCADE)))
    staat.add_index("proef", "arm", models.Index(fields=["hoofd"], name="arm_hoofd"))
    assert staat.apps.get_model("proef", "Hoofd") is hoofd


@pytest.mark.parametrize(
    ("naam", "gelezen"), [("add_model", "8ba1235ceae20038"), ("_append_option", "f9de11e7fd6b3567")]
)
def test_django_doet_nog_wat_wij_van_hem_lazen(naam: str, gelezen: str) -> None:
    methode = migraties.ZOALS_DJANGO[naam]
    assert isinstance(methode, FunctionType)
    assert hashlib.sha256(inspect.getsource(methode).encode()).hexdigest()[:16] == gelezen, (
        "Django veranderde deze methode: lees haar en ADR 0052, en pas kernel/onderhoud/migraties.py aan"
    )
