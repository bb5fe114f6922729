"""What holds for every message: nothing breaks the reader, and small differences change no answer."""

import unicodedata
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.matching.commands import Commands
from bot.matching.dates import choose, spans
from bot.matching.fold import fold, words
from bot.matching.phrases import PhraseIndex
from bot.matching.types import Match, Option, Prompt, Reading, Span, Unclear
from tests.unit.matching.questions import PROMPTS, READER, TODAY, read

ANYTHING = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789/-.:'$ ,agoyersbfintlu\n", max_size=80),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Mn", "So", "Cs", "Lo"]), max_size=40),
)
SAID = [
    "attorney", "not an attorney", "shared", "my own", "not my own", "no account", "yes", "no", "not sure",
    "never linked it", "linked", "2009", "2014", "before 2014", "8/11/14", "in '09", "legacy", "I think so",
    "no, shared", "yes, in 2009", "how do I link?", "if shared", "attorney, own, 2009", "e-filed since 2012",
    "shraed", "2", "the second one", "paralegal", "it failed", "pro hac vice attorney", "ten years ago",
]  # fmt: skip
MESSAGES = st.lists(st.sampled_from(SAID), min_size=1, max_size=4).map(", ".join)
QUESTIONS = st.sampled_from([prompt.question for prompt in PROMPTS])
BEFORE = ("please", "hi,", "hello there", "um, well,", "Good morning!", "ok so")
AFTER = ("please", "thanks!", "thank you very much", ", sir", "pls", "thx :smile:")
FORMS = ["%m/%d/%Y", "%Y-%m-%d", "%B %d, %Y", "%d %b %Y", "%b. %d %Y", "%m-%d-%Y", "%Y%m%d"]
DAYS = st.dates(date(1970, 1, 1), TODAY)


def with_accents(text: str) -> str:
    """The text with an accent on each vowel."""
    return "".join(letter + "\u0301" if letter in "aeiou" else letter for letter in text)


def said(reading: Reading) -> dict[str, object]:
    """Answers and candidates by question, without the words that decided."""
    answers: dict[str, object] = {one: found.answer for one, found in reading.answers.items()}
    return answers | {one: found.candidates for one, found in reading.unclear.items()}


@given(ANYTHING, st.one_of(st.none(), QUESTIONS))
def test_any_message_is_read_without_an_error_and_the_same_way_twice(text: str, asked: str | None) -> None:
    reading = read(asked, text)
    assert reading == read(asked, text)
    assert not reading.answers.keys() & reading.unclear.keys()
    assert all(len(unclear.candidates) > 1 for unclear in reading.unclear.values())


@given(MESSAGES, QUESTIONS)
def test_a_reading_names_only_answers_of_its_question_in_their_order(text: str, asked: str) -> None:
    order = {prompt.question: [one.answer for one in prompt.options] for prompt in PROMPTS}
    reading = read(asked, text)
    assert all(found.answer in order[question] for question, found in reading.answers.items())
    for question, unclear in reading.unclear.items():
        assert [one for one in order[question] if one in unclear.candidates] == list(unclear.candidates)


