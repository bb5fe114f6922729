"""The hash of a flow's meaning: words leave it, rules change it."""

import pytest

from bot.flow.resolve import resolve
from tests.flows.overlay import base, changed, library_of

FLOW = "nextgen.yaml"
DISTRICT = changed("courts/south.yaml", "type: bankruptcy", "type: district")


def fingerprint(texts: dict[str, str], court: str = "north") -> str:
    return resolve(library_of(texts), "nextgen", court).fingerprint


def test_it_is_short_and_always_the_same() -> None:
    assert fingerprint(base()) == fingerprint(base())
    assert len(fingerprint(base())) == 16


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ask: When was it made?", "ask: Which year?"),
        ("own: My own account", "own: Mine"),
        ("own: mine, only", "own: mine, just mine, only"),
        ("do: Upgrade your account.", "do: Press the button."),
        ("heard: due today, due tonight", "heard: due today"),
        ("finish: Questions?", "finish: More?"),
        ("gets: upgrade, link", "gets: link"),
    ],
)
def test_other_words_leave_it_the_same(old: str, new: str) -> None:
    assert fingerprint(changed(FLOW, old, new)) == fingerprint(base())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      none: I have none\n", "      none: I have none\n      admin: For bills\n"),
        ("account is own or shared or none\n", "account is own or shared\n"),
        ("when: created is before\n", "when: created is after\n"),
        ("before: before pacer.upgrade_day", "before: before court.go_live"),
        ("    link: pacer.manage\n", ""),
        ("not before: court.go_live", "flow: nextgen"),
        ("urgent: yes", "urgent: no"),
        ("urgent: yes", "urgent: yes\n    no way back: yes"),
        ("    urgent: yes", "    urgent: yes\n    link: pacer.phone"),
        ("    urgent: yes", "    urgent: yes\n    when: filed is no"),
        ("created is before and filed is no", "created is before and filed is yes"),
    ],
)
def test_another_meaning_changes_it(old: str, new: str) -> None:
    assert fingerprint(changed(FLOW, old, new)) != fingerprint(base())


def test_another_day_changes_it() -> None:
    assert fingerprint(changed("facts.yaml", "2014-08-11", "2014-08-12")) != fingerprint(base())


def test_courts_with_other_rules_have_another() -> None:
    assert fingerprint(DISTRICT, "south") != fingerprint(base())
