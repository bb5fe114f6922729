"""What every act on a case has to work with: one transaction, the court's sentences, who acts, and when."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.engine.case import CLOSED, Standing, act
from bot.engine.case import Act as Deed
from bot.engine.conversation import Conversation
from bot.engine.relay import Marking
from bot.errors import CaseClosed
from bot.flow.casework import USUAL
from bot.service.case_row import CaseRow
from bot.service.casework import clocks
from bot.service.casework.cards import in_state
from bot.service.content import Card, Content
from bot.service.desk_records import Act
from bot.service.forms import Field, Form
from bot.service.ports import THREAD_OF_CARD, Delivery, Unit
from bot.service.voice import Voice

MARKED = Marking()


@dataclass(frozen=True, slots=True)
class DeskRules:
    """One court's rules for its desk. Without a `staff_channel`, a Slack id, there is none.

    `queues` are the names of the heaps that cases are sorted into; a court may have none. `lead` and
    `reopen_within` as in `Casework`.
    """

    staff_channel: str = ""
    marking: Marking = MARKED
    queues: tuple[str, ...] = ()
    lead: str = ""
    reopen_within: timedelta = USUAL.reopen_within


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts: a Slack id, or `bot`, and what others read."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CaseScene:
    """Somebody acts on a case. `key` names what they did, and nothing else ever; `now` is aware."""

    unit: Unit
    voice: Voice
    rules: DeskRules
    case: CaseRow
    by: Doer
    key: str
    now: datetime

    def say(self, sentence: str, /, **values: str) -> str:
        """One of the court's sentences, filled. Raises FlowError for one that does not exist."""
        return self.voice.say(sentence, self.now, **values)

    def after(self, deed: Deed, to: str = "") -> Standing:
        """Where the case stands after this act. Raises AlreadyClaimed, NotYours or CaseClosed."""
        return act(Standing(self.case.state, self.case.owner), deed, self.by.id, to)

    def must_be_open(self) -> None:
        """Pass for a case that goes on. Raises CaseClosed."""
        if self.case.state == CLOSED:
            raise CaseClosed

    def form(
        self, name: str, submit: str, fields: tuple[Field, ...] = (), lines: tuple[str, ...] = ()
    ) -> Form:
        """A form about this case, with the title and the words of its button from the court's sentences."""
        cancel, number = self.say("cancel_label"), self.case.number
        return Form(name, self.say(f"{name}_title"), fields, self.say(submit), cancel, number, lines)

    def conversation(self) -> Conversation | None:
        """The filer's conversation, while it is about this case; None when it went on without it."""
        kept = self.unit.conversation(self.case.conversation.rpartition(".")[0])
        return kept if kept is not None and kept.case == self.case.number else None

    def keep(self, case: CaseRow) -> None:
        """Keep the case as it is now, and let its card say so."""
        shown = replace(case, card=in_state(self.voice, case, self.rules.queues, self.now))
        clocks.keep(self.unit, self.voice, shown, self.now)
        card = Delivery(
            f"card:{self.key}", self.place, "update", shown.card, self.now, ts=case.card_ts, case=case.number
        )
        self.unit.refresh(card)

    def note(self, what: str, **data: str) -> None:
        """Write down in the audit who did what to this case: ids and counts, never words."""
        done = Act(self.by.id, what, self.now, self.case.number, self.by.name, data)
        self.unit.desk.note(done)

    def tell_filer(self, content: Content, name: str = "turn", message: int = 0) -> None:
        """Say something to the filer; `message` is the case message whose copy it is."""
        to, case = f"person:{self.case.person}", self.case.number
        self.unit.enqueue(
            Delivery(f"{name}:{self.key}", to, "post", content, self.now, case=case, message=message)
        )

    def tell_thread(self, *lines: str, name: str = "thread") -> None:
        """Say something under the card."""
        said = Content(card=Card("", lines))
        self.unit.enqueue(
            Delivery(
                f"{name}:{self.key}",
                self.place,
                "post",
                said,
                self.now,
                case=self.case.number,
                thread=THREAD_OF_CARD,
            )
        )

    @property
    def place(self) -> str:
        """Where the card is, or will be."""
        return f"channel:{self.case.card_channel or self.rules.staff_channel}"
