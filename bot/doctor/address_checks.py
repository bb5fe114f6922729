"""The addresses that the bot listens at: Slack's deliveries over HTTP, and health."""

import errno
import http.client
import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from bot.doctor.finding import Finding, bad, good, warning
from bot.settings import Settings

EVERYWHERE = "0.0.0.0"  # noqa: S104  an address to tell of, not one to listen at
ANSWER_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Address:
    """Where something of ours listens, and the settings that say so."""

    check: str
    host: str
    port: int
    settings: str


def check_addresses(settings: Settings) -> Iterator[Finding]:
    """Whether each address can be listened at, or is used by the help desk that runs here already."""
    health = _health(settings)
    if settings.mode == "http" and settings.port and settings.port == settings.health_port:
        what = f"HELPDESK_PORT and HEALTH_PORT are both {settings.port}."
        yield bad("health", what, "Set HEALTH_PORT to another one.")
    for address in [*_deliveries(settings), *([] if health is None else [health])]:
        try:
            address.host.encode("ascii")
            with closing(socket.create_server((address.host, address.port))):
                remark = " Other machines reach it too." if address.host == EVERYWHERE else ""
                yield good(address.check, f"{address.host}:{address.port} is free.{remark}")
        except OSError as error:
            yield _of_no_use(address, error, health)
        except UnicodeEncodeError:
            yield _of_no_use(address, OSError(errno.EINVAL, "it is no name of a host"), health)


def _deliveries(settings: Settings) -> list[Address]:
    if settings.mode != "http":
        return []
    return [Address("address", settings.host, settings.port, "HELPDESK_HOST and HELPDESK_PORT")]


def _health(settings: Settings) -> Address | None:
    if settings.health_port is None:
        return None
    return Address("health", settings.health_host, settings.health_port, "HEALTH_HOST and HEALTH_PORT")


def _of_no_use(address: Address, error: OSError, health: Address | None) -> Finding:
    shown = f"{address.host}:{address.port}"
    if error.errno != errno.EADDRINUSE:
        what = f"The address {shown} cannot be used: {error.strerror}."
        return bad(address.check, what, f"Set {address.settings} to an address of this machine.")
    if health is None:
        what = f"Something listens at {shown} already."
        return warning(address.check, what, f"If that is not this bot, set {address.settings} to a free one.")
    if _is_alive(health):
        return good(address.check, f"{shown} is used, and a help desk runs here.")
    what = f"Something else listens at {shown}."
    return bad(address.check, what, f"Set {address.settings} to a free one.")


def _is_alive(health: Address) -> bool:
    """Whether a help desk answers there."""
    asking = http.client.HTTPConnection(health.host, health.port, timeout=ANSWER_SECONDS)
    try:
        asking.request("GET", "/health/live")
        answer = asking.getresponse()
        return answer.status == http.client.OK and answer.read(16) == b"live\n"
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
