"""Parts of replies are made once, and not kept without end."""

from bot.engine.made import MOST, Made


def test_a_part_is_made_once() -> None:
    made, parts = Made(), iter(["first", "second"])
    assert [made.once("key", lambda: next(parts)) for _ in range(2)] == ["first", "first"]


def test_parts_of_another_key_are_another() -> None:
    made = Made()
    assert made.once(("question", 1), lambda: "one") == "one"
    assert made.once(("question", 2), lambda: "two") == "two"


def test_when_there_are_too_many_all_are_made_anew() -> None:
    made = Made()
    for number in range(MOST):
        made.once(number, lambda: "old")
    assert made.once(0, lambda: "new") == "old"
    made.once(MOST, lambda: "one more")
    assert made.once(0, lambda: "new") == "new"
