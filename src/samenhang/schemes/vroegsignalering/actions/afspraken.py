"""Agreements with partners: what may be delivered, from when, and what is told back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Max

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.actions import vandaag
from samenhang.schemes.vroegsignalering.bestand.profiel import INTREKKING_NODIG, KOLOMMEN, NAMEN
from samenhang.schemes.vroegsignalering.domain.beleidsregels import SOORTEN, Verschil
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from samenhang.schemes.vroegsignalering.scheme import SCHEME

ORGANISATIESOORT = {
    "huur": "verhuurder",
    "energie": "energieleverancier",
    "water": "drinkwaterbedrijf",
    "zorg": "zorgverzekeraar",
    "anders": "uitvoeringsorganisatie",
}


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An agreement as someone records it. Empty thresholds and days: what the municipality's own policy says.

    `kolommen` empty: every column of the format. A delivery with a row outside threshold, days or months is refused as a
    whole (F15). `terugwerkend`: it is meant to begin in the past.
    """

    partner_id: UUID
    soort: str
    van: date
    tot: date | None = None
    kolommen: tuple[str, ...] = ()
    klantnummer_toegestaan: bool = True
    terugkoppeling: tuple[str, ...] = ()
    maildomein: str = ""
    drempel: Bedrag | None = None
    minimum_dagen: int | None = None
    maximum_dagen: int | None = None
    minimum_maanden: int | None = None
    bewaar_dagen: int = 30
    reden: str = ""
    terugwerkend: bool = False


TITELS = {
    "soort": Tekst("Soort partner", "Kind of partner"),
    "van": Tekst("Vanaf", "From"),
    "tot": Tekst("Tot en met", "Until"),
    "kolommen": Tekst("Kolommen", "Columns"),
    "klantnummer_toegestaan": Tekst("Klantnummer mag mee", "Customer number allowed"),
    "terugkoppeling": Tekst("Terugkoppeling", "Feedback"),
    "maildomein": Tekst("Eigen maildomein", "Own mail domain"),
    "drempel": Tekst("Drempelbedrag", "Threshold"),
    "minimum_dagen": Tekst("Achterstand minstens zo oud (dagen)", "Arrears at least this old (days)"),
    "maximum_dagen": Tekst("Achterstand hoogstens zo oud (dagen)", "Arrears at most this old (days)"),
    "minimum_maanden": Tekst("Minstens zo veel maanden achterstand", "At least so many months of arrears"),
    "bewaar_dagen": Tekst("Bestand bewaren (dagen)", "Keep the file (days)"),
}


def als_voorstel(rij: Partnerafspraak) -> Afspraak:
    """A stored agreement in the form in which the next is proposed."""
    return Afspraak(
        partner_id=rij.partner_id,
        soort=rij.soort,
        van=rij.van,
        tot=rij.tot,
        kolommen=tuple(rij.kolommen),
        klantnummer_toegestaan=rij.klantnummer_toegestaan,
        terugkoppeling=tuple(rij.terugkoppeling),
        maildomein=rij.maildomein,
        drempel=None if rij.drempel_centen is None else Bedrag(rij.drempel_centen),
        minimum_dagen=rij.minimum_dagen,
        maximum_dagen=rij.maximum_dagen,
        minimum_maanden=rij.minimum_maanden,
        bewaar_dagen=rij.bewaar_dagen,
    )


def _laatste(gemeente_id: UUID, partner_id: UUID) -> Partnerafspraak | None:
    return (
        Partnerafspraak.objects.filter(gemeente_id=gemeente_id, partner_id=partner_id)
        .order_by("-versie")
        .first()
    )


@query(SCHEME, "afspraak vergelijken")
def vergelijk_afspraak(actor: Actor, voorstel: Afspraak) -> list[Verschil]:
    """What would change against the present agreement, before anything is stored; refuses what is wrong."""
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    _controleer(voorstel)
    oud = _laatste(actor.organisatie, voorstel.partner_id)
    was = als_voorstel(oud) if oud else None
    gevonden = []
    for veld, titel in TITELS.items():
        verschil = Verschil(titel, getattr(was, veld, None), getattr(voorstel, veld))
        if verschil.was != verschil.wordt:
            gevonden.append(verschil)
    return gevonden


@action(SCHEME, "afspraak vastleggen")
def leg_afspraak_vast(actor: Actor, voorstel: Afspraak) -> Partnerafspraak:
    """Record the next version of the agreement with a partner; earlier versions stay as they were.

    Raises `Geweigerd` with one `Fout` per field, for a reason that is missing, and for a day in the past that is
    not marked as meant.
    """
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    partner = _controleer(voorstel)
    _controleer_ingang(voorstel)
    gemeente = Organisatie.objects.select_for_update(no_key=True).get(id=actor.organisatie)
    hoogste = Partnerafspraak.objects.filter(gemeente=gemeente, partner=partner).aggregate(
        hoogste=Max("versie")
    )
    operatie = huidige_operatie()
    rij = Partnerafspraak.objects.create(
        gemeente=gemeente,
        partner=partner,
        soort=voorstel.soort,
        versie=(hoogste["hoogste"] or 0) + 1,
        van=voorstel.van,
        tot=voorstel.tot,
        kolommen=list(voorstel.kolommen),
        klantnummer_toegestaan=voorstel.klantnummer_toegestaan,
        terugkoppeling=list(voorstel.terugkoppeling),
        maildomein=voorstel.maildomein.strip().lower(),
        drempel_centen=None if voorstel.drempel is None else voorstel.drempel.centen,
        minimum_dagen=voorstel.minimum_dagen,
        maximum_dagen=voorstel.maximum_dagen,
        minimum_maanden=voorstel.minimum_maanden,
        bewaar_dagen=voorstel.bewaar_dagen,
        reden=voorstel.reden.strip()[:300],
        door=actor.naam[:200],
        gemaakt=operatie.nu,
    )
    operatie.verandert(voorstel.reden, afspraak=str(rij.id), partner=partner.naam, versie=rij.versie)
    return rij


