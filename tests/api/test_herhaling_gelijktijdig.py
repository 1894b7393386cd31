"""Two calls at once under one key."""

from __future__ import annotations

import threading
from uuid import uuid4

import pytest
from django.db import connection

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.herhaling.herhaling import Antwoord, eenmaal


@pytest.mark.skipif(
    "connection.vendor == 'sqlite'",
    reason="de testdatabase staat in het geheugen; een SQLite-bestand laat schrijvers om de beurt (BEGIN IMMEDIATE)",
)
@pytest.mark.django_db(transaction=True)
def test_gelijktijdig_onder_een_sleutel_gebeurt_een_keer() -> None:
    """Two connections, one key: the second waits for the first, or hears 409; the work is done once."""
    wie, keren, uit = uuid4(), [], []
    klaar = threading.Barrier(2, timeout=10)

    def werk() -> Antwoord:
        keren.append(1)
        return Antwoord(201, b'{"nummer":1}')

    def roep() -> None:
        klaar.wait()
        try:
            uit.append(eenmaal(wie, "sleutel-0001", "a", werk)[0].status)
        except Geweigerd as fout:
            uit.append(fout.status)
        finally:
            connection.close()

    draden = [threading.Thread(target=roep) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(20)
    assert len(keren) == 1
    assert len(uit) == 2
    assert 201 in uit
    assert set(uit) <= {201, 409}
