"""A scorer at work in one direction, behind the cache."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from tqcheck.cache import ResultCache
from tqcheck.engines.base import Edit, Prober, Scorer
from tqcheck.engines.cached import restore_cached, score_cached, suggest_cached, support_cached
from tqcheck.model import Likelihood, Span


@dataclass(frozen=True, slots=True)
class Direction:
    """A scorer, its cache, and the languages it reads and scores."""

    scorer: Scorer
    cache: ResultCache
    source: str
    target: str

    def score(self, items: Sequence[tuple[str, str, tuple[Edit, ...]]]) -> list[Likelihood]:
        """One `Likelihood` per (text read, text scored, edits of the latter)."""
        return score_cached(self.scorer, self.cache, items, self.source, self.target)

    def support(self, items: Sequence[tuple[str, str, str]]) -> list[float | None]:
        """For each (text read, text scored, other text read) how many nats likelier the scored one is when read off the other."""
        if hasattr(self.scorer, "support"):
            return support_cached(cast("Prober", self.scorer), self.cache, items, self.source, self.target)
        plain = self.score([(read, scored, ()) for read, scored, _ in items])
        others = self.score([(other, scored, ()) for _, scored, other in items])
        return [
            round(after.total - before.total, 3) if before.tokens and after.tokens else None
            for before, after in zip(plain, others, strict=True)
        ]

    def suggest(self, items: Sequence[tuple[str, str, tuple[Span, ...]]]) -> list[list[str]]:
        """For each (text read, text scored, words of the latter) what is expected in each word's place; "" = nothing."""
        if not hasattr(self.scorer, "suggest"):
            return [[""] * len(spans) for _, _, spans in items]
        return suggest_cached(cast("Prober", self.scorer), self.cache, items, self.source, self.target)

    def restore(self, items: Sequence[tuple[str, str, tuple[int, ...]]]) -> list[list[str]]:
        """For each (text read, text scored, places in the latter) the phrase expected to be added at each; "" = none."""
        if not hasattr(self.scorer, "restore"):
            return [[""] * len(places) for _, _, places in items]
        return restore_cached(cast("Prober", self.scorer), self.cache, items, self.source, self.target)
