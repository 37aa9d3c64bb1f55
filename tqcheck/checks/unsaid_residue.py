"""What one side is left with when all its other words have found theirs: a lost adverb, an adjective more, an item of a list.

One word that the other side does not seem to say is worth nothing: every second sentence has one. But where dictionary, links and shares
account for all other words of both sides, and the word stands as what editors add and drop (an adverb in -ly, an adjective before a noun
that is rendered, an item of a list, two such words beside each other), it is mostly missing on the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import mean
from typing import Literal

from tqcheck.checks.phrase_runs import Side
from tqcheck.checks.phrase_strength import Kind, Phrase, UsualShares
from tqcheck.checks.unsaid_words import SHORT, UnsaidWords, languages_of, unsaid_words
from tqcheck.model import Pair
from tqcheck.text.dictionary import is_known
from tqcheck.text.function_words import closed_classes
from tqcheck.text.joins import find_joins
from tqcheck.text.language_codes import primary
from tqcheck.text.noun_frames import opens_noun, sets_adjective_behind
from tqcheck.text.word_expressions import UNSPACED

Shape = Literal["adverb", "item", "pair", "adjective", "word", "other"]
"""How the words stand: an English adverb, an item of a list, several words beside each other, before a noun; or none of these, in another
language than English or there."""
Run = tuple[int, ...]
"""Places of the words, in order."""

UNLINKED = 0.4
"""Strength of a link from which a word has a counterpart."""
GONE, FAINT = 0.5, 0.35
"""How far below what is usual the share of a word is that nothing carries; of one that may be carried."""
SAID = 0.2
"""How far below what is usual the share of a word may be that stands for something."""
MOST: Mapping[Kind, float] = {"added": 0.2, "lost": 0.3}
"""Share of such a word, at most."""
MEAN: Mapping[Kind, float] = {"added": 0.75, "lost": 0.7}
"""Share of the other content words of the side, on average and at least: else the translation is free."""
MORE: Mapping[Kind, int] = {"added": 0, "lost": 1}
"""Words of the side beside the run that may be carried faintly."""
STRENGTHS: Mapping[Kind, Mapping[Shape, float]] = {
    "added": {"pair": 0.74, "item": 0.74, "adjective": 0.66},
    "lost": {"adverb": 0.73, "pair": 0.73, "item": 0.73, "adjective": 0.6, "word": 0.6},
}
"""By what development texts hold of each: of lost ones one in thirty thousand words of a sound translation."""
ENGLISH = "en"
ADVERB = 6
"""Letters of an English adverb, at least."""


@dataclass(frozen=True, slots=True)
class Residue:
    """The words of a side that nothing carries, those that may be carried faintly, and what is known of the side."""

    words: UnsaidWords
    language: str
    usual: float
    gone: tuple[int, ...]
    faint: tuple[int, ...]

    def holds(self, phrase: Phrase) -> int:
        """How many of its words that nothing carries a phrase holds."""
        spans = (self.words.ours.words[place] for place in self.gone)
        return sum(phrase.start <= word.start and word.end <= phrase.end for word in spans)


def residue_of(kind: Kind, pair: Pair, usual: UsualShares, *, known: bool = True) -> Residue | None:
    """What a side is left with, of words that the dictionary knows or of all; None where nothing is, or words are not set apart."""
    language = languages_of(pair, kind)[0]
    if primary(language) in UNSPACED:
        return None
    words = unsaid_words(pair, usual, kind)
    if words is None:
        return None
    left = {
        place: found["gap"]
        for place, found in words.features.items()
        if not (known and found["unknown"]) and _is_left(words, place, language)
    }
    gone, faint = (tuple(place for place, gap in left.items() if gap > least) for least in (GONE, FAINT))
    return Residue(words, language, usual.carried[kind], gone, faint)


def find_residual(kind: Kind, pair: Pair, usual: UsualShares) -> Phrase | None:
    """The words that one side alone seems to say, in a sentence whose other words are all accounted for."""
    ours = residue_of(kind, pair, usual)
    if ours is None or not ours.gone:
        return None
    theirs = residue_of("lost" if kind == "added" else "added", pair, usual, known=False)
    if theirs is not None and theirs.faint:
        return None
    found = [phrase for run in _runs(ours) if (phrase := _phrase(kind, ours, run)) is not None]
    return max(found, key=lambda phrase: phrase.strength, default=None)


def _is_left(words: UnsaidWords, place: int, language: str) -> bool:
    """Whether a word may be one that the other side lacks: no name, no figure, no pronoun, not rendered and not linked."""
    found, text = words.features[place], words.ours.word(words.ours.words[place])
    named = text[0].isupper() and (not place or primary(language) != "de")
    if named or found["rendered"] or found["link"] >= UNLINKED or any(map(str.isdigit, text)):
        return False
    classes, plain = closed_classes(language), text.casefold()
    return plain not in classes.participants and plain not in classes.negation and not opens_noun(plain, language)


def _runs(residue: Residue) -> Iterator[Run]:
    """The words that stand together, with nothing but grammar between them."""
    side, run = residue.words.ours, list[int]()
    for place in residue.gone:
        between = range(run[-1] + 1, place) if run else ()
        if run and (side.marks[place] or any(side.content[one] or side.marks[one] for one in between)):
            yield tuple(run)
            run = []
        run.append(place)
    if run:
        yield tuple(run)


def _phrase(kind: Kind, residue: Residue, run: Run) -> Phrase | None:
    side = residue.words.ours
    others = [word.share for place, word in enumerate(side.words) if side.content[place] and place not in run]
    if not others or mean(others) < MEAN[kind] or len(residue.faint) - len(run) > MORE[kind]:
        return None
    if max(side.words[place].share for place in run) >= MOST[kind]:
        return None
    strength = STRENGTHS[kind].get(_shape(residue, run))
    if strength is None:
        return None
    first = _opening(side, run[0]) if len(run) > 1 else run[0]
    return Phrase(side.words[first].start, side.words[run[-1]].end, {}, strength)


def _shape(residue: Residue, run: Run) -> Shape:
    side, language = residue.words.ours, residue.language
    if len(run) > 1:
        return "pair"
    (place,) = run
    text = side.word(side.words[place])
    if primary(language) == ENGLISH and _is_adverb(text):
        return "adverb"
    if _is_item(side, place, language):
        return "item"
    if len(text) <= SHORT:
        return "other"
    before = side.word(side.words[place - 1]).casefold() if place and not side.marks[place] else ""
    if opens_noun(before, language) and not sets_adjective_behind(language) and _is_said(residue, place + 1):
        return "adjective"
    return "other" if primary(language) == ENGLISH else "word"


def _is_adverb(word: str) -> bool:
    """Whether an English word is made of an adjective: carefully, angrily, probably; not supply."""
    stem = word.lower().removesuffix("ly")
    bases = (stem, f"{stem}le", f"{stem[:-1]}y" if stem.endswith("i") else stem)
    return word.endswith("ly") and len(word) >= ADVERB and any(is_known(base, ENGLISH) for base in bases)


def _is_said(residue: Residue, place: int) -> bool:
    """Whether a content word follows, without a mark before it, that the other side says."""
    side = residue.words.ours
    if place >= len(side.words) or side.marks[place] or not side.content[place]:
        return False
    found = residue.words.features[place]
    return bool(found["rendered"]) or side.words[place].share >= residue.usual - SAID


def _is_item(side: Side, place: int, language: str) -> bool:
    """Whether a word fills all between two marks or joins, one join near."""
    joins = find_joins([side.word(word) for word in side.words], language)
    if joins is None:
        return False
    first = place
    if first and not side.marks[first] and not joins[first] and not side.content[first - 1]:
        first -= 1
    last = place + 1
    opens, closes = side.marks[first] or joins[first], side.marks[last] or (last < len(joins) and joins[last])
    return bool(first and opens and closes and any(joins[max(0, place - 4) : place + 5]))


def _opening(side: Side, place: int) -> int:
    """The first of the grammar words before a word, back to a mark."""
    while place > 0 and not side.marks[place] and side.grammar[place - 1]:
        place -= 1
    return place
