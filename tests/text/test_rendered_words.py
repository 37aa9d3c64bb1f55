"""A word that could stand for a denial excuses none where the other side renders it by a word of its own."""

from __future__ import annotations

import pytest

from tqcheck.text.negation import read_polarity
from tqcheck.text.rendered_words import without_rendered


def soft_words(source: str, target: str, languages: tuple[str, str]) -> list[str]:
    left, right = read_polarity(source, languages[0]), read_polarity(target, languages[1])
    assert left is not None
    assert right is not None
    kept, _ = without_rendered((left, source, languages[0]), (right, target, languages[1]))
    return [source[start:end] for start, end in kept.soft]


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("de", "Die illegale Brücke ist nie offen."),
        ("ru", "Незаконный мост никогда не открыт."),
        ("zh", "非法的桥从未开放。"),
    ],
)
def test_what_is_rendered_no_longer_denies(language, target):
    assert soft_words("The illegal bridge is open.", target, ("en", language)) == []


def test_what_stands_for_the_negation_stays():
    assert soft_words("He failed to come.", "Er kam nicht.", ("en", "de")) == ["failed"]


def test_a_word_that_the_other_side_denies_is_not_rendered():
    assert soft_words("They disagree.", "Sie stimmen nicht zu.", ("en", "de")) == ["disagree"]


def test_hardly_needs_its_negation():
    source, target = "Mobile phones hardly work.", "携帯電話はほとんどつながらない。"
    assert soft_words(source, target, ("en", "ja")) == ["hardly"]


def test_two_languages_without_a_dictionary_stay_as_they_are():
    assert soft_words("Er weigert sich.", "Il refuse de ne pas venir.", ("de", "fr")) == ["weigert"]
