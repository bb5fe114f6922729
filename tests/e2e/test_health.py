"""Health and figures say what is true: while all is well, while a part is not, and afterwards."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.practice.faults import DeliveryFault, WebFault
from bot.service import checkup
from bot.service.desk import HelpDesk
from bot.service.incoming import Ack, Incoming
from bot.wiring import build
from tests.e2e.line import HABITS, Line
from tests.e2e.observed import fetched, figures, ready
from tests.e2e.waiting import until

WELL = {"ready": True, "database": True, "sender": True, "draining": False}


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another program holds the database."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def test_all_is_well(line: Line) -> None:
    assert await fetched(f"{line.bot.health_url}/health/live") == (200, "live\n")
    assert await ready(line) == (200, {**WELL, line.mode: True})
    seen = await figures(line)
    names = ("helpdesk_ready", "helpdesk_database_up", "helpdesk_connected", "helpdesk_draining")
    assert [seen[name] for name in names] == [1, 1, 1, 0]
    assert any(name.startswith("helpdesk_build_info") and f'mode="{line.mode}"' in name for name in seen)
    assert seen["process_resident_memory_bytes"] > 0


async def test_what_people_do_is_counted(line: Line) -> None:
    line.slack.faults.add(DeliveryFault("duplicate", ["event"]))
    await line.say("hi")
    await line.say("marmalade")
    await line.say("person")
    await until(line.cards, "staff see the case")
    seen = await figures(line)
    assert seen['helpdesk_turns_total{outcome="question",surface="said"}'] == 2
    assert seen['helpdesk_turns_total{outcome="hand_over",surface="said"}'] == 1
    assert seen['helpdesk_turn_seconds_count{surface="said"}'] == 3
    assert seen['helpdesk_redeliveries_total{surface="said"}'] == 1
    assert seen['helpdesk_unread_total{question="filer"}'] == 1
    assert seen['helpdesk_hand_overs_total{reason="asked_for_person",urgent="no"}'] == 1
    assert seen['helpdesk_cases{state="open"}'] == 1
    assert seen['helpdesk_sends_total{act="post",result="sent"}'] == 4
    assert seen["helpdesk_commit_seconds_count"] > 3
    assert seen["helpdesk_outbox_pending"] == 0


async def test_while_the_database_is_locked_it_is_not_ready_and_afterwards_it_is(line: Line) -> None:
    await line.say("hi")
    with locked(line.database):
        status, parts = await ready(line)
        assert (status, parts["database"], parts["sender"], parts[line.mode]) == (503, False, None, True)
        assert (await fetched(f"{line.bot.health_url}/health/live"))[0] == 200
        delivery = await line.slack.act.say("filer", "attorney", wait=False)
        await until(lambda: delivery.attempts, "the first attempt failed")
        seen = await figures(line)
        assert (seen["helpdesk_ready"], seen["helpdesk_database_up"]) == (0, 0)
        assert "helpdesk_outbox_pending" not in seen, "what is not known is not told"
        assert seen['helpdesk_turns_total{outcome="unsaved",surface="said"}'] >= 1
        assert seen["helpdesk_storage_errors_total"] >= 1
    await until(lambda: delivery.acknowledged, "Slack has delivered it again")
    await line.quiet()
    assert await line.told() == {"filer": "attorney"}
    assert await ready(line) == (200, {**WELL, line.mode: True})
    assert (await figures(line))["helpdesk_database_up"] == 1


async def test_while_the_socket_is_down_it_is_not_ready_and_afterwards_it_is(socket_line: Line) -> None:
    await socket_line.slack.sockets.disconnect("link_disabled")
    await until(lambda: _status_is(socket_line, 503), "the loss is noticed")
    assert (await ready(socket_line))[1] == {**WELL, "ready": False, "socket": False}
    assert (await figures(socket_line))["helpdesk_connected"] == 0
    calls = socket_line.slack.record.calls
    await until(lambda: calls[-1].answer.get("error") == "forbidden_team", "a new one is refused")
    socket_line.slack.app.socket_mode = True
    await until(lambda: _status_is(socket_line, 200), "it is back", seconds=30)
    seen = await figures(socket_line)
    assert (seen["helpdesk_connected"], seen["helpdesk_socket_connections_total"]) == (1, 2)
    refused = 'helpdesk_slack_errors_total{code="forbidden_team",method="apps.connections.open"}'
    assert seen[refused] >= 1


async def test_while_slack_limits_us_it_stays_ready_and_says_what_waits(line: Line) -> None:
    line.slack.faults.add(WebFault("ratelimited", "chat.postMessage", seconds=2))
    await line.slack.act.say("filer", "hi")
    await until(lambda: _counts(line, 'helpdesk_slack_rate_limits_total{method="chat.postMessage"}', 1))
    seen = await figures(line)
    assert seen['helpdesk_slack_errors_total{code="ratelimited",method="chat.postMessage"}'] == 1
    assert seen["helpdesk_outbox_pending"] == 1
    assert seen["helpdesk_outbox_oldest_seconds"] > 0
    assert (await ready(line))[0] == 200, "deliveries are taken, and nothing is lost"
    await line.quiet()
    seen = await figures(line)
    assert (seen["helpdesk_outbox_pending"], seen["helpdesk_outbox_oldest_seconds"]) == (0, 0)
    assert seen['helpdesk_sends_total{act="post",result="later"}'] == 1


async def test_a_sender_that_is_behind_is_not_ready(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "LATE_SECONDS", 0.1)
    line.slack.faults.add(WebFault("slow_before", "chat.postMessage", seconds=1.5))
    await line.slack.act.say("filer", "hi")
    await until(lambda: _status_is(line, 503), "it is behind")
    await line.quiet()
    assert (await ready(line))[0] == 200


async def test_what_slack_will_never_take_is_counted(line: Line) -> None:
    line.slack.faults.add(WebFault("refuse", "chat.postMessage", code="invalid_blocks"))
    await line.say("hi")
    seen = await figures(line)
    assert seen["helpdesk_dead_letters"] == 1
    assert seen['helpdesk_sends_total{act="post",result="bury"}'] == 1
    assert seen['helpdesk_slack_errors_total{code="invalid_blocks",method="chat.postMessage"}'] == 1


async def test_while_it_is_being_stopped_it_is_not_ready(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, handle = asyncio.Event(), asyncio.Event(), HelpDesk.handle

    async def slowly(desk: HelpDesk, incoming: Incoming) -> Ack:
        begun.set()
        await go_on.wait()
        return await handle(desk, incoming)

    monkeypatch.setattr(HelpDesk, "handle", slowly)
    await line.slack.act.say("filer", "hi", wait=False)
    await begun.wait()
    stopping = asyncio.create_task(line.bot.stop())
    await asyncio.sleep(0)
    status, parts = await ready(line)
    assert (status, parts["draining"]) == (503, True)
    assert (await fetched(f"{line.bot.health_url}/health/live"))[0] == 200
    go_on.set()
    await stopping
    await line.start()


async def test_no_word_and_no_name_is_told(line: Line) -> None:
    typed = ["hi", "marmalade quokka", "attorney", "my own", "zeppelin 1999", "person"]
    await line.say(*typed)
    names = [value for one in line.slack.workspace.people.values() for value in (one.id, one.real_name)]
    shown = "\n".join(
        [(await fetched(f"{line.bot.health_url}{path}"))[1] for path in ("/metrics", "/health/ready")]
    )
    for word in ("marmalade", "quokka", "zeppelin", "NG-1001", *names):
        assert word not in shown, word
    for word in (
        "marmalade",
        "quokka",
        "zeppelin",
        *(one.real_name for one in line.slack.workspace.people.values()),
    ):
        assert word not in line.logs.getvalue(), word


async def test_a_health_port_in_use_is_named(line: Line) -> None:
    port = line.bot.health_url.rpartition(":")[2]
    other = build(line.settings(HEALTH_PORT=port), HABITS)
    with pytest.raises(SettingsError, match=f"127.0.0.1:{port} cannot be used.*HEALTH_HOST and HEALTH_PORT"):
        await other.start()


async def test_health_can_be_switched_off(line: Line) -> None:
    await line.bot.stop()
    await line.start(HEALTH_PORT="")
    assert line.bot.health_url == ""
    await line.say("hi")


async def _status_is(line: Line, status: int) -> bool:
    return (await ready(line))[0] == status


async def _counts(line: Line, name: str, count: float) -> bool:
    return (await figures(line)).get(name) == count
