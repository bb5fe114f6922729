"""A YAML file as it was written: texts, lists and mappings, each with its place. No types, no meaning."""

from dataclasses import dataclass

from bot.flow.model import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. There are no numbers, dates or truth values: `yes` is the word yes."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one value a dash."""

    values: tuple["Value", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key, where it stands, and what it holds."""

    key: str
    place: Place
    value: "Value"


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping; no key twice, in the order of the file."""

    entries: tuple[Entry, ...]
    place: Place

    def entry(self, key: str) -> Entry | None:
        """The entry with this key, or None."""
        return next((entry for entry in self.entries if entry.key == key), None)


Value = Scalar | Items | Block


def places(value: Value, path: tuple[str, ...]) -> dict[tuple[str, ...], Place]:
    """Where every value below this one stands, by its path of keys: `("nextgen.yaml", "steps", "link")`.

    The place of a keyed value is that of its key; a list's values are numbered from 0.
    """
    found: dict[tuple[str, ...], Place] = {}
    if isinstance(value, Block):
        for entry in value.entries:
            found[(*path, entry.key)] = entry.place
            found |= places(entry.value, (*path, entry.key))
    elif isinstance(value, Items):
        for number, item in enumerate(value.values):
            found[(*path, str(number))] = item.place
            found |= places(item, (*path, str(number)))
    return found
