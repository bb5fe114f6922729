"""The help desk: one thing that somebody did, one transaction, one acknowledgement."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from time import perf_counter

from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.engine.outcome import Turn
from bot.engine.reply import Reply
from bot.engine.turn import advance, fresh
from bot.errors import SavedElsewhere, StorageError
from bot.service.at_once import at_once
from bot.service.casework.office import Office
from bot.service.casework.questions import chosen
from bot.service.casework.refused import note_refused
from bot.service.casework.rules import rules_of
from bot.service.content import Content
from bot.service.desk_records import Reminder
from bot.service.edits import is_to_be_read, note_edit
from bot.service.forgetting import Forgetting
from bot.service.handled import AGAIN, FAILED, UNSAVED, Handled, handled, surface_of
from bot.service.homes import Homes
from bot.service.incoming import Ack, FromStaff, Incoming, StaffCommand, StaffForm, StaffPress
from bot.service.mishaps import apologise, place_of
from bot.service.ports import Clock, Delivery, Store, Unit
from bot.service.receipts import Receipts
from bot.service.staff.assist import ASSIST, walked
from bot.service.staff.commands import carry_out, with_staff_words
from bot.service.staff.scene import StaffScene
from bot.service.verdict import Verdict
from bot.service.voice import Voice

ATTEMPTS = 3
"""How often a turn is run when somebody else saved the same conversation first."""

READS = frozenset({"help", "status", "phone"})
"""Commands that are answered at once, to the person alone, and change nothing."""

TYPED = frozenset({"said", "unreadable"})
"""What is typed into the direct message itself: its channel need not be asked for."""

VISITS = frozenset({"home", "ticked"})
"""What is done in App Home without a word: nothing is said, the home is shown."""

CHANGES = frozenset({"edited", "deleted"})
"""What happens to a message that was written before."""

SILENCE = Ack()
"""Nothing to answer at once."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Done:
    """What one transaction did: what is answered at once, and the turn it kept.

    `outcome` says what became of it where there is no turn; see `Handled`.
    """

    ack: Ack = SILENCE
    turn: Turn | None = None
    outcome: str = ""


SEEN = _Done(outcome=AGAIN)
"""Nothing: it had been done before."""


