"""Saying a reminder when its time has come: to the thread, to who has the case, to the lead."""

from dataclasses import dataclass
from datetime import datetime

from bot.engine.clocks import Alarm, is_overtaken
from bot.matching.moments import in_words
from bot.service.casework.acts.resting import wake
from bot.service.casework.clocks import WAKE, alarms_of, reminders
from bot.service.casework.scene import CaseScene, DeskRules, Doer
from bot.service.content import Content
from bot.service.desk_records import Reminder
from bot.service.ports import Delivery, Unit
from bot.service.voice import Voice

BOT = Doer("bot")


@dataclass(frozen=True, slots=True)
class Bell:
    """Each method is part of one transaction."""

    voice: Voice
    rules: DeskRules

    def ring(self, unit: Unit, reminder: Reminder, now: datetime) -> bool:
        """Say a reminder that is due, once; False when there was nothing to say.

        One that the case has left behind is dropped, and one whose time has moved is set anew: the case, the
        hours and the targets of this moment count. Of several steps of one clock that are due, the last is
        said.
        """
        case = unit.case(reminder.case)
        coming = reminders(self.voice, case) if case is not None else ()
        meant = next((one for one in coming if one.key == reminder.key and one.due <= now), None)
        if case is None or meant is None:
            unit.desk.remind(reminder.case, coming)
            return False
        if not unit.desk.reminded(reminder, now):
            return False
        scene = CaseScene(unit, self.voice, self.rules, case, BOT, reminder.key, now)
        if meant.kind == WAKE:
            wake(scene, scene.say("woken_on_time"))
            return True
        alarms = alarms_of(self.voice, case)
        alarm = alarms[reminder.key]
        if is_overtaken(alarm, tuple(alarms.values()), now):
            return False
        self._say(scene, alarm)
        return True

    def _say(self, scene: CaseScene, alarm: Alarm) -> None:
        """Say it to whom it is for; in the thread when there is no such person."""
        to = {"owner": scene.case.owner, "lead": self.rules.lead}.get(alarm.to, "")
        lines = _lines(scene, alarm)
        if not to:
            scene.tell_thread(*lines, name="remind")
            return
        content = Content(reply=self.voice.tell(None, *lines))
        scene.unit.enqueue(Delivery(f"remind:{scene.key}", f"person:{to}", "post", content, scene.now))


def _lines(scene: CaseScene, alarm: Alarm) -> tuple[str, ...]:
    """What is late, how urgent it is, and who has the case."""
    case, target = scene.case, in_words(scene.voice.local(alarm.target))
    due = scene.say(f"remind_{alarm.clock}_{alarm.step}", case=case.number, moment=target)
    urgent = (scene.say("card_urgent"),) if case.urgent else ()
    owner = scene.say("card_claimed", name=case.owner_name) if case.owner else scene.say("card_open")
    return (due, *urgent, owner)
