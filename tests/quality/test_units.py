"""Words and their pieces, in scripts with and without spaces."""

import numpy as np
import pytest

from tqcheck.quality.units import at_offsets, units


def cover(text: str, borders: list[tuple[int, int]]) -> list[str]:
    return [text[unit.start : unit.end] for unit in units(text, borders)]


def test_a_word_takes_all_its_pieces_and_marks_stand_alone() -> None:
    text = "unacceptable, to him."
    pieces = [(0, 2), (2, 12), (12, 13), (14, 16), (17, 20), (20, 21)]
    assert cover(text, pieces) == ["unacceptable", ",", "to", "him", "."]
    assert units(text, pieces)[0].pieces == (0, 1)


def test_apostrophes_hyphens_and_decimal_marks_do_not_cut_a_word() -> None:
    text = "l’été d'au-delà 3,5"
    assert cover(text, [(0, len(text))]) == ["l’été", "d'au-delà", "3,5"]


def test_combining_marks_stay_with_their_letters() -> None:
    text = "क्षत्रिय है"
    assert cover(text, [(0, 3), (3, 8), (9, 11)]) == ["क्षत्रिय", "है"]


@pytest.mark.parametrize(
    ("text", "pieces", "words"),
    [
        ("他去了北京。", [(0, 1), (1, 3), (3, 5), (5, 6)], ["他", "去了", "北京", "。"]),
        ("東京へ行く", [(0, 2), (2, 3), (3, 5)], ["東京", "へ", "行く"]),
        ("ฉันรักเธอ", [(0, 3), (3, 6), (6, 9)], ["ฉัน", "รัก", "เธอ"]),
    ],
)
def test_without_spaces_a_piece_is_the_word(text: str, pieces: list[tuple[int, int]], words: list[str]) -> None:
    assert cover(text, pieces) == words


def test_the_worst_piece_decides_over_a_wanted_range() -> None:
    values = np.array([0.1, 0.9, 0.2], np.float32)
    wanted = [(0, 5), (6, 8), (9, 12)]
    scores = at_offsets(wanted, [(0, 3), (3, 5), (6, 8)], values)
    assert scores == pytest.approx([0.9, 0.2, 0.0])
