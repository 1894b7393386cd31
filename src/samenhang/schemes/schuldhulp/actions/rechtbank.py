"""The court: a request with its checklist, the file that goes in, and what the court said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.termijnen import bereken as bereken_termijn
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import (
    bedrag,
    ingevuld,
    keuze,
    niet_in_toekomst,
    uit,
    weiger,
)
from samenhang.schemes.schuldhulp.domain import antwoord
from samenhang.schemes.schuldhulp.domain.rechtbank import (
    HOOFDVERZOEKEN,
    LIJSTEN,
    PAUZES,
    STANDEN,
    VERZOEKEN,
    VOORZIENING,
    ontbreekt,
)
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Rechtbankbundel, Rechtbankverzoek, Voorstel
from samenhang.schemes.schuldhulp.models.rechtbank import als_afschrift
from samenhang.schemes.schuldhulp.rechtbankstand import LOOPT, lijst_van
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.stukken.bundel import maak_bundel
from samenhang.schemes.schuldhulp.vorderingen import vorderingen_van

UITKOMSTEN = {
    "toegewezen": Tekst("Toegewezen", "Granted"),
    "afgewezen": Tekst("Afgewezen", "Refused"),
}
ONDERDELEN = {deel.code: deel.titel for lijst in LIJSTEN.values() for deel in lijst}
VAN = {"287a": ("geweigerd",), "wsnp": ("geweigerd",)}
BEVOLEN = "dwangakkoord"
"""The answer of a creditor whom the court ordered to agree."""


@dataclass(frozen=True, slots=True)
class Verzoekbegin:
    """What is asked, and of which court."""

    soort: str = veld("Wat vraagt u de rechter?", "What do you ask of the court?", keuzes=tuple(VERZOEKEN.items()))  # fmt: skip
    rechtbank: str = veld("Welke rechtbank?", "Which court?", hoogstens=200)


@dataclass(frozen=True, slots=True)
class Onderdeelinvoer:
    """An item of the checklist that a person looks after: there, missing, or not applicable with a reason."""

    verzoek: UUID = veld("Welk verzoek?", "Which request?", bron="verzoeken")
    onderdeel: str = veld("Welk onderdeel?", "Which item?", keuzes=tuple(ONDERDELEN.items()))
    stand: str = veld("Hoe staat het ermee?", "How does it stand?", keuzes=tuple(STANDEN.items()))
    reden: str = veld(
        "Waar staat het, of waarom niet?", "Where is it, or why not?", standaard="", hoogstens=300,
        uitleg=Tekst("Bij 'niet van toepassing' verplicht; de rechter leest het.", "Needed with 'not applicable'; the court reads it."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vergelijkinginvoer:
    """What the court route costs; left empty, the norm of today, where there is one."""

    verzoek: UUID = veld("Welk verzoek?", "Which request?", bron="verzoeken")
    salaris: str = veld("Salaris van de bewindvoerder per maand", "Administrator's salary per month", standaard="", hoogstens=20)  # fmt: skip
    griffierecht: str = veld("Griffierecht", "Court fee", standaard="", hoogstens=20)


@dataclass(frozen=True, slots=True)
class Indiening:
    """That the request goes to the court, and when."""

    verzoek: UUID = veld("Welk verzoek?", "Which request?", bron="verzoeken")
    op: date = veld("Ingediend op", "Handed in on", vandaag=True)


@dataclass(frozen=True, slots=True)
class Uitspraakinvoer:
    """What the court said."""

    verzoek: UUID = veld("Welk verzoek?", "Which request?", bron="verzoeken")
    uitkomst: str = veld("Wat besliste de rechter?", "What did the court decide?", keuzes=tuple(UITKOMSTEN.items()))  # fmt: skip
    op: date = veld("Uitspraak op", "Judgment of", vandaag=True)
    kenmerk: str = veld("Zaaknummer van de rechtbank", "Case number of the court", standaard="", hoogstens=60)
    tot: date | None = veld(
        "Geldt tot en met", "Holds up to and including", standaard=None,
        uitleg=Tekst("Alleen bij een moratorium of voorziening; leeg: zes maanden, en langer kan niet.", "For a moratorium or measure only; empty: six months, and longer is not possible."),
    )  # fmt: skip
    eerste_aflossing: date | None = veld(
        "Eerste aflossing buiten de rechter", "First repayment out of court", standaard=None,
        uitleg=Tekst("Alleen bij de Wsnp: de achttien maanden lopen vanaf die dag als zij eerder was (Fw art. 349a).", "For the court route only: the eighteen months run from that day if it was earlier (Fw art. 349a)."),
    )  # fmt: skip
    toelichting: str = veld("Wat woog voor de rechter?", "What counted for the court?", standaard="", hoogstens=300)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verzoekintrekking:
    """Which request is withdrawn, or was begun by mistake, and why."""

    verzoek: UUID = veld("Welk verzoek?", "Which request?", bron="verzoeken")
    reden: str = veld("Waarom?", "Why?", regels=2, hoogstens=300)


@dataclass(frozen=True, slots=True)
class Wsnpeinde:
    """That the court route ended with a clean slate."""

    op: date = veld("Schone lei op", "Clean slate on", vandaag=True)


@action(SCHEME, "verzoek voorbereiden")
def bereid_voor(actor: Actor, zaak_id: UUID, invoer: Verzoekbegin) -> Zaak:
    """Begin a request to the court, with its checklist. Imposed consent and the court route follow a refused proposal."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    keuze("soort", invoer.soort, VERZOEKEN)
    rechtbank = ingevuld("rechtbank", invoer.rechtbank)
    stappen = VAN.get(invoer.soort)
    if stappen and dossier.zaak.stap not in stappen:
        raise Geweigerd("verzoek_te_vroeg", Tekst("Dit kan pas als het voorstel is geweigerd.", "This is possible only once the proposal was refused."), status=409)  # fmt: skip
    if dossier.zaak.stap in ("gemeld", "gesprek_gevoerd"):
        raise Geweigerd("niet_toegelaten", Tekst("Laat de inwoner eerst toe tot schuldhulp.", "First admit the resident to debt assistance."), status=409)  # fmt: skip
    if any(rij.soort == invoer.soort and rij.stand in LOOPT for rij in dossier.verzoeken):
        raise Geweigerd("verzoek_loopt", Tekst("Zo'n verzoek loopt al.", "Such a request runs already."), status=409)  # fmt: skip
    if invoer.soort in PAUZES and any(rij.soort == invoer.soort and rij.stand == "toegewezen" for rij in dossier.verzoeken):  # fmt: skip
        raise Geweigerd("pauze_eenmalig", Tekst("Deze bescherming is al eens gegeven en wordt niet verlengd.", "This protection was given before and is not extended."), status=409)  # fmt: skip
    Rechtbankverzoek.objects.met(dossier.toegang).create(
        **dossier.vast(), soort=invoer.soort, stand="voorbereiding", rechtbank=rechtbank
    )
    titel = VERZOEKEN[invoer.soort]
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "verzoek", Tekst(f"Verzoek begonnen: {titel.nl}", f"Request begun: {titel.en}"))  # fmt: skip
    return dossier.zaak


