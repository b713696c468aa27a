"""The organiser's half of the seal, and the sealed versions as files."""

from flask import g
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.shared.sealing import SealForm, post_seal, post_withdrawal, show_seal
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.seal.verification import spelled
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.seal.seal import SealRole
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.seal.seal import envelope_of, sealed_version
from ikz_award.services.entries.attachments.attachments import Download
from ikz_award.web.downloads import attachment_response
from ikz_award.web.returned import refused_at


@bp.get("/runden/<slug>/siegel")
def seal(slug: str) -> ResponseReturnValue:
    """For the organiser; answers what would be sealed, or is, and who has confirmed (`show_seal`)."""
    return show_seal(slug, SealRole.ORGANISER)


@bp.post("/runden/<slug>/siegel")
@refused_at("admin.seal", SealForm)
def confirm_seal(slug: str) -> ResponseReturnValue:
    """For the organiser; POST goes through `post_seal`, with one's password, and redirects to the seal."""
    return post_seal(slug, SealRole.ORGANISER)


@bp.post("/runden/<slug>/siegel/zuruecknehmen")
@refused_at("admin.seal")
def withdraw_seal(slug: str) -> ResponseReturnValue:
    """For the organiser; POST goes through `post_withdrawal` and redirects to the seal."""
    return post_withdrawal(slug, SealRole.ORGANISER)


@bp.get("/runden/<slug>/siegel/<int:version>/ergebnis.json")
def sealed_result(slug: str, version: int) -> ResponseReturnValue:
    """For who seals as organiser; answers a sealed version as JSON, with hash and signature; 404 where there is none."""
    edition = g.edition
    require(g.actor, Action.SEAL_AS_ORGANISER, edition_matter(edition))
    found = sealed_version(db.session(), edition=edition, version=version)
    if found is None:
        raise NotFound
    name = f"ergebnis-{edition.slug}-{version}.json"
    return attachment_response(Download(filename=name, media_type="application/json", data=spelled(envelope_of(found))))
