"""The checks of words, phrases, lengths and facts, at their edges."""

from dataclasses import replace
from datetime import date

import pytest

from bot.flow.check import check
from bot.flow.check_sentences import check_sentences
from bot.flow.limits import TextLimits
from bot.flow.literals import literals
from bot.flow.reading_ease import grade, sentences, syllables, words
from bot.flow.report import Report
from tests.flows.overlay import LIMITS, NOW, base, changed, library_of, problems_in

FLOW, FACTS = "nextgen.yaml", "facts.yaml"


def kinds(texts: dict[str, str], limits: TextLimits = LIMITS, today: date | None = None) -> list[str]:
    return [problem.kind for problem in check(library_of(texts), today or NOW.date(), limits)]


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("Call 800-676-6856.", "literal_phone", "800-676-6856"),
        ("Call (800) 676-6856.", "literal_phone", "(800) 676-6856"),
        ("Call 1-800-676-6856 now", "literal_phone", "1-800-676-6856"),
        ("Call +1 800 676 6856", "literal_phone", "+1 800 676 6856"),
        ("Call 8006766856", "literal_phone", "8006766856"),
        ("Call 244-4500", "literal_phone", "244-4500"),
        ("See https://pacer.uscourts.gov/.", "literal_url", "https://pacer.uscourts.gov/"),
        ("See HTTP://x.", "literal_url", "HTTP://x"),
        ("See www.pacer.gov today", "literal_url", "www.pacer.gov"),
        ("See pacer.uscourts.gov/help.", "literal_url", "pacer.uscourts.gov/help"),
        ("Write to pacer@psc.uscourts.gov.", "literal_email", "pacer@psc.uscourts.gov"),
        ("Before 2014-08-11", "literal_date", "2014-08-11"),
        ("Before August 11, 2014", "literal_date", "August 11, 2014"),
        ("Before Aug. 11th 2014", "literal_date", "Aug. 11th 2014"),
        ("Before 11 August 2014", "literal_date", "11 August 2014"),
        ("Before August 2014", "literal_date", "August 2014"),
        ("On August 11", "literal_date", "August 11"),
        ("Before 8/11/2014", "literal_date", "8/11/2014"),
        ("Before 8/11/14", "literal_date", "8/11/14"),
    ],
)
def test_what_grows_old_is_found_in_a_text(text: str, kind: str, written: str) -> None:
    assert list(literals(text)) == [(kind, written)]


@pytest.mark.parametrize(
    "text",
    [
        "Chapter 7/13 trustees", "You may 2 times", "Since 2014", "St. Louis, MO 63102-1116", "Form 410",
        "Rule 9037.1", "24/7", "CM/ECF 1.8.2", "{pacer.phone} {court.go_live}", "U.S. Courts", "11 USC 341",
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert list(literals(text)) == []


def test_two_literals_of_one_text_are_both_told() -> None:
    assert len(list(literals("Call 800-676-6856 before 8/11/2014."))) == 2


def test_a_courts_own_fact_is_named_in_the_advice_on_its_note() -> None:
    texts = changed("courts/north.yaml", "facts:\n", "notes:\n  link: Call 800-555-0100.\nfacts:\n")
    (problem,) = problems_in(texts)
    assert (problem.file, problem.kind, problem.advice) == (
        "courts/north.yaml",
        "literal_phone",
        "Write {court.phone}.",
    )


def test_a_courts_fact_is_named_in_the_advice_on_a_text_of_all_courts() -> None:
    (problem,) = problems_in(changed(FLOW, "Upgrade your account.", "Call 800-555-0100."))
    assert (problem.kind, problem.advice) == ("literal_phone", "Write {court.phone}.")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (FLOW, "title: Get ready", "title: Ready by 8/11/2014"),
        (FLOW, "start: Hello", "start: 8/11/2014"),
        (FLOW, "finish: Questions?", "finish: 8/11/2014"),
        (FLOW, "why: A login", "why: 8/11/2014"),
        (FLOW, "rephrase: Is", "rephrase: 8/11/2014"),
        (FLOW, "because: You asked", "because: 8/11/2014"),
        (FLOW, "say: Please", "say: 8/11/2014"),
        (FLOW, "none: I have none", "none: 8/11/2014"),
        (FACTS, "label: Register", "label: 8/11/2014"),
        ("words.yaml", "text: PACER", "text: 8/11/2014"),
        ("says.yaml", "help: You", "help: 8/11/2014"),
        ("courts/south.yaml", "facts:\n", "words:\n  link: 8/11/2014\nfacts:\n"),
    ],
)
def test_every_text_that_somebody_reads_is_looked_at(file: str, old: str, new: str) -> None:
    (problem,) = problems_in(changed(file, old, new))
    assert (problem.file, problem.kind) == (file, "literal_date")


