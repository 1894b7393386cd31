"""The letters of this scheme: their texts as dated data, and the page they are set on."""

from samenhang.schemes.vroegsignalering.brieven.zetten import Briefgegevens as Briefgegevens
from samenhang.schemes.vroegsignalering.brieven.zetten import laad_sjablonen as laad_sjablonen
from samenhang.schemes.vroegsignalering.brieven.zetten import sjablonen_op as sjablonen_op
from samenhang.schemes.vroegsignalering.brieven.zetten import uitleg_onder as uitleg_onder
from samenhang.schemes.vroegsignalering.brieven.zetten import zet as zet
