"""The tables of the scheme. Those with personal data name their category."""

from samenhang.schemes.vroegsignalering.models.beleid import Beleidsset as Beleidsset
from samenhang.schemes.vroegsignalering.models.beleid import Contacttekstversie as Contacttekstversie
from samenhang.schemes.vroegsignalering.models.beleid import Partnerafspraak as Partnerafspraak
from samenhang.schemes.vroegsignalering.models.brieven import Brief as Brief
from samenhang.schemes.vroegsignalering.models.brieven import Briefopdracht as Briefopdracht
from samenhang.schemes.vroegsignalering.models.brieven import Brievenronde as Brievenronde
from samenhang.schemes.vroegsignalering.models.opvolging import Aanbod as Aanbod
from samenhang.schemes.vroegsignalering.models.opvolging import Contactpoging as Contactpoging
from samenhang.schemes.vroegsignalering.models.opvolging import LopendeHulp as LopendeHulp
from samenhang.schemes.vroegsignalering.models.opvolging import Reactie as Reactie
from samenhang.schemes.vroegsignalering.models.opvolging import Uitkomst as Uitkomst
from samenhang.schemes.vroegsignalering.models.personen import BrpAntwoord as BrpAntwoord
from samenhang.schemes.vroegsignalering.models.personen import Samenvoeging as Samenvoeging
from samenhang.schemes.vroegsignalering.models.personen import Twijfelpaar as Twijfelpaar
from samenhang.schemes.vroegsignalering.models.signalen import ReactieNaam as ReactieNaam
from samenhang.schemes.vroegsignalering.models.signalen import Schrijfwijze as Schrijfwijze
from samenhang.schemes.vroegsignalering.models.signalen import Signaal as Signaal
from samenhang.schemes.vroegsignalering.models.signalen import SignaalNaam as SignaalNaam
from samenhang.schemes.vroegsignalering.models.terugkoppeling import Terugkoppelbericht as Terugkoppelbericht
from samenhang.schemes.vroegsignalering.models.terugkoppeling import Terugkoppeling as Terugkoppeling
