"""What the pages are called whose words are the organiser's."""

from flask_babel import lazy_gettext as lazy

from ikz_award.domain.words.site_texts import SiteText

TITLES = {
    SiteText.IMPRINT: lazy("Impressum"),
    SiteText.PRIVACY: lazy("Datenschutz"),
    SiteText.ACCESSIBILITY: lazy("Erklärung zur Barrierefreiheit"),
    SiteText.HELP: lazy("Hilfe und Kontakt"),
}
