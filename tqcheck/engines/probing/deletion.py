"""Edits that take words out: what the other side does not say is likelier gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from tqcheck.engines.base import Edit
from tqcheck.model import TokenScore
from tqcheck.text.function_words import closed_classes
from tqcheck.text.scripts import is_no_space

_MAX_WORDS = 6
_MOST = 10
"""Windows tried for a sentence."""

_SAME = 4
"""Windows tried around the same costliest word, itself not counted."""

LEAST = 6.0
"""Nats the words of a window must cost together: taking out words that cost less gains too little to be a finding."""

_WORD_COST = 2.0
"""Nats beyond the sentence's usual by which a word must surprise for a longer window to come before a shorter one."""

_PHRASE = 4.0
"""What a window counts more when it is a phrase: it begins with a function word and another one, or a mark, follows it."""

_COMMAS = ",،、，;；؛"


def deletions(text: str, tokens: Sequence[TokenScore], language: str, least: float = LEAST) -> list[Edit]:
    """Windows of one to six words that surprise most, as edits that leave sound punctuation; dearest first."""
    words = [token for token in tokens if any(letter.isalnum() for letter in text[token.start : token.end])]
    if not words:
        return []
    usual, light = _WORD_COST + median(-word.logprob for word in words), _light(text, words, language)
    windows = []
    for start, end in _windows(words, least):
        cost = -sum(word.logprob for word in words[start:end]) - usual * (end - start)
        closed = end == len(words) or light[end] or not text[words[end - 1].end - 1].isalnum()
        windows.append((cost + _PHRASE * (light[start] and closed and end - start > 1), start, end))
    windows.sort(key=lambda window: (-window[0], window[1], window[2]))
    edits, around = list[Edit](), Counter[int]()
    for _, start, end in windows:
        peak = min(range(start, end), key=lambda index: (words[index].logprob, index))
        edit = delete_words(text, words, start, end) if end - start == 1 or around[peak] < _SAME else None
        if edit is not None and edit not in edits:
            edits.append(edit)
            around[peak] += 1
    return edits[:_MOST]


def _windows(words: Sequence[TokenScore], least: float) -> Iterator[tuple[int, int]]:
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _MAX_WORDS) + 1):
            cost = -sum(word.logprob for word in words[start:end])
            # an edge that costs nothing is said by the other side: a shorter window asks the same
            edge = min(-words[start].logprob, -words[end - 1].logprob)
            if cost >= least and edge >= 0.5 and end - start < len(words):
                yield start, end


def _light(text: str, words: Sequence[TokenScore], language: str) -> list[bool]:
    """Which words are function words."""
    function = closed_classes(language).function
    return [text[slice(*_core(text, word.start, word.end))].casefold() in function for word in words]


def delete_words(text: str, words: Sequence[TokenScore], first: int, last: int) -> Edit | None:
    """The words from `first` up to `last` taken out, with a space and a comma that would be left over; None where nothing is left."""
    start, end = _core(text, words[first].start, words[last - 1].end)
    if start >= end:
        return None
    if not text[:start].strip():
        return _behead(text, start, end)
    before = len(text[:start].rstrip())
    after = end + len(text[end:]) - len(text[end:].lstrip())
    if after < len(text) and text[before - 1] in _COMMAS and text[after] in _COMMAS:
        # "said, to him, that" becomes "said, that"
        return Edit("delete", before, after + 1)
    if before == start and after > end and not is_no_space(text[start]):
        return Edit("delete", start, after)
    return Edit("delete", before, end)


def _behead(text: str, start: int, end: int) -> Edit | None:
    """Without its first words a sentence starts with a capital again."""
    rest = text[end:].lstrip(" \u00a0" + _COMMAS)
    if not rest:
        return None
    place = len(text) - len(rest)
    return Edit("delete", start, place + 1, rest[0].upper() if text[start].isupper() else rest[0])


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    """The window without punctuation at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
