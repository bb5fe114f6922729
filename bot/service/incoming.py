"""What reaches the desk from a surface: already read, and already free of secrets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from bot.engine.message import Message
from bot.engine.ticks import Tick
from bot.service.forms import Form


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
    know. `is_staff` is true where a member of staff asks for help or is on App Home, who then reads more.
    `in_home` is true for what happens on App Home, which is then shown anew; `tick` is the box of the
    checklist that was ticked there.
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
    """A button of a case card. `staff` is a Slack id; `name` is what the filer will be told.

    `act` is what the button carries, which may be a word of an older or a forged one. `in_home` is true for
    a button on App Home, which has no channel.
    """

    keys: tuple[str, ...]
    staff: str
    name: str
    case: str
    act: str
    channel: str
    pressed_at: str = ""
    response_url: str = ""
    in_home: bool = False


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


@dataclass(frozen=True, slots=True)
class StaffMessage:
    """Something written in a thread of the staff channel, changed or deleted there.

    `thread` is the ts of the card above it, `ts` that of the message itself, `at` when this happened, in
    microseconds since 1970. `text` is free of secrets, `secrets` the kinds that were removed. `files` is true
    where something was attached.
    """

    keys: tuple[str, ...]
    staff: str
    name: str
    channel: str
    thread: str
    ts: str
    how: Literal["said", "edited", "deleted"]
    at: int
    text: str = ""
    secrets: tuple[str, ...] = ()
    files: bool = False


@dataclass(frozen=True, slots=True)
class StaffForm:
    """A form that a member of staff handed in; `form`, `case` and `carried` as in `Form`.

    `values` are texts free of secrets and chosen values, by question. `colleagues` are the names, by id, of
    those people chosen in it who are staff. `view` names the modal, so that one is handed in once.
    `is_asking` is true while the form is only to be shown anew, see `Field.asks`.
    """

    keys: tuple[str, ...]
    staff: str
    name: str
    form: str
    values: Mapping[str, str]
    case: str = ""
    carried: str = ""
    view: str = ""
    is_asking: bool = False
    colleagues: Mapping[str, str] = field(default_factory=dict)


FromStaff: TypeAlias = StaffPress | StaffCommand | StaffMessage | StaffForm
"""What only a member of staff may do."""


@dataclass(frozen=True, slots=True)
class Ack:
    """What the surface answers at once, only to the person who acted; empty: nothing.

    `form` is shown to them; `errors` are sentences for questions of the form they handed in, which then
    stays. Where `text` has an @ and the id of one of `people`, a surface may show the name.
    """

    text: str = ""
    people: tuple[str, ...] = ()
    form: Form | None = None
    errors: Mapping[str, str] = field(default_factory=dict)


def as_form(ack: Ack, title: str) -> Ack:
    """The sentence as a form to be read, for where there is nothing to tell it under."""
    return Ack(form=Form("read", title, lines=(ack.text,))) if ack.text else ack
