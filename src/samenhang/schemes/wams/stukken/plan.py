"""The plan as a paper of two pages: goals and agreements made of phrases, and no free text about anybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import maak_pdf
from samenhang.schemes.wams.domain.leefgebieden import PARTIJEN
from samenhang.schemes.wams.domain.planzinnen import DOELEN, PLANZINNEN
from samenhang.schemes.wams.models import Afspraak, Doel

PAGINA: Final = Path(__file__).parent / "plan.typ"
ZINNEN: Final = {zin.naam: zin.tekst for zin in PLANZINNEN}


@dataclass(frozen=True, slots=True)
class Plangegevens:
    """What the paper says: `namen` of those whose goals are in it, `gezin` of all who belong to the family."""

    nummer: str
    gemeente: str
    coordinator: str
    gezin: Sequence[str]
    namen: Mapping[UUID, str]
    doelen: Sequence[Doel]
    afspraken: Sequence[Afspraak]
    overleg: date | None
    dag: date


def zet(plan: Plangegevens, taal: str) -> bytes:
    """The PDF/UA-1 of a plan, in Dutch or English."""
    taal = "en" if taal == "en" else "nl"

    def t(nl: str, en: str) -> str:
        return Tekst(nl, en).in_taal(taal)

    def dag(wanneer: date | None) -> str:
        return voluit(wanneer, taal) if wanneer else ""

    def rij(afspraak: Afspraak, met_wie: bool) -> list[str]:
        stand = t("nagekomen", "kept") if afspraak.klaar else t("open", "open")
        wie = [_hoofdletter(PARTIJEN[afspraak.wie].in_taal(taal))] if met_wie else []
        return [*wie, ZINNEN[afspraak.zin].in_taal(taal), dag(afspraak.uiterlijk), stand]

    def titel(doel: Doel) -> str:
        return f"{plan.namen.get(doel.persoon_id, '')}: {DOELEN[doel.doel].in_taal(taal)}".removeprefix(": ")

    kenmerken = [
        (t("Nummer", "Number"), plan.nummer),
        (t("Gezin", "Family"), ", ".join(plan.gezin)),
        (t("Coördinator", "Coordinator"), plan.coordinator),
        (t("Volgend overleg", "Next meeting"), dag(plan.overleg)),
        (t("Gemaakt op", "Made on"), dag(plan.dag)),
    ]
    gegevens: dict[str, Any] = {
        "titel": t("Ons plan", "Our plan"),
        "taal": taal,
        "gemeente": plan.gemeente,
        "voet": f"{t('Plan', 'Plan')} {plan.nummer}",
        "kenmerken": [{"naam": naam, "waarde": waarde} for naam, waarde in kenmerken if waarde],
        "koppen": {
            "doelen": t("Wat wij willen bereiken", "What we want to reach"),
            "wie": t("Wie doet wat", "Who does what"),
            "geen": t("Er staan nog geen doelen in het plan.", "There are no goals in the plan yet."),
            "kolommen": [t("Wie", "Who"), t("Wat", "What"), t("Uiterlijk", "By"), t("Stand", "State")],
        },
        "doelen": [
            {"titel": titel(doel), "afspraken": [rij(a, True) for a in plan.afspraken if a.doel_id == doel.id]}
            for doel in plan.doelen
        ],
        "partijen": [
            {"naam": _hoofdletter(naam.in_taal(taal)), "afspraken": van_partij}
            for partij, naam in PARTIJEN.items()
            if (van_partij := [rij(a, False) for a in plan.afspraken if a.wie == partij])
        ],
        "blokken": [
            {
                "kop": t("Verandert er iets?", "Does something change?"),
                "alineas": [
                    t(
                        "Laat het uw coördinator weten. Iedereen blijft zelf verantwoordelijk voor zijn eigen afspraak.",
                        "Tell your coordinator. Everybody stays answerable for his own agreement.",
                    )
                ],
            },
            {
                "kop": t("Bent u het er niet mee eens?", "Do you disagree?"),
                "alineas": [
                    t(
                        "U kunt bezwaar maken en uw toestemming intrekken, op uw eigen pagina of bij uw coördinator. Het plan staat dan stil tot wij hebben beslist, binnen een maand.",
                        "You can object and withdraw your consent, on your own page or with your coordinator. The plan then stands still until we have decided, within a month.",
                    )
                ],
            },
        ],
    }  # fmt: skip
    return maak_pdf(PAGINA, gegevens, plan.dag)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
