"""Which English headwords the words of a text can render, by the package's own dictionary.

`data/dictionary/<language>.tsv`: English headword, tab, what renders it in any of its senses, as dictionary forms divided by spaces
(`a_b` = a phrase); behind `|` what may render it in some sentence (a looser synonym, another part of speech). Inflected words are found
by simplemma's lemma, by the stem, or by a common beginning; compounds by their parts; scripts without spaces by the longest piece. It says
what can render what, never what must.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import regex

from tqcheck.model import Span
from tqcheck.text.dictionary import lemma_of
from tqcheck.text.segment import words
from tqcheck.text.stems import SNOWBALL, stem
from tqcheck.text.transliterate import to_latin
from tqcheck.text.word_patterns import fold, table_language

ENGLISH = "en"
PIECED = frozenset({"zh", "ja", "th"})
"""Languages that are read piece by piece: no spaces."""
COMPOUNDING = frozenset({"de", "nl", "sv", "da", "no", "fi", "et", "hu", "is", "el"})
"""Languages whose compounds are written as one word."""
_LONGEST_PIECE = 8
_HEAD, _ALONE = 3, 4
"""Letters with which the words that may be forms of one word begin alike; where there is no stemmer to tell, at least."""
_PART, _REST = 4, 3
"""Letters of a part of a compound, and of what is left, at least."""
_ALIKE = str.maketrans(
    {
        "ё": "е",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ـ": None,
        "़": None,
        "ی": "ي",
        "ک": "ك",
        "ş": "ș",
        "ţ": "ț",
    }
)
"""Letters that careful and hasty writers set for each other; Arabic tatweel and Hindi nukta are left out."""
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


@dataclass(frozen=True, slots=True)
class _Table:
    """Rendering -> headwords, the same of firm renderings alone, and the renderings by their beginning."""

    words: dict[str, frozenset[str]]
    firm: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    beginnings: dict[str, tuple[str, ...]]


def count_headwords(language: str) -> int:
    """English words that the dictionary of a language holds; 0 where there is none."""
    return len(_rows(table_language(language)))


@lru_cache(maxsize=16384)
def renderings_of(headword: str, language: str) -> tuple[str, ...]:
    """The single words that firmly render an English headword in the language, in dictionary forms as the tables compare them."""
    foreign = table_language(language)
    return tuple(canonical(one, foreign) for one in _by_headword(foreign).get(headword, ()) if "_" not in one)


def read_headwords(text: str, language: str, other: str) -> list[Reading]:
    """The words of a text that can render a headword of the dictionary between English and the language that is not English, in order."""
    return list(_read(text, language, other))


@lru_cache(maxsize=16384)
def firm_headwords(word: str, language: str) -> frozenset[str]:
    """What one word or phrase of a language other than English renders firmly, in any sentence where it stands."""
    foreign = table_language(language)
    if foreign in PIECED:
        return _table(foreign).firm.get(fold(word, language), frozenset())
    if " " in word:
        return frozenset[str]().union(*(heads for *_, heads in read_headwords(word, language, ENGLISH)))
    return _headwords_of(_plain(word, language), foreign, firm=True)


def read_both(left: tuple[str, str], right: tuple[str, str]) -> tuple[list[Reading], list[Reading]]:
    """What the dictionary knows of two texts, each with its language; nothing where neither is English."""
    languages = table_language(left[1]), table_language(right[1])
    return read_headwords(left[0], *languages), read_headwords(right[0], *languages[::-1])


@lru_cache(maxsize=8192)
def _read(text: str, language: str, other: str) -> tuple[Reading, ...]:
    """Kept, since a sentence is asked about by several measures."""
    foreign = table_language(other if language == ENGLISH else language)
    if (language == ENGLISH) == (other == ENGLISH) or not _rows(foreign):
        return ()
    if language == ENGLISH:
        return tuple(reading for span in words(text) if (reading := _english(text, span.start, span.end, foreign))[2])
    if foreign in PIECED:
        return tuple(_pieces(fold(text, language), foreign))
    return tuple(_words(text, language, foreign))


def _english(text: str, start: int, end: int, foreign: str) -> Reading:
    word = text[start:end].lower().removesuffix("’s").removesuffix("'s")
    heads, stems = _headwords(foreign)
    forms = {word, lemma_of(word, ENGLISH).lower()}
    found = forms & heads or {_american(form) for form in forms} & heads
    return start, end, frozenset(found) or stems.get(stem(word, ENGLISH), frozenset())


def _american(word: str) -> str:
    """The spelling under which the dictionaries have what they do not have twice: neighbour, neighbor."""
    return str(_BRITISH.sub(lambda match: "or" if match[0] == "our" else match[0].replace("s", "z"), word))


def _words(text: str, language: str, foreign: str) -> Iterator[Reading]:
    table = _table(foreign)
    spans = words(text)
    written = [_plain(text[span.start : span.end], language) for span in spans]
    spoken = [word.translate(_ALIKE) for word in written]
    for place, span in enumerate(spans):
        yield from _phrases(spans, spoken, place, table)
        if found := _headwords_of(written[place], foreign):
            yield span.start, span.end, found


def _phrases(spans: Sequence[Span], spoken: list[str], place: int, table: _Table) -> Iterator[Reading]:
    for rest, headword in table.phrases.get(spoken[place], ()):
        if tuple(spoken[place + 1 : place + 1 + len(rest)]) == rest:
            first, last = spans[place], spans[place + len(rest)]
            yield first.start, last.end, frozenset([headword])


def _pieces(text: str, foreign: str) -> Iterator[Reading]:
    table, place = _table(foreign).words, 0
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
    table, word = _known(foreign, firm=firm), written.translate(_ALIKE)
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
    table = _table(foreign)
    return table.firm if firm else table.words


def _relatives(word: str, foreign: str) -> list[str]:
    """Renderings that share the stem of a word, or where no stemmer knows, most of its beginning."""
    near = _table(foreign).beginnings.get(word[:_HEAD], ())
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


@lru_cache(maxsize=65536)
def canonical(word: str, language: str) -> str:
    """The word as the tables compare it: small, Serbian in Latin letters, without marks that writers leave out."""
    return _plain(word, language).translate(_ALIKE)


def _plain(word: str, language: str) -> str:
    folded = fold(word, language)
    return to_latin(folded) if table_language(language) == "sr" else folded


@cache
def _table(foreign: str) -> _Table:
    single, firm, beginnings = dict[str, set[str]](), dict[str, set[str]](), dict[str, list[str]]()
    phrases = dict[str, list[tuple[tuple[str, ...], str]]]()
    for headword, renderings, sure in _rows(foreign):
        for number, rendering in enumerate(renderings):
            first, *rest = (canonical(part, foreign) for part in rendering.split("_"))
            if rest and foreign not in PIECED:
                phrases.setdefault(first, []).append((tuple(rest), headword))
                continue
            word = "".join((first, *rest))
            if word not in single:
                beginnings.setdefault(word[:_HEAD], []).append(word)
            single.setdefault(word, set()).add(headword)
            if number < sure:
                firm.setdefault(word, set()).add(headword)
    return _Table(
        {word: frozenset(found) for word, found in single.items()},
        {word: frozenset(found) for word, found in firm.items()},
        {word: tuple(found) for word, found in phrases.items()},
        {head: tuple(found) for head, found in beginnings.items()},
    )


@cache
def _headwords(foreign: str) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """All headwords, and those of each stem."""
    heads, stems = frozenset(headword for headword, *_ in _rows(foreign)), dict[str, set[str]]()
    for headword in heads:
        stems.setdefault(stem(headword, ENGLISH), set()).add(headword)
    return heads, {name: frozenset(found) for name, found in stems.items()}


@cache
def _by_headword(foreign: str) -> dict[str, tuple[str, ...]]:
    return {headword: renderings[:sure] for headword, renderings, sure in _rows(foreign)}


@cache
def _rows(foreign: str) -> tuple[tuple[str, tuple[str, ...], int], ...]:
    """Headword, its renderings, and how many of them are firm."""
    resource = files("tqcheck.text.data").joinpath("dictionary").joinpath(f"{foreign}.tsv")
    if not resource.is_file():
        return ()
    lines = (line.partition("\t") for line in resource.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return tuple((headword, *_split(renderings)) for headword, _, renderings in lines)


def _split(renderings: str) -> tuple[tuple[str, ...], int]:
    firm, _, loose = renderings.partition("|")
    words = firm.split()
    return (*words, *loose.split()), len(words)
