"""Hints at phrases added (TQ202) and left out (TQ201) where no engine scores: a sentence out of proportion, and the words behind it.

No sign is worth much alone: one sentence in twenty is long or short, and the links miss a fifth of the words that are rendered. Together
they are right about two times in five (`python -m corpora.measure_omissions`, and the development articles), so these are hints.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.linked_words import LinkedWords, source_words, target_words
from tqcheck.checks.proportions import LINKED, Kind, out_of_proportion
from tqcheck.model import Hit, Pair, Span
from tqcheck.registry import Context

FEWEST = 2
"""Words without a counterpart that a phrase has."""

STOPS = ".!?;:。！？；："
"""Marks that a stretch does not cross."""

ENDS = STOPS + "…\"'”’»」』) "
"""Marks that end a sentence, and what closes behind them."""

STRENGTH = 0.4
"""Raw strength of such a hit."""


def stretched_words(pair: Pair, context: Context) -> Iterator[Hit]:
    """The longest stretch of words without a counterpart in a sentence that is too long for its source; one hit at most."""
    if pair.source is None or pair.target is None or not _departs("added", pair, context):
        return
    stretch = _longest(target_words(pair), pair.target.text)
    if stretch is None:
        return
    yield Hit(
        start=stretch[0],
        end=stretch[1],
        source=(0, len(pair.source.text)),
        message="The sentence is longer than its source makes one expect, and nothing there seems to say "
        f"“{pair.target.text[slice(*stretch)]}”.",
        confidence=STRENGTH,
        evidence=(("source", pair.source.text),),
        severity="minor",
        witness="stretched",
    )


def shortened_words(pair: Pair, context: Context) -> Iterator[Hit]:
    """The longest stretch of the source's words without a counterpart where the translation is too short; one hit at most."""
    if pair.source is None or pair.target is None or not _departs("lost", pair, context):
        return
    stretch = _longest(source_words(pair), pair.source.text)
    if stretch is None:
        return
    gap = place_of_gap(pair, *stretch)
    yield Hit(
        start=gap,
        end=gap,
        source=stretch,
        message="The sentence is shorter than its source makes one expect, and nothing seems to say "
        f"“{pair.source.text[slice(*stretch)]}”.",
        confidence=STRENGTH,
        evidence=(("source", pair.source.text),),
        severity="minor",
        witness="shortened",
    )


def place_of_gap(pair: Pair, start: int, end: int) -> int:
    """Where in the translation the source's stretch [start, end) would stand: after the words that render what stands before it.

    What ends its sentence would stand before the translation's last stop.
    """
    source, target = (segment.text if segment is not None else "" for segment in (pair.source, pair.target))
    if not any(character.isalnum() for character in source[end:]):
        return len(target.rstrip(ENDS))
    before = [link for link in pair.evidence.links or () if link.source.end <= start]
    nearest = max((link.source.end for link in before), default=0)
    return max((link.target.end for link in before if link.source.end == nearest), default=0)


def _departs(kind: Kind, pair: Pair, context: Context) -> bool:
    """Where an engine scores, its probes say more."""
    if context.article is None or pair.evidence.likelihood is not None:
        return False
    return out_of_proportion(kind, pair, context.article)


def _longest(words: LinkedWords, text: str) -> tuple[int, int] | None:
    """From the first to the last word of the stretch with the most words without a counterpart, the earlier of equals.

    A stretch ends at a stop and at a content word that has a counterpart.
    """
    stretches = [list[Span]()]
    for word, strength in words.content:
        last = stretches[-1]
        if last and any(mark in text[last[-1].end : word.start] for mark in STOPS):
            stretches.append([])
        if strength < LINKED:
            stretches[-1].append(word)
        elif stretches[-1]:
            stretches.append([])
    best = max(stretches, key=len)
    return (best[0].start, best[-1].end) if len(best) >= FEWEST else None
