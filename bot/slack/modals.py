"""Modals: forms opened for whoever just acted, shown anew, and answered when they are handed in."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.service.forms import Form
from bot.service.incoming import Ack
from bot.slack.calls import answered
from bot.slack.forms import errors, view
from bot.slack.wire import Json, inner, text_of


class Modals:
    """Opens forms by trigger id, which Slack takes for three seconds."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def show(self, body: Json, form: Form) -> None:
        """Show a form to whoever acted: in place of the one they are in, else as a new one.

        Raises TryLater, Refused or OutcomeUnknown; nothing of ours depends on its success.
        """
        seen = inner(body, "view")
        if text_of(seen, "type") == "modal":
            call = self._client.views_update(
                view_id=text_of(seen, "id"), hash=text_of(seen, "hash"), view=view(form)
            )
        else:
            call = self._client.views_open(trigger_id=text_of(body, "trigger_id"), view=view(form))
        await answered(call)


def answer_of(body: Json, done: Ack, title: str) -> Json:
    """What Slack is told when a form was handed in: what is wrong with it, what follows, or nothing.

    Told nothing, Slack closes the modal. A sentence for whoever handed it in is shown there, under `title`.
    """
    if wrong := errors(body, done.errors):
        return {"response_action": "errors", "errors": wrong}
    form = done.form or (Form("read", title, lines=(done.text,)) if done.text else None)
    return {"response_action": "update", "view": view(form)} if form else {}
