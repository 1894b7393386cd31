"""Which node this deployment uses, and as whom: an address with secrets, or a folder."""

from __future__ import annotations

import logging
from datetime import date, datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.normen import norm
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.termijnen import bereken
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import DEELNEMER, alarmdag
from samenhang.schemes.schuldhulp.domain.termijnen import TERMIJNEN
from samenhang.schemes.schuldhulp.knooppunt.map import Mapknooppunt
from samenhang.schemes.schuldhulp.knooppunt.netwerk import Netwerkknooppunt
from samenhang.schemes.schuldhulp.knooppunt.poort import Knooppunt

log = logging.getLogger("samenhang.knooppunt")
VEILIG = ("https://", "http://127.0.0.1:", "http://localhost:")
"""A secret goes over TLS, or stays on this machine."""
REGEL, ALARM = "bericht-ophalen", "knooppunt.alarm_werkdagen"
_OPHALEN = next(regel for regel in TERMIJNEN if regel.naam == REGEL)


def laatste_dag(geplaatst: date) -> date:
    """The last day on which a message that came that day lies at the node; after it, it is deleted."""
    einde = bereken(_OPHALEN, geplaatst, standaardkalender(), []).einde
    assert not hasattr(einde, "hour")  # the rule is in working days
    return einde


def alarm_vanaf(geplaatst: date) -> date:
    """The day from which who treats the case must act on a message that nobody fetched."""
    werkdagen = int(norm(ALARM, geplaatst).waarde)
    return alarmdag(geplaatst, laatste_dag(geplaatst), werkdagen, standaardkalender())


def productklok() -> datetime:
    """The time of the product: a node that is a folder of it lives by the same clock."""
    return timezone.now()


def knooppunt_van(organisatie: Organisatie) -> Knooppunt | None:
    """The node as this municipality reaches it; None when it does not take part, and everything goes by letter."""
    adres, deelnemer = settings.KNOOPPUNT, organisatie.kvk or ""
    if not adres or not DEELNEMER.fullmatch(deelnemer):
        return None
    if "://" not in adres:
        return Mapknooppunt(Path(adres), deelnemer, laatste_dag, productklok)
    if not adres.startswith(VEILIG):
        raise Geweigerd("knooppunt_onveilig", Tekst("Het adres van het knooppunt begint met https://. Verbeter SAMENHANG_KNOOPPUNT.", "The address of the node begins with https://. Correct SAMENHANG_KNOOPPUNT."), status=409)  # fmt: skip
    geheim = _geheimen(settings.KNOOPPUNT_GEHEIMEN).get(deelnemer)
    return None if geheim is None else Netwerkknooppunt(adres, geheim)


def doet_mee(organisatie: Organisatie) -> bool:
    """Whether this municipality exchanges messages."""
    return knooppunt_van(organisatie) is not None


def deelnemers() -> list[Organisatie]:
    """The municipalities of this deployment that exchange messages; with a setting that is wrong nobody, and the log says so."""
    if not settings.KNOOPPUNT:
        return []
    rijen = Organisatie.objects.filter(soort="gemeente", actief=True, kvk__isnull=False).order_by("id")
    try:
        return [rij for rij in rijen if doet_mee(rij)]
    except Geweigerd as fout:
        log.error("het knooppunt is niet goed ingesteld: %s", fout.tekst.nl)
        return []


@cache
def _geheimen(bestand: Path | None) -> dict[str, str]:
    """The secret of each participant: a line `KVK GEHEIM` each. Raises `Geweigerd` naming a line that is not."""
    if bestand is None:
        return {}
    try:
        regels = bestand.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fout:
        raise Geweigerd("geheimen_onleesbaar", Tekst(f"{bestand} is niet te lezen. Verbeter SAMENHANG_KNOOPPUNT_GEHEIMEN.", f"{bestand} cannot be read. Correct SAMENHANG_KNOOPPUNT_GEHEIMEN."), status=409) from fout  # fmt: skip
    uit = {}
    for nummer, regel in enumerate(regels, 1):
        if not regel.strip() or regel.startswith("#"):
            continue
        delen = regel.split()
        if len(delen) != 2 or not DEELNEMER.fullmatch(delen[0]):
            raise Geweigerd("geheimen_onjuist", Tekst(f"{bestand.name}, regel {nummer}: schrijf een KvK-nummer, een spatie en het geheim.", f"{bestand.name}, line {nummer}: write a registration number, a space and the secret."))  # fmt: skip
        uit[delen[0]] = delen[1]
    return uit
