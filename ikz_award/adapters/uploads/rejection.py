"""How the checks of an upload say no."""


class UploadRejected(Exception):  # noqa: N818 - an answer, not a defect
    """The file is not taken; the message says why and what to do, in German."""
