"""Coverage says what a segment's partners leave unexplained, whatever its length."""

from __future__ import annotations

import numpy as np

from tqcheck.align.coverage import Coverage, Pieces, compare_coverage, weigh_pieces

WIDTH = 64


def segment(*words: int) -> Pieces:
    """Pieces whose vectors are unit axes: equal numbers are translations of each other."""
    return Pieces(np.eye(WIDTH, dtype=np.float32)[list(words)], np.full(len(words), 6.0, np.float32))


SOURCE = [segment(1, 2, 3, 4), segment(5, 6, 7, 8), segment(9, 10, 11, 12)]


def total(coverage: Coverage, row: int, height: int, first: int, width: int) -> float:
    return float(coverage.score(range(row, row + height), np.array([first]), np.array([first + width]))[0])


def test_translations_are_covered_and_strangers_are_not() -> None:
    coverage = compare_coverage(SOURCE, [segment(1, 2, 3, 4), segment(5, 6, 7, 8), segment(20, 21, 22, 23)])
    assert total(coverage, 0, 1, 0, 1) > 5
    assert total(coverage, 2, 1, 2, 1) < 0


def test_merging_pays_only_where_the_neighbour_explains_something() -> None:
    halves = compare_coverage(SOURCE, [segment(1, 2), segment(3, 4), segment(5, 6, 7, 8), segment(9, 10, 11, 12)])
    assert total(halves, 0, 1, 0, 2) > total(halves, 0, 1, 0, 1)
    orphan = compare_coverage(SOURCE, [segment(1, 2, 3, 4), segment(30, 31), segment(5, 6, 7, 8), segment(9, 10)])
    assert total(orphan, 0, 1, 0, 2) < total(orphan, 0, 1, 0, 1)


def test_two_source_segments_cover_one_target_segment() -> None:
    coverage = compare_coverage(SOURCE, [segment(1, 2, 3, 4, 5, 6, 7, 8), segment(9, 10, 11, 12)])
    assert total(coverage, 0, 2, 0, 1) > total(coverage, 0, 1, 0, 1)


def test_a_part_keeps_its_evidence_and_a_new_neighbour_counts_as_the_better_of_two() -> None:
    coverage = compare_coverage(SOURCE, [segment(1, 2, 3, 4), segment(5, 6, 7, 8), segment(9, 10, 11, 12)])
    part = coverage.take([0, 2], [0, 2])
    assert total(part, 1, 1, 1, 1) == total(coverage, 2, 1, 2, 1)
    assert part.source[1][0, 0] == coverage.source[0][0, 0]


def test_rare_words_weigh_more_than_common_ones_and_marks_nothing() -> None:
    texts = ["дом, дом", "дом", "река"]
    offsets = [[(0, 3), (3, 4), (5, 8)], [(0, 3)], [(0, 4)]]
    found = [(place, np.ones((len(place), WIDTH), np.float32)) for place in offsets]
    pieces = weigh_pieces(texts, found, np.zeros(WIDTH, np.float32))
    assert pieces[0].weights[1] == 0
    assert pieces[2].weights[0] > pieces[1].weights[0] > 0


def test_a_segment_without_pieces_neither_breaks_nor_matches() -> None:
    empty = weigh_pieces([""], [([], np.zeros((0, WIDTH), np.float32))], np.zeros(WIDTH, np.float32))[0]
    coverage = compare_coverage([*SOURCE, empty], [empty, *SOURCE])
    assert np.isfinite(np.stack([*coverage.source, *coverage.target])).all()
    assert total(coverage, 3, 1, 0, 1) == 0
