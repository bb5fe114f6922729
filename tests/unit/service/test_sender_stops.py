"""How the sender stops: what may go out goes out, and nothing holds it for ever."""

import asyncio

from bot.errors import TryLater
from tests.unit.service.dispatch import Dispatch, post
from tests.unit.service.slack_double import SlowSlack


async def test_it_runs_until_it_is_stopped_and_then_sends_what_may_go_out() -> None:
    slack = SlowSlack()
    dispatch = Dispatch(slack=slack)
    running = asyncio.create_task(dispatch.sender.run())
    await dispatch.put(post("a"), post("b"))
    dispatch.sender.wake()
    await slack.arrived.wait()
    dispatch.sender.stop(60)
    slack.go_on.set()
    await running
    assert slack.texts() == ["a", "b"]
    assert await dispatch.waiting() == 0


async def test_a_stop_does_not_wait_for_what_slack_lets_wait_longer() -> None:
    dispatch = Dispatch()
    dispatch.slack.fail("post", TryLater(600))
    running = asyncio.create_task(dispatch.sender.run())
    await dispatch.put(post("a"), post("b"))
    dispatch.sender.stop(60)
    await running
    assert dispatch.slack.texts() == []
    assert await dispatch.waiting() == 2


async def test_a_call_that_outlasts_the_stop_is_of_unknown_outcome() -> None:
    slack = SlowSlack()
    dispatch = Dispatch(slack=slack)
    await dispatch.put(post("a"))
    running = asyncio.create_task(dispatch.sender.run())
    await slack.arrived.wait()
    dispatch.sender.stop(0)
    await running
    await dispatch.restart()
    (row,) = await dispatch.run(lambda unit: unit.claim(dispatch.clock.time, 60, 9))
    assert row.tries == 1
