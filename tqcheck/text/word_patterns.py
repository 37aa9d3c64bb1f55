"""Word lists of the data tables as patterns over running text, in every kind of script.

A list is words divided by spaces: `word` = that word, `word*` = any word that begins so, `*word` = that ends so, `a_b` = a phrase,
`a~b` = with up to some words between, inside a clause. Text is matched as `fold` gives it: in lowercase, position by position.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.word_expressions import LETTER, PROCLITICS, UNSPACED, expression
from tqcheck.text.word_places import Place, is_letter, spaced, stands, words_of

RELATIVES = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr", "me": "sr", "nb": "no", "nn": "no", "gl": "pt"}
"""Languages that read the tables of a close relative."""

FEW_PHRASES = 12
"""Entries of more than plain words up to which a list is compiled whole."""
HEAD = 3
"""Letters by which lists find the texts that may hold their words."""
FEW = 24
"""Words of a list up to which each is looked for in the text; of a longer list, each word of the text is looked up."""


@dataclass(frozen=True)
class WordPattern:
    """The pattern of a word list. Plain words are looked for as they are; a pattern is compiled only where a text may hold what is more.

    Attributes:
        entries: the words, as the tables write them.
        code: the table language.
        clitics: whether what Arabic and Hebrew write onto the beginning of a word may stand there.
    """

    entries: tuple[str, ...]
    code: str
    clitics: bool = True

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> regex.Match[str] | Place | None:
        """The first match in text[start:end], as `regex` finds it: what stands before `start` counts, what stands behind `end` does not."""
        if pattern := self._pattern_for(text):
            return pattern.search(text, start, end)
        return next((place for place in self._find_plain(text[:end]) if place.low >= start), None)

    def match(self, text: str, start: int = 0) -> regex.Match[str] | Place | None:
        """The match at `start`."""
        if pattern := self._pattern_for(text):
            return pattern.match(text, start)
        return next((place for place in self._find_plain(text) if place.low == start), None)

    def fullmatch(self, text: str) -> regex.Match[str] | Place | None:
        """The match of the whole text."""
        if pattern := self._pattern_for(text):
            return pattern.fullmatch(text)
        return next((place for place in self._find_plain(text) if place.span() == (0, len(text))), None)

    def finditer(self, text: str) -> Iterable[regex.Match[str] | Place]:
        """All matches, in order."""
        pattern = self._pattern_for(text)
        return pattern.finditer(text) if pattern else self._find_plain(text)

    def sub(self, filler: str, text: str) -> str:
        """The text with a filler, one character, for every character of every match."""
        for place in self.finditer(text):
            text = text[: place.start()] + filler * (place.end() - place.start()) + text[place.end() :]
        return text

    def _pattern_for(self, text: str) -> regex.Pattern[str] | None:
        """What finds in this text all that the list would; None where plain words are all it may hold.

        Of a list with many phrases only those that may stand in the text are compiled: a hundred of them take longer than ten articles.
        """
        if self.code in UNSPACED:
            return self.compiled if any(piece in text for piece in self._pieces) else None
        plain_spaced = spaced(text)
        there = (
            entry
            for entry, piece, parts in self._others
            if piece in text and all(part in plain_spaced for part in parts)
        )
        first = next(there, None)
        if first is None:
            return None
        if self._written_onto or len(self._others) <= FEW_PHRASES:
            return self.compiled
        words = frozenset(word for _, word in words_of(text))
        plain = (entry for entry in self.entries if self._is_plain(entry) and stands(entry, words))
        return _compile((first, *there, *plain), self.code, self.clitics)

    def _find_plain(self, text: str) -> list[Place]:
        """The plain words of the list in a text: at one place they all end where the word does."""
        if len(self.plain) > FEW:
            return [Place(text, at, at + len(word)) for at, word in words_of(text) if self.holds(word)]
        found = dict[int, Place]()
        for word, begins in self.plain:
            at = text.find(word)
            while at >= 0:
                end = at + len(word)
                if begins:
                    end = next((place for place in range(end, len(text)) if not is_letter(text[place])), len(text))
                if not (at and is_letter(text[at - 1])) and not (end < len(text) and is_letter(text[end])):
                    found[at] = Place(text, at, end)
                at = text.find(word, at + 1)
        return [found[at] for at in sorted(found)]

    def holds(self, word: str) -> bool:
        """Whether a whole word is one of the plain ones."""
        wholes, beginnings, shortest = self._index
        return word in wholes or any(word[:size] in beginnings for size in range(shortest, len(word) + 1))

    @cached_property
    def _index(self) -> tuple[frozenset[str], frozenset[str], int]:
        """Plain words, beginnings, and the length of the shortest of these."""
        wholes = frozenset(word for word, begins in self.plain if not begins)
        beginnings = frozenset(word for word, begins in self.plain if begins)
        return wholes, beginnings, min(map(len, beginnings), default=sys.maxsize)

    @cached_property
    def heads(self) -> frozenset[str]:
        """How the words begin, for `heads_in`; "" where a word may begin otherwise, or stands within others."""
        if self._written_onto or any(entry.startswith("*") for entry in self.entries):
            return frozenset({""})
        return frozenset(regex.split(r"[_~*\-]", entry)[0][:HEAD] for entry in self.entries)

    @cached_property
    def plain(self) -> tuple[tuple[str, bool], ...]:
        """The words that are letters and no more, and whether they only begin what is meant."""
        return tuple((entry.rstrip("*"), entry.endswith("*")) for entry in self.entries if self._is_plain(entry))

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        """Of each other entry the longest letters that stand in all its matches as they are."""
        return tuple(dict.fromkeys(piece for _, piece, _ in self._others))

    @cached_property
    def _others(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Each other entry, the longest letters that stand in all its matches, and all that do where a space divides words."""
        return tuple(
            (
                entry,
                max(regex.split(r"[_~*]", entry), key=len),
                tuple(part for part in regex.split(r"[~*]", entry.replace("_", " ").replace("-", " ")) if part),
            )
            for entry in self.entries
            if not self._is_plain(entry)
        )

    @property
    def _written_onto(self) -> bool:
        """Whether other words may stand around those of the list without a space."""
        return self.code in UNSPACED or (self.clitics and self.code in PROCLITICS)

    def _is_plain(self, entry: str) -> bool:
        return not self._written_onto and all(map(is_letter, entry.removesuffix("*")))

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The whole list as one pattern."""
        return _compile(self.entries, self.code, self.clitics)


@lru_cache(maxsize=16384)
def _compile(entries: tuple[str, ...], code: str, clitics: bool) -> regex.Pattern[str]:
    """Entries as one pattern, the longest first."""
    ordered = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    options = "|".join(expression(entry, code) for entry in ordered)
    if code in UNSPACED:
        return regex.compile(options)
    before = PROCLITICS.get(code, "") if clitics else ""
    return regex.compile(rf"(?<!{LETTER}){before}(?:{options})")


NOTHING = WordPattern((), "")
"""The pattern of an empty list, which matches nothing."""


@lru_cache(maxsize=4096)
def heads_in(text: str) -> frozenset[str]:
    """All beginnings of the words of a text, up to `HEAD` letters, and ""."""
    return frozenset(word[:size] for _, word in words_of(text) for size in range(HEAD + 1)) | {""}


def table_language(language: str) -> str:
    """The code under which the tables keep a language."""
    code = primary(language)
    return RELATIVES.get(code, code)


@lru_cache(maxsize=8192)
def fold(text: str, language: str) -> str:
    """The text in lowercase, character by character, so that offsets stay; Turkish by its own rule of i."""
    if primary(language) in ("tr", "az"):
        text = text.replace("İ", "i").replace("I", "ı")
    lowered = text.lower().replace("’", "'")
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text).replace("’", "'")


@cache
def compile_words(words: str, language: str, *, clitics: bool = True) -> WordPattern:
    """The pattern of a list, for folded text; an empty list matches nothing.

    `clitics`: whether Arabic and Hebrew words may have prepositions and articles written onto them.
    """
    code = table_language(language)
    entries = words.split()
    if code == "sr":
        entries += [to_cyrillic(entry) for entry in entries]
    return WordPattern(tuple(entries), code, clitics) if entries else NOTHING


def compile_labelled(words: Iterable[str], code: str) -> tuple[regex.Pattern[str], dict[str, str]]:
    """One pattern for many words of a table language, the longest first, and the word of each of its groups (`match.lastgroup`)."""
    groups: dict[str, str] = {}
    options: list[str] = []
    for number, entry in enumerate(sorted(words, key=lambda entry: (-len(entry), entry))):
        spellings = (entry, to_cyrillic(entry)) if code == "sr" else (entry,)
        groups[f"g{number}"] = entry
        options.append(f"(?P<g{number}>{'|'.join(expression(spelling, code) for spelling in spellings)})")
    if not options:
        return regex.compile(r"(?!)"), groups
    before = "" if code in UNSPACED else rf"(?<!{LETTER}){PROCLITICS.get(code, '')}"
    return regex.compile(f"{before}(?:{'|'.join(options)})"), groups
