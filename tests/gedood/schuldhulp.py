"""Payments from a file, a proposal, its letters, and a revision of a caseload, that die on the way."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from pypdf import PdfReader

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.scheme import Niets
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions import berekenen, post, voorstel
from samenhang.schemes.schuldhulp.actions.betaalbestand import lees_betalingen_in
from samenhang.schemes.schuldhulp.domain.antwoord import bereken
from samenhang.schemes.schuldhulp.herzieningsbestand import herzie_bestand
from samenhang.schemes.schuldhulp.models import Betaalbestand, Postbrief, Schuldeiser
from tests.gedood.beproeven import Proef
from tests.gedood.leveren import doe_plichten
from tests.schemes.schuldhulp import wereld as w

NU, LATER = "2026-11-24T09:00:00+01:00", "2026-11-24T16:00:00+01:00"
REGELS = 6


def noor() -> Actor:
    return actor_van(Gebruiker.objects.get(naam="noor"), date(2026, 11, 24))


def _zaken() -> list[Zaak]:
    return list(Zaak.objects.filter(scheme="schuldhulp").order_by("geopend", "id"))


def twee_kredieten() -> None:
    """Two residents with a credit, of one worker."""
    gemeente = w.maak_gemeente()
    for _ in range(2):
        w.met_krediet(gemeente)


def lees_in() -> int:
    """Read six payments, three for each."""
    nummers = [zaak.nummer for zaak in _zaken()]
    rijen = [f"2026-11-24;{10 + n},00;{nummers[n % 2]};NL{n}" for n in range(REGELS)]
    inhoud = "\n".join(["datum;bedrag;kenmerk;transactie", *rijen]).encode()
    return lees_betalingen_in(noor(), "bank.csv", inhoud).geboekt


def lees_nog_eens() -> None:
    """The same file again; one that was read to its end is refused."""
    try:
        lees_in()
    except Geweigerd as nee:
        if nee.code != "bestand_bekend":
            raise


def betaald() -> dict[str, Any]:
    """The payments of each case, how often the timeline tells of one, and the file."""
    uit, verteld = [], []
    for zaak in _zaken():
        beeld = queries.zaak(noor(), zaak.id)
        assert beeld.dossier is not None  # she treats it
        uit.append([[rij.transactie, rij.bedrag_centen] for rij in beeld.dossier.betalingen])
        verteld.append(sum(rij.wat == "betaling" for rij in beeld.tijdlijn))
    bestanden = Betaalbestand.objects.values_list("klaar", "geboekt", "bekend", "fouten")
    return {
        "betalingen": [sorted(deel) for deel in uit],
        "verteld": verteld,
        "bestanden": [[klaar is not None, geboekt + bekend, fouten] for klaar, geboekt, bekend, fouten in bestanden],
    }  # fmt: skip


def een_berekening() -> None:
    """A case of which the proposal can go out."""
    gemeente = w.maak_gemeente()
    zaak = w.met_schulden(gemeente)
    berekenen.bereken(w.als(gemeente.noor), zaak.id, berekenen.Rekenkeuze("SK", "8,0"))


def stel_voor() -> None:
    """The proposal to all creditors; a repeat finds the step changed."""
    try:
        voorstel.stuur_voorstel(noor(), _zaken()[0].id, Niets())
    except Geweigerd as nee:
        if nee.code != "stap_onmogelijk":
            raise


def voorgesteld() -> dict[str, Any]:
    """The step, the offers, and what came with them."""
    zaak = _zaken()[0]
    beeld = queries.zaak(noor(), zaak.id)
    assert beeld.dossier is not None  # she treats it
    return {
        "stap": zaak.stap,
        "voorstellen": [[rij.schuldeiser.naam, rij.bedrag_centen] for rij in beeld.dossier.voorstellen],
        "taken": zaak.taken.filter(soort="voorstel_versturen").count(),
        "termijnen": zaak.termijnen.filter(regel="voorstel-reactie").count(),
    }


HERZIEN_ZAKEN, HERZIEN_PORTIE = 1_200, 100


def _herzienmap() -> Path:
    return Path(settings.DATAMAP) / "herzien"


def een_voorraad() -> None:
    """A file with cases of which some change, some stay the same and one has no answer."""
    situaties = ("alleenstaande", "paar", "boot")
    zaken = [
        {"id": f"Z{n}", "berekening": "bvv", "invoer": {"leefsituatie": situaties[2 if n == 700 else n % 2], "netto_inkomen": f"{900 + n}.00", "inkomensgroep": ("laag", "hoog")[n // 600]}}
        for n in range(HERZIEN_ZAKEN)
    ]  # fmt: skip
    _herzienmap().mkdir(parents=True)
    inhoud = {"van": "2023-01-15", "naar": "2024-01-15", "zaken": zaken}
    (_herzienmap() / "voorraad.json").write_text(json.dumps(inhoud))


def herzie() -> int:
    """Revise it into a file; gives how many cases this run found done."""
    plek = _herzienmap()
    return herzie_bestand(plek / "voorraad.json", plek / "uit.json", portie=HERZIEN_PORTIE).eerder


def herzien() -> dict[str, Any]:
    """The hash of the outcome and how often each case is in it, and the lines that stand in the journal."""
    plek = _herzienmap()
    uit, dagboek = plek / "uit.json", plek / "uit.json.voortgang"
    document = json.loads(uit.read_bytes()) if uit.exists() else None
    regels = dagboek.read_bytes().splitlines() if dagboek.exists() else []
    return {
        "bestand": hashlib.sha256(uit.read_bytes()).hexdigest() if document else "",
        "hash": document["hash"] if document else "",
        "klopt": document == bereken("norm-herziening", json.loads((plek / "voorraad.json").read_bytes())) if document else None,
        "gewijzigd": [rij["id"] for rij in document["gewijzigd"]] if document else [],
        "dagboek": len(regels),
        "map": sorted(deel.name for deel in plek.iterdir()) if document else [],
    }  # fmt: skip


BETALEN = Proef("betalen", NU, LATER, twee_kredieten, lees_in, betaald, doe_plichten, lees_nog_eens)
VOORSTELLEN = Proef("voorstellen", NU, LATER, een_berekening, stel_voor, voorgesteld, doe_plichten, stel_voor)
HERZIEN = Proef("herzien", NU, NU, een_voorraad, herzie, herzien, lambda: None, herzie)
"""Nobody but the command works on it: it is finished by asking again."""


def een_voorstel() -> None:
    """A proposal to three creditors who all get letters, that waits to be posted."""
    gemeente = w.maak_gemeente()
    w.voorgesteld(gemeente)
    Schuldeiser.objects.filter(organisatie=gemeente.organisatie).update(adres="Postbus 11\n2600 AA Waterrijk")


def verstuur_post() -> int:
    """Begin the round of letters and send it, as the command does."""
    return post.maak_postronde_af(post.begin_postronde(noor(), queries.Postkeuze("voorstel")).id)


def verstuur_wat_er_nog_is() -> None:
    """Send to who would get the letter now: to nobody, when it went."""
    try:
        verstuur_post()
    except Geweigerd as nee:
        if nee.code != "geen_post":
            raise


def gepost() -> dict[str, Any]:
    """The letters, what the timeline tells of them, and how many pages there are to print."""
    zaak = _zaken()[0]
    beeld = queries.zaak(noor(), zaak.id)
    brieven = Postbrief.objects.filter(zaak=zaak)
    klaar = [stand for stand in queries.postrondes(noor()) if stand.gedaan and not stand.wacht]
    return {
        "brieven": sorted(brieven.values_list("status", flat=True)),
        "voorstellen": brieven.values("voorstel").distinct().count(),
        "verteld": sorted(rij.tekst_nl for rij in beeld.tijdlijn if rij.wat == "post"),
        "bladen": [len(PdfReader(io.BytesIO(queries.postbundel(noor(), stand.ronde.id))).pages) for stand in klaar],
        "taak": zaak.taken.filter(soort="voorstel_versturen", klaar__isnull=True).count(),
    }  # fmt: skip


POST = Proef("post", NU, LATER, een_voorstel, verstuur_post, gepost, doe_plichten, verstuur_wat_er_nog_is)
