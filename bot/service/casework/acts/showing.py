"""A case shown in full to whoever presses for it."""

from bot.service.casework.scene import CaseScene
from bot.service.forms import Form
from bot.service.incoming import Ack
from bot.service.staff.case_view import paragraphs


def shown(scene: CaseScene) -> Ack:
    """All there is to read of the case; nothing changes."""
    case = scene.case
    lines = tuple(paragraphs(scene.unit, scene.voice, case, scene.now))
    title = scene.say("case_title", case=case.number)
    return Ack(form=Form("case", title, case=case.number, lines=lines, people=(case.person,)))
