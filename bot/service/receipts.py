"""Receipts: each final answer is kept under a short code, so that staff can see exactly what was said."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.engine.outcome import Turn
from bot.engine.reply import Reply, plain
from bot.engine.scene import settled
from bot.service.desk_records import Receipt
from bot.service.ports import Unit
from bot.service.receipt_codes import candidates
from bot.service.voice import Voice

ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Receipts:
    """Gives out receipts; part of the turn's transaction."""

    voice: Voice

    def given(self, unit: Unit, turn: Turn, now: datetime) -> Turn:
        """The turn with its receipt's code in the reply; as it is when it gives no final answer.

        The same answer in the same talk has the same code, however often it is shown.
        """
        if turn.reply is None or turn.reply.kind != ANSWER:
            return turn
        code = self._code(unit, turn.conversation, _words(turn.reply), now)
        line = self.voice.say("receipt_line", now, code=code)
        return replace(turn, reply=replace(turn.reply, after=(*turn.reply.after, line)))

    def _code(self, unit: Unit, conversation: Conversation, text: str, now: datetime) -> str:
        """The code of this answer, kept with it; the next one when another answer has it."""
        rules = self.voice.book.rules(conversation.flow)
        path, fingerprint = settled(rules, conversation).path, rules.flow.fingerprint
        receipt = Receipt("", conversation.id, rules.flow.id, fingerprint, path, text, now)
        for code in candidates(conversation.id, _began(conversation), str(path), fingerprint):
            if unit.desk.keep_receipt(replace(receipt, code=code)) or _is_same(unit, code, receipt):
                return code
        raise AssertionError


def _began(conversation: Conversation) -> str:
    """When the first answer was given: once a talk is forgotten, nobody can find its codes by trying."""
    return str(min((told.at for told in conversation.told.values()), default=0))


def _is_same(unit: Unit, code: str, receipt: Receipt) -> bool:
    """Whether the code is this very answer's, given before."""
    kept = unit.desk.receipt(code)
    return kept is not None and replace(kept, at=receipt.at) == replace(receipt, code=code)


def _words(reply: Reply) -> str:
    """The answer alone, without what led to it and what may be pressed next."""
    return plain(replace(reply, lines=(), choices=(), notice=""))
