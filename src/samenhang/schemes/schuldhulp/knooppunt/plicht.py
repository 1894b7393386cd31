"""The duties of the exchange: send, fetch, watch."""

from __future__ import annotations

from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.schemes.schuldhulp.knooppunt import bewaken, ophalen, versturen

VERSTUREN = registreer(
    Plicht(
        "schuldhulp.berichten-versturen", versturen.te_versturen, versturen.begin, versturen.verstuur_begonnen
    )
)
OPHALEN = registreer(
    Plicht("schuldhulp.berichten-ophalen", ophalen.te_halen, ophalen.begin, ophalen.haal_begonnen)
)
BEWAKEN = registreer(Plicht("schuldhulp.berichten-bewaken", bewaken.te_bewaken, bewaken.bewaak))
