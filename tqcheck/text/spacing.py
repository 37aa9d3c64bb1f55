"""Spaces too many or too few, by the habits of the language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.scripts import UNSPACED_LANGUAGES

NARROW = "\u202f"
"""Narrow no-break space: what French typography sets before high punctuation."""


@dataclass(frozen=True, slots=True)
class SpacingFault:
    """A place with wrong spacing: offsets, what to write, what is wrong, how sure we are."""

    start: int
    end: int
    fix: str
    message: str
    confidence: float


_DOUBLED = regex.compile(
    r"(?<=[\p{L}\p{M}\p{N},;)\]»”])[ \u00a0]{2,}+(?=[\p{L}\p{N}(\[«“„])|(?<=\d\.)[ \u00a0]{2,}+(?=\p{Ll})"
)
_BEFORE_STOP = regex.compile(r"(?<=[\p{L}\p{M}\p{N})\]”»])[ \u00a0\u202f]++(?P<mark>[,.،۔։])(?=\s|$)")
_BEFORE_HIGH = regex.compile(
    r"(?<=[\p{L}\p{N})\]”])(?!(?<=\p{N})[ \u00a0\u202f]:[ \u00a0\u202f]\p{N})[ \u00a0\u202f]++(?P<mark>[;:!?؛؟])(?=\s|$)"
)
"""But for scores and ratios, which many languages write with spaces: 1 : 0."""
_FRENCH = regex.compile(r"(?<=[\p{L}\p{N})])(?P<mark>[;:!?]|»)(?=\s|$)")
_FRENCH_OPENING = regex.compile(r"«(?=[\p{L}\p{N}])")
_INSIDE_BRACKET = regex.compile(r"\([ \u00a0]++(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?])[ \u00a0]++\)")
_FULL_WIDTH = {",": "，", ";": "；", "!": "！", "?": "？"}
_SPACED_BEFORE_HIGH = frozenset({"fr", "br"})


def find_spacing_faults(text: str, language: str) -> Iterator[SpacingFault]:
    """Faults of one paragraph, in order of kind."""
    code = primary(language)
    if code in ("zh", "ja"):
        yield from _half_width(text, code)
    if code in UNSPACED_LANGUAGES:
        return
    for match in _DOUBLED.finditer(text):
        yield SpacingFault(match.start(), match.end(), " ", "More than one space.", 0.9)
    for match in _BEFORE_STOP.finditer(text):
        yield SpacingFault(match.start(), match.end(), match["mark"], f"No space stands before {match['mark']}", 0.9)
    for match in _INSIDE_BRACKET.finditer(text):
        yield SpacingFault(
            match.start(), match.end(), match[0].strip(" \u00a0"), "No space stands inside brackets.", 0.85
        )
    yield from _high_punctuation(text, language)


def _high_punctuation(text: str, language: str) -> Iterator[SpacingFault]:
    if primary(language) not in _SPACED_BEFORE_HIGH:
        for match in _BEFORE_HIGH.finditer(text):
            message = f"No space stands before {match['mark']} in this language."
            yield SpacingFault(match.start(), match.end(), match["mark"], message, 0.85)
        return
    if language.replace("_", "-").upper().endswith(("-CA", "-CH")):
        return
    for match in _FRENCH.finditer(text):
        fix = ("\u00a0" if match["mark"] in ":»" else NARROW) + match["mark"]
        yield SpacingFault(match.start(), match.end(), fix, f"French sets a space before {match['mark']}", 0.7)
    for match in _FRENCH_OPENING.finditer(text):
        yield SpacingFault(match.start(), match.end(), "«\u00a0", "French sets a space after «", 0.7)


@cache
def _unspaced_patterns() -> tuple[regex.Pattern[str], ...]:
    """What is wrong in Chinese and Japanese: a space before a full-width mark, a Latin full stop, another Latin mark."""
    letter = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
    return (
        regex.compile(rf"(?<={letter})[ \u00a0]++(?=[，。、；：！？])"),
        regex.compile(rf"(?<={letter})(?<![一二三四五六七八九十])\.(?=[\s”」』]|$)"),
        regex.compile(rf"(?<={letter})(?P<mark>[,;!?])(?={letter}|\s|$)"),
    )


def _half_width(text: str, code: str) -> Iterator[SpacingFault]:
    spaced, stops, marks = _unspaced_patterns()
    for match in spaced.finditer(text):
        yield SpacingFault(match.start(), match.end(), "", "No space stands before a full-width mark.", 0.9)
    for match in stops.finditer(text):
        yield SpacingFault(
            match.start(), match.end(), "。", "A Latin full stop ends a sentence of Han characters.", 0.85
        )
    for match in marks.finditer(text):
        fix = "、" if match["mark"] == "," and code == "ja" else _FULL_WIDTH[match["mark"]]
        yield SpacingFault(
            match.start(), match.end(), fix, f"{match['mark']} is a Latin mark between Han characters.", 0.8
        )
