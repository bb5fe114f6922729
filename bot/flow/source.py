"""YAML text in, texts with places out; whatever is wrong becomes a problem, never an exception.

YAML guesses types (`yes` is True, `0123` is 83), keeps the last of two equal keys, and lets one part of a
file stand in for another. All of that surprises a clerk, so it is refused or left undone here: every scalar
is a text, a key may stand once, and anchors, aliases, merge keys and tags are problems. One pass, C parser.
"""

from collections.abc import Iterator
from typing import Any, TypeGuard

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from bot.flow.cut import report_cut
from bot.flow.hidden import without_hidden
from bot.flow.model import Place
from bot.flow.report import Report
from bot.flow.syntax import report_syntax
from bot.flow.written import Block, Entry, Items, Scalar, Value

LONGEST_FILE = 300_000
DEEPEST = 12
_QUOTE = "If the text itself begins with this sign, put the whole text in quotes."


def read(file: str, text: str, report: Report) -> Value | None:
    """What a file says, or None when it cannot be read at all; problems go to the report."""
    top = Place(file)
    if len(text) > LONGEST_FILE:
        advice = f"Keep a file under {LONGEST_FILE} characters; split the flow in two."
        report.error(top, "file_too_long", f"The file has {len(text)} characters.", advice)
        return None
    text = without_hidden(file, text, report)
    try:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        return _Composer(file, events, text.split("\n"), report).document()
    except yaml.MarkedYAMLError as error:
        report_syntax(file, text, error, report)
    except _TooDeep as error:
        advice = "Take out the extra indentation: nothing in a flow lies so deep."
        report.error(error.place, "too_deep", f"More than {DEEPEST} levels inside each other.", advice)
    return None


class _TooDeep(Exception):
    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Composer:
    def __init__(self, file: str, events: Iterator[Event], lines: list[str], report: Report) -> None:
        self._file = file
        self._lines = lines
        self._events = events
        self._report = report

    def document(self) -> Value | None:
        next(self._events)
        if isinstance(next(self._events), StreamEndEvent):
            self._report.error(
                Place(self._file), "empty_file", "The file is empty.", "Write it, or take it away."
            )
            return None
        value = self._value(next(self._events), 0)
        next(self._events)
        after = next(self._events)
        if isinstance(after, DocumentStartEvent):
            advice = "Take out the line ---; one file holds one thing."
            self._report.error(self._place(after), "two_documents", "A second part begins here.", advice)
        return value

    def _value(self, event: Event, depth: int) -> Value:
        place = self._place(event)
        if depth > DEEPEST:
            raise _TooDeep(place)
        self._refuse_magic(event, place)
        if isinstance(event, ScalarEvent):
            report_cut(self._file, self._lines, event, self._report)
        if isinstance(event, MappingStartEvent):
            return self._block(place, depth)
        if isinstance(event, SequenceStartEvent):
            return Items(tuple(self._items(depth)), place)
        return Scalar(event.value if isinstance(event, ScalarEvent) else "", place)

    def _items(self, depth: int) -> Iterator[Value]:
        while not isinstance(event := next(self._events), SequenceEndEvent):
            yield self._value(event, depth + 1)

    def _block(self, place: Place, depth: int) -> Block:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._value(event, depth + 1)
            value = self._value(next(self._events), depth + 1)
            if self._is_good_key(key, entries):
                entries[key.text] = Entry(key.text, key.place, value)
        return Block(tuple(entries.values()), place)

    def _is_good_key(self, key: Value, entries: dict[str, Entry]) -> TypeGuard[Scalar]:
        if not isinstance(key, Scalar):
            advice = "Write a word, a colon, and the text; put a text that begins with { or [ in quotes."
            self._report.error(key.place, "bad_key", "A key must be a word.", advice)
            return False
        if key.text == "<<":
            advice = "Write the keys out: a file does not copy parts of itself."
            self._report.error(key.place, "merge_key", "The key << copies another part.", advice)
            return False
        if key.text in entries:
            first = entries[key.text].place.line
            advice = f"It stands in line {first} already; take one away, or give it another name."
            self._report.error(key.place, "duplicate_key", f'"{key.text}" is written twice.', advice)
            return False
        return True

    def _refuse_magic(self, event: Event, place: Place) -> None:
        if isinstance(event, AliasEvent):
            what = f'"*{event.anchor}" stands for another part of the file.'
            self._report.error(place, "alias", what, f"Write the part out again. {_QUOTE}")
            return
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            what = f'"&{anchor}" names a part of the file.'
            self._report.error(place, "anchor", what, f"Take it out: nothing may refer to it. {_QUOTE}")
        if tag:
            what = f'"{tag}" asks for a special type.'
            self._report.error(place, "tag", what, f"Take it out: everything is text. {_QUOTE}")

    def _place(self, event: Event) -> Place:
        mark: Any = event.start_mark
        return Place(self._file, min(mark.line + 1, len(self._lines)), mark.column + 1)
