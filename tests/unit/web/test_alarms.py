"""The alarms and the figures that are written down are those that there are."""

import re
from pathlib import Path
from typing import Any

import yaml

from bot.service.handled import Handled
from bot.web.metrics import Metrics
from tests.unit.web.test_metrics import BUILD, WELL

ROOT = Path(__file__).parents[3]
NAME = re.compile(r"\bhelpdesk_[a-z_]+[a-z]\b")
PAGE = (ROOT / "docs/alarms.md").read_text(encoding="utf-8")


def rules() -> list[dict[str, Any]]:
    """The example rules."""
    text = (ROOT / "deploy/prometheus-alerts.yaml").read_text(encoding="utf-8")
    return [rule for group in yaml.safe_load(text)["groups"] for rule in group["rules"]]


def samples() -> set[str]:
    """The name of every figure of ours, as Prometheus keeps it."""
    metrics = Metrics(BUILD)
    metrics.handled(Handled("said", "hand_over", 0.1, "filer", "asked_for_person", urgent=True))
    metrics.handled(Handled("said", "again", 0.1))
    metrics.sent("post", "sent")
    metrics.refused("chat.postMessage", "ratelimited")
    metrics.committed(0.1)
    metrics.uncommitted()
    metrics.connected()
    lines = metrics.text(WELL).decode().splitlines()
    return {found.group() for line in lines if not line.startswith("#") and (found := NAME.match(line))}


def families() -> set[str]:
    """The names without what a histogram adds to them, and without the times of their making."""
    return {re.sub(r"_(bucket|count|sum)$", "", name) for name in samples() if not name.endswith("_created")}


def test_every_figure_of_a_rule_exists() -> None:
    for rule in rules():
        named = set(NAME.findall(rule["expr"])) | ({"up"} if rule["expr"].startswith("up{") else set())
        assert named, rule["alert"]
        assert named <= samples() | {"up"}, rule["alert"]


def test_every_rule_is_explained_with_what_to_do() -> None:
    explained = {row.split(":")[0].strip("| ") for row in PAGE.splitlines() if row.startswith("| Helpdesk")}
    assert {rule["alert"] for rule in rules()} == explained


def test_every_rule_says_how_urgent_it_is_and_what_happens() -> None:
    for rule in rules():
        assert rule["labels"]["severity"] in ("page", "ticket"), rule["alert"]
        assert rule["annotations"]["summary"].endswith("."), rule["alert"]


def test_the_page_lists_every_figure_and_no_other() -> None:
    listed = set(NAME.findall(PAGE.split("## All figures")[1].split("While the database")[0]))
    assert listed == families()


def test_the_page_names_no_figure_that_does_not_exist() -> None:
    assert set(NAME.findall(PAGE.replace("helpdesk_outbox_...", ""))) <= families()
