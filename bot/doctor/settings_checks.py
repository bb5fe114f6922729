"""The settings themselves, and who may read the files that hold secrets."""

import stat
from collections.abc import Iterator
from pathlib import Path

from bot import secret_files
from bot.doctor.finding import Finding, bad, good, warning
from bot.settings import ENV_FILE, Reading, Settings
from bot.slack.tokens import looks_like_signing_secret

IN_A_CONTAINER = Path("/run/secrets")
"""Where Docker lays secrets, readable for all in there; nobody else is in a container."""

SECRETS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")


def check_settings(reading: Reading) -> Iterator[Finding]:
    """Everything that is wrong or missing, else one line that says what is served."""
    yield from (bad("settings", trouble.what, trouble.advice) for trouble in reading.troubles)
    if not reading.troubles:
        settings = reading.settings
        yield good("settings", f"Court {settings.court}, mode {settings.mode}, command {settings.command}.")


def check_signing_secret(settings: Settings) -> Iterator[Finding]:
    """The shape of the signing secret, where one is used; its kind is a matter of the settings."""
    secret = settings.signing_secret.get_secret_value()
    if settings.mode != "http" or not secret or settings.cloud == "practice":
        return
    if looks_like_signing_secret(secret):
        yield good("signing secret", "SLACK_SIGNING_SECRET is 32 hexadecimal digits.")
        return
    what = "SLACK_SIGNING_SECRET is not 32 hexadecimal digits, as Slack's are."
    yield warning("signing secret", what, "Copy the signing secret from the app's page, Basic Information.")


def check_readers(reading: Reading) -> Iterator[Finding]:
    """Whether anybody else on this machine may read a secret; of a file out of reach the settings tell."""
    for path in dict.fromkeys(_secret_files(reading)):
        try:
            mode = path.stat().st_mode
        except OSError:
            continue
        if mode & stat.S_IROTH:
            what = f"Everybody on this machine may read {path}, which holds a secret."
            yield warning("secret files", what, f"Run: chmod 600 {path}")
        else:
            yield good("secret files", f"Not everybody may read {path}.")


def _secret_files(reading: Reading) -> Iterator[Path]:
    if any(reading.file.get(name) for name in SECRETS):
        yield Path(ENV_FILE)
    for _, path in secret_files.paths(reading.given):
        if not path.is_relative_to(IN_A_CONTAINER):
            yield path
