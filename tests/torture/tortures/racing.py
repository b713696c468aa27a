"""Runs the races of `races`, each as often as asked, and has the database checked at the end."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.torture.judge import check
from tests.torture.machine import Machine
from tests.torture.scene import application
from tests.torture.tortures import races, voting
from tests.torture.tortures.sealing import seal_and_seal
from tests.torture.totals import Result

RACES: dict[str, races.Race] = {
    "same key twice": races.same_key_twice, "two submissions": races.two_submissions,
    "withdraw and submit": races.withdraw_and_submit, "two tabs": races.two_tabs, "two votes": voting.two_votes,
    "assign and recuse": races.assign_and_recuse, "vote and count": voting.vote_and_count, "seal and seal": seal_and_seal,
    # Last: each round takes the clock past another deadline.
    "deadline and submit": races.deadline_and_submit,
}  # fmt: skip


def run_races(machine: Machine, result: Result, *, count: int) -> None:
    """Each race `count` times."""
    machine.start()
    with ThreadPoolExecutor(4) as pool, application(machine.instance, machine.database):
        track = races.Track(machine, pool)
        for name, race in RACES.items():
            begun, track.answers = time.monotonic(), Counter()
            for place in range(count):
                fault = race(track)
                result.add(races=1)
                if fault:
                    result.faults.append(f"{name}, round {place}: {fault}")
                    result.add(doubled_or_lost=1)
            result.add(**{name.replace(" ", "_"): count})
            result.measure("a round", (time.monotonic() - begun) / count)
            print(f"    {name}: {count} rounds in {time.monotonic() - begun:.0f} s, answers {dict(track.answers)}", flush=True)
    machine.stop()
    check(machine)
