"""Rounds of letters whose process is killed, and two workers on one round: run by `test_brieven_gedood.py` on an
empty database, prints one JSON document."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samenhang.config.settings"
django.setup()

import time_machine  # noqa: E402
from django.core.management import call_command  # noqa: E402

from samenhang.kernel.logboek.models import Auditregel  # noqa: E402
from samenhang.kernel.logboek.operatie import query  # noqa: E402
from samenhang.kernel.organisaties.actor import Actor  # noqa: E402
from samenhang.kernel.plichten import uitvoerder  # noqa: E402
from samenhang.kernel.zaken.models import Zaak  # noqa: E402
from samenhang.kernel.zaken.queries import toegang_tot_eigen  # noqa: E402
from samenhang.schemes.vroegsignalering import actions, brieven, queries  # noqa: E402
from samenhang.schemes.vroegsignalering.actions import brieven as versturen  # noqa: E402
from samenhang.schemes.vroegsignalering.models import Brief, Briefopdracht, Contactpoging  # noqa: E402
from samenhang.schemes.vroegsignalering.queries import Briefkeuze  # noqa: E402
from tests.bouw import KOP, Gemeente, lever, maak_gemeente, rij, werker  # noqa: E402
from tests.schemes.vroegsignalering.brievenwereld import zet_afzender  # noqa: E402
from tests.schemes.vroegsignalering.sterven import antwoord, kind, sterf  # noqa: E402

AANTAL = 5
NU, LATER = "2026-11-24T09:00:00+01:00", "2026-11-24T09:30:00+01:00"
PUNTEN = {
    "voor_de_ronde": ("begin", "wachtrij", 1),
    "na_de_wachtrij": ("begin", "gelogd", 1),
    "eerste_pdf": ("versturen", "zetten", 1),
    "eerste_poging": ("versturen", "poging", 1),
    "eerste_brief": ("versturen", "brief", 1),
    "eerste_klaar": ("versturen", "status", 1),
    "eerste_gelogd": ("versturen", "gelogd", 1),
    "halverwege_pdf": ("versturen", "zetten", 3),
    "halverwege_gelogd": ("versturen", "gelogd", 4),
    "laatste_gelogd": ("versturen", "gelogd", AANTAL),
}
"""What is going on, at which call it dies, and the how manieth of those calls."""


def bereid(huis: Gemeente, map_: Path) -> list[Actor]:
    """Households that can be written to: so many of each of as many workers as there are trials."""
    zet_afzender(huis)
    regels, namen = [";".join(KOP)], "ABCDEFGHIJK"
    for n in range(AANTAL * len(namen)):
        velden = rij(
            n,
            achternaam=f"{namen[n // AANTAL]}{'aeiou'[n % AANTAL]}lders",
            geboortedatum=f"19{10 + n}-01-1{n % 10}",
            postcode=f"26{11 + n}AB",
            huisnummer=str(n + 1),
            telefoon="",
        )
        regels.append(";".join(velden[kolom] for kolom in KOP))
    pad = map_ / "levering.csv"
    pad.write_text("\n".join(regels) + "\n", encoding="utf-8")
    lever(huis, pad)
    actions.pak_signalen_op(huis.intake)
    zaken = list(Zaak.objects.order_by("id").values_list("id", flat=True))
    assert len(zaken) == AANTAL * len(namen)
    werkers = []
    for nummer, naam in enumerate(namen):
        wie = werker(huis, f"werker-{naam}", "vroegsignaleerder")
        eigen = zaken[nummer * AANTAL : (nummer + 1) * AANTAL]
        actions.wijs_toe(wie, eigen, wie.medewerker_id, "mijn wijk")
        for zaak in eigen:
            actions.bevestig_inwoner(wie, zaak, True)
        werkers.append(wie)
    return werkers


@query("vroegsignalering", "brief bekijken")
def in_register(actor: Actor) -> tuple[Counter[Any], Counter[Any]]:
    """How often each case has a letter, and an attempt with a text."""
    letters: Counter[Any] = Counter()
    attempts: Counter[Any] = Counter()
    for toegang, _ in toegang_tot_eigen(actor, "vroegsignalering", leest=("naw", "opvolging")):
        letters.update(Brief.objects.met(toegang).values_list("zaak_id", flat=True))
        attempts.update(
            Contactpoging.objects.met(toegang).exclude(tekstversie="").values_list("zaak_id", flat=True)
        )
    return letters, attempts


def stand(wie: Actor) -> dict[str, Any]:
    """What stands of one worker in the register, and in the log."""
    letters, attempts = in_register(wie)
    opdrachten = Briefopdracht.objects.filter(ronde__medewerker_id=wie.medewerker_id)
    return {
        "rondes": len(set(opdrachten.values_list("ronde_id", flat=True))),
        "opdrachten": sorted(opdrachten.values_list("status", flat=True)),
        "brieven": sorted(letters.values()),
        "pogingen": sorted(attempts.values()),
        "gelijk": letters == attempts,
        "gelogd": Auditregel.objects.filter(
            gebruiker_id=wie.gebruiker_id, naam="brief versturen", uitkomst="verleend"
        ).count(),
    }  # fmt: skip


def werk_af() -> dict[str, Any]:
    """Let the duties do what is due. In a process of its own: the typesetter's threads do not survive a fork."""
    while uitvoerder.werk():
        pass
    return {}


