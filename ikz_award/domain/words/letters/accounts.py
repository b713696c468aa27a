"""What the account pages write: to confirm an address, to set a password, and that something about the account changed."""

from ikz_award.domain.words.letters.frame import Closing, Letter, framed
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _

SENDER = _("Landespreis für innovative interkommunale Zusammenarbeit")
NOT_ASKED_FOR = _("Haben Sie das nicht angefordert, löschen Sie diese E-Mail einfach.")


def welcome(*, link: str, home: str) -> Letter:
    """To a new account; `link`: where its address is confirmed. `home` in all of them: the address of the first page."""
    text = _(
        "mit dieser E-Mail-Adresse wurde ein Konto beim Landespreis für innovative interkommunale Zusammenarbeit angelegt.\n\n"
        "Bitte bestätigen Sie Ihre Adresse. Öffnen Sie dazu diesen Link und drücken Sie dort auf „E-Mail-Adresse bestätigen“:"
        "\n\n%(link)s\n\nDanach melden Sie sich an und wählen Ihre Kommune aus.\n\nHaben Sie sich nicht registriert, löschen "
        "Sie diese E-Mail einfach. Ohne Bestätigung bleibt das Konto unbenutzbar.",
        link=link,
    )
    return Letter(_("Ihre Registrierung beim Landespreis"), _by_program(text, home))


def welcome_existing(*, confirm: str, login: str, reset: str, home: str) -> Letter:
    """To who has an account already; `confirm` is empty where the address is confirmed, else it stands instead of `login`."""
    there = (
        _("Ihre Adresse ist noch nicht bestätigt. Das holen Sie auf dieser Seite nach:\n\n%(link)s", link=confirm)
        if confirm
        else _("Hier melden Sie sich an:\n\n%(link)s", link=login)
    )
    text = _(
        "jemand, vielleicht Sie selbst, wollte mit dieser E-Mail-Adresse ein Konto beim Landespreis anlegen. Sie haben aber "
        "schon eines.\n\n%(there)s\n\nHaben Sie Ihr Passwort vergessen? Mit diesem Link legen Sie ein neues fest:\n\n%(reset)s"
        "\n\nWaren Sie das nicht, brauchen Sie nichts zu tun. Ihr Konto ist unverändert.",
        there=there,
        reset=reset,
    )
    return Letter(_("Ihre Registrierung beim Landespreis"), _by_program(text, home))


def address_to_confirm(*, link: str, within: str, home: str) -> Letter:
    """The link once more; `within` in all of them: how long it is good, in words ("24 Stunden")."""
    text = _(
        "bitte bestätigen Sie Ihre E-Mail-Adresse. Öffnen Sie dazu diesen Link und drücken Sie dort auf „E-Mail-Adresse "
        "bestätigen“:\n\n%(link)s\n\nEr gilt %(within)s. Danach können Sie sich auf der Seite zur Anmeldung einen neuen "
        "schicken lassen.\n\n%(unasked)s",
        link=link,
        within=within,
        unasked=NOT_ASKED_FOR,
    )
    return Letter(_("Bitte bestätigen Sie Ihre E-Mail-Adresse"), _by_program(text, home))


def new_address_to_confirm(*, link: str, within: str, home: str) -> Letter:
    """To the address that an account is to have."""
    text = _(
        "auf dieser Seite bestätigen Sie, dass Ihr Konto beim Landespreis künftig zu dieser E-Mail-Adresse gehört:\n\n%(link)s"
        "\n\nDer Link gilt %(within)s. Bis Sie dort bestätigen, gilt Ihre bisherige Adresse.\n\n%(unasked)s",
        link=link,
        within=within,
        unasked=NOT_ASKED_FOR,
    )
    return Letter(_("Bitte bestätigen Sie Ihre neue E-Mail-Adresse"), _by_program(text, home))


def address_changed(*, old: str, new: str, home: str) -> Letter:
    """To the `old` address, so that whoever lost the account this way can say so."""
    text = _(
        "Ihr Konto beim Landespreis gehört jetzt zu %(new)s, nicht mehr zu %(old)s. An diese Adresse hier schreiben wir nicht "
        "mehr.\n\nWaren Sie das nicht? Dann wenden Sie sich bitte sofort an das Kompetenzzentrum.",
        old=old,
        new=new,
    )
    return Letter(_("Ihre E-Mail-Adresse beim Landespreis wurde geändert"), _by_program(text, home))


def password_to_set(*, link: str, within: str, home: str) -> Letter:
    """To who has forgotten a password, or somebody who says so."""
    text = _(
        "für Ihr Konto wurde ein neues Passwort angefordert. Mit diesem Link legen Sie es fest:\n\n%(link)s\n\n"
        "Er gilt %(within)s und nur einmal.\n\nHaben Sie das nicht angefordert, brauchen Sie nichts zu tun. Ihr bisheriges "
        "Passwort gilt weiter.",
        link=link,
        within=within,
    )
    return Letter(_("Neues Passwort festlegen"), _by_program(text, home))


def password_set(*, forgotten: str, home: str) -> Letter:
    """A link in a mail set the password; `forgotten`: where another is asked for."""
    text = _(
        "das Passwort Ihres Kontos wurde soeben über einen Link in einer E-Mail neu festgelegt. Alle Sitzungen wurden beendet."
        "\n\nWaren Sie das nicht? Dann hat jemand Zugang zu Ihrem Postfach. Sichern Sie es und legen Sie ein neues Passwort "
        "fest:\n\n%(link)s",
        link=forgotten,
    )
    return Letter(_("Ihr Passwort wurde zurückgesetzt"), _by_program(text, home))


def password_changed(*, forgotten: str, home: str) -> Letter:
    """Somebody logged in changed the password; `forgotten`: where another is asked for."""
    text = _(
        "das Passwort Ihres Kontos wurde soeben geändert. Auf allen anderen Geräten wurden Sie abgemeldet.\n\n"
        "Waren Sie das nicht? Dann legen Sie sofort ein neues Passwort fest:\n\n%(link)s",
        link=forgotten,
    )
    return Letter(_("Ihr Passwort wurde geändert"), _by_program(text, home))


def passkey_added(*, name: str, home: str) -> Letter:
    """Somebody set up a passkey, called `name`."""
    text = _(
        "für Ihr Konto beim Landespreis wurde ein Passkey namens „%(name)s“ eingerichtet. Wer ihn hat, kann sich damit "
        "anmelden.\n\nWaren Sie das nicht? Dann entfernen Sie ihn bitte in Ihrem Konto unter „Passkeys“ und ändern Sie Ihr "
        "Passwort.",
        name=name,
    )
    return Letter(_("Ein Passkey für Ihr Konto wurde eingerichtet"), _by_program(text, home))


def _by_program(text: Message, home: str) -> Message:
    return framed(text, sender=_("%(name)s\n%(home)s", name=SENDER, home=home), closing=Closing.ACCOUNT)
