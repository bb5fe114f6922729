"""A small court with a flow of four questions, in the court's own words: for whole turns."""

from bot.engine.book import Book, build
from bot.flow.library import load
from bot.flow.sayings import SAYINGS

FLOW = """\
flow: nextgen
title: Get ready
start: Welcome to the {court.name}.
about: [get ready to file]
questions:
  account:
    ask: Whose account is it?
    rephrase: Is it yours alone?
    why: Each filing is tied to one person.
    answers:
      own: My own
      shared: Shared
      none: None
    also:
      own: mine, attorney account
      shared: the firm's account, shared account
      none: no account
  created:
    when: account is own
    ask: When was it made?
    answers:
      before: Before {pacer.upgrade_day}
      after: That day or later
      unsure: Not sure
    also:
      before: legacy
      unsure: not sure
    dates:
      before: before pacer.upgrade_day
      after: from pacer.upgrade_day
  upgraded:
    when: created is before
    ask: Was it upgraded?
    answers:
      yes: Yes
      no: No
  filed:
    ask: Did you file here before?
    answers:
      earlier: Before go-live
      never: Never
      unsure: No idea yet
steps:
  upgrade:
    when: upgraded is no
    do: Click *Upgrade*.
    link: pacer.page
  link:
    when: filed is earlier
    do: Link it.
    link: pacer.page
    not before: court.go_live
  ask_court:
    when: filed is never
    do: Ask the court.
    link: court.phone
    flow: mfa
  sign_in:
    do: Sign in.
    link: pacer.page
hand over:
  unsure:
    when: filed is unsure
    because: Staff can look it up.
  deadline_today:
    heard: due today, deadline today
    because: A deadline is near.
    urgent: yes
  legal_question:
    heard: should i file
    say: I give no legal advice.
    because: Staff can tell you more.
    link: court.phone
  secret_pasted:
    heard: here is my password
    say: Please change it.
    because: Staff help you to change it.
    no way back: yes
  asked_for_person:
    heard: talk to somebody
    because: You asked for a person.
  not_understood:
    heard: you do not get it
    because: I did not understand you.
finish: Good luck.
"""
OTHER = """\
flow: mfa
title: Set up MFA
start: Now the second check.
about: [set up mfa]
questions:
  app:
    ask: Do you have an app?
    answers: {yes: "Yes", no: "No"}
steps:
  enroll:
    do: Add the app.
    link: pacer.page
"""
CHECKED = "checked: 2026-11-01, expires: 2027-06-01"
PACER = f'source: "https://pacer.uscourts.gov/", {CHECKED}'
MOEB = f'source: "https://www.moeb.uscourts.gov/contact", {CHECKED}'
FACTS = f"""\
facts:
  pacer.phone: {{kind: phone, value: 800-676-6856, label: PACER, {PACER}}}
  pacer.page: {{kind: link, value: "https://pacer.uscourts.gov/", label: PACER page, mark: A, {PACER}}}
  pacer.upgrade_day: {{kind: date, value: 2014-08-11, {PACER}}}
flags: {{}}
"""
COURT = f"""\
court: test
name: Test Court
type: bankruptcy
zone: America/Chicago
facts:
  court.phone: {{kind: phone, value: 314-555-0100, label: Court desk, {MOEB}}}
  court.go_live: {{kind: date, value: 2026-12-01, {MOEB}}}
notes:
  upgrade: Bring your old login.
"""
PHRASES = """\
groups:
  yes: yes, yep
  no: no, nope
  not sure: not sure, i do not know
commands:
  back: back
  restart: restart
  why: why
  help: help
  person: person
  status: status
  stop: stop
  go_on: go on
  worked: that worked, thanks
  stuck: still stuck
  something_else: something else
  forget_me: forget me
  what_is: what is
  changes_mind: actually
"""
WORDS = """\
pacer:
  phrases: pacer
  text: PACER is the public access system. Call {pacer.phone}.
"""


def says() -> str:
    """Every sentence the bot needs, as its key and its values: `corrected [question] [answer]`."""
    lines = []
    for key, values in SAYINGS.items():
        words = " ".join([f"<{key}>", *(f"{{{value}}}" for value in sorted(values))])
        lines.append(f'{key}: "{words}"')
    return "\n".join(lines) + "\n"


def small_book(flow: str = FLOW) -> Book:
    """The test court's book; `flow` replaces the main flow."""
    texts = {
        "nextgen.yaml": flow,
        "mfa.yaml": OTHER,
        "facts.yaml": FACTS,
        "phrases.yaml": PHRASES,
        "words.yaml": WORDS,
        "says.yaml": says(),
        "courts/test.yaml": COURT,
    }
    library, problems = load(texts)
    assert library is not None, "\n".join(map(str, problems))
    return build(library, "test")
