"""The administrator: what he can do, where his reach ends, and that all of it stands in the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.beheer import queries
from samenhang.kernel.beheer.actions import medewerkers, organisaties, rollen, sleutels, uitnodigen
from samenhang.kernel.beheer.gegevens import MedewerkerGegevens, OrganisatieGegevens, RolGegevens
from samenhang.kernel.beheer.grenzen import installatiebeheer
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.organisaties.actions import geef_bewijs
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Bewijs, Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_bij_bewijs, actor_van, rollen_op

pytestmark = pytest.mark.django_db
VANDAAG = date(2026, 11, 24)
MORGEN = VANDAAG + timedelta(days=1)
SCHEME = "vroegsignalering"
TEAMLEIDER = RolGegevens(SCHEME, "teamleider", "mandaatregister 2026, artikel 3")


@dataclass
class Huis:
    """A municipality with an administrator and a worker, and another municipality with its own."""

    gemeente: Organisatie
    ewa: Medewerker
    sanne: Medewerker
    ander: Medewerker

    def actor(self, wie: Medewerker) -> Actor:
        assert wie.gebruiker is not None
        return actor_van(wie.gebruiker, VANDAAG)

    @property
    def beheerder(self) -> Actor:
        return self.actor(self.ewa)


@pytest.fixture
def huis() -> Huis:
    def mens(naam: str, gemeente: Organisatie, rol: str) -> Medewerker:
        gebruiker = Gebruiker.objects.create_user(f"{naam}-{gemeente.gemeentecode}@test.invalid", naam=naam)
        rij = Medewerker.objects.create(
            gebruiker=gebruiker, organisatie=gemeente, naam=naam, van=date(2026, 1, 1)
        )
        Rolvervulling.objects.create(medewerker=rij, scheme=SCHEME, rol=rol, van=date(2026, 1, 1))
        return rij

    hier = Organisatie.objects.create(soort="gemeente", naam="Bergen", gemeentecode="0373")
    daar = Organisatie.objects.create(soort="gemeente", naam="Bergen", gemeentecode="0893")
    return Huis(
        hier,
        mens("ewa", hier, "beheerder"),
        mens("sanne", hier, "vroegsignaleerder"),
        mens("jan", daar, "beheerder"),
    )


def geweigerd(code: str, functie: Callable[..., Any], *args: Any, **kwargs: Any) -> Geweigerd:
    """The refusal has this code, speaks both languages, and nothing was stored."""
    voor = _stand()
    with pytest.raises(Geweigerd) as weigering:
        functie(*args, **kwargs)
    assert weigering.value.code == code
    assert weigering.value.tekst.nl
    assert weigering.value.tekst.en
    assert weigering.value.tekst.nl != weigering.value.tekst.en
    assert _stand() == voor
    return weigering.value


def _stand() -> list[object]:
    return [
        list(model.objects.order_by("pk").values())
        for model in (Organisatie, Gebruiker, Medewerker, Rolvervulling, Bewijs)
    ]


def logregel() -> Auditregel:
    return Auditregel.objects.order_by("-moment", "-id")[0]


class TestRollenVerlenen:
    def test_een_rol_met_mandaat_en_wie_hem_gaf(self, huis: Huis) -> None:
        rij = rollen.verleen_rol(huis.beheerder, huis.sanne.id, TEAMLEIDER)
        assert rij.verleend_door == huis.ewa
        assert rij.mandaat == "mandaatregister 2026, artikel 3"
        assert "teamleider" in rollen_op(huis.sanne.id, VANDAAG)[SCHEME]
        regel = logregel()
        assert regel.naam == "rol verlenen"
        assert regel.rollen == "beheerder"
        assert regel.organisatie_id == huis.gemeente.id
        assert regel.wijziging["rol"] == ["", "vroegsignalering:teamleider"]

    def test_vanaf_morgen_geeft_vandaag_niets(self, huis: Huis) -> None:
        rollen.verleen_rol(huis.beheerder, huis.sanne.id, replace(TEAMLEIDER, van=MORGEN))
        assert "teamleider" not in rollen_op(huis.sanne.id, VANDAAG)[SCHEME]
        assert "teamleider" in rollen_op(huis.sanne.id, MORGEN)[SCHEME]

    def test_niemand_geeft_zichzelf_een_rol(self, huis: Huis) -> None:
        geweigerd("over_zichzelf", rollen.verleen_rol, huis.beheerder, huis.ewa.id, TEAMLEIDER)

    def test_ook_niet_via_een_tweede_dienstverband(self, huis: Huis) -> None:
        tweede = Medewerker.objects.create(
            gebruiker=huis.ewa.gebruiker, organisatie=huis.ander.organisatie, naam="ewa elders"
        )
        bij_de_ander = replace(huis.actor(huis.ander), gebruiker_id=huis.ewa.gebruiker_id)
        geweigerd("over_zichzelf", rollen.verleen_rol, bij_de_ander, tweede.id, TEAMLEIDER)

    @pytest.mark.parametrize(
        ("anders", "code"),
        [
            ({"mandaat": "  "}, "veld_leeg"),
            ({"mandaat": "x" * 201}, "veld_te_lang"),
            ({"mandaat": "regel\nregel"}, "veld_teken"),
            ({"van": VANDAAG - timedelta(days=1)}, "van_voorbij"),
            ({"tot": VANDAAG - timedelta(days=1)}, "tot_voor_van"),
            ({"rol": "keizer"}, "rol_onbekend"),
            ({"scheme": "kernel", "rol": "installatiebeheerder"}, "rol_onbekend"),
            ({"rol": "partner"}, "rol_past_niet"),
            ({"rol": "vroegsignaleerder"}, "rol_al_verleend"),
        ],
    )
    def test_wat_niet_kan_wordt_geweigerd(self, huis: Huis, anders: dict[str, Any], code: str) -> None:
        geweigerd(code, rollen.verleen_rol, huis.beheerder, huis.sanne.id, replace(TEAMLEIDER, **anders))

    def test_buiten_bereik_bestaat_niet(self, huis: Huis) -> None:
        for doel in (huis.ander.id, uuid4()):
            geweigerd("medewerker_onbekend", rollen.verleen_rol, huis.beheerder, doel, TEAMLEIDER)

    def test_wie_geen_beheerder_is_beheert_niets(self, huis: Huis) -> None:
        for functie, args in (
            (rollen.verleen_rol, (huis.ewa.id, TEAMLEIDER)),
            (medewerkers.beeindig_medewerker, (huis.ewa.id, "mag niet")),
            (medewerkers.zet_tweede_factor_terug, (huis.ewa.id, "mag niet")),
            (organisaties.registreer_organisatie, (OrganisatieGegevens("anders", "X"),)),
            (queries.medewerkers, (queries.MedewerkerFilter(),)),
            (queries.organisaties, ()),
            (sleutels.geef_sleutel, (huis.ewa.id, "x")),
            (uitnodigen.nodig_uit, (huis.ewa.id,)),
        ):
            geweigerd("rol_ontbreekt", functie, huis.actor(huis.sanne), *args)

    def test_een_beheerder_geeft_alleen_rollen_van_zijn_eigen_scheme(self, huis: Huis) -> None:
        vreemd = replace(huis.beheerder, rollen={"ander_scheme": frozenset({"beheerder"})})
        geweigerd("rol_ontbreekt", rollen.verleen_rol, vreemd, huis.sanne.id, TEAMLEIDER)


class TestRollenBeeindigen:
    def test_nu_en_zonder_bewijs(self, huis: Huis) -> None:
        sleutel, geheim = sleutels.geef_sleutel(huis.beheerder, huis.sanne.id, "nachtlevering")
        geef_bewijs(sleutel.id, geheim, timezone.now())
        rol = Rolvervulling.objects.get(medewerker=huis.sanne)
        rollen.beeindig_rol(huis.beheerder, rol.id, "andere functie")
        assert rollen_op(huis.sanne.id, VANDAAG) == {}
        assert rollen_op(huis.sanne.id, VANDAAG - timedelta(days=1))
        assert not Bewijs.objects.exists()
        assert logregel().reden == "andere functie"

    def test_op_een_laatste_dag(self, huis: Huis) -> None:
        rol = Rolvervulling.objects.get(medewerker=huis.sanne)
        rollen.beeindig_rol(huis.beheerder, rol.id, "contract loopt af", MORGEN)
        assert rollen_op(huis.sanne.id, MORGEN)
        assert rollen_op(huis.sanne.id, MORGEN + timedelta(days=1)) == {}
        geweigerd(
            "dag_past_niet", rollen.beeindig_rol, huis.beheerder, rol.id, "later", MORGEN + timedelta(days=9)
        )

    def test_zonder_reden_of_in_het_verleden_niet(self, huis: Huis) -> None:
        rol = Rolvervulling.objects.get(medewerker=huis.sanne)
        geweigerd("reden_ontbreekt", rollen.beeindig_rol, huis.beheerder, rol.id, " ")
        geweigerd(
            "dag_past_niet",
            rollen.beeindig_rol,
            huis.beheerder,
            rol.id,
            "te laat",
            VANDAAG - timedelta(days=3),
        )

    def test_de_laatste_beheerder_blijft(self, huis: Huis) -> None:
        eigen = Rolvervulling.objects.get(medewerker=huis.ewa)
        geweigerd("laatste_beheerder", rollen.beeindig_rol, huis.beheerder, eigen.id, "ik stop")
        geweigerd("laatste_beheerder", rollen.beeindig_rol, huis.beheerder, eigen.id, "ik stop", MORGEN)
        tijdelijk = replace(TEAMLEIDER, rol="beheerder", tot=MORGEN)
        tweede = rollen.verleen_rol(huis.beheerder, huis.sanne.id, tijdelijk)
        geweigerd("laatste_beheerder", rollen.beeindig_rol, huis.beheerder, eigen.id, "ik stop")
        rollen.beeindig_rol(huis.beheerder, tweede.id, "was een vergissing")
        rollen.verleen_rol(huis.beheerder, huis.sanne.id, replace(TEAMLEIDER, rol="beheerder"))
        Gebruiker.objects.filter(id=huis.sanne.gebruiker_id).update(is_active=False)
        geweigerd("laatste_beheerder", rollen.beeindig_rol, huis.beheerder, eigen.id, "ik stop")
        Gebruiker.objects.filter(id=huis.sanne.gebruiker_id).update(is_active=True)
        rollen.beeindig_rol(huis.beheerder, eigen.id, "ik stop")
        assert rollen_op(huis.ewa.id, VANDAAG) == {}

    def test_een_rol_uit_een_claim_verandert_bij_de_bron(self, huis: Huis) -> None:
        rol = Rolvervulling.objects.create(
            medewerker=huis.sanne, scheme=SCHEME, rol="intake", van=VANDAAG, bron="claim"
        )
        geweigerd("rol_uit_claim", rollen.beeindig_rol, huis.beheerder, rol.id, "weg ermee")

    def test_het_mandaat_verbeteren_laat_het_oude_in_het_log(self, huis: Huis) -> None:
        rol = rollen.verleen_rol(huis.beheerder, huis.sanne.id, TEAMLEIDER)
        rollen.wijzig_mandaat(huis.beheerder, rol.id, "besluit 2026-117", "verkeerd overgenomen")
        assert logregel().wijziging["mandaat"] == ["mandaatregister 2026, artikel 3", "besluit 2026-117"]


class TestMedewerkers:
    def test_een_nieuwe_medewerker_heeft_een_account_zonder_wachtwoord_en_zonder_rol(
        self, huis: Huis
    ) -> None:
        rij = medewerkers.voeg_medewerker_toe(
            huis.beheerder, huis.gemeente.id, MedewerkerGegevens("Noor", "Noor@Gemeente.NL", "intake")
        )
        assert rij.gebruiker is not None
        assert rij.gebruiker.email == "noor@gemeente.nl"
        assert not rij.gebruiker.has_usable_password()
        assert rollen_op(rij.id, VANDAAG) == {}

    def test_wie_elders_al_werkt_houdt_zijn_account(self, huis: Huis) -> None:
        assert huis.ander.gebruiker is not None
        rij = medewerkers.voeg_medewerker_toe(
            huis.beheerder, huis.gemeente.id, MedewerkerGegevens("Jan", huis.ander.gebruiker.email)
        )
        assert rij.gebruiker == huis.ander.gebruiker
        assert rij.gebruiker.naam == "jan"

    @pytest.mark.parametrize(
        ("gegevens", "code"),
        [
            (MedewerkerGegevens("", "a@b.nl"), "veld_leeg"),
            (MedewerkerGegevens("Noor", ""), "veld_leeg"),
            (MedewerkerGegevens("Noor", "geen adres"), "email_onjuist"),
            (MedewerkerGegevens("Noor", "a@b.nl, c@d.nl"), "email_onjuist"),
            (MedewerkerGegevens("N" * 201, "a@b.nl"), "veld_te_lang"),
            (MedewerkerGegevens("Noor\x00", "a@b.nl"), "veld_teken"),
            (MedewerkerGegevens("Sanne", "sanne-0373@test.invalid"), "werkt_hier_al"),
            (MedewerkerGegevens("Ewa", "ewa-0373@test.invalid"), "over_zichzelf"),
        ],
    )
    def test_verkeerde_invoer(self, huis: Huis, gegevens: MedewerkerGegevens, code: str) -> None:
        geweigerd(code, medewerkers.voeg_medewerker_toe, huis.beheerder, huis.gemeente.id, gegevens)

    def test_stoppen_neemt_rollen_sessies_en_bewijzen_mee(self, huis: Huis) -> None:
        medewerkers.beeindig_medewerker(huis.beheerder, huis.sanne.id, "uit dienst")
        huis.sanne.refresh_from_db()
        assert huis.sanne.gebruiker is not None
        assert actor_van(huis.sanne.gebruiker, VANDAAG).organisatie_id is None
        assert rollen_op(huis.sanne.id, VANDAAG) == {}
        assert logregel().wijziging["rollen"] == ["vroegsignalering:vroegsignaleerder"]
        geweigerd("al_beeindigd", medewerkers.beeindig_medewerker, huis.beheerder, huis.sanne.id, "nog eens")

    def test_zichzelf_beeindigen_of_terugzetten_kan_niet(self, huis: Huis) -> None:
        geweigerd("over_zichzelf", medewerkers.beeindig_medewerker, huis.beheerder, huis.ewa.id, "weg")
        geweigerd("over_zichzelf", medewerkers.zet_tweede_factor_terug, huis.beheerder, huis.ewa.id, "kwijt")
        geweigerd("over_zichzelf", sleutels.geef_sleutel, huis.beheerder, huis.ewa.id, "robot")

    def test_de_laatste_beheerder_gaat_niet_weg(self, huis: Huis) -> None:
        baas = installatiebeheer(huis.gemeente)
        geweigerd(
            "laatste_beheerder", medewerkers.beeindig_medewerker, baas, huis.ewa.id, "uit dienst", MORGEN
        )

    def test_naam_en_functie_wijzigen(self, huis: Huis) -> None:
        medewerkers.wijzig_medewerker(huis.beheerder, huis.sanne.id, "Sanne T.", "coach", "andere functie")
        assert logregel().wijziging["naam"] == ["sanne", "Sanne T."]
        geweigerd(
            "reden_ontbreekt", medewerkers.wijzig_medewerker, huis.beheerder, huis.sanne.id, "S", "", ""
        )


class TestUitnodigen:
    def test_de_link_gaat_per_mail_en_werkt(
        self, huis: Huis, django_capture_on_commit_callbacks: Any, client: Any
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            assert uitnodigen.nodig_uit(huis.beheerder, huis.sanne.id) == "sanne-0373@test.invalid"
        link = next(regel for regel in mail.outbox[0].body.splitlines() if regel.startswith("http"))
        antwoord = client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
        assert antwoord.status_code == 200
        client.post(
            antwoord.redirect_chain[-1][0], {"password1": "Zeven-sloten-9", "password2": "Zeven-sloten-9"}
        )
        assert huis.sanne.gebruiker is not None
        huis.sanne.gebruiker.refresh_from_db()
        assert huis.sanne.gebruiker.check_password("Zeven-sloten-9")
        geweigerd("heeft_wachtwoord", uitnodigen.nodig_uit, huis.beheerder, huis.sanne.id)

    def test_zonder_mail_wijst_de_weigering_de_weg(self, huis: Huis, settings: Any) -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
        geweigerd("geen_mail", uitnodigen.nodig_uit, huis.beheerder, huis.sanne.id)
        geweigerd("alleen_installatie", uitnodigen.maak_link, huis.beheerder, huis.sanne.id)
        assert "/account/password/reset/key/" in uitnodigen.maak_link(
            installatiebeheer(huis.gemeente), huis.sanne.id
        )


class TestOrganisaties:
    PARTNER = OrganisatieGegevens(
        "energieleverancier", "Noordlicht", kvk="99990021", oin="00000003999900210000"
    )

    def test_een_partner_valt_onder_wie_hem_registreert(self, huis: Huis) -> None:
        partner = organisaties.registreer_organisatie(huis.beheerder, self.PARTNER)
        assert partner.beheerd_door == huis.gemeente
        tim = medewerkers.voeg_medewerker_toe(
            huis.beheerder, partner.id, MedewerkerGegevens("Tim", "tim@noordlicht.nl")
        )
        rollen.verleen_rol(huis.beheerder, tim.id, replace(TEAMLEIDER, rol="partner"))
        assert huis.actor(tim).heeft_rol(SCHEME, "partner")
        vreemd = huis.actor(huis.ander)
        geweigerd("organisatie_onbekend", queries.organisatie, vreemd, partner.id)
        geweigerd("medewerker_onbekend", queries.medewerker, vreemd, tim.id)
        assert partner not in queries.organisaties(vreemd)

    def test_een_nummer_hoort_bij_een_organisatie(self, huis: Huis) -> None:
        organisaties.registreer_organisatie(huis.beheerder, self.PARTNER)
        weigering = geweigerd(
            "nummer_bezet", organisaties.registreer_organisatie, huis.actor(huis.ander), self.PARTNER
        )
        assert {fout.plaats.kolom for fout in weigering.fouten} == {"kvk", "oin"}

    @pytest.mark.parametrize(
        ("anders", "code"),
        [
            ({"naam": ""}, "veld_leeg"),
            ({"soort": "koninkrijk"}, "soort_onbekend"),
            ({"soort": "gemeente", "gemeentecode": "0001"}, "soort_niet_toegestaan"),
            ({"kvk": "1"}, "nummer_onjuist"),
        ],
    )
    def test_verkeerde_invoer(self, huis: Huis, anders: dict[str, str], code: str) -> None:
        geweigerd(code, organisaties.registreer_organisatie, huis.beheerder, replace(self.PARTNER, **anders))

    def test_wijzigen_houdt_oud_en_nieuw_bij(self, huis: Huis) -> None:
        partner = organisaties.registreer_organisatie(huis.beheerder, self.PARTNER)
        nieuw = replace(self.PARTNER, naam="Noordlicht Energie")
        organisaties.wijzig_organisatie(huis.beheerder, partner.id, nieuw, "nieuwe handelsnaam")
        assert logregel().wijziging["naam"] == ["Noordlicht", "Noordlicht Energie"]
        assert "kvk" not in logregel().wijziging
        geweigerd(
            "soort_vast",
            organisaties.wijzig_organisatie,
            huis.beheerder,
            partner.id,
            replace(nieuw, soort="verhuurder"),
            "was verkeerd",
        )

    def test_beeindigen(self, huis: Huis) -> None:
        partner = organisaties.registreer_organisatie(huis.beheerder, self.PARTNER)
        organisaties.beeindig_organisatie(huis.beheerder, partner.id, "failliet")
        partner.refresh_from_db()
        assert not partner.actief
        geweigerd(
            "eigen_organisatie", organisaties.beeindig_organisatie, huis.beheerder, huis.gemeente.id, "klaar"
        )

    def test_de_eerste_beheerder_komt_van_de_installatie(self) -> None:
        gemeente = organisaties.registreer_organisatie(
            installatiebeheer(), OrganisatieGegevens("gemeente", "Nieuwland", gemeentecode="9904")
        )
        baas = installatiebeheer(gemeente)
        eerste = medewerkers.voeg_medewerker_toe(
            baas, gemeente.id, MedewerkerGegevens("Ada", "ada@nieuwland.nl")
        )
        rij = rollen.verleen_rol(baas, eerste.id, replace(TEAMLEIDER, rol="beheerder"))
        assert rij.verleend_door is None
        assert logregel().gebruiker.startswith("installatiebeheer (")
        assert logregel().kanaal == "cli"


class TestLijsten:
    def test_filteren(self, huis: Huis) -> None:
        def namen(**filter_: Any) -> list[str]:
            blad = queries.medewerkers(huis.beheerder, queries.MedewerkerFilter(**filter_))
            assert blad.totaal == len(blad.rijen)
            return [rij.naam for rij in blad.rijen]

        medewerkers.voeg_medewerker_toe(
            huis.beheerder, huis.gemeente.id, MedewerkerGegevens("Later", "l@test.nl", van=MORGEN)
        )
        weg = medewerkers.voeg_medewerker_toe(
            huis.beheerder, huis.gemeente.id, MedewerkerGegevens("Weg", "w@test.nl")
        )
        medewerkers.beeindig_medewerker(huis.beheerder, weg.id, "uit dienst")
        assert namen() == ["ewa", "sanne"]
        assert namen(stand="komt") == ["Later"]
        assert namen(stand="weg") == ["Weg"]
        assert namen(stand="") == ["Later", "Weg", "ewa", "sanne"]
        assert namen(rol="vroegsignalering:beheerder") == ["ewa"]
        assert namen(rol="vroegsignalering:keizer") == []
        assert namen(zoek="SANNE-") == ["sanne"]
        geweigerd("filter_onjuist", queries.medewerkers, huis.beheerder, queries.MedewerkerFilter(stand="x"))
        geweigerd(
            "organisatie_onbekend",
            queries.medewerkers,
            huis.beheerder,
            queries.MedewerkerFilter(organisatie=huis.ander.organisatie_id),
        )

    def test_een_rol_die_gisteren_eindigde_staat_er_nog_maar_telt_niet(self, huis: Huis) -> None:
        rol = Rolvervulling.objects.get(medewerker=huis.sanne)
        rollen.beeindig_rol(huis.beheerder, rol.id, "klaar")
        beeld = queries.medewerker(huis.beheerder, huis.sanne.id)
        assert beeld.rij.rollen == ()
        assert [(r.rol, r.stand) for r in beeld.rollen] == [("vroegsignaleerder", "weg")]

    def test_kijken_wordt_gelogd(self, huis: Huis) -> None:
        queries.medewerker(huis.beheerder, huis.sanne.id)
        assert logregel().naam == "medewerker bekijken"


class TestSleutels:
    def test_maken_en_intrekken(self, huis: Huis) -> None:
        sleutel, geheim = sleutels.geef_sleutel(huis.beheerder, huis.sanne.id, "nachtlevering")
        assert geheim not in str(list(Auditregel.objects.values()))
        sleutels.trek_in(huis.beheerder, sleutel.id, "niet meer nodig")
        geweigerd("sleutel_onbekend", sleutels.trek_in, huis.beheerder, sleutel.id, "nog eens")
        geweigerd("veld_leeg", sleutels.geef_sleutel, huis.beheerder, huis.sanne.id, " ")
        geweigerd("medewerker_onbekend", sleutels.geef_sleutel, huis.beheerder, huis.ander.id, "x")

    def test_de_beheerder_ziet_bewijzen_en_beeindigt_ze_zonder_de_sleutel(self, huis: Huis) -> None:
        sleutel, geheim = sleutels.geef_sleutel(huis.beheerder, huis.sanne.id, "rapportage", ["lezen"])
        bewijs, *_ = geef_bewijs(sleutel.id, geheim, timezone.now())
        geef_bewijs(sleutel.id, geheim, timezone.now())
        (regel,) = queries.medewerker(huis.beheerder, huis.sanne.id).sleutels
        assert (regel.scopes, regel.bewijzen) == (("lezen",), 2)
        assert regel.bewijs_tot is not None
        assert regel.bewijs_tot > timezone.now()
        geweigerd("reden_ontbreekt", sleutels.beeindig_bewijzen, huis.beheerder, sleutel.id, " ")
        na = sleutels.beeindig_bewijzen(huis.beheerder, sleutel.id, "laptop gestolen")
        assert (na.bewijzen, na.bewijs_tot, na.ingetrokken) == (0, None, None)
        assert logregel().wijziging["bewijzen"] == [2, 0]
        assert actor_bij_bewijs(bewijs, timezone.now()) is None
        geef_bewijs(sleutel.id, geheim, timezone.now())
