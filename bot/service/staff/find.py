"""`find`: cases by number, by the filer or by a receipt code, closed ones too."""

import re

from bot.service.case_row import CaseRow
from bot.service.desk_ports import Wanted
from bot.service.incoming import Ack
from bot.service.receipt_codes import as_code
from bot.service.staff.case_view import numbered
from bot.service.staff.case_words import in_short
from bot.service.staff.notice_text import harmless
from bot.service.staff.queue import PAGE
from bot.service.staff.scene import StaffScene

PERSON = re.compile(r"@?([UW][A-Z0-9]{1,30})", re.IGNORECASE)
MOST_QUOTED = 60


def find(scene: StaffScene) -> Ack:
    """The cases that fit what was typed, urgent ones first, then the oldest."""
    words = harmless(scene.command.rest)
    if not words:
        return Ack(scene.say("find_example"))
    exact = numbered(scene.unit, words)
    if exact is not None:
        return _shown(scene, [exact], 1)
    for wanted in _meanings(words):
        count = scene.unit.desk.count(wanted)
        if count:
            return _shown(scene, list(scene.unit.desk.cases(wanted, PAGE)), count)
    return Ack(scene.say("find_none", words=words[:MOST_QUOTED]))


def _meanings(words: str) -> list[Wanted]:
    """What words that are no number may mean."""
    person, code = PERSON.fullmatch(words), as_code(words)
    found = [Wanted(person=person[1].upper(), open=False)] if person else []
    return [*found, *([Wanted(receipt=code, open=False)] if code else [])]


def _shown(scene: StaffScene, found: list[CaseRow], count: int) -> Ack:
    head = scene.say("find_count", count=str(count))
    after = count - len(found)
    more = (scene.say("find_more", count=str(after)),) if after > 0 else ()
    lines = (in_short(scene.voice, case, scene.now) for case in found)
    people = tuple({case.person: None for case in found})
    return Ack("\n\n".join((head, *lines, *more)), people=people)
