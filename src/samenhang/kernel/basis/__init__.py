"""The few types that every other package speaks: text in two languages, money, identifiers, refusals.

Pure: no Django, no I/O, no clock.
"""

from samenhang.kernel.basis.bedrag import Bedrag
from samenhang.kernel.basis.brokken import in_brokken
from samenhang.kernel.basis.fouten import Fout, Geweigerd, Plaats
from samenhang.kernel.basis.ids import nieuw_id, nieuwe_ids
from samenhang.kernel.basis.tekst import Taal, Tekst

__all__ = ["Bedrag", "Fout", "Geweigerd", "Plaats", "Taal", "Tekst", "in_brokken", "nieuw_id", "nieuwe_ids"]