@action(SCHEME, "onderdeel vastleggen")
def leg_onderdeel_vast(actor: Actor, zaak_id: UUID, invoer: Onderdeelinvoer) -> Zaak:
    """Record how an item stands. What the case itself shows cannot be made present by hand."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    verzoek = _verzoek(dossier, invoer.verzoek, "voorbereiding")
    keuze("stand", invoer.stand, STANDEN)
    deel = next((deel for deel in LIJSTEN[verzoek.soort] if deel.code == invoer.onderdeel), None)
    if deel is None:
        raise weiger("onderdeel", "onderdeel_onbekend", "Dit onderdeel hoort niet bij dit verzoek. Kies uit de lijst.", "This item does not belong to this request. Choose from the list.")  # fmt: skip
    reden = " ".join(invoer.reden.split())[:300]
    if invoer.stand == "nvt" and not reden:
        raise weiger("reden", "reden_ontbreekt", "Schrijf waarom dit niet van toepassing is; de rechter leest het.", "Write why this is not applicable; the court reads it.")  # fmt: skip
    if deel.feit and invoer.stand == "aanwezig":
        raise weiger("stand", "blijkt_uit_zaak", "Dit blijkt uit de zaak zelf. Leg daar vast wat nog ontbreekt.", "This shows from the case itself. Record there what is missing.")  # fmt: skip
    gezegd = {**verzoek.onderdelen, deel.code: {"stand": invoer.stand, "reden": reden}}
    _werk_bij(dossier, verzoek, onderdelen=gezegd)
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "wsnp vergelijken")
def vergelijk(actor: Actor, zaak_id: UUID, invoer: Vergelijkinginvoer) -> Zaak:
    """What the creditors get by the offer and by the court route, kept with the request and its trace."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    verzoek = _verzoek(dossier, invoer.verzoek, "voorbereiding")
    som = dossier.voorstelsom
    if som is None or not dossier.voorstellen:
        raise Geweigerd("geen_voorstel", Tekst("Er is geen voorstel om te vergelijken.", "There is no proposal to compare."), status=409)  # fmt: skip
    document: dict[str, Any] = {
        "capaciteit": som.delen[0]["antwoord"]["capaciteit"],
        "vorderingen": [
            {"id": deel.id[:64], "bedrag": deel.bedrag.draad(), "rang": str(deel.rang)} for deel in vorderingen_van(dossier)
        ],
        "datum": zaken.vandaag().isoformat(),
        "pot_minnelijk": Bedrag(som.pot_centen).draad(),
    }  # fmt: skip
    for naam, sleutel in (("salaris", "salaris_bewindvoerder"), ("griffierecht", "griffierecht")):
        if getattr(invoer, naam).strip():
            document[sleutel] = bedrag(naam, getattr(invoer, naam)).draad()
    _werk_bij(dossier, verzoek, vergelijking={"document": document, "antwoord": antwoord.bereken("wsnp-vergelijking", document)})  # fmt: skip
    zaken.bewaar(dossier.zaak)
    return dossier.zaak


