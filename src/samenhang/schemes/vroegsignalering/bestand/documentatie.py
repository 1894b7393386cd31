"""Writes docs/formaat-vroegsignaal-1.md from the declarations: `python -m …bestand.documentatie > docs/…`."""

from __future__ import annotations

import sys

from samenhang.schemes.vroegsignalering.bestand.codes import CODES
from samenhang.schemes.vroegsignalering.bestand.codes.code import REST, Code
from samenhang.schemes.vroegsignalering.bestand.profiel import FOUTKOLOMMEN, FOUTLIJST, KOLOMMEN


def _namen(kolommen: tuple[str, ...]) -> str:
    return ", ".join(f"`{naam}`" for naam in kolommen)


def _bericht(code: Code, taal: str) -> str:
    delen = (code.fout, code.herstel, code.rest)
    return " ".join(deel.in_taal(taal) for deel in delen if deel)


def document() -> str:
    """The description of the format, in Markdown."""
    regels = [
        "# Format `vroegsignaal-1`",
        "",
        "UTF-8 (byte order mark tolerated), `;`, RFC 4180 quotes, exact header names in any order, LF or CRLF, amounts with a point and two",
        "decimals, dates `YYYY-MM-DD`, one partner per file. ",
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
        "## Spreadsheet and JSON",
        "",
        "The same columns, rules and codes in two other kinds of file, known by the end of their name. `.xlsx`: the first sheet, with the",
        "header in row 1; a date may be a date cell. `.json` (at most 64 MB): a list of signals, or an object with the list `signalen`:",
        "",
        "```json",
        '{"formaat": "vroegsignaal-1", "partner": "12345678", "partner_soort": "energie", "signalen": [',
        '  {"signaal_id": "W-2026-004711", "achternaam": "Dijk", "huisnummer": 10, "bedrag_achterstand": "432.10", "hulp_genoemd": true}',
        "]}",
        "```",
        "",
        "`partner` and `partner_soort` may stand once or in every signal. A value is text or a number; `true` and `false` are J and N, `null` is",
        "empty. Keys that occur twice, NaN, values that are lists or objects, and unknown keys refuse the file. A message names its place as",
        "line and column, as cell (`C14`) or as JSON pointer (`/signalen/12/postcode`); the number of a signal in a list counts from 1.",
        "",
        "## The correction sheet",
        "",
        f"The error report of a delivery has the columns {_namen(FOUTLIJST)}. The correction sheet holds the refused rows in your own",
        f"columns, with {_namen(FOUTKOLOMMEN)} behind them: several faults of one row stand side by side, with ` | ` between. Correct",
        "the rows and send the sheet back as it is, as CSV or XLSX; these columns are read over. Rows of customers who objected (R32) are not in it.",
        "",
        "## The agreement",
        "",
        "A delivery stands within the agreement in force on the day of receipt: its period (F10), its columns (F13), and the least amount,",
        "days or months of arrears that it names (F15). One row outside refuses the whole file, with the lines (the first 100), the version",
        "of the agreement and the remedy. Amount and age do not count for withdrawals, announced ends of supply and evictions, nor the amount",
        "where cut-off or eviction threatens. What the agreement leaves open follows the municipality's policy, and that looks at single rows.",
        "",
        "## Codes",
        "",
        "F refuses the file, R the row, W is a warning. Every message has its place, the fault, the remedy and what became of the rest;",
        "the header is line 1. The last sentence of a message follows from its kind, where the table gives no other:",
        "",
        *(f"- {soort}: {tekst.nl} / {tekst.en}" for soort, tekst in REST.items()),
        "",
        "| code | Nederlands | English |",
        "|---|---|---|",
        *(f"| {naam} | {_bericht(code, 'nl')} | {_bericht(code, 'en')} |" for naam, code in CODES.items()),
        "",
    ]
    return "\n".join(regels)


if __name__ == "__main__":
    sys.stdout.write(document())
