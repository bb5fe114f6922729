"""The `views.*` methods."""

from bot.practice.arguments import Arguments
from bot.practice.method import Method
from bot.practice.refusal import SlackRefusal, refused_arguments
from bot.practice.shapes import Json
from bot.practice.views import StoredView, check_view
from bot.practice.world import World


def open_view(world: World, arguments: Arguments) -> Json:
    """`views.open`: uses its trigger id up."""
    content = _content(arguments)
    check_view(content, "modal")
    person = world.triggers.use(arguments.needed("trigger_id"))
    return _told(world, world.views.open(person, content))


def push_view(world: World, arguments: Arguments) -> Json:
    """`views.push`: one more modal on top."""
    content = _content(arguments)
    check_view(content, "modal")
    person = world.triggers.use(arguments.needed("trigger_id"))
    return _told(world, world.views.push(person, content))


def update_view(world: World, arguments: Arguments) -> Json:
    """`views.update`, by `view_id` or `external_id`."""
    if not (arguments.has("view_id") or arguments.has("external_id")):
        raise refused_arguments("missing required field: view_id")
    view = world.views.find(arguments.text("view_id"), arguments.text("external_id"))
    changed = world.views.update(view, _content(arguments), arguments.text("hash"))
    return _told(world, changed)


def publish_view(world: World, arguments: Arguments) -> Json:
    """`views.publish`: what a person sees on the App Home."""
    person = arguments.needed("user_id")
    if person not in world.workspace.people:
        raise SlackRefusal("user_not_found")
    return _told(world, world.views.publish(person, _content(arguments), arguments.text("hash")))


def _content(arguments: Arguments) -> Json:
    content = arguments.structure("view", "invalid_arguments")
    if not isinstance(content, dict):
        raise refused_arguments("missing required field: view")
    return content


def _told(world: World, view: StoredView) -> Json:
    return {"ok": True, "view": view_as_slack(world, view)}


def view_as_slack(world: World, view: StoredView) -> Json:
    """The view object, in answers and in interactions."""
    return view.as_slack(world.workspace.team, world.app.app_id, world.app.bot_id)


METHODS = {
    "views.open": Method(open_view),
    "views.push": Method(push_view),
    "views.update": Method(update_view),
    "views.publish": Method(publish_view),
}
