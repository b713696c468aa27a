"""Passwords that are guessed first: known words with a year, sequences, walks over the keyboard, the person's own names.

Length is judged elsewhere. No service outside is asked. What a list of German habits explains does not count, and enough must
be left; what is published of passwords that were lost elsewhere, `adapters.password_guesses` knows.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ikz_award.domain.words.wording import message as _

OWN_CHARACTERS = 6
DISTINCT_CHARACTERS = 5

# What German speakers build passwords of, folded (ä as ae); longer words are removed before the shorter ones in them.
_WORDS = """
    passwort password kennwort passwd pass geheim geheimnis secret zugang login anmeldung anmelden willkommen welcome benutzer
    user admin administrator gast test testen start standard default master super system
    fruehling fruehjahr sommer herbst winter ostern weihnachten advent karneval fasching urlaub ferien sonne regen schnee
    januar februar maerz april mai juni juli august september oktober november dezember
    montag dienstag mittwoch donnerstag freitag samstag sonntag wochenende feierabend
    hallo guten morgen tag moin servus danke bitte liebe lieber schatz schatzi maus hase engel baby herz
    mama papa mutter vater oma opa familie sohn tochter freund freundin katze hund pferd
    deutschland germany nordrhein westfalen rheinland nrw ruhrgebiet ruhrpott muensterland sauerland siegerland
    koeln duesseldorf dortmund essen duisburg bochum wuppertal bielefeld bonn muenster aachen gelsenkirchen krefeld oberhausen
    hagen hamm leverkusen solingen herne neuss paderborn bottrop recklinghausen remscheid siegen detmold arnsberg berlin hamburg
    schalke borussia bayern fortuna arminia fussball bvb effzeh
    stadt gemeinde kreis landkreis rathaus verwaltung buergermeister landrat kommune ministerium behoerde amt buero arbeit
    landespreis interkommunal zusammenarbeit kooperation wettbewerb bewerbung preis jury ikz mhkbd mhkbg
    computer internet microsoft windows office excel outlook drucker server netzwerk
    andreas michael thomas stefan stephan christian martin peter klaus juergen wolfgang frank markus daniel alexander sebastian
    anna maria sabine petra andrea claudia susanne monika julia katharina stefanie nicole sandra birgit ursula
    kompetenzzentrum kompetenz zentrum interkommunale award nordrheinwestfalen staatskanzlei stadtverwaltung mustermann muster
    sonnenschein schmetterling blume blumen wiese erdbeere kuchen kartoffel salat fahrrad motorrad auto garten haus schule
    prinzessin engelchen baerchen schnecke sternchen elefant tiger loewe delfin spatz lieblingsmensch mensch leben
    feuerwehr polizei mercedes porsche ferrari audi volkswagen liverpool dennis sandra nadine melanie jessica sabrina vanessa
    markus tobias florian sebastian manuela tanja anja heike karin brigitte renate helga werner heinz hans karl guenter
    sicher sicheres neues mein dein unser einfach changeme letmein trustno correcthorsebatterystaple
    eins zwei drei vier fuenf sechs sieben acht neun zehn
    qwertz qwerty qwert asdfgh asdf yxcvbn yxcv zxcvbn abcdef abcde abcd abc xyz
    ichliebedich iloveyou
