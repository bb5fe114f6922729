"""The desk's door: whatever staff press, write or hand in goes to the case it is about."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.service.casework.acts.table import handed_in, pressed
from bot.service.casework.answers import Answers
from bot.service.casework.bell import Bell
from bot.service.casework.cases import Cases
from bot.service.casework.closed_hours import ClosedHours
from bot.service.casework.feedback import Feedback
from bot.service.casework.news import BOT, News
from bot.service.casework.relay import Relay
from bot.service.casework.scene import CaseScene, DeskRules, Doer
from bot.service.incoming import Ack, Incoming, StaffForm, StaffMessage, StaffPress
from bot.service.ports import Unit
from bot.service.voice import Voice

SILENCE = Ack()


@dataclass(frozen=True, slots=True)
class Office:
    """One court's desk; each method is part of one transaction."""

    voice: Voice
    rules: DeskRules
    cases: Cases = field(init=False)
    relay: Relay = field(init=False)
    bell: Bell = field(init=False)
    closed_hours: ClosedHours = field(init=False)
    answers: Answers = field(init=False)
    news: News = field(init=False)
    feedback: Feedback = field(init=False)

    def __post_init__(self) -> None:
        """Let those who work here share the rules."""
        object.__setattr__(self, "cases", Cases(self.voice, self.rules))
        object.__setattr__(self, "relay", Relay(self.voice, self.rules))
        object.__setattr__(self, "bell", Bell(self.voice, self.rules))
        object.__setattr__(self, "closed_hours", ClosedHours(self.voice))
        object.__setattr__(self, "news", News(self.voice, self.rules))
        object.__setattr__(self, "answers", Answers(self.voice, self.rules, self.cases))
        object.__setattr__(self, "feedback", Feedback(self.voice, self.rules))

    def answered(
        self, unit: Unit, incoming: Incoming, answer: str, before: Conversation, now: datetime
    ) -> bool:
        """Carry out what a filer chose of a question about a case; False for what is no answer to one."""
        return any(one.given(unit, incoming, answer, before, now) for one in (self.answers, self.feedback))

    def take(self, unit: Unit, asked: StaffPress | StaffForm | StaffMessage, now: datetime) -> Ack:
        """Carry out what a member of staff did to a case, and say what they are told at once."""
        if isinstance(asked, StaffMessage):
            self.relay.staff_wrote(unit, asked, now)
            return SILENCE
        case = unit.case(asked.case)
        if case is None:
            return Ack(self.voice.say("case_unknown", now))
        is_here = isinstance(asked, StaffPress) and asked.channel == self.rules.staff_channel
        if isinstance(asked, StaffPress) and is_here and not case.card_ts:
            case = replace(case, card_channel=asked.channel, card_ts=asked.pressed_at)
        by = Doer(asked.staff, asked.name)
        scene = CaseScene(unit, self.voice, self.rules, case, by, asked.keys[0], now)
        return pressed(scene, asked.act) if isinstance(asked, StaffPress) else handed_in(scene, asked)

    def move_in(self, unit: Unit, now: datetime) -> None:
        """Bring the open cases into the staff channel that is set, where that is another than before."""
        channel = self.rules.staff_channel
        for number in unit.move_cards(channel) if channel else ():
            case = unit.case(number)
            if case is not None:
                key = f"{channel}:{number}:{case.version}"
                scene = CaseScene(unit, self.voice, self.rules, case, BOT, key, now)
                scene.keep(case)
                scene.tell_thread(scene.say("card_moved"), name="moved")
