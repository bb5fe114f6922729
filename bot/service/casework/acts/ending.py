"""How a case ends: given back to the bot, or closed by a form (`bot.service.casework.closing`)."""

from dataclasses import replace

from bot.engine.case import Standing
from bot.service.case_row import CaseRow
from bot.service.casework.scene import CaseScene
from bot.service.casework.word import bot_goes_on
from bot.service.incoming import Ack

RETURNED = "returned"


def give_back(scene: CaseScene) -> Ack:
    """The bot goes on with the filer where it stopped. Raises NotYours for a case that another has."""
    scene.keep(ended(scene, scene.after("give_back"), RETURNED))
    scene.note("returned")
    bot_goes_on(scene, scene.say("returned"))
    return Ack()


def ended(scene: CaseScene, standing: Standing, outcome: str) -> CaseRow:
    """The case after its end; its card names who ended it. What was known to end it before counts."""
    return replace(
        scene.case,
        state=standing.state,
        outcome=scene.case.outcome or outcome,
        owner_name=scene.by.name,
        closed=scene.now,
        heard=None,
        snoozed=None,
    )
