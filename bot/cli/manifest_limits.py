"""What Slack takes in a manifest, so that a court hears of it here and not at Slack's page.

Source: docs.slack.dev/reference/app-manifest; the least length of the long description is the one its
page of settings asks for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.cli.manifest_made import Manifest
from bot.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Length:
    """How many characters a text, or how many items a list, may have."""

    place: str
    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """How a text must be written, as a pattern and in words."""

    place: str
    pattern: str
    words: str


LENGTHS = (
    Length("display_information.name", 35),
    Length("display_information.description", 140),
    Length("display_information.long_description", 4000, 174),
    Length("features.bot_user.display_name", 80),
    Length("features.slash_commands", 50),
    Length("features.slash_commands.command", 32, 2),
    Length("features.slash_commands.description", 2000),
    Length("features.slash_commands.usage_hint", 1000),
    Length("oauth_config.scopes.bot", 255),
    Length("settings.event_subscriptions.bot_events", 100),
)
NAME = "display_information.name"
HTTPS = r"https://[a-z0-9.-]+(?::\d+)?/[!-~]+"
AN_ADDRESS = "an address that begins with https://"
FORMS = (
    Form("display_information.background_color", r"#(?:[0-9a-fA-F]{3}){1,2}", "a colour such as #1b2a49"),
    Form(
        "features.bot_user.display_name",
        r"[a-z0-9_.-]+",
        "small letters, numbers, hyphens, dots or underlines",
    ),
    Form("features.slash_commands.command", r"/[a-z0-9_-]+", "a slash and one word in small letters"),
    Form("features.slash_commands.url", HTTPS, AN_ADDRESS),
    Form("settings.event_subscriptions.request_url", HTTPS, AN_ADDRESS),
    Form("settings.interactivity.request_url", HTTPS, AN_ADDRESS),
)


def refuse_what_slack_refuses(made: Manifest) -> None:
    """Raises SettingsError with a line for each thing that Slack would not take."""
    faults = [*_of_length(made), *_of_form(made), *_of_name(made)]
    if faults:
        raise SettingsError("\n".join(["Slack would not take this app.", *faults]))


def _of_length(made: Manifest) -> Iterator[str]:
    for limit in LENGTHS:
        for value in _at(made, limit.place):
            size, what = len(value), "items" if isinstance(value, list) else "characters"
            if size > limit.most:
                yield f"{limit.place} has {size} {what}; Slack takes {limit.most} at most."
            if size < limit.least:
                yield f"{limit.place} has {size} {what}; Slack asks for {limit.least} at least."


def _of_form(made: Manifest) -> Iterator[str]:
    for form in FORMS:
        for value in _at(made, form.place):
            if not re.fullmatch(form.pattern, str(value)):
                yield f"{form.place} is {str(value)!r}. Write {form.words}."


def _of_name(made: Manifest) -> Iterator[str]:
    """A name is the one free text: a line break or a control character in it would end a line of the YAML."""
    for name in map(str, _at(made, NAME)):
        if not name.isprintable() or name != name.strip():
            yield f"{NAME} is {name!r}. Leave out line breaks, and blanks around it."


def _at(made: object, place: str) -> Iterator[str | list[object]]:
    """What stands at a place such as `features.slash_commands.command`; of a list, in each of its items."""
    name, _, rest = place.partition(".")
    if isinstance(made, list):
        for item in made:
            yield from _at(item, place)
    elif isinstance(made, dict) and name in made:
        found = made[name]
        if rest:
            yield from _at(found, rest)
        elif isinstance(found, str | list):
            yield found
