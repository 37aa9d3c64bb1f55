"""Rule witness of TQ601: the opposite of what the source says, by the bilingual dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.model import Hit, Link, Pair
from tqcheck.text.antonyms import Antonym, find_antonyms
from tqcheck.text.masks import blank
from tqcheck.text.overlaps import overlap

CONFIDENCE = 0.5
LINKED = 0.5
"""Strength from which a link says that a word renders another."""


def find_dictionary_opposites(pair: Pair) -> Iterator[Hit]:
    """Words whose opposite stands in the translation, in 24 languages to or from English.

    Why: one word turns a statement around and the sentence reads as well as before; the axes of `opposites` hold the closed classes, this
    the open ones.

    Bad: 「赤字」 → "profit"; „kiistää“ → "admits"; "full" → „prazna“

    Good: "not full" → „leer“; "it cost less" → „es war billiger“

    How: a word of the source of which nothing in the translation is a rendering, and a word of the translation that renders nothing in
    the source, are on the two sides of one of some 770 pairs of opposites, at about the same place, and nothing denies near either;
    word links say that neither renders another word.

    Limits: what the dictionary does not hold; opposites of which one is usually rendered by the other, denied.
    """
    if pair.source is None or pair.target is None or pair.evidence.links is None:
        return
    source, target = blank(pair.source.text, pair.source.marks), blank(pair.target.text, pair.target.marks)
    for found in find_antonyms(source, target, pair.source_language, pair.target_language):
        if _belongs_elsewhere(found, pair.evidence.links):
            continue
        meant, said = source[slice(*found.source)], target[slice(*found.target)]
        yield Hit(
            start=found.target[0],
            end=found.target[1],
            source=found.source,
            message=f"The source says “{meant}”, the translation the opposite: “{said}”.",
            severity="minor",
            confidence=CONFIDENCE,
            evidence=(("source", meant),),
            witness="antonym",
        )


def _belongs_elsewhere(found: Antonym, links: Sequence[Link]) -> bool:
    """Whether a link joins the one word or the other to a third."""
    for link in links:
        here = overlap((link.source.start, link.source.end), found.source)
        there = overlap((link.target.start, link.target.end), found.target)
        if link.strength >= LINKED and here != there:
            return True
    return False
