"""Common words of Arabic and Hebrew with what is written onto them (دكانه, his shop; במושב, in a moshav), which no dictionary has whole."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.text.dictionary import is_common
from tqcheck.text.locale_facts import primary

_LEAST = 4
"""Letters of the shortest word that is left, one more in Arabic without a pronoun: shorter ones are left of names (מ-קרון, Macron)."""
_BEFORE = {
    "ar": ("", "و", "ف", "ب", "ك", "ل"),
    "he": ("ו", "ה", "ב", "ל", "כ", "מ", "ש", "וה", "וב", "ול", "ומ", "וש", "שה", "כש"),
}
"""What is written before a word: and, then, in, as, to; and, the, in, to, as, from, that."""
_PRONOUNS = ("هما", "ها", "هم", "ه")
_BEHIND = {"ar": ("", *_PRONOUNS), "he": ("",)}
"""What Arabic writes behind it: nothing, their, her, his. Names end in what it writes for our (مونتانا), your and my."""


@lru_cache(maxsize=16384)
def is_written_onto(word: str, language: str) -> bool:
    """Whether the dictionary of Arabic or Hebrew has the word in small letters once what is written onto it is taken away."""
    code = primary(language)
    bare = (
        word[len(head) : len(word) - len(tail)]
        for head in _BEFORE.get(code, ())
        for tail in _BEHIND[code]
        if (tail or head not in ("", "ل") or code == "he") and word.startswith(head) and word.endswith(tail)
    )
    least = _LEAST + (code == "ar" and not word.endswith(_PRONOUNS))
    return any(len(form) >= least and is_common(form, code) for form in bare)
