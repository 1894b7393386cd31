"""From a true signal to the row that the partner sends: the columns of `vroegsignaal-1`."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from samenhang.demo.wereld.klantbeeld import Klantbeeld, maak_adresbeeld, maak_klantbeeld
from samenhang.demo.wereld.modellen import Adres, Inwoner, Partner, PartnerSoort, Regel, Signaal, SoortSignaal

KOLOMMEN = (
    "signaal_id", "partner", "partner_soort", "soort_signaal", "klantnummer", "achternaam", "tussenvoegsel",
    "voorletters", "voornaam", "geboortedatum", "straat", "huisnummer", "huisletter", "toevoeging", "postcode",
    "woonplaats", "telefoon", "email", "bedrag_achterstand", "aantal_maanden", "ontstaansdatum", "datum_signaal",
    "dreiging", "datum_dreiging", "aantal_herinneringen", "datum_herinnering", "datum_contactpoging", "hulp_genoemd",
    "bezwaar_klant", "betalingsregeling", "warme_overdracht",
)  # fmt: skip
_NAAR_AFSPRAAK = (
    "tussenvoegsel", "voorletters", "voornaam", "geboortedatum", "huisletter", "toevoeging", "telefoon", "email",
    "warme_overdracht",
)  # fmt: skip
# The reminders each kind sends at least; two of the suppliers often send one more.
_HERINNERINGEN = {PartnerSoort.HUUR: 1, PartnerSoort.ENERGIE: 3, PartnerSoort.WATER: 1, PartnerSoort.ZORG: 1}
_LAATSTE_HERINNERING_NA = {PartnerSoort.ENERGIE: 44}
_OPNIEUW_OPGESCHREVEN = 4


def kolommen(partner: Partner) -> tuple[str, ...]:
    """The columns of a partner's files: all required ones, and those its agreement allows."""
    met_klantnummer = (
        partner.soort in (PartnerSoort.ENERGIE, PartnerSoort.WATER)
        or "klantnummer" in partner.afspraak.velden
    )
    return tuple(
        kolom
        for kolom in KOLOMMEN
        if (kolom != "klantnummer" or met_klantnummer)
        and (kolom not in _NAAR_AFSPRAAK or kolom in partner.afspraak.velden)
    )


class Administratie:
    """What the partners of one part of the world have written down about their customers."""

    def __init__(self, rng: Random, partners: tuple[Partner, ...], inwoners: dict[str, Inwoner]) -> None:
        self._rng = rng
        self._partners = {partner.kvk: partner for partner in partners}
        self._kolommen = {partner.kvk: kolommen(partner) for partner in partners}
        self._inwoners = inwoners
        self._klanten: dict[tuple[str, str], Klantbeeld] = {}
        self._adressen: dict[tuple[str, Adres], dict[str, str]] = {}

    def regel(self, signaal: Signaal) -> Regel:
        """The row about one signal. A withdrawal names the signal and its partner only."""
        partner = self._partners[signaal.contract.partner]
        velden = {
            "signaal_id": signaal.signaal_id,
            "partner": partner.kvk,
            "partner_soort": str(partner.soort),
            "soort_signaal": str(signaal.soort),
            "datum_signaal": signaal.datum.isoformat(),
        }
        if signaal.soort is not SoortSignaal.INTREKKING:
            velden |= self._klant(signaal, partner)
            velden |= self._achterstand(signaal)
            velden |= self._zorgvuldigheid(signaal, partner)
        return Regel({kolom: velden.get(kolom, "") for kolom in self._kolommen[partner.kvk]}, signaal)

    def _klant(self, signaal: Signaal, partner: Partner) -> dict[str, str]:
        rng = self._rng
        nummer = signaal.contract.klantnummer
        klant, woont = (nummer, signaal.persoon_id), (nummer, signaal.adres)
        if klant not in self._klanten or rng.randrange(100) < _OPNIEUW_OPGESCHREVEN:
            self._klanten[klant] = maak_klantbeeld(rng, self._inwoners[signaal.persoon_id], partner)
        if woont not in self._adressen:
            self._adressen[woont] = maak_adresbeeld(rng, signaal.adres, partner.stijl)
        beeld = self._klanten[klant]
        velden = {
            "klantnummer": nummer,
            "achternaam": beeld.achternaam,
            "tussenvoegsel": beeld.tussenvoegsel,
            "voorletters": beeld.voorletters,
            "voornaam": beeld.voornaam,
            "geboortedatum": beeld.geboortedatum,
            "telefoon": beeld.telefoon,
            "email": beeld.email,
        }
        return velden | self._adressen[woont]

    def _achterstand(self, signaal: Signaal) -> dict[str, str]:
        dagen = (signaal.datum - signaal.ontstaansdatum).days
        datum_dreiging = signaal.datum_dreiging
        return {
            "bedrag_achterstand": signaal.bedrag.draad(),
            "aantal_maanden": str(max(1, dagen // 30)) if self._rng.randrange(100) < 80 else "",
            "ontstaansdatum": signaal.ontstaansdatum.isoformat(),
            "dreiging": str(signaal.dreiging),
            "datum_dreiging": "" if datum_dreiging is None else datum_dreiging.isoformat(),
            "betalingsregeling": "niet_nagekomen" if signaal.betalingsregeling_mislukt else "geen",
        }

    def _zorgvuldigheid(self, signaal: Signaal, partner: Partner) -> dict[str, str]:
        """Reminders, personal contact, the offer of help: what must precede a signal."""
        rng = self._rng
        op_zijn_vroegst = timedelta(days=_LAATSTE_HERINNERING_NA.get(partner.soort, 14))
        herinnering = _tussen(
            rng, signaal.ontstaansdatum + op_zijn_vroegst, signaal.datum - timedelta(days=10)
        )
        contact = _tussen(rng, herinnering, signaal.datum - timedelta(days=1))
        zonder_contact = partner.soort is PartnerSoort.ZORG and rng.randrange(100) < 60
        return {
            "aantal_herinneringen": str(_HERINNERINGEN[partner.soort] + rng.choice((0, 0, 1))),
            "datum_herinnering": herinnering.isoformat(),
            "datum_contactpoging": "" if zonder_contact else contact.isoformat(),
            "hulp_genoemd": "J",
            "bezwaar_klant": "N",
            "warme_overdracht": "J" if signaal.warme_overdracht else "N",
        }


def _tussen(rng: Random, van: date, tot: date) -> date:
    return van + timedelta(days=rng.randrange(max(1, (tot - van).days)))
