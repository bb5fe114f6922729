"""Staff see their board on App Home, over real sockets in both modes."""

from typing import Any

import pytest

from tests.e2e.line import STAFF, Line

OURS = "USTAFF001"


def words(line: Line, person: str = OURS) -> str:
    """All that somebody's App Home says in sections and headers."""
    blocks: list[dict[str, Any]] = line.slack.views.homes[person].content["blocks"]
    return "\n".join(block["text"]["text"] for block in blocks if "text" in block)


async def opened(line: Line, who: str = "staff") -> None:
    assert (await line.slack.act.open_home(who)).acknowledged
    await line.quiet()


async def presses(line: Line, label: str, who: str = "staff") -> None:
    view = line.slack.views.homes[line.slack.workspace.person(who).id]
    assert (await line.slack.act.press_in_view(who, view.id, label=label)).acknowledged
    await line.quiet()


async def test_staff_see_the_queue_and_a_filer_does_not(line: Line) -> None:
    await line.say("hi", "person")
    await opened(line)
    assert "Open: 1. Nobody has 1 of them. Urgent: 0. You have 0." in words(line)
    assert "Today: 1 opened, 0 answered, 0 closed." in words(line)
    assert "<@UFILER001>: " in words(line)
    assert "I help you to file" in words(line), "their own view stands below"
    await opened(line, "filer")
    assert "Open: 1." not in words(line, "UFILER001")


async def test_a_case_is_read_and_claimed_on_the_board(line: Line) -> None:
    await line.say("hi", "person")
    await opened(line)
    await presses(line, "Open NG-1001")
    modal = line.slack.views.stack(OURS)[-1]
    assert "Request NG-1001" in str(modal.content)
    assert "<@UFILER001>" in str(modal.content)
    await line.slack.act.close_view("staff", modal.id)
    await presses(line, "Claim NG-1001")
    assert "You have 1." in words(line)
    assert "has your request" in line.words()
    name = line.slack.workspace.person("staff").real_name
    assert f"{name} has this request." in line.cards()[0].content["text"]


async def test_who_has_left_the_staff_is_told_so_and_sees_the_board_no_more(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.slack.people.MEMBERS_SECONDS", -1.0)
    await line.say("hi", "person")
    await opened(line, "other_staff")
    line.slack.workspace.channels[STAFF].members.remove("USTAFF002")
    await presses(line, "Claim NG-1001", "other_staff")
    assert "Only our staff can use this." in str(line.slack.views.stack("USTAFF002")[-1].content)
    await opened(line, "other_staff")
    assert "Open: 1." not in words(line, "USTAFF002")
