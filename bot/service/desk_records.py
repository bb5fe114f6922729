"""What the desk keeps beside its cases: relayed messages, the audit, reminders, receipts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Side = Literal["filer", "staff"]


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """Something that was written in a case, by the filer or in the card's thread.

    `channel` and `ts` are where it was written, and so what it is. `kind` is what it was when it first
    arrived, for ever: a reply is meant for the other side, a note is not. `text` is what it says now, free of
    secrets; `versions` are its earlier texts, oldest first. `seen` says whether it was handed on to the other
    side, `gone` whether its author took it back. `mirror_channel` and `mirror_ts` are where its copy is, once
    Slack has it; `failed` is why there is none. `id` is 0 until it is stored.
    """

    case: str
    channel: str
    ts: str
    author: str
    side: Side
    kind: Literal["reply", "note"]
    text: str
    at: datetime
    name: str = ""
    versions: tuple[str, ...] = ()
    seen: bool = False
    gone: bool = False
    mirror_channel: str = ""
    mirror_ts: str = ""
    failed: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """One act in the audit: who did what to which case, and when. `data` holds ids and counts, never words.

    `who` is a Slack id, or `bot`. `case` is empty for what concerns no case. Acts are only ever appended.
    """

    who: str
    what: str
    at: datetime
    case: str = ""
    name: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    id: int = 0


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something to be said about a case at a time, once.

    `key` names case, clock and threshold, so that no reminder is set or said twice. `kind` is what it is
    about, `to` whom it is for: the thread, the owner, the lead, the filer.
    """

    key: str
    case: str
    kind: str
    to: Literal["thread", "owner", "lead", "filer"]
    due: datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """A final answer as it was given: enough to show it again, byte for byte.

    `code` is what the filer sees. `conversation` is the talk's id, `told` the path that led there, `text`
    what was said.
    """

    code: str
    conversation: str
    flow: str
    fingerprint: str
    told: Mapping[str, str]
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What became of a person's records: `number` stands where the person did.

    `talks` conversations were emptied, `receipts` lost their link, and so many `cases` were erased; `kept`
    are the numbers of those that are open or held.
    """

    number: str
    talks: int = 0
    receipts: int = 0
    cases: int = 0
    kept: tuple[str, ...] = ()
