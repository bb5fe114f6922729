"""App Home: what opening, ticking and pressing there keep, say and show."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.engine.home import Home
from bot.engine.message import Message, Press
from bot.engine.ticks import Tick
from bot.errors import OutcomeUnknown, Refused, TryLater
from bot.service import homes as homes_module
from bot.service.content import Content
from bot.service.incoming import Incoming
from bot.service.notice import Notice
from bot.service.ports import Delivery, Store
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.unit.service.dispatch import Dispatch, post
from tests.unit.service.office import FILER, Office

HOME = "home:U1"


@pytest.fixture(params=["memory", "sqlite"])
async def office(request: pytest.FixtureRequest) -> AsyncIterator[Office]:
    store: Store = MemoryStore("test") if request.param == "memory" else open_store("sqlite://", "test")
    yield Office(store=store)
    await store.close()


async def with_checklist(office: Office) -> Office:
    """U1 has the steps upgrade, link and sign_in."""
    await office.say("hi", "my own", "legacy", "no", "before go-live")
    await office.sent()
    return office


async def opened(office: Office, key: str = "event:Home1") -> None:
    """U1 opens App Home."""
    office.clock.move(1)
    await office.desk.handle(Incoming((key,), "U1", "home", Message(1), in_home=True))


async def ticks(office: Office, step: str, *, is_done: bool = True, talk: str = "U1.own.1") -> None:
    """U1 ticks a box, or takes the tick away."""
    office.clock.move(1)
    tick = Tick(talk, step, is_done)
    key = f"trigger:{office.ts()}"
    await office.desk.handle(Incoming((key,), "U1", "ticked", Message(1), in_home=True, tick=tick))


async def presses(office: Office, act: str) -> None:
    """U1 presses a button of App Home."""
    pressed = office.pressed("do", act)
    message = replace(pressed.message, press=Press("do", act))
    await office.desk.handle(replace(pressed, message=message, channel="", in_home=True))


async def shown(office: Office) -> Home:
    """What the one row for U1's home shows."""
    (row,) = [row for row in await office.sent() if row.to == HOME]
    assert row.act == "publish"
    assert row.content.home is not None
    return row.content.home


async def names(office: Office) -> list[str]:
    """What happened in U1's conversation."""
    return [event.name for event in await office.run(lambda unit: unit.history("U1.own"))]


async def test_opening_home_shows_it_and_keeps_no_conversation(office: Office) -> None:
    await opened(office)
    assert (await shown(office)).lines == ("<home_about>",)
    assert await office.run(lambda unit: unit.conversation("U1.own")) is None
    assert await names(office) == []


async def test_opening_home_says_nothing(office: Office) -> None:
    await with_checklist(office)
    await opened(office)
    assert [row.to for row in await office.sent()] == [HOME]


async def test_a_tick_is_kept_recorded_and_shown(office: Office) -> None:
    await with_checklist(office)
    before = await office.conversation()
    await ticks(office, "link")
    home = await shown(office)
    assert [(box.item.step, box.is_done) for box in home.boxes][:2] == [("upgrade", False), ("link", True)]
    after = await office.conversation()
    assert replace(after, done=(), version=before.version) == before
    assert (after.done, (await names(office))[-1]) == (("link",), "ticked")


async def test_quick_ticks_are_all_kept_and_shown_once(office: Office) -> None:
    await with_checklist(office)
    for step in ("upgrade", "link", "sign_in"):
        await ticks(office, step)
    assert all(box.is_done for box in (await shown(office)).boxes)
    assert (await office.conversation()).done == ("upgrade", "link", "sign_in")


async def test_a_tick_delivered_twice_happens_once(office: Office) -> None:
    await with_checklist(office)
    tick = Incoming(
        ("trigger:1.1",), "U1", "ticked", Message(1), in_home=True, tick=Tick("U1.own.1", "link", True)
    )
    await office.desk.handle(tick)
    await ticks(office, "link", is_done=False)
    await office.desk.handle(tick)
    assert (await office.conversation()).done == ()
    assert (await names(office))[-2:] == ["ticked", "unticked"]


async def test_a_box_of_an_older_talk_only_shows_home_as_it_is(office: Office) -> None:
    await with_checklist(office)
    await office.say("restart")
    await office.sent()
    version = (await office.conversation()).version
    await ticks(office, "link")
    assert (await shown(office)).ask == "<home_question> Whose account is it?"
    assert (await office.conversation()).version == version


