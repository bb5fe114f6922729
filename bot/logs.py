"""Logs as JSON lines on standard error: names, ids, counts and times; never a text, a name or an address.

A line of ours is written as `word word key=value ...`; the pairs become fields.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

PAIR = re.compile(r"\b([a-z_]+)=(\S*)")
OURS = "bot"


class JsonLine(logging.Formatter):
    """One record as one line of JSON: time, level, logger, event, and what was said as `key=value`.

    What a library says may hold bodies, tokens or addresses, so of that only the place and the error's kind
    are kept.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line. A traceback is reduced to the kind of the error."""
        ours = record.name == OURS or record.name.startswith(f"{OURS}.")
        said = record.getMessage() if ours else f"library function={record.funcName}"
        fields = dict(PAIR.findall(said))
        event = PAIR.sub("", said).strip()
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": " ".join(event.split()),
            **fields,
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False)


def write_logs(level: str, stream: TextIO | None = None) -> None:
    """Send our own log lines to this stream (standard error), from this level on; libraries from ERROR on.

    Called again, it takes the place of what it set before.
    """
    writer = logging.StreamHandler(stream or sys.stderr)
    writer.setFormatter(JsonLine())
    root, ours = logging.getLogger(), logging.getLogger(OURS)
    root.handlers = [writer]
    root.setLevel(logging.ERROR)
    ours.setLevel(level)
