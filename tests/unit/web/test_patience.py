"""Nobody can hold a connection, or memory, with headers that never end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.responses import Response

from bot.web import patience
from bot.web.server import HttpServer

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
REQUEST = b"GET / HTTP/1.1\r\nHost: here\r\n\r\n"


@asynccontextmanager
async def connected() -> AsyncIterator[Line]:
    """A connection to a server of ours."""
    server = HttpServer(Response(status_code=204), "127.0.0.1", 0, "HELPDESK_PORT")
    await server.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    yield reader, writer
    writer.close()
    await server.stop(1)


@pytest.fixture
async def line(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Line]:
    """A connection on which headers are waited for a fifth of a second."""
    monkeypatch.setattr(patience, "HEAD_SECONDS", 0.2)
    async with connected() as line:
        yield line


async def ended(line: Line) -> bytes:
    """Everything that comes until the other side hangs up."""
    async with asyncio.timeout(10):
        return await line[0].read()


async def test_who_says_nothing_is_hung_up_on(line: Line) -> None:
    assert await ended(line) == b""


async def test_who_does_not_end_the_headers_is_hung_up_on(line: Line) -> None:
    line[1].write(b"GET / HTTP/1.1\r\nHost: he")
    assert await ended(line) == b""


async def test_a_second_request_has_no_more_time_than_the_first(line: Line) -> None:
    line[1].write(REQUEST)
    assert b"204" in await line[0].readuntil(b"\r\n\r\n")
    line[1].write(b"GET / HTTP/1.1\r\n")
    assert await ended(line) == b""


async def test_headers_without_end_are_not_kept() -> None:
    async with connected() as line:
        line[1].write(b"GET / HTTP/1.1\r\nX-Long: " + b"a" * patience.LARGEST_HEAD)
        assert await ended(line) == b""


async def test_a_body_may_be_longer_than_headers(line: Line) -> None:
    body = b"a" * (2 * patience.LARGEST_HEAD)
    line[1].write(b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    assert b"204" in await line[0].readuntil(b"\r\n\r\n")


async def test_a_connection_may_rest_between_two_requests(line: Line) -> None:
    line[1].write(REQUEST)
    assert b"204" in await line[0].readuntil(b"\r\n\r\n")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.4):
            await line[0].read()
    line[1].write(REQUEST)
    assert b"204" in await line[0].readuntil(b"\r\n\r\n")
