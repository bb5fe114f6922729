"""Words that must be heard as the answer they belong to: every label and phrase, said where it is asked."""

from collections import defaultdict
from collections.abc import Iterator

from bot.engine.outcome import Turn
from bot.engine.paths import Walked, Ways
from bot.engine.stage import Stage
from bot.flow.model import Answer, Question
from bot.flow.report import Report
from bot.matching.fold import fold


def prove_phrases(stage: Stage, ways: Ways, report: Report) -> None:
    """Report each label and phrase of an answer that a whole turn reads as something else."""
    for question in stage.rules.flow.questions:
        way = _way_to(question, ways)
        if way is None:
            continue
        for answer, phrase in _phrases(question):
            words = stage.fill(phrase)
            _compare((question.id, answer, words), stage.said(way, words), report)


def _way_to(question: Question, ways: Ways) -> Walked | None:
    """The first way on which the question is asked, up to there."""
    for way in ways.walked:
        asked = list(way.answers)
        if question.id in asked:
            before = asked[: asked.index(question.id)]
            return Walked({one: way.answers[one] for one in before}, question.id, way.waived)
    return None


def _phrases(question: Question) -> Iterator[tuple[Answer, str]]:
    """Each label and phrase that only one answer has; `bot.flow.check` reports the others."""
    said = [(answer, phrase) for answer in question.answers for phrase in (answer.label, *answer.also)]
    owners: dict[str, set[str]] = defaultdict(set)
    for answer, phrase in said:
        owners[fold(phrase)].add(answer.id)
    return ((answer, phrase) for answer, phrase in said if len(owners[fold(phrase)]) == 1)


def _compare(meant: tuple[str, Answer, str], turn: Turn, report: Report) -> None:
    question, answer, words = meant
    told = turn.conversation.told.get(question)
    if told is not None and told.answer == answer.id:
        return
    if turn.conversation.heard:
        read = f"hands over ({turn.conversation.heard})"
    elif turn.candidates.get(question):
        read = f"may also be {' or '.join(one for one in turn.candidates[question] if one != answer.id)}"
    else:
        read = f"is read as {told.answer}" if told else "is not read as an answer: it may be a command"
    what = f'"{words}" should mean {answer.id} of {question}, but it {read}.'
    advice = "Use other words for one of the two, or leave the phrase out."
    report.error(answer.place, "twin_phrases", what, advice)
