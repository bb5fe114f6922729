"""One conversation at a terminal."""

from datetime import datetime, timedelta

from bot.cli.talk import Talk
from tests.little import NOW, books


def test_a_clock_that_is_set_back_does_not_make_a_message_late() -> None:
    east, _ = books()
    times = iter(NOW - timedelta(hours=place) for place in range(100))

    def clock() -> datetime:
        return next(times)

    talk = Talk(east, clock)
    for text in ("mine", "2009", "I filed here"):
        talk.say(text)
    talk.press("account", "none")
    assert talk.conversation.doubt is None
    assert {question: told.answer for question, told in talk.conversation.told.items()}["account"] == "none"
