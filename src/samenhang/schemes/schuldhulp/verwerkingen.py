"""What each action did with someone's data, and why, in words for the person himself (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

DOELTEKSTEN: Final = {
    "schuldhulp": Tekst("u helpen met uw schulden", "help you with your debts"),
    "aanmelden": Tekst("uw vraag om hulp bij schulden vastleggen", "record your request for help with debts"),
    "werkverdeling": Tekst("het werk verdelen tussen medewerkers", "divide the work between workers"),
    "stilte": Tekst(
        "bijhouden welke schuldeiser niet antwoordt", "keep track of which creditor does not answer"
    ),
    "betalingen": Tekst(
        "bijhouden wat u aflost op uw krediet", "keep track of what you repay on your credit"
    ),
    "normherziening": Tekst(
        "nagaan of nieuwe normen iets veranderen aan wat u kunt aflossen",
        "establish whether new norms change what you can repay",
    ),
    "beslissen": Tekst(
        "nagaan of iets mag: wat u goed vindt, wat u is verteld, of u bezwaar maakte",
        "establish whether something is allowed: what you agreed to, were told and object to",
    ),
    "portaal": Tekst("een schuldeiser zijn voorstel laten zien", "show a creditor the proposal made to him"),
    "antwoorden": Tekst("vastleggen wat een schuldeiser antwoordt", "record what a creditor answers"),
    "berichten": Tekst(
        "een bericht over uw schulden sturen aan een schuldeiser",
        "send a message about your debts to a creditor",
    ),
    "ddas": Tekst(
        "het CBS gegevens leveren voor landelijke cijfers", "deliver data to CBS for national figures"
    ),
    "lijnmelding": Tekst(
        "de helplijn laten weten of u bent gebeld", "let the helpline know whether you were called"
    ),
    "verstrekking": Tekst("doorgeven wat een medewerker overdroeg", "pass on what a worker handed over"),
    "aanlevering": Tekst("ontvangen dat u gebeld wilt worden", "receive that you want to be called"),
    "kredietaanvraag": Tekst(
        "bij de kredietbank een krediet voor u aanvragen", "apply for a credit for you at the credit bank"
    ),
}
_NAMEN: Final = {
    "hulpvraag vastleggen": ("Uw vraag om hulp is vastgelegd", "Your request for help was recorded", "record a request for help"),
    "aanmelding overnemen": ("Uw aanmelding is opgenomen bij schuldhulp", "Your referral was taken in by debt assistance", "take in a referral"),
    "aanmeldingen bekijken": ("Uw naam stond in een lijst van aanmeldingen", "Your name stood in a list of referrals", "look at referrals"),
    "bereikt melden": ("De helplijn hoorde of wij u bereikten, en niets anders", "The helpline heard whether we reached you, and nothing else", "tell whether someone was reached"),
    "zaak oppakken": ("Een consulent pakte uw zaak op", "A consultant took up your case", "take up a case"),
    "dreiging wijzigen": ("Vastgelegd of u iets dreigt te verliezen", "Recorded whether you may lose something", "change the threats"),
    "eerste gesprek vastleggen": ("Het eerste gesprek met u is vastgelegd", "The first talk with you was recorded", "record the first talk"),
    "toelating besluiten": ("Besloten dat u schuldhulp krijgt", "Decided that you get debt assistance", "decide on admission"),
    "afwijzing besluiten": ("Besloten dat u geen schuldhulp krijgt", "Decided that you get no debt assistance", "decide on refusal"),
    "schuldhulp beeindigen": ("Besloten dat de schuldhulp stopt", "Decided that the debt assistance ends", "end the assistance"),
    "intrekking vastleggen": ("Vastgelegd dat u uw aanvraag introk", "Recorded that you withdrew", "record a withdrawal"),
    "overlijden vastleggen": ("Vastgelegd dat de inwoner is overleden", "Recorded that the resident died", "record a death"),
    "zaak opschorten": ("Uw zaak staat even stil", "Your case stands still for a while", "suspend a case"),
    "zaak hervatten": ("Uw zaak gaat weer verder", "Your case goes on again", "resume a case"),
    "huishouden vastleggen": ("Vastgelegd hoe u woont en wat u nodig hebt", "Recorded how you live and what you need", "record the household"),
    "inkomen vastleggen": ("Uw inkomen is vastgelegd", "Your income was recorded", "record an income"),
    "inkomen beeindigen": ("Vastgelegd dat een inkomen stopte", "Recorded that an income ended", "end an income"),
    "stabilisatie beginnen": ("Begonnen om uw geldzaken in balans te brengen", "Begun to balance your money", "begin stabilisation"),
    "afmelding zorgverzekeraar vastleggen": ("Vastgelegd of uw zorgverzekeraar u afmeldde bij het CAK", "Recorded whether your health insurer deregistered you at the CAK", "record a deregistration"),
    "inventarisatie beginnen": ("Begonnen met het overzicht van uw schulden", "Begun with the list of your debts", "begin the inventory"),
    "schuld vastleggen": ("Een schuld van u is vastgelegd", "A debt of yours was recorded", "record a debt"),
    "schuld wijzigen": ("Een schuld van u is aangepast", "A debt of yours was changed", "change a debt"),
    "schulden inlezen": ("Schulden van u zijn ingelezen uit een bestand", "Debts of yours were read from a file", "import debts"),
    "berekening maken": ("Uitgerekend wat u kunt aflossen", "Calculated what you can repay", "make a calculation"),
    "berekening herzien": ("Nagerekend wat u kunt aflossen onder andere normen", "Calculated again what you can repay under other norms", "revise a calculation"),
    "herziening overnemen": ("Uw berekening is vervangen door een onder nieuwe normen", "Your calculation was replaced by one under new norms", "take over a revision"),
    "normherziening beginnen": ("Gevraagd om alle berekeningen na te rekenen", "Asked to calculate everything again", "begin a revision of norms"),
    "normherziening overnemen": ("Besloten om nieuwe berekeningen over te nemen", "Decided to take over new calculations", "decide to take over a revision"),
    "normherzieningen bekijken": ("De lijst van herzieningen is bekeken", "The list of revisions was looked at", "look at revisions"),
    "voorstel sturen": ("Een voorstel is naar al uw schuldeisers gestuurd", "A proposal was sent to all your creditors", "send the proposal"),
    "antwoord vastleggen": ("Het antwoord van een schuldeiser is vastgelegd", "The answer of a creditor was recorded", "record an answer"),
    "rappel vastleggen": ("Een schuldeiser is om antwoord gevraagd", "A creditor was asked to answer", "record a reminder"),
    "stilte vastleggen": ("Een schuldeiser gaf geen antwoord", "A creditor gave no answer", "record silence"),
    "voorstel terugnemen": ("Het voorstel aan uw schuldeisers is teruggenomen", "The proposal to your creditors was taken back", "take back the proposal"),
    "akkoord vaststellen": ("Al uw schuldeisers zijn akkoord", "All your creditors agreed", "record agreement"),
    "weigering vaststellen": ("Een schuldeiser weigert het voorstel", "A creditor refuses the proposal", "record refusal"),
    "borg aanvragen": ("Bij de kredietbank is een krediet voor u aangevraagd", "A credit was asked for you at the credit bank", "ask for credit and guarantee"),
    "borg vastleggen": ("Vastgelegd wat het Waarborgfonds zei", "Recorded what the guarantee fund said", "record the guarantee"),
    "krediet beginnen": ("Al uw schuldeisers zijn uitbetaald; u hebt één krediet", "All your creditors were paid; you have one credit", "begin the credit"),
    "kwijting bevestigen": ("Een schuldeiser bevestigde dat uw schuld weg is", "A creditor confirmed that your debt is gone", "confirm a discharge"),
    "betaling vastleggen": ("Een betaling van u is vastgelegd", "A payment of yours was recorded", "record a payment"),
    "betaling terugboeken": ("Een betaling van u is teruggeboekt", "A payment of yours was reversed", "reverse a payment"),
    "betaling uit bestand boeken": ("Een betaling van u is verwerkt uit het bestand van de bank", "A payment of yours was taken from the file of the bank", "book a payment from a file"),
    "betaalbestand aannemen": ("Een bestand met betalingen is ontvangen", "A file with payments was received", "receive a file with payments"),
    "betaalbestand afronden": ("Een bestand met betalingen is verwerkt", "A file with payments was processed", "finish a file with payments"),
    "betaalbestanden bekijken": ("De lijst van bestanden met betalingen is bekeken", "The list of files with payments was looked at", "look at files with payments"),
    "achterstand vastleggen": ("Vastgelegd dat een termijn niet op tijd is betaald", "Recorded that an instalment was not paid in time", "record arrears"),
    "achterstand regelen": ("Afgesproken wanneer u de achterstand betaalt", "Agreed when you pay the arrears", "arrange arrears"),
    "borg claimen": ("Gevraagd of het Waarborgfonds uw krediet betaalt", "Asked the guarantee fund to pay your credit", "claim from the fund"),
    "claim vastleggen": ("Vastgelegd of het Waarborgfonds uw krediet betaalt", "Recorded whether the guarantee fund pays your credit", "record the claim"),
    "krediet inlossen": ("U loste uw krediet in één keer af", "You paid off your credit at once", "pay off the credit"),
    "regeling beginnen": ("De regeling met uw schuldeisers is begonnen", "The arrangement with your creditors has begun", "begin the arrangement"),
    "capaciteit opnieuw bekijken": ("Opnieuw uitgerekend wat u kunt betalen", "Calculated again what you can pay", "check capacity again"),
    "gespaard uitkeren": ("Uw schuldeisers kregen wat u spaarde", "Your creditors got what you saved", "pay out what was saved"),
    "spaarachterstand vastleggen": ("Nagegaan of u uw maandbedrag spaarde", "Checked whether you saved your monthly amount", "check what was saved"),
    "verzoek voorbereiden": ("Een verzoek aan de rechter is voorbereid", "A request to the court was prepared", "prepare a request to the court"),
    "onderdeel vastleggen": ("Vastgelegd wat er is voor de rechter", "Recorded what there is for the court", "record an item for the court"),
    "wsnp vergelijken": ("Uitgerekend wat schuldeisers in de Wsnp krijgen", "Calculated what creditors get by the court route", "compare with the court route"),
    "verzoek indienen": ("Een verzoek over uw schulden ging naar de rechter", "A request about your debts went to the court", "hand in a request to the court"),
    "uitspraak vastleggen": ("Vastgelegd wat de rechter besliste", "Recorded what the court decided", "record a judgment"),
    "wsnp afronden": ("De Wsnp is afgerond met een schone lei", "The court route ended with a clean slate", "finish the court route"),
    "moratorium volgen": ("Nagegaan of de bescherming van de rechter nog loopt", "Checked whether the protection of the court still runs", "follow a moratorium"),
    "rechtbankbundel bekijken": ("Iemand bekeek het dossier voor de rechter", "Someone looked at the file for the court", "look at the file for the court"),
    "kwijting vaststellen": ("Vastgesteld dat u van deze schulden af bent", "Established that you are rid of these debts", "record the discharge"),
    "nazorg beginnen": ("De nazorg is begonnen", "Aftercare has begun", "begin aftercare"),
    "nazorg vastleggen": ("Vastgelegd dat wij u daarna spraken", "Recorded that we spoke you afterwards", "record aftercare"),
    "brief bekijken": ("Iemand bekeek een brief aan u", "Someone looked at a letter to you", "look at a letter"),
    "mijn schuldhulp bekijken": ("U bekeek uw schuldhulp", "You looked at your debt assistance", "look at own debt assistance"),
    "mijn brief bekijken": ("U bekeek een brief", "You looked at a letter", "look at an own letter"),
    "DDAS-levering schuldhulp maken": ("Uw traject staat in een levering voor het CBS", "Your trajectory is in a delivery for CBS", "make the delivery to CBS"),
    "schuldeiser aansluiten": ("Een schuldeiser kan voorstellen zelf bekijken", "A creditor can look at proposals himself", "give a creditor an account"),
    "voorstel beantwoorden": ("Een schuldeiser gaf antwoord op uw voorstel", "A creditor answered your proposal", "answer a proposal"),
    "opgave insturen": ("Een schuldeiser stuurde een opgave van uw schuld", "A creditor sent a statement of your debt", "send a statement of claim"),
    "voorstellen in portaal bekijken": ("Een schuldeiser zag uw voorstel in een lijst", "A creditor saw your proposal in a list", "look at proposals in the portal"),
    "voorstel in portaal bekijken": ("Een schuldeiser bekeek uw voorstel", "A creditor looked at your proposal", "look at a proposal in the portal"),
    "schuldeiser op knooppunt zetten": ("Een schuldeiser krijgt berichten in plaats van brieven", "A creditor gets messages instead of letters", "let a creditor get messages"),
    "saldo opvragen": ("Aan schuldeisers is gevraagd wat u hun moet betalen", "Creditors were asked what you owe them", "ask creditors for a statement"),
    "bericht afhandelen": ("Een bericht over uw schulden is opnieuw verstuurd, of gaat per brief", "A message about your debts was sent again, or goes by letter", "deal with a message"),
    "bericht versturen": ("Een bericht over uw schulden is klaargezet voor een schuldeiser", "A message about your debts was prepared for a creditor", "send a message"),
    "bericht bij knooppunt leggen": ("Een bericht over uw schulden ligt klaar voor een schuldeiser", "A message about your debts is ready for a creditor", "leave a message at the node"),
    "antwoord per bericht verwerken": ("Een schuldeiser stuurde een antwoord over uw schulden", "A creditor sent an answer about your debts", "process an answer by message"),
    "bericht volgen": ("Nagegaan of een schuldeiser een bericht ophaalde", "Checked whether a creditor fetched a message", "follow a message"),
    "bericht bewaken": ("Gewaarschuwd dat een schuldeiser een bericht niet ophaalt", "Warned that a creditor does not fetch a message", "watch a message"),
    "berichten bekijken": ("De lijst van berichten aan schuldeisers is bekeken", "The list of messages to creditors was looked at", "look at messages"),
    "opgave bekijken": ("Uw consulent bekeek de opgave van een schuldeiser", "Your consultant looked at a creditor's statement", "look at a statement of claim"),
    "zaken bekijken": ("Uw naam stond in een lijst", "Your name stood in a list", "look at cases"),
    "zaak bekijken": ("Iemand bekeek uw zaak", "Someone looked at your case", "look at a case"),
    "schuldeisers bekijken": ("De lijst van schuldeisers is bekeken", "The list of creditors was looked at", "look at creditors"),
    "schuldeisers samenvoegen": ("Beoordeeld of twee schuldeisers dezelfde zijn", "Judged whether two creditors are one", "judge creditors"),
    "schuldeisers splitsen": ("Twee schuldeisers weer uit elkaar gehaald", "Two creditors were taken apart", "take creditors apart"),
}  # fmt: skip
VERWERKINGEN: Final = {naam: Tekst(nl, en) for naam, (nl, en, _) in _NAMEN.items()}
ENGELS: Final = {naam: kort for naam, (_, _, kort) in _NAMEN.items()}
