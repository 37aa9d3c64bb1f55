"""Two documents in, aligned pairs out, with a judgement whether the two belong together at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tqcheck.align.lengths import expected_ratio
from tqcheck.align.match import Match
from tqcheck.align.moved import match_moved
from tqcheck.align.pairs import order_pairs, pair_rows
from tqcheck.align.stream import align_streams, make_stream
from tqcheck.align.vectors import centre
from tqcheck.model import Document, Kind, Pair, Segment
from tqcheck.text.segment import split_sentences

if TYPE_CHECKING:
    from tqcheck.engines.base import Embedder

FURNITURE = (Kind.CAPTION, Kind.BOILERPLATE, Kind.CODE)
"""Kinds that meet their own kind first, each in a stream of its own; all others share the main stream."""

TRUSTED = 6
"""Segments of evidence for belonging together that naming the two files is worth."""

MEASURED, COUNTED = 2.5, 0.4
"""Evidence per segment that lies half way between files that belong together and strangers, with and without sentence vectors:
articles of corpora/ score 6.8-18.9 against .0-.9 with them, 1.0-7.8 against -.4-.1 without."""

Vectors = NDArray[np.float32] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The aligned pairs of a document, in reading order of the translation, and whether the two files belong together.

    Attributes:
        pairs: sentence pairs; either side may be None; omissions stand where the translation would have rendered them.
        confidence: that the second file is a translation of the first, 0-1; below .5 the pairs are not worth judging (TQ903).
    """

    pairs: tuple[Pair, ...]
    confidence: float

    @property
    def belongs(self) -> bool:
        """Whether the pairs may be judged; if not, the whole is one TQ903."""
        return self.confidence >= 0.5


def align_documents(
    source: Document,
    target: Document,
    source_language: str,
    target_language: str,
    embedder: Embedder | None = None,
) -> Alignment:
    """Align the sentences of `source` with those of `target`; a bitext target brings its own pairs (`source` is ignored then).

    Without an embedder, lengths and anchors (numbers, names, cognates, links, punctuation, words learnt from the pair) decide.
    """
    if target.sources is not None:
        return Alignment(pairs=pair_rows(target, source_language, target_language), confidence=1.0)
    left, right = cut_sentences(source, source_language), cut_sentences(target, target_language)
    matches = match_segments(left, right, (source_language, target_language), embedder)
    pairs = order_pairs(matches, left, right, source_language, target_language)
    return Alignment(pairs=pairs, confidence=_belonging(matches, left, right, MEASURED if embedder else COUNTED))


def cut_sentences(document: Document, language: str) -> tuple[Segment, ...]:
    """All sentences of a document in file order."""
    pieces = [
        replace(sentence, block=index)
        for index, block in enumerate(document.blocks)
        for sentence in split_sentences(block, language)
    ]
    return tuple(piece for piece in pieces if piece.text.strip())


def match_segments(
    source: Sequence[Segment],
    target: Sequence[Segment],
    languages: tuple[str, str],
    embedder: Embedder | None = None,
) -> list[Match]:
    """Groups of source and target segments (by index) that render each other; every segment is in exactly one match."""
    vectors = _vectors(source, languages[0], embedder), _vectors(target, languages[1], embedder)
    sides = _Sides(source, target, *vectors, expected_ratio(*languages))
    matches = list[Match]()
    for kind in (*FURNITURE, None):
        ours = [index for index, segment in enumerate(source) if _stream_of(segment) is kind]
        theirs = [index for index, segment in enumerate(target) if _stream_of(segment) is kind]
        matches += _match_stream(sides, ours, theirs)
    return _rescue(matches, sides)


def _stream_of(segment: Segment) -> Kind | None:
    return segment.kind if segment.kind in FURNITURE else None


@dataclass(frozen=True, slots=True)
class _Sides:
    """All segments of both sides with their vectors, and the log ratio of lengths that the languages make one expect."""

    source: Sequence[Segment]
    target: Sequence[Segment]
    left: Vectors
    right: Vectors
    ratio: float


def _match_stream(sides: _Sides, ours: list[int], theirs: list[int]) -> list[Match]:
    if not ours or not theirs:
        return [Match((index,), ()) for index in ours] + [Match((), (index,)) for index in theirs]
    one = make_stream([sides.source[index] for index in ours], None if sides.left is None else sides.left[ours])
    other = make_stream([sides.target[index] for index in theirs], None if sides.right is None else sides.right[theirs])
    beads, scores = align_streams(one, other, sides.ratio)
    return [
        Match(tuple(ours[index] for index in match.source), tuple(theirs[index] for index in match.target), match.score)
        for match in match_moved(beads, scores)
    ]


def _rescue(matches: list[Match], sides: _Sides) -> list[Match]:
    """Match what two streams left over, when a reader saw a caption on one side and prose on the other."""
    ours = sorted(index for match in matches if not match.target for index in match.source)
    theirs = sorted(index for match in matches if not match.source for index in match.target)
    furniture = any(sides.source[index].kind in FURNITURE for index in ours)
    furniture |= any(sides.target[index].kind in FURNITURE for index in theirs)
    if not ours or not theirs or not furniture:
        return matches
    kept = [match for match in matches if match.source and match.target]
    found = _match_stream(sides, ours, theirs)
    good = [match for match in found if match.score > 0 and match.source and match.target]
    used = {index for match in good for index in match.source}, {index for match in good for index in match.target}
    loose = [Match((index,), ()) for index in ours if index not in used[0]]
    return kept + good + loose + [Match((), (index,)) for index in theirs if index not in used[1]]


def _vectors(segments: Sequence[Segment], language: str, embedder: Embedder | None) -> Vectors:
    if embedder is None or not segments:
        return None
    return centre(embedder.embed([segment.text for segment in segments]), language)


def _belonging(
    matches: list[Match], source: Sequence[Segment], target: Sequence[Segment], midpoint: float = COUNTED
) -> float:
    """Confidence that the files belong together: evidence per segment of the shorter side, squashed to 0-1.

    A few sentences prove little either way, so the user's word that they belong together counts as `TRUSTED` good segments.
    """
    if not source or not target:
        return 0.0 if source or target else 1.0
    gained = sum(max(match.score, -1.0) for match in matches if match.source and match.target)
    mean = (gained + TRUSTED * 2 * midpoint) / (min(len(source), len(target)) + TRUSTED)
    return float(1 / (1 + np.exp(-4 * (mean / midpoint - 1))))
