"""A debt adviser finds more problems than debts: the resident agrees or not, and then goes on to the desk for that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.domain.toestemming import BEWIJZEN, HOE
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.toegang.instemming import Antwoord
from samenhang.kernel.verstrekkingen.actions import draag_over, vraag_intrekking
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_van
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.domain import meervoudig
from samenhang.schemes.schuldhulp.domain.meervoudig import DOEL, Meervoudig
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.scheme import SCHEME

MANIEREN: Final = {naam: HOE[naam] for naam in ("gesprek", "telefoon", "schriftelijk")}
VRAAG: Final = zaken.Toestemmingsvraag(
    meervoudig.CATEGORIEEN, meervoudig.TEKSTVERSIE, doel=DOEL, aan=meervoudig.AAN
)


@dataclass(frozen=True, slots=True)
class Toestemmingsantwoord:
    """Yes or no to the text, and how it was said."""

    ja: bool = veld("Vindt de inwoner het goed?", "Does the resident agree?", uitleg=meervoudig.TEKST)
    hoe: str = veld("Hoe zei hij dat?", "How did he say so?", keuzes=tuple(MANIEREN.items()))
    geboortedatum: date | None = veld("Geboortedatum", "Birth date", standaard=None, uitleg=Tekst("Alleen als die nog niet bekend is; daarvan hangt af wie antwoordt.", "Only when it is not known yet; who answers depends on it."))  # fmt: skip
    bewijs: str = veld(
        "Op welk document zag u dat hij 18 of ouder is?", "On which document did you see that he is 18 or older?", standaard="",
        keuzes=(("", Tekst("niet nodig", "not needed")), *BEWIJZEN.items()),
        uitleg=Tekst("Alleen als de geboortedatum onbekend blijft. Er komt geen kopie en geen nummer in de zaak; uw naam staat erbij.",
                     "Only when the birth date stays unknown. No copy and no number comes into the case; your name stands with it."),
    )  # fmt: skip
    bewijs_op: date | None = veld("Wanneer zag u dat?", "When did you see it?", standaard=None)


@dataclass(frozen=True, slots=True)
class Meervoudvraag:
    """Since when, and with what, in the words of the resident."""

    gevraagd_op: date = veld(
        "Wanneer vroeg de inwoner daarom?", "When did the resident ask for it?", vandaag=True
    )
    vraag: str = veld(
        "Waar wil de inwoner hulp bij, in zijn eigen woorden?", "What does the resident want help with, in his own words?",
        regels=4, hoogstens=meervoudig.HOOGSTENS,
        uitleg=Tekst("Dit gaat mee. Schrijf niets over schulden of inkomen dat hij niet zelf wil zeggen.", "This goes along. Write nothing of debts or income that he does not want to say himself."),
    )  # fmt: skip


@action(SCHEME, "toestemming vastleggen")
def leg_toestemming_vast(actor: Actor, zaak_id: UUID, invoer: Toestemmingsantwoord) -> Zaak:
    """Record whether the resident agrees to be referred to the desk for multiple problems (AVG art. 7).

    The text was read to him or by him, so that he is told at the same time. A no after a yes withdraws it: what went
    on it is recalled. Where no birth date is known and none is given, the worker names the document on which he saw
    that the resident is of age; the rule for children stays as it is.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    hoe = keuze("hoe", invoer.hoe, MANIEREN)
    rechten = ("naw", "instemming", "informeren")
    toegang = toegang_tot(
        actor, dossier.zaak, leest=rechten, schrijft=rechten, doel=meervoudig.TOESTEMMING, personen=[dossier.persoon]
    )  # fmt: skip
    geboren = _geboren(dossier, toegang, invoer.geboortedatum)
    zaken.leg_toestemming_vast(
        dossier.zaak,
        dossier.persoon,
        VRAAG,
        zaken.Gegeven(
            Antwoord.GEGEVEN if invoer.ja else Antwoord.GEWEIGERD,
            hoe,
            geboren,
            bewijs=invoer.bewijs,
            bewijs_op=invoer.bewijs_op,
        ),
        toegang,
    )
    zaken.leg_informeren_vast(
        dossier.zaak, dossier.persoon, DOEL, zaken.vandaag(), hoe, toegang, meervoudig.TEKSTVERSIE
    )
    if not invoer.ja:
        vraag_intrekking(dossier.zaak, dossier.persoon)
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "toestemming intrekken")
def trek_toestemming_in(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """The resident takes his yes back himself, also after the end (AVG art. 7 lid 3), or who treats the case for him.

    What went on it is recalled. Raises `Geweigerd` (409) when no consent holds now.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    (wie,) = personen_van(zaak)
    toegang = toegang_tot(
        actor,
        zaak,
        leest=("instemming",),
        schrijft=("instemming",),
        doel=INZAGE if actor.persoon_id == wie else meervoudig.TOESTEMMING,
        personen=[wie],
    )
    zaken.trek_toestemming_in(zaak, wie, toegang)
    vraag_intrekking(zaak, wie)
    zaken.bewaar(zaak)
    return zaak


def _geboren(dossier: Dossier, toegang: Toegang, gezegd: date | None) -> date | None:
    """When he was born: as it is recorded, else as he says now, which is recorded with it."""
    bekend: date | None = Naw.objects.met(dossier.toegang).get(persoon_id=dossier.persoon).geboortedatum
    if gezegd is None:
        return bekend
    niet_in_toekomst("geboortedatum", gezegd)
    if bekend is not None and bekend != gezegd:
        raise weiger("geboortedatum", "geboortedatum_anders", "Er is een andere geboortedatum bekend. Laat dit veld leeg, of verbeter die eerst.", "Another birth date is known. Leave this field empty, or correct that one first.")  # fmt: skip
    if bekend is None:
        Naw.objects.met(toegang).filter(persoon_id=dossier.persoon).update(geboortedatum=gezegd)
        huidige_operatie().verandert(geboortedatum=["", "ingevuld"])
    return gezegd


@action(SCHEME, "meervoudig doorgeven")
def geef_door(actor: Actor, zaak_id: UUID, invoer: Meervoudvraag) -> Zaak:
    """Pass the resident on to the desk for multiple problems, only while he agrees to it; nothing of his debts goes.

    What his answer, an objection or the step stops is kept as refused, and he reads that on his own page.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    niet_in_toekomst("gevraagd_op", invoer.gevraagd_op)
    tekst = ingevuld("vraag", invoer.vraag, meervoudig.HOOGSTENS)
    zaak = dossier.zaak
    naw = Naw.objects.met(dossier.toegang).get(persoon_id=dossier.persoon)
    contact = Contactgegeven.objects.met(dossier.toegang).filter(persoon_id=dossier.persoon).first()
    inhoud = Meervoudig(
        meldingnummer=zaak.nummer,
        naam=naw.weergavenaam,
        geboortedatum=naw.geboortedatum,
        adres=naw.adresregel,
        telefoon=contact.telefoon if contact else "",
        email=contact.email if contact else "",
        gevraagd_op=invoer.gevraagd_op,
        vraag=tekst,
    )
    toegang = toegang_tot(
        actor, zaak, leest=meervoudig.CATEGORIEEN, schrijft=("naw",), doel=meervoudig.TOESTEMMING, personen=[dossier.persoon]
    )  # fmt: skip
    draag_over(zaak, DOEL, dossier.persoon, inhoud, toegang)
    zaken.bewaar(zaak)
    return zaak
