"""The letters of a case, for who treats it: telling the resident, and the decision on his objection."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.domain.bezwaar import DEELS, GEGROND, ONGEGROND, UITKOMSTEN
from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.zaken.actions import vandaag
from samenhang.schemes.zvh.brieven import (
    BESLUIT,
    SOORTEN,
    Alinea,
    Besluit,
    Geadresseerde,
    over_besluit,
    over_informeren,
    zet,
)
from samenhang.schemes.zvh.domain.bezwaar import WAARTEGEN
from samenhang.schemes.zvh.dossier import Casus, open_casus
from samenhang.schemes.zvh.scheme import SCHEME


@query(SCHEME, "brief van het huis maken")
def brief(actor: Actor, zaak_id: UUID, soort: str, taal: str = "nl") -> bytes:
    """A letter as PDF/UA, in Dutch, or with an English translation behind it.

    Raises `Geweigerd` for a letter or a language that does not exist, and (409) for a decision that was not taken.
    """
    if taal not in ("nl", "en"):
        raise Geweigerd("taal_onbekend", Tekst("Kies als taal nl of en.", "Choose nl or en as language."))
    if soort not in SOORTEN:
        er_is = ", ".join(SOORTEN)
        raise Geweigerd(
            "brief_onbekend", Tekst(f"Kies als brief: {er_is}.", f"Choose as letter: {er_is}."), status=404
        )
    casus = open_casus(actor, zaak_id)
    toegang = casus.inhoud()
    besloten = [rij for rij in casus.bezwaren if rij.beslist_op is not None]
    if soort == BESLUIT and not besloten:
        raise Geweigerd(
            "geen_besluit",
            Tekst("Er is niet op een bezwaar beslist; er is geen brief.", "No objection was decided on; there is no letter."),
            status=409,
        )  # fmt: skip
    naw = Naw.objects.met(toegang).filter(persoon_id=casus.persoon).first()
    adres = [naw.adresregel, f"{naw.postcode} {naw.woonplaats}".strip()] if naw else []
    zaak = casus.zaak
    aan = Geadresseerde(
        gemeente=zaak.organisatie.naam,
        nummer=zaak.nummer,
        naam=naw.weergavenaam if naw else "",
        adres=[regel for regel in adres if regel],
        wie=zaak.behandelaar.naam if zaak.behandelaar else "",
        dag=vandaag(),
    )
    return zet(aan, soort, _besluit(besloten[-1]) if soort == BESLUIT else _informeren(casus), taal)


def _informeren(casus: Casus) -> list[Alinea]:
    grondslagen = beslistabel().grondslagen
    ids = dict.fromkeys((*casus.toegang.besluit.grondslagen, *casus.inhoud().besluit.grondslagen))
    maanden = next(regel.lengte for regel in SCHEME.bewaartermijnen if regel.uitkomst == "eerste_verwerking")
    return over_informeren([grondslagen[id_].artikel for id_ in ids], maanden // 12)


def _besluit(rij: Bezwaar) -> list[Alinea]:
    assert rij.beslist_op is not None  # decided
    uitkomst = ONGEGROND if not rij.toegewezen else DEELS if rij.stopt else GEGROND
    return over_besluit(
        Besluit(
            van=rij.beslist_op,
            waartegen=WAARTEGEN[rij.waartegen],
            uitkomst=UITKOMSTEN[uitkomst],
            stopt=WAARTEGEN[rij.stopt] if rij.stopt else None,
            overleg=rij.overleg.rstrip("."),
            motivering=rij.motivering,
        )
    )
