"""Who can sit at the table of a case, and what each brings in. Pure.

Source: WGS art. 2.25, Besluit WGS art. 2.26 and 2.30; Wpg art. 16 and 20; Wjsg art. 39e and 39f (unverified).
"""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

TAFELGENOOT: Final = "vaste_deelnemer"
DEELNEMER: Final = "deelnemer"
"""Role and involvement of who sits at the table for another organisation."""
INBRENG: Final = {
    "politie": Tekst("Van de politie", "From the police"),
    "justitie": Tekst("Van justitie", "From the judicial authorities"),
}
"""What a party knows itself, each a category with a table of its own; by the kind of organisation that brings it in."""
TE_KIEZEN: Final = ("wonen", "veiligheid", "politie", "justitie")
"""The kinds of data that the process director can let a party see, beside who it is about."""
VERDER: Final = {
    "ja": Tekst("Ja, aan wie het hier mag zien", "Yes, to who may see it here"),
    "nee": Tekst("Nee, aan geen andere organisatie", "No, to no other organisation"),
}
"""Whether what a party brings in may be passed on to another party; the process director always sees it."""
