"""Requests that are not Slack's, or make no sense, are refused and change nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.practice.deliveries import Delivery
from tests.e2e.line import Line


async def sent(line: Line, body: bytes | str | dict[str, Any], **how: Any) -> Delivery:
    """Send one request as it is; nothing of it may change the database or reach Slack."""
    before, mark = contents(line.database), line.slack.record.mark()
    delivery = await line.slack.act.deliver_raw(body, **how)
    await line.quiet()
    assert contents(line.database) == before
    assert line.slack.record.since(mark) == []
    return delivery


def contents(database: Path) -> bytes:
    """All bytes of the database and its log of writes."""
    return b"".join(
        path.read_bytes() for path in sorted(database.parent.glob("helpdesk.db*")) if "shm" not in path.name
    )


@pytest.fixture
async def body(http_line: Line) -> dict[str, Any]:
    """A message that the bot would answer; it has been told nothing of it yet."""
    first = await http_line.say("hi")
    event = {**first.body["event"], "ts": http_line.slack.clock.next_ts(), "text": "attorney"}
    return {**first.body, "event_id": "EvFORGED01", "event": event}


async def test_a_request_without_signature_is_refused(http_line: Line, body: dict[str, Any]) -> None:
    assert (await sent(http_line, body, signed=False)).status == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "v1=" + "0" * 64},
        {"X-Slack-Signature": "nonsense"},
        {"X-Slack-Request-Timestamp": "abc"},
        {"X-Slack-Request-Timestamp": "17600000000000000"},
        {"X-Slack-Request-Timestamp": "1"},
    ],
)
async def test_an_invalid_signature_is_refused(
    http_line: Line, body: dict[str, Any], headers: dict[str, str]
) -> None:
    assert (await sent(http_line, body, headers=headers)).status == 401


@pytest.mark.parametrize("age", [301, 3600, -400])
async def test_a_stale_request_is_refused(http_line: Line, body: dict[str, Any], age: float) -> None:
    assert (await sent(http_line, body, age=age)).status == 401


@pytest.mark.parametrize("signed", [True, False])
async def test_an_oversized_request_is_refused(http_line: Line, body: dict[str, Any], signed: bool) -> None:
    huge = json.dumps({**body, "padding": "x" * 2_000_000})
    delivery = await sent(http_line, huge, signed=signed)
    assert delivery.status in ((413,) if signed else (401, 413))


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"[]",
        b"null",
        b"7",
        b'"text"',
        b"\xff\xfe\x00",
        b"",
        b"payload=%7B",
        b"{" * 5000,
        b'{"a":' * 900,
        b"[" * 500_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    ],
)
async def test_a_malformed_request_is_refused_even_when_it_is_signed(http_line: Line, raw: bytes) -> None:
    await http_line.say("hi")
    for kind in ("application/json", "application/x-www-form-urlencoded"):
        delivery = await sent(http_line, raw, headers={"Content-Type": kind})
        assert delivery.status in (400, 200)
        assert delivery.status == 400 or kind != "application/json"


async def test_the_same_request_properly_signed_is_answered(http_line: Line, body: dict[str, Any]) -> None:
    delivery = await http_line.slack.act.deliver_raw(body)
    await http_line.quiet()
    assert delivery.status == 200
    assert await http_line.told() == {"filer": "attorney"}


async def test_a_valid_request_that_is_replayed_is_answered_once(
    http_line: Line, body: dict[str, Any]
) -> None:
    for _ in range(3):
        await http_line.slack.act.deliver_raw(body)
    await http_line.quiet()
    assert len(http_line.said()) == 2


async def test_slacks_check_of_the_address_is_answered(http_line: Line) -> None:
    delivery = await http_line.slack.act.deliver_raw(
        {"type": "url_verification", "challenge": "c-17", "token": "t"}
    )
    assert delivery.answer == {"challenge": "c-17"}


@pytest.mark.parametrize(
    "known",
    [
        {"type": "app_rate_limited", "team_id": "TPRACTICE1", "minute_rate_limited": 1_760_000_000},
        {
            "type": "message_action",
            "callback_id": "x",
            "team": {"id": "TPRACTICE1"},
            "user": {"id": "UFILER001"},
        },
        {"type": "something_new", "team_id": "TPRACTICE1"},
    ],
)
async def test_what_slack_sends_and_we_have_no_use_for_is_acknowledged(
    http_line: Line, known: dict[str, Any]
) -> None:
    await http_line.say("hi")
    assert (await sent(http_line, known)).status == 200
