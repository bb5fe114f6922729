"""What somebody who watches over the bot gets to see: health and figures, over HTTP."""

from typing import Any

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.e2e.line import Line


async def fetched(url: str) -> tuple[int, str]:
    """Status and body of one request."""
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def ready(line: Line) -> tuple[int, dict[str, Any]]:
    """The status of readiness, and its parts."""
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{line.bot.health_url}/health/ready") as answer,
    ):
        return answer.status, await answer.json()


async def figures(line: Line) -> dict[str, float]:
    """Every figure by its name and labels, as `name{label="value"}`."""
    _, text = await fetched(f"{line.bot.health_url}/metrics")
    return read_figures(text)


def read_figures(text: str) -> dict[str, float]:
    """The figures in a text of Prometheus' format."""
    found = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            labels = ",".join(f'{name}="{value}"' for name, value in sorted(sample.labels.items()))
            found[f"{sample.name}{{{labels}}}" if labels else sample.name] = sample.value
    return found
