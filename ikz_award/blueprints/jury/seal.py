"""The chair's half of the seal."""

from flask.typing import ResponseReturnValue

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.shared.sealing import post_seal, post_withdrawal, show_seal
from ikz_award.models.seal.seal import SealRole


@bp.get("/<slug>/siegel")
def seal(slug: str) -> ResponseReturnValue:
    return show_seal(slug, SealRole.CHAIR)


@bp.post("/<slug>/siegel")
def confirm_seal(slug: str) -> ResponseReturnValue:
    return post_seal(slug, SealRole.CHAIR)


@bp.post("/<slug>/siegel/zuruecknehmen")
def withdraw_seal(slug: str) -> ResponseReturnValue:
    return post_withdrawal(slug, SealRole.CHAIR)
