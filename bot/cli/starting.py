"""What stands before a start: the doctor's look at the set-up, and its word on whether it may be served."""

import asyncio
import logging
from pathlib import Path

from bot.doctor.examination import Examination
from bot.doctor.finding import Level
from bot.errors import SettingsError
from bot.logs import write_logs
from bot.settings import Settings, look_up

log = logging.getLogger(__name__)


def fit_settings(flows: Path | None) -> Settings:
    """The settings, when nothing forbids a start; what is not as it should be is logged.

    Slack being out of reach forbids nothing: the start tries again by itself. Raises SettingsError with
    everything that is bad, one line each.
    """
    reading = look_up(flows=flows)
    write_logs(reading.settings.log_level)
    findings = asyncio.run(Examination(reading, thorough=False).run())
    if faults := [str(finding) for finding in findings if finding.forbids_start]:
        raise SettingsError("\n".join(faults))
    for finding in findings:
        if finding.level is not Level.GOOD:
            log.warning("%s: %s", finding.check, finding.what)
    return reading.settings
