"""Brings deliveries to the app's request URL, signed as Slack signs."""

import io
import time
from urllib.parse import urlencode

import aiohttp

from bot.practice.deliveries import Attempt, Delivery, Retry
from bot.practice.installed_app import InstalledApp
from bot.practice.shapes import Json, compact
from bot.practice.signing import signed_headers

JSON_TYPE = "application/json"
FORM_TYPE = "application/x-www-form-urlencoded"


class HttpCarrier:
    """Events over signed HTTP. Within `ack_seconds` the app must answer 2xx.

    Source: docs.slack.dev, "The Events API", on errors and retries.
    """

    def __init__(self, app: InstalledApp, ack_seconds: float) -> None:
        self._app = app
        self._limit = aiohttp.ClientTimeout(total=ack_seconds)
        self._client: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        """Open the connections' pool."""
        connector = aiohttp.TCPConnector(limit=0)
        self._client = aiohttp.ClientSession(connector=connector, timeout=self._limit)

    async def stop(self) -> None:
        """Close all connections."""
        if self._client:
            await self._client.close()

    async def carry(self, delivery: Delivery, retry: Retry | None = None) -> Attempt:
        """Send it once and say what came back; failures are told, never raised."""
        body, headers = self._dress(delivery, retry)
        sent_at = time.time()
        number = retry.number if retry else 0
        try:
            return await self._post(body, headers, (number, sent_at))
        except TimeoutError:
            failure = "http_timeout"
        except aiohttp.TooManyRedirects:
            failure = "too_many_redirects"
        except (aiohttp.ClientError, OSError):
            failure = "connection_failed"
        return Attempt("http", number, sent_at, time.time(), failure=failure)

    async def challenge(self) -> bool:
        """Ask the request URL to prove itself (`url_verification`), as Slack does when it is set."""
        body = compact({"token": "practice", "challenge": "practice-challenge", "type": "url_verification"})
        asked = Delivery(0, "raw", {}, raw=body.encode(), headers={"Content-Type": JSON_TYPE})
        answer = await self.carry(asked)
        return answer.acknowledged and "practice-challenge" in answer.body

    async def _post(self, body: bytes, headers: dict[str, str], sent: tuple[int, float]) -> Attempt:
        if self._client is None:
            raise RuntimeError("the practice workspace has not started")
        url = self._app.request_url
        if not url:
            raise aiohttp.ClientConnectionError("no request URL is set")
        async with self._client.post(
            url, data=io.BytesIO(body), headers=headers, max_redirects=2
        ) as response:
            text = await response.text(errors="replace")
            failure = "" if 200 <= response.status < 300 else "http_error"
            no_retry = response.headers.get("x-slack-no-retry") == "1"
            return Attempt("http", *sent, time.time(), response.status, text, failure, no_retry)

    def _dress(self, delivery: Delivery, retry: Retry | None) -> tuple[bytes, dict[str, str]]:
        body = delivery.raw if delivery.raw is not None else written(delivery)
        form = delivery.kind in ("interactive", "command")
        headers = {
            "Content-Type": FORM_TYPE if form else JSON_TYPE,
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }
        if delivery.signed:
            secret = self._app.signing_secret
            headers |= signed_headers(secret, str(int(time.time())), body)
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry.number), "X-Slack-Retry-Reason": retry.reason}
        return body, headers | delivery.headers


def written(delivery: Delivery) -> bytes:
    """The request body that Slack would send for this delivery."""
    if delivery.kind == "interactive":
        return urlencode({"payload": compact(delivery.body)}).encode()
    if delivery.kind == "command":
        return urlencode(_fields(delivery.body), errors="replace").encode()
    return compact(delivery.body).encode()


def _fields(body: Json) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, value in body.items()]
