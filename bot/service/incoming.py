"""What reaches the desk from a surface: already read, and already free of secrets."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.engine.message import Message
from bot.engine.ticks import Tick


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that a filer did.

    `keys` are its identities for duplicate suppression (event id, channel and ts, trigger id): the thing is
    new only if none was seen. `message` is what the engine reads. `channel` and `thread` are where it
    happened, empty if unknown (a slash command typed elsewhere). For a press, `pressed_at` is the ts of the
    message with the button and `response_url` is where that message can be replaced. `how` is how it came:
    said, pressed, commanded, edited, deleted, unreadable (a file, a voice clip, a picture) or home. For an
    edit or a deletion, `pressed_at` is the ts of the message it is about, and `about` the key that message
    has in its own `keys`. A command is the word in `message.command`; without one it is a word we do not
    know. `is_staff` is true where a member of staff asks for help, who then reads more. `in_home` is true for
    what happens on App Home, which is then shown anew; `tick` is the box of the checklist that was ticked
    there.
    """

    keys: tuple[str, ...]
    person: str
    how: Literal["said", "pressed", "commanded", "edited", "deleted", "unreadable", "home", "ticked"]
    message: Message
    channel: str = ""
    thread: str = ""
    pressed_at: str = ""
    response_url: str = ""
    about: str = ""
    is_staff: bool = False
    in_home: bool = False
    tick: Tick | None = None


@dataclass(frozen=True, slots=True)
class StaffPress:
    """A button of a case card. `staff` is a Slack id; `name` is what the filer will be told."""

    keys: tuple[str, ...]
    staff: str
    name: str
    case: str
    act: Literal["claim", "close"]
    channel: str
    pressed_at: str = ""
    response_url: str = ""


@dataclass(frozen=True, slots=True)
class StaffCommand:
    """A word of the slash command that is for staff, and the rest of the line, free of secrets.

    `staff` is a Slack id, `name` what others will read; `channel` is where it was typed, empty if unknown.
    """

    keys: tuple[str, ...]
    staff: str
    name: str
    word: str
    rest: str = ""
    channel: str = ""


FromStaff: TypeAlias = StaffPress | StaffCommand
"""What only a member of staff may do."""


@dataclass(frozen=True, slots=True)
class Ack:
    """What the surface answers at once, only to the person who acted; empty: nothing."""

    text: str = ""
