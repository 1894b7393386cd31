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
from samenhang.schemes.schuldhulp.brieftekst import teksten
from samenhang.schemes.schuldhulp.domain.brieven import (
    BESLUITEN,
    SOORTEN,
    Brieftabel,
    opmaak,
    tekst_op,
    voluit,
)
from samenhang.schemes.schuldhulp.domain.getallen import Percentage
from samenhang.schemes.schuldhulp.domain.post import HERINNERING, POSTSOORTEN
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.kredietstand import afspraak_van
from samenhang.schemes.schuldhulp.models import Besluitafschrift
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.spaarbrieven import SPAARBRIEVEN, spaarbrief, uitdelingen
from samenhang.schemes.schuldhulp.voorstelbrieven import Poststuk


def mogelijk(dossier: Dossier) -> list[str]:
    """Which letters there is something to write for."""
    uit = [rij.soort for rij in dossier.beschikkingen]
    uit += ["voorstel"] if dossier.voorstellen else []
    uit += [HERINNERING] if any(rij.gerappelleerd_op for rij in dossier.voorstellen) else []
    uit += ["krediet"] if dossier.krediet else []
    uit += ["regeling"] if dossier.spaarregeling else []
    uit += ["hercontrole"] if dossier.hercontroles else []
    uit += ["uitdeling"] if dossier.uitdelingen else []
    uit += ["kwijting"] if dossier.zaak.stap in ("afgerond_kwijting", "nazorg") else []
    return list(dict.fromkeys(uit))


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
    if soort in BESLUITEN:
        besluit = [rij for rij in dossier.beschikkingen if rij.soort == soort][-1]
        dag = besluit.bekendgemaakt_op
        waarden = {"motivering": besluit.motivering, "plan": besluit.plan, "bezwaar_tot": voluit(besluit.bezwaar_tot)}  # fmt: skip
        yield dag, opmaak(tekst_op(teksten(), soort, dag), altijd | waarden, thuis, dag)
    elif soort in POSTSOORTEN:
        yield from _aan_schuldeisers(dossier, soort)
    elif soort == "krediet":
        yield _krediet(dossier, altijd, thuis)
    elif soort == "uitdeling":
        for deel in uitdelingen(dossier):
            tekst = tekst_op(teksten(), soort, deel.dag)
            yield deel.dag, opmaak(tekst, altijd | deel.waarden, deel.aan, deel.dag)
    elif soort in SPAARBRIEVEN or dossier.spaarregeling is not None:
        brief_ = spaarbrief(dossier, soort)
        yield (
            brief_.dag,
            opmaak(
                tekst_op(teksten(), brief_.tekst, brief_.dag),
                altijd | brief_.waarden,
                thuis,
                brief_.dag,
                brief_.tabel,
            ),
        )
    else:
        yield _kwijting(dossier, altijd, thuis)


def _aan_schuldeisers(dossier: Dossier, soort: str) -> Iterator[tuple[date, dict[str, Any]]]:
    som = dossier.voorstelsom
    assert som is not None  # an offer rests on a calculation
    naw = Naw.objects.met(dossier.toegang).get()
    for rij in dossier.voorstellen:
        dag = rij.gerappelleerd_op if soort == HERINNERING else rij.verstuurd_op
        if dag is not None:
            yield dag, Poststuk(soort, dag, dossier.zaak, naw, rij, som).zet()


def _krediet(dossier: Dossier, altijd: dict[str, str], thuis: tuple[str, ...]) -> tuple[date, dict[str, Any]]:
    rij = dossier.krediet
    assert rij is not None  # that is why there is a letter
    afspraak, n = afspraak_van(rij), len(rij.schema)
    termijnen = [Bedrag(rente + aflossing) for rente, aflossing in rij.schema]
    saldo, rijen = rij.netto_centen, []
    for nummer, (rente, aflossing) in enumerate(rij.schema, 1):
        saldo -= aflossing
        cellen = (Bedrag(rente + aflossing), Bedrag(rente), Bedrag(aflossing), Bedrag(saldo))
        rijen.append((str(nummer), voluit(afspraak.vervaldag(nummer)), *(cel.scherm() for cel in cellen)))
    waarden = altijd | {
        "bank": rij.bank,
        "netto": Bedrag(rij.netto_centen).scherm(),
        "ingang": voluit(rij.ingang),
        "vergoeding": Bedrag(rij.vergoeding_centen).scherm(),
        "bruto": Bedrag(rij.netto_centen + rij.vergoeding_centen).scherm(),
        "rente": rij.rente.replace(".", ","),
        "maximum": str(Percentage.lees(rij.hoogste_rente["waarde"])).replace(".", ","),
        "maanden": str(n),
        "maandtermijn": Bedrag(rij.maandtermijn_centen).scherm(),
        "eerste": voluit(afspraak.vervaldag(1)),
        "laatste": termijnen[-1].scherm(),
        "schuldenvrij": voluit(afspraak.vervaldag(n)),
    }
    tabel = Brieftabel(
        ("Nr.", "Uiterlijk", "Termijn", "Rente", "Aflossing", "Daarna open"),
        (True, False, True, True, True, True),
        tuple(rijen),
    )
    return rij.ingang, opmaak(tekst_op(teksten(), "krediet", rij.ingang), waarden, thuis, rij.ingang, tabel)


def _kwijting(
    dossier: Dossier, altijd: dict[str, str], thuis: tuple[str, ...]
) -> tuple[date, dict[str, Any]]:
    stand = dossier.leenstand
    assert stand is not None  # discharge follows a credit
    dag = max([stand.schuldenvrij, *(rij.kwijting_op for rij in dossier.uitbetalingen if rij.kwijting_op)])
    tabel = Brieftabel(
        ("Schuldeiser", "Schuld", "Betaald", "Kwijting op"),
        (False, True, True, False),
        tuple(
            (
                wie(rij.schuldeiser).naam,
                Bedrag(rij.vordering_centen).scherm(),
                Bedrag(rij.bedrag_centen).scherm(),
                voluit(rij.kwijting_op) if rij.kwijting_op else "-",
            )
            for rij in dossier.uitbetalingen
        ),
    )
    waarden = altijd | {"afgelost": voluit(stand.schuldenvrij)}
    return dag, opmaak(tekst_op(teksten(), "kwijting", dag), waarden, thuis, dag, tabel)
