"""Every text of a library that somebody will read, with its place, for the checks of words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.flow.model import Court, Flow, Library, Place, Question

Use = Literal["paragraph", "title", "button", "link", "sentence", "fact", "option", "reply"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, what it is called in messages, and how it is shown.

    `use` is `sentence` for the bot's own, `fact` for the value of a text fact, `option` and `reply` for the
    title and the text of a canned reply; `court` is empty when all courts share the text; `key` is the key of
    a sentence or fact.
    """

    text: str
    called: str
    use: Use
    place: Place
    court: str = ""
    key: str = ""


def passages(library: Library) -> Iterator[Passage]:
    """All texts: of flows, words, sentences, facts and courts."""
    for flow in library.flows.values():
        yield from _of_flow(flow, library)
    for term in library.terms:
        place = library.at("words.yaml", term.id, "text", otherwise=term.place)
        yield Passage(term.text, f'the word "{term.id}"', "paragraph", place)
    for key, text in library.says.items():
        yield Passage(text, f'the sentence "{key}"', "sentence", library.at("says.yaml", key), key=key)
    yield from _of_macros(library)
    yield from _of_facts(library)
    for court in library.courts.values():
        yield from _of_court(court, library)


def _of_flow(flow: Flow, library: Library) -> Iterator[Passage]:
    file = flow.place.file
    for key, text in (("title", flow.title), ("start", flow.start), ("finish", flow.finish)):
        if text:
            place = library.at(file, key, otherwise=flow.place)
            yield Passage(
                text, f'"{key}" of flow "{flow.id}"', "title" if key == "title" else "paragraph", place
            )
    for question in flow.questions:
        yield from _of_question(question, library)
    for step in flow.steps:
        place = library.at(file, "steps", step.id, "do", otherwise=step.place)
        yield Passage(step.do, f'step "{step.id}"', "paragraph", place)
    for one in flow.hand_overs:
        for key, text in (("because", one.because), ("say", one.say)):
            if text:
                place = library.at(file, "hand over", one.id, key, otherwise=one.place)
                yield Passage(text, f'"{key}" of hand-over "{one.id}"', "paragraph", place)


def _of_question(question: Question, library: Library) -> Iterator[Passage]:
    base = (question.place.file, "questions", question.id)
    for key, text in (("ask", question.ask), ("rephrase", question.rephrase), ("why", question.why)):
        if text:
            place = library.at(*base, key, otherwise=question.place)
            yield Passage(text, f'"{key}" of question "{question.id}"', "paragraph", place)
    for answer in question.answers:
        called = f'the label of "{answer.id}" of question "{question.id}"'
        yield Passage(answer.label, called, "button", answer.place)


def _of_macros(library: Library) -> Iterator[Passage]:
    for macro in library.macros.values():
        path = (macro.place.file, macro.id)
        title = library.at(*path, "title", otherwise=macro.place)
        yield Passage(macro.title, f'the title of canned reply "{macro.id}"', "option", title)
        text = library.at(*path, "text", otherwise=macro.place)
        yield Passage(macro.text, f'canned reply "{macro.id}"', "reply", text)


def _of_facts(library: Library) -> Iterator[Passage]:
    own = [(fact, court.id) for court in library.courts.values() for fact in court.facts.values()]
    for fact, court in [*((fact, "") for fact in library.facts.values()), *own]:
        if fact.label:
            yield Passage(fact.label, f'the label of fact "{fact.key}"', "link", fact.place, court, fact.key)
        if fact.kind == "text":
            yield Passage(fact.value, f'fact "{fact.key}"', "fact", fact.place, court, fact.key)


def _of_court(court: Court, library: Library) -> Iterator[Passage]:
    for key, texts in (("words", court.words), ("notes", court.notes)):
        for step, text in texts.items():
            place = library.at(court.place.file, key, step, otherwise=court.place)
            yield Passage(
                text, f'"{key}" of court "{court.id}" for step "{step}"', "paragraph", place, court.id
            )
    for macro, text in court.macros.items():
        if text:
            place = library.at(court.place.file, "macros", macro, otherwise=court.place)
            yield Passage(text, f'canned reply "{macro}" of court "{court.id}"', "reply", place, court.id)
