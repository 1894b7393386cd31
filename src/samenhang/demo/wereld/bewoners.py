"""Households and their residents: who lives together, their names, ages and ways to be reached."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from samenhang.demo.wereld import namen
from samenhang.demo.wereld.modellen import (
    Familienaam,
    Geslacht,
    Huishouden,
    HuishoudenSoort,
    Inwoner,
    Naamgebruik,
)
from samenhang.demo.wereld.namenlijst import Herkomst

# Residents per household (CBS has 2.1 to 2.2) and the mix of households that gives about as many.
_INWONERS_PER_NEGEN = 20
_SOORTEN = (
    (HuishoudenSoort.ALLEEN, 33),
    (HuishoudenSoort.PAAR, 26),
    (HuishoudenSoort.GEZIN, 25),
    (HuishoudenSoort.EENOUDER, 7),
    (HuishoudenSoort.INWONEND, 4),
    (HuishoudenSoort.KAMER, 4),
    (HuishoudenSoort.SAMEN, 1),
)
_VASTE_GROOTTE = {
    HuishoudenSoort.ALLEEN: 1,
    HuishoudenSoort.PAAR: 2,
    HuishoudenSoort.GEZIN: 2,
    HuishoudenSoort.EENOUDER: 1,
    HuishoudenSoort.INWONEND: 3,
    HuishoudenSoort.KAMER: 1,
    HuishoudenSoort.SAMEN: 2,
}
_MET_KINDEREN = (HuishoudenSoort.GEZIN, HuishoudenSoort.EENOUDER)
_MEESTE_KINDEREN = 6
# Domains under .example (RFC 2606) reach nobody; neither do telephone numbers under 060 and 0199.
_MAILDOMEINEN = ("post.example", "mail.example", "thuis.example", "brievenbus.example")
HULPVERLENERS = (
    ("0600000101", "spreekuur@bewindopkoers.example"),
    ("0600000102", "administratie@bewindopkoers.example"),
    ("0600000103", "info@budgetbeheerlaagland.example"),
    ("0199000104", "wijkteam@waterrijk.example"),
    ("0199000105", "post@schuldhulpmaatje.example"),
    ("0600000106", "bureau@inkomensbeheer.example"),
)


@dataclass(frozen=True, slots=True)
class Bevolking:
    """The households in order, and every resident by id."""

    huishoudens: list[Huishouden]
    inwoners: dict[str, Inwoner]


def maak_bevolking(rng: Random, aantal: int, peildatum: date, deel: int) -> Bevolking:
    """So many households with 20 residents to every 9 of them, as they are on `peildatum`.

    Ids count on from the part's number, so that no two parts share one.
    """
    soorten = rng.choices([s for s, _ in _SOORTEN], weights=[g for _, g in _SOORTEN], k=aantal)
    soorten.sort(key=lambda soort: soort is HuishoudenSoort.KAMER)
    kinderen = _verdeel_kinderen(rng, soorten)
    maker = _Maker(rng, peildatum, deel)
    for soort, aantal_kinderen in zip(soorten, kinderen, strict=True):
        maker.huishouden(soort, aantal_kinderen)
    return Bevolking(maker.huishoudens, maker.inwoners)


def _verdeel_kinderen(rng: Random, soorten: list[HuishoudenSoort]) -> list[int]:
    """Children per household, corrected one by one until the number of residents is as wanted."""
    kinderen = [
        rng.choices((1, 2, 3, 4), weights=(36, 44, 15, 5))[0] if soort in _MET_KINDEREN else 0
        for soort in soorten
    ]
    doel = round(len(soorten) * _INWONERS_PER_NEGEN / 9)
    verschil = doel - sum(kinderen) - sum(_VASTE_GROOTTE[soort] for soort in soorten)
    plekken = [i for i, soort in enumerate(soorten) if soort in _MET_KINDEREN]
    stap = 1 if verschil > 0 else -1
    grens = _MEESTE_KINDEREN if verschil > 0 else 1
    while verschil and any(kinderen[i] != grens for i in plekken):
        plek = rng.choice(plekken)
        if kinderen[plek] != grens:
            kinderen[plek] += stap
            verschil -= stap
    return kinderen


class _Maker:
    """Makes one household after the other; keeps the counters and the residents made."""

    def __init__(self, rng: Random, peildatum: date, deel: int) -> None:
        self.rng = rng
        self.peildatum = peildatum
        self.huishoudens: list[Huishouden] = []
        self.inwoners: dict[str, Inwoner] = {}
        self._deel = deel
        self._volgnummer = deel * 100_000

    def huishouden(self, soort: HuishoudenSoort, aantal_kinderen: int) -> None:
        """Make one household of a kind and its residents."""
        huishouden_id = f"H{self._deel:03d}-{len(self.huishoudens) + 1:05d}"
        herkomst = namen.kies_herkomst(self.rng)
        match soort:
            case HuishoudenSoort.ALLEEN:
                volwassenen = [self._alleenstaande(huishouden_id, herkomst, self._leeftijd(20, 92))]
            case HuishoudenSoort.KAMER:
                volwassenen = [self._alleenstaande(huishouden_id, herkomst, self.rng.randint(18, 27))]
            case HuishoudenSoort.PAAR:
                volwassenen = self._paar(huishouden_id, herkomst, self._leeftijd(22, 88))
            case HuishoudenSoort.GEZIN:
                volwassenen = self._paar(huishouden_id, herkomst, self.rng.randint(25, 55))
            case HuishoudenSoort.EENOUDER:
                volwassenen = [self._alleenstaande(huishouden_id, herkomst, self.rng.randint(23, 55))]
            case HuishoudenSoort.INWONEND:
                volwassenen = self._paar(huishouden_id, herkomst, self.rng.randint(44, 66))
                volwassenen += self._kinderen(huishouden_id, herkomst, volwassenen, 1, (18, 30))
            case HuishoudenSoort.SAMEN:
                volwassenen = self._samen(huishouden_id, herkomst)
        kinderen = self._kinderen(huishouden_id, herkomst, volwassenen, aantal_kinderen, (0, 24))
        bewoners = self._bereikbaar(volwassenen, kinderen)
        grens = 18
        self.huishoudens.append(
            Huishouden(
                huishouden_id,
                soort,
                tuple(b.persoon_id for b in bewoners if b.leeftijd(self.peildatum) >= grens),
                tuple(b.persoon_id for b in bewoners if b.leeftijd(self.peildatum) < grens),
            )
        )
        self.inwoners.update((bewoner.persoon_id, bewoner) for bewoner in bewoners)

    def _leeftijd(self, van: int, tot: int) -> int:
        return min(tot, max(van, int(self.rng.triangular(van, tot + 6, 48))))

    def _geboren(self, leeftijd: int, herkomst: Herkomst) -> date:
        """A birth date that gives this age on the reference date."""
        laatste = self.peildatum.replace(year=self.peildatum.year - leeftijd)
        geboren = laatste - timedelta(days=self.rng.randrange(365))
        if leeftijd >= 18 and self.rng.randrange(100) < herkomst.nieuwjaar:
            return geboren.replace(month=1, day=1)
        return geboren

    def _inwoner(
        self,
        huishouden_id: str,
        herkomst: Herkomst,
        geslacht: Geslacht,
        geboren: date,
        achternaam: Familienaam,
        voornamen: tuple[str, ...] | None = None,
    ) -> Inwoner:
        self._volgnummer += 1
        voornamen = voornamen or namen.kies_voornamen(self.rng, herkomst, geslacht, geboren.year)
        return Inwoner(
            f"P{self._volgnummer:08d}", huishouden_id, geslacht, voornamen, voornamen[0].split(" ")[0],
            achternaam, None, Naamgebruik.EIGEN, geboren, "", "",
        )  # fmt: skip

    def _alleenstaande(self, huishouden_id: str, herkomst: Herkomst, leeftijd: int) -> Inwoner:
        achternaam = namen.kies_achternaam(self.rng, herkomst)
        geboren = self._geboren(leeftijd, herkomst)
        persoon = self._inwoner(huishouden_id, herkomst, self._geslacht(), geboren, achternaam)
        if leeftijd > 45 and self.rng.randrange(100) < 25:
            # Widowed or divorced, and still known under the name of the former spouse.
            return self._trouwt(persoon, namen.kies_achternaam(self.rng, herkomst))
        return persoon

    def _geslacht(self) -> Geslacht:
        return Geslacht.MAN if self.rng.randrange(2) else Geslacht.VROUW

    def _trouwt(self, persoon: Inwoner, partnernaam: Familienaam) -> Inwoner:
        """Give the spouse's name, which women use far more often than men."""
        gebruik = (
            Naamgebruik.EIGEN,
            Naamgebruik.PARTNER,
            Naamgebruik.PARTNER_EIGEN,
            Naamgebruik.EIGEN_PARTNER,
        )
        if persoon.geslacht is Geslacht.MAN:
            gewichten = (94, 2, 2, 2)
        elif persoon.geboortedatum.year < 1970:
            gewichten = (20, 30, 45, 5)
        else:
            gewichten = (55, 15, 25, 5)
        return replace(
            persoon, partnernaam=partnernaam, naamgebruik=self.rng.choices(gebruik, weights=gewichten)[0]
        )

    def _paar(self, huishouden_id: str, herkomst: Herkomst, leeftijd: int) -> list[Inwoner]:
        ander = herkomst if self.rng.randrange(100) < 88 else namen.kies_herkomst(self.rng)
        zelfde = self.rng.randrange(100) < 3
        geslachten = (Geslacht.MAN, Geslacht.MAN if zelfde else Geslacht.VROUW)
        if zelfde and self.rng.randrange(2):
            geslachten = (Geslacht.VROUW, Geslacht.VROUW)
        jonger = max(19, leeftijd - max(-6, min(14, round(self.rng.gauss(2.5, 3.5)))))
        paar = [
            self._inwoner(
                huishouden_id, her, geslacht, self._geboren(jaren, her), namen.kies_achternaam(self.rng, her)
            )
            for her, geslacht, jaren in zip((herkomst, ander), geslachten, (leeftijd, jonger), strict=True)
        ]
        if self.rng.randrange(100) >= 72:
            return paar
        een, twee = paar
        return [self._trouwt(een, twee.achternaam), self._trouwt(twee, een.achternaam)]

    def _samen(self, huishouden_id: str, herkomst: Herkomst) -> list[Inwoner]:
        """Two siblings (twins now and then) or two friends who share a household."""
        leeftijd = self.rng.randint(20, 40)
        een = self._alleenstaande(huishouden_id, herkomst, leeftijd)
        if self.rng.randrange(100) >= 60:
            return [een, self._alleenstaande(huishouden_id, namen.kies_herkomst(self.rng), leeftijd)]
        tweeling = self.rng.randrange(100) < 30
        geboren = een.geboortedatum if tweeling else self._geboren(max(18, leeftijd - 3), herkomst)
        return [een, self._inwoner(huishouden_id, herkomst, self._geslacht(), geboren, een.achternaam)]

    def _kinderen(
        self,
        huishouden_id: str,
        herkomst: Herkomst,
        ouders: list[Inwoner],
        aantal: int,
        leeftijden: tuple[int, int],
    ) -> list[Inwoner]:
        """Children with the name of the first parent; among them twins and namesakes of the father."""
        if not aantal:
            return []
        jongste, oudste = leeftijden
        ouder = min(o.leeftijd(self.peildatum) for o in ouders)
        oudste = min(oudste, ouder - 18)
        jongste = min(max(jongste, ouder - 44), oudste)
        achternaam = (ouders[1] if len(ouders) > 1 and self.rng.randrange(100) < 8 else ouders[0]).achternaam
        geboren = sorted(self._geboren(self.rng.randint(jongste, oudste), herkomst) for _ in range(aantal))
        if aantal > 1 and self.rng.randrange(100) < 4:
            geboren[1] = geboren[0]
        kinderen: list[Inwoner] = []
        for nummer, datum in enumerate(geboren):
            geslacht = self._geslacht()
            voornamen = None
            if nummer == 0 and ouders[0].geslacht is geslacht and self.rng.randrange(100) < 12:
                voornamen = ouders[0].voornamen
            kinderen.append(self._inwoner(huishouden_id, herkomst, geslacht, datum, achternaam, voornamen))
        return kinderen

    def _bereikbaar(self, volwassenen: list[Inwoner], kinderen: list[Inwoner]) -> list[Inwoner]:
        """Telephone and e-mail: one's own, the household's, or those of somebody who helps."""
        gedeeld = self.rng.randrange(100)
        telefoon, email = self._telefoon(), self._email(volwassenen[0])
        if gedeeld < 3:
            telefoon, email = self.rng.choice(HULPVERLENERS)
        bewoners: list[Inwoner] = []
        for nummer, bewoner in enumerate((*volwassenen, *kinderen)):
            eigen = nummer > 0 and gedeeld >= 3 and bewoner.leeftijd(self.peildatum) >= 16
            bewoners.append(
                replace(
                    bewoner,
                    telefoon=self._telefoon() if eigen and self.rng.randrange(100) < 75 else telefoon,
                    email=self._email(bewoner) if eigen and self.rng.randrange(100) < 65 else email,
                )
            )
        return bewoners

    def _telefoon(self) -> str:
        begin = "060" if self.rng.randrange(100) < 88 else "019"
        return f"{begin}{self.rng.randrange(1_000_000, 10_000_000)}"

    def _email(self, persoon: Inwoner) -> str:
        delen = (persoon.roepnaam, persoon.achternaam.naam)
        naam = ".".join("".join(t for t in deel.lower() if t.isascii() and t.isalpha()) for deel in delen)
        return f"{naam or 'post'}{self.rng.randrange(1, 100)}@{self.rng.choice(_MAILDOMEINEN)}"
