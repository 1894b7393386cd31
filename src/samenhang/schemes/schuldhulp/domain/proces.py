"""The steps of a case, from request to discharge. Pure.

`GAAT_LOPEN` and `IS_GEHAALD` tie the statutory terms to the steps: what starts to run on arrival, and what is met.
"""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import ALLE, Overgang, Proces, Stap
from samenhang.schemes.schuldhulp.domain import bewakers as b

CONSULENT = ("schuldhulpverlener",)
BEZWAAR = ("bezwaarbehandelaar",)

HOOFDWEG: Final = (
    "gemeld",
    "gesprek_gevoerd",
    "toegelaten",
    "stabilisatie",
    "inventarisatie",
    "voorstel",
    "akkoord",
)
REGELINGEN: Final = ("borg_aangevraagd", "krediet_actief", "krediet_achterstand", "sparen", "lopend")
RECHTER: Final = ("geweigerd", "dwangakkoord_verzocht", "wsnp_verzocht", "wsnp")
SLOT: Final = ("afgerond_kwijting", "nazorg")
LOPENDE_STAPPEN: Final = (*HOOFDWEG, *REGELINGEN, *RECHTER, *SLOT)
AFGEROND: Final = ("besluit_afgewezen", "uitgestroomd", "ingetrokken", "overleden", "beeindigd")

