"""The real bot with other habits than the usual ones: numbers that the wiring takes, and no setting offers.

`python -m bench.serving` serves without pacing. Slack takes a few messages a second, so that under load the
sender waits most of the time; to measure its work, it must not wait.
"""

import uvloop

from bot import wiring
from bot.logs import write_logs
from bot.service.habits import Habits, Pace
from bot.settings import read_settings

UNPACED = Habits(pace=Pace(place=0.0, place_burst=1, workspace=0.0, workspace_burst=1000))


def serve_with(habits: Habits) -> None:
    """Serve as `helpdesk serve` does, until told to stop."""
    settings = read_settings()
    write_logs(settings.log_level)
    uvloop.run(wiring.build(settings, habits).serve())


if __name__ == "__main__":
    serve_with(UNPACED)
