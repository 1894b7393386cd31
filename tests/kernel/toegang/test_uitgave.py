"""What goes out of a category table is made from the table: schema, kinds and values; copied by hand fails the build."""

from __future__ import annotations

import ast
import json
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from samenhang.api.api import api
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.controle import categorietabellen, controleer
from samenhang.kernel.toegang.uitgave import uitgave
from samenhang.schemes.schuldhulp.models import Hulpvraag
from samenhang.schemes.wams import uitgaven
from samenhang.schemes.wams.models import Doel

NAAM = uitgave(Naw, "achternaam", "geboortedatum", persoon="persoon_id")


def test_de_soorten_komen_van_de_kolommen() -> None:
    assert dict(NAAM.soorten) == {"achternaam": str, "geboortedatum": date | None, "persoon": UUID}
    assert NAAM.categorie == "naw"


def test_een_rij_geeft_alleen_wat_is_gekozen() -> None:
    rij = Naw(
        persoon_id=UUID(int=7), achternaam="De Wit", woonplaats="Waterrijk", geboortedatum=date(1984, 3, 1)
    )
    assert NAAM.document(rij) == {
        "achternaam": "De Wit",
        "geboortedatum": date(1984, 3, 1),
        "persoon": UUID(int=7),
    }
    with pytest.raises(TypeError, match="Contactgegeven is geen Naw"):
        NAAM.document(Contactgegeven())


@pytest.mark.parametrize(
    ("model", "kolom", "fout"),
    [(Naw, "bijnaam", "heeft geen kolom bijnaam"), (Hulpvraag, "dreigingen", "geen vorm naar buiten")],
)
def test_wat_niet_bestaat_of_onbekende_inhoud_heeft_kan_niet_naar_buiten(
    model: type[Categorietabel], kolom: str, fout: str
) -> None:
    with pytest.raises(ValueError, match=fout):
        uitgave(model, kolom)


def test_een_schema_wordt_gemaakt_en_houdt_eigen_velden() -> None:
    @uit_categorie(NAAM)
    class ProefUit(CategorieUitvoer):
        """A person."""

        leeftijd: int

    uit = ProefUit.van_rij(Naw(persoon_id=UUID(int=7), achternaam="De Wit"), leeftijd=42)
    assert uit.model_dump(by_alias=True) == {
        "leeftijd": 42,
        "achternaam": "De Wit",
        "geboortedatum": None,
        "persoon": UUID(int=7),
    }
    assert ProefUit.__name__ == "ProefUit"
    assert ProefUit.model_json_schema()["properties"]["geboortedatum"]["anyOf"][0]["format"] == "date"


def test_de_beschrijving_van_de_api_volgt_de_tabel() -> None:
    delen = json.loads(json.dumps(api.get_openapi_schema()))["components"]["schemas"]
    assert set(delen["WamsDoelUit"]["properties"]) == set(uitgaven.DOEL.velden)
    assert "gelezenOp" in delen["WamsPlanafspraakUit"]["properties"]
    assert set(delen["WamsDoelUit"]["required"]) == set(uitgaven.DOEL.velden)
    assert delen["WamsDoelUit"]["properties"]["persoon"]["format"] == "uuid"
    assert set(delen["Kant"]["properties"]) >= {"partner", "eigen", "achternaam"}


def test_de_controle_kent_elke_categorietabel() -> None:
    """The check reads source; what Django knows at run time is the measure of it."""
    gekend = {naam for _, naam in categorietabellen()}
    klassen, te_gaan = set(), [Categorietabel]
    while te_gaan:
        klasse = te_gaan.pop()
        te_gaan += klasse.__subclasses__()
        if klasse.__module__.startswith("samenhang.") and klasse is not Categorietabel:
            klassen.add(klasse.__name__)
    assert klassen <= gekend
    assert len(klassen) > 40
    assert {"doel", "oordeel", "persoon"} <= next(
        deel.kolommen for deel in categorietabellen().values() if deel.naam == Doel.__name__
    )


def test_elk_schema_van_de_eigen_deuren_over_mensen_is_gemaakt() -> None:
    bron = Path(__file__).parents[3] / "src"
    assert not [regel for regel in controleer(bron) if "toegang-6" in regel or "toegang-7" in regel]
    gemaakt = [
        knoop.name
        for pad in bron.rglob("api*.py")
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.ClassDef)
        and "uit_categorie" in "".join(map(ast.unparse, knoop.decorator_list))
    ] + [
        knoop.name
        for pad in bron.rglob("api/*.py")
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.ClassDef)
        and "uit_categorie" in "".join(map(ast.unparse, knoop.decorator_list))
    ]
    assert len(set(gemaakt)) >= 14
