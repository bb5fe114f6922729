"""A call without an answer, and a process that dies: never lost, never twice."""

from collections.abc import AsyncIterator

import pytest

from bot.errors import OutcomeUnknown, Refused, TryLater
from bot.service.habits import Habits
from bot.service.ports import Store
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.unit.service.dispatch import Dispatch, card, case, post, replacement
from tests.unit.service.slack_double import Crash, Posted

LOST = OutcomeUnknown("The connection was dropped.")


@pytest.fixture(params=["memory", "sqlite"])
async def dispatch(request: pytest.FixtureRequest) -> AsyncIterator[Dispatch]:
    store: Store = MemoryStore("test") if request.param == "memory" else open_store("sqlite://", "test")
    yield Dispatch(store=store)
    await store.close()


async def test_a_message_that_landed_without_an_answer_is_found_and_not_sent_again(
    dispatch: Dispatch,
) -> None:
    dispatch.slack.fail("post", LOST, lands=True)
    await dispatch.put(post("a"), post("b"))
    await dispatch.send()
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["a", "b"]
    assert dispatch.slack.calls == ["open_direct", "post", "find", "post"]
    assert dispatch.sender.tally.looked_up == 1


async def test_a_message_that_never_landed_is_sent_again_once_it_is_surely_not_there(
    dispatch: Dispatch,
) -> None:
    dispatch.slack.fail("post", LOST)
    await dispatch.put(post("a"), post("b"))
    await dispatch.send()
    for _ in range(9):
        await dispatch.send(1)
    assert dispatch.slack.texts() == [], "not before it has settled, and nothing overtakes it"
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["a", "b"]


