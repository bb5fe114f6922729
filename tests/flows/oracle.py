"""The whole NextGen table, written down from the court's rules and apart from the flow file.

Nothing here reads `flows/` or uses `bot/`: when the two tables differ, one of them is wrong.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Answers = dict[str, str]
Rule = Callable[[Answers], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One path: the answers in the order asked, the steps in order, and the hand-over, empty if none."""

    answers: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    hand_over: str


def one_of(question: str, *answers: str) -> Rule:
    """The rule that a question was answered with one of these."""
    return lambda told: told.get(question) in answers


def all_of(*rules: Rule) -> Rule:
    """The rule that all of these hold."""
    return lambda told: all(rule(told) for rule in rules)


def any_of(*rules: Rule) -> Rule:
    """The rule that one of these holds."""
    return lambda told: any(rule(told) for rule in rules)


def always(_: Answers) -> bool:
    """The rule that holds for everybody."""
    return True


attorney, other = one_of("filer", "attorney"), one_of("filer", "other")
own, not_own = one_of("account", "own"), one_of("account", "shared", "none", "admin")
files = one_of("account", "own", "shared", "none", "admin")
never, old_filer = one_of("privileges", "never"), one_of("privileges", "before_golive")
since_nextgen = one_of("privileges", "after_golive", "pending")
not_upgraded = all_of(one_of("created", "before"), one_of("upgraded", "no"))
is_linked = one_of("linked", "yes")

QUESTIONS: tuple[tuple[str, str, Rule], ...] = (
    ("filer", "attorney other viewer", always),
    ("kind", "filing_agent trustee creditor pro_se reporter someone_else", other),
    ("account", "own shared none admin unsure", any_of(attorney, other)),
    ("created", "before after unsure", own),
    ("upgraded", "yes no unsure", one_of("created", "before", "unsure")),
    ("privileges", "before_golive after_golive never pending rejected unsure", files),
    ("practice", "regular government pro_hac_vice", all_of(attorney, never)),
    ("linked", "yes no failed failed_twice", all_of(old_filer, one_of("account", "own", "shared"))),
    (
        "old_login",
        "known saved_only lost several",
        all_of(old_filer, any_of(one_of("linked", "no", "failed"), one_of("account", "none", "admin"))),
    ),
)

HAND_OVERS: tuple[tuple[str, Rule], ...] = (
    ("pro_se", one_of("kind", "pro_se")),
    ("other_role", all_of(one_of("kind", "someone_else"), never)),
    ("privileges_unsure", one_of("privileges", "unsure")),
    ("request_rejected", one_of("privileges", "rejected")),
    ("link_failed_twice", one_of("linked", "failed_twice")),
    ("several_logins", one_of("old_login", "several")),
    ("linked_shared", all_of(one_of("account", "shared"), is_linked)),
    ("pro_hac_vice", one_of("practice", "pro_hac_vice")),
    (
        "history_conflict",
        any_of(
            all_of(since_nextgen, not_own),
            all_of(since_nextgen, one_of("upgraded", "no")),
            all_of(is_linked, one_of("upgraded", "no")),
        ),
    ),
)

STEPS: tuple[tuple[str, Rule], ...] = (
    ("find_pacer_account", one_of("account", "unsure")),
    ("register_attorney", all_of(attorney, not_own, never)),
    ("register_nonattorney", all_of(other, not_own, never)),
    ("register_and_stop", all_of(not_own, old_filer)),
    (
        "check_account_type",
        any_of(
            all_of(one_of("created", "unsure"), one_of("upgraded", "no", "unsure")),
            all_of(one_of("created", "before"), one_of("upgraded", "unsure")),
        ),
    ),
    ("upgrade", not_upgraded),
    ("admission", all_of(attorney, own, never)),
    ("efile_nonattorney", all_of(other, never)),
    ("wait", one_of("privileges", "never", "pending")),
    ("find_cmecf_login", one_of("old_login", "lost", "saved_only")),
    ("link", all_of(old_filer, lambda told: not is_linked(told))),
    ("associate_agent", all_of(one_of("kind", "filing_agent"), never)),
    ("sign_in", any_of(one_of("privileges", "after_golive"), is_linked)),
    ("enroll_mfa", files),
    ("view_only", one_of("filer", "viewer")),
    ("billing_account", one_of("account", "shared", "admin")),
)


def rows() -> Iterator[Row]:
    """Every path. A hand-over ends it as soon as its answers are known, before the next question."""
    yield from _from(0, {})


def _from(place: int, told: Answers) -> Iterator[Row]:
    reached = next((name for name, rule in HAND_OVERS if rule(told)), "")
    while not reached and place < len(QUESTIONS) and not QUESTIONS[place][2](told):
        place += 1
    if reached or place == len(QUESTIONS):
        steps = () if reached else tuple(name for name, rule in STEPS if rule(told))
        yield Row(tuple(told.items()), steps, reached)
        return
    question, answers, _ = QUESTIONS[place]
    for answer in answers.split():
        yield from _from(place + 1, {**told, question: answer})
