"""An answer that the browser keeps as a file instead of showing it."""

from __future__ import annotations

from django.http import HttpResponse

CSV = "text/csv; charset=utf-8"
PDF = "application/pdf"


def als_bijlage(naam: str) -> dict[str, str]:
    """The header that gives a file its name. The name is ours, or was made safe before: it goes in as it is."""
    return {"Content-Disposition": f'attachment; filename="{naam}"'}


def bijlage(inhoud: str | bytes, naam: str, soort: str = CSV) -> HttpResponse:
    """A file of one piece, CSV unless told otherwise."""
    return HttpResponse(inhoud, content_type=soort, headers=als_bijlage(naam))
