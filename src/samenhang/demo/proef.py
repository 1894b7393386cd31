"""`demo --check`: ask every page as every persona, and say what each answered."""

from __future__ import annotations

from typing import Any

from django.test import Client

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.models import PERSONADOMEIN, Gebruiker


def loop_langs_alles() -> dict[str, Any]:
    """Log in as each persona, open the menu and every link on its pages; raises `Geweigerd` when one fails."""
    gevraagd: dict[str, int] = {}
    for gebruiker in Gebruiker.objects.filter(email__endswith=PERSONADOMEIN).order_by("email"):
        client = Client(headers={"host": "127.0.0.1"})
        client.post("/inloggen", {"persona": gebruiker.email})
        te_doen, gezien = ["/"], set[str]()
        while te_doen and len(gezien) < 25:
            pad = te_doen.pop(0)
            if pad in gezien:
                continue
            gezien.add(pad)
            antwoord = client.get(pad, follow=True)
            gevraagd[f"{gebruiker.email} {pad}"] = antwoord.status_code
            te_doen += [link for link in _links(antwoord.content.decode()) if link not in gezien]
    mislukt = {
        wat: code
        for wat, code in gevraagd.items()
        if code >= 400 and not (code == 403 and wat.endswith(" /"))
    }
    if mislukt or not gevraagd:
        voorbeelden = dict(list(mislukt.items())[:5])
        raise Geweigerd(
            "demo_mislukt",
            Tekst(f"Deze pagina's gaven een fout: {voorbeelden}", f"These pages failed: {voorbeelden}"),
            status=500,
        )
    return {"paginas": len(gevraagd), "mislukt": 0}


def _links(html: str) -> list[str]:
    return [
        deel.split('"', 1)[0]
        for deel in html.split('href="/')[1:]
        for deel in ["/" + deel]
        if not deel.startswith("/static/")
    ][:40]
