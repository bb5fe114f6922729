"""One line of the whole files changed, and what is said to it."""

import pytest

from tests.flows.overlay import changed, problems_in

FLOW, FACTS, COURT, PHRASES, WORDS = (
    "nextgen.yaml",
    "facts.yaml",
    "courts/north.yaml",
    "phrases.yaml",
    "words.yaml",
)

CASES = [
    (FLOW, "title: Get ready to file\n", "", "missing_key", 'Add "title:" here'),
    (FLOW, "  upgrade:\n    when", "  upgrade: now\n  x_upgrade:\n    when", "not_a_mapping", ""),
    (FLOW, "    ask: When was it made?", "    ask:", "empty_text", "take the line out"),
    (FLOW, "    ask: When was it made?", "    ask: {court.name}", "not_a_text", "begins with {"),
    (FLOW, "    ask: When was it made?", "    ask: [a, b]", "not_a_text", "begins with {"),
    (FLOW, "flow: nextgen", "flow: nextgenn", "wrong_file", "Write flow: nextgen"),
    (FLOW, "      shared: We share one", "      Shared: We share one", "bad_id unknown_answer",
     "small letters"),
    (FLOW, "  register:\n", "  and:\n", "bad_id", "a meaning of its own"),
    (FLOW, "  deadline:\n    heard", f"  {'d' * 41}:\n    heard", "bad_id unknown_hand_over", "at most 40"),
    (FLOW, "  filed:\n    when", "  start:\n    when", "bad_id unknown_question", "a meaning of its own"),
    (FLOW, "      before: before pacer", "      befor: before pacer", "unknown_answer",
     'Did you mean "before"?'),
    (FLOW, "      no: first time", "      never: first time", "unknown_answer", "Known here: no, yes."),
    (FLOW, "      no: first time", "      no: [first time, '']", "empty_text", ""),
    (FLOW, "before: before pacer.upgrade_day", "before: until pacer.upgrade_day", "bad_days", "before FACT"),
    (FLOW, "before: before pacer.upgrade_day", "before: [x]", "not_a_text", ""),
    (FLOW, "after: from pacer.upgrade_day", "after: 2014-08-11 to court.go_live", "literal_date",
     "facts.yaml"),
    (FLOW, "after: from pacer.upgrade_day", "after: from pacer.phone", "wrong_kind_of_fact", "kind date"),
    (FLOW, "urgent: yes", "urgent: very", "bad_choice", "Write yes"),
    (FLOW, "urgent: yes", "urgent: no", "", ""),
    (FLOW, "urgent: yes", "urgent: yes\n    no way back: yes", "", ""),
    (FLOW, "urgent: yes", "urgent: [yes]", "not_a_text", ""),
    (FLOW, "not before: court.go_live", "not before: court.phone", "wrong_kind_of_fact", "kind date"),
    (FLOW, "not before: court.go_live", "not before: court.golive", "unknown_fact", '"court.go_live"'),
    (FLOW, "link: pacer.manage", "link: pacer.upgrade_day", "wrong_kind_of_fact", "link or phone or email"),
    (FLOW, "link: pacer.manage", "link: pacer.manage\n    flow: mfa", "unknown_flow", "Known here: nextgen."),
    (FLOW, "hands over: deadline", "hands over: dedline", "unknown_hand_over", '"deadline"'),
    (FLOW, "gets: upgrade, link", "gets: upgrade, links", "unknown_step", '"link"'),
    (FLOW, "gets: upgrade, link", "", "example_without_outcome", '"gets:"'),
    (FLOW, "gets: upgrade, link", "gets: upgrade\n    hands over: deadline", "example_without_outcome",
     "not both"),
    (FLOW, "  old_and_new:", "  upgrade:", "id_twice", "has it already"),
    (FLOW, "when: created is before and filed is no", "when: filed is no and created is before",
     "clause_order", "created is"),
    (FLOW, "court.type is district", "court.type is distric", "unknown_answer", '"district"'),
    (FLOW, "court.type is district", "court.kind is district", "unknown_flag", "type, order"),
    (FLOW, "court.type is district", "court.order is unknown", "", ""),
    (FLOW, "  upgrade:\n    when: created is before", "  upgrade:\n    when: created is old",
     "unknown_answer", ""),
    (FLOW, "do: Upgrade your account.", "do: Upgrade {account}.", "unknown_placeholder", "with a dot"),
    (FLOW, "do: Upgrade your account.", "do: Upgrade {account.", "unbalanced_brace", "{pacer.phone}"),
    (FLOW, "Call {court.phone}.\n    link", "Call {desk.fax}.\n    link", "unknown_fact", ""),
    (FLOW, "when: created is before\n", "when: createt is before\n", "unknown_question", '"created"'),
    (FLOW, "when: account is own\n", "when: account is own and filed is yes\n", "forward_reference",
     'below "filed"'),
    (FLOW, "when: account is own\n", "when: created is after\n", "forward_reference", "above it: account."),
    (FLOW, "    ask: Do you have", "    when: filed is yes\n    ask: Do you have", "forward_reference",
     "above it: none."),
    (FLOW, "    say: Please", "    when: filed is no\n    say: Please", "", ""),
    (FLOW, "    heard: due today, due tonight\n", "", "hand_over_without_reason", '"when:" rule'),
    (FACTS, "value: https://pacer.uscourts.gov/reg", "value: http://pacer.uscourts.gov/reg",
     "link_not_https", "https://"),
    (COURT, "facts:\n", "leaves out:\n  filed: yes, no\nfacts:\n", "no_answer_left", "at least one"),
    ("says.yaml", "stopped: I have stopped. Write to me at any time to begin again.", "stopped:",
     "empty_text missing_key", ""),
    (FLOW, "urgent: yes", "urgent: yes\n    urgend: yes", "unknown_key", 'Did you mean "urgent"?'),
    (FACTS, "order: [unknown, motion_first]", "Order: [unknown]", "bad_id", ""),
    (FACTS, "  pacer.phone:", "  pacer_phone:", "bad_id unknown_fact", "pacer.phone"),
    (FACTS, "    kind: phone\n", "    kind: fax\n", "bad_choice", "phone, link, email, date, text"),
    (FACTS, "    kind: phone\n", "", "missing_key", "What it is."),
    (FACTS, "value: 800-676-6856", "value: (800) 676-6856", "bad_phone", "800-676-6856"),
    (FACTS, "value: 2014-08-11", "value: 8/11/2014", "bad_date", "2014-08-11"),
    (FACTS, "value: 2014-08-11", "value: 2014-02-30", "bad_date", "2014-08-11"),
    (FACTS, "    value: 2014-08-11\n", "", "missing_key", "hours themselves."),
    (FACTS, "my-account-billing", "my account", "bad_link", "https://"),
    (FACTS, "  pacer.phone:\n    kind: phone\n    value: 800",
     "  pacer.mail:\n    kind: email\n    value: 800", "bad_email unknown_fact", "@"),
    (FACTS, "    source: an announcement\n    checked: 2026-11-01",
     "    source: an announcement\n    checked: today", "bad_date", ""),
    (FACTS, "    mark: B", "    mark: D", "bad_choice", "A, B, C"),
    (COURT, "court: north", "court: nord", "wrong_file", "court: north"),
    (COURT, "type: bankruptcy", "type: tax", "bad_choice", "bankruptcy, district, appellate"),
    (COURT, "zone: America/Chicago", "zone: Central", "bad_zone", "America/Chicago"),
    (COURT, "default flow: nextgen", "default flow: nextgem", "unknown_flow", '"nextgen"'),
    (COURT, "facts:\n", "flags:\n  order: motion\nfacts:\n", "unknown_flag", '"motion_first"'),
    (COURT, "facts:\n", "leaves out:\n  acount: own\nfacts:\n", "unknown_question", '"account"'),
    (COURT, "facts:\n", "leaves out:\n  account: owned\nfacts:\n", "unknown_answer", '"own"'),
    (COURT, "facts:\n", "words:\n  upgrad: Do it.\nfacts:\n", "unknown_step", '"upgrade"'),
    (COURT, "facts:\n", "notes:\n  upgrade: Call {court.fax}.\nfacts:\n", "unknown_fact", '"court.'),
    (COURT, "facts:\n", "notes: yes\nfacts:\n", "not_a_mapping", "one name a line"),
    (PHRASES, "  yes: yes, yes i did", "  yes: yes\n  maybe: maybe", "unknown_key", "yes, no, not sure"),
    (PHRASES, "  stop: stop\n", "", "missing_key", 'Add "stop:"'),
    (PHRASES, "  stop: stop\n", "  stop: stop\n  halt: halt\n", "unknown_key", "back, restart"),
    (PHRASES, "  stop: stop\n", "  stop: stop, Back!\n", "twin_phrases", ""),
    (WORDS, "  phrases: pacer, a pacer account\n", "", "missing_key", "How filers write it."),
    (WORDS, "pacer:\n", "pacer,:\n", "bad_id", ""),
    (WORDS, "pacer:\n", "other: {phrases: [pacer], text: Other.}\npacer:\n", "twin_phrases", ""),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "kinds", "words"), CASES, ids=lambda part: str(part)[:30])