@action(SCHEME, "verzoek indienen")
def dien_in(actor: Actor, zaak_id: UUID, invoer: Indiening) -> Zaak:
    """Close the file and hand it in: one paper with everything in it, kept as it went. Refused while an item is missing."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    verzoek = _verzoek(dossier, invoer.verzoek, "voorbereiding")
    niet_in_toekomst("op", invoer.op)
    lijst = lijst_van(dossier, verzoek)
    if mist := ontbreekt(lijst):
        fouten = tuple(Fout("ontbreekt", punt.onderdeel.titel, Plaats(kolom=punt.onderdeel.code)) for punt in mist)  # fmt: skip
        welke_nl, welke_en = (", ".join(punt.onderdeel.titel.in_taal(taal) for punt in mist) for taal in ("nl", "en"))  # fmt: skip
        raise Geweigerd(
            "S10", Tekst(f"Het dossier voor de rechter is nog niet volledig. Er ontbreekt: {welke_nl}.", f"The file for the court is not complete yet. Missing: {welke_en}."),
            status=409, fouten=fouten,
        )  # fmt: skip
    verzoek.ingediend_op = invoer.op
    Rechtbankbundel.objects.met(dossier.toegang).create(
        **dossier.vast(), van=verzoek.id, **als_afschrift(maak_bundel(dossier, verzoek, lijst))
    )
    vast = {punt.onderdeel.code: {"stand": str(punt.stand), "reden": punt.reden} for punt in lijst}
    _werk_bij(dossier, verzoek, stand="ingediend", ingediend_op=invoer.op, onderdelen=vast)
    if verzoek.soort in HOOFDVERZOEKEN:
        overgang = "dwangakkoord_vragen" if verzoek.soort == "287a" else "wsnp_vragen"
        dossier.zet_stap(overgang, feiten=replace(dossier.feiten(), dossier=True))
    else:
        zaken.bewaar(dossier.zaak)
        zaken.schrijf_tijdlijn(dossier.zaak, "verzoek", Tekst(f"Ingediend: {VERZOEKEN[verzoek.soort].nl}", f"Handed in: {VERZOEKEN[verzoek.soort].en}"))  # fmt: skip
    return dossier.zaak


@action(SCHEME, "uitspraak vastleggen")
def leg_uitspraak_vast(actor: Actor, zaak_id: UUID, invoer: Uitspraakinvoer) -> Zaak:
    """Record what the court said. Imposed consent counts as consent of those who refused; refused, the court route follows.

    A pause runs from the judgment for six months at most; the court route for eighteen, from the first repayment out
    of court when that was earlier.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    verzoek = _verzoek(dossier, invoer.verzoek, "ingediend")
    keuze("uitkomst", invoer.uitkomst, UITKOMSTEN)
    niet_in_toekomst("op", invoer.op)
    assert verzoek.ingediend_op is not None  # it was handed in
    if invoer.op < verzoek.ingediend_op:
        raise weiger("op", "datum_te_vroeg", "Deze uitspraak is van voor het verzoek. Controleer de dag.", "This judgment is from before the request. Check the day.")  # fmt: skip
    toegewezen = invoer.uitkomst == "toegewezen"
    tot = _tot(verzoek, invoer) if toegewezen else None
    _werk_bij(
        dossier,
        verzoek,
        stand=invoer.uitkomst,
        uitspraak_op=invoer.op,
        kenmerk=invoer.kenmerk.strip(),
        toelichting=invoer.toelichting.strip(),
        tot=tot,
    )
    dossier.vernieuw("verzoeken")
    titel, uitkomst = VERZOEKEN[verzoek.soort], UITKOMSTEN[invoer.uitkomst]
    if verzoek.soort == "287a":
        _na_dwangakkoord(dossier, verzoek, invoer, toegewezen)
    elif verzoek.soort == "wsnp":
        if toegewezen:
            begin = min(invoer.op, invoer.eerste_aflossing or invoer.op)
            dossier.zet_stap("wsnp_krijgen", vanaf=begin)
        else:
            zaken.maak_taak(dossier.zaak, "beeindigen", Tekst("De rechter wees de Wsnp af: besluit over de beëindiging", "The court refused: decide on the ending"), zaken.vandaag(), dossier.zaak.behandelaar)  # fmt: skip
    elif toegewezen and verzoek.soort in PAUZES:
        zaken.start_termijn(dossier.zaak, PAUZES[verzoek.soort], invoer.op, besloten_tot=tot)
    elif toegewezen and verzoek.soort == "287-4" and tot is not None:
        zaken.start_termijn(dossier.zaak, VOORZIENING, invoer.op, lengte=(tot - invoer.op).days)
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "uitspraak", Tekst(f"{titel.nl}: {uitkomst.nl.lower()}", f"{titel.en}: {uitkomst.en.lower()}"), invoer.toelichting.strip())  # fmt: skip
    return dossier.zaak


