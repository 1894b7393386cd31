"""Tables of organisations, workers, roles and keys. Nothing here is about a resident."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.timezone import localdate

from samenhang.kernel.basis import Tekst, nieuw_id
from samenhang.kernel.organisaties.nummers import controleer_nummers

ORGANISATIESOORTEN: dict[str, Tekst] = {
    "gemeente": Tekst("Gemeente", "Municipality"),
    "kredietbank": Tekst("Kredietbank", "Credit bank"),
    "hulplijn": Tekst("Hulplijn", "Helpline"),
    "verhuurder": Tekst("Verhuurder", "Landlord"),
    "energieleverancier": Tekst("Energieleverancier", "Energy supplier"),
    "zorgverzekeraar": Tekst("Zorgverzekeraar", "Health insurer"),
    "drinkwaterbedrijf": Tekst("Drinkwaterbedrijf", "Water company"),
    "uitvoeringsorganisatie": Tekst("Uitvoeringsorganisatie", "Executive agency"),
    "school": Tekst("School", "School"),
    "zorgaanbieder": Tekst("Zorgaanbieder", "Care provider"),
    "ggz": Tekst("Geestelijke gezondheidszorg", "Mental health care"),
    "politie": Tekst("Politie", "Police"),
    "justitie": Tekst("Justitie", "Judicial authorities"),
    "veilig_thuis": Tekst("Veilig Thuis", "Veilig Thuis (domestic violence desk)"),
    "toezichthouder": Tekst("Toezichthouder", "Supervisor"),
    "anders": Tekst("Andere organisatie", "Other organisation"),
}


class Organisatie(models.Model):
    """An organisation. Names are not unique (two municipalities are called Bergen); the numbers are.

    `beheerd_door` is the municipality whose administrator keeps the accounts of this organisation; without
    one it keeps its own.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    soort = models.CharField(
        max_length=40, choices=[(naam, titel.nl) for naam, titel in ORGANISATIESOORTEN.items()]
    )
    naam = models.CharField(max_length=200, db_index=True)
    kvk = models.CharField(max_length=8, null=True, blank=True, unique=True)
    oin = models.CharField(max_length=20, null=True, blank=True, unique=True)
    rsin = models.CharField(max_length=9, null=True, blank=True, unique=True)
    tooi = models.URLField(null=True, blank=True, unique=True)
    gemeentecode = models.CharField(max_length=4, null=True, blank=True, unique=True)
    actief = models.BooleanField(default=True)
    beheerd_door = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="beheert", null=True, blank=True
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="gemeente_heeft_code",
                condition=~models.Q(soort="gemeente") | models.Q(gemeentecode__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def onderscheidend(self) -> str:
        """The name with what tells it from its namesake: the best known of its numbers, else of its id."""
        if self.gemeentecode:
            return f"{self.naam} (GM{self.gemeentecode})"
        if self.kvk:
            return f"{self.naam} (KvK {self.kvk})"
        return f"{self.naam} ({self.oin or self.rsin or str(self.id)[-6:]})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store, after the numbers have been checked; raises `Geweigerd` on an impossible one."""
        controleer_nummers(
            soort=self.soort,
            kvk=self.kvk,
            oin=self.oin,
            rsin=self.rsin,
            tooi=self.tooi,
            gemeentecode=self.gemeentecode,
        )
        super().save(*args, **kwargs)


PERSONADOMEIN = "@demo.invalid"
"""Personas of the demo have addresses in a domain that cannot exist."""


class GebruikerManager(BaseUserManager["Gebruiker"]):
    """Makes accounts; there is no superuser, because nobody stands above the access decision."""

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> Gebruiker:
        """An account with a hashed password, or one that can only enter by OIDC or passkey."""
        gebruiker = self.model(email=self.normalize_email(email).lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save()
        return gebruiker


class Gebruiker(AbstractBaseUser):
    """An account that can log in: of a worker, or of a resident (`persoon_id`)."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    email = models.EmailField(unique=True)
    naam = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    persoon_id = models.UUIDField(null=True, blank=True, unique=True)
    taal = models.CharField(max_length=2, default="", blank=True)
    gemaakt = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[GebruikerManager] = GebruikerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_staff = False

    def __str__(self) -> str:
        return self.naam or self.email

    @property
    def is_persona(self) -> bool:
        """Whether this is an invented account of the demo world, which exists in demo mode only."""
        return self.email.endswith(PERSONADOMEIN)

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Never: rights come from roles and the access decision only."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        """Never: rights come from roles and the access decision only."""
        return False


class Medewerker(models.Model):
    """Someone who works at an organisation from a day; one account can work at several."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gebruiker = models.ForeignKey(
        Gebruiker, on_delete=models.PROTECT, related_name="medewerkers", null=True, blank=True
    )
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="medewerkers")
    naam = models.CharField(max_length=200)
    functie = models.CharField(max_length=200, blank=True)
    van = models.DateField(default=localdate)
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["gebruiker", "organisatie"],
                condition=models.Q(tot__isnull=True),
                name="een_dienstverband_tegelijk",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def werkt_op(self, dag: date) -> bool:
        """Whether he works there on that day; `tot` is the last day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


class Rolvervulling(models.Model):
    """A role of a scheme that someone holds from a date, under a mandate; ended, never deleted.

    `verleend_door` is the administrator who gave it (nobody for a role from claims or from the terminal),
    `mandaat` the basis on which: the mandate register, a decision, or the claim.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="rollen")
    scheme = models.CharField(max_length=40)
    rol = models.CharField(max_length=40)
    mandaat = models.CharField(max_length=200, blank=True)
    verleend_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    bron = models.CharField(
        max_length=10, default="lokaal", choices=[("lokaal", "lokaal"), ("claim", "claim")]
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["medewerker", "scheme", "rol"],
                condition=models.Q(tot__isnull=True),
                name="een_open_rolvervulling",
            )
        ]

    def geldt_op(self, dag: date) -> bool:
        """Whether the role is held on that day; `tot` is the last day."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)


SCOPES = ("lezen", "schrijven")
"""What a token can be for, beside the roles of its worker: only to read, or also to do."""


class Toegangssleutel(models.Model):
    """A machine client (OAuth 2.0 client credentials, RFC 6749 §4.4); the secret is kept as a hash only.

    A machine with public keys (`openbaar`: JWKs, each with its `toegevoegd`) proves itself by signing (RFC 7523) and
    has no secret: its hash is empty then.
    `scopes` holds the most that its tokens can be for, separated by spaces.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="sleutels")
    naam = models.CharField(max_length=100)
    scopes = models.CharField(max_length=60, default="lezen schrijven")
    geheim_hash = models.CharField(max_length=64, blank=True)
    openbaar: models.JSONField[Any, Any] = models.JSONField(default=list)
    gemaakt = models.DateTimeField(auto_now_add=True)
    ingetrokken = models.DateTimeField(null=True, blank=True)


