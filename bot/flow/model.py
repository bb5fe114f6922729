"""What a flow file says, once it is read: frozen values, no behaviour, no text formats."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.flow.casework import USUAL, Casework
from bot.flow.keep import KEPT, Keep
from bot.flow.timetable import Desk
from bot.flow.when import ALWAYS, When


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; line and column count from 1."""

    file: str = ""
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class DayRange:
    """The days that mean an answer: from `start` (included) to `end` (not included); None is open."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class DayFacts:
    """The days that mean an answer as a file names them: keys of date facts, empty where open."""

    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the few things a question can end in. `days` are the `dates` of one court, set by `resolve`."""

    id: str
    label: str
    also: tuple[str, ...] = ()
    days: DayRange | None = None
    dates: DayFacts | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Question:
    """What we ask; a state of the machine."""

    id: str
    ask: str
    answers: tuple[Answer, ...]
    rephrase: str = ""
    why: str = ""
    when: When = ALWAYS
    place: Place = Place()

    def answer(self, answer: str) -> Answer | None:
        """The answer with this id, or None."""
        return next((one for one in self.answers if one.id == answer), None)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the filer must do. `links` are fact keys; `not_before` is the key of a date fact."""

    id: str
    do: str
    when: When = ALWAYS
    links: tuple[str, ...] = ()
    not_before: str = ""
    flow: str = ""
    note: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class HandOver:
    """A final state in which staff take over: by a rule (`when`), by words (`heard`), or both.

    `say` is told to the filer first (a limit, a warning); `because` is the reason, told to filer and staff.
    `blocks_filing` is true where nothing can be filed until staff help; whether a filing is due is then
    asked.
    """

    id: str
    because: str
    say: str = ""
    when: When | None = None
    heard: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    urgent: bool = False
    no_way_back: bool = False
    blocks_filing: bool = False
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Example:
    """A conversation that must always come out right: messages in, steps or a hand-over out."""

    name: str
    says: tuple[str, ...]
    gets: tuple[str, ...] = ()
    hands_over: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Flow:
    """A file of questions and steps. `fingerprint` is a hash of its meaning: ids, rules, answers, days."""

    id: str
    title: str
    start: str
    questions: tuple[Question, ...]
    steps: tuple[Step, ...]
    hand_overs: tuple[HandOver, ...] = ()
    finish: str = ""
    about: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    fingerprint: str = ""
    place: Place = Place()

    def question(self, question: str) -> Question | None:
        """The question with this id, or None."""
        return next((one for one in self.questions if one.id == question), None)

    def step(self, step: str) -> Step | None:
        """The step with this id, or None."""
        return next((one for one in self.steps if one.id == step), None)

    def hand_over(self, hand_over: str) -> HandOver | None:
        """The hand-over with this id, or None."""
        return next((one for one in self.hand_overs if one.id == hand_over), None)


@dataclass(frozen=True, slots=True)
class Fact:
    """A phone, link, e-mail, date, text or hours with their source.

    `kind` is phone, link, email, date, text or hours; hours have a `zone`.
    `mark` is A (page seen), B (address seen printed) or C.
    The fact holds from `start` until `until` (both optional) and is stale after `expires`.
    """

    key: str
    kind: str
    value: str
    source: str
    checked: date
    expires: date
    label: str = ""
    zone: str = ""
    mark: str = ""
    start: date | None = None
    until: date | None = None
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field that filers ask about, and the court's explanation."""

    id: str
    phrases: tuple[str, ...]
    text: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Macro:
    """A canned reply that staff may choose.

    `title` is read by staff alone, `text` by the filer, with the facts of `links` under it. `offered_for`
    are the hand-overs and steps for which it is offered first. `fingerprint` is a hash of what it says.
    """

    id: str
    title: str
    text: str
    offered_for: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    fingerprint: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Court:
    """A help desk we serve, and all that it may change.

    `flags` are answers to questions only a court can answer (`phv_order: unknown`); `leaves_out` maps a
    question to answers not offered here; `words` and `notes` map a step to its replacement or extra sentence;
    `macros` maps a canned reply to the court's own text, empty where the court leaves it out.
    Without a `desk` nothing is known of its hours; `casework` is how it works its cases,
    and `keep` how long it keeps its records.
    """

    id: str
    name: str
    type: str
    zone: str
    default_flow: str = "nextgen"
    example: bool = False
    flags: Mapping[str, str] = field(default_factory=dict)
    leaves_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    desk: Desk | None = None
    casework: Casework = USUAL
    keep: Keep = KEPT
    macros: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Library:
    """All flows, courts and words in force.

    `facts` are everybody's (a court's own lie over them); `flags` maps each flag to its values, the first
    one the default; `groups` are shared ways to say yes, no, not sure; `commands` maps a command to its
    phrases.
    `places` tells where things stand: a path of keys, the file first, such as
    `("nextgen.yaml", "questions", "account", "ask")`.
    """

    flows: Mapping[str, Flow]
    courts: Mapping[str, Court]
    facts: Mapping[str, Fact]
    flags: Mapping[str, tuple[str, ...]]
    groups: Mapping[str, tuple[str, ...]]
    commands: Mapping[str, tuple[str, ...]]
    terms: tuple[Term, ...]
    says: Mapping[str, str]
    macros: Mapping[str, Macro] = field(default_factory=dict)
    places: Mapping[tuple[str, ...], Place] = field(default_factory=dict)

    def at(self, *path: str, otherwise: Place | None = None) -> Place:
        """Where something stands; where it is not written, the place given, else the top of its file."""
        return self.places.get(path) or otherwise or Place(path[0])