"""
_LONGEST_FIRST = sorted(set(_WORDS.split()), key=lambda word: (-len(word), word))
# Words in the names of addresses and bodies that say nothing of a person; they count as known words all the same.
_OF_EVERYBODY = frozenset(
    {
        "mail", "post", "info", "stadt", "kreis", "gemeinde", "landkreis", "verband", "zweckverband", "gmbh", "amt", "land",
        "nordrhein", "westfalen",
    }
)  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LOOKALIKES = str.maketrans("013457@$!|", "oieastasii")
_DIGITS = re.compile(r"\d+")
_SEQUENCES = ("01234567890123456789", "98765432109876543210")


# Keys beside each other, of a German and an English keyboard, with what Shift makes of the digits.
_ROWS = (("1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm"), ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"))
_SHIFTED = (str.maketrans('!"§$%&/()=', "1234567890"), str.maketrans("!@#$%^&*()", "1234567890"))
# A password that goes from key to neighbouring key for so much of its way is one of few.
WALKED = 0.7
LONGEST_WORD = 18


def password_faults(password: str, *, personal: Iterable[str] = ()) -> tuple[str, ...]:
    """German sentences on what is wrong with `password`; empty when nothing is.

    `personal`: the person's name, e-mail address and organisations, in which a guesser would look first.
    """
    folded = _fold(password)
    parts = _parts(personal)
    if any(part in variant for part in parts for variant in (folded, folded.translate(_LOOKALIKES))):
        return (_("Ihr Name, Ihre E-Mail-Adresse und der Name Ihrer Organisation dürfen im Passwort nicht vorkommen."),)
    if len(set(folded)) < DISTINCT_CHARACTERS:
        return (_("Das Passwort besteht aus zu wenigen verschiedenen Zeichen."),)
    if is_walk(password):
        return (
            _(
                "Das Passwort folgt den Tasten der Tastatur. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu "
                "tun haben."
            ),
        )
    if is_one_word(password):
        return (
            _(
                "Ein einzelnes Wort ist leicht zu erraten, auch mit Zahlen oder Zeichen davor oder dahinter. Nehmen Sie zum "
                "Beispiel vier Wörter, die nichts miteinander zu tun haben."
            ),
        )
    # With look-alikes read as letters ("P@ssw0rt") and as they are: what explains more counts.
    if min(_unexplained(folded), _unexplained(folded.translate(_LOOKALIKES))) < OWN_CHARACTERS:
        return (
            _(
                "Dieses Passwort ist leicht zu erraten: Es besteht fast nur aus gängigen Wörtern, Jahreszahlen oder "
                "Folgen. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben."
            ),
        )
    return ()


def is_walk(password: str) -> bool:
    """Whether a password mostly goes from a key to one beside it, on either keyboard."""
    return any(_walked(password.casefold().translate(shifted), rows) >= WALKED for rows in _ROWS for shifted in _SHIFTED)


def _walked(text: str, rows: Sequence[str]) -> float:
    """Which part of the steps leads to a neighbour. Each row stands half a key to the right of the one above."""
    places = {key: (column + row / 2, row) for row, keys in enumerate(rows) for column, key in enumerate(keys)}
    steps = [(places.get(one), places.get(other)) for one, other in pairwise(text)]
    near = sum(
        one is not None and other is not None and abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1
        for one, other in steps
    )
    return near / max(1, len(steps))


def is_one_word(password: str) -> bool:
    """Whether there is one run of letters, as words are long, spelt and sounding, and else only digits and signs."""
    runs = re.findall(r"[a-z]+", _fold(password))
    capitals = sum(letter.isupper() for letter in password)
    is_spelt_so = capitals <= 2 or not any(letter.islower() for letter in password)
    if len(runs) != 1 or len(runs[0]) > LONGEST_WORD or not is_spelt_so:
        return False
    vowels = sum(letter in "aeiouy" for letter in runs[0])
    return vowels * 10 >= len(runs[0]) * 3


def guessed_words(personal: Iterable[str] = ()) -> list[str]:
    """What whoever guesses this person's password would try first, for an estimate of how many guesses it takes."""
    return [*_LONGEST_FIRST, *sorted(_parts(personal))]


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_UMLAUTS)


def _parts(personal: Iterable[str]) -> set[str]:
    """Names of four letters or more; the ending of a domain says nothing about a person."""
    parts: set[str] = set()
    for text in personal:
        local, _, domain = text.rpartition("@") if "@" in text else (text, "", "")
        parts.update(re.split(r"[^a-z0-9]+", _fold(local)))
        parts.update(re.split(r"[^a-z0-9]+", _fold(domain.rpartition(".")[0])) if domain else ())
    return {part for part in parts if len(part) >= 4 and part not in _OF_EVERYBODY}


def _unexplained(folded: str) -> int:
    """How many letters and digits are left when known words, years, dates and sequences are taken out."""
    rest = folded
    for word in _LONGEST_FIRST:
        rest = rest.replace(word, " ")
    rest = _DIGITS.sub(lambda run: " " if _is_guessable_number(run[0]) else run[0], rest)
    rest = re.sub(r"(.)\1{2,}", r"\1", rest)
    half = rest[: len(rest) // 2]
    if len(rest) > 1 and rest == half * 2:
        rest = half
    return sum(character.isalnum() for character in rest)


def _is_guessable_number(digits: str) -> bool:
    """Short numbers and years, dates, and runs such as 12345678."""
    if len(digits) <= 4 or len(set(digits)) <= 2:
        return True
    if any(digits in sequence for sequence in _SEQUENCES):
        return True
    is_date = len(digits) in (6, 8) and 1 <= int(digits[:2]) <= 31 and 1 <= int(digits[2:4]) <= 12
    return is_date or re.fullmatch(r"((?:19|20)\d\d){1,8}", digits) is not None
