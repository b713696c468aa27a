"""The child's end of `parent`: what each process of its own begins with, before it imports anything large."""

import errno
import json
import os
import resource
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from ikz_award.adapters.processes import PARENT, die_with_parent

SHORTAGES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE})
"""The disk's fault, or the machine's, and not the work's. What libraries say of a document has no such number."""


class Channel:
    """Made first of all. The answers alone go out on it; what libraries print does not mix with them."""

    def __init__(self) -> None:
        die_with_parent(int(os.environ[PARENT]))
        self._answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def take_bounds(self) -> None:
        """Bound this process as the first message says: processor, memory, files, and no dump of what it works on."""
        bounds = json.loads(sys.stdin.buffer.readline())
        memory, seconds = bounds["memory_bytes"], bounds["cpu_seconds"]
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if not bounds["writes_files"]:
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    def requests(self) -> Iterator[tuple[dict[str, Any], bytes]]:
        """Each request with its bytes, until there are no more."""
        while line := sys.stdin.buffer.readline():
            request = json.loads(line)
            yield request, sys.stdin.buffer.read(request.pop("size"))

    def send(self, event: Mapping[str, Any], body: bytes = b"") -> None:
        """Answer, or tell of progress; `event["event"]` is its name."""
        self._answers.write(json.dumps({**event, "size": len(body)}).encode() + b"\n" + body)
        self._answers.flush()
