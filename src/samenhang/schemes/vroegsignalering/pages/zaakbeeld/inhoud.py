"""What each tab of a case shows."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.toestemming import HOE
from samenhang.kernel.zaken.actions.plan import WIE
from samenhang.kernel.zaken.dwangsom import hoogste_dwangsom
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.domain.inwonertekst import BRIEF, WAAROVER
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING
from samenhang.schemes.vroegsignalering.domain.werkfilter import PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.domain.zeggen import wat_mag_ik_zeggen
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.woorden import ROLTITELS, planzin, regel_van
from samenhang.schemes.vroegsignalering.queries import ZaakBeeld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Gebeurtenis, Toon
from samenhang.web.weergave import MAANDEN, taal


def tabinhoud(actor: Actor, beeld: ZaakBeeld, tab: str) -> dict[str, Any]:
    """What one tab shows."""
    match tab:
        case "overzicht":
            gestopt = beeld.feiten.contact_gestopt
            return {
                "zegregels": wat_mag_ik_zeggen(
                    bezwaar=gestopt,
                    aanvaard=any(a.aanvaard_op for a in beeld.aanbiedingen),
                    meer_personen=len(beeld.personen) > 1,
                    op_verzoek=bool(SCHEME.zonder(beeld.zaak.soort)),
                )
                if beeld.betrokkenheid in ("behandelaar", "taak")
                else (),
                "laatste": gebeurtenissen(beeld)[:5],
                "brp_wacht": beeld.betrokkenheid == "behandelaar"
                and any(taak.soort == "brp_oordeel" and taak.klaar is None for taak in beeld.taken),
                "geweigerd": [_categorie(naam) for naam, _ in beeld.geweigerd],
            }
        case "signalen":
            return {"grafiek": grafiek(beeld), "soorten": PARTNERSOORTEN}
        case "contact":
            return {"soorten": SOORTEN_POGING, "dagdelen": DAGDELEN}
        case "plan":
            return {"afspraken": [(a, planzin(a.afspraak), WIE[a.wie]) for a in beeld.plan]}
        case "betrokkenen":
            namen = {persoon.id: persoon.naam for persoon in beeld.personen}
            return {
                "roltitels": ROLTITELS,
                "toestemmingen": [
                    (namen.get(rij.persoon_id, ""), queries.antwoord_van(rij, timezone.now()))
                    for rij in beeld.toestemmingen
                ],
                "uitstellen": [
                    (namen.get(rij.persoon_id, ""), rij, SCHEME.uitstelgrond(rij.grond).titel)
                    for rij in beeld.uitstellen
                ],
                "informeringen": [
                    (namen.get(rij.persoon_id, ""), rij, WAAROVER[rij.waarover], HOE.get(rij.hoe, BRIEF))
                    for rij in beeld.informeringen
                ],
            }
        case "termijnen":
            return {
                "roltitels": ROLTITELS,
                "termijnen": [
                    (t, regel_van(t), hoogste_dwangsom(t.einde) if regel_van(t).dwangsom else None)
                    for t in beeld.termijnen
                ],
            }
        case "tijdlijn":
            return {"gebeurtenissen": gebeurtenissen(beeld)}
        case "verstuurd":
            return {"verstuurd": queries.verstuurd(actor, beeld.zaak.id)}
        case "inzage":
            return {"blikken": queries.wie_keek(actor, beeld.zaak.id)}
        case _:
            return {}


def _categorie(naam: str) -> Tekst:
    from samenhang.kernel.toegang.dimensies import KERNCATEGORIEEN

    alle = (*KERNCATEGORIEEN, *SCHEME.categorieen)
    return next((c.titel for c in alle if c.naam == naam), Tekst(naam, naam))


def gebeurtenissen(beeld: ZaakBeeld) -> list[Gebeurtenis]:
    """The timeline, with the tone of what went well and what went wrong."""
    tonen = {
        "aanvaarden": Toon.GOED,
        "gesprek_voeren": Toon.GOED,
        "bezwaar": Toon.LET_OP,
        "opgeschort": Toon.LET_OP,
    }
    return [
        Gebeurtenis(
            regel.moment, Tekst(regel.tekst_nl, regel.tekst_en), regel.door, regel.reden, tonen.get(regel.wat, Toon.RUSTIG)
        )
        for regel in beeld.tijdlijn
    ]  # fmt: skip


def grafiek(beeld: ZaakBeeld) -> Grafiek | None:
    """The arrears per month and kind of partner; None with less than two months to compare."""
    per_maand: dict[date, dict[str, int]] = defaultdict(dict)
    for persoon in beeld.personen:
        for signaal in persoon.signalen:
            maand = signaal.datum.replace(day=1)
            vorig = per_maand[maand].get(signaal.partner_soort, 0)
            per_maand[maand][signaal.partner_soort] = max(vorig, signaal.bedrag.centen)
    if len(per_maand) < 2:
        return None
    maanden = sorted(per_maand)
    soorten = [soort for soort in PARTNERSOORTEN if any(soort in waarden for waarden in per_maand.values())]
    eerste, laatste = (sum(per_maand[maand].values()) for maand in (maanden[0], maanden[-1]))
    return Grafiek(
        soort="lijn",
        titel=Tekst("De achterstand loopt op", "The arrears grow")
        if laatste > eerste
        else Tekst("De achterstand loopt niet op", "The arrears do not grow"),
        omschrijving=Tekst("Gemelde achterstand per maand en soort partner", "Reported arrears per month and kind of partner"),
        eenheid=Tekst("hele euro's", "whole euros"),
        categorieen=[f"{MAANDEN[taal()][maand.month - 1]} {maand.year}" for maand in maanden],
        reeksen=[
            Reeks(
                PARTNERSOORTEN[soort],
                [per_maand[m][soort] // 100 if soort in per_maand[m] else None for m in maanden],
            )
            for soort in soorten
        ],
    )  # fmt: skip
