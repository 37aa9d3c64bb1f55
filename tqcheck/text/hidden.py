"""Characters that nobody sees: zero-width, direction overrides, controls, strayed joiners."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from tqcheck.text.locale_facts import primary

_HIDDEN = regex.compile(
    r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0001-\U000e007f]"
)
_JOINED = regex.compile(
    r"[\p{Arabic}\p{Devanagari}\p{Bengali}\p{Gujarati}\p{Gurmukhi}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Oriya}\p{Mongolian}\p{Khmer}\p{Myanmar}\p{Hebrew}]"
)
_PICTURES = regex.compile(r"[\p{Extended_Pictographic}\u200d\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "sd", "ug"})
_BREAKING = frozenset({"th", "lo", "km", "my", "bo", "ja"})
_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def find_hidden(text: str, language: str, source: str = "") -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, name, dangerous) of hidden characters that the language and its script do not need.

    Dangerous are overrides and isolates that are never closed: they show a text in another order than it has.
    """
    for match in _STRETCHED.finditer(text):
        if match[0] not in source:
            yield match.start(), match.end(), f"U+{ord(match[0][0]):04X} {unicodedata.name(match[0][0]).lower()}", False
    for match in _HIDDEN.finditer(text):
        char = match[0]
        if _is_needed(char, text, match.start(), language) or (char in source and char not in "\u202d\u202e"):
            continue
        name = unicodedata.name(char, f"control character U+{ord(char):04X}")
        yield match.start(), match.end(), f"U+{ord(char):04X} {name.lower()}", char in "\u202d\u202e"


_STRETCHED = regex.compile(r"(?<=\p{Arabic})(?:\u0640{2,}+|\u00ad)(?=[\p{Arabic}\u200c])")
"""Letters drawn out for ornament, and soft hyphens, which Arabic script has no use for."""


def _is_needed(char: str, text: str, offset: int, language: str) -> bool:
    code = primary(language)
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if char in "\u200c\u200d":
        return bool(_JOINED.match(before) or _JOINED.match(after) or _PICTURES.match(before))
    if char == "\u200b":
        return code in _BREAKING
    if char in "\u200e\u200f" or char in _CONTROLS - {"\u202d", "\u202e"}:
        return code in _RIGHT_TO_LEFT
    return bool(char >= "\U000e0001" and _PICTURES.match(before)) or (char == "\ufeff" and offset == 0)
