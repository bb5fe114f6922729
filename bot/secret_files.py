"""Settings whose value lies in a file: what Docker and systemd hand to a program as secrets.

`SLACK_BOT_TOKEN_FILE=/run/secrets/bot_token` stands for `SLACK_BOT_TOKEN` with what the file holds. With
systemd's `LoadCredential=bot_token:...` the path is `%d/bot_token`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SUFFIX = "_FILE"
FROM_FILES = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "HELPDESK_DATABASE")
NAMES = tuple(name + SUFFIX for name in FROM_FILES)
LARGEST = 4096
"""Characters; a longer file is no secret of ours."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A value that could not be had from its file. `name` is the setting that wants it."""

    name: str
    what: str
    advice: str


def paths(given: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    """The settings that name a file, each with its path."""
    for name in FROM_FILES:
        if path := given.get(name + SUFFIX, "").strip():
            yield name, Path(path)


def read(given: Mapping[str, str]) -> tuple[dict[str, str], list[Unread]]:
    """The values that the named files hold, and what is wrong with the other files."""
    values: dict[str, str] = {}
    unread: list[Unread] = []
    for name, path in paths(given):
        if given.get(name):
            what = f"{name} and {name}{SUFFIX} are both set."
            unread.append(Unread(name, what, "Keep one of the two."))
            continue
        found = _content(name, path)
        if isinstance(found, Unread):
            unread.append(found)
        else:
            values[name] = found
    return values, unread


def _content(name: str, path: Path) -> str | Unread:
    """What a file holds, without the line break at its end."""
    named = f"{name}{SUFFIX} names {path}"
    try:
        if path.exists() and not path.is_file():
            return Unread(name, f"{named}, which is no file.", "Name a file that has the value alone in it.")
        with path.open(encoding="utf-8") as file:
            text = file.read(LARGEST + 1)
    except OSError as error:
        advice = "Name a file that is there and that this user may read."
        return Unread(name, f"{named}, which cannot be read: {error.strerror}.", advice)
    except UnicodeDecodeError:
        return Unread(name, f"{named}, which is no text.", "Write the value alone into it.")
    if len(text) > LARGEST:
        return Unread(name, f"{named}, which is too long for a secret.", "Write the value alone into it.")
    value = text.rstrip("\r\n")
    return value or Unread(name, f"{named}, which is empty.", "Write the value into it.")
