"""What users read."""

from samenhang.schemes.vroegsignalering.domain.beleidsregels import in_gewone_woorden as in_gewone_woorden
from samenhang.schemes.vroegsignalering.domain.bezoeken import Bezoekkeuze as Bezoekkeuze
from samenhang.schemes.vroegsignalering.domain.werkfilter import Filter as Filter
from samenhang.schemes.vroegsignalering.queries.aanleveringen import Leveringfilter as Leveringfilter
from samenhang.schemes.vroegsignalering.queries.aanleveringen import aanleverfouten as aanleverfouten
from samenhang.schemes.vroegsignalering.queries.aanleveringen import aanlevering as aanlevering
from samenhang.schemes.vroegsignalering.queries.aanleveringen import aanleveringen as aanleveringen
from samenhang.schemes.vroegsignalering.queries.aanleveringen import foutenlijst as foutenlijst
from samenhang.schemes.vroegsignalering.queries.aanleveringen import heeft_origineel as heeft_origineel
from samenhang.schemes.vroegsignalering.queries.aanleveringen import na_aanlevering as na_aanlevering
from samenhang.schemes.vroegsignalering.queries.aanleveringen import na_fout as na_fout
from samenhang.schemes.vroegsignalering.queries.aanleveringen import origineel as origineel
from samenhang.schemes.vroegsignalering.queries.aanleveringen import partijen as partijen
from samenhang.schemes.vroegsignalering.queries.aanleveringen import stand_van as stand_van
from samenhang.schemes.vroegsignalering.queries.aanleveringen import storing_van as storing_van
from samenhang.schemes.vroegsignalering.queries.aanleveringen import telling as telling
from samenhang.schemes.vroegsignalering.queries.agenda import Afspraak as Afspraak
from samenhang.schemes.vroegsignalering.queries.agenda import agenda as agenda
from samenhang.schemes.vroegsignalering.queries.berichten import Berichtbeeld as Berichtbeeld
from samenhang.schemes.vroegsignalering.queries.berichten import Berichtregel as Berichtregel
from samenhang.schemes.vroegsignalering.queries.berichten import ontvangen_bericht as ontvangen_bericht
from samenhang.schemes.vroegsignalering.queries.berichten import ontvangen_berichten as ontvangen_berichten
from samenhang.schemes.vroegsignalering.queries.bezoeken import BEZOEKKOLOMMEN as BEZOEKKOLOMMEN
from samenhang.schemes.vroegsignalering.queries.bezoeken import Bezoek as Bezoek
from samenhang.schemes.vroegsignalering.queries.bezoeken import als_bestand as als_bestand
from samenhang.schemes.vroegsignalering.queries.bezoeken import bezoeklijst as bezoeklijst
from samenhang.schemes.vroegsignalering.queries.bezoeken import per_postcode as per_postcode
from samenhang.schemes.vroegsignalering.queries.brieven import Briefkeuze as Briefkeuze
from samenhang.schemes.vroegsignalering.queries.brieven import Briefrij as Briefrij
from samenhang.schemes.vroegsignalering.queries.brieven import Briefvoorbeeld as Briefvoorbeeld
from samenhang.schemes.vroegsignalering.queries.brieven import Rondestand as Rondestand
from samenhang.schemes.vroegsignalering.queries.brieven import brief as brief
from samenhang.schemes.vroegsignalering.queries.brieven import briefvoorbeeld as briefvoorbeeld
from samenhang.schemes.vroegsignalering.queries.brieven import bundel as bundel
from samenhang.schemes.vroegsignalering.queries.brieven import na_ronde as na_ronde
from samenhang.schemes.vroegsignalering.queries.brieven import proefbrief as proefbrief
from samenhang.schemes.vroegsignalering.queries.brieven import ronde_van as ronde_van
from samenhang.schemes.vroegsignalering.queries.brieven import rondes as rondes
from samenhang.schemes.vroegsignalering.queries.brieven import sjablonen as sjablonen
from samenhang.schemes.vroegsignalering.queries.brieven.bezwaarbesluit import besluitbrief as besluitbrief
from samenhang.schemes.vroegsignalering.queries.brieven.bezwaarbesluit import (
    besluitbrief_vooraf as besluitbrief_vooraf,
)
from samenhang.schemes.vroegsignalering.queries.brieven.later import bericht_later as bericht_later
from samenhang.schemes.vroegsignalering.queries.brieven.later import (
    bericht_later_vooraf as bericht_later_vooraf,
)
from samenhang.schemes.vroegsignalering.queries.brp import Brprij as Brprij
from samenhang.schemes.vroegsignalering.queries.brp import Brpstand as Brpstand
from samenhang.schemes.vroegsignalering.queries.brp import Brpuitval as Brpuitval
from samenhang.schemes.vroegsignalering.queries.brp import brp_uitval as brp_uitval
from samenhang.schemes.vroegsignalering.queries.brp import brpstand as brpstand
from samenhang.schemes.vroegsignalering.queries.cak import Cakroute as Cakroute
from samenhang.schemes.vroegsignalering.queries.cak import cakroutes as cakroutes
from samenhang.schemes.vroegsignalering.queries.cijfers import cijfers as cijfers
from samenhang.schemes.vroegsignalering.queries.cijfers import gemeentecode_van as gemeentecode_van
from samenhang.schemes.vroegsignalering.queries.cijfers import gemeenten_met_cijfers as gemeenten_met_cijfers
from samenhang.schemes.vroegsignalering.queries.cijfers import interne_cijfers as interne_cijfers
from samenhang.schemes.vroegsignalering.queries.cijfers import openbare_cijfers as openbare_cijfers
from samenhang.schemes.vroegsignalering.queries.contactteksten import Gevuld as Gevuld
from samenhang.schemes.vroegsignalering.queries.contactteksten import Tekststand as Tekststand
from samenhang.schemes.vroegsignalering.queries.contactteksten import contactteksten as contactteksten
from samenhang.schemes.vroegsignalering.queries.contactteksten import (
    contactteksten_bij as contactteksten_bij,
)
from samenhang.schemes.vroegsignalering.queries.contactteksten import gevulde_teksten as gevulde_teksten
from samenhang.schemes.vroegsignalering.queries.ddas import ddas_levering as ddas_levering
from samenhang.schemes.vroegsignalering.queries.filters import mijn_filters as mijn_filters
from samenhang.schemes.vroegsignalering.queries.inwoner import InwonerZaak as InwonerZaak
from samenhang.schemes.vroegsignalering.queries.inwoner import buiten_mijn_zaken as buiten_mijn_zaken
from samenhang.schemes.vroegsignalering.queries.inwoner import mijn_weigeringen as mijn_weigeringen
from samenhang.schemes.vroegsignalering.queries.inwoner import mijn_zaken as mijn_zaken
from samenhang.schemes.vroegsignalering.queries.inzage import wie_keek as wie_keek
from samenhang.schemes.vroegsignalering.queries.melding import PersoonBeeld as PersoonBeeld
from samenhang.schemes.vroegsignalering.queries.melding import SignaalBeeld as SignaalBeeld
from samenhang.schemes.vroegsignalering.queries.melding import ZaakBeeld as ZaakBeeld
from samenhang.schemes.vroegsignalering.queries.melding import melding as melding
from samenhang.schemes.vroegsignalering.queries.mijn_werk import MijnWerk as MijnWerk
from samenhang.schemes.vroegsignalering.queries.mijn_werk import mijn_werk as mijn_werk
from samenhang.schemes.vroegsignalering.queries.monitor import Monitor as Monitor
from samenhang.schemes.vroegsignalering.queries.monitor import interne_monitor as interne_monitor
from samenhang.schemes.vroegsignalering.queries.monitor import monitor as monitor
from samenhang.schemes.vroegsignalering.queries.monitor import openbare_monitor as openbare_monitor
from samenhang.schemes.vroegsignalering.queries.overdrachten import Overdrachtbeeld as Overdrachtbeeld
from samenhang.schemes.vroegsignalering.queries.overdrachten import Overdrachtregel as Overdrachtregel
from samenhang.schemes.vroegsignalering.queries.overdrachten import binnengekomen as binnengekomen
from samenhang.schemes.vroegsignalering.queries.overdrachten import overdracht as overdracht
from samenhang.schemes.vroegsignalering.queries.overdrachten import overdracht_ophalen as overdracht_ophalen
from samenhang.schemes.vroegsignalering.queries.overdrachten import (
    overdracht_zonder_inhoud as overdracht_zonder_inhoud,
)
from samenhang.schemes.vroegsignalering.queries.overdrachten import overdrachten as overdrachten
from samenhang.schemes.vroegsignalering.queries.overnemen import cijfersjabloon as cijfersjabloon
from samenhang.schemes.vroegsignalering.queries.partners import Beleidsversie as Beleidsversie
from samenhang.schemes.vroegsignalering.queries.partners import afspraken_met as afspraken_met
from samenhang.schemes.vroegsignalering.queries.partners import beleidssets as beleidssets
from samenhang.schemes.vroegsignalering.queries.partners import eigen_gemeente as eigen_gemeente
from samenhang.schemes.vroegsignalering.queries.partners import gemeenten_met_regels as gemeenten_met_regels
from samenhang.schemes.vroegsignalering.queries.partners import gepubliceerde_regels as gepubliceerde_regels
from samenhang.schemes.vroegsignalering.queries.partners import laatste_afspraken as laatste_afspraken
from samenhang.schemes.vroegsignalering.queries.partners import lopende_afspraken as lopende_afspraken
from samenhang.schemes.vroegsignalering.queries.partners import mogelijke_partners as mogelijke_partners
from samenhang.schemes.vroegsignalering.queries.partners import partners as partners
from samenhang.schemes.vroegsignalering.queries.partners import regels_nu as regels_nu
from samenhang.schemes.vroegsignalering.queries.partners import vorige_afspraak as vorige_afspraak
from samenhang.schemes.vroegsignalering.queries.rechten import antwoord_van as antwoord_van
from samenhang.schemes.vroegsignalering.queries.terugkoppeling import berichten as berichten
from samenhang.schemes.vroegsignalering.queries.terugkoppeling import na_bericht as na_bericht
from samenhang.schemes.vroegsignalering.queries.twijfel import Kant as Kant
from samenhang.schemes.vroegsignalering.queries.twijfel import Twijfel as Twijfel
from samenhang.schemes.vroegsignalering.queries.twijfel import aantal_twijfelparen as aantal_twijfelparen
from samenhang.schemes.vroegsignalering.queries.twijfel import beoordeelde_paren as beoordeelde_paren
from samenhang.schemes.vroegsignalering.queries.twijfel import twijfelparen as twijfelparen
from samenhang.schemes.vroegsignalering.queries.twijfel import verklaar_paar as verklaar_paar
from samenhang.schemes.vroegsignalering.queries.verstuurd import Verstuurd as Verstuurd
from samenhang.schemes.vroegsignalering.queries.verstuurd import verstuurd as verstuurd
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import Werklijst as Werklijst
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import WerkRij as WerkRij
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import collegas as collegas
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import werkvoorraad as werkvoorraad
