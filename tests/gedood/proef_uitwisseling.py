"""What debt assistance exchanges, killed: run by `test_uitwisseling.py` on an empty database. Prints one JSON document."""

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
from tests.gedood.uitwisseling import AFSCHRIFT, INLEZEN, ONTVANGEN, VERSTUREN, wissel_uit, zet_knooppunt  # noqa: E402
from tests.gedood.wereld import Wereld  # noqa: E402


def main() -> None:
    zet_knooppunt()
    call_command("migrate", verbosity=0)
    wereld = Wereld(Path(settings.DATAMAP))
    wereld.bewaar("leeg")
    uit = {}
    try:
        for proef in (VERSTUREN, ONTVANGEN, AFSCHRIFT, INLEZEN):
            wereld.zet_terug("leeg")
            uit[proef.naam] = beproef(proef, wereld)
        uit["samen_versturen"] = samen(VERSTUREN, wereld, lambda: None, wissel_uit)
        uit["samen_ontvangen"] = samen(ONTVANGEN, wereld, lambda: None, wissel_uit)
    finally:
        wereld.ruim_op()
    json.dump(uit, sys.stdout)


main()
