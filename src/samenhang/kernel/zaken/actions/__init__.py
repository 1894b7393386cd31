"""What happens to any case. Schemes call these inside their own actions, one module per subject."""

from samenhang.kernel.zaken.actions.bezwaar import beslis_over_bezwaar as beslis_over_bezwaar
from samenhang.kernel.zaken.actions.bezwaar import besluit_vooraf as besluit_vooraf
from samenhang.kernel.zaken.actions.bezwaar import laat_doorgaan as laat_doorgaan
from samenhang.kernel.zaken.actions.bezwaar import leg_bezwaar_vast as leg_bezwaar_vast
from samenhang.kernel.zaken.actions.bezwaar import trek_bezwaar_in as trek_bezwaar_in
from samenhang.kernel.zaken.actions.deelnemen import beeindig_deelname as beeindig_deelname
from samenhang.kernel.zaken.actions.deelnemen import laat_deelnemen as laat_deelnemen
from samenhang.kernel.zaken.actions.gedeeld import bewaar as bewaar
from samenhang.kernel.zaken.actions.gedeeld import collega as collega
from samenhang.kernel.zaken.actions.gedeeld import reden_verplicht as reden_verplicht
from samenhang.kernel.zaken.actions.gedeeld import schrijf_tijdlijn as schrijf_tijdlijn
from samenhang.kernel.zaken.actions.gedeeld import vandaag as vandaag
from samenhang.kernel.zaken.actions.openen import open_zaak as open_zaak
from samenhang.kernel.zaken.actions.plan import maak_afspraak as maak_afspraak
from samenhang.kernel.zaken.actions.plan import rond_afspraak_af as rond_afspraak_af
from samenhang.kernel.zaken.actions.rechten import Gegeven as Gegeven
from samenhang.kernel.zaken.actions.rechten import Toestemmingsvraag as Toestemmingsvraag
from samenhang.kernel.zaken.actions.rechten import leg_informeren_vast as leg_informeren_vast
from samenhang.kernel.zaken.actions.rechten import leg_toestemming_vast as leg_toestemming_vast
from samenhang.kernel.zaken.actions.rechten import trek_toestemming_in as trek_toestemming_in
from samenhang.kernel.zaken.actions.stappen import zet_stap as zet_stap
from samenhang.kernel.zaken.actions.taken import geef_taak as geef_taak
from samenhang.kernel.zaken.actions.taken import maak_taak as maak_taak
from samenhang.kernel.zaken.actions.taken import rond_taak_af as rond_taak_af
from samenhang.kernel.zaken.actions.taken import rond_taken_af as rond_taken_af
from samenhang.kernel.zaken.actions.termijnen import hervat as hervat
from samenhang.kernel.zaken.actions.termijnen import rond_termijn_af as rond_termijn_af
from samenhang.kernel.zaken.actions.termijnen import schort_op as schort_op
from samenhang.kernel.zaken.actions.termijnen import start_termijn as start_termijn
from samenhang.kernel.zaken.actions.termijnen import verleng as verleng
from samenhang.kernel.zaken.actions.termijnen import vervroeg_termijn as vervroeg_termijn
from samenhang.kernel.zaken.actions.termijnen import zet_volgende_termijn as zet_volgende_termijn
from samenhang.kernel.zaken.actions.toewijzen import maak_ongedaan as maak_ongedaan
from samenhang.kernel.zaken.actions.toewijzen import wijs_toe as wijs_toe
from samenhang.kernel.zaken.actions.uitstel import Uitstelvraag as Uitstelvraag
from samenhang.kernel.zaken.actions.uitstel import laat_uitstel_verlopen as laat_uitstel_verlopen
from samenhang.kernel.zaken.actions.uitstel import stel_informeren_uit as stel_informeren_uit
from samenhang.kernel.zaken.actions.vertegenwoordigen import Aanstelling as Aanstelling
from samenhang.kernel.zaken.actions.vertegenwoordigen import Wie as Wie
from samenhang.kernel.zaken.actions.vertegenwoordigen import account_van as account_van
from samenhang.kernel.zaken.actions.vertegenwoordigen import (
    beeindig_vertegenwoordiging as beeindig_vertegenwoordiging,
)
from samenhang.kernel.zaken.actions.vertegenwoordigen import leg_tegen_belang_vast as leg_tegen_belang_vast
from samenhang.kernel.zaken.actions.vertegenwoordigen import (
    leg_vertegenwoordiger_vast as leg_vertegenwoordiger_vast,
)
