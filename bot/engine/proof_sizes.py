"""Whether every message fits where it is shown: questions, checklists and hand-overs as they are said.

The single texts are measured by `bot.flow.check`; here is what they come to when they are put together.
"""

from collections.abc import Iterator

from bot.engine.checklist import steps
from bot.engine.machine import CHECKLIST
from bot.engine.paths import Walked, Ways
from bot.engine.reply import Reply, item_text, plain
from bot.engine.stage import Stage
from bot.flow.limits import TextLimits
from bot.flow.model import Flow, Place
from bot.flow.report import Report


def prove_sizes(stage: Stage, ways: Ways, report: Report) -> None:
    """Report each message that is too long, or has too many buttons."""
    seen: set[object] = set()
    flow = stage.rules.flow
    for way in _stops(ways):
        shown = (way.end, steps(flow, way.answers) if way.end == CHECKLIST else ())
        if shown not in seen:
            seen.add(shown)
            _measure(stage.screen(way), stage.limits, _place(flow, way), report)


def _stops(ways: Ways) -> Iterator[Walked]:
    """Each state a filer comes to rest in: every question on every way, and every end."""
    for way in ways.walked:
        asked = list(way.answers.items())
        for count, (question, _) in enumerate(asked):
            yield Walked(dict(asked[:count]), question, way.waived)
        yield way


def _place(flow: Flow, way: Walked) -> Place:
    part = flow.question(way.end) or flow.hand_over(way.hand_over)
    return part.place if part else flow.place


def _measure(reply: Reply, limits: TextLimits, place: Place, report: Report) -> None:
    _fits("This message", plain(reply), limits.message_text, place, report)
    for section in reply.sections:
        for item in section.items:
            whole = f"The step {item.step} with its notes and links"
            _fits(whole, item_text(item), limits.section_text, place, report)
    if len(reply.choices) > limits.buttons:
        what = f"This message has {len(reply.choices)} buttons; only {limits.buttons} fit."
        report.error(place, "too_many_buttons", what, "Ask it in two questions.")


def _fits(thing: str, text: str, limit: int, place: Place, report: Report) -> None:
    if len(text) > limit:
        what = f"{thing} has {len(text)} characters; only {limit} fit."
        report.error(place, "text_too_long", what, "Say it in fewer words.")
