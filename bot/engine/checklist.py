"""The steps that apply, in order, in the words and links of this court on this day."""

from collections.abc import Iterable, Mapping, Sequence

from bot.engine.reply import Item, Link, Section
from bot.engine.scene import Scene
from bot.flow.model import Flow, Step


def steps(flow: Flow, path: Mapping[str, str]) -> tuple[Step, ...]:
    """The steps whose rule fits the answers that count, in the order of the file."""
    return tuple(step for step in flow.steps if step.when.fits(path))


def sections(scene: Scene, shown: Sequence[Step]) -> tuple[Section, ...]:
    """The checklist: under "Next step:" the first step that is open today, the rest under "After that"."""
    items = [item(scene, step, number) for number, step in enumerate(shown, 1)]
    first = next((place for place, step in enumerate(shown) if is_open(scene, step)), 0)
    following = tuple(items[:first] + items[first + 1 :])
    lead = (Section(scene.say("next_step"), (items[first],)),) if items else ()
    return lead + ((Section(scene.say("after_that"), following),) if following else ())


def item(scene: Scene, step: Step, number: int) -> Item:
    """One step with its notes: the court's extra sentence, and from which day it can be done."""
    notes = [scene.fill(step.note)] if step.note else []
    if not is_open(scene, step):
        notes.append(scene.say("not_yet", date=scene.fill("{" + step.not_before + "}")))
    return Item(step.id, number, scene.fill(step.do), links(scene, step.links), tuple(notes))


def is_open(scene: Scene, step: Step) -> bool:
    """Whether a step can be done today: it has no first day, or that day has come."""
    return not step.not_before or scene.book.wording.day(step.not_before) <= scene.today


def links(scene: Scene, keys: Iterable[str]) -> tuple[Link, ...]:
    """The named addresses behind these fact keys, as they hold today."""
    named = (scene.book.wording.link(key, scene.today) for key in keys)
    return tuple(Link(link.label, link.url) for link in named)
