"""What the case page shows, as the typed parts of the tag library."""

from samenhang.schemes.vroegsignalering.pages.zaakbeeld.doen import begin as begin
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.doen import keuzelijsten as keuzelijsten
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.doen import te_doen as te_doen
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.doen import teksten as teksten
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.inhoud import tabinhoud as tabinhoud
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.zaakkop import TABBLADEN as TABBLADEN
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.zaakkop import gemelde_dreiging as gemelde_dreiging
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.zaakkop import kop as kop
from samenhang.schemes.vroegsignalering.pages.zaakbeeld.zaakkop import tabbladen as tabbladen
