"""App Home: opened, ticked and pressed over real sockets, whatever Slack does to what is published."""

from typing import Any

import pytest

from bot.errors import StorageError
from bot.practice.faults import WebFault
from tests.e2e.line import Line

PUBLISH = "views.publish"
TO_THE_STEPS = ("hi", "attorney", "my own", "2009", "no", "before go-live", "not yet", "I know both")


def view(line: Line, person: str = "UFILER001") -> Any:
    """What this person's App Home shows."""
    return line.slack.views.homes[person]


def words(line: Line) -> str:
    """All that the filer's App Home says."""
    blocks = view(line).content["blocks"]
    said = [block["text"]["text"] for block in blocks if "text" in block]
    elements = [one for block in blocks for one in block.get("elements", ())]
    shown = [label for one in elements for label in (one, *one.get("options", ())) if "text" in label]
    return "\n".join([*said, *(label["text"]["text"] for label in shown)])


def boxes(line: Line) -> dict[str, bool]:
    """The steps with a box, and whether each is ticked."""
    elements = [one for block in view(line).content["blocks"] for one in block.get("elements", ())]
    return {
        one["action_id"].rpartition(":")[2]: bool(one.get("initial_options"))
        for one in elements
        if one["type"] == "checkboxes"
    }


async def opened(line: Line) -> None:
    """The filer opens App Home."""
    assert (await line.slack.act.open_home("filer")).acknowledged
    await line.quiet()


async def ticks(line: Line, step: str, *, is_done: bool = True, actions: Any = None) -> None:
    """The filer ticks the box of a step, or takes the tick away."""
    choice = ["done"] if is_done else []
    name = f"helpdesk:tick:{step}"
    delivery = await line.slack.act.press_in_view(
        "filer", view(line).id, name, choice=choice, actions=actions
    )
    assert delivery.acknowledged


async def presses(line: Line, label: str) -> None:
    """The filer presses a button of App Home."""
    assert (await line.slack.act.press_in_view("filer", view(line).id, label=label)).acknowledged
    await line.quiet()


async def with_checklist(line: Line) -> None:
    """The filer has the steps upgrade, link and what follows, and App Home is open."""
    await line.say(*TO_THE_STEPS)
    await opened(line)


async def test_who_never_wrote_finds_a_greeting_and_starts_from_there(line: Line) -> None:
    await opened(line)
    assert "I help you to file in the Missouri Eastern Bankruptcy Court" in words(line)
    assert await line.conversation() is None
    assert line.said() == []
    await presses(line, "Start")
    assert line.words().startswith("Hello")
    assert "Your open question:" in words(line)


async def test_the_messages_tab_is_answered_with_nothing(line: Line) -> None:
    mark = line.slack.record.mark()
    assert (await line.slack.act.open_home("filer", tab="messages")).acknowledged
    await line.quiet()
    assert line.slack.record.counted(mark) == {}


async def test_the_checklist_stands_in_home_with_a_box_for_each_step(line: Line) -> None:
    await with_checklist(line)
    assert list(boxes(line))[:2] == ["upgrade", "link"]
    assert not any(boxes(line).values())
    assert "Done: 1. Sign in at Manage My Account" in words(line)
    assert "https://pacer.uscourts.gov/my-account-billing" in words(line)
    assert "800-676-6856" in words(line)


async def test_a_tick_is_kept_shown_and_makes_the_following_step_the_next(line: Line) -> None:
    await with_checklist(line)
    told, messages = await line.told(), len(line.said())
    await ticks(line, "upgrade")
    await line.quiet()
    assert [step for step, is_done in boxes(line).items() if is_done] == ["upgrade"]
    assert "Next step:\n2. Sign in to this court's CM/ECF" in words(line)
    assert f"Steps ticked: 1 of {len(boxes(line))}." in words(line)
    assert await line.told() == told
    assert len(line.said()) == messages
    await line.say("status")
    assert f"Steps ticked: 1 of {len(boxes(line))}." in line.words()


async def test_a_tick_can_be_taken_away(line: Line) -> None:
    await with_checklist(line)
    await ticks(line, "upgrade")
    await line.quiet()
    await ticks(line, "upgrade", is_done=False)
    await line.quiet()
    assert not any(boxes(line).values())


async def test_a_tick_delivered_twice_is_one_tick(line: Line) -> None:
    await with_checklist(line)
    await ticks(line, "upgrade")
    await line.quiet()
    await line.slack.postman.redeliver(line.slack.postman.sent[-1].number)
    await line.quiet()
    history = await line.bot.parts.store.run(lambda unit: unit.history("UFILER001.own"))
    assert [event.name for event in history].count("ticked") == 1