async def test_a_button_is_answered_in_the_direct_message_and_home_is_shown_anew(office: Office) -> None:
    await with_checklist(office)
    await presses(office, "restart")
    rows = await office.sent()
    assert [(row.to, row.act) for row in rows] == [(FILER, "post"), (HOME, "publish")]
    assert rows[1].content.home is not None
    assert rows[1].content.home.ask == "<home_question> Whose account is it?"


async def test_a_person_asked_for_in_home_has_a_number_there(office: Office) -> None:
    await with_checklist(office)
    await presses(office, "person")
    home = await shown(office)
    assert home.lines[0] == "<status_waiting> NG-1001"


async def test_what_is_said_in_the_direct_message_shows_no_home(office: Office) -> None:
    await opened(office)
    await office.sent()
    await office.say("hi", "my own")
    assert {row.to for row in await office.sent()} == {FILER}


async def test_the_notice_that_is_on_stands_in_home(office: Office) -> None:
    notice = Notice("CM/ECF is down.", "S1", "Pat", office.clock.time)
    await office.run(lambda unit: unit.post_notice(notice))
    await opened(office)
    assert (await shown(office)).notice == "<outage_banner> CM/ECF is down."
    await office.run(lambda unit: unit.end_notice("S1", office.clock.time))
    await opened(office, "event:Home2")
    assert (await shown(office)).notice == ""


async def test_a_home_that_cannot_be_made_is_a_dead_letter_and_no_word_to_the_filer(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Home:
        raise ValueError

    monkeypatch.setattr(homes_module, "home", broken)
    await opened(office)
    assert await office.sent() == []
    (letter,) = await office.run(lambda unit: unit.dead_letters())
    assert (letter.key, letter.error) == ("event:Home1", "ValueError")


@pytest.fixture
def dispatch() -> Dispatch:
    return Dispatch()


def publish(key: str, title: str) -> Delivery:
    """A row that shows a home with this title."""
    return replace(post(key), to=HOME, act="publish", content=Content(home=Home(title)))


def titles(dispatch: Dispatch) -> list[str]:
    return [content.home.title for content in dispatch.slack.homes.values() if content.home]


@pytest.mark.parametrize("lands", [True, False])
async def test_a_home_of_unknown_outcome_is_shown_again_without_looking(
    dispatch: Dispatch, lands: bool
) -> None:
    dispatch.slack.fail("publish", OutcomeUnknown("500"), TimeoutError(), lands=lands)
    await dispatch.put(publish("a", "one"))
    for _ in range(3):
        await dispatch.send(5)
    assert dispatch.slack.calls == ["publish", "publish", "publish"]
    assert titles(dispatch) == ["one"]
    assert await dispatch.waiting() == 0


@pytest.mark.parametrize("error", [OutcomeUnknown("500"), Refused("internal_error")])
async def test_a_home_is_shown_when_slack_is_back_however_long_that_takes(
    dispatch: Dispatch, error: Exception
) -> None:
    await dispatch.put(publish("a", "one"))
    dispatch.slack.fail("publish", *(error for _ in range(12)))
    for _ in range(13):
        await dispatch.send(900)
    assert titles(dispatch) == ["one"]
    assert await dispatch.letters() == []


async def test_a_home_that_must_wait_holds_up_no_message(dispatch: Dispatch) -> None:
    dispatch.slack.fail("publish", TryLater(30), TryLater(30))
    await dispatch.put(publish("a", "one"), replace(publish("b", "two"), to="home:U2"), post("c"))
    await dispatch.send()
    assert dispatch.slack.texts() == ["c"]
    assert titles(dispatch) == []
    await dispatch.put(post("d"))
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["c", "d"]
    await dispatch.send(30)
    assert titles(dispatch) == ["one", "two"]


async def test_a_limit_of_the_whole_workspace_holds_messages_too(dispatch: Dispatch) -> None:
    dispatch.slack.fail("publish", TryLater(30, everywhere=True))
    await dispatch.put(publish("a", "one"))
    await dispatch.send()
    await dispatch.put(post("c"))
    await dispatch.send(1)
    assert dispatch.slack.texts() == []


async def test_a_home_slack_will_never_take_is_given_up(dispatch: Dispatch) -> None:
    dispatch.slack.fail("publish", Refused("invalid_arguments"))
    await dispatch.put(publish("a", "one"))
    await dispatch.send()
    assert await dispatch.waiting() == 0
    assert [one.error for one in await dispatch.letters()] == ["invalid_arguments"]
