"""Two spellings of one thing fold to the same words."""

import pytest

from bot.matching.fold import LIMIT, fold, hear, words


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("My OWN", "my own"),
        ("own\taccount\r\n", "own account"),
        ("sí, señor", "si senor"),
        ("STRASSE straße", "strasse strasse"),
        ("\u201cmy own\u201d", "my own"),
        ("own\u200b \u00adacc\u2060ount\ufeff", "own account"),
        ("own\x00account\x07", "own account"),
        ("_yes_ *please* ~no~", "yes please no"),
        ("\uff4d\uff59 \uff4f\uff57\uff4e", "my own"),
        ("", ""),
        ("?!...", ""),
        ("\ud800", ""),
    ],
)
def test_case_accents_and_invisible_characters_change_nothing(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("don't", "do not"),
        ("don\u2019t", "do not"),
        ("dont", "do not"),
        ("don t", "do not"),
        ("didn t", "did not"),
        ("can't cannot cant can t", "can not can not can not can not"),
        ("won't", "will not"),
        ("shan't ain't", "shall not is not"),
        ("n't", "not"),
        ("I'm I've I'll I'd we're", "i am i have i will i would we are"),
        ("it's what's", "it is what is"),
        ("the firm's account, the clerks' desk", "the firm account the clerks desk"),
        ("o'clock", "oclock"),
        ("idk", "i do not know"),
        ("nto nevr", "not never"),
        ("w/o an acct", "without an account"),
    ],
)
def test_contractions_and_slips_are_written_out(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("e-filed", "efiled"),
        ("e filing", "efiling"),
        ("CM/ECF", "cmecf"),
        ("go-live", "go live"),
        ("log in", "login"),
        ("Next Gen", "nextgen"),
        ("user name, pass word", "username, password"),
        ("any more", "anymore"),
    ],
)
def test_words_written_apart_are_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_of_two_clauses_are_never_joined() -> None:
    assert words("option e, filed in 2012") == ("option", "e", "filed", "in", "2012")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("\N{THUMBS UP SIGN}", "yes"),
        ("\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}", "yes"),
        (":+1:", "yes"),
        (":+1::skin-tone-3:", "yes"),
        (":thumbsup: thanks", "yes thanks"),
        ("\N{THUMBS DOWN SIGN}", "no"),
        (":-1:", "no"),
        (":thumbsdown:", "no"),
        ("yes :smile:", "yes"),
        ("at 10:30:15", "at 10 30 15"),
        ("note:own:yes", "note own yes"),
    ],
)
def test_thumbs_are_yes_and_no_and_other_emoji_are_nothing(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_only_the_first_2000_characters_are_read_and_no_word_is_cut() -> None:
    assert words("a " * (LIMIT // 2) + "own") == ("a",) * (LIMIT // 2)
    assert words("a" + " " * (LIMIT - 3) + "owner of it") == ("a",)
    assert words(" " * 3000 + "own") == ()
    assert words("own " + "x" * 1_000_000) == ("own",)


def test_punctuation_is_remembered_where_it_parts_clauses() -> None:
    heard = hear("no, my own - it is (really) e-filed?! Yes")
    assert heard.words == ("no", "my", "own", "it", "is", "really", "efiled", "yes")
    assert heard.breaks == {1: ",", 3: "-", 5: "(", 6: ")", 7: "?"}
    assert heard.ends_at(1)
    assert not heard.ends_at(2)
    assert heard.ends_at(8)
