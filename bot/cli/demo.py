"""`helpdesk demo`: the practice Slack with its page, and the bot in it, on this machine alone."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from bot.cli.options import AsJson, Flows

DEFAULT_PORT = 8088

Port = Annotated[
    int, typer.Option("--port", min=0, max=65_535, help="The page's port; 0 takes any free one.")
]
Mode = Annotated[Literal["socket", "http"], typer.Option("--mode", help="How the bot is connected.")]
Court = Annotated[str, typer.Option("--court", help="The court's id; else the example court.", metavar="ID")]
Database = Annotated[
    Path | None, typer.Option("--database", help="Keep the data in this file; else it is thrown away.")
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in a browser.")]


def demo(  # noqa: PLR0913 - one argument for each option of the command line
    port: Port = DEFAULT_PORT,
    mode: Mode = "socket",
    court: Court = "",
    flows: Flows = None,
    database: Database = None,
    open_page: Open = False,
    as_json: AsJson = False,
) -> None:
    """Try the bot in a Slack of its own: no account, no internet. Ctrl-C ends it.

    Prints one line when ready: the page's address, or with --json {"url": "..."}. A filer and a member of
    staff stand side by side in the page; the bot behind it is the one that `helpdesk serve` runs.
    """
    import asyncio

    from bot.cli.demo_run import Demo, run
    from bot.logs import write_logs

    def ready(url: str) -> None:
        _tell(url, as_json)
        if open_page:
            _show(url)

    write_logs("WARNING")
    asyncio.run(run(Demo(port, mode, court, flows, database), ready))


def _tell(url: str, as_json: bool) -> None:
    import json

    print(json.dumps({"url": url}) if as_json else f"Open {url}  (Ctrl-C ends it)", flush=True)


def _show(url: str) -> None:
    import webbrowser

    webbrowser.open(url)
