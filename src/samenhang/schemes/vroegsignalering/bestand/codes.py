"""Every code of a refusal or warning with its sentence: fault and remedy. Pure.

F refuses the file, R the row, W is a warning. `{waarde}` is what stood in the cell (shortened, masked
where it may be a BSN or IBAN).
"""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst


def _t(nl: str, en: str) -> Tekst:
    return Tekst(nl, en)


CODES: Final[dict[str, Tekst]] = {
    "F01": _t(
        "Kolom {waarde}: het BSN mag niet worden geleverd, ook niet leeg. Haal de kolom weg en lever opnieuw.",
        "Column {waarde}: the BSN may not be delivered, not even empty. Remove the column and deliver again.",
    ),
    "F02": _t(
        "Kolom {waarde}: een rekeningnummer mag niet worden geleverd. Haal de kolom weg en lever opnieuw.",
        "Column {waarde}: an account number may not be delivered. Remove the column and deliver again.",
    ),
    "F03": _t(
        "Kolom {waarde} is niet toegestaan: de wet noemt alleen contactgegevens en de achterstand. Haal de kolom weg en lever opnieuw.",
        "Column {waarde} is not allowed: the law names contact details and the arrears only. Remove the column and deliver again.",
    ),
    "F04": _t(
        "Het bestand is geen UTF-8: byte {waarde}. Bewaar het als CSV UTF-8 en lever opnieuw.",
        "The file is not UTF-8: byte {waarde}. Save it as CSV UTF-8 and deliver again.",
    ),
    "F05": _t(
        "Het scheidingsteken is geen puntkomma. Bewaar het bestand met ; tussen de kolommen.",
        "The separator is not a semicolon. Save the file with ; between the columns.",
    ),
    "F06": _t(
        "De kolomkoppen kloppen niet: {waarde}. Gebruik de namen van vroegsignaal-1, elk één keer.",
        "The column headers are wrong: {waarde}. Use the names of vroegsignaal-1, each once.",
    ),
    "F07": _t(
        "Het bestand heeft geen rijen. Lever een bestand met een kopregel en minstens één signaal.",
        "The file has no rows. Deliver a file with a header and at least one signal.",
    ),
    "F08": _t(
        "Dit is geen CSV-bestand maar {waarde}. Bewaar het als CSV UTF-8 en lever opnieuw.",
        "This is no CSV file but {waarde}. Save it as CSV UTF-8 and deliver again.",
    ),
    "F09": _t(
        "Dit bestand is al ontvangen op {waarde}; er is niets veranderd.",
        "This file was already received on {waarde}; nothing has changed.",
    ),
    "F10": _t(
        "De partner klopt niet: {waarde}. Controleer nummer, soort en afspraak met de gemeente.",
        "The partner is wrong: {waarde}. Check number, kind and agreement with the municipality.",
    ),
    "F11": _t(
        "Het bestand noemt meer dan één partner: {waarde}. Lever per partner één bestand.",
        "The file names more than one partner: {waarde}. Deliver one file per partner.",
    ),
    "F12": _t(
        "Het bestand is beschadigd: {waarde}. Maak het opnieuw aan en lever het.",
        "The file is damaged: {waarde}. Make it again and deliver it.",
    ),
    "F13": _t(
        "Kolom {waarde} staat niet in de afspraak met de gemeente. Haal de kolom weg of pas eerst de afspraak aan.",
        "Column {waarde} is not in the agreement with the municipality. Remove it, or change the agreement first.",
    ),
    "F14": _t(
        "Het JSON-bestand heeft niet de vorm van vroegsignaal-1: {waarde}. Lever een lijst signalen, elk een object met de kolomnamen als sleutel en tekst als waarde.",
        "The JSON file does not have the form of vroegsignaal-1: {waarde}. Deliver a list of signals, each an object with the column names as keys and text as values.",
    ),
    "F15": _t(
        "Buiten de afspraak met de gemeente: {waarde}. Lever alleen wat is afgesproken, of pas eerst de afspraak aan.",
        "Outside the agreement with the municipality: {waarde}. Deliver only what was agreed, or change the agreement first.",
    ),
    "R01": _t(
        "Signaalnummer {waarde} is leeg of heeft andere tekens dan letters, cijfers, punt, streep en liggend streepje (hoogstens 40).",
        "Signal number {waarde} is empty or has other characters than letters, digits, point, hyphen and underscore (at most 40).",
    ),
    "R02": _t(
        "Signaalnummer {waarde} is al gebruikt voor een ander signaal. Geef elk signaal een eigen nummer.",
        "Signal number {waarde} was already used for another signal. Give each signal its own number.",
    ),
    "R03": _t(
        "Klantnummer {waarde} hoort in dit bestand bij twee personen. Controleer welke de klant is.",
        "Customer number {waarde} belongs to two persons in this file. Check who the customer is.",
    ),
    "W04": _t(
        "Deze klant staat met hetzelfde bedrag meer dan eens in dit bestand; opgenomen als herhaald.",
        "This customer stands in this file more than once with the same amount; taken as repeated.",
    ),
    "R05": _t(
        "Bedrag {waarde} is leeg, nul, negatief, te groot of heeft geen twee decimalen. Lever het als 432.10.",
        "Amount {waarde} is empty, zero, negative, too large or lacks two decimals. Deliver it as 432.10.",
    ),
    "R06": _t(
        "Bedrag {waarde} is niet eenduidig. Lever een punt, twee decimalen en geen duizendtallen: 1234.50.",
        "Amount {waarde} is ambiguous. Deliver a point, two decimals and no thousands separator: 1234.50.",
    ),
    "R07": _t(
        "Bedrag {waarde} is geen getal. Lever alleen cijfers en een punt: 432.10.",
        "Amount {waarde} is no number. Deliver digits and a point only: 432.10.",
    ),
    "R08": _t(
        "Datum {waarde} is een dagnummer uit een rekenblad; lever {herstel}.",
        "Date {waarde} is a day number from a spreadsheet; deliver {herstel}.",
    ),
    "R09": _t(
        "Datum {waarde} bestaat niet of is niet als JJJJ-MM-DD geschreven.",
        "Date {waarde} does not exist or is not written as YYYY-MM-DD.",
    ),
    "R10": _t(
        "Geboortedatum {waarde} kan niet: in de toekomst, voor 1900 of een invuldatum. Verbeter hem of laat hem leeg.",
        "Birth date {waarde} is impossible: in the future, before 1900 or a placeholder. Correct it or leave it empty.",
    ),
    "W11": _t(
        "Deze persoon is jonger dan 18; een medewerker beoordeelt het signaal.",
        "This person is under 18; a worker judges the signal.",
    ),
    "R12": _t("Signaaldatum {waarde} ligt in de toekomst.", "Signal date {waarde} is in the future."),
    "W13": _t(
        "Dit signaal is ouder dan 60 dagen bij ontvangst.", "This signal is more than 60 days old on receipt."
    ),
    "R14": _t(
        "Ontstaansdatum {waarde} ligt na de signaaldatum.", "Origin date {waarde} is after the signal date."
    ),
    "R15": _t(
        "Onterecht: de achterstand van {waarde} is korter of langer geleden ontstaan dan de afgesproken dagen.",
        "Unjustified: the arrears of {waarde} arose fewer or more days ago than agreed.",
    ),
    "R16": _t(
        "Aantal maanden {waarde} ontbreekt, kan niet of spreekt de ontstaansdatum tegen.",
        "Number of months {waarde} is missing, impossible or contradicts the origin date.",
    ),
    "R17": _t(
        "Postcode {waarde} bestaat niet. Lever vier cijfers en twee hoofdletters, zoals 2611AB.",
        "Postcode {waarde} does not exist. Deliver four digits and two capitals, such as 2611AB.",
    ),
    "W17": _t("Postcode {waarde} is gelezen als {herstel}.", "Postcode {waarde} was read as {herstel}."),
    "R18": _t(
        "Huisnummer {waarde} bevat meer dan het getal. Voorstel: huisnummer {herstel}. Verbeter het en lever de rij opnieuw.",
        "House number {waarde} holds more than the number. Proposal: house number {herstel}. Correct it and deliver the row again.",
    ),
    "R19": _t(
        "Huisnummer {waarde} is geen getal van 1 tot en met 99999.",
        "House number {waarde} is no number from 1 to 99999.",
    ),
    "W20": _t(
        "Postcode {waarde} ligt buiten deze gemeente; eerst controle in de BRP, geen contact.",
        "Postcode {waarde} is outside this municipality; first a check in the BRP, no contact.",
    ),
    "R21": _t(
        "Een postbus is geen woonadres. Lever het adres waar de klant woont.",
        "A PO box is no home address. Deliver the address where the customer lives.",
    ),
    "R22": _t(
        "De naam is niet volledig: achternaam en voorletters of voornaam zijn nodig.",
        "The name is incomplete: surname and initials or given name are needed.",
    ),
    "R23": _t(
        "{waarde} is een rechtspersoon; schuldhulp is voor mensen. Lever dit signaal niet.",
        "{waarde} is a legal person; debt assistance is for people. Do not deliver this signal.",
    ),
    "W23": _t(
        "{waarde} lijkt een eenmanszaak of vof; opgenomen als persoon.",
        "{waarde} looks like a sole trader or partnership; taken as a person.",
    ),
    "R24": _t(
        "{waarde} is niet de naam van één persoon. Lever de contractant.",
        "{waarde} is not the name of one person. Deliver the holder of the contract.",
    ),
    "R25": _t(
        "De cel bevat beschadigde tekens. Lever het bestand opnieuw als UTF-8.",
        "The cell holds damaged characters. Deliver the file again as UTF-8.",
    ),
    "W26": _t(
        "Het telefoonnummer is onvolledig en niet overgenomen.",
        "The telephone number is incomplete and was not taken over.",
    ),
    "W27": _t(
        "Het e-mailadres klopt niet of is van uzelf en is niet overgenomen.",
        "The e-mail address is wrong or your own and was not taken over.",
    ),
    "R28": _t(
        "Dreiging en datum horen bij elkaar: {waarde}. Lever beide, met een datum op of na de signaaldatum.",
        "Threat and date belong together: {waarde}. Deliver both, with a date on or after the signal date.",
    ),
    "R29": _t(
        "{waarde} kan niet bij deze soort partner.", "{waarde} is impossible for this kind of partner."
    ),
    "R30": _t(
        "Einde levering zonder eerder signaal van deze klant: lever eerst een vroegsignaal.",
        "End of supply without an earlier signal of this customer: first deliver an early signal.",
    ),
    "W31": _t(
        "Minder dan 20 werkdagen tot het einde van de levering: eerste prioriteit.",
        "Fewer than 20 working days to the end of supply: first priority.",
    ),
    "R32": _t(
        "De klant had bezwaar; zijn gegevens zijn gewist. Lever deze klant niet.",
        "The customer objected; the data are erased. Do not deliver this customer.",
    ),
    "R33": _t(
        "Er loopt een betalingsregeling. Lever pas als die niet wordt nagekomen.",
        "A payment arrangement is running. Deliver only when it is not kept.",
    ),
    "R34": _t(
        "Te weinig herinneringen of geen geldige datum daarvan: {waarde}.",
        "Too few reminders or no valid date of them: {waarde}.",
    ),
    "R35": _t(
        "De datum van de poging tot persoonlijk contact ontbreekt of ligt na het signaal.",
        "The date of the attempt at personal contact is missing or after the signal.",
    ),
    "R36": _t(
        "U moet de klant op schuldhulp hebben gewezen (hulp_genoemd = J).",
        "You must have pointed the customer to debt assistance (hulp_genoemd = J).",
    ),
    "R37": _t(
        "Grondslag {waarde} geldt niet voor dit signaal, deze gemeente of deze dag.",
        "Legal basis {waarde} does not hold for this signal, this municipality or this day.",
    ),
    "R38": _t(
        "De cel bevat een getal dat een BSN of IBAN kan zijn ({waarde}). Haal het weg.",
        "The cell holds a number that may be a BSN or IBAN ({waarde}). Remove it.",
    ),
    "W39": _t(
        "{waarde} lege regels, losse scheidingstekens of spaties om waarden zijn overgeslagen.",
        "{waarde} empty lines, stray separators or spaces around values were skipped.",
    ),
    "R40": _t(
        "Intrekking van een onbekend of gesloten signaal: {waarde}.",
        "Withdrawal of an unknown or closed signal: {waarde}.",
    ),
    "W41": _t(
        "De tekst begint met een formuleteken; bewaard als tekst en in uitvoer onschadelijk gemaakt.",
        "The text starts with a formula sign; kept as text and made harmless in exports.",
    ),
    "W42": _t(
        "Het klantnummer staat niet in de afspraak en is niet overgenomen.",
        "The customer number is not in the agreement and was not taken over.",
    ),
    "R43": _t(
        'Waarde "{waarde}" ontbreekt, is te lang of hoort niet tot de toegestane waarden.',
        'Value "{waarde}" is missing, too long or not among the allowed values.',
    ),
    "R44": _t(
        "De rij heeft {waarde} velden; dat is anders dan de kopregel. Verbeter de rij.",
        "The row has {waarde} fields; that differs from the header. Correct the row.",
    ),
}


def soort(code: str) -> str:
    """F, R or W."""
    return code[0]


def zin(code: str, waarde: str | Tekst = "", herstel: str = "") -> Tekst:
    """The sentence of a code with its cell value filled in, at most 60 characters of it.

    A `waarde` in two languages is our own description of the fault and is not shortened.
    """
    nl, en = (waarde.nl, waarde.en) if isinstance(waarde, Tekst) else (_kort(waarde), _kort(waarde))
    tekst = CODES[code]
    return Tekst(
        tekst.nl.replace("{waarde}", nl).replace("{herstel}", herstel),
        tekst.en.replace("{waarde}", en).replace("{herstel}", herstel),
    )


def _kort(waarde: str) -> str:
    return waarde if len(waarde) <= 60 else waarde[:57] + "..."
