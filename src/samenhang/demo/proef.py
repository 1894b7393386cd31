"""`demo --check`: start the server, ask every page as every persona, stop, and say what failed."""

from __future__ import annotations

import http.cookiejar
import subprocess  # nosec
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import IO, Any

from samenhang.kernel.basis import Geweigerd, Tekst

TE_TRAAG = 2.0
OPSTARTTIJD = 60.0
_PER_SOORT = 4
"""Of pages that differ only in an id or a query, this many are asked."""
_SPOREN = ("Traceback (most recent call last)", "incident")


@dataclass
class Verslag:
    """How many pages were asked, and what was wrong with which."""

    paginas: int = 0
    bestanden: int = 0
    traagste: tuple[float, str] = (0.0, "")
    fouten: list[str] = field(default_factory=list)


class _Verwijzingen(HTMLParser):
    """Collects the links and the static files of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.bestanden: list[str] = []
        self.hoedanigheden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep where a tag points to."""
        velden = dict(attrs)
        if tag == "a" and velden.get("href") and "download" not in velden:
            self.links.append(velden["href"] or "")
        elif tag == "link" and velden.get("href"):
            self.bestanden.append(velden["href"] or "")
        elif tag in ("script", "img") and velden.get("src"):
            self.bestanden.append(velden["src"] or "")
        elif tag == "button" and velden.get("name") == "hoedanigheid":
            self.hoedanigheden.append(velden.get("value") or "")


class Bezoeker:
    """Somebody with a browser of sorts: keeps cookies, asks pages, submits nothing but who he is and for whom."""

    def __init__(self, adres: str, verslag: Verslag) -> None:
        self._adres = adres
        self._verslag = verslag
        self._cookies = http.cookiejar.CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))

    def log_in(self, email: str) -> None:
        """Choose a persona, with the token of the form."""
        self._kies("/inloggen", {"persona": email})

    def voor(self, hoedanigheid: str) -> None:
        """Choose for which organisation to work."""
        self._kies("/hoedanigheid", {"hoedanigheid": hoedanigheid})

    def spreek(self, taal: str) -> None:
        """Choose the language of the pages."""
        self._kies("/taal", {"language": taal})

    def _kies(self, pad: str, keuze: dict[str, str]) -> None:
        self._open.open(self._adres + pad, timeout=20).read()
        token = next(koek.value or "" for koek in self._cookies if "csrf" in koek.name.lower())
        velden = urllib.parse.urlencode({**keuze, "csrfmiddlewaretoken": token}).encode()
        vraag = urllib.request.Request(self._adres + pad, velden, {"Referer": self._adres + pad})
        with suppress(urllib.error.HTTPError):  # the start page is asked, and judged, as a page
            self._open.open(vraag, timeout=20).read()

    def vraag(self, pad: str, wie: str) -> str:
        """Ask a page; what is wrong with it goes into the report. Gives its HTML, or nothing."""
        begin = time.monotonic()
        try:
            with self._open.open(self._adres + pad, timeout=20) as antwoord:
                soort = antwoord.headers.get_content_type()
                inhoud: str = antwoord.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as fout:
            inhoud, soort = fout.read().decode("utf-8", "replace"), fout.headers.get_content_type()
            if fout.code >= 500 or fout.code == 403 or (fout.code == 404 and not pad.startswith("/static/")):
                self._verslag.fouten.append(f"{wie} {pad}: {fout.code}")
            elif pad.startswith("/static/"):
                self._verslag.fouten.append(f"{pad}: ontbreekt (missing)")
        except OSError as fout:
            self._verslag.fouten.append(f"{wie} {pad}: {fout}")
            return ""
        duur = time.monotonic() - begin
        self._verslag.traagste = max(self._verslag.traagste, (duur, f"{wie} {pad}"))
        if duur > TE_TRAAG:
            self._verslag.fouten.append(f"{wie} {pad}: {duur:.1f} s")
        if _SPOREN[0] in inhoud:
            self._verslag.fouten.append(f"{wie} {pad}: traceback")
        return inhoud if soort == "text/html" else ""


