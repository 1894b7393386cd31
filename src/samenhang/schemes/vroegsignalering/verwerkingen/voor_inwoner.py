"""What each action did with someone's data, in words for the person himself (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

VERWERKINGEN: Final = {
    "kopie vragen": Tekst("U vroeg een kopie van uw gegevens", "You asked for a copy of your data"),
    "mijn kopie ophalen": Tekst(
        "U haalde zelf een kopie van uw gegevens op", "You fetched a copy of your data yourself"
    ),
    "toestemming vastleggen": Tekst(
        "Uw antwoord op een vraag om toestemming is vastgelegd",
        "Your answer to a question for consent was recorded",
    ),
    "toestemming intrekken": Tekst("Uw toestemming is ingetrokken", "Your consent was withdrawn"),
    "informeren uitstellen": Tekst("Uitgesteld om u te informeren", "Informing you was put off"),
    "inwoner informeren": Tekst("Vastgelegd is wat u is verteld", "What you were told was recorded"),
    "meervoudig doorgeven": Tekst(
        "U bent aangemeld bij het meldpunt voor meer problemen tegelijk",
        "You were referred to the desk for multiple problems",
    ),
    "kennismaking doorgeven": Tekst(
        "Uw naam en telefoon gingen naar een hulporganisatie",
        "Your name and telephone went to a help organisation",
    ),
    "aanlevering ontvangen": Tekst("Een bedrijf leverde een bestand aan", "A company delivered a file"),
    "aanlevering inschrijven": Tekst(
        "Een bericht over een rekening van u is ingeschreven",
        "A message about a bill of yours was registered",
    ),
    "aanlevering verwerken": Tekst(
        "Een bericht over een rekening van u is ontvangen en gecontroleerd",
        "A message about a bill of yours was received and checked",
    ),
    "koppeling onthouden": Tekst(
        "Uitgezocht is welke berichten over dezelfde persoon gaan",
        "It was worked out which messages are about the same person",
    ),
    "aanlevering opnieuw beginnen": Tekst(
        "Een mislukt bestand werd opnieuw begonnen", "A file that failed was begun again"
    ),
    "aanlevering weigeren": Tekst("Een bestand is geweigerd en gewist", "A file was refused and erased"),
    "signalen oppakken": Tekst(
        "Van het bericht over u is een melding gemaakt", "Of the message about you a case was made"
    ),
    "twijfelparen bekijken": Tekst(
        "Gekeken of twee berichten over u gaan", "Checked whether two messages are about you"
    ),
    "twijfelpaar beoordelen": Tekst(
        "Besloten of twee berichten over u gaan", "Decided whether two messages are about you"
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
    "ontvangen berichten bekijken": Tekst(
        "Een lijst van berichten is bekeken", "A list of messages was viewed"
    ),
    "ontvangen bericht bekijken": Tekst(
        "Iemand las wat een andere gemeente over u stuurde",
        "Someone read what another municipality sent about you",
    ),
    "gegevens verbeteren": Tekst(
        "Uw naam of geboortedatum is verbeterd", "Your name or birth date was corrected"
    ),
    "overdracht intrekken": Tekst(
        "Wat over u was doorgegeven is teruggehaald", "What was passed on about you was taken back"
    ),
    "voorwaarde stellen": Tekst(
        "Vastgelegd dat uw gegevens niet zomaar verder mogen",
        "Recorded that your data may not simply be passed on",
    ),
    "voorwaarde opheffen": Tekst(
        "Vastgelegd dat de bron van uw gegevens akkoord is met doorgeven",
        "Recorded that the source of your data agrees that they are passed on",
    ),
    "ontvangst van overdracht bevestigen": Tekst(
        "Wie uw gegevens kreeg, bevestigde dat", "Who received your data confirmed that"
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
    "bericht over later antwoord bekijken": Tekst(
        "De brief dat ons antwoord later komt is gelezen", "The letter that our answer comes later was read"
    ),
    "bericht over later antwoord vooraf bekijken": Tekst(
        "De brief dat ons antwoord later komt is vooraf bekeken",
        "The letter that our answer comes later was looked at beforehand",
    ),
    "besluit op bezwaar als brief bekijken": Tekst(
        "De brief met ons besluit op uw bezwaar is gelezen",
        "The letter with our decision on your objection was read",
    ),
    "besluit op bezwaar als brief vooraf bekijken": Tekst(
        "De brief met ons besluit op uw bezwaar is vooraf bekeken",
        "The letter with our decision on your objection was looked at beforehand",
    ),
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
        "Een oordeel over twee berichten is teruggenomen", "A decision about two messages was taken back"
    ),
    "beoordeelde paren bekijken": Tekst(
        "Teruggekeken of twee berichten over u gaan", "Looked back whether two messages are about you"
    ),
    "twijfelpaar verklaren": Tekst(
        "Bekeken waarom twee berichten op elkaar lijken", "Looked why two messages are alike"
    ),
    "twijfelparen tellen": Tekst(
        "Geteld hoeveel berichten op elkaar lijken", "Counted how many messages are alike"
    ),
    "koppeling meten": Tekst(
        "Gemeten hoe goed berichten bij de juiste mensen komen",
        "Measured how well messages reach the right person",
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
        "Het bedrijf hoorde dat er iets met zijn bericht is gedaan",
        "The company heard that something was done with its signal",
    ),
    "terugkoppeling ophalen": Tekst(
        "Het bedrijf haalde op wat er met zijn bericht is gedaan",
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
    "cijfers overnemen": Tekst("Cijfers van vroeger zijn overgenomen", "Figures of earlier were taken over"),
    "sjabloon voor cijfers ophalen": Tekst(
        "Een leeg formulier voor cijfers is opgehaald", "An empty form for figures was fetched"
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
