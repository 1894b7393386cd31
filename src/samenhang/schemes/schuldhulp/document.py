"""A case as a document: the same on the API and the terminal. Amounts are texts with two decimals, days ISO 8601."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp import uitgaven
from samenhang.schemes.schuldhulp.kredietdocument import als_krediet
from samenhang.schemes.schuldhulp.queries import Aanmeldingregel, Schuldeisers, Zaakbeeld
from samenhang.schemes.schuldhulp.rechtbankdocument import als_rechtbank
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.spaardocument import als_regeling


def kaal(document: dict[str, Any]) -> Any:
    """The same with nothing but texts, numbers and lists in it, for a terminal."""
    return json.loads(
        json.dumps(document, default=lambda deel: deel.isoformat() if isinstance(deel, date) else str(deel))
    )


def als_aanmelding(regel: Aanmeldingregel) -> dict[str, Any]:
    """A referral that waits."""
    return {
        "id": regel.id,
        "bron": regel.bron,
        "bronnummer": regel.bronnummer,
        "naam": regel.naam,
        "gestuurd": regel.gestuurd,
        "aanvaard_op": regel.aanvaard_op,
        "dreiging": regel.dreiging,
        "uiterlijk": regel.uiterlijk,
    }


def als_schuldeisers(beeld: Schuldeisers) -> dict[str, Any]:
    """The creditors, and the pairs that wait for a judgement."""
    return {
        "schuldeisers": [
            {"id": rij.id, "naam": rij.naam, "kvk": rij.kvk, "adres": rij.adres, "samen_met": rij.samen_met_id}
            for rij in beeld.lijst
        ],
        "dubbelen": [
            {"links": paar.links.id, "rechts": paar.rechts.id, "links_naam": paar.links.naam, "rechts_naam": paar.rechts.naam, "waarom": paar.waarom}
            for paar in beeld.dubbelen
        ],
    }  # fmt: skip


def als_document(beeld: Zaakbeeld) -> dict[str, Any]:
    """One case, as its view."""
    zaak, dossier, vraag = beeld.zaak, beeld.dossier, beeld.hulpvraag
    huis = dossier.huishouden if dossier else None
    return {
        "id": zaak.id,
        "nummer": zaak.nummer,
        "stap": zaak.stap,
        "versie": zaak.versie,
        "naam": beeld.naam,
        "volgende_termijn": zaak.volgende_termijn,
        "hulpvraag": vraag and {**uitgaven.HULPVRAAG.document(vraag), "dreigingen": list(vraag.dreigingen)},
        "beschikkingen": [uitgaven.BESCHIKKING.document(rij) for rij in beeld.beschikkingen],
        "huishouden": huis
        and {
            "situatie": huis.situatie,
            "kinderen": huis.kinderen,
            "vtlb": Bedrag(huis.vtlb_centen).draad(),
            "vtlb_op": huis.vtlb_op,
        },
        "inkomens": [
            {
                "id": rij.id,
                "soort": rij.soort,
                "netto": Bedrag(rij.netto_centen).draad(),
                "bewijs": rij.bewijs,
                "bewijs_op": rij.bewijs_op,
                "tot": rij.tot,
                "vervallen_op": rij.vervallen_op,
            }
            for rij in (dossier.inkomens if dossier else [])
        ],
        "schulden": [
            {
                "id": rij.id,
                "schuldeiser": wie(rij.schuldeiser).naam,
                "kenmerk": rij.kenmerk,
                "incassant": rij.incassant,
                "bedrag": None if rij.bedrag_centen is None else Bedrag(rij.bedrag_centen).draad(),
                "peildatum": rij.peildatum,
                "rang": rij.rang,
                "stand": rij.stand,
            }
            for rij in (dossier.schulden if dossier else [])
        ],
        "rekensommen": [_rekensom(rij) for rij in (dossier.rekensommen if dossier else [])],
        "voorstellen": [
            {
                "id": rij.id,
                "schuldeiser": wie(rij.schuldeiser).naam,
                "rang": rij.rang,
                "vordering": Bedrag(rij.vordering_centen).draad(),
                "bedrag": Bedrag(rij.bedrag_centen).draad(),
                "percentage": rij.percentage,
                "verstuurd_op": rij.verstuurd_op,
                "uiterlijk": rij.uiterlijk,
                "gerappelleerd_op": rij.gerappelleerd_op,
                "antwoord": rij.antwoord,
                "antwoord_op": rij.antwoord_op,
                "via": rij.via,
            }
            for rij in (dossier.voorstellen if dossier else [])
        ],
        "eerdere_waarden": [
            {
                "wat": rij.wat,
                "over": rij.over,
                "was": [{"veld": naam, "waarde": waarde} for naam, waarde in rij.was.items()],
                "reden": rij.reden,
                "tot": rij.moment,
                "door": rij.door,
            }
            for rij in (dossier.eerdere_waarden if dossier else [])
        ],
        **als_krediet(dossier),
        **als_regeling(dossier),
        **als_rechtbank(dossier),
        "termijnen": [
            {"regel": termijn.regel, "start": termijn.start, "einde": termijn.einde, "klaar": termijn.klaar}
            for termijn in beeld.termijnen
        ],
    }


def _rekensom(rij: Any) -> dict[str, Any]:
    """A calculation with the hash of each of its parts, by which an auditor finds it again."""
    return {
        "id": rij.id,
        "vorige": rij.vorige,
        "reden": rij.reden,
        "op": rij.moment,
        "regeling": rij.regeling,
        "pot": Bedrag(rij.pot_centen).draad(),
        "delen": [
            {"naam": deel["naam"], "hash": deel["antwoord"]["hash"], "status": deel["antwoord"]["status"]}
            for deel in rij.delen
        ],
    }