async def test_quick_ticks_in_one_view_are_all_kept(line: Line) -> None:
    await with_checklist(line)
    steps = list(boxes(line))
    for step in steps:
        await ticks(line, step)
    await line.quiet()
    assert all(boxes(line).values())
    assert "You have ticked all your steps." in words(line)


async def test_a_box_of_an_older_view_only_shows_home_as_it_is(line: Line) -> None:
    await with_checklist(line)
    await line.say("restart")
    messages = len(line.said())
    await ticks(line, "upgrade")
    await line.quiet()
    conversation = await line.conversation()
    assert conversation is not None
    assert conversation.done == ()
    assert "Your open question:" in words(line)
    assert len(line.said()) == messages


async def test_start_again_in_home_begins_a_new_talk_without_ticks(line: Line) -> None:
    await with_checklist(line)
    await ticks(line, "upgrade")
    await line.quiet()
    await presses(line, "Start again")
    assert "We begin again." in line.words()
    assert "Your open question:" in words(line)
    assert await line.told() == {}
    await line.say(*TO_THE_STEPS[1:])
    await opened(line)
    assert not any(boxes(line).values())


async def test_a_person_asked_for_in_home_gets_the_card_and_home_names_the_request(line: Line) -> None:
    await with_checklist(line)
    mark = line.slack.record.mark()
    await presses(line, "Talk to a person")
    assert len(line.cards()) == 1
    assert "NG-1001" in line.words()
    assert "Your request NG-1001 is with our staff." in words(line)
    assert line.slack.record.counted_messages(mark) == 2


async def refused(*_: Any) -> None:
    """A desk whose database takes nothing."""
    raise StorageError("locked")


async def test_a_tick_that_could_not_be_saved_is_not_acknowledged_so_that_slack_marks_it(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    await with_checklist(line)
    with monkeypatch.context() as broken:
        broken.setattr("bot.service.desk.HelpDesk.handle", refused)
        delivery = await line.slack.act.press_in_view(
            "filer", view(line).id, "helpdesk:tick:upgrade", choice=["done"]
        )
        assert not delivery.acknowledged
    conversation = await line.conversation()
    assert conversation is not None
    assert conversation.done == ()


async def test_home_costs_one_call_and_no_message(line: Line) -> None:
    await line.say("hi")
    mark = line.slack.record.mark()
    await line.say("attorney")
    assert PUBLISH not in line.slack.record.counted(mark), "a turn in the direct message shows no home"
    await opened(line)
    assert line.slack.record.counted(mark)["conversations.members"] == 1, (
        "who is staff is asked once a minute"
    )
    mark = line.slack.record.mark()
    await opened(line)
    assert line.slack.record.counted(mark) == {PUBLISH: 1}
    mark = line.slack.record.mark()
    await presses(line, "Go on")
    assert line.slack.record.counted(mark) == {"chat.postMessage": 1, PUBLISH: 1}


@pytest.mark.parametrize(
    "fault",
    [
        WebFault("ratelimited", PUBLISH, seconds=1),
        WebFault("error_before", PUBLISH),
        WebFault("error_after", PUBLISH),
        WebFault("drop_before", PUBLISH),
        WebFault("drop_after", PUBLISH),
        WebFault("html", PUBLISH),
        WebFault("refuse", PUBLISH, code="internal_error"),
    ],
    ids=lambda one: f"{one.kind} {one.code}",
)
async def test_what_is_published_in_the_end_is_the_newest(line: Line, fault: WebFault) -> None:
    await with_checklist(line)
    line.slack.faults.add(WebFault(fault.kind, fault.method, seconds=fault.seconds, code=fault.code))
    for step in ("upgrade", "link"):
        await ticks(line, step)
    await line.quiet()
    assert [step for step, is_done in boxes(line).items() if is_done] == ["upgrade", "link"]
    assert await line.dead_letters() == []


async def test_a_home_that_slack_makes_wait_holds_up_no_message(line: Line) -> None:
    line.slack.faults.add(WebFault("ratelimited", PUBLISH, seconds=2))
    await line.slack.act.open_home("filer")
    assert (await line.slack.act.say("filer", "hi")).acknowledged
    await line.quiet()
    calls = [call.method for call in line.slack.record.calls if call.committed]
    assert calls.index("chat.postMessage") < calls.index(PUBLISH)
