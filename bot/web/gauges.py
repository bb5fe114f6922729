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
        yield _gauge("helpdesk_ready", "1 while /health/ready answers 200.", now.is_ready)
        yield _gauge("helpdesk_database_up", "1 while the database answers.", now.stock is not None)
        yield _gauge("helpdesk_connected", "1 while Slack's deliveries can reach us.", now.is_connected)
        yield _gauge("helpdesk_draining", "1 after a stop was asked for.", now.is_draining)
        stock = now.stock
        if stock is None:
            return
        yield _gauge("helpdesk_outbox_pending", "Rows of the outbox not sent yet.", stock.waiting)
        yield _gauge("helpdesk_outbox_oldest_seconds", "The age of the oldest of them.", stock.oldest)
        yield _gauge("helpdesk_outbox_overdue_seconds", "How long one has been due.", stock.overdue)
        yield _gauge("helpdesk_dead_letters", "Deliveries that could not be done.", stock.letters)
        cases = GaugeMetricFamily("helpdesk_cases", "Cases that are not closed, by state.", labels=["state"])
        for state, number in stock.cases.items():
            cases.add_metric([state], number)
        yield cases


def _gauge(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, value=float(value))
