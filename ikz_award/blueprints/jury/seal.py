"""The chair's half of the seal."""

from flask.typing import ResponseReturnValue

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.shared.sealing import SealForm, post_seal, post_withdrawal, show_seal
from ikz_award.models.seal.seal import SealRole
from ikz_award.web.returned import refused_at


@bp.get("/<slug>/siegel")
def seal(slug: str) -> ResponseReturnValue:
    """For the chair; answers what would be sealed, or is, and who has confirmed (`show_seal`)."""
    return show_seal(slug, SealRole.CHAIR)


@bp.post("/<slug>/siegel")
@refused_at("jury.seal", SealForm)
def confirm_seal(slug: str) -> ResponseReturnValue:
    """For the chair; POST goes through `post_seal`, and redirects to the seal; 422 with what was typed."""
    return post_seal(slug, SealRole.CHAIR)


@bp.post("/<slug>/siegel/zuruecknehmen")
@refused_at("jury.seal")
def withdraw_seal(slug: str) -> ResponseReturnValue:
    """For the chair; POST goes through `post_withdrawal`, which calls `withdraw`, and redirects to the seal."""
    return post_withdrawal(slug, SealRole.CHAIR)
