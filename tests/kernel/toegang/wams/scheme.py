"""The Wams as a declaration: roles, purposes, steps and categories. Not installed; only its decisions are looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.scheme import Betrokkenheid, Categorie, Overgang, Proces, Rol, Scheme, Stap
from samenhang.kernel.toegang import Beslistabel, compileer, laad_grondslagen, laad_regels
from samenhang.kernel.toegang.waarborgen import Waarborgen, laad_waarborgen

HIER = Path(__file__).parent
ORGANISATIESOORTEN = (
    "gemeente", "kredietbank", "verhuurder", "school", "zorgaanbieder", "ggz", "politie", "justitie", "veilig_thuis",
    "zorgverzekeraar", "energieleverancier", "uitvoeringsorganisatie", "toezichthouder", "anders",
)  # fmt: skip


@dataclass(frozen=True)
class GeenFeiten:
    """This declaration has no guards."""


def _t(naam: str) -> Tekst:
    return Tekst(naam, naam)


STAPPEN = (
    "melding", "triage", "onderzoek", "onderzoek_ambtshalve", "conclusie", "regie", "plan", "casusoverleg",
    "uitvoering", "evaluatie", "afschalen", "doorgeleid", "afgesloten", "vernietigd",
)  # fmt: skip
ROLLEN = {
    "melder": (
        "gemeente",
        "school",
        "zorgaanbieder",
        "ggz",
        "verhuurder",
        "politie",
        "kredietbank",
        "veilig_thuis",
    ),
    "meldpunt": ("gemeente",),
    "onderzoeker": ("gemeente",),
    "coordinator": ("gemeente",),
    "wmo_consulent": ("gemeente",),
    "jeugdconsulent": ("gemeente",),
    "inkomensconsulent": ("gemeente",),
    "schuldhulpverlener": ("gemeente", "kredietbank"),
    "deelnemer": ("school", "zorgaanbieder", "ggz", "verhuurder", "politie", "justitie", "veilig_thuis"),
    "teamleider": ("gemeente",),
    "fg": ("gemeente",),
    "auditor": ("gemeente", "toezichthouder"),
    "beheerder": ("gemeente",),
    "vertegenwoordiger": ("",),
}
SCHEME = Scheme(
    naam="wams",
    titel=_t("Wams"),
    doel="plan",
    doelen=(
        "melden", "triage", "onderzoek", "onderzoek_ambtshalve", "casusoverleg", "uitvoering", "veilig_thuis", "nood",
        "leiding", "inzage", "toezicht", "vernietiging",
    ),
    zaak=Proces(
        "zaak",
        tuple(Stap(naam, _t(naam), begin=naam == "melding", eind=naam in ("doorgeleid", "vernietigd")) for naam in STAPPEN),
        (Overgang("verder", _t("verder"), ("melding",), "triage"),),
    ),
    rollen=tuple(Rol(naam, _t(naam), soorten) for naam, soorten in ROLLEN.items()),
    categorieen=tuple(
        Categorie(naam, _t(naam))
        for naam in (
            "bsn", "melding", "gezin", "wonen", "onderwijs", "inkomen", "schuldbestaan", "schulden", "voorzieningen", "hulp",
            "gezondheid", "veiligheid", "politie", "justitie", "afspraken", "betrokkenheid", "betrokkenheid_gevoelig",
        )
    ),
    nummerletters="WA",
    feiten=GeenFeiten,
    betrokkenheden=(
        Betrokkenheid("coordinator", _t("is de aangewezen coördinator")),
        Betrokkenheid("deelnemer", _t("doet mee in het casusoverleg")),
        Betrokkenheid("vertegenwoordigt", _t("vertegenwoordigt de inwoner")),
    ),
)  # fmt: skip


@cache
def wamstabel() -> Beslistabel:
    """The compiled table of this scheme alone, within the ceilings of the product."""
    regels = laad_regels("wams", HIER / "toegang.toml")
    return compileer(
        {"wams": SCHEME}, regels, laad_grondslagen(regelmap() / "grondslagen"), ORGANISATIESOORTEN
    )


@cache
def wamswaarborgen() -> Mapping[str, Waarborgen]:
    """Its safeguards."""
    return {"wams": laad_waarborgen(wamstabel().ruimtes["wams"], HIER / "waarborgen.toml")}
