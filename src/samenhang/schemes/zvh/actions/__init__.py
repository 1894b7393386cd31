"""What users do: one function per intention, in one transaction with its log rows."""

from samenhang.schemes.zvh.actions.casus import (
    PARTIJEN,
    NieuweAfspraak,
    Toelatingsbesluit,
    Verteld,
    informeer,
    laat_toe,
    leg_afspraak_vast,
    overleg_opnieuw,
    sluit_af,
    voer_uit,
)
from samenhang.schemes.zvh.actions.tafel import (
    Bronakkoord,
    Inbreng,
    Tafelplaats,
    Vertrek,
    breng_in,
    laat_gaan,
    laat_vervallen,
    leg_akkoord_vast,
    zet_aan_tafel,
)

__all__ = [
    "PARTIJEN",
    "Bronakkoord",
    "Inbreng",
    "NieuweAfspraak",
    "Tafelplaats",
    "Toelatingsbesluit",
    "Verteld",
    "Vertrek",
    "breng_in",
    "informeer",
    "laat_gaan",
    "laat_toe",
    "laat_vervallen",
    "leg_afspraak_vast",
    "leg_akkoord_vast",
    "overleg_opnieuw",
    "sluit_af",
    "voer_uit",
    "zet_aan_tafel",
]
