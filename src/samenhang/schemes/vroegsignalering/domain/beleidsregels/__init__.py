"""A municipality's own rules for signals: threshold, day windows, follow-up, offer, its postcodes. Pure.

Published, dated and decided by the college. Nothing here looks at a person: no age, income, household or
earlier help (AVG art. 4(4) and 22).
"""

from samenhang.schemes.vroegsignalering.domain.beleidsregels.lezen import lees as lees
from samenhang.schemes.vroegsignalering.domain.beleidsregels.regels import KANALEN as KANALEN
from samenhang.schemes.vroegsignalering.domain.beleidsregels.regels import SOORTEN as SOORTEN
from samenhang.schemes.vroegsignalering.domain.beleidsregels.regels import STANDAARD as STANDAARD
from samenhang.schemes.vroegsignalering.domain.beleidsregels.regels import Beleidsregels as Beleidsregels
from samenhang.schemes.vroegsignalering.domain.beleidsregels.regels import Opvolgregel as Opvolgregel
from samenhang.schemes.vroegsignalering.domain.beleidsregels.uitleg import NIET_BEKEKEN as NIET_BEKEKEN
from samenhang.schemes.vroegsignalering.domain.beleidsregels.uitleg import TITELS as TITELS
from samenhang.schemes.vroegsignalering.domain.beleidsregels.uitleg import Verschil as Verschil
from samenhang.schemes.vroegsignalering.domain.beleidsregels.uitleg import (
    in_gewone_woorden as in_gewone_woorden,
)
from samenhang.schemes.vroegsignalering.domain.beleidsregels.uitleg import verschillen as verschillen
