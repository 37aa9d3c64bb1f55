"""Words that stand twice in a row by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    if code in facts["reduplicating"]:
        return
    allowed = {*facts["allowed"]["any"], *facts["allowed"].get(code, ())}
    in_source: bool | None = None
    for match in _DOUBLED.finditer(text):
        word = match["word"]
        if word.lower() in allowed or _is_name_or_letter(match, text, code):
            continue
        if in_source is None:
            in_source = bool(source and _DOUBLED.search(source))
        if not in_source:
            yield Doubled(match.start(), match.end(), word, 0.9 if len(word) > 1 else 0.75)


def _is_name_or_letter(match: regex.Match[str], text: str, language: str) -> bool:
    word, second = match["word"], text[match.end() - len(match["word"]) : match.end()]
    if len(word) == 1:
        return not (language in ("en", "es", "pt") and word == second == "a")
    if text[match.end() : match.end() + 1 + len(word)].strip().lower() == word.lower():
        return True  # three times is emphasis
    return second[0].isupper() or (word.isupper() and len(word) <= 3)
