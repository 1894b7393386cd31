"""The caseload of a municipality as a delivery: what DDAS gets of each case, as it stood on the last day. Pure.

What we do not know is left out: of which kind a debt is, whether it is of a business, the sex of a client. There is
no citizen service number: this register has none; the client is known by birth date and address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain.ddas import model as m
from samenhang.schemes.schuldhulp.domain.ddas.oordeel import BLADZIJDE
from samenhang.schemes.schuldhulp.domain.lijsten import EINDREDENEN

LEVERANCIER: Final = "Samenhang"
SOORTEN: Final = {"SK": "Saneringskrediet", "SB": "Schuldbemiddeling", "SA": m.NUL_AANBOD}
"""Our arrangements by their name in DDAS 1.0, which does not know SA by its own name yet."""
BESLUITEN: Final = {"toelating": "Toelatingsbeschikking", "afwijzing": "Afwijzingsbeschikking"}
BEGINT: Final = ("krediet_starten", "sparen", "lopen")
"""Ways by which an arrangement begins to run."""
EINDEN: Final = {
    "afwijzen": "Voldoet niet",
    "uitstromen": "Afgerond",
    "intrekken": "Ingetrokken",
    "overlijden": "Overleden",
    "wsnp_missen": "Overig",
}
_BEEINDIGD: Final = {
    EINDREDENEN["geen_inwoner"].nl: "Verhuisd",
    EINDREDENEN["zelf_opgelost"].nl: "Zelf",
    EINDREDENEN["nieuwe_schulden"].nl: "Voldoet niet",
}
"""Why assistance that was ended ended; every other reason is `Overig`."""


@dataclass(frozen=True, slots=True)
class Zaakschuld:
    """A debt that takes part, on its day."""

    bedrag: Bedrag
    peildatum: date
    schuldeiser: str
    kvk: str = ""


@dataclass(frozen=True, slots=True)
class Zaakgegevens:
    """What is known of a case. `stappen`: the last day of every way that was taken; `besluiten`: kind and day."""

    gevraagd_op: date
    dreiging: bool = False
    gesprek_op: date | None = None
    besluiten: Sequence[tuple[str, date]] = ()
    stappen: Mapping[str, date] = field(default_factory=dict)
    eindereden: str = ""
    schulden: Sequence[Zaakschuld] = ()
    regeling: str = ""
    ingang: date | None = None
    vtlb: Bedrag | None = None
    nazorg_op: date | None = None
    geboren: date | None = None
    postcode: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""


@dataclass(frozen=True, slots=True)
class Leverancier:
    """The municipality that delivers, who gets the quality report, and the version of this software."""

    naam: str
    gemeentecode: str
    kvk: str
    email: str
    versie: str


def euros(bedrag: Bedrag) -> int:
    """Whole euros, half upwards (R2)."""
    return (bedrag.centen + 50) // 100


def als_traject(zaak: Zaakgegevens, gemeentecode: str, tot: date) -> m.Traject:
    """A case as it stood on the last day of the delivery; what happened later is not in it."""
    stappen = {naam: dag for naam, dag in zaak.stappen.items() if dag <= tot}
    einde = _einde(stappen, zaak.eindereden)
    schulden = tuple(_schuld(schuld) for schuld in zaak.schulden if schuld.peildatum <= tot)
    regeling = _schuldregeling(stappen)
    gesprek = _op(zaak.gesprek_op, tot)
    dag_van = {soort: dag for soort, dag in zaak.besluiten if dag <= tot and soort in BESLUITEN}
    soort, besluit = next(((s, d) for s, d in dag_van.items()), ("", None))
    return m.Traject(
        gemeentecode=gemeentecode or m.ONBEKEND,
        startdatum=zaak.gevraagd_op,
        einddatum=einde.datum if einde else None,
        toekenningsdatum=regeling.toegekend if regeling else None,
        totaal=sum(deel.bedrag or 0 for deel in schulden) if schulden else None,
        clienten=(_client(zaak),),
        aanmelding=m.Aanmelding(zaak.gevraagd_op, gesprek, zaak.dreiging),
        intake=m.Intake(gesprek, besluit, besluit, BESLUITEN.get(soort)) if gesprek else None,
        plan=m.PlanVanAanpak(besluit) if soort == "toelating" else None,
        stabilisatie=_periode(stappen.get("stabiliseren"), stappen.get("inventariseren")),
        schulden=schulden,
        schuldregeling=regeling,
        oplossing=_oplossing(zaak, stappen, einde, tot),
        nazorg=_periode(stappen.get("nazorg_beginnen"), _op(zaak.nazorg_op, tot)),
        uitstroom=einde,
    )


def bladzijden(trajecten: Sequence[m.Traject], wie: Leverancier, van: date, tot: date, moment: datetime) -> list[m.Levering]:  # fmt: skip
    """The delivery in pages of 25,000 trajectories at most; without any it is one page that holds none."""
    kop = m.Organisatie(
        naam=wie.naam,
        kvk=wie.kvk or None,
        gemeentecode=wie.gemeentecode or None,
        contactpersonen=(m.Contactpersoon(email=wie.email),) if wie.email else (),
    )
    return [
        m.Levering(van, tot, moment, f"{LEVERANCIER} {wie.versie}", (m.Deel(1, kop, tuple(trajecten[begin : begin + BLADZIJDE])),))
        for begin in range(0, len(trajecten) or 1, BLADZIJDE)
    ]  # fmt: skip


def _op(dag: date | None, tot: date) -> date | None:
    return dag if dag is not None and dag <= tot else None


def _periode(van: date | None, tot: date | None) -> m.Periode | None:
    return m.Periode(van, tot if tot and tot >= van else None) if van else None


def _client(zaak: Zaakgegevens) -> m.Client:
    return m.Client(
        geboortedatum=zaak.geboren,
        postcode=zaak.postcode or None,
        huisnummer=str(zaak.huisnummer) if zaak.huisnummer else None,
        toevoeging=zaak.toevoeging or None,
    )


def _schuld(schuld: Zaakschuld) -> m.Schuld:
    eiser = m.Schuldeiser(schuld.schuldeiser, schuld.schuldeiser, schuld.kvk or None, privepersoon=False)
    return m.Schuld(euros(schuld.bedrag), schuld.peildatum, schuldeiser=eiser)


def _schuldregeling(stappen: Mapping[str, date]) -> m.Schuldregeling | None:
    """The last proposal: granted, refused or taken back. An imposed consent is one only when the court gave it."""
    datum = stappen.get("voorstellen")
    if datum is None:
        return None

    def erna(naam: str) -> date | None:
        dag = stappen.get(naam)
        return dag if dag is not None and dag >= datum else None

    teruggenomen = erna("terugnemen")
    geteld = (lambda naam: None) if teruggenomen and teruggenomen > datum else erna
    opgelegd, verzocht = geteld("dwangakkoord_krijgen"), geteld("dwangakkoord_vragen")
    toegekend = opgelegd or geteld("akkoord_vaststellen")
    return m.Schuldregeling(
        datum=datum,
        toegekend=toegekend,
        afgewezen=None if toegekend else geteld("dwangakkoord_missen") or geteld("weigering_vaststellen"),
        ingetrokken=teruggenomen if teruggenomen and teruggenomen > datum else None,
        dwangakkoord=opgelegd is not None if verzocht else None,
        dwangakkoord_verzocht=verzocht,
    )


def _oplossing(zaak: Zaakgegevens, stappen: Mapping[str, date], einde: m.Uitstroom | None, tot: date) -> m.Oplossing | None:  # fmt: skip
    begonnen = max((stappen[naam] for naam in BEGINT if naam in stappen), default=None)
    if begonnen is None or zaak.regeling not in SOORTEN:
        return None
    begin = _op(zaak.ingang, tot) or begonnen
    klaar = stappen.get("kwijten") or (einde.datum if einde else None)
    return m.Oplossing(SOORTEN[zaak.regeling], begin, klaar, None if zaak.vtlb is None else euros(zaak.vtlb))


def _einde(stappen: Mapping[str, date], reden: str) -> m.Uitstroom | None:
    """How the case ended; the three days that DDAS has for it are one day."""
    for naam, waarom in (*EINDEN.items(), ("beeindigen", _BEEINDIGD.get(reden, "Overig"))):
        if naam in stappen:
            return m.Uitstroom(stappen[naam], stappen[naam], waarom)
    return None
