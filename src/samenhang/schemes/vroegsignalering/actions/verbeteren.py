"""Correcting someone's data so that everybody who got them hears it, taking a hand-over back, conditions of a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.verstrekkingen import actions as verstrekken
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.actions.zaak import (
    betrokkenen,
    hoort_erbij,
    keuze,
    niet_in_toekomst,
    rond_verzoektermijn_af,
    zaak_met_toegang,
)
from samenhang.schemes.vroegsignalering.queries.overdrachten import WERKERS, onbekend, ontvangers_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME

DOEL = "verbetering"
TAKEN = ("onjuist_naam", "onjuist_geboortedatum")
OUDST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Verbetering:
    """What it should be; an empty field stays as it is."""

    achternaam: str = ""
    tussenvoegsel: str = ""
    voorletters: str = ""
    geboortedatum: date | None = None


@action(SCHEME, "gegevens verbeteren")
def verbeter_gegevens(actor: Actor, zaak_id: UUID, persoon_id: UUID, anders: Verbetering, reden: str) -> Zaak:
    """Correct name or birth date of someone in the case; whoever received them is sent the right ones.

    Also after closing. Raises `Geweigerd` when nothing changes, a value cannot be, or the person is not of the case.
    Source: AVG art. 16 and 19.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    wie = {*betrokkenen(zaak), *ontvangers_van(actor, zaak)}
    hoort_erbij(wie, persoon_id)
    toegang = toegang_tot(actor, zaak, leest=("naw",), schrijft=("naw",), doel=DOEL, personen=[persoon_id])
    waarom = zaken.reden_verplicht(reden)
    naw = Naw.objects.met(toegang).get(persoon_id=persoon_id)
    wijziging = {naam: waarde for naam, waarde in _geldig(anders).items() if waarde != getattr(naw, naam)}
    if not wijziging:
        raise Geweigerd(
            "niets_anders",
            Tekst(
                "Er verandert niets: vul in wat er anders moet zijn dan het nu is.",
                "Nothing changes: enter what must be other than it is now.",
            ),
        )
    Naw.objects.met(toegang).filter(persoon_id=persoon_id).update(**wijziging)
    naw = Naw.objects.met(toegang).get(persoon_id=persoon_id)
    gestuurd = verstrekken.corrigeer(
        persoon_id, {"naam": naw.weergavenaam, "geboortedatum": naw.geboortedatum}, toegang
    )
    wat = (
        ", ".join(VELDNAMEN[naam].nl for naam in wijziging),
        ", ".join(VELDNAMEN[naam].en for naam in wijziging),
    )
    zaken.schrijf_tijdlijn(
        zaak,
        "verbeterd",
        Tekst(f"Verbeterd: {wat[0]}; verteld aan {len(gestuurd)}", f"Corrected: {wat[1]}; told to {len(gestuurd)}"),
        waarom,
    )  # fmt: skip
    zaken.rond_taken_af(zaak, list(TAKEN))
    rond_verzoektermijn_af(zaak, *TAKEN)
    huidige_operatie().verandert(velden=sorted(wijziging), verteld=[str(rij.id) for rij in gestuurd])
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak


VELDNAMEN = {
    "achternaam": Tekst("achternaam", "surname"),
    "tussenvoegsel": Tekst("tussenvoegsel", "prefix"),
    "voorletters": Tekst("voorletters", "initials"),
    "geboortedatum": Tekst("geboortedatum", "birth date"),
}


def _geldig(anders: Verbetering) -> dict[str, object]:
    """The fields that were given, checked; raises `Geweigerd` for what cannot be."""
    uit: dict[str, object] = {}
    for naam, hoogstens in (("achternaam", 200), ("tussenvoegsel", 20), ("voorletters", 40)):
        waarde = " ".join(getattr(anders, naam).split())
        if len(waarde) > hoogstens or any(teken.isdigit() or not teken.isprintable() for teken in waarde):
            titel = VELDNAMEN[naam]
            raise Geweigerd(
                "naam_onjuist",
                Tekst(
                    f"{titel.nl}: hoogstens {hoogstens} tekens, zonder cijfers. Er is niets veranderd.",
                    f"{titel.en}: at most {hoogstens} characters, without digits. Nothing was changed.",
                ),
            )
        if waarde:
            uit[naam] = waarde
    if anders.geboortedatum is not None:
        niet_in_toekomst(anders.geboortedatum)
        if anders.geboortedatum < OUDST:
            raise Geweigerd(
                "geboortedatum_onjuist",
                Tekst(
                    f"Een geboortedatum ligt na {OUDST:%d-%m-%Y}. Er is niets veranderd.",
                    f"A birth date is after {OUDST}. Nothing was changed.",
                ),
            )
        uit["geboortedatum"] = anders.geboortedatum
    return uit


@action(SCHEME, "overdracht intrekken")
def trek_overdracht_in(actor: Actor, overdracht_id: UUID, reden: str) -> UitgaandeOverdracht:
    """Take back what was handed over: the receiver is asked to erase it and to confirm that.

    For who treats its case, also after closing. Raises `Geweigerd` (404) when it is not of this organisation, and as
    `trek_in` says.
    """
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    eerste = (
        UitgaandeOverdracht.objects.select_for_update(of=("self",))
        .filter(id=overdracht_id, zaak__organisatie_id=actor.organisatie, zaak__scheme=SCHEME.naam)
        .select_related("zaak__organisatie")
        .first()
    )
    if eerste is None:
        raise onbekend()
    wie = ontvangers_van(actor, eerste.zaak, eerste)
    toegang = toegang_tot(actor, eerste.zaak, leest=("naw",), schrijft=("naw",), doel=DOEL, personen=wie)
    if not wie:
        raise Geweigerd(
            "overdracht_vernietigd",
            Tekst(
                "De inhoud van deze overdracht is na de bewaartermijn gewist; er valt niets in te trekken.",
                "The content of this hand-over was erased after its retention term; there is nothing to take back.",
            ),
            status=404,
        )
    rij = verstrekken.trek_in(eerste, wie[0], reden, toegang)
    huidige_operatie().verandert(overdracht=str(eerste.id), intrekking=str(rij.id), waarom=reden)
    return rij


@action(SCHEME, "voorwaarde stellen")
def stel_voorwaarde(actor: Actor, zaak_id: UUID, persoon_id: UUID, over: str, soort: str, bron: str) -> Zaak:
    """Record what the source of a category of someone's data asks; it binds every hand-over from now on."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=("naw",), schrijft=("naw",))
    keuze("soort", soort, list(Soort))
    hoort_erbij(betrokkenen(zaak), persoon_id)
    verstrekken.stel_voorwaarde(zaak, persoon_id, Gesteld(over, Soort(soort), bron), toegang)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "voorwaarde opheffen")
def hef_voorwaarde_op(actor: Actor, zaak_id: UUID, persoon_id: UUID, over: str, akkoord_van: str) -> Zaak:
    """The source agrees that a category of someone's data is passed on; who agreed is kept."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=("naw",), schrijft=("naw",))
    hoort_erbij(betrokkenen(zaak), persoon_id)
    verstrekken.hef_voorwaarden_op(zaak, persoon_id, over, akkoord_van, toegang)
    zaken.bewaar(zaak)
    return zaak
