"""Whether a text denies: words of negation, words with a denial inside, and phrases that only look like it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.word_patterns import NOTHING, UNSPACED, compile_words, fold, table_language

UNTIL_REACH = 60
"""Characters after a negation in which "until" turns it into "only then" ("will not be voted on until May")."""

ONE_DENIAL = 40
"""Characters within which two negations are one denial."""

FILLER = "\ufffc"
Span = tuple[int, int]

_CLITIC = regex.compile(r"(?<=\p{L})n't(?!\p{L})|(?<=\p{L})n’t(?!\p{L})")
_FINITE = r"(?:l[aoiy]?|jí|ou|[eí]me|áme|[eí]te|áte|uje|[íá])"
"""Endings of Czech and Slovak verbs, which write the negation onto the verb."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """Places (start, end) of plain negations, and of words that deny inside; both empty = an affirmative text.

    Attributes:
        hard: plain negations.
        soft: words that deny inside: they answer a negation.
        strong: those of them whose loss turns the sentence round (without, unable, refuse).
        bare: every plain negation is a word that stands beside a negated verb (никого), and no verb is negated.
        only: the text says "not only", which affirms.
        hedged: the text holds a phrase such as "not only", which the other side may say in other words.
    """

    hard: tuple[Span, ...]
    soft: tuple[Span, ...]
    strong: tuple[Span, ...] = ()
    bare: bool = False
    only: bool = False
    hedged: bool = False

    @property
    def times(self) -> int:
        """How often the text denies: "ne ... pas" is one denial."""
        return sum(
            1 for index, span in enumerate(self.hard) if not index or span[0] - self.hard[index - 1][1] > ONE_DENIAL
        )

    @property
    def affirms(self) -> bool:
        """Whether nothing in the text denies, not even faintly."""
        return not self.hard and not self.soft


@lru_cache(maxsize=4096)
def read_polarity(text: str, language: str) -> Polarity | None:
    """The negations of a text; None for a language without a table."""
    code = table_language(language)
    facts = table("negation").get(code)
    if facts is None:
        return None
    folded = fold(text, language)
    hedged = bool(_list(code, "hedge").search(folded))
    only = bool(_list(code, "only").search(folded))
    for pattern in (_skipped(code), _whether(code)):
        hedged = hedged or bool(pattern.search(folded))
        folded = pattern.sub(lambda match: FILLER * len(match[0]), folded)
    innocent = {span[0] for span in _spans(_list(code, "innocent"), folded)}
    hard = [span for span in _hard(code, folded, text) if span[0] not in innocent]
    soft = [span for span in _spans(_list(code, "soft"), folded) if span not in hard and span[0] not in innocent]
    strong = [span for span in _spans(_list(code, "strong"), folded) if span not in hard and span[0] not in innocent]
    hedged = hedged or any(_list(code, "until").search(folded, end, end + UNTIL_REACH) for _, end in hard)
    beside = {*_spans(_list(code, "concord"), folded)}
    bare = bool(hard) and beside.issuperset(hard)
    return Polarity(tuple(hard), tuple(soft), tuple(strong), bare=bare, only=only, hedged=hedged)


def _spans(pattern: regex.Pattern[str], folded: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(folded)]


def _hard(code: str, folded: str, text: str) -> list[Span]:
    found = {*_spans(_list(code, "hard"), folded)}
    if code == "en":
        found |= {*_spans(_CLITIC, folded)}
    found |= {span for span in _spans(_inside(code), folded) if not _is_name(text, span[0])}
    return sorted(found)


def _is_name(text: str, start: int) -> bool:
    """Whether a word is capitalised inside a sentence: "Sönmez" is nobody's refusal."""
    return text[start].isupper() and text[:start].rstrip(" \"'“„«(")[-1:] not in ("", ".", "!", "?", ":")


@cache
def _list(code: str, field: str) -> regex.Pattern[str]:
    return compile_words(str(table("negation")[code].get(field, "")), code, clitics=False)


@cache
def _inside(code: str) -> regex.Pattern[str]:
    """Verbs that hold the negation: `suffix` somewhere behind the stem (Turkish), `verb_prefix` before it (Czech)."""
    facts = table("negation")[code]
    if "suffix" in facts:
        return regex.compile(rf"(?<!\p{{L}})\p{{L}}{{1,20}}{facts['suffix']}\p{{L}}{{0,8}}")
    if "verb_prefix" in facts:
        return regex.compile(rf"(?<!\p{{L}}){facts['verb_prefix']}\p{{L}}{{2,16}}?{_FINITE}(?!\p{{L}})")
    return NOTHING


@cache
def _whether(code: str) -> regex.Pattern[str]:
    """Turkish says "whether" with a verb and its negation ("gidip gitmeyeceği")."""
    return regex.compile(str(table("negation")[code].get("whether", r"(?!)")))


@cache
def _skipped(code: str) -> regex.Pattern[str]:
    """Phrases that deny nothing, longest first, whole words where a script has spaces."""
    phrases: Iterable[str] = [phrase.lower() for phrase in table("negation")[code]["skip"]]
    if code == "sr":
        phrases = [*phrases, *map(to_cyrillic, phrases)]
    edges = ("", "") if code in UNSPACED else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
    options = [
        r"(?:\s\p{L}+){0,3}?\s".join(
            str(regex.escape(part)).replace("’", "'").replace("'", "['’]") for part in phrase.strip().split(" ~ ")
        )
        for phrase in sorted(phrases, key=len, reverse=True)
    ]
    return regex.compile("|".join(rf"{edges[0]}{option}{edges[1]}" for option in options) or r"(?!)")
