"""The arguments of one Web API call, read as Slack reads them."""

from dataclasses import dataclass

from aiohttp import web

from bot.practice.refusal import SlackRefusal, refused_arguments
from bot.practice.shapes import Json, read_json


@dataclass(frozen=True, slots=True)
class Arguments:
    """What was asked, and with which token. Values are strings in a form, anything in JSON."""

    values: Json
    token: str = ""

    def has(self, name: str) -> bool:
        """True when the argument was given."""
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        """A text argument; empty when it was not given."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def needed(self, name: str) -> str:
        """A text argument that must be given. Raises `SlackRefusal`: `invalid_arguments`."""
        found = self.text(name)
        if not found:
            raise refused_arguments(f"missing required field: {name}")
        return found

    def flag(self, name: str) -> bool:
        """A yes-or-no argument; forms say `1` or `true`."""
        return str(self.values.get(name, "")).lower() in ("1", "true")

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`. Raises `SlackRefusal`: `invalid_limit`."""
        written = self.text(name)
        if not written:
            return default
        if not written.isdecimal() or not 1 <= int(written) <= most:
            raise SlackRefusal("invalid_limit")
        return int(written)

    def structure(self, name: str, error: str) -> object:
        """An argument that holds JSON. Raises `SlackRefusal` with `error` when it does not."""
        value = self.values.get(name)
        if isinstance(value, str):
            if value == "":
                return None
            value = read_json(value)
            if value is None:
                raise SlackRefusal(error)
        return value


async def read_arguments(request: web.Request) -> Arguments:
    """The arguments in query, form or JSON body, and the token.

    A token in a JSON body is not seen, as in Slack. Raises `SlackRefusal`: `invalid_json` or
    `json_not_object`.
    """
    values: Json = dict(request.query)
    if request.content_type == "application/json":
        values.update(await _json_body(request))
        token = request.query.get("token", "")
    else:
        values.update({name: str(value) for name, value in (await request.post()).items()})
        token = str(values.get("token", ""))
    values.pop("token", None)
    bearer = request.headers.get("Authorization", "")
    if bearer.startswith("Bearer "):
        token = bearer.removeprefix("Bearer ").strip()
    return Arguments(values, token)


async def _json_body(request: web.Request) -> Json:
    text = await request.text()
    if not text:
        return {}
    body = read_json(text)
    if body is None:
        raise SlackRefusal("invalid_json")
    if not isinstance(body, dict):
        raise SlackRefusal("json_not_object")
    return body
