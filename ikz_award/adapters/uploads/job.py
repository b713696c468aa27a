"""The process that looks into uploads; see `sandbox.py`, which starts it."""

import json
import os
import resource
import sys
from dataclasses import asdict
from typing import Any


def set_bounds(bounds: dict[str, Any]) -> None:
    """Bound this process: memory, processor, no files written, no dump of what was uploaded."""
    memory, seconds = int(bounds["memory_bytes"]), int(bounds["cpu_seconds"])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def work(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """What the parent asked for: `head["task"]` names it, `data` are the file's bytes.

    Returns the answer and a body, b"" for none. A file that is refused is an answer, too, with a German `message`.
    """
    if head["task"] == "preview":
        from ikz_award.adapters.uploads.pdf.preview import first_page

        return {"event": "preview"}, first_page(data)
    if head["task"] == "compare":
        from ikz_award.adapters.uploads.pdf.preview import difference

        return {"event": "compared", **asdict(difference(data[: head["split"]], data[head["split"] :]))}, b""
    from ikz_award.adapters.uploads.rejection import UploadRejected
    from ikz_award.adapters.uploads.uploads import clean_upload

    try:
        file = clean_upload(filename=head["filename"], data=data, maximum=head["maximum"])
    except UploadRejected as rejection:
        return {"event": "rejected", "message": str(rejection)}, b""
    answer = {"event": "clean", "filename": file.filename, "media_type": file.media_type, "notice": file.notice}
    answer["alterations"] = [one.as_record() for one in file.alterations]
    return answer | {"size": len(file.data)}, file.data + file.preview


def main() -> None:
    """Read one task from standard input, work under its bounds, write one line of JSON and the body to standard output."""
    from ikz_award.adapters.processes import PARENT, die_with_parent

    die_with_parent(int(os.environ[PARENT]))
    # The answer alone goes out; what libraries print does not mix with it.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    head = json.loads(sys.stdin.buffer.readline())
    set_bounds(head["bounds"])
    answer, body = work(head, sys.stdin.buffer.read())
    answers.write(json.dumps(answer).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    main()
