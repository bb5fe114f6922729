"""Loggers of the libraries below us: they may only say that something is wrong, never what was in it."""

import logging


class NoBodies(logging.Filter):
    """Keeps of a library's log line where it comes from and what kind of error it was, and drops the rest."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Empty the record of everything that could hold a text, a name or an address."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        record.msg, record.args = "library %s function=%s error=%s", (record.levelname, record.funcName, kind)
        record.exc_info, record.exc_text, record.stack_info = None, None, None
        return True


def silent(name: str) -> logging.Logger:
    """A library's logger that speaks from ERROR on, and names no body, token or address."""
    logger = logging.getLogger(name)
    logger.setLevel(logging.ERROR)
    if not any(isinstance(one, NoBodies) for one in logger.filters):
        logger.addFilter(NoBodies())
    return logger
