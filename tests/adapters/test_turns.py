"""Whose turn it is: fair among addresses, bounded, and never lost."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.adapters.turns import TooMany, Turns


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(coroutine)


class Hall:
    """People who take turns, and the order in which they were served."""

    def __init__(self, **limits: int) -> None:
        self.turns, self.served, self.inside = Turns(**limits), list[str](), 0
        self.most_inside, self.doors = 0, dict[str, asyncio.Event]()

    def come(self, name: str) -> asyncio.Task[None]:
        self.doors[name] = asyncio.Event()
        return asyncio.ensure_future(self._visit(name))

    async def _visit(self, name: str) -> None:
        async with self.turns.turn(name[0]):
            self.served.append(name)
            self.inside += 1
            self.most_inside = max(self.most_inside, self.inside)
            await self.doors[name].wait()
            self.inside -= 1


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


def test_a_storm_from_one_address_costs_another_one_turn() -> None:
    async def scene() -> None:
        hall = Hall(places=2)
        visits = [hall.come(f"a{number}") for number in range(50)]
        await settled()
        assert hall.served == ["a0"], "one place is kept from the address that has all the others"
        visits.append(hall.come("b0"))
        await settled()
        assert hall.served == ["a0", "b0"]
        visits.append(hall.come("c0"))
        hall.doors["a0"].set()
        await settled()
        assert hall.served[2:] == ["a1"], "a waited first"
        hall.doors["a1"].set()
        await settled()
        assert hall.served[3:] == ["c0"], "and then c is called, before the forty-eight others of a"
        for door in hall.doors.values():
            door.set()
        await asyncio.gather(*visits)
        assert sorted(hall.served) == sorted(hall.doors)

    run(scene())


def test_who_asks_for_one_thing_finds_a_place_beside_however_many_that_ask_for_all() -> None:
    async def scene() -> None:
        hall = Hall(places=4)
        # From six addresses: the first thing of each is one thing, until the others come.
        visits = [hall.come(f"{address}{number}") for number in range(8) for address in "abcdef"]
        await settled()
        assert hall.served == ["a0", "b0", "c0", "d0"]
        for name in list(hall.served):
            hall.doors[name].set()
        await settled()
        assert hall.served[4:] == ["e0", "f0"], "each has more that waits: half of the places for all of them"
        visits += [hall.come("v0"), hall.come("w0")]
        await settled()
        assert hall.served[6:] == ["v0", "w0"], "at once"
        hall.doors["v0"].set()
        await settled()
        assert len(hall.served) == 8, "the place stays free for who asks for one thing"
        hall.doors["e0"].set()
        await settled()
        assert hall.served[8:] == ["a1"]
        for door in hall.doors.values():
            door.set()
        await asyncio.gather(*visits)
        assert sorted(hall.served) == sorted(hall.doors)

    run(scene())


def test_whoever_would_wait_in_vain_is_sent_away() -> None:
    async def scene() -> None:
        hall = Hall(places=2, waiting=3, waiting_each=2)
        visits = [hall.come(name) for name in ("a0", "a1", "a2")]
        await settled()
        with pytest.raises(TooMany):
            await hall.come("a3")
        visits += [hall.come("b0"), hall.come("b1")]
        await settled()
        with pytest.raises(TooMany):
            await hall.come("c0")
        for door in hall.doors.values():
            door.set()
        await asyncio.gather(*visits)

    run(scene())


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["come", "go", "leave"])), max_size=60), st.integers(1, 4))
def test_nobody_is_forgotten_and_nobody_is_one_too_many(steps: list[tuple[str, str]], places: int) -> None:
    async def scene() -> None:
        hall = Hall(places=places)
        visits: dict[str, asyncio.Task[None]] = {}
        for number, (address, step) in enumerate(steps):
            if step == "come":
                visits[f"{address}{number}"] = hall.come(f"{address}{number}")
            elif step == "go" and hall.served:
                hall.doors[hall.served[number % len(hall.served)]].set()
            elif step == "leave" and (waiting := [one for one in visits if one not in hall.served]):
                visits.pop(waiting[number % len(waiting)]).cancel()
            await settled()
        for door in hall.doors.values():
            door.set()
        await asyncio.wait_for(asyncio.gather(*visits.values()), timeout=60)
        assert hall.most_inside <= places
        assert set(visits) <= set(hall.served)
        assert (hall.turns._free, hall.turns._free_for_many) == (places, max(1, places // 2))
        assert not hall.turns._queues
        assert not hall.turns._served

    run(scene())
