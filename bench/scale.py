"""How much is measured: enough to trust the medians, or just enough to see that the programs run."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """The sizes of every measurement.

    `rounds` is how often two things are measured side by side, `turns` how many turns or transitions one
    round has, `filers` how many people walk the flow in a round of `durable`, `starts` how often the bot is
    started, `stored` the two numbers of stored conversations, `kills` and `spoilt_kills` those of the crash
    test as shipped and spoilt on purpose, `quiet` the seconds without a call after which a turn is over.
    """

    rounds: int
    turns: int
    filers: int
    starts: int
    stored: tuple[int, int]
    kills: int
    spoilt_kills: int
    quiet: float


FULL = Scale(
    rounds=30,
    turns=200,
    filers=100,
    starts=7,
    stored=(10_000, 1_000_000),
    kills=50,
    spoilt_kills=10,
    quiet=1.5,
)
QUICK = Scale(rounds=2, turns=5, filers=2, starts=1, stored=(50, 500), kills=1, spoilt_kills=0, quiet=0.2)
