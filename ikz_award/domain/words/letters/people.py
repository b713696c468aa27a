"""What is written to people about their account, whom they belong to, and who stands in for whom."""

from dataclasses import dataclass
from datetime import date

from ikz_award.domain.words.formats import format_plain_day
from ikz_award.domain.words.letters.frame import CENTRE, Closing, Letter, framed
from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _


def membership_confirmed(*, body: str) -> Letter:
    """Somebody belongs to `body` and can begin."""
    text = _(
        "wir haben bestätigt, dass Sie zu „%(body)s“ gehören. Sie können jetzt Beiträge anlegen und einreichen.", body=body
    )
    return Letter(_("Ihre Zugehörigkeit ist bestätigt"), by_people(text))


def membership_rejected(*, body: str, reason: str) -> Letter:
    """Without a `reason` none is named."""
    note = _("\n\nHinweis dazu:\n\n%(reason)s", reason=reason) if reason else ""
    text = _(
        "wir konnten nicht bestätigen, dass Sie zu „%(body)s“ gehören.%(note)s\n\n"
        "Wenn das ein Irrtum ist, antworten Sie bitte dem Kompetenzzentrum oder wählen Sie in Ihrem Konto "
        "eine andere Kommune.",
        body=body,
        note=note,
    )
    return Letter(_("Ihre Zugehörigkeit wurde nicht bestätigt"), by_people(text))


def locked(*, reason: str) -> Letter:
    """Nobody can log in to the account any more; `reason` is the organiser's."""
    text = _(
        "Ihr Konto ist gesperrt. Sie können sich nicht anmelden; Sitzungen auf allen Geräten sind beendet, und "
        "Links aus früheren E-Mails gelten nicht mehr. Was Sie eingegeben haben, bleibt gespeichert.\n\n"
        "Begründung: %(reason)s\n\nWenn das ein Irrtum ist, wenden Sie sich bitte an das Kompetenzzentrum.",
        reason=reason,
    )
    return Letter(_("Ihr Konto beim Landespreis ist gesperrt"), by_people(text))


def unlocked(*, reason: str) -> Letter:
    """The account is open again."""
    text = _(
        "Ihr Konto ist nicht mehr gesperrt. Sie können sich wieder anmelden, mit demselben Passwort oder "
        "Passkey.\n\nBegründung: %(reason)s",
        reason=reason,
    )
    return Letter(_("Ihr Konto beim Landespreis ist wieder offen"), by_people(text))


def sessions_ended() -> Letter:
    """Logged out everywhere, and links in earlier mails are worthless."""
    text = _(
        "das Kompetenzzentrum hat Sie auf allen Geräten abgemeldet. Links aus früheren E-Mails, etwa zum "
        "Festlegen eines Passworts, gelten nicht mehr. Sie können sich wieder anmelden; wenn jemand anderes Ihr "
        "Passwort kennen könnte, legen Sie bitte mit „Passwort vergessen“ ein neues fest."
    )
    return Letter(_("Ihre Sitzungen beim Landespreis sind beendet"), by_people(text))


def deputyship_rests(*, name: str) -> Letter:
    """To who stands in for `name`, whose account is locked, or whom they stand in for."""
    text = _(
        "das Konto von %(name)s ist gesperrt. Die Vertretung, die zwischen Ihnen eingetragen ist, ruht, bis das "
        "Konto wieder offen ist. Eine andere Vertretung können Sie unter „Mein Konto“ eintragen.",
        name=name,
    )
    return Letter(_("Eine Vertretung ruht: das Konto von %(name)s ist gesperrt", name=name), by_people(text))


def deputyship_goes_on(*, name: str) -> Letter:
    """The same when the account of `name` is open again."""
    text = _(
        "das Konto von %(name)s ist nicht mehr gesperrt. Die Vertretung, die zwischen Ihnen eingetragen ist, "
        "gilt wieder für die eingetragenen Tage.",
        name=name,
    )
    return Letter(_("Eine Vertretung gilt wieder: das Konto von %(name)s ist offen", name=name), by_people(text))


@dataclass(frozen=True, kw_only=True)
class Deputised:
    """`deputy` stands in for `away`, of the organisation `body`, on these days, the last one included."""

    away: str
    deputy: str
    body: str
    starts_on: date
    ends_on: date


def deputy_named(row: Deputised) -> Letter:
    """To both of them."""
    text = _(
        "%(deputy)s vertritt %(away)s (%(body)s) vom %(starts)s bis zum %(ends)s. In dieser Zeit kann %(deputy)s an allen "
        "Beiträgen anderer Kommunen mitwirken, zu denen %(away)s eingeladen ist, mit demselben Recht, und bekommt die "
        "Erinnerungen zu Entwürfen mit.\n\n"
        "Beide können die Vertretung unter „Mein Konto“ jederzeit beenden.",
        **_values(row),
    )
    starts, ends = format_plain_day(row.starts_on), format_plain_day(row.ends_on)
    return Letter(_("Vertretung vom %(starts)s bis zum %(ends)s", starts=starts, ends=ends), by_people(text))


def deputyship_ended(row: Deputised) -> Letter:
    """To both of them: it is over before its last day."""
    text = _(
        "die Vertretung von %(away)s durch %(deputy)s (%(body)s, %(starts)s bis %(ends)s) ist beendet. Wenn das ein Irrtum "
        "ist, kann %(away)s sie unter „Mein Konto“ neu eintragen.",
        **_values(row),
    )
    return Letter(_("Eine Vertretung ist beendet"), by_people(text))


def by_people(text: str) -> Message:
    """A letter of the organiser's people, of no edition."""
    return framed(text, sender=CENTRE, closing=Closing.PEOPLE)


def _values(row: Deputised) -> dict[str, object]:
    return {
        "away": clean_line(row.away),
        "deputy": clean_line(row.deputy),
        "body": row.body,
        "starts": format_plain_day(row.starts_on),
        "ends": format_plain_day(row.ends_on),
    }
