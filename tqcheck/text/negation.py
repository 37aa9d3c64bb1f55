"""Whether a text denies: words of negation, words with a denial inside, and phrases that only look like it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_cyrillic

_UNSPACED = frozenset({"zh", "ja", "ko", "th"})
_BORROWED = {"hr": "sr", "bs": "sr", "gl": "pt"}


@dataclass(frozen=True, slots=True)
class Polarity:
    """Places (start, end) of plain negations, and of words that deny inside; both empty = an affirmative text.

    `hedged`: the text holds a phrase such as "not only", which the other side may say in other words.
    """

    hard: tuple[tuple[int, int], ...]
    soft: tuple[tuple[int, int], ...]
    hedged: bool = False

    @property
    def affirms(self) -> bool:
        """Whether nothing in the text denies, not even faintly."""
        return not self.hard and not self.soft


@lru_cache(maxsize=4096)
def read_polarity(text: str, language: str) -> Polarity | None:
    """The negations of a text; None for a language without a table."""
    code = _BORROWED.get(primary(language), primary(language))
    facts = table("negation").get(code)
    if facts is None:
        return None
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    hedged = False
    for phrase in _skipped(code):
        hedged = hedged or phrase in lowered
        lowered = lowered.replace(phrase, "\ufffc" * len(phrase))
    hard = [match.span() for match in _pattern(code, "hard").finditer(lowered)]
    soft = [match.span() for match in _pattern(code, "soft").finditer(lowered)]
    hedged = hedged or any(_until(code).search(lowered, end, end + UNTIL_REACH) for _, end in hard)
    return Polarity(tuple(hard), tuple(span for span in soft if span not in hard), hedged)


UNTIL_REACH = 60
"""Characters after a negation in which "until" turns it into "only then" ("will not be voted on until May")."""


@cache
def _until(code: str) -> regex.Pattern[str]:
    words = table("negation")[code].get("until", "").split()
    return regex.compile(r"\b(?:" + "|".join(words) + r")\b" if words else r"(?!)")


@cache
def _skipped(code: str) -> tuple[str, ...]:
    phrases = [phrase.lower() for phrase in table("negation")[code]["skip"]]
    if code == "sr":
        phrases += [to_cyrillic(phrase) for phrase in phrases]
    return tuple(sorted(phrases, key=len, reverse=True))


@cache
def _pattern(code: str, field: str) -> regex.Pattern[str]:
    facts = table("negation")[code]
    words = [word for word in str(facts[field]).split() if field == "hard" or not _too_short(word, code)]
    if code == "sr":
        words += [to_cyrillic(word) for word in words]
    if code in _UNSPACED:
        return regex.compile("|".join(sorted(map(regex.escape, words), key=len, reverse=True)))
    options = [_option(word) for word in sorted(set(words), key=len, reverse=True)]
    if field == "hard" and "suffix" in facts:
        options.append(rf"[\p{{L}}]{{2,20}}{facts['suffix']}[\p{{L}}]{{0,8}}")
    start = r"(?<![\p{L}\p{M}])"
    return regex.compile(
        rf"{start}(?:{'|'.join(options)})(?![\p{{L}}\p{{M}}])|{_CLITIC if code == 'en' and field == 'hard' else '(?!)'}"
    )


_PREFIXES = frozenset("un* non* dis* on* o* u* не* ne* nie* bez* без* бес* epä* eba* mis* anti*".split())  # noqa: SIM905


def _too_short(word: str, code: str) -> bool:
    """Prefixes that begin too many innocent words."""
    return (
        word.endswith("*")
        and not word.startswith("*")
        and len(word) <= 4
        and word not in _PREFIXES
        and code not in _UNSPACED
    )


_CLITIC = r"(?<=\p{L})n['’]t(?![\p{L}])"


def _option(word: str) -> str:
    """A whole word; `un*` any longer word that begins so, `*less` any that ends so."""
    body = regex.escape(word.strip("*"))
    before = r"[\p{L}\p{M}]{2,20}?" if word.startswith("*") else ""
    after = (
        r"[\p{L}\p{M}'’-]{1,24}"
        if word.endswith("*") and len(word) <= 4
        else r"[\p{L}\p{M}'’-]{0,24}"
        if word.endswith("*")
        else ""
    )
    apostrophe = "" if not word.endswith("'") else r"(?=\p{L})"
    return before + str(body).replace("'", "['’]") + apostrophe + after
