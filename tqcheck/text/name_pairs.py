"""The pairs of an article as the rules for names see them, made once for all who ask."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.model import Article, Pair
from tqcheck.text.document_names import names_of_document
from tqcheck.text.masks import blank
from tqcheck.text.name_pair import NamePair


def name_pair_of(pair: Pair, article: Article | None) -> NamePair | None:
    """A pair with both sides, code and links blanked; None where a side is missing."""
    if pair.source is None or pair.target is None:
        return None
    texts = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    return _make(*texts, pair.source_language, pair.target_language, article)


@lru_cache(maxsize=512)
def _make(source: str, target: str, source_language: str, target_language: str, article: Article | None) -> NamePair:
    return NamePair(source, target, source_language, target_language, names_of_document(article))
