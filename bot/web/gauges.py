"""The figures that are true of a moment: what a look at the program found, as Prometheus reads it."""

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily

from bot.service.checkup import Condition


class Gauges:
    """Tells what a look at the program found; what the database would not say is left out."""

    def __init__(self) -> None:
        self.condition: Condition | None = None

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing is known before somebody asks."""
        return iter(())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges of this moment."""
        now = self.condition
        if now is None:
            return
        yield _gauge("helpdesk_ready", now.is_ready, doc="1 while /health/ready answers 200.")
        yield _gauge("helpdesk_database_up", now.stock is not None, doc="1 while the database answers.")
        yield _gauge("helpdesk_connected", now.is_connected, doc="1 while Slack's deliveries can reach us.")
        yield _gauge("helpdesk_draining", now.is_draining, doc="1 after a stop was asked for.")
        stock = now.stock
        if stock is None:
            return
        yield _gauge("helpdesk_outbox_pending", stock.waiting, doc="Rows of the outbox not sent yet.")
        yield _gauge("helpdesk_outbox_oldest_seconds", stock.oldest, doc="The age of the oldest of them.")
        yield _gauge("helpdesk_outbox_overdue_seconds", stock.overdue, doc="How long one has been due.")
        yield _gauge("helpdesk_reminders_overdue_seconds", stock.unsaid, doc="How long one is unsaid.")
        yield _gauge("helpdesk_dead_letters", stock.letters, doc="Deliveries that could not be done.")
        cases = GaugeMetricFamily(
            "helpdesk_cases", documentation="cases that are not closed, by state", labels=["state"]
        )
        for state, number in stock.cases.items():
            cases.add_metric([state], number)
        yield cases


def _gauge(name: str, value: float, *, doc: str) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, doc, value=float(value))