async def test_a_look_up_that_fails_is_repeated_and_nothing_is_sent_blindly(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", LOST, lands=True)
    dispatch.slack.fail("find", TryLater(5), LOST, TryLater(20), OSError("no route"))
    await dispatch.put(post("a"))
    for _ in range(120):
        await dispatch.send(1)
    assert dispatch.slack.texts() == ["a"]
    assert dispatch.slack.calls.count("post") == 1
    assert dispatch.slack.calls.count("find") == 5
    assert await dispatch.waiting() == 0


async def test_slack_down_for_an_hour_loses_nothing(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", LOST)
    dispatch.slack.fail("find", *(LOST for _ in range(500)))
    await dispatch.put(post("a"))
    for _ in range(360):
        await dispatch.send(10)
    dispatch.slack.faults.clear()
    await dispatch.send(900)
    assert dispatch.slack.texts() == ["a"]
    assert await dispatch.letters() == []


async def test_a_message_that_never_lands_is_given_up_and_lets_the_next_go(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", *(LOST for _ in range(8)))
    await dispatch.put(post("a"), post("b"))
    for _ in range(600):
        await dispatch.send(1)
    assert dispatch.slack.texts() == ["b"]
    assert [(letter.key, letter.error) for letter in await dispatch.letters()] == [("a", "outcome_unknown")]


async def test_opening_a_direct_message_may_be_repeated_at_will(dispatch: Dispatch) -> None:
    dispatch.slack.fail("open_direct", LOST, lands=True)
    await dispatch.put(post("a"))
    await dispatch.send()
    await dispatch.send(1)
    assert dispatch.slack.calls == ["open_direct", "open_direct", "post"]


async def test_a_replacement_without_an_answer_is_simply_repeated(dispatch: Dispatch) -> None:
    await dispatch.put(post("first"))
    await dispatch.send()
    dispatch.slack.fail("replace", LOST, lands=True)
    await dispatch.put(replacement("second", "1.5"))
    await dispatch.send()
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["second"]
    assert dispatch.slack.calls[-2:] == ["replace", "replace"]


async def test_a_replacement_that_landed_on_its_last_use_is_not_posted_as_well(dispatch: Dispatch) -> None:
    await dispatch.put(post("first"))
    await dispatch.send()
    dispatch.slack.fail("replace", LOST, lands=True)
    dispatch.slack.fail("replace", Refused("used_url"))
    await dispatch.put(replacement("second", "1.5"))
    await dispatch.send()
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["second"]
    assert dispatch.slack.calls[-1] == "find"


async def test_a_replacement_is_looked_for_from_the_message_it_was_to_replace(dispatch: Dispatch) -> None:
    pressed = f"{dispatch.clock.time.timestamp():.6f}"
    dispatch.slack.messages.append(Posted(pressed, "D-U1", "", "first", post("first").content))
    dispatch.slack.fail("replace", Crash(), lands=True)
    dispatch.clock.move(3600)
    await dispatch.put(replacement("second", pressed))
    with pytest.raises(Crash):
        await dispatch.send()
    await dispatch.restart()
    await dispatch.send(1800)
    assert dispatch.slack.texts() == ["second"]
    assert dispatch.slack.looked_from[0].timestamp() <= float(pressed), "Slack gives nothing older"


async def test_a_replacement_that_never_landed_is_posted_in_the_end(dispatch: Dispatch) -> None:
    await dispatch.put(post("first"))
    await dispatch.send()
    dispatch.slack.fail("replace", *(LOST for _ in range(8)))
    await dispatch.put(replacement("second", "1.5"))
    for _ in range(300):
        await dispatch.send(1)
    assert dispatch.slack.texts() == ["first", "second"]


async def test_an_update_without_an_answer_is_simply_repeated(dispatch: Dispatch) -> None:
    await dispatch.run(lambda unit: unit.save_case(case()))
    await dispatch.put(card("case:NG-1001", "open"))
    await dispatch.send()
    dispatch.slack.fail("update", LOST, lands=True)
    await dispatch.put(card("card:1", "claimed", update=True))
    await dispatch.send()
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["claimed\n"]


CRASHES = {
    "before the place is known": ("open_direct", False),
    "before the message was sent": ("post", False),
    "after it landed, before that was written down": ("post", True),
}


@pytest.mark.parametrize("moment", CRASHES)
async def test_a_killed_process_neither_loses_nor_doubles(dispatch: Dispatch, moment: str) -> None:
    method, lands = CRASHES[moment]
    dispatch.slack.fail(method, Crash(), lands=lands)
    await dispatch.put(post("a"), post("b"))
    with pytest.raises(Crash):
        await dispatch.send()
    await dispatch.restart()
    for _ in range(12):
        await dispatch.send(1)
    assert dispatch.slack.texts() == ["a", "b"]


async def test_a_process_killed_again_and_again_while_it_looks_up_neither_loses_nor_doubles(
    dispatch: Dispatch,
) -> None:
    dispatch.slack.fail("post", Crash(), lands=True)
    dispatch.slack.fail("find", *(Crash() for _ in range(9)))
    await dispatch.put(post("a"))
    for _ in range(10):
        with pytest.raises(Crash):
            await dispatch.send(1)
        await dispatch.restart()
    await dispatch.send(60)
    assert dispatch.slack.texts() == ["a"]
    assert await dispatch.waiting() == 0
    assert await dispatch.letters() == []


async def test_a_row_of_a_process_that_never_came_back_is_taken_over_after_its_lease(
    dispatch: Dispatch,
) -> None:
    dispatch.slack.fail("post", Crash(), lands=True)
    await dispatch.put(post("a"), post("b"))
    with pytest.raises(Crash):
        await dispatch.send()
    dispatch.sender = dispatch.new_sender()
    await dispatch.send(59)
    assert dispatch.slack.texts() == ["a"]
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["a", "b"]


async def test_without_the_look_up_a_message_would_be_doubled() -> None:
    dispatch = Dispatch(habits=Habits(look_up=False))
    dispatch.slack.fail("post", LOST, lands=True)
    await dispatch.put(post("a"))
    await dispatch.send()
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["a", "a"]
