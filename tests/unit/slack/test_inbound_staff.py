"""A word of the slash command that is for staff: told apart from a filer's, whole, and free of secrets."""

import pytest

from bot.engine.message import Message
from bot.service.incoming import Incoming, StaffCommand
from bot.slack.inbound import read
from tests.unit.slack.bodies import command

NOW = 1_760_000_100_000_000


def test_a_word_for_staff_comes_with_who_and_where() -> None:
    body = command(' Outage  on "Down &amp; out" ', user_name="sam", channel_id="C7")
    assert read(body, NOW) == StaffCommand(
        keys=("trigger:9.8.x",),
        staff="UFILER001",
        name="sam",
        word="outage",
        rest='on "Down & out"',
        channel="C7",
    )


def test_somebody_whose_name_slack_does_not_tell_is_called_by_the_id() -> None:
    found = read(command("outage"), NOW)
    assert isinstance(found, StaffCommand)
    assert (found.name, found.rest) == ("UFILER001", "")


def test_the_end_of_a_long_command_for_staff_is_not_cut_off() -> None:
    found = read(command(f'outage on "{"&amp;" * 300}" until 17:30'), NOW)
    assert isinstance(found, StaffCommand)
    assert found.rest.endswith("until 17:30")


def test_a_secret_in_a_command_for_staff_is_removed() -> None:
    found = read(command("outage on the password is Secret1!"), NOW)
    assert isinstance(found, StaffCommand)
    assert "Secret1!" not in repr(found)


@pytest.mark.parametrize("text", ["outages", "is there an outage", "out age"])
def test_only_the_first_word_is_for_staff(text: str) -> None:
    found = read(command(text), NOW)
    assert isinstance(found, Incoming)
    assert found.message == Message(NOW, text)
