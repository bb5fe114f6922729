"""Only Slack's own, recent and reasonable requests get through; everything else touches nothing."""

import asyncio
import hashlib
import hmac
from dataclasses import dataclass, field

import pytest
from starlette.types import Message

from bot.errors import SettingsError
from bot.web.app import PATH, web_app

NOW = 1_760_000_000
SECRET = "practice-signing-secret"
BODY = b'{"type":"event_callback"}'


@dataclass
class Behind:
    """What stands behind the gate, and what got that far; also who was told of a refusal.

    When it is stuck the body of a request never comes.
    """

    reached: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    stuck: bool = False

    async def answer(self, body: str, headers: dict[str, str]) -> tuple[int, str, str]:
        self.reached.append(body)
        assert headers["x-slack-signature"].startswith("v0=")
        return 200, "application/json", '{"text": "hi"}'

    async def ask(
        self,
        body: bytes,
        headers: dict[str, str],
        method: str = "POST",
        path: str = PATH,
        parts: int = 1,
    ) -> tuple[int, bytes]:
        """Send one request; its status and body."""
        app = web_app(self.answer, SECRET, lambda: NOW, self.refused.append)
        size = -(-len(body) // parts) or 1
        waiting = [body[start : start + size] for start in range(0, len(body), size)] or [b""]
        sent: list[Message] = []

        async def receive() -> Message:
            if self.stuck:
                await asyncio.Event().wait()
            return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

        async def send(message: Message) -> None:
            sent.append(message)

        listed = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
        scope = {"type": "http", "method": method, "path": path, "headers": listed, "query_string": b""}
        await app(scope, receive, send)
        return sent[0]["status"], b"".join(one.get("body", b"") for one in sent[1:])


def signed(body: bytes = BODY, timestamp: str = str(NOW), secret: str = SECRET) -> dict[str, str]:
    """Slack's headers for this body."""
    base = b"v0:" + timestamp.encode("latin-1") + b":" + body
    return {
        "content-type": "application/json",
        "content-length": str(len(body)),
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest(),
    }


async def test_a_request_of_slacks_own_gets_through_and_is_answered() -> None:
    behind = Behind()
    assert await behind.ask(BODY, signed()) == (200, b'{"text": "hi"}')
    assert behind.reached == [BODY.decode()]


async def test_a_body_that_does_not_come_to_its_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.gate.BODY_SECONDS", 0.01)
    behind = Behind(stuck=True)
    assert await behind.ask(BODY, signed()) == (408, b"")
    assert (behind.reached, behind.refused) == ([], ["slow"])


async def test_a_body_in_several_parts_is_put_together() -> None:
    behind = Behind()
    assert (await behind.ask(BODY, signed(), parts=5))[0] == 200
    assert behind.reached == [BODY.decode()]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"x-slack-signature": ""}, 401),
        ({"x-slack-signature": "v0=" + "0" * 64}, 401),
        ({"x-slack-signature": "v0=\xe9" + "0" * 63}, 401),
        ({"x-slack-signature": signed(secret="another")["x-slack-signature"]}, 401),
        ({"x-slack-request-timestamp": ""}, 401),
        ({"x-slack-request-timestamp": "abc"}, 401),
        ({"x-slack-request-timestamp": "1" * 13}, 401),
        ({"x-slack-request-timestamp": "-5"}, 401),
        ({"x-slack-request-timestamp": str(NOW - 1)}, 401),
        ({"content-length": "104857600"}, 413),
        ({"content-length": "-1"}, 400),
        ({"content-length": "many"}, 400),
        ({"content-type": "text/plain"}, 400),
        ({"content-type": ""}, 400),
    ],
)
async def test_a_request_that_is_not_slacks_is_refused(headers: dict[str, str], status: int) -> None:
    behind = Behind()
    assert (await behind.ask(BODY, {**signed(), **headers}))[0] == status
    assert behind.reached == []
    assert len(behind.refused) == 1


@pytest.mark.parametrize(("age", "status"), [(300, 200), (301, 401), (-300, 200), (-301, 401)])
async def test_a_signed_request_is_good_for_five_minutes(age: int, status: int) -> None:
    assert (await Behind().ask(BODY, signed(timestamp=str(NOW - age))))[0] == status


async def test_a_body_longer_than_it_says_is_cut_off_while_it_streams() -> None:
    behind, body = Behind(), b"x" * (1024 * 1024 + 1)
    assert (await behind.ask(body, {**signed(body), "content-length": "10"}, parts=40))[0] == 413
    assert (await behind.ask(body, {**signed(body), "content-length": "0"}, parts=40))[0] == 413
    assert behind.reached == []


async def test_the_largest_body_gets_through() -> None:
    body = b"x" * (1024 * 1024)
    assert (await Behind().ask(body, signed(body)))[0] == 200


async def test_a_body_that_is_no_text_is_refused_after_its_signature() -> None:
    behind = Behind()
    assert (await behind.ask(b"\xff\xfe", signed(b"\xff\xfe")))[0] == 400
    assert behind.reached == []


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD"])
async def test_only_post_is_served(method: str) -> None:
    assert (await Behind().ask(BODY, signed(), method=method))[0] == 405


async def test_there_is_nothing_at_any_other_address() -> None:
    assert (await Behind().ask(BODY, signed(), path="/"))[0] == 404


def test_without_a_secret_it_does_not_start() -> None:
    with pytest.raises(SettingsError, match="SLACK_SIGNING_SECRET"):
        web_app(Behind().answer, "")
