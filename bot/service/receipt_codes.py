"""The short codes of final answers: easy to say on the phone, hard to mishear, and no words. Pure."""

from collections.abc import Iterator
from hashlib import sha256

ALPHABET = "34679CDFHJKMNPRTWXY"
"""No sign that looks like another (0 and O, 1, I and L, 5 and S, 8 and B, 2 and Z, 6 and G), and no vowel."""

LENGTH = 5
TRIES = 8
"""How many codes of one length are tried before longer ones: a length is nearly used up by then."""

LOOK_ALIKES = str.maketrans({"0": "D", "O": "D", "Q": "D", "1": "7", "A": "4", "E": "F", "G": "6", "V": "Y"})
"""What somebody may read or write in place of a sign of ours; none of these is in a code."""


def candidates(*seed: str) -> Iterator[str]:
    """Codes for this seed, without end: always the same ones in the same order, in time longer ones."""
    number = 0
    while True:
        text = "\n".join((*seed, str(number)))
        yield _signs(sha256(text.encode()).digest(), LENGTH + number // TRIES)
        number += 1


def as_code(typed: str) -> str:
    """The code that was meant, whatever its case, spaces and dashes; empty when it can be none."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(LOOK_ALIKES)
    return signs if len(signs) >= LENGTH and not set(signs) - set(ALPHABET) else ""


def _signs(digest: bytes, length: int) -> str:
    number, signs = int.from_bytes(digest, "big"), ""
    for _ in range(length):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return signs
