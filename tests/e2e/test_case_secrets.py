"""Forty secrets in every message of a case are found nowhere: not kept, logged, exported, counted or sent."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

from tests.e2e.line import STAFF, Line
from tests.e2e.observed import fetched
from tests.e2e.test_case_acts import hand_in
from tests.e2e.test_outage import commanded
from tests.e2e.test_relay import in_thread
from tests.e2e.test_secrets import TYPED, everything

ASKED = {"hi, my password is Quagga7!": "Quagga7!", "person, my pin is 90412": "90412"}
SAID = {
    "ssn 219-09-9991": "219-09-9991",
    "code 551177": "551177",
    "pw is Bramble4x": "Bramble4x",
    "p a s s w o r d: Velvet9k": "Velvet9k",
    "card 4012888888881881": "4012888888881881",
}
REPLIED = {
    "to filer: the temporary password is Osprey3z": "Osprey3z",
    "to filer: your code was 640215": "640215",
    "a note, his password: Kestrel5q": "Kestrel5q",
    "to filer: use https://pacer.example.gov/reset?token=4be1c0aa77": "4be1c0aa77",
}
EDITED = {"to filer: password: Edited8w": "Edited8w", "note, dob 4/15/1962": "4/15/1962"}
FORMED = {
    "Answer": {"words": "The password is Formed6r"},
    "Note": {"words": "His SSN is 305-44-1219"},
    "Close": {"words": "His pin is 77120"},
}
HANDED_IN = ("Formed6r", "305-44-1219", "77120")
COMMANDED = {
    "queue password: Queued1!": "Queued1!",
    "mine pw is Minely2!": "Minely2!",
    "case my ssn is 411-22-3435": "411-22-3435",
    "receipt code 930178": "930178",
    'outage on "The password is Outage7y" until 2 hours': "Outage7y",
}
SECRETS = (
    *TYPED.values(),
    *ASKED.values(),
    *SAID.values(),
    *REPLIED.values(),
    *EDITED.values(),
    *HANDED_IN,
    *COMMANDED.values(),
)
FORMATS = ("csv", "json", "text")


def test_at_least_forty_are_planted() -> None:
    assert len(set(SECRETS)) >= 40


async def test_no_secret_of_a_case_is_kept_logged_exported_counted_or_sent(line: Line) -> None:
    await opened_and_claimed(line)
    await filer_plants(line)
    await staff_plant(line)
    exports = [await export(line, one) for one in FORMATS]
    haystack = "\n".join([everything(line), await counted(line), *exports])
    assert [secret for secret in SECRETS if secret in haystack] == []
    assert haystack.count("[removed]") > len(SECRETS), "the words around them are there"


async def opened_and_claimed(line: Line) -> None:
    """Secrets from the first message on, before and after the filer asks for a person."""
    await line.say(*ASKED, "person", *list(SAID)[:2])
    await line.press("Claim", line.cards()[0], person="staff")


async def filer_plants(line: Line) -> None:
    """The filer's words to staff: every third one comes as an edit of another message."""
    for number, text in enumerate([*list(SAID)[2:], *TYPED]):
        said = await line.say(text if number % 3 else "hm")
        if not number % 3:
            await line.slack.act.edit("filer", said.ts, text)
            await line.quiet()


async def staff_plant(line: Line) -> None:
    """Staff's words: under the card, in edits, behind the command, in forms."""
    card, ts = line.cards()[0], ""
    for text in REPLIED:
        ts = await in_thread(line, text, card)
    for text in EDITED:
        await line.slack.act.edit("staff", ts, text, channel=STAFF)
        await line.quiet()
    for text in COMMANDED:
        await commanded(line, text)
    for label, values in FORMED.items():
        await line.press(label, line.cards()[0], person="staff")
        await hand_in(line, "staff", {name: {"value": words} for name, words in values.items()})


async def counted(line: Line) -> str:
    """What the bot tells of itself in numbers."""
    shown = [(await fetched(f"{line.bot.health_url}{path}"))[1] for path in ("/metrics", "/health/ready")]
    return "\n".join(shown)


async def export(line: Line, form: str) -> str:
    """The case as `helpdesk export` writes it, with the bot running."""
    asked = ("export", "--case", "NG-1001", "--format", form, "--database", f"sqlite:///{line.database}")
    ran = await asyncio.create_subprocess_exec(
        Path(sys.executable).with_name("helpdesk"), *asked, stdout=PIPE, stderr=PIPE
    )
    out, err = await ran.communicate()
    assert (ran.returncode, err.decode()) == (0, "Cases exported: 1.\n")
    assert b"[removed]" in out
    return out.decode()
