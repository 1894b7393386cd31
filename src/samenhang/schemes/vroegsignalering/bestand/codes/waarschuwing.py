"""The codes that warn and keep nothing out. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.codes.code import Code

WAARSCHUWING: Final[dict[str, Code]] = {
    "W04": Code(
        Tekst(
            "Deze klant staat met hetzelfde bedrag meer dan eens in dit bestand; opgenomen als herhaald.",
            "This customer stands in this file more than once with the same amount; taken as repeated.",
        ),
        Tekst("Lever elke achterstand één keer.", "Deliver each arrears once."),
    ),
    "W11": Code(
        Tekst(
            "Deze persoon is jonger dan 18; een medewerker beoordeelt het signaal.",
            "This person is under 18; a worker judges the signal.",
        ),
        Tekst(
            "Klopt de geboortedatum niet, trek het signaal dan in en lever het opnieuw.",
            "If the birth date is wrong, withdraw the signal and deliver it again.",
        ),
    ),
    "W13": Code(
        Tekst(
            "Dit signaal is ouder dan 60 dagen bij ontvangst.",
            "This signal is more than 60 days old on receipt.",
        ),
        Tekst("Lever signalen voortaan zodra het mag.", "Deliver signals as soon as you may from now on."),
    ),
    "W17": Code(
        Tekst("Postcode {waarde} is gelezen als {herstel}.", "Postcode {waarde} was read as {herstel}."),
        Tekst("Lever haar voortaan zo.", "Deliver it like that from now on."),
    ),
    "W20": Code(
        Tekst(
            "Postcode {waarde} ligt buiten deze gemeente; eerst controle in de BRP, geen contact.",
            "Postcode {waarde} is outside this municipality; first a check in the BRP, no contact.",
        ),
        Tekst(
            "Klopt het adres niet, trek het signaal dan in en lever het opnieuw.",
            "If the address is wrong, withdraw the signal and deliver it again.",
        ),
    ),
    "W23": Code(
        Tekst(
            "{waarde} lijkt een eenmanszaak of vof; opgenomen als persoon.",
            "{waarde} looks like a sole trader or partnership; taken as a person.",
        ),
        Tekst("Lever de naam van de persoon.", "Deliver the name of the person."),
    ),
    "W26": Code(
        Tekst(
            "Het telefoonnummer is onvolledig en niet overgenomen.",
            "The telephone number is incomplete and was not taken over.",
        ),
        Tekst("Lever tien cijfers, of laat de cel leeg.", "Deliver ten digits, or leave the cell empty."),
    ),
    "W27": Code(
        Tekst(
            "Het e-mailadres klopt niet of is van uzelf en is niet overgenomen.",
            "The e-mail address is wrong or your own and was not taken over.",
        ),
        Tekst(
            "Lever het adres van de klant, of laat de cel leeg.",
            "Deliver the customer's address, or leave the cell empty.",
        ),
    ),
    "W31": Code(
        Tekst(
            "Minder dan 20 werkdagen tot het einde van de levering: eerste prioriteit.",
            "Fewer than 20 working days to the end of supply: first priority.",
        ),
        Tekst(
            "Lever een einde voortaan minstens 20 werkdagen vooraf.",
            "Deliver an end at least 20 working days ahead from now on.",
        ),
    ),
    "W39": Code(
        Tekst(
            "{waarde} lege regels, losse scheidingstekens of spaties om waarden zijn overgeslagen.",
            "{waarde} empty lines, stray separators or spaces around values were skipped.",
        ),
        Tekst("U hoeft niets te doen.", "There is nothing to do."),
    ),
    "W41": Code(
        Tekst(
            "De tekst begint met een formuleteken; bewaard als tekst en in uitvoer onschadelijk gemaakt.",
            "The text starts with a formula sign; kept as text and made harmless in exports.",
        ),
        Tekst(
            "Lever de tekst zonder dat teken als het er niet hoort.",
            "Deliver the text without that sign if it does not belong there.",
        ),
    ),
    "W42": Code(
        Tekst(
            "Het klantnummer staat niet in de afspraak en is niet overgenomen.",
            "The customer number is not in the agreement and was not taken over.",
        ),
        Tekst(
            "Laat de kolom weg of pas eerst de afspraak aan.",
            "Leave the column out, or change the agreement first.",
        ),
    ),
}
