"""What waits for the one writer is committed together, and fails alone."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from time import monotonic
from typing import Any

import pytest

from bot.storage.writer import Writer


class Ledger:
    """A database of one list: what is written counts only once its transaction is committed."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.commits: list[list[str]] = []
        self._open: list[str] = []

    def write(self, line: str) -> str:
        """Write within the transaction that is open; gives the line back."""
        self._open.append(line)
        return line

    def transact(self, work: Callable[[], None], _deadline: float) -> None:
        """Begin, work, commit; undone when the work raises."""
        self._open = []
        work()
        self.kept += self._open
        self.commits.append(self._open)


class Held:
    """A writer whose thread is held by a piece of work until `let_go`; what is given meanwhile waits."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self.writer = Writer(self.ledger.transact, lambda: TimeoutError("late"))
        self._begun, self._free = threading.Event(), threading.Event()
        self.do(self._hold)
        self._begun.wait()

    def do(self, work: Callable[[], Any], seconds: float = 60) -> "Future[Any]":
        """Give a piece of work with a minute to begin it."""
        return self.writer.do(work, monotonic() + seconds)

    def write(self, line: str) -> "Future[Any]":
        """Give work that writes a line."""
        return self.do(lambda: self.ledger.write(line))

    def let_go(self) -> None:
        """Let the thread go on."""
        self._free.set()

    def _hold(self) -> None:
        self._begun.set()
        self._free.wait()


@pytest.fixture
def held() -> Iterator[Held]:
    one = Held()
    yield one
    one.let_go()
    one.writer.close()


def fails() -> None:
    raise ValueError("no")


def test_what_waits_together_is_committed_once_and_in_order(held: Held) -> None:
    outcomes = [held.write(line) for line in ("one", "two", "three")]
    held.let_go()
    assert [outcome.result(60) for outcome in outcomes] == ["one", "two", "three"]
    assert held.ledger.commits == [[], ["one", "two", "three"]]


def test_no_result_is_told_before_the_commit(held: Held) -> None:
    first = held.write("one")
    told = held.do(first.done)
    held.let_go()
    assert told.result(60) is False


def test_work_that_fails_undoes_nothing_of_the_others(held: Held) -> None:
    first, broken, last = held.write("one"), held.do(fails), held.write("two")
    held.let_go()
    assert (first.result(60), last.result(60)) == ("one", "two")
    with pytest.raises(ValueError, match="no"):
        broken.result(60)
    assert held.ledger.kept == ["one", "two"]


def test_work_that_fails_is_called_once_and_told(held: Held) -> None:
    times: list[str] = []

    def once_only() -> str:
        times.append("called")
        if len(times) == 1:
            raise ValueError("no")
        return "again"

    held.write("one")
    broken, last = held.do(once_only), held.write("two")
    held.let_go()
    with pytest.raises(ValueError, match="no"):
        broken.result(60)
    assert last.result(60) == "two"
    assert times == ["called"]


def test_work_that_is_taken_back_in_time_is_never_begun(held: Held) -> None:
    never, kept = held.write("one"), held.write("two")
    assert never.cancel()
    held.let_go()
    assert kept.result(60) == "two"
    assert held.ledger.kept == ["two"]


def test_work_whose_time_ran_out_is_told_so(held: Held) -> None:
    late = held.do(lambda: held.ledger.write("late"), seconds=0)
    held.let_go()
    with pytest.raises(TimeoutError):
        late.result(60)
    assert held.ledger.kept == []


def test_a_closed_writer_finishes_what_waits_and_takes_nothing_more(held: Held) -> None:
    waiting = held.write("one")
    held.let_go()
    held.writer.close()
    assert waiting.result(0) == "one"
    with pytest.raises(RuntimeError):
        held.write("two")
