"""The part of a court's `desk` that says how cases are worked: queues, replies, and who is told."""

import re

from bot.flow.casework import WEEK, Casework
from bot.flow.parse_duration import duration
from bot.flow.reading import Section

OPEN = "open"
_QUEUE = re.compile(r"[^\W_](?:[\w &'/-]{0,38}[^\W_])?")
_MEMBER = re.compile(r"[UW][A-Z0-9]{5,20}")
_GROUP = re.compile(r"S[A-Z0-9]{5,20}")


def parse_casework(section: Section) -> Casework:
    """What the court has chosen; what is wrong is reported, and its default holds."""
    return Casework(
        queues=_queues(section),
        open_replies=section.text("replies") == OPEN,
        lead=_slack_id(section, "lead", _MEMBER, "a person", "the profile, More, Copy member ID: U012AB3CD"),
        staff_group=_slack_id(
            section, "staff group", _GROUP, "a user group", "the group's menu, Copy group ID: S012AB3CD"
        ),
        reopen_within=duration(section, "reopen within") or WEEK,
    )


def _queues(section: Section) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in section.texts("queues"):
        if not _QUEUE.fullmatch(name):
            advice = "Write at most 40 letters, digits and spaces, such as admissions."
            section.report.error(
                section.under("queues"), "bad_queue", f'"{name}" cannot be the name of a queue.', advice
            )
        elif name.casefold() in found:
            what = f'The queue "{name}" is written twice.'
            section.report.error(section.under("queues"), "queue_twice", what, "Keep one of them.")
        else:
            found[name.casefold()] = name
    return tuple(found.values())


def _slack_id(section: Section, key: str, shape: re.Pattern[str], whose: str, where: str) -> str:
    text = section.text(key)
    if not text or shape.fullmatch(text):
        return text
    advice = f"Copy it in Slack; see {where}."
    section.report.error(section.under(key), "bad_slack_id", f'"{text}" is no Slack id of {whose}.', advice)
    return ""
