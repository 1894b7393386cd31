"""The codes that refuse a file as a whole. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.codes.code import Code

BESTAND: Final[dict[str, Code]] = {
    "F01": Code(
        Tekst(
            "Kolom {waarde}: het BSN mag niet worden geleverd, ook niet leeg.",
            "Column {waarde}: the BSN may not be delivered, not even empty.",
        ),
        Tekst("Haal de kolom weg en lever opnieuw.", "Remove the column and deliver again."),
    ),
    "F02": Code(
        Tekst(
            "Kolom {waarde}: een rekeningnummer mag niet worden geleverd.",
            "Column {waarde}: an account number may not be delivered.",
        ),
        Tekst("Haal de kolom weg en lever opnieuw.", "Remove the column and deliver again."),
    ),
    "F03": Code(
        Tekst(
            "Kolom {waarde} is niet toegestaan: de wet noemt alleen contactgegevens en de achterstand.",
            "Column {waarde} is not allowed: the law names contact details and the arrears only.",
        ),
        Tekst("Haal de kolom weg en lever opnieuw.", "Remove the column and deliver again."),
    ),
    "F04": Code(
        Tekst("Het bestand is geen UTF-8: byte {waarde}.", "The file is not UTF-8: byte {waarde}."),
        Tekst("Bewaar het als CSV UTF-8 en lever opnieuw.", "Save it as CSV UTF-8 and deliver again."),
    ),
    "F05": Code(
        Tekst("Het scheidingsteken is geen puntkomma.", "The separator is not a semicolon."),
        Tekst("Bewaar het bestand met ; tussen de kolommen.", "Save the file with ; between the columns."),
    ),
    "F06": Code(
        Tekst("De kolomkoppen kloppen niet: {waarde}.", "The column headers are wrong: {waarde}."),
        Tekst(
            "Gebruik de namen van vroegsignaal-1, elk één keer.",
            "Use the names of vroegsignaal-1, each once.",
        ),
    ),
    "F07": Code(
        Tekst("Het bestand heeft geen rijen.", "The file has no rows."),
        Tekst(
            "Lever een bestand met een kopregel en minstens één signaal.",
            "Deliver a file with a header and at least one signal.",
        ),
    ),
    "F08": Code(
        Tekst("Dit is geen CSV-bestand maar {waarde}.", "This is no CSV file but {waarde}."),
        Tekst("Bewaar het als CSV UTF-8 en lever opnieuw.", "Save it as CSV UTF-8 and deliver again."),
    ),
    "F09": Code(
        Tekst("Dit bestand is al ontvangen op {waarde}.", "This file was already received on {waarde}."),
        Tekst(
            "U hoeft niets te doen; wilt u iets verbeteren, lever dan een gewijzigd bestand.",
            "There is nothing to do; to correct something, deliver a changed file.",
        ),
        Tekst("Er is niets veranderd.", "Nothing has changed."),
    ),
    "F10": Code(
        Tekst("De partner klopt niet: {waarde}.", "The partner is wrong: {waarde}."),
        Tekst(
            "Controleer nummer, soort en afspraak met de gemeente.",
            "Check number, kind and agreement with the municipality.",
        ),
    ),
    "F11": Code(
        Tekst(
            "Het bestand noemt meer dan één partner: {waarde}.",
            "The file names more than one partner: {waarde}.",
        ),
        Tekst("Lever per partner één bestand.", "Deliver one file per partner."),
    ),
    "F12": Code(
        Tekst("Het bestand is beschadigd: {waarde}.", "The file is damaged: {waarde}."),
        Tekst("Maak het opnieuw aan en lever het.", "Make it again and deliver it."),
    ),
    "F13": Code(
        Tekst(
            "Kolom {waarde} staat niet in de afspraak met de gemeente.",
            "Column {waarde} is not in the agreement with the municipality.",
        ),
        Tekst("Haal de kolom weg of pas eerst de afspraak aan.", "Remove it, or change the agreement first."),
    ),
    "F14": Code(
        Tekst(
            "Het JSON-bestand heeft niet de vorm van vroegsignaal-1: {waarde}.",
            "The JSON file does not have the form of vroegsignaal-1: {waarde}.",
        ),
        Tekst(
            "Lever een lijst signalen, elk een object met de kolomnamen als sleutel en tekst als waarde.",
            "Deliver a list of signals, each an object with the column names as keys and text as values.",
        ),
    ),
    "F15": Code(
        Tekst(
            "Buiten de afspraak met de gemeente: {waarde}.",
            "Outside the agreement with the municipality: {waarde}.",
        ),
        Tekst(
            "Lever alleen wat is afgesproken, of pas eerst de afspraak aan.",
            "Deliver only what was agreed, or change the agreement first.",
        ),
    ),
}
