"""The staff channel cannot be used for a while: the filer hears it, and the case arrives when it can."""

from collections.abc import Callable

import pytest

from bot.practice.channels import Channel
from bot.practice.installed_app import BOT_PERSON
from tests.e2e.line import STAFF, Line
from tests.e2e.waiting import until


def archive(channel: Channel) -> None:
    """Somebody archives it."""
    channel.is_archived = True


def leave(channel: Channel) -> None:
    """The bot is taken out of it."""
    channel.members.remove(BOT_PERSON)


def share(channel: Channel) -> None:
    """Another organisation joins it."""
    channel.is_ext_shared = True


BREAKS = {"is_archived": archive, "channel_not_found": leave, "is_ext_shared": share}


@pytest.mark.parametrize(("error", "break_it"), BREAKS.items(), ids=BREAKS)
async def test_a_filer_hears_once_that_staff_are_out_of_reach_and_the_case_arrives_later(
    line: Line, error: str, break_it: Callable[[Channel], None]
) -> None:
    channel = line.slack.workspace.channel(STAFF)
    members = list(channel.members)
    await line.say("hi")
    break_it(channel)
    await line.slack.act.say("filer", "person")
    await until(lambda: "cannot reach our staff" in line.words(), "the filer hears it")
    assert "866-803-9517" in line.words()
    assert [one.error for one in await line.dead_letters()] == [error]
    assert line.cards() == []
    channel.is_archived, channel.is_ext_shared, channel.members = False, False, members
    await line.quiet()
    assert "NG-1001" in line.cards()[0].content["text"]
    assert sum("cannot reach our staff" in one.content["text"] for one in line.said()) == 1
