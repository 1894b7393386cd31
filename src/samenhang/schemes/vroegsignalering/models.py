"""The tables of the scheme. Those with personal data name their category."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak


class Partnerafspraak(models.Model):
    """The agreement of a municipality with a partner: which columns, thresholds, period and feedback, from when.

    Replaced by a next version, never edited. `kolommen` empty: every column that the format knows. An empty
    threshold or number of days: what the municipality's own policy says.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="afspraken_als_gemeente")
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="afspraken_als_partner")
    soort = models.CharField(max_length=10)
    versie = models.PositiveIntegerField(default=1)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    kolommen: models.JSONField[Any, Any] = models.JSONField(default=list)
    klantnummer_toegestaan = models.BooleanField(default=True)
    terugkoppeling: models.JSONField[Any, Any] = models.JSONField(default=list)
    maildomein = models.CharField(max_length=100, blank=True)
    drempel_centen = models.PositiveIntegerField(null=True, blank=True)
    minimum_dagen = models.PositiveIntegerField(null=True, blank=True)
    maximum_dagen = models.PositiveIntegerField(null=True, blank=True)
    bewaar_dagen = models.PositiveIntegerField(default=30)
    reden = models.CharField(max_length=300, blank=True)
    door = models.CharField(max_length=200, blank=True)
    gemaakt = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["gemeente", "partner", "versie"], name="een_afspraak_per_versie")
        ]


class Beleidsset(models.Model):
    """The municipality's own published rules for follow-up, from a day; older sets keep what was decided then.

    A correction of the same day is a next version; nothing is edited or removed. `regels` holds what
    `domain.beleidsregels` makes of it, in its wire form.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="beleidssets")
    vanaf = models.DateField()
    versie = models.PositiveIntegerField(default=1)
    drempel_centen = models.PositiveIntegerField()
    regels: models.JSONField[Any, Any] = models.JSONField(default=dict)
    vastgesteld_door = models.CharField(max_length=200)
    door = models.CharField(max_length=200, blank=True)
    reden = models.CharField(max_length=300)
    gemaakt = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-vanaf", "-versie"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["gemeente", "vanaf", "versie"], name="een_beleidsset_per_dag_en_versie"
            )
        ]


class Signaal(Categorietabel):
    """One arrears of one partner, as accepted."""

    CATEGORIE = "signaal"

    aanlevering = models.ForeignKey(Aanlevering, on_delete=models.PROTECT, related_name="+")
    regel = models.PositiveIntegerField()
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    partner_soort = models.CharField(max_length=10)
    signaal_id = models.CharField(max_length=40)
    soort_signaal = models.CharField(max_length=20)
    klantnummer = models.CharField(max_length=30, blank=True)
    bedrag_centen = models.PositiveIntegerField()
    aantal_maanden = models.PositiveIntegerField(null=True, blank=True)
    ontstaansdatum = models.DateField(null=True, blank=True)
    datum_signaal = models.DateField()
    dreiging = models.CharField(max_length=20)
    datum_dreiging = models.DateField(null=True, blank=True)
    warme_overdracht = models.BooleanField(default=False)
    minderjarig = models.BooleanField(default=False)
    status = models.CharField(max_length=20, default="geldig")
    reden = models.CharField(max_length=40, blank=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, null=True, related_name="+")
    inhoud_hash = models.CharField(max_length=32)
    ontvangen = models.DateTimeField()
    zekerheid = models.FloatField(default=1.0)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie", "partner", "signaal_id"], name="een_signaal_per_nummer"
            )
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["persoon", "datum_signaal"], name="signaal_van_persoon"),
            models.Index(fields=["zaak"], name="signaal_in_zaak"),
            models.Index(fields=["organisatie", "status"], name="signaal_status"),
        ]


class SignaalNaam(Categorietabel):
    """Name, address and contact as the partner sent them with a signal: what matching compares."""

    CATEGORIE = "naw"

    signaal = models.OneToOneField(Signaal, on_delete=models.PROTECT, related_name="+")
    achternaam = models.CharField(max_length=200)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    voorletters = models.CharField(max_length=40, blank=True)
    voornaam = models.CharField(max_length=200, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    straat = models.CharField(max_length=80)
    huisnummer = models.PositiveIntegerField()
    huisletter = models.CharField(max_length=1, blank=True)
    toevoeging = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=6)
    woonplaats = models.CharField(max_length=80)
    telefoon = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=254, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False


class Twijfelpaar(Categorietabel):
    """Two signals that may be of one person: a worker judges once, and is never asked again."""

    CATEGORIE = "naw"

    links = models.ForeignKey(Signaal, on_delete=models.PROTECT, related_name="+")
    rechts = models.ForeignKey(Signaal, on_delete=models.PROTECT, related_name="+")
    rechts_persoon = models.ForeignKey("personen.Persoon", on_delete=models.PROTECT, related_name="+")
    zekerheid = models.FloatField()
    oordeel = models.CharField(max_length=10, blank=True)
    reden = models.CharField(max_length=300, blank=True)
    door = models.CharField(max_length=200, blank=True)
    moment = models.DateTimeField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["links", "rechts"], name="een_keer_gevraagd")
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie", "oordeel", "-zekerheid"], name="twijfel_te_beoordelen")
        ]


class Samenvoeging(Categorietabel):
    """Two persons turned out to be one: `persoon` stays, `weg` went. `verplaatst` names every row that moved.

    Undone by the same list; the row itself stays, so that the history can be told.
    """

    CATEGORIE = "naw"

    weg = models.ForeignKey("personen.Persoon", on_delete=models.PROTECT, related_name="+")
    paar = models.ForeignKey(Twijfelpaar, on_delete=models.PROTECT, related_name="+")
    verplaatst: models.JSONField[Any, Any] = models.JSONField(default=dict)
    door = models.CharField(max_length=200)
    moment = models.DateTimeField()
    ongedaan_door = models.CharField(max_length=200, blank=True)
    ongedaan_op = models.DateTimeField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False


class Terugkoppelbericht(models.Model):
    """One batch of feedback to one partner, numbered per municipality and partner.

    `regels` is the message exactly as it went: the partner's own signal numbers, no name and no address. The
    register's side of it, with the persons, is the category table `Terugkoppeling`.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveIntegerField()
    afspraak = models.ForeignKey(Partnerafspraak, on_delete=models.PROTECT, related_name="+")
    gemaakt = models.DateTimeField()
    aantal = models.PositiveIntegerField(default=0)
    regels: models.JSONField[Any, Any] = models.JSONField(default=list)
    opgehaald = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-gemaakt", "-nummer"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["gemeente", "partner", "nummer"], name="een_bericht_per_nummer")
        ]


