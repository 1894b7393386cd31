"""What each action did with someone's data, and why: for the person himself, and in English for who supervises."""

from samenhang.schemes.vroegsignalering.verwerkingen.doelen import DOELTEKSTEN as DOELTEKSTEN
from samenhang.schemes.vroegsignalering.verwerkingen.engels import ENGELS as ENGELS
from samenhang.schemes.vroegsignalering.verwerkingen.voor_inwoner import VERWERKINGEN as VERWERKINGEN
