"""`dev.py bench [toegang|lezen|koppelen] [signals]`: one JSON line per measurement."""

from __future__ import annotations

import json
import random
import sys
import time
from datetime import UTC, datetime


def toon(naam: str, **gemeten: object) -> None:
    """Print one measurement."""
    print(json.dumps({"meting": naam} | gemeten), flush=True)


def toegang() -> None:
    """Decisions per second, when the same questions come back and when none does."""
    from samenhang.cli import django_aan

    django_aan()
    from samenhang.kernel.toegang import Feiten, Verzoek, beslis
    from samenhang.kernel.toegang.geldend import beslistabel

    tabel, nu = beslistabel(), datetime.now(UTC)
    cellen = [cel for ruimte in tabel.ruimtes.values() for cel in ruimte.cellen()]
    vragen = [
        (
            Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, frozenset({"naw", "signaal"})),
            Feiten(cel.betrokkenheid, cel.stap),
        )
        for cel in random.Random(1).choices(cellen, k=200_000)
    ]
    for naam in ("koud", "warm"):
        begin = time.process_time()
        for verzoek, feiten in vragen:
            beslis(verzoek, feiten, tabel, nu)
        duur = time.process_time() - begin
        toon("toegang", stand=naam, per_seconde=round(len(vragen) / duur), cellen=len(cellen))


def koppelen(signalen: int) -> None:
    """Reading and linking a world of about so many signals."""
    from bench.koppelen import meet

    toon("koppelen", **meet(signalen))


if __name__ == "__main__":
    keuze = sys.argv[1] if len(sys.argv) > 1 else "alles"
    if keuze in ("toegang", "alles"):
        toegang()
    if keuze in ("koppelen", "alles"):
        koppelen(int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
