"""Staff look for cases with the slash command, over real sockets in both modes."""

from tests.e2e.line import Line
from tests.e2e.test_outage import commanded
from tests.e2e.test_relay import claimed

REFUSED = "Only our staff can use this."


async def test_the_queue_names_the_filer_and_what_is_to_be_done(line: Line) -> None:
    assert await commanded(line, "queue") == "No request is open."
    await line.say("hi", "person")
    said = await commanded(line, "queue")
    assert "*NG-1001*, opened just now." in said
    assert "<@UFILER001>: " in said
    assert "Nobody has this request yet." in said
    await line.press("Claim", line.cards()[0], person="staff")
    assert "NG-1001" in await commanded(line, "mine")
    assert await commanded(line, "mine", "other_staff") == "You have no open request."
    assert await commanded(line, "queue unclaimed") == "Every open request has somebody."


async def test_a_case_is_shown_in_full_and_found_by_whom_it_is_about(line: Line) -> None:
    await claimed(line)
    await line.say("I see a blank page & more")
    shown = await commanded(line, "case 1001")
    assert "the filer: I see a blank page &amp; more" in shown
    assert "claimed, " in shown
    assert "Requests found: 1." in await commanded(line, "find <@UFILER001|fay.filer>")
    assert "I find no request" in await commanded(line, "find <@UFILER002|fay.filer>")


async def test_who_is_not_staff_is_shown_nothing(line: Line) -> None:
    await line.say("hi", "person")
    for word in ("queue", "mine", "case 1001", "find 1001"):
        assert await commanded(line, word, "other_filer") == REFUSED
