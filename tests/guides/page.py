"""A guide as its reader goes through it: the fenced blocks in order, each with what is said about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

GUIDES = Path(__file__).parents[2] / "docs/guides"
FENCE = re.compile(
    r"(?:^<!-- (?P<mark>not run|ends with|starts): (?P<said>[^\n]+) -->\n)?"
    r'^```(?P<language>\w*)(?: title="(?P<title>[^"\n]+)")?\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block. `title` is the file it is about; `reason` says why no test runs it.

    `status` is the exit status that is right. `starts`: it is a program that runs until it is stopped.
    """

    line: int
    language: str
    text: str
    title: str = ""
    reason: str = ""
    status: int = 0
    starts: bool = False


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands of a guide, with what its reader sees after them; empty where the guide shows nothing."""

    block: Block
    shown: str

    def with_text(self, old: str, new: str) -> "Commands":
        """The same with another text in it, as a port that is free."""
        return Commands(replace(self.block, text=self.block.text.replace(old, new)), self.shown)

    @property
    def typed(self) -> str:
        """What the reader types while `helpdesk chat` runs."""
        if "helpdesk chat" not in self.block.text:
            return ""
        return "".join(f"{line[2:]}\n" for line in self.shown.splitlines() if line.startswith("> "))


def blocks(page: Path) -> list[Block]:
    """Every fenced block of the page."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            line=text[: found.start()].count("\n") + 1,
            language=found["language"],
            text=found["text"],
            title=found["title"] or "",
            reason=found["said"] if found["mark"] == "not run" else "",
            status=int(found["said"]) if found["mark"] == "ends with" else 0,
            starts=found["mark"] == "starts",
        )
        for found in FENCE.finditer(text)
    ]


def parts(page: Path) -> Iterator[Commands | Block]:
    """What the reader does, in order: commands with what they show, and blocks of any other kind."""
    of_page = blocks(page)
    for block, following in zip(of_page, [*of_page[1:], None], strict=True):
        if block.language == "sh" and not block.reason:
            shown = following.text if following and following.language == "text" else ""
            yield Commands(block, shown)
        elif block.language not in ("sh", "text"):
            yield block
