"""What goes to the municipality when a caller wants to be called, and what comes back. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from samenhang.kernel.basis import Fout, Geweigerd, Tekst
from samenhang.kernel.scheme import veld
from samenhang.schemes.helplijn.domain.contact import fout

WARM: Final = "warme_overdracht"
"""The kind of hand-over to debt assistance, and the purpose for which it is decided."""
OPGEPAKT, UITKOMST = "lijnontvangst", "lijnuitkomst"
"""The kinds that come back: that somebody took it up, and whether he reached the caller. Neither has content."""
AAN: Final = "gemeente"
HULPWENS: Final = "hulpwens"
CATEGORIEEN: Final = ("naw", "contact", HULPWENS)
"""All that is ever known of a caller: who, how to reach him, what he wants."""
VERVALT: Final = timedelta(days=14)
"""After this nothing is left of a hand-over, picked up or not."""
WENS_HOOGSTENS: Final = 300
_ZAAK: Final = {"categorie": ""}
_NAW: Final = {"categorie": "naw"}
_CONTACT: Final = {"categorie": "contact"}
_WENS: Final = {"categorie": HULPWENS}
_TELEFOON: Final = re.compile(r"\+?[0-9][0-9 \-]{7,18}[0-9]")
_EMAIL: Final = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")


@dataclass(frozen=True, slots=True)
class WarmeOverdracht:
    """A caller who wants the municipality to call him.

    `gevraagd` is the moment, with its zone, at which he asked for help: the term runs from its day (Wgs art. 4).
    `dreigingen` are names of threats of art. 4 lid 2.
    """

    meldingnummer: str = field(metadata=_ZAAK)
    naam: str = field(metadata=_NAW)
    telefoon: str = field(metadata=_CONTACT)
    email: str = field(metadata=_CONTACT)
    wens: str = field(metadata=_WENS)
    gevraagd: str = field(metadata=_WENS)
    dreigingen: tuple[str, ...] = field(metadata=_WENS)


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """Somebody at the municipality took it up. Nothing else."""

    meldingnummer: str = field(metadata=_ZAAK)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Whether the caller was reached. Nothing else."""

    meldingnummer: str = field(metadata=_ZAAK)
    bereikt: bool = field(metadata=_ZAAK)


@dataclass(frozen=True, slots=True)
class Overdrachtsinvoer:
    """What a caller tells after he said yes: his name, one way to reach him, and what he wants help with."""

    toestemming: bool = veld(
        "Las u de tekst voor, en zei de beller ja?", "Did you read out the text, and did the caller say yes?"
    )
    naam: str = veld("Naam", "Name", hoogstens=200)
    wens: str = veld(
        "Waar wil de beller hulp bij?", "What does the caller want help with?", regels=3, hoogstens=WENS_HOOGSTENS,
        uitleg=Tekst("In zijn eigen woorden, zo kort mogelijk.", "In his own words, as short as possible."),
    )  # fmt: skip
    telefoon: str = veld("Telefoon", "Telephone", standaard="", hoogstens=80)
    email: str = veld("Of e-mail", "Or e-mail", standaard="", hoogstens=254)


def controleer_overdracht(invoer: Overdrachtsinvoer) -> None:
    """Raise `Geweigerd` with everything that is wrong, each with its field and what to do; no value is repeated."""
    fouten = tuple(_fouten(invoer))
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=fouten)


def _fouten(invoer: Overdrachtsinvoer) -> Iterator[Fout]:
    if not invoer.toestemming:
        yield fout("toestemming", "geen_toestemming", "Zonder ja van de beller wordt niets opgeschreven. Geef hem het nummer van de gemeente.", "Without a yes of the caller nothing is written down. Give him the number of the municipality.")  # fmt: skip
    if not invoer.naam.strip():
        yield fout("naam", "naam_ontbreekt", "Vul in hoe de beller heet.", "Enter what the caller is called.")
    if not invoer.wens.strip():
        yield fout("wens", "wens_ontbreekt", "Schrijf waar de beller hulp bij wil.", "Write what the caller wants help with.")  # fmt: skip
    for kolom, waarde, hoogstens in (("naam", invoer.naam, 200), ("wens", invoer.wens, WENS_HOOGSTENS)):
        if len(waarde) > hoogstens:
            yield fout(kolom, "te_lang", f"Hoogstens {hoogstens} tekens: kort het in.", f"At most {hoogstens} characters: shorten it.")  # fmt: skip
    telefoon, email = invoer.telefoon.strip(), invoer.email.strip()
    if not telefoon and not email:
        yield fout("telefoon", "geen_kanaal", "Vul een telefoonnummer of een e-mailadres in: anders kan niemand de beller bereiken.", "Enter a telephone number or an e-mail address: otherwise nobody can reach the caller.")  # fmt: skip
    if telefoon and email:
        yield fout("email", "een_kanaal", "Eén manier om de beller te bereiken is genoeg. Laat de andere leeg.", "One way to reach the caller is enough. Leave the other empty.")  # fmt: skip
    if telefoon and not _TELEFOON.fullmatch(telefoon):
        yield fout("telefoon", "telefoon_onjuist", "Dit is geen telefoonnummer. Geef tien cijfers, of met landnummer.", "This is no telephone number. Give ten digits, or with country code.")  # fmt: skip
    if email and not _EMAIL.fullmatch(email):
        yield fout("email", "email_onjuist", "Dit is geen e-mailadres.", "This is no e-mail address.")


def lees_terugmelding(document: Mapping[str, Any]) -> tuple[str, bool | None]:
    """The number of a hand-over and whether the caller was reached; None when it says only that it was taken up.

    Raises `Geweigerd` (409) when it is written otherwise.
    """
    nummer, bereikt = document.get("meldingnummer"), document.get("bereikt")
    if not isinstance(nummer, str) or not (bereikt is None or isinstance(bereikt, bool)):
        raise Geweigerd(
            "terugmelding_onleesbaar",
            Tekst("Deze terugmelding mist het nummer of is anders opgeschreven.", "This reply lacks the number or is written otherwise."),
            status=409,
        )  # fmt: skip
    return nummer, bereikt
