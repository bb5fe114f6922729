"""A flow as one court has it."""

from datetime import date

import pytest

from bot.flow.model import DayRange, Flow
from bot.flow.resolve import resolve
from bot.flow.when import ALWAYS, Clause, When
from tests.flows.overlay import base, changed, library_of

FLOW, NORTH = "nextgen.yaml", "courts/north.yaml"
DISTRICT = changed("courts/south.yaml", "type: bankruptcy", "type: district")


def resolved(texts: dict[str, str], court: str = "north") -> Flow:
    return resolve(library_of(texts), "nextgen", court)


def step_rule(flow: Flow, step: str) -> When:
    found = flow.step(step)
    assert found is not None
    return found.when


def with_court(lines: str) -> dict[str, str]:
    return changed(NORTH, "facts:\n", f"{lines}\nfacts:\n")


def test_a_clause_on_the_court_that_holds_drops_out() -> None:
    assert step_rule(resolved(base()), "link") == When(((Clause("filed", ("yes",)),),))


def test_a_row_whose_clause_on_the_court_does_not_hold_drops_out() -> None:
    assert step_rule(resolved(base()), "ask_court") == When(((Clause("filed", ("no",)),),))


def test_a_row_that_holds_in_this_court_makes_the_step_everybodys() -> None:
    assert step_rule(resolved(DISTRICT, "south"), "ask_court") == ALWAYS


def test_a_step_with_no_row_left_is_gone() -> None:
    assert [step.id for step in resolved(DISTRICT, "south").steps] == ["register", "upgrade", "ask_court"]


def test_a_flag_not_set_is_at_its_first_value() -> None:
    texts = changed(FLOW, "- court.type is district", "- court.order is motion_first")
    assert step_rule(resolved(texts), "ask_court") == When(((Clause("filed", ("no",)),),))
    texts |= {NORTH: texts[NORTH].replace("facts:\n", "flags:\n  order: motion_first\nfacts:\n")}
    assert step_rule(resolved(texts), "ask_court") == ALWAYS


def test_an_answer_left_out_is_gone_from_the_question_and_from_every_rule() -> None:
    flow = resolved(with_court("leaves out:\n  account: none"))
    account = flow.question("account")
    assert account is not None
    assert [answer.id for answer in account.answers] == ["own", "shared"]
    assert step_rule(flow, "register") == When(((Clause("account", ("shared",)),),))


def test_a_question_that_cannot_be_asked_takes_its_rules_with_it() -> None:
    flow = resolved(with_court("leaves out:\n  account: own"))
    assert [question.id for question in flow.questions] == ["account", "filed"]
    assert flow.step("upgrade") is None
    assert flow.hand_over("old_and_new") is None


def test_a_hand_over_that_is_also_heard_stays_without_its_rule() -> None:
    texts = with_court("leaves out:\n  account: own")
    texts[FLOW] = texts[FLOW].replace(
        "    because: Staff must", "    heard: two logins\n    because: Staff must"
    )
    hand_over = resolved(texts).hand_over("old_and_new")
    assert hand_over is not None
    assert (hand_over.when, hand_over.heard) == (None, ("two logins",))


def test_a_hand_over_without_a_rule_stays_as_it_is() -> None:
    assert resolved(base()).hand_over("deadline") == library_of(base()).flows["nextgen"].hand_over("deadline")


def test_the_courts_words_replace_a_step_and_its_notes_are_added() -> None:
    flow = resolved(with_court("words:\n  upgrade: Ours.\nnotes:\n  register: Theirs."))
    upgrade, register = flow.step("upgrade"), flow.step("register")
    assert upgrade is not None
    assert register is not None
    assert (upgrade.do, upgrade.note) == ("Ours.", "")
    assert (register.do, register.note) == ("Register for an account of your own.", "Theirs.")


@pytest.mark.parametrize(("court", "day"), [("north", date(2025, 6, 2)), ("south", date(2024, 3, 4))])
def test_days_are_those_of_the_court(court: str, day: date) -> None:
    texts = changed(FLOW, "after: from pacer.upgrade_day", "after: from court.go_live")
    created = resolved(texts, court).question("created")
    assert created is not None
    assert [answer.days for answer in created.answers] == [
        DayRange(None, date(2014, 8, 11)),
        DayRange(day, None),
    ]


def test_an_unknown_flow_or_court_is_refused() -> None:
    library = library_of(base())
    with pytest.raises(KeyError):
        resolve(library, "mfa", "north")
    with pytest.raises(KeyError):
        resolve(library, "nextgen", "west")
