"""The practice Slack: a stand-in for Slack on 127.0.0.1, for tests and for trying things out."""

from bot.practice.clock import PracticeClock
from bot.practice.deliveries import Attempt, Delivery, Retry
from bot.practice.faults import DeliveryFault, WebFault
from bot.practice.record import Call
from bot.practice.server import PracticeSlack
from bot.practice.settings import PracticeSettings

__all__ = [
    "Attempt",
    "Call",
    "Delivery",
    "DeliveryFault",
    "PracticeClock",
    "PracticeSettings",
    "PracticeSlack",
    "Retry",
    "WebFault",
]
