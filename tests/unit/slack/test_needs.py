"""The table of needs and the code: what is asked for is used, and what is used is asked for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk.web import async_client

from bot.cli.manifest_made import Chosen, make
from bot.settings import Settings
from bot.slack import inbound
from bot.slack.dropped import Dropped
from bot.slack.needs import APP_SCOPES, COMMAND, EVENTS, GROUP_SCOPE, SCOPES, names, scopes
from tests.unit.slack.bodies import event

OURS = Path(inbound.__file__).parent
DIRECT, PRIVATE = "im", "groups"
"""The two kinds of channel that the bot is in; a scope for others would be more than it needs."""

METHODS = {
    "apps.connections.open": {"connections:write"},
    "auth.test": set[str](),
    "bots.info": {"users:read"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": {f"{DIRECT}:history", f"{PRIVATE}:history"},
    "conversations.info": {f"{PRIVATE}:read"},
    "conversations.members": {f"{PRIVATE}:read"},
    "conversations.open": {f"{DIRECT}:write"},
    "conversations.replies": {f"{DIRECT}:history", f"{PRIVATE}:history"},
    "usergroups.users.list": {"usergroups:read"},
    "users.info": {"users:read"},
    "views.open": set[str](),
    "views.publish": set[str](),
    "views.update": set[str](),
}
"""The scopes of each method that the bot calls, as docs.slack.dev/reference/methods/<method> names them."""

EVENT_SCOPES = {
    "app_home_opened": set[str](),
    "message.im": {"im:history"},
    "message.groups": {"groups:history"},
}
"""The scopes of each event, as docs.slack.dev/reference/events/<event> names them."""

FEATURES = {"slash_commands": {"commands"}}
"""The scopes of what the app shows; docs.slack.dev/interactivity/implementing-slash-commands."""


def web_api() -> dict[str, str]:
    """The name of each of the SDK's functions in Slack's Web API: `chat_update` is `chat.update`."""
    source = Path(async_client.__file__).read_text(encoding="utf-8")
    named = re.findall(r"\n    async def (\w+)\(.*?self\.api_call\(\s*\"([\w.]+)\"", source, flags=re.DOTALL)
    return dict(named)


def parsed() -> Iterator[ast.AST]:
    """Every part of the code of `bot.slack`."""
    for file in sorted(OURS.glob("*.py")):
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def called() -> set[str]:
    """The methods of the Web API that the code calls."""
    known = web_api()
    return {
        known[part.func.attr]
        for part in parsed()
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in known
    }


def read_types() -> set[str]:
    """The types of events that `inbound` compares with before it reads one."""
    module = ast.parse(Path(inbound.__file__).read_text(encoding="utf-8"))
    (reader,) = (part for part in module.body if isinstance(part, ast.FunctionDef) and part.name == "_event")
    compared = (part for part in ast.walk(reader) if isinstance(part, ast.Compare))
    of_kind = (part for part in compared if isinstance(part.left, ast.Name) and part.left.id == "kind")
    constants = (one for part in of_kind for one in part.comparators if isinstance(one, ast.Constant))
    return {str(one.value) for one in constants}


def test_the_sdk_is_read_as_it_is_called() -> None:
    known = web_api()
    assert known["chat_postMessage"] == "chat.postMessage"
    assert known["apps_connections_open"] == "apps.connections.open"
    assert {"chat.postMessage", "auth.test"} <= called()


def test_every_method_that_is_called_has_its_scopes_in_this_test() -> None:
    assert called() <= set(METHODS)


def test_the_scopes_are_those_of_what_is_called_read_and_shown_and_no_more() -> None:
    features = make(Chosen())["features"]
    assert isinstance(features, dict)
    used = set[str]().union(
        *(METHODS[method] for method in called()),
        *(EVENT_SCOPES[name] for name in names(EVENTS)),
        *(needed for feature, needed in FEATURES.items() if features[feature]),
    )
    assert used == {*names(scopes(staff_group=True)), *names(APP_SCOPES)}


def test_the_members_of_user_groups_are_read_only_for_a_court_that_names_one() -> None:
    def asked(*, staff_group: bool) -> object:
        return make(Chosen(staff_group=staff_group))["oauth_config"]

    assert asked(staff_group=False) == {"scopes": {"bot": [*names(SCOPES)]}}
    assert asked(staff_group=True) == {"scopes": {"bot": sorted([*names(SCOPES), GROUP_SCOPE.name])}}


def test_the_events_are_those_that_are_read() -> None:
    assert {name.partition(".")[0] for name in names(EVENTS)} == read_types()


@pytest.mark.parametrize("name", names(EVENTS))
def test_an_event_that_is_subscribed_to_is_not_dropped(name: str) -> None:
    kind, _, channel = name.partition(".")
    body = event(type=kind, channel_type=channel.removesuffix("s"), tab="home", thread_ts="1700000000.000100")
    assert not isinstance(inbound.read(body, 0), Dropped)


def test_the_command_is_the_one_of_the_settings_and_is_read() -> None:
    assert Settings.model_fields["command"].default == COMMAND.name
    body = {"command": COMMAND.name, "text": "", "user_id": "UFILER001", "trigger_id": "1.2.a"}
    assert not isinstance(inbound.read(body, 0), Dropped)


@pytest.mark.parametrize("needs", [SCOPES, EVENTS], ids=["scopes", "events"])
def test_each_need_stands_once_in_order_and_says_why(needs: tuple[object, ...]) -> None:
    listed = [one for one in (*SCOPES, *EVENTS) if one in needs]
    assert [one.name for one in listed] == sorted({one.name for one in listed})
    assert all(one.why for one in listed)
