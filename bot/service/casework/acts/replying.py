"""An answer to the filer by the form: in staff's own words, or from a canned reply that they may change."""

from collections.abc import Mapping

from bot.engine.macros import offered, words
from bot.flow.model import Macro
from bot.service.casework.relay import reply
from bot.service.casework.scene import CaseScene
from bot.service.forms import Field, Form
from bot.service.incoming import Ack, StaffForm

LONGEST = 3_000
"""Characters of an answer, as many as one quotation shows."""


def ask_reply(scene: CaseScene) -> Ack:
    """What the filer is to get. Raises NotYours while nobody has the case."""
    scene.after("answer")
    return Ack(form=_form(scene))


def fill_reply(scene: CaseScene, form: StaffForm) -> Ack:
    """The form anew, with the words of the canned reply that was chosen behind what staff wrote themselves.

    Raises NotYours or CaseClosed.
    """
    scene.after("answer")
    written, macro = _own_words(scene, form.values), _chosen(scene, form.values)
    filled = "\n\n".join(filter(None, (written, _words(scene, macro) if macro else "")))
    if len(filled) > LONGEST:
        return Ack(form=_form(scene, text=form.values.get("words", ""), line=scene.say("macro_no_room")))
    return Ack(form=_form(scene, macro, filled))


def send_reply(scene: CaseScene, form: StaffForm) -> Ack:
    """Give the filer what stands in the form. Raises NotYours or CaseClosed."""
    written, macro = form.values.get("words", "").strip(), _chosen(scene, form.values)
    if not written:
        return Ack(errors={"words": scene.say("reply_empty")})
    scene.after("answer")
    reply(scene, written, **(_account(scene, macro, written) if macro else {}))
    return Ack()


def _form(scene: CaseScene, macro: Macro | None = None, text: str = "", line: str = "") -> Form:
    answer = Field("words", scene.say("reply_field"), value=text, hint=scene.say("reply_hint"), most=LONGEST)
    choice = _choice(scene, macro.id if macro else "")
    fields = (choice, answer) if choice.options else (answer,)
    return scene.form("reply", "send_label", fields, (line,) if line else ())


def _choice(scene: CaseScene, chosen: str) -> Field:
    """The canned replies, those that fit this case first."""
    book, today = scene.voice.book, scene.voice.local(scene.now).date()
    macros = offered(book, scene.case.reason, scene.conversation())
    return Field(
        "macro",
        scene.say("macro_field"),
        "choice",
        options=tuple((macro.id, book.wording.fill(macro.title, today)) for macro in macros),
        value=chosen,
        hint=scene.say("macro_hint"),
        optional=True,
        asks=True,
    )


def _chosen(scene: CaseScene, values: Mapping[str, str]) -> Macro | None:
    """The canned reply that is chosen; None for none, and for one that is no longer there."""
    macro = values.get("macro", "")
    return next((one for one in scene.voice.book.macros if one.id == macro), None)


def _words(scene: CaseScene, macro: Macro) -> str:
    return words(scene.voice.book, macro, scene.voice.local(scene.now).date()).strip()


def _own_words(scene: CaseScene, values: Mapping[str, str]) -> str:
    """What staff wrote themselves, without the canned reply that was put behind it before."""
    written = values.get("words", "").strip()
    for macro in scene.voice.book.macros:
        if written.endswith(put := _words(scene, macro)):
            return written.removesuffix(put).strip()
    return written


def _account(scene: CaseScene, macro: Macro, written: str) -> dict[str, str]:
    """What the audit keeps of a canned reply: which, in which version, and whether it was sent as it was."""
    changed = "no" if written == _words(scene, macro) else "yes"
    return {"macro": macro.id, "macro_version": macro.fingerprint, "changed": changed}
