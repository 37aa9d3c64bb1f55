"""What the source quotes twice in the same words and the translation does not: a quotation and its pull quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

from tqcheck.model import Article
from tqcheck.text.quotations import quoted_ranges
from tqcheck.text.scripts import is_unspaced

LEAST, LEAST_SIGNS = 4, 8
"""Words, or signs of scripts without spaces, of a quotation that nobody says twice by chance."""
COMMON = 50
"""Sentences with the rarest word of a quotation that are looked at: in a long document the cost stays with its length."""
SAME = 0.5
"""Likeness of two renderings from which they render the same words."""
STEM, ENDING = 4, 3
"""Letters that two forms of a word share at least, and letters of the ending at most."""
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_SIGN = regex.compile(r"[\p{L}\p{M}\p{N}]")


@dataclass(frozen=True, slots=True)
class Twice:
    """A later place (number of its pair, view offsets of what differs in its translation) and the pair that says it first."""

    index: int
    start: int
    end: int
    earlier: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a stretch, or its signs, in small letters, with their places."""

    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def find_quoted_twice(article: Article) -> Iterator[Twice]:
    """The places where a quotation that the source repeats word for word is rendered otherwise than before."""
    taken = set[int]()
    for earlier, later in _repeated(article):
        found = _compare(article, earlier, later)
        if found is not None and found.index not in taken:
            taken.add(found.index)
            yield found


def _repeated(article: Article) -> Iterator[tuple[int, int]]:
    """Two pairs, in the order of the text, of which the source of one quotes what that of the other has word for word."""
    sources = [_read(pair.source.text) if pair.source and pair.target else _Words((), ()) for pair in article.pairs]
    places = defaultdict[str, list[int]](list)
    for index, words in enumerate(sources):
        for word in {*words.texts}:
            places[word].append(index)
    for index, quote in _quotations(article):
        rarest = min(quote, key=lambda word: (len(places[word]), word))
        for other in places[rarest][:COMMON]:
            if other != index and _holds(sources[other].texts, quote):
                yield min(index, other), max(index, other)


def _quotations(article: Article) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The number of its pair and the words of every quotation of the source that is long enough."""
    for index, pair in enumerate(article.pairs):
        if pair.source is None or pair.target is None:
            continue
        least = LEAST_SIGNS if is_unspaced(pair.source.text) else LEAST
        for start, end in quoted_ranges(pair.source.text):
            quote = _read(pair.source.text, start, end).texts
            if len(quote) >= least:
                yield index, quote


def _compare(article: Article, earlier: int, later: int) -> Twice | None:
    """What differs in the shorter of two renderings, the later one where they are as long, from what the other has in its place."""
    one, other = (max(_renderings(article, index), key=lambda words: len(words.texts)) for index in (earlier, later))
    short, long, index, first = (other, one, later, earlier)
    if len(one.texts) < len(other.texts):
        short, long, index, first = one, other, earlier, later
    if not short.texts or _holds(long.texts, short.texts):
        return None
    codes = SequenceMatcher(None, short.texts, long.texts, autojunk=False).get_opcodes()
    equal = sum(end - start for tag, start, end, _, _ in codes if tag == "equal")
    changed = [(start, end) for number, (tag, start, end, _, _) in enumerate(codes) if _changes(tag, number, codes)]
    if equal < SAME * len(short.texts) or not changed:
        return None
    if all(_is_contracted(article, index, short.spans[low:high]) for low, high in changed):
        return None
    if _is_fragment(article, index, short) and all(_is_inflected(short, long, code) for code in codes):
        return None
    low, high = changed[0][0], max(changed[0][0] + 1, changed[-1][1])
    return Twice(
        index, short.spans[min(low, len(short.spans) - 1)][0], short.spans[min(high, len(short.spans)) - 1][1], first
    )


def _is_contracted(article: Article, index: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether words are what an apostrophe joins to the one before: "that's" for "that is"."""
    target = article.pairs[index].target
    text = target.text if target else ""
    return bool(spans) and all(text[start - 1 : start] in ("'", "’") for start, _ in spans)


def _is_fragment(article: Article, index: int, words: _Words) -> bool:
    """Whether a quotation is part of a sentence, which puts its words into the case that it asks for."""
    target = article.pairs[index].target
    return target is not None and target.text[words.spans[0][0]].islower()


def _is_inflected(short: _Words, long: _Words, code: tuple[str, int, int, int, int]) -> bool:
    """Whether a step is none, or puts other endings onto the same words."""
    tag, start, end, first, last = code
    if tag in ("equal", "insert"):
        return tag == "equal" or start in (0, len(short.texts))
    size = end - start
    facing = long.texts[last - size : last] if start == 0 else long.texts[first : first + size]
    at_edge = start == 0 or end == len(short.texts)
    same = tag == "replace" and (last - first == size or (at_edge and last - first > size))
    return same and all(_has_stem(*pair) for pair in zip(short.texts[start:end], facing, strict=True))


def _has_stem(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone."""
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def _changes(tag: str, number: int, codes: Sequence[object]) -> bool:
    """Whether a step is a difference: what the longer one has before and behind is none."""
    return tag != "equal" and not (tag == "insert" and number in (0, len(codes) - 1))


def _renderings(article: Article, index: int) -> list[_Words]:
    """The quotations of a translation, or all of it."""
    target = article.pairs[index].target
    text = target.text if target else ""
    ranges = quoted_ranges(text) or ((0, len(text)),)
    return [_read(text, start, end) for start, end in ranges]


def _read(text: str, start: int = 0, end: int | None = None) -> _Words:
    found = list((_SIGN if is_unspaced(text) else _WORD).finditer(text, start, len(text) if end is None else end))
    return _Words(tuple(match[0].casefold() for match in found), tuple(match.span() for match in found))


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(words[at : at + size]) == tuple(part) for at in range(len(words) - size + 1))
