"""The people of the practice workspace."""

from dataclasses import dataclass

from bot.practice.shapes import Json


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the workspace, as `users.info` tells of one."""

    id: str
    name: str
    real_name: str
    is_bot: bool = False
    deleted: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    tz: str = "America/Chicago"
    tz_offset: int = -21600
    locale: str = "en-US"

    def as_slack(self, team: str, with_locale: bool = False) -> Json:
        """The user object of Slack's documentation; `locale` only when it was asked for."""
        told: Json = {
            "id": self.id,
            "team_id": team,
            "name": self.name,
            "deleted": self.deleted,
            "real_name": self.real_name,
            "tz": self.tz,
            "tz_label": self.tz,
            "tz_offset": self.tz_offset,
            "profile": self._profile(team),
            "is_admin": False,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.is_restricted,
            "is_ultra_restricted": self.is_ultra_restricted,
            "is_stranger": self.is_stranger,
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": 1_700_000_000,
        }
        if with_locale and not self.is_stranger:
            told["locale"] = self.locale
        return told

    def _profile(self, team: str) -> Json:
        return {
            "real_name": self.real_name,
            "display_name": self.name,
            "team": team,
            "real_name_normalized": self.real_name,
            "display_name_normalized": self.name,
        }
