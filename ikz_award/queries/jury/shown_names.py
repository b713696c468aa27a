"""What a juror is shown of who stands behind an entry: the one place that knows what "names hidden" takes away.

Hidden are the lead municipality, the partners, and the names of attached files, which applicants often call after their town.
What applicants wrote, titles and the insides of files, is theirs and stays as it is.

Hints of possible bias stay whole, since a juror who does not know of a tie cannot declare it, and bias outweighs anonymity.
They tell no more than they must: a hint names the body the juror is tied to itself, or the district the juror shares with
somebody behind the entry, never another municipality (`domain.jury.bias`). Whoever rules on a denied hint reads it in full for
the
same reason.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from ikz_award.domain.entries.alterations import from_records
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Attachment, Partner
from ikz_award.queries.jury.comparison_opening import opening_of
from ikz_award.queries.permissions.matters import names_matter


@dataclass(frozen=True, kw_only=True)
class ShownNames:
    """Turns names into what may be shown of them; "" and () where they are hidden."""

    are_hidden: bool

    def lead(self, name: str) -> str:
        return "" if self.are_hidden else name

    def partners(self, partners: Iterable[Partner]) -> tuple[str, ...]:
        return () if self.are_hidden else tuple(_partner(one) for one in partners)

    def files(self, attachments: Sequence[Attachment]) -> Mapping[str, str]:
        """Public id → file name, of all attachments of one entry in their order: that order gives the numbers."""
        if not self.are_hidden:
            return {one.public_id: one.filename for one in attachments}
        return {one.public_id: _neutral(one.filename, number) for number, one in enumerate(attachments, start=1)}

    def changes(self, attachment: Attachment) -> tuple[str, ...]:
        """What the file lost when it was uploaded; names that it held (templates, other files) tell the town, too."""
        found = from_records(attachment.alterations)
        return tuple(one.in_words(with_names=not self.are_hidden) for one in found)


def shown_names(session: Session, *, actor: Actor, edition: Edition) -> ShownNames:
    """What `actor` may be shown in `edition` now."""
    matter = names_matter(edition, is_open=opening_of(session, edition_id=edition.id) is not None)
    return ShownNames(are_hidden=not is_allowed(actor, Action.SEE_NAMES, matter))


def _partner(partner: Partner) -> str:
    name = partner.body.official_name if partner.body else partner.name
    return name if partner.country == "DE" else f"{name} ({partner.country})"


def _neutral(filename: str, number: int) -> str:
    extension = filename.rpartition(".")[2].lower()
    return str(_("Anlage %(number)s.%(extension)s", number=number, extension=extension))
