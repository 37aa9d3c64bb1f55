"""Every word is carried once: what an added phrase finds is taken, and what moved to the next sentence is no loss."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.shares import Words, pool_units, share_out
from tqcheck.model import Span

AXES = 64


def words(*meanings: int) -> Words:
    """Words whose vectors are those of their meanings."""
    spans = [Span(3 * place, 3 * place + 2) for place in range(len(meanings))]
    return spans, np.eye(AXES, dtype=np.float32)[list(meanings)]


def told(source: Sequence[Words], target: Sequence[Words]) -> list[tuple[list[float], list[float]]]:
    return [
        ([word.share for word in one.source], [word.share for word in one.target]) for one in share_out(source, target)
    ]


def test_words_that_render_each_other_are_carried_and_others_are_not():
    ((source, target),) = told([words(1, 2, 3)], [words(1, 2, 3, 9)])
    assert min(source) > 0.8
    assert min(target[:3]) > 0.8
    assert target[3] < 0.2


def test_a_word_said_twice_is_carried_once():
    ((_, target),) = told([words(1, 2)], [words(1, 2, 2)])
    assert target[0] > 0.8
    assert sum(target[1:]) < 1.4


def test_a_clause_that_moved_to_the_next_sentence_is_carried():
    source, target = [words(1, 2, 3, 4, 5), words(6, 7)], [words(1, 2, 3), words(4, 5, 6, 7)]
    (moved, _), _ = told(source, target)
    assert min(moved) > 0.8


def test_sides_without_words_are_no_trouble():
    assert told([words()], [words(1)]) == [([], [0.0])] or told([words()], [words(1)])[0][0] == []


def test_units_of_a_script_without_spaces_are_pieces():
    vectors: NDArray[np.float32] = np.eye(3, 4, dtype=np.float32)
    spans, found = pool_units("图书馆。", [(0, 2), (2, 3), (3, 4)], vectors, np.zeros(4, np.float32))
    assert spans == [Span(0, 2), Span(2, 3)]
    assert found.shape == (2, 4)
