"""The practice Slack as a server on 127.0.0.1."""

from typing import Self

from aiohttp import web

from bot.practice.acknowledgements import apply_acknowledgement
from bot.practice.acting import Acting
from bot.practice.clock import PracticeClock
from bot.practice.control import control_routes
from bot.practice.deliveries import Delivery
from bot.practice.gate import loopback_only
from bot.practice.messages import StoredMessage
from bot.practice.page import Page
from bot.practice.response_route import ResponseRoute
from bot.practice.settings import PracticeSettings
from bot.practice.shapes import Json
from bot.practice.web_api import WebApi
from bot.practice.world import World

LARGEST_BODY = 8 * 1024 * 1024


class PracticeSlack:
    """A whole practice workspace; `async with PracticeSlack() as slack:` starts and stops it.

    The parts are open to tests: `act` (what people do), `app`, `workspace`, `faults`, `record`,
    `postman` (deliveries), `sockets`, `views`, `clock`, `page` (for people, at `url`).
    """

    def __init__(self, settings: PracticeSettings | None = None, clock: PracticeClock | None = None) -> None:
        self.settings = settings or PracticeSettings()
        self.world = World.new(self.settings, clock)
        self.act = Acting(self.world)
        self.app = self.world.app
        self.workspace = self.world.workspace
        self.faults = self.world.faults
        self.record = self.world.record
        self.postman = self.world.postman
        self.sockets = self.world.postman.sockets
        self.views = self.world.views
        self.clock = self.world.clock
        self.page = Page(self.world)
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """`http://127.0.0.1:PORT`, without a slash at the end."""
        return self.world.url

    @property
    def api_url(self) -> str:
        """The root of the Web API, with a slash at the end: `base_url` of the SDK's clients."""
        return self.world.url + "/api/"

    @property
    def ephemerals(self) -> list[StoredMessage]:
        """The messages for one person's eyes, oldest first."""
        return [one.message for one in self.world.ephemerals]

    def messages(self, channel: str = "") -> list[StoredMessage]:
        """All messages of a channel, or of all channels, oldest first, deleted ones too."""
        if channel:
            return list(self.workspace.channel(channel).messages.values())
        places = self.workspace.channels.values()
        return [one for place in places for one in place.messages.values()]

    def about(self) -> Json:
        """What an app needs to know to connect; the line that the process prints."""
        return {
            "url": self.url,
            "api_url": self.api_url,
            "control_url": self.url + "/control/",
            "bot_token": self.app.bot_token,
            "app_token": self.app.app_token,
            "signing_secret": self.app.signing_secret,
        }

    async def start(self) -> None:
        """Bind and answer."""
        self.postman.on_answer = self._on_answer
        await self.postman.start()
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self.settings.host, self.settings.port)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.world.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Stop sending and answering."""
        await self.postman.stop()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def _on_answer(self, delivery: Delivery) -> None:
        apply_acknowledgement(self.world, delivery)

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=LARGEST_BODY, middlewares=[loopback_only])
        application.on_shutdown.append(self.page.close)
        api, responses = WebApi(self.world), ResponseRoute(self.world)
        application.add_routes(
            [
                web.route("*", "/api/{method}", api.serve),
                web.post("/commands/{rest:.+}", responses.serve),
                web.post("/actions/{rest:.+}", responses.serve),
                web.get("/link/", self.sockets.serve),
                *control_routes(self.world),
                *self.page.routes(),
            ]
        )
        return application