@action(SCHEME, "verzoek intrekken")
def trek_verzoek_in(actor: Actor, zaak_id: UUID, invoer: Verzoekintrekking) -> Zaak:
    """Withdraw a request before the court decides, or take away one that was begun by mistake.

    What was handed in stays as it went. The case goes back to the refused proposal when it waited for this request.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    verzoek = uit("verzoek", [rij for rij in dossier.verzoeken if rij.stand in LOOPT], invoer.verzoek)
    reden = zaken.reden_verplicht(invoer.reden)
    wacht = verzoek.stand == "ingediend" and verzoek.soort in HOOFDVERZOEKEN
    _werk_bij(dossier, verzoek, stand="ingetrokken", toelichting=reden[:300])
    dossier.vernieuw("verzoeken")
    titel = VERZOEKEN[verzoek.soort]
    if wacht:
        dossier.zet_stap("verzoek_intrekken", reden)
    else:
        zaken.bewaar(dossier.zaak)
        zaken.schrijf_tijdlijn(dossier.zaak, "verzoek", Tekst(f"Ingetrokken: {titel.nl}", f"Withdrawn: {titel.en}"), reden)  # fmt: skip
    return dossier.zaak


@action(SCHEME, "wsnp afronden")
def rond_wsnp_af(actor: Actor, zaak_id: UUID, invoer: Wsnpeinde) -> Zaak:
    """The court route ended with a clean slate; aftercare begins."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    niet_in_toekomst("op", invoer.op)
    verzoek = next((rij for rij in dossier.verzoeken if rij.soort == "wsnp" and rij.stand == "toegewezen"), None)  # fmt: skip
    if verzoek is None or dossier.zaak.stap != "wsnp":
        raise Geweigerd("geen_wsnp", Tekst("De inwoner zit niet in de Wsnp.", "The resident is not in the court route."), status=409)  # fmt: skip
    if verzoek.uitspraak_op is not None and invoer.op < verzoek.uitspraak_op:
        raise weiger("op", "datum_te_vroeg", "Deze dag ligt vóór de toelating tot de Wsnp. Controleer de dag.", "This day is before the admission. Check the day.")  # fmt: skip
    _werk_bij(dossier, verzoek, schone_lei_op=invoer.op)
    dossier.vernieuw("verzoeken")
    dossier.zet_stap("wsnp_afronden")
    return dossier.zaak


