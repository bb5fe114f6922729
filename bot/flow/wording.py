"""The words of one court: texts with their facts filled in, for one day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.errors import FlowError
from bot.flow.days import day_of, holds, in_words, is_stale
from bot.flow.model import Court, Fact, Library
from bot.flow.placeholder import Gap, names, parts

_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class NamedLink:
    """An address and the words for it. A phone is `tel:+18006766856`, an e-mail `mailto:`."""

    label: str
    url: str


class Wording:
    """Facts and sentences as one court says them. Immutable, and safe to share between threads."""

    def __init__(self, library: Library, court: Court) -> None:
        self.court = court
        self._facts: Mapping[str, Fact] = {**library.facts, **court.facts}
        self._says = library.says
        self._filled = lru_cache(maxsize=_REMEMBERED)(self._fill_facts)

    def fill(self, text: str, today: date, /, **values: str) -> str:
        """The text with every placeholder filled: facts for this day, and the values given.

        Dates are written in words. A fact that is not in force today leaves nothing behind.
        Raises FlowError for a placeholder that is neither a fact nor given.
        """
        filled = self._filled(text, today)
        return filled if isinstance(filled, str) else "".join(_with_values(filled, values))

    def say(self, key: str, today: date, /, **values: str) -> str:
        """The court's own sentence of this key, filled. Raises FlowError when there is none."""
        try:
            text = self._says[key]
        except KeyError:
            raise FlowError(f"There is no sentence {key}.", "Add it to says.yaml.") from None
        return self.fill(text, today, **values)

    def link(self, key: str, today: date) -> NamedLink:
        """A link, phone or e-mail fact as an address. Raises FlowError for an unknown fact."""
        fact = self.fact(key)
        address = {"phone": _phone(fact.value), "email": f"mailto:{fact.value}"}.get(fact.kind, fact.value)
        return NamedLink(self.fill(fact.label, today) or fact.value, address)

    def day(self, key: str) -> date:
        """The day a date fact names. Raises FlowError when there is no such day."""
        day = day_of(self.fact(key))
        if day is None:
            raise FlowError(f"The fact {key} is no date.", "Give it kind: date and a value like 2014-08-11.")
        return day

    def fact(self, key: str) -> Fact:
        """The fact as it holds in this court. Raises FlowError for an unknown one."""
        try:
            return self._facts[key]
        except KeyError:
            raise FlowError(
                f"There is no fact {key}.", f"Add it to facts.yaml or courts/{self.court.id}.yaml."
            ) from None

    def knows(self, key: str) -> bool:
        """Whether this court has such a fact; some, such as hours, not every court has published."""
        return key in self._facts

    def stale(self, texts_or_keys: str | Iterable[str], today: date) -> tuple[Fact, ...]:
        """The facts in these texts, or of these keys, that should have been looked up again by today.

        Each once, in order; whoever says them adds "please confirm".
        """
        given = (texts_or_keys,) if isinstance(texts_or_keys, str) else texts_or_keys
        keys = dict.fromkeys(key for text in given for key in (text, *names(text)))
        found = (self._facts[key] for key in keys if key in self._facts)
        return tuple(fact for fact in found if is_stale(fact, today))

    def _fill_facts(self, text: str, today: date) -> str | tuple[str | Gap, ...]:
        filled = tuple(self._filled_parts(text, today))
        return filled if any(isinstance(part, Gap) for part in filled) else "".join(map(str, filled))

    def _filled_parts(self, text: str, today: date) -> Iterator[str | Gap]:
        for part in parts(text):
            if isinstance(part, Gap) and part.is_fact:
                fact = self.fact(part.name)
                yield in_words(fact) if holds(fact, today) else ""
            else:
                yield part


def _with_values(filled: tuple[str | Gap, ...], values: Mapping[str, str]) -> Iterator[str]:
    for part in filled:
        if isinstance(part, str):
            yield part
        elif part.name in values:
            yield values[part.name]
        else:
            raise FlowError(
                f"The value {{{part.name}}} is not given.", "Look the key up in bot/flow/sayings.py."
            )


def _phone(written: str) -> str:
    number, _, extension = written.partition(" ext. ")
    digits = "".join(sign for sign in number if sign.isdigit())
    return f"tel:+{digits.removeprefix('1').rjust(11, '1')}" + (f";ext={extension}" if extension else "")
