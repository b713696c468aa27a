"""Who is served next: threads are few, and no address may keep the others waiting."""

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager


class TooMany(Exception):  # noqa: N818 - an answer, not a defect
    """So many wait already that one more would wait in vain."""


class Turns:
    """`places` at once, one of them kept from any single address that has all the others; those who wait are called address
    by address, not in the order of arrival: a storm from one address costs another one turn, not a place in the storm's queue.

    For one event loop. At most `waiting` wait in all, `waiting_each` for one address.
    """

    def __init__(self, *, places: int, waiting: int = 2000, waiting_each: int = 500) -> None:
        self._free, self._each = places, max(1, places - 1)
        self._most, self._most_each = waiting, waiting_each
        self._served: Counter[str] = Counter()
        self._queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()
        self._waiting = 0

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncGenerator[None]:
        """A place for as long as the block runs. Raises `TooMany`."""
        await self._take(address)
        try:
            yield
        finally:
            self._give_back(address)

    async def _take(self, address: str) -> None:
        if self._free and self._served[address] < self._each:
            self._seat(address)
            return
        if self._waiting >= self._most or len(self._queues.get(address, ())) >= self._most_each:
            raise TooMany
        called = asyncio.get_running_loop().create_future()
        self._queues.setdefault(address, deque()).append(called)
        self._waiting += 1
        try:
            await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled():
                self._give_back(address)  # called in the moment it left
            else:
                self._leave(address, called)
            raise

    def _seat(self, address: str) -> None:
        self._free -= 1
        self._served[address] += 1

    def _leave(self, address: str, called: asyncio.Future[None]) -> None:
        self._waiting -= 1
        queue = self._queues[address]
        queue.remove(called)
        if not queue:
            del self._queues[address]

    def _give_back(self, address: str) -> None:
        self._free += 1
        self._served[address] -= 1
        if not self._served[address]:
            del self._served[address]
        self._call_next()

    def _call_next(self) -> None:
        while self._free:
            address = next((one for one in self._queues if self._served[one] < self._each), None)
            if address is None:
                return
            queue = self._queues[address]
            called = queue.popleft()
            self._waiting -= 1
            if queue:
                self._queues.move_to_end(address)
            else:
                del self._queues[address]
            if not called.done():
                self._seat(address)
                called.set_result(None)
