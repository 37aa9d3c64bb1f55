"""TQ903: two files that do not belong together."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import Article, Hit
from tqcheck.registry import Context, check


@check("TQ903", "not-aligned", category="tool", severity="major", scope="document", confidence=0.95)
def not_aligned(article: Article, context: Context) -> Iterator[Hit]:
    """The source and the translation do not seem to be the same article; nothing was compared between them.

    Why: a wrong source would give a thousand findings that all mean one thing.

    Bad: `--source yesterday.sr.md` beside today's translation.

    Good: a free or shortened translation of the same article.
    """
    if article.source is None or article.alignment >= 0.5:
        return
    yield Hit(
        start=0,
        end=0,
        message=f"{article.source.path} does not seem to be the source of this text, so the two were not compared: name the right file.",
        confidence=round(max(0.9, 1 - article.alignment), 3),
    )
