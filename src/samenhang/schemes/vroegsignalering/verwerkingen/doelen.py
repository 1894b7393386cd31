"""Why a purpose asks for someone's data, in words for the person himself (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

DOELTEKSTEN: Final = {
    "opvolging": Tekst("u hulp aanbieden bij een betalingsachterstand", "offer you help with arrears"),
    "aanlevering": Tekst(
        "een bericht over een onbetaalde rekening ontvangen en controleren",
        "receive and check a message about an unpaid bill",
    ),
    "werkverdeling": Tekst("het werk verdelen tussen medewerkers", "divide the work between workers"),
    "eigen_verzoek": Tekst(
        "u helpen omdat u daar zelf om vroeg", "help you because you asked for it yourself"
    ),
    "beslissen": Tekst(
        "nagaan of iets mag: wat u goed vindt, wat u is verteld, of u bezwaar maakte",
        "establish whether something is allowed: what you agreed to, were told and object to",
    ),
    "kennismaking": Tekst(
        "u in contact brengen met een hulporganisatie, omdat u dat goed vindt",
        "put you in touch with a help organisation, because you agree",
    ),
    "meervoudig": Tekst(
        "u aanmelden bij het meldpunt voor meer problemen tegelijk, omdat u dat goed vindt",
        "refer you to the desk for multiple problems, because you agree",
    ),
    "informeren": Tekst(
        "beslissen wanneer u hoort dat wij uw gegevens gebruiken, en het u vertellen",
        "decide when you hear that we use your data, and tell you",
    ),
    "aanmelding": Tekst(
        "u aanmelden bij schuldhulp, omdat u het aanbod aannam",
        "refer you to debt assistance, because you accepted the offer",
    ),
    "doorzending": Tekst(
        "uw gegevens doorgeven aan de gemeente waar u nu woont",
        "pass your data on to the municipality where you live now",
    ),
    "eigen_aanmelding": Tekst(
        "u aanmelden bij schuldhulp, omdat u daar zelf om vroeg",
        "refer you to debt assistance, because you asked for it yourself",
    ),
    "eigen_doorzending": Tekst(
        "uw verzoek doorgeven aan de gemeente waar u nu woont",
        "pass your request on to the municipality where you live now",
    ),
    "terugroepen": Tekst(
        "laten wissen wat met uw toestemming was doorgegeven",
        "have erased what was passed on with your consent",
    ),
    "bezwaar": Tekst("beslissen op uw bezwaar", "decide on your objection"),
    "verstrekking": Tekst("doorgeven aan wie u verder helpt", "pass on to who helps you further"),
    "verbetering": Tekst("fouten in uw gegevens verbeteren", "correct mistakes in your data"),
    "brp_controle": Tekst(
        "nagaan of u in deze gemeente woont, vóór iemand u belt of schrijft",
        "check that you live in this municipality, before anyone calls or writes to you",
    ),
    "ddas": Tekst(
        "het CBS gegevens leveren voor landelijke cijfers", "deliver data to CBS for national figures"
    ),
    "cijfers": Tekst("tellen hoeveel mensen hulp kregen", "count how many people got help"),
    "samenvoegen": Tekst(
        "nagaan welke berichten over dezelfde persoon gaan", "find out which messages are about one person"
    ),
    "terugkoppeling": Tekst(
        "het bedrijf laten weten wat er met zijn bericht gebeurde",
        "tell the company what became of its signal",
    ),
}
