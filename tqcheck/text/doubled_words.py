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
        return
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
            not judged
            or word.lower() in allowed
            or _is_name_or_letter(match, text, code)
            or _is_phrase(match, text, code)
        ):
            continue
        if in_source is None:
            in_source = bool(source and _DOUBLED.search(source))
        if not in_source:
            yield Doubled(match.start(), match.end(), word, 0.9 if len(word) > 1 else 0.75)


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
