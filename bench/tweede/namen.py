"""Composed names: few surnames for many people, many surnames for few, by origin."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from random import Random

_GEWOON = [
    "de Jong",
    "Jansen",
    "de Vries",
    "van den Berg",
    "Bakker",
    "van Dijk",
    "Visser",
    "Janssen",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "de Groot",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "van Leeuwen",
    "Dekker",
    "Brouwer",
    "de Wit",
    "Dijkstra",
    "Smits",
    "de Graaf",
    "van der Meer",
    "Kok",
    "Jacobs",
    "van der Linden",
    "de Haan",
    "Vermeulen",
    "van den Heuvel",
    "van der Veen",
    "van den Broek",
    "de Bruijn",
    "de Bruin",
    "van der Heijden",
    "Schouten",
    "van Beek",
    "Willems",
    "van Vliet",
    "van de Ven",
    "Hoekstra",
    "Maas",
    "Verhoeven",
    "Koster",
    "van Dam",
    "van der Wal",
    "Prins",
    "Blom",
    "Huisman",
    "Peeters",
    "de Jonge",
    "Kuipers",
    "van Veen",
    "Kuiper",
    "Post",
    "Veenstra",
    "Kramer",
    "van den Brink",
    "Scholten",
    "van Wijk",
    "Postma",
    "Martens",
    "Vink",
    "de Ruiter",
    "Timmermans",
    "Groen",
    "Gerritsen",
    "Jonker",
    "van Loon",
    "Boer",
    "van der Velde",
    "Willemsen",
    "Smeets",
    "de Lange",
    "de Vos",
    "Bosch",
    "van Dongen",
    "Schipper",
    "de Koning",
    "van der Laan",
    "Koning",
    "Driessen",
    "van Doorn",
    "Hermans",
    "Evers",
    "van den Bosch",
    "van der Meulen",
    "Hofman",
    "Bosman",
    "Wolters",
    "Sanders",
    "Mol",
    "Kuijpers",
    "Molenaar",
    "van de Pol",
    "van Es",
    "'t Hart",
]
_VOOR = [
    "Berg",
    "Bo",
    "Broek",
    "Dijk",
    "Eik",
    "Es",
    "Gras",
    "Haar",
    "Heide",
    "Hof",
    "Hout",
    "Kamp",
    "Kerk",
    "Klaver",
    "Klein",
    "Kool",
    "Kruis",
    "Land",
    "Leem",
    "Linde",
    "Maat",
    "Meer",
    "Mole",
    "Nieuw",
    "Noord",
    "Oost",
    "Oude",
    "Poel",
    "Riet",
    "Ros",
    "Schaap",
    "Slot",
    "Steen",
    "Stroom",
    "Veld",
    "Ven",
    "Vis",
    "Water",
    "Wester",
    "Wilde",
    "Winter",
    "Zand",
    "Zuid",
    "Zwart",
]
_NA = [
    "aar",
    "beek",
    "berg",
    "brink",
    "broek",
    "camp",
    "dam",
    "dijk",
    "gaard",
    "graaf",
    "hof",
    "horst",
    "huis",
    "huizen",
    "inga",
    "inga",
    "kamp",
    "ker",
    "laar",
    "land",
    "ma",
    "man",
    "meijer",
    "mans",
    "sma",
    "stra",
    "sma",
    "stede",
    "stein",
    "stra",
    "veld",
    "veen",
    "voort",
    "wijk",
    "woud",
    "zicht",
]
_TURKS = (
    [
        "Yıl",
        "Öz",
        "Kara",
        "Demir",
        "Ay",
        "Şa",
        "Ko",
        "Ars",
        "Çel",
        "Gün",
        "Ak",
        "Er",
        "Bal",
        "Tek",
        "Top",
        "Uç",
        "Ün",
        "Kap",
        "Doğ",
        "Kur",
    ],
    [
        "maz",
        "türk",
        "kaya",
        "ci",
        "dın",
        "hin",
        "ç",
        "lan",
        "ik",
        "eş",
        "gül",
        "dem",
        "oğlu",
        "er",
        "taş",
        "soy",
        "ar",
        "an",
        "türk",
        "demir",
    ],
)
_MAROK = (
    [
        "El ",
        "Ben ",
        "Ait ",
        "Bou",
        "Ou",
        "Al ",
        "Ab",
        "Am",
        "Az",
        "Ch",
        "Ha",
        "Ja",
        "Ka",
        "La",
        "Ma",
        "Na",
        "Ra",
        "Sa",
        "Ta",
        "Za",
    ],
    [
        "khattabi",
        "haddou",
        "hammou",
        "zian",
        "chiri",
        "mrani",
        "ouali",
        "ddadi",
        "bbas",
        "kkaoui",
        "mzi",
        "riani",
        "siri",
        "laoui",
        "ghmi",
        "dani",
    ],
)
_POOLS = (
    [
        "Kowal",
        "Wiś",
        "Dąbrow",
        "Lewan",
        "Ziel",
        "Szym",
        "Woźn",
        "Kozł",
        "Jan",
        "Maz",
        "Kra",
        "Pio",
        "Gra",
        "Paw",
        "Mich",
        "Now",
        "Zaj",
        "Król",
        "Wiecz",
        "Sta",
    ],
    [
        "ski",
        "niewski",
        "ska",
        "dowski",
        "iński",
        "ański",
        "iak",
        "owski",
        "kowska",
        "ur",
        "wczyk",
        "trowski",
        "bowski",
        "łowska",
        "alak",
        "ak",
        "ąc",
        "icki",
        "orek",
        "chowiak",
    ],
)
_SURIN = (
    [
        "Ram",
        "Jag",
        "Bis",
        "Moe",
        "Soek",
        "Ori",
        "Kal",
        "Par",
        "Ban",
        "Sew",
        "Gop",
        "Raj",
        "Moh",
        "Nan",
        "Ped",
        "Kasi",
        "Lack",
        "Chand",
        "Bhag",
        "Mah",
    ],
    [
        "dhan",
        "essar",
        "ram",
        "nath",
        "lal",
        "pal",
        "oe",
        "singh",
        "persad",
        "radj",
        "kumar",
        "dew",
        "bali",
        "mohan",
        "khelawan",
        "rie",
        "doe",
        "in",
        "wan",
        "sing",
    ],
)
_MAN = (
    ["Johannes", "Cornelis", "Hendrik", "Willem", "Pieter", "Jan", "Gerrit", "Jacobus", "Adrianus", "Petrus", "Martinus", "Antonius", "Dirk", "Klaas", "Jeroen", "Mark", "Bas", "Tom", "Sander", "Niels", "Daan", "Bram", "Luuk", "Finn", "Sem", "Thijs", "Ruben", "Lars", "Stijn", "Maarten", "Koen", "Wouter", "Erik", "Rob", "Frank", "Kees", "Joost", "Arjen", "Sjoerd", "Wessel"],
    ["Mohammed", "Ahmed", "Ali", "Youssef", "Hassan", "Omar", "Rachid", "Said", "Khalid", "Mustafa", "Bilal", "Karim", "Hamza", "Ibrahim", "Abdel", "Nordin", "Samir", "Driss", "Jamal", "Aziz"],
    ["Mehmet", "Mustafa", "Ahmet", "Ali", "Hüseyin", "Hasan", "Murat", "Emre", "Burak", "Kemal", "Serkan", "Yusuf", "Ömer", "Osman", "İbrahim", "Fatih"],
    ["Piotr", "Krzysztof", "Andrzej", "Tomasz", "Paweł", "Jan", "Michał", "Marcin", "Jakub", "Adam", "Łukasz", "Zbigniew"],
    ["Anand", "Rajesh", "Vijay", "Sunil", "Dinesh", "Ashwin", "Romeo", "Clyde", "Winston", "Ramon", "Ravi", "Soeresh", "Faizel", "Glenn"],
)  # fmt: skip
_VROUW = (
    ["Maria", "Johanna", "Anna", "Cornelia", "Elisabeth", "Wilhelmina", "Catharina", "Adriana", "Petronella", "Hendrika", "Jacoba", "Margaretha", "Sophie", "Emma", "Julia", "Lisa", "Eva", "Sanne", "Femke", "Anouk", "Lotte", "Iris", "Roos", "Fleur", "Marieke", "Ingrid", "Petra", "Monique", "Esther", "Linda", "Wendy", "Karin", "Saskia", "Tessa", "Noor", "Zoë", "Hanneke", "Geertje", "Aaltje", "Renske"],
    ["Fatima", "Khadija", "Aïcha", "Naima", "Samira", "Karima", "Latifa", "Malika", "Hafida", "Rachida", "Najat", "Yasmina", "Soumaya", "Zineb", "Ikram", "Salma"],
    ["Fatma", "Ayşe", "Emine", "Hatice", "Zeynep", "Elif", "Meryem", "Şerife", "Sultan", "Hülya", "Gülsüm", "Özlem", "Esra", "Derya"],
    ["Anna", "Katarzyna", "Małgorzata", "Agnieszka", "Barbara", "Ewa", "Magdalena", "Joanna", "Zofia", "Aleksandra"],
    ["Sharda", "Indra", "Soenita", "Rosita", "Devika", "Priya", "Cheryl", "Wonny", "Farida", "Anita", "Kavita", "Lilian"],
)  # fmt: skip
ROEPNAMEN = {
    "Johannes": "Hans", "Cornelis": "Kees", "Hendrik": "Henk", "Willem": "Wim", "Pieter": "Piet", "Jacobus": "Koos", "Adrianus": "Ad",
    "Martinus": "Tinus", "Antonius": "Ton", "Elisabeth": "Betty", "Wilhelmina": "Mien", "Catharina": "Toos", "Johanna": "Anja",
    "Hendrika": "Riek", "Margaretha": "Greet", "Petronella": "Nel", "Mohammed": "Mo", "Maria": "Ria",
}  # fmt: skip
_HERKOMST = (78, 8, 6, 4, 4)


@dataclass(frozen=True, slots=True)
class Naam:
    """A surname with its prefix apart."""

    voor: str
    kern: str

    @property
    def heel(self) -> str:
        """As one text."""
        return f"{self.voor} {self.kern}".strip()


def _splits(tekst: str) -> Naam:
    delen = tekst.split(" ")
    return Naam(" ".join(delen[:-1]), delen[-1])


class Namen:
    """Draws names for one world: every world shuffles which rare names exist and how common they are."""

    def __init__(self, rng: Random) -> None:
        zeldzaam = [
            Naam(rng.choice(("", "", "", "van", "van der", "ten")), f"{a}{b}") for a in _VOOR for b in _NA
        ]
        zeldzaam += [
            Naam("", f"{rng.choice(_VOOR)}{rng.choice(_VOOR).lower()}{rng.choice(_NA)}")
            for _ in range(12_000)
        ]
        rng.shuffle(zeldzaam)
        inheems = [_splits(naam) for naam in _GEWOON] + zeldzaam
        vreemd = [
            [Naam("", f"{a}{b}") for a in voor for b in na] for voor, na in (_MAROK, _TURKS, _POOLS, _SURIN)
        ]
        for lijst in vreemd:
            rng.shuffle(lijst)
        helling = rng.uniform(0.5, 0.95)
        self._namen = [inheems, *vreemd]
        self._som = [
            list(accumulate(1 / (plek + 3) ** helling for plek in range(len(lijst)))) for lijst in self._namen
        ]

    def herkomst(self, rng: Random) -> int:
        """An origin: 0 is Dutch."""
        return rng.choices(range(5), _HERKOMST)[0]

    def achternaam(self, rng: Random, herkomst: int) -> Naam:
        """A surname of that origin."""
        return rng.choices(self._namen[herkomst], cum_weights=self._som[herkomst])[0]

    def voornamen(self, rng: Random, herkomst: int, man: bool) -> tuple[str, ...]:
        """One to four given names; the first decides the initial."""
        lijst = (_MAN if man else _VROUW)[herkomst]
        aantal = rng.choices((1, 2, 3, 4), (40, 38, 18, 4) if herkomst == 0 else (88, 10, 2, 0))[0]
        return tuple(lijst[min(int(rng.expovariate(1 / 9)), len(lijst) - 1)] for _ in range(aantal))
