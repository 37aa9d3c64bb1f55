"""Which English headwords the words of a text can render, by the package's own dictionary.

Inflected words are found by simplemma's lemma, by the stem, or by a common beginning; compounds by their parts; scripts without spaces by
the longest piece. The dictionary (`bilingual_table`) says what can render what, never what must.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import regex

from tqcheck.model import Span
from tqcheck.text.bilingual_table import (
    ALIKE,
    ENGLISH,
    HEAD,
    PIECED,
    Table,
    canonical,
    english_headwords,
    plain,
    read_rows,
    table_of,
)
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.segment import words
from tqcheck.text.stems import SNOWBALL, stem
from tqcheck.text.word_patterns import fold, table_language

COMPOUNDING = frozenset({"de", "nl", "sv", "da", "no", "fi", "et", "hu", "is", "el"})
"""Languages whose compounds are written as one word."""
_LONGEST_PIECE = 8
_ALONE = 4
"""Letters with which the words that may be forms of one word begin alike where there is no stemmer to tell, at least."""
_PART, _REST = 4, 3
"""Letters of a part of a compound, and of what is left, at least."""
_CLITICS = {
    "ar": ("وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س"),
    "he": ("וה", "שה", "ה", "ו", "ב", "ל", "מ", "כ", "ש"),
}
"""What Arabic and Hebrew write onto the beginning of a word, longest first."""

_JOINTS = regex.compile(r"['’\-\u200c]")
"""What stands between words that are written as one: l'homme, disse-lhe, Ankara'da."""

_BRITISH = regex.compile(r"(?<=\p{L}{2})our(?=s?$|hood|ite|able|er)|(?<=\p{L}{3})[iy]s(?=e[ds]?$|ing$|ation)")

Reading = tuple[int, int, frozenset[str]]
"""A place in a text and the headwords that it can render."""


def read_headwords(text: str, language: str, other: str) -> list[Reading]:
    """The words of a text that can render a headword of the dictionary between English and the language that is not English, in order."""
    return list(_read(text, language, other))


@lru_cache(maxsize=16384)
def firm_headwords(word: str, language: str) -> frozenset[str]:
    """What one word or phrase of a language other than English renders firmly, in any sentence where it stands."""
    foreign = table_language(language)
    if foreign in PIECED:
        return table_of(foreign).firm.get(fold(word, language), frozenset())
    if " " in word:
        return frozenset[str]().union(*(heads for *_, heads in read_headwords(word, language, ENGLISH)))
    return _headwords_of(plain(word, language), foreign, firm=True)


def read_both(left: tuple[str, str], right: tuple[str, str]) -> tuple[list[Reading], list[Reading]]:
    """What the dictionary knows of two texts, each with its language; nothing where neither is English."""
    languages = table_language(left[1]), table_language(right[1])
    return read_headwords(left[0], *languages), read_headwords(right[0], *languages[::-1])


@lru_cache(maxsize=8192)
def _read(text: str, language: str, other: str) -> tuple[Reading, ...]:
    """Kept, since a sentence is asked about by several measures."""
    foreign = table_language(other if language == ENGLISH else language)
    if (language == ENGLISH) == (other == ENGLISH) or not read_rows(foreign):
        return ()
    if language == ENGLISH:
        return tuple(reading for span in words(text) if (reading := _english(text, span.start, span.end, foreign))[2])
    if foreign in PIECED:
        return tuple(_pieces(fold(text, language), foreign))
    return tuple(_words(text, language, foreign))


def _english(text: str, start: int, end: int, foreign: str) -> Reading:
    word = text[start:end].lower().removesuffix("’s").removesuffix("'s")
    heads, stems = english_headwords(foreign)
    forms = {word, lemma_of(word, ENGLISH).lower()}
    found = forms & heads or {_american(form) for form in forms} & heads
    return start, end, frozenset(found) or stems.get(stem(word, ENGLISH), frozenset())


def _american(word: str) -> str:
    """The spelling under which the dictionaries have what they do not have twice: neighbour, neighbor."""
    if "our" not in word and "is" not in word and "ys" not in word:
        return word
    return str(_BRITISH.sub(lambda match: "or" if match[0] == "our" else match[0].replace("s", "z"), word))


def _words(text: str, language: str, foreign: str) -> Iterator[Reading]:
    table = table_of(foreign)
    spans = words(text)
    written = [plain(text[span.start : span.end], language) for span in spans]
    spoken = [word.translate(ALIKE) for word in written]
    for place, span in enumerate(spans):
        yield from _phrases(spans, spoken, place, table)
        if found := _headwords_of(written[place], foreign):
            yield span.start, span.end, found


def _phrases(spans: Sequence[Span], spoken: list[str], place: int, table: Table) -> Iterator[Reading]:
    for rest, headword in table.phrases.get(spoken[place], ()):
        if tuple(spoken[place + 1 : place + 1 + len(rest)]) == rest:
            first, last = spans[place], spans[place + len(rest)]
            yield first.start, last.end, frozenset([headword])


def _pieces(text: str, foreign: str) -> Iterator[Reading]:
    table, place = table_of(foreign).words, 0
    while place < len(text):
        for length in range(min(_LONGEST_PIECE, len(text) - place), 0, -1):
            if found := table.get(text[place : place + length]):
                yield place, place + length, found
                place += length
                break
        else:
            place += 1


@lru_cache(maxsize=65536)
def _headwords_of(written: str, foreign: str, *, firm: bool = False) -> frozenset[str]:
    """What one word can render, or firmly renders; it is given in small letters."""
    table, word = _known(foreign, firm=firm), written.translate(ALIKE)
    if found := table.get(word):
        return found
    forms = {word, canonical(lemma_of(written, foreign), foreign)} - {""}
    for clitic in _CLITICS.get(foreign, ()):
        if word.startswith(clitic) and len(word) - len(clitic) >= 3:
            forms.add(word[len(clitic) :])
    none = frozenset[str]()
    found = none.union(*(table.get(form, none) for form in forms))
    found = found or none.union(
        *(table.get(near, none) for form in sorted(forms) for near in _relatives(form, foreign))
    )
    if not found and foreign == "ko":
        return next((table[word[:size]] for size in range(len(word), 1, -1) if word[:size] in table), none)
    if not found and (joined := [part for part in _JOINTS.split(written) if part]) and len(joined) > 1:
        return none.union(*(_headwords_of(part, foreign, firm=firm) for part in joined))
    return found or (_parts(word, table) if foreign in COMPOUNDING else none)


def _known(foreign: str, *, firm: bool) -> dict[str, frozenset[str]]:
    table = table_of(foreign)
    return table.firm if firm else table.words


def _relatives(word: str, foreign: str) -> list[str]:
    """Renderings that share the stem of a word, or where no stemmer knows, most of its beginning."""
    near = table_of(foreign).beginnings.get(word[:HEAD], ())
    if foreign in SNOWBALL:
        return [one for one in near if stem(one, foreign) == stem(word, foreign)]
    least = max(_ALONE, round(len(word) * 0.7))
    return [one for one in near if one[:least] == word[:least] and abs(len(one) - len(word)) <= 3]


def _parts(word: str, table: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What the last part of a compound renders, and its first; the longest of either."""
    lasts = [word[cut:] for cut in range(_REST, len(word) - _PART + 1)]
    firsts = [word[:cut] for cut in range(len(word) - _REST, _PART - 1, -1)]
    last, first = (next((found for part in parts if (found := table.get(part))), None) for parts in (lasts, firsts))
    return (last or frozenset()) | (first or frozenset())