def test_the_value_of_a_text_fact_may_hold_what_a_text_may_not() -> None:
    text = "  pacer.site:\n    kind: text\n    value: {}\n    source: s\n    checked: 2026-11-01\n"
    text += "    expires: 2027-11-01\n"
    assert kinds(base() | {FACTS: base()[FACTS] + text.format("pacer.uscourts.gov")}) == []
    assert kinds(base() | {FACTS: base()[FACTS] + text.format("'*bold'")}) == ["unbalanced_bold"]


def test_a_sentence_ends_at_its_mark_and_a_line_goes_on() -> None:
    text = "Open the page\nand press it. Then wait: it takes long!\n\nDone\n- one\n- two"
    assert sentences(text) == (
        "Open the page and press it.",
        "Then wait:",
        "it takes long!",
        "Done",
        "- one",
        "- two",
    )


def test_twenty_five_words_are_enough() -> None:
    many = " ".join(["so"] * 25)
    assert kinds(changed(FLOW, "Upgrade your account.", f"{many}.")) == []
    assert kinds(changed(FLOW, "Upgrade your account.", f"{many} so.")) == ["long_sentence"]


def test_names_on_the_screen_and_of_the_field_are_easy_words() -> None:
    assert words("Open *Manage My Account* at {court.name} (PAA).") == ("Open", "name", "at", "name", "name")
    assert [syllables(word) for word in ("PACER", "CM/ECF", "NextGen", "accounts", "MFA")] == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1),
        ("make", 1),
        ("table", 2),
        ("upgraded", 3),
        ("asked", 1),
        ("pages", 2),
        ("names", 1),
        ("authentication", 5),
    ],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_are_a_warning_and_easy_ones_are_not() -> None:
    hard = "Subsequent authentication necessitates communicating individually identifying information."
    hard = f"{hard} Electronically transmitting documentation."
    assert grade(hard * 3) > 20
    assert grade("The cat sat on the mat. " * 4) < 2
    assert grade(hard) == 0.0
    assert "hard_to_read" in kinds(changed(FLOW, "Upgrade your account.", f"{hard} {hard} {hard}"))


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        (replace(LIMITS, button_label=24), []),
        (replace(LIMITS, button_label=22), ["label_too_long"]),
        (replace(LIMITS, title=17), []),
        (replace(LIMITS, title=16), ["text_too_long"]),
        (replace(LIMITS, buttons=3), []),
        (replace(LIMITS, buttons=2), ["too_many_answers"]),
        (replace(LIMITS, message_text=130), []),
        (replace(LIMITS, message_text=129), ["text_too_long"]),
    ],
)
def test_what_fits_is_measured_with_the_facts_filled_in(limits: TextLimits, found: list[str]) -> None:
    assert kinds(base(), limits) == found


@pytest.mark.parametrize("court", ["north", "south"])
def test_the_court_with_the_longest_name_decides_what_fits(court: str) -> None:
    name = f"name: the Court of the {court.title()}"
    texts = changed(f"courts/{court}.yaml", name, f"name: the {'long ' * 20}court")
    texts[FLOW] = texts[FLOW].replace("none: I have none", "none: None at {court.name}")
    assert kinds(texts) == ["label_too_long"]


def test_answers_to_different_questions_may_share_a_phrase() -> None:
    assert kinds(changed(FLOW, "no: first time", "no: first time, mine")) == []


