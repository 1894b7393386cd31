"""One function: template and data in, an accessible PDF out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

STANDAARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, with a language and a title; Typst refuses what cannot be made so."""

BRIEF: Final = Path(__file__).parent / "brief.typ"
"""The page of a letter; every scheme fills it with its own texts."""

VERTALING: Final = "This is a translation. Only the Dutch letter before it counts."
"""How an English letter begins that stands behind the Dutch one."""


class OnmogelijkDocument(Exception):
    """The document cannot be made: a fault in the template, never in what a person typed."""


def maak_pdf(sjabloon: Path, gegevens: Mapping[str, Any], dag: date) -> bytes:
    """The PDF/UA-1 of a template with its data, dated `dag`; the same input gives the same bytes.

    The data goes in as JSON by `sys.inputs`, never as source text: markup in it comes out as the characters it is
    made of. The template can read nothing outside its own folder. Raises `OnmogelijkDocument`.
    """
    import typst  # 80 MB that only who makes a document loads

    try:
        gemaakt = typst.compile(
            str(sjabloon),
            root=str(sjabloon.parent),
            font_paths=[],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
            pdf_standards=[STANDAARD],
            timestamp=int(datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC).timestamp()),
        )
    except typst.TypstError as fout:
        raise OnmogelijkDocument(str(fout)) from fout
    assert isinstance(gemaakt, bytes)  # one document, no pages apart
    return gemaakt
