"""What the practice workspace is started with."""

from dataclasses import dataclass

DEFAULT_SCOPES = (
    "chat:write",
    "commands",
    "im:history",
    "im:write",
    "users:read",
    "groups:history",
    "groups:read",
    "usergroups:read",
)
"""The scopes of the bot's own manifest, and `usergroups:read`."""

LOOPBACK = "127.0.0.1"
"""The only address the stand-in ever binds."""


@dataclass(frozen=True, slots=True)
class PracticeSettings:
    """Addresses, secrets and times of one practice workspace.

    Times are in seconds and Slack's own by default. `retry_scale` multiplies the waits between
    retries, so that tests need not wait for five minutes. `echo` sends the app the events of its
    own messages, as Slack does.

    Raises `ValueError` for any host but 127.0.0.1: it checks no passwords and must not be seen
    from another machine.
    """

    host: str = LOOPBACK
    port: int = 0
    socket_mode: bool = False
    request_url: str = ""
    signing_secret: str = "practice-signing-secret"
    bot_token: str = "xoxb-practice"
    app_token: str = "xapp-practice"
    scopes: tuple[str, ...] = DEFAULT_SCOPES
    ack_seconds: float = 3.0
    retry_delays: tuple[float, ...] = (0.0, 60.0, 300.0)
    retry_scale: float = 1.0
    trigger_seconds: float = 3.0
    response_url_seconds: float = 1800.0
    response_url_uses: int = 5
    echo: bool = True
    max_connections: int = 10

    def __post_init__(self) -> None:
        if self.host != LOOPBACK:
            raise ValueError(f"the practice workspace binds {LOOPBACK} only, not {self.host}")
