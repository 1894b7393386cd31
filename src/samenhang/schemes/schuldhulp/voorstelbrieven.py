"""The letters to creditors about an offer, the proposal and the reminder, from what is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import BRIEF, maak_pdf
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.brieftekst import afzender_van, teksten
from samenhang.schemes.schuldhulp.domain.brieven import Waarde, opmaak, tekst_op
from samenhang.schemes.schuldhulp.domain.post import POSTSOORTEN
from samenhang.schemes.schuldhulp.models import Rekensom, Voorstel
from samenhang.schemes.schuldhulp.schuldeisers import wie

HOE = {
    "SK": "U krijgt het in één keer, zodra alle schuldeisers akkoord zijn.",
    "SB": "De inwoner spaart achttien maanden; u krijgt het gespaarde deel uiterlijk aan het eind. Verandert het inkomen, dan rekenen wij opnieuw: het bedrag kan hoger of lager worden.",
    "SA": "De inwoner kan nu niets missen: het aanbod is nul. De regeling duurt achttien maanden. Kan de inwoner in die tijd wel iets missen, dan krijgt u uw deel daarvan.",
}


@dataclass(frozen=True, slots=True)
class Poststuk:
    """A letter about one offer, on a day."""

    soort: str
    dag: date
    zaak: Zaak
    naw: Naw
    voorstel: Voorstel
    som: Rekensom

    @property
    def aan(self) -> str:
        """The name of the creditor: letters for one go into one envelope."""
        return wie(self.voorstel.schuldeiser).naam

    def zet(self) -> dict[str, Any]:
        """As the page of letters takes it."""
        rij, capaciteit = self.voorstel, self.som.delen[0]["antwoord"]["capaciteit"]
        waarden: dict[str, Waarde] = {
            "naam": self.naw.weergavenaam,
            "gemeente": self.zaak.organisatie.naam,
            "zaaknummer": self.zaak.nummer,
            "consulent": self.zaak.behandelaar.naam if self.zaak.behandelaar else "Schuldhulp",
            "vordering": Bedrag(rij.vordering_centen).scherm(),
            "rang": rij.rang,
            "bedrag": Bedrag(rij.bedrag_centen).scherm(),
            "percentage": rij.percentage.replace(".", ","),
            "hoe": HOE[self.som.regeling],
            "pot": Bedrag(self.som.pot_centen).scherm(),
            "capaciteit": Bedrag.lees(capaciteit).scherm(),
            "hash": str(self.som.delen[-1]["antwoord"]["hash"])[:16],
            "uiterlijk": rij.uiterlijk,
            "verstuurd": rij.verstuurd_op,
        }
        ook = [("Uw kenmerk", rij.kenmerk)] if rij.kenmerk else []
        geboren = self.naw.geboortedatum
        ook += (
            [("Geboren op", voluit(geboren))] if geboren else []
        )  # without it he cannot tell namesakes apart
        ook.append(("Antwoord vóór of op", voluit(rij.uiterlijk)))
        tekst = tekst_op(teksten(), self.soort, self.dag)
        return opmaak(
            tekst,
            waarden,
            (self.aan, *rij.adres.splitlines()),
            self.dag,
            kenmerken=ook,
            afzender=afzender_van(self.zaak.organisatie, self.dag),
        )


def zet_post(stukken: Sequence[Poststuk], *, voorbeeld: bool = False) -> bytes:
    """These letters after each other as one PDF/UA; `voorbeeld` prints across them that they were not sent."""
    brieven = [stuk.zet() for stuk in stukken]
    eerste = stukken[0]
    titel = brieven[0]["delen"][0]["onderwerp"] if len(brieven) == 1 else POSTSOORTEN[eerste.soort].nl
    gegevens = {
        "titel": titel,
        "taal": "nl",
        "voorbeeld": Tekst("VOORBEELD", "EXAMPLE").nl if voorbeeld else "",
        "afzender": {"naam": f"Gemeente {eerste.zaak.organisatie.naam}"},
        "brieven": brieven,
    }
    return maak_pdf(BRIEF, gegevens, eerste.dag)
