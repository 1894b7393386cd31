"""A table that turns into cards on a telephone: every cell then says itself which column it is of.

The name comes from the header of the same table, so that no template repeats it; `components.css` shows it as
soon as the window is narrow, and needs no script for it.
"""

from __future__ import annotations

import re
from html import unescape

from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString

_KOP = re.compile(r"<th\b[^>]*>(.*?)</th>", re.S)
_RIJ = re.compile(r"(<tr\b[^>]*>)(.*?)(</tr>)", re.S)
_CEL = re.compile(r"<(td|th)\b([^>]*)>(.*?)</\1>", re.S)


def met_koppen(inhoud: SafeString) -> SafeString:
    """The inside of a table with `data-kop`, the header's words, on each cell of its body.

    A cell over several columns gets none. A cell without content is marked, so that a card can leave it out.
    """
    hoofd, scheiding, lijf = inhoud.partition("<tbody")
    koppen = [" ".join(unescape(strip_tags(kop)).split()) for kop in _KOP.findall(hoofd)]
    if not koppen:
        return inhoud
    # nosec below: what came in is the rendered table; the words that are added are escaped
    return SafeString(hoofd + scheiding + _RIJ.sub(lambda rij: _rij(rij, koppen), lijf))  # nosec B703 B704


def _rij(rij: re.Match[str], koppen: list[str]) -> str:
    over = iter(koppen)
    return rij[1] + _CEL.sub(lambda cel: _cel(cel, next(over, "")), rij[2]) + rij[3]


def _cel(cel: re.Match[str], kop: str) -> str:
    soort, kenmerken, inhoud = cel.groups()
    if kop and "colspan" not in kenmerken:
        kenmerken += f' data-kop="{escape(kop)}"'
    if not inhoud.strip():
        kenmerken += " data-leeg"
    return f"<{soort}{kenmerken}>{inhoud}</{soort}>"
