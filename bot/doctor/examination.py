"""All checks of one set-up, in the order in which an operator mends things."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.doctor.address_checks import check_addresses
from bot.doctor.channel_checks import CHECK as STAFF_CHANNEL
from bot.doctor.channel_checks import check_channel
from bot.doctor.database_checks import check_database
from bot.doctor.finding import Finding, skipped, told
from bot.doctor.flow_checks import check_court, check_flows, read_flows
from bot.doctor.machine_checks import check_python
from bot.doctor.reach_checks import check_clock, check_reach
from bot.doctor.settings_checks import check_readers, check_settings, check_signing_secret
from bot.doctor.token_checks import (
    check_app_token,
    check_bot_token,
    check_cloud,
    check_scopes,
    check_workspace,
)
from bot.errors import SettingsError
from bot.settings import Reading
from bot.slack.clouds import Cloud, cloud
from bot.slack.probe import SlackFacts, Wanted, probe
from bot.storage.inspection import inspect

OF_THE_TOKEN = ("cloud", "workspace", "scopes", STAFF_CHANNEL)
OF_THE_ANSWER = ("clock", "bot token", *OF_THE_TOKEN)
OF_ADDRESSES = {"HELPDESK_MODE", "HELPDESK_HOST", "HELPDESK_PORT", "HEALTH_HOST", "HEALTH_PORT"}
AT_SLACK = ("slack", *OF_THE_ANSWER)


def _today() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Examination:
    """One look at a set-up. `thorough` reads the whole database; `now` is this machine's clock, aware."""

    reading: Reading
    thorough: bool = True
    now: Callable[[], datetime] = _today

    async def run(self) -> tuple[Finding, ...]:
        """Every finding. What cannot be looked at is said too; it changes nothing and posts nothing."""
        here = await asyncio.to_thread(lambda: [*self._here()])
        database = await asyncio.to_thread(lambda: [*self._database()])
        flows = await asyncio.to_thread(lambda: [*self._flows()])
        return (*here, *await self._slack(), *database, *flows)

    def _here(self) -> Iterator[Finding]:
        yield from check_python()
        yield from check_settings(self.reading)
        yield from check_readers(self.reading)
        yield from check_signing_secret(self.reading.settings)
        if self.reading.wrong & OF_ADDRESSES:
            yield skipped("address", "Not all of mode, hosts and ports are known.")
        else:
            yield from check_addresses(self.reading.settings)

    def _database(self) -> Iterator[Finding]:
        if "HELPDESK_DATABASE" in self.reading.wrong:
            yield skipped("database", "Its address is not known.")
            return
        try:
            facts = inspect(self.reading.settings.database, thorough=self.thorough)
        except SettingsError as error:
            yield told("database", error)
        else:
            yield from check_database(facts)

    def _flows(self) -> Iterator[Finding]:
        settings = self.reading.settings
        flows = read_flows(settings.flows)
        yield from check_flows(flows)
        if "HELPDESK_COURT" in self.reading.wrong:
            yield skipped("court", "HELPDESK_COURT is not known.")
        else:
            yield from check_court(flows, settings.court, settings.cloud, self.now())

    async def _slack(self) -> list[Finding]:
        """What is to be seen at Slack, where it is known which Slack."""
        settings, wrong = self.reading.settings, self.reading.wrong
        if "HELPDESK_CLOUD" in wrong:
            return [skipped(check, "HELPDESK_CLOUD is not known.") for check in AT_SLACK]
        try:
            row = cloud(settings.cloud, settings.practice_url)
        except SettingsError as error:
            others = (check for check in AT_SLACK if check != "cloud")
            return [told("cloud", error), *(skipped(check, "The cloud is not known.") for check in others)]
        facts = await probe(self._wanted(row), lambda: self.now().timestamp())
        return [*self._of_bot(facts, row), *self._of_app(facts)]

    def _wanted(self, row: Cloud) -> Wanted:
        settings, wrong = self.reading.settings, self.reading.wrong
        is_socket = settings.mode == "socket" and "HELPDESK_MODE" not in wrong
        app_token = settings.app_token.get_secret_value() if is_socket else ""
        return Wanted(row, settings.bot_token.get_secret_value(), app_token, settings.staff_channel)

    def _of_bot(self, facts: SlackFacts, row: Cloud) -> Iterator[Finding]:
        settings, who = self.reading.settings, facts.who
        if who is None:
            yield from (skipped(check, "There is no bot token to ask with.") for check in AT_SLACK)
            return
        yield from check_reach(who)
        if who.trouble:
            yield from (skipped(check, "Slack did not answer.") for check in OF_THE_ANSWER)
            return
        yield from check_clock(who)
        yield from check_bot_token(who)
        if who.refused:
            yield from (skipped(check, "Slack does not take the bot token.") for check in OF_THE_TOKEN)
            return
        yield from check_cloud(who, row)
        yield from check_workspace(who, settings.teams)
        yield from check_scopes(who, staff_group=self._has_staff_group())
        if "HELPDESK_STAFF_CHANNEL" in self.reading.wrong:
            yield skipped(STAFF_CHANNEL, "Its id is not known.")
        else:
            yield from check_channel(settings.staff_channel, facts)

    def _has_staff_group(self) -> bool:
        """Whether the court's file names a user group of staff."""
        library = read_flows(self.reading.settings.flows).library
        court = library.courts.get(self.reading.settings.court) if library else None
        return court is not None and bool(court.casework.staff_group)

    def _of_app(self, facts: SlackFacts) -> Iterator[Finding]:
        app_token = self.reading.settings.app_token.get_secret_value()
        if facts.connection is not None:
            yield from check_app_token(facts.connection, app_token, facts.bot)
        elif facts.who is not None and facts.who.trouble and self.reading.settings.mode == "socket":
            yield skipped("app token", "Slack did not answer.")
