"""Who refused and why, what was asked of the court and what it said, and copies of what went out."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256

from django.db import models

from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak
from samenhang.schemes.schuldhulp.models.schulden import Schuldeiser


class Weigering(InZaak):
    """That a creditor refused an offer, when, how and why; silence is one too. Rows are never changed."""

    CATEGORIE = "schulden"

    voorstel = models.UUIDField()
    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=20)
    toelichting = VersleuteldeTekst(max_length=300, blank=True)
    op = models.DateField()
    via = models.CharField(max_length=20, blank=True)

    class Meta(InZaak.Meta):
        abstract = False


class Rechtbankverzoek(InZaak):
    """What is asked of the court: prepared with its checklist, handed in, and what the court said.

    `onderdelen` is what a person recorded of the checklist; after handing in, the whole list as it was then.
    `tot`: until when a pause or measure holds.
    """

    CATEGORIE = "schulden"

    soort = models.CharField(max_length=10)
    stand = models.CharField(max_length=20)
    rechtbank = models.CharField(max_length=200)
    onderdelen = VersleuteldeJson(default=dict)
    vergelijking = VersleuteldeJson(default=dict)
    ingediend_op = models.DateField(null=True, blank=True)
    uitspraak_op = models.DateField(null=True, blank=True)
    kenmerk = models.CharField(max_length=60, blank=True)
    toelichting = VersleuteldeTekst(max_length=300, blank=True)
    tot = models.DateField(null=True, blank=True)
    schone_lei_op = models.DateField(null=True, blank=True)

    class Meta(InZaak.Meta):
        abstract = False


class _Afschrift(InZaak):
    """A paper as it went out, byte for byte, with its hash. Rows are never changed; erasing a case destroys the key."""

    van = models.UUIDField(unique=True)
    inhoud = VersleuteldeTekst()
    hash = models.CharField(max_length=64)

    class Meta(InZaak.Meta):
        abstract = True

    @property
    def pdf(self) -> bytes:
        """The paper; raises `ValueError` when it is no longer what went out."""
        gelezen = b64decode(self.inhoud)
        if sha256(gelezen).hexdigest() != self.hash:
            raise ValueError("het afschrift is niet meer wat er is verstuurd")
        return gelezen


def als_afschrift(pdf: bytes) -> dict[str, str]:
    """The columns of a paper that goes out."""
    return {"inhoud": b64encode(pdf).decode(), "hash": sha256(pdf).hexdigest()}


class Besluitafschrift(_Afschrift):
    """The letter of a decision as it was announced; `van` is the decision."""

    CATEGORIE = "hulpvraag"

    class Meta(_Afschrift.Meta):
        abstract = False


class Rechtbankbundel(_Afschrift):
    """The file for the court as it was handed in; `van` is the request."""

    CATEGORIE = "schulden"

    class Meta(_Afschrift.Meta):
        abstract = False
