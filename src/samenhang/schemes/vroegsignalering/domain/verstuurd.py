"""What the fields of a hand-over are called for who reads what was sent. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

VELDEN: Final = {
    "meldingnummer": Tekst("nummer van de melding", "number of the case"),
    "naam": Tekst("naam", "name"),
    "geboortedatum": Tekst("geboortedatum", "birth date"),
    "adres": Tekst("adres", "address"),
    "telefoon": Tekst("telefoonnummer", "telephone number"),
    "email": Tekst("e-mailadres", "e-mail address"),
    "aanvaard_op": Tekst("dag waarop de inwoner hulp aanvaardde", "day on which the resident accepted help"),
    "dreiging": Tekst("of er iets dreigt", "whether there is a threat"),
    "eerste_gesprek_uiterlijk": Tekst("uiterste dag van het eerste gesprek", "last day for the first talk"),
    "achterstanden": Tekst("achterstanden", "arrears"),
    "gevraagd_op": Tekst("dag waarop de inwoner hierom vroeg", "day on which the resident asked for this"),
    "vraag": Tekst("waar de inwoner hulp bij wil", "what the resident wants help with"),
    "naar_organisatie": Tekst("de hulporganisatie", "the help organisation"),
    "naar_gemeente": Tekst("nieuwe gemeente", "new municipality"),
}
"""Every field of the contents that this scheme sends."""
ONTVANGERS: Final = {
    "schuldhulp": Tekst("schuldhulpverlening", "debt assistance"),
    "hulporganisatie": Tekst("een hulporganisatie", "a help organisation"),
    "wams": Tekst("het meldpunt voor meer problemen tegelijk", "the desk for multiple problems"),
    "vroegsignalering": Tekst("de nieuwe gemeente", "the new municipality"),
}
"""Who receives, by the name of the scheme, as long as no municipality is named."""
HERSTELVELDEN: Final = {"reden": Tekst("waarom het is ingetrokken", "why it was taken back")}
"""Fields of a recall, beside the number of the case."""
