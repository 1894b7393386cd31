"""A second synthetic world, made apart from the demo world and sharing no code with it.

Its names are composed, its households split and form, its partners differ at random per seed in what they
know and how they err: a matcher that only learned one world fails here.
"""

from bench.tweede.wereld import Vuil, schrijf_tweede

__all__ = ["Vuil", "schrijf_tweede"]
