"""What happens to an agreement beside signing it here: a signature on paper, and an end before its last day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.beheer.grenzen import beheerde_schemes
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Rolvervulling
from samenhang.kernel.samenwerking.actions import (
    bevoegd,
    gedekt,
    nog_niet_getekend,
    nog_te_tekenen,
    weiger_bij,
)
from samenhang.kernel.samenwerking.models import (
    Afspraakeinde,
    Afspraakeindegehoord,
    Afspraakhandtekening,
    Afspraakpartij,
    Samenwerkingsafspraak,
)
from samenhang.kernel.samenwerking.queries import een, einde_van, is_getekend, laatste_dag


@dataclass(frozen=True, slots=True)
class Papier:
    """A signature on paper: of which party (name, number or id), who signed there on which day, which text, which scan.

    `som` is the SHA-256 of the agreement as it stands on the paper, `document` that of the scan.
    """

    organisatie: str
    naam: str
    dag: date
    som: str
    document: str


@action(KERNEL, "papieren handtekening vastleggen")
def leg_papier_vast(actor: Actor, afspraak_id: UUID, papier: Papier) -> Samenwerkingsafspraak:
    """Record that a party which does not work here signed on paper.

    For an administrator of a party. Raises `Geweigerd`: 403 for any other, 400 with every place for what cannot be,
    409 for another text, a second signature, a version that ended or was replaced, and a party where somebody holds
    the role that signs: that one signs himself.
    """
    beheerde_schemes(actor)
    afspraak = een(actor, afspraak_id, op_slot=True)
    partij = _partij(afspraak, papier.organisatie)
    naam = " ".join(papier.naam.split())
    _controleer_papier(afspraak, papier, naam)
    if papier.som.strip().lower() != afspraak.som:
        raise weiger_bij(
            "som",
            "/som",
            "andere_tekst",
            "som: op het papier staat een andere tekst dan deze afspraak. Vergelijk de SHA-256 die erbij staat.",
            "som: on the paper stands another text than this agreement. Compare the SHA-256 that stands with it.",
            409,
        )
    nog_niet_getekend(partij)
    nog_te_tekenen(afspraak)
    if _tekent_hier(afspraak, partij):
        wie = partij.organisatie.onderscheidend
        raise Geweigerd(
            "tekent_zelf",
            Tekst(
                f"Bij {wie} werkt hier iemand met de rol {partij.rol}. Vraag die om zelf te tekenen.",
                f"At {wie} somebody here holds the role {partij.rol}. Ask that person to sign.",
            ),
            status=409,
        )
    op = huidige_operatie()
    Afspraakhandtekening.objects.create(
        partij=partij,
        naam=naam,
        rol=partij.rol,
        som=afspraak.som,
        moment=op.nu,
        papier_dag=papier.dag,
        papier_som=papier.document.strip().lower(),
        vastgelegd_door=actor.naam[:200],
    )
    op.verandert(
        afspraak=afspraak.kenmerk,
        versie=afspraak.versie,
        getekend=str(partij.organisatie_id),
        papier=papier.document.strip().lower(),
    )
    return afspraak


@action(KERNEL, "samenwerkingsafspraak beëindigen")
def beeindig(actor: Actor, afspraak_id: UUID, dag: date, reden: str) -> Samenwerkingsafspraak:
    """End a signed version for all parties after a day, for the own organisation; from then on nothing rests on it.

    What all signed no longer holds when one of them goes; the others can draw up a new version. The other parties see
    it until they have said that they heard. Raises `Geweigerd`: 403 for who does not hold the role that signs, 400
    with every place for a day that has passed or a reason that is missing, 409 for what nobody has to end.
    """
    afspraak = een(actor, afspraak_id, op_slot=True)
    partij = afspraak.partijen.select_related("organisatie").get(organisatie_id=actor.organisatie)
    bevoegd(actor, afspraak, partij)
    if not is_getekend(afspraak):
        raise Geweigerd(
            "nog_niet_getekend",
            Tekst(
                "Deze versie geldt nog niet: niet iedereen tekende. Er is niets te beëindigen.",
                "This version does not hold yet: not everybody signed. There is nothing to end.",
            ),
            status=409,
        )
    waarom, vandaag, tot = " ".join(reden.split()), timezone.localdate(), laatste_dag(afspraak)
    if tot is not None and tot <= dag:
        raise weiger_bij(
            "laatste_dag",
            "/laatsteDag",
            "eindigt_al",
            f"laatste_dag: deze versie eindigt al op {tot:%d-%m-%Y}. Kies een eerdere dag, of laat het zo.",
            f"laatste_dag: this version ends on {tot} already. Choose an earlier day, or leave it so.",
            409,
        )
    fouten = []
    if dag < vandaag:
        fouten.append(_fout("laatste_dag", "laatsteDag", "dag_voorbij", "die dag is al voorbij. Kies vandaag of later.", "that day has passed. Choose today or later."))  # fmt: skip
    if not 10 <= len(waarom) <= 500:
        fouten.append(_fout("reden", "reden", "reden_ontbreekt", "schrijf in 10 tot 500 tekens waarom; de andere partijen lezen het.", "write in 10 to 500 characters why; the other parties read it."))  # fmt: skip
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=tuple(fouten))
    op = huidige_operatie()
    Afspraakeinde.objects.create(
        partij=partij, laatste_dag=dag, reden=waarom, naam=actor.naam[:200], moment=op.nu
    )
    op.verandert(waarom, afspraak=afspraak.kenmerk, versie=afspraak.versie, tot=[str(tot or ""), str(dag)])
    return afspraak


@action(KERNEL, "einde van samenwerkingsafspraak gehoord")
def hoor_einde(
    actor: Actor, afspraak_id: UUID, organisatie: str = "", wie: str = ""
) -> Samenwerkingsafspraak:
    """Record that a party heard of the end: the own one, or one that was told by an administrator (then `wie` says whom).

    Raises `Geweigerd`: 403 for who may not speak for it, 400 without a name, 409 when nothing was ended, by the party
    itself, or it heard before.
    """
    afspraak = een(actor, afspraak_id, op_slot=True)
    if organisatie.strip():
        beheerde_schemes(actor)
        partij, naam = _partij(afspraak, organisatie), " ".join(wie.split())
        if not 2 <= len(naam) <= 200:
            fout = _fout("wie", "wie", "naam_ontbreekt", "schrijf wie het daar hoorde, in 2 tot 200 tekens.", "write who heard it there, in 2 to 200 characters.")  # fmt: skip
            raise Geweigerd(fout.code, fout.tekst, fouten=(fout,))
    else:
        partij = afspraak.partijen.select_related("organisatie").get(organisatie_id=actor.organisatie)
        bevoegd(actor, afspraak, partij)
        naam = actor.naam[:200]
    einde = einde_van(afspraak)
    if einde is None or einde.partij_id == partij.id or einde.gehoord.filter(partij=partij).exists():
        raise Geweigerd(
            "niets_te_horen",
            Tekst(
                "Niemand beëindigde deze versie, of deze partij weet het al.",
                "Nobody ended this version, or this party knows already.",
            ),
            status=409,
        )
    op = huidige_operatie()
    Afspraakeindegehoord.objects.create(einde=einde, partij=partij, naam=naam, moment=op.nu)
    op.verandert(afspraak=afspraak.kenmerk, versie=afspraak.versie, gehoord=str(partij.organisatie_id))
    return afspraak


def _partij(afspraak: Samenwerkingsafspraak, wie: str) -> Afspraakpartij:
    """The party of that name, number or id; raises `Geweigerd` (400) with the choices."""
    heet = wie.strip().casefold()
    partijen = list(afspraak.partijen.select_related("organisatie"))
    for partij in partijen:
        huis = partij.organisatie
        namen = (huis.naam, huis.onderscheidend, str(huis.id), huis.gemeentecode, huis.kvk, huis.oin)
        if heet and heet in {str(naam).casefold() for naam in namen if naam}:
            return partij
    keuzes = ", ".join(sorted(partij.organisatie.naam for partij in partijen))
    raise weiger_bij(
        "organisatie",
        "/organisatie",
        "geen_partij",
        f'organisatie: "{wie.strip()[:60]}" is geen partij bij deze afspraak. Kies uit: {keuzes}.',
        f'organisatie: "{wie.strip()[:60]}" is no party to this agreement. Choose from: {keuzes}.',
    )


def _controleer_papier(afspraak: Samenwerkingsafspraak, papier: Papier, naam: str) -> None:
    fouten = []
    if not 2 <= len(naam) <= 200:
        fouten.append(_fout("naam", "naam", "naam_ontbreekt", "schrijf wie tekende, in 2 tot 200 tekens.", "write who signed, in 2 to 200 characters."))  # fmt: skip
    eerste, vandaag = timezone.localdate(afspraak.gemaakt), timezone.localdate()
    if not eerste <= papier.dag <= vandaag:
        fouten.append(_fout("dag", "dag", "dag_onjuist", f"de dag van tekenen ligt tussen {eerste:%d-%m-%Y} (toen stond de tekst vast) en vandaag.", f"the day of signing lies between {eerste} (when the text was fixed) and today."))  # fmt: skip
    if not re.fullmatch(r"[0-9a-f]{64}", papier.document.strip().lower()):
        fouten.append(_fout("document", "document", "som_onjuist", "geef de SHA-256 van de scan: 64 tekens 0-9 en a-f.", "give the SHA-256 of the scan: 64 characters 0-9 and a-f."))  # fmt: skip
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=tuple(fouten))


def _tekent_hier(afspraak: Samenwerkingsafspraak, partij: Afspraakpartij) -> bool:
    """Whether somebody works at the party here, today, in the role that signs."""
    vandaag = timezone.localdate()
    return (
        Rolvervulling.objects.filter(
            medewerker__organisatie_id=partij.organisatie_id,
            rol=partij.rol,
            scheme__in=gedekt(afspraak),
            van__lte=vandaag,
        )
        .filter(Q(tot__isnull=True) | Q(tot__gte=vandaag))
        .exists()
    )


def _fout(kolom: str, plek: str, code: str, nl: str, en: str) -> Fout:
    return Fout(code, Tekst(f"{kolom}: {nl}", f"{kolom}: {en}"), Plaats(kolom=kolom, plek=f"/{plek}"))
