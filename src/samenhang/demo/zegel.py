"""The log of the demo is sealed as it grows, and an invented partner countersigns: its keys exist while the world is made."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zegel import actions, bladen, getuigen, partnervraag, punten, sleutels
from samenhang.kernel.zegel.domain import boom
from samenhang.kernel.zegel.domain.controlepunt import Punt
from samenhang.kernel.zegel.domain.getuige import lees_aanvraag, schrijf_aanvraag
from samenhang.kernel.zegel.domain.nota import GETUIGE, LOG, Nota, Sleutel, medeonderteken, onderteken

NAAM = "Gemeente Veenhoven"
ADRES = "veenhoven.invalid"
GROEI = 257
"""Leaves by which the log of the partner grows between two checkpoints."""


class Partner:
    """A municipality elsewhere with which checkpoints are exchanged as files."""

    def __init__(self, beheerder: Actor) -> None:
        self._beheerder = beheerder
        self._prive = Ed25519PrivateKey.generate()
        self._bladen: list[bytes] = []
        self._rand: boom.Rand = []
        self._takken: dict[tuple[int, int], bytes] = {}
        regels = "".join(
            f'{veld} = "{self._sleutel(soort)}"\n' for veld, soort in (("log", LOG), ("getuige", GETUIGE))
        )
        sleutels.map_().mkdir(mode=0o700, parents=True, exist_ok=True)
        (sleutels.map_() / sleutels.PARTNERS).write_text(f'[[partner]]\nnaam = "{NAAM}"\n{regels}', "utf-8")

    def _sleutel(self, soort: int) -> Sleutel:
        naam = f"{ADRES}/{'logboek' if soort == LOG else 'getuige'}"
        return Sleutel(naam, soort, self._prive.public_key().public_bytes_raw())

    def verzegel(self) -> None:
        """Seal what is there, and have both logs countersigned by the other."""
        while bladen.wacht():
            bladen.voeg_toe()
        punt = punten.teken()
        if punt is None:
            return
        aanvraag = lees_aanvraag(partnervraag.aanvraag(punt, partnervraag.laatst_bij(NAAM)))
        getuige = self._sleutel(GETUIGE).naam
        regel = medeonderteken(aanvraag.nota.tekst, getuige, self._prive, timezone.now())
        actions.neem_medeondertekening_op(self._beheerder, str(regel))
        getuigen.getuig(self._beheerder, self._hun_aanvraag())

    def _hun_aanvraag(self) -> str:
        """Their log grew: a checkpoint with the proof that it continues the one before."""
        oud = len(self._bladen)
        erbij = [boom.blad(nieuw_id().bytes) for _ in range(GROEI)]
        self._rand, takken = boom.groei(self._rand, oud, erbij)
        self._bladen += erbij
        self._takken |= {(hoogte, nummer): hash_ for hoogte, nummer, hash_ in takken}
        log = self._sleutel(LOG).naam
        tekst = Punt(log, len(self._bladen), boom.wortel(self._rand), timezone.now()).tekst
        nota = Nota(tekst, (onderteken(tekst, log, self._prive),))
        return schrijf_aanvraag(oud, boom.voortzetting(self._lees, oud, len(self._bladen)), str(nota))

    def _lees(self, hoogte: int, begin: int, einde: int) -> list[bytes]:
        if not hoogte:
            return self._bladen[begin:einde]
        return [self._takken[hoogte, nummer] for nummer in range(begin, einde)]
