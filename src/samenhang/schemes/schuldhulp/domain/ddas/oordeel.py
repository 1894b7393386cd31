"""The judgement of a DDAS file: read it, name what is wrong with its line, its rule and the remedy. Pure."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.schuldhulp.domain.ddas import model as m
from samenhang.schemes.schuldhulp.domain.ddas.bevinding import Bevinding, Pad
from samenhang.schemes.schuldhulp.domain.ddas.trajectregels import gemeentecode_fout, traject_regels
from samenhang.schemes.schuldhulp.domain.ddas.vertaling import lees

MEESTE: Final = 500
"""Findings that are written out; what comes after is counted."""
GROOTST: Final = 200_000_000
"""Bytes of a document that is read whole."""
BLADZIJDE: Final = 25_000
"""Trajectories in one page of a delivery at most."""
_TEKENS: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What a file is worth: the first findings, and how many there are of each weight."""

    fouten: int
    let_op: int
    vorm: int
    trajecten: int
    bevindingen: tuple[Bevinding, ...]

    @property
    def goed(self) -> bool:
        """Whether CBS can take it: warnings are allowed."""
        return not self.fouten

    @property
    def meer(self) -> int:
        """How many findings are not written out."""
        return self.fouten + self.let_op - len(self.bevindingen)

    @property
    def telling(self) -> Tekst:
        """How much was looked at, and what was found."""
        fout, fault = ("fout", "fault") if self.fouten == 1 else ("fouten", "faults")
        let, warn = ("waarschuwing", "warning") if self.let_op == 1 else ("waarschuwingen", "warnings")
        traj, path = ("traject", "trajectory") if self.trajecten == 1 else ("trajecten", "trajectories")
        return Tekst(
            f"{self.trajecten} {traj}: {self.fouten} {fout} (waarvan {self.vorm} van vorm) en {self.let_op} {let}",
            f"{self.trajecten} {path}: {self.fouten} {fault} ({self.vorm} of form) and {self.let_op} {warn}",
        )


class _Lijst(list[Bevinding]):
    """Findings as they come."""

    def meld(self, regel: str, pad: Pad, nl: str, en: str, *, fout: bool = True) -> None:
        """Note one; its sentence begins with its place, cut down to what is said inside the trajectory."""
        kaal = Bevinding(regel, pad, Tekst("", ""), fout)
        self.append(Bevinding(regel, pad, Tekst(f"{kaal.plaats}: {nl}.", f"{kaal.plaats}: {en}."), fout))


def lees_levering(document: Any) -> tuple[m.Levering | None, list[Bevinding]]:
    """The delivery in a document, and what is wrong with its form."""
    lijst = _Lijst()
    if not isinstance(document, dict):
        lijst.meld("soort", (), "het document moet een object zijn", "the document must be an object")
        return None, lijst
    return lees(m.Levering, document, (), lijst.meld), lijst


def controleer(document: Any) -> tuple[list[Bevinding], int]:
    """Everything that is wrong with a document, first its form, then what it says; and how many trajectories it has."""
    levering, vorm = lees_levering(document)
    if levering is None:
        return vorm, 0
    lijst = _Lijst(vorm)
    _kop(levering, lijst)
    for nummer, deel in enumerate(levering.delen):
        _deel(deel, nummer, levering.einddatum, lijst)
    return lijst, sum(len(deel.trajecten) for deel in levering.delen)


