"""`python -m bench`: measure everything, and write docs/performance.md.

Exit status 0 when every limit is met, 1 when one is broken. `--quick` takes tiny numbers, to see that all the
programs run; its page is not worth reading, so that it goes where `--to` says.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import calls, crashes, durable, footprint, queue, stored, turns
from bench.page import Chapter
from bench.report import page
from bench.scale import FULL, QUICK, Scale

PAGE = Path("docs/performance.md")

MEASUREMENTS: dict[str, Callable[[Scale], Chapter]] = {
    "turns": lambda scale: turns.chapter(turns.measure(scale)),
    "durable": lambda scale: durable.chapter(durable.measure(scale)),
    "calls": lambda scale: calls.chapter(calls.measure(scale)),
    "queue": lambda scale: queue.chapter(queue.measure(scale)),
    "footprint": lambda scale: footprint.chapter(footprint.measure(scale)),
    "stored": lambda scale: stored.chapter(stored.measure(scale)),
    "crashes": lambda scale: crashes.chapter(crashes.measure_all(scale)),
}


def main() -> int:
    """Measure, write the page, and say what took how long."""
    options = _options()
    chapters = [_measured(name, QUICK if options.quick else FULL) for name in MEASUREMENTS]
    options.to.write_text(page(chapters), encoding="utf-8")
    broken = [one.what for chapter in chapters for one in chapter.findings if not one.met]
    print(
        f"{options.to} is written. " + ("; ".join(["Broken:", *broken]) if broken else "Every limit is met.")
    )
    return 1 if broken else 0


def _measured(name: str, scale: Scale) -> Chapter:
    print(f"{name} ...", end=" ", flush=True)
    began = time.monotonic()
    chapter = MEASUREMENTS[name](scale)
    print(f"{time.monotonic() - began:.0f} seconds")
    return chapter


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="tiny numbers, to see that it runs")
    parser.add_argument("--to", type=Path, default=PAGE, help="the page to write")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
