"""What a partner sent against what the BRP says: which outcome is proposed, and the cause of every difference. Pure.

Certain without a human is only who lives here, at the same address, with the same birth date (or, when the
partner sent none, with fitting initials and nobody else at the address who could be meant), and whose name
differs in spelling at most. Everything that sends a person away is proposed, never taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samenhang.schemes.vroegsignalering.domain.brp import BrpUitkomst, Gezocht, Ingeschrevene
from samenhang.schemes.vroegsignalering.domain.brpoorzaken import OORZAKEN, vraagt_mens
from samenhang.schemes.vroegsignalering.domain.brpvelden import (
    adresverschil,
    geboortedatumverschil,
    handelsnaam,
    kaal,
    naamverschil,
    noemt,
    voorletterverschil,
    zelfde_huis,
)


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What is proposed, on which record, with the code of every difference; `zeker` needs no human.

    Without a proposal (None) nobody was found, which proves nothing about where someone lives.
    """

    voorstel: BrpUitkomst | None
    zeker: bool = False
    gevonden: Ingeschrevene | None = None
    verschillen: tuple[str, ...] = ()
    kandidaten: int = 0


def kandidaat(gezocht: Gezocht, wie: Ingeschrevene) -> bool:
    """Whether this may be who is meant: name and birth date, name and house, or birth date and house agree.

    A source gives nobody else: who merely lives in the house, or has his birthday on that day, is not asked for.
    """
    naam = naamverschil(gezocht, wie) is not None or noemt(gezocht, wie)
    dag = gezocht.geboortedatum is not None and gezocht.geboortedatum == wie.geboortedatum
    huis = any(zelfde_huis(gezocht, adres) for adres in wie.adressen())
    return naam + dag + huis >= 2


def verschillen(gezocht: Gezocht, wie: Ingeschrevene, gemeentecode: str) -> tuple[str, ...]:
    """The code of every difference between what was sent and one record, in the order of `OORZAKEN`."""
    naam = naamverschil(gezocht, wie)
    if naam is None:
        naam = ("handelsnaam",) if handelsnaam(gezocht) else ("andere_naam",)
    codes = {
        *naam,
        *voorletterverschil(gezocht, wie),
        *geboortedatumverschil(gezocht.geboortedatum, wie.geboortedatum),
    }
    stand = _stand(wie, gemeentecode)
    codes |= set(stand) or set(adresverschil(gezocht, wie))
    codes |= {code for code, geldt in (("in_onderzoek", wie.in_onderzoek), ("geheim", wie.geheim)) if geldt}
    return tuple(code for code in OORZAKEN if code in codes)


def _stand(wie: Ingeschrevene, gemeentecode: str) -> tuple[str, ...]:
    """Why someone is no resident (any more), if so."""
    if wie.overleden:
        return ("overleden",)
    if wie.vertrokken:
        return ("vertrokken",)
    return ("verhuisd",) if wie.adres.gemeentecode != gemeentecode else ()


_VOORSTEL = {
    "overleden": BrpUitkomst.OVERLEDEN,
    "vertrokken": BrpUitkomst.GEEN_INWONER,
    "verhuisd": BrpUitkomst.VERHUISD,
}


def vergelijk(gezocht: Gezocht, gevonden: Sequence[Ingeschrevene], gemeentecode: str) -> Uitslag:
    """Judge the candidates of one person for one municipality; the order in which they come does not matter."""
    kandidaten = [wie for wie in gevonden if kandidaat(gezocht, wie)]
    if not kandidaten:
        waarom = ("handelsnaam",) if handelsnaam(gezocht) else ()
        return Uitslag(None, verschillen=(*waarom, "geen_kandidaat"))
    gewogen = sorted(
        ((verschillen(gezocht, wie, gemeentecode), wie) for wie in kandidaten),
        key=lambda paar: (sum(OORZAKEN[code].mens for code in paar[0]), len(paar[0]), repr(paar[1])),
    )
    codes, wie = gewogen[0]
    stand = _stand(wie, gemeentecode)
    voorstel = _VOORSTEL[stand[0]] if stand else BrpUitkomst.INWONER
    if _meer(gezocht, [c for c, _ in gewogen]):
        codes = (*codes, "meer_kandidaten")
    return Uitslag(voorstel, _zeker(gezocht, codes), wie, codes, len(kandidaten))


def _meer(gezocht: Gezocht, alle: Sequence[tuple[str, ...]]) -> bool:
    """Whether a second candidate could be meant as well: same birth date, or when none was sent, fitting initials."""
    eerste, *rest = alle
    apart = {"geboortedatum", "dag_maand"} if gezocht.geboortedatum else {"voorletters"}
    if apart & set(eerste):
        return bool(rest)
    return any(not apart & set(codes) and "voorletters" not in codes for codes in rest)


def _zeker(gezocht: Gezocht, codes: Iterable[str]) -> bool:
    if vraagt_mens(codes):
        return False
    return gezocht.geboortedatum is not None or bool(kaal(gezocht.voorletters) or kaal(gezocht.voornaam))


def te_bewaren(uitslag: Uitslag) -> dict[str, object]:
    """What is kept of an answer, as long as the case: name and birth date, and the address only of who lives here.

    Never where someone went, never a secret address, never what the BRP says of others.
    """
    wie = uitslag.gevonden
    if wie is None:
        return {"voorstel": "", "kandidaten": uitslag.kandidaten}
    hier = uitslag.voorstel is BrpUitkomst.INWONER and not wie.geheim
    return {
        "voorstel": str(uitslag.voorstel),
        "kandidaten": uitslag.kandidaten,
        "voorletters": "".join(f"{naam[0]}." for naam in wie.voornamen.split()),
        "tussenvoegsel": wie.tussenvoegsel,
        "achternaam": wie.achternaam,
        "partnernaam": f"{wie.partner_tussenvoegsel} {wie.partner_achternaam}".strip()
        if "partnernaam" in uitslag.verschillen
        else "",
        "geboortedatum": wie.geboortedatum.isoformat() if wie.geboortedatum else "",
        "adres": str(wie.adres) if hier else "",
        "geheim": wie.geheim,
    }
