"""`python -m bot.practice`: the practice Slack as a process of its own."""

import argparse
import asyncio
import json
import signal
import sys

from bot.practice.server import PracticeSlack
from bot.practice.settings import PracticeSettings


def read_settings(arguments: list[str]) -> tuple[PracticeSettings, bool]:
    """The settings that the command line asks for, and whether to speak JSON."""
    parser = argparse.ArgumentParser(prog="python -m bot.practice", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--json", action="store_true", help="say the URLs as one JSON line")
    parser.add_argument("--socket-mode", action="store_true")
    parser.add_argument("--request-url", default="", help="where events go over HTTP")
    parser.add_argument("--ack-seconds", type=float, default=3.0)
    parser.add_argument("--retry-scale", type=float, default=1.0)
    parser.add_argument("--no-echo", dest="echo", action="store_false")
    parser.add_argument("--settings", type=json.loads, default={}, help="any setting, as JSON")
    given = vars(parser.parse_args(arguments))
    more, as_json = given.pop("settings"), given.pop("json")
    for name in ("scopes", "retry_delays"):
        if name in more:
            more[name] = tuple(more[name])
    return PracticeSettings(**{**given, **more}), as_json


async def serve(settings: PracticeSettings, as_json: bool) -> None:
    """Answer until the process is told to end."""
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, ended.set)
    async with PracticeSlack(settings) as slack:
        about = slack.about()
        told = json.dumps(about) if as_json else "\n".join(f"{k}: {v}" for k, v in about.items())
        sys.stdout.write(told + "\n")
        sys.stdout.flush()
        await ended.wait()


if __name__ == "__main__":
    asyncio.run(serve(*read_settings(sys.argv[1:])))