@action(SCHEME, "afspraak beëindigen")
def beeindig_afspraak(actor: Actor, partner_id: UUID, tot: date, reden: str) -> Partnerafspraak:
    """End the agreement on a day: a next version that says so. What was delivered before stays."""
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    oud = _laatste(actor.organisatie, partner_id)
    if oud is None:
        raise Geweigerd(
            "afspraak_onbekend",
            Tekst("Er is geen afspraak met deze partner.", "There is no agreement with this partner."),
            status=404,
        )
    return leg_afspraak_vast(
        actor, replace(als_voorstel(oud), van=max(oud.van, min(vandaag(), tot)), tot=tot, reden=reden, terugwerkend=tot < vandaag())
    )  # fmt: skip


def _controleer_ingang(voorstel: Afspraak) -> None:
    if not voorstel.reden.strip():
        raise Geweigerd(
            "reden_ontbreekt",
            Tekst(
                "Geef een reden; zij komt bij de afspraak te staan.",
                "Give a reason; it is kept with the agreement.",
            ),
        )
    if voorstel.van < vandaag() and not voorstel.terugwerkend:
        raise Geweigerd(
            "ingang_in_verleden",
            Tekst(
                "De ingangsdatum ligt in het verleden. Vink aan dat dat zo bedoeld is en geef de reden.",
                "The first day lies in the past. Tick that this is meant and give the reason.",
            ),
        )


def _controleer(voorstel: Afspraak) -> Organisatie:
    """The partner; or every fault of the proposal at once."""
    fouten: list[Fout] = []

    def fout(kolom: str, nl: str, en: str, code: str = "afspraak_onjuist") -> None:
        fouten.append(Fout(code, Tekst(nl, en), Plaats(kolom=kolom)))

    partner = Organisatie.objects.filter(id=voorstel.partner_id).exclude(soort="gemeente").first()
    if partner is None:
        fout("partner", "Deze partner bestaat niet.", "This partner does not exist.")
    elif not partner.kvk:
        fout(
            "partner",
            "De partner heeft nog geen KvK-nummer.",
            "The partner has no trade register number yet.",
        )
    if voorstel.soort not in SOORTEN:
        fout("soort", f"Soort: kies uit {', '.join(SOORTEN)}.", f"Kind: choose from {', '.join(SOORTEN)}.")
    vreemd = [naam for naam in voorstel.kolommen if naam not in NAMEN]
    if vreemd:
        fout("kolommen", f"Onbekende kolom: {', '.join(vreemd)}.", f"Unknown column: {', '.join(vreemd)}.")
    if voorstel.kolommen:
        nodig = {k.naam for k in KOLOMMEN if voorstel.soort in k.verplicht} | set(INTREKKING_NODIG)
        mist = sorted(nodig - set(voorstel.kolommen) - {"grondslag"})
        if mist:
            fout("kolommen", f"Zonder {', '.join(mist)} kan niemand leveren.", f"Without {', '.join(mist)} nobody can deliver.")  # fmt: skip
    buiten = [soort for soort in voorstel.terugkoppeling if soort not in TERUGKOPPELING]
    if buiten:
        namen = ", ".join(buiten)
        mag = ", ".join(TERUGKOPPELING)
        fout(
            "terugkoppeling",
            f"Mag niet naar een partner: {namen}. Kies uit: {mag}.",
            f"May not go to a partner: {namen}. Choose from: {mag}.",
            "Z04",
        )
    if voorstel.tot is not None and voorstel.tot < voorstel.van:
        fout("tot", "De einddatum ligt voor de ingangsdatum.", "The last day is before the first.")
    if not 1 <= voorstel.bewaar_dagen <= 365:
        fout("bewaar_dagen", "Bewaren: 1 tot en met 365 dagen.", "Keeping: 1 to 365 days.")
    for kolom, dagen in (
        ("minimum_dagen", voorstel.minimum_dagen),
        ("maximum_dagen", voorstel.maximum_dagen),
    ):
        if dagen is not None and not 0 <= dagen <= 3650:
            fout(kolom, f"{kolom}: 0 tot en met 3650.", f"{kolom}: 0 to 3650.")
    if voorstel.minimum_maanden is not None and not 1 <= voorstel.minimum_maanden <= 120:
        fout("minimum_maanden", "Maanden achterstand: 1 tot en met 120.", "Months of arrears: 1 to 120.")
    minimum, maximum = voorstel.minimum_dagen, voorstel.maximum_dagen
    if minimum is not None and maximum is not None and minimum >= maximum:
        fout(
            "maximum_dagen",
            "Het maximum is groter dan het minimum.",
            "The maximum is larger than the minimum.",
        )
    if voorstel.drempel is not None and not Bedrag(0) <= voorstel.drempel <= Bedrag(100_000):
        fout(
            "drempel",
            "De drempel ligt tussen 0.00 en 1000.00.",
            "The threshold lies between 0.00 and 1000.00.",
        )
    if fouten:
        raise Geweigerd("afspraak_onjuist", fouten[0].tekst, fouten=tuple(fouten))
    assert partner is not None  # else there was a fault
    return partner
