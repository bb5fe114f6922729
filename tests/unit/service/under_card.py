"""What staff write under the card of NG-1001, as Slack hands it in: new, changed, deleted, in any order."""

from dataclasses import dataclass, field

from bot.engine.relay import Marking
from bot.service.casework.office import Office as Casework
from bot.service.casework.scene import DeskRules
from bot.service.incoming import StaffMessage
from bot.service.ports import Delivery
from tests.unit.service.office import FILER, STAFF, Office


@dataclass
class UnderCard:
    """An office with a case in the staff channel, and the thread under its card.

    `open_replies` turns the rule round: what the owner writes reaches the filer.
    """

    open_replies: bool = False
    office: Office = field(default_factory=Office)
    rows: list[Delivery] = field(default_factory=list)

    async def begin(self) -> None:
        """U1 asks for a person, and the card is there."""
        rules = DeskRules(self.office.staff_channel, Marking(open=self.open_replies))
        self.office.desk._office = Casework(self.office.desk._voice, rules)
        await self.office.say("hi", "my own", "person")
        await self.office.sent()

    async def event(self, name: str, text: str, how: str = "said", ts: str = "") -> StaffMessage:
        """What somebody wrote one second later, not handed in yet; `ts` names an earlier message."""
        self.office.clock.move(1)
        at = self.office.ts()
        ts = ts or at
        kinds = {"said": f"message:C9:{ts}", "edited": f"edit:C9:{ts}:{at}", "deleted": f"delete:C9:{ts}"}
        thread = (await self.office.case()).card_ts
        micros = int(float(at) * 1_000_000)
        return StaffMessage((kinds[how],), f"S-{name}", name, "C9", thread, ts, how, micros, text)  # type: ignore[arg-type]

    async def write(self, name: str, text: str, how: str = "said", ts: str = "") -> str:
        """The same, handed in; the ts of the message."""
        event = await self.event(name, text, how, ts)
        await self.office.desk.handle(event)
        return event.ts

    async def given(self) -> list[Delivery]:
        """What the filer was given of staff's words since the last look, in order."""
        return [row for row in await self._sent() if row.to == FILER and row.content.quote]

    async def told(self) -> list[str]:
        """What the bot said under the card since the last look."""
        cards = [row.content.card for row in await self._sent() if row.to == STAFF and row.thread]
        return ["\n".join(card.lines) for card in cards if card]

    async def _sent(self) -> list[Delivery]:
        return await self.office.sent()
