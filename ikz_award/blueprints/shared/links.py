"""Links that let somebody in, made from this application's secret."""

from flask import current_app

from ikz_award.services.entries.rights import InvitationLinks


def invitation_links() -> InvitationLinks:
    """Makes links that let somebody into an entry: from the configured base URL, signed with this application's secret."""
    return InvitationLinks(base_url=current_app.config["BASE_URL"], secret=current_app.config["SECRET_KEY"])
