"""The form for an answer: canned replies fill it, staff change it, and only what stands there is sent."""

from dataclasses import replace

import pytest

from bot.flow.model import Macro
from bot.service.forms import Form
from bot.service.incoming import Ack, StaffForm
from bot.service.ports import Delivery
from tests.unit.service import office as offices
from tests.unit.service.office import BOOK, FILER, Office

CALL = Macro("call", "Call PACER", "Call {pacer.phone}.", links=("pacer.page",), fingerprint="f00d")
WAIT = Macro("wait", "Please wait", "We wait.", offered_for=("asked_for_person",), fingerprint="beef")
LONG = Macro("long", "A long one", "x" * 2_990)
CALLS = "Call 800-676-6856.\nPACER page: https://pacer.uscourts.gov/"


@pytest.fixture
async def anns(monkeypatch: pytest.MonkeyPatch) -> Office:
    """A court with three canned replies, and a case for a person that Ann has."""
    monkeypatch.setattr(offices, "BOOK", replace(BOOK, macros=(CALL, WAIT, LONG)))
    opened = Office()
    await opened.say("hi", "my own", "person")
    await opened.staff("Ann", "claim")
    await opened.sent()
    return opened


async def chosen(office: Office, macro: str, words: str = "") -> Ack:
    """Ann chooses a canned reply in the form, which asks to be shown anew."""
    office.clock.move(1)
    values = {"macro": macro, "words": words}
    key = f"trigger:asking-{office.clock.time.timestamp()}"
    asking = StaffForm((key,), "S-Ann", "Ann", "reply", values, "NG-1001", is_asking=True)
    return await office.desk.handle(asking)


def shown(ack: Ack) -> Form:
    """The form that is shown."""
    assert ack.form is not None
    return ack.form


def answer(ack: Ack) -> str:
    """What stands in the form as the answer."""
    return next(field.value for field in shown(ack).fields if field.id == "words")


def sent(rows: list[Delivery]) -> list[str]:
    """The words that the filer is given."""
    return [row.content.quote.text for row in rows if row.to == FILER and row.content.quote]


async def test_those_for_the_reason_of_this_case_are_offered_first(anns: Office) -> None:
    macro, words = shown(await anns.staff("Ann", "reply")).fields
    assert macro.options == (("wait", "Please wait"), ("call", "Call PACER"), ("long", "A long one"))
    assert (macro.kind, macro.asks, macro.optional, macro.value) == ("choice", True, True, "")
    assert words.value == ""


async def test_a_court_without_canned_replies_asks_for_words_alone() -> None:
    office = Office()
    await office.say("hi", "my own", "person")
    await office.staff("Ann", "claim")
    assert [field.id for field in shown(await office.staff("Ann", "reply")).fields] == ["words"]


async def test_the_words_of_a_chosen_one_come_into_the_form_and_nothing_is_sent(anns: Office) -> None:
    ack = await chosen(anns, "call")
    assert answer(ack) == CALLS
    assert shown(ack).fields[0].value == "call"
    assert await anns.sent() == []
    assert (await anns.acts())[-1] == "claimed"


async def test_another_takes_its_place_behind_what_staff_wrote_themselves(anns: Office) -> None:
    assert answer(await chosen(anns, "call", "Hello Sam.")) == f"Hello Sam.\n\n{CALLS}"
    assert answer(await chosen(anns, "wait", f"Hello Sam.\n\n{CALLS}")) == "Hello Sam.\n\nWe wait."
    assert answer(await chosen(anns, "", "Hello Sam.\n\nWe wait.")) == "Hello Sam."


async def test_what_does_not_fit_together_is_told_and_nothing_is_lost(anns: Office) -> None:
    ack = await chosen(anns, "long", "Hello Sam.")
    assert shown(ack).lines == ("<macro_no_room>",)
    assert answer(ack) == "Hello Sam."


async def test_it_goes_out_as_staff_changed_it_and_the_audit_names_it_without_its_words(anns: Office) -> None:
    assert await anns.form("Ann", "reply", macro="call", words=f"Sam: {CALLS}") == Ack()
    assert sent(await anns.sent()) == [f"Sam: {CALLS}"]
    (act,) = [act for act in await anns.run(lambda unit: unit.desk.acts("NG-1001")) if act.what == "replied"]
    assert act.data == {"message": "1", "macro": "call", "macro_version": "f00d", "changed": "yes"}


async def test_the_audit_tells_what_was_sent_as_it_was_written(anns: Office) -> None:
    await anns.form("Ann", "reply", macro="wait", words="We wait.")
    acts = await anns.run(lambda unit: unit.desk.acts("NG-1001"))
    assert acts[-1].data["changed"] == "no"


async def test_one_that_is_no_longer_there_changes_nothing(anns: Office) -> None:
    assert answer(await chosen(anns, "gone", "Hello.")) == "Hello."
    await anns.form("Ann", "reply", macro="gone", words="Hello.")
    acts = await anns.run(lambda unit: unit.desk.acts("NG-1001"))
    assert acts[-1].data == {"message": "1"}


async def test_it_is_not_shown_anew_once_nobody_has_the_case(anns: Office) -> None:
    await anns.staff("Ann", "let_go")
    assert await chosen(anns, "call") == Ack("<claim_first>")


async def test_a_form_that_only_asks_never_does_what_handing_it_in_does(anns: Office) -> None:
    values = {"words": "not yet"}
    for form in ("note", "transfer"):
        asking = StaffForm((f"trigger:{form}",), "S-Ann", "Ann", form, values, "NG-1001", is_asking=True)
        assert await anns.desk.handle(asking) == Ack("<case_button_old>")
    assert await anns.sent() == []
