"""A rendering fits its source better than it fits the neighbours; a stranger fits it no better, in any script and however long the text."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tqcheck.align.coverage import Pieces
from tqcheck.align.margins import measure_margins
from tqcheck.align.segment_vectors import SegmentVectors, read_vectors
from tqcheck.quality import load

SERBIAN = [
    "Одборници су усвојили буџет општине.",
    "Нови мост ће спојити две обале реке.",
    "Болница је добила још десет кревета.",
    "Деца се враћају у школу у понедељак.",
]
ENGLISH = [
    "The councillors adopted the budget of the municipality.",
    "A new bridge will connect the two banks of the river.",
    "The hospital was given ten more beds.",
    "Children go back to school on Monday.",
]
STRANGER = "The goalkeeper let in three balls and was replaced."


def margins(source: list[str], target: list[str]) -> list[float]:
    embedder = load().embedder
    return measure_margins(read_vectors(source, "sr", embedder), read_vectors(target, "en", embedder))


def sides(vectors: NDArray[np.float32]) -> SegmentVectors:
    """One piece a sentence, each with the sentence's own vector."""
    pieces = tuple(Pieces(row[None, :], np.ones(1, np.float32)) for row in vectors)
    return SegmentVectors(vectors, pieces)


def test_a_stranger_fits_no_better_than_the_neighbours() -> None:
    clean = margins(SERBIAN, ENGLISH)
    changed = margins(SERBIAN, [*ENGLISH[:2], STRANGER, ENGLISH[3]])
    assert min(clean) > 0.1
    assert changed[2] < 0.1 < clean[2] - 0.1
    assert changed[2] == min(changed)


def test_a_sentence_by_itself_is_held_against_chance() -> None:
    assert margins(SERBIAN[:1], ENGLISH[:1])[0] > 0.05 > margins(SERBIAN[:1], [STRANGER])[0]


def test_two_sentences_exchanged_fit_less_than_nothing() -> None:
    swapped = margins(SERBIAN, [ENGLISH[1], ENGLISH[0], *ENGLISH[2:]])
    assert max(swapped[:2]) < 0 < min(swapped[2:])


def test_no_other_sentence_far_away_is_looked_at() -> None:
    vectors = np.eye(500, dtype=np.float32)
    assert measure_margins(sides(vectors), sides(vectors)) == [pytest.approx(1.15)] * 500
    vectors[450] = vectors[0]
    assert measure_margins(sides(vectors), sides(vectors))[0] == pytest.approx(1.15)
    vectors[150] = vectors[0]
    assert measure_margins(sides(vectors), sides(vectors))[0] < 1
