"""Documents that leave the house: PDF/UA-1 from a template of ours and data that is only ever data. Pure.

Typst reads no packages, no fonts of the machine and no clock, so the same data gives the same bytes.
"""

from samenhang.kernel.documenten.pdf import BRIEF as BRIEF
from samenhang.kernel.documenten.pdf import VERTALING as VERTALING
from samenhang.kernel.documenten.pdf import OnmogelijkDocument as OnmogelijkDocument
from samenhang.kernel.documenten.pdf import maak_pdf as maak_pdf
