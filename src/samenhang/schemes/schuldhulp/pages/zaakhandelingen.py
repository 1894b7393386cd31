"""What can be done in a case now, and from which lists its forms let choose."""

from __future__ import annotations

from collections.abc import Sequence

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.rechten.domain.vertegenwoordiging import HOEDANIGHEDEN
from samenhang.kernel.scheme import Handeling
from samenhang.kernel.zaken.verbeteren import gevraagd
from samenhang.schemes.schuldhulp.actions.schulden import OPEN_INVENTARIS
from samenhang.schemes.schuldhulp.actions.spaarstand import SPAART
from samenhang.schemes.schuldhulp.actions.vergissing import LEENT
from samenhang.schemes.schuldhulp.domain import lijsten
from samenhang.schemes.schuldhulp.domain.bewakers import Antwoordstand, Regeling
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import SOORTEN
from samenhang.schemes.schuldhulp.domain.lijn import LIJN
from samenhang.schemes.schuldhulp.domain.rechtbank import VERZOEKEN
from samenhang.schemes.schuldhulp.domain.sparen import NIETS
from samenhang.schemes.schuldhulp.domain.volgende import STOPPEN, te_doen
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN
from samenhang.schemes.schuldhulp.models import Knooppuntbericht
from samenhang.schemes.schuldhulp.pages.rechtbank import bij_rechter, eerst_bij_rechter
from samenhang.schemes.schuldhulp.queries import Zaakbeeld
from samenhang.schemes.schuldhulp.rechtbankstand import terug_te_nemen
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.web.handelingen import Keuzes
from samenhang.web.weergave import in_tekst, korte_datum


def keuzes(beeld: Zaakbeeld) -> Keuzes:
    """The lists from which a form lets choose: incomes, debts and offers of this case."""
    dossier = beeld.dossier
    if dossier is None:
        return {}
    return {
        "inkomens": [
            (str(rij.id), f"{in_tekst(lijsten.INKOMENS[rij.soort])}, {Bedrag(rij.netto_centen).scherm()}")
            for rij in dossier.lopende_inkomens
        ],
        "opgegeven_inkomens": [
            (str(rij.id), f"{in_tekst(lijsten.INKOMENS[rij.soort])}, {Bedrag(rij.netto_centen).scherm()}")
            for rij in dossier.inkomens
            if rij.vervallen_op is None
        ],
        "vertegenwoordigers": [
            (str(rij.wie), f"{rij.naam} ({in_tekst(HOEDANIGHEDEN[rij.hoedanigheid])})")
            for rij in beeld.vertegenwoordigd
        ],
        "schulden": [
            (str(rij.id), f"{wie(rij.schuldeiser).naam} {rij.kenmerk}".strip()) for rij in dossier.schulden
        ],
        "berichten": [
            (
                str(rij.id),
                f"{rij.schuldeiser.naam}, {in_tekst(SOORTEN[rij.soort])}, {korte_datum(rij.gemaakt)}",
            )
            for rij in _liggend(dossier)
        ],
        "verzoeken": [
            (str(rij.id), in_tekst(VERZOEKEN[rij.soort]))
            for rij in dossier.verzoeken
            if rij.stand in ("voorbereiding", "ingediend")
        ],
        "uitspraken": [
            (str(rij.id), f"{in_tekst(VERZOEKEN[rij.soort])}, {korte_datum(rij.uitspraak_op)}")
            for rij in dossier.verzoeken
            if rij.uitspraak_op is not None and terug_te_nemen(dossier, rij)
        ],
        "uitbetalingen": [
            (str(rij.id), wie(rij.schuldeiser).naam)
            for rij in dossier.uitbetalingen
            if rij.kwijting_op is None
        ],
        "betalingen": [
            (str(rij.id), f"{korte_datum(rij.ontvangen_op)}, {rij.bedrag.scherm()}")
            for rij in dossier.betalingen
            if rij.vervallen_op is None
        ],
        "beantwoord": [
            (str(rij.id), f"{wie(rij.schuldeiser).naam}, {in_tekst(lijsten.ANTWOORDEN[rij.antwoord])}")
            for rij in dossier.voorstellen
            if rij.via in lijsten.WEGEN
        ],
        "gekweten": [
            (str(rij.id), wie(rij.schuldeiser).naam) for rij in dossier.uitbetalingen if rij.kwijting_op
        ],
        "voorstellen": [
            (
                str(rij.id),
                f"{wie(rij.schuldeiser).naam} ({in_tekst(lijsten.ANTWOORDEN[rij.antwoord] if rij.antwoord else lijsten.RANGEN[rij.rang])})",
            )
            for rij in sorted(dossier.voorstellen, key=lambda rij: bool(rij.antwoord))  # who waits first
        ],
    }


