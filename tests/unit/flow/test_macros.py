"""Canned replies in the files: what is read of them, and what does not fit."""

import pytest

from tests.flows.overlay import LIMITS, base, changed, library_of, problems_in

FILE = "macros.yaml"
TEXT = "text: Please call PACER at {pacer.phone}. They can look at your account."
LINKED = "Our page: https://www.example.gov/north"
NORTH = "courts/north.yaml"


def test_a_canned_reply_is_read_with_all_it_says() -> None:
    macro = library_of(base()).macros["call_pacer"]
    assert (macro.title, macro.offered_for, macro.links) == (
        "Call PACER",
        ("upgrade", "link"),
        ("court.page",),
    )
    assert TEXT.endswith(macro.text)
    assert (macro.place.file, macro.place.line) == (FILE, 2)


def test_there_need_be_no_canned_replies() -> None:
    texts = base()
    del texts[FILE]
    assert problems_in(texts) == []
    assert library_of(texts).macros == {}


def kinds(texts: dict[str, str]) -> list[tuple[str, str, int]]:
    return [(problem.kind, problem.file, problem.line) for problem in problems_in(texts)]


def test_a_link_that_does_not_exist_is_left_out_of_what_goes_on() -> None:
    texts = changed(FILE, "link: court.page", "link: court.fax, court.page")
    assert kinds(texts) == [("unknown_fact", FILE, 6)]
    assert library_of(texts).macros["call_pacer"].links == ("court.page",)


@pytest.mark.parametrize("room", [0, 1])
def test_the_links_and_what_must_be_confirmed_count_with_the_text(room: int) -> None:
    confirm = "Please confirm this: {label}."
    said = base()["says.yaml"].split("confirm_fact:")
    says = f"{said[0]}confirm_fact: {confirm!r}\n{said[1].partition(chr(10))[2]}"
    after = len(f"\n{LINKED}") + len(confirm) - len("{label}") + 60 + 1
    filled = ("ab " * LIMITS.reply)[: LIMITS.reply - after - 1 + room] + "."
    texts = changed(FILE, TEXT, f"text: {filled}") | {"says.yaml": says}
    lengths = [problem for problem in problems_in(texts) if problem.kind == "text_too_long"]
    assert [(one.file, one.line) for one in lengths] == ([(FILE, 5)] if room else [])


def test_a_court_s_own_text_must_fit_too() -> None:
    own = "Please call. " * 240
    texts = changed(NORTH, "facts:\n", f"macros:\n  wrong_court: {own}\nfacts:\n")
    assert kinds(texts) == [("text_too_long", NORTH, 9)]


def test_a_court_s_own_text_is_checked_with_its_own_facts() -> None:
    texts = changed(NORTH, "facts:\n", "macros:\n  wrong_court: Call {court.fax}.\nfacts:\n")
    assert kinds(texts) == [("unknown_fact", NORTH, 9)]
    assert kinds(changed(NORTH, "facts:\n", "macros:\n  wrong_court: no\nfacts:\n")) == []


def test_an_unseen_link_of_a_canned_reply_is_told() -> None:
    facts = base()["facts.yaml"].replace("    mark: B", "    mark: C")
    flow = base()["nextgen.yaml"].replace("    link: pacer.manage\n", "    link: pacer.phone\n")
    texts = base() | {"facts.yaml": facts, "nextgen.yaml": flow}
    assert kinds(texts) == []
    linked = {FILE: texts[FILE].replace("link: court.page", "link: pacer.manage")}
    assert [kind for kind, _, _ in kinds(texts | linked)] == ["unconfirmed_link"]
