"""What is done with hand-overs; schemes call these inside their own actions."""

from samenhang.kernel.verstrekkingen.actions.herstellen import REDENEN_INTREKKING as REDENEN_INTREKKING
from samenhang.kernel.verstrekkingen.actions.herstellen import corrigeer as corrigeer
from samenhang.kernel.verstrekkingen.actions.herstellen import trek_in as trek_in
from samenhang.kernel.verstrekkingen.actions.ontvangst import bevestig_ontvangst as bevestig_ontvangst
from samenhang.kernel.verstrekkingen.actions.overdragen import (
    VerstrekkingGeweigerd as VerstrekkingGeweigerd,
)
from samenhang.kernel.verstrekkingen.actions.overdragen import Wegens as Wegens
from samenhang.kernel.verstrekkingen.actions.overdragen import draag_over as draag_over
from samenhang.kernel.verstrekkingen.actions.overdragen import som_van as som_van
from samenhang.kernel.verstrekkingen.actions.overdragen import (
    verstrekte_categorieen as verstrekte_categorieen,
)
from samenhang.kernel.verstrekkingen.actions.toestemming import vraag_intrekking as vraag_intrekking
from samenhang.kernel.verstrekkingen.actions.voorwaarden import hef_voorwaarden_op as hef_voorwaarden_op
from samenhang.kernel.verstrekkingen.actions.voorwaarden import stel_voorwaarde as stel_voorwaarde
