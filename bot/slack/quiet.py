"""Loggers of the libraries below us speak only when something is wrong; `bot.logs` keeps their words out."""

import logging


def silent(name: str) -> logging.Logger:
    """A library's logger, heard from ERROR on: below that it names bodies, tokens and addresses."""
    logger = logging.getLogger(name)
    logger.setLevel(logging.ERROR)
    return logger
