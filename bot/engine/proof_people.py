"""A person is one step away from every state: the hand-overs that the bot makes by itself must be there."""

from bot.engine.acts import LOST, PERSON, SECRET
from bot.engine.book import Rules
from bot.flow.report import Report

NEEDED = {
    PERSON: "who asks for a person",
    LOST: "whom the bot does not understand",
    SECRET: "who typed a password or another secret",
}


def prove_people(rules: Rules, report: Report) -> bool:
    """Report each hand-over that the bot needs and the flow does not have; True when none is missing."""
    missing = [one for one in NEEDED if rules.flow.hand_over(one) is None]
    for one in missing:
        what = f'There is no hand over called "{one}": a filer {NEEDED[one]} could reach nobody.'
        report.error(rules.flow.place, "missing_hand_over", what, f"Add {one} with `because` and `heard`.")
    return not missing
