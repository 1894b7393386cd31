"""The verbs on a case, as data: each door makes its form, body or options from them."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, Reden
from samenhang.schemes.schuldhulp.actions import (
    aanmelden,
    afronden,
    berekenen,
    betalen,
    borg,
    budget,
    claimen,
    gesprek,
    krediet,
    schulden,
    sparen,
    voorstel,
    zorgafmelding,
)

_ALLE = (
    Handeling("oppakken", Tekst("Pak de zaak op", "Take up the case"), Tekst("U behandelt de zaak; daarna ziet u alles.", "You treat the case; then you see everything."), Niets, aanmelden.pak_op),
    Handeling("dreiging", Tekst("Leg vast wat er dreigt", "Record what threatens"), Tekst("Bij een dreiging is het eerste gesprek binnen 3 werkdagen (Wgs art. 4 lid 2).", "Under a threat the first talk is within 3 working days (Wgs art. 4 lid 2)."), gesprek.Dreiging, gesprek.wijzig_dreiging),
    Handeling("gesprek", Tekst("Leg het eerste gesprek vast", "Record the first talk"), Tekst("De termijn voor het gesprek is gehaald; die voor het besluit begint.", "The term for the talk is met; that for the decision begins."), gesprek.Gesprek, gesprek.leg_gesprek_vast),
    Handeling("toelating", Tekst("Laat de inwoner toe", "Admit the resident"), Tekst("De inwoner krijgt een beschikking met het plan van aanpak.", "The resident gets a decision with the plan of approach."), gesprek.Toelating, gesprek.laat_toe),
    Handeling("afwijzing", Tekst("Wijs de aanvraag af", "Refuse the application"), Tekst("De inwoner krijgt een beschikking en kan zes weken bezwaar maken. De zaak sluit.", "The resident gets a decision and can object for six weeks. The case closes."), gesprek.Afwijzing, gesprek.wijs_af),
    Handeling("huishouden", Tekst("Leg het huishouden vast", "Record the household"), Tekst("Dit geldt vanaf nu; wat er stond blijft bewaard.", "This holds from now; what stood there is kept."), budget.Huishoudeninvoer, budget.leg_huishouden_vast, nieuw=True),
    Handeling("inkomen", Tekst("Leg een inkomen vast", "Record an income"), Tekst("Het telt mee in de volgende berekening.", "It counts in the next calculation."), budget.Inkomeninvoer, budget.leg_inkomen_vast, nieuw=True),
    Handeling("inkomenseinde", Tekst("Een inkomen stopt", "An income ends"), Tekst("Het telt na die dag niet meer mee.", "It counts no more after that day."), budget.Inkomeneinde, budget.beeindig_inkomen),
    Handeling("stabilisatie", Tekst("Begin de stabilisatie", "Begin the stabilisation"), Tekst("Eerst inkomsten en uitgaven in balans, en schuldeisers die wachten.", "First income and spending in balance, and creditors who wait."), budget.Stabilisatie, budget.begin_stabilisatie),
    Handeling("zorgafmelding", Tekst("Leg de afmelding bij het CAK vast", "Record the deregistration at the CAK"), Tekst("De taak is klaar.", "The task is done."), zorgafmelding.Afmelduitkomst, zorgafmelding.leg_afmelding_vast),
    Handeling("inventarisatie", Tekst("Begin de inventarisatie", "Begin the inventory"), Tekst("Schuldeisers hebben tien werkdagen voor hun opgave.", "Creditors have ten working days for their statement."), budget.Stabiliteit, budget.begin_inventarisatie),
    Handeling("schuld", Tekst("Leg een schuld vast", "Record a debt"), Tekst("Zonder bedrag telt zij als onbekend; dan kan er nog geen voorstel uit.", "Without an amount it counts as unknown; then no proposal can go out."), schulden.Schuldinvoer, schulden.leg_schuld_vast, nieuw=True),
    Handeling("schuldwijziging", Tekst("Wijzig een schuld", "Change a debt"), Tekst("Over een betwiste schuld kan geen voorstel uit.", "With a disputed debt no proposal can go out."), schulden.Schuldwijziging, schulden.wijzig_schuld),
    Handeling("berekening", Tekst("Reken met de gegevens van nu", "Calculate with the present data"), Tekst("De uitkomst staat naast de vorige, met elke stap.", "The outcome stands beside the previous one, with every step."), berekenen.Rekenkeuze, berekenen.bereken, nieuw=True),
    Handeling("voorstel", Tekst("Stuur het voorstel aan alle schuldeisers", "Send the proposal to all creditors"), Tekst("Allemaal tegelijk; ieder heeft tien werkdagen. Daarna veranderen de schulden niet meer.", "All at once; each has ten working days. After that the debts no longer change."), Niets, voorstel.stuur_voorstel, nieuw=True),
    Handeling("antwoord", Tekst("Leg een antwoord vast", "Record an answer"), Tekst("Heeft iedereen geantwoord, dan stelt u de uitkomst vast.", "Once everybody answered, you record the outcome."), voorstel.Antwoordinvoer, voorstel.leg_antwoord_vast),
    Handeling("rappel", Tekst("Herinner een schuldeiser", "Remind a creditor"), Tekst("Hoogstens één keer per dag.", "At most once a day."), voorstel.Rappel, voorstel.rappelleer),
    Handeling("akkoord", Tekst("Stel vast dat iedereen akkoord is", "Record that everybody agreed"), Tekst("Daarna kan de regeling beginnen.", "Then the arrangement can begin."), Niets, voorstel.stel_akkoord_vast),
    Handeling("weigering", Tekst("Stel vast dat het voorstel is geweigerd", "Record that the proposal was refused"), Tekst("Geen antwoord telt als weigering.", "No answer counts as a refusal."), Niets, voorstel.stel_weigering_vast),
    Handeling("terugneming", Tekst("Neem het voorstel terug", "Take the proposal back"), Tekst("Terug naar de inventarisatie. Wat is verstuurd, wordt niet nog eens verstuurd.", "Back to the inventory. What was sent is not sent again."), Reden, voorstel.neem_terug),
    Handeling("borg", Tekst("Vraag krediet en borg aan", "Ask for credit and guarantee"), Tekst("De kredietbank krijgt naam, adres, het krediet en wie zij uitbetaalt. De inwoner ziet dat. Het Waarborgfonds beslist over de borg.", "The credit bank gets name, address, the credit and whom it pays. The resident sees that. The fund decides on the guarantee."), Niets, borg.vraag_borg),
    Handeling("borguitkomst", Tekst("Leg vast wat het Waarborgfonds zei", "Record what the guarantee fund said"), Tekst("Met borg kan het krediet beginnen. Zonder borg gaat de zaak een stap terug.", "With a guarantee the credit can begin. Without one the case goes back a step."), borg.Borguitkomst, borg.leg_borg_vast),
    Handeling("krediet", Tekst("Begin het krediet en betaal alle schuldeisers", "Begin the credit and pay all creditors"), Tekst("Alle schuldeisers krijgen in één keer hun bedrag tegen finale kwijting. Daarna is er één schuldeiser.", "All creditors get their amount at once, against final discharge. Then one creditor is left."), krediet.Kredietbegin, krediet.begin_krediet),
    Handeling("kwijtingsbevestiging", Tekst("Een schuldeiser bevestigt de kwijting", "A creditor confirms the discharge"), Tekst("Wat overbleef van deze schuld is weg.", "What was left of this debt is gone."), krediet.Kwijtingsbevestiging, krediet.bevestig_kwijting),
    Handeling("betaling", Tekst("Leg een betaling vast", "Record a payment"), Tekst("De oudste termijn wordt eerst voldaan.", "The oldest instalment is met first."), betalen.Betalinginvoer, betalen.leg_betaling_vast, nieuw=True),
    Handeling("terugboeking", Tekst("Boek een betaling terug", "Reverse a payment"), Tekst("De betaling blijft te zien en telt niet meer.", "The payment stays to be seen and counts no more."), betalen.Terugboeking, betalen.boek_terug),
    Handeling("achterstandsregeling", Tekst("Spreek af wanneer de achterstand is betaald", "Agree when the arrears are paid"), Tekst("Tot die dag loopt het krediet gewoon door.", "Until that day the credit just runs on."), betalen.Achterstandsregeling, betalen.regel_achterstand),
    Handeling("inlossing", Tekst("Los het krediet in één keer af", "Pay off the credit at once"), Tekst("Het bedrag staat bij het krediet. Rente over de rest van de looptijd vervalt.", "The amount stands with the credit. Interest over the rest of the term lapses."), betalen.Inlossing, betalen.los_in),
    Handeling("regelingstart", Tekst("Begin de regeling", "Begin the arrangement"), Tekst("Achttien maanden. De inwoner spaart elke maand wat hij kan missen; zonder afloscapaciteit is dat niets.", "Eighteen months. The resident saves every month what he can spare; without capacity that is nothing."), sparen.Regelingbegin, sparen.begin_regeling),
    Handeling("hercontrole", Tekst("Bekijk de capaciteit opnieuw", "Check capacity again"), Tekst("De uitkomst geldt voor de maanden hierna; de inwoner krijgt een brief.", "The outcome holds for the months after this; the resident gets a letter."), sparen.Controle, sparen.controleer, nieuw=True),
    Handeling("uitdeling", Tekst("Keer uit wat is gespaard", "Pay out what was saved"), Tekst("Elke schuldeiser krijgt zijn deel, op de cent. Wat al is uitgekeerd gaat niet nog eens.", "Each creditor gets his share, to the cent. What was paid out does not go again."), Niets, sparen.keer_uit, nieuw=True),
    Handeling("kwijting", Tekst("Stel de kwijting vast", "Record the discharge"), Tekst("De inwoner is van deze schulden af.", "The resident is rid of these debts."), Niets, afronden.stel_kwijting_vast),
    Handeling("nazorg", Tekst("Begin de nazorg", "Begin aftercare"), Tekst("Er komt een termijn voor een gesprek.", "There will be a term for a talk."), Niets, afronden.begin_nazorg),
    Handeling("nazorggesprek", Tekst("Leg het nazorggesprek vast", "Record the aftercare talk"), Tekst("De zaak sluit.", "The case closes."), afronden.Nazorggesprek, afronden.rond_nazorg_af),
    Handeling("borgclaim", Tekst("Claim bij het Waarborgfonds", "Claim from the guarantee fund"), Tekst("Het bedrag wordt uitgerekend uit het krediet. Een mens bij het fonds beoordeelt de claim.", "The amount is computed from the credit. A person at the fund judges the claim."), claimen.Borgclaim, claimen.claim_borg),
    Handeling("claimuitkomst", Tekst("Leg vast wat het fonds van de claim vond", "Record what the fund thought of the claim"), Tekst("Een geweigerde claim laat de borg zoals zij was.", "A refused claim leaves the guarantee as it was."), claimen.Claimuitkomst, claimen.leg_claim_vast),
    Handeling("opschorting", Tekst("Schort de zaak op", "Suspend the case"), Tekst("De beslistermijn staat stil, bijvoorbeeld bij een onvolledige aanvraag (Awb 4:15).", "The term to decide stands still, such as for an incomplete application (Awb 4:15)."), Reden, gesprek.schort_op),
    Handeling("hervatting", Tekst("Hervat de zaak", "Resume the case"), Tekst("De beslistermijn loopt verder en krijgt een nieuw einde.", "The term to decide runs on and gets a new end."), Reden, gesprek.hervat),
    Handeling("intrekking", Tekst("De inwoner trekt de aanvraag in", "The resident withdraws"), Tekst("De zaak sluit. Dat mag, zonder gevolgen.", "The case closes. That is allowed, without consequences."), Reden, gesprek.trek_in),
    Handeling("beeindiging", Tekst("Beëindig de schuldhulp", "End the assistance"), Tekst("De inwoner krijgt een beschikking en kan zes weken bezwaar maken. De zaak sluit.", "The resident gets a decision and can object for six weeks. The case closes."), gesprek.Beeindiging, gesprek.beeindig),
    Handeling("overlijden", Tekst("De inwoner is overleden", "The resident died"), Tekst("De zaak sluit; er gaat niets meer uit.", "The case closes; nothing goes out any more."), Reden, gesprek.leg_overlijden_vast),
)  # fmt: skip
HANDELINGEN: Final = {handeling.naam: handeling for handeling in _ALLE}
