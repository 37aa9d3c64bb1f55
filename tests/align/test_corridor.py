"""Long documents are searched in a band around a coarse path; the result is that of the full search."""

from __future__ import annotations

import numpy as np
import pytest

from tqcheck.align import corridor
from tqcheck.align.corridor import Problem, find_corridor
from tqcheck.align.documents import match_segments
from tqcheck.align.lengths import fit_lengths
from tqcheck.align.scores import columns
from tqcheck.model import Run, Segment


def segments(count: int, language: str, skip: range = range(0)) -> list[Segment]:
    names = ("station", "gara") if language == "ro" else ("station", "вокзал")
    word = names[0] if language == "en" else names[1]
    texts = [f"{word} {1000 + 7 * n} {'x' * (n * n % 50 + 5)}" for n in range(count) if n not in skip]
    return [Segment(text=text, runs=(Run(0, len(text), 0, len(text)),), block=n) for n, text in enumerate(texts)]


def links(count: int, skip: range) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    matches = match_segments(segments(count, "en"), segments(count, "ru", skip), ("en", "ru"))
    return sorted((match.source, match.target) for match in matches)


def test_the_band_gives_what_the_full_search_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    full = links(200, range(90, 110))
    monkeypatch.setattr(corridor, "SMALL", 2000)
    assert links(200, range(90, 110)) == full
    assert ((95,), ()) in full


def test_the_band_is_narrow_and_reaches_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corridor, "SMALL", 2000)
    side = columns([30] * 400, [True] * 400, [0] * 400)
    keys = [frozenset({f"n{n}"}) for n in range(400)]
    lengths = fit_lengths(side.lengths, side.lengths, 0.0)
    band = find_corridor(Problem(side, side, keys, keys, lengths, None))
    assert band.low[0] == 0
    assert band.high[-1] == 400
    assert np.all(np.diff(band.low) >= 0)
    assert np.all(np.diff(band.high) >= 0)
    assert (band.high - band.low).max() <= 100
