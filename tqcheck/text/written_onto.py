"""Common words of Arabic and Hebrew with what is written onto them (دكانه, his shop; במושב, in a moshav), which no dictionary has whole."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text.dictionary import is_common
from tqcheck.text.locale_facts import primary

_LEAST = 4
"""Letters of the shortest word that is left: shorter ones are left of many a name (מ-קרון, Macron)."""
_BEFORE = {
    "ar": ("", "و", "ف", "ب", "ك", "ل"),
    "he": ("ו", "ה", "ב", "ל", "כ", "מ", "ש", "וה", "וב", "ול", "ומ", "וש", "שה", "כש"),
}
"""What is written before a word: and, then, in, as, to; and, the, in, to, as, from, that."""
_BEHIND = {"ar": ("هما", "ها", "هم", "ه"), "he": ("",)}
"""What Arabic writes behind it: their, her, his. Names end in what it writes for our (مونتانا), your and my."""


@lru_cache(maxsize=16384)
def is_written_onto(word: str, language: str) -> bool:
    """Whether the dictionary of Arabic or Hebrew has the word in small letters once what is written onto it is taken away."""
    code = primary(language)
    bare = (
        word[len(head) : len(word) - len(tail)]
        for head in _BEFORE.get(code, ())
        for tail in _BEHIND[code]
        if word.startswith(head) and word.endswith(tail)
    )
    return any(len(form) >= _LEAST and is_common(form, code) for form in bare)
