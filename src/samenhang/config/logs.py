"""The service log: one JSON object a line on stderr, without personal data and without messages of others.

Our own lines are written with care. A line of a library is reduced to its logger, level and, for an exception,
its type and the places it passed: messages and values could hold what someone typed or what a row contains.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog

from samenhang.kernel.incidenten import VELDEN

EIGEN = "samenhang"
PAKKET = Path(__file__).resolve().parent.parent.parent


def logging_instelling(*, leesbaar: bool) -> dict[str, Any]:
    """Django's LOGGING: JSON, or with `leesbaar` lines for a developer's terminal.

    What `django.request` says of a failed request stands already in the lines of `Verzoekregel` and `incidenten`.
    """
    structlog.configure(
        processors=[*_GEDEELD, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "regel": {"()": "samenhang.config.logs.vorm", "leesbaar": leesbaar},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "regel"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {EIGEN: {"level": "INFO"}, "django.request": {"level": "CRITICAL"}},
    }


def vorm(*, leesbaar: bool) -> logging.Formatter:
    """One line as JSON without content, or with `leesbaar` all of it for a developer."""
    weergave: Any = (
        structlog.dev.ConsoleRenderer(colors=False) if leesbaar else structlog.processors.JSONRenderer()
    )
    zeef: list[Any] = [] if leesbaar else [zonder_inhoud]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_GEDEELD, structlog.stdlib.ExtraAdder(VELDEN)],
        processors=[
            *zeef,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            weergave,
        ],
    )


def zonder_inhoud(logger: Any, methode: str, regel: dict[str, Any]) -> dict[str, Any]:
    """Replace exceptions by type and places, and messages of others by nothing."""
    record: logging.LogRecord | None = regel.get("_record")
    uitzondering = regel.pop("exc_info", None)
    if isinstance(uitzondering, tuple) and uitzondering[1] is not None:
        regel["fout"] = _soort(uitzondering[1])
        regel["spoor"] = _plaatsen(uitzondering[2])
    naam = str(regel.get("logger", ""))
    if record is not None and naam.split(".")[0] != EIGEN:
        regel["event"] = "melding van een bibliotheek"
        regel["plaats"] = f"{record.module}:{record.lineno}"
    regel.pop("stack_info", None)
    return regel


def _soort(fout: BaseException) -> str:
    oorzaak = fout.__cause__ or fout.__context__
    soort = f"{type(fout).__module__}.{type(fout).__qualname__}"
    return f"{soort} < {_soort(oorzaak)}" if oorzaak is not None else soort


def _plaatsen(spoor: TracebackType | None) -> list[str]:
    return [
        f"{_kort(rij.filename)}:{rij.lineno} {rij.name}"
        for rij in traceback.StackSummary.extract(traceback.walk_tb(spoor), lookup_lines=False)
    ][-15:]


def _kort(bestand: str) -> str:
    pad = Path(bestand)
    if pad.is_relative_to(PAKKET):
        return pad.relative_to(PAKKET).as_posix()
    return "/".join(pad.parts[-3:])


_GEDEELD: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