def handelingen(beeld: Zaakbeeld) -> tuple[Sequence[Handeling], Sequence[Handeling]]:
    """What this actor can do now: first, and also."""
    if beeld.dossier is None:
        kan = beeld.zaak.behandelaar_id is None and beeld.zaak.gesloten is None
        return ([HANDELINGEN["oppakken"]] if kan else []), []
    if beeld.zaak.opgeschort_sinds is not None:
        return [HANDELINGEN["hervatting"]], [HANDELINGEN[naam] for naam in STOPPEN]
    vraag = beeld.hulpvraag
    eerst, ook = te_doen(beeld.zaak.stap, van_lijn=vraag is not None and vraag.bron == LIJN)
    if beeld.zaak.stap == "toegelaten" and beeld.feiten and beeld.feiten.inkomen_bekend:
        eerst = ("stabilisatie", "huishouden", "inkomen")
    if beeld.zaak.stap == "voorstel" and beeld.feiten:
        uitkomst = {Antwoordstand.AKKOORD: ("akkoord",), Antwoordstand.GEWEIGERD: ("weigering", "antwoord")}
        eerst = uitkomst.get(beeld.feiten.antwoorden, ("antwoord", "rappel"))
    ook = (*ook, *bij_rechter(beeld))
    if gevraagd(beeld.zaak):
        eerst = ("verbetering-antwoord", *eerst)
    if beeld.zaak.stap == "geweigerd":
        eerst = (*eerst_bij_rechter(beeld), *eerst)
    eerst = _bij_sparen(beeld, _bij_krediet(beeld, eerst))
    if beeld.zaak.stap == "inventarisatie" and any(
        wie(rij.schuldeiser).knooppunt for rij in beeld.dossier.open_schulden
    ):
        ook = ("saldoverzoek", *ook)
    liggend = _liggend(beeld.dossier)
    if any(rij.blijft_liggen(beeld.dossier.vandaag) for rij in liggend):
        eerst = (*eerst, "bericht")
    elif liggend:
        ook = ("bericht", *ook)
    if (afmelding := beeld.dossier.zorgafmelding) and not afmelding.uitkomst:
        ook = ("zorgafmelding", *ook)
    elif afmelding:
        ook = (*ook, "afmeldingvergissing")
    if beeld.dossier.lopende_inkomens and beeld.dossier.krediet is None:
        ook = (*ook, "inkomenseinde")
    if any(rij.vervallen_op is None for rij in beeld.dossier.inkomens) and beeld.dossier.krediet is None:
        ook = (*ook, "inkomenvergissing")
    if beeld.zaak.stap == "voorstel" and any(rij.via in lijsten.WEGEN for rij in beeld.dossier.voorstellen):
        ook = (*ook, "antwoordvergissing")
    if beeld.zaak.stap in OPEN_INVENTARIS and beeld.dossier.schulden:
        ook = (*ook, "schuldwijziging", "schuldvergissing")
    if _borg_kan_terug(beeld.dossier):
        ook = (*ook, "borgvergissing")
    if any(terug_te_nemen(beeld.dossier, rij) for rij in beeld.dossier.verzoeken):
        ook = (*ook, "uitspraakvergissing")
    if beeld.zaak.stap in LEENT and any(rij.kwijting_op for rij in beeld.dossier.uitbetalingen):
        ook = (*ook, "kwijtingvergissing")
    if beeld.zaak.gesloten is None:
        ook = (*ook, "brieftaal", "toestemming", "meervoudig", "bronakkoord")
        ook = (*ook, "vertegenwoordiger")
    if beeld.vertegenwoordigd:
        ook = (*ook, "vertegenwoordiger-stopt")
    return [HANDELINGEN[naam] for naam in eerst], [
        HANDELINGEN[naam] for naam in dict.fromkeys(ook) if naam != "hervatting"
    ]


def _liggend(dossier: Dossier) -> list[Knooppuntbericht]:
    """The messages that nobody fetched, or that were deleted for that."""
    return [rij for rij in dossier.berichten if rij.uitgaand and rij.stand in ("ligt_klaar", "gewist")]


def _borg_kan_terug(dossier: Dossier) -> bool:
    """Whether something was recorded of the guarantee on which nothing rests yet."""
    borg = dossier.borg
    return borg is not None and (
        borg.claim_op is not None or (borg.besloten_op is not None and dossier.krediet is None)
    )


def _bij_sparen(beeld: Zaakbeeld, eerst: tuple[str, ...]) -> tuple[str, ...]:
    """What an arrangement without credit asks first: its start, what is late, what is to be paid out, the discharge."""
    dossier, stap = beeld.dossier, beeld.zaak.stap
    if stap == "akkoord" and beeld.feiten and beeld.feiten.regeling in (Regeling.SB, Regeling.SA):
        return ("regelingstart",)
    stand = dossier.spaarstand if dossier else None
    if stand is None or stap not in SPAART or dossier is None:
        return eerst
    over = dossier.nog_uit_te_delen > NIETS
    if stand.voldaan:
        return ("uitdeling",) if over else ("kwijting",)
    if stand.achterstand > NIETS:
        return ("betaling", "achterstandsregeling")
    return eerst if over else tuple(naam for naam in eerst if naam != "uitdeling")


def _bij_krediet(beeld: Zaakbeeld, eerst: tuple[str, ...]) -> tuple[str, ...]:
    """What the credit asks first: what the fund says, the start, what is to be confirmed, the discharge."""
    dossier = beeld.dossier
    assert dossier is not None  # who treats it
    if beeld.zaak.stap == "borg_aangevraagd":
        return ("krediet",) if dossier.borg and dossier.borg.besloten_op else ("borguitkomst",)
    stand = dossier.leenstand
    if stand is None or beeld.zaak.stap not in ("krediet_actief", "krediet_achterstand"):
        return eerst
    bevestigd = all(rij.kwijting_op is not None for rij in dossier.uitbetalingen)
    if stand.voldaan:
        return ("kwijting",) if bevestigd else ("kwijtingsbevestiging",)
    return tuple(naam for naam in eerst if naam != "kwijtingsbevestiging" or not bevestigd)
