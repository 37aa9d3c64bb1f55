"""The words of a statement with their roles: what is grammar, who is affected, what negates, what is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from tqcheck.text.calendar_words import is_calendar_word
from tqcheck.text.function_words import ClosedClasses, closed_classes
from tqcheck.text.stems import stem
from tqcheck.text.transliterate import to_latin

Role = Literal["function", "participant", "negation", "reporting", "number", "name", "content"]
SERBIAN = frozenset({"sr", "cnr", "bs", "sh", "hr", "me"})
"""Written in two scripts: words are compared in Latin letters."""
_WORD = regex.compile(r"\p{N}+(?:[.,:٫٬]\p{N}+)*|[\p{L}\p{M}\p{Nd}]+(?:[-'’ʼ׳״‌][\p{L}\p{M}]+)*")
_CLAUSE_END = regex.compile(r"[,;:—–()\"“”„«»‹›!?¿¡،؛।…]|\s-\s")
CONTENTFUL: frozenset[str] = frozenset({"number", "name", "content"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: view offsets, folded form, stem, role, and the number of the clause it stands in."""

    start: int
    end: int
    form: str
    stem: str
    role: Role
    clause: int


def split_words(text: str, language: str) -> list[Word]:
    """The words of a sentence with their roles; punctuation that closes a clause starts a new one."""
    classes = closed_classes(language)
    words, clause, last = list[Word](), 0, 0
    for match in _WORD.finditer(text):
        if words and text[last : match.start()] != " " and _CLAUSE_END.search(text, last, match.start()):
            clause += 1
        last = match.end()
        words += _make_words(match.group(), match.start(), clause, classes, language, first=not words)
    return words


def _make_words(raw: str, start: int, clause: int, classes: ClosedClasses, language: str, *, first: bool) -> list[Word]:
    folded = raw.casefold().replace("’", "'")
    if language.split("-")[0] in SERBIAN and not folded.isascii():
        folded = to_latin(folded)
    if language.startswith("en") and folded.endswith("n't"):
        return [Word(start, start + len(raw), folded, "not", "negation", clause)]
    base, _, tail = folded.partition("'")
    if tail and len(base) > 1 and len(tail) <= 2:
        folded = base
    elif tail and len(base) <= 2:
        start, raw, folded = start + len(base) + 1, raw[len(base) + 1 :], tail
    role = _role(raw, folded, classes, language, first=first)
    return [Word(start, start + len(raw), folded, stem(folded, language), role, clause)]


def _role(raw: str, folded: str, classes: ClosedClasses, language: str, *, first: bool) -> Role:
    if raw[0].isdecimal() or is_calendar_word(folded, language):
        return "number"
    if folded in classes.negation:
        return "negation"
    if folded in classes.participants:
        return "participant"
    if folded in classes.function or (len(folded) == 1 and raw.isascii()):
        return "function"
    if classes.reports(folded):
        return "reporting"
    return "name" if raw[0].isupper() and not first else "content"


def same_word(left: Word, right: Word) -> bool:
    """Whether two words are forms of one: equal, equal stems, or a common beginning of 70 % and four letters."""
    if left.form == right.form or left.stem == right.stem:
        return True
    if "number" in (left.role, right.role) or min(len(left.form), len(right.form)) < 5:
        return False
    common = next((i for i, (a, b) in enumerate(zip(left.form, right.form, strict=False)) if a != b), None)
    length = min(len(left.form), len(right.form)) if common is None else common
    return length >= max(4, 0.7 * min(len(left.form), len(right.form)))
