"""From the model's pieces to words: scores, and links between the words of the two sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tqcheck.engines.firefox.vocabulary import Pieces
from tqcheck.model import Link, Span, TokenScore
from tqcheck.text.scripts import is_no_space

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WEAKEST = 0.2
"""Share of a word's attention below which it is no link."""


def to_words(text: str, pieces: Pieces, scores: Sequence[float]) -> tuple[TokenScore, ...]:
    """Pieces up to the next white space are one token; its log-probability is their sum. The end mark belongs to none.

    In scripts without word spaces each piece is a token.
    """
    words: list[tuple[int, int, float]] = []
    carried = 0.0
    for (start, end), score in zip(pieces.spans, scores, strict=False):
        if start == end:
            # a bare word mark: its score belongs to the word it announces
            carried += score
        elif words and _continues(text, words[-1][1], start):
            words[-1], carried = (words[-1][0], end, words[-1][2] + score + carried), 0.0
        else:
            words, carried = [*words, (start, end, score + carried)], 0.0
    return tuple(TokenScore(start, end, round(score, 3)) for start, end, score in words)


def _continues(text: str, end: int, start: int) -> bool:
    """Whether a piece that begins at `start` belongs to the word that ended at `end`."""
    return end == start and (start == 0 or not (is_no_space(text[end - 1]) and text[start : start + 1].isalnum()))


def link_words(
    texts: tuple[str, str], sides: tuple[Pieces, Pieces], attention: NDArray[np.float32]
) -> tuple[Link, ...]:
    """Each word of the translation with the source words it draws on, strongest first; attention of shape (pieces, source pieces)."""
    import numpy as np

    source, target = (to_words(text, side, [0.0] * len(side.ids)) for text, side in zip(texts, sides, strict=True))
    rows, columns = np.array(_owners(target, sides[1])), np.array(_owners(source, sides[0]))
    by_word = np.zeros((len(target), attention.shape[1]), np.float64)
    np.add.at(by_word, rows, attention[: len(rows)])
    strengths = np.zeros((len(target), len(source)), np.float64)
    np.add.at(strengths.T, columns, by_word[:, : len(columns)].T)
    strengths /= np.maximum(np.bincount(rows, minlength=len(target)), 1)[:, None]
    strong = [(int(word), int(owner)) for word, owner in np.argwhere(strengths >= _WEAKEST)]
    return tuple(
        Link(
            Span(source[owner].start, source[owner].end),
            Span(target[word].start, target[word].end),
            round(float(strengths[word, owner]), 3),
        )
        for word, owner in sorted(strong, key=lambda item: (item[0], -strengths[item], item[1]))
    )


def _owners(words: Sequence[TokenScore], pieces: Pieces) -> list[int]:
    """For each piece the word it belongs to."""
    owners, word = list[int](), 0
    for start, _ in pieces.spans:
        while word + 1 < len(words) and start >= words[word + 1].start:
            word += 1
        owners.append(word)
    return owners
