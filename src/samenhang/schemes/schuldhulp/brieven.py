"""Decisions and letters of a case as PDF/UA, made from what is recorded; the same case gives the same letter again.

A decision is kept as it went out. What other letters rest on never changes (an offer, an agreement), and neither does
the version of the text that held on their day: they need no copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.documenten import BRIEF, maak_pdf
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.schemes.schuldhulp.brieftekst import afzender_van, teksten
from samenhang.schemes.schuldhulp.domain.brieven import (
    BESLUITEN,
    SOORTEN,
    Brieftabel,
    Waarde,
    engels_bij,
    opmaak,
    tekst_op,
)
from samenhang.schemes.schuldhulp.domain.getallen import Percentage
from samenhang.schemes.schuldhulp.domain.lijsten import ANTWOORDEN
from samenhang.schemes.schuldhulp.domain.post import HERINNERING, POSTSOORTEN
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.kredietstand import afspraak_van
from samenhang.schemes.schuldhulp.models import Besluitafschrift
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.spaarbrieven import SPAARBRIEVEN, Inwonerbrief, spaarbrief, uitdelingen
from samenhang.schemes.schuldhulp.voorstelbrieven import Poststuk

JA = ("akkoord", "dwangakkoord")


def mogelijk(dossier: Dossier) -> list[str]:
    """Which letters there is something to write for."""
    uit = [rij.soort for rij in dossier.beschikkingen]
    uit += ["voorstel"] if dossier.voorstellen else []
    uit += [HERINNERING] if any(rij.gerappelleerd_op for rij in dossier.voorstellen) else []
    uit += ["uitkomst"] if _uitkomst_bekend(dossier) else []
    uit += ["krediet"] if dossier.krediet else []
    uit += ["regeling"] if dossier.spaarregeling else []
    uit += ["hercontrole"] if dossier.hercontroles else []
    uit += ["uitdeling"] if dossier.uitdelingen else []
    klaar = dossier.zaak.stap in ("afgerond_kwijting", "nazorg", "uitgestroomd")
    regeling = dossier.krediet is not None or dossier.spaarregeling is not None
    uit += ["kwijting"] if klaar and regeling else []
    return list(dict.fromkeys(uit))


def _uitkomst_bekend(dossier: Dossier) -> bool:
    return dossier.zaak.stap != "voorstel" and bool(dossier.voorstellen) and all(rij.antwoord for rij in dossier.voorstellen)  # fmt: skip


def lees_brief(dossier: Dossier, soort: str) -> bytes:
    """A decision as it went out, byte for byte; another letter made from what is recorded."""
    if soort in BESLUITEN:
        van = [rij.id for rij in dossier.beschikkingen if rij.soort == soort]
        rij = Besluitafschrift.objects.met(dossier.toegang).filter(van=van[-1]).first() if van else None
        if rij is not None:
            pdf: bytes = rij.pdf
            return pdf
    return maak_brief(dossier, soort)


def maak_brief(dossier: Dossier, soort: str) -> bytes:
    """The letter as PDF/UA; of a proposal one per creditor, after each other. Raises `Geweigerd` (404) where there is none."""
    if soort not in mogelijk(dossier):
        er_is = ", ".join(mogelijk(dossier)) or "-"
        raise Geweigerd("brief_onbekend", Tekst(f"Die brief is er in deze zaak niet. Er is: {er_is}.", f"That letter is not in this case. There is: {er_is}."), status=404)  # fmt: skip
    brieven = list(_brieven(dossier, soort))
    dag = brieven[0][0]
    naam = f"Gemeente {dossier.zaak.organisatie.naam}"
    gegevens = {
        "titel": brieven[0][1]["delen"][0]["onderwerp"] if len(brieven) == 1 else SOORTEN[soort].nl,
        "taal": "nl",
        "voorbeeld": "",
        "afzender": {"naam": naam},
        "brieven": [brief for _, brief in brieven],
    }
    return maak_pdf(BRIEF, gegevens, dag)


def _brieven(dossier: Dossier, soort: str) -> Iterator[tuple[date, dict[str, Any]]]:
    naw = Naw.objects.met(dossier.toegang).get()
    altijd = {
        "naam": naw.weergavenaam,
        "gemeente": dossier.zaak.organisatie.naam,
        "zaaknummer": dossier.zaak.nummer,
        "consulent": dossier.zaak.behandelaar.naam if dossier.zaak.behandelaar else "Schuldhulp",
    }
    thuis = tuple(
        regel
        for regel in (naw.weergavenaam, naw.adresregel, f"{naw.postcode} {naw.woonplaats}".strip())
        if regel
    )
    if soort in POSTSOORTEN:
        yield from _aan_schuldeisers(dossier, soort)
        return
    if soort == "uitdeling":
        for deel in uitdelingen(dossier):
            tekst = tekst_op(teksten(), deel.tekst, deel.dag)
            yield (
                deel.dag,
                opmaak(
                    tekst,
                    altijd | deel.waarden,
                    deel.aan,
                    deel.dag,
                    kenmerken=deel.kenmerken,
                    afzender=afzender_van(dossier.zaak.organisatie, deel.dag),
                ),
            )
        return
    brief = _aan_inwoner(dossier, soort)
    tekst = tekst_op(teksten(), brief.tekst, brief.dag)
    engels = engels_bij(teksten(), tekst) if dossier.hulpvraag.brieftaal == "en" else None
    yield (
        brief.dag,
        opmaak(
            tekst,
            altijd | brief.waarden,
            thuis,
            brief.dag,
            brief.tabel,
            engels=engels,
            afzender=afzender_van(dossier.zaak.organisatie, brief.dag),
        ),
    )


def _aan_inwoner(dossier: Dossier, soort: str) -> Inwonerbrief:
    if soort in BESLUITEN:
        besluit = [rij for rij in dossier.beschikkingen if rij.soort == soort][-1]
        waarden: dict[str, Waarde] = {"motivering": besluit.motivering, "plan": besluit.plan, "bezwaar_tot": besluit.bezwaar_tot}  # fmt: skip
        return Inwonerbrief(besluit.bekendgemaakt_op, soort, waarden)
    if soort == "uitkomst":
        return _uitkomst(dossier)
    if soort == "krediet":
        return _krediet(dossier)
    if soort in SPAARBRIEVEN or dossier.spaarregeling is not None:
        return spaarbrief(dossier, soort)
    return _kwijting(dossier)


def _uitkomst(dossier: Dossier) -> Inwonerbrief:
    rijen = dossier.voorstellen
    ja = sum(rij.antwoord in JA for rij in rijen)
    tabel = Brieftabel(
        (Tekst("Schuldeiser", "Creditor"), Tekst("Schuld", "Debt"), Tekst("Krijgt", "Gets"), Tekst("Antwoord", "Answer")),
        (False, True, True, False),
        tuple(
            (wie(rij.schuldeiser).naam, Bedrag(rij.vordering_centen).scherm(), Bedrag(rij.bedrag_centen).scherm(), ANTWOORDEN[rij.antwoord])
            for rij in rijen
        ),
        (4, 2, 2, 4),
        Tekst("Wat uw schuldeisers antwoordden", "What your creditors answered"),
    )  # fmt: skip
    tekst = "uitkomst_akkoord" if ja == len(rijen) else "uitkomst_geweigerd"
    dag = max(rij.antwoord_op for rij in rijen if rij.antwoord_op)
    waarden: dict[str, Waarde] = {"verstuurd": rijen[0].verstuurd_op, "ja": str(ja), "alle": str(len(rijen))}
    return Inwonerbrief(dag, tekst, waarden, tabel=tabel)


def _aan_schuldeisers(dossier: Dossier, soort: str) -> Iterator[tuple[date, dict[str, Any]]]:
    som = dossier.voorstelsom
    assert som is not None  # an offer rests on a calculation
    naw = Naw.objects.met(dossier.toegang).get()
    for rij in dossier.voorstellen:
        dag = rij.gerappelleerd_op if soort == HERINNERING else rij.verstuurd_op
        if dag is not None:
            yield dag, Poststuk(soort, dag, dossier.zaak, naw, rij, som).zet()


def _krediet(dossier: Dossier) -> Inwonerbrief:
    rij = dossier.krediet
    assert rij is not None  # that is why there is a letter
    afspraak, n = afspraak_van(rij), len(rij.schema)
    termijnen = [Bedrag(rente + aflossing) for rente, aflossing in rij.schema]
    saldo, rijen = rij.netto_centen, list[tuple[Waarde, ...]]()
    for nummer, (rente, aflossing) in enumerate(rij.schema, 1):
        saldo -= aflossing
        cellen = (Bedrag(rente + aflossing), Bedrag(rente), Bedrag(aflossing), Bedrag(saldo))
        rijen.append((str(nummer), afspraak.vervaldag(nummer), *(cel.scherm() for cel in cellen)))
    hoogste = str(Percentage.lees(rij.hoogste_rente["waarde"]))
    waarden: dict[str, Waarde] = {
        "bank": rij.bank,
        "netto": Bedrag(rij.netto_centen).scherm(),
        "ingang": rij.ingang,
        "vergoeding": Bedrag(rij.vergoeding_centen).scherm(),
        "bruto": Bedrag(rij.netto_centen + rij.vergoeding_centen).scherm(),
        "rente": Tekst(rij.rente.replace(".", ","), rij.rente),
        "maximum": Tekst(hoogste.replace(".", ","), hoogste),
        "maanden": str(n),
        "maandtermijn": Bedrag(rij.maandtermijn_centen).scherm(),
        "eerste": afspraak.vervaldag(1),
        "laatste": termijnen[-1].scherm(),
        "schuldenvrij": afspraak.vervaldag(n),
    }
    tabel = Brieftabel(
        (
            Tekst("Nr.", "No."),
            Tekst("Uiterlijk", "By"),
            Tekst("Termijn", "Instalment"),
            Tekst("Rente", "Interest"),
            Tekst("Aflossing", "Repayment"),
            Tekst("Daarna open", "Then open"),
        ),
        (True, False, True, True, True, True),
        tuple(rijen),
        (1, 4, 3, 2, 3, 3),
        Tekst("Uw betaalschema", "Your payment schedule"),
    )
    return Inwonerbrief(rij.ingang, "krediet", waarden, tabel=tabel)


def _kwijting(dossier: Dossier) -> Inwonerbrief:
    stand = dossier.leenstand
    assert stand is not None  # discharge follows a credit
    dag = max([stand.schuldenvrij, *(rij.kwijting_op for rij in dossier.uitbetalingen if rij.kwijting_op)])
    tabel = Brieftabel(
        (Tekst("Schuldeiser", "Creditor"), Tekst("Schuld", "Debt"), Tekst("Betaald", "Paid"), Tekst("Kwijting op", "Discharged on")),
        (False, True, True, False),
        tuple(
            (wie(rij.schuldeiser).naam, Bedrag(rij.vordering_centen).scherm(), Bedrag(rij.bedrag_centen).scherm(), rij.kwijting_op or "-")
            for rij in dossier.uitbetalingen
        ),
        (4, 2, 2, 3),
        Tekst("De schulden waar u van af bent", "The debts that you are rid of"),
    )  # fmt: skip
    return Inwonerbrief(dag, "kwijting", {"afgelost": stand.schuldenvrij}, tabel=tabel)
