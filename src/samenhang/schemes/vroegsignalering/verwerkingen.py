"""What each action did with someone's data, and why, in words for the person himself (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

DOELTEKSTEN: Final = {
    "opvolging": Tekst("u hulp aanbieden bij een betalingsachterstand", "offer you help with arrears"),
    "aanlevering": Tekst(
        "een signaal over een achterstand ontvangen en controleren", "receive and check a signal of arrears"
    ),
    "werkverdeling": Tekst("het werk verdelen tussen medewerkers", "divide the work between workers"),
    "eigen_verzoek": Tekst(
        "u helpen omdat u daar zelf om vroeg", "help you because you asked for it yourself"
    ),
    "bezwaar": Tekst("beslissen op uw bezwaar", "decide on your objection"),
    "brp_controle": Tekst(
        "nagaan of u in deze gemeente woont, vóór iemand u belt of schrijft",
        "check that you live in this municipality, before anyone calls or writes to you",
    ),
    "ddas": Tekst(
        "het CBS gegevens leveren voor landelijke cijfers", "deliver data to CBS for national figures"
    ),
    "cijfers": Tekst("tellen hoeveel mensen hulp kregen", "count how many people got help"),
    "samenvoegen": Tekst(
        "nagaan welke signalen over dezelfde persoon gaan", "find out which signals are about one person"
    ),
    "terugkoppeling": Tekst(
        "het bedrijf laten weten wat er met zijn signaal gebeurde",
        "tell the company what became of its signal",
    ),
}

VERWERKINGEN: Final = {
    "aanlevering ontvangen": Tekst("Een bedrijf leverde een bestand aan", "A company delivered a file"),
    "aanlevering inschrijven": Tekst(
        "Een signaal over u is ingeschreven", "A signal about you was registered"
    ),
    "aanlevering verwerken": Tekst(
        "Een signaal over u is ontvangen en gecontroleerd", "A signal about you was received and checked"
    ),
    "aanlevering weigeren": Tekst("Een bestand is geweigerd en gewist", "A file was refused and erased"),
    "signalen oppakken": Tekst("Uw signaal is een melding geworden", "Your signal became a case"),
    "twijfelparen bekijken": Tekst(
        "Gekeken of twee signalen over u gaan", "Checked whether two signals are about you"
    ),
    "twijfelpaar beoordelen": Tekst(
        "Besloten of twee signalen over u gaan", "Decided whether two signals are about you"
    ),
    "werkvoorraad bekijken": Tekst(
        "Uw naam en adres stonden in een werklijst", "Your name and address stood in a work list"
    ),
    "mijn werk bekijken": Tekst(
        "Uw naam en adres stonden in een werklijst", "Your name and address stood in a work list"
    ),
    "melding bekijken": Tekst("Iemand bekeek uw melding", "Someone looked at your case"),
    "overdrachten bekijken": Tekst(
        "Een lijst van overdrachten is bekeken", "A list of hand-overs was viewed"
    ),
    "overdracht bekijken": Tekst(
        "Iemand bekeek wat over u is doorgegeven", "Someone looked at what was passed on about you"
    ),
    "overdracht ophalen": Tekst(
        "Iemand haalde op wat over u wordt doorgegeven", "Someone took out what is passed on about you"
    ),
    "binnengekomen overdrachten bekijken": Tekst(
        "De nieuwe gemeente keek wat voor haar klaarstaat, zonder inhoud",
        "The new municipality looked what stands ready for it, without content",
    ),
    "overdracht opzoeken": Tekst("Een overdracht is opgezocht", "A hand-over was looked up"),
    "ontvangst van overdracht bevestigen": Tekst(
        "Wie uw gegevens kreeg, bevestigde dat", "Who received your data confirmed that"
    ),
    "aan ontvangst herinneren": Tekst(
        "Gevraagd of wat over u is doorgegeven, ook is aangekomen",
        "Asked whether what was passed on about you has arrived",
    ),
    "verstuurd bekijken": Tekst(
        "Iemand bekeek wat over u is verstuurd", "Someone looked at what was sent about you"
    ),
    "melding toewijzen": Tekst("Uw melding kreeg een vaste medewerker", "Your case got its own worker"),
    "inwonerschap vastleggen": Tekst("Gecontroleerd of u hier woont", "Checked whether you live here"),
    "melding doorzenden": Tekst(
        "Uw achterstand doorgegeven aan uw nieuwe gemeente", "Passed your arrears on to your new municipality"
    ),
    "BRP vragen": Tekst(
        "In de basisregistratie personen gekeken of u hier woont",
        "Looked in the register of persons whether you live here",
    ),
    "BRP-antwoord beoordelen": Tekst(
        "Besloten of het antwoord van de basisregistratie over u gaat",
        "Decided whether the answer of the register is about you",
    ),
    "BRP-uitval bekijken": Tekst(
        "Uw naam en adres vergeleken met de basisregistratie personen",
        "Compared your name and address with the register of persons",
    ),
    "BRP-controles tellen": Tekst(
        "Geteld hoeveel meldingen op een controle wachten", "Counted how many cases wait for a check"
    ),
    "contactpoging vastleggen": Tekst(
        "Vastgelegd dat er contact is gezocht", "Recorded an attempt to reach you"
    ),
    "bezoeklijst bekijken": Tekst(
        "Uw naam en adres stonden op een lijst voor huisbezoeken",
        "Your name and address stood on a list of home visits",
    ),
    "brieven bekijken vóór verzending": Tekst("Gekeken wie een brief krijgt", "Looked who gets a letter"),
    "brieven kiezen": Tekst("Een medewerker koos een soort brief", "A worker chose a kind of letter"),
    "brievenrondes bekijken": Tekst("Een medewerker bekeek zijn rondes", "A worker looked at his rounds"),
    "proefbrief bekijken": Tekst("Een voorbeeld van een brief bekeken", "Looked at an example of a letter"),
    "brievenronde beginnen": Tekst("Een brief aan u is klaargezet", "A letter to you was put in line"),
    "brief versturen": Tekst("U kreeg een brief van de gemeente", "The municipality sent you a letter"),
    "brief bekijken": Tekst("Een brief aan u is teruggelezen", "A letter to you was read back"),
    "brievenbundel ophalen": Tekst("Een brief aan u is afgedrukt", "A letter to you was printed"),
    "contactpoging verbeteren": Tekst("Een contactpoging is verbeterd", "A contact attempt was corrected"),
    "aanbod doen": Tekst("Vastgelegd dat u hulp is aangeboden", "Recorded that you were offered help"),
    "aanvaarding vastleggen": Tekst("Vastgelegd dat u hulp wilt", "Recorded that you want help"),
    "afwijzing vastleggen": Tekst("Vastgelegd dat u geen hulp wilt", "Recorded that you want no help"),
    "dreiging vastleggen": Tekst(
        "Vastgelegd of u iets dreigt te verliezen", "Recorded whether you may lose something"
    ),
    "gesprek vastleggen": Tekst("Vastgelegd dat er een gesprek was", "Recorded that there was a talk"),
    "vervolg vastleggen": Tekst("Vastgelegd welke hulp volgt", "Recorded which help follows"),
    "zelf geregeld vastleggen": Tekst(
        "Vastgelegd dat u het zelf regelt", "Recorded that you manage yourself"
    ),
    "niet bereikt vastleggen": Tekst(
        "Vastgelegd dat u niet bent bereikt", "Recorded that you were not reached"
    ),
    "al bekend vastleggen": Tekst("Vastgelegd dat u al hulp krijgt", "Recorded that you already get help"),
    "ander traject vastleggen": Tekst(
        "Vastgelegd dat u andere hulp krijgt", "Recorded that you get other help"
    ),
    "melding afronden": Tekst("Uw melding is afgerond", "Your case was closed"),
    "melding heropenen": Tekst("Uw melding is weer geopend", "Your case was opened again"),
    "melding opschorten": Tekst("Uw melding staat even stil", "Your case stands still for a while"),
    "melding hervatten": Tekst("Uw melding gaat weer verder", "Your case goes on again"),
    "bezwaar maken": Tekst("U maakte bezwaar", "You objected"),
    "beslissen op bezwaar": Tekst("Er is op uw bezwaar beslist", "Your objection was decided"),
    "mijn gegevens bekijken": Tekst("U bekeek uw eigen gegevens", "You looked at your own data"),
    "termijn verlengen": Tekst("Een termijn is verlengd", "A term was extended"),
    "collega laten deelnemen": Tekst(
        "Een collega is gevraagd mee te helpen", "A colleague was asked to help"
    ),
    "deelname beëindigen": Tekst("Een collega helpt niet meer mee", "A colleague no longer helps"),
    "tweede lezer vragen": Tekst(
        "Een collega is gevraagd mee te lezen", "A colleague was asked to read along"
    ),
    "tweede lezing vastleggen": Tekst("Een collega las mee", "A colleague read along"),
    "agenda bekijken": Tekst("Uw naam stond in een agenda", "Your name stood in an agenda"),
    "taak maken": Tekst("Over uw melding is een taak gemaakt", "A task about your case was made"),
    "taak toewijzen": Tekst("Een taak ging naar een medewerker", "A task went to a worker"),
    "taak afronden": Tekst("Een taak over uw melding is klaar", "A task about your case is done"),
    "afspraak maken": Tekst("Er is iets met u afgesproken", "Something was agreed with you"),
    "afspraak afronden": Tekst("Een afspraak met u is nagekomen", "An agreement with you was kept"),
    "toewijzing ongedaan maken": Tekst(
        "Uw melding ging terug naar wie haar had", "Your case went back to who had it"
    ),
    "oordeel terugnemen": Tekst(
        "Een oordeel over twee signalen is teruggenomen", "A decision about two signals was taken back"
    ),
    "beoordeelde paren bekijken": Tekst(
        "Teruggekeken of twee signalen over u gaan", "Looked back whether two signals are about you"
    ),
    "twijfelpaar verklaren": Tekst(
        "Bekeken waarom twee signalen op elkaar lijken", "Looked why two signals are alike"
    ),
    "twijfelparen tellen": Tekst(
        "Geteld hoeveel signalen op elkaar lijken", "Counted how many signals are alike"
    ),
    "koppeling meten": Tekst(
        "Gemeten hoe goed signalen bij mensen komen", "Measured how well signals reach the right person"
    ),
    "foutenrapport bekijken": Tekst(
        "Bekeken wat er mis was in een bestand", "Looked at what was wrong in a file"
    ),
    "foutenrapport ophalen": Tekst(
        "Opgehaald wat er mis was in een bestand", "Fetched what was wrong in a file"
    ),
    "origineel ophalen": Tekst("Een geleverd bestand is opgehaald", "A delivered file was fetched"),
    "aanlevering bekijken": Tekst("Een aanlevering is bekeken", "A delivery was looked at"),
    "aanleveringen bekijken": Tekst(
        "Een lijst van aanleveringen is bekeken", "A list of deliveries was looked at"
    ),
    "afspraken bekijken": Tekst(
        "Afspraken met bedrijven zijn bekeken", "Agreements with companies were looked at"
    ),
    "beleid bekijken": Tekst(
        "De regels voor de volgorde zijn bekeken", "The rules for the order were looked at"
    ),
    "terugkoppelingen bekijken": Tekst(
        "Berichten aan bedrijven zijn bekeken", "Messages to companies were looked at"
    ),
    "terugkoppelen aan partners": Tekst(
        "Het bedrijf hoorde dat er iets met zijn signaal is gedaan",
        "The company heard that something was done with its signal",
    ),
    "terugkoppeling ophalen": Tekst(
        "Het bedrijf haalde op wat er met zijn signaal is gedaan",
        "The company fetched what was done with its signal",
    ),
    "inzage bekijken": Tekst("Een overzicht van uw gegevens is gemaakt", "An overview of your data was made"),
    "zelf hulp vragen": Tekst("U vroeg om hulp", "You asked for help"),
    "contactteksten bekijken": Tekst(
        "De teksten voor contact zijn bekeken", "The texts for contact were looked at"
    ),
    "contacttekst bekijken": Tekst("Een tekst voor contact is bekeken", "A text for contact was looked at"),
    "contacttekst vaststellen": Tekst(
        "Een tekst voor contact is vastgesteld", "A text for contact was decided"
    ),
    "contacttekst gebruiken": Tekst(
        "Opgezocht wat een medewerker u zegt of stuurt", "Looked up what a worker says or sends to you"
    ),
    "reactie registreren": Tekst(
        "Vastgelegd dat u zelf om contact vroeg", "Recorded that you asked for contact yourself"
    ),
    "verbetering vragen": Tekst("U vroeg om iets te verbeteren", "You asked to correct something"),
    "DDAS-levering maken": Tekst(
        "Uw melding staat in een bestand voor het CBS, zonder uw naam",
        "Your case is in a file for Statistics Netherlands, without your name",
    ),
    "monitor bekijken": Tekst("De cijfers van een jaar zijn bekeken", "The figures of a year were looked at"),
    "streefwaarde vastleggen": Tekst("Een streefwaarde is vastgelegd", "A target was recorded"),
    "cijfers bekijken": Tekst("Cijfers zijn bekeken", "Figures were looked at"),
    "interne cijfers bekijken": Tekst("Cijfers zijn bekeken", "Figures were looked at"),
    "interne monitor bekijken": Tekst(
        "De cijfers van een jaar zijn bekeken", "The figures of a year were looked at"
    ),
    "cijfers tellen": Tekst(
        "Uw melding is meegeteld, zonder uw naam", "Your case was counted, without your name"
    ),
    "cijfers vaststellen": Tekst(
        "Uw melding is meegeteld, zonder uw naam", "Your case was counted, without your name"
    ),
    "inwonertal vastleggen": Tekst("Een inwonertal is vastgelegd", "A number of residents was recorded"),
    "beleid vaststellen": Tekst(
        "De regels voor de volgorde zijn vastgesteld", "The rules for the order were set"
    ),
    "beleid vergelijken": Tekst(
        "Nieuwe regels voor de volgorde zijn bekeken", "New rules for the order were looked at"
    ),
    "afspraak vastleggen": Tekst(
        "Een afspraak met een bedrijf is vastgelegd", "An agreement with a company was recorded"
    ),
    "afspraak vergelijken": Tekst(
        "Een afspraak met een bedrijf is vergeleken", "An agreement with a company was compared"
    ),
    "afspraak beëindigen": Tekst(
        "Een afspraak met een bedrijf is beëindigd", "An agreement with a company was ended"
    ),
    "filter bewaren": Tekst("Een medewerker bewaarde een filter", "A worker saved a filter"),
    "filter hernoemen": Tekst("Een medewerker hernoemde een filter", "A worker renamed a filter"),
    "filter verwijderen": Tekst("Een medewerker verwijderde een filter", "A worker removed a filter"),
    "standaardfilter kiezen": Tekst("Een medewerker koos een filter", "A worker chose a filter"),
}

ENGELS: Final = {
    "BRP vragen": "ask the BRP",
    "BRP-antwoord beoordelen": "judge an answer of the BRP",
    "BRP-controles tellen": "count BRP checks",
    "BRP-uitval bekijken": "view BRP answers in doubt",
    "aanbod doen": "make an offer",
    "aanlevering bekijken": "view a delivery",
    "aanlevering ontvangen": "receive a delivery",
    "aanlevering inschrijven": "register a delivery",
    "aanlevering verwerken": "process a delivery",
    "aanlevering weigeren": "refuse a delivery",
    "aanleveringen bekijken": "view deliveries",
    "aanvaarding vastleggen": "record an acceptance",
    "afspraak afronden": "complete an agreement",
    "afspraak beëindigen": "end an agreement",
    "afspraak maken": "make an agreement",
    "afspraak vastleggen": "record an agreement",
    "afspraak vergelijken": "compare an agreement",
    "afspraken bekijken": "view agreements",
    "afwijzing vastleggen": "record a refusal of help",
    "agenda bekijken": "view the agenda",
    "al bekend vastleggen": "record that help runs already",
    "ander traject vastleggen": "record another course of help",
    "beleid bekijken": "view the policy",
    "beleid vaststellen": "adopt a policy",
    "beleid vergelijken": "compare a policy",
    "beoordeelde paren bekijken": "view judged pairs",
    "beslissen op bezwaar": "decide on an objection",
    "bezwaar maken": "object",
    "DDAS-levering maken": "make the DDAS delivery",
    "monitor bekijken": "view the monitor",
    "streefwaarde vastleggen": "record a target",
    "cijfers bekijken": "view figures",
    "interne cijfers bekijken": "view internal figures",
    "interne monitor bekijken": "view the internal monitor",
    "cijfers tellen": "count figures",
    "cijfers vaststellen": "adopt figures",
    "collega laten deelnemen": "let a colleague take part",
    "contactpoging vastleggen": "record a contact attempt",
    "contactpoging verbeteren": "correct a contact attempt",
    "deelname beëindigen": "end a participation",
    "dreiging vastleggen": "record a threat",
    "filter bewaren": "save a filter",
    "filter hernoemen": "rename a filter",
    "filter verwijderen": "delete a filter",
    "foutenrapport bekijken": "view an error report",
    "foutenrapport ophalen": "download an error report",
    "gesprek vastleggen": "record a talk",
    "inwonerschap vastleggen": "record residence",
    "inwonertal vastleggen": "record the number of residents",
    "inzage bekijken": "view who looked",
    "koppeling meten": "measure the matcher",
    "melding afronden": "close a case",
    "melding bekijken": "view a case",
    "melding doorzenden": "forward a case",
    "melding heropenen": "reopen a case",
    "melding hervatten": "resume a case",
    "melding opschorten": "suspend a case",
    "melding toewijzen": "assign a case",
    "mijn gegevens bekijken": "view my data",
    "mijn werk bekijken": "view my work",
    "niet bereikt vastleggen": "record not reached",
    "oordeel terugnemen": "take back a judgement",
    "origineel ophalen": "download the original",
    "aan ontvangst herinneren": "remind of a receipt",
    "binnengekomen overdrachten bekijken": "view incoming hand-overs",
    "ontvangst van overdracht bevestigen": "confirm the receipt of a hand-over",
    "overdracht bekijken": "view a hand-over",
    "overdracht opzoeken": "look up a hand-over",
    "overdracht ophalen": "take out a hand-over",
    "overdrachten bekijken": "view hand-overs",
    "contactteksten bekijken": "view texts for contact",
    "contacttekst bekijken": "preview a text for contact",
    "contacttekst vaststellen": "adopt a text for contact",
    "contacttekst gebruiken": "use a text for contact",
    "reactie registreren": "record a response",
    "signalen oppakken": "take up signals",
    "standaardfilter kiezen": "choose a standard filter",
    "taak afronden": "complete a task",
    "taak maken": "make a task",
    "taak toewijzen": "assign a task",
    "termijn verlengen": "extend a term",
    "terugkoppelen aan partners": "give feedback to partners",
    "terugkoppeling ophalen": "fetch feedback",
    "terugkoppelingen bekijken": "view feedback",
    "toewijzing ongedaan maken": "undo an assignment",
    "tweede lezer vragen": "ask a second reader",
    "tweede lezing vastleggen": "record a second reading",
    "twijfelpaar beoordelen": "judge a doubtful pair",
    "twijfelpaar verklaren": "explain a doubtful pair",
    "twijfelparen bekijken": "view doubtful pairs",
    "twijfelparen tellen": "count doubtful pairs",
    "verbetering vragen": "ask for a correction",
    "verstuurd bekijken": "view what was sent",
    "vervolg vastleggen": "record the follow-up",
    "werkvoorraad bekijken": "view the work stock",
    "zelf geregeld vastleggen": "record self-arranged",
    "zelf hulp vragen": "ask for help oneself",
}
"""The English name of each action, as a supervisor and a colleague read it."""
