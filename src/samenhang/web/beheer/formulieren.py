"""The administrator's forms, and how a refusal of the kernel lands beside its field."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from uuid import UUID

from django import forms

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.beheer.gegevens import MedewerkerGegevens, OrganisatieGegevens, RolGegevens
from samenhang.kernel.beheer.sleutelbeeld import SleutelRegel
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.scheme import Rol, scheme
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald
from samenhang.web.weergave import taal

R = TypeVar("R")


def probeer(formulier: forms.Form, actie: Callable[[], R]) -> R | None:
    """Run an action for a form that is complete; what it refuses lands beside the field it is about.

    Gives None when the form is shown again. A refusal for want of a role, or of something that does not
    exist, is a page of its own and is raised.
    """
    if not formulier.is_valid():
        return None
    try:
        return actie()
    except Geweigerd as weigering:
        if weigering.status in (403, 404) and not weigering.fouten:
            raise
        for fout in weigering.fouten:
            veld = fout.plaats.kolom if fout.plaats.kolom in formulier.fields else None
            zin = fout.tekst.in_taal(taal())
            formulier.add_error(veld, zin.removeprefix(f"{fout.plaats.kolom}: ") if veld else zin)
        if not weigering.fouten:
            formulier.add_error(None, weigering.tekst.in_taal(taal()))
        return None


class Reden(Opmaak, forms.Form):
    """Why something changes; it goes into the log."""

    reden = forms.CharField(
        label=vertaald(Tekst("Reden", "Reason")),
        help_text=vertaald(Tekst("Komt in het logboek.", "Goes into the log.")),
        max_length=300,
    )


class Einde(Reden):
    """When something stops, and why."""

    laatste_dag = Datumveld(
        label=vertaald(Tekst("Laatste dag", "Last day")),
        help_text=vertaald(Tekst("Leeg: het stopt nu meteen.", "Empty: it stops right now.")),
        required=False,
    )
    field_order = ("laatste_dag", "reden")


class NieuweMedewerker(Opmaak, forms.Form):
    """Someone who comes to work here."""

    organisatie = forms.ChoiceField(label=vertaald(Tekst("Organisatie", "Organisation")))
    naam = forms.CharField(label=vertaald(Tekst("Naam", "Name")), max_length=200)
    email = forms.CharField(
        label=vertaald(Tekst("E-mailadres", "E-mail address")),
        help_text=vertaald(
            Tekst(
                "Hiermee logt hij in. Het kan later niet worden veranderd.",
                "This is how he logs in. It cannot be changed later.",
            )
        ),
        max_length=254,
        widget=forms.EmailInput,
    )
    functie = forms.CharField(label=vertaald(Tekst("Functie", "Job title")), max_length=200, required=False)
    van = Datumveld(
        label=vertaald(Tekst("Eerste dag", "First day")),
        help_text=vertaald(Tekst("Leeg: vandaag.", "Empty: today.")),
        required=False,
    )

    def __init__(self, *args: Any, organisaties: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["organisatie"]
        assert isinstance(keuze, forms.ChoiceField)  # declared above
        keuze.choices = list(organisaties)

    def gegevens(self) -> MedewerkerGegevens:
        """What was filled in."""
        gevuld = self.cleaned_data
        return MedewerkerGegevens(gevuld["naam"], gevuld["email"], gevuld["functie"], gevuld["van"])


class Medewerker(Reden):
    """What can change about a worker."""

    naam = forms.CharField(label=vertaald(Tekst("Naam", "Name")), max_length=200)
    functie = forms.CharField(label=vertaald(Tekst("Functie", "Job title")), max_length=200, required=False)
    field_order = ("naam", "functie", "reden")


class NieuweRol(Opmaak, forms.Form):
    """A role for someone, with its basis."""

    rol = forms.ChoiceField(label=vertaald(Tekst("Rol", "Role")))
    mandaat = forms.CharField(
        label=vertaald(Tekst("Op grond van", "On the basis of")),
        help_text=vertaald(
            Tekst(
                "Bijvoorbeeld: mandaatregister 2026, artikel 3.",
                "For example: mandate register 2026, article 3.",
            )
        ),
        max_length=200,
    )
    van = Datumveld(
        label=vertaald(Tekst("Eerste dag", "First day")),
        help_text=vertaald(Tekst("Leeg: vandaag.", "Empty: today.")),
        required=False,
    )
    tot = Datumveld(
        label=vertaald(Tekst("Laatste dag", "Last day")),
        help_text=vertaald(Tekst("Leeg: tot u de rol beëindigt.", "Empty: until you end the role.")),
        required=False,
    )

    def __init__(self, *args: Any, te_verlenen: Iterable[tuple[str, Rol]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["rol"]
        assert isinstance(keuze, forms.ChoiceField)  # declared above
        keuze.choices = [
            (f"{naam}:{rol.naam}", f"{rol.titel.in_taal(taal())} – {scheme(naam).titel.in_taal(taal())}")
            for naam, rol in te_verlenen
        ]

    def gegevens(self) -> RolGegevens:
        """What was filled in."""
        gevuld = self.cleaned_data
        naam, _, rol = str(gevuld["rol"]).partition(":")
        return RolGegevens(naam, rol, gevuld["mandaat"], gevuld["van"], gevuld["tot"])


class Mandaat(Reden):
    """A better text of the basis on which a role rests."""

    mandaat = forms.CharField(label=vertaald(Tekst("Op grond van", "On the basis of")), max_length=200)
    field_order = ("mandaat", "reden")


class Sleutel(Opmaak, forms.Form):
    """A name for a key."""

    naam = forms.CharField(
        label=vertaald(Tekst("Waarvoor is de sleutel?", "What is the key for?")), max_length=100
    )
    alleen_lezen = forms.BooleanField(
        label=vertaald(Tekst("Alleen om te lezen", "To read only")), required=False
    )


class OpenbareSleutel(Opmaak, forms.Form):
    """The public key by which a machine signs; `sleutels` are those it can be added to."""

    sleutel = forms.TypedChoiceField(
        label=vertaald(Tekst("Bij welke sleutel?", "To which key?")), coerce=UUID
    )
    jwk = forms.CharField(
        label=vertaald(Tekst("Openbare sleutel (JWK)", "Public key (JWK)")),
        help_text=vertaald(
            Tekst(
                "Eén JSON-object met kty, kid en de openbare waarden: RSA (PS256) of P-256 (ES256). Het geheim geldt daarna niet meer.",
                "One JSON object with kty, kid and the public values: RSA (PS256) or P-256 (ES256). The secret works no more after that.",
            )
        ),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        max_length=4000,
    )

    def __init__(self, *args: Any, sleutels: Iterable[SleutelRegel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(regel.id), regel.naam) for regel in sleutels if not regel.ingetrokken]
        self.fields["sleutel"].choices = keuzes  # type: ignore[attr-defined]  # a choice field, the stubs know only `Field`


class Organisatie(Opmaak, forms.Form):
    """An organisation and its numbers."""

    soort = forms.ChoiceField(label=vertaald(Tekst("Soort", "Kind")))
    naam = forms.CharField(label=vertaald(Tekst("Naam", "Name")), max_length=200)
    kvk = forms.CharField(
        label=vertaald(Tekst("KvK-nummer", "Trade register number")), max_length=20, required=False
    )
    rsin = forms.CharField(label="RSIN", max_length=20, required=False)
    oin = forms.CharField(
        label="OIN",
        help_text=vertaald(
            Tekst(
                "20 tekens: 00000003, het KvK-nummer en 0000, of 00000001, het RSIN en 000.",
                "20 characters: 00000003, the trade register number and 0000, or 00000001, the RSIN and 000.",
            )
        ),
        max_length=40,
        required=False,
    )
    tooi = forms.CharField(
        label="TOOI",
        help_text=vertaald(
            Tekst(
                "Adres in de lijst van overheidsorganisaties, als zij daarin staat.",
                "Address in the list of government organisations, when it is there.",
            )
        ),
        max_length=200,
        required=False,
    )
    gemeentecode = forms.CharField(
        label=vertaald(Tekst("Gemeentecode", "Municipality code")), max_length=10, required=False
    )

    def __init__(self, *args: Any, soorten: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = self.fields["soort"]
        assert isinstance(keuze, forms.ChoiceField)  # declared above
        keuze.choices = [(naam, ORGANISATIESOORTEN[naam].in_taal(taal())) for naam in soorten]
        if "gemeente" not in soorten:
            del self.fields["gemeentecode"]

    def gegevens(self) -> OrganisatieGegevens:
        """What was filled in."""
        return OrganisatieGegevens(
            **{naam: str(waarde) for naam, waarde in self.cleaned_data.items() if naam != "reden"}
        )


class GewijzigdeOrganisatie(Organisatie, Reden):
    """The same, with the reason of the change."""

    field_order = ("soort", "naam", "kvk", "rsin", "oin", "tooi", "gemeentecode", "reden")
