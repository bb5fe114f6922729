"""The practice workspace: its people, channels and groups."""

from dataclasses import replace
from itertools import count
from typing import Any

from bot.practice.channels import Channel, Kind
from bot.practice.installed_app import BOT_PERSON
from bot.practice.people import Person
from bot.practice.shapes import Json

TEAM = "TPRACTICE1"
STAFF_CHANNEL = "CSTAFF001"
STAFF_GROUP = "SSTAFF001"
FILER = "UFILER001"
STAFF = "USTAFF001"


class Workspace:
    """Who and what there is. It starts with two filers, two of the staff and their channel.

    People: `filer` (Fay Filer), `other_filer` (Olin Other), `staff` (Sam Staff), `other_staff`
    (Stella Second). Channel: the private `nextgen-help` with the staff and the bot in it.
    """

    def __init__(self, first: int = 1) -> None:
        """Number new people and channels from `first` on."""
        self.team = TEAM
        self.domain = "practice"
        self.people: dict[str, Person] = {}
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._direct: dict[str, Channel] = {}
        self._numbers = count(first)
        self._furnish()

    def add_person(self, name: str, id: str = "", **about: Any) -> Person:
        """A new member. `about` may give any field of `Person`, such as `deleted=True`."""
        about.setdefault("real_name", name.replace("_", " ").title())
        person = Person(id or f"U{next(self._numbers):08d}", name, **about)
        self.people[person.id] = person
        self._names[name] = person.id
        return person

    def change_person(self, who: str, **about: Any) -> Person:
        """Change a member, for example to `deleted=True`."""
        person = replace(self.person(who), **about)
        self.people[person.id] = person
        return person

    def person(self, who: str) -> Person:
        """The member with this id or name. Raises `LookupError` when there is none."""
        found = self.people.get(who) or self.people.get(self._names.get(who, ""))
        if found is None:
            raise LookupError(f"the practice workspace knows nobody called {who}")
        return found

    def add_channel(self, name: str, kind: Kind = "private", id: str = "", **about: Any) -> Channel:
        """A new channel. `about` may give `members` (ids), `is_archived`, `is_ext_shared`."""
        channel = Channel(id or f"C{next(self._numbers):08d}", kind, name, **about)
        self.channels[channel.id] = channel
        return channel

    def direct_channel(self, who: str) -> Channel:
        """The direct message between the bot and a person; it is opened when there is none.

        Its id is the person's with a D, also after a restart: an app may have kept it.
        """
        person = self.person(who)
        channel = self._direct.get(person.id)
        if channel is None:
            members = [person.id, BOT_PERSON]
            channel = Channel(f"D{person.id[1:]}", "im", members=members)
            self._direct[person.id] = self.channels[channel.id] = channel
        return channel

    def has_direct_channel(self, who: str) -> bool:
        """True when the bot and this person have a direct message already."""
        return self.person(who).id in self._direct

    def channel(self, id: str) -> Channel:
        """The channel with this id. Raises `LookupError` when there is none."""
        found = self.channels.get(id)
        if found is None:
            raise LookupError(f"the practice workspace has no channel {id}")
        return found

    def partner(self, channel: Channel) -> str:
        """The id of the person in a direct message with the bot."""
        return next(one for one in channel.members if one != BOT_PERSON)

    def as_json(self) -> Json:
        """Everybody and everything, without the messages."""
        return {
            "team": self.team,
            "people": [one.as_slack(self.team, with_locale=True) for one in self.people.values()],
            "channels": [{**one.as_slack(), "members": one.members} for one in self.channels.values()],
            "groups": self.groups,
        }

    def _furnish(self) -> None:
        self.add_person("nextgen-help", BOT_PERSON, is_bot=True, real_name="NextGen Help Desk")
        self.add_person("filer", FILER, real_name="Fay Filer")
        self.add_person("other_filer", "UFILER002", real_name="Olin Other")
        self.add_person("staff", STAFF, real_name="Sam Staff")
        self.add_person("other_staff", "USTAFF002", real_name="Stella Second")
        self.groups[STAFF_GROUP] = [STAFF, "USTAFF002"]
        self.add_channel("nextgen-help", id=STAFF_CHANNEL, members=[BOT_PERSON, STAFF, "USTAFF002"])
