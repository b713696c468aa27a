"""What static/js/saving.js sends while a juror types: the sheet as a draft, answered for the script, with words for people."""

import secrets

from flask import g
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.forms import typed_sheet
from ikz_award.domain.words.formats import format_clock
from ikz_award.services.jury.sheets.scoring import save_sheet as save_draft
from ikz_award.web.returned import refused_to_script

ELSEWHERE = _("Dieser Bogen wurde inzwischen woanders geändert. Wenn Sie speichern, sehen Sie beides.")


@bp.post("/<slug>/beitraege/<public_id>/bogen/zwischenspeichern")
@refused_to_script(stale=ELSEWHERE, goes_on=True)
def autosave(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may score the entry; POST calls `save_sheet` and answers the new version and key as JSON.

    Else why not: 409 changed elsewhere, 422 not readable yet (`goes_on`: try again), 403 refused.
    """
    saved = save_draft(g.call, entry_id=public_id, typed=typed_sheet())
    return {"version": saved["version"], "time": format_clock(g.now), "key": secrets.token_urlsafe(16)}
