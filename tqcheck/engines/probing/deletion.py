"""Edits that take words out: what the other side does not say is likelier gone."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.engines.base import Edit
from tqcheck.model import TokenScore
from tqcheck.text.scripts import is_no_space

_MAX_WORDS = 6
_MOST = 10
"""Windows tried for a sentence."""

LEAST = 6.0
"""Nats the words of a window must cost together: taking out words that cost less gains too little to be a finding."""

_COMMAS = ",،、，;；؛"


def deletions(text: str, tokens: Sequence[TokenScore], least: float = LEAST) -> list[Edit]:
    """Windows of one to six words around the least likely ones, the costliest first, as edits that leave sound punctuation."""
    words = [token for token in tokens if any(letter.isalnum() for letter in text[token.start : token.end])]
    windows = []
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _MAX_WORDS) + 1):
            cost = -sum(word.logprob for word in words[start:end])
            # an edge that costs nothing is said by the other side: a shorter window asks the same
            if (
                cost >= least
                and min(-words[start].logprob, -words[end - 1].logprob) >= 0.5
                and end - start < len(words)
            ):
                windows.append((cost - 0.5 * (end - start), start, end))
    windows.sort(key=lambda window: (-window[0], window[1], window[2]))
    return [edit for _, start, end in windows[:_MOST] if (edit := _delete(text, words, start, end)) is not None]


def _delete(text: str, words: Sequence[TokenScore], first: int, last: int) -> Edit | None:
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
