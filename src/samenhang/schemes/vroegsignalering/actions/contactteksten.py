"""The municipality's own texts for telephone, door, message, mail and card: looked at, then decided from a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Max

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.actions import vandaag
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.domain.contactteksten import Contacttekst, vul
from samenhang.schemes.vroegsignalering.models import Contacttekstversie
from samenhang.schemes.vroegsignalering.scheme import SCHEME

VOORBEELD: Final = {
    "naam": "mevrouw A. de Vries",
    "partners": "Woonstad De Sluis",
    "medewerker": "Sanne Bakker",
}
"""Invented people, for looking at a text before it is decided."""


@dataclass(frozen=True, slots=True)
class Tekstvoorstel:
    """A text for one way of contact as someone proposes it."""

    soort: str
    vanaf: date
    nl: str
    en: str
    onderwerp_nl: str = ""
    onderwerp_en: str = ""
    reden: str = ""

    def tekst(self, versie: int = 0) -> Contacttekst:
        """As the domain reads it; line ends of a form become plain ones."""
        nl, en = (deel.replace("\r\n", "\n").strip() for deel in (self.nl, self.en))
        onderwerp = Tekst(self.onderwerp_nl.strip(), self.onderwerp_en.strip())
        return Contacttekst(self.soort, Tekst(nl, en), onderwerp, self.vanaf, versie)


@dataclass(frozen=True, slots=True)
class Tekstvoorbeeld:
    """A text as a resident would meet it, of an invented one, and whether it tells what the law asks."""

    tekst: Tekst
    onderwerp: Tekst
    informeert: bool


@query(SCHEME, "contacttekst bekijken")
def bekijk_contacttekst(actor: Actor, voorstel: Tekstvoorstel) -> Tekstvoorbeeld:
    """How the proposed text reads for an invented resident; stores nothing. Raises `Geweigerd` as deciding does."""
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    tekst = voorstel.tekst().gecontroleerd()
    gemeente = Organisatie.objects.get(id=actor.organisatie)
    regels = regels_op(gemeente.id, voorstel.vanaf)
    invulling: dict[str, Tekst | str] = {
        **VOORBEELD,
        "gemeente": gemeente.naam,
        "telefoon": regels.telefoon,
        "mail": regels.mail,
        "aanbod": regels.aanbod,
    }
    return Tekstvoorbeeld(vul(tekst.tekst, invulling), vul(tekst.onderwerp, invulling), tekst.informeert)


@action(SCHEME, "contacttekst vaststellen")
def stel_contacttekst_vast(actor: Actor, voorstel: Tekstvoorstel) -> Contacttekstversie:
    """Record the text for a way of contact from a day; one for a day that has one is its correction.

    Nothing is overwritten: an attempt names the version that was used. Raises `Geweigerd` with one `Fout` per thing
    that is wrong, without a reason, and for a day in the past.
    """
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    if not voorstel.reden.strip():
        raise Geweigerd(
            "reden_ontbreekt", Tekst("Geef de reden van deze tekst.", "Give the reason for this text.")
        )
    if voorstel.vanaf < vandaag():
        raise Geweigerd(
            "ingang_in_verleden",
            Tekst(
                "De eerste dag ligt in het verleden; wat al gezegd is, verandert niet.",
                "The first day lies in the past; what was said does not change.",
            ),
        )
    tekst = voorstel.tekst().gecontroleerd()
    gemeente = Organisatie.objects.select_for_update(no_key=True).get(id=actor.organisatie)
    eerder = Contacttekstversie.objects.filter(gemeente=gemeente, soort=tekst.soort, vanaf=tekst.vanaf)
    operatie = huidige_operatie()
    rij = Contacttekstversie.objects.create(
        gemeente=gemeente,
        soort=tekst.soort,
        vanaf=tekst.vanaf,
        versie=(eerder.aggregate(hoogste=Max("versie"))["hoogste"] or 0) + 1,
        nl=tekst.tekst.nl,
        en=tekst.tekst.en,
        onderwerp_nl=tekst.onderwerp.nl,
        onderwerp_en=tekst.onderwerp.en,
        reden=voorstel.reden.strip()[:300],
        door=actor.naam[:200],
        gemaakt=operatie.nu,
    )
    operatie.verandert(voorstel.reden, soort=tekst.soort, vanaf=tekst.vanaf.isoformat(), versie=rij.versie)
    return rij
