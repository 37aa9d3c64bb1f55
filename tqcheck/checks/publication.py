"""Publication: what a published translation must say about itself (TQ801)."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import Article, Hit
from tqcheck.registry import Context, check
from tqcheck.text.disclaimers import find_disclaimers


@check(
    "TQ801",
    "missing-disclaimer",
    category="publication/disclosure",
    severity="neutral",
    scope="document",
    confidence=0.95,
)
def missing_disclaimer(article: Article, context: Context) -> Iterator[Hit]:
    """The notice that a machine made the translation is missing where the configuration requires it, or there where it forbids it.

    Why: newsrooms and laws (EU AI Act, article 50) ask that readers be told; a text that an editor has revised should not say so any more.

    Bad: `disclaimer = "require"` and no such notice; `disclaimer = "forbid"` and "This article was translated by AI."

    Good: the notice in any of 40 languages, in the translation's language or in English; `disclaimer = "ignore"`, the default

    Limits: looked for in paragraphs of up to 420 characters; a notice in an image is not seen.
    """
    policy = context.settings.get("disclaimer", "ignore")
    blocks = article.translation.blocks
    if policy == "ignore" or not blocks:
        return
    found = next(find_disclaimers(blocks, context.target_language), None)
    if policy == "forbid" and found is not None:
        yield Hit(
            start=0,
            end=len(found.text),
            segment=found,
            message="The text says that a machine translated it; the configuration forbids that.",
        )
    elif policy == "require" and found is None:
        yield Hit(
            start=0,
            end=0,
            segment=blocks[0],
            message="No notice says that a machine translated this text; the configuration requires one.",
        )
