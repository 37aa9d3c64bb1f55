"""Two documents in, aligned pairs out, with a judgement whether the two belong together at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tqcheck.align.lengths import expected_ratio
from tqcheck.align.match import Match
from tqcheck.align.moved import match_moved
from tqcheck.align.pairs import order_pairs, pair_rows
from tqcheck.align.second_look import look_again
from tqcheck.align.segment_vectors import SegmentVectors, read_vectors
from tqcheck.align.stream import Stream, align_streams, make_stream
from tqcheck.model import Document, Kind, Pair, Segment, join_segments
from tqcheck.text.segment import split_sentences

if TYPE_CHECKING:
    from tqcheck.engines.base import Embedder

FURNITURE = (Kind.CAPTION, Kind.BOILERPLATE, Kind.CODE)
"""Kinds that meet their own kind first, each in a stream of its own; all others share the main stream."""

READ = 4000
"""Segments of both sides together up to which the embedder reads them all; beyond, lengths and anchors decide."""


@dataclass(frozen=True, slots=True)
class Norm:
    """Evidence per segment half way between files that belong together and strangers, and how many good ones the user's word is worth."""

    midpoint: float
    trusted: int


MEASURED, COUNTED = Norm(1.0, 6), Norm(0.4, 12)
"""With and without sentence vectors, set by precision on `corpora/measure_pairing.py`: articles and news of eight sentences or more have
1.4 to 6.9 nats with vectors where they belong together, -1.0 to .2 where not; without, the two overlap."""


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
    norm = MEASURED if embedder and len(left) + len(right) <= READ else COUNTED
    return Alignment(pairs=pairs, confidence=_belonging(matches, left, right, norm))


def cut_sentences(document: Document, language: str) -> tuple[Segment, ...]:
    """All sentences of a document in file order; a stray mark that the splitter set apart stays with its neighbour."""
    pieces = [
        replace(sentence, block=index)
        for index, block in enumerate(document.blocks)
        for sentence in _keep_words(split_sentences(block, language))
    ]
    return tuple(piece for piece in pieces if piece.text.strip())


def _keep_words(sentences: Sequence[Segment]) -> list[Segment]:
    """Pieces without a letter or digit (a lone quotation mark) joined to the sentence before, the first of a block to the one after."""
    kept = list[Segment]()
    for sentence in sentences:
        if kept and not (_has_words(sentence) and _has_words(kept[-1])):
            touching = kept[-1].span.end == sentence.span.start
            kept[-1] = join_segments((kept[-1], sentence), "" if touching else " ")
        else:
            kept.append(sentence)
    return kept


def _has_words(segment: Segment) -> bool:
    return any(character.isalnum() for character in segment.text)


def match_segments(
    source: Sequence[Segment],
    target: Sequence[Segment],
    languages: tuple[str, str],
    embedder: Embedder | None = None,
) -> list[Match]:
    """Groups of source and target segments (by index) that render each other; every segment is in exactly one match."""
    embedder = embedder if len(source) + len(target) <= READ else None
    left, right = _read(source, languages[0], embedder), _read(target, languages[1], embedder)
    sides = _Sides(source, target, left, right, expected_ratio(*languages))
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
    left: SegmentVectors | None
    right: SegmentVectors | None
    ratio: float


def _match_stream(sides: _Sides, ours: list[int], theirs: list[int]) -> list[Match]:
    if not ours or not theirs:
        return [Match((index,), ()) for index in ours] + [Match((), (index,)) for index in theirs]
    one = _stream(sides.source, sides.left, ours)
    other = _stream(sides.target, sides.right, theirs)
    beads, scores = align_streams(one, other, sides.ratio)
    return [
        Match(tuple(ours[index] for index in match.source), tuple(theirs[index] for index in match.target), match.score)
        for match in look_again(match_moved(beads, scores), one, other, scores)
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


def _stream(segments: Sequence[Segment], read: SegmentVectors | None, chosen: list[int]) -> Stream:
    kept = [segments[index] for index in chosen]
    if read is None:
        return make_stream(kept, None)
    return make_stream(kept, read.sentences[chosen], [read.pieces[index] for index in chosen])


def _read(segments: Sequence[Segment], language: str, embedder: Embedder | None) -> SegmentVectors | None:
    if embedder is None or not segments:
        return None
    return read_vectors([segment.text for segment in segments], language, embedder)


def evidence_per_segment(
    matches: Sequence[Match], source: Sequence[Segment], target: Sequence[Segment], norm: Norm
) -> float:
    """Mean nats of the matches for each segment of the shorter side, the trusted segments at twice the midpoint among them.

    A few sentences prove little either way.
    """
    gained = sum(max(match.score, -1.0) for match in matches if match.source and match.target)
    return (gained + norm.trusted * 2 * norm.midpoint) / (min(len(source), len(target)) + norm.trusted)


def _belonging(
    matches: Sequence[Match], source: Sequence[Segment], target: Sequence[Segment], norm: Norm = COUNTED
) -> float:
    """Confidence that the files belong together: evidence per segment against the midpoint, squashed to 0-1."""
    if not source or not target:
        return 0.0 if source or target else 1.0
    mean = evidence_per_segment(matches, source, target, norm)
    return float(1 / (1 + np.exp(-4 * (mean / norm.midpoint - 1))))
