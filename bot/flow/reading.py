"""One part of a file, read against its table of keys: typed values out, problems into the report."""

import re
from collections.abc import Iterator
from datetime import date

from bot.flow.model import Place
from bot.flow.names import closest, id_advice, is_id, listed, nearest
from bot.flow.report import Report
from bot.flow.rule import parse_rule
from bot.flow.shape import Shape
from bot.flow.when import When
from bot.flow.written import Block, Entry, Items, Scalar, Value

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YES = {"yes": True, "no": False}


class Section:
    """A mapping of a file with the keys of one shape. Unknown and missing keys are reported at once."""

    def __init__(self, value: Value, shape: Shape, report: Report, called: str) -> None:
        self.place = value.place
        self.report = report
        self.called = called
        self._shape = shape
        self._entries = self._known(as_block(value, report, called))
        if isinstance(value, Block):
            self._check_missing()

    def text(self, key: str, otherwise: str = "") -> str:
        """The text under a key, without space around it."""
        entry = self._entries.get(key)
        text = as_text(entry.value, self.report, self._name(key)) if entry else None
        choices = self._shape.field(key).choices
        if entry and text and choices and text not in choices:
            what = f'{self._name(key)} is "{text}".'
            self.report.error(entry.value.place, "bad_choice", what, f"Write one of: {listed(choices)}.")
            return otherwise
        return otherwise if text is None else text

    def has(self, key: str) -> bool:
        """Whether a key is written at all."""
        return self._entries.get(key) is not None

    def value(self, key: str) -> Value | None:
        """What stands under a key, unread; None when nothing does."""
        entry = self._entries.get(key)
        return entry.value if entry else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts under a key: commas on one line, or a dash each."""
        entry = self._entries.get(key)
        return as_list(entry.value, self.report, self._name(key)) if entry else ()

    def yes(self, key: str) -> bool:
        """Whether `yes` stands under a key; false when nothing does."""
        entry = self._entries.get(key)
        text = as_text(entry.value, self.report, self._name(key)) if entry else "no"
        if entry and text is not None and text not in _YES:
            what = f'{self._name(key)} is "{text}".'
            self.report.error(entry.value.place, "bad_choice", what, "Write yes, or take the line out.")
        return _YES.get(text or "no", False)

    def day(self, key: str) -> date | None:
        """The day under a key, or None."""
        entry = self._entries.get(key)
        text = as_text(entry.value, self.report, self._name(key)) if entry else None
        return as_day(text, entry.value.place, self.report, self._name(key)) if entry and text else None

    def rule(self, key: str) -> When | None:
        """The rule under a key, or None when there is none or it cannot be read."""
        entry = self._entries.get(key)
        return parse_rule(entry.value, self.report) if entry else None

    def entries(self, key: str) -> tuple[Entry, ...]:
        """The entries of the mapping under a key."""
        entry = self._entries.get(key)
        return as_block(entry.value, self.report, self._name(key)).entries if entry else ()

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A mapping from names to lists of texts."""
        return {
            entry.key: as_list(entry.value, self.report, f"{self._name(key)}: {entry.key}")
            for entry in self.entries(key)
        }

    def named_texts(self, key: str) -> dict[str, str]:
        """A mapping from names to texts."""
        found = (
            (entry.key, as_text(entry.value, self.report, f"{self._name(key)}: {entry.key}"))
            for entry in self.entries(key)
        )
        return {name: text for name, text in found if text is not None}

    def under(self, key: str) -> Place:
        """Where a key stands, or the section where it is missing."""
        entry = self._entries.get(key)
        return entry.place if entry else self.place

    def _name(self, key: str) -> str:
        return f'"{key}" of {self.called}'

    def _known(self, block: Block) -> dict[str, Entry]:
        """The entries by their key; one with an unknown key by the key that was probably meant."""
        keys = self._shape.keys
        known = {entry.key: entry for entry in block.entries if entry.key in keys}
        for entry in block.entries:
            if entry.key not in keys:
                what = f'A {self._shape.name} has no key "{entry.key}".'
                self.report.error(entry.place, "unknown_key", what, nearest(entry.key, keys))
                known.setdefault(closest(entry.key, keys), entry)
        return known

    def _check_missing(self) -> None:
        for field in self._shape.fields:
            if field.required and field.name not in self._entries:
                what = f'The key "{field.name}" is missing in {self.called}.'
                self.report.error(self.place, "missing_key", what, f'Add "{field.name}:" here. {field.about}')


def as_block(value: Value, report: Report, called: str) -> Block:
    """The value as a mapping; an empty one, and a problem, when it is something else."""
    if isinstance(value, Block):
        return value
    advice = "Write one name a line under it, indented, each with a colon."
    report.error(value.place, "not_a_mapping", f"{called} must hold names with something after each.", advice)
    return Block((), value.place)


def as_text(value: Value, report: Report, called: str) -> str | None:
    """The value as a text; None, and a problem, when it is something else or empty."""
    if not isinstance(value, Scalar):
        advice = 'Write it on one line; put a text that begins with { or [ in "quotes".'
        report.error(value.place, "not_a_text", f"{called} must be a text.", advice)
        return None
    if not value.text.strip():
        report.error(
            value.place, "empty_text", f"{called} is empty.", "Write the text, or take the line out."
        )
        return None
    return value.text.strip()


def as_list(value: Value, report: Report, called: str) -> tuple[str, ...]:
    """The value as a list of texts: commas on one line, or a dash each (then commas belong to the text)."""
    if isinstance(value, Items):
        texts = (as_text(item, report, called) for item in value.values)
        return tuple(text for text in texts if text is not None)
    text = as_text(value, report, called)
    return tuple(_between_commas(text)) if text is not None else ()


def as_day(text: str, place: Place, report: Report, called: str) -> date | None:
    """A text such as 2014-08-11 as a day; None, and a problem, when it is none."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    advice = "Write year-month-day, such as 2014-08-11."
    report.error(place, "bad_date", f'{called} is "{text}", which is no day.', advice)
    return None


def check_id(entry: Entry, report: Report, thing: str) -> None:
    """Report a key that cannot be the name of a question, an answer, a step and so on."""
    if not is_id(entry.key):
        report.error(
            entry.place, "bad_id", f'"{entry.key}" cannot be the name of {thing}.', id_advice(entry.key)
        )


def _between_commas(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split(",") if part.strip())
