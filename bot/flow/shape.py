"""The grammar as tables: which keys each part of a file has, and what each holds.

The parser, the advice on an unknown key and the JSON Schema for editors are all made from these tables.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "id", "list", "rule", "day", "days", "yes", "fact", "hours", "closures", "duration"]


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it holds, and one sentence for the person who writes it.

    `each` means a mapping from names to that thing; `choices`, where given, are all it may be.
    """

    name: str
    holds: "Kind | Shape"
    about: str
    required: bool = False
    each: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """One part of a file: its name in messages, and its keys."""

    name: str
    about: str
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        """The key of that name. Raises KeyError when the grammar has none."""
        return {field.name: field for field in self.fields}[name]

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys it may have."""
        return tuple(field.name for field in self.fields)
