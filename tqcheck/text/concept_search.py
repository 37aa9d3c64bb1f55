"""Finds the words of the concept lexicon in a text, the longest first, in scripts with and without spaces between words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.text.bare_letters import bare_letters
from tqcheck.text.compared_words import find_compared
from tqcheck.text.concept_index import concept_index
from tqcheck.text.concept_runs import find_in_unspaced
from tqcheck.text.concepts import SKIP, Entry, Part, Sense, axes
from tqcheck.text.number_words import find_spelled_numbers
from tqcheck.text.overlaps import overlap
from tqcheck.text.patterns import compiled
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

_WORD = r"[\p{L}\p{M}\p{N}]+"
_GAP = r"[\s\-–'’\u00a0\u202f\u200c\u2011\u05be]{1,3}"
_NUMBER_AFTER = r"[\s\u00a0\u202f]{0,2}(?:US\$|[$€£¥₹₺₽]|[A-Z]{3}\s)?\s?\p{Nd}"
_NUMBER_BEFORE = r"(?:\p{Nd}|%|％)[\s\u00a0\u202f]{0,2}$"
_PROCLITICS = {"ar": r"[وف]?(?:[بكل]?ال|لل|[بلكس])?", "he": r"[ושהלבכמ]{0,3}"}
"""What Arabic and Hebrew write onto the beginning of a word."""
_OPENERS = frozenset(".!?…:;\"“”„«»‘’'()[]—–-•|/\n\ufffc।۔؟¿¡")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words of a text that name a value: the offsets and the sense."""

    start: int
    end: int
    sense: Sense


@lru_cache(maxsize=4096)
def find_senses(text: str, language: str) -> tuple[Sighting, ...]:
    """What a text names, in reading order; words inside a longer entry are not seen, and names of places only as a possibility."""
    code = table_language(language)
    if not concept_index(code).longest:
        return ()
    folded = fold(text, language)
    return tuple(
        Sighting(
            start, end, Sense(sense.axis, sense.value, firm=False) if _is_doubtful(sense, text, start, code) else sense
        )
        for start, end, entry in _search(folded, code)
        for sense in entry.senses
        if sense.axis != SKIP
    )


def count_named(text: str, language: str, axis: str, value: str) -> int:
    """How often a text names a value in words that mean nothing else."""
    return sum(word.sense == Sense(axis, value) for word in find_senses(text, language))


def _search(folded: str, code: str) -> Iterator[tuple[int, int, Entry]]:
    """The entries of a text in reading order."""
    if code not in UNSPACED:
        return _in_spaced(folded, code)
    found, framed = list(find_in_unspaced(folded, code)), list(find_compared(folded, concept_index(code).framed))
    sure = [item[:2] for item in found if any(sense.firm for sense in item[2].senses)]
    further = [item for item in framed if not any(overlap(item[:2], place) for place in sure)]
    return iter(sorted((*found, *further), key=lambda item: item[0]))


def _in_spaced(text: str, code: str) -> Iterator[tuple[int, int, Entry]]:
    """The heaviest entry at each word; of those that begin inside another, the ones of other axes that reach beyond it.

    "Only three times" is "only three" of a whole, and "three times". An ending says what it says whatever the word: "izin verilirse"
    permits, and "-irse" is "if".
    """
    words = [match.span() for match in compiled(_WORD).finditer(text)]
    bare = [bare_letters(text[slice(*word)]) for word in words]
    end = at = 0
    named = frozenset[str]()
    while at < len(words):
        fits = [
            fit
            for fit in _fits_at(text, words, bare, at, code)
            if (fit[2] > end or (fit[2] == end and fit[3].parts[0].ending))
            and (at >= end or named.isdisjoint(_axes(fit[3])))
        ]
        best = max(fits, key=lambda fit: fit[0], default=None)
        at += 1
        if best is None:
            continue
        _, start, end, heaviest = best
        named = _axes(heaviest)
        # the same words with and without a number or an ending beside them may mean two things of two axes
        yield from ((start, words[end - 1][1], fit[3]) for fit in fits if _is_same(fit[3], heaviest))
        yield from (
            (fit[1], words[fit[2] - 1][1], fit[3])
            for fit in fits
            if fit[3].parts[0].ending and SKIP not in named and named.isdisjoint(_axes(fit[3]))
        )
        if SKIP in named:
            at = end


