"""What users do: one function per intention, in one transaction with its log rows."""

from samenhang.schemes.vroegsignalering.actions.afspraken import Afspraak as Afspraak
from samenhang.schemes.vroegsignalering.actions.afspraken import als_voorstel as als_voorstel
from samenhang.schemes.vroegsignalering.actions.afspraken import beeindig_afspraak as beeindig_afspraak
from samenhang.schemes.vroegsignalering.actions.afspraken import leg_afspraak_vast as leg_afspraak_vast
from samenhang.schemes.vroegsignalering.actions.afspraken import vergelijk_afspraak as vergelijk_afspraak
from samenhang.schemes.vroegsignalering.actions.beleid import Beleidsvoorstel as Beleidsvoorstel
from samenhang.schemes.vroegsignalering.actions.beleid import stel_beleid_vast as stel_beleid_vast
from samenhang.schemes.vroegsignalering.actions.beleid import vergelijk_beleid as vergelijk_beleid
from samenhang.schemes.vroegsignalering.actions.bezwaar import beslis_op_bezwaar as beslis_op_bezwaar
from samenhang.schemes.vroegsignalering.actions.bezwaar import maak_bezwaar as maak_bezwaar
from samenhang.schemes.vroegsignalering.actions.brieven import begin_brievenronde as begin_brievenronde
from samenhang.schemes.vroegsignalering.actions.brieven import maak_ronde_af as maak_ronde_af
from samenhang.schemes.vroegsignalering.actions.brieven import stuur_brief as stuur_brief
from samenhang.schemes.vroegsignalering.actions.brp import bevestig_inwoner as bevestig_inwoner
from samenhang.schemes.vroegsignalering.actions.brp import leg_brp_vast as leg_brp_vast
from samenhang.schemes.vroegsignalering.actions.brp import zend_door as zend_door
from samenhang.schemes.vroegsignalering.actions.brpvraag import Ronde as Ronde
from samenhang.schemes.vroegsignalering.actions.brpvraag import beoordeel_brp as beoordeel_brp
from samenhang.schemes.vroegsignalering.actions.brpvraag import loop_brp_na as loop_brp_na
from samenhang.schemes.vroegsignalering.actions.brpvraag import vraag_brp as vraag_brp
from samenhang.schemes.vroegsignalering.actions.cijfers import leg_inwonertal_vast as leg_inwonertal_vast
from samenhang.schemes.vroegsignalering.actions.cijfers import leg_streefwaarde_vast as leg_streefwaarde_vast
from samenhang.schemes.vroegsignalering.actions.cijfers import neem_cijfers_over as neem_cijfers_over
from samenhang.schemes.vroegsignalering.actions.cijfers import stel_cijfers_vast as stel_cijfers_vast
from samenhang.schemes.vroegsignalering.actions.cijfers import tel_cijfers as tel_cijfers
from samenhang.schemes.vroegsignalering.actions.contact import Poging as Poging
from samenhang.schemes.vroegsignalering.actions.contact import geef_op as geef_op
from samenhang.schemes.vroegsignalering.actions.contact import (
    leg_contactpoging_vast as leg_contactpoging_vast,
)
from samenhang.schemes.vroegsignalering.actions.contact import (
    niet_thuis_met_kaartje as niet_thuis_met_kaartje,
)
from samenhang.schemes.vroegsignalering.actions.contact import (
    verbeter_contactpoging as verbeter_contactpoging,
)
from samenhang.schemes.vroegsignalering.actions.contactteksten import Tekstvoorstel as Tekstvoorstel
from samenhang.schemes.vroegsignalering.actions.contactteksten import (
    bekijk_contacttekst as bekijk_contacttekst,
)
from samenhang.schemes.vroegsignalering.actions.contactteksten import (
    stel_contacttekst_vast as stel_contacttekst_vast,
)
from samenhang.schemes.vroegsignalering.actions.filters import bewaar_filter as bewaar_filter
from samenhang.schemes.vroegsignalering.actions.filters import hernoem_filter as hernoem_filter
from samenhang.schemes.vroegsignalering.actions.filters import maak_standaard as maak_standaard
from samenhang.schemes.vroegsignalering.actions.filters import verwijder_filter as verwijder_filter
from samenhang.schemes.vroegsignalering.actions.hulp import KANALEN as KANALEN
from samenhang.schemes.vroegsignalering.actions.hulp import VERVOLG as VERVOLG
from samenhang.schemes.vroegsignalering.actions.hulp import aanvaard as aanvaard
from samenhang.schemes.vroegsignalering.actions.hulp import doe_aanbod as doe_aanbod
from samenhang.schemes.vroegsignalering.actions.hulp import leg_afwijzing_vast as leg_afwijzing_vast
from samenhang.schemes.vroegsignalering.actions.hulp import leg_dreiging_vast as leg_dreiging_vast
from samenhang.schemes.vroegsignalering.actions.hulp import leg_gesprek_vast as leg_gesprek_vast
from samenhang.schemes.vroegsignalering.actions.hulp import leg_vervolg_vast as leg_vervolg_vast
from samenhang.schemes.vroegsignalering.actions.hulp import leg_zelf_geregeld_vast as leg_zelf_geregeld_vast
from samenhang.schemes.vroegsignalering.actions.inwoner import vraag_hulp as vraag_hulp
from samenhang.schemes.vroegsignalering.actions.inwoner import vraag_kopie as vraag_kopie
from samenhang.schemes.vroegsignalering.actions.inwoner import vraag_verbetering as vraag_verbetering
from samenhang.schemes.vroegsignalering.actions.meewerken import beeindig_deelname as beeindig_deelname
from samenhang.schemes.vroegsignalering.actions.meewerken import geef_taak as geef_taak
from samenhang.schemes.vroegsignalering.actions.meewerken import laat_deelnemen as laat_deelnemen
from samenhang.schemes.vroegsignalering.actions.meewerken import maak_afspraak as maak_afspraak
from samenhang.schemes.vroegsignalering.actions.meewerken import maak_taak as maak_taak
from samenhang.schemes.vroegsignalering.actions.meewerken import rond_afspraak_af as rond_afspraak_af
from samenhang.schemes.vroegsignalering.actions.meewerken import rond_taak_af as rond_taak_af
from samenhang.schemes.vroegsignalering.actions.ontvangst import Ontvangst as Ontvangst
from samenhang.schemes.vroegsignalering.actions.ontvangst import bevestig_ontvangst as bevestig_ontvangst
from samenhang.schemes.vroegsignalering.actions.ontvangst import uit_bewijs as uit_bewijs
from samenhang.schemes.vroegsignalering.actions.opnieuw import begin_opnieuw as begin_opnieuw
from samenhang.schemes.vroegsignalering.actions.oppakken import pak_signalen_op as pak_signalen_op
from samenhang.schemes.vroegsignalering.actions.reacties import registreer_reactie as registreer_reactie
from samenhang.schemes.vroegsignalering.actions.rechten import Antwoordgegevens as Antwoordgegevens
from samenhang.schemes.vroegsignalering.actions.rechten import (
    Uitstelkeuze as Uitstelkeuze,
)
from samenhang.schemes.vroegsignalering.actions.rechten import (
    geef_kennismaking_door as geef_kennismaking_door,
)
from samenhang.schemes.vroegsignalering.actions.rechten import (
    geef_meervoudig_door as geef_meervoudig_door,
)
from samenhang.schemes.vroegsignalering.actions.rechten import leg_informeren_vast as leg_informeren_vast
from samenhang.schemes.vroegsignalering.actions.rechten import leg_toestemming_vast as leg_toestemming_vast
from samenhang.schemes.vroegsignalering.actions.rechten import (
    stel_informeren_uit as stel_informeren_uit,
)
from samenhang.schemes.vroegsignalering.actions.rechten import trek_toestemming_in as trek_toestemming_in
from samenhang.schemes.vroegsignalering.actions.terugkoppelen import haal_bericht_op as haal_bericht_op
from samenhang.schemes.vroegsignalering.actions.terugkoppelen import haal_maand_op as haal_maand_op
from samenhang.schemes.vroegsignalering.actions.terugkoppelen import koppel_terug as koppel_terug
from samenhang.schemes.vroegsignalering.actions.toewijzen import (
    maak_toewijzing_ongedaan as maak_toewijzing_ongedaan,
)
from samenhang.schemes.vroegsignalering.actions.toewijzen import wijs_toe as wijs_toe
from samenhang.schemes.vroegsignalering.actions.twijfel import beoordeel as beoordeel
from samenhang.schemes.vroegsignalering.actions.twijfel import neem_oordeel_terug as neem_oordeel_terug
from samenhang.schemes.vroegsignalering.actions.verbeteren import Verbetering as Verbetering
from samenhang.schemes.vroegsignalering.actions.verbeteren import hef_voorwaarde_op as hef_voorwaarde_op
from samenhang.schemes.vroegsignalering.actions.verbeteren import stel_voorwaarde as stel_voorwaarde
from samenhang.schemes.vroegsignalering.actions.verbeteren import trek_overdracht_in as trek_overdracht_in
from samenhang.schemes.vroegsignalering.actions.verbeteren import verbeter_gegevens as verbeter_gegevens
from samenhang.schemes.vroegsignalering.actions.verloop import heropen as heropen
from samenhang.schemes.vroegsignalering.actions.verloop import hervat as hervat
from samenhang.schemes.vroegsignalering.actions.verloop import lees_mee as lees_mee
from samenhang.schemes.vroegsignalering.actions.verloop import leg_bekend_vast as leg_bekend_vast
from samenhang.schemes.vroegsignalering.actions.verloop import leg_traject_vast as leg_traject_vast
from samenhang.schemes.vroegsignalering.actions.verloop import rond_af as rond_af
from samenhang.schemes.vroegsignalering.actions.verloop import schort_op as schort_op
from samenhang.schemes.vroegsignalering.actions.verloop import verleng as verleng
from samenhang.schemes.vroegsignalering.actions.verloop import vraag_tweede_lezer as vraag_tweede_lezer
