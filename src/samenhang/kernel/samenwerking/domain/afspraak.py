"""What an agreement says: who, for which purposes of which registers, which kinds of data, from when to when. Pure.

Source: AVG art. 26 asks joint controllers to arrange this between them (unverified); the form, immutable and valid
only when all have signed, is that of a contract of the Dutch Federated Service Connectivity.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.scheme import Scheme

HOOGSTENS_PARTIJEN: Final = 50
HOOGSTENS_DEKKING: Final = 100


@dataclass(frozen=True, slots=True)
class Partij:
    """An organisation that takes part, and the role that someone must hold there to sign for it."""

    organisatie: UUID
    soort: str
    rol: str


@dataclass(frozen=True, slots=True)
class Dekking:
    """What it covers: these kinds of data, of this register, for this purpose."""

    scheme: str
    doel: str
    categorieen: frozenset[str]


@dataclass(frozen=True, slots=True)
class Inhoud:
    """Everything that is signed; `tot` counts itself, None is without an end."""

    titel: str
    waarvoor: str
    van: date
    tot: date | None
    partijen: tuple[Partij, ...]
    dekking: tuple[Dekking, ...]

    def document(self) -> dict[str, Any]:
        """As it is stored and signed: in a fixed order, whatever order it was written in."""
        return {
            "titel": self.titel,
            "waarvoor": self.waarvoor,
            "van": self.van.isoformat(),
            "tot": self.tot.isoformat() if self.tot else None,
            "partijen": sorted(
                ({"organisatie": str(p.organisatie), "rol": p.rol} for p in self.partijen),
                key=lambda rij: rij["organisatie"],
            ),
            "dekking": sorted(
                (
                    {"scheme": d.scheme, "doel": d.doel, "categorieen": sorted(d.categorieen)}
                    for d in self.dekking
                ),
                key=lambda rij: (rij["scheme"], rij["doel"]),
            ),
        }


def som_van(reeks: UUID, versie: int, document: Mapping[str, Any]) -> str:
    """SHA-256 of what is signed: the series, the version and the content, as JSON with sorted keys, no spaces."""
    geheel = {"reeks": str(reeks), "versie": versie, "inhoud": document}
    vast = json.dumps(geheel, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(vast.encode()).hexdigest()


def controleer(inhoud: Inhoud, schemes: Mapping[str, Scheme], vandaag: date) -> None:
    """Refuse, with every place and what to do, what cannot be signed; raises `Geweigerd`."""
    fouten = (
        *_kop(inhoud, vandaag),
        *_partijen(inhoud.partijen, inhoud.dekking, schemes),
        *_dekking(inhoud.dekking, schemes),
    )
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=fouten)


def _kop(inhoud: Inhoud, vandaag: date) -> Iterator[Fout]:
    for veld, waarde, minstens, hoogstens in (
        ("titel", inhoud.titel, 5, 200),
        ("waarvoor", inhoud.waarvoor, 20, 2000),
    ):
        if not minstens <= len(waarde.strip()) <= hoogstens or re.search(r"[\x00-\x09\x0b-\x1f\x7f]", waarde):
            yield _fout(
                veld, "", f"{veld}_onjuist",
                f"{veld}: schrijf {minstens} tot {hoogstens} tekens gewone tekst.",
                f"{veld}: write {minstens} to {hoogstens} characters of plain text.",
            )  # fmt: skip
    if inhoud.tot is not None and inhoud.tot < inhoud.van:
        yield _fout("tot", "", "einde_voor_begin", "tot: de laatste dag ligt voor de eerste. Kies een latere dag.", "tot: the last day is before the first. Choose a later day.")  # fmt: skip
    elif inhoud.tot is not None and inhoud.tot < vandaag:
        yield _fout("tot", "", "al_voorbij", "tot: die dag is al voorbij. Kies een dag die nog komt, of laat hem leeg.", "tot: that day has passed. Choose a day to come, or leave it empty.")  # fmt: skip


def _partijen(
    partijen: tuple[Partij, ...], dekking: tuple[Dekking, ...], schemes: Mapping[str, Scheme]
) -> Iterator[Fout]:
    if not 2 <= len(partijen) <= HOOGSTENS_PARTIJEN:
        yield _fout("partijen", "", "te_weinig_partijen", f"partijen: noem 2 tot {HOOGSTENS_PARTIJEN} organisaties.", f"partijen: name 2 to {HOOGSTENS_PARTIJEN} organisations.")  # fmt: skip
    gezien: set[UUID] = set()
    for nummer, partij in enumerate(partijen):
        plek = f"/partijen/{nummer}"
        if partij.organisatie in gezien:
            yield _fout("partijen", f"{plek}/organisatie", "partij_dubbel", f"partijen: regel {nummer + 1}: deze organisatie staat er al. Noem elke organisatie één keer.", f"partijen: line {nummer + 1}: this organisation is there already. Name each organisation once.")  # fmt: skip
        gezien.add(partij.organisatie)
        mogelijk = sorted(
            {
                rol.naam
                for deel in dekking
                if deel.scheme in schemes
                for rol in schemes[deel.scheme].rollen
                if partij.soort in rol.organisatiesoorten
            }
        )
        if mogelijk and partij.rol not in mogelijk:
            yield _fout("partijen", f"{plek}/rol", "rol_onbekend", f'partijen: regel {nummer + 1}: "{partij.rol[:40]}" kan hier niet tekenen. Kies uit: {", ".join(mogelijk)}.', f'partijen: line {nummer + 1}: "{partij.rol[:40]}" cannot sign here. Choose from: {", ".join(mogelijk)}.')  # fmt: skip


def _dekking(dekking: tuple[Dekking, ...], schemes: Mapping[str, Scheme]) -> Iterator[Fout]:
    if not 1 <= len(dekking) <= HOOGSTENS_DEKKING:
        yield _fout("dekking", "", "dekking_ontbreekt", f"dekking: noem 1 tot {HOOGSTENS_DEKKING} doelen met de soorten gegevens.", f"dekking: name 1 to {HOOGSTENS_DEKKING} purposes with their kinds of data.")  # fmt: skip
    gezien: set[tuple[str, str]] = set()
    for nummer, deel in enumerate(dekking):
        plek, hier = f"/dekking/{nummer}", f"dekking: regel {nummer + 1}"
        here = f"dekking: line {nummer + 1}"
        if (deel.scheme, deel.doel) in gezien:
            yield _fout("dekking", plek, "doel_dubbel", f"{hier}: dit doel staat er al. Zet alle soorten gegevens bij één regel.", f"{here}: this purpose is there already. Put all kinds of data in one line.")  # fmt: skip
        gezien.add((deel.scheme, deel.doel))
        sch = schemes.get(deel.scheme)
        if sch is None:
            keuzes = ", ".join(schemes)
            yield _fout("dekking", f"{plek}/scheme", "register_onbekend", f'{hier}: het register "{deel.scheme[:40]}" is er niet. Kies uit: {keuzes}.', f'{here}: there is no register "{deel.scheme[:40]}". Choose from: {keuzes}.')  # fmt: skip
            continue
        doelen = (sch.doel, *sch.doelen)
        if deel.doel not in doelen:
            yield _fout("dekking", f"{plek}/doel", "doel_onbekend", f'{hier}: "{deel.doel[:40]}" is geen doel van {sch.naam}. Kies uit: {", ".join(sorted(doelen))}.', f'{here}: "{deel.doel[:40]}" is no purpose of {sch.naam}. Choose from: {", ".join(sorted(doelen))}.')  # fmt: skip
        namen = {"naw", "contact", *(categorie.naam for categorie in sch.categorieen)}
        vreemd = sorted(deel.categorieen - namen)
        if vreemd or not deel.categorieen:
            wat = vreemd[0][:40] if vreemd else ""
            yield _fout("dekking", f"{plek}/categorieen", "categorie_onbekend", f'{hier}: "{wat}" is geen soort gegevens van {sch.naam}. Kies uit: {", ".join(sorted(namen))}.', f'{here}: "{wat}" is no kind of data of {sch.naam}. Choose from: {", ".join(sorted(namen))}.')  # fmt: skip


def _fout(kolom: str, plek: str, code: str, nl: str, en: str) -> Fout:
    return Fout(code, Tekst(nl, en), Plaats(kolom=kolom, plek=plek or f"/{kolom}"))


@dataclass(frozen=True, slots=True)
class Stand:
    """One version of an agreement as far as being in force goes: its days, whether all signed."""

    versie: int
    van: date
    tot: date | None
    getekend: bool

    def loopt(self, dag: date) -> bool:
        """Whether everybody signed, and the day is one of its days."""
        return self.getekend and self.van <= dag and (self.tot is None or dag <= self.tot)


def geldende_versie(standen: Iterable[Stand], dag: date) -> int | None:
    """The version of one agreement that holds on a day: the newest that all signed and that has begun.

    A newer version replaces the older ones for good: when it has ended, none holds.
    """
    begonnen = [stand for stand in standen if stand.getekend and stand.van <= dag]
    laatste = max(begonnen, key=lambda stand: stand.versie, default=None)
    return laatste.versie if laatste is not None and laatste.loopt(dag) else None
