"""What is known about a person in a register, as he may have it: every column of every table about him, in plain words."""

from samenhang.kernel.inzage.kopie import Gegeven as Gegeven
from samenhang.kernel.inzage.kopie import Kopie as Kopie
from samenhang.kernel.inzage.kopie import Onderdeel as Onderdeel
from samenhang.kernel.inzage.kopie import Waarde as Waarde
from samenhang.kernel.inzage.samenstellen import Inzage as Inzage
from samenhang.kernel.inzage.samenstellen import inzage_van as inzage_van
from samenhang.kernel.inzage.samenstellen import kopie_van as kopie_van
from samenhang.kernel.inzage.samenstellen import registreer_inzage as registreer_inzage
