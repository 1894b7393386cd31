"""A case as one document of plain values, for the machine doors: only what the view holds."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.wams import uitgaven
from samenhang.schemes.wams.queries import (
    Overlegbeeld,
    Partijbeeld,
    Persoonsbeeld,
    Uitnodigingsbeeld,
    Zaakbeeld,
)


def als_document(beeld: Zaakbeeld) -> dict[str, Any]:
    """One case, as its view."""
    zaak, bevinding = beeld.zaak, beeld.bevinding
    return {
        "id": zaak.id,
        "nummer": zaak.nummer,
        "stap": zaak.stap,
        "versie": zaak.versie,
        "beeld": beeld.beeld,
        "naam": beeld.naam,
        "volgende_termijn": zaak.volgende_termijn,
        "personen": [_persoon(persoon) for persoon in beeld.personen],
        "meldingen": [uitgaven.MELDING.document(melding) for melding in beeld.meldingen],
        "bevinding": bevinding and uitgaven.BEVINDING.document(bevinding),
        "doelen": [uitgaven.DOEL.document(doel) for doel in beeld.doelen],
        "afspraken": [uitgaven.AFSPRAAK.document(afspraak) for afspraak in beeld.afspraken],
        "bezwaren": [uitgaven.BEZWAAR.document(bezwaar) for bezwaar in beeld.bezwaren],
        "taken": [
            {"id": rij.id, "titel": rij.titel_nl, "soort": rij.soort, "uiterlijk": rij.uiterlijk}
            for rij in beeld.taken
        ],
        "evaluaties": [evaluatie.tekst for evaluatie in beeld.evaluaties],
        "overleg": beeld.overleg.dag if beeld.overleg else None,
        "agenda": list(beeld.agenda),
        "termijnen": [
            {"regel": termijn.regel, "einde": termijn.einde, "klaar": termijn.klaar}
            for termijn in beeld.termijnen
        ],
    }


def _persoon(persoon: Persoonsbeeld) -> dict[str, Any]:
    return {
        "id": persoon.id,
        "naam": persoon.naam,
        "relatie": persoon.relatie,
        "neemt_deel": persoon.neemt_deel,
        "stemt_in_met": list(persoon.stemt_in_met),
        "ingetrokken": list(persoon.ingetrokken),
        "deelt": {aan: list(wat) for aan, wat in persoon.deelt},
        "telefoon": persoon.telefoon,
        "informering": persoon.informering and uitgaven.INFORMERING.document(persoon.informering),
        "uitstel": persoon.uitstel and uitgaven.UITSTEL.document(persoon.uitstel),
        "punten": [
            {"leefgebied": p.leefgebied, "tekst": p.tekst, "bron": p.bron, "voorwaarde": p.voorwaarde}
            for p in persoon.punten
        ],
        "loketten": [{"leefgebied": gebied, "loket": loket} for gebied, loket in persoon.loketten],
    }


def als_overleg(beeld: Overlegbeeld) -> dict[str, Any]:
    """The meeting of a case, with what each party may see, and the minutes of those that are over."""
    return {
        "nummer": beeld.zaak.nummer,
        "stap": beeld.zaak.stap,
        "versie": beeld.zaak.versie,
        "dag": beeld.overleg.dag if beeld.overleg else None,
        "loopt": beeld.zaak.stap == "casusoverleg",
        "agenda": [{"onderwerp": regel.onderwerp, "uitkomst": regel.uitkomst} for regel in beeld.agenda],
        "genodigden": [
            {
                "id": wie.id,
                "naam": wie.naam,
                "organisatie": wie.organisatie,
                "soort": wie.soort,
                "komt": wie.komt,
                "aanwezig": wie.aanwezig,
                "mag_zien": [
                    {
                        "naam": z.naam,
                        "categorieen": list(z.categorieen),
                        "tegengehouden": list(z.tegengehouden),
                    }
                    for z in wie.zicht
                ],
                "grondslagen": list(wie.grondslagen),
            }
            for wie in beeld.genodigden
        ],
        "afspraken": [uitgaven.AFSPRAAK.document(afspraak) for afspraak in beeld.afspraken],
        "verslagen": [
            {
                "dag": verslag.dag,
                "door": verslag.door,
                "aanwezig": list(verslag.aanwezig),
                "afwezig": list(verslag.afwezig),
                "agenda": [{"onderwerp": onderwerp, "uitkomst": uit} for onderwerp, uit in verslag.punten],
                "afspraken": [uitgaven.AFSPRAAK.document(afspraak) for afspraak in verslag.afspraken],
            }
            for verslag in beeld.verslagen
        ],
    }


def als_uitnodiging(beeld: Uitnodigingsbeeld) -> dict[str, Any]:
    """An invitation: it names nobody of the family."""
    return {
        "zaak": beeld.zaak_id,
        "nummer": beeld.nummer,
        "gemeente": beeld.gemeente,
        "coordinator": beeld.coordinator,
        "dag": beeld.dag,
        "komt": beeld.komt,
        "doet_mee": beeld.doet_mee,
    }


def als_partijzaak(beeld: Partijbeeld) -> dict[str, Any]:
    """A case as a party sees it: what is not shared with it has no field that could hold it."""
    return {
        "nummer": beeld.zaak.nummer,
        "stap": beeld.zaak.stap,
        "versie": beeld.zaak.versie,
        "gemeente": beeld.gemeente,
        "coordinator": beeld.coordinator,
        "overleg": beeld.overleg,
        "personen": [
            {
                "id": persoon.id,
                "naam": persoon.naam,
                "relatie": persoon.relatie,
                "telefoon": persoon.telefoon,
                "punten": [
                    {"leefgebied": p.leefgebied, "tekst": p.tekst, "bron": p.bron, "voorwaarde": p.voorwaarde}
                    for p in persoon.punten
                ],
                "ziet": list(persoon.ziet),
            }
            for persoon in beeld.personen
        ],
        "doelen": [uitgaven.DOEL.document(doel) for doel in beeld.doelen],
        "afspraken": [uitgaven.AFSPRAAK.document(afspraak) for afspraak in beeld.afspraken],
        "geeft": list(beeld.geeft),
    }
