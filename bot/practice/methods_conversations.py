"""The `conversations.*` methods, and `users.conversations`."""

from bot.practice.arguments import Arguments
from bot.practice.channels import Channel, Span
from bot.practice.clock import microseconds
from bot.practice.messages import StoredMessage
from bot.practice.method import FAMILIES, Method, find_channel, joined_channel
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json
from bot.practice.world import World

MOST = 999
"""The most that one call gives (docs.slack.dev, conversations.history)."""
TYPES = {"im": "im", "private_channel": "private", "public_channel": "public"}


def open_conversation(world: World, arguments: Arguments) -> Json:
    """`conversations.open`, for one person or for a direct message's id."""
    if arguments.has("channel"):
        return {"ok": True, "channel": {"id": find_channel(world, arguments.text("channel")).id}}
    people = [one for one in arguments.text("users").split(",") if one]
    if not people:
        raise SlackRefusal("users_list_not_supplied")
    if len(people) > 1:
        raise SlackRefusal("method_not_supported_for_channel_type")
    person = world.workspace.people.get(people[0])
    if person is None:
        raise SlackRefusal("user_not_found")
    if person.is_bot:
        raise SlackRefusal("cannot_dm_bot")
    already = world.workspace.has_direct_channel(person.id)
    channel = world.workspace.direct_channel(person.id)
    told = channel.as_slack() if arguments.flag("return_im") else {"id": channel.id}
    seen = {"no_op": True, "already_open": True} if already else {}
    return {"ok": True, **seen, "channel": told}


def info(world: World, arguments: Arguments) -> Json:
    """`conversations.info`."""
    channel = find_channel(world, arguments.text("channel"))
    told = channel.as_slack() | {"is_member": world.app.person in channel.members}
    if channel.kind == "im":
        told["user"] = world.workspace.partner(channel)
    return {"ok": True, "channel": told}


def members(world: World, arguments: Arguments) -> Json:
    """`conversations.members`, in pages."""
    channel = find_channel(world, arguments.text("channel"))
    limit = arguments.number("limit", 100, 1000)
    start = _cursor(arguments)
    page = channel.members[start : start + limit]
    more = start + limit < len(channel.members)
    return {"ok": True, "members": page, **_next_page(start + limit if more else 0)}


def history(world: World, arguments: Arguments) -> Json:
    """`conversations.history`: newest first, without what stands in threads alone."""
    channel = joined_channel(world, arguments.text("channel"))
    limit = arguments.number("limit", 100, MOST)
    span = _span(arguments)
    before = _cursor(arguments)
    if before:
        span = Span(span.oldest, before - 1, inclusive=True) if span.inclusive else Span(span.oldest, before)
    found, more = channel.newest_first(span, limit)
    following = microseconds(found[-1].ts) if more else 0
    return {
        "ok": True,
        "messages": _told(world, arguments, found),
        "has_more": more,
        "pin_count": 0,
        **_next_page(following),
    }


def replies(world: World, arguments: Arguments) -> Json:
    """`conversations.replies`: the parent, then its replies, oldest first."""
    channel = joined_channel(world, arguments.text("channel"))
    thread = channel.thread(arguments.needed("ts"))
    if not thread:
        raise SlackRefusal("thread_not_found")
    limit = arguments.number("limit", MOST, 1000)
    span = _span(arguments)
    parent, following = thread[0], [one for one in thread[1:] if _within(span, one)]
    start = _cursor(arguments)
    page = following[start : start + limit]
    more = start + limit < len(following)
    return {
        "ok": True,
        "messages": _told(world, arguments, [parent, *page]),
        "has_more": more,
        **_next_page(start + limit if more else 0),
    }


def of_person(world: World, arguments: Arguments) -> Json:
    """`users.conversations`: the channels that the app, or `user`, is in."""
    kinds = [one.strip() for one in (arguments.text("types") or "public_channel").split(",")]
    person = arguments.text("user") or world.app.person
    found: list[Json] = []
    for kind in kinds:
        if kind not in TYPES:
            raise SlackRefusal("invalid_types")
        _need_scope(world, f"{FAMILIES[TYPES[kind]]}:read")
        found += [one.as_slack() for one in _with(world, person) if one.kind == TYPES[kind]]
    return {"ok": True, "channels": found, **_next_page(0)}


def _need_scope(world: World, scope: str) -> None:
    if scope not in world.app.scopes:
        provided = ",".join(sorted(world.app.scopes))
        raise SlackRefusal("missing_scope", needed=scope, provided=provided)


def _with(world: World, person: str) -> list[Channel]:
    return [one for one in world.workspace.channels.values() if person in one.members]


def _told(world: World, arguments: Arguments, messages: list[StoredMessage]) -> list[Json]:
    asked = arguments.flag("include_all_metadata")
    return [one.as_slack(asked and not world.faults.no_metadata) for one in messages]


def _span(arguments: Arguments) -> Span:
    try:
        oldest = microseconds(arguments.text("oldest") or "0")
        latest = arguments.text("latest")
        end = microseconds(latest) if latest and latest != "now" else None
    except ValueError:
        wrong = "invalid_ts_oldest" if arguments.has("oldest") else "invalid_ts_latest"
        raise SlackRefusal(wrong) from None
    return Span(oldest, end, arguments.flag("inclusive"))


def _within(span: Span, message: StoredMessage) -> bool:
    at = microseconds(message.ts)
    latest = span.latest
    if span.inclusive:
        return span.oldest <= at and (latest is None or at <= latest)
    return span.oldest < at and (latest is None or at < latest)


def _cursor(arguments: Arguments) -> int:
    written = arguments.text("cursor")
    if not written:
        return 0
    if not written.removeprefix("next:").isdecimal():
        raise SlackRefusal("invalid_cursor")
    return int(written.removeprefix("next:"))


def _next_page(place: int) -> Json:
    return {"response_metadata": {"next_cursor": f"next:{place}" if place else ""}}


METHODS = {
    "conversations.open": Method(open_conversation, "im:write"),
    "conversations.info": Method(info, "*:read"),
    "conversations.members": Method(members, "*:read"),
    "conversations.history": Method(history, "*:history"),
    "conversations.replies": Method(replies, "*:history"),
    "users.conversations": Method(of_person),
}
