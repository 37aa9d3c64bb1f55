"""Words that may stand for a denial and do not: the other side renders them by words of its own.

"A losing battle" may be said as "no battle to win", so "losing" excuses a negation that only the translation has; but where the dictionary
finds its rendering there too ("keine verlorene Schlacht"), the negation is one too many.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tqcheck.text.answers import Answer
from tqcheck.text.bilingual import Reading, read_both
from tqcheck.text.negation import Polarity, Span
from tqcheck.text.overlaps import meets
from tqcheck.text.word_patterns import table_language

Side = tuple[Polarity, str, str]
"""What a text denies, the text, its language."""


DENIED = 2
"""Characters behind a negation in which the word that it denies begins: "not agree" renders "disagree"."""


KEPT = frozenset({"instead", "until", "only", "except", "without", "hardly", "few"})
"""Concepts of words that join clauses or measure: what renders them ("almost", "but") may need a negation beside it."""
SUFFIXED = frozenset({"fi", "et", "hu", "tr"})
"""Languages that write "without" behind a verb or noun: whoever renders that word has not rendered its ending."""


def without_rendered(left: Side, right: Side) -> tuple[Polarity, Polarity]:
    """Both readings without the words that the other side renders; as they are where no dictionary holds the two languages."""
    if not _may_differ(left[0], right[0]):
        return left[0], right[0]
    ours, theirs = read_both(left[1:], right[1:])
    return _without(left, ours, theirs, right[0]), _without(right, theirs, ours, left[0])


def _may_differ(left: Polarity, right: Polarity) -> bool:
    return len(left.denials) != len(right.denials) or bool(left.strong) != bool(right.strong)


def _without(side: Side, ours: list[Reading], theirs: list[Reading], other: Polarity) -> Polarity:
    polarity, _, language = side
    denied = [(start, end + DENIED) for start, end in other.hard]
    said = {head for start, end, heads in theirs if not meets((start, end), denied) for head in heads}
    rendered = [(start, end) for start, end, heads in ours if not said.isdisjoint(heads)]
    kept = [(item.start, item.end) for item in (*polarity.answers, *polarity.meant) if item.concepts & KEPT]
    rendered = [span for span in rendered if not meets(span, kept)]
    if not rendered:
        return polarity
    return replace(
        polarity,
        demanded=polarity.demanded + _turned_back(polarity, rendered),
        soft=polarity.soft if table_language(language) in SUFFIXED else _others(polarity.soft, rendered),
        strong=tuple(span for span in polarity.strong if not meets(span, rendered)),
        faint=_others(polarity.faint, rendered),
        loose=_others(polarity.loose, rendered),
        answers=_unrendered(polarity.answers, rendered),
        meant=_unrendered(polarity.meant, rendered),
    )


def _turned_back(polarity: Polarity, rendered: Iterable[Span]) -> tuple[Span, ...]:
    """Negations of a word that may be given by its opposite ("not closed", "not reject"), where the other side has that very word."""
    return tuple(denial for denial, word in polarity.turned if any(start <= word[0] < end for start, end in rendered))


def _others(spans: Iterable[Span], rendered: list[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if not _is_covered(span, rendered))


def _unrendered(answers: Iterable[Answer], rendered: list[Span]) -> tuple[Answer, ...]:
    return tuple(item for item in answers if not _is_covered((item.start, item.end), rendered))


def _is_covered(span: Span, rendered: Iterable[Span]) -> bool:
    """Whether one of these words is most of a word that may deny, from its first letter on: "serious" renders no "non-serious"."""
    return any(
        start <= span[0] < end and 2 * (min(end, span[1]) - span[0]) > span[1] - span[0] for start, end in rendered
    )
