"""What a letter holds: the template, who writes, the lines of the envelope, and how a round keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.schemes.vroegsignalering import brieven
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.brieven import (
    TALEN,
    Afzender,
    Brieftekst,
    Sjabloon,
    Uitleg,
)
from samenhang.schemes.vroegsignalering.models import Brievenronde

DIENST = Tekst("Hulp bij geldzaken", "Help with finances")


@dataclass(frozen=True, slots=True)
class Briefkeuze:
    """Which letter, in which languages, for which of the own cases: all of a class, or those named."""

    sjabloon: str
    taal: str = "beide"
    prioriteit: int | None = None
    zaken: tuple[UUID, ...] = ()


def gekozen(keuze: Briefkeuze) -> Sjabloon:
    """The chosen letter as it holds today; raises `Geweigerd` on one, or a language, that does not exist."""
    soorten = brieven.sjablonen_op(timezone.localdate())
    for naam, waarde, keuzes in (("sjabloon", keuze.sjabloon, soorten), ("taal", keuze.taal, TALEN)):
        if waarde not in keuzes:
            lijst = ", ".join(keuzes)
            raise Geweigerd(
                "keuze_onjuist", Tekst(f"{naam}: kies uit {lijst}.", f"{naam}: choose from {lijst}.")
            )
    return soorten[keuze.sjabloon]


def afzender_van(gemeente_id: UUID, regels: Beleidsregels) -> Afzender:
    """Who writes, as the municipality's own rules have it."""
    gemeente = Organisatie.objects.get(id=gemeente_id)
    return Afzender(f"Gemeente {gemeente.naam}", DIENST, regels.retouradres, regels.telefoon, regels.mail)


def regels_voor(naw: Naw) -> tuple[str, ...]:
    """The lines of the address as they stand in the window of the envelope."""
    postcode = f"{naw.postcode[:4]} {naw.postcode[4:]}".strip()
    return (naw.weergavenaam, naw.adresregel, f"{postcode}  {naw.woonplaats.upper()}")


def gemeenschappelijk(
    sjabloon: Sjabloon, afzender: Afzender, aanbod: Tekst, taal: str, dag: date
) -> brieven.Briefgegevens:
    """What the letters of one round have in common."""
    return brieven.Briefgegevens(sjabloon.tekst, brieven.uitleg_onder(), afzender, aanbod, taal, dag)


def als_draad(rond: brieven.Briefgegevens) -> tuple[dict[str, object], dict[str, object]]:
    """The same as a round keeps it: who writes, and the text."""
    a = rond.afzender
    return (
        {"naam": a.naam, "dienst": [a.dienst.nl, a.dienst.en], "retouradres": a.retouradres, "telefoon": a.telefoon, "mail": a.mail},
        {
            "tekst": {t: {"onderwerp": d.onderwerp, "alineas": list(d.alineas)} for t, d in rond.tekst.items()},
            "uitleg": {t: {"kop": d.kop, "alineas": list(d.alineas), "aanhef": d.aanhef, "groet": d.groet} for t, d in rond.uitleg.items()},
            "aanbod": [rond.aanbod.nl, rond.aanbod.en],
        },
    )  # fmt: skip


def van_draad(ronde: Brievenronde) -> brieven.Briefgegevens:
    """What a round kept, to set its letters again exactly as they went."""
    a, t = ronde.afzender, ronde.tekst
    return brieven.Briefgegevens(
        {taal: Brieftekst(d["onderwerp"], tuple(d["alineas"])) for taal, d in t["tekst"].items()},
        {taal: Uitleg(d["kop"], tuple(d["alineas"]), d["aanhef"], d["groet"]) for taal, d in t["uitleg"].items()},
        Afzender(a["naam"], Tekst(*a["dienst"]), a["retouradres"], a["telefoon"], a["mail"]),
        Tekst(*t["aanbod"]),
        ronde.taal,
        ronde.datum,
    )  # fmt: skip
