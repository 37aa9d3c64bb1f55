"""One name as two languages of one alphabet spell it, and a letter wrong in it."""

import pytest

from tqcheck.text.name_adaptations import is_adaptation

ONE_NAME = [
    ("Bashar", "Baschar"),
    ("Boguchar", "Bogutšari"),
    ("Gamsakhurdia", "Gamsahhurdia"),
    ("Galicia", "Galiția"),
    ("Orgõzko", "Orgyzko"),
]
A_SLIP = [
    ("Haddad", "Hadad"),
    ("Mahnke", "Manke"),
    ("Akhtar", "Akthar"),
    ("Phoenix", "Pheonix"),
    ("Lithgow", "Litgow"),
    ("Zoran", "Zroan"),
]


@pytest.mark.parametrize(("name", "word"), ONE_NAME)
def test_spellings_of_one_sound_make_no_other_name(name, word):
    assert is_adaptation(name, word)


@pytest.mark.parametrize(("name", "word"), A_SLIP)
def test_a_letter_left_out_doubled_or_exchanged_is_no_spelling(name, word):
    assert not is_adaptation(name, word)
