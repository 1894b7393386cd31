"""Organisations and who works there: their numbers, their namesakes, roles that begin and end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.nummers import controleer_nummers, elfproef
from samenhang.kernel.organisaties.queries import actor_bij_bewijs, actor_van, hoedanigheden, rollen_op

VANDAAG = date(2026, 11, 24)
GISTEREN = VANDAAG - timedelta(days=1)
TOOI = "https://identifier.overheid.nl/tooi/id/"


@pytest.mark.parametrize(
    "nummers",
    [
        {"kvk": "68750110"},
        {"rsin": "822477348", "oin": "00000001822477348000"},
        {"kvk": "99990021", "oin": "00000003999900210000"},
        {"oin": "00000004194049711000"},
        {"oin": "00000007AB1200000000"},
        {"soort": "gemeente", "gemeentecode": "0373", "tooi": f"{TOOI}gemeente/gm0373"},
        {"soort": "gemeente", "gemeentecode": "0893", "oin": "00000099000008930000"},
        {"tooi": f"{TOOI}ministerie/mnre1034"},
    ],
)
def test_goede_nummers_mogen(nummers: dict[str, str]) -> None:
    controleer_nummers(**nummers)


@pytest.mark.parametrize(
    ("nummers", "veld"),
    [
        ({"kvk": "6875011"}, "kvk"),
        ({"kvk": "00000000"}, "kvk"),
        ({"kvk": "6875011x"}, "kvk"),
        ({"kvk": "٦٨٧٥٠١١٠"}, "kvk"),
        ({"rsin": "822477349"}, "rsin"),
        ({"rsin": "000000000"}, "rsin"),
        ({"oin": "00000001822477349000"}, "oin"),
        ({"oin": "00000001822477348001"}, "oin"),
        ({"oin": "0000000182247734800"}, "oin"),
        ({"oin": "00000012822477348000"}, "oin"),
        ({"oin": "00000003999900210001"}, "oin"),
        ({"oin": "00000001822477348000", "rsin": "002564440"}, "oin"),
        ({"oin": "00000003999900210000", "kvk": "99990022"}, "oin"),
        ({"soort": "gemeente"}, "gemeentecode"),
        ({"soort": "gemeente", "gemeentecode": "0000"}, "gemeentecode"),
        ({"soort": "gemeente", "gemeentecode": "37"}, "gemeentecode"),
        ({"soort": "verhuurder", "gemeentecode": "0373"}, "gemeentecode"),
        ({"soort": "gemeente", "gemeentecode": "0373", "tooi": f"{TOOI}gemeente/gm0893"}, "tooi"),
        ({"tooi": "http://identifier.overheid.nl/tooi/id/gemeente/gm0373"}, "tooi"),
        ({"tooi": "javascript:alert(1)"}, "tooi"),
    ],
)
def test_een_onmogelijk_nummer_wordt_met_zijn_plek_geweigerd(nummers: dict[str, str], veld: str) -> None:
    with pytest.raises(Geweigerd) as weigering:
        controleer_nummers(**nummers)
    assert veld in {fout.plaats.kolom for fout in weigering.value.fouten}
    for fout in weigering.value.fouten:
        assert fout.tekst.nl.startswith(f"{fout.plaats.kolom}:")
        assert fout.tekst.nl != fout.tekst.en


def test_alle_fouten_worden_in_een_keer_genoemd() -> None:
    with pytest.raises(Geweigerd) as weigering:
        controleer_nummers(soort="gemeente", kvk="1", rsin="2", oin="3", tooi="4", gemeentecode="5")
    assert [fout.plaats.kolom for fout in weigering.value.fouten] == [
        "kvk",
        "rsin",
        "gemeentecode",
        "oin",
        "tooi",
    ]


@given(st.integers(min_value=1, max_value=99_999_999))
def test_een_cijfer_anders_haalt_de_elfproef_niet(basis: int) -> None:
    begin = f"{basis:08d}"
    rest = sum(int(c) * g for c, g in zip(begin, range(9, 1, -1), strict=True)) % 11
    if rest == 10:
        return
    goed = f"{begin}{rest}"
    assert elfproef(goed)
    for plek in range(9):
        fout = goed[:plek] + str((int(goed[plek]) + 1) % 10) + goed[plek + 1 :]
        assert not elfproef(fout) or fout == "000000000"


@pytest.mark.django_db
def test_twee_gemeenten_die_bergen_heten_zijn_uit_elkaar_te_houden() -> None:
    limburg = Organisatie.objects.create(soort="gemeente", naam="Bergen", gemeentecode="0893")
    holland = Organisatie.objects.create(soort="gemeente", naam="Bergen", gemeentecode="0373")
    zonder = [Organisatie.objects.create(soort="verhuurder", naam="Bergen") for _ in range(2)]
    namen = {rij.onderscheidend for rij in (limburg, holland, *zonder)}
    assert len(namen) == 4
    assert "Bergen (GM0373)" in namen


@pytest.mark.django_db
class TestRollen:
    """A role gives something from its first day up to and including its last, and nothing after."""

    def maak(self, van: date, tot: date | None = None, werkt_tot: date | None = None) -> Medewerker:
        gemeente = Organisatie.objects.create(soort="gemeente", naam="Waterrijk", gemeentecode="9901")
        gebruiker = Gebruiker.objects.create_user("sanne@test.invalid", naam="Sanne")
        medewerker = Medewerker.objects.create(
            gebruiker=gebruiker, organisatie=gemeente, naam="Sanne", van=date(2026, 1, 1), tot=werkt_tot
        )
        Rolvervulling.objects.create(
            medewerker=medewerker, scheme="vroegsignalering", rol="teamleider", van=van, tot=tot
        )
        return medewerker

    @pytest.mark.parametrize(
        ("van", "tot", "geldt"),
        [
            (VANDAAG, None, True),
            (VANDAAG, VANDAAG, True),
            (date(2026, 1, 1), GISTEREN, False),
            (VANDAAG + timedelta(days=1), None, False),
        ],
    )
    def test_de_dagen(self, van: date, tot: date | None, geldt: bool) -> None:
        medewerker = self.maak(van, tot)
        assert bool(rollen_op(medewerker.id, VANDAAG)) is geldt
        assert actor_van(medewerker.gebruiker, VANDAAG).heeft_rol("vroegsignalering", "teamleider") is geldt

    def test_wie_hier_niet_meer_werkt_is_niemand(self) -> None:
        medewerker = self.maak(date(2026, 1, 1), werkt_tot=GISTEREN)
        actor = actor_van(medewerker.gebruiker, VANDAAG)
        assert actor.organisatie_id is None
        assert actor.rollen == {}
        assert hoedanigheden(medewerker.gebruiker, GISTEREN) == [medewerker]

    def test_een_organisatie_die_stopt_neemt_haar_mensen_mee(self) -> None:
        medewerker = self.maak(date(2026, 1, 1))
        Organisatie.objects.update(actief=False)
        assert actor_van(medewerker.gebruiker, VANDAAG).organisatie_id is None

    def test_een_bewijs_leeft_niet_langer_dan_de_dag_waarvoor_zijn_rollen_gelden(self) -> None:
        medewerker = self.maak(date(2026, 1, 1), tot=VANDAAG)
        sleutel, geheim = maak_sleutel(medewerker, "nachtelijke levering")
        laat = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)  # 23:30 in the Netherlands
        bewijs, seconden, _ = geef_bewijs(sleutel.id, geheim, laat)
        assert seconden == 30 * 60
        actor = actor_bij_bewijs(bewijs, laat + timedelta(minutes=29))
        assert actor is not None
        assert actor.heeft_rol("vroegsignalering", "teamleider")
        assert actor_bij_bewijs(bewijs, laat + timedelta(minutes=31)) is None
        later, *_ = geef_bewijs(sleutel.id, geheim, laat + timedelta(minutes=31))
        nieuwe = actor_bij_bewijs(later, laat + timedelta(minutes=32))
        assert nieuwe is not None
        assert nieuwe.rollen == {}

    @pytest.mark.parametrize("wat", ["account", "dienstverband", "organisatie"])
    def test_een_bewijs_eindigt_met_wat_erachter_staat(self, wat: str) -> None:
        medewerker = self.maak(date(2026, 1, 1))
        sleutel, geheim = maak_sleutel(medewerker, "koppeling")
        nu = datetime(2026, 11, 24, 9, tzinfo=UTC)
        bewijs, *_ = geef_bewijs(sleutel.id, geheim, nu)
        assert actor_bij_bewijs(bewijs, nu) is not None
        if wat == "account":
            Gebruiker.objects.update(is_active=False)
        elif wat == "dienstverband":
            Medewerker.objects.update(tot=GISTEREN)
        else:
            Organisatie.objects.update(actief=False)
        assert actor_bij_bewijs(bewijs, nu) is None
