"""Where a pair stands in its article."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.model import Article, Pair


def index_in(article: Article | None, pair: Pair) -> int | None:
    """The number of a pair in its article; None where it is none of its pairs."""
    return _indexes(article).get(id(pair)) if article is not None else None


@lru_cache(maxsize=64)
def _indexes(article: Article) -> dict[int, int]:
    return {id(pair): index for index, pair in enumerate(article.pairs)}
