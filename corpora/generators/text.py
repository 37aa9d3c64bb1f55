"""Views of a text that the operators share: words, sentences, clauses, and one safe splice."""

from dataclasses import dataclass
from functools import lru_cache

import regex

SPACELESS = frozenset({"zh", "ja", "th", "km", "lo", "my"})
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’\-\u200c\u200d][\p{L}\p{M}]+)*")
# A short word before a full stop is taken for an abbreviation (Dr., Oct., tzv., 5.), so it ends nothing.
_SENTENCE_END = regex.compile(
    r"(?:(?:(?<=[\p{L}\p{M}]{4})\.+|[!?…؟।]+)[\"'”’»)\]]*\s+(?=[^\p{Ll}\s]))|(?:[。！？]+[」』”）]*)"
)
_CLAUSE_MARK = regex.compile(r"[,;:，、；：،؛](?=\s|\p{Han}|\p{Hiragana}|\p{Katakana})| [–—] ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text with its code-point offsets."""

    text: str
    start: int
    end: int


def base(language: str) -> str:
    """Primary language subtag: ``sr`` of ``sr-Cyrl``."""
    return language.partition("-")[0].lower()


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Piece, ...]:
    """Runs of letters; apostrophes, hyphens and joiners stay inside."""
    return tuple(Piece(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))


def sentences_of(text: str) -> list[Piece]:
    """Sentences by end marks only; good enough for choosing what to drop, not for judging."""
    pieces, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        pieces.append(Piece(text[start : match.end()], start, match.end()))
        start = match.end()
    if text[start:].strip():
        pieces.append(Piece(text[start:], start, len(text)))
    return pieces


def clause_marks(text: str) -> list[tuple[int, int]]:
    """Offsets of commas, semicolons, colons and spaced dashes, digits' separators left out."""
    return [m.span() for m in _CLAUSE_MARK.finditer(text)]


def content_length(text: str, language: str) -> int:
    """Words; for scripts without spaces two characters count as one word."""
    letters = sum(char.isalpha() for char in text)
    return letters // 2 if base(language) in SPACELESS else len(words_of(text))


def splice(text: str, start: int, end: int, new: str) -> tuple[str, int, int]:
    """Replace ``text[start:end]`` by ``new``; returns the text and the span of ``new`` in it."""
    return text[:start] + new + text[end:], start, start + len(new)


def cut(text: str, start: int, end: int) -> tuple[str, int]:
    """Remove ``text[start:end]`` with the space it leaves doubled; returns the text and the gap."""
    left, right = text[:start], text[end:]
    if left.endswith((" ", "\n")) and right[:1].isspace():
        right = right.lstrip()
    if right[:1] in set(",.;:!?،。，、؛।") and left.endswith(" "):
        left = left.rstrip(" ")
    if not left.strip():
        right = right.lstrip()
        right = right[:1].upper() + right[1:]
    return left + right, len(left)


def same_case(new: str, old: str) -> str:
    """``new`` with a capital where ``old`` begins with one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
