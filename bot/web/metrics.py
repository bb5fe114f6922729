"""Figures in Prometheus' text format, in a registry of their own.

Names and units: prometheus.io/docs/practices/naming. A label has few values: ids of the flows, words of the
code, and Slack's error codes, of which no more than a hundred are told apart.
"""

import re
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from bot.service.checkup import Condition
from bot.service.handled import AGAIN, Handled
from bot.web.gauges import Gauges

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
TURN_BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 2.5, 3.0)
"""Seconds, up to the three after which Slack counts a delivery as unanswered."""

COMMIT_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0)
"""Seconds, up to the two after which the store gives up."""

CODE = re.compile(r"[a-z_]{1,40}")
MOST_CODES = 100
OTHER = "other"
LIMITED = frozenset({"ratelimited", "rate_limited"})


@dataclass(frozen=True, slots=True)
class Build:
    """What is running: the version, the court, the court's flow with its fingerprint, and the mode."""

    version: str
    court: str
    flow: str
    fingerprint: str
    mode: str


ABOUT = ("version", "court", "flow", "fingerprint", "mode")


class Metrics:
    """A `bot.service.figures.Figures` whose counts are told as text."""

    def __init__(self, build: Build) -> None:
        self._registry = CollectorRegistry()
        self._now = Gauges()
        self._registry.register(self._now)
        ProcessCollector(registry=self._registry)
        self._codes: set[str] = set()
        self._count_turns()
        self._count_sends()
        self._count_the_rest()
        about = Gauge(
            "helpdesk_build_info", "What is running; always 1.", list(ABOUT), registry=self._registry
        )
        about.labels(*(getattr(build, name) for name in ABOUT)).set(1)

    def text(self, condition: Condition) -> bytes:
        """All figures, with those that are true of this moment."""
        self._now.condition = condition
        return generate_latest(self._registry)

    def handled(self, handled: Handled) -> None:
        """Count a turn, a delivery seen again, a message not read, a hand-over."""
        if handled.outcome == AGAIN:
            self._again.labels(handled.surface).inc()
            return
        self._turns.labels(handled.surface, handled.outcome).inc()
        self._seconds.labels(handled.surface).observe(handled.seconds)
        if handled.missed:
            self._missed.labels(handled.missed).inc()
        if handled.hand_over:
            self._handed_over.labels(handled.hand_over, "yes" if handled.urgent else "no").inc()

    def sent(self, act: str, result: str) -> None:
        """Count an attempt at a delivery."""
        self._sends.labels(act, result).inc()

    def refused(self, method: str, code: str) -> None:
        """Count a call of Slack's that failed."""
        self._errors.labels(method, self._told_apart(code)).inc()
        if code in LIMITED:
            self._limits.labels(method).inc()

    def committed(self, seconds: float) -> None:
        """Count and time a commit."""
        self._commits.observe(seconds)

    def uncommitted(self) -> None:
        """Count a unit of work that the database did not take."""
        self._uncommitted.inc()

    def connected(self) -> None:
        """Count a connection of Socket Mode."""
        self._connections.inc()

    def _told_apart(self, code: str) -> str:
        """The code as a label, or `other` for what has no code's shape, and when there are too many."""
        if not CODE.fullmatch(code) or (code not in self._codes and len(self._codes) >= MOST_CODES):
            return OTHER
        self._codes.add(code)
        return code

    def _count_turns(self) -> None:
        registry = self._registry
        self._turns = Counter(
            "helpdesk_turns", "What people did, by how it came and what became of it.",
            ["surface", "outcome"], registry=registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "helpdesk_turn_seconds", "From taking a delivery to its commit; Slack allows 3 seconds.",
            ["surface"], registry=registry, buckets=TURN_BUCKETS,
        )  # fmt: skip
        self._again = Counter(
            "helpdesk_redeliveries", "Deliveries that had been seen before; nothing was done again.",
            ["surface"], registry=registry,
        )  # fmt: skip
        self._missed = Counter(
            "helpdesk_unread", "Messages that no answer was heard in, by the question on the screen.",
            ["question"], registry=registry,
        )  # fmt: skip
        self._handed_over = Counter(
            "helpdesk_hand_overs", "Conversations handed to staff, by reason.",
            ["reason", "urgent"], registry=registry,
        )  # fmt: skip

    def _count_sends(self) -> None:
        registry = self._registry
        self._sends = Counter(
            "helpdesk_sends", "Attempts to bring a row of the outbox to Slack, by how they ended.",
            ["act", "result"], registry=registry,
        )  # fmt: skip
        self._errors = Counter(
            "helpdesk_slack_errors", "Calls of Slack's that failed, by method and Slack's own code.",
            ["method", "code"], registry=registry,
        )  # fmt: skip
        self._limits = Counter(
            "helpdesk_slack_rate_limits", "Calls that Slack answered with 429.",
            ["method"], registry=registry,
        )  # fmt: skip

    def _count_the_rest(self) -> None:
        registry = self._registry
        self._commits = Histogram(
            "helpdesk_commit_seconds", "From asking the database to the commit.",
            registry=registry, buckets=COMMIT_BUCKETS,
        )  # fmt: skip
        self._uncommitted = Counter(
            "helpdesk_storage_errors", "Units of work that the database did not take.", registry=registry
        )
        self._connections = Counter(
            "helpdesk_socket_connections",
            "Socket Mode connections that Slack has greeted.",
            registry=registry,
        )