class Toegangsstop(models.Model):
    """That the access of a worker was stopped because of what came out of his account, until an administrator reopened it.

    `aanleiding` says which row of supervision it rests on, once: the same never stops him twice.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="stops")
    sinds = models.DateTimeField()
    aanleiding = models.CharField(max_length=160)
    opgeheven = models.DateTimeField(null=True, blank=True)
    opgeheven_door = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["medewerker", "aanleiding"], name="een_keer_gestopt")
        ]


class GebruikteVerklaring(models.Model):
    """The number of an assertion by which a machine proved itself, so that nobody can do it again with the same one."""

    hash = models.CharField(max_length=64, primary_key=True)
    verloopt = models.DateTimeField(db_index=True)


class Bewijs(models.Model):
    """A bearer token of one hour, kept as a hash, with the roles as they were when it was given.

    The roles stand in the row so that one statement authenticates a call; ending a role or a key deletes
    the tokens that were given for it.
    """

    hash = models.CharField(max_length=64, primary_key=True)
    sleutel = models.ForeignKey(Toegangssleutel, on_delete=models.CASCADE, related_name="bewijzen")
    rollen: models.JSONField[Any, Any] = models.JSONField(default=list)
    scopes = models.CharField(max_length=60, default="lezen schrijven")
    verloopt = models.DateTimeField(db_index=True)

    def gebruiker_id(self) -> UUID | None:
        """The account behind the token, if the worker has one."""
        return self.sleutel.medewerker.gebruiker_id
