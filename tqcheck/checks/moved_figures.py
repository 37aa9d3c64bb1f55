"""Figures that a sentence lost and its neighbour gained: "His (68) is the only shop left. He has ..." and "... left. Cho, 68, has ..."."""

from __future__ import annotations

from tqcheck.checks.pair_index import index_in
from tqcheck.model import Article, Pair
from tqcheck.text.discrepancies import Discrepancy, compare_pair
from tqcheck.text.figure import Figure

_SMALLEST = 13
"""From here on a number hardly meets its like by chance next door."""


def is_next_door(pair: Pair, item: Discrepancy, article: Article | None) -> bool:
    """Whether a figure without a counterpart has it in the pair before or behind, where nothing else asks for it."""
    figure = item.source or item.target
    index = index_in(article, pair)
    if article is None or index is None or figure is None or (item.source and item.target):
        return False
    if figure.value < _SMALLEST:
        return False
    neighbours = [article.pairs[place] for place in (index - 1, index + 1) if 0 <= place < len(article.pairs)]
    return any(_holds(neighbour, figure, lost=item.source is not None) for neighbour in neighbours)


def _holds(pair: Pair, figure: Figure, *, lost: bool) -> bool:
    comparison = compare_pair(pair)
    if comparison is None:
        return False
    spare = (*comparison.extra, *comparison.loose_target) if lost else (*comparison.missing, *comparison.loose_source)
    return any(other.value == figure.value for other in spare)
