"""The codes that refuse a row. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.codes.code import Code

RIJ: Final[dict[str, Code]] = {
    "R01": Code(
        Tekst(
            "Signaalnummer {waarde} is leeg of bevat tekens die niet mogen.",
            "Signal number {waarde} is empty or holds characters that are not allowed.",
        ),
        Tekst(
            "Gebruik hoogstens 40 letters, cijfers, punten, streepjes en liggende streepjes.",
            "Use at most 40 letters, digits, points, hyphens and underscores.",
        ),
    ),
    "R02": Code(
        Tekst(
            "Signaalnummer {waarde} is al gebruikt voor een ander signaal.",
            "Signal number {waarde} was already used for another signal.",
        ),
        Tekst("Geef elk signaal een eigen nummer.", "Give each signal its own number."),
    ),
    "R03": Code(
        Tekst(
            "Klantnummer {waarde} hoort in dit bestand bij twee personen.",
            "Customer number {waarde} belongs to two persons in this file.",
        ),
        Tekst("Controleer welke de klant is.", "Check who the customer is."),
        Tekst(
            "Beide rijen zijn niet opgenomen; de goede rijen wel.",
            "Neither row was taken in; the good rows were.",
        ),
    ),
    "R05": Code(
        Tekst(
            "Bedrag {waarde} is leeg, nul, negatief, te groot of heeft geen twee decimalen.",
            "Amount {waarde} is empty, zero, negative, too large or lacks two decimals.",
        ),
        Tekst("Lever het als 432.10.", "Deliver it as 432.10."),
    ),
    "R06": Code(
        Tekst("Bedrag {waarde} is niet eenduidig.", "Amount {waarde} is ambiguous."),
        Tekst(
            "Lever een punt, twee decimalen en geen duizendtallen: 1234.50.",
            "Deliver a point, two decimals and no thousands separator: 1234.50.",
        ),
    ),
    "R07": Code(
        Tekst("Bedrag {waarde} is geen getal.", "Amount {waarde} is no number."),
        Tekst("Lever alleen cijfers en een punt: 432.10.", "Deliver digits and a point only: 432.10."),
    ),
    "R08": Code(
        Tekst(
            "Datum {waarde} is een dagnummer uit een rekenblad.",
            "Date {waarde} is a day number from a spreadsheet.",
        ),
        Tekst("Lever {herstel}.", "Deliver {herstel}."),
    ),
    "R09": Code(
        Tekst(
            "Datum {waarde} bestaat niet of is niet als JJJJ-MM-DD geschreven.",
            "Date {waarde} does not exist or is not written as YYYY-MM-DD.",
        ),
        Tekst(
            "Verbeter de datum, of laat de cel leeg als zij niet verplicht is.",
            "Correct the date, or leave the cell empty where it is not required.",
        ),
    ),
    "R10": Code(
        Tekst(
            "Geboortedatum {waarde} kan niet: in de toekomst, voor 1900 of een invuldatum.",
            "Birth date {waarde} is impossible: in the future, before 1900 or a placeholder.",
        ),
        Tekst("Verbeter hem of laat hem leeg.", "Correct it or leave it empty."),
    ),
    "R12": Code(
        Tekst("Signaaldatum {waarde} ligt in de toekomst.", "Signal date {waarde} is in the future."),
        Tekst("Lever de dag waarop u het signaal stuurt.", "Deliver the day on which you send the signal."),
    ),
    "R14": Code(
        Tekst(
            "Ontstaansdatum {waarde} ligt na de signaaldatum.",
            "Origin date {waarde} is after the signal date.",
        ),
        Tekst(
            "Lever de vervaldag van de oudste openstaande rekening.",
            "Deliver the due date of the oldest unpaid bill.",
        ),
    ),
    "R15": Code(
        Tekst(
            "Onterecht: de achterstand van {waarde} is korter of langer geleden ontstaan dan de afgesproken dagen.",
            "Unjustified: the arrears of {waarde} arose fewer or more days ago than agreed.",
        ),
        Tekst(
            "Lever haar pas als zij oud genoeg is; is zij te oud, lever haar dan niet.",
            "Deliver them once they are old enough; if they are too old, do not.",
        ),
    ),
    "R16": Code(
        Tekst(
            "Aantal maanden {waarde} ontbreekt, kan niet of spreekt de ontstaansdatum tegen.",
            "Number of months {waarde} is missing, impossible or contradicts the origin date.",
        ),
        Tekst(
            "Lever een heel getal van 0 tot en met 120 dat bij de datum past.",
            "Deliver a whole number from 0 to 120 that fits the date.",
        ),
    ),
    "R17": Code(
        Tekst("Postcode {waarde} bestaat niet.", "Postcode {waarde} does not exist."),
        Tekst(
            "Lever vier cijfers en twee hoofdletters, zoals 2611AB.",
            "Deliver four digits and two capitals, such as 2611AB.",
        ),
    ),
    "R18": Code(
        Tekst(
            "Huisnummer {waarde} bevat meer dan het getal.",
            "House number {waarde} holds more than the number.",
        ),
        Tekst(
            "Voorstel: huisnummer {herstel}. Verbeter het en lever de rij opnieuw.",
            "Proposal: house number {herstel}. Correct it and deliver the row again.",
        ),
    ),
    "R19": Code(
        Tekst(
            "Huisnummer {waarde} is geen getal van 1 tot en met 99999.",
            "House number {waarde} is no number from 1 to 99999.",
        ),
        Tekst(
            "Lever alleen het getal; letter en toevoeging hebben een eigen kolom.",
            "Deliver the number only; letter and addition have columns of their own.",
        ),
    ),
    "R21": Code(
        Tekst("Een postbus is geen woonadres.", "A PO box is no home address."),
        Tekst("Lever het adres waar de klant woont.", "Deliver the address where the customer lives."),
    ),
    "R22": Code(
        Tekst("De naam is niet volledig.", "The name is incomplete."),
        Tekst(
            "Lever een achternaam en voorletters of een voornaam.",
            "Deliver a surname and initials or a given name.",
        ),
    ),
    "R23": Code(
        Tekst(
            "{waarde} is een rechtspersoon; schuldhulp is voor mensen.",
            "{waarde} is a legal person; debt assistance is for people.",
        ),
        Tekst("Lever dit signaal niet.", "Do not deliver this signal."),
    ),
    "R24": Code(
        Tekst("{waarde} is niet de naam van één persoon.", "{waarde} is not the name of one person."),
        Tekst("Lever de contractant.", "Deliver the holder of the contract."),
    ),
    "R25": Code(
        Tekst("De cel bevat beschadigde tekens.", "The cell holds damaged characters."),
        Tekst("Lever het bestand opnieuw als UTF-8.", "Deliver the file again as UTF-8."),
    ),
    "R28": Code(
        Tekst("Dreiging en datum horen bij elkaar: {waarde}.", "Threat and date belong together: {waarde}."),
        Tekst(
            "Lever beide, met een datum op of na de signaaldatum.",
            "Deliver both, with a date on or after the signal date.",
        ),
    ),
    "R29": Code(
        Tekst(
            "{waarde} kan niet bij deze soort partner.", "{waarde} is impossible for this kind of partner."
        ),
        Tekst(
            "Lever een waarde die bij de soort hoort; zij staan in vroegsignaal-1.",
            "Deliver a value that fits the kind; they stand in vroegsignaal-1.",
        ),
    ),
    "R30": Code(
        Tekst(
            "Einde levering zonder eerder signaal van deze klant.",
            "End of supply without an earlier signal of this customer.",
        ),
        Tekst("Lever eerst een vroegsignaal.", "First deliver an early signal."),
    ),
    "R32": Code(
        Tekst(
            "De klant had bezwaar; zijn gegevens zijn gewist.", "The customer objected; the data are erased."
        ),
        Tekst("Lever deze klant niet.", "Do not deliver this customer."),
    ),
    "R33": Code(
        Tekst("Er loopt een betalingsregeling.", "A payment arrangement is running."),
        Tekst("Lever pas als die niet wordt nagekomen.", "Deliver only when it is not kept."),
    ),
    "R34": Code(
        Tekst(
            "Te weinig herinneringen of geen geldige datum daarvan: {waarde}.",
            "Too few reminders or no valid date of them: {waarde}.",
        ),
        Tekst(
            "Lever pas na de herinneringen die bij uw soort horen, met de datum van de laatste.",
            "Deliver only after the reminders that belong to your kind, with the date of the last.",
        ),
    ),
    "R35": Code(
        Tekst(
            "De datum van de poging tot persoonlijk contact ontbreekt of ligt na het signaal.",
            "The date of the attempt at personal contact is missing or after the signal.",
        ),
        Tekst(
            "Zoek eerst persoonlijk contact en lever de dag waarop.",
            "First seek personal contact, and deliver the day of it.",
        ),
    ),
    "R36": Code(
        Tekst("De klant is niet op schuldhulp gewezen.", "The customer was not pointed to debt assistance."),
        Tekst(
            "Wijs de klant erop en lever daarna hulp_genoemd = J.",
            "Point the customer to it, then deliver hulp_genoemd = J.",
        ),
    ),
    "R37": Code(
        Tekst(
            "Grondslag {waarde} geldt niet voor dit signaal, deze gemeente of deze dag.",
            "Legal basis {waarde} does not hold for this signal, this municipality or this day.",
        ),
        Tekst(
            "Lever de grondslag die in de afspraak staat; is er geen, dan mag dit signaal niet.",
            "Deliver the legal basis of the agreement; if there is none, this signal may not be sent.",
        ),
    ),
    "R38": Code(
        Tekst(
            "De cel bevat een getal dat een BSN of IBAN kan zijn ({waarde}).",
            "The cell holds a number that may be a BSN or IBAN ({waarde}).",
        ),
        Tekst("Haal het weg.", "Remove it."),
    ),
    "R40": Code(
        Tekst(
            "Intrekking van een onbekend of gesloten signaal: {waarde}.",
            "Withdrawal of an unknown or closed signal: {waarde}.",
        ),
        Tekst(
            "Controleer het nummer; is het signaal al gesloten, dan hoeft u niets meer te doen.",
            "Check the number; if the signal is closed already, there is nothing left to do.",
        ),
    ),
    "R43": Code(
        Tekst(
            'Waarde "{waarde}" ontbreekt, is te lang of hoort niet tot de toegestane waarden.',
            'Value "{waarde}" is missing, too long or not among the allowed values.',
        ),
        Tekst(
            "Lever een waarde die vroegsignaal-1 voor deze kolom noemt.",
            "Deliver a value that vroegsignaal-1 names for this column.",
        ),
    ),
    "R44": Code(
        Tekst(
            "De rij heeft {waarde} velden; dat is anders dan de kopregel.",
            "The row has {waarde} fields; that differs from the header.",
        ),
        Tekst("Verbeter de rij.", "Correct the row."),
    ),
}
