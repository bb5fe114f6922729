"""Codes of receipts: no look-alikes, no words, and never one for two answers."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from bot.service.receipt_codes import ALPHABET, LENGTH, LOOK_ALIKES, TRIES, as_code, candidates

ALIKE = ("0OQD", "1IL", "5S", "8B", "2Z", "UVY", "G6", "EF", "A4")
SEEDS = st.lists(st.text(max_size=20), min_size=1, max_size=4)


def test_no_two_signs_of_the_alphabet_look_alike_and_none_is_a_vowel() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert all(len(set(alike) & set(ALPHABET)) <= 1 for alike in ALIKE)
    assert not set("AEIOU0158B2ZLSV") & set(ALPHABET)
    assert all(wrong not in ALPHABET for wrong in map(chr, LOOK_ALIKES))


def test_twenty_thousand_answers_have_twenty_thousand_codes() -> None:
    taken: set[str] = set()
    for number in range(20_000):
        taken.add(next(code for code in candidates(f"U{number}.own.1", "path") if code not in taken))
    assert len(taken) == 20_000
    assert {len(code) for code in taken} == {LENGTH}


@given(SEEDS)
def test_the_same_seed_gives_the_same_codes_and_they_grow_longer(seed: list[str]) -> None:
    first = list(islice(candidates(*seed), 2 * TRIES))
    assert first == list(islice(candidates(*seed), 2 * TRIES))
    assert [len(code) for code in first] == [LENGTH] * TRIES + [LENGTH + 1] * TRIES
    assert len(set(first)) > TRIES


@given(SEEDS)
def test_a_code_is_understood_however_it_is_written(seed: list[str]) -> None:
    code = next(candidates(*seed))
    assert as_code(code.lower()) == code
    assert as_code(f" {code[:2]}-{code[2:]} ") == code
    back = {ours: chr(theirs) for theirs, ours in LOOK_ALIKES.items()}
    assert as_code("".join(back.get(sign, sign) for sign in code)) == code


@given(st.text())
def test_what_is_no_code_is_none(typed: str) -> None:
    assert not set(as_code(typed)) - set(ALPHABET)


def test_too_little_is_no_code() -> None:
    assert as_code("7F3K") == ""
    assert as_code("7F3K5") == ""