@pytest.mark.parametrize("phrase", ["yes, many times", "Yes!", "yes i did", "YES  I DID"])
def test_a_groups_name_brings_its_phrases_and_case_and_marks_do_not_count(phrase: str) -> None:
    assert "twin_phrases" in kinds(changed(FLOW, "no: first time", f"no: '{phrase}'"))


def test_a_phrase_without_a_word_means_nothing() -> None:
    assert kinds(changed(FLOW, "no: first time", "no: [first time, '?']")) == []


@pytest.mark.parametrize(("today", "found"), [(date(2027, 11, 1), False), (date(2027, 11, 2), True)])
def test_a_fact_expires_after_its_last_day(today: date, found: bool) -> None:
    assert ("expired_fact" in kinds(base(), today=today)) is found


def test_an_expired_fact_is_a_warning() -> None:
    found = check(library_of(base()), date(2028, 1, 1), LIMITS)
    assert {(problem.kind, problem.severity) for problem in found} == {("expired_fact", "warning")}


@pytest.mark.parametrize(
    ("expires", "found"),
    [
        ("2027-11-02", []),
        ("2027-11-03", ["expires_too_late"]),
        ("2026-10-31", ["expired_fact", "days_reversed"]),
    ],
)
def test_a_fact_is_looked_up_again_within_a_year(expires: str, found: list[str]) -> None:
    texts = base()
    texts[FACTS] = texts[FACTS].replace("expires: 2027-11-01", f"expires: {expires}", 1)
    assert sorted(kinds(texts)) == sorted(found)


def test_nobody_has_looked_tomorrow() -> None:
    texts = base()
    texts[FACTS] = texts[FACTS].replace("checked: 2026-11-01", "checked: 2026-12-02", 1)
    assert kinds(texts) == ["checked_in_future"]


def test_a_fact_that_ends_before_it_begins_is_told() -> None:
    dated = "mark: B\n    from: 2026-12-01\n    until: 2026-11-30"
    found = kinds(changed(FACTS, "mark: B", dated))
    assert sorted(found) == ["days_reversed", "fact_not_in_force"]


@pytest.mark.parametrize(
    ("dated", "found"),
    [
        ("from: 2026-12-01", []),
        ("from: 2026-12-02", ["fact_not_in_force"]),
        ("until: 2026-12-01", []),
        ("until: 2026-11-30", ["fact_not_in_force"]),
    ],
)
def test_a_fact_that_is_used_must_hold_today(dated: str, found: list[str]) -> None:
    assert kinds(changed(FACTS, "mark: B", f"mark: B\n    {dated}")) == found


def test_a_link_nobody_has_seen_may_be_noted_and_not_used() -> None:
    texts = changed(FACTS, "mark: B", "mark: C")
    assert kinds(texts) == ["unconfirmed_link"]
    texts[FLOW] = texts[FLOW].replace("link: pacer.manage", "link: pacer.phone")
    assert kinds(texts) == []


def test_a_courts_fact_is_told_in_the_courts_file() -> None:
    (problem,) = problems_in(changed("courts/south.yaml", "    mark: A\n", "    mark: C\n"))
    assert (problem.file, problem.line) == ("courts/south.yaml", 19)


def test_without_a_phrases_file_all_commands_are_missing() -> None:
    texts = base()
    del texts["phrases.yaml"]
    assert kinds(texts) == ["missing_key"] * 17


def test_the_bots_sentences_must_be_those_the_code_says() -> None:
    library = replace(
        library_of(base()),
        says={"hello": "Hello {name} and {nobody} at {pacer.phone}.", "helo": "Hello."},
    )
    report = Report()
    check_sentences(library, {"hello": frozenset({"name"}), "bye": frozenset()}, report)
    assert [(problem.kind, problem.what) for problem in report.problems()] == [
        ("missing_key", 'The sentence "bye" is missing.'),
        ("unknown_key", 'The bot never says "helo".'),
        ("unknown_placeholder", '{nobody} in the sentence "hello" stands for nothing.'),
    ]
