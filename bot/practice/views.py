"""Modals and App Homes that are open in the practice workspace."""

from dataclasses import dataclass, field
from itertools import count

from bot.practice.limits import view_problems
from bot.practice.limits.views import is_too_large
from bot.practice.refusal import SlackRefusal, refused_arguments
from bot.practice.shapes import Json

MOST_STACKED = 3
"""A modal may have two more on top of it (third-party reports; Slack's error: push_limit_reached)."""


@dataclass(slots=True)
class StoredView:
    """A view, whose it is, and everything it showed before. `values` is what was filled in."""

    id: str
    person: str
    content: Json
    hash: str
    root: str = ""
    previous: str = ""
    values: Json = field(default_factory=dict)
    versions: list[Json] = field(default_factory=list)

    def as_slack(self, team: str, app_id: str, bot_id: str) -> Json:
        """The view object that Slack gives in answers and interactions."""
        told: Json = {
            "id": self.id,
            "team_id": team,
            "app_id": app_id,
            "bot_id": bot_id,
            "app_installed_team_id": team,
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "title": None,
            "close": None,
            "submit": None,
            "clear_on_close": False,
            "notify_on_close": False,
            "root_view_id": self.root or self.id,
            "previous_view_id": self.previous or None,
            "hash": self.hash,
            "state": {"values": self.values},
        }
        return told | self.content


class Views:
    """All views. Each person has at most one App Home and one stack of modals."""

    def __init__(self) -> None:
        self.all: dict[str, StoredView] = {}
        self.homes: dict[str, StoredView] = {}
        self._stacks: dict[str, list[StoredView]] = {}
        self._numbers = count(1)

    def open(self, person: str, content: Json) -> StoredView:
        """Show a modal in place of whatever this person has open."""
        check_view(content, "modal")
        view = self._new(person, content)
        self._stacks[person] = [view]
        return view

    def push(self, person: str, content: Json) -> StoredView:
        """Show a modal on top of the one that is open."""
        check_view(content, "modal")
        stack = self._stacks.setdefault(person, [])
        if len(stack) >= MOST_STACKED:
            raise SlackRefusal("push_limit_reached")
        view = self._new(person, content)
        if stack:
            view.root, view.previous = stack[0].id, stack[-1].id
        stack.append(view)
        return view

    def update(self, view: StoredView, content: Json, hash: str = "") -> StoredView:
        """Show something else in a view. Raises `hash_conflict` when `hash` is not the newest."""
        check_view(content, "home" if view.content.get("type") == "home" else "modal")
        if hash and hash != view.hash:
            raise SlackRefusal("hash_conflict")
        view.content = content
        view.versions.append(content)
        view.hash = self._next_hash()
        return view

    def publish(self, person: str, content: Json, hash: str = "") -> StoredView:
        """Show this on a person's App Home."""
        check_view(content, "home")
        home = self.homes.get(person)
        if home is not None:
            return self.update(home, content, hash)
        self.homes[person] = self._new(person, content)
        return self.homes[person]

    def find(self, id: str = "", external_id: str = "") -> StoredView:
        """An open view by one of its ids. Raises `SlackRefusal` with `not_found`."""
        shown = [one for stack in self._stacks.values() for one in stack]
        for view in [*shown, *self.homes.values()]:
            if view.id == id or (external_id and view.content.get("external_id") == external_id):
                return view
        raise SlackRefusal("not_found")

    def stack(self, person: str) -> list[StoredView]:
        """The modals this person has open, the one on top last."""
        return list(self._stacks.get(person, ()))

    def close(self, view: StoredView) -> None:
        """Take a modal away, and everything on top of it."""
        stack = self._stacks.get(view.person, [])
        if view in stack:
            del stack[stack.index(view) :]

    def clear(self, person: str) -> None:
        """Take all modals of a person away."""
        self._stacks.pop(person, None)

    def is_open(self, id: str) -> bool:
        """True while the view is on somebody's screen."""
        shown = [one for stack in self._stacks.values() for one in stack]
        return any(one.id == id for one in [*shown, *self.homes.values()])

    def _new(self, person: str, content: Json) -> StoredView:
        view = StoredView(f"V{next(self._numbers):08d}", person, content, self._next_hash())
        view.versions.append(content)
        self.all[view.id] = view
        return view

    def _next_hash(self) -> str:
        return f"practice.{next(self._numbers)}"


def check_view(content: Json, kind: str) -> None:
    """Raise `SlackRefusal` when Slack would not show this as a `kind` (`modal` or `home`)."""
    if content.get("type") != kind:
        raise refused_arguments(f"must be {kind} [json-pointer:/view/type]")
    if is_too_large(content):
        raise SlackRefusal("view_too_large")
    problems = view_problems(content)
    if problems:
        raise refused_arguments(*problems)
