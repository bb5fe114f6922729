"""Secrets are taken out at the door, and what only looks like one is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from bot.slack.guard import guard

SECRETS = [
    ("pw is hunter2", "hunter2", "password"),
    ("*password*: `Zq9Vortex7`", "Zq9Vortex7", "password"),
    ("*password:* Zq9Vortex7", "Zq9Vortex7", "password"),
    ("_pwd_ *Zq9Vortex7*", "Zq9Vortex7", "password"),
    ("pwd - Zq9Vortex7", "Zq9Vortex7", "password"),
    ("password: X7!a", "X7!a", "password"),
    ("my pass is sunshine", "sunshine", "password"),
    ("Password:\n  Correct-Horse9", "Correct-Horse9", "password"),
    ("login jdoe / Secret1!", "Secret1!", "password"),
    ("log in as jdoe with Secret1!", "Secret1!", "password"),
    ("username jdoe password Hunter2", "Hunter2", "password"),
    ("credentials jdoe:Secret1!", "Secret1!", "password"),
    ("login/password: jdoe/Secret1!", "Secret1!", "password"),
    ("the password for my PACER account is Sesame99", "Sesame99", "password"),
    ('PACER password = "open the door"', "open the door", "password"),
    ("my passphrase is correct horse battery staple", "horse battery staple", "password"),
    ("my passphrase is umber walrus lantern kettle", "walrus lantern", "password"),
    ("Secret1! is my password", "Secret1!", "password"),
    ("hunter2 was the old pacer password", "hunter2", "password"),
    ("contrase\u00f1a: gato123", "gato123", "password"),
    ("mi clave es Perro99", "Perro99", "password"),
    ("my \u0440\u0430ssw\u043erd is hunter2", "hunter2", "password"),
    ("\u0420ASSWORD: hunter2", "hunter2", "password"),
    ("\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44: hunter2", "hunter2", "password"),
    ("p a s s w o r d : hunter2", "hunter2", "password"),
    ("P-A-S-S-W-O-R-D is hunter2", "hunter2", "password"),
    ("PIN 4821", "4821", "code"),
    ("code 483920", "483920", "code"),
    ("my MFA code was 483 920", "483 920", "code"),
    ("483920 is my code", "483920", "code"),
    ("your one-time passcode is 20931187", "20931187", "password"),
    ("backup code abcd-efgh", "abcd-efgh", "code"),
    ("backup codes: ABCD-EFGH, IJKL-MNOP QRST-UVWX", "QRST-UVWX", "code"),
    ("recovery code is wxyzabcd", "wxyzabcd", "code"),
    ("my ssn is 219-09-9998", "219-09-9998", "ssn"),
    ("219 09 9998", "219 09 9998", "ssn"),
    ("social security number 219099998", "219099998", "ssn"),
    ("219099998 is my SSN", "219099998", "ssn"),
    ("last four of my SSN are 6789", "6789", "ssn"),
    ("4111 1111 1111 1111", "4111 1111 1111 1111", "card"),
    ("pay with 378282246310005", "378282246310005", "card"),
    ("card 4111-1111-1111-1112", "4111-1111-1111-1112", "card"),
    ("cvv 123", "123", "card"),
    ("routing number 081000032", "081000032", "bank"),
    ("my bank account is 12345678", "12345678", "bank"),
    ("dob 1/2/1970", "1/2/1970", "birth_date"),
    ("I was born on January 2, 1970", "January 2, 1970", "birth_date"),
    ("date of birth: 1970-01-02", "1970-01-02", "birth_date"),
    ("2 Jan 1970 is my birthday", "2 Jan 1970", "birth_date"),
    ("my mother's maiden name is Smith", "Smith", "answer"),
    ("https://pacer.example.gov/activate?token=8f3abc99", "8f3abc99", "token"),
    ("activation code: 7GH3-KK21", "7GH3-KK21", "token"),
    ("xoxb-000000000-notreal", "xoxb-000000000-notreal", "token"),
]

HARMLESS = [
    "my password is not working",
    "*password* - locked out since Monday",
    "My password isn't accepted, the password is wrong",
    "I forgot my password",
    "what is my password?",
    "password reset does not work",
    "the password field is empty",
    "username and password",
    "my user id is abcd1234",
    "my login is jdoe",
    "login error AUTH-403",
    "I can log in with jdoe since 2009",
    "case 14-12345",
    "14-12345 14-12346",
    "2:14-cv-00123",
    "account for 4:23-cv-01234-ABC",
    "Chapter 7 case 23-40123-659",
    "call me at 314-555-1212 or (800) 676-6856",
    "code 800 676 6856",
    "1-800-676-6856",
    "2009",
    "created 2009, upgraded 2015",
    "I registered on 8/11/2014",
    "linked before 2014-08-11",
    "bar number 123456",
    "Missouri bar no. 65432",
    "error code 100245",
    "zip code 631010",
    "I lost my backup codes",
    "I got a code but it does not work",
    "the code was sent 10 minutes ago",
    "PACER account number 1234567",
    "I was born to file",
    "https://ecf.moeb.uscourts.gov/doc1/09718234567",
    "how do I enroll in MFA by 12/31/2025",
]


@pytest.mark.parametrize(("text", "secret", "kind"), SECRETS, ids=[text for text, *_ in SECRETS])
def test_a_secret_is_removed_and_named(text: str, secret: str, kind: str) -> None:
    guarded = guard(text)
    assert secret not in guarded.text
    assert "[removed]" in guarded.text
    assert kind in guarded.found


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_a_secret_stays(text: str) -> None:
    assert guard(text).text == text
    assert guard(text).found == ()


@pytest.mark.parametrize("text", [text for text, *_ in SECRETS])
def test_guarding_twice_changes_nothing_more(text: str) -> None:
    once = guard(text).text
    assert guard(once).text == once
    assert guard(once).found == ()


def test_the_words_around_a_secret_stay() -> None:
    assert guard("hi, my password is Secret1! and I filed 14-12345").text == (
        "hi, my password is [removed] and I filed 14-12345"
    )


def test_several_secrets_of_several_kinds_are_all_removed() -> None:
    guarded = guard("pw: Hunter2! ssn 219-09-9998 dob 1/2/1970 code 483920")
    assert guarded.text == "pw: [removed] ssn [removed] dob [removed] code [removed]"
    assert guarded.found == ("password", "code", "ssn", "birth_date")


made_up = st.from_regex(r"[A-Z][a-z]{3,8}[0-9]{2,4}[!#%]", fullmatch=True)
around = st.text("abcdefghij ,.", max_size=30)


@given(
    before=around, secret=made_up, after=around, label=st.sampled_from(["password: ", "pw is ", "my PIN = "])
)
def test_a_password_is_removed_whatever_stands_around_it(
    before: str, secret: str, after: str, label: str
) -> None:
    assert secret not in guard(f"{before} {label}{secret} {after}").text


@given(st.from_regex(r"[45][0-9]{14}", fullmatch=True), st.sampled_from(["", " ", "-"]))
def test_every_card_number_is_removed_however_it_is_grouped(digits: str, gap: str) -> None:
    number = digits + luhn.calc_check_digit(digits)
    grouped = gap.join(number[start : start + 4] for start in range(0, 16, 4))
    assert grouped not in guard(f"here it is: {grouped}, thanks").text


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1920, 2007))
def test_a_date_is_secret_only_where_a_birth_is_spoken_of(day: int, month: int, year: int) -> None:
    date = f"{month}/{day}/{year}"
    assert date not in guard(f"DOB: {date}").text
    assert guard(f"my account is from {date}").text == f"my account is from {date}"


@given(st.integers(0, 99), st.sampled_from(["cv", "bk", "ap", "cr", "mc"]), st.integers(0, 99_999))
def test_no_case_number_is_taken_for_a_secret(year: int, kind: str, number: int) -> None:
    for text in (f"my case {year:02}-{number:05}", f"4:{year:02}-{kind}-{number:05} is my account"):
        assert guard(text).text == text


@given(st.text(max_size=300))
def test_any_text_can_be_guarded_and_guarding_is_done_once(text: str) -> None:
    once = guard(text)
    assert guard(once.text).text == once.text
    assert bool(once.found) == (once.text != text)
