"""The sender: order, pace, limits, and what becomes of rows that cannot be sent."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import Refused, StorageError, TryLater
from bot.service.habits import Habits, Pace
from bot.storage.memory import MemoryStore
from tests.unit.service.dispatch import Dispatch, card, case, post, replacement
from tests.unit.service.slack_double import Posted, SlowSlack


@pytest.fixture
def dispatch() -> Dispatch:
    return Dispatch()


async def test_rows_of_one_place_are_sent_in_order(dispatch: Dispatch) -> None:
    await dispatch.put(post("a"), post("b"), post("c"))
    await dispatch.send()
    assert dispatch.slack.texts() == ["a", "b", "c"]
    assert await dispatch.waiting() == 0


async def test_the_direct_message_is_opened_once_and_kept(dispatch: Dispatch) -> None:
    await dispatch.put(post("a"), post("b"))
    await dispatch.send()
    assert dispatch.slack.calls == ["open_direct", "post", "post"]
    assert {message.channel for message in dispatch.slack.messages} == {"D-U1"}


async def test_a_reply_goes_to_its_thread(dispatch: Dispatch) -> None:
    await dispatch.put(replace(post("a"), thread="3.3"))
    await dispatch.send()
    assert dispatch.slack.messages[0].thread == "3.3"


async def test_a_burst_is_sent_at_once_and_the_rest_one_a_second(dispatch: Dispatch) -> None:
    await dispatch.put(*(post(str(number)) for number in range(7)))
    sent = []
    for seconds in (0, 0.5, 0.5, 1, 1):
        await dispatch.send(seconds)
        sent.append(len(dispatch.slack.messages))
    assert sent == [4, 4, 5, 6, 7]


async def test_a_slow_place_does_not_hold_up_others(dispatch: Dispatch) -> None:
    await dispatch.put(*(post(str(number)) for number in range(9)), post("other", "U2"))
    await dispatch.send()
    assert "other" in dispatch.slack.texts()


async def test_the_workspace_has_a_pace_of_its_own() -> None:
    pace = Pace(workspace=1.0, workspace_burst=3)
    dispatch = Dispatch(habits=Habits(pace=pace))
    await dispatch.put(*(post(str(number), f"U{number}") for number in range(5)))
    await dispatch.send()
    assert len(dispatch.slack.messages) == 3
    await dispatch.send(1)
    assert len(dispatch.slack.messages) == 4


async def test_a_limit_is_waited_for_to_the_second(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", TryLater(30))
    await dispatch.put(post("a"), post("b"), post("other", "U2"))
    await dispatch.send()
    assert dispatch.slack.texts() == ["other"]
    await dispatch.send(29)
    assert dispatch.slack.texts() == ["other"]
    await dispatch.send(1)
    assert dispatch.slack.texts() == ["other", "a", "b"]
    assert "find" not in dispatch.slack.calls, "a refused call surely did nothing"


async def test_a_limit_of_the_workspace_holds_every_place(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", TryLater(30, everywhere=True))
    await dispatch.put(post("a"))
    await dispatch.send()
    await dispatch.put(post("other", "U2"))
    await dispatch.send(29)
    assert dispatch.slack.texts() == []
    await dispatch.send(1)
    assert sorted(dispatch.slack.texts()) == ["a", "other"]


async def test_two_places_limited_at_once_mean_the_workspace(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", TryLater(30), TryLater(30))
    await dispatch.put(post("a", "U1"), post("b", "U2"))
    await dispatch.send()
    calls = len(dispatch.slack.calls)
    await dispatch.put(post("c", "U3"))
    await dispatch.send(29)
    assert len(dispatch.slack.calls) == calls
    await dispatch.send(1)
    assert sorted(dispatch.slack.texts()) == ["a", "b", "c"]


async def test_a_hopeless_message_is_buried_and_the_next_goes_out(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", Refused("invalid_blocks"))
    await dispatch.put(post("a"), post("b"))
    await dispatch.send()
    assert dispatch.slack.texts() == ["b"]
    assert [(letter.key, letter.error) for letter in await dispatch.letters()] == [("a", "invalid_blocks")]
    assert dispatch.sender.tally.buried == 1


async def test_a_person_who_cannot_be_reached_is_a_dead_letter(dispatch: Dispatch) -> None:
    dispatch.slack.fail("open_direct", Refused("user_not_found"))
    await dispatch.put(post("a"))
    await dispatch.send()
    assert [letter.error for letter in await dispatch.letters()] == ["user_not_found"]
    assert await dispatch.waiting() == 0


async def test_an_archived_staff_channel_keeps_its_cards_and_tells_the_operator_once(
    dispatch: Dispatch,
) -> None:
    await dispatch.run(lambda unit: unit.save_case(case()))
    dispatch.slack.fail("post", *(Refused("is_archived") for _ in range(20)))
    await dispatch.put(card("case:NG-1001", "Help"))
    for _ in range(60):
        await dispatch.send(10)
    tried = dispatch.slack.calls.count("post")
    assert 5 < tried < 20, "ever more rarely"
    assert [letter.error for letter in await dispatch.letters()] == ["is_archived"]
    dispatch.slack.faults.clear()
    await dispatch.send(900)
    assert dispatch.slack.texts() == ["Help\n"]


async def test_a_lost_token_loses_no_message(dispatch: Dispatch) -> None:
    dispatch.slack.fail("open_direct", Refused("token_revoked"))
    await dispatch.put(post("a"))
    await dispatch.send()
    assert [letter.error for letter in await dispatch.letters()] == ["token_revoked"]
    await dispatch.send(2)
    assert dispatch.slack.texts() == ["a"]


async def test_a_row_that_breaks_our_own_code_is_buried_in_the_end(dispatch: Dispatch) -> None:
    dispatch.slack.fail("post", *(TypeError("marker") for _ in range(99)))
    await dispatch.put(post("a"), post("other", "U2"))
    for _ in range(60):
        await dispatch.send(30)
    assert [(letter.key, letter.error) for letter in await dispatch.letters()] == [
        ("a", "TypeError"),
        ("other", "TypeError"),
    ]
    assert dispatch.slack.calls.count("post") == 2 * dispatch.habits.tries


async def test_a_pressed_question_is_replaced_in_its_place(dispatch: Dispatch) -> None:
    await dispatch.put(post("first question"))
    await dispatch.send()
    await dispatch.put(replacement("second question", "1.5"))
    await dispatch.send()
    assert dispatch.slack.texts() == ["second question"]
    assert await dispatch.run(lambda unit: unit.newest_sent("person:U1")) == "1.5"


@pytest.mark.parametrize("reason", ["refused", "too old", "erased"])
async def test_a_replacement_that_is_not_possible_any_more_is_posted(dispatch: Dispatch, reason: str) -> None:
    row = replacement("second question", "1.5")
    if reason == "refused":
        dispatch.slack.fail("replace", Refused("used_url"))
    await dispatch.put(replace(row, response_url="") if reason == "erased" else row)
    await dispatch.send(29 * 60 if reason == "too old" else 0)
    assert dispatch.slack.texts() == ["second question"]
    assert dispatch.slack.calls[-1] == "post"


async def test_a_card_that_somebody_deleted_is_posted_anew_where_updates_find_it(dispatch: Dispatch) -> None:
    await dispatch.run(lambda unit: unit.save_case(case()))
    await dispatch.put(card("case:NG-1001", "open"))
    await dispatch.send()
    dispatch.slack.messages[:] = [Posted("0.1", "C9", "", "other", post("talk of the staff").content)]
    dispatch.slack.fail("update", Refused("message_not_found"))
    await dispatch.put(card("card:1", "claimed", update=True), card("card:2", "closed", update=True))
    await dispatch.send()
    assert dispatch.slack.texts() == ["talk of the staff", "closed\n"]


async def test_an_update_of_a_card_that_was_never_posted_posts_it(dispatch: Dispatch) -> None:
    await dispatch.run(lambda unit: unit.save_case(case()))
    dispatch.slack.fail("post", Refused("invalid_blocks"))
    await dispatch.put(card("case:NG-1001", "open"), card("card:1", "claimed", update=True))
    await dispatch.send()
    assert dispatch.slack.texts() == ["claimed\n"]


class Forgetful(MemoryStore):
    """A store that does not answer for a while."""

    def __init__(self) -> None:
        super().__init__("test")
        self.is_down = False
        self.refused = asyncio.Event()

    async def run(self, work):  # type: ignore[no-untyped-def]
        if self.is_down:
            self.refused.set()
            raise StorageError("The database is too slow.")
        return await super().run(work)


async def test_what_was_sent_while_the_database_was_away_is_written_down_later() -> None:
    store = Forgetful()
    dispatch = Dispatch(store=store)
    await dispatch.put(post("a"))
    await dispatch.sender.round()
    store.is_down = True
    for _ in range(2):
        with pytest.raises(StorageError):
            await dispatch.sender.settle()
    store.is_down = False
    await dispatch.send()
    assert dispatch.slack.texts() == ["a"]
    assert await dispatch.waiting() == 0


@pytest.mark.parametrize("tries", [0, 1])
async def test_a_call_ends_before_the_lease_does(tries: int) -> None:
    slack = SlowSlack()
    dispatch = Dispatch(slack=slack, habits=Habits(lease=0.02))
    await dispatch.put(post("a"))
    for _ in range(tries):
        await dispatch.run(lambda unit: unit.claim(dispatch.clock.time, 0, 9))
    await dispatch.sender.round()
    await dispatch.sender.settle()
    assert slack.arrived.is_set()
    (row,) = await dispatch.run(lambda unit: unit.claim(dispatch.clock.time + timedelta(hours=1), 60, 9))
    assert row.tries == 1, "a post may have landed; a look-up changed nothing"


async def test_a_row_on_its_way_is_not_taken_again_though_the_clock_leaps() -> None:
    slack = SlowSlack()
    dispatch = Dispatch(slack=slack)
    await dispatch.put(post("a"))
    await dispatch.sender.round()
    await slack.arrived.wait()
    dispatch.clock.move(3600)
    assert await dispatch.sender.round() == 0
    slack.go_on.set()
    await dispatch.sender.settle()
    assert slack.texts() == ["a"]


async def test_a_database_that_is_away_at_the_start_is_waited_for() -> None:
    store = Forgetful()
    slack = SlowSlack()
    slack.go_on.set()
    dispatch = Dispatch(store=store, slack=slack, habits=Habits(poll=0))
    await dispatch.put(post("a"))
    store.is_down = True
    running = asyncio.create_task(dispatch.sender.run())
    await store.refused.wait()
    store.is_down = False
    await slack.arrived.wait()
    dispatch.sender.stop(60)
    await running
    assert dispatch.slack.texts() == ["a"]
