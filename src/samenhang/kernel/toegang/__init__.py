"""The access decision: who may read or write which category of data about a person, and why.

`beslis` is pure and works on a table that is compiled from the schemes' permits within the ceilings of
`rules/grondslagen`. Only this package makes a `Toegang`; a category table cannot be read without one.
"""

from samenhang.kernel.toegang.beslissing import beslis
from samenhang.kernel.toegang.besluit import Besluit, Feiten, Verzoek
from samenhang.kernel.toegang.grondslagen import Grondslag, Plafond, laad_grondslagen
from samenhang.kernel.toegang.poort import NietToegestaan, Toegang, vraag
from samenhang.kernel.toegang.regels import Regel, laad_regels
from samenhang.kernel.toegang.tabel import Beslistabel, RegelsOnjuist, compileer

__all__ = [
    "Beslistabel",
    "Besluit",
    "Feiten",
    "Grondslag",
    "NietToegestaan",
    "Plafond",
    "Regel",
    "RegelsOnjuist",
    "Toegang",
    "Verzoek",
    "beslis",
    "compileer",
    "laad_grondslagen",
    "laad_regels",
    "vraag",
]
