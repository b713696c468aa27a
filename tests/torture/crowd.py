"""Many victims at once, each in a thread, until they are told to stop."""

import random
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.torture.browser import Browser
from tests.torture.deeds import Autosave, Cut, Deed, Scoring, Stopped, Submission, Upload, Voting
from tests.torture.ledger import Ledger
from tests.torture.machine import Machine


def victims(machine: Machine, ledger: Ledger, *, cut: Cut | None = None) -> list[Sequence[Deed]]:
    """Some people and what each of them does by turns; many write short texts, some vote, few hand in or upload."""
    scene, port = machine.scene, machine.port

    def at(place: int, token: str) -> Browser:
        return Browser(port, token, address=f"127.0.1.{place + 1}")

    found: list[Sequence[Deed]] = []
    applicants = scene.applicants
    for place, person in enumerate(applicants[:-2]):
        found.append([Autosave(person, at(place, person.token), ledger, cut=cut)])
    for place, person in enumerate(scene.jurors):
        browser = at(100 + place, person.token)
        found.append([Scoring(person, browser, ledger, sheet=sheet, cut=cut) for sheet in scene.sheets])
    for place, person in enumerate(scene.voters[:3]):
        found.append([Voting(person, at(150 + place, person.token), ledger, motion=scene.motion, cut=cut)])
    for place, person in enumerate(applicants[-2:]):
        kinds = (Submission, Upload)
        found.append([kinds[place](person, at(200 + place, person.token), ledger, cut=cut)])
    return found


# Seconds between two hand-ins, or two uploads, of one person: each has the server print or clean for seconds, and would keep
# it from the many writes of the others.
RARELY = (2.0, 15.0)


class Crowd:
    """Runs victims; the first failure of one is raised when they are stopped.

    The writers share `threads`; who hands in or uploads has a thread of the own, and rests `rarely` seconds before each deed.
    """

    def __init__(self, people: Sequence[Sequence[Deed]], *, threads: int = 6, rarely: tuple[float, float] = RARELY) -> None:
        rare = [person for person in people if person[0].is_rare]
        many = [person for person in people if not person[0].is_rare]
        self._rarely = rarely
        self._groups = [many[place::threads] for place in range(min(threads, len(many)))] + [[one] for one in rare]
        self._is_stopped = threading.Event()
        self._ledger = people[0][0].ledger
        self._failures: list[BaseException] = []
        self._threads = [threading.Thread(target=self._run, args=(group,), daemon=True) for group in self._groups]
        for person in people:
            for deed in person:
                deed.is_stopped = self._is_stopped.is_set

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def wait_for_writes(self, count: int, *, seconds: float = 240) -> None:
        """Until so many more are acknowledged. Raises what a victim raised."""
        wanted = len(self._ledger.acknowledged) + count
        deadline = time.monotonic() + seconds
        while len(self._ledger.acknowledged) < wanted:
            if self._failures:
                raise self._failures[0]
            assert time.monotonic() < deadline, "nothing is written any more"
            time.sleep(0.01)

    def ask_to_stop(self) -> None:
        """Without waiting: who has no answer gives up."""
        self._is_stopped.set()

    def stop(self, *, seconds: float = 240) -> None:
        """Each finishes what it does, answer included."""
        self._is_stopped.set()
        for thread in self._threads:
            thread.join(seconds)
        assert not any(thread.is_alive() for thread in self._threads), "a victim hangs"
        if self._failures:
            raise self._failures[0]

    def _run(self, people: Sequence[Sequence[Deed]]) -> None:
        try:
            while not self._is_stopped.is_set():
                for person in people:
                    if self._is_stopped.is_set():
                        break
                    deed = random.choice(person)
                    if deed.is_rare and self._is_stopped.wait(random.uniform(*self._rarely)):
                        break
                    deed.do()
        except Stopped:
            return
        except BaseException as failure:
            self._failures.append(failure)


@contextmanager
def crowd(people: Sequence[Sequence[Deed]], *, rarely: tuple[float, float] = RARELY) -> Iterator[Crowd]:
    made = Crowd(people, rarely=rarely)
    made.start()
    try:
        yield made
    finally:
        made.stop()


def rest(least: float, most: float) -> None:
    time.sleep(random.uniform(least, most))
