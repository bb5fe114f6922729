"""The names that a flow and a court use for things of their own: steps, hand-overs, flows, answers."""

from bot.flow.model import Court, Flow, HandOver, Library, Place, Question, Step
from bot.flow.names import nearest
from bot.flow.report import Report


def check_flow_references(flow: Flow, library: Library, report: Report) -> None:
    """Report an id used twice, and every step, hand-over or flow that does not exist."""
    file = flow.place.file
    _check_ids(flow, report)
    for step in flow.steps:
        if step.flow and step.flow not in library.flows:
            place = library.at(file, "steps", step.id, "flow")
            what = f'There is no flow "{step.flow}".'
            report.error(place, "unknown_flow", what, nearest(step.flow, library.flows))
    steps, hand_overs = [step.id for step in flow.steps], [one.id for one in flow.hand_overs]
    for example in flow.examples:
        path = (file, "examples", example.name)
        for step_id in example.gets:
            if step_id not in steps:
                what = f'There is no step "{step_id}".'
                report.error(library.at(*path, "gets"), "unknown_step", what, nearest(step_id, steps))
        if example.hands_over and example.hands_over not in hand_overs:
            what = f'There is no hand-over "{example.hands_over}".'
            advice = nearest(example.hands_over, hand_overs)
            report.error(library.at(*path, "hands over"), "unknown_hand_over", what, advice)


def check_court_references(court: Court, library: Library, report: Report) -> None:
    """Report what a court's file names and no flow has."""
    file = court.place.file
    if court.default_flow not in library.flows:
        place = library.at(file, "default flow", otherwise=court.place)
        what = f'There is no flow "{court.default_flow}".'
        report.error(place, "unknown_flow", what, nearest(court.default_flow, library.flows))
    _check_flags(court, library, report)
    _check_left_out(court, library, report)
    steps = {step.id for flow in library.flows.values() for step in flow.steps}
    for key, named in (("words", court.words), ("notes", court.notes)):
        for step in named:
            if step not in steps:
                what = f'There is no step "{step}".'
                report.error(library.at(file, key, step), "unknown_step", what, nearest(step, sorted(steps)))


def _check_ids(flow: Flow, report: Report) -> None:
    first: dict[str, Place] = {}
    named: tuple[Question | Step | HandOver, ...] = (*flow.questions, *flow.steps, *flow.hand_overs)
    for one in named:
        if one.id in first:
            what = f'"{one.id}" is the name of two things in this flow.'
            advice = f"Line {first[one.id].line} has it already; give one of them another name."
            report.error(one.place, "id_twice", what, advice)
        first.setdefault(one.id, one.place)


def _check_flags(court: Court, library: Library, report: Report) -> None:
    for flag, value in court.flags.items():
        place = library.at(court.place.file, "flags", flag)
        if flag not in library.flags:
            what = f'There is no flag "{flag}".'
            report.error(place, "unknown_flag", what, nearest(flag, library.flags))
        elif value not in library.flags[flag]:
            what = f'The flag "{flag}" cannot be "{value}".'
            report.error(place, "unknown_flag", what, nearest(value, library.flags[flag]))


def _check_left_out(court: Court, library: Library, report: Report) -> None:
    asked = {question.id: question for flow in library.flows.values() for question in flow.questions}
    for name, left_out in court.leaves_out.items():
        place = library.at(court.place.file, "leaves out", name)
        if name not in asked:
            report.error(place, "unknown_question", f'There is no question "{name}".', nearest(name, asked))
            continue
        answers = [answer.id for answer in asked[name].answers]
        for answer in left_out:
            if answer not in answers:
                what = f'"{name}" has no answer "{answer}".'
                report.error(place, "unknown_answer", what, nearest(answer, answers))
        if set(answers) <= set(left_out):
            what = f'Nothing is left to answer to "{name}".'
            report.error(place, "no_answer_left", what, "Leave at least one answer in.")
