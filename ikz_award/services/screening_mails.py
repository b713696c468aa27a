"""What the applicant is told about the screening of an entry."""

from sqlalchemy import select

from ikz_award.models.accounts import Account
from ikz_award.models.entries import Entry, Submission
from ikz_award.services.intention import Work

GREETING = "Guten Tag,\n\n"
WHERE = (
    "Sie finden den Beitrag nach der Anmeldung unter „Meine Bewerbungen“. Aus Sicherheitsgründen enthält diese Nachricht "
    "keinen Link.\n\n"
)


def tell_excluded(work: Work, entry: Entry, *, reason: str) -> None:
    _tell(
        work,
        entry,
        subject="Ihr Beitrag nimmt nicht teil",
        body=f"Ihr Beitrag {_name(entry)} erfüllt die Teilnahmebedingungen nicht und kann an der Wettbewerbsrunde "
        f"„{entry.edition.name}“ nicht teilnehmen.\n\nBegründung:\n\n{reason}\n\n"
        f"Wenn Sie die Entscheidung für unrichtig halten, wenden Sie sich bitte an das Kompetenzzentrum.\n\n{WHERE}",
    )


def tell_returned(work: Work, entry: Entry, *, remarks: str) -> None:
    _tell(
        work,
        entry,
        subject="Bitte ergänzen Sie Ihren Beitrag",
        body=f"Bei der Vorprüfung Ihres Beitrags {_name(entry)} in der Wettbewerbsrunde „{entry.edition.name}“ sind Fragen "
        f"offengeblieben. Bitte ergänzen Sie:\n\n{remarks}\n\n"
        f"Der Beitrag ist dafür wieder geöffnet. Bitte reichen Sie ihn danach erneut ein.\n\n{WHERE}",
    )


def tell_reopened(work: Work, entry: Entry) -> None:
    _tell(
        work,
        entry,
        subject="Ihr Beitrag wird erneut geprüft",
        body=f"Wir haben den Ausschluss Ihres Beitrags {_name(entry)} in der Wettbewerbsrunde „{entry.edition.name}“ "
        f"zurückgenommen und prüfen ihn erneut. Sie müssen nichts tun; wir melden uns.\n\n{WHERE}",
    )


def _name(entry: Entry) -> str:
    return f"{entry.number} „{entry.title}“"


def _tell(work: Work, entry: Entry, *, subject: str, body: str) -> None:
    """To whoever created the entry and whoever submitted it last: confirmed addresses, not the one typed into the form."""
    last = select(Submission.submitted_by).where(Submission.entry_id == entry.id).order_by(Submission.version.desc()).limit(1)
    people = {entry.created_by, work.session.scalar(last) or entry.created_by}
    for address in work.session.scalars(select(Account.email).where(Account.id.in_(people)).order_by(Account.email)):
        work.send_mail(
            recipient=address,
            # The number, not the title: what people typed has no place in a header.
            subject=f"{subject} ({entry.number})",
            body=f"{GREETING}{body}Freundliche Grüße\n{entry.edition.organiser}\n",
        )
