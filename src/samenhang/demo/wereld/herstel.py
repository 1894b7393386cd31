"""How a partner mends rows that were refused: the columns of a fault get the value that they should have had."""

from __future__ import annotations

from dataclasses import replace

from samenhang.demo.wereld.modellen import Levering, Regel, Signaal

_BEDRAG, _ONTSTAAN = ("bedrag_achterstand",), ("ontstaansdatum",)
_NUMMER = ("huisnummer", "huisletter", "toevoeging")
_KOLOMMEN: dict[str, tuple[str, ...]] = {
    "R05": _BEDRAG,
    "R06": _BEDRAG,
    "R07": _BEDRAG,
    "R08": _ONTSTAAN,
    "R09": _ONTSTAAN,
    "R14": _ONTSTAAN,
    "R17": ("postcode",),
    "R18": _NUMMER,
    "R19": _NUMMER,
    "R21": ("straat", *_NUMMER),
    "R33": ("betalingsregeling",),
    "R36": ("hulp_genoemd",),
}
HERSTELBAAR = frozenset(_KOLOMMEN)


def hersteld(levering: Levering) -> Levering | None:
    """A file with only the mended rows of a delivery; None when there is nothing that the partner can mend."""
    regels = tuple(_herstel(regel) for regel in levering.regels if HERSTELBAAR.intersection(regel.codes))
    return replace(levering, regels=regels) if regels else None


def _herstel(regel: Regel) -> Regel:
    goed = _zoals_het_hoort(regel.signaal)
    kolommen = {kolom for code in regel.codes for kolom in _KOLOMMEN.get(code, ())}
    beter = {kolom: goed[kolom] for kolom in sorted(kolommen) if kolom in regel.velden}
    codes = tuple(code for code in regel.codes if code not in HERSTELBAAR)
    return replace(regel, velden=regel.velden | beter, codes=codes)


def _zoals_het_hoort(signaal: Signaal) -> dict[str, str]:
    """The true value of every column that can be mended."""
    adres = signaal.adres
    return {
        "bedrag_achterstand": signaal.bedrag.draad(),
        "ontstaansdatum": signaal.ontstaansdatum.isoformat(),
        "straat": adres.straat,
        "huisnummer": str(adres.huisnummer),
        "huisletter": adres.huisletter,
        "toevoeging": adres.toevoeging,
        "postcode": adres.postcode,
        "betalingsregeling": "geen",
        "hulp_genoemd": "J",
    }
