"""A name keeps its consonants from script to script."""

from __future__ import annotations

import pytest

from tqcheck.align.skeleton import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Putin", "Путин"),
        ("Trump", "Трамп"),
        ("Reuters", "Ројтерс"),
        ("Papadopoulos", "Παπαδόπουλος"),
        ("Berlin", "ברלין"),
    ],
)
def test_one_name_in_two_scripts_has_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one)[:4] == skeleton(other)[:4]


def test_other_names_have_other_skeletons_and_han_has_none() -> None:
    assert skeleton("Putin") != skeleton("Trump")
    assert skeleton("北京") == ""
