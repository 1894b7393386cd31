"""What commands print: JSON for machines, lines for people, refusals on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

import typer

from samenhang.kernel.basis import Geweigerd, Taal, Tekst


def taal() -> Taal:
    """The language of the terminal: SAMENHANG_TAAL, else LANG; Dutch unless it says English."""
    gekozen = os.environ.get("SAMENHANG_TAAL") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return Taal.EN if gekozen.lower().startswith("en") else Taal.NL


def toon_json(document: Mapping[str, Any] | list[Any]) -> None:
    """One JSON document on stdout."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def toon(tekst: Tekst) -> None:
    """One line for people on stdout."""
    typer.echo(tekst.in_taal(taal()))


def toon_weigering(weigering: Geweigerd) -> None:
    """The problem document of a refusal, on stderr."""
    sys.stderr.write(json.dumps(weigering.probleem(taal()), ensure_ascii=False) + "\n")


def bewaakt(taak: Callable[[], object]) -> int:
    """Run a task and give its exit code: 0 done, 2 refused (problem on stderr), 1 anything else.

    What nobody foresaw is logged with an incident number; a user never meets a traceback.
    """
    try:
        taak()
    except Geweigerd as weigering:
        toon_weigering(weigering)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception:
        import logging

        from samenhang.kernel.basis import nieuw_id

        incident = nieuw_id()
        if os.environ.get("SAMENHANG_ONTWIKKELING"):
            logging.getLogger("samenhang").exception("incident %s", incident)
        toon_weigering(
            Geweigerd(
                "onverwacht",
                Tekst(
                    f"Er ging iets mis dat niet was voorzien (incident {incident}). Er is niets half opgeslagen. "
                    "Zet SAMENHANG_ONTWIKKELING=1 om de oorzaak te zien en meld het.",
                    f"Something unforeseen went wrong (incident {incident}). Nothing was stored half. "
                    "Set SAMENHANG_ONTWIKKELING=1 to see the cause and report it.",
                ),
                status=500,
            )
        )
        return 1
    return 0
