"""A flow as a drawing, in Mermaid's words, for a page that a court signs."""

from collections.abc import Iterator

from bot.flow.model import Flow
from bot.flow.when import Clause, When

_START = "start"
_WORDS = "words"


def mermaid(flow: Flow) -> str:
    """The flow as a Mermaid flowchart: questions, steps and hand-overs, and the answers that lead to each.

    An arrow leaves the question that is asked last of those a rule names, and carries the others in words.
    What is heard in any state hangs on a circle of its own.
    """
    return "\n".join(["flowchart TD", *_shapes(flow), *_arrows(flow)]) + "\n"


def _shapes(flow: Flow) -> Iterator[str]:
    yield f'  {_START}(("{flow.id}"))'
    for question in flow.questions:
        yield f'  q_{question.id}{{{{"{question.id}"}}}}'
    for step in flow.steps:
        yield f'  s_{step.id}["{step.id}"]'
    if any(one.heard for one in flow.hand_overs):
        yield f'  {_WORDS}(("words heard"))'
    for one in flow.hand_overs:
        yield f'  h_{one.id}(["{one.id}"])'


def _arrows(flow: Flow) -> Iterator[str]:
    order = [question.id for question in flow.questions]
    for question in flow.questions:
        yield from _to(f"q_{question.id}", question.when, order)
    for step in flow.steps:
        yield from _to(f"s_{step.id}", step.when, order)
    for one in flow.hand_overs:
        if one.when is not None:
            yield from _to(f"h_{one.id}", one.when, order)
        if one.heard:
            yield f"  {_WORDS} --> h_{one.id}"


def _to(target: str, when: When, order: list[str]) -> Iterator[str]:
    if not when.rows:
        yield f"  {_START} --> {target}"
    for row in when.rows:
        *others, last = sorted(row, key=lambda clause: _rank(clause, order))
        words = [
            " or ".join(last.answers),
            *(f"{one.question} is {' or '.join(one.answers)}" for one in others),
        ]
        yield f'  {_source(last)} -->|"{" and ".join(words)}"| {target}'


def _rank(clause: Clause, order: list[str]) -> int:
    return order.index(clause.question) if clause.question in order else -1


def _source(clause: Clause) -> str:
    return _START if "." in clause.question else f"q_{clause.question}"
