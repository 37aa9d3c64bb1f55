"""simplemma's packed dictionaries, looked up without unpacking them: an index of their beginnings takes a quarter of the time.

The format (`SMFC1`) is simplemma's own; where a release has another one, `open_stream` gives None and simplemma reads it itself.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import Any

import regex

_COARSE, _DEPTH = 3, 6
"""Bytes of a word by which the whole dictionary is indexed, and by which a part of it is once a word is looked for there."""
_SAME_AS_PREVIOUS = 254
_SOUND = (3, 11, 5)
"""Python whose `re` matches possessive quantifiers rightly (gh-106052); before, `regex` does, which takes longer."""
_USUAL = 24
"""Bytes beyond which a word's own part or its lemma's is rare."""


class Stream:
    """The words of one dictionary, and what each is a form of."""

    __slots__ = ("_data", "_parts", "_read", "_records", "_reverse")

    def __init__(self, data: bytes, frontcode: Any) -> None:
        """Index the decompressed stream; ValueError or IndexError where it has another format."""
        self._reverse, _, position = frontcode._read_header(data)
        self._records = frontcode._iter_records
        self._data = data
        self._parts = {head: _Part(data, head, block) for head, block in _beginnings(data, position, _COARSE)}
        self._read: dict[bytes, dict[bytes, bytes]] = {}

    def __contains__(self, word: str) -> bool:
        """Whether the dictionary holds exactly this word."""
        return self._find(word) is not None

    def lemma(self, word: str) -> str:
        """What the word is a form of; empty where the dictionary does not hold it, or would have to be read from further back to tell."""
        stored = self._find(word) or b""
        return (stored[::-1] if self._reverse else stored).decode()

    def _find(self, word: str) -> bytes | None:
        key = word.encode()
        if self._reverse:
            key = key[::-1]
        head = key[:_DEPTH]
        if head not in self._read:
            self._read[head] = dict(self._words(head))
        return self._read[head].get(key)

    def _words(self, head: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The words with this beginning and their lemmas; a lemma that is said to be that of the word before the first is empty."""
        part = self._parts.get(head[:_COARSE])
        block = part.find(head) if part else None
        if block is None:
            return
        start, seed = block
        for _, stored, lemma in self._records(self._data, start, seed, b""):
            if stored[:_DEPTH] != head:
                return
            yield stored, lemma


_Block = tuple[int, bytes]
"""Where the first record of a beginning lies, and what it shares with the word before it."""


class _Part:
    """The words with one coarse beginning, indexed by a longer one as far as anybody asked: words lie in the order of their bytes."""

    __slots__ = ("_blocks", "_last", "_rest")

    def __init__(self, data: bytes, head: bytes, block: _Block) -> None:
        self._blocks: dict[bytes, _Block] = {}
        self._last = b""
        longer = _beginnings(data, block[0], _DEPTH, block[1])
        self._rest = takewhile(lambda found: found[0].startswith(head), longer)

    def find(self, head: bytes) -> _Block | None:
        """Where the words with a beginning lie; None where there are none."""
        while self._last < head:
            self._last, block = next(self._rest, (_BEHIND, (0, b"")))
            self._blocks[self._last] = block
        return self._blocks.get(head)


_BEHIND = b"\xff"
"""Behind all words."""


def _beginnings(data: bytes, position: int, depth: int, head: bytes = b"") -> Iterator[tuple[bytes, _Block]]:
    """The beginnings of `depth` bytes of the words from a position on; `head` begins the word before."""
    end, skip = len(data), _same_beginning(depth).match
    while position < end:
        match = skip(data, position)
        position = match.end() if match else position
        if position == end:
            break
        start, shared, size = position, data[position], data[position + 1]
        position += 2
        if shared >= 0x80 or size >= 0x80:
            shared, position = _long(data, start)
            size, position = _long(data, position)
        if shared < depth:
            seed = head[:shared]
            head = seed + data[position : position + min(size, depth - shared)]
            yield head, (start, seed)
        position += size
        if data[position] == _SAME_AS_PREVIOUS:
            position += 1
        elif (size := data[position + 1]) < 0x80:
            position += 2 + size
        else:
            size, position = _long(data, position + 1)
            position += size
    if position != end:
        raise ValueError("the dictionary is packed in another way")


@cache
def _same_beginning(depth: int) -> Any:
    """A run of records of which `depth` bytes are those of the word before them, so that they are stepped over all at once.

    A record: how many bytes it shares with the word before, how many follow, these; then its lemma: one byte that says it is the
    same, or one byte, a size and that many bytes. Sizes beyond `_USUAL` are left to the caller.
    """
    sized = b"|".join(re.escape(bytes([size])) + b"." * size for size in range(_USUAL))
    same = re.escape(bytes([_SAME_AS_PREVIOUS]))
    shared = re.escape(bytes([depth])) + rb"-\x7f"
    run = b"(?:[%b](?:%b)(?:%b|[^%b](?:%b)))*+" % (shared, sized, same, same, sized)
    return re.compile(run, re.DOTALL) if sys.version_info >= _SOUND else regex.compile(run, regex.DOTALL)


def _long(data: bytes, position: int) -> tuple[int, int]:
    """A number of several bytes, seven bits each, and where it ends."""
    value = shift = 0
    while data[position] >= 0x80:
        value |= (data[position] & 0x7F) << shift
        position, shift = position + 1, shift + 7
    return value | data[position] << shift, position + 1


@cache
def open_stream(code: str) -> Stream | None:
    """The dictionary of a language as simplemma names it; None where it has none or packs it in another way."""
    try:
        from simplemma.strategies.dictionaries import frontcode
        from simplemma.strategies.dictionaries.dictionary_factory import _read_decompressed

        return Stream(_read_decompressed(code), frontcode)
    except (ImportError, AttributeError, ValueError, IndexError, OSError):
        return None
