"""The one protocol with children: each bound is really run into, and what a child cannot say is told by how it ended."""

import json
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from ikz_award.adapters.sandbox.parent import MEBIBYTE, ROOT, Bounds, Child, Ended, command_of

# Generous, so that a busy machine is no reason; tests that wait for a bound make it small.
BOUNDS = Bounds(wall_seconds=120, cpu_seconds=60, memory_bytes=512 * MEBIBYTE)
BEGIN = "from ikz_award.adapters.sandbox.child import Channel\nchannel = Channel()\nchannel.take_bounds()\n"


def child_that(does: str, *, bounds: Bounds = BOUNDS, folder: Path | None = None) -> Child:
    return Child((sys.executable, "-c", BEGIN + textwrap.dedent(does)), bounds=bounds, folder=folder)


def end_of(does: str, *, bounds: Bounds = BOUNDS, request: bytes = b"") -> Ended:
    with child_that(does, bounds=bounds) as child:
        assert child.ask({"task": "x"}, request) is None
        how, _code = child.how_it_ended()
        return how


def test_requests_are_answered_one_after_the_other_with_their_bytes_and_progress() -> None:
    heard: list[object] = []
    large = bytes(range(256)) * 8_000  # more than any pipe holds
    with child_that(
        """
        for number, (request, body) in enumerate(channel.requests()):
            print("a library talks", flush=True)
            channel.send({"event": "progress", "done": number})
            channel.send({"event": "done", "said": request["say"]}, body[::-1])
        """
    ) as child:
        for number, (say, body) in enumerate([("ä", large), ("b", b"")]):
            answer = child.ask({"say": say}, body, hear=heard.append)
            assert answer == ({"event": "done", "said": say}, body[::-1])
            assert heard[number] == {"event": "progress", "done": number}
        assert child.is_running
    assert not child.is_running


@pytest.mark.parametrize(
    ("does", "bounds", "how"),
    [
        ("import time; time.sleep(600)", replace(BOUNDS, wall_seconds=0.5), Ended.TIME),
        ("while True: pass", replace(BOUNDS, cpu_seconds=1), Ended.PROCESSOR),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", BOUNDS, Ended.OUTSIDE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", BOUNDS, Ended.OUTSIDE),
        ("x = bytes(600 * 1024 * 1024)", BOUNDS, Ended.CRASH),
        ("import os; os.abort()", BOUNDS, Ended.CRASH),
        ("", BOUNDS, Ended.CRASH),
    ],
)
def test_who_gives_no_answer_is_told_by_its_end(does: str, bounds: Bounds, how: Ended) -> None:
    assert end_of(does, bounds=bounds) is how


def test_who_ends_in_the_middle_of_a_request_or_an_answer_gave_none() -> None:
    assert end_of("import sys; sys.stdin.buffer.read(10)", request=bytes(2 * MEBIBYTE)) is Ended.CRASH
    half = r"""channel._answers.write(b'{"event": "done", "size": 10}\n12345'); channel._answers.flush()"""
    assert end_of(half) is Ended.CRASH


@pytest.mark.parametrize(
    "line", ["noise", "[1]", '{"event": 1}', '{"event": "x", "size": -1}', '{"event": "x", "size": "1"}', '{"x": 1}']
)
def test_what_is_no_event_is_passed_over(line: str) -> None:
    with child_that(
        f"""
        channel._answers.write({line.encode()!r} + b"\\n")
        channel.send({{"event": "done"}})
        """
    ) as child:
        assert child.ask({}) == ({"event": "done"}, b"")


def test_a_child_inherits_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("IKZ_AWARD_SECRET_KEY", "very-secret")
    tell = 'import os; channel.send({"event": "done", "environment": dict(os.environ)})'
    for folder, more in ((None, set()), (tmp_path, {"HOME", "TMPDIR"})):
        with child_that(tell, folder=folder) as child:
            answer = child.ask({})
        assert answer is not None
        # LC_CTYPE: Python sets it for itself.
        told = set(answer[0]["environment"]) - {"LC_CTYPE"}
        assert told == {"PATH", "LANG", "PYTHONHASHSEED", "IKZ_AWARD_PARENT"} | more
        assert "very-secret" not in json.dumps(answer[0])


def test_a_file_is_written_only_where_the_bounds_allow_it(tmp_path: Path) -> None:
    write = """
        from pathlib import Path
        for request, _body in channel.requests():
            try:
                Path(request["path"]).write_bytes(b"x")
                channel.send({"event": "written"})
            except OSError as error:
                channel.send({"event": "refused", "number": error.errno})
        """
    told = []
    for bounds in (BOUNDS, replace(BOUNDS, writes_files=True)):
        with child_that(write, bounds=bounds) as child:
            answer = child.ask({"path": str(tmp_path / f"{len(told)}")})
        assert answer is not None
        told.append(answer[0]["event"])
    assert told == ["refused", "written"]


def test_modules_are_noted_compiled_only_where_files_may_be_written() -> None:
    assert command_of("x", writes_files=False) == (sys.executable, "-s", "-B", "-m", "x")
    assert command_of("x", writes_files=True) == (sys.executable, "-s", "-m", "x")


def test_what_a_child_has_started_ends_with_it() -> None:
    begin = """
        import subprocess, sys
        for request, _body in channel.requests():
            other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
            channel.send({"event": "done", "pid": other.pid})
        """
    with child_that(begin) as child:
        answer = child.ask({})
    assert answer is not None
    place = Path(f"/proc/{answer[0]['pid']}/stat")
    for _ in range(3_000):
        if not place.exists() or place.read_text().rpartition(") ")[2][0] == "Z":
            return
        child_that("").close()  # let others run
    pytest.fail("it lives on")


def test_no_other_module_starts_children_to_look_into_things() -> None:
    """Two protocols grew once: work that may go wrong is given to `Child`. Commands and copies start programs of the system."""
    found = {
        str(path.relative_to(ROOT / "ikz_award"))
        for path in (ROOT / "ikz_award").rglob("*.py")
        if "Popen(" in path.read_text(encoding="utf-8") or "setrlimit(" in path.read_text(encoding="utf-8")
    }
    assert {name for name in found if not name.startswith(("cli/", "adapters/copying/"))} == {
        "adapters/sandbox/child.py",
        "adapters/sandbox/parent.py",
    }
