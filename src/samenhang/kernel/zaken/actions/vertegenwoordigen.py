"""Who stands for a person, recorded in a case with evidence and days; schemes call these inside their own actions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.organisaties.queries import hoedanigheden
from samenhang.kernel.rechten.domain.toestemming import leeftijd
from samenhang.kernel.rechten.domain.vertegenwoordiging import (
    DOOR_DE_RECHTER,
    HOEDANIGHEDEN,
    MEERDERJARIG,
    Periode,
    documenten_van,
    overlapt,
    te_oud,
)
from samenhang.kernel.rechten.models import Vertegenwoordiging, Vertegenwoordigingswijzer
from samenhang.kernel.rechten.vertegenwoordigingsregels import regels
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import OpenQuerySet
from samenhang.kernel.zaken.actions.gedeeld import bewaar, schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.models import Zaak

_MAIL: Final = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]+")


@dataclass(frozen=True, slots=True)
class Wie:
    """Somebody in the case: his person, name and, when it is known, birth date."""

    persoon: UUID
    naam: str
    geboren: date | None


@dataclass(frozen=True, slots=True)
class Aanstelling:
    """Who stands for another (`wie`: a person of the case or an account), as what, by which document, from and to when.

    `geboren` is his own birth date, when it is known.
    """

    wie: UUID
    naam: str
    hoedanigheid: str
    document: str
    van: date
    tot: date | None
    geboren: date | None = None


def leg_vertegenwoordiger_vast(zaak: Zaak, voor: Wie, gegeven: Aanstelling, toegang: Toegang) -> None:
    """Record who stands for a person: from that day he sees on his own page what the rule lets him see.

    Raises `Geweigerd` when the law gives this capacity nothing in this register (with its article), this one may not be
    represented at this age, the document does not show it, or it is on record already. Needs writing of "instemming".
    """
    _mag(zaak.scheme, gegeven.hoedanigheid)
    _keuze("document", gegeven.document, documenten_van(gegeven.hoedanigheid))
    if gegeven.van > vandaag():
        raise _weiger("van", "datum_in_toekomst", "Deze dag moet nog komen. Vul vandaag of een eerdere dag in.", "This day has yet to come. Enter today or an earlier day.")  # fmt: skip
    if gegeven.tot is not None and gegeven.tot < gegeven.van:
        raise _weiger("tot", "einde_voor_begin", "De laatste dag ligt voor de eerste.", "The last day is before the first.")  # fmt: skip
    _leeftijd(voor, gegeven.hoedanigheid)
    eigen = leeftijd(gegeven.geboren, vandaag())
    if eigen is not None and eigen < MEERDERJARIG:
        raise _weiger("door", "minderjarig", f"{gegeven.naam} is nog geen {MEERDERJARIG} en vertegenwoordigt niemand.", f"{gegeven.naam} is not {MEERDERJARIG} yet and represents nobody.")  # fmt: skip
    rijen = _rijen(zaak, voor.persoon, toegang).filter(wie=gegeven.wie, hoedanigheid=gegeven.hoedanigheid)
    if overlapt(Periode(gegeven.van, gegeven.tot, None), [als_periode(rij) for rij in rijen]):
        raise Geweigerd(
            "al_vertegenwoordigd", Tekst(f"{gegeven.naam} is al vastgelegd als vertegenwoordiger van {voor.naam}.", f"{gegeven.naam} is recorded as representative of {voor.naam} already."), status=409
        )  # fmt: skip
    op = huidige_operatie()
    Vertegenwoordiging.objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=voor.persoon,
        zaak=zaak,
        wie=gegeven.wie,
        naam=gegeven.naam,
        hoedanigheid=gegeven.hoedanigheid,
        geboren=voor.geboren,
        document=gegeven.document,
        van=gegeven.van,
        tot=gegeven.tot,
        moment=op.nu,
        vastgelegd_door=op.actor.naam[:200],
    )
    Vertegenwoordigingswijzer.objects.get_or_create(zaak=zaak, wie=gegeven.wie)
    op.verandert(hoedanigheid=gegeven.hoedanigheid, document=gegeven.document)
    _klaar(zaak, Tekst("Vertegenwoordiger vastgelegd", "Representative recorded"))


def beeindig_vertegenwoordiging(zaak: Zaak, persoon_id: UUID, wie: UUID, toegang: Toegang) -> None:
    """End it today: from now on this one sees nothing of that person any more. Needs writing of "instemming"."""
    rijen = _rijen(zaak, persoon_id, toegang).filter(wie=wie, geeindigd__isnull=True)
    if not rijen.update(geeindigd=huidige_operatie().nu):
        raise Geweigerd(
            "niet_vertegenwoordigd", Tekst("Er loopt geen vertegenwoordiging tussen deze twee. Kies een ander.", "No representation runs between these two. Choose another."), status=409
        )  # fmt: skip
    _klaar(zaak, Tekst("Vertegenwoordiging beëindigd", "Representation ended"))


def leg_tegen_belang_vast(zaak: Zaak, voor: Wie, tegen: bool, reden: str, toegang: Toegang) -> None:
    """Record that looking is against the interest of this person, or is not any more, and why; for all who stand for him.

    Source: Wmo 2015 art. 5.3.3 (unverified). Needs writing of "instemming".
    """
    rijen = _rijen(zaak, voor.persoon, toegang)
    if not rijen.update(tegen_belang=tegen, tegen_belang_omdat=reden):
        raise Geweigerd(
            "niet_vertegenwoordigd", Tekst(f"{voor.naam} heeft geen vertegenwoordiger. Leg die eerst vast.", f"{voor.naam} has no representative. Record one first."), status=409
        )  # fmt: skip
    huidige_operatie().verandert(tegen_belang=tegen)
    tekst = (
        Tekst("Inzage door vertegenwoordiger tegen het belang", "Access by representative against the interest")
        if tegen
        else Tekst("Inzage door vertegenwoordiger mag weer", "Access by representative is allowed again")
    )  # fmt: skip
    _klaar(zaak, tekst)


def account_van(mail: str, naam: str, zelf: UUID) -> UUID:
    """The account with this address, of somebody outside the case; made, without a password, when there is none.

    He comes in by OpenID Connect with that address. Raises `Geweigerd` for an address that cannot be one, that of the
    person himself (`zelf`), and that of a worker: who looks for another does not do so from his workplace.
    """
    adres = mail.strip().lower()
    if len(adres) > 254 or not _MAIL.fullmatch(adres):
        raise _weiger("mail", "email_onjuist", f"{adres[:60]} is geen e-mailadres, zoals naam@kantoor.nl.", f"{adres[:60]} is not an e-mail address, such as name@office.nl.")  # fmt: skip
    account = Gebruiker.objects.filter(email=adres).first()
    if account is None:
        return Gebruiker.objects.create_user(adres, naam=naam).id
    if account.persoon_id == zelf:
        raise _weiger("mail", "zichzelf", "Dit is het adres van de inwoner zelf. Niemand vertegenwoordigt zichzelf.", "This is the address of the resident himself. Nobody represents himself.")  # fmt: skip
    if hoedanigheden(account, vandaag()):
        raise _weiger("mail", "account_van_medewerker", "Met dit adres werkt iemand in dit systeem. Vraag een ander adres.", "Somebody works in this system with this address. Ask for another.")  # fmt: skip
    return account.id


def als_periode(rij: Vertegenwoordiging) -> Periode:
    """When this representation holds; one that was ended does not hold on the day itself any more."""
    return Periode(rij.van, rij.tot, None if rij.geeindigd is None else date.min)


def _mag(scheme: str, hoedanigheid: str) -> None:
    _keuze("hoedanigheid", hoedanigheid, HOEDANIGHEDEN)
    regel = regels()[scheme, hoedanigheid]
    if not regel.mag:
        nl = f"Een {HOEDANIGHEDEN[hoedanigheid].nl} krijgt hier geen eigen pagina: {regel.waarom.nl} ({regel.artikel})."
        en = f"A {HOEDANIGHEDEN[hoedanigheid].en} gets no page here: {regel.waarom.en} ({regel.artikel})."
        raise _weiger("hoedanigheid", "vertegenwoordigt_hier_niet", nl, en)


def _leeftijd(voor: Wie, hoedanigheid: str) -> None:
    jaren = leeftijd(voor.geboren, vandaag())
    if hoedanigheid in DOOR_DE_RECHTER:
        if jaren is not None and jaren < MEERDERJARIG:
            raise _weiger("hoedanigheid", "minderjarig", f"{voor.naam} is {jaren}: de rechter benoemt alleen voor een volwassene.", f"{voor.naam} is {jaren}: the court appoints for an adult only.")  # fmt: skip
    elif jaren is None:
        raise _weiger(
            "persoon", "leeftijd_onbekend", f"Van {voor.naam} is geen geboortedatum bekend: daarvan hangt af wie mag kijken.",
            f"No birth date of {voor.naam} is known: who may look depends on it.",
        )  # fmt: skip
    elif te_oud(jaren):
        raise _weiger("persoon", "vraagt_zelf", f"{voor.naam} is {jaren} en vraagt zelf inzage.", f"{voor.naam} is {jaren} and asks for access himself or herself.")  # fmt: skip


def _rijen(zaak: Zaak, persoon_id: UUID, toegang: Toegang) -> OpenQuerySet[Vertegenwoordiging]:
    return Vertegenwoordiging.objects.met(toegang).filter(zaak=zaak, persoon_id=persoon_id)


def _keuze(veld: str, waarde: str, mogelijk: dict[str, Tekst]) -> None:
    if waarde not in mogelijk:
        er_is = ", ".join(mogelijk)
        raise _weiger(veld, "keuze_onjuist", f'"{waarde[:40]}" kan hier niet. Kies uit: {er_is}.', f'"{waarde[:40]}" is not possible here. Choose from: {er_is}.')  # fmt: skip


def _klaar(zaak: Zaak, tekst: Tekst) -> None:
    schrijf_tijdlijn(zaak, "vertegenwoordiging", tekst)
    bewaar(zaak)


def _weiger(veld: str, code: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd.bij(veld, code, tekst)
