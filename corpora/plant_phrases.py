"""Phrases planted into clean pairs, in any language: what `corpora.fit_phrases` and `corpora.fit_unsaid` learn from.

A phrase is added to a side when what renders it is cut from the other (so it reads as its author wrote it), or when the end of a sentence
of another text is put at the end of this one, or before a mark. "And X" is cut where both sides join it so.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tqcheck.checks.phrase_runs import LONGEST, LONGEST_UNSPACED, Side, side_of
from tqcheck.checks.phrase_strength import SIDES, Kind
from tqcheck.model import Evidence, Pair, Run, Segment
from tqcheck.text.joins import find_joins
from tqcheck.text.languages import primary
from tqcheck.text.word_expressions import UNSPACED

LINKED = 0.35
"""Strength from which a link says that a word renders another."""
CUT, INSERTED = 0.55, 0.3
"""How often a side gets a phrase by a cut in the other, and by an insertion."""
RAGGED = 0.25
"""How often a phrase is cut that does not end as phrases do."""
AT_END = 0.7
"""How often an insertion stands at the end of the sentence."""
SHORTEST, LONGEST_PHRASE = 2, 7
"""Words of what is inserted."""
MOST = 0.6
"""Share of a sentence beyond which nothing is cut."""
JOINED, JOINED_ELSEWHERE = 5, 6
"""Words of "and X" on a side, and on the other."""
Cut = tuple[tuple[int, int], tuple[int, int]]
"""Runs of words, first and behind the last, that render each other, on the two sides."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A pair with a phrase that one side alone has: which kind it makes, where it stands on its side, in which pair of the text."""

    kind: Kind
    row: int
    pair: Pair
    start: int
    end: int


def plant(pairs: Sequence[Pair], others: dict[Kind, Sequence[str]], dice: random.Random) -> Iterator[Planted]:
    """Phrases for the pairs of a text; `others` are the ends of sentences of other texts, by the kind they make."""
    for row, pair in enumerate(pairs):
        source, target = side_of(pair, "source"), side_of(pair, "target")
        if source is None or target is None or min(len(source.words), len(target.words)) < 5:
            continue
        cuts = list(_cuts(pair, source, target))
        for kind in SIDES:
            ours, theirs = (source, target) if kind == "lost" else (target, source)
            if dice.random() < CUT:
                found = cuts if kind == "lost" else [(there, here) for here, there in cuts]
                yield from _cut_one(kind, row, pair, ours, theirs, found, dice)
            if others[kind] and dice.random() < INSERTED:
                yield from _insert_one(kind, row, pair, ours, dice.choice(others[kind]), dice)


def ends_of_sentences(pairs: Sequence[Pair], kind: Kind) -> Iterator[str]:
    """What may be added to another text: a phrase at the end of a sentence, with the mark before it."""
    for pair in pairs:
        side = side_of(pair, SIDES[kind][0])
        language = pair.target_language if kind == "added" else pair.source_language
        if side is None or side.text[side.words[-1].end if side.words else 0 :].strip(" .。।!！"):
            continue
        for first in range(1, len(side.words)):
            long = SHORTEST <= len(side.words) - first <= LONGEST_PHRASE
            if long and (side.grammar[first] or side.marks[first]) and any(side.content[first:]):
                phrase = side.text[side.words[first].start : side.words[-1].end]
                yield (f", {phrase}" if side.marks[first] and primary(language) not in UNSPACED else phrase)


def _cut_one(
    kind: Kind, row: int, pair: Pair, ours: Side, theirs: Side, cuts: list[Cut], dice: random.Random
) -> Iterator[Planted]:
    fine = [cut for cut in cuts if _is_phrase(theirs, *cut[1])] or (cuts if dice.random() < RAGGED else [])
    if not fine:
        return
    sizes = sorted({min(cut[0][1] - cut[0][0], 4) for cut in fine})
    size = dice.choice(sizes)
    (first, last), gone = dice.choice([cut for cut in fine if min(cut[0][1] - cut[0][0], 4) == size])
    shortened = _without(theirs, *gone)
    planted = _changed(pair, "target" if kind == "lost" else "source", shortened)
    yield Planted(kind, row, planted, ours.words[first].start, ours.words[last - 1].end)


def plant_joined(pairs: Sequence[Pair], dice: random.Random) -> Iterator[Planted]:
    """An "and X" that one side alone has, one of each kind for a pair that joins something on both sides."""
    for row, pair in enumerate(pairs):
        source, target = side_of(pair, "source"), side_of(pair, "target")
        if source is None or target is None or min(len(source.words), len(target.words)) < 5:
            continue
        table = _table(pair, source, target)
        for kind in SIDES:
            lost = kind == "lost"
            ours, theirs = (source, target) if lost else (target, source)
            languages = (pair.source_language, pair.target_language)[:: 1 if lost else -1]
            if cuts := list(_joined(ours, theirs, languages, table if lost else table.T)):
                (first, last), gone = dice.choice(cuts)
                planted = _changed(pair, "target" if lost else "source", _without(theirs, *gone))
                yield Planted(kind, row, planted, ours.words[first].start, ours.words[last - 1].end)


