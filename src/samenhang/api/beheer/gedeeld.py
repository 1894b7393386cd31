"""What several operations of the administration take."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from samenhang.api.schemas import Dag, Invoer

Kort = Annotated[str, Field(max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]
"""One line of text."""


class BeheerRedenIn(Invoer):
    """Why something changes; it goes into the log."""

    reden: Kort


class BeeindigingIn(BeheerRedenIn):
    """When something stops, and why; without a last day it stops at once."""

    laatste_dag: Dag | None = None
