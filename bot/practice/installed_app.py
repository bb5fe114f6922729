"""The one app that is installed in the practice workspace."""

from dataclasses import dataclass, field

from bot.practice.settings import PracticeSettings
from bot.practice.shapes import Json

BOT_PERSON = "UBOT00001"
BOT_ID = "BBOT00001"
APP_ID = "APRACTICE1"


@dataclass(slots=True)
class InstalledApp:
    """What a court would set on the app's configuration page; may be changed while it runs.

    `scopes` are those of the bot token, `app_scopes` those of the app-level token. `workspace_url` is the
    workspace's own address as `auth.test` gives it; empty means the stand-in's.
    """

    bot_token: str
    app_token: str
    signing_secret: str
    scopes: set[str]
    socket_mode: bool
    request_url: str
    person: str = BOT_PERSON
    bot_id: str = BOT_ID
    app_id: str = APP_ID
    name: str = "nextgen-help"
    app_scopes: set[str] = field(default_factory=lambda: {"connections:write"})
    workspace_url: str = ""

    @classmethod
    def from_settings(cls, settings: PracticeSettings) -> "InstalledApp":
        """The app as the settings describe it."""
        return cls(
            bot_token=settings.bot_token,
            app_token=settings.app_token,
            signing_secret=settings.signing_secret,
            scopes=set(settings.scopes),
            socket_mode=settings.socket_mode,
            request_url=settings.request_url,
        )

    def bot_profile(self, team: str) -> Json:
        """The `bot_profile` that stands in each message the app posts."""
        return {"id": self.bot_id, "app_id": self.app_id, "name": self.name, "team_id": team}