def _joined(ours: Side, theirs: Side, languages: tuple[str, str], table: NDArray[np.float64]) -> Iterator[Cut]:
    here, there = (
        find_joins([side.word(word) for word in side.words], language) or [False] * len(side.words)
        for side, language in zip((ours, theirs), languages, strict=True)
    )
    for first in (place for place, one in enumerate(here) if one and place):
        last = first + 1
        while (
            last < len(here)
            and last - first < JOINED
            and not ours.marks[last]
            and not (ours.grammar[last] and last > first + 1)
        ):
            last += 1
        linked = (
            np.flatnonzero(table[first + (not ours.content[first]) : last].max(axis=0))
            if any(ours.content[first:last])
            else []
        )
        if not len(linked):
            continue
        begin, end = int(linked[0]), int(linked[-1]) + 1
        while (
            begin > 0
            and not there[begin]
            and theirs.grammar[begin] | theirs.grammar[begin - 1]
            and not theirs.marks[begin]
        ):
            begin -= 1
        others = np.delete(table, slice(first, last), axis=0)[:, begin + 1 : end]
        if begin and there[begin] and end - begin <= JOINED_ELSEWHERE and not others.any():
            yield (first, last), (begin, end)


def _insert_one(kind: Kind, row: int, pair: Pair, side: Side, phrase: str, dice: random.Random) -> Iterator[Planted]:
    places = [place for place in range(3, len(side.words) + 1) if side.marks[place]]
    if not places:
        return
    yield put_in(kind, row, pair, side, phrase, len(side.words) if dice.random() < AT_END else dice.choice(places))


def put_in(kind: Kind, row: int, pair: Pair, side: Side, phrase: str, place: int) -> Planted:
    """A phrase put before the word of that place, or at the end."""
    at = side.words[place - 1].end
    language = pair.target_language if kind == "added" else pair.source_language
    gap = "" if primary(language) in UNSPACED or phrase[0] in ",،、，" else " "
    text = side.text[:at] + gap + phrase + side.text[at:]
    start = at + len(gap)
    return Planted(kind, row, _changed(pair, SIDES[kind][0], text), start, start + len(phrase))


def _changed(pair: Pair, name: str, text: str) -> Pair:
    segment = Segment(text=text, runs=(Run(0, len(text), 0, len(text)),))
    bare = replace(pair, evidence=Evidence())
    return replace(bare, source=segment) if name == "source" else replace(bare, target=segment)


def _cuts(pair: Pair, source: Side, target: Side) -> Iterator[Cut]:
    """Runs that are linked to each other and to nothing else."""
    table = _table(pair, source, target)
    here, there = _spans(source, pair.source_language), _spans(target, pair.target_language)
    for first, last in here:
        inside = table[first:last]
        columns = np.flatnonzero(inside.sum(axis=0))
        said = [place - first for place in range(first, last) if source.content[place]]
        if last - first > MOST * len(source.words) or not len(columns) or not said:
            continue
        if (inside[said].max(axis=1) > 0).mean() < MOST:
            continue
        low, high = int(columns[0]), int(columns[-1]) + 1
        others = np.delete(table, slice(first, last), axis=0)
        fits = [
            (one, end)
            for one, end in there
            if one <= low and end >= high and end - one <= min(high - low + 3, MOST * len(target.words))
            if not others[:, one:end].any()
        ]
        if fits:
            yield (first, last), min(fits, key=lambda span: span[1] - span[0])


def _table(pair: Pair, source: Side, target: Side) -> NDArray[np.float64]:
    table = np.zeros((len(source.words), len(target.words)))
    for link in pair.evidence.links or ():
        rows = [
            n for n, word in enumerate(source.words) if word.start < link.source.end and word.end > link.source.start
        ]
        ends = [
            n for n, word in enumerate(target.words) if word.start < link.target.end and word.end > link.target.start
        ]
        if link.strength >= LINKED and rows and ends:
            table[np.ix_(rows, ends)] = link.strength
    return table


def _spans(side: Side, language: str) -> list[tuple[int, int]]:
    """Where phrases may begin and end."""
    count, longest = len(side.words), LONGEST_UNSPACED if primary(language) in UNSPACED else LONGEST
    starts = [n for n in range(count) if side.marks[n] or (n and (side.grammar[n] or side.grammar[n - 1]))]
    ends = [n for n in range(1, count + 1) if side.marks[n] or side.grammar[n] != side.grammar[n - 1]]
    return [(first, last) for first in starts for last in ends if first < last <= first + longest]


def _is_phrase(side: Side, first: int, last: int) -> bool:
    """Whether a run may go without leaving half a phrase."""
    opens, closes = side.grammar[first] or side.marks[first], side.grammar[last - 1]
    return bool((side.marks[last] and opens) or (side.marks[first] and closes))


def _without(side: Side, first: int, last: int) -> str:
    """The text without a run, the comma before it gone where nothing follows."""
    left, right = side.text[: side.words[first].start].rstrip(), side.text[side.words[last - 1].end :].lstrip()
    if left.endswith((",", "、", "，", "،")) and (not right or right[0] in ".!?。！？,，、،;"):
        left = left[:-1].rstrip()
    if not left:
        return right.lstrip(",，、، ")
    joined = not right or right[0] in '.,!?。！？，、،;:»”"' or ord(left[-1]) > 0x3000
    return left + ("" if joined else " ") + right
