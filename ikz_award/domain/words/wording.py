"""Sentences for people, made where no request and no language is known, and put into words again where one is."""

from collections.abc import Callable, Mapping


class Message(str):
    """The German sentence, which remembers the pattern and the values it was made from, so that it can be translated.

    As a plain string it is German, the source language. `extensions.translated` puts it into the language of the reader.
    """

    __slots__ = ("number", "patterns", "values")

    patterns: tuple[str, ...]  # one, or singular and plural
    values: Mapping[str, object]
    number: int | None

    def __new__(cls, patterns: tuple[str, ...], values: Mapping[str, object], number: int | None = None) -> "Message":
        chosen = patterns[0 if number in (None, 1) else -1]
        self = super().__new__(cls, chosen % values if values else chosen)
        self.patterns, self.values, self.number = patterns, values, number
        return self

    def said(self, gettext: Callable[[str], str], ngettext: Callable[[str, str, int], str]) -> str:
        """The sentence from a catalogue, messages among the values included."""
        values = {
            name: value.said(gettext, ngettext) if isinstance(value, Message) else value for name, value in self.values.items()
        }
        singular, plural = self.patterns[0], self.patterns[-1]
        pattern = gettext(singular) if self.number is None else ngettext(singular, plural, self.number)
        return pattern % values if values else pattern

    def __reduce__(self) -> tuple[object, ...]:
        return Message, (self.patterns, self.values, self.number)


def message(pattern: str, **values: object) -> Message:
    """A sentence of `pattern`, "Bitte ein Jahr ab %(year)s angeben."; imported as `_`, as which the catalogues find it.

    Values are put in as they are (a `Message` among them is translated with the rest): dates and numbers come formatted.
    Raises `KeyError` for a value that is missing.
    """
    return Message((pattern,), values)


def messages(singular: str, plural: str, count: int, **values: object) -> Message:
    """As `message`, by number: `messages("%(num)s Beitrag", "%(num)s Beiträge", 3)`; imported as `ngettext`."""
    return Message((singular, plural), {"num": count, **values}, count)
