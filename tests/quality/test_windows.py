"""Long pairs are read in windows that leave nothing out."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.quality.network import Estimates
from tqcheck.quality.windows import ROOM, merge, windows


def fake(source: int, target: int, value: float) -> Estimates:
    return Estimates(
        np.full((source, 5), value, np.float32),
        np.full((target + 1, 5), value, np.float32),
        np.full(4, value, np.float32),
    )


def test_a_short_pair_is_one_window() -> None:
    assert [(w.source, w.target) for w in windows(20, 30)] == [(range(20), range(30))]


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_every_piece_is_seen_and_every_window_fits(source: int, target: int) -> None:
    found = windows(source, target)
    assert {i for w in found for i in w.source} == set(range(source))
    assert {i for w in found for i in w.target} == set(range(target))
    assert all(len(w.source) + len(w.target) <= ROOM for w in found)


@given(st.integers(0, 2000), st.integers(1, 2000))
def test_merged_rows_have_the_shape_of_the_whole_pair(source: int, target: int) -> None:
    parts = [(w, fake(len(w.source), len(w.target), 1.0)) for w in windows(source, target)]
    merged = merge(parts, source, target)
    assert merged.source.shape == (source, 5)
    assert merged.target.shape == (target + 1, 5)
    assert np.allclose(merged.target, 1.0)
    assert np.allclose(merged.sentence, 1.0)


def test_the_worst_window_decides_whether_the_pair_is_critical() -> None:
    found = windows(900, 900)
    parts = [(w, fake(len(w.source), len(w.target), 5.0 if i == 1 else -5.0)) for i, w in enumerate(found)]
    assert merge(parts, 900, 900).sentence[2] == 5.0
