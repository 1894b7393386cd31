"""The copy of AVG art. 15 lid 3: everything that is known about one resident, as JSON for machines and as PDF to read."""

from samenhang.schemes.vroegsignalering.kopie.samenstellen import kopie_van as kopie_van
from samenhang.web.kopie.vormen import als_json as als_json
from samenhang.web.kopie.vormen import als_pdf as als_pdf
