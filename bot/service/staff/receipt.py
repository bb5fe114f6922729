"""`receipt 7F3KP`: staff see what a filer was told, by which answers, and by which version of the flow."""

from collections.abc import Iterator

from bot.flow.model import Flow
from bot.matching.moments import in_words
from bot.service.desk_records import Receipt
from bot.service.kept_flows import kept_flow
from bot.service.receipt_codes import as_code
from bot.service.staff.notice_text import harmless
from bot.service.staff.scene import StaffScene

MOST_QUOTED = 20
"""Characters of what was typed that are shown again when it was no code."""


def receipt(scene: StaffScene) -> str:
    """The answer with this code: when, by which answers, and its text; or why there is none to show."""
    typed = harmless(scene.command.rest)[:MOST_QUOTED]
    if not typed:
        return scene.say("receipt_example")
    code = as_code(typed)
    found = scene.unit.desk.receipt(code) if code else None
    if found is None:
        return scene.say("receipt_unknown", code=code or typed)
    return "\n\n".join(_shown(scene, found))


def _shown(scene: StaffScene, found: Receipt) -> Iterator[str]:
    time = in_words(scene.voice.local(found.at))
    yield scene.say("receipt_given", code=found.code, time=time)
    yield scene.say("receipt_flow", flow=found.flow, fingerprint=found.fingerprint)
    flow = kept_flow(scene.unit, found.fingerprint)
    told = (_in_words(scene, flow, question, answer) for question, answer in found.told.items())
    yield "\n".join([scene.say("receipt_path"), *told])
    yield scene.say("receipt_text")
    yield found.text


def _in_words(scene: StaffScene, flow: Flow | None, question: str, answer: str) -> str:
    """One answer of the path in the flow's own words; its ids where the version is not kept."""
    asked = flow.question(question) if flow else None
    given = asked.answer(answer) if asked else None
    if asked is None or given is None:
        return f"\u2022 {question}: {answer}"
    fill, today = scene.voice.book.wording.fill, scene.local.date()
    return f"\u2022 {fill(asked.ask, today)} {fill(given.label, today)}"
