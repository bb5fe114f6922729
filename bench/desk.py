"""The bot under measurement: `helpdesk serve` over HTTP against a practice Slack, on its own database."""

from pathlib import Path

from bench.processes import Practice, Program, free_port

SERVE = ("-c", "from bot.cli.main import main; main()", "serve")
"""What the command `helpdesk serve` runs, whatever the PATH."""
STAFF_CHANNEL = "CSTAFF001"


def desk(
    practice: Practice, folder: Path, arguments: tuple[str, ...] = SERVE, **settings: str
) -> tuple[Program, str]:
    """The program, not started yet, and the address where Slack's deliveries go.

    `settings` are more of them, by name.
    """
    port = free_port()
    address = f"http://127.0.0.1:{port}/slack/events"
    environment = {
        "HELPDESK_MODE": "http",
        "HELPDESK_CLOUD": "practice",
        "HELPDESK_SLACK_URL": practice.url,
        "HELPDESK_DATABASE": f"sqlite:///{folder / 'helpdesk.db'}",
        "HELPDESK_HOST": "127.0.0.1",
        "HELPDESK_PORT": str(port),
        "HEALTH_PORT": "0",
        "HELPDESK_STAFF_CHANNEL": STAFF_CHANNEL,
        "SLACK_BOT_TOKEN": practice.bot_token,
        "SLACK_APP_TOKEN": practice.app_token,
        "SLACK_SIGNING_SECRET": practice.signing_secret,
        **settings,
    }
    return Program(arguments, environment, address, folder / "helpdesk.log"), address
