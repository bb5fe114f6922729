"""What the README shows is what the commands print today."""

import re
from pathlib import Path

from tests.cli.terminal import helpdesk, typed

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```text\n(.*?)```", README, re.DOTALL)


def test_the_transcript_of_the_readme_is_a_real_conversation() -> None:
    messages = [line[2:] for line in BLOCKS[0].splitlines() if line.startswith("> ")]
    shown = re.split(r"^> .*\n", BLOCKS[0], flags=re.MULTILINE)[1:]
    ran = helpdesk("chat", "--court", "moeb", "--json", typed=typed("hi", *messages))
    said = [line["said"].splitlines() for line in ran.lines()[1:]]
    assert len(said) == len(shown)
    for reply, expected in zip(said, shown, strict=True):
        for line in expected.splitlines():
            beginning = line.removesuffix(" ...")
            assert any(one == line or (beginning != line and one.startswith(beginning)) for one in reply), (
                line
            )


def test_the_machine_in_the_readme_is_the_one_that_is_compiled() -> None:
    printed = helpdesk("graph", "nextgen", "--court", "moeb", "--machine").out
    assert BLOCKS[1].strip() == printed.strip()
