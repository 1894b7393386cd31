"""All that is killed, and all that two processes do at once: run by `test_gedood.py` on an empty database.

Prints one JSON document. This process itself only forks: what it forks has no threads of a matcher or a typesetter.
"""

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

from tests.gedood import brieven, koppelen, leveren, porties, vernietigen, verzegelen  # noqa: E402
from tests.gedood.beproeven import beproef, samen  # noqa: E402
from tests.gedood.leveren import doe_plichten  # noqa: E402
from tests.gedood.sterven import in_kind  # noqa: E402
from tests.gedood.wereld import Wereld  # noqa: E402

PROEVEN = (
    leveren.PROEF,
    porties.PROEF,
    brieven.PROEF,
    vernietigen.PROEF,
    verzegelen.VERZEGELEN,
    verzegelen.SLEUTELWISSEL,
)
"""On both databases. The register of the matcher is a file of its own: it is tried once."""


def main() -> None:
    call_command("migrate", verbosity=0)
    wereld = Wereld(Path(settings.DATAMAP))
    wereld.bewaar("leeg")
    uit = {}
    try:
        for proef in PROEVEN:
            wereld.zet_terug("leeg")
            uit[proef.naam] = beproef(proef, wereld)
        uit["samen_leveren"] = samen(leveren.PROEF, wereld, lambda: None, leveren.werk)
        uit["samen_brieven"] = samen(brieven.PROEF, wereld, brieven.begin, doe_plichten)
        uit["samen_verzegelen"] = samen(verzegelen.VERZEGELEN, wereld, lambda: None, verzegelen.zegel)
        if wereld.postgresql:
            wereld.zet_terug("leeg")
            uit["laat_vastgelegd"] = in_kind(verzegelen.laat_vastgelegd)
        else:
            wereld.zet_terug("leeg")
            uit[koppelen.PROEF.naam] = beproef(koppelen.PROEF, wereld)
    finally:
        wereld.ruim_op()
    json.dump(uit, sys.stdout)


main()
