"""Whether yes, no or not sure answers the question, or is only part of a sentence."""

from bot.matching.fold import Heard
from bot.matching.negation import STARTERS

_PLAIN = {
    "yes": frozenset("yes yeah yea yep yup yess aye absolutely definitely".split()),
    "no": frozenset("no nope nah".split()),
}
_AFTER_NOT_SURE = frozenset(
    "about any at because but exactly honestly i if it now of offhand on really sorry that the"
    " this we what when where whether which who yet".split()
)


def leads(heard: Heard, group: str, start: int, end: int) -> bool:
    """True where a group's words that open a message answer by themselves.

    "Yes we do", "no, never" and "not sure when" do; "no problem", "I have a question" and
    "sure would like" do not.
    """
    if heard.ends_at(end):
        return True
    if group == "not sure":
        return heard.words[end] in _AFTER_NOT_SURE
    if heard.words[start] not in _PLAIN[group]:
        return False
    return group == "yes" or heard.words[start + 1] in STARTERS
