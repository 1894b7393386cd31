"""What a creditor states about his claims, written at the debts of the case; what does not fit is for a person."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import Vorderingsopgave
from samenhang.schemes.schuldhulp.models import Knooppuntbericht, Schuld
from samenhang.schemes.schuldhulp.schuldeisers import wie

AFWIJKING = "opgave_wijkt_af"


def neem_opgave_over(
    actor: Actor, zaak: Zaak, vraag: Knooppuntbericht, opgaven: Sequence[Vorderingsopgave]
) -> None:
    """Confirm each debt that the creditor names, with his amount and day.

    Rank and dispute are not his to decide: a debt of another rank or that is disputed, a claim that is not in the case and
    a debt that he does not name become one task for who treats it.
    """
    if zaak.stap != "inventarisatie":
        raise Geweigerd("inventaris_dicht", Tekst("In deze stap veranderen de schulden niet.", "In this step the debts do not change."))  # fmt: skip
    toegang = toegang_tot(actor, zaak, leest=("schulden",), schrijft=("schulden",), doel="antwoorden")
    eiser = wie(vraag.schuldeiser)
    van_hem = Q(schuldeiser=eiser) | Q(schuldeiser__samen_met=eiser)
    bekend = list(Schuld.objects.met(toegang).filter(van_hem, zaak=zaak).exclude(stand="vervallen"))
    zelfde = len(bekend) == len(opgaven) == 1
    vreemd = 0
    for opgave in opgaven:
        schuld = next((rij for rij in bekend if zelfde or rij.kenmerk == opgave.kenmerk), None)
        if schuld is None or schuld.rang != opgave.rang or schuld.stand == "betwist":
            vreemd += 1
            continue
        Schuld.objects.met(toegang).filter(id=schuld.id).update(
            stand="bevestigd", bedrag_centen=opgave.bedrag.centen, peildatum=opgave.peildatum
        )
    genoemd = {opgave.kenmerk for opgave in opgaven}
    vreemd += 0 if zelfde else sum(rij.kenmerk not in genoemd for rij in bekend)
    if vreemd:
        zaken.maak_taak(
            zaak, AFWIJKING,
            Tekst(f"De opgave van {eiser.naam} wijkt op {vreemd} punten af van wat hier staat. Vergelijk ze", f"The statement of {eiser.naam} differs on {vreemd} points from what stands here. Compare them"),
            zaken.vandaag(), zaak.behandelaar,
        )  # fmt: skip
    zaken.bewaar(zaak)
    zaken.schrijf_tijdlijn(zaak, "opgave", Tekst(f"Opgave van {eiser.naam} verwerkt", f"Statement of {eiser.naam} processed"))  # fmt: skip