def _axes(entry: Entry) -> frozenset[str]:
    return frozenset(sense.axis for sense in entry.senses)


def _fits_at(
    text: str, words: Sequence[tuple[int, int]], bare: Sequence[str], at: int, code: str
) -> Iterator[tuple[int, int, int, Entry]]:
    """Entries that begin at a word: weight, offset of the first letter, number of the word behind, entry."""
    for skipped, entry in _candidates(text[slice(*words[at])], code):
        last = _matched(entry, text, words, bare, at)
        if last and _has_numbers(entry, text, words[at:last], code):
            yield entry.weight, words[at][0] + skipped, last, entry


def _is_same(one: Entry, other: Entry) -> bool:
    return [part.letters for part in one.parts] == [part.letters for part in other.parts]


@lru_cache(maxsize=16384)
def _candidates(word: str, code: str) -> tuple[tuple[int, Entry], ...]:
    """Entries whose first word a word may be, each with the letters of proclitics before it."""
    return tuple(_find_candidates(word, code))


def _find_candidates(word: str, code: str) -> Iterator[tuple[int, Entry]]:
    index = concept_index(code)
    for skipped in _proclitics(word, code):
        stem = bare_letters(word[skipped:])
        yield from ((skipped, entry) for entry in index.whole.get(stem, ()))
        for length in range(2, min(len(stem), index.longest) + 1):
            for entry in index.beginnings.get(stem[:length], ()):
                if len(stem) - length <= entry.parts[0].reach:
                    yield skipped, entry
        if index.endings:
            for length in range(1, len(stem) + 1):
                yield from ((skipped, entry) for entry in index.endings.get(stem[-length:], ()))


def _proclitics(word: str, code: str) -> Sequence[int]:
    if code not in _PROCLITICS:
        return (0,)
    pattern = compiled(_PROCLITICS[code])
    return [
        length for length in range(min(4, len(word) - 2) + 1) if not length or pattern.fullmatch(word, 0, length)
    ] or (0,)


def _matched(entry: Entry, text: str, words: Sequence[tuple[int, int]], bare: Sequence[str], at: int) -> int:
    """The number of the word behind an entry that begins at a word; 0 where it does not fit."""
    behind = at + len(entry.parts)
    if behind > len(words):
        return 0
    for place, part in enumerate(entry.parts[1:], at + 1):
        if not _fits(part, bare[place]):
            return 0
        if not compiled(_GAP).fullmatch(text, words[place - 1][1], words[place][0]):
            return 0
    return behind


def _has_numbers(entry: Entry, text: str, words: Sequence[tuple[int, int]], code: str) -> bool:
    """Whether the numbers that an entry asks for stand beside its words, in figures or spelled out."""
    start, end = words[0][0], words[-1][1]
    if entry.after and not compiled(_NUMBER_AFTER).match(text, end):
        return any(end < place <= end + 2 for place, _ in _spelled(text, code))
    if entry.before and not compiled(_NUMBER_BEFORE).search(text[max(0, start - 6) : start]):
        return any(start - 2 <= place < start for _, place in _spelled(text, code))
    return True


@lru_cache(maxsize=64)
def _spelled(text: str, code: str) -> tuple[tuple[int, int], ...]:
    """Where a text spells out numbers; not one, which is an article as well."""
    return tuple((item.start, item.end) for item in find_spelled_numbers(text, code) if item.value > 1)


def _fits(part: Part, word: str) -> bool:
    """Whether a word, without its marks, is what a part of an entry asks for."""
    if part.ending:
        return word.endswith(part.letters)
    return word.startswith(part.letters) and len(word) - len(part.letters) <= part.reach


def _is_doubtful(sense: Sense, text: str, start: int, code: str) -> bool:
    """Whether a sure sense may be none, since the word may be a name; words that stand beside names have a capital without being one."""
    return sense.firm and _is_name(text, start, code) and not axes()[sense.axis].capital


def _is_name(text: str, start: int, code: str) -> bool:
    """Whether a word has a capital inside a sentence, in a language that gives it to names alone."""
    if code == "de" or not text[start].isupper() or text[start : start + 4].isupper():
        return False
    lead = text[:start].rstrip()[-1:]
    return bool(lead) and lead not in _OPENERS
