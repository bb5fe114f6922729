"""What the program is told by its environment and by `.env`: one frozen object, checked when it is made."""

import os
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource

from bot import secret_files
from bot.errors import SettingsError
from bot.slack.tokens import APP, BOT, fault_of_signing_secret, fault_of_token

ADVICE = {
    "HELPDESK_MODE": "Write socket (no open port needed) or http.",
    "HELPDESK_CLOUD": "Write commercial, gov (GovSlack) or practice.",
    "HELPDESK_COURT": "Write a court's id, such as moeb: the name of its file in flows/courts.",
    "HELPDESK_DATABASE": "Write an address such as sqlite:///helpdesk.db.",
    "HELPDESK_STAFF_CHANNEL": "Write the channel's id (C...): in Slack, at the end of the channel's details.",
    "HELPDESK_COMMAND": "Write a slash and one word in small letters, such as /nextgen.",
    "HELPDESK_PORT": "Write a port number from 0 to 65535; 0 takes any free one.",
    "HEALTH_PORT": "Write a port number from 0 to 65535; 0 takes any free one, nothing switches it off.",
    "SLACK_BOT_TOKEN": "Copy the bot token (xoxb-...) from the app's page, OAuth & Permissions.",
    "SLACK_APP_TOKEN": "Copy the app-level token (xapp-..., scope connections:write) from Basic Information.",
    "SLACK_SIGNING_SECRET": "Copy the signing secret from the app's page, Basic Information.",
}
ELSE = "Look it up in .env.example."
ENV_FILE = ".env"
"""In the folder that the program is started in; a variable of the environment wins over its line."""


