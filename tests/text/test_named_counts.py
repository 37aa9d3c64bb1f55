"""Counts that the other side names without a figure are no lost numbers; another count still is one."""

from __future__ import annotations

import pytest

from tqcheck.text.figure_matching import compare_figures
from tqcheck.text.spelled_figures import find_spelled_conflict

NAMED = [
    ("ja", "en", "宿泊客全員を3階に上げた。", "She got all the guests up to the top floor."),
    ("en", "de", "The office is on the 3rd floor.", "Das Büro liegt im obersten Stock."),
    ("en", "ru", "They live on the 5th floor.", "Они живут на последнем этаже."),
    ("ar", "en", "يسكن في الطابق الثاني، 2 طابق", "He lives on the upper floor."),
    ("ja", "en", "料金は1泊2食付きで1人9800円。", "The price is 9,800 yen a night, with dinner and breakfast."),
    ("ja", "en", "工事は2028年度末に終わる。", "The work will be done by March 2029."),
    ("en", "ar", "They lost 5–0 there.", "خسروا هناك بخمسة أهداف دون رد."),
    ("en", "ru", "They won 3-0.", "Они победили всухую, забив 3 мяча."),
    ("en", "pl", "He left an IOU for 14 pints of milk.", "Zostawił rewers na osiem litrów mleka."),
    (
        "en",
        "cs",
        "Every evening she boards the 7.40 with two bags.",
        "Každý večer nasedne na vlak v 19.40 se dvěma vaky.",
    ),
    ("en", "bs", "He expected me to do a U-turn.", "Očekivao je da se okrenem za 180 stepeni."),
]


@pytest.mark.parametrize(("source_language", "target_language", "source", "target"), NAMED)
def test_a_named_count_is_answered(source_language: str, target_language: str, source: str, target: str) -> None:
    found = compare_figures(source, target, source_language, target_language)
    assert (found.missing, found.extra) == ((), ())


LOST = [
    ("ja", "en", "宿泊客全員を3階に上げた。", "She got all the guests up in time."),
    ("ja", "en", "工事は2028年度末に終わる。", "The work will be done by March 2039."),
    ("en", "ar", "They lost 5–0 there.", "خسروا هناك بخمسة أهداف."),
    ("en", "ru", "The band plays 15 songs on the top floor.", "Группа играет песни на последнем этаже."),
]


@pytest.mark.parametrize(("source_language", "target_language", "source", "target"), LOST)
def test_another_count_is_still_missed(source_language: str, target_language: str, source: str, target: str) -> None:
    found = compare_figures(source, target, source_language, target_language)
    assert found.missing


@pytest.mark.parametrize(("hour", "differs"), [("десятого", False), ("одиннадцатого", True)])
def test_minutes_of_the_next_hour_are_minutes_past_this_one(hour: str, differs: bool) -> None:
    source, target = "At ten past nine a lorry comes.", f"В десять минут {hour} приезжает грузовик."
    found = compare_figures(source, target, "en", "ru")
    assert bool(find_spelled_conflict(found, source, target)) is differs
