"""Two things measured side by side in one run, so that a busy machine slows both alike."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.scale import Scale


@dataclass(frozen=True)
class Compared:
    """Medians of both (in one unit), and the median, least and greatest ratio of a round.

    `at_best` is the least of ours by the least of theirs: what both cost when nobody disturbs them, which is
    the better measure for work so short that a neighbour's cache misses show.
    """

    ours: float
    theirs: float
    ratio: float
    least: float
    greatest: float
    at_best: float

    @property
    def spread(self) -> str:
        """The ratio as people read it: `4.2 (3.9 to 4.6)`."""
        return f"{self.ratio:.1f} ({self.least:.1f} to {self.greatest:.1f})"


def compare(ours: Callable[[], object], theirs: Callable[[], object], scale: Scale) -> Compared:
    """Microseconds of processor time of `ours` against `theirs`, in turns."""
    pairs = [
        (_microseconds(ours, scale.turns), _microseconds(theirs, scale.turns)) for _ in range(scale.rounds)
    ]
    return paired(pairs)


def paired(pairs: Sequence[tuple[float, float]]) -> Compared:
    """The medians and ratios of rounds that are measured already."""
    ratios = [ours / theirs for ours, theirs in pairs]
    return Compared(
        statistics.median(ours for ours, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(ratios),
        min(ratios),
        max(ratios),
        min(ours for ours, _ in pairs) / min(theirs for _, theirs in pairs),
    )


def _microseconds(work: Callable[[], object], times: int) -> float:
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times * 1e6