def _na_dwangakkoord(
    dossier: Dossier, verzoek: Rechtbankverzoek, invoer: Uitspraakinvoer, toegewezen: bool
) -> None:
    if toegewezen:
        open_ = Voorstel.objects.met(dossier.toegang).filter(zaak=dossier.zaak, vervallen=False)
        open_.exclude(antwoord="akkoord").update(antwoord=BEVOLEN, antwoord_op=invoer.op)
        dossier.vernieuw("voorstellen")
        dossier.zet_stap("dwangakkoord_krijgen")
        return
    Rechtbankverzoek.objects.met(dossier.toegang).create(  # the petition asked for both (Fw 287a lid 1)
        **dossier.vast(),
        soort="wsnp",
        stand="ingediend",
        rechtbank=verzoek.rechtbank,
        ingediend_op=verzoek.ingediend_op,
    )
    dossier.zet_stap("dwangakkoord_missen")
    dossier.vernieuw("verzoeken")


def _tot(verzoek: Rechtbankverzoek, invoer: Uitspraakinvoer) -> date | None:
    """Until when a pause holds: six months, or the earlier day that the court chose."""
    if verzoek.soort in PAUZES:
        laatste = bereken_termijn(
            SCHEME.termijn(PAUZES[verzoek.soort]), invoer.op, standaardkalender(), []
        ).einde
        assert isinstance(laatste, date)  # a term in months
        if invoer.tot is not None and not invoer.op <= invoer.tot <= laatste:
            raise weiger("tot", "pauze_te_lang", f"Deze bescherming duurt hoogstens zes maanden: tot en met {laatste}.", f"This protection lasts six months at most: up to and including {laatste}.")  # fmt: skip
        return invoer.tot or laatste
    if verzoek.soort != "287-4":
        return None
    if invoer.tot is None or invoer.tot < invoer.op:
        raise weiger("tot", "voorziening_zonder_dag", "Vul in tot en met wanneer de voorziening geldt: dat staat in de uitspraak.", "Fill in until when the measure holds: it stands in the judgment.")  # fmt: skip
    return invoer.tot


def _verzoek(dossier: Dossier, id_: UUID, stand: str) -> Rechtbankverzoek:
    """A request of this case that is that far."""
    return uit("verzoek", [rij for rij in dossier.verzoeken if rij.stand == stand], id_)


def _werk_bij(dossier: Dossier, verzoek: Rechtbankverzoek, **velden: Any) -> None:
    """Store these columns; locked ones go by the whole row."""
    for naam, waarde in velden.items():
        setattr(verzoek, naam, waarde)
    Rechtbankverzoek.objects.met(dossier.toegang).filter(id=verzoek.id).update(**velden)
