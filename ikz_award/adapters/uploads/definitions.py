"""Whether a TOML file can be read, found out in a process of its own: some that are small take a parser hours."""

import errno

from ikz_award.adapters.sandbox.parent import MEBIBYTE, Bounds, Child, Ended
from ikz_award.adapters.uploads.sandbox import COMMAND, CheckInterrupted

# A whole edition takes a hundredth of it.
BOUNDS = Bounds(wall_seconds=10, cpu_seconds=2, memory_bytes=512 * MEBIBYTE)


class NoToml(Exception):  # noqa: N818 - what the file is, not what went wrong with us
    """It is none from `line` and `column` on, both from 1; None where no place can be named."""

    def __init__(self, line: int | None = None, column: int | None = None) -> None:
        super().__init__(line, column)
        self.line, self.column = line, column


def check_toml(data: bytes) -> None:
    """Return for what a parser reads within its bounds. Raises `NoToml`; `CheckInterrupted` where nobody can tell."""
    with Child(COMMAND, bounds=BOUNDS) as child:
        answer = child.ask({"task": "toml"}, data)
        how = None if answer is not None else child.how_it_ended()[0]
    if how is Ended.OUTSIDE:
        raise CheckInterrupted(errno.ENOMEM, "the process that looks into an upload was ended from outside")
    if answer is None:
        raise NoToml
    event, _body = answer
    if event["event"] == "no toml":
        raise NoToml(event["line"], event["column"])


def toml_fault(data: bytes) -> dict[str, int | None] | None:
    """In the child: where the file cannot be read, None for one that can be."""
    import re
    import tomllib

    try:
        tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # also what is no UTF-8, and numbers of thousands of digits
        if place := re.search(r"\(at line (\d+), column (\d+)\)\Z", str(error)):
            return {"line": int(place[1]), "column": int(place[2])}
        is_cut_off = str(error).endswith("(at end of document)")
        return {"line": data.count(b"\n") + 1 if is_cut_off else None, "column": 1 if is_cut_off else None}
    return None
