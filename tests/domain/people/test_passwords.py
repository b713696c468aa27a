"""Passwords that are guessed first are refused, good ones are not."""

import pytest

from ikz_award.domain.people.passwords import password_faults

ADA = ("Ada Lovelace-Schmidt", "ada.lovelace@stadt-bocholt.de")


@pytest.mark.parametrize(
    "password",
    [
        "Sommer2026!!",
        "Sommer2026!Sommer2026!",
        "S0mmer2026!!",
        "$ommer-2026-Herbst",
        "Herbst.2025.Winter",
        "Frühling2026!",
        "P@ssw0rt12345",
        "Passwort!Passwort!",
        "qwertz123456!",
        "123456789012",
        "000000000000",
        "aaaaaaaaaaaa",
        "abababababab",
        "Willkommen2026",
        "Rathaus#2026#",
        "Dortmund09Dortmund",
        "01.02.1990 Köln",
        "schalke04schalke04",
        "abcdefabcdef1!",
        "Montag,Dienstag",
        "11111111aaaaaa",
        "2024202520262027",
        "Münster-2026!!",
        "Admin_Admin_1",
    ],
)
def test_habits_are_refused(password: str) -> None:
    assert password_faults(password)


@pytest.mark.parametrize(
    "password",
    [
        "korrekt Batterie Heftklammer",
        "Gurke tanzt Fagott 7",
        "vier-Lampen-Dünen-Tau",
        "xT7!kq92Lm#vB4",
        "834920174628",
        "Zwiebelfisch im Moor",
        "Sommerregen auf Blech",
        "wasserturm quarz nebel",
    ],
)
def test_unguessable_passwords_are_taken(password: str) -> None:
    assert password_faults(password, personal=ADA) == ()


@pytest.mark.parametrize(
    "password", ["ich bin Lovelace heute", "L0vel4ce-quarz-nebel", "quarz BOCHOLT nebel turm", "nebel schmidt quarz"]
)
def test_own_name_and_address_are_refused(password: str) -> None:
    (fault,) = password_faults(password, personal=ADA)
    assert "Ihr Name" in fault
    assert password_faults(password.casefold()) == () or "Ihr Name" not in password_faults(password)[0]


def test_short_names_and_domain_endings_do_not_matter() -> None:
    assert password_faults("modernes Adagio Quarz", personal=("Ada", "ada@x.de")) == ()


def test_password_is_judged_like_its_composed_and_decomposed_spelling() -> None:
    assert password_faults("Fru\u0308hling2026!") == password_faults("Frühling2026!") != ()


@pytest.mark.parametrize(
    "password",
    [
        "Landespreis2026!",
        "Kompetenzzentrum2026!",
        "ikz-award-2026!!",
        "Winter2025Winter",
        "qwertzuiopü+",
        "1qaz2wsx3edc",
        "qaywsxedcrfv",
        "qayxswedcvfr",
        "!QAZ2wsx#EDC",
        "zaq12wsxcde3",
        "123qweasdyxc!",
        "Schmetterling1",
        "Kartoffelsalat1",
        "Lieblingsmensch1",
        "MaxMustermann1",
        "Feuerwehr112!",
        "SICHERHEITSGURT",
        "hundhundhund1",
    ],
)
def test_the_service_the_keyboard_and_single_words_are_refused(password: str) -> None:
    assert password_faults(password)


@pytest.mark.parametrize(
    "password", ["h9D0TENztmoo0Q", "nZAOUUStOUYUgZ", "kqzvwmxtrbpl", "wasserturmquarznebel", "3fK9-hTqL-22xZ"]
)
def test_what_a_password_manager_makes_is_taken(password: str) -> None:
    assert password_faults(password) == ()


def test_the_own_organisation_is_refused_but_not_for_the_word_before_its_name() -> None:
    own = ("Städtetag Nordrhein-Westfalen", "Kreis Borken")
    assert "Organisation" in password_faults("quarz Borken nebel turm", personal=own)[0]
    assert password_faults("quarz und Kreis und nebel fagott", personal=own) == ()
