"""What the program is told by its environment and by `.env`: one frozen object, checked when it is made."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

ADVICE = {
    "HELPDESK_MODE": "Write socket (no open port needed) or http.",
    "HELPDESK_CLOUD": "Write commercial, gov (GovSlack) or practice.",
    "HELPDESK_COURT": "Write a court's id, such as moeb: the name of its file in flows/courts.",
    "HELPDESK_DATABASE": "Write an address such as sqlite:///helpdesk.db.",
    "HELPDESK_STAFF_CHANNEL": "Write the channel's id (C...): in Slack, at the end of the channel's details.",
    "HELPDESK_COMMAND": "Write a slash and one word in small letters, such as /nextgen.",
    "HELPDESK_PORT": "Write a port number from 0 to 65535; 0 takes any free one.",
    "SLACK_BOT_TOKEN": "Copy the bot token (xoxb-...) from the app's page, OAuth & Permissions.",
    "SLACK_APP_TOKEN": "Copy the app-level token (xapp-..., scope connections:write) from Basic Information.",
    "SLACK_SIGNING_SECRET": "Copy the signing secret from the app's page, Basic Information.",
}
ELSE = "Look it up in .env.example."


class Settings(BaseSettings):
    """The settings of one process, which serves one court. Secrets do not show when it is printed.

    `practice_url` is the address of the practice Slack, for the cloud `practice` alone. `teams` are the ids
    of the workspaces served; empty means the one the token is of. `drain` is how many seconds a stop waits.
    """

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, populate_by_name=True
    )

    court: str = Field("moeb", alias="HELPDESK_COURT", pattern=r"^[a-z0-9_]{1,32}$")
    flows: str = Field("", alias="HELPDESK_FLOWS")
    database: str = Field("sqlite:///helpdesk.db", alias="HELPDESK_DATABASE", pattern=r"^[a-z+]+://")
    mode: Literal["socket", "http"] = Field("socket", alias="HELPDESK_MODE")
    cloud: Literal["commercial", "gov", "practice"] = Field("commercial", alias="HELPDESK_CLOUD")
    practice_url: str = Field("", alias="HELPDESK_SLACK_URL")
    bot_token: SecretStr = Field(SecretStr(""), alias="SLACK_BOT_TOKEN")
    app_token: SecretStr = Field(SecretStr(""), alias="SLACK_APP_TOKEN")
    signing_secret: SecretStr = Field(SecretStr(""), alias="SLACK_SIGNING_SECRET")
    staff_channel: str = Field("", alias="HELPDESK_STAFF_CHANNEL", pattern=r"^(?:[CG][A-Z0-9]{2,30})?$")
    command: str = Field("/nextgen", alias="HELPDESK_COMMAND", pattern=r"^/[a-z0-9_-]{1,31}$")
    teams: Annotated[tuple[str, ...], NoDecode] = Field((), alias="HELPDESK_TEAMS")
    host: str = Field("127.0.0.1", alias="HELPDESK_HOST")
    port: int = Field(3000, alias="HELPDESK_PORT", ge=0, le=65_535)
    drain: float = Field(10.0, alias="HELPDESK_DRAIN_SECONDS", ge=0, le=60)
    log_level: Literal["INFO", "WARNING", "ERROR"] = Field("INFO", alias="HELPDESK_LOG_LEVEL")

    @field_validator("teams", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """Ids with commas between them."""
        if isinstance(value, str):
            return tuple(one.strip() for one in value.split(",") if one.strip())
        return value

    @field_validator("bot_token", "app_token")
    @classmethod
    def _of_its_kind(cls, value: SecretStr, info: Any) -> SecretStr:
        """A token in the wrong place is noticed by how it begins."""
        begins = "xoxb-" if info.field_name == "bot_token" else "xapp-"
        if value.get_secret_value() and not value.get_secret_value().startswith(begins):
            raise ValueError(f"does not begin with {begins}")
        return value

    @model_validator(mode="after")
    def _complete(self) -> Self:
        """What the chosen mode and cloud cannot do without."""
        needed = [("SLACK_BOT_TOKEN", self.bot_token)]
        needed += [("SLACK_APP_TOKEN", self.app_token)] if self.mode == "socket" else []
        needed += [("SLACK_SIGNING_SECRET", self.signing_secret)] if self.mode == "http" else []
        missing = [name for name, value in needed if not value.get_secret_value()]
        if missing:
            raise ValueError(" ".join(missing))
        return self


NAMES = frozenset(str(field.alias) for field in Settings.model_fields.values())


def read_settings(values: Mapping[str, str] | None = None) -> Settings:
    """The settings from these values (names of variables), else from the environment and `.env`.

    Raises SettingsError that names each wrong variable, and what to write; never a value. A name that begins
    with HELPDESK_ and is none of ours is wrong too: a misspelt staff channel would leave staff out unnoticed.
    """
    given = [*os.environ, *_of_the_file()] if values is None else list(values)
    unknown = [name for name in sorted(set(given)) if name.startswith("HELPDESK_") and name not in NAMES]
    if unknown:
        raise SettingsError("\n".join(_unknown(name) for name in unknown))
    try:
        return Settings() if values is None else Settings.model_validate(dict(values))
    except ValidationError as error:
        raise SettingsError("\n".join(_sentences(error))) from None


def _of_the_file() -> list[str]:
    """The names that `.env` sets."""
    return [name.upper() for name in DotEnvSettingsSource(Settings).env_vars]


def _unknown(name: str) -> str:
    """What to write instead of a name that is no setting."""
    near = get_close_matches(name, sorted(NAMES), n=1, cutoff=0.8)
    return f"There is no setting {name}. " + (f"Did you mean {near[0]}?" if near else ELSE)


def _sentences(error: ValidationError) -> list[str]:
    """One line for each wrong variable."""
    lines = []
    for problem in error.errors(include_input=False, include_url=False):
        if problem["loc"]:
            lines.append(_sentence(str(problem["loc"][0]), "makes no sense"))
        else:
            names = str(problem.get("ctx", {}).get("error", "")).split()
            lines += [_sentence(name, "is missing") for name in names]
    return lines


def _sentence(name: str, what: str) -> str:
    return f"{name} {what}. {ADVICE.get(name, ELSE)}"
