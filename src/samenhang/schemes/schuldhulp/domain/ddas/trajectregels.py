"""What is wrong with one trajectory, beyond its form: the order of its days, its sums, its client, its end. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from samenhang.kernel.organisaties.nummers import elfproef
from samenhang.kernel.termijnen import maanden_later
from samenhang.schemes.schuldhulp.domain.ddas import model as m
from samenhang.schemes.schuldhulp.domain.ddas.bevinding import Meld, Pad

VROEGSTE: Final = date(1990, 1, 1)
"""Days before this are a placeholder of some system, such as 1900-01-01."""
REGELINGEN: Final = ("Saneringskrediet", "Schuldbemiddeling", m.NUL_AANBOD)
KORTER_SINDS: Final = date(2023, 7, 1)
"""Since this day an arrangement takes eighteen months (NVVK 2023-06-30)."""
HOOGSTE_VTLB: Final = 10_000


def traject_regels(t: m.Traject, pad: Pad, meld: Meld, laatste: date | None) -> None:
    """Everything about one trajectory; `laatste` is the last day of the delivery."""
    _gemeente(t, pad, meld)
    _dagen(t, pad, meld, laatste)
    _intake(t, pad, meld)
    _einde(t, pad, meld)
    _regeling(t, pad, meld)
    _schulden(t, pad, meld, laatste)
    if not t.clienten:
        meld("zonder_client", (*pad, "client"), "ontbreekt; een traject heeft een of twee cliënten", "is missing; a trajectory has one or two clients")  # fmt: skip
    if len(t.clienten) > 2:
        meld("te_veel_clienten", (*pad, "client"), "heeft er meer dan twee; splits het traject", "has more than two; split the trajectory")  # fmt: skip
    for plek, client in enumerate(t.clienten):
        _client(client, (*pad, "client", plek), meld, t.startdatum)
    nummers = [client.bsn for client in t.clienten if client.bsn]
    if len(nummers) != len(set(nummers)):
        meld("zelfde_client", (*pad, "client"), "noemt twee keer hetzelfde burgerservicenummer; haal er een weg", "names one citizen service number twice; remove one")  # fmt: skip


def gemeentecode_fout(code: str) -> bool:
    """Whether this is no municipality code: four digits, with or without GM before them."""
    return re.fullmatch(r"(GM)?[0-9]{4}", code) is None


def _gemeente(t: m.Traject, pad: Pad, meld: Meld) -> None:
    if t.gemeentecode is not None and t.gemeentecode != m.ONBEKEND and gemeentecode_fout(t.gemeentecode):
        meld(
            "gemeentecode", (*pad, "gemeentecode"),
            f"“{t.gemeentecode[:40]}” is geen gemeentecode; schrijf vier cijfers, eventueel met GM ervoor, of “{m.ONBEKEND}”", f"“{t.gemeentecode[:40]}” is no municipality code; write four digits, with GM before them if wanted, or “{m.ONBEKEND}”",
        )  # fmt: skip


def _dagen(t: m.Traject, pad: Pad, meld: Meld, laatste: date | None) -> None:
    """Every start is before its end; no placeholder days; nothing begins after the delivery."""
    perioden: list[tuple[Pad, date | None, date | None]] = [
        (pad, t.startdatum, t.einddatum),
        *(
            ((*pad, naam), deel.startdatum, deel.einddatum)
            for naam, deel in (
                ("aanmelding", t.aanmelding), ("intake", t.intake), ("stabilisatie", t.stabilisatie), ("oplossing", t.oplossing),
                ("nazorg", t.nazorg), ("informatieEnAdvies", t.informatie_en_advies),
            )
            if deel is not None
        ),
        *(
            ((*pad, naam, plek), deel.startdatum, deel.einddatum)
            for naam, delen in _reeksen(t)
            for plek, deel in enumerate(delen)
        ),
    ]  # fmt: skip
    for waar, van, tot in perioden:
        for naam, dag in (("startdatum", van), ("einddatum", tot)):
            if dag is not None and dag < VROEGSTE:
                meld("plaatshouder", (*waar, naam), f"{dag} is geen echte dag; laat een onbekende dag weg", f"{dag} is no real day; leave an unknown day out")  # fmt: skip
        if van is not None and tot is not None and tot < van:
            meld("einde_voor_begin", (*waar, "einddatum"), f"{tot} ligt voor het begin {van}; verbeter een van beide", f"{tot} lies before the start {van}; correct one of them")  # fmt: skip
        if van is not None and laatste is not None and van > laatste:
            meld("na_levering", (*waar, "startdatum"), f"{van} ligt na het einde van de levering {laatste}; dit hoort in een volgende", f"{van} lies after the end of the delivery {laatste}; this belongs to a later one")  # fmt: skip
    for plek, pauze in enumerate(t.moratoria):
        waar = (*pad, "moratoria", plek)
        if pauze.aangevraagd and pauze.goedgekeurd and pauze.goedgekeurd < pauze.aangevraagd:
            meld("goedkeuring_voor_aanvraag", (*waar, "datumGoedkeuring"), f"{pauze.goedgekeurd} ligt voor de aanvraag {pauze.aangevraagd}; verbeter een van beide", f"{pauze.goedgekeurd} lies before the request {pauze.aangevraagd}; correct one of them")  # fmt: skip
        if pauze.startdatum and pauze.einddatum and pauze.einddatum > maanden_later(pauze.startdatum, 6):
            meld("moratorium_te_lang", (*waar, "einddatum"), "een moratorium duurt hoogstens zes maanden (Fw 287b); verbeter het einde", "a moratorium takes six months at most (Fw 287b); correct the end")  # fmt: skip


def _reeksen(t: m.Traject) -> tuple[tuple[str, Sequence[m.Begeleiding | m.Periode | m.Moratorium]], ...]:
    return (
        ("begeleiding", t.begeleiding), ("crisisinterventies", t.crisisinterventies), ("moratoria", t.moratoria),
        ("voorlopigeVoorzieningen", t.voorlopige_voorzieningen),
    )  # fmt: skip


def _intake(t: m.Traject, pad: Pad, meld: Meld) -> None:
    """Request, talk, decision, plan: in that order."""
    waar, intake = (*pad, "intake"), t.intake
    gevraagd = t.aanmelding.startdatum if t.aanmelding else None
    if intake is None:
        return
    if gevraagd and intake.startdatum and intake.startdatum < gevraagd:
        meld("gesprek_voor_aanmelding", (*waar, "startdatum"), f"het gesprek op {intake.startdatum} ligt voor de aanmelding {gevraagd}", f"the talk on {intake.startdatum} lies before the request {gevraagd}")  # fmt: skip
    if intake.startdatum and intake.beschikkingsdatum and intake.beschikkingsdatum < intake.startdatum:
        meld("besluit_voor_gesprek", (*waar, "beschikkingsdatum"), f"het besluit van {intake.beschikkingsdatum} ligt voor het eerste gesprek {intake.startdatum}", f"the decision of {intake.beschikkingsdatum} lies before the first talk {intake.startdatum}")  # fmt: skip
    if (intake.beschikkingsdatum is None) != (intake.beschikkingssoort is None):
        meld("besluit_half", waar, "noemt bij een besluit zowel de dag als de soort, of geen van beide", "with a decision name both its day and its kind, or neither", fout=False)  # fmt: skip
    if intake.einddatum and intake.beschikkingsdatum and intake.einddatum != intake.beschikkingsdatum:
        meld("intake_einde", (*waar, "einddatum"), f"is {intake.einddatum}, het besluit is van {intake.beschikkingsdatum}; meestal is dat dezelfde dag", f"is {intake.einddatum}, the decision is of {intake.beschikkingsdatum}; usually that is one day", fout=False)  # fmt: skip
    if intake.beschikkingssoort == "Afwijzingsbeschikking" and (t.oplossing or t.schuldregeling):
        meld("afgewezen_met_oplossing", (*pad, "oplossing"), "is er een oplossing of schuldregeling na een afwijzing; verbeter de soort van het besluit", "there is a solution or arrangement after a refusal; correct the kind of decision")  # fmt: skip


def _einde(t: m.Traject, pad: Pad, meld: Meld) -> None:
    """Three days say when the trajectory ended; they are one day."""
    uit = t.uitstroom
    dagen = {
        "einddatum": t.einddatum,
        "uitstroom.datum": uit.datum if uit else None,
        "uitstroom.datumBeeindigingsbeschikking": uit.beeindiging if uit else None,
    }
    gegeven = {naam: dag for naam, dag in dagen.items() if dag is not None}
    if uit is not None and not gegeven:
        meld("uitstroom_zonder_dag", (*pad, "uitstroom"), "noemt geen dag; vul einddatum, datum en datumBeeindigingsbeschikking met dezelfde dag", "names no day; fill einddatum, datum and datumBeeindigingsbeschikking with one day")  # fmt: skip
    elif gegeven and (len(gegeven) < 3 or len(set(gegeven.values())) > 1):
        staat = ", ".join(f"{naam} {dag or '-'}" for naam, dag in dagen.items())
        verschil = len(set(gegeven.values())) > 1
        meld("drie_einddagen", (*pad, "einddatum"), f"de drie einddagen zijn niet gelijk ({staat}); vul overal dezelfde dag in", f"the three end days are not equal ({staat}); fill in one day everywhere", fout=verschil)  # fmt: skip
    if uit is not None and uit.reden is None:
        meld("uitstroom_zonder_reden", (*pad, "uitstroom", "reden"), "ontbreekt; kies waarom de hulp eindigde", "is missing; choose why the help ended", fout=False)  # fmt: skip


def _regeling(t: m.Traject, pad: Pad, meld: Meld) -> None:
    waar, regeling, oplossing = (*pad, "schuldregeling"), t.schuldregeling, t.oplossing
    if regeling is not None:
        if regeling.dwangakkoord and regeling.toegekend is None:
            meld("dwangakkoord", (*waar, "dwangakkoord"), "is true zonder dag bij toegekend; zet het op false of vul toegekend in", "is true without a day at toegekend; make it false or fill in toegekend")  # fmt: skip
        if regeling.dwangakkoord and regeling.dwangakkoord_verzocht is None:
            meld("dwangakkoord_zonder_verzoek", (*waar, "datumVerzoekDwangakkoord"), "ontbreekt terwijl er een dwangakkoord is", "is missing while there is an imposed consent", fout=False)  # fmt: skip
        if regeling.toegekend and regeling.afgewezen:
            meld("toegekend_en_afgewezen", (*waar, "afgewezen"), "de regeling is toegekend en afgewezen; laat een van beide weg", "the arrangement is granted and refused; leave one of them out")  # fmt: skip
        for naam, dag in (("toegekend", regeling.toegekend), ("afgewezen", regeling.afgewezen), ("ingetrokken", regeling.ingetrokken), ("datumVerzoekDwangakkoord", regeling.dwangakkoord_verzocht)):  # fmt: skip
            if dag and regeling.datum and dag < regeling.datum:
                meld("voor_het_voorstel", (*waar, naam), f"{dag} ligt voor het indienen op {regeling.datum}", f"{dag} lies before the proposal of {regeling.datum}")  # fmt: skip
        if t.toekenningsdatum and regeling.toegekend and t.toekenningsdatum != regeling.toegekend:
            meld("toekenning_verschilt", (*pad, "toekenningsdatum"), f"is {t.toekenningsdatum} en schuldregeling.toegekend is {regeling.toegekend}; dat is dezelfde dag", f"is {t.toekenningsdatum} and schuldregeling.toegekend is {regeling.toegekend}; that is one day")  # fmt: skip
    if oplossing is None:
        return
    if oplossing.vtlb is not None and not 0 <= oplossing.vtlb <= HOOGSTE_VTLB:
        meld("vtlb", (*pad, "oplossing", "vtlb"), f"{oplossing.vtlb} is geen bedrag per maand in hele euro's; controleer of het geen centen zijn", f"{oplossing.vtlb} is no amount a month in whole euros; check that it is not cents")  # fmt: skip
    begin, einde = oplossing.startdatum, oplossing.einddatum
    if begin and t.startdatum and begin < t.startdatum:
        meld("oplossing_te_vroeg", (*pad, "oplossing", "startdatum"), f"{begin} ligt voor het begin van het traject {t.startdatum}", f"{begin} lies before the start of the trajectory {t.startdatum}")  # fmt: skip
    if oplossing.soort in REGELINGEN and begin and einde and begin >= KORTER_SINDS and einde > maanden_later(begin, 18):  # fmt: skip
        meld("langer_dan_18", (*pad, "oplossing", "einddatum"), "de regeling duurt langer dan achttien maanden; controleer het einde", "the arrangement takes longer than eighteen months; check the end", fout=False)  # fmt: skip


def _schulden(t: m.Traject, pad: Pad, meld: Meld, laatste: date | None) -> None:
    som, alle = 0, bool(t.schulden)
    for plek, schuld in enumerate(t.schulden):
        waar = (*pad, "schulden", plek)
        if schuld.bedrag is None:
            alle = False
        elif schuld.bedrag < 0:
            alle = False
            meld("bedrag_onder_nul", (*waar, "bedrag"), f"{schuld.bedrag} is geen schuld; een bedrag is nul of meer", f"{schuld.bedrag} is no debt; an amount is zero or more")  # fmt: skip
        else:
            som += schuld.bedrag
        if schuld.peildatum and laatste and schuld.peildatum > laatste:
            meld("peildatum_na_levering", (*waar, "peildatum"), f"{schuld.peildatum} ligt na het einde van de levering {laatste}", f"{schuld.peildatum} lies after the end of the delivery {laatste}")  # fmt: skip
        if schuld.schuldeiser is not None:
            _eiser(schuld.schuldeiser, (*waar, "schuldeiser"), meld)
    totaal, waar = t.totaal, (*pad, "totaalSchuldbedragBijAanvangSchuld")
    if totaal is not None and totaal < 0:
        meld("bedrag_onder_nul", waar, f"{totaal} is geen schuld; een bedrag is nul of meer", f"{totaal} is no debt; an amount is zero or more")  # fmt: skip
    elif totaal is not None and alle and 2 * abs(totaal - som) > len(t.schulden):
        meld("som_klopt_niet", waar, f"is {totaal}, de schulden zijn samen {som}; maak ze gelijk", f"is {totaal}, the debts together are {som}; make them equal")  # fmt: skip


def _eiser(eiser: m.Schuldeiser, pad: Pad, meld: Meld) -> None:
    if eiser.naam is not None and eiser.naam_nogmaals is not None and eiser.naam != eiser.naam_nogmaals:
        meld("twee_namen", (*pad, "Naam"), "is een andere naam dan naam; vul beide met dezelfde waarde", "is another name than naam; fill both with one value")  # fmt: skip
    if eiser.kvk is not None and not re.fullmatch(r"[0-9]{8}", eiser.kvk):
        meld("kvk", (*pad, "kvknummer"), "is geen nummer van acht cijfers; verbeter het of laat het weg", "is no number of eight digits; correct it or leave it out")  # fmt: skip
    if eiser.privepersoon and (eiser.naam or eiser.naam_nogmaals or eiser.kvk):
        meld("privepersoon", pad, "van een privépersoon gaat geen naam of KvK-nummer mee; haal ze weg", "of a private person no name or registration number goes along; remove them", fout=False)  # fmt: skip


def _client(client: m.Client, pad: Pad, meld: Meld, begin: date | None) -> None:
    if client.bsn is not None and not (len(client.bsn) == 9 and elfproef(client.bsn)):
        meld("bsn", (*pad, "Burgerservicenummer"), "is geen burgerservicenummer: negen cijfers die de elfproef doorstaan; verbeter het of laat het weg", "is no citizen service number: nine digits that pass the eleven test; correct it or leave it out")  # fmt: skip
    if client.bsn is None:
        for naam, waarde in (("Geboortedatum", client.geboortedatum), ("Postcode", client.postcode), ("Huisnummer", client.huisnummer)):  # fmt: skip
            if waarde is None:
                meld("client_onvindbaar", (*pad, naam), "ontbreekt, en er is geen burgerservicenummer: het CBS kan dit traject niet koppelen", "is missing, and there is no citizen service number: CBS cannot link this trajectory", fout=False)  # fmt: skip
    if client.geslacht is not None and client.geslacht not in m.GESLACHTEN:
        mag = "; ".join(m.GESLACHTEN)
        meld("geslacht", (*pad, "Geslachtsaanduiding"), f"“{client.geslacht[:20]}” mag niet; kies een van: {mag}", f"“{client.geslacht[:20]}” is not allowed; choose one of: {mag}")  # fmt: skip
    if client.postcode is not None and not re.fullmatch(
        r"[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}", client.postcode
    ):
        meld("postcode", (*pad, "Postcode"), "schrijf vier cijfers en twee hoofdletters aaneen", "write four digits and two capitals without a space")  # fmt: skip
    if client.huisnummer is not None and not re.fullmatch(r"[1-9][0-9]{0,4}", client.huisnummer):
        meld("huisnummer", (*pad, "Huisnummer"), "is geen huisnummer van een tot vijf cijfers; de toevoeging heeft een eigen veld", "is no house number of one to five digits; the addition has its own field")  # fmt: skip
    geboren = client.geboortedatum
    if geboren is not None and (geboren.year < 1900 or (begin is not None and geboren >= begin)):
        meld("geboortedatum", (*pad, "Geboortedatum"), f"{geboren} kan niet bij dit traject; verbeter de dag of laat haar weg", f"{geboren} is impossible with this trajectory; correct the day or leave it out")  # fmt: skip
