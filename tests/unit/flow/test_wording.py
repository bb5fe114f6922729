"""Texts filled with a court's facts."""

from datetime import date

import pytest

from bot.errors import FlowError
from bot.flow.wording import NamedLink, Wording
from tests.flows.overlay import base, library_of

TODAY = date(2026, 12, 1)


def wording(*changes: tuple[str, str, str], court: str = "north") -> Wording:
    texts = base()
    for file, old, new in changes:
        assert old in texts[file]
        texts[file] = texts[file].replace(old, new, 1)
    library = library_of(texts)
    return Wording(library, library.courts[court])


def test_facts_are_filled_as_they_are_written_and_days_in_words() -> None:
    text = "Call {pacer.phone} or {court.name}. Since {pacer.upgrade_day}."
    filled = wording().fill(text, TODAY)
    assert filled == "Call 800-676-6856 or the Court of the North. Since August 11, 2014."


def test_each_court_fills_its_own_facts() -> None:
    assert wording(court="north").fill("{court.go_live}", TODAY) == "June 2, 2025"
    assert wording(court="south").fill("{court.go_live}", TODAY) == "March 4, 2024"


def test_a_courts_fact_lies_over_everybodys() -> None:
    own = "  pacer.phone: {kind: phone, value: 800-555-0111, source: s, checked: 2026-11-01,"
    own += " expires: 2027-11-01}\n"
    over = wording(("courts/north.yaml", "facts:\n", f"facts:\n{own}"))
    assert over.fill("{pacer.phone}", TODAY) == "800-555-0111"


def test_values_are_filled_as_they_come_and_never_read_again() -> None:
    assert (
        wording().fill("{name} at {pacer.phone}", TODAY, name="{pacer.phone}")
        == "{pacer.phone} at 800-676-6856"
    )


def test_a_text_without_a_gap_stays_as_it_is() -> None:
    assert wording().fill("A *bold* word { alone.", TODAY) == "A *bold* word { alone."


@pytest.mark.parametrize("text", ["{pacer.fax}", "{count}", "{}"])
def test_a_gap_that_nothing_fills_is_refused(text: str) -> None:
    with pytest.raises(FlowError):
        wording().fill(text, TODAY)


@pytest.mark.parametrize(
    ("day", "filled"),
    [
        (date(2026, 1, 1), ""),
        (date(2026, 1, 2), "800-676-6856"),
        (date(2026, 1, 3), "800-676-6856"),
        (date(2026, 1, 4), ""),
    ],
)
def test_a_fact_is_said_from_its_first_day_to_its_last(day: date, filled: str) -> None:
    dated = wording(
        ("facts.yaml", "    mark: A\n", "    mark: A\n    from: 2026-01-02\n    until: 2026-01-03\n")
    )
    assert dated.fill("{pacer.phone}", day) == filled


def test_a_sentence_is_said_by_its_key() -> None:
    assert wording(("says.yaml", "help: ", "x: ")).say("x", TODAY).startswith("You can press a button")
    with pytest.raises(FlowError, match="no sentence nothing_like_it"):
        wording().say("nothing_like_it", TODAY)


def test_links_phones_and_addresses_become_links() -> None:
    words = wording(
        (
            "facts.yaml",
            "kind: phone\n    value: 800-676-6856",
            "kind: phone\n    value: 1-800-676-6856 ext. 12",
        ),
        (
            "facts.yaml",
            "kind: link\n    value: https://pacer.uscourts.gov/register-account",
            "kind: email\n    value: a@b.gov",
        ),
    )
    assert words.link("pacer.phone", TODAY) == NamedLink("PACER", "tel:+18006766856;ext=12")
    assert words.link("pacer.register", TODAY) == NamedLink("Register", "mailto:a@b.gov")
    assert words.link("pacer.manage", TODAY).url == "https://pacer.uscourts.gov/my-account-billing"


def test_a_link_without_a_label_is_called_what_it_is() -> None:
    assert wording().link("court.phone", TODAY) == NamedLink("800-555-0100", "tel:+18005550100")


def test_a_label_may_name_a_fact() -> None:
    words = wording(("courts/north.yaml", "label: Our page", "label: The page of {court.name}"))
    assert words.link("court.page", TODAY).label == "The page of the Court of the North"


def test_a_day_is_given_as_a_day() -> None:
    assert wording().day("court.go_live") == date(2025, 6, 2)
    with pytest.raises(FlowError, match="no date"):
        wording().day("pacer.phone")
    with pytest.raises(FlowError, match="no fact"):
        wording().day("pacer.fax")


def test_stale_facts_are_found_in_texts_and_by_key() -> None:
    words = wording(
        ("facts.yaml", "expires: 2027-11-01", "expires: 2026-11-30"),
        ("courts/north.yaml", "expires: 2027-11-01", "expires: 2026-11-30"),
    )
    text = "{pacer.phone} {court.phone} {pacer.phone} {pacer.manage} {count}"
    assert [fact.key for fact in words.stale(text, TODAY)] == ["pacer.phone", "court.phone"]
    assert [fact.key for fact in words.stale(["court.phone", "pacer.manage"], TODAY)] == ["court.phone"]
    assert words.stale(text, date(2026, 11, 30)) == ()


def test_some_facts_not_every_court_has() -> None:
    assert wording().knows("court.phone")
    assert not wording().knows("court.hours")
