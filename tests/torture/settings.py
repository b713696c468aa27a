"""What is asked of a run, from the environment; `make torture` names them."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Settings:
    """ONLY: tortures by name, separated by commas. DATABASES: sqlite, postgres. The rest: how many, how long, how large."""

    only: tuple[str, ...]
    databases: tuple[str, ...]
    kills: int
    cuts: int
    writes: int
    races: int
    answers: int
    people: int
    rush: int
    seconds: float
    is_report: bool

    @classmethod
    def from_environment(cls) -> "Settings":
        def number(name: str, default: int) -> int:
            return int(os.environ.get(name) or default)

        return cls(
            only=tuple(one for one in os.environ.get("ONLY", "").split(",") if one),
            databases=tuple((os.environ.get("DATABASES") or "sqlite,postgres").split(",")),
            kills=number("KILLS", 200),
            writes=number("WRITES", 20),
            cuts=number("CUTS", 100),
            races=number("RACES", 500),
            answers=number("ANSWERS", 2000),
            people=number("PEOPLE", 12),
            rush=number("RUSH", 500),
            seconds=float(os.environ.get("SECONDS_EACH") or 20),
            is_report=bool(os.environ.get("REPORT")),
        )
