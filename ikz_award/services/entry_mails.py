"""What is written to applicants about their entry. Plain text; nothing in it that was typed into the entry but its title."""

from datetime import datetime

from ikz_award.domain.text import clean_line
from ikz_award.domain.timetable import german_date, utc_to_berlin
from ikz_award.models.entries import Entry, Submission

_GREETING = "Guten Tag,"
_END = (
    "Sie finden den Beitrag nach der Anmeldung unter „Meine Bewerbungen“.\n\n"
    "Mit freundlichen Grüßen\n{organiser}\n\nDiese Nachricht wurde automatisch erstellt."
)


def german_second(instant: datetime) -> str:
    """„4. März 2026, 10:30:07 Uhr“ in Berlin."""
    local = utc_to_berlin(instant)
    return f"{german_date(local.date())}, {local:%H:%M:%S} Uhr"


def receipt_mail(entry: Entry, submission: Submission) -> tuple[str, str]:
    """Subject and body of the receipt."""
    subject = f"Eingangsbestätigung {entry.number}: {clean_line(entry.title)}"
    body = (
        f"{_GREETING}\n\n"
        f"Ihr Beitrag zum {entry.edition.name} ist eingegangen.\n\n"
        f"Nummer:      {entry.number}\n"
        f"Titel:       {clean_line(entry.title)}\n"
        f"Kommune:     {entry.lead.official_name}\n"
        f"Eingegangen: {german_second(submission.received_at)}\n"
        f"Fassung:     {submission.version}\n"
        f"Prüfsumme:   {submission.sha256}\n"
        "             (SHA-256 über den eingereichten Stand mit allen Anlagen)\n\n"
        "Das Kompetenzzentrum prüft nun, ob die Teilnahmebedingungen erfüllt sind, und meldet sich bei Rückfragen.\n\n"
    )
    return subject, body + _END.format(organiser=entry.edition.organiser)


def withdrawal_mail(entry: Entry, *, now: datetime) -> tuple[str, str]:
    """Subject and body after a withdrawal."""
    subject = f"Beitrag {entry.number} zurückgezogen: {clean_line(entry.title)}"
    body = (
        f"{_GREETING}\n\n"
        f"der Beitrag {entry.number} „{clean_line(entry.title)}“ zum {entry.edition.name} wurde am {german_second(now)} "
        "zurückgezogen. Er nimmt am Wettbewerb nicht mehr teil.\n\n"
    )
    return subject, body + _END.format(organiser=entry.edition.organiser)
