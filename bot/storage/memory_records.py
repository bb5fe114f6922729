"""Retention and forgetting in the store in memory."""

from dataclasses import replace
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.engine.scene import hand_over_id
from bot.flow.keep import Keep
from bot.service.case_row import CaseRow
from bot.service.desk_records import Forgotten
from bot.storage.erase import stripped
from bot.storage.memory_shelf import Shelf
from bot.storage.retention import BITE, BOTS, CASES


def retire(shelf: Shelf, now: datetime, keep: Keep) -> int:
    """Erase some of what the court keeps no longer; how much that touched."""
    events = [one for one in shelf.events[:BITE] if one[1] < now - keep.events]
    del shelf.events[: len(events)]
    letters = [key for key, letter in shelf.letters.items() if letter.at < now - keep.letters][:BITE]
    for key in letters:
        del shelf.letters[key]
    codes = [one.code for one in shelf.drawer.receipts.values() if one.at < now - keep.receipts][:BITE]
    for code in codes:
        del shelf.drawer.receipts[code]
    talks = [
        key for key, (one, at) in shelf.conversations.items() if at < now - keep.answers and one.owner in BOTS
    ][:BITE]
    for talk in talks:
        del shelf.conversations[talk]
    return len(events) + len(letters) + len(codes) + len(talks) + _retire_cases(shelf, now, keep)


def forget(shelf: Shelf, person: str) -> Forgotten:
    """Forget a person; what is open or held stays."""
    shelf.forgotten += 1
    number, theirs = f"forgotten:{shelf.forgotten}", f"{person}."
    cases = [one for one in shelf.cases.values() if one.person == person]
    going = [one.number for one in cases if _may_go(one)]
    acts = shelf.drawer.acts
    acts[:] = [replace(act, who=number) if (act.case in going and act.who == person) else act for act in acts]
    for case in going:
        _erase(shelf, case)
    talks = _forget_talks(shelf, person)
    receipts = shelf.drawer.receipts
    given = [one for one in receipts.values() if one.conversation.startswith(theirs)]
    receipts.update({one.code: replace(one, conversation="") for one in given})
    shelf.events[:] = [
        (number, at, event) if key.startswith(theirs) else (key, at, event) for key, at, event in shelf.events
    ]
    _forget_places(shelf, person)
    kept = tuple(one.number for one in cases if not _may_go(one))
    return Forgotten(number, talks, len(given), len(going), kept)


def _forget_talks(shelf: Shelf, person: str) -> int:
    """Erase the person's conversations; one with staff stays, without what was told in it."""
    theirs = [(key, one, at) for key, (one, at) in shelf.conversations.items() if one.person == person]
    for key, one, at in theirs:
        if one.owner in BOTS:
            del shelf.conversations[key]
        else:
            shelf.conversations[key] = (_emptied(one), at)
    return len(theirs)


def _emptied(one: Conversation) -> Conversation:
    heard = one.heard or hand_over_id(one.state)
    version = one.version + 1
    return replace(one, told={}, done=(), recent=(), offered=(), doubt=None, heard=heard, version=version)


def _forget_places(shelf: Shelf, person: str) -> None:
    places = (f"person:{person}", f"home:{person}")
    for row in [one for one in shelf.rows.values() if one.delivery.to in places and not one.delivery.case]:
        del shelf.rows[row.delivery.key]
    for place in places:
        shelf.channels.pop(place, None)
    for key in [key for key in shelf.letters if key[0].startswith(f"{person}.")]:
        del shelf.letters[key]


def _retire_cases(shelf: Shelf, now: datetime, keep: Keep) -> int:
    waiting = {row.delivery.case for row in shelf.rows.values() if row.settled is None}
    closed = [
        (one, one.closed)
        for one in shelf.cases.values()
        if one.closed is not None and _may_go(one) and one.number not in waiting
    ]
    closed.sort(key=lambda found: found[1])
    old = [one.number for one, at in closed if at < now - keep.cases][:CASES]
    for case in old:
        _erase(shelf, case)
    worded = [
        one for one, at in closed if at < now - keep.words and one.number not in old and _worded(shelf, one)
    ][:CASES]
    for one in worded:
        _forget_messages(shelf, one.number)
        shelf.cases[one.number] = replace(one, card=stripped(one.card), version=one.version + 1)
    return len(old) + len(worded)


def _may_go(case: CaseRow) -> bool:
    return case.state == "closed" and not case.held


def _worded(shelf: Shelf, case: CaseRow) -> bool:
    messages = any(one.case == case.number for one in shelf.drawer.messages.values())
    return messages or stripped(case.card) != case.card


def _erase(shelf: Shelf, case: str) -> None:
    """Erase a case and everything of it; its acts stay, without names."""
    _forget_messages(shelf, case)
    drawer = shelf.drawer
    for key in [key for key, (one, _) in drawer.reminders.items() if one.case == case]:
        del drawer.reminders[key]
    for key in [key for key, row in shelf.rows.items() if row.delivery.case == case]:
        del shelf.rows[key]
    drawer.acts[:] = [replace(act, name="") if act.case == case else act for act in drawer.acts]
    del shelf.cases[case]


def _forget_messages(shelf: Shelf, case: str) -> None:
    for number in [number for number, one in shelf.drawer.messages.items() if one.case == case]:
        del shelf.drawer.messages[number]
