"""Hits of TQ201 from the back-translation, for pairs that no engine scores."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from statistics import mean

from tqcheck.checks.stretched import place_of_gap
from tqcheck.model import Article, Hit, Pair, Span
from tqcheck.registry import Context
from tqcheck.text.segment import words

_NEAR = 3
"""Lost words belong to one stretch when they stand at most so many words apart."""

_FEWEST = 2
"""Lost words of a stretch that make an omission."""

_ENOUGH = 8
"""Pairs from which an article's own noise can be told."""

_NOISY = 1.0
"""Lost words a sentence, the worst quarter of the sentences left out, from which strengths are halved."""


def lost_stretches(pair: Pair, context: Context) -> Iterator[Hit]:
    """Stretches of the source that neither come back nor are rendered."""
    if pair.source is None or pair.target is None:
        return
    for stretch in _stretches(pair.source.text, pair.evidence.lost or ()):
        if len(stretch) < _FEWEST:
            continue
        start, end = stretch[0].start, stretch[-1].end
        gap = place_of_gap(pair, start, end)
        yield Hit(
            start=gap,
            end=gap,
            source=(start, end),
            message=f"The source's “{pair.source.text[start:end]}” is not in the translation, and does not come back from it.",
            confidence=round(min(0.6 + 0.08 * len(stretch), 0.92) * (1 - noise(context.article) / 2), 3),
            evidence=(("back_translation", pair.evidence.back.text),) if pair.evidence.back else (),
            witness="back",
        )


@lru_cache(maxsize=8)
def noise(article: Article | None) -> float:
    """How much of its words an article loses everywhere, 0-1: a free translation, or an engine that carries little back."""
    counts = [len(pair.evidence.lost) for pair in (article.pairs if article else ()) if pair.evidence.lost is not None]
    return min(mean(sorted(counts)[: len(counts) * 3 // 4]) / _NOISY, 1.0) if len(counts) >= _ENOUGH else 0.0


def _stretches(text: str, lost: tuple[Span, ...]) -> list[list[Span]]:
    """Lost words that stand together, function words and a few others between them."""
    order = {span.start: index for index, span in enumerate(words(text))}
    stretches: list[list[Span]] = []
    for word in lost:
        if stretches and order[word.start] - order[stretches[-1][-1].start] <= _NEAR:
            stretches[-1].append(word)
        else:
            stretches.append([word])
    return stretches
