"""Who stands for the resident in his debts: a curator or administrator whom the court appointed, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.domain.vertegenwoordiging import DOCUMENTEN, HOEDANIGHEDEN
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.scheme import SCHEME, VERTEGENWOORDIGING

OPENT: Final = ("naw", "instemming")


@dataclass(frozen=True, slots=True)
class Vertegenwoordiger:
    """Who represents the resident, as what, by which document, from and to when."""

    hoedanigheid: str = veld(
        "Wat is hij of zij?", "What is he or she?", keuzes=tuple(HOEDANIGHEDEN.items()),
        uitleg=Tekst("Alleen een curator of bewindvoerder krijgt hier een eigen pagina.", "Only a curator or administrator of property gets a page here."),
    )  # fmt: skip
    naam: str = veld("Naam", "Name", hoogstens=200)
    mail: str = veld(
        "E-mailadres waarmee hij of zij inlogt", "E-mail address with which he or she logs in", hoogstens=254,
        uitleg=Tekst("Van deze persoon zelf, niet van een heel kantoor.", "Of this person himself, not of a whole office."),
    )  # fmt: skip
    document: str = veld("Welk document zag u?", "Which document did you see?", keuzes=tuple(DOCUMENTEN.items()))  # fmt: skip
    van: date = veld("Vanaf", "From", vandaag=True)
    tot: date | None = veld(
        "Tot en met", "Up to and including", standaard=None,
        uitleg=Tekst("Bij bewind wegens schulden noemt de rechter een einde (BW 1:431). Leeg: tot u het beëindigt.", "For an administration because of debts the court names an end (BW 1:431). Empty: until you end it."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vertegenwoordigingskeuze:
    """Which representation ends."""

    wie: UUID = veld("Wie vertegenwoordigt niet meer?", "Who represents no more?", bron="vertegenwoordigers")


@action(SCHEME, "vertegenwoordiger bij schuldhulp vastleggen")
def leg_vertegenwoordiger_vast(actor: Actor, zaak_id: UUID, invoer: Vertegenwoordiger) -> Zaak:
    """Record who represents the resident: from that day he reads on his own page how the debts stand.

    An account is made for who has none. Raises `Geweigerd`, with the article, for a capacity that is not about debts.
    Source: BW 1:441 and 1:386 (unverified).
    """
    dossier, toegang = _open(actor, zaak_id)
    naam = ingevuld("naam", invoer.naam, 200)
    naw = Naw.objects.met(toegang).get(persoon_id=dossier.persoon)
    voor = zaken.Wie(dossier.persoon, naw.weergavenaam, naw.geboortedatum)
    wie = zaken.account_van(invoer.mail, naam, dossier.persoon)
    gegeven = zaken.Aanstelling(wie, naam, invoer.hoedanigheid, invoer.document, invoer.van, invoer.tot)
    zaken.leg_vertegenwoordiger_vast(dossier.zaak, voor, gegeven, toegang)
    return dossier.zaak


@action(SCHEME, "vertegenwoordiging bij schuldhulp beeindigen")
def beeindig_vertegenwoordiging(actor: Actor, zaak_id: UUID, invoer: Vertegenwoordigingskeuze) -> Zaak:
    """End it today: from now on this one sees nothing of the resident any more."""
    dossier, toegang = _open(actor, zaak_id)
    zaken.beeindig_vertegenwoordiging(dossier.zaak, dossier.persoon, invoer.wie, toegang)
    return dossier.zaak


def _open(actor: Actor, zaak_id: UUID) -> tuple[Dossier, Toegang]:
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor, dossier.zaak, leest=OPENT, schrijft=("instemming",), doel=VERTEGENWOORDIGING, personen=[dossier.persoon]
    )  # fmt: skip
    return dossier, toegang
