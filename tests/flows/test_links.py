"""Filers are sent only to addresses, phones and emails that a public page shows, and that page is named."""

import re
from datetime import timedelta

from tests.flows.known_links import EMAILS_SEEN, NEVER_SHOWN, NOT_SEEN, PHONES_SEEN, SEEN
from tests.flows.shipped import TODAY, facts, texts


def test_every_link_was_seen_and_carries_the_mark_and_source_of_that() -> None:
    wrong = [
        f"{file}: {fact.key} {fact.value}"
        for file, fact in facts()
        if fact.kind == "link" and SEEN.get(fact.value) != (fact.mark, fact.source)
    ]
    assert not wrong


def test_every_phone_and_email_was_seen() -> None:
    shown = {(fact.kind, fact.key, fact.value) for _, fact in facts() if fact.kind in ("phone", "email")}
    assert {
        key for kind, key, value in shown if kind == "phone" and value not in PHONES_SEEN.get(key, ())
    } == set()
    assert {value for kind, _, value in shown if kind == "email"} <= EMAILS_SEEN


def test_nothing_ships_that_no_page_has_shown() -> None:
    assert [(file, fact.key) for file, fact in facts() if fact.mark not in ("A", "B")] == []
    for name, text in texts().items():
        assert [address for address in NOT_SEEN if address in text] == [], name
        assert [host for host in NEVER_SHOWN if host in text] == [], name


def test_every_address_of_a_link_is_a_court_or_pacer_and_encrypted() -> None:
    addresses = [fact.value for _, fact in facts() if fact.kind == "link"]
    foreign = [one for one in addresses if not re.match(r"https://[a-z0-9.]+\.uscourts\.gov/", one)]
    assert foreign == []


def test_every_fact_names_a_page_and_is_looked_up_again_within_a_year() -> None:
    for file, fact in facts():
        assert re.match(r"https?://\S+$", fact.source), f"{file}: {fact.key}"
        assert fact.checked <= TODAY <= fact.expires, f"{file}: {fact.key}"
        assert fact.expires - fact.checked <= timedelta(days=365), f"{file}: {fact.key}"


def test_what_no_page_gives_is_left_out() -> None:
    keys = {(file, fact.key) for file, fact in facts()}
    invented = {"court.hours", "court.email", "court.video", "court.ecf"}
    assert {key for file, key in keys if file == "courts/moeb.yaml"} & invented == set()
