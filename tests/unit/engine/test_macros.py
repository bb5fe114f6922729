"""Canned replies: the order in which a case is offered them, and what they say on a day."""

from datetime import date

from bot.engine.book import Book, build
from bot.engine.conversation import Conversation, Told
from bot.engine.macros import offered, words
from tests.flows.overlay import base, changed, library_of

TODAY = date(2026, 12, 1)
MACROS = """\
first:
  title: First
  text: Hello.
for_step:
  title: For a step
  for: upgrade
  text: Please upgrade.
for_reason:
  title: For a reason
  for: deadline, register
  text: Please call.
"""
OLD_ACCOUNT = {"account": "own", "created": "before", "filed": "yes"}


def book(macros: str = MACROS) -> Book:
    """The northern court's book with these canned replies."""
    return build(library_of(base() | {"macros.yaml": macros}), "north")


def conversation(answers: dict[str, str], heard: str = "") -> Conversation:
    """A conversation with these answers, which handed over by these words."""
    told = {question: Told(answer, 1) for question, answer in answers.items()}
    return Conversation("U1.own", "north", "U1", flow="nextgen", told=told, heard=heard)


def order(reason: str, about: Conversation | None) -> list[str]:
    """The ids in the order they are offered."""
    return [macro.id for macro in offered(book(), reason, about)]


def test_without_a_fitting_one_the_order_is_that_of_the_file() -> None:
    assert order("not_understood", None) == ["first", "for_step", "for_reason"]


def test_those_for_the_reason_come_first() -> None:
    assert order("deadline", None) == ["for_reason", "first", "for_step"]


def test_those_for_the_steps_that_were_shown_come_next() -> None:
    assert order("not_understood", conversation(OLD_ACCOUNT)) == ["for_step", "first", "for_reason"]
    stuck = conversation(OLD_ACCOUNT, heard="deadline")
    assert order("deadline", stuck) == ["for_reason", "for_step", "first"]


def test_a_filer_without_a_checklist_had_no_steps() -> None:
    assert order("not_understood", conversation({"account": "own"})) == ["first", "for_step", "for_reason"]


def test_the_words_have_todays_facts_and_the_links_under_them() -> None:
    (macro, _) = build(library_of(base()), "north").macros
    assert words(build(library_of(base()), "north"), macro, TODAY) == (
        "Please call PACER at 800-676-6856. They can look at your account.\n"
        "Our page: https://www.example.gov/north"
    )


def test_a_fact_that_should_have_been_looked_up_again_is_to_be_confirmed() -> None:
    north = build(library_of(base()), "north")
    late = words(north, north.macros[0], date(2028, 1, 1))
    assert "Please confirm it by phone." in late
    assert "may have changed since we last looked: PACER." in late
    assert "may have changed since we last looked: Our page." in late


def test_a_court_may_have_its_own_text_or_leave_one_out() -> None:
    texts = changed(
        "courts/north.yaml", "facts:\n", "macros:\n  call_pacer: no\n  wrong_court: Not here.\nfacts:\n"
    )
    north, south = (build(library_of(texts), court) for court in ("north", "south"))
    assert [(one.id, one.text) for one in north.macros] == [("wrong_court", "Not here.")]
    assert [one.id for one in south.macros] == ["call_pacer", "wrong_court"]


def test_the_fingerprint_follows_what_the_filer_reads_and_nothing_else() -> None:
    def fingerprint(macros: str) -> str:
        return book(macros).macros[0].fingerprint

    before = fingerprint(MACROS)
    assert len(before) == 16
    assert fingerprint(MACROS.replace("title: First", "title: 1st\n  for: upgrade")) == before
    assert fingerprint(MACROS.replace("Hello.", "Hi.")) != before
    assert fingerprint(MACROS.replace("text: Hello.", "text: Hello.\n  link: pacer.manage")) != before
