"""Word lists of the data tables as patterns over running text, in every kind of script.

A list is words divided by spaces: `word` = that word, `word*` = any word that begins so, `*word` = that ends so, `a_b` = a phrase,
`a~b` = with up to some words between, inside a clause. Text is matched as `fold` gives it: in lowercase, position by position.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.word_expressions import LETTER, PROCLITICS, UNSPACED, expression
from tqcheck.text.word_phrases import Found, Phrase, compile_entries, merge_found, order_of, read_phrase
from tqcheck.text.word_places import Place, is_letter, spaced, words_of

RELATIVES = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr", "me": "sr", "nb": "no", "nn": "no", "gl": "pt"}
"""Languages that read the tables of a close relative."""

HEAD = 3
"""Letters by which lists find the texts that may hold their words."""
_HEAD = regex.compile(rf"{LETTER}{{0,{HEAD}}}+")


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

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Found | None:
        """The first match in text[start:end], as `regex` finds it: what stands before `start` counts, what stands behind `end` does not."""
        if self._is_absent(text):
            return None
        if self._written_onto:
            return pattern.search(text, start, end) if (pattern := self._pattern_for(text)) else None
        return next(self._walk(text[:end], start), None)

    def match(self, text: str, start: int = 0) -> Found | None:
        """The match at `start`."""
        if self._written_onto:
            return pattern.match(text, start) if (pattern := self._pattern_for(text)) else None
        found = next(self._walk(text, start), None)
        return found if found is not None and found.start() == start else None

    def fullmatch(self, text: str) -> Found | None:
        """The match of the whole text."""
        if self._is_absent(text):
            return None
        if self._written_onto:
            return pattern.fullmatch(text) if (pattern := self._pattern_for(text)) else None
        if words_of(text) == ((0, text),) and next(self._finding(text), None):
            return Place(text, 0, len(text))
        whole = (phrase.fullmatch(text) for phrase in self._phrases_in(text))
        return next((found for found in whole if found is not None), None)

    def finditer(self, text: str) -> Iterable[Found]:
        """All matches, in order."""
        if self._is_absent(text):
            return ()
        if self._written_onto:
            return pattern.finditer(text) if (pattern := self._pattern_for(text)) else ()
        return self._walk(text, 0)

    def sub(self, filler: str, text: str) -> str:
        """The text with a filler, one character, for every character of every match."""
        for place in self.finditer(text):
            text = text[: place.start()] + filler * (place.end() - place.start()) + text[place.end() :]
        return text

    def _is_absent(self, text: str) -> bool:
        """Whether no word of the text begins as an entry does."""
        return self.heads.isdisjoint(heads_in(text))

    def _pattern_for(self, text: str) -> regex.Pattern[str] | None:
        """The whole list as one pattern, where words are written onto others; None where the letters of no entry stand in the text."""
        there = (phrase.piece in text for phrases in self._phrases.values() for phrase in phrases)
        return self.compiled if any(there) else None

    def _walk(self, text: str, start: int) -> Iterator[Found]:
        """What the list finds in the text from a place on."""
        plain, phrases = self._find_plain(text), self._phrases_in(text)
        if phrases:
            entries = {place[0]: min(self._finding(place[0]), key=order_of) for place in plain}
            return merge_found(text, start, plain, entries, phrases)
        return (place for place in plain if place.low >= start)

    def _phrases_in(self, text: str) -> list[Phrase]:
        """The entries of more than a plain word whose letters stand in the text."""
        heads = self._phrases.keys() & heads_in(text) if self._phrases else ()
        return [phrase for head in heads for phrase in self._phrases[head] if phrase.may_stand(text, spaced(text))]

    def _find_plain(self, text: str) -> list[Place]:
        """The plain words of the list in a text: at one place they all end where the word does."""
        words = words_by_head(text)
        found = {
            at: Place(text, at, at + len(word))
            for head in self._plain.keys() & words.keys()
            for at, word in words[head]
            if any(map(word.startswith, self._plain[head][1])) or word in self._plain[head][0]
        }
        return [found[at] for at in sorted(found)]

    def _finding(self, word: str) -> Iterator[str]:
        """The plain entries that find a word."""
        for size in range(1, HEAD + 1):
            wholes, beginnings = self._plain.get(word[:size], ((), ()))
            if word in wholes:
                yield word
            yield from (f"{entry}*" for entry in beginnings if word.startswith(entry))

    @cached_property
    def heads(self) -> frozenset[str]:
        """How the words begin, for `heads_in`; "" where a word may begin otherwise, or stands within others."""
        return frozenset({""}) if self._written_onto else frozenset({*self._plain, *self._phrases})

    @cached_property
    def plain(self) -> tuple[tuple[str, bool], ...]:
        """The words that are letters and no more, and whether they only begin what is meant."""
        return tuple((entry.rstrip("*"), entry.endswith("*")) for entry in self.entries if self._is_plain(entry))

    @cached_property
    def _plain(self) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
        """Plain words, and beginnings of words, by how they begin."""
        found = dict[str, tuple[set[str], set[str]]]()
        for word, begins in self.plain:
            found.setdefault(word[:HEAD], (set(), set()))[begins].add(word)
        return {head: (frozenset(wholes), tuple(sorted(beginnings))) for head, (wholes, beginnings) in found.items()}

    @cached_property
    def _phrases(self) -> dict[str, tuple[Phrase, ...]]:
        """Each other entry, by how it begins; "" = with any letters."""
        found = dict[str, list[Phrase]]()
        for entry in self.entries:
            if not self._is_plain(entry):
                found.setdefault(_HEAD.findall(entry)[0], []).append(read_phrase(entry, self.code))
        return {head: tuple(phrases) for head, phrases in found.items()}

    @property
    def _written_onto(self) -> bool:
        """Whether other words may stand around those of the list without a space."""
        return self.code in UNSPACED or (self.clitics and self.code in PROCLITICS)

    def _is_plain(self, entry: str) -> bool:
        return not self._written_onto and all(map(is_letter, entry.removesuffix("*")))

    @cached_property
    def compiled(self) -> regex.Pattern[str]:
        """The whole list as one pattern."""
        return compile_entries(self.entries, self.code, clitics=self.clitics)


NOTHING = WordPattern((), "")
"""The pattern of an empty list, which matches nothing."""


@lru_cache(maxsize=4096)
def heads_in(text: str) -> frozenset[str]:
    """All beginnings of the words of a text, up to `HEAD` letters, and ""."""
    return frozenset({"", *words_by_head(text)})


@lru_cache(maxsize=4096)
def words_by_head(text: str) -> dict[str, list[tuple[int, str]]]:
    """The words of a text and where they begin, under each of their beginnings of up to `HEAD` letters."""
    found = dict[str, list[tuple[int, str]]]()
    for at, word in words_of(text):
        for size in range(1, min(HEAD, len(word)) + 1):
            found.setdefault(word[:size], []).append((at, word))
    return found


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
