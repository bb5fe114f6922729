"""One thing that somebody did, once: what is kept, what goes into the outbox, what is acknowledged."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.engine.message import Message
from bot.engine.outcome import Turn
from bot.errors import SavedElsewhere, StorageError
from bot.service import desk as desk_module
from bot.service.casework.cases import Cases
from bot.service.incoming import Ack
from bot.storage.memory import MemoryStore
from tests.unit.service.office import FILER, Office, told, words
from tests.unit.service.slack_double import Crash


@pytest.fixture
def office() -> Office:
    return Office()


async def test_a_message_is_answered_in_the_direct_message(office: Office) -> None:
    assert await office.say("hi") == Ack()
    (row,) = await office.sent()
    assert (row.to, row.act, row.key) == (FILER, "post", "turn:event:Ev1")
    assert "Whose account is it?" in words(row.content)
    assert [(one.surface, one.outcome) for one in office.handled] == [("said", "question")]


async def test_an_answer_is_kept_and_the_next_question_follows(office: Office) -> None:
    await office.say("hi", "my own")
    assert (await office.conversation()).told["account"].answer == "own"
    assert "When was it made?" in told(await office.sent())
    history = await office.run(lambda unit: unit.history("U1.own"))
    assert [event.name for event in history] == ["opened", "answered"]


async def test_copies_of_one_delivery_give_one_reply(office: Office) -> None:
    message = office.typed("hi")
    for copy in (message, message, replace(message, keys=("event:Ev99", message.keys[1]))):
        assert await office.desk.handle(copy) == Ack()
    assert len(await office.sent()) == 1


async def test_a_reply_stays_in_the_thread_the_filer_uses(office: Office) -> None:
    await office.desk.handle(replace(office.typed("hi"), thread="3.3"))
    (row,) = await office.sent()
    assert row.thread == "3.3"


async def test_the_channel_a_filer_writes_in_need_not_be_asked_for(office: Office) -> None:
    await office.say("hi")
    assert await office.run(lambda unit: unit.channel_of(FILER)) == "D1"


async def test_a_pressed_question_is_replaced_by_the_next(office: Office) -> None:
    await office.say("hi")
    await office.sent()
    await office.press("account", "own", at="1.0")
    (row,) = await office.sent()
    assert (row.act, row.ts, row.response_url) == ("replace", "1.0", "https://answer")
    assert row.content.echo == "Whose account is it?\n<you_said> My own"


async def test_the_replaced_message_is_replaced_again(office: Office) -> None:
    await office.say("hi")
    await office.sent()
    await office.press("account", "own", at="1.0")
    await office.press("created", "before", at="1.0")
    assert [row.act for row in await office.sent()] == ["replace", "replace"]


async def test_a_press_on_an_older_message_gets_a_new_post(office: Office) -> None:
    await office.say("hi", "what is pacer")
    await office.sent()
    await office.press("account", "own", at="1.0")
    (row,) = await office.sent()
    assert (row.act, row.content.echo) == ("post", "")


async def test_a_press_while_a_newer_message_is_on_its_way_gets_a_new_post(office: Office) -> None:
    await office.say("hi")
    await office.sent()
    await office.say("what is pacer")
    await office.press("account", "own", at="1.0")
    assert [row.act for row in await office.sent()] == ["post", "post"]


async def test_the_steps_are_a_new_post_though_the_question_was_pressed(office: Office) -> None:
    await office.say("hi", "shared")
    await office.sent()
    await office.press("filed", "earlier", at="2.0")
    (row,) = await office.sent()
    assert row.act == "post"
    assert row.content.reply is not None
    assert row.content.reply.kind == "answer"


async def test_a_press_that_changes_nothing_says_nothing(office: Office) -> None:
    await office.say("hi", "my own")
    await office.sent()
    assert await office.press("account", "own") == Ack()
    assert await office.sent() == []


async def test_a_button_of_another_talk_is_over(office: Office) -> None:
    await office.say("hi", "my own")
    await office.sent()
    await office.press("account", "none", conversation="U1.own.0")
    assert "<talk_over>" in told(await office.sent())
    assert (await office.conversation()).told["account"].answer == "own"


async def test_a_command_that_changes_something_writes_into_the_direct_message(office: Office) -> None:
    assert await office.command("start") == Ack("<command_done>")
    (row,) = await office.sent()
    assert row.to == FILER
    assert "Whose account is it?" in words(row.content)


@pytest.mark.parametrize(
    ("word", "answer"), [("help", "<help>"), ("status", "<status_question>"), ("phone", "<phone_answer>")]
)
@pytest.mark.parametrize("known", [True, False])
async def test_a_command_that_only_reads_is_answered_at_once(
    office: Office, word: str, answer: str, known: bool
) -> None:
    if known:
        await office.say("hi")
        await office.sent()
    assert answer in (await office.command(word)).text
    assert await office.sent() == []


async def test_an_unknown_command_is_answered_at_once_and_changes_nothing(office: Office) -> None:
    assert await office.command("", "make me a sandwich") == Ack("<command_unknown>")
    assert await office.sent() == []
    assert await office.run(lambda unit: unit.conversation("U1.own")) is None


async def test_a_file_is_named_as_what_it_is_and_the_question_is_put_again(office: Office) -> None:
    await office.say("hi")
    await office.sent()
    await office.desk.handle(office.typed("", "unreadable"))
    said = told(await office.sent())
    assert "<files_off>" in said
    assert "<nothing_heard>" not in said
    assert "Is it yours alone?" in said


class Busy(MemoryStore):
    """A store in which somebody else is first, a few times."""

    def __init__(self, times: int) -> None:
        super().__init__("test")
        self.times = times

    async def run(self, work):  # type: ignore[no-untyped-def]
        if self.times:
            self.times -= 1
            await MemoryStore("test").run(work)
            raise SavedElsewhere("U1.own")
        return await super().run(work)


async def test_a_turn_that_lost_a_race_is_run_again_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    office = Office(store=Busy(2))
    await office.say("hi")
    assert len(await office.sent()) == 1
    assert caplog.text.count("turn conversation=") == 1, "only what was kept"


async def test_a_turn_that_never_wins_is_not_acknowledged() -> None:
    office = Office(store=Busy(3))
    with pytest.raises(StorageError):
        await office.say("hi")


class Broken(MemoryStore):
    """A store whose database does not answer."""

    async def run(self, work):  # type: ignore[no-untyped-def]
        assert callable(work)
        raise StorageError("The database is too slow.")


async def test_a_turn_that_cannot_be_saved_is_not_acknowledged() -> None:
    office = Office(store=Broken("test"))
    with pytest.raises(StorageError):
        await office.say("hi")
    assert [(one.surface, one.outcome) for one in office.handled] == [("said", "unsaved")]
    assert office.desk.sorry() == "<press_again>"


def explode(book: Book, before: Conversation, message: Message, now: datetime) -> Turn:
    """An engine with a fault that shows the words it was given."""
    raise ValueError(f"{message.text} cannot be read at {now}: {book} {before}")


async def test_a_failing_turn_is_undone_recorded_and_apologised_for(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(desk_module, "advance", explode)
    message = office.typed("my secret marker")
    assert await office.desk.handle(message) == Ack()
    assert await office.desk.handle(message) == Ack(), "its keys are taken as seen"
    (row,) = await office.sent()
    assert (row.to, words(row.content)) == (FILER, "<something_wrong>")
    (letter,) = await office.run(lambda unit: unit.dead_letters())
    assert (letter.key, letter.error) == ("event:Ev1", "ValueError")
    assert letter.where.startswith("bot.service.desk._turned:")
    assert await office.run(lambda unit: unit.conversation("U1.own")) is None
    assert "marker" not in caplog.text + str(letter)
    assert "ValueError" in caplog.text


async def test_a_failing_press_of_staff_is_answered_to_them(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode_too(*_: object) -> Ack:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.service.casework.office.Office.take", explode_too)
    assert await office.staff("Ann", "claim") == Ack("<press_again>")
    letters = await office.run(lambda unit: unit.dead_letters())
    assert [letter.error for letter in letters] == ["ZeroDivisionError"]
    assert await office.sent() == []


async def test_no_word_of_a_filer_is_in_the_log(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    await office.say("hi marker", "marker my own")
    assert "turn conversation=U1.own.1 flow=nextgen state=created how=account:phrase" in caplog.text
    assert "marker" not in caplog.text


async def test_a_failure_is_told_once_though_another_process_was_first(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = office.typed("hi")

    def too_late(*_: object) -> Turn:
        office.store._shelf.seen["event:Ev1"] = office.clock.time  # type: ignore[attr-defined]
        raise ValueError

    monkeypatch.setattr(desk_module, "advance", too_late)
    assert await office.desk.handle(message) == Ack()
    assert await office.sent() == []
    assert await office.run(lambda unit: unit.dead_letters()) == []


async def test_a_process_killed_in_the_middle_of_a_turn_has_done_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> Turn:
        raise Crash

    message = office.typed("hi")
    with monkeypatch.context() as moment:
        moment.setattr(Cases, "follow", killed)
        with pytest.raises(Crash):
            await office.desk.handle(message)
    assert await office.sent() == []
    await office.desk.handle(message)
    assert len(await office.sent()) == 1, "Slack delivers again what was not acknowledged"
