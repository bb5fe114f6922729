"""What an acknowledgement does: it may answer a command or steer a modal."""

from bot.practice.arguments import Arguments
from bot.practice.deliveries import Delivery
from bot.practice.posting import Words, post, read_words, whisper
from bot.practice.refusal import SlackRefusal
from bot.practice.shapes import Json, as_object
from bot.practice.views import StoredView
from bot.practice.world import World


def apply_acknowledgement(world: World, delivery: Delivery) -> None:
    """Do what the app's answer asks; `delivery.trouble` says why Slack would not.

    A command's answer becomes a message (to the person alone by default). A submitted modal
    closes, or follows its `response_action`. The answer to a press is ignored by Slack.
    """
    try:
        if delivery.kind == "command":
            _answer_command(world, delivery)
        elif delivery.body.get("type") == "view_submission":
            _answer_submission(world, delivery)
    except SlackRefusal as refusal:
        delivery.trouble = str(refusal.as_answer())


def _answer_command(world: World, delivery: Delivery) -> None:
    said = delivery.answer
    if not said:
        return
    body: Json = said if isinstance(said, dict) else {"text": said}
    words: Words = read_words(Arguments(body))
    channel = world.workspace.channel(str(delivery.body["channel_id"]))
    if body.get("response_type") == "in_channel":
        post(world, channel, words)
    else:
        whisper(world, channel, str(delivery.body["user_id"]), words)


def _answer_submission(world: World, delivery: Delivery) -> None:
    view = world.views.find(str(as_object(delivery.body.get("view")).get("id")))
    answer = as_object(delivery.answer)
    action = answer.get("response_action")
    if action == "errors":
        _check_errors(view, as_object(answer.get("errors")))
    elif action == "clear":
        world.views.clear(view.person)
    elif action == "update":
        world.views.update(view, as_object(answer.get("view")))
    elif action == "push":
        world.views.push(view.person, as_object(answer.get("view")))
    elif action is None:
        world.views.close(view)
    else:
        raise SlackRefusal("invalid_response_action")


def _check_errors(view: StoredView, errors: Json) -> None:
    inputs = {one.get("block_id") for one in view.content.get("blocks", [])}
    if not errors or not set(errors) <= inputs:
        raise SlackRefusal("invalid_response_action")