@given(MESSAGES, QUESTIONS, st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_politeness_never_flips_an_answer(text: str, asked: str, before: str, after: str) -> None:
    plain, polite = said(read(asked, text)), said(read(asked, f"{before} {text} {after}"))
    for question in plain.keys() & polite.keys():
        if isinstance(plain[question], str) and isinstance(polite[question], str):
            assert plain[question] == polite[question]


@given(st.sampled_from(SAID), QUESTIONS, st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_politeness_around_one_statement_changes_nothing(
    text: str, asked: str, before: str, after: str
) -> None:
    assert said(read(asked, f"{before} {text} {after}")) == said(read(asked, text))


@given(MESSAGES, QUESTIONS, st.sampled_from(["", ".", "!!", "...", " \u2026", "\u200b", "\x07", "\n\n"]))
def test_case_accents_and_marks_at_the_end_change_nothing(text: str, asked: str, marks: str) -> None:
    plain = said(read(asked, text))
    assert said(read(asked, text.upper())) == plain
    assert said(read(asked, with_accents(text))) == plain
    assert said(read(asked, unicodedata.normalize("NFD", text) + marks)) == plain
    assert said(read(asked, text.replace("'", "\u2019").replace(", ", " ,  "))) == plain


@given(st.data())
def test_an_answer_s_own_label_always_matches_it_exactly(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.text(max_size=30), min_size=2, max_size=4, unique_by=fold))
    options = tuple(Option(str(place), text) for place, text in enumerate(texts) if fold(text))
    reader = type(READER)([Prompt("question", options)], ("yes",), ("no",), ("not sure",))
    for option in options:
        found = reader.read(option.label, "question", (), TODAY).answers["question"]
        assert (found.answer, found.how) == (option.answer, "exact")


@given(st.sampled_from(["linked", "shared", "attorney", "own", "legacy", "pending"]), st.data())
def test_a_part_of_a_word_never_matches(word: str, data: st.DataObject) -> None:
    letters = st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789", max_size=3)
    longer = data.draw(letters) + word + data.draw(letters)
    index = PhraseIndex({"key": (word,)})
    assert bool(index.found(f"it is {longer} today")) == (words(longer) == (word,))


@given(ANYTHING)
def test_folded_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANYTHING)
def test_an_index_finds_in_any_text_only_what_stands_there(text: str) -> None:
    index = PhraseIndex({"one": ("a b", "ago"), "two": ("b", "12"), "three": (text,)})
    heard = words(text)
    for found in index.found(text):
        assert heard[found.start : found.end] == words(found.phrase)
    assert index.whole(text) == (None if not heard else index.whole(fold(text)))
    assert Commands({"back": (text,)}).read(text) == ("back" if heard else None)


@given(DAYS, DAYS)
def test_every_day_is_exactly_one_of_before_and_from(day: date, cut: date) -> None:
    options = (Option("before", "B", span=Span(None, cut)), Option("from", "F", span=Span(cut, None)))
    chosen = choose(Span(day, day + timedelta(days=1)), options)
    assert chosen == Match("before" if day < cut else "from", "date", "")


@given(DAYS, DAYS, DAYS)
def test_a_span_across_a_cut_never_matches(one: date, other: date, cut: date) -> None:
    start, end = min(one, other), max(one, other) + timedelta(days=1)
    options = (Option("before", "B", span=Span(None, cut)), Option("from", "F", span=Span(cut, None)))
    chosen = choose(Span(start, end), options)
    assert isinstance(chosen, Unclear) == (start < cut < end)


@given(
    DAYS,
    st.sampled_from(["%m/%d/%Y", "%Y-%m-%d", "%B %d, %Y", "%d %b %Y", "%b. %d %Y", "%m-%d-%Y", "%Y%m%d"]),
)
def test_a_day_written_in_full_is_that_day(day: date, form: str) -> None:
    (found,) = spans(f"it was {day.strftime(form)}, I think", TODAY)
    assert found.span == Span(day, day + timedelta(days=1))


@given(st.integers(1970, 2026), st.integers(0, 40))
def test_a_year_holds_its_days_and_widens_with_about(year: int, years: int) -> None:
    (exact,) = spans(f"in {year}", TODAY)
    (about,) = spans(f"about {year}", TODAY)
    assert exact.span == Span(date(year, 1, 1), date(year + 1, 1, 1))
    assert about.span == Span(date(year - 1, 1, 1), date(year + 2, 1, 1))
    (ago,) = spans(f"{years + 1} years ago", TODAY)
    told = date(TODAY.year - years - 1, TODAY.month, TODAY.day)
    assert ago.span.start is not None
    assert ago.span.end is not None
    assert ago.span.start <= told < ago.span.end


@given(ANYTHING)
def test_no_date_lies_wholly_in_the_future(text: str) -> None:
    assert all(found.span.start is None or found.span.start <= TODAY for found in spans(text, TODAY))


def test_a_huge_message_costs_no_more_than_its_first_2000_characters() -> None:
    huge = "not my own shared 2009 " * 100_000
    assert read("account", huge) == read("account", huge[:1990])
