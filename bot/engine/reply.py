"""What we say, before any surface dresses it."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["question", "answer", "hand_over", "information"]


@dataclass(frozen=True, slots=True)
class Link:
    """A named address. A phone number is a link too: `tel:+18006766856`."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer offered as a button. The question `do` is for buttons that are no answers."""

    question: str
    answer: str
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """One step of the checklist, in the words of this court."""

    step: str
    number: int
    text: str
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A title, such as "Next step:", and the items under it."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """Paragraphs, then the checklist, then closing paragraphs, then what we ask, then the buttons.

    Texts may hold *bold* between asterisks; nothing else is markup. `conversation` and `flow` are what the
    buttons carry. `notice` is what staff put before everything at the time.
    """

    kind: Kind
    lines: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    after: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    ask: str = ""
    choices: tuple[Choice, ...] = ()
    conversation: str = ""
    flow: str = ""
    notice: str = ""


def plain(reply: Reply) -> str:
    """All of a reply as text: what a screen reader or a terminal gives, answers numbered."""
    parts = [*filter(None, (reply.notice,)), *reply.lines]
    for section in reply.sections:
        parts.append("\n".join([section.title, *(item_text(item) for item in section.items)]))
    parts += ["\n".join(link_text(link) for link in reply.links)] if reply.links else []
    parts += reply.after
    parts += [reply.ask] if reply.ask else []
    if reply.choices:
        parts.append("\n".join(f"{place}. {choice.label}" for place, choice in enumerate(reply.choices, 1)))
    return "\n\n".join(parts)


def steps_shown(reply: Reply) -> list[str]:
    """The ids of the steps in a reply, in the order they are done."""
    numbered = {item.number: item.step for section in reply.sections for item in section.items}
    return [numbered[number] for number in sorted(numbered)]


def item_text(item: Item) -> str:
    """A step as lines of text: number, words, notes, links."""
    lines = [f"{item.number}. {item.text}", *(f"   {note}" for note in item.notes)]
    return "\n".join([*lines, *(f"   {link_text(link)}" for link in item.links)])


def link_text(link: Link) -> str:
    """A link with its whole address in view, so that nobody is sent astray; a phone as it is dialled."""
    if link.url.startswith("tel:+1"):
        number = link.url.removeprefix("tel:+1")
        return f"{link.label}: {number[:3]}-{number[3:6]}-{number[6:]}"
    return f"{link.label}: {link.url.removeprefix('mailto:')}"
