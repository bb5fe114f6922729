"""One thread with one connection: what waits for it is done in one transaction, and committed once.

A commit with `synchronous=FULL` waits for the disk; eight turns that wait anyway need to wait for it only
once. Nobody hears of a result before the commit, so a turn is as durable as in a transaction of its own.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

Work = Callable[[], Any]
AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Waiting:
    """A piece of work, until when it may be begun (`monotonic` seconds), and what will come of it."""

    work: Work
    deadline: float
    outcome: "Future[Any]" = field(default_factory=Future)


class Writer:
    """Does work in one thread. `transact` runs a function between begin and commit, waiting at most so long.

    `late` makes the error for work whose time ran out before it was begun.
    """

    def __init__(
        self, transact: Callable[[Callable[[], None], float], None], late: Callable[[], Exception]
    ) -> None:
        self._transact = transact
        self._late = late
        self._waiting: deque[Waiting] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    def do(self, work: Work, deadline: float) -> "Future[Any]":
        """The outcome to wait for; cancelling it before the work has begun takes the work back.

        Work may be called twice, when work that shared its transaction failed; the first call then left
        nothing behind. Raises RuntimeError after `close`.
        """
        one = Waiting(work, deadline)
        self._waiting.append(one)
        try:
            self._thread.submit(self._next)
        except RuntimeError:
            self._waiting.remove(one)
            raise
        return one.outcome

    def close(self) -> None:
        """Finish what waits, and end the thread."""
        self._thread.shutdown()

    def _next(self) -> None:
        group = self._group()
        if len(group) == 1:
            self._alone(group[0])
        elif group:
            self._together(group)

    def _group(self) -> list[Waiting]:
        """What waits now and is still wanted; what waited too long is told so."""
        group: list[Waiting] = []
        while self._waiting and len(group) < AT_ONCE:
            one = self._waiting.popleft()
            if not one.outcome.set_running_or_notify_cancel():
                continue
            if one.deadline <= monotonic():
                one.outcome.set_exception(self._late())
            else:
                group.append(one)
        return group

    def _together(self, group: list[Waiting]) -> None:
        """All in one transaction; when one of them fails it is told so, and the others are done alone."""
        begun: list[Waiting] = []
        results: list[Any] = []

        def all_of_them() -> None:
            for one in group:
                begun.append(one)
                results.append(one.work())

        try:
            self._transact(all_of_them, min(one.deadline for one in group))
        except BaseException as error:
            failed = begun[-1] if len(begun) > len(results) else None
            for one in group:
                if one is failed:
                    one.outcome.set_exception(error)
                else:
                    self._alone(one)
        else:
            for one, result in zip(group, results, strict=True):
                one.outcome.set_result(result)

    def _alone(self, one: Waiting) -> None:
        results: list[Any] = []
        try:
            self._transact(lambda: results.append(one.work()), one.deadline)
        except BaseException as error:
            one.outcome.set_exception(error)
        else:
            one.outcome.set_result(results[0])
