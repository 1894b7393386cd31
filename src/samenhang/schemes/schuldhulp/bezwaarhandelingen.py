"""The verbs on an objection, as data: each door makes its form, body or options from them."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.schuldhulp import bezwaartijd, queries
from samenhang.schemes.schuldhulp.actions import bezwaar, bezwaarbeslissing

_ALLE = (
    Handeling("bezwaarontvangst", Tekst("Leg een bezwaar vast", "Record an objection"), Tekst("De beslistermijn loopt vanaf de dag na de bezwaartermijn. Het besluit blijft gelden (Awb 6:16).", "The term to decide runs from the day after the term for objecting. The decision stays in force (Awb 6:16)."), bezwaar.Indiening, bezwaar.ontvang, nieuw=True),
    Handeling("aanvulvraag", Tekst("Vraag een aanvulling", "Ask for an addition"), Tekst("De inwoner krijgt een brief. De termijn staat stil tot de aanvulling er is, of tot die dag (Awb 7:10 lid 2).", "The resident gets a letter. The term stands still until it came in, or until that day (Awb 7:10 lid 2)."), bezwaartijd.Herstelvraag, bezwaar.vraag_herstel, vooraf=queries.bezwaarbrief_vooraf),
    Handeling("aanvulling", Tekst("Leg de aanvulling vast", "Record the addition"), Tekst("De termijn loopt verder.", "The term runs on."), bezwaar.Herstel, bezwaar.ontvang_herstel),
    Handeling("adviescommissie", Tekst("Laat een commissie adviseren", "Let a committee advise"), Tekst("De termijn is dan twaalf weken. De inwoner krijgt een brief (Awb 7:13).", "The term is twelve weeks then. The resident gets a letter (Awb 7:13)."), bezwaartijd.Adviesvraag, bezwaar.stel_commissie_in, vooraf=queries.bezwaarbrief_vooraf),
    Handeling("verdaging", Tekst("Verdaag de beslissing", "Put the decision off"), Tekst("De inwoner krijgt een brief: zes weken later, één keer (Awb 7:10 lid 3).", "The resident gets a letter: six weeks later, once (Awb 7:10 lid 3)."), bezwaartijd.Verdaging, bezwaar.verdaag, vooraf=queries.bezwaarbrief_vooraf),
    Handeling("bezwaaruitstel", Tekst("Stel de beslissing verder uit", "Delay the decision further"), Tekst("De inwoner krijgt een brief. Het kan alleen op een grond van de wet (Awb 7:10 lid 4).", "The resident gets a letter. It is possible on a ground of the law only (Awb 7:10 lid 4)."), bezwaartijd.Uitstelinvoer, bezwaar.stel_uit, vooraf=queries.bezwaarbrief_vooraf),
    Handeling("hoorzitting", Tekst("Plan een hoorzitting", "Plan a hearing"), Tekst("De inwoner krijgt een uitnodiging.", "The resident gets an invitation."), bezwaarbeslissing.Hoorzitting, bezwaarbeslissing.plan_hoorzitting, vooraf=queries.bezwaarbrief_vooraf),
    Handeling("horen", Tekst("Leg het horen vast", "Record the hearing"), Tekst("Daarna kunt u beslissen.", "After that you can decide."), bezwaarbeslissing.Gehoord, bezwaarbeslissing.leg_horen_vast),
    Handeling("ingebrekestelling", Tekst("Leg een ingebrekestelling vast", "Record a notice of default"), Tekst("Twee weken later kost elke dag een dwangsom (Awb 4:17).", "Two weeks later each day costs a penalty (Awb 4:17)."), bezwaarbeslissing.Ingebrekestelling, bezwaarbeslissing.leg_ingebrekestelling_vast),
    Handeling("bezwaarbesluit", Tekst("Beslis op het bezwaar", "Decide on the objection"), Tekst("De inwoner krijgt de beslissing per brief en kan zes weken in beroep bij de rechter.", "The resident gets the decision by letter and can appeal to the court for six weeks."), bezwaarbeslissing.Beslissing, bezwaarbeslissing.beslis, vooraf=queries.bezwaarbrief_vooraf),
    Handeling("bezwaarintrekking", Tekst("De inwoner trekt het bezwaar in", "The resident withdraws the objection"), Tekst("Er komt geen beslissing.", "There will be no decision."), bezwaar.Bezwaarkeuze, bezwaarbeslissing.trek_in),
)  # fmt: skip
BEZWAARHANDELINGEN: Final = {handeling.naam: handeling for handeling in _ALLE}
