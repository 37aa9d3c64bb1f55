"""Numbers in words on both sides."""

from __future__ import annotations

import pytest

from tqcheck.text.figure_matching import compare_figures
from tqcheck.text.spelled_figures import find_spelled_conflict


@pytest.mark.parametrize(
    ("languages", "source", "target", "values"),
    [
        (("bs", "en"), "Poplavljeno je jedanaest puta.", "It was flooded ten times.", (11, 10)),
        (("uk", "en"), "Ми чекали тридцять одну годину.", "We waited for thirteen hours.", (31, 13)),
        (("en", "he"), "Fifteen villages were cut off.", "שנים עשר כפרים נותקו.", (15, 12)),
        (("en", "hi"), "Forty people came.", "चौदह लोग आए।", (40, 14)),
    ],
)
def test_another_number_in_words(languages: tuple[str, str], source: str, target: str, values: tuple[int, int]) -> None:
    found = find_spelled_conflict(compare_figures(source, target, *languages), source, target)
    assert found is not None
    assert (found[0].value, found[1].value) == values


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        (("en", "es"), "They walked six miles.", "Caminaron diez kilómetros."),
        (("zh", "en"), "一年多烧十几升油。", "It burned a dozen or so extra litres."),
        (
            ("en", "sr"),
            "In the nineteenth century the valley was poor.",
            "U devetnaestom veku dolina je bila siromašna.",
        ),
        (("en", "de"), "Seven came and three left.", "Fünf kamen, vier gingen."),
    ],
    ids=["units", "about", "century", "several"],
)
def test_what_may_agree(languages: tuple[str, str], source: str, target: str) -> None:
    assert find_spelled_conflict(compare_figures(source, target, *languages), source, target) is None
