"""Letters: the look before sending, the rounds, and a letter or bundle exactly as it went."""

from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import Briefkeuze as Briefkeuze
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import afzender_van as afzender_van
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import als_draad as als_draad
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import gemeenschappelijk as gemeenschappelijk
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import regels_voor as regels_voor
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import van_draad as van_draad
from samenhang.schemes.vroegsignalering.queries.brieven.rondes import Rondestand as Rondestand
from samenhang.schemes.vroegsignalering.queries.brieven.rondes import na_ronde as na_ronde
from samenhang.schemes.vroegsignalering.queries.brieven.rondes import ronde_van as ronde_van
from samenhang.schemes.vroegsignalering.queries.brieven.rondes import rondes as rondes
from samenhang.schemes.vroegsignalering.queries.brieven.verstuurd import brief as brief
from samenhang.schemes.vroegsignalering.queries.brieven.verstuurd import bundel as bundel
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import WERKERS as WERKERS
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import Briefrij as Briefrij
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import Briefvoorbeeld as Briefvoorbeeld
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import briefvoorbeeld as briefvoorbeeld
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import geen_brieven as geen_brieven
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import proefbrief as proefbrief
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import sjablonen as sjablonen
