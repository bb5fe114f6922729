"""Figures: their labels stay few, and what the database does not say is left out."""

from prometheus_client.parser import text_string_to_metric_families

from bot.service.checkup import Condition
from bot.service.handled import Handled
from bot.service.stock import Stock
from bot.web.metrics import MOST_CODES, Build, Metrics

BUILD = Build("1.0", "moeb", "nextgen", "abc", "socket")
WELL = Condition(Stock(2, 5.0, 1.0, {"open": 3}, 1), is_connected=True, is_draining=False)


def told(metrics: Metrics, condition: Condition = WELL) -> dict[tuple[str, ...], float]:
    """Every figure by its name and the values of its labels, these in the order of their names."""
    families = text_string_to_metric_families(metrics.text(condition).decode())
    return {
        (one.name, *(one.labels[label] for label in sorted(one.labels))): one.value
        for family in families
        for one in family.samples
    }


def test_a_code_that_has_no_codes_shape_is_counted_as_another() -> None:
    metrics = Metrics(BUILD)
    for code in ("invalid_auth", "Hello, my name is Ada", "x" * 41, "", "U0123"):
        metrics.refused("chat.postMessage", code)
    figures = told(metrics)
    assert figures["helpdesk_slack_errors_total", "invalid_auth", "chat.postMessage"] == 1
    assert figures["helpdesk_slack_errors_total", "other", "chat.postMessage"] == 4
    assert "Ada" not in metrics.text(WELL).decode()


def test_no_more_codes_are_told_apart_than_a_hundred() -> None:
    metrics = Metrics(BUILD)
    codes = [f"code_{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(MOST_CODES + 20)]
    for code in [*codes, codes[0]]:
        metrics.refused("chat.update", code)
    errors = {
        name[1]: value for name, value in told(metrics).items() if name[0] == "helpdesk_slack_errors_total"
    }
    assert len(errors) == MOST_CODES + 1
    assert (errors["other"], errors[codes[0]]) == (20, 2)


def test_a_limit_is_an_error_and_a_limit() -> None:
    metrics = Metrics(BUILD)
    metrics.refused("chat.postMessage", "ratelimited")
    metrics.refused("chat.postMessage", "internal_error")
    assert told(metrics)["helpdesk_slack_rate_limits_total", "chat.postMessage"] == 1


def test_a_delivery_seen_again_is_no_turn() -> None:
    metrics = Metrics(BUILD)
    metrics.handled(Handled("said", "again", 0.1))
    figures = told(metrics)
    assert figures["helpdesk_redeliveries_total", "said"] == 1
    assert not [name for name in figures if name[0] == "helpdesk_turns_total"]


def test_the_buckets_of_a_turn_end_at_slacks_three_seconds() -> None:
    metrics = Metrics(BUILD)
    metrics.handled(Handled("pressed", "answer", 2.7))
    figures = told(metrics)
    assert figures["helpdesk_turn_seconds_bucket", "2.5", "pressed"] == 0
    assert figures["helpdesk_turn_seconds_bucket", "3.0", "pressed"] == 1


def test_what_is_kept_is_told_only_while_the_database_answers() -> None:
    metrics = Metrics(BUILD)
    figures = told(metrics)
    assert (figures["helpdesk_outbox_pending",], figures["helpdesk_cases", "open"]) == (2, 3)
    gone = told(metrics, Condition(None, is_connected=True, is_draining=False))
    assert gone["helpdesk_database_up",] == 0
    assert not [name for name in gone if name[0] in ("helpdesk_outbox_pending", "helpdesk_cases")]


def test_two_sets_of_figures_know_nothing_of_each_other() -> None:
    one, other = Metrics(BUILD), Metrics(BUILD)
    one.sent("post", "sent")
    assert ("helpdesk_sends_total", "post", "sent") not in told(other)
