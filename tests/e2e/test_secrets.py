"""Forty planted secrets are found nowhere: not in the database, a log, or anything that Slack was sent."""

from typing import Any

from tests.e2e.line import Line

TYPED = {
    "pw is Tarnhelm7": "Tarnhelm7",
    "password: X7!quark": "X7!quark",
    "my pass is gooseberryjam": "gooseberryjam",
    "login jdoe / Secret1!zz": "Secret1!zz",
    "username jdoe password Hunter2zz": "Hunter2zz",
    "Gr8Expect! is my pacer password": "Gr8Expect!",
    "the password for my PACER account is Sesame99x": "Sesame99x",
    "my passphrase is umber walrus lantern kettle": "walrus lantern",
    "PIN 48213": "48213",
    "code 483920": "483920",
    "my MFA code was 771 902": "771 902",
    "660183 is my code": "660183",
    "backup code qwzx-vbnm": "qwzx-vbnm",
    "recovery codes: K1LM-99QR, ZZ7T-4PLW": "ZZ7T-4PLW",
    "my ssn is 219-09-9998": "219-09-9998",
    "social security number 219099997": "219099997",
    "4111 1111 1111 1111": "4111 1111 1111 1111",
    "card 5500-0000-0000-0004 please": "5500-0000-0000-0004",
    "bank account number 556677889": "556677889",
    "routing number 081000032": "081000032",
    "dob 3/14/1959": "3/14/1959",
    "I was born on February 3, 1961": "February 3, 1961",
    "activation code: 7GH3-KK21": "7GH3-KK21",
    "https://pacer.example.gov/activate?token=8f3abc99ee": "8f3abc99ee",
}
EDITED = {
    "oh, password: Edited1!a": "Edited1!a",
    "code 512384": "512384",
    "ssn 305-44-1212": "305-44-1212",
    "dob 12/24/1948": "12/24/1948",
}
COMMANDED = {
    "pw is Command7x": "Command7x",
    "help code 930177": "930177",
    "my ssn is 411-22-3434": "411-22-3434",
    "person password: Cmd!1234": "Cmd!1234",
}
IN_BLOCKS = ["Blocks1!pw", "code-in-block-88", "309-11-2222", "4000-0566-5566-5556"]
IN_MODALS = ["Modal1!pw", "Modal2!pw", "517-33-4141", "99887766554"]


def test_forty_are_planted() -> None:
    assert len({*TYPED.values(), *EDITED.values(), *COMMANDED.values(), *IN_BLOCKS, *IN_MODALS}) == 40


async def test_no_planted_secret_is_kept_logged_or_sent(line: Line) -> None:
    await plant(line)
    haystack = everything(line)
    for secret in (*TYPED.values(), *EDITED.values(), *COMMANDED.values(), *IN_BLOCKS, *IN_MODALS):
        assert secret not in haystack, secret
    assert "UFILER001" in haystack


async def test_a_filer_hears_that_a_secret_was_taken_out(line: Line) -> None:
    await line.say("hi")
    await line.say("pw is Tarnhelm7")
    assert "Tarnhelm7" not in line.words()
    assert (await line.conversation()).state == "hand_over:secret_pasted"  # type: ignore[union-attr]


async def plant(line: Line) -> None:
    """Bring each secret to the bot by its own way, in talks that go on and in talks with staff."""
    await line.say("hi")
    for number, text in enumerate(TYPED):
        await line.say(text, person="filer" if number % 2 else "other_filer")
        await line.say("restart", person="filer" if number % 2 else "other_filer")
    for number, text in enumerate(EDITED):
        said = await line.say("hm" * (number + 1))
        await line.slack.act.edit("filer", said.ts, text)
        await line.quiet()
    for text in COMMANDED:
        await line.slack.act.command("filer", text=text)
        await line.quiet()
    for secret in IN_BLOCKS:
        block = {"type": "rich_text", "elements": [{"type": "text", "text": f"password: {secret}"}]}
        attached = [{"text": secret, "fallback": secret}]
        await line.say("hello", blocks=[block], attachments=attached, files=[{"title": secret}])
    for secret in IN_MODALS:
        await line.slack.postman.send("interactive", submitted(secret)).settled()
    await line.say("person", "attorney")
    await line.quiet()


def submitted(secret: str) -> dict[str, Any]:
    """A modal that somebody filled in."""
    values = {"b": {"a": {"type": "plain_text_input", "value": f"password: {secret}"}}}
    view = {
        "id": "V1",
        "type": "modal",
        "callback_id": "c",
        "state": {"values": values},
        "private_metadata": secret,
    }
    return {
        "type": "view_submission",
        "team": {"id": "TPRACTICE1"},
        "user": {"id": "UFILER001", "team_id": "TPRACTICE1"},
        "trigger_id": "1.2.modal",
        "view": view,
    }


def everything(line: Line) -> str:
    """All bytes of the database and its log of writes, all log lines, and all that Slack was sent."""
    stored = b"".join(path.read_bytes() for path in line.database.parent.iterdir())
    calls = "\n".join(f"{one.method} {one.arguments}" for one in line.slack.record.calls)
    answers = "\n".join(str(one.answer) for one in line.slack.postman.sent)
    return "\n".join([stored.decode("utf-8", "replace"), line.logs.getvalue(), calls, answers])
