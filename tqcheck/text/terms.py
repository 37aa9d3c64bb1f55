"""Finds terms in running text whatever their ending: by surface, stem and prefix, longest first, never inside another word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.scripts import UNSPACED_LANGUAGES
from tqcheck.text.stems import stem

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]++(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]++)*+")


@dataclass(frozen=True, slots=True)
class TermUse:
    """One use of a term: offsets and the term as the glossary writes it."""

    start: int
    end: int
    term: str


@lru_cache(maxsize=2048)
def _tokens(text: str, language: str) -> tuple[tuple[int, int, str, str], ...]:
    """(start, end, folded word, stem) of every word."""
    return tuple(
        (match.start(), match.end(), match[0].casefold(), stem(match[0].casefold(), language))
        for match in _WORD.finditer(text)
    )


def find_terms(text: str, terms: Iterable[str], language: str, *, exact_case: bool = False) -> list[TermUse]:
    """Uses of terms in a text; where two overlap, the longer one wins."""
    found: list[TermUse] = []
    covered: set[int] = set()
    for term in sorted(set(terms), key=lambda item: (-len(item), item)):
        for start, end in _uses(text, term, language, exact_case=exact_case):
            if covered.isdisjoint(range(start, end)):
                covered.update(range(start, end))
                found.append(TermUse(start, end, term))
    return sorted(found, key=lambda use: use.start)


def _uses(text: str, term: str, language: str, *, exact_case: bool) -> list[tuple[int, int]]:
    if primary(language) in UNSPACED_LANGUAGES or not _WORD.search(term):
        return [match.span() for match in regex.finditer(regex.escape(term), text)]
    wanted = _tokens(term, language)
    words = _tokens(text, language)
    size = len(wanted)
    hits = []
    for at in range(len(words) - size + 1):
        window = words[at : at + size]
        if all(_matches(word, want, language) for word, want in zip(window, wanted, strict=True)):
            start, end = window[0][0], window[-1][1]
            if not exact_case or term in text[start : end + 1] or text[start:end].startswith(term):
                hits.append((start, end))
    return hits


_PROCLITICS = {
    "ar": regex.compile(r"^[وف]?[بلك]?(?:ال|ل)?(?=\p{L}{3})"),
    "he": regex.compile(r"^[ושכ]?[בלמה]?(?=\p{L}{3})"),
}
"""What Arabic and Hebrew write before a word without a space."""
_COMPOUNDING = frozenset("de nl sv da no fi et hu is".split())  # noqa: SIM905


def _bare(word: str, code: str) -> str:
    return str(_PROCLITICS[code].sub("", word))


def _matches(word: tuple[int, int, str, str], want: tuple[int, int, str, str], language: str) -> bool:
    """The same word, the same stem, or a common beginning that leaves only an ending."""
    if word[2] == want[2] or word[3] == want[3]:
        return True
    code = primary(language)
    if code in _PROCLITICS:
        return _bare(word[2], code) == _bare(want[2], code)
    if code == "ko":
        return len(want[2]) >= 2 and word[2].startswith(want[2]) and len(word[2]) - len(want[2]) <= 4
    if code in _COMPOUNDING and len(want[2]) >= 6 and word[2].startswith(want[2]):
        return True
    shortest = max(4, len(want[2]) - (1 if primary(language) == "en" else 3))
    head = want[2][:shortest]
    if len(want[2]) < 4 or not word[2].startswith(head):
        return False
    endings = 3 if primary(language) == "en" else 6
    return len(word[2]) - len(want[2]) <= endings and primary(language) not in ("en", "zh", "ja", "vi")
