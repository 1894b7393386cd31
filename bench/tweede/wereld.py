"""People, homes, contracts and arrears of the second world, and its files with the truth apart."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.tweede.mensen import Gezin, Huis, Mens
from bench.tweede.namen import Naam, Namen
from bench.tweede.schrijfwijze import Partner, Vuil, klantbeeld, maak_partners

KOLOMMEN = (
    "signaal_id", "partner", "partner_soort", "soort_signaal", "klantnummer", "achternaam", "tussenvoegsel", "voorletters", "voornaam",
    "geboortedatum", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats", "telefoon", "email",
    "bedrag_achterstand", "aantal_maanden", "ontstaansdatum", "datum_signaal", "dreiging", "aantal_herinneringen",
    "datum_herinnering", "datum_contactpoging", "hulp_genoemd", "bezwaar_klant", "betalingsregeling",
)  # fmt: skip
BEGIN, DAGEN = date(2025, 12, 1), 350


class _Bouw:
    def __init__(self, rng: Random) -> None:
        self.rng, self.namen = rng, Namen(rng)
        self.mensen = self.gezinnen = 0
        self.huizen = self._huizen()
        self.vrij: list[Huis] = []
        self.tweede_contact, self.dichtbij = rng.uniform(0.02, 0.35), rng.uniform(0.2, 0.8)

    def _huizen(self):  # type: ignore[no-untyped-def]
        rng, pc, stad = self.rng, 0, 0
        while True:
            if pc % 150 == 0:
                stad = rng.randrange(10, 99) * 100
            cijfers, pc = stad + pc % 150 // 12, pc + 1
            letters = f"{rng.choice('ABCDEGHJKLMNPRTVWXZ')}{rng.choice('BCEGHJKLMNPRTVWXZ')}"
            postcode = f"{cijfers}{letters}"
            straat = f"{rng.choice(('Acacia', 'Beatrix', 'Dorps', 'Haven', 'Julius', 'Kerk', 'Merel', 'Molen', 'Park', 'Raadhuis', 'Station', 'Tulpen', 'Vondel', 'Wilgen'))}{rng.choice(('straat', 'laan', 'weg', 'plein', 'kade', 'hof'))}"
            plaats = f"Plaats{stad // 100}"
            soort = rng.choices(("rij", "flat", "portiek"), (60, 15, 25))[0]
            if soort == "rij":
                for n in range(1, rng.randint(8, 30)):
                    yield Huis(
                        straat, n * 2, rng.choice(("", "", "", "", "", "A", "B")), "", postcode, plaats
                    )
            elif soort == "flat":
                nummer = rng.randint(1, 300)
                for n in range(1, rng.randint(20, 70)):
                    yield Huis(straat, nummer, "", str(n), postcode, plaats)
            else:
                for n in range(1, rng.randint(3, 9)):
                    for verdieping in ("HS", "1", "2", "3"):
                        yield Huis(straat, n * 3, "", verdieping, postcode, plaats)

    def huis(self) -> Huis:
        """A free home: one that others left, or a new one."""
        if self.vrij and self.rng.random() < 0.75:
            ver = self.rng.random() > self.dichtbij
            return self.vrij.pop(
                self.rng.randrange(0 if ver else max(0, len(self.vrij) - 12), len(self.vrij))
            )
        return next(self.huizen)

    def mens(self, naam: Naam, herkomst: int, leeftijd: int, man: bool, naar: Mens | None = None) -> Mens:
        rng = self.rng
        self.mensen += 1
        voornamen = self.namen.voornamen(rng, herkomst, man)
        if naar is not None and naar.man == man and rng.random() < 0.35:
            voornamen = (naar.voornamen[0], *voornamen[1:])
        geboren = date(2026 - leeftijd, 1, 1) + timedelta(days=rng.randrange(365))
        nr = self.mensen
        tels = tuple(f"06{rng.randrange(10**8):08d}" for _ in range(1 + (rng.random() < self.tweede_contact)))
        mails = tuple(
            f"{voornamen[0].lower()}{rng.choice(('', '.'))}{nr % 977}@{huis}.example"
            for huis in rng.sample(("post", "mail", "net", "web"), 1 + (rng.random() < self.tweede_contact))
        )
        return Mens(nr, voornamen, naam, geboren, man, tels, mails)

    def gezin(self) -> list[Gezin]:
        """One home with who lives there: usually one household, in rooms several."""
        rng, namen = self.rng, self.namen
        herkomst, huis = namen.herkomst(rng), self.huis()
        naam, man, leeftijd = (
            namen.achternaam(rng, herkomst),
            rng.random() < 0.5,
            int(rng.triangular(20, 88, 38)),
        )
        eerste = self.mens(naam, herkomst, leeftijd, man)
        leden = [eerste]
        soort = rng.choices(
            ("alleen", "paar", "eenouder", "kamers", "tweeling", "delers"), (37, 44.4, 9, 5, 0.6, 4)
        )[0]
        if soort == "kamers":
            bewoners = [eerste] + [
                self.mens(namen.achternaam(rng, h), h, rng.randint(18, 27), rng.random() < 0.5)
                for h in (namen.herkomst(rng) for _ in range(rng.randint(2, 5)))
            ]
            return [self._met([bewoner], huis) for bewoner in bewoners]
        if soort in ("paar", "delers"):
            h = herkomst if rng.random() < 0.85 else namen.herkomst(rng)
            ander = self.mens(
                namen.achternaam(rng, h),
                h,
                max(18, leeftijd + rng.randint(-6, 6)),
                not man if rng.random() < 0.95 else man,
            )
            leden.append(ander)
            if soort == "paar" and rng.random() < 0.55:
                vrouw, heer = (eerste, ander) if not eerste.man else (ander, eerste)
                vrouw.gehuwd = heer.naam
            if rng.random() < 0.3:
                ander.tels = eerste.tels[:1]
            if rng.random() < 0.25:
                ander.mails = eerste.mails[:1]
        if soort == "tweeling":
            broer = self.mens(naam, herkomst, leeftijd, man, eerste if rng.random() < 0.3 else None)
            broer.geboren = eerste.geboren
            leden.append(broer)
        if soort in ("paar", "eenouder") and leeftijd > 42:
            for _ in range(rng.choices((0, 1, 2), (60, 30, 10))[0]):
                ouder = rng.choice(leden[:2])
                leden.append(
                    self.mens(
                        naam, herkomst, max(18, leeftijd - rng.randint(22, 38)), rng.random() < 0.5, ouder
                    )
                )
        return [self._met(leden, huis)]

    def _met(self, leden: list[Mens], huis: Huis) -> Gezin:
        self.gezinnen += 1
        return Gezin(self.gezinnen, leden, [(-9999, huis)])

    def leef(self, gezin: Gezin) -> list[Gezin]:
        """A year passes: the household stays, moves, or splits; gives every household that results."""
        rng = self.rng
        lot, dag = rng.random(), rng.randrange(10, DAGEN - 10)
        if lot < 0.09:
            self.vrij.append(gezin.adressen[-1][1])
            gezin.adressen.append((dag, self.huis()))
        elif lot < 0.12 and len(gezin.leden) > 1:
            weg = gezin.leden.pop()
            self.gezinnen += 1
            if rng.random() < 0.5:
                weg.gehuwd = None
            return [gezin, Gezin(self.gezinnen, [weg], [(-9999, self.huis())])]
        return [gezin]


def schrijf_tweede(
    map_: Path, zaad: int, signalen: int, vuil: Vuil | None = None
) -> dict[tuple[str, str], tuple[str, str]]:
    """Write the files of about so many signals; gives person and household of each (partner, signaal_id)."""
    rng = Random(f"tweede/{zaad}")
    vuil = vuil or Vuil.gewoon(rng)
    bouw, partners = _Bouw(rng), maak_partners(rng, vuil)
    rijen: dict[str, list[tuple[str, ...]]] = {partner.nummer: [] for partner in partners}
    waar: dict[tuple[str, str], tuple[str, str]] = {}
    while len(waar) < signalen:
        for oorspronkelijk in bouw.gezin():
            for gezin in bouw.leef(oorspronkelijk):
                if rng.random() < 0.8:
                    _meld(rng, vuil, gezin, partners, rijen, waar)
    map_.mkdir(parents=True, exist_ok=True)
    for nummer, eigen in rijen.items():
        if eigen:
            with (map_ / f"tweede_{nummer}.csv").open("w", encoding="utf-8", newline="") as bron:
                schrijver = csv.writer(bron, delimiter=";", lineterminator="\n")
                schrijver.writerow(KOLOMMEN)
                schrijver.writerows(sorted(eigen, key=lambda rij: rij[KOLOMMEN.index("datum_signaal")]))
    return waar


def _meld(
    rng: Random, vuil: Vuil, gezin: Gezin, partners: list[Partner], rijen: dict[str, list[tuple[str, ...]]],
    waar: dict[tuple[str, str], tuple[str, str]],
) -> None:  # fmt: skip
    """The arrears of one household over a year: contracts, months, what each partner has on file."""
    for soort in ("huur", "energie", "water", "zorg"):
        houders = (
            gezin.leden
            if soort == "zorg"
            else rng.sample(gezin.leden, min(len(gezin.leden), rng.choice((1, 1, 1, 2))))
        )
        for houder in houders:
            if rng.random() > 0.35:
                continue
            partner = rng.choice([p for p in partners if p.soort == soort])
            nummer = f"{rng.randrange(10**7):07d}"
            beeld, vorig = None, None
            eerste = rng.randrange(0, 300)
            for keer in range(
                min(rng.choices((1, 2, 3, 4, 6), (40, 25, 15, 12, 8))[0], (DAGEN - 10 - eerste) // 30 + 1)
            ):
                dag = eerste + 30 * keer + rng.randrange(5)
                huis = gezin.thuis(
                    max(dag - (rng.randrange(90) if rng.random() < vuil.adres_traag else 0), 0)
                )
                if beeld is None or huis is not vorig or rng.random() < vuil.bijgewerkt:
                    beeld, vorig = klantbeeld(rng, houder, huis, partner, vuil), huis
                    if soort in ("energie", "water") and keer and rng.random() < 0.1:
                        nummer = f"{rng.randrange(10**7):07d}"
                signaal = f"T{len(waar):07d}"
                waar[partner.nummer, signaal] = (f"M{houder.nr}", f"G{gezin.nr}")
                datum = BEGIN + timedelta(days=dag)
                vast = {
                    "signaal_id": signaal, "partner": partner.nummer, "partner_soort": soort, "soort_signaal": "eerste",
                    "klantnummer": nummer if soort in ("energie", "water") or partner.klantnummer else "",
                    "bedrag_achterstand": f"{rng.randrange(8000, 140000) / 100:.2f}", "aantal_maanden": "2", "ontstaansdatum": "",
                    "datum_signaal": datum.isoformat(), "dreiging": "geen", "aantal_herinneringen": "3",
                    "datum_herinnering": (datum - timedelta(days=14)).isoformat(),
                    "datum_contactpoging": (datum - timedelta(days=7)).isoformat(),
                    "hulp_genoemd": "J", "bezwaar_klant": "N", "betalingsregeling": "geen",
                }  # fmt: skip
                rijen[partner.nummer].append(tuple((vast | beeld)[kolom] for kolom in KOLOMMEN))
