"""Sends deliveries to the app: retries, and the faults that were asked for."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from itertools import count
from typing import Any

from bot.practice.deliveries import RETRIED, Attempt, Delivery, Kind, Retry
from bot.practice.faults import DeliveryFault, Faults
from bot.practice.http_carrier import HttpCarrier
from bot.practice.installed_app import InstalledApp
from bot.practice.settings import PracticeSettings
from bot.practice.shapes import Json
from bot.practice.sockets import Sockets


class Postman:
    """Everything sent so far, in order, and the one way to send more.

    `on_answer` is called once with each delivery when its acknowledgement came.
    """

    def __init__(self, app: InstalledApp, settings: PracticeSettings, faults: Faults) -> None:
        self.sent: list[Delivery] = []
        self.http = HttpCarrier(app, settings.ack_seconds)
        self.sockets = Sockets(app, settings, faults)
        self.on_answer: Callable[[Delivery], None] | None = None
        self._app = app
        self._waits = tuple(one * settings.retry_scale for one in settings.retry_delays)
        self._faults = faults
        self._numbers = count(1)
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: dict[int, Delivery] = {}
        self._overtaken: list[Delivery] = []

    def send(self, kind: Kind, body: Json, channel: str = "", ts: str = "") -> Delivery:
        """Send something now, or as the next fault says. Returns at once."""
        delivery = Delivery(next(self._numbers), kind, body, channel, ts)
        self.sent.append(delivery)
        fault = self._faults.for_delivery(kind)
        if fault is None:
            self._spawn(self._deliver(delivery))
        elif fault.kind == "hold":
            delivery.held = True
            self._held[delivery.number] = delivery
        elif fault.kind == "reorder":
            delivery.held = True
            self._overtaken.append(delivery)
        else:
            self._spawn(self._play(delivery, fault))
        return delivery

    def send_raw(self, delivery: Delivery) -> Delivery:
        """Send a prepared request once over HTTP, whatever the mode."""
        delivery.number = next(self._numbers)
        self.sent.append(delivery)
        self._spawn(self._once(delivery, self.http.carry))
        return delivery

    async def redeliver(self, number: int, retry: Retry | None = None) -> Delivery:
        """Send delivery `number` once more, with or without retry headers.

        Raises `LookupError` when there is no such delivery.
        """
        found = next((one for one in self.sent if one.number == number), None)
        if found is None:
            raise LookupError(f"nothing was delivered with number {number}")
        found.attempts.append(await self._carry(found, retry))
        return found

    def release(self, number: int | None = None) -> list[Delivery]:
        """Send what was held: one delivery, or all of them, oldest first."""
        numbers = [number] if number is not None else list(self._held)
        going = [self._held.pop(one) for one in numbers]
        for delivery in going:
            delivery.held = False
            self._spawn(self._deliver(delivery))
        return going

    async def idle(self) -> None:
        """Wait until nothing is under way; what is held stays held."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    async def start(self) -> None:
        """Make ready to send."""
        await self.http.start()

    async def stop(self) -> None:
        """Stop sending, in the middle of retries too, and close all connections."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.sockets.stop()
        await self.http.stop()

    async def _play(self, delivery: Delivery, fault: DeliveryFault) -> None:
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
            await self._deliver(delivery)
            return
        copies = [self._copy(delivery, fault, number + 1) for number in range(fault.copies)]
        await asyncio.gather(self._deliver(delivery), *copies)

    async def _copy(self, delivery: Delivery, fault: DeliveryFault, number: int) -> None:
        await asyncio.sleep(number * fault.seconds)
        retry = Retry(min(number, 3), "http_timeout") if fault.retry_headers else None
        delivery.attempts.append(await self._carry(delivery, retry))

    async def _deliver(self, delivery: Delivery) -> None:
        """Try until it is acknowledged, or for the last time; whoever waits for it is let go in any case."""
        try:
            await self._try_again_and_again(delivery)
        finally:
            delivery.first_tried.set()
            delivery.ended.set()

    async def _try_again_and_again(self, delivery: Delivery) -> None:
        overtaken, self._overtaken = self._overtaken, []
        attempt = await self._try(delivery, None)
        for one in overtaken:
            one.held = False
            self._spawn(self._deliver(one))
        waits = self._waits if delivery.kind in RETRIED else ()
        for number, wait in enumerate(waits, start=1):
            if attempt.acknowledged or attempt.no_retry:
                break
            await asyncio.sleep(wait)
            attempt = await self._try(delivery, Retry(number, attempt.failure))

    async def _try(self, delivery: Delivery, retry: Retry | None) -> Attempt:
        attempt = await self._carry(delivery, retry)
        delivery.attempts.append(attempt)
        if attempt.acknowledged:
            delivery.ended.set()
            if self.on_answer:
                self.on_answer(delivery)
        delivery.first_tried.set()
        return attempt

    async def _carry(self, delivery: Delivery, retry: Retry | None) -> Attempt:
        carrier = self.sockets.carry if self._app.socket_mode else self.http.carry
        return await carrier(delivery, retry)

    async def _once(self, delivery: Delivery, carry: Callable[[Delivery], Awaitable[Attempt]]) -> None:
        try:
            delivery.attempts.append(await carry(delivery))
        finally:
            delivery.first_tried.set()
            delivery.ended.set()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
