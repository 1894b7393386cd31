"""What of the line is killed: run by `test_helplijn.py` on an empty database. Prints one JSON document."""

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

from tests.gedood.beproeven import beproef  # noqa: E402
from tests.gedood.helplijn import OVERDRAGEN, VERLOPEN  # noqa: E402
from tests.gedood.wereld import Wereld  # noqa: E402


def main() -> None:
    call_command("migrate", verbosity=0)
    wereld = Wereld(Path(settings.DATAMAP))
    wereld.bewaar("leeg")
    uit = {}
    try:
        for proef in (OVERDRAGEN, VERLOPEN):
            wereld.zet_terug("leeg")
            uit[proef.naam] = beproef(proef, wereld)
    finally:
        wereld.ruim_op()
    json.dump(uit, sys.stdout)


main()
