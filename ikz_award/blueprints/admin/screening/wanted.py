"""What is asked for again of an entry that is returned: the fields ticked, and a remark on each."""

from flask import request

ADOPT, REMARK = "uebernehmen", "remark_"


def wanted_fields() -> list[str]:
    """What was ticked, each once."""
    return list(dict.fromkeys(request.form.getlist("wanted")))


def typed_remarks() -> dict[str, str]:
    """What was written beside the ticks, ticked or not."""
    return {name.removeprefix(REMARK): words for name, words in request.form.items() if name.startswith(REMARK)}
