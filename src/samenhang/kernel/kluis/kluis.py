"""Keys by what they lock: made when first asked for, given in one round, destroyed for good."""

from __future__ import annotations

import hmac
import os
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kluis.opslag import Ingepakt, Opslag

LENGTE = 32


class SleutelOntbreekt(Geweigerd):
    """The vault knows nothing of a key that something was locked with: it is not the vault of this database."""

    def __init__(self) -> None:
        super().__init__(
            "sleutel_ontbreekt",
            Tekst(
                "De kluis met sleutels hoort niet bij deze database. Laat de beheerder de kopie van de kluis terugzetten "
                "(samenhang beheer kluis-terugzetten) of SAMENHANG_SLEUTEL nakijken.",
                "The vault of keys does not belong to this database. Have the operator put back the copy of the vault "
                "(samenhang beheer kluis-terugzetten) or check SAMENHANG_SLEUTEL.",
            ),
            status=503,
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """What one key locks: one category about one person, in one case or outside any, in one register."""

    organisatie: UUID
    persoon: UUID
    zaak: UUID | None
    categorie: str

    def __str__(self) -> str:
        return f"{self.organisatie}|{self.persoon}|{self.zaak or ''}|{self.categorie}"


class Kluis:
    """The vault of a deployment. Its keys are wrapped (RFC 3394) under one that follows from the deployment's secret.

    A key is filed under a keyed hash of its lock, so that the vault names no person, case or category.
    """

    def __init__(self, opslag: Opslag, geheim: bytes) -> None:
        self._opslag = opslag
        self._wikkel, self._namen = _afgeleid(geheim, b"wikkel"), _afgeleid(geheim, b"namen")

    def merk(self, soort: str, organisatie: UUID, nummer: UUID) -> str:
        """By which mark all keys about a person ("persoon") or a case ("zaak") of a register are found (64 digits)."""
        return self._gehakt(f"{soort}|{organisatie}|{nummer}")

    def _naam(self, slot: Slot) -> str:
        return self._gehakt(str(slot))

    def _gehakt(self, tekst: str) -> str:
        return hmac.digest(self._namen, tekst.encode(), "sha256").hex()

    def sleutels(self, sloten: Collection[Slot]) -> dict[Slot, bytes | None]:
        """The key of each lock; None for one that was destroyed. Raises `SleutelOntbreekt` for one it never had."""
        bekend = self._opslag.geef({self._naam(slot) for slot in sloten})
        gevonden: dict[Slot, bytes | None] = {}
        for slot in sloten:
            naam = self._naam(slot)
            if naam not in bekend:
                raise SleutelOntbreekt
            gevonden[slot] = self._uitgepakt(bekend[naam])
        return gevonden

    def maak(self, sloten: Collection[Slot]) -> dict[Slot, bytes]:
        """The key of each lock, made where there is none, or none any more.

        After a key was destroyed the next text gets a new one, which opens nothing of what was written before.
        """
        namen = {slot: self._naam(slot) for slot in set(sloten)}
        bekend = self._opslag.geef(namen.values())
        nieuw = [self._nieuw(slot, naam) for slot, naam in namen.items() if bekend.get(naam) is None]
        if nieuw:
            self._opslag.bewaar(nieuw)
            bekend = self._opslag.geef(namen.values())
        uit = {}
        for slot, naam in namen.items():
            sleutel = self._uitgepakt(bekend[naam])
            if sleutel is None:
                raise SleutelOntbreekt
            uit[slot] = sleutel
        return uit

    def vernietig(self, merken: Collection[str]) -> int:
        """Destroy every key with one of these marks (see `merk`); gives how many there were. Twice is as once."""
        return self._opslag.vernietig(merken)

    def _nieuw(self, slot: Slot, naam: str) -> Ingepakt:
        persoon = self.merk("persoon", slot.organisatie, slot.persoon)
        zaak = self.merk("zaak", slot.organisatie, slot.zaak) if slot.zaak else ""
        return Ingepakt(naam, persoon, zaak, aes_key_wrap(self._wikkel, os.urandom(LENGTE)))

    def _uitgepakt(self, inhoud: bytes | None) -> bytes | None:
        if inhoud is None:
            return None
        try:
            return aes_key_unwrap(self._wikkel, inhoud)
        except InvalidUnwrap as fout:
            raise SleutelOntbreekt from fout


def _afgeleid(geheim: bytes, waarvoor: bytes) -> bytes:
    return HKDF(SHA256(), LENGTE, salt=None, info=b"samenhang kluis " + waarvoor).derive(geheim)