class HelpDesk:
    """Answers filers and staff. `tell` is called after each thing that somebody did, with what became of it.

    The outbox may then have something new. Without a `staff_channel` nobody can take a case: filers are then
    told to call.
    """

    def __init__(
        self, book: Book, store: Store, clock: Clock, tell: Callable[[Handled], None], staff_channel: str = ""
    ) -> None:
        self._book = book
        self._store = store
        self._clock = clock
        self._tell = tell
        self._voice = Voice(book)
        self._office = Office(self._voice, rules_of(book, staff_channel))
        self._homes = Homes(self._voice)
        self._receipts = Receipts(self._voice)
        self._forgetting = Forgetting(self._voice, self._homes)

    async def handle(self, incoming: Incoming | FromStaff) -> Ack:
        """Carry out what somebody did, exactly once, and say what the surface answers at once.

        When this returns everything is committed and may be acknowledged. Raises StorageError when nothing
        was done, so that it must not be. Any other failure is rolled back, recorded and apologised for.
        """
        surface, began = surface_of(incoming), perf_counter()
        try:
            done = await self._done(incoming, self._clock.now())
        except StorageError:
            self._tell(Handled(surface, UNSAVED, perf_counter() - began))
            raise
        seconds = perf_counter() - began
        self._tell(handled(surface, done.outcome, seconds, done.turn))
        if done.turn is not None:
            _log(done.turn, surface, seconds)
        return done.ack

    async def refuse(self, asked: FromStaff) -> Ack:
        """Write down that somebody who is not staff asked for this, and say so. Raises StorageError."""
        now = self._clock.now()
        await self._store.run(lambda unit: note_refused(unit, asked, now))
        return Ack(self._voice.say("not_staff", now))

    async def begin(self) -> None:
        """Make the desk ready for what comes: cards are in the staff channel. Raises StorageError."""
        now = self._clock.now()
        await self._store.run(lambda unit: self._office.move_in(unit, now))

    def sorry(self) -> str:
        """The sentence for a press or a command that could not be saved; Slack delivers neither again."""
        return self._voice.say("press_again", self._clock.now())

    def ended(self, unit: Unit, delivery: Delivery, verdict: Verdict, at: datetime) -> None:
        """An attempt at a delivery has ended: the desk tells staff what became of their words."""
        self._office.news.ended(unit, delivery, verdict, at)

    def ring(self, unit: Unit, reminder: Reminder, now: datetime) -> bool:
        """A reminder is due: say it, unless its case has moved on; False when there was nothing to say."""
        return self._office.bell.ring(unit, reminder, now)

    async def _done(self, incoming: Incoming | FromStaff, now: datetime) -> _Done:
        work = (
            partial(self._filer, incoming)
            if isinstance(incoming, Incoming)
            else partial(self._staff, incoming)
        )
        try:
            return await self._committed(partial(work, now))
        except StorageError:
            raise
        except Exception as error:
            log.error(
                "turn failed key=%s error=%s at=%s", incoming.keys[0], type(error).__name__, place_of(error)
            )
            ack = await self._store.run(partial(apologise, self._voice, incoming, error, now))
            return _Done(ack, outcome=FAILED)

    async def _committed(self, work: Callable[[Unit], _Done]) -> _Done:
        for _ in range(ATTEMPTS):
            try:
                return await self._store.run(work)
            except SavedElsewhere:
                continue
        raise StorageError(
            "The conversation is being saved by others all the time.", "Slack delivers it again."
        )

    def _for_staff(self, unit: Unit, asked: FromStaff, now: datetime) -> Ack:
        if isinstance(asked, StaffCommand):
            return carry_out(StaffScene(unit, self._voice, self._office.rules.staff_channel, asked, now))
        if isinstance(asked, StaffForm) and asked.form == ASSIST:
            return walked(self._voice, asked, now)
        ack = self._office.take(unit, asked, now)
        if isinstance(asked, StaffPress) and asked.in_home:
            return self._homes.pressed(unit, asked, ack, now)
        return ack

    def _staff(self, asked: FromStaff, now: datetime, unit: Unit) -> _Done:
        return _Done(self._for_staff(unit, asked, now)) if unit.first_sight(asked.keys, now) else SEEN

    def _filer(self, incoming: Incoming, now: datetime, unit: Unit) -> _Done:
        if not unit.first_sight(incoming.keys, now):
            return SEEN
        forgotten = self._forgetting.take(unit, incoming, now)
        return self._read(unit, incoming, now) if forgotten is None else _Done(forgotten)

    def _read(self, unit: Unit, incoming: Incoming, now: datetime) -> _Done:
        if incoming.how == "commanded" and not incoming.message.command:
            unknown = self._voice.tell(None, self._voice.say("command_unknown", now))
            return _Done(at_once(self._voice, unit, unknown, now))
        key = f"{incoming.person}.own"
        before = unit.conversation(key) or fresh(self._book, key, incoming.person)
        if incoming.how in VISITS:
            self._homes.visit(unit, incoming, before, now)
            return _Done()
        if incoming.how in CHANGES and self._office.relay.filer_changed(unit, incoming, now):
            return _Done()
        if not is_to_be_read(unit, incoming, before, now):
            note_edit(self._voice, unit, incoming, before, now)
            return _Done()
        answer = chosen(self._book, incoming, before)
        if answer and self._office.answered(unit, incoming, answer, before, now):
            return _Done()
        return self._turned(unit, incoming, before, now)

    def _turned(self, unit: Unit, incoming: Incoming, before: Conversation, now: datetime) -> _Done:
        turn = advance(self._book, before, incoming.message, self._voice.local(now))
        turn = self._receipts.given(unit, turn, now)
        if incoming.how == "commanded" and (turn.reads_only or incoming.message.command in READS):
            reply = with_staff_words(self._voice, incoming, turn.reply, now)
            return _Done(at_once(self._voice, unit, reply, now))
        if turn.relayed:
            self._office.relay.filer_wrote(unit, incoming, before.case, now)
        turn = self._office.cases.follow(unit, turn, before.case, incoming.keys[0], now)
        turn = self._office.closed_hours.told(unit, turn, now)
        self._keep(unit, before, turn, now)
        if not before.version and incoming.how in TYPED:
            unit.keep_channel(f"person:{incoming.person}", incoming.channel)
        if turn.reply is not None:
            unit.enqueue(self._delivery(unit, incoming, turn, now))
        if turn.case is not None or turn.relayed:
            self._office.news.still_unreached(unit, turn.conversation.case, now)
        if incoming.in_home:
            self._homes.show(unit, incoming, turn.conversation, now)
        return _Done(Ack(self._voice.say("command_done", now) if incoming.how == "commanded" else ""), turn)

    def _keep(self, unit: Unit, before: Conversation, turn: Turn, now: datetime) -> None:
        """Save what changed, and what happened; a turn that changes nothing costs no write."""
        after = turn.conversation
        if after != before:
            unit.save(after, now)
        unit.record(after, turn.events, now)

    def _worded(self, incoming: Incoming, reply: Reply, now: datetime) -> Reply:
        """What was sent instead of words is named: files stay closed."""
        if incoming.how != "unreadable":
            return reply
        unheard = self._voice.say("nothing_heard", now)
        others = (line for line in reply.lines if line != unheard)
        return replace(reply, lines=(self._voice.say("files_off", now), *others))

    def _delivery(self, unit: Unit, incoming: Incoming, turn: Turn, now: datetime) -> Delivery:
        """The reply as an outbox row. Its key comes from the delivery, so that no delivery has two.

        The question after a pressed question takes its place when that was the newest message; otherwise
        the reply is a new post.
        """
        assert turn.reply is not None
        worded, to = self._worded(incoming, turn.reply, now), f"person:{incoming.person}"
        reply = self._voice.with_notice(unit, worded, now)
        post = Delivery(
            f"turn:{incoming.keys[0]}", to, "post", Content(reply=reply), now, thread=incoming.thread
        )
        may_replace = reply.kind == "question" and not turn.fresh and bool(incoming.response_url)
        if not may_replace or unit.newest_sent(to) != incoming.pressed_at:
            return post
        return replace(
            post,
            act="replace",
            content=Content(reply=reply, echo=turn.echo),
            ts=incoming.pressed_at,
            response_url=incoming.response_url,
        )


def _log(turn: Turn, surface: str, seconds: float) -> None:
    """One line for each turn: ids, counts and times, and never a word of anybody."""
    after = turn.conversation
    how = ",".join(f"{question}:{how}" for question, how in turn.how.items())
    log.info(
        "turn conversation=%s flow=%s state=%s how=%s misses=%s surface=%s ms=%.1f",
        after.id, after.flow, after.state, how, after.misses, surface, seconds * 1000,
    )  # fmt: skip
