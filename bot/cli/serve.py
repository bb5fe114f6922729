"""`helpdesk serve`: the help desk in Slack, until it is told to stop."""

from bot.cli.options import Flows


def serve(flows: Flows = None) -> None:
    """Answer in Slack, in Socket Mode or over HTTP, until SIGTERM or SIGINT.

    The settings are those of the environment and of `.env`; see `.env.example`. Exit status 0 after a stop
    that was asked for, 2 when a setting, the flow files or the database make a start impossible.
    """
    from bot.settings import read_settings
    from bot.wiring import run

    settings = read_settings()
    if flows is not None:
        settings = settings.model_copy(update={"flows": str(flows)})
    run(settings)
