"""A little world of flow files, small enough to break one line at a time: one flow, two courts."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.engine.book import Book, build
from bot.flow.library import load

FLOWS = Path(__file__).parents[1] / "flows"
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("America/Chicago"))

FLOW = """\
flow: little
title: Get ready to file
start: Welcome to the {court.name}.

questions:

  account:
    ask: Do you have an account?
    answers:
      own: My own account
      shared: We share one
      none: I have none
    also:
      own: mine, my own
      shared: firm account

  created:
    when: account is own
    ask: When was it made?
    answers:
      before: Before {pacer.upgrade_day}
      after: "{pacer.upgrade_day} or later"
    dates:
      before: before pacer.upgrade_day
      after: from pacer.upgrade_day

  filed:
    ask: Have you filed here before?
    answers:
      earlier: I filed here
      never: It is my first filing
      unsure: I can not tell

steps:

  register:
    when: account is shared or none
    do: Make your own account.
    link: pacer.website

  upgrade:
    when: created is before
    do: Upgrade your account. Call {pacer.phone} if you need help.

  request:
    when: filed is never
    do: Ask the court for the right to file.
    link: pacer.website

  connect:
    when: filed is earlier or unsure
    do: Link your accounts.
    link: pacer.website

hand over:

  unsure:
    when: filed is unsure
    because: Our staff look it up for you.

  deadline:
    heard: due today
    because: This can not wait.
    urgent: yes

  asked_for_person:
    heard: talk to somebody
    because: You asked for a person.

  not_understood:
    heard: this does not help
    because: I did not understand you.

  secret_pasted:
    heard: i posted my password
    because: You typed a secret.

finish: Good luck.

examples:
  old account:
    says:
      - mine
      - 2009
      - I filed here
    gets: upgrade, connect
  needs a look:
    says:
      - firm account
      - I can not tell
    hands over: unsure
"""

FACTS = """\
flags:
  mode: [plain, strict]

facts:
  pacer.phone:
    kind: phone
    value: 800-676-6856
    label: PACER phone
    mark: A
    source: https://example.org/phone
    checked: 2026-11-22
    expires: 2027-11-22

  pacer.website:
    kind: link
    value: https://pacer.uscourts.gov/
    label: PACER website
    mark: B
    source: https://example.org/website
    checked: 2026-11-22
    expires: 2027-11-22

  pacer.upgrade_day:
    kind: date
    value: 2014-08-11
    label: The day old accounts end
    mark: A
    source: https://example.org/day
    checked: 2026-11-22
    expires: 2027-11-22
"""

COURT = """\
court: {court}
name: {name}
type: {type}
zone: America/Chicago
default flow: little

facts:
  court.phone:
    kind: phone
    value: 555-010-0100
    label: Help desk
    mark: A
    source: https://example.org/court
    checked: 2026-11-22
    expires: 2027-11-22
"""


def texts(*changes: tuple[str, str]) -> dict[str, str]:
    """The files of the little world, by name; each change replaces a text that stands in the flow."""
    flow = FLOW
    for old, new in changes:
        assert old in flow, old
        flow = flow.replace(old, new)
    return {
        "little.yaml": flow,
        "facts.yaml": FACTS,
        "courts/east.yaml": COURT.format(court="east", name="Eastern Court", type="bankruptcy"),
        "courts/west.yaml": COURT.format(court="west", name="Western Court", type="district"),
        "words.yaml": "pacer:\n  phrases: pacer\n  text: PACER shows court records.\n",
        **{name: (FLOWS / name).read_text(encoding="utf-8") for name in ("phrases.yaml", "says.yaml")},
    }


def books(*changes: tuple[str, str], files: dict[str, str] | None = None) -> list[Book]:
    """The little world compiled, one book a court; `files` are put over those of the world."""
    library, problems = load({**texts(*changes), **(files or {})})
    assert library is not None, problems
    return [build(library, court) for court in sorted(library.courts)]


def line(text: str, flow: str = FLOW) -> int:
    """The line of the flow that is this text, counted from 1."""
    return 1 + flow.splitlines().index(text)


def write(folder: Path, *changes: tuple[str, str], files: dict[str, str] | None = None) -> Path:
    """The files of the little world in a folder."""
    for name, text in {**texts(*changes), **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
