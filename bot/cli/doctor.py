"""`helpdesk doctor`: what is wrong with a set-up, and what to do about it."""

import typer

from bot.cli.options import AsJson, Flows

NOT_FIT = 1


def doctor(flows: Flows = None, as_json: AsJson = False) -> None:
    """Examine settings, Slack, staff channel, database and flow files; change nothing and post nothing.

    One line for each: good, warning, bad, or skipped where it could not be looked at; under it what to do.
    Exit status 0 when nothing is bad, 1 when something is, 2 when the doctor itself could not run.
    """
    import asyncio

    from bot.cli.doctor_print import as_json as in_json
    from bot.cli.doctor_print import as_text
    from bot.doctor.examination import Examination
    from bot.doctor.finding import Level
    from bot.settings import look_up

    findings = asyncio.run(Examination(look_up(flows=flows)).run())
    typer.echo(in_json(findings) if as_json else as_text(findings))
    if any(finding.level is Level.BAD for finding in findings):
        raise typer.Exit(NOT_FIT)
