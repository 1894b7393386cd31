"""What each action did with someone's data, and why, in words for the person himself (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

DOELTEKSTEN: Final = {
    "plan": Tekst("samen met u een plan maken en uitvoeren", "make and carry out a plan with you"),
    "melden": Tekst("een melding over u vastleggen", "record a report about you"),
    "triage": Tekst("bekijken wie u het best kan helpen", "see who can help you best"),
    "onderzoek": Tekst("met u uitzoeken of problemen samenhangen", "find out with you whether problems are coherent"),
    "onderzoek_ambtshalve": Tekst(
        "uitzoeken of problemen samenhangen, omdat een professional daarom vroeg",
        "find out whether problems are coherent, because a professional asked for it",
    ),
    "informeren": Tekst("u vertellen dat er een melding over u is", "tell you that there is a report about you"),
    "nood": Tekst("levensgevaar of ernstig gevaar voorkomen", "prevent danger to life or serious danger"),
    "beslissen": Tekst(
        "nagaan of iets mag: wat u goed vindt, wat u is verteld, of u bezwaar maakte",
        "establish whether something is allowed: what you agreed to, were told and object to",
    ),
    "opschaling": Tekst(
        "doorgeven wat het Zorg- en Veiligheidshuis van u nodig heeft", "pass on what the Care and Safety House needs of you"
    ),
    "aanmelding": Tekst("doorgeven dat u om schuldhulp vraagt", "pass on that you ask for debt assistance"),
    "bronvoorwaarde": Tekst(
        "vastleggen en nagaan wat een organisatie vroeg over doorgeven", "record and look up what an organisation asked about passing on"
    ),
    "werkverdeling": Tekst("het werk verdelen tussen medewerkers", "divide the work between workers"),
    "bezwaar": Tekst("beslissen op uw bezwaar", "decide on your objection"),
    "casusoverleg": Tekst("meedoen in het overleg over uw plan", "take part in the meeting about your plan"),
}  # fmt: skip
_NAMEN: Final = {
    "melding vastleggen": ("Een melding over u is vastgelegd", "A report about you was recorded", "record a report"),
    "melding overnemen": ("Uw melding kwam van een ander team", "Your report came from another team", "take in a report"),
    "doorgegeven meldingen bekijken": ("Bekeken wie is doorgegeven", "It was seen who was passed on", "view reports passed on"),
    "aanmelden bij schuldhulp": ("Doorgegeven dat u om schuldhulp vraagt", "It was passed on that you ask for debt assistance", "refer to debt assistance"),
    "opschalen naar zorg- en veiligheidshuis": ("Doorgegeven aan het Zorg- en Veiligheidshuis", "It was passed on to the Care and Safety House", "move up to the Care and Safety House"),
    "akkoord van de bron vastleggen": ("Vastgelegd dat iets over u verder mag", "Recorded that something about you may go onward", "record agreement of the source"),
    "melding oppakken": ("Uw melding is opgepakt", "Your report was taken up", "take up a report"),
    "gezinslid vastleggen": ("Vastgelegd wie bij uw gezin hoort", "Recorded who belongs to your family", "record a family member"),
    "instemming vastleggen": ("Vastgelegd waarmee u instemt of niet", "Recorded what you agree to or not", "record consent"),
    "inwoner informeren": ("Vastgelegd dat u bent geïnformeerd", "Recorded that you were informed", "inform a resident"),
    "informeren uitstellen": ("Uitgesteld om u te informeren", "Informing you was put off", "put off informing"),
    "vertegenwoordiger vastleggen": ("Vastgelegd wie u vertegenwoordigt", "Recorded who represents you", "record a representative"),
    "vertegenwoordiging beeindigen": ("Iemand vertegenwoordigt u niet meer", "Someone represents you no more", "end a representation"),
    "inzage tegen het belang vastleggen": ("Vastgelegd of inzage voor u door een ander in uw belang is", "Recorded whether access by another is in your interest", "record access against the interest"),
    "wie ik vertegenwoordig bekijken": ("Wie u vertegenwoordigt zag uw naam", "Who represents you saw your name", "view whom one represents"),
    "namens een jongere bekijken": ("Wie u vertegenwoordigt bekeek uw gegevens", "Who represents you looked at your data", "look on behalf of a young person"),
    "melder berichten": ("De melder weet dat de melding is opgepakt", "The reporter knows that the report was taken up", "tell the reporter"),
    "melding doorgeleiden": ("Uw melding is doorgegeven", "Your report was passed on", "pass a report on"),
    "onderzoek beginnen": ("Een onderzoek met u is begonnen", "An investigation with you began", "begin an investigation"),
    "ambtshalve beginnen": ("Een onderzoek over u is begonnen", "An investigation about you began", "begin an investigation without request"),
    "aandachtspunt vastleggen": ("Iets over uw situatie vastgelegd", "Something about your situation was recorded", "record a point of attention"),
    "conclusie trekken": ("Vastgelegd of uw problemen samenhangen", "Recorded whether your problems are coherent", "draw the conclusion"),
    "coordinator aanwijzen": ("U kreeg een coördinator", "You got a coordinator", "appoint a coordinator"),
    "aanpak afzien": ("Vastgelegd dat geen gezamenlijke aanpak nodig is", "Recorded that no joint approach is needed", "need no approach"),
    "plan beginnen": ("Begonnen met uw plan", "Your plan was begun", "begin the plan"),
    "doel vastleggen": ("Een doel in uw plan gezet", "A goal was put into your plan", "record a goal"),
    "afspraak vastleggen": ("Een afspraak in uw plan gezet", "An agreement was put into your plan", "record an agreement"),
    "meelezer vragen": ("Een collega is gevraagd mee te lezen", "A colleague was asked to read along", "ask a second reader"),
    "afspraken meelezen": ("Een collega las de afspraken mee", "A colleague read the agreements", "read the agreements along"),
    "plan vaststellen": ("Uw plan is vastgesteld", "Your plan was adopted", "adopt the plan"),
    "afspraak nakomen": ("Een afspraak uit uw plan is nagekomen", "An agreement of your plan was kept", "keep an agreement"),
    "overleg klaarzetten": ("Een overleg over uw plan klaargezet", "A meeting about your plan was prepared", "prepare a meeting"),
    "overleg beginnen": ("Een overleg over uw plan begon", "A meeting about your plan began", "begin a meeting"),
    "overleg sluiten": ("Een overleg over uw plan is gesloten", "A meeting about your plan was closed", "close a meeting"),
    "delen vastleggen": ("Vastgelegd wat u met een andere organisatie deelt", "Recorded what you share with another organisation", "record sharing with a party"),
    "partij uitnodigen": ("Een organisatie uitgenodigd voor een overleg over uw plan", "An organisation was invited to a meeting about your plan", "invite a party"),
    "inwoner uitnodigen": ("U bent uitgenodigd voor het overleg over uw plan", "You were invited to the meeting about your plan", "invite a resident"),
    "aanwezigheid vastleggen": ("Vastgelegd wie bij het overleg was", "Recorded who was at the meeting", "record who was there"),
    "agendapunt afhandelen": ("Een punt in het overleg over uw plan behandeld", "A point of the meeting about your plan was dealt with", "deal with a point of the agenda"),
    "deelname partij beëindigen": ("Een organisatie doet niet meer mee in uw plan", "An organisation no longer takes part in your plan", "end the part of a party"),
    "voorwaarde laten vervallen": ("Een organisatie vindt nu goed dat anderen zien wat zij over u inbracht", "An organisation now agrees that others see what it brought in about you", "lift a condition of the source"),
    "bij conflict van plichten inzien": ("Een organisatie bekeek iets van u zonder uw instemming, omdat zwijgen gevaar gaf", "An organisation looked at something of yours without your consent, because keeping silent was dangerous", "look for a conflict of duties"),
    "inbreng vastleggen": ("Een organisatie bracht iets in over uw situatie", "An organisation brought something in about your situation", "bring something in"),
    "uitnodiging beantwoorden": ("Een organisatie antwoordde of zij naar het overleg komt", "An organisation said whether it comes to the meeting", "answer an invitation"),
    "overleg bekijken": ("Iemand bekeek het overleg over uw plan", "Someone looked at the meeting about your plan", "look at a meeting"),
    "uitnodigingen bekijken": ("Een organisatie bekeek haar uitnodigingen", "An organisation looked at its invitations", "look at invitations"),
    "zaak als deelnemer bekijken": ("Een organisatie bekeek wat zij van uw plan mag zien", "An organisation looked at what it may see of your plan", "look at a case as a participant"),
    "plan evalueren": ("Bekeken hoe het met uw plan gaat", "Your plan was evaluated", "evaluate the plan"),
    "plan bijstellen": ("Uw plan wordt aangepast", "Your plan is being adjusted", "adjust the plan"),
    "aanpak afschalen": ("De aanpak wordt afgebouwd", "The approach is being scaled down", "scale down"),
    "aanpak afsluiten": ("De aanpak is afgesloten", "The approach was closed", "close the approach"),
    "aanpak stoppen": ("De aanpak is gestopt", "The approach was stopped", "stop the approach"),
    "termijn verlengen": ("Een termijn is verlengd", "A term was extended", "extend a term"),
    "overschrijding verantwoorden": ("Opgeschreven waarom het onderzoek langer duurde", "Written down why the investigation took longer", "account for a late conclusion"),
    "bezwaar maken": ("U maakte bezwaar", "You objected", "object"),
    "bezwaar beslissen": ("Besloten op uw bezwaar", "Your objection was decided", "decide on an objection"),
    "instemming intrekken": ("U trok uw instemming in", "You withdrew your consent", "withdraw consent"),
    "in nood inzien": ("In nood bekeken, zonder uw instemming", "Looked at in an emergency, without your consent", "look in an emergency"),
    "brief over de melding maken": ("Brief aan u gemaakt", "A letter to you was made", "make the letter about the report"),
    "brief over het besluit op bezwaar maken": ("De brief met ons besluit op uw bezwaar is gemaakt", "The letter with our decision on your objection was made", "make the letter of a decision on an objection"),
    "brief over het besluit op bezwaar vooraf bekijken": ("De brief met ons besluit op uw bezwaar is vooraf bekeken", "The letter with our decision on your objection was looked at beforehand", "look beforehand at the letter of a decision on an objection"),
    "plan op papier maken": ("Uw plan op papier gezet", "Your plan was put on paper", "make the plan on paper"),
    "zaken bekijken": ("Uw naam stond in een lijst", "Your name stood in a list", "look at cases"),
    "zaak bekijken": ("Iemand bekeek uw zaak", "Someone looked at your case", "look at a case"),
    "mijn zaken bekijken": ("U bekeek uw eigen gegevens", "You looked at your own data", "look at my cases"),
}  # fmt: skip
VERWERKINGEN: Final = {naam: Tekst(nl, en) for naam, (nl, en, _) in _NAMEN.items()}
ENGELS: Final = {naam: kort for naam, (_, _, kort) in _NAMEN.items()}
