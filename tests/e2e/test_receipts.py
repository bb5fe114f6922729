"""Receipts over real sockets: a filer names the code, and staff see what was said."""

import re

from tests.e2e.line import Line
from tests.e2e.test_outage import commanded


async def test_staff_see_what_the_filer_was_told(line: Line) -> None:
    await line.say("viewer")
    assert len(line.said()) == 1
    (code,) = re.findall(r"Receipt: (\w+)\.", line.words())
    said = await commanded(line, f"receipt {code.lower()}")
    assert f"Receipt {code} was given on" in said
    assert "Next step:" in said
    assert "Only our staff" in await commanded(line, f"receipt {code}", "filer")
    assert "I know no receipt" in await commanded(line, "receipt 99999")
