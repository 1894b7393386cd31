"""What goes into a copy: what the resident's own page knows, in full."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.inzage import Gegeven, Kopie, Onderdeel, Waarde
from samenhang.kernel.inzage.samenstellen import logboek_van, samen
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.logboek.queries import GeweigerdeBlik
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.toestemming import HOE
from samenhang.schemes.vroegsignalering.domain.inwonertekst import BRIEF, WAAROVER, gevraagd
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING
from samenhang.schemes.vroegsignalering.queries.inwoner import (
    InwonerZaak,
    buiten_mijn_zaken,
    mijn_weigeringen,
    mijn_zaken,
)
from samenhang.schemes.vroegsignalering.queries.rechten import antwoord_van
from samenhang.schemes.vroegsignalering.queries.verstuurd import Verstuurd
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def _g(naam: str, nl: str, en: str, waarde: Waarde) -> Gegeven:
    return Gegeven(naam, Tekst(nl, en), waarde)


@query(SCHEME, "mijn kopie ophalen")
def kopie_van(actor: Actor) -> Kopie:
    """Everything that is known about the resident himself, with the log of who looked; nothing of anybody else.

    Source: AVG art. 15 lid 1 and 3.
    """
    zaken = mijn_zaken(actor)
    buiten = buiten_mijn_zaken(actor)
    delen = [_ik(zaken)]
    for eigen in zaken:
        delen += _van_zaak(eigen)
    delen += [
        Onderdeel(
            "signalen_zonder_melding",
            Tekst("Rekeningen die bij geen melding horen", "Bills that belong to no case"),
            tuple(
                (_g("van", "Van", "From", s.partner), _g("datum", "Datum", "Date", s.datum), _g("bedrag", "Bedrag", "Amount", s.bedrag))
                for s in buiten.signalen
            ),
        ),
        _verstuurd("verstuurd_zonder_melding", buiten.verstuurd),
        logboek_van(actor),
        _geweigerd(mijn_weigeringen(actor)),
    ]  # fmt: skip
    gemeente = zaken[0].gemeente if zaken else ""
    return Kopie(timezone.localdate(), gemeente, tuple(delen))


def _ik(zaken: list[InwonerZaak]) -> Onderdeel:
    ik = next((persoon for zaak in zaken for persoon in zaak.beeld.personen), None)
    rijen = (
        ()
        if ik is None
        else (
            (
                _g("naam", "Naam", "Name", ik.naam),
                _g("geboortedatum", "Geboren", "Born", ik.geboortedatum),
                _g("adres", "Adres", "Address", ik.adres),
                _g("telefoon", "Telefoon", "Telephone", ik.telefoon),
                _g("email", "E-mail", "E-mail", ik.email),
            ),
        )
    )
    return Onderdeel("persoon", Tekst("Uw gegevens", "Your data"), rijen)


def _van_zaak(eigen: InwonerZaak) -> list[Onderdeel]:
    beeld, zaak = eigen.beeld, eigen.beeld.zaak
    nummer = zaak.nummer
    stap = SCHEME.zaakproces.stap(zaak.stap).titel
    kop = (
        _g("nummer", "Nummer", "Number", nummer),
        _g("geopend", "Begonnen op", "Begun on", timezone.localdate(zaak.geopend)),
        _g("gesloten", "Afgerond op", "Closed on", timezone.localdate(zaak.gesloten) if zaak.gesloten else None),
        _g("stap", "Stand", "State", stap),
        _g("contactpersoon", "Uw contactpersoon", "Your contact", eigen.contactpersoon),
        _g("uitkomst", "Uitkomst", "Outcome", beeld.uitkomst.resultaat if beeld.uitkomst else None),
    )  # fmt: skip
    return [
        Onderdeel(f"melding_{nummer}", Tekst(f"Melding {nummer}", f"Case {nummer}"), (kop,)),
        Onderdeel(
            f"signalen_{nummer}",
            Tekst(f"Rekeningen die ons zijn gemeld ({nummer})", f"Bills that were reported to us ({nummer})"),
            tuple(
                (
                    _g("van", "Van", "From", s.partner),
                    _g("datum", "Datum", "Date", s.datum),
                    _g("bedrag", "Bedrag", "Amount", s.bedrag),
                    _g("grondslag", "Volgens", "Under", woorden.wetten(s.grondslag)[0].artikel),
                )
                for persoon in beeld.personen
                for s in persoon.signalen
                if s.hier
            ),
        ),
        Onderdeel(
            f"contact_{nummer}",
            Tekst(f"Hoe wij u probeerden te bereiken ({nummer})", f"How we tried to reach you ({nummer})"),
            tuple(
                (
                    _g("datum", "Datum", "Date", p.datum),
                    _g("dagdeel", "Dagdeel", "Part of the day", DAGDELEN.get(p.dagdeel, Tekst(p.dagdeel, p.dagdeel))),
                    _g("hoe", "Hoe", "How", SOORTEN_POGING.get(p.soort, Tekst(p.soort, p.soort))),
                    _g("bereikt", "Bereikt", "Reached", p.bereikt),
                    _g("notitie", "Notitie", "Note", p.notitie),
                    _g("vervallen", "Verbeterd op", "Corrected on", timezone.localdate(p.vervallen_op) if p.vervallen_op else None),
                )
                for p in beeld.pogingen
            ),
        ),
        Onderdeel(
            f"aanbod_{nummer}",
            Tekst(f"Wat wij u aanboden ({nummer})", f"What we offered you ({nummer})"),
            tuple(
                (
                    _g("datum", "Datum", "Date", a.datum),
                    _g("aanvaard_op", "U zei ja op", "You said yes on", a.aanvaard_op),
                    _g("afgewezen_op", "U zei nee op", "You said no on", a.afgewezen_op),
                )
                for a in beeld.aanbiedingen
            ),
        ),
        Onderdeel(
            f"toestemming_{nummer}",
            Tekst(f"Toestemming ({nummer})", f"Consent ({nummer})"),
            tuple(
                (
                    _g("over", "Welke gegevens", "Which data", t.categorie),
                    _g("doel", "Waarvoor", "What for", t.doel),
                    _g("antwoord", "Antwoord", "Answer", t.antwoord),
                    _g("door", "Door", "By", t.door),
                    _g("hoe", "Hoe", "How", t.hoe),
                    _g("leeftijd", "Leeftijd", "Age", t.gezien),
                    _g("tekst", "Tekst", "Text", t.tekstversie),
                    _g("op", "Op", "On", timezone.localdate(t.moment)),
                    _g("tot", "Geldt tot en met", "Holds until", t.tot),
                    _g("ingetrokken", "Ingetrokken op", "Withdrawn on", timezone.localdate(t.ingetrokken) if t.ingetrokken else None),
                )
                for t in (antwoord_van(rij, timezone.now()) for rij in beeld.toestemmingen)
            ),
        ),
        Onderdeel(
            f"verteld_{nummer}",
            Tekst(f"Wat wij u vertelden ({nummer})", f"What we told you ({nummer})"),
            tuple(
                (_g("waarover", "Waarover", "About what", WAAROVER[i.waarover]), _g("op", "Op", "On", i.op), _g("hoe", "Hoe", "How", HOE.get(i.hoe, BRIEF)))
                for i in beeld.informeringen
            ),
        ),
        Onderdeel(
            f"uitgesteld_{nummer}",
            Tekst(f"Wat wij u later vertelden ({nummer})", f"What we told you later ({nummer})"),
            tuple(
                (_g("tot", "Uitgesteld tot en met", "Put off until", u.tot), _g("artikel", "Volgens", "By", u.artikel), _g("reden", "Waarom", "Why", u.reden))
                for u in beeld.uitstellen
                if u.geeindigd
            ),
        ),
        Onderdeel(
            f"bezwaar_{nummer}",
            Tekst(f"Uw bezwaar ({nummer})", f"Your objection ({nummer})"),
            tuple(
                (
                    _g("datum", "Datum", "Date", b.datum),
                    _g("toelichting", "Wat u schreef", "What you wrote", b.toelichting),
                    _g("beslist_op", "Beslist op", "Decided on", b.beslist_op),
                    _g("toegewezen", "U kreeg gelijk", "Granted", b.toegewezen),
                    _g("motivering", "Waarom", "Why", b.motivering),
                )
                for b in beeld.bezwaren
            ),
        ),
        Onderdeel(
            f"gevraagd_{nummer}",
            Tekst(f"Wat u ons vroeg ({nummer})", f"What you asked us ({nummer})"),
            tuple(
                (
                    _g("wat", "Wat", "What", wat),
                    _g("op", "Op", "On", timezone.localdate(taak.gemaakt)),
                    _g("klaar", "Klaar op", "Done on", timezone.localdate(taak.klaar) if taak.klaar else None),
                )
                for taak in beeld.taken
                if (wat := gevraagd(taak.soort))
            ),
        ),
        _verstuurd(f"verstuurd_{nummer}", eigen.verstuurd),
    ]  # fmt: skip


def _verstuurd(naam: str, rijen: Iterable[Verstuurd]) -> Onderdeel:
    return Onderdeel(
        naam,
        Tekst("Wat wij aan anderen stuurden, en wat niet", "What we sent to others, and what not"),
        tuple(
            (
                _g("wat", "Wat", "What", rij.wat),
                _g("naar", "Aan", "To", rij.naar),
                _g("op", "Op", "On", timezone.localdate(rij.moment)),
                _g("grondslag", "Volgens", "Under", rij.wet.artikel),
                _g("gegevens", "Wat er in stond", "What it held", samen(rij.gegevens)),
                _g("geweigerd", "Niet doorgegeven, omdat", "Not passed on, because", rij.geweigerd),
            )
            for rij in rijen
        ),
    )  # fmt: skip


def _geweigerd(blikken: Iterable[GeweigerdeBlik]) -> Onderdeel:
    return Onderdeel(
        "geweigerd",
        Tekst("Wie wilde kijken en mocht dat niet", "Who wanted to look and was not allowed to"),
        tuple(
            (
                _g("moment", "Wanneer", "When", blik.moment),
                _g("wie", "Wie", "Who", samen(blik.functies)),
                _g("organisatie", "Organisatie", "Organisation", blik.organisatie),
                _g("reden", "Waarom niet", "Why not", blik.reden),
            )
            for blik in blikken
        ),
    )
