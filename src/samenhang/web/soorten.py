"""A page per kind of organisation: what it may receive and give, on which law, and how that law stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.samenwerking import soorten
from samenhang.web.deur import pagina
from samenhang.web.logboek import dag_van_filter
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu

PAD = "/organisatiesoorten"
registreer_menu(
    Menupunt(
        Tekst("Wie mag wat", "Who may what"),
        PAD,
        ELK_SCHEME,
        ("beheerder", "teamleider", "fg", "auditor"),
        achteraan=True,
    )
)

STATUSSEN = {
    "in_werking": Tekst("in werking", "in force"),
    "ontwerp": Tekst("wetsvoorstel", "bill"),
    "vervallen": Tekst("vervallen", "lapsed"),
}


@pagina
def een(request: HttpRequest, actor: Actor, soort: str = "gemeente") -> HttpResponse:
    """One kind of organisation, with the way to the others; the municipality first."""
    beeld = soorten.soortbeeld(soort, dag_van_filter(request, "dag") or timezone.localdate())
    return render(
        request,
        "samenhang/organisatiesoort.html",
        {
            "beeld": beeld,
            "soorten": soorten.soorten(),
            "statussen": STATUSSEN,
            "registers": _per_register(beeld),
        },
    )


def _per_register(beeld: soorten.Soortbeeld) -> list[tuple[Tekst, list[soorten.Recht]]]:
    """The permits by register, those on a law in force first."""
    uit: dict[Tekst, list[soorten.Recht]] = {}
    for recht in sorted(beeld.rechten, key=lambda deel: not deel.stand.geldt):
        uit.setdefault(recht.register, []).append(recht)
    return list(uit.items())
