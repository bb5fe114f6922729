"""What a mutation run killed and what it left alive, as the page `docs/mutation.md`.

`python -m bench.mutants` reads the folder `mutants/` that `mutmut run` leaves behind. The page keeps the
reason beside each survivor by the words of its change; one that has none yet gets a question mark. Exit
status 1 when fewer than 85 of 100 are killed, or a survivor has no reason.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.page import table

FOLDER = Path("mutants")
PAGE = Path("docs/mutation.md")
LEAST = 0.85
KILLED = (1, 3)
SURVIVED = 0
UNKNOWN = "?"
NEAR = 9
"""How many words and signs of the line stand before and after a change."""
PART = re.compile(r"\w+|\s+|[<>=!]+|\"[^\"]*\"|.")
ROW = re.compile(r"^\| `(?P<place>[^`]+)` \| (?P<change>``.+``) \| (?P<reason>.+) \|$", re.MULTILINE)
TOP = """# Mutation run

`scripts/mutation` changes one small thing at a time in the code that decides (`settle`, `turn`, `when` and
the dates) and runs the tests of the core: a mutant is killed when a test fails, or when it runs far too long.
The script fails when fewer than 85 of 100 die, or when nobody has written here why a survivor lives.
"""


@dataclass(frozen=True)
class Survivor:
    """A change that no test notices: where, and in which words."""

    place: str
    change: str


@dataclass(frozen=True)
class Tried:
    """One module's mutants: killed by a test, too slow, and alive."""

    module: str
    killed: int
    slow: int
    survivors: tuple[Survivor, ...]

    @property
    def total(self) -> int:
        """All of them."""
        return self.killed + self.slow + len(self.survivors)


def main() -> int:
    """Write the page; 0 when enough are killed and every survivor has its reason."""
    modules = tuple(read(FOLDER))
    reasons = known_reasons(PAGE.read_text("utf-8") if PAGE.exists() else "")
    PAGE.write_text(page(modules, reasons), encoding="utf-8")
    unexplained = [
        one for module in modules for one in module.survivors if reasons.get(one, UNKNOWN) == UNKNOWN
    ]
    print(f"{PAGE} is written: {rate(modules):.1%} killed, {len(unexplained)} survivors without a reason.")
    return 0 if rate(modules) >= LEAST and not unexplained else 1


def read(folder: Path) -> Iterator[Tried]:
    """What mutmut left in its folder, module by module. Raises RuntimeError when a mutant was not tried."""
    for file in sorted(folder.glob("bot/**/*.py.meta")):
        ends: dict[str, int | None] = json.loads(file.read_text("utf-8"))["exit_code_by_key"]
        if not ends:
            continue
        if None in ends.values():
            raise RuntimeError(f"mutmut did not come to its end in {file}")
        alive = tuple(survivor(name) for name, end in ends.items() if end == SURVIVED)
        killed = sum(end in KILLED for end in ends.values())
        module = str(file.relative_to(folder)).removesuffix(".meta")
        yield Tried(module, killed, len(ends) - killed - len(alive), alive)


def survivor(name: str) -> Survivor:
    """A mutant by mutmut's name, as people read it."""
    command = [sys.executable, "-m", "mutmut", "show", name]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line for line in shown.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    old = " ".join(line[1:].strip() for line in lines if line[0] == "-")
    new = " ".join(line[1:].strip() for line in lines if line[0] == "+")
    return Survivor(place(name), change(old, new))


def place(name: str) -> str:
    """Module and function of a mutant by mutmut's name, which has a sign of its own around a class."""
    module, _, function = name.rpartition("__mutmut_")[0].rpartition(".")
    return f"{module.removeprefix('bot.')}.{function.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def change(old: str, new: str) -> str:
    """What was changed, with a little of what stands around it: ``if year [> → >=] today.year``."""
    before, after = PART.findall(old), PART.findall(new)
    start = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    start = min(start, len(before), len(after))
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    was, now = before[start : len(before) - end], after[start : len(after) - end]
    around = "".join(before[max(0, start - NEAR) : start]), "".join(before[len(before) - end :][:NEAR])
    shown = f"{around[0]}[{''.join(was)} → {''.join(now)}]{around[1]}"
    return f"`` {shown.replace('|', '¦').strip()} ``"


def known_reasons(text: str) -> dict[Survivor, str]:
    """The reasons that a page gives."""
    return {Survivor(row["place"], row["change"]): row["reason"] for row in ROW.finditer(text)}


def page(modules: Sequence[Tried], reasons: Mapping[Survivor, str]) -> str:
    """The whole page."""
    counts = [
        (f"`{one.module}`", f"{one.total}", f"{one.killed}", f"{one.slow}", f"{len(one.survivors)}")
        for one in modules
    ]
    total = (sum(one.total for one in modules), sum(one.killed for one in modules))
    slow, alive = sum(one.slow for one in modules), sum(len(one.survivors) for one in modules)
    counts.append(("together", f"{total[0]}", f"{total[1]}", f"{slow}", f"{alive}"))
    head = table(("module", "mutants", "killed", "killed by time", "alive"), counts)
    killed = f"**{rate(modules):.1%} are killed.**"
    return f"{TOP}\n{killed}\n\n{head}\n## Who lives, and why\n\n{_lives(modules, reasons)}"


def rate(modules: Iterable[Tried]) -> float:
    """The share of mutants that were killed; 0 when there are none."""
    counted: Counter[str] = Counter()
    for one in modules:
        counted.update(killed=one.killed + one.slow, total=one.total)
    return counted["killed"] / counted["total"] if counted["total"] else 0.0


def _lives(modules: Sequence[Tried], reasons: Mapping[Survivor, str]) -> str:
    rows = dict.fromkeys(one for module in modules for one in module.survivors)
    return table(
        ("function", "change", "why no test notices"),
        [(f"`{one.place}`", one.change, reasons.get(one, UNKNOWN)) for one in rows],
    )


if __name__ == "__main__":
    sys.exit(main())
