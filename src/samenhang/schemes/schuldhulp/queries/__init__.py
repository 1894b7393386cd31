"""What users read."""

from samenhang.schemes.schuldhulp.queries.rekenen import bereken, vereis_werker

__all__ = ["bereken", "vereis_werker"]
