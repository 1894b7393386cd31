"""The whole chain of the Wams as a declaration: every party and basis that the ceilings know of.

Not installed: the scheme `wams` installs what it has pages for. Here the decisions of all of it are looked at, drafts too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.scheme import Betrokkenheid, Categorie, Overgang, Proces, Rol, Scheme, Stap
from samenhang.kernel.toegang import Beslistabel, compileer, laad_grondslagen, laad_regels
from samenhang.kernel.toegang.grondslagen import Grondslag, Plafond
from samenhang.kernel.toegang.mutatie import bevat
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import binnen
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


def _krapste(regel: Regel, wet: Grondslag, plafond: Plafond) -> bool:
    """Whether the permit stands below this ceiling, and below no narrower one of its law."""
    past = [p for p in wet.plafonds if regel.grondslag == wet.id and binnen(regel, p)]
    return plafond in past and not any(bevat(plafond, p) and p != plafond for p in past)


@cache
def wamstabel() -> Beslistabel:
    """The compiled table of this scheme alone, within those ceilings of the product that its permits stand below."""
    regels = laad_regels("wams", HIER / "toegang.toml")
    wetten = {
        naam: replace(
            wet, plafonds=tuple(p for p in wet.plafonds if any(_krapste(regel, wet, p) for regel in regels))
        )
        for naam, wet in laad_grondslagen(regelmap() / "grondslagen").items()
    }
    return compileer({"wams": SCHEME}, regels, wetten, ORGANISATIESOORTEN)


@cache
def wamswaarborgen() -> Mapping[str, Waarborgen]:
    """Its safeguards."""
    return {"wams": laad_waarborgen(wamstabel().ruimtes["wams"], HIER / "waarborgen.toml")}