ZAAK = Proces(
    naam="hulpverlening",
    stappen=(
        Stap("gemeld", Tekst("Gemeld", "Reported"), begin=True),
        Stap("gesprek_gevoerd", Tekst("Gesprek gevoerd", "First talk held")),
        Stap("toegelaten", Tekst("Toegelaten", "Admitted")),
        Stap("stabilisatie", Tekst("Stabilisatie", "Stabilisation")),
        Stap("inventarisatie", Tekst("Inventarisatie", "Inventory")),
        Stap("voorstel", Tekst("Voorstel gestuurd", "Proposal sent")),
        Stap("akkoord", Tekst("Akkoord", "Agreed")),
        Stap("geweigerd", Tekst("Voorstel geweigerd", "Proposal refused")),
        Stap("dwangakkoord_verzocht", Tekst("Dwangakkoord gevraagd", "Imposed consent asked")),
        Stap("wsnp_verzocht", Tekst("Wsnp gevraagd", "Court route asked")),
        Stap("wsnp", Tekst("In de Wsnp", "In the court route")),
        Stap("borg_aangevraagd", Tekst("Borg gevraagd", "Guarantee asked")),
        Stap("krediet_actief", Tekst("Krediet loopt", "Credit runs")),
        Stap("krediet_achterstand", Tekst("Achterstand op krediet", "Credit in arrears")),
        Stap("sparen", Tekst("Sparen", "Saving")),
        Stap("lopend", Tekst("Regeling loopt", "Arrangement runs")),
        Stap("afgerond_kwijting", Tekst("Kwijting", "Discharge")),
        Stap("nazorg", Tekst("Nazorg", "Aftercare")),
        Stap("besluit_afgewezen", Tekst("Afgewezen", "Refused"), eind=True),
        Stap("uitgestroomd", Tekst("Uitgestroomd", "Left"), eind=True),
        Stap("ingetrokken", Tekst("Ingetrokken", "Withdrawn"), eind=True),
        Stap("overleden", Tekst("Overleden", "Deceased"), eind=True),
        Stap("beeindigd", Tekst("Beëindigd", "Ended"), eind=True),
        Stap("vernietigd", Tekst("Vernietigd", "Destroyed"), eind=True),
    ),
    overgangen=(
        Overgang("gesprek_voeren", Tekst("Eerste gesprek gevoerd", "First talk held"), ("gemeld",), "gesprek_gevoerd", CONSULENT),
        Overgang("afwijzen", Tekst("Aanvraag afgewezen", "Application refused"), ("gesprek_gevoerd",), "besluit_afgewezen", CONSULENT, (b.besluit_genomen,)),
        Overgang("toelaten", Tekst("Toegelaten tot schuldhulp", "Admitted to debt assistance"), ("gesprek_gevoerd",), "toegelaten", CONSULENT, (b.besluit_genomen, b.plan_vast)),
        Overgang("stabiliseren", Tekst("Stabilisatie begonnen", "Stabilisation begun"), ("toegelaten",), "stabilisatie", CONSULENT, (b.inkomen_bekend,)),
        Overgang("inventariseren", Tekst("Inventarisatie begonnen", "Inventory begun"), ("stabilisatie",), "inventarisatie", CONSULENT, (b.gestabiliseerd,)),
        Overgang("voorstellen", Tekst("Voorstel aan alle schuldeisers", "Proposal to all creditors"), ("inventarisatie",), "voorstel", CONSULENT, (b.schulden_bekend, b.niets_betwist, b.berekend)),
        Overgang("terugnemen", Tekst("Voorstel teruggenomen", "Proposal taken back"), ("voorstel", "geweigerd"), "inventarisatie", CONSULENT),
        Overgang("akkoord_vaststellen", Tekst("Alle schuldeisers akkoord", "All creditors agreed"), ("voorstel",), "akkoord", CONSULENT, (b.allen_akkoord,)),
        Overgang("weigering_vaststellen", Tekst("Voorstel geweigerd", "Proposal refused"), ("voorstel",), "geweigerd", CONSULENT, (b.iemand_weigert,)),
        Overgang("dwangakkoord_vragen", Tekst("Dwangakkoord gevraagd", "Imposed consent asked"), ("geweigerd",), "dwangakkoord_verzocht", CONSULENT, (b.dossier_volledig,)),
        Overgang("wsnp_vragen", Tekst("Wsnp gevraagd", "Court route asked"), ("geweigerd",), "wsnp_verzocht", CONSULENT, (b.dossier_volledig,)),
        Overgang("verzoek_intrekken", Tekst("Verzoek aan de rechter ingetrokken", "Request to the court withdrawn"), ("dwangakkoord_verzocht", "wsnp_verzocht"), "geweigerd", CONSULENT),
        Overgang("dwangakkoord_krijgen", Tekst("Dwangakkoord toegewezen", "Imposed consent granted"), ("dwangakkoord_verzocht",), "akkoord", CONSULENT, (b.toegewezen,)),
        Overgang("dwangakkoord_missen", Tekst("Dwangakkoord afgewezen", "Imposed consent refused"), ("dwangakkoord_verzocht",), "wsnp_verzocht", CONSULENT, (b.afgewezen,)),
        Overgang("wsnp_krijgen", Tekst("Toegelaten tot de Wsnp", "Admitted to the court route"), ("wsnp_verzocht",), "wsnp", CONSULENT, (b.toegewezen,)),
        Overgang("wsnp_missen", Tekst("Niet toegelaten tot de Wsnp", "Not admitted to the court route"), ("wsnp_verzocht",), "beeindigd", CONSULENT, (b.afgewezen, b.besluit_genomen)),
        Overgang("wsnp_afronden", Tekst("Wsnp afgerond", "Court route finished"), ("wsnp",), "nazorg", CONSULENT, (b.volbracht,)),
        Overgang("uitspraak_terugnemen", Tekst("Uitspraak over het dwangakkoord was een vergissing", "Judgment on imposed consent was a mistake"), ("akkoord", "wsnp_verzocht"), "dwangakkoord_verzocht", CONSULENT),
        Overgang("toelating_terugnemen", Tekst("Toelating tot de Wsnp was een vergissing", "Admission to the court route was a mistake"), ("wsnp",), "wsnp_verzocht", CONSULENT),
        Overgang("schone_lei_terugnemen", Tekst("Schone lei was een vergissing", "Clean slate was a mistake"), ("nazorg",), "wsnp", CONSULENT),
        Overgang("borg_vragen", Tekst("Borg gevraagd", "Guarantee asked"), ("akkoord",), "borg_aangevraagd", CONSULENT, (b.is_krediet,)),
        Overgang("borg_missen", Tekst("Borg afgewezen", "Guarantee refused"), ("borg_aangevraagd",), "akkoord", CONSULENT),
        Overgang("borg_terugnemen", Tekst("Antwoord van het Waarborgfonds was een vergissing", "Answer of the guarantee fund was a mistake"), ("akkoord",), "borg_aangevraagd", CONSULENT, (b.is_krediet,)),
        Overgang("krediet_starten", Tekst("Krediet begonnen", "Credit begun"), ("borg_aangevraagd",), "krediet_actief", CONSULENT, (b.borg_afgegeven, b.allen_akkoord)),
        Overgang("sparen", Tekst("Sparen begonnen", "Saving begun"), ("akkoord",), "sparen", CONSULENT, (b.is_bemiddeling,)),
        Overgang("lopen", Tekst("Regeling zonder afloscapaciteit begonnen", "Arrangement without capacity begun"), ("akkoord",), "lopend", CONSULENT, (b.is_zonder_capaciteit,)),
        Overgang("achterlopen", Tekst("Achterstand op het krediet", "Credit in arrears"), ("krediet_actief",), "krediet_achterstand", (*CONSULENT, "systeem"), (b.achterstand,)),
        Overgang("inlopen", Tekst("Achterstand geregeld", "Arrears arranged"), ("krediet_achterstand",), "krediet_actief", (*CONSULENT, "systeem"), (b.hersteld,)),
        Overgang("kwijten", Tekst("Kwijting: de schulden zijn weg", "Discharge: the debts are gone"), ("krediet_actief", "sparen", "lopend"), "afgerond_kwijting", CONSULENT, (b.volbracht,)),
        Overgang("nazorg_beginnen", Tekst("Nazorg begonnen", "Aftercare begun"), ("afgerond_kwijting",), "nazorg", CONSULENT),
        Overgang("uitstromen", Tekst("Uitgestroomd", "Left"), ("nazorg",), "uitgestroomd", CONSULENT, (b.nazorg_gegeven,)),
        Overgang("intrekken", Tekst("Aanvraag ingetrokken door de inwoner", "Withdrawn by the resident"), ALLE, "ingetrokken", CONSULENT),
        Overgang("overlijden", Tekst("De inwoner is overleden", "The resident died"), ALLE, "overleden", CONSULENT),
        Overgang("beeindigen", Tekst("Schuldhulp beëindigd", "Debt assistance ended"), ALLE, "beeindigd", CONSULENT, (b.besluit_genomen,)),
        Overgang("afwijzing_herroepen", Tekst("Afwijzing herroepen na bezwaar", "Refusal revoked after an objection"), ("besluit_afgewezen",), "gesprek_gevoerd", BEZWAAR, (b.besluit_genomen,)),
        Overgang("beeindiging_herroepen", Tekst("Beëindiging herroepen na bezwaar", "Ending revoked after an objection"), ("beeindigd",), "toegelaten", BEZWAAR, (b.besluit_genomen,)),
        Overgang("vernietigen", Tekst("Vernietigd", "Destroyed"), AFGEROND, "vernietigd", ("systeem",)),
    ),
)  # fmt: skip

