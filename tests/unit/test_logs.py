"""A log line is JSON with ids and counts, and an error is only its kind."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot.logs import write_logs
from bot.slack.quiet import silent


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Where the lines go; the loggers are put back afterwards."""
    root, ours, stream = logging.getLogger(), logging.getLogger("bot"), io.StringIO()
    before = (root.handlers, root.level, ours.level)
    write_logs("INFO", stream)
    yield stream
    root.handlers, root.level, ours.level = before


def written(lines: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_a_line_is_one_object_with_what_was_said_as_fields(lines: io.StringIO) -> None:
    logging.getLogger("bot.service.desk").info(
        "turn conversation=%s flow=%s misses=%s", "U1.own.1", "nextgen", 0
    )
    (line,) = written(lines)
    assert (line["event"], line["conversation"], line["flow"], line["misses"]) == (
        "turn", "U1.own.1", "nextgen", "0",
    )  # fmt: skip
    assert (line["level"], line["logger"]) == ("INFO", "bot.service.desk")
    assert line["at"].endswith("+00:00")


def test_an_error_is_told_by_its_kind_alone(lines: io.StringIO) -> None:
    try:
        raise ValueError("my password is Secret1!")
    except ValueError:
        logging.getLogger("bot.slack").exception("not acknowledged")
    assert written(lines)[0]["error"] == "ValueError"
    assert "Secret1!" not in lines.getvalue()


def test_a_library_says_that_something_is_wrong_and_nothing_of_what_was_in_it(lines: io.StringIO) -> None:
    silent("some_library").info("body: Secret1!")
    logging.getLogger("some_library.web").error("failed with body %s", "Secret1!")
    (line,) = written(lines)
    assert (line["event"], line["logger"], line["level"]) == ("library", "some_library.web", "ERROR")
    assert "Secret1!" not in lines.getvalue()


def test_asking_for_logs_again_does_not_double_them(lines: io.StringIO) -> None:
    write_logs("INFO", lines)
    logging.getLogger("bot").info("ready")
    assert len(written(lines)) == 1
