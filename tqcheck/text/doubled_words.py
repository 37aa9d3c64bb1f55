"""Words that stand twice in a row by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table

_DOUBLED = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}'’\-‐‑/@#&])(?P<word>[\p{L}\p{M}]{1,40}+)(?P<gap>[ \t\u00a0]{1,3})(?i:(?P=word))(?![\p{L}\p{M}\p{N}'’\-‐‑@&])",
)


_PHRASE = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}'’\-‐‑/@#&])(?P<phrase>(?P<first>[\p{L}\p{M}]{1,30}+)(?: [\p{L}\p{M}]{1,30}+){0,2}?"
    r" (?P<last>[\p{L}\p{M}]{1,30}+))"
    r" (?P=phrase)(?![\p{L}\p{M}\p{N}'’\-‐‑@&])"
)
"""Two to four words and the same again: de la de la."""
_LEAST_PHRASE = 4
"""Letters of a phrase that is judged; shorter ones are syllables of a song."""
_LONG = 8
"""Letters of a word that languages which double on purpose do not double."""
_SIGNS = regex.compile(r"(\p{Han}{3,8}|\p{Katakana}[\p{Katakana}ー]{3,11})\1")
"""A word of three Chinese characters or four syllable signs twice: shorter ones are doubled on purpose."""


@dataclass(frozen=True, slots=True)
class Doubled:
    """A word typed twice: offsets of both with the gap, the word, and how sure we are."""

    start: int
    end: int
    word: str
    confidence: float


def find_doubled_words(text: str, language: str, source: str = "") -> Iterator[Doubled]:
    """Doubled words that neither the language nor the source doubles on purpose."""
    facts = table("doubled_words")
    code = primary(language)
    if code in facts["unspaced"]:
        yield from (
            Doubled(match.start(), match.end(), match[0][: len(match[0]) // 2], 0.9)
            for match in _unspaced(code).finditer(text)
        )
        yield from (
            Doubled(match.start(), match.end(), match[1], 0.85)
            for match in (_SIGNS.finditer(text) if code in ("zh", "ja") else ())
            if match[0] not in source
        )
        return
    yield from _phrases(text, source)
    never = frozenset(facts["never"].get(code, "").split())
    judged = code not in facts["reduplicating"]
    allowed = {*facts["allowed"]["any"], *facts["allowed"].get(code, ())}
    in_source: bool | None = None
    for match in _DOUBLED.finditer(text):
        word = match["word"]
        small = match[0][-len(word) :].islower() or not word.isascii()
        if word.lower() in never and small and not _is_letter_of_a_row(match, text):
            yield Doubled(match.start(), match.end(), word, 0.9)
            continue
        if (
            (not judged and (len(word) < _LONG or code not in ("tr", "az", "kk")))
            or word.lower() in allowed
            or _is_name_or_letter(match, text, code)
            or _is_phrase(match, text, code)
        ):
            continue
        if in_source is None:
            in_source = bool(source and _DOUBLED.search(source))
        if not in_source:
            yield Doubled(match.start(), match.end(), word, 0.9 if len(word) > 1 else 0.75)


def _phrases(text: str, source: str) -> Iterator[Doubled]:
    """Some words that stand twice in a row, but for a word that stands more often and for what the source doubles."""
    if source and _PHRASE.search(source):
        return
    for match in _PHRASE.finditer(text):
        before = text[: match.start()].rstrip()
        behind = text[match.end() :].lstrip().lower()
        again = (
            match["last"].lower() == match["first"].lower()
            or before.lower().endswith(match["last"].lower())
            or behind.startswith(match["first"].lower())
            or match["first"].lower() == "a"  # a poco a poco, a mano a mano
        )
        letters = sum(char.isalpha() for char in match["phrase"])
        if letters >= _LEAST_PHRASE and not again and match["last"].islower():
            yield Doubled(match.start(), match.end(), match["phrase"], 0.85)


@cache
def _unspaced(code: str) -> regex.Pattern[str]:
    return regex.compile(table("doubled_words")["unspaced"][code])


def _is_letter_of_a_row(match: regex.Match[str], text: str) -> bool:
    """Whether a single letter stands among others: `a a b`, or before a full stop, as initials do."""
    return (
        len(match["word"]) == 1
        and regex.match(r"[.)]|[ \u00a0]\p{L}\b", text[match.end() : match.end() + 3]) is not None
    )


def _is_phrase(match: regex.Match[str], text: str, code: str) -> bool:
    """Hungarian `nap nap után`: day after day."""
    return code == "hu" and text[match.end() : match.end() + 7].lstrip().startswith("után")


def _is_name_or_letter(match: regex.Match[str], text: str, language: str) -> bool:
    word, second = match["word"], text[match.end() - len(match["word"]) : match.end()]
    if len(word) == 1:
        return not (language in ("en", "es", "pt") and word == second == "a")
    if text[match.end() : match.end() + 1 + len(word)].strip().lower() == word.lower():
        return True  # three times is emphasis
    return second[0].isupper() or (word.isupper() and len(word) <= 3)
