"""`samenhang briefadres …`: the scheme's part of the command line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, groep, zaak_bij
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling


def _handelingen() -> Iterable[Handeling]:
    from briefadres.handelingen import HANDELINGEN

    return HANDELINGEN.values()


app = typer.Typer(
    cls=groep("briefadres", _handelingen), help="Briefadres / Letter address", no_args_is_help=True
)


@app.command("aanvragen")
def vraag_aan(
    achternaam: str,
    als: Annotated[str, ALS],
    voorletters: str = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Vraag een briefadres aan / Apply for a letter address."""
    django_aan()
    from briefadres import actions

    zaak = actions.vraag_aan(actor_als(als), actions.Aanvraag(voorletters, achternaam))
    if als_json:
        toon_json({"id": str(zaak.id), "nummer": zaak.nummer, "stap": zaak.stap})
    else:
        toon(Tekst(f"Aanvraag {zaak.nummer}.", f"Application {zaak.nummer}."))


@app.command("lijst")
def lijst(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de aanvragen / Show the applications."""
    django_aan()
    from briefadres import queries

    rijen = [
        {"nummer": b.zaak.nummer, "stap": b.zaak.stap, "naam": b.naam}
        for b in queries.aanvragen(actor_als(als))
    ]
    if als_json:
        toon_json({"aanvragen": rijen})
        return
    for rij in rijen:
        toon(
            Tekst(
                f"{rij['nummer']}  {rij['stap']:<12} {rij['naam']}",
                f"{rij['nummer']}  {rij['stap']:<12} {rij['naam']}",
            )
        )


@app.command("toon")
def toon_aanvraag(zaak: str, als: Annotated[str, ALS]) -> None:
    """Toon één aanvraag als JSON / Show one application as JSON."""
    django_aan()
    from briefadres import queries

    actor = actor_als(als)
    beeld = queries.aanvraag(actor, zaak_bij(actor, "briefadres", zaak))
    toon_json(
        {
            "nummer": beeld.zaak.nummer,
            "stap": beeld.zaak.stap,
            "plek": beeld.plek,
            "toegekend": beeld.toegekend,
        }
    )
