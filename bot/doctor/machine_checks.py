"""The machine: its Python, and the address that Slack's deliveries come to over HTTP."""

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import closing

from bot.doctor.finding import Finding, bad, good, warning
from bot.settings import Settings

OLDEST = (3, 11)
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  an address to warn of, not one to listen at


def check_python(version: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Finding]:
    """Whether this Python is one that the program is made for."""
    shown = ".".join(map(str, version))
    if version < OLDEST:
        yield bad(
            "python", f"This is Python {shown}.", "Install Python 3.11 or later, then the program anew."
        )
    else:
        yield good("python", f"This is Python {shown}.")


def check_address(settings: Settings) -> Iterator[Finding]:
    """Whether the address can be listened at; over HTTP alone."""
    if settings.mode != "http":
        return
    host, port = settings.host, settings.port
    try:
        with closing(socket.create_server((host, port))):
            remark = " Everybody who reaches this machine reaches it." if host in EVERYWHERE else ""
            yield good("address", f"{host}:{port} is free.{remark}")
    except OSError as error:
        yield _taken(host, port, error)


def _taken(host: str, port: int, error: OSError) -> Finding:
    if error.errno == errno.EADDRINUSE:
        what = f"Something listens at {host}:{port} already."
        return warning("address", what, "If that is not this bot, set HELPDESK_PORT to a free port.")
    what = f"The address {host}:{port} cannot be used: {error.strerror}."
    return bad("address", what, "Set HELPDESK_HOST and HELPDESK_PORT to an address of this machine.")