def vraag_alles(poort: int) -> dict[str, Any]:
    """Serve the demo, follow every link of every persona; raises `Geweigerd` when a page fails."""
    from samenhang.kernel.organisaties.models import PERSONADOMEIN, Gebruiker

    verslag = Verslag()
    begin = time.monotonic()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as uitvoer:
        with draaiend(poort, uitvoer) as adres:
            for gebruiker in Gebruiker.objects.filter(email__endswith=PERSONADOMEIN).order_by("email"):
                _loop_rond(adres, gebruiker.email, verslag)
        uitvoer.seek(0)
        if _SPOREN[0] in uitvoer.read():
            verslag.fouten.append("traceback in de uitvoer van de dienst (in the output of the service)")
    if verslag.fouten or not verslag.paginas:
        eerste = "; ".join(verslag.fouten[:8]) or "geen pagina's (no pages)"
        raise Geweigerd(
            "demo_mislukt",
            Tekst(f"{len(verslag.fouten)} fouten: {eerste}", f"{len(verslag.fouten)} faults: {eerste}"),
            status=500,
        )
    return {
        "paginas": verslag.paginas,
        "bestanden": verslag.bestanden,
        "traagste": {"seconden": round(verslag.traagste[0], 2), "pagina": verslag.traagste[1]},
        "seconden": round(time.monotonic() - begin, 1),
    }


def _loop_rond(adres: str, email: str, verslag: Verslag) -> None:
    """Every page that can be reached from the start by links, a few of each kind."""
    wie = email.partition("@")[0]
    bezoeker = Bezoeker(adres, verslag)
    bezoeker.log_in(email)
    keuze = _Verwijzingen()
    keuze.feed(bezoeker.vraag("/hoedanigheid", wie))
    if len(keuze.hoedanigheden) < 2:
        _bezoek(adres, bezoeker, wie, verslag)
    for hoedanigheid in keuze.hoedanigheden if len(keuze.hoedanigheden) > 1 else ():
        bezoeker.voor(hoedanigheid)
        _bezoek(adres, bezoeker, wie, verslag)


def _bezoek(adres: str, bezoeker: Bezoeker, wie: str, verslag: Verslag) -> None:
    te_doen, gezien, per_soort = ["/"], {"/"}, dict[str, int]()
    while te_doen:
        pad = te_doen.pop(0)
        html = bezoeker.vraag(pad, wie)
        verslag.paginas += 1
        verwijzingen = _Verwijzingen()
        verwijzingen.feed(html)
        for bestand in dict.fromkeys(verwijzingen.bestanden):
            if bestand not in gezien and bestand.startswith("/"):
                gezien.add(bestand)
                bezoeker.vraag(bestand, wie)
                verslag.bestanden += 1
        for link in verwijzingen.links:
            doel = urllib.parse.urldefrag(urllib.parse.urljoin(adres + pad, link))[0].removeprefix(adres)
            if not doel.startswith("/") or doel in gezien or doel.startswith(("/static/", "/uitloggen")):
                continue
            gezien.add(doel)
            soort = soort_pagina(doel)
            per_soort[soort] = per_soort.get(soort, 0) + 1
            if per_soort[soort] <= _PER_SOORT:
                te_doen.append(doel)


def soort_pagina(pad: str) -> str:
    """A path without its ids and the values of its query: pages of one kind have one."""
    weg, _, vraag = pad.partition("?")
    delen = ["*" if any(teken.isdigit() for teken in deel) else deel for deel in weg.split("/")]
    namen = sorted({naam for naam, _ in urllib.parse.parse_qsl(vraag, keep_blank_values=True)})
    return "/".join(delen) + ("?" + "&".join(namen) if namen else "")


@contextmanager
def draaiend(poort: int, uitvoer: IO[str], omgeving: Mapping[str, str] | None = None) -> Iterator[str]:
    """The web service in a process of its own, without duties; ended at the end. Gives its address."""
    opdracht = (
        sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()", "beheer", "serve",
        "--poort", str(poort), "--no-plichten",
    )  # fmt: skip
    proces = subprocess.Popen(opdracht, stdout=uitvoer, stderr=uitvoer, env=omgeving)  # nosec B603
    adres = f"http://127.0.0.1:{poort}"
    try:
        _wacht(adres, proces)
        yield adres
    finally:
        proces.terminate()
        try:
            proces.wait(timeout=20)
        except subprocess.TimeoutExpired:
            proces.kill()


def _wacht(adres: str, proces: subprocess.Popen[bytes]) -> None:
    tot = time.monotonic() + OPSTARTTIJD
    while time.monotonic() < tot and proces.poll() is None:
        try:
            urllib.request.urlopen(f"{adres}/leeft", timeout=5).read()  # nosec B310
            return
        except OSError:
            time.sleep(0.1)
    raise Geweigerd(
        "demo_start_niet",
        Tekst(
            f"De dienst kwam niet op {adres}. Is de poort bezet? Kies een andere met --poort.",
            f"The service did not come up at {adres}. Is the port taken? Choose another with --poort.",
        ),
        status=500,
    )
