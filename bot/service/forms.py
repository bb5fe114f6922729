"""Forms that staff fill in, as plain values; a surface shows them and reads what comes back."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "choice", "person", "day", "time"]


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    `id` names it among the values that come back. `options` are value and label, for a choice. `value` is
    what stands there at first: a text, an option's value, a person's id, a day as 2026-11-23 or a time as
    17:30. `most` is how many characters a text may have. `asks` is true where a choice is handed in at once,
    because the rest of the form depends on it.
    """

    id: str
    label: str
    kind: Kind = "text"
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    hint: str = ""
    most: int = 3_000
    optional: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form about one case, or about none. `id` says what handing it in does.

    `lines` are paragraphs above the questions. A form without `submit` is only read. `carried` comes back
    with it unchanged; it must hold nothing secret. Where a line has an @ and the id of one of `people`, a
    surface may show the name.
    """

    id: str
    title: str
    fields: tuple[Field, ...] = ()
    submit: str = ""
    cancel: str = ""
    case: str = ""
    lines: tuple[str, ...] = ()
    carried: str = ""
    people: tuple[str, ...] = ()
