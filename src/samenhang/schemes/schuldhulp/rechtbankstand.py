"""From the rows of a case to what a court asks about it: facts, checklist, proof of equal treatment."""

from __future__ import annotations

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain.bewakers import Schuldenstand
from samenhang.schemes.schuldhulp.domain.rechtbank import (
    HOOFDVERZOEKEN,
    Punt,
    Rechtfeiten,
    gelijk_behandeld,
    ontbreekt,
    punten,
)
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Rechtbankverzoek
from samenhang.schemes.schuldhulp.vorderingen import naam_van, vorderingen_van

LOOPT = ("voorbereiding", "ingediend")


def gelijkheid(dossier: Dossier) -> tuple[bool, Rekenblad]:
    """Whether every offer is what its rank gives, computed anew from the pot of the proposal."""
    som = dossier.voorstelsom
    if som is None or not dossier.voorstellen:
        return False, Rekenblad.leeg()
    geboden = {naam_van(rij): Bedrag(rij.bedrag_centen) for rij in dossier.voorstellen}
    return gelijk_behandeld(Bedrag(som.pot_centen), vorderingen_van(dossier), geboden)


def rechtfeiten(dossier: Dossier, verzoek: Rechtbankverzoek) -> Rechtfeiten:
    """What is recorded, as far as a court asks about it."""
    feiten = dossier.feiten()
    antwoorden = {rij.antwoord for rij in dossier.voorstellen}
    return Rechtfeiten(
        plan=any(rij.plan for rij in dossier.beschikkingen),
        aanbod=bool(dossier.voorstellen),
        beantwoord=bool(antwoorden) and "" not in antwoorden,
        geweigerd=bool(dossier.weigeringen),
        zeker=feiten.schulden is Schuldenstand.BEKEND,
        gelijk=gelijkheid(dossier)[0],
        berekend=dossier.voorstelsom is not None,
        inkomen_bewezen=bool(dossier.lopende_inkomens)
        and all(rij.bewijs for rij in dossier.lopende_inkomens),
        vergeleken=bool(verzoek.vergelijking),
        dreiging=bool(dossier.hulpvraag.dreigingen),
    )


def lijst_van(dossier: Dossier, verzoek: Rechtbankverzoek) -> list[Punt]:
    """The checklist of a request as it stands now."""
    return punten(verzoek.soort, rechtfeiten(dossier, verzoek), verzoek.onderdelen)


def terug_te_nemen(dossier: Dossier, verzoek: Rechtbankverzoek) -> bool:
    """Whether the judgment on a request can be taken back: the case is still where that judgment brought it."""
    stap, toegewezen = dossier.zaak.stap, verzoek.stand == "toegewezen"
    if verzoek.uitspraak_op is None or dossier.zaak.gesloten is not None:
        return False
    if verzoek.soort not in HOOFDVERZOEKEN:
        return True
    laatste = [
        rij for rij in dossier.verzoeken if rij.soort == verzoek.soort and rij.uitspraak_op is not None
    ][-1]
    if laatste.id != verzoek.id:
        return False
    if verzoek.soort == "wsnp":
        if verzoek.schone_lei_op is not None:
            return stap == "nazorg"
        return stap == ("wsnp" if toegewezen else "wsnp_verzocht")
    bevolen = any(rij.antwoord == "dwangakkoord" for rij in dossier.voorstellen)
    return (stap == "akkoord" and bevolen) if toegewezen else stap == "wsnp_verzocht"


def is_volledig(dossier: Dossier, verzoek: Rechtbankverzoek) -> bool:
    """Whether nothing is missing."""
    return not ontbreekt(lijst_van(dossier, verzoek))
