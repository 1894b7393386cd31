"""A request for help comes in: of someone himself, or with a hand-over of early detection; and someone takes it up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.verstrekkingen.opnemen import neem_op, op_te_nemen
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register, zaak_van
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.actions.lijn import neem_warm_over, van_de_lijn
from samenhang.schemes.schuldhulp.actions.openen import GEWOON as GEWOON
from samenhang.schemes.schuldhulp.actions.openen import SPOED as SPOED
from samenhang.schemes.schuldhulp.actions.openen import open_hulpvraag
from samenhang.schemes.schuldhulp.domain.aanmelding import lees_aanmelding
from samenhang.schemes.schuldhulp.domain.lijsten import BRONNEN, DREIGINGEN, ONBENOEMD
from samenhang.schemes.schuldhulp.models import Hulpvraag
from samenhang.schemes.schuldhulp.queries.aanmeldingen import SOORT
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER

_POSTCODE = re.compile("[1-9][0-9]{3}[A-Z]{2}")
NEE_OF_WELKE = (("geen", Tekst("Geen", "None")), *DREIGINGEN.items())


@dataclass(frozen=True, slots=True)
class NieuweHulpvraag:
    """Who asks for help with debts, since when, how, and what threatens."""

    achternaam: str = veld("Achternaam", "Surname", hoogstens=200)
    gevraagd_op: date = veld(
        "Wanneer vroeg de inwoner om hulp?", "When did the resident ask for help?", vandaag=True,
        uitleg=Tekst("Vanaf deze dag loopt de wettelijke termijn.", "The statutory term runs from this day."),
    )  # fmt: skip
    bron: str = veld(
        "Hoe kwam de vraag binnen?", "How did the request come in?", keuzes=tuple(BRONNEN.items())
    )
    dreiging: str = veld("Dreigt de inwoner iets te verliezen?", "May the resident lose something?", keuzes=NEE_OF_WELKE)  # fmt: skip
    voorletters: str = veld("Voorletters", "Initials", standaard="", hoogstens=40)
    geboortedatum: date | None = veld("Geboortedatum", "Birth date", standaard=None)
    telefoon: str = veld("Telefoon", "Telephone", standaard="", hoogstens=80)
    email: str = veld("E-mail", "E-mail", standaard="", hoogstens=254)
    adres: str = veld("Straat en huisnummer", "Street and house number", standaard="", hoogstens=80, uitleg=Tekst("Zonder adres kan er geen brief op de post.", "Without an address no letter can be posted."))  # fmt: skip
    postcode: str = veld("Postcode", "Postcode", standaard="", hoogstens=7)
    woonplaats: str = veld("Woonplaats", "Town", standaard="", hoogstens=80)


@action(SCHEME, "hulpvraag vastleggen")
def leg_hulpvraag_vast(actor: Actor, invoer: NieuweHulpvraag) -> Zaak:
    """A resident asks for help: a person, a case in its first step, and the term from the day on which he asked.

    Four weeks, or three working days under a threat (Wgs art. 4 lid 1 en 2).
    """
    achternaam = ingevuld("achternaam", invoer.achternaam)
    keuze("bron", invoer.bron, BRONNEN)
    keuze("dreiging", invoer.dreiging, dict(NEE_OF_WELKE))
    niet_in_toekomst("gevraagd_op", invoer.gevraagd_op)
    if invoer.geboortedatum is not None:
        niet_in_toekomst("geboortedatum", invoer.geboortedatum)
    postcode = invoer.postcode.replace(" ", "").upper()
    if postcode and not _POSTCODE.fullmatch(postcode):
        raise weiger("postcode", "postcode_onjuist", "Een postcode is vier cijfers en twee letters, zoals 1234 AB.", "A postcode is four digits and two letters, like 1234 AB.")  # fmt: skip
    return open_hulpvraag(
        actor,
        Naw(voorletters=invoer.voorletters.strip()[:40], achternaam=achternaam, geboortedatum=invoer.geboortedatum, straat=invoer.adres.strip()[:80], postcode=postcode, woonplaats=invoer.woonplaats.strip()[:80]),
        invoer.telefoon.strip()[:80],
        invoer.email.strip()[:254],
        Hulpvraag(
            bron=invoer.bron,
            gevraagd_op=invoer.gevraagd_op,
            dreigingen=[] if invoer.dreiging == "geen" else [invoer.dreiging],
        ),
    )  # fmt: skip


@action(SCHEME, "aanmelding overnemen")
def neem_over(actor: Actor, overdracht_id: UUID) -> Zaak:
    """Take in a referral of another scheme as a case, and confirm its receipt.

    The term runs from the day on which the resident accepted or asked for help there: that day and the threat came along.
    Raises `Geweigerd` (404) for a hand-over that is not for this organisation, or was taken in or recalled.
    """
    if van_de_lijn(actor, overdracht_id):
        return neem_warm_over(actor, overdracht_id)
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanmelden", leest=("naw",))
    rij, inhoud = op_te_nemen(actor, toegang, SCHEME.naam, SOORT, overdracht_id)
    gelezen = lees_aanmelding(inhoud)
    zaak = open_hulpvraag(
        actor,
        Naw(achternaam=gelezen.naam[:200], geboortedatum=gelezen.geboortedatum, straat=gelezen.adres[:80]),
        gelezen.telefoon,
        gelezen.email,
        Hulpvraag(
            bron=rij.van_scheme,
            gevraagd_op=gelezen.aanvaard_op,
            dreigingen=[ONBENOEMD] if gelezen.dreiging else [],
            bronnummer=gelezen.meldingnummer,
            achterstanden=[list(paar) for paar in gelezen.achterstanden],
        ),
    )
    neem_op(actor, rij, zaak)
    return zaak


@action(SCHEME, "zaak oppakken")
def pak_op(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Take a case that waits: from now on this worker treats it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang_tot(actor, zaak, leest=("naw",), doel="werkverdeling")
    if zaak.behandelaar_id is not None:
        raise Geweigerd(
            "al_opgepakt",
            Tekst("Een collega behandelt deze zaak al.", "A colleague treats this case already."),
            status=409,
        )
    _geef(actor, zaak)
    return zaak


def _geef(actor: Actor, zaak: Zaak) -> None:
    if actor.medewerker_id is None:
        raise Geweigerd(
            "geen_medewerker",
            Tekst("Alleen een medewerker pakt een zaak op.", "Only a worker takes up a case."),
            status=403,
        )
    zaken.wijs_toe(zaak, Medewerker.objects.get(id=actor.medewerker_id), WERKER, "opgepakt")
