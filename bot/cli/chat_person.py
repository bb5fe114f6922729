"""A conversation with a person at a terminal: typed words, numbers for answers, Ctrl-D to end."""

import re
from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from bot.cli.talk import Talk, said
from bot.engine.outcome import Turn

_BOLD = re.compile(r"\*([^*\n]+)\*")


def converse(talk: Talk, console: Console, ask: Callable[[], str]) -> None:
    """Greet, then answer what `ask` gives, until it raises EOFError or the talk is over."""
    _show(console, talk.begin())
    while not talk.conversation.ended:
        try:
            text = ask()
        except EOFError:
            console.print()
            return
        _show(console, talk.say(text))


def bold(text: str) -> Text:
    """Text whose *words between asterisks* are bold instead."""
    dressed = Text()
    place = 0
    for found in _BOLD.finditer(text):
        dressed.append(text[place : found.start()]).append(found[1], style="bold")
        place = found.end()
    return dressed.append(text[place:])


def _show(console: Console, turn: Turn) -> None:
    console.print()
    console.print(bold(said(turn)))
    console.print()
