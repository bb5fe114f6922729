"""Receipts: the answer that was given can be named by a short code, shown again, and reproduced."""

import re
from itertools import count

import pytest

from bot.engine.book import build
from bot.engine.checklist import steps
from bot.engine.machine import CHECKLIST, compile_machine
from bot.engine.settle import settle
from bot.service.desk import HelpDesk
from bot.service.incoming import StaffCommand
from bot.service.kept_flows import keep_flows, kept_flow
from bot.service.receipt_codes import candidates
from tests.flows.shipped import library
from tests.unit.service.office import Office, told

NUMBERS = count(1)
CODE = re.compile(r"Receipt: (\w+)\. Name it when you call us\.")


@pytest.fixture
async def office() -> Office:
    """A desk that speaks with the shipped sentences."""
    office = Office()
    book = build(library(), "moeb")
    office.desk = HelpDesk(book, office.store, office.clock, office.handled.append, office.staff_channel)
    await office.run(lambda unit: keep_flows(book, unit))
    return office


async def shown(office: Office, rest: str) -> str:
    """What a member of staff reads who types this behind `receipt`."""
    asked = StaffCommand((f"trigger:r{next(NUMBERS)}",), "S-Ann", "Ann", "receipt", rest)
    return (await office.desk.handle(asked)).text


async def given(office: Office, *texts: str) -> str:
    """The code under the answer to these words."""
    await office.say(*texts)
    (code,) = CODE.findall(told(await office.sent()))
    return str(code)


async def test_an_answer_has_a_code_and_a_question_has_none(office: Office) -> None:
    await office.say("hi")
    assert "Receipt" not in told(await office.sent())
    assert len(await given(office, "viewer")) == 5


async def test_the_same_answer_has_the_same_code_however_often_it_is_shown(office: Office) -> None:
    code = await given(office, "viewer")
    office.clock.move(3600)
    assert await given(office, "hm") == code
    assert CODE.findall((await office.command("status")).text) == [code]
    assert await given(office, "restart", "viewer") != code, "another talk"


async def test_staff_see_the_path_the_version_the_time_and_the_text(office: Office) -> None:
    code = await given(office, "attorney", "my own", "2020", "after go-live")
    said = await shown(office, code)
    assert f"Receipt {code} was given on Monday, December 7" in said
    assert "Which PACER account do you have?" in said
    assert "Next step:" in said
    assert "800-676-6856" in said
    kept = await office.run(lambda unit: unit.desk.receipt(code))
    assert kept is not None
    assert kept.fingerprint in said
    assert kept.text in said
    assert "That worked" not in kept.text


async def test_a_code_is_found_however_it_is_typed(office: Office) -> None:
    code = await given(office, "viewer")
    for typed in (code.lower(), f" {code[:2]} - {code[2:]} ", code.replace("D", "0").replace("7", "1")):
        assert code in await shown(office, typed)


@pytest.mark.parametrize("typed", ["99999", "hello", "*_?", "7F3K", "x" * 400])
async def test_an_unknown_code_gets_a_clear_sentence(office: Office, typed: str) -> None:
    said = await shown(office, typed)
    assert "I know no receipt" in said or "/nextgen receipt 7F3KP" in said
    assert len(said) < 200


async def test_without_a_code_an_example_is_given(office: Office) -> None:
    assert "/nextgen receipt 7F3KP" in await shown(office, "  ")


async def test_a_taken_code_gives_way_to_the_next(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await given(office, "viewer")
    codes = [first, next(candidates("another"))]
    monkeypatch.setattr("bot.service.receipts.candidates", lambda *_: iter(codes))
    assert await given(office, "restart", "viewer") == codes[1]
    kept = await office.run(lambda unit: unit.desk.receipt(first))
    assert kept is not None
    assert kept.conversation == "U1.own.1"


@pytest.mark.parametrize(
    "texts",
    [
        ("viewer",),
        ("attorney", "my own", "2009", "no", "before go-live", "not yet", "I know both"),
        ("attorney", "none", "never", "regular"),
    ],
)
async def test_an_answer_is_reproduced_from_what_is_kept(office: Office, texts: tuple[str, ...]) -> None:
    code = await given(office, *texts)
    kept = await office.run(lambda unit: unit.desk.receipt(code))
    assert kept is not None
    flow = await office.run(lambda unit: kept_flow(unit, kept.fingerprint))
    assert flow is not None
    again = settle(compile_machine(flow), kept.told)
    assert (again.state, again.path) == (CHECKLIST, kept.told)
    place = [kept.text.find(step.do.split("{")[0].split("*")[0].strip()) for step in steps(flow, again.path)]
    assert -1 not in place
    assert kept.text.count("\n1. ") + kept.text.count("\n2. ") == min(len(place), 2)


async def test_a_version_that_is_not_kept_is_shown_by_its_ids() -> None:
    office = Office()
    await office.say("mine", "2020", "never")
    code = await office.run(lambda unit: unit.desk.newest_receipt("U1.own.1"))
    assert "\u2022 account: own\n\u2022 created: after\n\u2022 filed: never" in await shown(office, code)


async def test_a_case_names_the_receipt_of_its_talk(office: Office) -> None:
    code = await given(office, "viewer")
    await office.press("do", "stuck")
    assert (await office.case()).receipt == code
