"""`helpdesk chat`: the conversation at a terminal, or in JSON Lines for another program."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import DEFAULT_COURT, AsJson, Court, Flows, Today

if TYPE_CHECKING:
    from bot.cli.talk import Talk


def chat(
    court: Court = DEFAULT_COURT,
    flow: Annotated[
        str | None, typer.Option("--flow", help="The flow to talk in; else the court's own.")
    ] = None,
    today: Today = None,
    flows: Flows = None,
    as_json: AsJson = False,
) -> None:
    """Talk with the help desk here: no Slack, no database. Type, or give the number of an answer.

    With --json each line of standard input is {"text": "..."} or {"press": {"question": "...", "answer":
    "..."}}, and each turn is answered by one line of JSON. The end of the input ends the talk.
    """
    from bot.cli.opened import flow_of, moment, open_book
    from bot.cli.talk import Talk
    from bot.engine.examples import in_flow

    book = open_book(flows, court)
    if flow is not None:
        book = in_flow(book, flow_of(book, flow))
    talk = Talk(book, lambda: moment(book.court, today))
    if as_json:
        _in_lines(talk)
    else:
        _with_a_person(talk)


def _in_lines(talk: "Talk") -> None:
    from bot.cli.chat_lines import answered

    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in answered(talk, sys.stdin):
        print(line, flush=True)


def _with_a_person(talk: "Talk") -> None:
    from rich.console import Console

    from bot.cli.chat_person import converse

    converse(talk, Console(highlight=False, emoji=False), lambda: input("> "))
