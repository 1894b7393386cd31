"""A synthetic, plausible world of residents with arrears, made from a seed. Nobody in it exists."""

from samenhang.demo.wereld.modellen import Instelling, Wereld
from samenhang.demo.wereld.wereld import instelling_op, maak_delen, maak_wereld, voor_signalen

__all__ = ["Instelling", "Wereld", "instelling_op", "maak_delen", "maak_wereld", "voor_signalen"]
