"""Texts in letters that their language never uses: sure from a few words on, whatever the words are."""

from __future__ import annotations

import re

from tqcheck.text.languages import ADDRESS, LETTERS_PER_SIGN, scripts_of
from tqcheck.text.scripts import script_counts

_PLAIN_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_A-Z]+(?!\w)")
PLAIN_WORDS = 3
"""Latin letters count from so many words without a capital on: names and brands are written in them everywhere."""
LEAST, OWN = 9, 0.05
"""Letters needed, and the share of the language's own letters that is let pass."""
_DENSE = frozenset({"Han", "Hiragana", "Katakana", "Hangul"})


def in_foreign_script(text: str, language: str) -> bool:
    """Whether hardly a letter of the text belongs to a script of the language; False for unknown languages and a few letters."""
    scripts = _names(scripts_of(language))
    if not scripts or "-latn" in language.lower():
        return False
    sample = ADDRESS.sub(" ", text)
    counts = {
        name: number * (LETTERS_PER_SIGN if name in _DENSE else 1) for name, number in script_counts(sample).items()
    }
    total = sum(counts.values())
    foreign = {name: number for name, number in counts.items() if name not in scripts}
    if total < LEAST or sum(foreign.values()) < (1 - OWN) * total:
        return False
    return max(foreign, key=lambda name: foreign[name]) != "Latin" or len(_PLAIN_WORD.findall(sample)) >= PLAIN_WORDS


def _names(scripts: tuple[str, ...]) -> frozenset[str]:
    """As Unicode names them; a Japanese or Korean text may be all Han."""
    kana = {"Hiragana", "Katakana", "Han"} if "Kana" in scripts else set[str]()
    return frozenset(scripts) | kana | ({"Han"} if "Hangul" in scripts else set())
