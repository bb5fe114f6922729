"""The desk works by the rules of its court's file."""

from dataclasses import replace
from datetime import timedelta

from bot.engine.relay import Marking
from bot.flow.casework import Casework
from bot.service.casework.rules import rules_of
from bot.service.casework.scene import DeskRules
from tests.unit.engine.small_library import small_book


def test_a_court_that_chooses_nothing_is_protected_by_default() -> None:
    rules = rules_of(small_book(), "C9")
    assert rules == DeskRules("C9")
    assert rules.marking == Marking(open=False)


def test_what_a_court_chooses_holds_at_its_desk() -> None:
    book = small_book()
    chosen = Casework(("help", "admissions"), open_replies=True, lead="U7", reopen_within=timedelta(days=3))
    rules = rules_of(replace(book, court=replace(book.court, casework=chosen)), "C9")
    assert rules == DeskRules("C9", Marking(open=True), ("help", "admissions"), "U7", timedelta(days=3))
