"""Words of staff for each other, by a form: a note that stays in the thread."""

from bot.service.casework.relay import note
from bot.service.casework.scene import CaseScene
from bot.service.forms import Field
from bot.service.incoming import Ack, StaffForm

LONGEST = 3_000
"""Characters of a note, as many as one quotation shows."""


def ask_note(scene: CaseScene) -> Ack:
    """What the others of the staff are to know."""
    scene.must_be_open()
    words = Field("words", scene.say("note_field"), hint=scene.say("note_hint"), most=LONGEST)
    return Ack(form=scene.form("note", "keep_label", (words,)))


def add_note(scene: CaseScene, form: StaffForm) -> Ack:
    """Keep a note and show it in the thread. The filer never sees it."""
    words = form.values.get("words", "").strip()
    if not words:
        return Ack(errors={"words": scene.say("reply_empty")})
    scene.must_be_open()
    note(scene, words)
    return Ack()
