"""The small flow files under `broken/`: the whole ones, and the same with one file broken."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.flow.check import check
from bot.flow.library import load
from bot.flow.limits import TextLimits
from bot.flow.model import Library
from bot.flow.problem import Problem

FLOWS = Path(__file__).parents[2] / "flows"
BROKEN = Path(__file__).parent / "broken"
NOW = datetime(2026, 12, 1, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
LIMITS = TextLimits(
    message_text=4000, section_text=3000, title=150, button_label=75, buttons=25, option=75, reply=3000
)
_EXPECT = re.compile(r"^# expect: (?P<kind>\w+)\n# advice: (?P<advice>.+)\n", re.M)
_HERE = re.compile(r" # here$")


def folder_texts(folder: Path) -> dict[str, str]:
    """All YAML files of a folder by their name below it."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in sorted(folder.rglob("*.yaml"))}


def base() -> dict[str, str]:
    """The small flow files with nothing wrong in them; the bot's own sentences are the shipped ones."""
    return folder_texts(BROKEN / "base") | {"says.yaml": (FLOWS / "says.yaml").read_text()}


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The small flow files with one passage of one file replaced; it must stand there exactly once."""
    texts = base()
    assert texts[file].count(old) == 1, f"{old!r} stands {texts[file].count(old)} times in {file}"
    return texts | {file: texts[file].replace(old, new)}


@dataclass(frozen=True)
class BrokenCase:
    """A folder with one broken file: what must be found, in which line, with which words of advice."""

    name: str
    file: str
    line: int
    kind: str
    advice: str
    texts: dict[str, str]


def broken_cases() -> list[BrokenCase]:
    """Every folder under `broken/`, the whole one excepted."""
    return [_case(folder) for folder in sorted(BROKEN.iterdir()) if folder.is_dir() and folder.name != "base"]


def _case(folder: Path) -> BrokenCase:
    ((file, text),) = folder_texts(folder).items()
    expected = _EXPECT.search(text)
    here = [number for number, line in enumerate(text.split("\n"), 1) if _HERE.search(line)]
    assert expected, f"{folder.name}/{file} must begin with # expect: and # advice:"
    assert len(here) == 1, f"one line of {folder.name}/{file} must end with # here"
    return BrokenCase(folder.name, file, here[0], expected["kind"], expected["advice"], base() | {file: text})


def problems_in(texts: dict[str, str]) -> list[Problem]:
    """What is wrong with these files, the proof of their paths excepted."""
    library, problems = load(texts)
    return [*problems, *(check(library, NOW.date(), LIMITS) if library else ())]


def library_of(texts: dict[str, str]) -> Library:
    """The library that these files make, problems or none."""
    library, problems = load(texts)
    assert library is not None, problems
    return library