def test_what_is_wrong_is_told_with_what_to_write(
    file: str, old: str, new: str, kinds: str, words: str
) -> None:
    found = problems_in(changed(file, old, new))
    assert {problem.kind for problem in found} == set(kinds.split()), found
    assert not found or any(words in problem.advice for problem in found), found


def without_the_macros_link(texts: dict[str, str]) -> dict[str, str]:
    """The flow files, in which only the flow itself names a court's page."""
    return {**texts, "macros.yaml": texts["macros.yaml"].replace("  link: court.page\n", "")}


def test_a_fact_that_one_court_lacks_is_told_for_that_court() -> None:
    texts = without_the_macros_link(changed("courts/south.yaml", "court.page:", "court.site:"))
    (problem,) = problems_in(texts)
    assert (problem.file, problem.line, problem.kind) == ("nextgen.yaml", 60, "unknown_fact")
    assert "south" in problem.what
    assert "courts/south.yaml" in problem.advice


def test_a_courts_note_may_name_a_fact_that_only_this_court_has() -> None:
    texts = without_the_macros_link(changed("courts/north.yaml", "court.page:", "court.site:"))
    texts["nextgen.yaml"] = texts["nextgen.yaml"].replace("      - court.page\n", "")
    texts["courts/north.yaml"] += "notes:\n  upgrade: Call {court.site}.\n"
    assert problems_in(texts) == []


def test_a_rule_is_told_in_its_own_line_of_a_list() -> None:
    (problem,) = problems_in(changed("nextgen.yaml", "- court.type is district", "- court.type is local"))
    assert (problem.line, problem.column) == (67, 9)


def test_with_nothing_known_the_advice_says_so() -> None:
    texts = changed("courts/north.yaml", "facts:\n", "flags:\n  motion: first\nfacts:\n")
    texts["facts.yaml"] = texts["facts.yaml"].replace("flags:\n  order: [unknown, motion_first]\n", "")
    (problem,) = problems_in(texts)
    assert problem.advice == "Nothing of that sort is known here."


def test_a_problem_reads_as_one_line() -> None:
    (problem,) = problems_in(changed("facts.yaml", "value: 2014-08-11", "value: 2014-02-30"))
    assert str(problem) == (
        'facts.yaml:32:5: error: "value" of fact "pacer.upgrade_day" is "2014-02-30", which is no day. '
        "Write year-month-day, such as 2014-08-11."
    )
