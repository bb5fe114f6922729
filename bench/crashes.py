"""The crash test in four variants, for the report: two must do no harm, two must show a fault."""

import asyncio
from dataclasses import asdict

from bench.crash import Plan, Report, measure
from bench.page import Chapter, Finding, table
from bench.scale import Scale

COMMAND = "python -m bench.crash --kills {kills} --json{option}"
OPTIONS = {
    "no metadata": " --no-metadata",
    "without look-up": " --without look-up",
    "ack first": " --ack-first",
}
METHOD = """
The real `helpdesk serve` under load from thirty filers who type and press, one delivery in ten brought
again, and SIGKILL at a random moment after every twenty turns or more. The practice Slack is a process
of its own, answers 30 milliseconds after it took a message, and is never killed. Lost: acknowledged, and
no reply 30 seconds after the last restart. Doubled: two messages for one delivery, by content. Without
the metadata Slack's history gives back (`--no-metadata`) the sender knows its messages by their first
block. Spoilt on purpose it must double (`--without look-up`: the sender never asks whether a message
arrived) and must lose (`--ack-first`: the acknowledgement leaves before the turn is saved), or the
measurement is blind.
"""


def measure_all(scale: Scale) -> tuple[Report, ...]:
    """All four, one after the other; where the scale has no spoilt kills, the bot as shipped alone."""
    plans = [Plan("as shipped", scale.kills)]
    if scale.spoilt_kills:
        plans.append(Plan("no metadata", scale.kills))
        plans += [Plan(spoilt, scale.spoilt_kills) for spoilt in ("without look-up", "ack first")]
    return tuple(asyncio.run(measure(plan)) for plan in plans)


def chapter(reports: tuple[Report, ...]) -> Chapter:
    """The findings, and everything that was counted, for the report."""
    found = tuple(finding for report in reports for finding in _findings(report))
    counted = [asdict(report) for report in reports]
    details = table([*counted[0]], [[str(number) for number in report.values()] for report in counted])
    return Chapter("Killed under load", _command(reports[0]), METHOD, found, details)


def _command(one: Report) -> str:
    return COMMAND.format(kills=one.kills, option=OPTIONS.get(one.variant, ""))


def _findings(one: Report) -> tuple[Finding, ...]:
    about, command = f"{one.variant}, {one.kills} kills, {one.turns} turns", _command(one)
    lost, doubled = f"{about}: lost", f"{about}: doubled"
    if one.variant == "without look-up":
        return (Finding(doubled, f"{one.doubled}", "more than 0", one.as_expected, command),)
    if one.variant == "ack first":
        return (Finding(lost, f"{one.lost}", "more than 0", one.as_expected, command),)
    return (
        Finding(lost, f"{one.lost}", "0", one.lost == 0, command),
        Finding(doubled, f"{one.doubled}", "0", one.doubled == 0, command),
    )
