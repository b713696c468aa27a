"""What static/js/saving.js sends while a juror types: the sheet as a draft, answered for the script, with words for people."""

import secrets

from flask import g
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.forms import typed_sheet
from ikz_award.domain.words.errors import Invalid, Refused, StaleVersion
from ikz_award.domain.words.formats import format_clock
from ikz_award.extensions import translated
from ikz_award.services.jury.sheets.scoring import save_sheet as save_draft


@bp.post("/<slug>/beitraege/<public_id>/bogen/zwischenspeichern")
def autosave(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may score the entry; POST calls `save_sheet` and answers the new version and key as JSON.

    Else why not: 409 changed elsewhere, 422 not readable yet (`goes_on`: try again), 403 refused.
    """
    try:
        saved = save_draft(g.call, entry_id=public_id, typed=typed_sheet())
    except StaleVersion:
        return {"message": _("Dieser Bogen wurde inzwischen woanders geändert. Wenn Sie speichern, sehen Sie beides.")}, 409
    except Invalid as refusal:
        # Half a number, most of the time: the next key may mend it.
        first = translated(next(iter(refusal.errors.values())))
        return {"message": _("Noch nicht gespeichert: %(fault)s", fault=first), "goes_on": True}, 422
    except Refused as refusal:
        return {"message": translated(refusal.message)}, 403
    return {"version": saved["version"], "time": format_clock(g.now), "key": secrets.token_urlsafe(16)}
