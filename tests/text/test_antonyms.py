"""Opposites by the bilingual dictionary."""

from __future__ import annotations

import pytest

from tqcheck.text.antonyms import find_antonyms


@pytest.mark.parametrize(
    ("languages", "source", "target", "words"),
    [
        (("ru", "en"), "Завод закончил год с дефицитом.", "The plant ended the year with a profit.", ("дефицитом", "profit")),
        (("en", "hr"), "The trap was full that morning.", "Zamka je tog jutra bila prazna.", ("full", "prazna")),
        (("en", "de"), "The judge found him guilty at once.", "Der Richter fand ihn sofort unschuldig.", ("guilty", "unschuldig")),
        (("sv", "en"), "Ön förlorar en meter om året.", "The island gains a metre a year.", ("förlorar", "gains")),
    ],
)  # fmt: skip
def test_the_opposite_is_seen(languages: tuple[str, str], source: str, target: str, words: tuple[str, str]) -> None:
    found = [
        (source[slice(*one.source)], target[slice(*one.target)]) for one in find_antonyms(source, target, *languages)
    ]
    assert found == [words]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (("en", "de"), "The hall was not full.", "Der Saal war leer."),
        (("ru", "en"), "Завод закончил год без прибыли.", "The plant ended the year with a deficit."),
        (("en", "hr"), "The trap was full, the bucket empty.", "Zamka je bila puna, a kanta prazna."),
        (("fr", "de"), "La salle était pleine.", "Der Saal war leer."),
    ],
    ids=["denied", "without", "both", "no dictionary between the two"],
)
def test_what_is_denied_or_said_elsewhere_is_no_opposite(languages: tuple[str, str], source: str, target: str) -> None:
    assert list(find_antonyms(source, target, *languages)) == []