class Terugkoppeling(Categorietabel):
    """What a partner was told about one of its signals, exactly as it went; later news is a new line."""

    CATEGORIE = "signaal"

    bericht = models.ForeignKey(Terugkoppelbericht, on_delete=models.PROTECT, related_name="+")
    signaal = models.ForeignKey(Signaal, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    partner_signaal_id = models.CharField(max_length=40)
    soort = models.CharField(max_length=30)
    datum = models.DateField()
    pauze_tot = models.DateField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["signaal", "soort"], name="een_keer_teruggekoppeld")
        ]


class BrpAntwoord(Categorietabel):
    """What the BRP said about a person: by the connected source, or looked up and entered by hand.

    The newest answer counts. `gegevens` holds the name and address as the BRP has them, as far as needed to
    compare; `verschillen` names the causes of doubt.
    """

    CATEGORIE = "naw"

    uitkomst = models.CharField(max_length=20)
    bron = models.CharField(max_length=20)
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)
    toelichting = models.CharField(max_length=300, blank=True)
    gegevens: models.JSONField[Any, Any] = models.JSONField(default=dict)
    verschillen: models.JSONField[Any, Any] = models.JSONField(default=list)

    class Meta(Categorietabel.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["persoon", "-moment"], name="brp_van_persoon"),
            models.Index(fields=["organisatie", "uitkomst"], name="brp_uitkomst"),
        ]


