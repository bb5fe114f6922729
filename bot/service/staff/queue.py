"""`queue` and `mine`: the open cases, urgent ones first, then the oldest, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.service.desk_ports import Wanted
from bot.service.incoming import Ack
from bot.service.staff.case_words import in_short
from bot.service.staff.notice_text import harmless
from bot.service.staff.scene import StaffScene

PAGE = 10
"""Cases on a page: as many as can be read at a glance, far within what Slack shows."""
MOST_QUOTED = 60
COMMAND = "/nextgen"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the queue: which cases, the sentences above it and for none, and what asks for it."""

    wanted: Wanted
    title: str
    none: str
    command: str
    queue: str = ""


NAMED: Mapping[str, Part] = MappingProxyType(
    {
        "": Part(Wanted(), "queue_all", "queue_none", "queue"),
        "urgent": Part(Wanted(urgent=True), "queue_urgent", "queue_none_urgent", "queue urgent"),
        "unclaimed": Part(Wanted(unowned=True), "queue_unclaimed", "queue_none_unclaimed", "queue unclaimed"),
    }
)


def queue(scene: StaffScene) -> Ack:
    """All open cases, or the part that is named, from the page that is named."""
    word, page = _read(scene.command.rest)
    if word.casefold() == "mine":
        return _page(scene, _own(scene, "queue mine"), page)
    part = NAMED.get(word.casefold()) or _queue(scene, word)
    return Ack(_unknown(scene, word)) if part is None else _page(scene, part, page)


def mine(scene: StaffScene) -> Ack:
    """The open cases of whoever asks."""
    return _page(scene, _own(scene, "mine"), _read(scene.command.rest)[1])


def _read(rest: str) -> tuple[str, int]:
    """What is asked for, and the page: 1 unless the line ends with a number."""
    *words, last = rest.split() or [""]
    if last.isascii() and last.isdigit() and len(last) <= 4:
        return " ".join(words), max(int(last), 1)
    return " ".join([*words, last]), 1


def _own(scene: StaffScene, command: str) -> Part:
    return Part(Wanted(owner=scene.command.staff), "queue_mine", "queue_none_mine", command)


def _queue(scene: StaffScene, word: str) -> Part | None:
    """The court's queue of this name, whatever its capitals."""
    names = scene.voice.book.court.casework.queues
    name = next((one for one in names if one.casefold() == word.casefold()), None)
    if name is None:
        return None
    return Part(Wanted(queue=name), "queue_named", "queue_none_named", f"queue {name}", name)


def _unknown(scene: StaffScene, word: str) -> str:
    names = scene.voice.book.court.casework.queues
    known = (scene.say("queue_names", queues=", ".join(names)),) if names else ()
    unknown = scene.say("queue_unknown", queue=harmless(word)[:MOST_QUOTED])
    return " ".join((unknown, *known, scene.say("queue_example")))


def _page(scene: StaffScene, part: Part, page: int) -> Ack:
    """One page: how many there are, its cases, and how to see the next."""
    desk = scene.unit.desk
    count = desk.count(part.wanted)
    if not count:
        return Ack(scene.say(part.none, **_named(part)))
    last = (count + PAGE - 1) // PAGE
    if page > last:
        return Ack(scene.say("queue_no_page", page=str(page), last=str(last)))
    shown = desk.cases(part.wanted, PAGE, skip=(page - 1) * PAGE)
    after = count - page * PAGE
    command = f"{COMMAND} {part.command} {page + 1}"
    more = (scene.say("queue_more", count=str(after), command=command),) if after > 0 else ()
    lines = (in_short(scene.voice, case, scene.now) for case in shown)
    people = tuple({case.person: None for case in shown})
    return Ack("\n\n".join((_title(scene, part, count), *lines, *more)), people=people)


def _title(scene: StaffScene, part: Part, count: int) -> str:
    if part.command != "queue":
        return scene.say(part.title, count=str(count), **_named(part))
    unclaimed, urgent = (str(scene.unit.desk.count(NAMED[one].wanted)) for one in ("unclaimed", "urgent"))
    return scene.say(part.title, count=str(count), unclaimed=unclaimed, urgent=urgent)


def _named(part: Part) -> dict[str, str]:
    return {"queue": part.queue} if part.queue else {}
