"""The bilingual dictionary as the package holds it: what renders an English headword, read once for each language.

`data/dictionary/<language>.tsv`: English headword, tab, what renders it in any of its senses, as dictionary forms divided by spaces
(`a_b` = a phrase); behind `|` what may render it in some sentence (a looser synonym, another part of speech).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from tqcheck.text.stems import stem
from tqcheck.text.transliterate import to_latin
from tqcheck.text.word_patterns import fold, table_language

ENGLISH = "en"
PIECED = frozenset({"zh", "ja", "th"})
"""Languages that are read piece by piece: no spaces."""
HEAD = 3
"""Letters with which the words that may be forms of one word begin alike."""
ALIKE = str.maketrans(
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


@dataclass(frozen=True, slots=True)
class Table:
    """Rendering -> headwords, the same of firm renderings alone, and the renderings by their beginning."""

    words: dict[str, frozenset[str]]
    firm: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    beginnings: dict[str, tuple[str, ...]]


def count_headwords(language: str) -> int:
    """English words that the dictionary of a language holds; 0 where there is none."""
    return len(read_rows(table_language(language)))


@lru_cache(maxsize=16384)
def renderings_of(headword: str, language: str) -> tuple[str, ...]:
    """The single words that firmly render an English headword in the language, in dictionary forms as the tables compare them."""
    foreign = table_language(language)
    return tuple(canonical(one, foreign) for one in _by_headword(foreign).get(headword, ()) if "_" not in one)


@lru_cache(maxsize=65536)
def canonical(word: str, language: str) -> str:
    """The word as the tables compare it: small, Serbian in Latin letters, without marks that writers leave out."""
    return plain(word, language).translate(ALIKE)


def plain(word: str, language: str) -> str:
    """The word in small letters, Serbian in Latin ones."""
    folded = fold(word, language)
    return to_latin(folded) if table_language(language) == "sr" else folded


@cache
def table_of(foreign: str) -> Table:
    """The dictionary of a language, to be read from its own words."""
    single, firm, beginnings = dict[str, set[str]](), dict[str, set[str]](), dict[str, list[str]]()
    phrases = dict[str, list[tuple[tuple[str, ...], str]]]()
    for headword, renderings, sure in read_rows(foreign):
        for number, rendering in enumerate(renderings):
            first, *rest = (canonical(part, foreign) for part in rendering.split("_"))
            if rest and foreign not in PIECED:
                phrases.setdefault(first, []).append((tuple(rest), headword))
                continue
            word = "".join((first, *rest))
            if word not in single:
                beginnings.setdefault(word[:HEAD], []).append(word)
            single.setdefault(word, set()).add(headword)
            if number < sure:
                firm.setdefault(word, set()).add(headword)
    return Table(
        {word: frozenset(found) for word, found in single.items()},
        {word: frozenset(found) for word, found in firm.items()},
        {word: tuple(found) for word, found in phrases.items()},
        {head: tuple(found) for head, found in beginnings.items()},
    )


@cache
def english_headwords(foreign: str) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """All headwords, and those of each stem."""
    heads, stems = frozenset(headword for headword, *_ in read_rows(foreign)), dict[str, set[str]]()
    for headword in heads:
        stems.setdefault(stem(headword, ENGLISH), set()).add(headword)
    return heads, {name: frozenset(found) for name, found in stems.items()}


@cache
def _by_headword(foreign: str) -> dict[str, tuple[str, ...]]:
    return {headword: renderings[:sure] for headword, renderings, sure in read_rows(foreign)}


@cache
def read_rows(foreign: str) -> tuple[tuple[str, tuple[str, ...], int], ...]:
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
