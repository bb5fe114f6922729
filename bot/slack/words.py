"""What a person typed, on its way in: plain words, guarded, and cut where nobody types on."""

from bot.slack.guard import Guarded, guard
from bot.slack.limits import TYPED_TEXT
from bot.slack.plain_text import from_slack


def read_words(text: str) -> Guarded:
    """Slack's text as words without secrets; guarded before it is cut, so that no half of one remains."""
    guarded = guard(from_slack(text))
    return Guarded(guarded.text[:TYPED_TEXT], guarded.found)
