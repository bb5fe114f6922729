"""Slack's bodies as what the desk understands, built from listed fields only; everything else is dropped.

Raw bodies, blocks and earlier texts never leave this module, and each text passes the guard before it is put
into a message.
"""

from bot.engine.acts import ACTS
from bot.engine.message import Message
from bot.service.incoming import FromStaff, Incoming, StaffCommand, StaffForm, StaffMessage, StaffPress
from bot.service.staff.commands import STAFF_WORDS
from bot.service.stamps import written_at
from bot.slack.button import press
from bot.slack.direct_message import message_event
from bot.slack.dropped import Dropped
from bot.slack.forms import carried, values
from bot.slack.home import tick_of
from bot.slack.limits import COMMAND_TEXT
from bot.slack.plain_text import with_ids
from bot.slack.thread_message import thread_message
from bot.slack.wire import Json, inner, is_person, text_of
from bot.slack.words import read_words

CASE = "case:"


def read(body: Json, received: int) -> Incoming | FromStaff | Dropped:
    """What this body says somebody did, or why it is none of our business.

    `received` is when it came, in microseconds since 1970; only a slash command, which names no time of its
    own, is dated by it.
    """
    if "command" in body:
        return _command(body, received)
    kind = text_of(body, "type")
    if kind == "event_callback":
        return _event(body)
    if kind == "block_actions":
        return _handed_in(body, is_asking=True) if carried(body) else _pressed(body)
    if kind == "view_submission":
        return _handed_in(body)
    return Dropped(kind or "unknown")


def _event(body: Json) -> Incoming | StaffMessage | Dropped:
    event, event_id = inner(body, "event"), text_of(body, "event_id")
    keys = (f"event:{event_id}",) if event_id else ()
    kind = text_of(event, "type")
    if kind == "message" and text_of(event, "channel_type") == "group":
        return thread_message(event, keys, text_of(body, "api_app_id"))
    if kind == "message":
        return message_event(event, keys, text_of(body, "api_app_id"))
    if kind == "app_home_opened":
        return _home(event, keys)
    return Dropped(kind or "event")


def _home(event: Json, keys: tuple[str, ...]) -> Incoming | Dropped:
    person, at = text_of(event, "user"), written_at(text_of(event, "event_ts"))
    if not is_person(person) or not keys:
        return Dropped("no person")
    if text_of(event, "tab") != "home":
        return Dropped("other tab")
    return Incoming(keys, person, "home", Message(at), in_home=True)


def _command(body: Json, received: int) -> Incoming | StaffCommand | Dropped:
    person, trigger = text_of(body, "user_id"), text_of(body, "trigger_id")
    if not is_person(person) or not trigger:
        return Dropped("no person")
    typed = text_of(body, "text")
    first, *rest = typed.split(None, 1) or [""]
    if first.casefold() in STAFF_WORDS:
        return _staff_command(body, first.casefold(), "".join(rest))
    words = read_words(typed[:COMMAND_TEXT])
    word = words.text.casefold()
    if not word:
        message = Message(received, command="start", secrets=words.found)
    elif word in ACTS:
        message = Message(received, command=word, secrets=words.found)
    else:
        message = Message(received, words.text, secrets=words.found)
    return Incoming((f"trigger:{trigger}",), person, "commanded", message)


def _pressed(body: Json) -> Incoming | StaffPress | Dropped:
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
    person, trigger = text_of(inner(body, "user"), "id"), text_of(body, "trigger_id")
    if not is_person(person) or not trigger or not action:
        return Dropped("no person")
    container = inner(body, "container")
    channel = text_of(inner(body, "channel"), "id") or text_of(container, "channel_id")
    pressed_at = text_of(container, "message_ts")
    pressed = press(action.get("value"))
    if pressed.question.startswith(CASE):
        return _staff_press(body, pressed.question.removeprefix(CASE), pressed.answer)
    at = written_at(text_of(action, "action_ts")) or written_at(pressed_at)
    keys, in_home = (f"trigger:{trigger}",), text_of(inner(body, "view"), "type") == "home"
    tick = tick_of(action) if in_home else None
    if tick is not None:
        return Incoming(keys, person, "ticked", Message(at), in_home=True, tick=tick)
    return Incoming(
        keys=keys,
        person=person,
        how="pressed",
        message=Message(at, press=pressed),
        in_home=in_home,
        channel=channel,
        thread=text_of(container, "thread_ts") or text_of(inner(body, "message"), "thread_ts"),
        pressed_at=pressed_at,
        response_url=text_of(body, "response_url"),
    )


def _staff_command(body: Json, word: str, rest: str) -> StaffCommand:
    staff = text_of(body, "user_id")
    rest = with_ids(rest) if STAFF_WORDS[word].takes_people else rest
    return StaffCommand(
        keys=(f"trigger:{text_of(body, 'trigger_id')}",),
        staff=staff,
        name=text_of(body, "user_name") or staff,
        word=word,
        rest=read_words(rest).text,
        channel=text_of(body, "channel_id"),
    )


def _handed_in(body: Json, *, is_asking: bool = False) -> StaffForm | Dropped:
    """A form of ours, handed in or asking to be shown anew."""
    person, trigger, kept = inner(body, "user"), text_of(body, "trigger_id"), carried(body)
    staff = text_of(person, "id")
    if not is_person(staff) or not trigger or not kept:
        return Dropped("no form of ours")
    return StaffForm(
        keys=(f"trigger:{trigger}",),
        staff=staff,
        name=text_of(person, "name") or staff,
        form=kept["form"],
        values=values(body),
        case=kept["case"],
        carried=kept["carried"],
        view=text_of(inner(body, "view"), "id"),
        is_asking=is_asking,
    )


def _staff_press(body: Json, case: str, act: str) -> StaffPress:
    person, container = inner(body, "user"), inner(body, "container")
    staff = text_of(person, "id")
    return StaffPress(
        keys=(f"trigger:{text_of(body, 'trigger_id')}",),
        staff=staff,
        name=text_of(person, "name") or text_of(person, "username") or staff,
        case=case,
        act=act,
        channel=text_of(inner(body, "channel"), "id") or text_of(container, "channel_id"),
        pressed_at=text_of(container, "message_ts"),
        response_url=text_of(body, "response_url"),
        in_home=text_of(inner(body, "view"), "type") == "home",
    )
