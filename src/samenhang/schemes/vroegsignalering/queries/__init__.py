"""What users read."""

from samenhang.schemes.vroegsignalering.queries.aanleveringen import aanleverfouten as aanleverfouten
from samenhang.schemes.vroegsignalering.queries.aanleveringen import aanlevering as aanlevering
from samenhang.schemes.vroegsignalering.queries.aanleveringen import aanleveringen as aanleveringen
from samenhang.schemes.vroegsignalering.queries.aanleveringen import na_aanlevering as na_aanlevering
from samenhang.schemes.vroegsignalering.queries.aanleveringen import na_fout as na_fout
from samenhang.schemes.vroegsignalering.queries.cijfers import cijfers as cijfers
from samenhang.schemes.vroegsignalering.queries.cijfers import gemeentecode_van as gemeentecode_van
from samenhang.schemes.vroegsignalering.queries.cijfers import gemeenten_met_cijfers as gemeenten_met_cijfers
from samenhang.schemes.vroegsignalering.queries.cijfers import openbare_cijfers as openbare_cijfers
from samenhang.schemes.vroegsignalering.queries.inwoner import mijn_zaken as mijn_zaken
from samenhang.schemes.vroegsignalering.queries.inzage import wie_keek as wie_keek
from samenhang.schemes.vroegsignalering.queries.melding import PersoonBeeld as PersoonBeeld
from samenhang.schemes.vroegsignalering.queries.melding import SignaalBeeld as SignaalBeeld
from samenhang.schemes.vroegsignalering.queries.melding import ZaakBeeld as ZaakBeeld
from samenhang.schemes.vroegsignalering.queries.melding import melding as melding
from samenhang.schemes.vroegsignalering.queries.partners import partners as partners
from samenhang.schemes.vroegsignalering.queries.twijfel import Twijfel as Twijfel
from samenhang.schemes.vroegsignalering.queries.twijfel import twijfelparen as twijfelparen
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import Filter as Filter
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import MijnWerk as MijnWerk
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import WerkRij as WerkRij
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import collegas as collegas
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import mijn_werk as mijn_werk
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import werkvoorraad as werkvoorraad
