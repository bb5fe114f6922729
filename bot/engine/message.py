"""One thing a person did, as the conversation sees it: no surface, no names, no secrets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed. `conversation` is the id its message belonged to; empty at a terminal.

    The question `do` stands for the buttons that are no answers: restart, person, worked, stuck, go_on ...
    """

    question: str
    answer: str
    conversation: str = ""
    flow: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """A text, a press or a command; `at` is its time in microseconds since 1970 (Slack's ts).

    `command` is the word after the slash command (`start` when there was none).
    `secrets` names what was removed from the text before it came here.
    """

    at: int
    text: str = ""
    press: Press | None = None
    command: str = ""
    secrets: tuple[str, ...] = ()


DO = "do"
