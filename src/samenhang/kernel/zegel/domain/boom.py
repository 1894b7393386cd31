"""The Merkle tree of RFC 6962 §2.1: growing it, its root, proofs of inclusion and of continuation, and checking those.

A subtree of 2**height leaves that is complete never changes. The leaves (height 0) and the roots of complete
subtrees of every eighth height are what a store keeps; everything else is computed from these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

STAP = 8
"""Every so many heights the roots of complete subtrees are kept: one per 256 leaves, one per 65,536, …"""
LEEG = sha256(b"").digest()
"""The root of a tree without leaves (RFC 6962 §2.1)."""

Rand = list[bytes | None]
"""The right edge: per height the root of the complete subtree that waits for its neighbour."""
Tak = tuple[int, int, bytes]
"""A complete subtree that is kept: height, number from the left, root."""
Lees = Callable[[int, int, int], Sequence[bytes]]
"""`lees(height, begin, end)`: the kept roots with these numbers, of a height that is kept."""


def blad(regel: bytes) -> bytes:
    """The hash of a leaf."""
    return sha256(b"\0" + regel).digest()


def knoop(links: bytes, rechts: bytes) -> bytes:
    """The hash of two neighbours."""
    return sha256(b"\1" + links + rechts).digest()


def groei(rand: Rand, omvang: int, bladen: Sequence[bytes]) -> tuple[Rand, list[Tak]]:
    """Add leaves to a tree of `omvang` leaves: the new edge, and the complete subtrees that came about."""
    rand, takken = list(rand), []
    laag, plek, hoogte = list(bladen), omvang, 0
    while laag:
        if hoogte and hoogte % STAP == 0:
            takken += [(hoogte, plek + n, wortel_) for n, wortel_ in enumerate(laag)]
        if hoogte == len(rand):
            rand.append(None)
        if plek & 1:
            wacht = rand[hoogte]
            assert wacht is not None  # an odd place has a left neighbour that waits
            laag.insert(0, wacht)
        rand[hoogte] = laag.pop() if len(laag) & 1 else None
        paren = iter(laag)
        laag = [sha256(b"\1" + links + rechts).digest() for links, rechts in zip(paren, paren, strict=True)]
        plek, hoogte = plek >> 1, hoogte + 1
    return rand, takken


def wortel(rand: Rand) -> bytes:
    """The root of the tree with this right edge."""
    uit: bytes | None = None
    for deel in rand:
        if deel is not None:
            uit = deel if uit is None else knoop(deel, uit)
    return LEEG if uit is None else uit


def _deel(lees: Lees, begin: int, einde: int) -> bytes:
    """The root over the leaves from `begin` to before `einde`, where `begin` is where such a subtree can begin."""
    aantal = einde - begin
    if aantal & (aantal - 1):
        midden = begin + (1 << (aantal - 1).bit_length() - 1)
        return knoop(_deel(lees, begin, midden), _deel(lees, midden, einde))
    hoogte = aantal.bit_length() - 1
    bewaard = hoogte - hoogte % STAP
    laag = list(lees(bewaard, begin >> bewaard, einde >> bewaard))
    while len(laag) > 1:
        paren = iter(laag)
        laag = [knoop(links, rechts) for links, rechts in zip(paren, paren, strict=True)]
    return laag[0]


def wortel_bij(lees: Lees, omvang: int) -> bytes:
    """The root that the tree had at `omvang` leaves."""
    return _deel(lees, 0, omvang) if omvang else LEEG


def insluiting(lees: Lees, nummer: int, omvang: int) -> list[bytes]:
    """The audit path of a leaf in the tree of `omvang` leaves, the nearest neighbour first (§2.1.1)."""
    if not 0 <= nummer < omvang:
        raise ValueError(f"blad {nummer} staat niet in een boom van {omvang}")
    pad, begin, einde = [], 0, omvang
    while einde - begin > 1:
        midden = begin + (1 << (einde - begin - 1).bit_length() - 1)
        if nummer < midden:
            pad.append(_deel(lees, midden, einde))
            einde = midden
        else:
            pad.append(_deel(lees, begin, midden))
            begin = midden
    return pad[::-1]


def voortzetting(lees: Lees, oud: int, nieuw: int) -> list[bytes]:
    """The proof that the tree of `oud` leaves is a beginning of that of `nieuw` leaves (§2.1.2)."""
    if not 0 <= oud <= nieuw:
        raise ValueError(f"{oud} bladen zijn geen begin van {nieuw}")
    if oud in (0, nieuw):
        return []
    pad, begin, einde, geheel = [], 0, nieuw, True
    while oud < einde:
        midden = begin + (1 << (einde - begin - 1).bit_length() - 1)
        if oud <= midden:
            pad.append(_deel(lees, midden, einde))
            einde = midden
        else:
            pad.append(_deel(lees, begin, midden))
            begin, geheel = midden, False
    if not geheel:
        pad.append(_deel(lees, begin, einde))
    return pad[::-1]


def ingesloten(hash_: bytes, nummer: int, omvang: int, pad: Sequence[bytes], wortel_: bytes) -> bool:
    """Whether the path leads from the leaf to the root (RFC 9162 §2.1.3.2)."""
    if not 0 <= nummer < omvang:
        return False
    hier, laatste = nummer, omvang - 1
    for buur in pad:
        if not laatste:
            return False
        if hier & 1 or hier == laatste:
            hash_ = knoop(buur, hash_)
            while not hier & 1 and hier:
                hier, laatste = hier >> 1, laatste >> 1
        else:
            hash_ = knoop(hash_, buur)
        hier, laatste = hier >> 1, laatste >> 1
    return not laatste and hash_ == wortel_


def voortgezet(oud: int, nieuw: int, pad: Sequence[bytes], wortel_oud: bytes, wortel_nieuw: bytes) -> bool:
    """Whether the proof shows the old tree to be a beginning of the new one (RFC 9162 §2.1.4.2)."""
    if not 0 <= oud <= nieuw:
        return False
    if oud == nieuw:
        return not pad and wortel_oud == wortel_nieuw
    if not oud:
        return not pad and wortel_oud == LEEG
    rest = list(pad)
    if not oud & (oud - 1):
        rest.insert(0, wortel_oud)
    if not rest:
        return False
    hier, laatste = oud - 1, nieuw - 1
    while hier & 1:
        hier, laatste = hier >> 1, laatste >> 1
    links = rechts = rest[0]
    for buur in rest[1:]:
        if not laatste:
            return False
        if hier & 1 or hier == laatste:
            links, rechts = knoop(buur, links), knoop(buur, rechts)
            while not hier & 1 and hier:
                hier, laatste = hier >> 1, laatste >> 1
        else:
            rechts = knoop(rechts, buur)
        hier, laatste = hier >> 1, laatste >> 1
    return not laatste and links == wortel_oud and rechts == wortel_nieuw
