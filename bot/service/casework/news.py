"""What became of what was sent: the thread says so, and a filer hears when nothing gets to staff."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from bot.engine.case import CLOSED
from bot.service.casework.cards import GONE
from bot.service.casework.scene import CaseScene, DeskRules, Doer
from bot.service.content import Content
from bot.service.ports import Delivery, Unit
from bot.service.refusals import PERSON_GONE
from bot.service.verdict import PERSON, Verdict
from bot.service.voice import Voice

BOT = Doer("bot")
CHANNEL = "channel:"


@dataclass(frozen=True, slots=True)
class News:
    """Each method is part of one transaction."""

    voice: Voice
    rules: DeskRules

    def ended(self, unit: Unit, delivery: Delivery, verdict: Verdict, now: datetime) -> None:
        """An attempt at a delivery has ended; whoever waits for what was sent hears how, once."""
        if not delivery.case:
            return
        if verdict.kind == "later" and verdict.error and delivery.to.startswith(CHANNEL):
            self.unreached(unit, delivery.to, now)
            return
        news = OF_FILER if delivery.to.startswith(PERSON) else OF_CHANNEL
        tell = news.get(verdict.kind)
        case = unit.case(delivery.case) if tell is not None else None
        if tell is not None and case is not None:
            scene = CaseScene(unit, self.voice, self.rules, case, BOT, delivery.key, now)
            tell(scene, _End(delivery, verdict.error))

    def unreached(self, unit: Unit, place: str, now: datetime) -> None:
        """Staff cannot be reached: each filer with something on the way to them hears so, once."""
        head = unit.refused(place)
        for number in unit.waiting_cases(place) if head else ():
            self._tell_unreached(unit, number, head, now)

    def still_unreached(self, unit: Unit, number: str, now: datetime) -> None:
        """The same for one case, while its news cannot be brought to staff."""
        head = unit.refused(f"{CHANNEL}{self.rules.staff_channel}")
        if head and number:
            self._tell_unreached(unit, number, head, now)

    def _tell_unreached(self, unit: Unit, number: str, head: str, now: datetime) -> None:
        """Once for each row that a place refused: it stands before all others until they can go out."""
        case = unit.case(number)
        if case is None or case.state == CLOSED or case.heard is None:
            return
        scene = CaseScene(unit, self.voice, self.rules, case, BOT, f"{number}:{head}", now)
        line = self.voice.tell(None, scene.say("desk_unreached", case=number))
        scene.tell_filer(Content(reply=self.voice.with_notice(unit, line, now)), "unreached")


def _arrived(scene: CaseScene, end: "_End") -> None:
    """A reply of staff is with the filer."""
    if end.delivery.message and end.delivery.act == "post":
        scene.tell_thread(scene.say("relay_sent", time=scene.voice.clock(scene.now)), name="sent")


def _lost(scene: CaseScene, end: "_End") -> None:
    """The filer cannot be written to: staff read it, and what they can do."""
    if end.error != PERSON_GONE:
        scene.tell_thread(scene.say("relay_failed", error=end.error), name="failed")
        return
    scene.tell_thread(scene.say("filer_gone"), name="failed")
    if not scene.case.outcome:
        scene.keep(replace(scene.case, outcome=GONE))


def _anew(scene: CaseScene, end: "_End") -> None:
    """The card was deleted in Slack, and is posted once more."""
    if end.delivery.is_card and end.delivery.act == "update" and end.delivery.ts:
        scene.tell_thread(scene.say("card_anew"), name="anew")


@dataclass(frozen=True, slots=True)
class _End:
    """How a delivery ended."""

    delivery: Delivery
    error: str


Tell = Callable[[CaseScene, _End], None]
OF_FILER: Mapping[str, Tell] = MappingProxyType({"sent": _arrived, "bury": _lost})
OF_CHANNEL: Mapping[str, Tell] = MappingProxyType({"post": _anew})
"""What is told of how a delivery ended, by the kind of its end."""
