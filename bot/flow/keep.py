"""How long a court keeps what the bot has written down."""

from dataclasses import dataclass
from datetime import timedelta

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Keep:
    """A length of time for each kind of record; each has a default.

    `cases` are closed cases without their words, `words` what was written in a case and stands on its card,
    both counted from when the case was closed; a case that is open, or held, is kept. `receipts` count from
    the answer, `answers`, which are a filer's conversation, from the last message. `events`, which the
    figures are made of, and `letters`, which tell the operator what failed, count from when they happened.
    """

    cases: timedelta = 3 * YEAR
    words: timedelta = timedelta(days=90)
    receipts: timedelta = YEAR
    answers: timedelta = YEAR
    events: timedelta = YEAR
    letters: timedelta = timedelta(days=90)


KEPT = Keep()
"""What holds in a court that says nothing."""
