"""What of debt assistance is killed: run by `test_schuldhulp.py` on an empty database. Prints one JSON document."""

from __future__ import annotations

import json
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
django.setup()

from pathlib import Path  # noqa: E402

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from tests.gedood.beproeven import beproef, samen  # noqa: E402
from tests.gedood.schuldhulp import (  # noqa: E402
    BETALEN,
    HERZIEN,
    POST,
    VOORSTELLEN,
    lees_nog_eens,
    stel_voor,
    verstuur_wat_er_nog_is,
)
from tests.gedood.wereld import Wereld  # noqa: E402

POST_OOK = not os.environ.get("DATABASE_URL", "").startswith("postgres") or "GEDOOD_ALLES" in os.environ
"""Letters: on PostgreSQL only on request."""


def main() -> None:
    call_command("migrate", verbosity=0)
    wereld = Wereld(Path(settings.DATAMAP))
    wereld.bewaar("leeg")
    uit = {}
    try:
        for proef in (BETALEN, VOORSTELLEN, HERZIEN, *([POST] if POST_OOK else [])):
            wereld.zet_terug("leeg")
            uit[proef.naam] = beproef(proef, wereld)
        uit["samen_betalen"] = samen(BETALEN, wereld, lambda: None, lees_nog_eens)
        if POST_OOK:
            uit["samen_post"] = samen(POST, wereld, lambda: None, verstuur_wat_er_nog_is)
        uit["samen_voorstellen"] = samen(VOORSTELLEN, wereld, lambda: None, stel_voor)
    finally:
        wereld.ruim_op()
    json.dump(uit, sys.stdout)


main()
