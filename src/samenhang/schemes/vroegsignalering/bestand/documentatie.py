"""Writes docs/formaat-vroegsignaal-1.md from the declarations: `python -m …bestand.documentatie > docs/…`."""

from __future__ import annotations

import sys

from samenhang.schemes.vroegsignalering.bestand.codes import CODES
from samenhang.schemes.vroegsignalering.bestand.profiel import FOUTKOLOMMEN, FOUTLIJST, KOLOMMEN


def _namen(kolommen: tuple[str, ...]) -> str:
    return ", ".join(f"`{naam}`" for naam in kolommen)


def document() -> str:
    """The description of the format, in Markdown."""
    regels = [
        "# Format `vroegsignaal-1`",
        "",
        "UTF-8 (byte order mark tolerated), `;`, RFC 4180 quotes, exact header names in any order, LF or CRLF, amounts with a point and two",
        "decimals, dates `YYYY-MM-DD`, one partner per file. An .xlsx with the same columns on its first sheet is read as well.",
        "",
        "| column | meaning | required for | example |",
        "|---|---|---|---|",
    ]
    for kolom in KOLOMMEN:
        wie = "all" if len(kolom.verplicht) == 5 else ", ".join(kolom.verplicht) or "–"
        regels.append(
            f"| `{kolom.naam}` | {kolom.uitleg.en} ({kolom.uitleg.nl.lower()}) | {wie} | `{kolom.voorbeeld}` |"
        )
    regels += [
        "",
        "A withdrawal (`intrekking`) needs `signaal_id`, `partner`, `partner_soort`, `soort_signaal` and `datum_signaal` only. Columns for",
        "BSN, account number, income, family, health, notes or scores refuse the file under any spelling.",
        "",
        "A withdrawal is accepted and counted, but it is no signal: it names nobody, so `koppel` writes no line for it.",
        "",
        "## The correction sheet",
        "",
        f"The error report of a delivery has the columns {_namen(FOUTLIJST)}. The correction sheet holds the refused rows in your own",
        f"columns, with {_namen(FOUTKOLOMMEN)} behind them: several faults of one row stand side by side, with ` | ` between. Correct",
        "the rows and send the sheet back as it is; these columns are read over. Rows of customers who objected (R32) are not in it.",
        "",
        "## Codes",
        "",
        "F refuses the file, R the row, W is a warning. Place, fault and remedy are given per line; the header is line 1.",
        "",
        "| code | Nederlands | English |",
        "|---|---|---|",
        *(f"| {code} | {tekst.nl} | {tekst.en} |" for code, tekst in CODES.items()),
        "",
    ]
    return "\n".join(regels)


if __name__ == "__main__":
    sys.stdout.write(document())