def oordeel(inhoud: bytes) -> Oordeel:
    """Judge a file. Raises `Geweigerd` when it is no JSON in UTF-8, or too large to read."""
    if len(inhoud) > GROOTST:
        raise Geweigerd("ddas_groot", Tekst("Het bestand is groter dan 200 MB. Lever het in bladzijden van 25.000 trajecten.", "The file is larger than 200 MB. Deliver it in pages of 25,000 trajectories."), status=413)  # fmt: skip
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise Geweigerd("ddas_json", Tekst(f"Regel {regel}: dit is geen UTF-8. Sla het bestand op als UTF-8.", f"Line {regel}: this is no UTF-8. Save the file as UTF-8.")) from fout  # fmt: skip
    dubbel: list[str] = []
    try:
        document = json.loads(tekst, parse_constant=_geen_getal, object_pairs_hook=lambda paren: _ding(paren, dubbel))  # fmt: skip
    except (ValueError, RecursionError) as fout:
        regel = fout.lineno if isinstance(fout, json.JSONDecodeError) else 1
        raise Geweigerd("ddas_json", Tekst(f"Regel {regel}: het bestand is geen JSON. Maak het opnieuw uit het bronsysteem.", f"Line {regel}: the file is no JSON. Make it again from the source system.")) from fout  # fmt: skip
    gevonden, trajecten = controleer(document)
    lijst = _Lijst()
    for naam in dubbel:
        lijst.meld("dubbele_sleutel", (), f"de naam “{naam[:60]}” staat twee keer in één object; haal er een weg", f"the name “{naam[:60]}” stands twice in one object; remove one")  # fmt: skip
    gevonden = [*lijst, *gevonden]
    eerste = gevonden[:MEESTE]
    lijnen = regels_van(tekst, {deel.pad for deel in eerste})
    geplaatst = sorted((deel.op_lijn(_dichtstbij(lijnen, deel.pad)) for deel in eerste), key=lambda deel: deel.lijn)  # fmt: skip
    fouten = [deel for deel in gevonden if deel.fout]
    return Oordeel(
        len(fouten), len(gevonden) - len(fouten), sum(deel.vorm for deel in fouten), trajecten, tuple(geplaatst)
    )  # fmt: skip


def regels_van(tekst: str, paden: Iterable[Pad]) -> dict[Pad, int]:
    """The line on which each of these places stands, or what holds it when the place itself is not there."""
    gezocht = {pad[:n] for pad in paden for n in range(len(pad) + 1)}
    uit: dict[Pad, int] = {}
    pad: list[str | int] = []
    open_: list[str] = []
    regel, tot, sleutel = 1, 0, False
    for treffer in _TEKENS.finditer(tekst):
        teken = treffer[0]
        regel, tot = regel + tekst.count("\n", tot, treffer.start()), treffer.start()
        if open_ and open_[-1] == "{" and sleutel and teken[0] == '"':
            pad[-1], sleutel = json.loads(teken), False
            _zet(uit, gezocht, pad, regel)
            continue
        if teken in "{[":
            _zet(uit, gezocht, pad, regel)
            open_.append(teken)
            sleutel = teken == "{"
            pad.append("" if sleutel else 0)
            if not sleutel:
                _zet(uit, gezocht, pad, regel)
        elif teken in "}]":
            open_.pop()
            pad.pop()
            sleutel = False
        elif teken == "," and open_:
            if open_[-1] == "{":
                sleutel = True
            else:
                pad[-1] = int(pad[-1]) + 1
        elif open_ and open_[-1] == "[":
            _zet(uit, gezocht, pad, regel)
    return uit


def _zet(uit: dict[Pad, int], gezocht: set[Pad], pad: list[str | int], regel: int) -> None:
    hier = tuple(pad)
    if hier in gezocht:
        uit.setdefault(hier, regel)


def _dichtstbij(lijnen: dict[Pad, int], pad: Pad) -> int:
    return next((lijnen[pad[:n]] for n in range(len(pad), -1, -1) if pad[:n] in lijnen), 1)


def _ding(paren: list[tuple[str, Any]], dubbel: list[str]) -> dict[str, Any]:
    uit = dict(paren)
    if len(uit) < len(paren):
        dubbel.extend(naam for naam, aantal in Counter(naam for naam, _ in paren).items() if aantal > 1)
    return uit


def _geen_getal(naam: str) -> None:
    raise ValueError(naam)


