"""Names in another case, and common words with what Arabic and Hebrew write onto them."""

import pytest

from tqcheck.text.document_names import DocumentNames
from tqcheck.text.inflected_names import is_case_form
from tqcheck.text.name_pair import NamePair
from tqcheck.text.name_words import words_of
from tqcheck.text.unvowelled import is_unvowelled
from tqcheck.text.written_onto import is_written_onto


@pytest.mark.parametrize(
    ("name", "word", "language"),
    [
        ("Ravnom", "Ravni", "sr"),
        ("Равном", "Ravni", "sr"),
        ("Černého", "Černý", "cs"),
        ("Kowalskiego", "Kowalski", "pl"),
        ("Тютчева", "Tyutchev", "ru"),
        ("Фадеева", "Fadeyeva", "ru"),
        ("Бондара", "Bondar", "uk"),
        ("Щербаков", "Shterbakov", "bg"),
    ],
)
def test_a_name_in_another_case(name: str, word: str, language: str) -> None:
    """The ending of an adjective changes, that of a noun is left out."""
    assert is_case_form(name, word, language)


@pytest.mark.parametrize(
    ("name", "word", "language"),
    [
        ("Ravnom", "Ramni", "sr"),
        ("Тютчева", "Tyutshev", "ru"),
        ("Тютчева", "Tyut", "ru"),
        ("Ravnom", "Ravni", "de"),
        ("Шевченко", "Shevchonko", "uk"),
    ],
)
def test_another_letter_is_no_case(name: str, word: str, language: str) -> None:
    """A wrong letter inside, or more left out than an ending."""
    assert not is_case_form(name, word, language)


def test_what_is_written_onto_a_word() -> None:
    """His shop, in a moshav; names that begin or end as if something were: Putin, Barack, Rihanna, Clinton, Sharon."""
    assert all(is_written_onto(word, "ar") for word in ("دكانه", "لافتاته", "نصحتها", "ببرنامج"))
    assert all(is_written_onto(word, "he") for word in ("במושב", "שאמרו"))
    assert not any(is_written_onto(word, "ar") for word in ("بوتين", "باراك", "ريحانا", "كلينتون"))
    assert not any(is_written_onto(word, "he") for word in ("שרון", "בגין", "הריס"))
    assert not is_written_onto("दुकान", "hi")


def test_a_name_written_without_vowels() -> None:
    """عمر is Omar and a life; another name in its place has other consonants, and far away it is another word."""
    source = "حفيده عمر طالب الهندسة أحصى 412 لافتة"

    def found(target: str, name: str) -> bool:
        pair = NamePair(source, target, "ar", "en", DocumentNames())
        return is_unvowelled(next(word for word in words_of(target) if word.text == name), pair)

    assert found("His grandson Omar, a student, has counted 412 signs", "Omar")
    assert not found("His grandson Khalid, a student, has counted 412 signs", "Khalid")
    assert not found("His grandson, a student, has counted 412 signs of Omar", "Omar")
