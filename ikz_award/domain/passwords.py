"""Passwords that are guessed first: known words with a year, sequences, and the person's own name.

Length is judged elsewhere. No service outside is asked, and nothing is estimated: what a list of German habits explains does
not count, and enough must be left.
"""

import re
import unicodedata
from collections.abc import Iterable

from ikz_award.domain.wording import message as _

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
    qwertz qwerty qwert asdfgh asdf yxcvbn yxcv zxcvbn abcdef abcde abcd abc xyz
    ichliebedich iloveyou
"""
_LONGEST_FIRST = sorted(set(_WORDS.split()), key=lambda word: (-len(word), word))
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LOOKALIKES = str.maketrans("013457@$!|", "oieastasii")
_DIGITS = re.compile(r"\d+")
_SEQUENCES = ("01234567890123456789", "98765432109876543210")


def password_faults(password: str, *, personal: Iterable[str] = ()) -> tuple[str, ...]:
    """German sentences on what is wrong with `password`; empty when nothing is.

    `personal`: the person's name and e-mail address, in which a guesser would look first.
    """
    folded = _fold(password)
    parts = _parts(personal)
    if any(part in variant for part in parts for variant in (folded, folded.translate(_LOOKALIKES))):
        return (_("Ihr Name und Ihre E-Mail-Adresse dürfen im Passwort nicht vorkommen."),)
    if len(set(folded)) < DISTINCT_CHARACTERS:
        return (_("Das Passwort besteht aus zu wenigen verschiedenen Zeichen."),)
    # With look-alikes read as letters ("P@ssw0rt") and as they are: what explains more counts.
    if min(_unexplained(folded), _unexplained(folded.translate(_LOOKALIKES))) < OWN_CHARACTERS:
        return (
            _(
                "Dieses Passwort ist leicht zu erraten: Es besteht fast nur aus gängigen Wörtern, Jahreszahlen oder "
                "Folgen. Nehmen Sie zum Beispiel vier Wörter, die nichts miteinander zu tun haben."
            ),
        )
    return ()


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(_UMLAUTS)


def _parts(personal: Iterable[str]) -> set[str]:
    """Names of four letters or more; the ending of a domain says nothing about a person."""
    parts: set[str] = set()
    for text in personal:
        local, _, domain = text.rpartition("@") if "@" in text else (text, "", "")
        parts.update(re.split(r"[^a-z0-9]+", _fold(local)))
        parts.update(re.split(r"[^a-z0-9]+", _fold(domain.rpartition(".")[0])) if domain else ())
    return {part for part in parts if len(part) >= 4 and part not in ("mail", "post", "info")}


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
