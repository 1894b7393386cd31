"""One side of an exchange: it is made, agrees, sends, serves (dying at a step), looks.

Run by test_twee_kanten.py, each side with its own data folder and database. Every order on its standard input is done
by a process of its own; this one only forks them, so that Django is loaded once for all of them.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from samenhang.config.wsgi import application  # noqa: E402
from tests.gedood.sterven import NA_ALLES, Proces, antwoord, kind, laat_los, let_op  # noqa: E402

ONS, HUN = "00000099000000009901", "00000099000000009902"


def migreer() -> None:
    """An empty database, closed whole: its file serves both sides."""
    call_command("migrate", verbosity=0)
    laat_los()


def maak(ik: str) -> dict[str, Any]:
    """Both organisations; at the sender a case too. Gives our key."""
    from pathlib import Path

    from django.conf import settings

    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.kernel.zegel import sleutels
    from samenhang.kernel.zegel.domain.nota import BERICHT
    from tests.bouw import maak_gemeente
    from tests.staand import maak_zaak

    eigen, ander = ((ONS, "9901", "Waterrijk"), (HUN, "9902", "Heuvelland"))[:: 1 if ik == ONS else -1]
    gemeente = maak_gemeente(eigen[1], eigen[2])
    Organisatie.objects.filter(id=gemeente.organisatie.id).update(oin=eigen[0])
    Organisatie.objects.create(soort="gemeente", naam=ander[2], gemeentecode=ander[1], oin=ander[0])
    if ik == ONS:
        maak_zaak(gemeente, Path(settings.DATAMAP))
    return {"sleutel": str(sleutels.in_gebruik(BERICHT)[0])}


def begin(ik: str, adres: str, sleutel: str) -> dict[str, Any]:
    """Agree on the exchange; at the sender the worker then forwards the resident."""
    from samenhang.kernel.beheer.grenzen import installatiebeheer
    from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
    from samenhang.kernel.organisaties.queries import actor_van
    from samenhang.kernel.uitwisseling.partners import voeg_partner_toe
    from samenhang.kernel.zaken.models import Betrokkene
    from samenhang.schemes.vroegsignalering import actions

    eigen = Organisatie.objects.get(oin=ik)
    voeg_partner_toe(installatiebeheer(eigen), eigen.id, HUN if ik == ONS else ONS, adres, sleutel)
    if ik == ONS:
        wie = Betrokkene.objects.get()
        sanne = actor_van(Gebruiker.objects.get(email="sanne-9901@test.invalid"), timezone.localdate())
        actions.zend_door(sanne, wie.zaak_id, wie.persoon_id, "Heuvelland")
    return kijk()


def verstuur(stap: int) -> dict[str, Any]:
    """A round of the duty, dying at a step (0: not)."""
    from samenhang.kernel.plichten.uitvoerder import doe_een
    from samenhang.kernel.uitwisseling.models import Bezorging
    from samenhang.kernel.uitwisseling.plicht import OVERDRACHT_BEZORGEN as PLICHT

    Bezorging.objects.update(niet_voor=timezone.now())
    stappen = let_op(stap or NA_ALLES)
    for item in list(PLICHT.wat_moet(timezone.now(), 10)):
        doe_een(PLICHT, item)
    assert PLICHT.daarna is not None
    PLICHT.daarna()
    return kijk() | {"stappen": len(stappen)}


def vernietig() -> dict[str, Any]:
    """The retention terms pass at the sender: the case goes, and who received something of it is noted."""
    from datetime import date

    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.kernel.vernietiging.actions import vernietig_tot

    vernietig_tot(systeem(Organisatie.objects.get(oin=ONS)), "vroegsignalering", date(2099, 1, 1))
    return kijk()


def vertel(stap: int) -> dict[str, Any]:
    """A round of the duty that tells partners of destructions, dying at a step (0: not)."""
    from samenhang.kernel.plichten.uitvoerder import doe_een
    from samenhang.kernel.uitwisseling.plicht import VERNIETIGBERICHT_BEZORGEN as PLICHT
    from samenhang.kernel.verstrekkingen.models import Vernietigbericht

    Vernietigbericht.objects.update(niet_voor=None)
    stappen = let_op(stap or NA_ALLES)
    for item in list(PLICHT.wat_moet(timezone.now(), 10)):
        doe_een(PLICHT, item)
    assert PLICHT.daarna is not None
    PLICHT.daarna()
    return kijk() | {"stappen": len(stappen)}


def geef_warm_door() -> dict[str, Any]:
    """The line of the sender: a worker hands a caller over to debt assistance of the other, after his yes."""
    from datetime import date

    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
    from samenhang.schemes.helplijn.actions.overdracht import draag_warm_over
    from samenhang.schemes.helplijn.domain.contact import Contactinvoer
    from samenhang.schemes.helplijn.domain.overdracht import Overdrachtsinvoer
    from samenhang.schemes.helplijn.models import Postcodegebied
    from tests.schemes.helplijn import wereld as w

    Postcodegebied.objects.create(
        postcode="9902", gemeentecode="9902", gemeentenaam="Heuvelland", peildatum=date(2026, 1, 1)
    )
    lia = w.als(w.medewerker(Organisatie.objects.get(oin=ONS), "lia", "lijnmedewerker"))
    contact = leg_contact_vast(lia, Contactinvoer("telefoon", ("rekeningen",), "schuldhulp", "9902"))
    ja = Overdrachtsinvoer(True, "Zwaantje Proefbeller", "de huur van oktober", telefoon="06 1234 5678")
    draag_warm_over(lia, contact.id, ja)
    return kijk()


def neem_over(adres: str) -> dict[str, Any]:
    """Debt assistance of the receiver takes the caller in; what it tells back goes to `adres`."""
    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.kernel.uitwisseling.models import Uitwisselpartner
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.actions import aanmelden
    from tests.schemes.helplijn import wereld as w

    Uitwisselpartner.objects.update(adres=adres)
    saar = w.als(w.medewerker(Organisatie.objects.get(oin=HUN), "saar", "schuldhulpverlener", "schuldhulp"))
    (regel,) = queries.aanmeldingen(saar)
    aanmelden.neem_over(saar, regel.id)
    return kijk() | {"naam": regel.naam}


def lees_terug() -> dict[str, Any]:
    """The line reads what came back."""
    from samenhang.kernel.plichten.uitvoerder import plichten, werk

    werk(gekozen=plichten(["helplijn.terugmeldingen"]))
    return kijk()


def bedien(poort: int, stap: int) -> None:
    """Serve until killed; die at a step of a request (0: not)."""
    from wsgiref.simple_server import WSGIRequestHandler, make_server

    class Stil(WSGIRequestHandler):
        """Without a line per request."""

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    with make_server("127.0.0.1", poort, application, handler_class=Stil) as server:
        if stap:
            let_op(stap)
        print("klaar", flush=True)
        server.serve_forever()


def kijk() -> dict[str, Any]:
    """What stands on this side."""
    from samenhang.kernel.uitwisseling.models import Bezorging, InkomendBericht
    from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht, Vernietigbericht
    from samenhang.kernel.zaken.models import Tijdlijnregel
    from samenhang.schemes.helplijn.models import Overdrachtstand

    return {
        "binnen": [str(n) for n in InkomendBericht.objects.values_list("nummer", flat=True)],
        "uit": {str(rij.id): rij.ontvangen is not None for rij in UitgaandeOverdracht.objects.all()},
        "fout": [rij.fout_nl for rij in Bezorging.objects.all()],
        "vernietigd_binnen": [
            [str(rij.betreft), rij.artikel] for rij in InkomendBericht.objects.filter(aard="vernietiging")
        ],
        "vernietigd_uit": {
            str(rij.overdracht): [rij.artikel, rij.ontvangen is not None, rij.fout_nl]
            for rij in Vernietigbericht.objects.all()
        },
        "lijn": list(Overdrachtstand.objects.values_list("stand", flat=True)),
        "tijdlijn": Tijdlijnregel.objects.filter(wat="ontvangen").count(),
    }


OPDRACHTEN: dict[str, Callable[..., Any]] = {
    "migreer": migreer, "maak": maak, "begin": begin, "verstuur": verstuur, "kijk": kijk,
    "vernietig": vernietig, "vertel": vertel,
    "geef_warm_door": geef_warm_door, "neem_over": neem_over, "lees_terug": lees_terug,
}  # fmt: skip

if __name__ == "__main__":
    bediener: Proces = (0, 0)
    for regel in sys.stdin:
        wat, *rest = json.loads(regel)
        if wat == "bedien":
            bediener = kind(partial(bedien, *rest))
            continue
        if wat == "dood":
            os.kill(bediener[0], signal.SIGKILL)
        proces = bediener if wat in ("dood", "wacht") else kind(partial(OPDRACHTEN[wat], *rest))
        print(json.dumps(antwoord(proces)), flush=True)
