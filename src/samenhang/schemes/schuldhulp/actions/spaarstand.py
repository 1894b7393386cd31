"""Let a case follow its arrangement by saving: the next amount, arrears, and what is left to do."""

from __future__ import annotations

from datetime import date

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.zaken import actions as zaken
from samenhang.schemes.schuldhulp.actions.gedeeld import niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.domain.lijsten import DELENDE_RANGEN
from samenhang.schemes.schuldhulp.domain.sparen import NIETS, Spaarstand
from samenhang.schemes.schuldhulp.dossier import Dossier

SPAART = ("sparen", "lopend")
TERMIJN, CONTACTTERMIJN = "spaartermijn", "achterstand-contact"
CONTACT, KWIJTEN, UITDELEN = "achterstand", "kwijten", "uitdelen"
"""Tasks: about arrears, to record the discharge, to pay what was saved at the end."""


def stand_van(dossier: Dossier) -> Spaarstand:
    """How the arrangement stands; only for a case that has one."""
    stand = dossier.spaarstand
    assert stand is not None  # steps of saving come with the arrangement
    return stand


def controleer_reservering(dossier: Dossier, som: Bedrag, op: date) -> None:
    """Raise `Geweigerd` for what cannot be saved: on a wrong day, nothing, or more than all creditors can get."""
    niet_in_toekomst("op", op)
    regeling, stand = dossier.spaarregeling, stand_van(dossier)
    assert regeling is not None  # the same
    if op < regeling.ingang:
        raise weiger("op", "datum_te_vroeg", f"De regeling begon op {regeling.ingang}. Controleer de dag.", f"The arrangement began on {regeling.ingang}. Check the day.")  # fmt: skip
    if som == NIETS:
        raise weiger("bedrag", "bedrag_nul", "Een betaling is meer dan nul.", "A payment is more than nothing.")  # fmt: skip
    schuld = sum(rij.vordering_centen for rij in dossier.voorstellen if rij.rang in DELENDE_RANGEN)
    ruimte = Bedrag(max(0, schuld - stand.gespaard.centen))
    if som > ruimte:
        raise weiger(
            "bedrag", "meer_dan_open", f"De schuldeisers kunnen samen nog {ruimte.scherm()} krijgen. Leg dat vast en betaal de rest terug.",
            f"The creditors can get {ruimte.scherm()} more together. Record that and pay the rest back.",
        )  # fmt: skip


def volg_sparen(dossier: Dossier) -> None:
    """The term of the next amount, arrears that are over, and the discharge once the term is over and all was paid out."""
    zaak, stand = dossier.zaak, stand_van(dossier)
    volgende = stand.volgende.vervalt if stand.volgende else None
    open_ = zaak.termijnen.filter(regel=TERMIJN, klaar__isnull=True).first()
    if open_ is not None and open_.start != volgende:
        zaken.rond_termijn_af(zaak, TERMIJN)
        open_ = None
    if open_ is None and volgende is not None:
        zaken.start_termijn(zaak, TERMIJN, volgende)
    if stand.achterstand == NIETS:
        zaken.rond_termijn_af(zaak, CONTACTTERMIJN)
        zaken.rond_taken_af(zaak, [CONTACT])
    over = dossier.nog_uit_te_delen > NIETS
    _taak(dossier, UITDELEN, stand.voldaan and over, Tekst("De looptijd is om: keer uit wat is gespaard", "The term is over: pay out what was saved"))  # fmt: skip
    _taak(dossier, KWIJTEN, stand.voldaan and not over, Tekst("De regeling is om: stel de kwijting vast", "The arrangement is over: record the discharge"))  # fmt: skip
    zaken.bewaar(zaak)


def spaart_niet(dossier: Dossier) -> None:
    """The grace of a month passed: what is late becomes a task and a term for who treats the case."""
    zaak, stand = dossier.zaak, stand_van(dossier)
    if stand.achterstand > NIETS and not zaak.taken.filter(soort=CONTACT, klaar__isnull=True).exists():
        zaken.maak_taak(
            zaak, CONTACT, Tekst(f"Bel over de achterstand van {stand.achterstand.scherm()}", f"Call about the arrears of {stand.achterstand.scherm()}"),
            zaken.vandaag(), zaak.behandelaar,
        )  # fmt: skip
        zaken.start_termijn(zaak, CONTACTTERMIJN, zaken.vandaag())
        zaken.schrijf_tijdlijn(zaak, "achterstand", Tekst(f"Achterstand: {stand.achterstand.scherm()}", f"Arrears: {stand.achterstand.scherm()}"))  # fmt: skip
    volg_sparen(dossier)


def _taak(dossier: Dossier, soort: str, nodig: bool, titel: Tekst) -> None:
    zaak = dossier.zaak
    is_er = zaak.taken.filter(soort=soort, klaar__isnull=True).exists()
    if nodig and not is_er:
        zaken.maak_taak(zaak, soort, titel, zaken.vandaag(), zaak.behandelaar)
    elif is_er and not nodig:
        zaken.rond_taken_af(zaak, [soort])
