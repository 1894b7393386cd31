"""The administrator's pages: organisations, workers, roles, keys. They parse, call and render."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.beheer.grenzen import BEHEERDER
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu

registreer_menu(
    Menupunt(Tekst("Medewerkers", "Workers"), "/beheer/medewerkers", ELK_SCHEME, (BEHEERDER,)),
    Menupunt(Tekst("Organisaties", "Organisations"), "/beheer/organisaties", ELK_SCHEME, (BEHEERDER,)),
    Menupunt(Tekst("Uitwisseling", "Exchange"), "/beheer/uitwisseling", ELK_SCHEME, (BEHEERDER,)),
    Menupunt(Tekst("Achtergrondwerk", "Background work"), "/beheer/plichten", ELK_SCHEME, (BEHEERDER,)),
)
