"""The proof of the little world, with something in its flow changed."""

from bot.engine.prove import Proof, Terms, prove
from bot.flow.limits import TextLimits
from bot.flow.problem import Problem
from tests.little import NOW, books, line, texts

ROOMY = TextLimits(
    message_text=4000, section_text=3000, title=150, button_label=75, buttons=25, option=75, reply=3000
)
TERMS = Terms(NOW, ROOMY)


def proof(*changes: tuple[str, str], terms: Terms = TERMS) -> Proof:
    return prove(books(*changes), terms)


def only(*changes: tuple[str, str], terms: Terms = TERMS) -> Problem:
    (problem,) = proof(*changes, terms=terms).problems
    return problem


def at(problem: Problem, text: str, *changes: tuple[str, str]) -> bool:
    """Whether the problem stands at the line of the flow that is this text."""
    return (problem.file, problem.line) == ("little.yaml", line(text, texts(*changes)["little.yaml"]))


def kinds(*changes: tuple[str, str], terms: Terms = TERMS) -> set[str]:
    return {problem.kind for problem in proof(*changes, terms=terms).problems}


def whats(*changes: tuple[str, str]) -> set[str]:
    return {problem.what for problem in proof(*changes).problems}
