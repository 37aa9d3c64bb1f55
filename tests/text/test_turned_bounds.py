"""Bounds turned around in words of different kinds, and what a denial has to do with it."""

from __future__ import annotations

import pytest

from tqcheck.text.opposites import find_oppositions


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        ("In seven years it has caught no more than three.", "En siete años ha atrapado a más de tres.", ("en", "es")),
        ("Більш ніж половина човнів стара.", "Almost half of the boats are old.", ("uk", "en")),
        (
            "三百米宽的林带可以把浪高削减一半以上。",
            "A belt of trees can cut the waves by less than half.",
            ("zh", "en"),
        ),
    ],
)
def test_a_bound_of_another_kind_points_the_other_way(source: str, target: str, languages: tuple[str, str]) -> None:
    assert len(find_oppositions(source, target, *languages)) == 1


@pytest.mark.parametrize(
    ("source", "target", "languages"),
    [
        (
            "In seven years it has caught no more than three.",
            "En siete años no ha atrapado más que tres.",
            ("en", "es"),
        ),
        ("Die Wand ist höchstens zwei Meter hoch.", "The wall is not more than two metres high.", ("de", "en")),
    ],
)
def test_a_denial_turns_it_back(source: str, target: str, languages: tuple[str, str]) -> None:
    assert not find_oppositions(source, target, *languages)
