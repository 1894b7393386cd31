"""What a calculation has at hand and leaves behind: norms and calendar, the trace, and which norms it used. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.kernel.normen import Norm, Normen, NormOntbreekt

OPGEGEVEN = Tekst("opgegeven", "as given")


@dataclass(frozen=True, slots=True)
class Spoorregel:
    """One step, its words in both languages: what it is, how it was computed, what came out, under which norm and article, and how sure these are."""

    label: str
    label_en: str
    formule: str
    formule_en: str
    waarde: str
    norm: str = ""
    artikel: str = ""
    status: str = ""


@dataclass(slots=True)
class Rekenblad:
    """One calculation in progress; `beleid` is the policy set it ran under, when there is one."""

    normen: Normen
    kalender: Kalender
    spoor: list[Spoorregel] = field(default_factory=list)
    gebruikt: dict[str, Norm] = field(default_factory=dict)
    beleid: str = ""
    status: str = "bevestigd"

    @classmethod
    def leeg(cls) -> Rekenblad:
        """A sheet for a step whose trace nobody reads: no norms, no special days."""
        return cls(Normen({}), Kalender())

    def norm(self, naam: str, datum: date) -> Norm:
        """The norm that holds on the day, noted as used; raises `NormOntbreekt`, never gives the nearest."""
        gevonden = self.normen.op(naam, datum)
        self.gebruikt[naam] = gevonden
        self._weeg(gevonden.status)
        return gevonden

    def norm_als(self, naam: str, datum: date) -> Norm | None:
        """The norm when there is one: only for a check that may be left out, and then says so in the trace."""
        try:
            return self.norm(naam, datum)
        except NormOntbreekt:
            return None

    def regel(
        self,
        label: Tekst,
        formule: Tekst | str,
        waarde: Bedrag | str,
        *,
        norm: Norm | None = None,
        artikel: str = "",
        status: str = "",
    ) -> None:
        """Add a step; a norm brings its own article and status."""
        if norm is not None:
            artikel, status = artikel or norm.bron, norm.status
        elif status:
            self._weeg(status)
        nl, en = (formule.nl, formule.en) if isinstance(formule, Tekst) else (formule, formule)
        tekst = waarde.draad() if isinstance(waarde, Bedrag) else str(waarde)
        naam = norm.naam if norm else ""
        self.spoor.append(Spoorregel(label.nl, label.en, nl, en, tekst, naam, artikel, status))

    def _weeg(self, status: str) -> None:
        """A result is as sure as the least sure thing it rests on."""
        if status == "ongeverifieerd" or (status == "beleid" and self.status == "bevestigd"):
            self.status = status
