"""The vault: a key for each person, case and category, outside the database that holds what it locks.

Pure of Django. Who destroys a key has destroyed what was written under it, in every backup of the database too
(docs/adr/0042). A backup of the vault itself is made apart, and kept for a shorter time.
"""

from samenhang.kernel.kluis.bestand import ontsluit_bestand, versluit_bestand
from samenhang.kernel.kluis.kluis import Kluis, SleutelOntbreekt, Slot
from samenhang.kernel.kluis.opslag import InBestand, open_opslag
from samenhang.kernel.kluis.verzegelen import Geschonden, ontsluit, versluit

__all__ = [
    "Geschonden",
    "InBestand",
    "Kluis",
    "SleutelOntbreekt",
    "Slot",
    "ontsluit",
    "ontsluit_bestand",
    "open_opslag",
    "versluit",
    "versluit_bestand",
]
