"""The log in plain words: what an action, a purpose, a role, a category and a law are called."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Grondslag
from samenhang.kernel.toegang.dimensies import BETROKKENHEDEN, KERNCATEGORIEEN
from samenhang.kernel.toegang.geldend import beslistabel

ALGEMEEN = {
    "eigen logboek bekijken": Tekst("U bekeek zelf deze pagina", "You looked at this page yourself"),
    "auditlog bekijken": Tekst(
        "Een toezichthouder bekeek wie er in uw gegevens keek",
        "A supervisor looked at who looked at your data",
    ),
    "verlopen gegevens vernietigen": Tekst(
        "Gegevens die niet langer nodig waren zijn gewist", "Data that were no longer needed were erased"
    ),
    "aan termijn herinneren": Tekst(
        "De medewerker is aan een termijn herinnerd", "The worker was reminded of a term"
    ),
    "herinnering afronden": Tekst(
        "Een herinnering aan een termijn is afgerond", "A reminder of a term was closed"
    ),
    "aan ontvangst herinneren": Tekst(
        "Gevraagd of wat over u is doorgegeven, ook is aangekomen",
        "Asked whether what was passed on about you has arrived",
    ),
    "taak klaar melden": Tekst("Een taak in uw zaak is klaar", "A task in your case is done"),
    "uitstel laten verlopen": Tekst(
        "Het uitstel om u te informeren liep af", "The postponement of informing you ended"
    ),
    "mijn kopie ophalen": Tekst("U haalde een kopie van uw gegevens op", "You fetched a copy of your data"),
    "verbetering vragen": Tekst("U vroeg om verbetering", "You asked for a correction"),
    "verbetering beantwoorden": Tekst(
        "Uw verzoek om verbetering is beantwoord", "Your request for correction was answered"
    ),
    "overdracht versturen": Tekst("Een overdracht over u is verstuurd", "A hand-over about you was sent"),
    "overdracht ontvangen": Tekst(
        "Een andere organisatie stuurde iets over u", "Another organisation sent something about you"
    ),
}
ENGELS = {
    "aan ontvangst herinneren": "remind of a receipt",
    "aan termijn herinneren": "remind of a term",
    "auditlog bekijken": "view the audit log",
    "auditlog uitvoeren": "export the audit log",
    "bewijs van het logboek maken": "make proof from the log",
    "bewaartermijnen bekijken": "view the retention terms",
    "bewijzen beëindigen": "end proofs of login",
    "controlepunt medeondertekenen": "countersign a checkpoint",
    "controlepunt ophalen": "get a checkpoint",
    "eigen account bekijken": "view the own account",
    "eigen logboek bekijken": "view the own log",
    "herinnering afronden": "close a reminder",
    "hoedanigheid kiezen": "choose for whom to work",
    "inloggen": "log in",
    "inloglink maken": "make a login link",
    "herstel van het logboek verklaren": "declare a restore of the log",
    "korter log aanvaarden": "accept a log restored with loss",
    "logalarm afhandelen": "close an alarm about the log",
    "logboek controleren": "check the log",
    "mandaat wijzigen": "change a mandate",
    "medeondertekening opnemen": "take in a countersignature",
    "medewerker beeindigen": "end a worker",
    "medewerker bekijken": "view a worker",
    "medewerker toevoegen": "add a worker",
    "medewerker uitnodigen": "invite a worker",
    "medewerker wijzigen": "change a worker",
    "medewerkers bekijken": "view the workers",
    "mislukte plichten bekijken": "view failed duties",
    "bericht controleren": "check a message",
    "partnersleutel intrekken": "withdraw a key of a partner",
    "partnersleutel toevoegen": "add a key of a partner",
    "uitwisselpartner beëindigen": "end the exchange with a partner",
    "uitwisselpartner toevoegen": "add a partner to exchange with",
    "uitwisselpartners bekijken": "view the partners of the exchange",
    "mijn kopie ophalen": "fetch the own copy",
    "verbetering vragen": "ask for a correction",
    "verbetering beantwoorden": "answer a request for correction",
    "openbare sleutel intrekken": "withdraw a public key",
    "openbare sleutel toevoegen": "add a public key",
    "organisatie beeindigen": "end an organisation",
    "organisatie bekijken": "view an organisation",
    "organisatie registreren": "register an organisation",
    "organisatie wijzigen": "change an organisation",
    "organisaties bekijken": "view the organisations",
    "overal uitloggen": "log out everywhere",
    "overdracht versturen": "send a hand-over",
    "overdracht ontvangen": "receive a hand-over",
    "plicht opnieuw proberen": "try a duty again",
    "rol beeindigen": "end a role",
    "rol verlenen": "grant a role",
    "rollen uit claims": "set roles from claims",
    "einde van samenwerkingsafspraak gehoord": "know of the end of an agreement between organisations",
    "papieren handtekening vastleggen": "record a signature on paper",
    "samenwerkingsafspraak beëindigen": "end an agreement between organisations",
    "samenwerkingsafspraak bekijken": "view an agreement between organisations",
    "samenwerkingsafspraak opstellen": "draw up an agreement between organisations",
    "samenwerkingsafspraak tekenen": "sign an agreement between organisations",
    "samenwerkingsafspraak vervangen": "replace an agreement between organisations",
    "samenwerkingsafspraken bekijken": "view the agreements between organisations",
    "sessie beeindigen": "end a session",
    "sleutel intrekken": "revoke a key",
    "sleutel maken": "make a key",
    "taal kiezen": "choose a language",
    "toetspunt bekijken": "view a point to review",
    "toetspunt beoordelen": "review a point",
    "toetspunt vastleggen": "record a point to review",
    "toetspunten bekijken": "view the points to review",
    "toetstaak maken": "make a task of a late review",
    "tweede factor terugzetten": "reset a second factor",
    "taak klaar melden": "say that a task is done",
    "toegang beoordelen": "judge access for another system",
    "toegang heropenen": "reopen an access",
    "toegang stoppen": "stop an access",
    "uitloggen": "log out",
    "uitstel laten verlopen": "let a postponement lapse",
    "vasthouden opheffen": "end the hold on a case",
    "vasthoudingen bekijken": "view the cases that are held",
    "vernietigbericht bevestigen": "confirm a notice of destruction",
    "vernietigbericht bekijken": "view a notice of destruction",
    "vernietigberichten bekijken": "view the notices of destruction",
    "verlopen gegevens vernietigen": "destroy expired data",
    "vernietiging opdragen": "order a destruction",
    "vernietigingen bekijken": "view the destructions",
    "verzegeling bekijken": "view the seal",
    "zaak vasthouden": "hold a case",
    "zegelsleutel vernieuwen": "renew a sealing key",
}
"""The actions of the house by their English name, as a supervisor reads them."""
KANALEN = {
    "web": Tekst("web", "web"),
    "api": Tekst("api", "api"),
    "cli": Tekst("opdrachtregel", "command line"),
    "plicht": Tekst("vanzelf", "by itself"),
}
DOELEN = {
    "inzage": Tekst("u wilde uw eigen gegevens zien", "you wanted to see your own data"),
    "toezicht": Tekst("controleren of het goed gaat", "check that all is well"),
    "vernietiging": Tekst("niet langer bewaren dan nodig", "keep no longer than necessary"),
}
ROLLEN = {
    "inwoner": Tekst("uzelf", "yourself"),
    "systeem": Tekst("automatisch, door het systeem", "automatically, by the system"),
}


@dataclass(frozen=True, slots=True)
class Wet:
    """A legal basis for a reader: its name, its article, and whether the text was checked."""

    id: str
    titel: Tekst
    artikel: str
    bevestigd: bool


def wet(grondslag: Grondslag) -> Wet:
    """A legal basis in words."""
    return Wet(
        grondslag.id,
        Tekst(grondslag.titel, grondslag.title),
        grondslag.artikel,
        grondslag.bronstatus == "bevestigd",
    )


def wetten(namen: str) -> tuple[Wet, ...]:
    """The legal bases of a log row; one that has left the rules since is shown by its id."""
    bekend = beslistabel().grondslagen
    return tuple(
        wet(bekend[naam]) if naam in bekend else Wet(naam, Tekst(naam, naam), naam, False)
        for naam in namen.split(",")
        if naam
    )


def verwerking(scheme: str, naam: str) -> Tekst:
    """What was done, as the scheme says it; else the name of the action."""
    eigen = geinstalleerde_schemes()[scheme].verwerkingen if scheme in geinstalleerde_schemes() else {}
    return eigen.get(naam) or ALGEMEEN.get(naam) or Tekst(naam.capitalize(), naam.capitalize())


def handeling(scheme: str, naam: str) -> Tekst:
    """An action by its name, for who supervises; see `verwerking` for the person himself."""
    eigen = geinstalleerde_schemes()[scheme].engels if scheme in geinstalleerde_schemes() else {}
    return Tekst(naam, eigen.get(naam) or ENGELS.get(naam) or verwerking(scheme, naam).en)


def stap(scheme: str, naam: str) -> Tekst:
    """A step of a case by its title."""
    eigen = geinstalleerde_schemes().get(scheme)
    for deel in eigen.zaak.stappen if eigen and eigen.zaak else ():
        if deel.naam == naam:
            return deel.titel
    return Tekst(naam, naam)


def betrokkenheid(naam: str) -> Tekst:
    """How who acted stood to the case."""
    return BETROKKENHEDEN.get(naam, Tekst(naam, naam))


def kanaal(naam: str) -> Tekst:
    """The door through which it was done."""
    return KANALEN.get(naam, Tekst(naam, naam))


def doel(scheme: str, naam: str) -> Tekst:
    """Why it was done."""
    eigen = geinstalleerde_schemes()[scheme].doelteksten if scheme in geinstalleerde_schemes() else {}
    return eigen.get(naam) or DOELEN.get(naam) or Tekst(naam, naam)


@cache
def _titels(scheme: str) -> tuple[dict[str, Tekst], dict[str, Tekst]]:
    """Roles and categories of a scheme; what the house does across schemes is called as they call it."""
    alle = geinstalleerde_schemes()
    eigen = [alle[scheme]] if scheme in alle else list(alle.values())
    rollen = {rol.naam: rol.titel for declaratie in eigen for rol in declaratie.rollen}
    categorieen = {deel.naam: deel.titel for declaratie in eigen for deel in declaratie.categorieen}
    return {**ROLLEN, **rollen}, {deel.naam: deel.titel for deel in KERNCATEGORIEEN} | categorieen


def rollen(scheme: str, namen: str) -> tuple[Tekst, ...]:
    """The functions of who acted."""
    titels = _titels(scheme)[0]
    return tuple(titels.get(naam, Tekst(naam, naam)) for naam in namen.split(",") if naam)


def categorieen(scheme: str, namen: str) -> tuple[Tekst, ...]:
    """The kinds of data; one that another register has is called as that one calls it."""
    titels = _titels("")[1] | _titels(scheme)[1]
    return tuple(titels.get(naam, Tekst(naam, naam)) for naam in namen.split(",") if naam)
