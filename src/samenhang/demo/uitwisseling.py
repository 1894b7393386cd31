"""A municipality elsewhere with which the demo exchanges hand-overs as signed messages: one came in, and what was destroyed.

Nothing goes to it: the address does not exist, and no resident of the demo moves there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from samenhang.demo.inrichting import Inrichting
from samenhang.demo.zegel import ADRES, NAAM
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.uitwisseling.bezorgen import PAD
from samenhang.kernel.uitwisseling.domain import bericht as berichten
from samenhang.kernel.uitwisseling.domain.bericht import Bericht
from samenhang.kernel.uitwisseling.domain.handtekening import Stuk, onderteken
from samenhang.kernel.uitwisseling.ontvangen import ontvang
from samenhang.kernel.uitwisseling.partners import voeg_partner_toe
from samenhang.kernel.verstrekkingen.actions import som_van
from samenhang.kernel.zegel.domain.nota import BERICHT, Sleutel

OIN = "00000003999900970000"
BEHEERDER = "ewa"
_REEKS = UUID("5b1f0d0c-7a4e-5c1b-8d52-6a0f4a9b7e10")
_VOORWAARDE = {"categorie": "signaal", "soort": "zelfde_doel", "bron": "Energie van Veenhoven"}


class Uitwisseling:
    """The partner with its key; it says something on the days on which the world wants that."""

    def __init__(self, inrichting: Inrichting, gemeentecode: str, begin: date) -> None:
        self._hier = inrichting.organisaties[gemeentecode]
        prive = Ed25519PrivateKey.generate()
        sleutel = Sleutel(f"{ADRES}/berichten", BERICHT, prive.public_key().public_bytes_raw())
        self._sleutel = sleutel, prive
        Organisatie.objects.create(
            soort="gemeente", naam=NAAM.removeprefix("Gemeente "), gemeentecode="9997", oin=OIN
        )
        voeg_partner_toe(
            inrichting.actor(BEHEERDER, begin), self._hier.id, OIN, f"https://{ADRES}", str(sleutel)
        )

    def stuurt(self) -> None:
        """Two residents moved here; of one of them Veenhoven has destroyed everything since."""
        for nummer, (naam, geboren, bedrag) in enumerate(
            (("T. van Loon", "1991-05-17", "212.40"), ("B. Akkerman", "1978-11-02", "96.15"))
        ):
            inhoud = {
                "meldingnummer": f"VS26-{('HJ4T8K2', 'W7C2PQX')[nummer]}",
                "naar_gemeente": self._hier.naam,
                "naam": naam,
                "geboortedatum": geboren,
                "achterstanden": [["energie", bedrag]],
            }
            self._zegt(uuid5(_REEKS, naam), "nieuw", None, inhoud, (_VOORWAARDE,), "Wgs art. 3 lid 1 onder b")
        weg = {"meldingnummer": "VS26-W7C2PQX", "vernietigd_op": timezone.localdate().isoformat()}
        eerste = uuid5(_REEKS, "B. Akkerman")
        self._zegt(uuid5(_REEKS, "weg"), "vernietiging", eerste, weg, (), "beleid van Veenhoven")

    def _zegt(
        self,
        nummer: UUID,
        aard: str,
        betreft: UUID | None,
        inhoud: Mapping[str, object],
        voorwaarden: tuple[dict[str, str], ...],
        artikel: str,
    ) -> None:
        nu: datetime = timezone.now()
        bericht = Bericht(
            nummer=nummer,
            van=OIN,
            aan=self._hier.oin or "",
            scheme="vroegsignalering",
            soort="doorzending",
            aard=aard,
            betreft=betreft,
            gemaakt=nu - timedelta(seconds=2),
            artikel=artikel,
            voorwaarden=voorwaarden,
            som=som_van(dict(inhoud)),
            inhoud=inhoud,
        )
        lijf = berichten.schrijf(bericht)
        kop = onderteken(Stuk(berichten.SOORT, lijf, "POST", PAD), *self._sleutel, nu)
        wie = Actor(None, "partner", None, "", kanaal="api")
        ontvang(wie, lijf, {naam.lower(): waarde for naam, waarde in kop.items()}, PAD)
