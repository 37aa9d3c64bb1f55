"""What the embedded model's word links say of a stretch of text: whether the other side renders it."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.model import Pair, Span
from tqcheck.text.function_words import closed_classes
from tqcheck.text.segment import words

RENDERED = 0.35
"""Strength of a link (centred cosine) from which a content word has a counterpart.

Of 30 planted additions none has one above .33; of the clean words that a translation model would rather leave out four in five have
(FLORES pt-en, dev half).
"""


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """The content words of one side, each with the strength of its best link."""

    content: tuple[tuple[Span, float], ...]

    def count(self, start: int, end: int) -> int:
        """How many content words a stretch has."""
        return sum(span.start < end and span.end > start for span, _ in self.content)

    def share(self, start: int, end: int, least: float) -> float:
        """Share of the content words of a stretch that have a link of at least that strength; 0 without content words."""
        best = [strength for span, strength in self.content if span.start < end and span.end > start]
        return sum(strength >= least for strength in best) / len(best) if best else 0.0

    def rendered(self, start: int, end: int) -> bool:
        """Whether any content word of a stretch has a counterpart."""
        return self.share(start, end, RENDERED) > 0


def target_words(pair: Pair) -> LinkedWords:
    """Those of the translation."""
    links = [(link.target, link.strength) for link in pair.evidence.links or ()]
    return _collect(pair.target.text if pair.target else "", pair.target_language, links)


def source_words(pair: Pair) -> LinkedWords:
    """Those of the source."""
    links = [(link.source, link.strength) for link in pair.evidence.links or ()]
    return _collect(pair.source.text if pair.source else "", pair.source_language, links)


def _collect(text: str, language: str, links: list[tuple[Span, float]]) -> LinkedWords:
    function = closed_classes(language).function
    return LinkedWords(
        tuple(
            (
                span,
                max(
                    (strength for link, strength in links if link.start < span.end and link.end > span.start),
                    default=0.0,
                ),
            )
            for span in words(text)
            if text[span.start : span.end].casefold() not in function
        )
    )
