"""Unicode scripts: which ones a text is written in, and what follows from it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import regex

NO_SPACE_SCRIPTS = frozenset({"Han", "Hiragana", "Katakana", "Bopomofo", "Thai", "Lao", "Khmer", "Myanmar", "Tibetan"})
"""Scripts whose languages write no space between words (Tibetan separates syllables)."""

UNSPACED_LANGUAGES = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages written in them, by primary subtag."""

RTL_SCRIPTS = frozenset(
    {"Arabic", "Hebrew", "Syriac", "Thaana", "Nko", "Adlam", "Hanifi_Rohingya", "Mandaic", "Samaritan"}
)
"""Scripts written from right to left."""

CASED_SCRIPTS = frozenset(
    {
        "Latin",
        "Cyrillic",
        "Greek",
        "Armenian",
        "Coptic",
        "Glagolitic",
        "Cherokee",
        "Deseret",
        "Adlam",
        "Osage",
        "Warang_Citi",
    }
)
"""Scripts with capital letters that mark names or sentence starts (Georgian has capitals for whole words only)."""

_SCRIPT_NAMES = (
    "Latin Cyrillic Greek Arabic Hebrew Han Hiragana Katakana Hangul Devanagari Bengali Thai Armenian "
    "Georgian Ethiopic Tamil Telugu Kannada Malayalam Gujarati Gurmukhi Oriya Sinhala Khmer Lao Myanmar "
    "Tibetan Mongolian Syriac Thaana Nko Adlam Tifinagh Cherokee Canadian_Aboriginal Bopomofo Yi Vai "
    "Ol_Chiki Meetei_Mayek Javanese Balinese Sundanese Coptic Glagolitic Deseret Osage Warang_Citi "
    "Hanifi_Rohingya Mandaic Samaritan "
)

_PATTERNS = tuple((name, regex.compile(rf"\p{{Script={name}}}")) for name in _SCRIPT_NAMES.split())


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """Script of one character by its Unicode property, such as "Latin"; "" for marks, digits, punctuation and rarer scripts."""
    if character.isascii():
        return "Latin" if character.isalpha() else ""
    return next((name for name, pattern in _PATTERNS if pattern.match(character)), "")


def script_counts(text: str) -> Counter[str]:
    """Letters of each script, most frequent first in `most_common`; what is no letter is not counted."""
    counts: Counter[str] = Counter()
    for character, number in Counter(text).items():
        if character.isalpha() and (script := script_of(character)):
            counts[script] += number
    return counts


def script_shares(text: str) -> dict[str, float]:
    """Share (0-1) of the text's letters in each script, largest first, equals by name; empty without letters."""
    counts = script_counts(text)
    total = sum(counts.values())
    return {name: number / total for name, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))}


def dominant_script(text: str) -> str:
    """The script most of the letters are in; "" without letters."""
    return next(iter(script_shares(text)), "")


def is_rtl(text: str) -> bool:
    """Whether the text is mostly written from right to left."""
    return dominant_script(text) in RTL_SCRIPTS


def has_case(text: str) -> bool:
    """Whether the text's script has capital letters."""
    return dominant_script(text) in CASED_SCRIPTS


def is_unspaced(text: str) -> bool:
    """Whether most letters belong to scripts that set no spaces between words."""
    counts = script_counts(text)
    return sum(number for script, number in counts.items() if script in NO_SPACE_SCRIPTS) * 2 > sum(counts.values())


def has_unspaced(text: str) -> bool:
    """Whether any letter belongs to such a script, where one token may be a sentence."""
    return any(script_of(character) in NO_SPACE_SCRIPTS for character in text)


def is_no_space(character: str) -> bool:
    """Whether a character belongs to a script without spaces between words, its punctuation included (。、「」！？：)."""
    return (
        script_of(character) in NO_SPACE_SCRIPTS
        or "\u3000" <= character <= "\u303f"
        or "\uff01" <= character <= "\uff60"
    )
