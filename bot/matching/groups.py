"""Groups of words with one meaning: yes, no, not sure."""

from collections.abc import Iterable, Mapping, Sequence

from bot.matching.fold import fold


def expand(phrases: Iterable[str], groups: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The phrases in order, each once; one that is a group's name brings the group's words.

    Names and phrases are compared folded, so "Not sure" brings the group "not sure".
    """
    by_name = {fold(name): tuple(members) for name, members in groups.items()}
    expanded: dict[str, None] = {}
    for phrase in phrases:
        for member in (phrase, *by_name.get(fold(phrase), ())):
            expanded.setdefault(member)
    return tuple(expanded)
