"""Free text about one member of a family does not carry the data of another along."""

from __future__ import annotations

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.wams.actions import onderzoek
from samenhang.schemes.wams.domain.vrije_tekst import genoemd
from tests.schemes.wams import wereld as w

DAAN, JAN = "Daan de Wit", "Jan de Wit"


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        ("Daan komt niet op school", (DAAN,)),
        ("Ruzie tussen Jan en Daan.", (DAAN, JAN)),
        ("De familie de Wit heeft huurschuld", ()),
        ("In januari kwam de brief", ()),
        ("Jan's loon", (JAN,)),
        ("", ()),
    ],
)
def test_wie_genoemd_wordt(tekst: str, wie: tuple[str, ...]) -> None:
    assert genoemd(tekst, "R. de Wit", (DAAN, JAN)) == wie


def test_wie_zelf_in_de_tekst_staat_telt_niet() -> None:
    assert genoemd("Daan komt niet op school", DAAN, (JAN,)) == ()


@pytest.mark.django_db
def test_een_aandachtspunt_noemt_geen_ander_gezinslid() -> None:
    g = w.maak_gemeente()
    zaak = w.in_onderzoek(g)
    wie, omar = w.gezin_de_wit(g, zaak), w.als(g.omar)
    punt = onderzoek.Aandachtspunt(wie["moeder"], "schulden", "Jan heeft een lening bij de bank", "de moeder")
    with pytest.raises(Geweigerd) as fout:
        onderzoek.leg_aandachtspunt_vast(omar, zaak.id, punt)
    assert fout.value.code == "ander_genoemd"
    assert fout.value.fouten[0].plaats is not None
    assert "Jan" not in w.api(g.omar).get(f"/api/v1/wams/zaken/{zaak.id}").content.decode().replace(
        "Jan de Wit", ""
    )


@pytest.mark.django_db
def test_de_conclusie_noemt_niet_wie_niet_meedoet() -> None:
    g = w.maak_gemeente()
    zaak = w.in_onderzoek(g)
    w.gezin_de_wit(g, zaak)
    conclusie = onderzoek.Conclusie(
        "Schulden en schoolverzuim door Jan", True, "De stress houdt Daan van school, elke dag."
    )
    with pytest.raises(Geweigerd) as fout:
        onderzoek.concludeer(w.als(g.omar), zaak.id, conclusie)
    assert fout.value.code == "ander_genoemd"
    zaak.refresh_from_db()
    assert zaak.stap == "onderzoek"
