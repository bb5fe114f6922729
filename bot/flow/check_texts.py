"""Every text that somebody reads: no literal facts, whole markup, sentences that are easy to read."""

from collections.abc import Iterable

from bot.flow.days import in_words
from bot.flow.literals import literals
from bot.flow.model import Fact, Library
from bot.flow.placeholder import Gap, parts
from bot.flow.reading_ease import LONGEST_SENTENCE, grade, sentences, words
from bot.flow.report import Report
from bot.flow.texts import Passage, passages

HARDEST_GRADE = 8
_THINGS = {
    "literal_phone": "phone number",
    "literal_url": "address of a page",
    "literal_email": "e-mail address",
    "literal_date": "day",
}


def check_texts(library: Library, report: Report) -> None:
    """Report what is wrong with the words of each text; of a fact's value its markup alone."""
    for passage in passages(library):
        _check_markup(passage, report)
        if passage.use != "fact":
            _check_literals(passage, _facts(passage, library), report)
            _check_ease(passage, report)


def _facts(passage: Passage, library: Library) -> list[tuple[str, Fact]]:
    """The facts a passage may name: all, where it is a text for every court."""
    courts = [library.courts[passage.court]] if passage.court else list(library.courts.values())
    return [*library.facts.items(), *(item for court in courts for item in court.facts.items())]


def _check_literals(passage: Passage, facts: Iterable[tuple[str, Fact]], report: Report) -> None:
    for kind, written in literals(passage.text):
        what = f'The {_THINGS[kind]} "{written}" is written into {passage.called}.'
        known = next((key for key, fact in facts if written in (fact.value, in_words(fact))), "")
        advice = (
            f"Write {{{known}}}."
            if known
            else "Make it a fact in facts.yaml, and write its key, such as {pacer.phone}."
        )
        report.error(passage.place, kind, what, advice)


def _check_markup(passage: Passage, report: Report) -> None:
    if passage.text.count("*") % 2:
        what = f"One * of {passage.called} has no partner."
        report.error(passage.place, "unbalanced_bold", what, "Put a * before and after the *bold words*.")
    if any("{" in part or "}" in part for part in parts(passage.text) if not isinstance(part, Gap)):
        what = f"A brace of {passage.called} has no partner."
        report.error(passage.place, "unbalanced_brace", what, "Write a placeholder as {pacer.phone}.")


def _check_ease(passage: Passage, report: Report) -> None:
    for sentence in sentences(passage.text):
        long = len(words(sentence))
        if long > LONGEST_SENTENCE:
            what = f'A sentence of {passage.called} has {long} words: "{sentence[:40]}...".'
            advice = f"Make two of it; {LONGEST_SENTENCE} words are enough."
            report.warning(passage.place, "long_sentence", what, advice)
    hard = grade(passage.text)
    if hard > HARDEST_GRADE:
        what = f"{passage.called[0].upper()}{passage.called[1:]} reads like school grade {hard:.1f}."
        advice = f"Use shorter words and sentences, until it is {HARDEST_GRADE} or less."
        report.warning(passage.place, "hard_to_read", what, advice)