class Settings(BaseModel):
    """The settings of one process, which serves one court. Secrets do not show when it is printed.

    `practice_url` is the address of the practice Slack, for the cloud `practice` alone. `teams` are the ids
    of the workspaces served; empty means the one the token is of. `health_port` is None where health and
    figures are not wanted. `drain` is how many seconds a stop waits.
    """

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    court: str = Field(
        "moeb",
        alias="HELPDESK_COURT",
        pattern=r"^[a-z0-9_]{1,32}$",
        description="the court that this process serves: the name of its file in `flows/courts`",
    )
    flows: str = Field(
        "",
        alias="HELPDESK_FLOWS",
        description="the folder of the flow files; empty: `./flows`, else the copy that came with the "
        "program",
    )
    database: str = Field(
        "sqlite:///helpdesk.db",
        alias="HELPDESK_DATABASE",
        pattern=r"^[a-z+]+://",
        description="the address of the database file",
    )
    mode: Literal["socket", "http"] = Field(
        "socket",
        alias="HELPDESK_MODE",
        description="`socket`: the bot calls Slack, no open port; `http`: Slack calls `POST /slack/events`",
    )
    cloud: Literal["commercial", "gov", "practice"] = Field(
        "commercial",
        alias="HELPDESK_CLOUD",
        description="`commercial`, or `gov` for GovSlack; `practice` is for trying things out",
    )
    practice_url: str = Field(
        "",
        alias="HELPDESK_SLACK_URL",
        description="the address of the practice Slack, for the cloud `practice` alone",
    )
    bot_token: SecretStr = Field(
        SecretStr(""), alias="SLACK_BOT_TOKEN", description="the bot token, `xoxb-...`"
    )
    app_token: SecretStr = Field(
        SecretStr(""),
        alias="SLACK_APP_TOKEN",
        description="Socket Mode only: the app-level token, `xapp-...`",
    )
    signing_secret: SecretStr = Field(
        SecretStr(""), alias="SLACK_SIGNING_SECRET", description="HTTP only: the signing secret"
    )
    staff_channel: str = Field(
        "",
        alias="HELPDESK_STAFF_CHANNEL",
        pattern=r"^(?:[CG][A-Z0-9]{2,30})?$",
        description="the id (`C...`) of the private channel of the staff; empty: filers are told to call",
    )
    command: str = Field(
        "/nextgen", alias="HELPDESK_COMMAND", pattern=r"^/[a-z0-9_-]{1,31}$", description="the slash command"
    )
    teams: tuple[str, ...] = Field(
        (),
        alias="HELPDESK_TEAMS",
        description="ids of the workspaces served, with commas between; empty: the one the token is of",
    )
    host: str = Field("127.0.0.1", alias="HELPDESK_HOST", description="HTTP only: the address to listen on")
    port: int = Field(
        3000,
        alias="HELPDESK_PORT",
        ge=0,
        le=65_535,
        description="HTTP only: the port to listen on; 0: any free one",
    )
    health_host: str = Field(
        "127.0.0.1", alias="HEALTH_HOST", description="the address on which health and figures are told"
    )
    health_port: int | None = Field(
        8081,
        alias="HEALTH_PORT",
        ge=0,
        le=65_535,
        description="the port of health and figures; 0: any free one; empty: nowhere",
    )
    drain: float = Field(
        10.0,
        alias="HELPDESK_DRAIN_SECONDS",
        ge=0,
        le=60,
        description="how many seconds a stop waits for what is being done, 60 at most",
    )
    log_level: Literal["INFO", "WARNING", "ERROR"] = Field(
        "INFO", alias="HELPDESK_LOG_LEVEL", description="`INFO` (one line a turn), `WARNING` or `ERROR`"
    )

    @field_validator("teams", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """Ids with commas between them."""
        if isinstance(value, str):
            return tuple(one.strip() for one in value.split(",") if one.strip())
        return value

    @field_validator("health_port", mode="before")
    @classmethod
    def _wanted(cls, value: object) -> object:
        """Nothing written means that it is switched off."""
        return None if value == "" else value

    @field_validator("bot_token", "app_token", "signing_secret")
    @classmethod
    def _of_its_kind(cls, value: SecretStr, info: Any) -> SecretStr:
        """A secret in the wrong place is named by its kind."""
        secret = value.get_secret_value()
        if secret and (fault := _fault(str(info.field_name), secret)):
            raise ValueError(fault)
        return value


NAMES = frozenset({str(field.alias) for field in Settings.model_fields.values()} | {*secret_files.NAMES})


@dataclass(frozen=True, slots=True)
class Trouble:
    """One setting that is wrong or missing: its name, what is wrong in a sentence, and what to do."""

    name: str
    what: str
    advice: str

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.what} {self.advice}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. Where there are troubles, `settings` has its defaults in the place of what is wrong.

    `given` are the names and values as they were found, of the environment over those of `.env`; `file` are
    those of `.env` alone.
    """

    settings: Settings
    troubles: tuple[Trouble, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict, repr=False)
    file: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def wrong(self) -> frozenset[str]:
        """The names of the settings that are wrong or missing."""
        return frozenset(trouble.name for trouble in self.troubles)


def read_settings(values: Mapping[str, str] | None = None) -> Settings:
    """The settings from these values (names of variables), else from the environment and `.env`.

    Raises SettingsError that names each wrong variable, and what to write; never a value.
    """
    reading = look_up(values)
    if reading.troubles:
        raise SettingsError("\n".join(map(str, reading.troubles)))
    return reading.settings


def look_up(values: Mapping[str, str] | None = None, flows: Path | None = None) -> Reading:
    """The same, with what is wrong beside what could be read. `flows` takes the place of HELPDESK_FLOWS.

    A name that begins with HELPDESK_ and is none of ours is wrong too: a misspelt staff channel would leave
    staff out unnoticed.
    """
    file, unreadable = _of_the_file() if values is None else ({}, [])
    given = {**file, **os.environ} if values is None else dict(values)
    unknown = [name for name in sorted(given) if name.startswith("HELPDESK_") and name not in NAMES]
    found, unread = secret_files.read(given)
    wanted = {name: given[name] for name in given.keys() & NAMES} | found
    wanted |= {} if flows is None else {"HELPDESK_FLOWS": str(flows)}
    for one in unread:
        wanted.pop(one.name, None)
    settings, wrong = _made(wanted)
    bad = [*(Trouble(one.name, one.what, one.advice) for one in unread), *wrong]
    told = {one.name for one in bad}
    troubles = [
        *unreadable,
        *(Trouble(name, *_unknown(name)) for name in unknown),
        *bad,
        *(_trouble(name, "is missing") for name in _missing(settings, told) if name not in told),
    ]
    return Reading(settings, tuple(troubles), given, file)


def _of_the_file() -> tuple[dict[str, str], list[Trouble]]:
    """What `.env` sets, and what keeps it from being read. A pipe is not: nobody may ever write to it."""
    file = Path(ENV_FILE)
    try:
        if file.is_fifo() or file.is_dir():
            return {}, [Trouble(ENV_FILE, f"{ENV_FILE} is no file.", "Write a file, or take it away.")]
        read = DotEnvSettingsSource(BaseSettings, env_file=ENV_FILE, env_file_encoding="utf-8").env_vars
    except UnicodeDecodeError:
        return {}, [Trouble(ENV_FILE, f"{ENV_FILE} is no UTF-8 text.", "Save it again as UTF-8.")]
    except OSError as error:
        advice = "Let the user that runs the bot read it."
        return {}, [Trouble(ENV_FILE, f"{ENV_FILE} cannot be read: {error.strerror}.", advice)]
    return {name.upper(): value or "" for name, value in read.items()}, []


def _made(wanted: dict[str, str]) -> tuple[Settings, list[Trouble]]:
    """The settings, with the defaults where a value makes no sense, and each value that makes none."""
    try:
        return Settings.model_validate(wanted), []
    except ValidationError as error:
        problems = error.errors(include_input=False, include_url=False)
    wrong = {str(problem["loc"][0]): problem for problem in problems}
    kept = {name: value for name, value in wanted.items() if name not in wrong}
    return Settings.model_validate(kept), [_trouble(name, _said(one)) for name, one in wrong.items()]


def _said(problem: Any) -> str:
    """What one of our own checks said of a value; the library's own words name types and patterns."""
    return str(problem["ctx"]["error"]) if problem["type"] == "value_error" else "makes no sense"


def _missing(settings: Settings, wrong: Set[str]) -> list[str]:
    """What the chosen mode cannot do without; what both cannot, while the mode itself is wrong."""
    mode = "" if "HELPDESK_MODE" in wrong else settings.mode
    needed = [("SLACK_BOT_TOKEN", settings.bot_token)]
    needed += [("SLACK_APP_TOKEN", settings.app_token)] if mode == "socket" else []
    needed += [("SLACK_SIGNING_SECRET", settings.signing_secret)] if mode == "http" else []
    return [name for name, value in needed if not value.get_secret_value()]


def _fault(field: str, secret: str) -> str:
    if field == "signing_secret":
        return fault_of_signing_secret(secret)
    return fault_of_token(secret, BOT if field == "bot_token" else APP)


def _unknown(name: str) -> tuple[str, str]:
    """A name that is no setting, and what to write instead."""
    near = get_close_matches(name, sorted(NAMES), n=1, cutoff=0.8)
    return f"There is no setting {name}.", f"Did you mean {near[0]}?" if near else ELSE


def _trouble(name: str, what: str) -> Trouble:
    return Trouble(name, f"{name} {what}.", ADVICE.get(name, ELSE))