def _kop(levering: m.Levering, lijst: _Lijst) -> None:
    van, tot, moment = levering.startdatum, levering.einddatum, levering.aangeleverd
    if van and tot and tot < van:
        lijst.meld("periode", ("einddatumLevering",), f"{tot} ligt voor het begin {van}; verbeter een van beide", f"{tot} lies before the start {van}; correct one of them")  # fmt: skip
    if tot and moment and tot > moment.date():
        lijst.meld("nog_niet_voorbij", ("einddatumLevering",), f"{tot} was nog niet voorbij toen er werd aangeleverd", f"{tot} was not over when the delivery was made")  # fmt: skip
    if levering.leverancier is not None and not re.search(r"[0-9]", levering.leverancier):
        lijst.meld("leverancier", ("codeGegevensleverancier",), "noemt geen versie; schrijf de naam van de software en haar versienummer", "names no version; write the name of the software and its version number", fout=False)  # fmt: skip
    if not levering.delen:
        lijst.meld("leeg_bestand", ("leveringen",), "er is geen levering; neem er minstens een op", "there is no delivery; take in at least one")  # fmt: skip
    aantal = sum(len(deel.trajecten) for deel in levering.delen)
    if aantal > BLADZIJDE:
        lijst.meld("te_veel_trajecten", ("leveringen",), f"er staan {aantal} trajecten in een bladzijde; hoogstens {BLADZIJDE}, verdeel ze", f"there are {aantal} trajectories in one page; {BLADZIJDE} at most, divide them")  # fmt: skip


def _deel(deel: m.Deel, nummer: int, laatste: date | None, lijst: _Lijst) -> None:
    pad: Pad = ("leveringen", nummer)
    if deel.teller is not None and deel.teller != nummer + 1:
        lijst.meld("teller", (*pad, "teller"), f"moet {nummer + 1} zijn", f"must be {nummer + 1}")
    if deel.organisatie is not None:
        _organisatie(deel.organisatie, (*pad, "aanleverende_organisatie"), lijst)
    gezien: dict[tuple[str, date], int] = {}
    for plek, traject in enumerate(deel.trajecten):
        waar = (*pad, "schuldhulptrajecten", plek)
        traject_regels(traject, waar, lijst.meld, laatste)
        for client in traject.clienten:
            if client.bsn and traject.startdatum:
                eerder = gezien.setdefault((client.bsn, traject.startdatum), plek)
                if eerder != plek:
                    lijst.meld("dubbel_traject", waar, f"is van dezelfde cliënt met hetzelfde begin als traject {eerder}; lever het één keer", f"is of the same client with the same start as trajectory {eerder}; deliver it once")  # fmt: skip


def _organisatie(wie: m.Organisatie, pad: Pad, lijst: _Lijst) -> None:
    if not wie.naam:
        lijst.meld("zonder_naam", (*pad, "(Statutaire) Naam"), "ontbreekt; vul de naam van de organisatie in", "is missing; fill in the name of the organisation", fout=False)  # fmt: skip
    if wie.kvk is not None and not re.fullmatch(r"[0-9]{8}", wie.kvk):
        lijst.meld("kvk", (*pad, "KvK-nummer"), "is geen nummer van acht cijfers; verbeter het of laat het weg", "is no number of eight digits; correct it or leave it out")  # fmt: skip
    if wie.gemeentecode and gemeentecode_fout(wie.gemeentecode):
        lijst.meld("gemeentecode", (*pad, "gemeentecode"), f"“{wie.gemeentecode[:40]}” is geen gemeentecode; schrijf vier cijfers, eventueel met GM ervoor, of laat het weg", f"“{wie.gemeentecode[:40]}” is no municipality code; write four digits, with GM before them if wanted, or leave it out")  # fmt: skip
    if not any(re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", deel.email or "") for deel in wie.contactpersonen):
        lijst.meld("zonder_mail", (*pad, "contactpersonen"), "heeft geen geldig e-mailadres; daarheen gaat het kwaliteitsrapport van het CBS", "has no valid e-mail address; the quality report of CBS goes there", fout=False)  # fmt: skip
