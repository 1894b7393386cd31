"""The texts for contact: those that hold, those that held, and filled in for the people of a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import inzien, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.beleid import regels_op, teksten_op
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.contactteksten import NEUTRAAL, SOORTEN, Contacttekst, vul
from samenhang.schemes.vroegsignalering.models import Contacttekstversie
from samenhang.schemes.vroegsignalering.queries.melding import PersoonBeeld, ZaakBeeld, melding
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Tekststand:
    """A way of contact: the text that holds today, and what the municipality decided for it, the newest first."""

    soort: str
    geldt: Contacttekst
    versies: tuple[Contacttekstversie, ...]


@dataclass(frozen=True, slots=True)
class Gevuld:
    """A text filled in for one person of a case."""

    soort: str
    naam: str
    persoon_id: UUID
    persoon: str
    tekst: Tekst
    onderwerp: Tekst
    informeert: bool


@inzien(SCHEME, "contactteksten bekijken")
def contactteksten(actor: Actor) -> list[Tekststand]:
    """Every way of contact with its text and its versions."""
    rol_vereist(actor, SCHEME.naam, "beleid", "teamleider", "vroegsignaleerder", "systeem")
    geldt = teksten_op(actor.organisatie, timezone.localdate())
    rijen = list(Contacttekstversie.objects.filter(gemeente_id=actor.organisatie))
    return [Tekststand(s, geldt[s], tuple(rij for rij in rijen if rij.soort == s)) for s in SOORTEN]


@query(SCHEME, "contacttekst gebruiken")
def contactteksten_bij(actor: Actor, zaak_id: UUID) -> list[Gevuld]:
    """The texts filled in for each person of a case, who reported what only of that person himself."""
    return gevulde_teksten(actor, melding(actor, zaak_id))


def gevulde_teksten(actor: Actor, beeld: ZaakBeeld) -> list[Gevuld]:
    """The same for a case that was already opened."""
    dag = timezone.localdate()
    gemeente_id = beeld.zaak.organisatie_id
    teksten, regels = teksten_op(gemeente_id, dag), regels_op(gemeente_id, dag)
    gemeente = Organisatie.objects.get(id=gemeente_id).naam
    return list(_per_persoon(actor, beeld, teksten, regels, gemeente))


def _per_persoon(
    actor: Actor,
    beeld: ZaakBeeld,
    teksten: dict[str, Contacttekst],
    regels: Beleidsregels,
    gemeente: str,
) -> Iterator[Gevuld]:
    # Nobody signalled about who asked himself: texts that say so are not for him.
    soorten = NEUTRAAL if SCHEME.zonder(beeld.zaak.soort) else SOORTEN
    for soort in soorten:
        tekst = teksten[soort]
        for persoon in beeld.personen:
            invulling: dict[str, Tekst | str] = {
                "gemeente": gemeente,
                "medewerker": actor.naam,
                "telefoon": regels.telefoon,
                "mail": regels.mail,
                "aanbod": regels.aanbod,
                "naam": persoon.naam,
                "partners": _partners(persoon),
            }
            yield Gevuld(
                soort,
                tekst.naam,
                persoon.id,
                persoon.naam,
                vul(tekst.tekst, invulling),
                vul(tekst.onderwerp, invulling),
                tekst.informeert,
            )


def _partners(persoon: PersoonBeeld) -> Tekst | str:
    """Who reported arrears of this person, and of nobody else; empty for who does not see that."""
    namen = list(dict.fromkeys(signaal.partner for signaal in persoon.signalen if signaal.hier))
    if len(namen) < 2:
        return namen[0] if namen else ""
    begin, eind = ", ".join(namen[:-1]), namen[-1]
    return Tekst(f"{begin} en {eind}", f"{begin} and {eind}")
