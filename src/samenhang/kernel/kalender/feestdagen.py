"""The recognised holidays of the Algemene termijnenwet, art. 3. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache


@cache
def pasen(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar.

    Source: Meeus, Astronomical Algorithms, 2nd ed., chapter 8 (the anonymous Gregorian computus).
    """
    a = jaar % 19
    b, c = divmod(jaar, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l_ = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l_) // 451
    maand, dag = divmod(h + l_ - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


@cache
def feestdagen(jaar: int) -> dict[date, str]:
    """The holidays of a year with their names; Good Friday is equated with them by art. 3 lid 2.

    Liberation day counts every year, not only in lustrum years: art. 3 lid 1 names 5 May without more.
    King's day is 27 April, or the 26th when the 27th is a Sunday (since 2014).
    """
    eerste_paasdag = pasen(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == 6:
        koningsdag = date(jaar, 4, 26)
    return {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        eerste_paasdag - timedelta(days=2): "Goede Vrijdag",
        eerste_paasdag + timedelta(days=1): "tweede paasdag",
        koningsdag: "Koningsdag",
        date(jaar, 5, 5): "Bevrijdingsdag",
        eerste_paasdag + timedelta(days=39): "Hemelvaartsdag",
        eerste_paasdag + timedelta(days=50): "tweede pinksterdag",
        date(jaar, 12, 25): "eerste kerstdag",
        date(jaar, 12, 26): "tweede kerstdag",
    }
