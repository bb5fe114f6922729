"""A flow file, from text with places to the model."""

from collections.abc import Iterator

from bot.flow.grammar import EXAMPLE, FLOW, HAND_OVER, STEP
from bot.flow.model import Example, Flow, HandOver, Question, Step
from bot.flow.names import is_id
from bot.flow.parse_question import parse_question
from bot.flow.reading import Section, check_id
from bot.flow.report import Report
from bot.flow.when import ALWAYS
from bot.flow.written import Entry, Value


def parse_flow(file: str, value: Value, report: Report) -> Flow:
    """The flow of a file called `ID.yaml`; whatever is wrong in it is reported and left out."""
    stem = file.removesuffix(".yaml")
    section = Section(value, FLOW, report, f"the flow file {file}")
    flow = section.text("flow", stem)
    if flow != stem:
        what = f'The flow is called "{flow}" and its file "{file}".'
        report.error(section.under("flow"), "wrong_file", what, f"Write flow: {stem}, or rename the file.")
    return Flow(
        id=stem,
        title=section.text("title"),
        start=section.text("start"),
        questions=tuple(_questions(section.entries("questions"), report)),
        steps=tuple(_step(entry, report) for entry in section.entries("steps")),
        hand_overs=tuple(_hand_over(entry, report) for entry in section.entries("hand over")),
        finish=section.text("finish"),
        about=section.texts("about"),
        examples=tuple(_example(entry, report) for entry in section.entries("examples")),
        place=value.place,
    )


def _questions(entries: tuple[Entry, ...], report: Report) -> Iterator[Question]:
    """The questions that have a name which can be a state; the others are reported."""
    for entry in entries:
        question = parse_question(entry, report)
        if is_id(question.id):
            yield question


def _step(entry: Entry, report: Report) -> Step:
    check_id(entry, report, "a step")
    section = Section(entry.value, STEP, report, f'step "{entry.key}"')
    return Step(
        id=entry.key,
        do=section.text("do"),
        when=section.rule("when") or ALWAYS,
        links=section.texts("link"),
        not_before=section.text("not before"),
        flow=section.text("flow"),
        place=entry.place,
    )


def _hand_over(entry: Entry, report: Report) -> HandOver:
    check_id(entry, report, "a hand-over")
    section = Section(entry.value, HAND_OVER, report, f'hand-over "{entry.key}"')
    if not section.has("when") and not section.has("heard"):
        what = f'Nothing leads to the hand-over "{entry.key}".'
        advice = 'Give it a "when:" rule, or phrases under "heard:".'
        report.error(entry.place, "hand_over_without_reason", what, advice)
    return HandOver(
        id=entry.key,
        because=section.text("because"),
        say=section.text("say"),
        when=section.rule("when"),
        heard=section.texts("heard"),
        links=section.texts("link"),
        urgent=section.yes("urgent"),
        no_way_back=section.yes("no way back"),
        blocks_filing=section.yes("blocks filing"),
        place=entry.place,
    )


def _example(entry: Entry, report: Report) -> Example:
    section = Section(entry.value, EXAMPLE, report, f'example "{entry.key}"')
    if section.has("gets") == section.has("hands over"):
        what = f'The example "{entry.key}" must say what comes out.'
        advice = 'Write "gets:" with the steps, or "hands over:" with a hand-over; not both.'
        report.error(entry.place, "example_without_outcome", what, advice)
    return Example(
        name=entry.key,
        says=section.texts("says"),
        gets=section.texts("gets"),
        hands_over=section.text("hands over"),
        place=entry.place,
    )
