"""The verbs on a case, as data: each door makes its form, body or options from them."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, Reden
from samenhang.kernel.zaken.taken import taakhandeling
from samenhang.kernel.zaken.verbeteren import verbeterhandelingen
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.actions import (
    aanmelden,
    gezin,
    inbrengen,
    inwoner,
    melden,
    onderzoek,
    opschalen,
    overleg,
    plan,
    triage,
    uitnodigen,
    verloop,
    vertegenwoordigen,
)
from samenhang.schemes.wams.dossier import open_dossier
from samenhang.schemes.wams.scheme import SCHEME

_ALLE = (
    Handeling("oppakken", Tekst("Pak de melding op", "Take up the report"), Tekst("U behandelt de melding; u ziet daarna wat is gemeld.", "You treat the report; then you see what was reported."), Niets, melden.pak_op),
    Handeling("gezinslid", Tekst("Voeg iemand uit het gezin toe", "Add someone of the family"), Tekst("Alleen de naam; meer pas als hij of zij meedoet.", "The name only; more once he or she takes part."), gezin.Lid, gezin.voeg_gezinslid_toe, nieuw=True),
    Handeling("instemming", Tekst("Leg een antwoord over instemming vast", "Record an answer about consent"), Tekst("Geldt vanaf nu; eerdere antwoorden blijven staan.", "Holds from now on; earlier answers stay."), gezin.Antwoordinvoer, gezin.leg_instemming_vast, nieuw=True),
    Handeling("informeren", Tekst("Leg vast wie u hebt geïnformeerd", "Record whom you informed"), Tekst("Is iedereen geïnformeerd, dan is de termijn gehaald.", "When everybody was informed, the term is met."), gezin.Verteld, gezin.informeer, nieuw=True),
    Handeling("vertegenwoordiger", Tekst("Leg een vertegenwoordiger vast", "Record a representative"), Tekst("Die ziet op de eigen pagina wat over de jongere bekend is, tot die zestien wordt.", "He sees on his own page what is known of the young person, until that one becomes sixteen."), vertegenwoordigen.Vertegenwoordiger, vertegenwoordigen.leg_vertegenwoordiger_vast, nieuw=True),
    Handeling("vertegenwoordiger-stopt", Tekst("Beëindig een vertegenwoordiging", "End a representation"), Tekst("Deze persoon ziet vanaf nu niets meer van de jongere.", "This person sees nothing more of the young person from now on."), vertegenwoordigen.Vertegenwoordigingskeuze, vertegenwoordigen.beeindig_vertegenwoordiging),
    Handeling("tegen-belang", Tekst("Leg vast of inzage tegen het belang is", "Record whether access is against the interest"), Tekst("Geldt voor ieder die de jongere vertegenwoordigt. De jongere leest waarom.", "Holds for everybody who represents the young person. The young person reads why."), vertegenwoordigen.TegenBelang, vertegenwoordigen.leg_tegen_belang_vast),
    Handeling("uitstel", Tekst("Stel het informeren uit", "Put off informing"), Tekst("Het uitstel loopt vanzelf af; dan krijgt de inwoner bericht.", "It ends by itself; then the resident is told."), gezin.Uitstel, gezin.stel_uit, nieuw=True),
    Handeling("melder-bericht", Tekst("Leg vast dat de melder bericht heeft", "Record that the reporter was told"), Tekst("De melder hoort dat de melding is opgepakt, niet wat eruit kwam.", "The reporter hears that it was taken up, not what came of it."), triage.Bericht, triage.bericht_melder),
    Handeling("doorgeleiden", Tekst("Geleid de melding door", "Pass the report on"), Tekst("De zaak eindigt hier en wordt afgeschermd.", "The case ends here and is shielded."), triage.Doorgeleiding, triage.geleid_door),
    Handeling("onderzoek", Tekst("Begin het onderzoek met de inwoner", "Begin the investigation with the resident"), Tekst("De onderzoeker behandelt de zaak; de termijn van zes weken begint.", "The investigator treats the case; the term of six weeks begins."), triage.Onderzoeker, triage.begin_onderzoek),
    Handeling("ambtshalve", Tekst("Begin een onderzoek zonder hulpvraag", "Begin an investigation without request"), Tekst("Kan alleen als de Wams geldt en een professional erom vroeg.", "Possible only when the Wams is law and a professional asked for it."), triage.Onderzoeker, triage.begin_ambtshalve),
    Handeling("aandachtspunt", Tekst("Leg een aandachtspunt vast", "Record a point of attention"), Tekst("Alleen over wie daarmee instemt.", "Only about who agrees to that."), onderzoek.Aandachtspunt, onderzoek.leg_aandachtspunt_vast, nieuw=True),
    Handeling("conclusie", Tekst("Trek de conclusie", "Draw the conclusion"), Tekst("Daarna wijst u een coördinator aan, of ziet u van een aanpak af.", "Then you appoint a coordinator, or need no approach."), onderzoek.Conclusie, onderzoek.concludeer),
    Handeling("overschrijding", Tekst("Schrijf op waarom het onderzoek langer duurde", "Write down why the investigation took longer"), Tekst("De inwoner leest dit.", "The resident reads this."), Reden, onderzoek.verantwoord),
    Handeling("coordinator", Tekst("Wijs een coördinator aan", "Appoint a coordinator"), Tekst("De coördinator behandelt de zaak vanaf nu.", "The coordinator treats the case from now on."), onderzoek.Coordinator, onderzoek.wijs_coordinator_aan),
    Handeling("geen-aanpak", Tekst("Zie af van een gezamenlijke aanpak", "Need no joint approach"), Tekst("De zaak sluit en wordt afgeschermd.", "The case closes and is shielded."), Reden, onderzoek.zie_af),
    Handeling("plan", Tekst("Begin het plan", "Begin the plan"), Tekst("U legt samen doelen en afspraken vast.", "Together you record goals and agreements."), Niets, plan.begin_plan),
    Handeling("doel", Tekst("Zet een doel in het plan", "Put a goal into the plan"), Tekst("Bij elk doel hoort een afspraak.", "Each goal has an agreement."), plan.Doelinvoer, plan.leg_doel_vast, nieuw=True),
    Handeling("afspraak", Tekst("Zet een afspraak in het plan", "Put an agreement into the plan"), Tekst("Een collega leest haar mee voor anderen haar zien.", "A colleague reads it before others see it."), plan.Afspraakinvoer, plan.leg_afspraak_vast, nieuw=True),
    Handeling("meelezer", Tekst("Vraag een collega mee te lezen", "Ask a colleague to read along"), Tekst("De collega ziet alleen de afspraken en wie bij het gezin hoort.", "The colleague sees the agreements only, and who belongs to the family."), plan.Meelezer, plan.vraag_meelezer, nieuw=True),
    Handeling("meegelezen", Tekst("Ik heb de afspraken meegelezen", "I read the agreements along"), Tekst("Het plan kan daarna worden vastgesteld; uw deel is klaar.", "The plan can then be adopted; your part is done."), Niets, plan.lees_mee),
    Handeling("vaststellen", Tekst("Stel het plan vast", "Adopt the plan"), Tekst("De uitvoering begint; over drie maanden evalueert u.", "Carrying out begins; in three months you evaluate."), Niets, plan.stel_vast),
    Handeling("nagekomen", Tekst("Vink een afspraak af", "Tick off an agreement"), Tekst("De inwoner ziet dat de afspraak is nagekomen.", "The resident sees that the agreement was kept."), plan.Afspraakkeuze, plan.kom_na),
    Handeling("overleg", Tekst("Zet een casusoverleg klaar", "Prepare a case meeting"), Tekst("Nog een keer voegt een agendapunt toe.", "Doing it again adds a point."), overleg.Overleginvoer, overleg.zet_overleg_klaar, nieuw=True),
    Handeling("delen", Tekst("Leg vast wat iemand met een partij deelt", "Record what someone shares with a party"), Tekst("Per persoon, per soort partij en per onderwerp; geldt vanaf nu.", "Per person, kind of party and subject; holds from now on."), gezin.Deelinvoer, gezin.leg_delen_vast, nieuw=True),
    Handeling("uitnodigen", Tekst("Nodig een partij uit", "Invite a party"), Tekst("De uitnodiging noemt het nummer en de dag, en niemand uit het gezin.", "The invitation says the number and the day, and names nobody of the family."), uitnodigen.Uitnodiging, uitnodigen.nodig_uit, nieuw=True),
    Handeling("inwoner-uitnodigen", Tekst("Nodig iemand uit het gezin uit", "Invite someone of the family"), Tekst("Staat op zijn of haar eigen pagina.", "Stands on his or her own page."), uitnodigen.Inwonersuitnodiging, uitnodigen.nodig_inwoner_uit, nieuw=True),
    Handeling("uitnodiging-antwoord", Tekst("Laat weten of u komt", "Say whether you come"), Tekst("De coördinator ziet uw antwoord.", "The coordinator sees your answer."), uitnodigen.Uitnodigingsantwoord, uitnodigen.beantwoord),
    Handeling("inbreng", Tekst("Breng iets in", "Bring something in"), Tekst("De coördinator ziet het als de inwoner dat goed vindt.", "The coordinator sees it when the resident agrees to that."), inbrengen.Inbreng, inbrengen.breng_in, nieuw=True),
    Handeling("vrijgave", Tekst("Laat uw voorwaarde vervallen", "Lift your condition"), Tekst("Wie dit onderwerp van deze persoon mag zien, ziet vanaf nu ook wat u inbracht.", "Who may see this subject of this person sees from now on what you brought in too."), inbrengen.Vrijgave, inbrengen.laat_vervallen),
    Handeling("aanwezigheid", Tekst("Leg vast wie er is", "Record who is there"), Tekst("Vanaf nu ziet een aanwezige partij wat zij mag zien.", "From now on a party that is there sees what it may see."), uitnodigen.Aanwezigheid, uitnodigen.leg_aanwezigheid_vast),
    Handeling("agendapunt", Tekst("Handel een agendapunt af", "Deal with a point of the agenda"), Tekst("Komt in het verslag.", "Goes into the minutes."), overleg.Agendauitkomst, overleg.handel_agendapunt_af),
    Handeling("partij-stopt", Tekst("Laat een partij niet meer meedoen", "End the part of a party"), Tekst("De partij ziet deze zaak niet meer.", "The party does not see this case any more."), uitnodigen.Deelnamekeuze, uitnodigen.beeindig_partij),
    Handeling("overleg-beginnen", Tekst("Begin het casusoverleg", "Begin the case meeting"), Tekst("U loopt de agenda langs en legt afspraken vast.", "You go through the agenda and record agreements."), Niets, overleg.begin_overleg),
    Handeling("overleg-sluiten", Tekst("Sluit het casusoverleg", "Close the case meeting"), Tekst("Het verslag ligt daarna vast; de uitvoering gaat verder.", "The minutes are final then; carrying out goes on."), Niets, overleg.sluit_overleg),
    Handeling("schuldhulp", Tekst("Meld iemand aan bij schuldhulp", "Refer someone to debt assistance"), Tekst("Naam, contact en de dag van de vraag gaan naar schuldhulp, verder niets. De inwoner ziet dit.", "Name, contact and the day of the request go to debt assistance, nothing else. The resident sees this."), aanmelden.Hulpvraag, aanmelden.meld_aan, nieuw=True),
    Handeling("zvh", Tekst("Schaal op naar het Zorg- en Veiligheidshuis", "Move up to the Care and Safety House"), Tekst("Alleen wat u kiest gaat mee, op een eigen grondslag. De zaak hier loopt door; de inwoner ziet wat er ging.", "Only what you choose goes along, on a basis of its own. The case here goes on; the resident sees what went."), opschalen.Opschaling, opschalen.schaal_op, nieuw=True),
    Handeling("bronakkoord", Tekst("De bron is akkoord met doorgeven", "The source agrees to passing on"), Tekst("Nodig voor zorg en gezondheid, en waar een bron om vroeg. Wie akkoord was, blijft bewaard.", "Needed for care and health, and where a source asked for it. Who agreed stays on record."), opschalen.Bronakkoord, opschalen.leg_akkoord_vast, nieuw=True),
    Handeling("evaluatie", Tekst("Evalueer het plan", "Evaluate the plan"), Tekst("Daarna stelt u bij of schaalt u af.", "Then you adjust or scale down."), verloop.Evaluatieinvoer, verloop.evalueer),
    Handeling("bijstellen", Tekst("Stel het plan bij", "Adjust the plan"), Tekst("Terug naar doelen en afspraken.", "Back to goals and agreements."), Reden, verloop.stel_bij),
    Handeling("afschalen", Tekst("Schaal de aanpak af", "Scale the approach down"), Tekst("Iedere partij gaat zelf verder.", "Each party goes on by itself."), Reden, verloop.schaal_af),
    Handeling("afsluiten", Tekst("Sluit de zaak af", "Close the case"), Tekst("Daarna ziet alleen de inwoner haar nog.", "After that only the resident sees it."), Niets, verloop.sluit_af),
    Handeling("stoppen", Tekst("Stop de zaak", "Stop the case"), Tekst("De zaak sluit en wordt afgeschermd.", "The case closes and is shielded."), Reden, verloop.stop),
    Handeling("verlengen", Tekst("Verleng een termijn", "Extend a term"), Tekst("Kan één keer.", "Possible once."), verloop.Verlenging, verloop.verleng),
    Handeling("bezwaar", Tekst("Maak bezwaar", "Object"), Tekst("Uw plan staat stil tot wij hebben beslist, binnen een maand.", "Your plan stands still until we have decided, within a month."), inwoner.Bezwaarinvoer, inwoner.maak_bezwaar, nieuw=True),
    Handeling("intrekken", Tekst("Trek uw instemming in", "Withdraw your consent"), Tekst("Vanaf nu laten wij dit niet meer zien.", "From now on we do not show this any more."), inwoner.Intrekking, inwoner.trek_in),
    Handeling("bezwaar-besluit", Tekst("Beslis op het bezwaar", "Decide on the objection"), Tekst("De inwoner krijgt het besluit per brief, met uw motivering.", "The resident gets the decision by letter, with your motivation."), inwoner.Bezwaarbesluit, inwoner.beslis_op_bezwaar, vooraf=queries.besluitbrief_vooraf),
    taakhandeling(SCHEME, lambda actor, zaak_id: open_dossier(actor, zaak_id, op_slot=True).zaak),
    *verbeterhandelingen(SCHEME, lambda actor, zaak_id: open_dossier(actor, zaak_id, op_slot=True).zaak),
)  # fmt: skip
HANDELINGEN = {handeling.naam: handeling for handeling in _ALLE}
