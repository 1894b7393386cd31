"""What may be said to whom about a melding. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Zegregel:
    """One listener: what he may hear, what he may not, and why."""

    wie: Tekst
    wel: Tekst
    niet: Tekst
    bron: Tekst


def wat_mag_ik_zeggen(
    *, bezwaar: bool, aanvaard: bool, meer_personen: bool, op_verzoek: bool = False
) -> tuple[Zegregel, ...]:
    """The rules for this melding as it stands; `op_verzoek`: the resident asked himself and nobody signalled."""
    inwoner = Tekst(
        "alles over zijn eigen achterstanden, van wie wij het weten en dat hij nee mag zeggen",
        "all about his own arrears, who told us, and that he may say no",
    )
    if op_verzoek:
        inwoner = Tekst(
            "dat hij zelf reageerde op een aanbod van het CAK, wat wij van hem vastlegden, en dat hij mag stoppen",
            "that he himself responded to an offer of the CAK, what we recorded, and that he may stop",
        )
    if bezwaar:
        inwoner = Tekst(
            "niets: er is bezwaar gemaakt, neem geen contact op",
            "nothing: an objection stands, make no contact",
        )
    regels = [
        Zegregel(
            Tekst("De inwoner zelf", "The resident"),
            inwoner,
            Tekst("achterstanden van huisgenoten", "arrears of others in the household")
            if meer_personen
            else Tekst("wat anderen ons vertelden zonder noodzaak", "what others told us without need"),
            Tekst("AVG art. 14 en 15", "GDPR arts. 14 and 15"),
        ),
        Zegregel(
            Tekst("Huisgenoot, buren, voicemail", "Household, neighbours, voicemail"),
            Tekst("uw naam, de gemeente en een nummer om terug te bellen", "your name, the municipality and a number to call back"),
            Tekst("schuld, achterstand, schuldeiser of het woord vroegsignalering", "debt, arrears, creditor or the words early detection"),
            Tekst("AVG art. 5 lid 1 onder f", "GDPR art. 5(1)(f)"),
        ),
        Zegregel(
            Tekst("De partner", "The partner"),
            Tekst("dat hulp is aanvaard, en de pauze van 30 dagen", "that help was accepted, and the 30-day pause")
            if aanvaard
            else Tekst("alleen de vaste terugkoppeling bij het afronden", "only the fixed feedback at closing"),
            Tekst("reden, huishouden, andere schulden, of er is afgewezen of niet bereikt", "reason, household, other debts, or declined versus not reached"),
            Tekst("Bgs art. 17 lid 1 (tekst niet geverifieerd)", "Bgs art. 17 lid 1 (text not verified)"),
        ),
        Zegregel(
            Tekst("Schuldhulpverlening", "Debt assistance"),
            Tekst("de aanmelding, nadat de inwoner hulp aanvaardt", "the referral, once the resident accepts help"),
            Tekst("iets vóór die tijd, behalve om te vragen of hij er bekend is", "anything before that, except to ask whether he is known"),
            Tekst("Wgs art. 3 lid 1", "Wgs art. 3 lid 1")
            if op_verzoek
            else Tekst("Wgs art. 3 lid 1 onder b", "Wgs art. 3 lid 1 onder b"),
        ),
    ]  # fmt: skip
    if op_verzoek:  # nobody signalled: there is no partner
        regels = [regel for regel in regels if regel.wie.nl != "De partner"]
    return tuple(regels)
