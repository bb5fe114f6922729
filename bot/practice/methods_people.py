"""`api.test`, `auth.test`, `apps.connections.open`, `bots.info`, `users.info`, `usergroups.users.list`."""

from bot.practice.arguments import Arguments
from bot.practice.method import Method
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json
from bot.practice.world import World


def api_test(world: World, arguments: Arguments) -> Json:
    """`api.test`: says back what it was told."""
    if arguments.has("error"):
        raise SlackRefusal(arguments.text("error"), args=arguments.values)
    return {"ok": True, "args": arguments.values}


def auth_test(world: World, arguments: Arguments) -> Json:
    """`auth.test`: whose token this is."""
    return {
        "ok": True,
        "url": world.app.workspace_url or world.url + "/",
        "team": "Practice",
        "team_id": world.workspace.team,
        "user": world.app.name,
        "user_id": world.app.person,
        "bot_id": world.app.bot_id,
        "is_enterprise_install": False,
    }


def open_connection(world: World, arguments: Arguments) -> Json:
    """`apps.connections.open`: an address for one Socket Mode connection."""
    if not world.app.socket_mode:
        raise SlackRefusal("forbidden_team")
    pass_ = world.postman.sockets.ticket()
    address = world.url.replace("http://", "ws://", 1)
    return {"ok": True, "url": f"{address}/link/?ticket={pass_}&app_id={world.app.app_id}"}


def bot_info(world: World, arguments: Arguments) -> Json:
    """`bots.info`: which app a bot is of."""
    app = world.app
    if arguments.text("bot") != app.bot_id:
        raise SlackRefusal("bot_not_found")
    told = {"id": app.bot_id, "deleted": False, "name": app.name, "app_id": app.app_id, "user_id": app.person}
    return {"ok": True, "bot": told}


def user_info(world: World, arguments: Arguments) -> Json:
    """`users.info`."""
    person = world.workspace.people.get(arguments.text("user"))
    if person is None:
        raise SlackRefusal("user_not_found")
    with_locale = arguments.flag("include_locale")
    return {"ok": True, "user": person.as_slack(world.workspace.team, with_locale)}


def group_members(world: World, arguments: Arguments) -> Json:
    """`usergroups.users.list`."""
    group = world.workspace.groups.get(arguments.needed("usergroup"))
    if group is None:
        raise SlackRefusal("no_such_subteam")
    return {"ok": True, "users": group}


METHODS = {
    "api.test": Method(api_test, token="any"),
    "auth.test": Method(auth_test),
    "apps.connections.open": Method(open_connection, "connections:write", token="app"),
    "bots.info": Method(bot_info, "users:read"),
    "users.info": Method(user_info, "users:read"),
    "usergroups.users.list": Method(group_members, "usergroups:read"),
}
