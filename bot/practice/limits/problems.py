"""Collects what is wrong, in Slack's words and with Slack's pointers."""

from dataclasses import dataclass, field

from bot.practice.shapes import Json


@dataclass(slots=True)
class Problems:
    """What was found so far; `at` is always a JSON pointer such as `/blocks/0/text`."""

    found: list[str] = field(default_factory=list)

    def add(self, at: str, what: str) -> None:
        """Note that `what` is wrong at this place."""
        self.found.append(f"{what} [json-pointer:{at}]")

    def required(self, thing: Json, at: str, *names: str) -> None:
        """Each of these fields must be there."""
        for name in names:
            if thing.get(name) is None:
                self.add(at, f"missing required field: {name}")

    def known(self, thing: Json, at: str, names: frozenset[str]) -> None:
        """No field but these may be there."""
        for name in thing:
            if name not in names:
                self.add(at, f"invalid additional property: {name}")

    def length(self, value: object, at: str, most: int, least: int = 1) -> None:
        """A string of `least` to `most` characters; nothing is said of a field that is not there."""
        if value is None:
            return
        if not isinstance(value, str):
            self.add(at, "must be a string")
        elif len(value) < least:
            self.add(at, f"must be more than {least - 1} characters")
        elif len(value) > most:
            self.add(at, f"must be less than {most + 1} characters")

    def lengths(self, thing: Json, at: str, most: dict[str, int]) -> None:
        """Several string fields of one object, each with its longest length."""
        for name, length in most.items():
            self.length(thing.get(name), f"{at}/{name}", length)

    def items(self, value: object, at: str, most: int, least: int = 1) -> list[Json]:
        """A list of `least` to `most` objects; the objects are given back in order."""
        if not isinstance(value, list):
            self.add(at, "must be an array")
            return []
        if len(value) < least:
            self.add(at, f"no fewer than {least} items allowed")
        if len(value) > most:
            self.add(at, f"no more than {most} items allowed")
        for place, one in enumerate(value):
            if not isinstance(one, dict):
                self.add(f"{at}/{place}", "must be an object")
        return [one if isinstance(one, dict) else {} for one in value]

    def one_of(self, value: object, at: str, allowed: tuple[str, ...]) -> None:
        """One of a few words; nothing is said of a field that is not there."""
        if value is not None and value not in allowed:
            self.add(at, f"must be one of: {', '.join(allowed)}")

    def unique(self, values: list[tuple[object, str]], name: str) -> None:
        """No two of these ids are the same; each comes with its place."""
        seen: set[object] = set()
        for value, at in values:
            if value is not None and value in seen:
                self.add(at, f'{name} "{value}" already exists')
            seen.add(value)
