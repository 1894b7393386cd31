"""Where a case stands, in words for the resident himself: a title and what happens now. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

_RECHTER: Final = Tekst("Uw zaak is bij de rechter. Uw consulent houdt u op de hoogte.", "Your case is with the court. Your consultant keeps you informed.")  # fmt: skip
WAAR: Final = {
    "gemeld": (Tekst("U vroeg om hulp", "You asked for help"), Tekst("Wij nodigen u uit voor een eerste gesprek.", "We invite you for a first talk.")),
    "gesprek_gevoerd": (Tekst("Wij spraken elkaar", "We talked"), Tekst("Wij beslissen of u hulp krijgt. U krijgt daarover een brief.", "We decide whether you get help. You will get a letter about it.")),
    "toegelaten": (Tekst("U krijgt hulp", "You get help"), Tekst("Wij leggen samen vast wat er binnenkomt en wat u nodig hebt.", "Together we record what comes in and what you need.")),
    "stabilisatie": (Tekst("Eerst rust", "First some rest"), Tekst("Wij brengen uw geldzaken in balans en vragen schuldeisers te wachten.", "We balance your money and ask creditors to wait.")),
    "inventarisatie": (Tekst("Wij brengen al uw schulden in kaart", "We complete the list of your debts"), Tekst("Wij vragen elke schuldeiser wat er openstaat.", "We ask each creditor what is owed.")),
    "voorstel": (Tekst("Er ligt een voorstel bij uw schuldeisers", "There is a proposal with your creditors"), Tekst("Elke schuldeiser heeft tien werkdagen om te antwoorden.", "Each creditor has ten working days to answer.")),
    "akkoord": (Tekst("Alle schuldeisers zijn akkoord", "All creditors agreed"), Tekst("De regeling kan beginnen.", "The arrangement can begin.")),
    "geweigerd": (Tekst("Een schuldeiser weigert", "A creditor refuses"), Tekst("Uw consulent bespreekt met u wat nu kan.", "Your consultant discusses with you what can be done now.")),
    "dwangakkoord_verzocht": (Tekst("De rechter is om hulp gevraagd", "The court was asked for help"), _RECHTER),
    "wsnp_verzocht": (Tekst("De rechter is om hulp gevraagd", "The court was asked for help"), _RECHTER),
    "wsnp": (Tekst("U bent in de Wsnp", "You are in the court route"), _RECHTER),
    "borg_aangevraagd": (Tekst("Uw krediet is aangevraagd", "Your credit was asked"), Tekst("De kredietbank en het Waarborgfonds kijken ernaar.", "The credit bank and the guarantee fund look at it.")),
    "krediet_actief": (Tekst("U hebt één schuldeiser", "You have one creditor"), Tekst("Al uw schuldeisers zijn betaald. U betaalt elke maand een vast bedrag.", "All your creditors were paid. You pay a fixed amount every month.")),
    "krediet_achterstand": (Tekst("Er is een betaling niet gekomen", "A payment did not come"), Tekst("Bel uw consulent. Samen spreken wij af wanneer u betaalt; u betaalt geen extra rente.", "Call your consultant. Together we agree when you pay; you pay no extra interest.")),
    "sparen": (Tekst("U spaart voor uw schuldeisers", "You save for your creditors"), Tekst("Elke maand zet u opzij wat u kunt missen. Wij keren het uit aan uw schuldeisers.", "Every month you put aside what you can spare. We pay it to your creditors.")),
    "lopend": (Tekst("Uw regeling loopt", "Your arrangement runs"), Tekst("U kunt nu niets missen, dus u betaalt niets. Wij kijken geregeld of dat nog zo is.", "You cannot spare anything now, so you pay nothing. We check regularly whether that is still so.")),
    "afgerond_kwijting": (Tekst("U bent van deze schulden af", "You are rid of these debts"), Tekst("Bewaar de brief hierover goed.", "Keep the letter about it safe.")),
    "nazorg": (Tekst("U bent van deze schulden af", "You are rid of these debts"), Tekst("Wij bellen u nog eens om te vragen hoe het gaat.", "We will call you to ask how things are.")),
    "besluit_afgewezen": (Tekst("U krijgt geen hulp bij uw schulden", "You get no help with your debts"), Tekst("In de brief staat waarom, en hoe u bezwaar maakt.", "The letter says why, and how to object.")),
    "uitgestroomd": (Tekst("Klaar", "Done"), Tekst("Komt er een rekening die u niet kunt betalen? Bel dan meteen.", "Is there a bill that you cannot pay? Call at once.")),
    "ingetrokken": (Tekst("U trok uw aanvraag in", "You withdrew your application"), Tekst("U kunt altijd opnieuw om hulp vragen.", "You can always ask for help again.")),
    "overleden": (Tekst("Gesloten", "Closed"), Tekst("Er gaat niets meer uit.", "Nothing goes out any more.")),
    "beeindigd": (Tekst("De hulp is gestopt", "The help has ended"), Tekst("In de brief staat waarom, en hoe u bezwaar maakt.", "The letter says why, and how to object.")),
    "vernietigd": (Tekst("Gewist", "Erased"), Tekst("Van deze zaak is niets meer over.", "Nothing is left of this case.")),
}  # fmt: skip
"""Per step of a case."""
_BELT: Final = Tekst(
    "Er is nu geen vaste datum. Uw consulent belt u.",
    "There is no fixed date now. Your consultant calls you.",
)
_ZITTING: Final = Tekst("De rechtbank laat u weten wanneer de zitting is. Vragen? Bel uw consulent.", "The court lets you know when the hearing is. Questions? Call your consultant.")  # fmt: skip
GEEN_DATUM: Final = {
    "gesprek_gevoerd": _BELT,
    "toegelaten": _BELT,
    "stabilisatie": _BELT,
    "inventarisatie": _BELT,
    "akkoord": Tekst("U krijgt een overeenkomst om te tekenen. Dan staat vast wanneer u begint.", "You get an agreement to sign. Then it is fixed when you begin."),
    "borg_aangevraagd": Tekst("Wij horen van de kredietbank wanneer het krediet begint.", "We hear from the credit bank when the credit begins."),
    "geweigerd": _BELT,
    "dwangakkoord_verzocht": _ZITTING,
    "wsnp_verzocht": _ZITTING,
    "nazorg": Tekst("U hoeft niets te doen. Wij bellen u.", "You need not do anything. We call you."),
}  # fmt: skip
"""What stands in the place of a next date in a step in which none runs."""
TERMIJN: Final = {
    "eerste-gesprek": Tekst("Uiterlijk op deze dag hebt u een eerste gesprek", "By this day you have a first talk"),
    "eerste-gesprek-dreigend": Tekst("Er is haast: uiterlijk op deze dag hebt u een eerste gesprek", "It is urgent: by this day you have a first talk"),
    "beslistermijn": Tekst("Uiterlijk op deze dag beslissen wij of u hulp krijgt", "By this day we decide whether you get help"),
    "redelijke-termijn": Tekst("Uiterlijk op deze dag beslissen wij of u hulp krijgt", "By this day we decide whether you get help"),
    "schuldeiser-reactie": Tekst("Tot en met deze dag kunnen uw schuldeisers zeggen wat er openstaat", "Until and including this day your creditors can say what is owed"),
    "schuldeiser-reactie-papier": Tekst("Tot en met deze dag kunnen uw schuldeisers zeggen wat er openstaat", "Until and including this day your creditors can say what is owed"),
    "voorstel-reactie": Tekst("Tot en met deze dag kunnen uw schuldeisers antwoorden op het voorstel", "Until and including this day your creditors can answer the proposal"),
    "moratorium-287b": Tekst("Tot en met deze dag beschermt de rechter u tegen wat dreigde", "Until and including this day the court protects you from what threatened"),
    "breed-moratorium": Tekst("Tot en met deze dag moeten alle schuldeisers wachten van de rechter", "Until and including this day all creditors must wait by order of the court"),
    "voorziening-287-4": Tekst("Tot en met deze dag beschermt de rechter u", "Until and including this day the court protects you"),
    "schuldregeling": Tekst("De laatste dag van uw regeling", "The last day of your arrangement"),
    "wsnp": Tekst("De laatste dag van uw schuldsanering", "The last day of your court route"),
    "hercontrole": Tekst("Wij kijken opnieuw wat u kunt missen", "We look again at what you can spare"),
    "nazorg": Tekst("Wij bellen u om te vragen hoe het gaat", "We call you to ask how things are"),
    "bezwaar-aanvulling": Tekst("Uiterlijk op deze dag hebben wij wat aan uw bezwaar ontbreekt", "By this day we have what is missing in your objection"),
    "bezwaar-besluit": Tekst("Uiterlijk op deze dag beslissen wij op uw bezwaar", "By this day we decide on your objection"),
    "bezwaar-besluit-commissie": Tekst("Uiterlijk op deze dag beslissen wij op uw bezwaar", "By this day we decide on your objection"),
}  # fmt: skip
"""Per term of his case: what the day means for him."""
ONZE: Final = ("eerste-gesprek", "eerste-gesprek-dreigend", "beslistermijn", "redelijke-termijn")
"""Terms by which we must do something; when one is over, we are late, and he may say so."""
_EERST: Final = Tekst("Dat weten wij als uw inkomen en al uw schulden bekend zijn. Dan rekenen wij het samen uit.", "We know that once your income and all your debts are known. Then we work it out together.")  # fmt: skip
NOG_NIET: Final = {
    "gemeld": _EERST,
    "gesprek_gevoerd": _EERST,
    "toegelaten": _EERST,
    "stabilisatie": _EERST,
    "inventarisatie": _EERST,
    "wsnp_verzocht": Tekst("Dat beslist de rechter.", "The court decides that."),
    "wsnp": Tekst("Dat rekent uw bewindvoerder uit. De termijn hierboven is de laatste dag.", "Your administrator works that out. The term above is the last day."),
}  # fmt: skip
"""Per step in which it is not known yet what he pays and until when: why, and who will tell."""
