"""`helpdesk serve`: the help desk in Slack, until it is told to stop."""

from bot.cli.options import Flows


def serve(flows: Flows = None) -> None:
    """Answer in Slack, in Socket Mode or over HTTP, until SIGTERM, SIGINT or SIGHUP.

    The settings are those of the environment and of `.env`; see `.env.example`. What `helpdesk doctor` calls
    bad makes a start impossible. Exit status 0 after a stop that was asked for, 2 when it cannot start.
    """
    from bot.cli.starting import fit_settings
    from bot.wiring import run

    run(fit_settings(flows))
