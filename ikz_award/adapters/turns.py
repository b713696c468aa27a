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

    Addresses that ask for several things at once have half of the places, all of them together: who asks for one thing finds
    a place free, and shares the processor with few.

    For one event loop. At most `waiting` wait in all, `waiting_each` for one address.
    """

    def __init__(self, *, places: int, waiting: int = 2000, waiting_each: int = 500) -> None:
        self._free, self._each, self._free_for_many = places, max(1, places - 1), max(1, places // 2)
        self._most, self._most_each = waiting, waiting_each
        self._served: Counter[str] = Counter()
        # Of those who wait: told, when called, whether the place is one of those for addresses that ask for many things.
        self._queues: OrderedDict[str, deque[asyncio.Future[bool]]] = OrderedDict()
        self._waiting = 0

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncGenerator[bool]:
        """A place for as long as the block runs; whether one had to wait for it. Raises `TooMany`."""
        is_at_once = self._may_sit(address, self._asks_for_more(address))
        is_one_of_many = await self._take(address)
        try:
            yield not is_at_once
        finally:
            self._give_back(address, is_one_of_many)

    async def _take(self, address: str) -> bool:
        is_one_of_many = self._asks_for_more(address)
        if self._may_sit(address, is_one_of_many):
            return self._seat(address, is_one_of_many)
        if self._waiting >= self._most or len(self._queues.get(address, ())) >= self._most_each:
            raise TooMany
        called = asyncio.get_running_loop().create_future()
        self._queues.setdefault(address, deque()).append(called)
        self._waiting += 1
        try:
            return await called
        except asyncio.CancelledError:
            if called.done() and not called.cancelled():
                self._give_back(address, called.result())  # called in the moment it left
            else:
                self._leave(address, called)
            raise

    def _asks_for_more(self, address: str) -> bool:
        return bool(self._served[address] or address in self._queues)

    def _may_sit(self, address: str, is_one_of_many: bool) -> bool:
        is_room = self._free and self._served[address] < self._each
        return bool(is_room and (self._free_for_many or not is_one_of_many))

    def _seat(self, address: str, is_one_of_many: bool) -> bool:
        self._free -= 1
        self._free_for_many -= is_one_of_many
        self._served[address] += 1
        return is_one_of_many

    def _leave(self, address: str, called: asyncio.Future[bool]) -> None:
        self._waiting -= 1
        queue = self._queues[address]
        queue.remove(called)
        if not queue:
            del self._queues[address]
        self._call_next()  # who is left alone may have a place that was none for one of many

    def _give_back(self, address: str, is_one_of_many: bool) -> None:
        self._free += 1
        self._free_for_many += is_one_of_many
        self._served[address] -= 1
        if not self._served[address]:
            del self._served[address]
        self._call_next()

    def _is_one_of_many(self, address: str) -> bool:
        """Whether the next of an address is."""
        return bool(self._served[address] or len(self._queues[address]) > 1)

    def _call_next(self) -> None:
        while self._free:
            waiting = ((one, self._is_one_of_many(one)) for one in self._queues)
            address, is_one_of_many = next((pair for pair in waiting if self._may_sit(*pair)), ("", None))
            if is_one_of_many is None:
                return
            queue = self._queues[address]
            called = queue.popleft()
            self._waiting -= 1
            if queue:
                self._queues.move_to_end(address)
            else:
                del self._queues[address]
            if not called.done():
                called.set_result(self._seat(address, is_one_of_many))
