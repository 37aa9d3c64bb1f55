"""Hits of TQ201 and TQ202 inside a sentence, without a translator: the run of words that the other side most surely does not carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from tqcheck.checks.phrase_strength import Kind, Phrase, find_phrase, usual_shares
from tqcheck.checks.stretched import place_of_gap
from tqcheck.checks.unsaid_residue import find_residual, residue_of
from tqcheck.checks.unsaid_runs import find_unsaid
from tqcheck.model import Article, Hit, Pair
from tqcheck.registry import Context

LEAST: dict[Kind, float] = {"added": 0.2, "lost": 0.45}
"""Strength from which a run is worth a reader's time: each kind about once in seven thousand words of a sound translation.

Neither is ever more than a hint: the surest ones in sound translations are clauses that stand elsewhere in the source, or that a translator
who knows the subject leaves out.
"""

ADDRESS = r"\[?[\w\-]+(?:\.[\w\-]+)+(?:/\S*)?|\[?https?://\S+|\S+@\S+"
"""A phrase that is an address and nothing else."""

FIGURE, FIGURE_UNSPACED = 28, 10
"""Characters of a phrase most of which is the figure in it, with and without spaces between words."""
WITNESS = "unrendered"
UNSAID = "unsaid"
LEAST_UNSAID: dict[Kind, float] = {"added": 0.25, "lost": 0.07}
"""Witness of short phrases, and the strength from which one counts: added ones once in fifteen hundred words of a sound translation, lost
ones once in two thousand."""

FAINT, FAINTER = 0.45, 0.6
"""Strength from which a short phrase is looked at once more, and what it is multiplied by where it holds too few words that nothing
carries."""
GONE: dict[Kind, int] = {"added": 2, "lost": 1}
SURE: dict[Kind, float] = {"added": 0.8, "lost": 0.65}
"""How many such words it should hold, and the strength from which it need not."""


def added_phrases(pair: Pair, context: Context) -> Iterator[Hit]:
    """The phrase of the translation that its source does not seem to say; one at most, and a hint."""
    phrase, witness = _phrase("added", pair, context)
    if phrase is None or pair.target is None or pair.source is None:
        return
    said = pair.target.text[phrase.start : phrase.end]
    if regex.fullmatch(ADDRESS, said):
        return  # what a link shows is compared as a link
    yield Hit(
        start=phrase.start,
        end=phrase.end,
        source=(0, len(pair.source.text)),
        message=f"The source does not seem to say “{said}”.",
        confidence=phrase.strength,
        evidence=(("source", pair.source.text),),
        severity="minor",
        witness=witness,
    )


def lost_phrases(pair: Pair, context: Context) -> Iterator[Hit]:
    """The phrase of the source that the translation does not seem to say; one at most, and a hint."""
    phrase, witness = _phrase("lost", pair, context)
    if phrase is None or pair.source is None or _is_compared(pair.source.text[phrase.start : phrase.end]):
        return
    gap = place_of_gap(pair, phrase.start, phrase.end)
    yield Hit(
        start=gap,
        end=gap,
        source=(phrase.start, phrase.end),
        message=f"The translation does not seem to say “{pair.source.text[phrase.start : phrase.end]}”.",
        confidence=phrase.strength,
        evidence=(("source", pair.source.text),),
        severity="minor",
        witness=witness,
    )


def _is_compared(phrase: str) -> bool:
    """Whether other checks compare what a phrase holds: an address, or a figure that is most of it (a date, a sum)."""
    short = len(phrase) <= (FIGURE if " " in phrase else FIGURE_UNSPACED)
    return bool(regex.search(r"://|\S@\S", phrase)) or (short and any(map(str.isdigit, phrase)))


def _phrase(kind: Kind, pair: Pair, context: Context) -> tuple[Phrase | None, str]:
    """The phrase and its witness: a long one if there is one, else a short one."""
    if context.article is None:
        return None, ""
    found = find_phrase(kind, pair, context.article)
    if found is not None and found.strength >= LEAST[kind]:
        return found, WITNESS
    found = _surest(_weighed(kind, pair, context.article), _residual(kind, pair, context.article))
    return (found if found is not None and found.strength >= LEAST_UNSAID[kind] else None), UNSAID


def _surest(*phrases: Phrase | None) -> Phrase | None:
    return max((one for one in phrases if one is not None), key=lambda one: one.strength, default=None)


def _weighed(kind: Kind, pair: Pair, article: Article) -> Phrase | None:
    """The short phrase that is most surely not in the other side, weaker where it holds too few words that nothing carries at all."""
    found, usual = find_unsaid(kind, pair, article), usual_shares(article)
    if found is None or usual is None or not FAINT <= found.strength < SURE[kind]:
        return found
    residue = residue_of(kind, pair, usual)
    if residue is None or residue.holds(found) >= GONE[kind]:
        return found
    return replace(found, strength=round(found.strength * FAINTER, 3))


def _residual(kind: Kind, pair: Pair, article: Article) -> Phrase | None:
    """Of the translation alone: what the source alone says is found as surely, but not yet put in its place."""
    usual = usual_shares(article)
    return find_residual(kind, pair, usual) if usual is not None and kind == "added" else None
