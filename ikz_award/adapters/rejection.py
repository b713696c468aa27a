"""How a file is turned down; a module of its own, so that every kind of check can say it."""


class UploadRejected(Exception):  # noqa: N818 - an answer, not a defect
    """The file is not taken; the message says why and what to do, in German."""
