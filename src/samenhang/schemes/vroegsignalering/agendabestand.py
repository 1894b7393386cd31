"""The agenda as an iCalendar file (RFC 5545): what and which case number, never who it is about. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from samenhang.kernel.basis import Taal
from samenhang.schemes.vroegsignalering.queries.agenda import Afspraak

REGEL = 75
"""Octets of a line at most (§3.1)."""


def als_ical(afspraken: Iterable[Afspraak], nu: datetime, adres: str, taal: Taal | str) -> str:
    """All-day entries with a link to the case; who opens the link must log in and is decided upon as always."""
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Samenhang//Agenda//NL",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Samenhang",
    ]
    for rij in afspraken:
        tekst = f"{rij.titel.in_taal(taal)} ({rij.nummer})"
        regels += [
            "BEGIN:VEVENT",
            f"UID:{rij.id}@samenhang",
            f"DTSTAMP:{nu.astimezone(UTC):%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{rij.dag:%Y%m%d}",
            f"DTEND;VALUE=DATE:{rij.dag + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_veilig(tekst)}",
            f"URL:{adres}/vroegsignalering/meldingen/{rij.zaak_id}",
            *([f"DESCRIPTION:{_veilig(bron)}"] if (bron := rij.bron.in_taal(taal)) else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    regels.append("END:VCALENDAR")
    return "".join(f"{deel}\r\n" for regel in regels for deel in _gevouwen(regel))


def _veilig(tekst: str) -> str:
    kaal = tekst.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return kaal.replace("\r", "").replace("\n", "\\n")


def _gevouwen(regel: str) -> Iterable[str]:
    """Lines of at most 75 octets; what continues starts with a space."""
    rest, vooraf = regel, ""
    while len((vooraf + rest).encode()) > REGEL:
        plek = REGEL - len(vooraf)
        while len((vooraf + rest[:plek]).encode()) > REGEL:
            plek -= 1
        yield vooraf + rest[:plek]
        rest, vooraf = rest[plek:], " "
    yield vooraf + rest
