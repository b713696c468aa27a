"""The process that looks into uploads; see `sandbox.py`, which starts it."""

from dataclasses import asdict
from typing import Any

from ikz_award.adapters.sandbox.child import Channel


def clean_in_process(head: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """What the parent asked for: `head["task"]` names it, `data` are the file's bytes.

    Returns the answer and a body, b"" for none. A file that is refused is an answer, too, with a German `message`.
    """
    if head["task"] == "preview":
        from ikz_award.adapters.uploads.pdf.preview import first_page

        return {"event": "preview"}, first_page(data)
    if head["task"] == "compare":
        from ikz_award.adapters.uploads.pdf.preview import picture_difference

        return {"event": "compared", **asdict(picture_difference(data[: head["split"]], data[head["split"] :]))}, b""
    if head["task"] == "toml":
        from ikz_award.adapters.uploads.definitions import toml_fault

        fault = toml_fault(data)
        return ({"event": "toml"} if fault is None else {"event": "no toml", **fault}), b""
    from ikz_award.adapters.uploads.rejection import UploadRejected
    from ikz_award.adapters.uploads.uploads import clean_upload

    try:
        file = clean_upload(filename=head["filename"], data=data, maximum=head["maximum"])
    except UploadRejected as rejection:
        return {"event": "rejected", "message": str(rejection)}, b""
    answer = {"event": "clean", "filename": file.filename, "media_type": file.media_type, "notice": file.notice}
    answer["alterations"] = [one.as_record() for one in file.alterations]
    return answer | {"split": len(file.data)}, file.data + file.preview


def main() -> None:
    """Read one task from standard input, work under its bounds, write one line of JSON and the body to standard output."""
    channel = Channel()
    channel.take_bounds()
    for head, data in channel.requests():
        channel.send(*clean_in_process(head, data))


if __name__ == "__main__":
    main()
