"""The organisation's own targets: dated, with a reason, replaced by later ones and never changed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.jaar import Streef
from samenhang.kernel.cijfers.models import Streefwaarde
from samenhang.kernel.scheme import Indicator, Scheme


def leg_streefwaarde_vast(scheme: Scheme, organisatie_id: UUID, streef: Streef, nu: datetime) -> Streefwaarde:
    """Keep a target; raises `Geweigerd` for a figure without one, an impossible value, or no reason."""
    indicator = next((i for i in scheme.indicatoren if i.naam == streef.indicator), None)
    if indicator is None or not indicator.streef:
        namen = ", ".join(i.naam for i in scheme.indicatoren if i.streef)
        raise Geweigerd(
            "streef_indicator",
            Tekst(f"Bij dit cijfer hoort geen streefwaarde. Kies uit: {namen}.", f"This figure takes no target. Choose from: {namen}."),
        )  # fmt: skip
    hoogste = _hoogste(indicator)
    if not 0 <= streef.waarde <= hoogste or streef.waarde != round(streef.waarde, indicator.decimalen):
        raise Geweigerd(
            "streef_waarde",
            Tekst(
                f"Geef een waarde van 0 tot {hoogste}, met hoogstens {indicator.decimalen} cijfers achter de komma.",
                f"Give a value from 0 to {hoogste}, with at most {indicator.decimalen} decimals.",
            ),
        )
    if not streef.reden.strip():
        raise Geweigerd(
            "streef_reden",
            Tekst("Zeg waar de streefwaarde vandaan komt, zoals het beleidsplan.", "Say where the target comes from, such as the policy plan."),
        )  # fmt: skip
    return Streefwaarde.objects.create(
        scheme=scheme.naam,
        organisatie_id=organisatie_id,
        indicator=indicator.naam,
        vanaf=streef.vanaf,
        waarde=streef.waarde,
        reden=streef.reden.strip()[:300],
        door=streef.door,
        vastgelegd=nu,
    )


def _hoogste(indicator: Indicator) -> int:
    return 100 if indicator.factor == 100 else 1000


def streefwaarden_op(scheme: Scheme, organisatie_id: UUID, dag: date) -> dict[str, Streef]:
    """The targets that hold on a day, by figure: of the latest start, and of those the one recorded last."""
    rijen = Streefwaarde.objects.filter(scheme=scheme.naam, organisatie_id=organisatie_id, vanaf__lte=dag)
    return {
        rij.indicator: Streef(rij.indicator, rij.vanaf, Decimal(rij.waarde), rij.reden, rij.door)
        for rij in rijen.order_by("vanaf", "vastgelegd")
    }