GAAT_LOPEN: Final = {
    "gesprek_gevoerd": "beslistermijn",
    "inventarisatie": "schuldeiser-reactie",
    "voorstel": "voorstel-reactie",
    "krediet_actief": "schuldregeling",
    "krediet_achterstand": "achterstand-contact",
    "sparen": "schuldregeling",
    "lopend": "schuldregeling",
    "wsnp": "wsnp",
    "nazorg": "nazorg",
}
"""The term that starts on arrival in a step."""
IS_GEHAALD: Final = {
    "gesprek_gevoerd": ("eerste-gesprek", "eerste-gesprek-dreigend"),
    "toegelaten": ("beslistermijn",),
    "besluit_afgewezen": ("beslistermijn",),
    "voorstel": ("schuldeiser-reactie",),
    "inventarisatie": ("voorstel-reactie",),
    "akkoord": ("voorstel-reactie",),
    "geweigerd": ("voorstel-reactie",),
    "krediet_actief": ("achterstand-contact",),
    "afgerond_kwijting": (
        "schuldregeling",
        "krediettermijn",
        "spaartermijn",
        "hercontrole",
        "achterstand-contact",
    ),
    "nazorg": ("wsnp",),
    "uitgestroomd": ("nazorg",),
}
"""The terms that are met on arrival in a step."""
