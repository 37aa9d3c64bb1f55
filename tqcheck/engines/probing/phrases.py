"""Phrases: whole chunks of a text that surprise together, and phrases put back where the other side seems to have lost them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tqcheck.engines.base import Edit
from tqcheck.engines.probing.deletion import delete_words
from tqcheck.engines.probing.direction import Direction
from tqcheck.model import Likelihood, Link, TokenScore
from tqcheck.text.function_words import closed_classes

_FEWEST, _LONGEST = 7, 24
"""Words of a stretch of chunks; `deletions` asks about shorter ones word by word."""

_COST = 3.0
"""Nats each word must cost on average, beyond what is usual in the sentence: what the other side says in other words costs less."""

_MOST = 3
"""Stretches tried for a sentence."""

_LOST = (12.0, -1.5)
"""Least gain and support of a deletion of source words for which the translation is asked what it lacks."""

_RESTORED = 4
"""Places of a translation at which it is asked for, the likeliest."""

_END = 8.0
"""Nats that the end of a translation must cost for it to be asked what is missing there, whatever the source seems to have lost."""

_TAIL = regex.compile(r"[^\p{L}\p{N}]*$")
_MARK = regex.compile(r"[,;:.!?…()\[\]«»“”\"—–、。，；：！？]")


def chunk_deletions(text: str, tokens: Sequence[TokenScore], language: str) -> list[Edit]:
    """Stretches of whole chunks, more than six words, that surprise throughout; dearest first."""
    words = [token for token in tokens if any(letter.isalnum() for letter in text[token.start : token.end])]
    if len(words) <= _FEWEST:
        return []
    # the lower quarter, not the middle: half a sentence may be lost
    usual = sorted(-word.logprob for word in words)[len(words) // 4]
    borders = [*_chunk_starts(text, words, language), len(words)]
    found = []
    for place, first in enumerate(borders):
        for last in borders[place + 1 :]:
            count = last - first
            # what the stretch costs beyond what makes it a candidate: words that cost little make it no dearer
            excess = -sum(word.logprob for word in words[first:last]) - (usual + _COST) * count
            edges = min(-words[first].logprob, -words[last - 1].logprob)
            if _FEWEST <= count <= _LONGEST and count < len(words) and excess >= 0 and edges >= 0.5:
                found.append((excess, first, last))
    found.sort(key=lambda item: (-item[0], item[1], item[2]))
    edits = (delete_words(text, words, first, last) for _, first, last in found[:_MOST])
    return [edit for edit in edits if edit is not None]


def _chunk_starts(text: str, words: Sequence[TokenScore], language: str) -> list[int]:
    """Words with which a chunk begins: the first, one behind a mark, the first of a run of function words."""
    function = closed_classes(language).function
    light = [text[word.start : word.end].strip("\"'“”«»(),.;:!?").casefold() in function for word in words]
    return [
        index
        for index, word in enumerate(words)
        if not index
        or _MARK.search(text[words[index - 1].end - 1 : word.start + 1])
        or (light[index] and not light[index - 1])
    ]


def gap_behind(links: Sequence[Link], start: int) -> int:
    """Where in the translation something that stands at `start` in the source would be: after what renders the words before it."""
    before = [link for link in links if link.source.end <= start]
    nearest = max((link.source.end for link in before), default=0)
    return max((link.target.end for link in before if link.source.end == nearest), default=0)


def places_of(read: str, scored: str, links: Sequence[Link], lost: tuple[int, int]) -> tuple[int, ...]:
    """Where a stretch of the source may be missing in the translation: in order of the links, or at the sentence's end."""
    start, end = lost[0] + len(read[slice(*lost)]) - len(read[slice(*lost)].lstrip(" ,;:")), lost[1]
    places = [gap_behind(links, start)] if links else []
    if not any(letter.isalnum() for letter in read[end:]):
        places.append(_end_of(scored))
    return tuple(dict.fromkeys(places))


def _end_of(text: str) -> int:
    """Behind the last word, before the marks."""
    found = _TAIL.search(text)
    return found.start() if found else len(text)


def restorations(
    texts: Sequence[tuple[str, str]], ours: Sequence[Likelihood], theirs: Sequence[Likelihood], direction: Direction
) -> list[list[Edit]]:
    """For each (source, translation) phrases put back, kind `phrase`: what the scorer expects where source words seem lost."""
    asked = [
        (read, scored, _places(read, scored, result, reverse))
        for (read, scored), result, reverse in zip(texts, ours, theirs, strict=True)
    ]
    questions = sorted({item for item in asked if item[2]})
    answers = dict(zip(questions, direction.restore(questions), strict=True))
    return [
        [
            Edit("phrase", place, place, phrase if place == 0 or phrase[0] in ",;:" else f" {phrase}")
            for place, phrase in zip(item[2], answers.get(item, ()), strict=False)
            if phrase
        ]
        for item in asked
    ]


def _places(read: str, scored: str, ours: Likelihood, reverse: Likelihood) -> tuple[int, ...]:
    lost = [
        probe
        for probe in reverse.probes
        if probe.kind == "delete" and probe.support is not None and probe.gain >= _LOST[0] and probe.support >= _LOST[1]
    ]
    lost.sort(key=lambda probe: (-probe.gain, probe.start, probe.end))
    places = [place for probe in lost for place in places_of(read, scored, ours.links, (probe.start, probe.end))]
    if _cost_of_ending(ours) >= _END:
        places.append(_end_of(scored))
    return tuple(sorted(list(dict.fromkeys(places))[:_RESTORED]))


def _cost_of_ending(scored: Likelihood) -> float:
    """Nats of the last word, its marks and the end: a sentence that was cut off ends unexpectedly."""
    if not scored.tokens:
        return 0.0
    return -(scored.total - sum(token.logprob for token in scored.tokens[:-1]))
