"""Waiting for something to become true: no longer than needed, and never for luck."""

import asyncio
from collections.abc import Awaitable, Callable
from inspect import isawaitable

LONGEST = 15.0
STEP = 0.01


async def until(
    is_true: Callable[[], object | Awaitable[object]], what: str = "", seconds: float = LONGEST
) -> None:
    """Return as soon as it is true. Fails the test when it has not become so in time."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while True:
        found = is_true()
        if await found if isawaitable(found) else found:
            return
        assert loop.time() < end, f"it never happened: {what or is_true}"
        await asyncio.sleep(STEP)