class Brievenronde(models.Model):
    """A round of letters that somebody sent: which text, in which languages, on which day, by whom.

    `afzender` and `tekst` hold what the letters have in common, as it was then; nothing in here is about a person.
    A round is done when none of its orders waits.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    sjabloon = models.CharField(max_length=40)
    tekstversie = models.CharField(max_length=40)
    taal = models.CharField(max_length=10)
    datum = models.DateField()
    afzender: models.JSONField[Any, Any] = models.JSONField(default=dict)
    tekst: models.JSONField[Any, Any] = models.JSONField(default=dict)
    door = models.CharField(max_length=200)
    gemaakt = models.DateTimeField()
    opgehaald = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["medewerker", "-id"], name="rondes_van_medewerker")
        ]


class Briefopdracht(models.Model):
    """One household in a round: waits, was written to, or was left out with a reason."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    ronde = models.ForeignKey(Brievenronde, on_delete=models.PROTECT, related_name="opdrachten")
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, default="wacht")
    reden = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["ronde", "zaak"], name="een_keer_in_een_ronde"),
            models.UniqueConstraint(
                fields=["zaak"], condition=models.Q(status="wacht"), name="een_wachtende_brief"
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["id"], condition=models.Q(status="wacht"), name="brieven_te_maken")
        ]


class Brief(Categorietabel):
    """A letter as it went to one person: the lines on the envelope, and from which signals it names the senders.

    `groep` is that of the contact attempt that it is.
    """

    CATEGORIE = "naw"

    opdracht = models.ForeignKey(Briefopdracht, on_delete=models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveSmallIntegerField()
    groep = models.UUIDField()
    naam = models.CharField(max_length=300)
    geadresseerde: models.JSONField[Any, Any] = models.JSONField(default=list)
    signalen: models.JSONField[Any, Any] = models.JSONField(default=list)
    ondertekenaar = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [models.Index(fields=["zaak"], name="brieven_van_zaak")]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["opdracht", "nummer"], name="een_brief_per_nummer")
        ]


class Contactpoging(Categorietabel):
    """One attempt to reach a household; its rows, one per person, share a `groep`.

    A correction adds a new attempt and marks the old one with when, by whom and why: it stays readable and
    counts no more. Only rows with `vervallen_op` empty count. `tekstversie` names the text of a letter.
    """

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    groep = models.UUIDField(default=nieuw_id, editable=False)
    soort = models.CharField(max_length=20)
    datum = models.DateField()
    dagdeel = models.CharField(max_length=10)
    bereikt = models.BooleanField()
    notitie = models.CharField(max_length=500, blank=True)
    tekstversie = models.CharField(max_length=40, blank=True)
    door = models.CharField(max_length=200)
    vastgelegd = models.DateTimeField()
    vervangt = models.UUIDField(null=True, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)
    vervallen_door = models.CharField(max_length=200, blank=True)
    vervallen_reden = models.CharField(max_length=300, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [models.Index(fields=["zaak", "datum"], name="poging_in_zaak")]


class Aanbod(Categorietabel):
    """The offer of help: which text, when, by which channel, and the answer."""

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    tekstversie = models.CharField(max_length=40)
    datum = models.DateField()
    kanaal = models.CharField(max_length=20)
    aanvaard_op = models.DateField(null=True, blank=True)
    afgewezen_op = models.DateField(null=True, blank=True)
    dreiging = models.BooleanField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "persoon", "datum", "kanaal"], name="een_aanbod_per_dag")
        ]


class LopendeHulp(Categorietabel):
    """Help that already runs: the debt counsellor who takes over, or another kind of support (never its content)."""

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=30)
    hulpverlener = models.CharField(max_length=200, blank=True)
    gesproken_op = models.DateField()
    neemt_over = models.BooleanField(default=False)
    door = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = False


class Bezwaar(Categorietabel):
    """An objection by the resident (AVG art. 21): stops contact until it is decided."""

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()
    toelichting = models.TextField(blank=True)
    beslist_op = models.DateField(null=True, blank=True)
    toegewezen = models.BooleanField(null=True, blank=True)
    motivering = models.TextField(blank=True)
    beslist_door = models.CharField(max_length=200, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False


class Uitkomst(Categorietabel):
    """How a melding ended, in the words of the national data model.

    `definitief` is False while a second reader still has to agree.
    """

    CATEGORIE = "uitkomst"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    resultaat = models.CharField(max_length=60)
    datum = models.DateField()
    door = models.CharField(max_length=200)
    moment = models.DateTimeField(null=True)
    door_medewerker = models.UUIDField(null=True, blank=True)
    definitief = models.BooleanField(default=True)
    tweede_lezer = models.CharField(max_length=200, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
