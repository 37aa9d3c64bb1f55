"""Misspelt names: one slip behind the first letter, by the letters where both sides keep them, by the sounds where the scripts differ."""

from random import Random

import pytest

from corpora.generators.name_errors import misspellings
from corpora.generators.name_forms import likeness

ALPHABET = frozenset(
    "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщэюяабتثجحخدذرزسشصضطظعغفقكلمنهويбहकगचजटडतदनपबमरलस"
)


@pytest.mark.parametrize(
    ("word", "said", "kept"),
    [
        ("Vinsonin", "Vinson", True),
        ("Веласкесом", "Velasquez", False),
        ("بالدوين", "Baldwin", False),
        ("मेंडोज़ा", "Mendoza", False),
        ("卡瓦诺", "Kavanaugh", False),
        ("メンドーサ", "Mendoza", False),
    ],
)
def test_every_slip_is_a_wrong_spelling(word, said, kept):
    found = {bad for seed in range(20) for bad in misspellings(word, said, kept, Random(seed), ALPHABET)}
    assert len(found) > 3
    assert all(bad != word and bad[0] == word[0] and abs(len(bad) - len(word)) < 4 for bad in found)
    if kept:
        assert all(bad.endswith("nin") for bad in found), "the ending stays"
    else:
        assert all(likeness(bad, said) < likeness(word, said) for bad in found), (
            "each moves away from the name's sounds"
        )


def test_no_slip_that_is_another_spelling():
    found = {bad for seed in range(60) for bad in misspellings("Theresa", "Theresa", True, Random(seed), ALPHABET)}
    assert "Teresa" not in found
    found = {bad for seed in range(60) for bad in misspellings("Филлипс", "Phillips", False, Random(seed), ALPHABET)}
    assert "Филипс" not in found, "a doubled letter that some languages write once"
