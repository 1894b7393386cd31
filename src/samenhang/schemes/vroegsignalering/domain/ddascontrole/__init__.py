"""What is wrong with a DDAS document, also where its schema says nothing. Pure.

Each finding names its place in the document, the fault and the remedy. "fout": CBS will refuse it or read it
wrongly. "let-op": it may be right. Names of version 0.9 come with the list of what they are called now.
"""

from samenhang.schemes.vroegsignalering.domain.ddascontrole.beoordelen import Oordeel as Oordeel
from samenhang.schemes.vroegsignalering.domain.ddascontrole.beoordelen import oordeel as oordeel
from samenhang.schemes.vroegsignalering.domain.ddascontrole.bevinding import Bevinding as Bevinding
from samenhang.schemes.vroegsignalering.domain.ddascontrole.document import controleer as controleer
from samenhang.schemes.vroegsignalering.domain.ddascontrole.velden import HERNOEMD as HERNOEMD
