"""Messages between deployments: signed, once, with a receipt; and every message that is refused, with its place."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.uitwisseling import bezorgen, partners
from samenhang.kernel.uitwisseling.domain import bericht as berichten
from samenhang.kernel.uitwisseling.domain.bericht import Bericht
from samenhang.kernel.uitwisseling.domain.handtekening import Stuk, controleer, onderteken
from samenhang.kernel.uitwisseling.models import Bezorging, InkomendBericht, Uitwisselpartner
from samenhang.kernel.verstrekkingen.actions import draag_over, som_van
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.domain.nota import BERICHT, LOG, Sleutel
from samenhang.schemes.vroegsignalering import actions, queries
from tests.bouw import Gemeente, werker
from tests.staand import gemeente, stand, zaak

__all__ = ["gemeente", "stand", "zaak"]

pytestmark = pytest.mark.django_db
ONS, HUN = "00000099000000009901", "00000099000000009902"
PAD = "/uitwisseling/berichten"
INHOUD = {"meldingnummer": "VS-9", "naar_gemeente": "Waterrijk", "naam": "C. Visser", "geboortedatum": "1990-02-03", "achterstanden": [["energie", "75.00"]]}  # fmt: skip


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Any, settings: Any) -> None:
    settings.ZEGELMAP = str(tmp_path / "zegel")


@pytest.fixture
def hun() -> tuple[Sleutel, Ed25519PrivateKey]:
    """The key of the other deployment, which is played by the test."""
    prive = Ed25519PrivateKey.generate()
    return Sleutel("hun.invalid/berichten", BERICHT, prive.public_key().public_bytes_raw()), prive


@pytest.fixture
def partner(gemeente: Gemeente, hun: tuple[Sleutel, Ed25519PrivateKey]) -> Uitwisselpartner:
    Organisatie.objects.filter(id=gemeente.organisatie.id).update(oin=ONS)
    Organisatie.objects.create(soort="gemeente", naam="Heuvelland", gemeentecode="9902", oin=HUN)
    wie = werker(gemeente, "bea", "beheerder")
    nummer = partners.voeg_partner_toe(wie, gemeente.organisatie.id, HUN, "https://hun.invalid", str(hun[0]))
    return Uitwisselpartner.objects.get(id=nummer)


def bericht(**anders: Any) -> Bericht:
    inhoud = anders.get("inhoud", INHOUD)
    return Bericht(
        **{
            "nummer": uuid4(), "van": HUN, "aan": ONS, "scheme": "vroegsignalering", "soort": "doorzending", "aard": "nieuw",
            "betreft": None, "gemaakt": timezone.now(), "artikel": "Wgs art. 3", "voorwaarden": (), "som": som_van(inhoud), "inhoud": inhoud,
        } | anders
    )  # fmt: skip


def stuur(lijf: bytes, hun: tuple[Sleutel, Ed25519PrivateKey], **anders: Any) -> Any:
    kop = onderteken(Stuk(berichten.SOORT, lijf, "POST", PAD), *hun, anders.pop("moment", timezone.now()))
    kop |= anders.pop("kop", {})
    soort = kop.pop("Content-Type")
    return Client().post(PAD, lijf, content_type=soort, headers=kop)


def weigering(antwoord: Any) -> tuple[int, str, str]:
    regels = antwoord.content.decode().split("\n")
    return antwoord.status_code, regels[0], regels[1]


# --- receiving ---


def test_een_bericht_komt_een_keer_binnen_en_krijgt_een_ondertekend_ontvangstbewijs(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    wat = bericht(voorwaarden=({"categorie": "signaal", "soort": "niet_verder", "bron": "Noordlicht"},))
    lijf = berichten.schrijf(wat)
    antwoorden = [stuur(lijf, hun) for _ in range(3)]
    assert [a.status_code for a in antwoorden] == [200, 200, 200]
    assert len({a.content for a in antwoorden}) == 1
    berichten.lees_ontvangst(antwoorden[0].content, wat.nummer, wat.som)
    kop = {naam.lower(): waarde for naam, waarde in antwoorden[0].headers.items()}
    eigen = sleutels.in_gebruik(BERICHT)[0]
    stuk = Stuk(kop["content-type"], antwoorden[0].content, status=200)
    assert controleer(stuk, kop, [eigen], timezone.now()) == eigen
    (regel,) = queries.ontvangen_berichten(gemeente.sanne)
    beeld = queries.ontvangen_bericht(gemeente.intake, regel.id)
    assert beeld.inhoud == INHOUD
    for deur in (queries.ontvangen_bericht,):
        with pytest.raises(Geweigerd):
            deur(gemeente.sanne, regel.id)
    assert "Noordlicht" in json.dumps(InkomendBericht.objects.get().voorwaarden)


def test_wat_de_bron_vroeg_bindt_ook_de_ontvanger(
    gemeente: Gemeente, zaak: Zaak, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    """An onward attempt with data that came in under a condition gives `voorwaarde_bron`."""
    from samenhang.kernel.uitwisseling.models import InkomendeInhoud
    from samenhang.schemes.vroegsignalering.domain.doorzending import Doorzending

    wat = bericht(voorwaarden=({"categorie": "signaal", "soort": "niet_verder", "bron": "Noordlicht"},))
    assert stuur(berichten.schrijf(wat), hun).status_code == 200
    with operatie("vroegsignalering", "proef", gemeente.intake):
        toegang = toegang_tot_register(gemeente.intake, "vroegsignalering", doel="aanlevering", leest=("naw", "signaal"), schrijft=("naw",))  # fmt: skip
        wie = InkomendeInhoud.objects.met(toegang).get().persoon_id
    with operatie("vroegsignalering", "proef", gemeente.sanne):
        toegang = toegang_tot(gemeente.sanne, zaak, leest=("naw", "signaal"), schrijft=("naw",), personen=[wie])  # fmt: skip
        inhoud = Doorzending("VS-9", "Elders", "C. Visser", None, (("energie", "75.00"),))
        with pytest.raises(Geweigerd) as fout:
            draag_over(zaak, "doorzending", wie, inhoud, toegang)
    assert fout.value.code == "voorwaarde_bron"


def test_een_correctie_staat_naast_de_eerste_en_een_intrekking_wist_beide(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    eerste = bericht()
    goed = INHOUD | {"geboortedatum": "1990-03-02"}
    correctie = bericht(aard="correctie", betreft=eerste.nummer, inhoud=goed, som=som_van(goed))
    weg = {"meldingnummer": "VS-9", "reden": "verkeerde_persoon"}
    intrekking = bericht(aard="intrekking", betreft=eerste.nummer, inhoud=weg, som=som_van(weg))
    assert weigering(stuur(berichten.schrijf(correctie), hun)) == (409, "eerste_onbekend", "/data/betreft")
    for deel in (eerste, correctie, intrekking, eerste):
        assert stuur(berichten.schrijf(deel), hun).status_code == 200
    rijen = queries.ontvangen_berichten(gemeente.intake)
    assert {(rij.aard, rij.gewist is not None) for rij in rijen} == {
        ("nieuw", True), ("correctie", True), ("intrekking", False),
    }  # fmt: skip
    for rij in rijen:
        if rij.gewist:
            with pytest.raises(Geweigerd, match="gewist"):
                queries.ontvangen_bericht(gemeente.intake, rij.id)
        else:
            assert queries.ontvangen_bericht(gemeente.intake, rij.id).inhoud == weg


def test_een_intrekking_die_eerder_aankomt_houdt_tegen_wat_zij_intrekt(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    eerste = bericht()
    weg = {"meldingnummer": "VS-9", "reden": "vergissing"}
    intrekking = bericht(aard="intrekking", betreft=eerste.nummer, inhoud=weg, som=som_van(weg))
    for deel in (intrekking, eerste):
        assert stuur(berichten.schrijf(deel), hun).status_code == 200
    rij = next(r for r in queries.ontvangen_berichten(gemeente.intake) if r.aard == "nieuw")
    assert rij.gewist is not None


def test_dat_de_bron_vernietigde_staat_bij_het_bericht_en_wist_hier_niets(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    """Also when what went never arrived as a message; a day that is not that of the message is refused."""
    eerste, nu = bericht(), timezone.now()
    weg = {"meldingnummer": "VS-9", "vernietigd_op": timezone.localdate(nu).isoformat()}
    anders = {"aard": "vernietiging", "gemaakt": nu, "artikel": "beleid van Heuvelland"}
    los = bericht(**anders, betreft=uuid4(), inhoud=weg, som=som_van(weg))
    zegt = bericht(**anders, betreft=eerste.nummer, inhoud=weg, som=som_van(weg))
    for deel in (eerste, zegt, zegt, los):
        assert stuur(berichten.schrijf(deel), hun).status_code == 200
    rijen = queries.ontvangen_berichten(gemeente.intake)
    assert [rij.bij_bron_vernietigd for rij in rijen] == [nu, nu, nu]
    (nieuw,) = (rij for rij in rijen if rij.aard == "nieuw")
    assert queries.ontvangen_bericht(gemeente.intake, nieuw.id).inhoud == INHOUD
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.intake.gebruiker_id))
    assert "bij de bron vernietigd" in client.get("/vroegsignalering/overdrachten").content.decode()
    for fout in (
        weg | {"vernietigd_op": "2026-01-01"}, weg | {"vernietigd_op": 5}, weg | {"meldingnummer": ""},
        weg | {"meldingnummer": ["VS-9"]}, weg | {"naam": "C. Visser"}, {"meldingnummer": "VS-9"},
    ):  # fmt: skip
        lijf = berichten.schrijf(bericht(**anders, betreft=eerste.nummer, inhoud=fout, som=som_van(fout)))
        assert weigering(stuur(lijf, hun))[:2] == (400, "inhoud_onjuist"), fout
    assert InkomendBericht.objects.count() == 3


def test_elk_bericht_dat_niet_klopt_wordt_geweigerd_met_zijn_plek_en_er_komt_niets_binnen(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    goed = json.loads(berichten.schrijf(bericht()))

    def met(**anders: Any) -> bytes:
        return json.dumps(goed | anders).encode()

    def data(**anders: Any) -> bytes:
        return met(data=goed["data"] | anders)

    raar = INHOUD | {"achterstanden": [["energie"]]}
    zonder = {naam: waarde for naam, waarde in INHOUD.items() if naam != "naam"}
    for lijf, status, code, plek in (
        (b"{", 400, "geen_json", ""),
        (b"[]", 400, "geen_json", ""),
        (b'{"a": NaN}', 400, "geen_json", ""),
        (b'{"a": "\\u0000"}', 400, "geen_json", ""),
        (b'{"a": "\\ud800"}', 400, "geen_json", ""),
        (b"[" * 60_000, 400, "geen_json", ""),
        (met(specversion="0.3"), 400, "specversion_onjuist", "/specversion"),
        (met(source="urn:nld:oin:1:systeem:x"), 400, "source_onjuist", "/source"),
        (met(type="nl.vroegsignalering.bericht"), 400, "type_onjuist", "/type"),
        (met(id="geen-uuid"), 400, "nummer_onjuist", "/id"),
        (met(time="gisteren"), 400, "time_onjuist", "/time"),
        (met(time="2026-11-24T10:00:00"), 400, "time_onjuist", "/time"),
        (met(data=[]), 400, "data_onjuist", "/data"),
        (data(extra=1), 400, "data_onjuist", "/data"),
        (data(soort=""), 400, "veld_onjuist", "/data/soort"),
        (data(betreft=str(uuid4())), 400, "betreft_onjuist", "/data/betreft"),
        (data(voorwaarden=[{"soort": "soms"}]), 400, "voorwaarde_onjuist", "/data/voorwaarden"),
        (data(inhoud={}), 400, "inhoud_onjuist", "/data/inhoud"),
        (data(inhoud=INHOUD | {"naam": "D. Visser"}), 400, "sha256_onjuist", "/data/sha256"),
        (data(inhoud=zonder, sha256=som_van(zonder)), 400, "inhoud_onjuist", "/data/inhoud/naam"),
        (
            data(inhoud=INHOUD | {"naam": 5}, sha256=som_van(INHOUD | {"naam": 5})),
            400,
            "inhoud_onjuist",
            "/data/inhoud/naam",
        ),
        (data(inhoud=raar, sha256=som_van(raar)), 400, "inhoud_onjuist", "/data/inhoud/achterstanden"),
        (met(time="0001-01-01T00:00:00+14:00"), 400, "time_onjuist", "/time"),
        (data(soort="aanmelding"), 400, "soort_onbekend", "/data/soort"),
        (met(type="nl.douane.overdracht.nieuw"), 400, "soort_onbekend", "/data/soort"),
        (met(source="urn:nld:oin:00000099000000009999:systeem:x"), 404, "partner_onbekend", "/source"),
        (data(aan=HUN), 404, "partner_onbekend", "/source"),
        (json.dumps(goed | {"x": "y" * 70_000}).encode(), 413, "bericht_te_groot", ""),
    ):
        uit = weigering(stuur(lijf, hun))
        assert uit[:2] == (status, code), (lijf[:200], uit)
        assert not plek or uit[2] == plek
    assert not InkomendBericht.objects.exists()


def test_zonder_goede_handtekening_komt_niets_binnen(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    lijf = berichten.schrijf(bericht())
    vreemd = Ed25519PrivateKey.generate()
    vals = Sleutel("hun.invalid/berichten", BERICHT, vreemd.public_key().public_bytes_raw())
    leeg = base64.b64encode(bytes(64)).decode()
    nu = timezone.now()
    for doe, code, plek in (
        (lambda: stuur(lijf, hun, kop={"Signature": ""}), "handtekening_ontbreekt", "Signature"),
        (lambda: stuur(lijf, hun, kop={"Signature-Input": "sig1=()"}), "handtekening_ontbreekt", "Signature-Input"),
        (lambda: stuur(lijf, hun, kop={"Signature": f"sh=:{leeg}:"}), "handtekening_onjuist", "Signature"),
        (lambda: stuur(lijf, hun, kop={"Content-Digest": f"sha-256=:{leeg}:"}), "inhoud_veranderd", "Content-Digest"),
        (lambda: stuur(lijf, (vals, vreemd)), "sleutel_onbekend", "Signature-Input"),
        (lambda: stuur(lijf, (hun[0], vreemd)), "handtekening_onjuist", "Signature"),
        (lambda: stuur(lijf, hun, moment=nu - timedelta(minutes=11)), "handtekening_verlopen", "Signature-Input"),
        (lambda: stuur(lijf, hun, moment=nu + timedelta(minutes=11)), "handtekening_verlopen", "Signature-Input"),
    ):  # fmt: skip
        assert weigering(doe()) == (401, code, f"header {plek}")
    anders = stuur(lijf, hun, kop={"Content-Type": "application/json"})
    assert weigering(anders)[:2] == (415, "content_type_onjuist")
    antwoord = Stuk(berichten.SOORT, b"{}", status=200)
    kop = {naam.lower(): w for naam, w in onderteken(antwoord, *hun, nu).items()}
    with pytest.raises(Geweigerd, match="precies deze delen"):
        controleer(Stuk(berichten.SOORT, b"{}", "POST", PAD), kop, [hun[0]], nu)
    assert not InkomendBericht.objects.exists()
    assert Client().get(PAD).status_code == 405


# --- keys of partners ---


def test_een_partner_wisselt_van_sleutel_zonder_dat_iets_wordt_geweigerd(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    wie = werker(gemeente, "ben", "beheerder")
    nieuw_prive = Ed25519PrivateKey.generate()
    nieuw = Sleutel("hun.invalid/berichten", BERICHT, nieuw_prive.public_key().public_bytes_raw())
    partners.voeg_sleutel_toe(wie, partner.id, str(nieuw))
    assert stuur(berichten.schrijf(bericht()), hun).status_code == 200
    assert stuur(berichten.schrijf(bericht()), (nieuw, nieuw_prive)).status_code == 200
    (beeld,) = partners.uitwisselpartners(wie).partners
    partners.trek_sleutel_in(wie, beeld.sleutels[0].id, "vervangen door de nieuwe")
    assert weigering(stuur(berichten.schrijf(bericht()), hun))[1] == "sleutel_onbekend"
    assert stuur(berichten.schrijf(bericht()), (nieuw, nieuw_prive)).status_code == 200
    partners.beeindig_partner(wie, partner.id, "de afspraak is voorbij")
    assert weigering(stuur(berichten.schrijf(bericht()), (nieuw, nieuw_prive)))[1] == "partner_onbekend"


def test_welke_partner_of_sleutel_niet_kan(
    gemeente: Gemeente, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey]
) -> None:
    wie, ons = werker(gemeente, "ben", "beheerder"), gemeente.organisatie.id
    log = Sleutel("hun.invalid/logboek", LOG, hun[0].publiek)
    eigen = str(sleutels.in_gebruik(BERICHT)[0])
    derde = Organisatie.objects.create(
        soort="gemeente", naam="Derde", gemeentecode="9904", oin="00000099000000009904"
    )
    goed, waar = str(hun[0]), "https://derde.invalid"

    def toe(
        oin: str = derde.oin or "",
        adres: str = waar,
        sleutel: str = goed,
        actor: Actor = wie,
        org: UUID = ons,
    ) -> Any:
        return partners.voeg_partner_toe(actor, org, oin, adres, sleutel)

    (beeld,) = partners.uitwisselpartners(wie).partners
    for code, doe in (
        ("oin_onbekend", lambda: toe(oin="")),
        ("oin_onbekend", lambda: toe(oin="00000099000000001234")),
        ("met_zichzelf", lambda: toe(oin=ONS)),
        ("al_partner", lambda: toe(oin=HUN)),
        ("adres_onjuist", lambda: toe(adres="http://derde.invalid")),
        ("adres_onjuist", lambda: toe(adres="derde.invalid")),
        ("adres_onjuist", lambda: toe(adres="https://[")),
        ("adres_onjuist", lambda: toe(adres="https://derde.invalid:99999")),
        ("adres_onjuist", lambda: toe(adres="https://derde.invalid?x=1")),
        ("adres_onjuist", lambda: toe(adres="https://wie@derde.invalid")),
        ("sleutel_onleesbaar", lambda: toe(sleutel="abc")),
        ("sleutel_andere_soort", lambda: toe(sleutel=str(log))),
        ("sleutel_nummer_onjuist", lambda: toe(sleutel=goed.replace("hun.", "zij."))),
        ("eigen_sleutel", lambda: toe(sleutel=eigen)),
        ("organisatie_onbekend", lambda: toe(org=uuid4())),
        ("rol_ontbreekt", lambda: toe(actor=gemeente.sanne)),
        ("al_bekend", lambda: partners.voeg_sleutel_toe(wie, partner.id, goed)),
        ("partner_onbekend", lambda: partners.voeg_sleutel_toe(wie, uuid4(), goed)),
        ("reden_nodig", lambda: partners.trek_sleutel_in(wie, beeld.sleutels[0].id, "x")),
        ("sleutel_onbekend", lambda: partners.trek_sleutel_in(wie, uuid4(), "niet meer nodig")),
        ("reden_nodig", lambda: partners.beeindig_partner(wie, partner.id, "")),
        ("partner_onbekend", lambda: partners.beeindig_partner(wie, uuid4(), "niet meer nodig")),
    ):  # fmt: skip
        with pytest.raises(Geweigerd) as fout:
            doe()
        assert fout.value.code == code
    assert Uitwisselpartner.objects.count() == 1
    assert toe(adres="http://127.0.0.1:8001")


def test_partners_door_elke_deur(
    gemeente: Gemeente, partner: Uitwisselpartner, capsys: pytest.CaptureFixture[str]
) -> None:
    wie = werker(gemeente, "ben", "beheerder")
    client = Client()
    client.force_login(Gebruiker.objects.get(id=wie.gebruiker_id))
    pagina = client.get("/beheer/uitwisseling").content.decode()
    assert "Heuvelland" in pagina
    assert str(sleutels.in_gebruik(BERICHT)[0]) in pagina.replace("&#x2B;", "+").replace("&#43;", "+")
    nieuw = Sleutel(
        "hun.invalid/berichten", BERICHT, Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    )
    assert (
        client.post(f"/beheer/uitwisseling/{partner.id}/sleutel", {"sleutel": str(nieuw)}).status_code == 302
    )
    with pytest.raises(SystemExit) as einde:
        hoofd(["beheer", "uitwisseling", "--json"])
    assert einde.value.code == 0
    (uit,) = json.loads(capsys.readouterr().out)["partners"]
    assert [deel["nummer"] for deel in uit["sleutels"]][-1] == nieuw.id.hex()
    with pytest.raises(SystemExit) as einde:
        hoofd(["beheer", "partnersleutel-intrekken", uit["sleutels"][0]["id"], "--reden", "vervangen"])
    assert einde.value.code == 0


# --- sending ---


@pytest.fixture
def overkant(monkeypatch: pytest.MonkeyPatch, hun: tuple[Sleutel, Ed25519PrivateKey]) -> list[Any]:
    """The other deployment: answers what the test says, and keeps what came."""
    gekomen: list[Any] = []

    def antwoord(adres: str, lijf: bytes, kop: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        gekomen.append((adres, lijf, kop))
        wat = overkant_zegt[0]
        return wat(lijf) if callable(wat) else wat

    overkant_zegt: list[Any] = [(0, {}, b"ConnectionRefusedError")]
    monkeypatch.setattr(bezorgen, "_stuur", antwoord)
    gekomen.append(overkant_zegt)
    return gekomen


def bewijs(hun: tuple[Sleutel, Ed25519PrivateKey]) -> Callable[[bytes], tuple[int, dict[str, str], bytes]]:
    def geef(lijf: bytes) -> tuple[int, dict[str, str], bytes]:
        wat = berichten.lees(lijf)
        terug = berichten.schrijf_ontvangst(wat.nummer, wat.scheme, HUN, wat.som, datetime.now(UTC))
        kop = onderteken(Stuk(berichten.SOORT, terug, status=200), *hun, timezone.now())
        return 200, {naam.lower(): waarde for naam, waarde in kop.items()}, terug

    return geef


def test_een_overdracht_gaat_tot_haar_ontvangstbewijs_er_is(
    gemeente: Gemeente, zaak: Zaak, partner: Uitwisselpartner, hun: tuple[Sleutel, Ed25519PrivateKey], overkant: list[Any]
) -> None:  # fmt: skip
    """Nobody answers, then a stranger does, then the partner: each failure is shown and tried again."""
    wie = Betrokkene.objects.get().persoon_id
    actions.zend_door(gemeente.sanne, zaak.id, wie, "Heuvelland")
    overdracht = UitgaandeOverdracht.objects.get()
    zegt = overkant.pop(0)
    vreemd = Ed25519PrivateKey.generate()
    for antwoord, fout in (
        ((0, {}, b"TimeoutError"), "niet bereikbaar (TimeoutError)"),
        ((401, {}, b"sleutel_onbekend\nx"), "401 sleutel_onbekend"),
        ((302, {}, b"<html>"), "302"),
        ((200, {}, b"{}"), "ontbreekt"),
        (bewijs((hun[0], vreemd)), "klopt niet"),
    ):
        zegt[0] = antwoord
        Bezorging.objects.update(niet_voor=timezone.now())
        uitvoerder.werk()
        overdracht.refresh_from_db()
        assert overdracht.ontvangen is None
        assert fout in Bezorging.objects.get().fout_nl
    pogingen = len(overkant)
    uitvoerder.werk()
    assert len(overkant) == pogingen, "niet eerder dan na de wachttijd"
    zegt[0] = bewijs(hun)
    Bezorging.objects.update(niet_voor=timezone.now())
    uitvoerder.werk()
    overdracht.refresh_from_db()
    assert overdracht.ontvangen is not None
    assert overdracht.ontvangen_door == "Heuvelland (GM9902), per bericht"
    adres, lijf, kop = overkant[-1]
    assert adres == f"https://hun.invalid{PAD}"
    assert json.loads(lijf)["source"] == f"urn:nld:oin:{ONS}:systeem:samenhang"
    envelop = {naam: waarde for naam, waarde in json.loads(lijf).items() if naam != "data"}
    assert "Dijk" not in json.dumps(envelop)
    eigen = sleutels.in_gebruik(BERICHT)[0]
    klein = {naam.lower(): waarde for naam, waarde in kop.items()}
    assert controleer(Stuk(berichten.SOORT, lijf, "POST", PAD), klein, [eigen], timezone.now()) == eigen
    assert berichten.lees(lijf).inhoud["naam"].endswith("Dijk")
    aantal = len(overkant)
    Bezorging.objects.update(niet_voor=timezone.now())
    uitvoerder.werk()
    assert len(overkant) == aantal
