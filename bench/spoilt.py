"""The real bot with one part taken out, to show that the crash test sees what is missing.

`python -m bench.spoilt without-look-up` or `ack-first`. No setting of the product does either: it is changed
here, in this process, before it serves.
"""

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import bot.slack.app
from bench.serving import serve_with
from bot.service.habits import USUAL, Habits
from bot.slack.app import SlackApp

WORK_SECONDS = 0.1
"""How long the work of a listener takes that has acknowledged first, as with a slow database."""


def without_look_up() -> None:
    """A message of unknown fate is taken for absent: the sender posts it once more, and asks nobody."""
    serve_with(Habits(look_up=False))


def ack_first() -> None:
    """Bolt as it comes: it acknowledges an event, and only then does the listener begin its work."""
    module: Any = bot.slack.app
    module.AsyncApp = partial(_as_it_comes, module.AsyncApp)
    keep = SlackApp._on_event

    async def keep_later(self: SlackApp, body: dict[str, Any], ack: Any) -> None:
        await asyncio.sleep(WORK_SECONDS)
        await keep(self, body, ack)

    SlackApp._on_event = keep_later  # type: ignore[method-assign]
    serve_with(USUAL)


def _as_it_comes(bolt: Callable[..., Any], **options: Any) -> Any:
    return bolt(**{**options, "process_before_response": False})


SPOILINGS = {"without-look-up": without_look_up, "ack-first": ack_first}

if __name__ == "__main__":
    SPOILINGS[sys.argv[1]]()
