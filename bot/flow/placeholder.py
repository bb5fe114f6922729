"""`{pacer.phone}` in a text: a fact; `{count}`, without a dot: a value the code puts in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Gap:
    """A placeholder in a text, without its braces."""

    name: str

    @property
    def is_fact(self) -> bool:
        """Whether a fact belongs here; else a value."""
        return "." in self.name


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[str | Gap, ...]:
    """A text cut into what stands still and what is filled, in order."""
    return tuple(_parts(text))


def names(text: str) -> tuple[str, ...]:
    """The names of all placeholders of a text, in order."""
    return tuple(part.name for part in parts(text) if isinstance(part, Gap))


def _parts(text: str) -> Iterator[str | Gap]:
    for number, piece in enumerate(_PLACEHOLDER.split(text)):
        if number % 2:
            yield Gap(piece.strip())
        elif piece:
            yield piece
