"""Short hashes of what flows and canned replies mean, so that a past answer can be traced to its origin."""

from collections.abc import Iterator
from hashlib import sha256

from bot.flow.model import Answer, Flow, Macro
from bot.flow.when import When


def fingerprint(flow: Flow) -> str:
    """16 hex digits over ids, rules, answers and their days, steps in order, links and hand-overs.

    A changed sentence leaves it the same; a changed rule does not.
    """
    return _hash("\n".join(_lines(flow)))


def macro_fingerprint(macro: Macro) -> str:
    """16 hex digits over what a canned reply says: its words before the facts are in, and its links.

    Its title, which only staff read, and where it is offered leave it the same.
    """
    return _hash("\n".join((macro.id, macro.text, *macro.links)))


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _lines(flow: Flow) -> Iterator[str]:
    yield f"flow {flow.id}"
    for question in flow.questions:
        yield f"question {question.id} when {_rule(question.when)}"
        yield from (f"answer {answer.id} {_days(answer)}" for answer in question.answers)
    for step in flow.steps:
        yield f"step {step.id} when {_rule(step.when)} {step.links} {step.not_before} {step.flow}"
    for one in flow.hand_overs:
        rule = _rule(one.when) if one.when is not None else "never"
        yield f"hand over {one.id} when {rule} {one.links} {one.urgent} {one.no_way_back}"


def _rule(when: When) -> str:
    return " | ".join(
        " & ".join(f"{one.question}={','.join(one.answers)}" for one in row) for row in when.rows
    )


def _days(answer: Answer) -> str:
    return f"{answer.dates} {answer.days}"