def stuur(wie: Actor) -> dict[str, Any]:
    """Begin the round and send it, as the command does."""
    ronde = actions.begin_brievenronde(wie, Briefkeuze("aanbod", "nl"))
    return {"gedaan": actions.maak_ronde_af(ronde.id)}


def stuur_en_sterf(wie: Actor, wat: str, waar: str, hoeveelste: int) -> dict[str, Any]:
    """The same, dying on the way."""
    from samenhang.kernel.logboek import operatie

    plekken = {
        "wachtrij": (Briefopdracht.objects, "bulk_create"),
        "zetten": (brieven, "zet"),
        "poging": (versturen, "schrijf_pogingen"),
        "brief": (versturen, "na_poging"),
        "status": (Briefopdracht, "save"),
        "gelogd": (operatie, "_schrijf"),
    }
    voorwaarde = "brief versturen" if wat == "versturen" else "brievenronde beginnen"
    doel, naam = plekken[waar]
    sterf(doel, naam, hoeveelste, alleen=voorwaarde if waar == "gelogd" else "")
    return stuur(wie)


def gedood(wie: Actor, punt: str) -> dict[str, Any]:
    """Kill it, look, let the duty finish (or begin again when nothing had begun), look, send once more, look."""
    signaal, _ = antwoord(kind(lambda: stuur_en_sterf(wie, *PUNTEN[punt])))
    halverwege = stand(wie)
    with time_machine.travel(LATER, tick=True):
        assert antwoord(kind(lambda: werk_af() if halverwege["rondes"] else stuur(wie)))[0] == 0
        later = stand(wie)
        krijgt = len(queries.briefvoorbeeld(wie, Briefkeuze("aanbod")).krijgt)
        return {"signaal": signaal, "halverwege": halverwege, "later": later, "krijgt": krijgt}


def tegelijk(wie: Actor) -> dict[str, Any]:
    """Two workers that start at the same byte make the letters of one round."""
    ronde = actions.begin_brievenronde(wie, Briefkeuze("aanbod", "nl"))
    wachten, start = os.pipe()

    def deelnemer() -> dict[str, Any]:
        os.read(wachten, 1)
        return werk_af()

    paar = [kind(deelnemer), kind(deelnemer)]
    os.write(start, b"ab")
    uit = [antwoord(proces)[0] for proces in paar]
    with time_machine.travel(LATER, tick=True):  # who meets the other at an item leaves it for half a minute
        antwoord(kind(werk_af))
    return {"uit": uit, "stand": stand(wie), "wacht": queries.ronde_van(wie, ronde.id).wacht}


def main(map_: Path) -> None:
    call_command("migrate", verbosity=0)
    uit: dict[str, Any] = {"aantal": AANTAL}
    with time_machine.travel(NU, tick=True):
        huis = maak_gemeente()
        werkers = bereid(huis, map_)
        for punt, wie in zip(PUNTEN, werkers, strict=False):
            uit[punt] = gedood(wie, punt)
        uit["tegelijk"] = tegelijk(werkers[-1])
    json.dump(uit, sys.stdout)


main(Path(sys.argv[1]))
