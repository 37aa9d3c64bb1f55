"""Names: one spelling each in a document (TQ403)."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.model import PROSE, Article, Hit, Kind, Place
from tqcheck.registry import Context, check
from tqcheck.text.name_variants import find_variants
from tqcheck.text.proper_names import NameUse, name_uses

_KINDS = PROSE | {Kind.CAPTION}


@check(
    "TQ403", "name-variants", category="terminology/inconsistent", severity="minor", scope="document", confidence=0.85
)
def name_variants(article: Article, context: Context) -> Iterator[Hit]:
    """One name is spelt in two ways in the same text; said once, at the rarer spelling, with the other places listed.

    Why: transcription has several habits (Kiev and Kyiv, Tatyana and Tatiana), and a reader who meets two takes them for two.

    Bad: "Zelenskyy met ..." and, two paragraphs on, "Zelensky said ..."

    Good: Anna Smith and Ana Jones; Kiev throughout; Меркель and Меркеля

    Limits: only spellings that transcription confuses, and a list of places and people; languages with case endings are judged by what
    stands before the ending.
    """
    blocks = [block for block in article.translation.blocks if block.kind in _KINDS]
    for rare, common, confidence in find_variants(name_uses(blocks), context.target_language):
        first = rare[0]
        yield Hit(
            start=first.start,
            end=first.end,
            segment=first.segment,
            message=f"{first.word} here, {common[0].word} elsewhere in this text.",
            confidence=confidence,
            related=tuple(_place(use) for use in [*rare[1:], *common[:20]]),
            evidence=(("other", common[0].word),),
        )


def _place(use: NameUse) -> Place:
    return Place(use.segment.locate(use.start, use.end), use.word)
