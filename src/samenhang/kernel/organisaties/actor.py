"""Who acts right now: one frozen value that every action and query takes first. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person or machine with its organisation and roles, as authenticated at the door.

    `rollen` maps a scheme to the roles held in it today. A resident has a `persoon_id` and no
    organisation: who is both chooses as which of the two he acts. A duty acts as `systeem`. `trace` is the
    W3C trace id of the request (32 hex digits), with "-" and the span of the caller when there is one; `organisatienaam` is for the header of a page.
    `uitvoerder` is who or what carries it out in this one's name, when it is not himself at a screen: a key, a terminal,
    another system. `vertegenwoordigt` is the person on whose behalf a resident looks, in one query that established
    that he may; for that query he is no resident himself.
    """

    gebruiker_id: UUID | None
    naam: str
    organisatie_id: UUID | None
    organisatiesoort: str
    rollen: dict[str, frozenset[str]] = field(default_factory=dict, hash=False)
    medewerker_id: UUID | None = None
    persoon_id: UUID | None = None
    trace: str = ""
    kanaal: str = "web"
    organisatienaam: str = ""
    uitvoerder: str = ""
    vertegenwoordigt: UUID | None = None

    @property
    def organisatie(self) -> UUID:
        """The own organisation; raises `Geweigerd` (403) for who acts for none, such as a resident."""
        if self.organisatie_id is None:
            raise Geweigerd(
                "geen_organisatie",
                Tekst("Dit kan alleen namens een organisatie.", "This can only be done for an organisation."),
                status=403,
            )
        return self.organisatie_id

    def heeft_rol(self, scheme: str, *rollen: str) -> bool:
        """Whether the actor holds one of these roles in the scheme."""
        return bool(self.rollen.get(scheme, frozenset()) & set(rollen))

    def schemes_met(self, *rollen: str) -> frozenset[str]:
        """The schemes in which the actor holds one of these roles."""
        return frozenset(naam for naam, namen in self.rollen.items() if namen & set(rollen))
