"""What users do: one function per intention, in one transaction with its log rows."""

from samenhang.schemes.vroegsignalering.actions.bezwaar import maak_bezwaar as maak_bezwaar
from samenhang.schemes.vroegsignalering.actions.contact import DAGDELEN as DAGDELEN
from samenhang.schemes.vroegsignalering.actions.contact import SOORTEN_POGING as SOORTEN_POGING
from samenhang.schemes.vroegsignalering.actions.contact import Poging as Poging
from samenhang.schemes.vroegsignalering.actions.contact import bevestig_inwoner as bevestig_inwoner
from samenhang.schemes.vroegsignalering.actions.contact import (
    leg_contactpoging_vast as leg_contactpoging_vast,
)
from samenhang.schemes.vroegsignalering.actions.hulp import KANALEN as KANALEN
from samenhang.schemes.vroegsignalering.actions.hulp import PAUZE_INCASSO as PAUZE_INCASSO
from samenhang.schemes.vroegsignalering.actions.hulp import aanvaard as aanvaard
from samenhang.schemes.vroegsignalering.actions.hulp import doe_aanbod as doe_aanbod
from samenhang.schemes.vroegsignalering.actions.hulp import leg_gesprek_vast as leg_gesprek_vast
from samenhang.schemes.vroegsignalering.actions.oppakken import drempel_op as drempel_op
from samenhang.schemes.vroegsignalering.actions.oppakken import pak_signalen_op as pak_signalen_op
from samenhang.schemes.vroegsignalering.actions.toewijzen import wijs_toe as wijs_toe
from samenhang.schemes.vroegsignalering.actions.twijfel import beoordeel as beoordeel
from samenhang.schemes.vroegsignalering.actions.verloop import heropen as heropen
from samenhang.schemes.vroegsignalering.actions.verloop import hervat as hervat
from samenhang.schemes.vroegsignalering.actions.verloop import rond_af as rond_af
from samenhang.schemes.vroegsignalering.actions.verloop import schort_op as schort_op
