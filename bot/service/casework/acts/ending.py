"""How a case ends: given back to the bot, or closed by a form (`bot.service.casework.closing`)."""

from bot.service.casework.closing import ended
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
