"""Whether a text denies: words of negation, words with a denial inside, and phrases that only look like it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import regex

from tqcheck.text.answers import Answer, find_answers
from tqcheck.text.tables import table
from tqcheck.text.transliterate import to_cyrillic
from tqcheck.text.word_patterns import NOTHING, UNSPACED, compile_words, fold, table_language

UNTIL_REACH = 60
"""Characters after a negation in which "until" turns it into "only then" ("will not be voted on until May")."""

ONE_DENIAL = 40
"""Characters of a clause within which a word that goes along with a negation is no second one ("ne ... pas", „niko nije“, "nor")."""
BESIDE = 3
"""Characters between two negations that are one word or phrase."""
LED = 14
"""Characters behind a negation in which a word that goes along with it certainly belongs to it."""
TURNED = regex.compile(r"\s{0,2}+(?:\p{L}+\s+)?")
"""What may stand between a negation and the word that turns it round ("not impossible", "cannot ever deny")."""

_CLAUSE_MARKS = frozenset(",.;:!?…—–、。，；：！？،؛؟।()（）")

FILLER = "\ufffc"
Span = tuple[int, int]

_CLITIC = regex.compile(r"(?<=\p{L})n\s?'t(?!\p{L})")
_FINITE = r"(?:l[aoiy]?|jí|ou|[eíá]me|[eěíá]jte|[eěíá]?te|uj[ei]|[íá]m|[eíá]š|ej|[íáue])"
"""Endings of Czech and Slovak verbs, which write the negation onto the verb."""


@dataclass(frozen=True, slots=True)
class Polarity:
    """Places (start, end) of plain negations, and of words that deny inside; both empty = an affirmative text.

    Attributes:
        hard: plain negations.
        denials: those of them that deny by themselves: "ne ... pas" is one denial.
        most: how many denials these can be at most: "niko nije" is one or two.
        demanded: denials that the other side must have: not turned round by a word that denies inside ("not impossible").
        soft: words that deny inside: they answer a negation.
        faint: words that may stand for a negation and need not (against, only, rather than).
        strong: those of them whose loss turns the sentence round (without, unable, refuse).
        bare: every plain negation is a word that stands beside a negated verb (никого), and no verb is negated.
        verbless: every plain negation may stand without a verb (never, no).
        only: the text says "not only", which affirms.
        hedges: how many phrases such as "no doubt" the text holds, which the other side may say in other words.
        waits: a negation stands beside "until", which together say "only then".
        until: there is such a word, beside a negation or not.
        answers: words that may say without a negation what the other side says with one, by concept.
        loose: soft and faint words that belong to no concept.
    """

    hard: tuple[Span, ...]
    soft: tuple[Span, ...]
    denials: tuple[Span, ...] = ()
    demanded: tuple[Span, ...] = ()
    faint: tuple[Span, ...] = ()
    strong: tuple[Span, ...] = ()
    bare: bool = False
    verbless: bool = False
    only: bool = False
    hedges: int = 0
    waits: bool = False
    until: bool = False
    most: int = 0
    answers: tuple[Answer, ...] = ()
    loose: tuple[Span, ...] = ()

    @property
    def affirms(self) -> bool:
        """Whether nothing in the text denies, not even faintly."""
        return not self.hard and not self.soft and not self.faint


@lru_cache(maxsize=4096)
def read_polarity(text: str, language: str) -> Polarity | None:
    """The negations of a text; None for a language without a table."""
    code = table_language(language)
    facts = table("negation").get(code)
    if facts is None:
        return None
    whole = fold(text, language)
    folded, skipped = _without_harmless(whole, code)
    innocent = {span[0] for span in _spans(_list(code, "innocent"), folded)}
    faint = _free(_spans(_list(code, "faint", clitics=True), folded), innocent)
    innocent |= {span[0] for span in faint}
    soft, strong = (_free(_spans(_list(code, name, clitics=True), folded), innocent) for name in ("soft", "strong"))
    longest = {span[0]: span[1] for span in soft}
    listed = {span for span in _spans(_list(code, "hard"), folded) if span[1] >= longest.get(span[0], 0)}
    hard = sorted({*listed, *_free(_inside_verbs(code, folded, text), innocent)})
    soft = [span for span in soft if span not in hard]
    concord = {*_spans(_list(code, "concord"), folded)}
    beside = {*concord, *_spans(_list(code, "second"), folded)}
    denials = _denials(hard, beside, soft, folded)
    taken = (*hard, *soft)
    answers = tuple(item for item in find_answers(folded, code) if not _meets((item.start, item.end), taken))
    named = [(item.start, item.end) for item in answers]
    return Polarity(
        tuple(hard),
        tuple(soft),
        denials=denials,
        most=_most(hard, beside),
        demanded=tuple(span for span in denials if not _is_turned(span, soft, folded, code)),
        faint=tuple(span for span in faint if span not in hard),
        strong=tuple(span for span in strong if span not in hard),
        bare=bool(hard) and concord.issuperset(hard),
        verbless=bool(hard) and (concord | {*_spans(_list(code, "verbless"), folded)}).issuperset(hard),
        only=bool(_list(code, "only").search(whole)),
        hedges=len(_spans(_list(code, "hedge"), whole)) + skipped,
        until=bool(_list(code, "until").search(whole)),
        answers=answers,
        loose=tuple(span for span in faint if not _meets(span, (*named, *taken))),
        waits=any(_list(code, "until").search(folded, end, end + UNTIL_REACH) for _, end in hard),
    )


def _without_harmless(folded: str, code: str) -> tuple[str, int]:
    """The text, as long as before, without what looks like a negation and is none, and how often such words hedge."""
    folded = _masked(code).sub(lambda match: FILLER * len(match[0]), folded)
    hedges = 0
    for pattern in (_skipped(code), _idle(code)):
        hedges += len(_spans(pattern, folded))
        folded = pattern.sub(lambda match: FILLER * len(match[0]), folded)
    return folded, hedges


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _free(spans: Iterable[Span], taken: set[int]) -> list[Span]:
    return [span for span in spans if span[0] not in taken]


def _is_turned(span: Span, soft: Iterable[Span], folded: str, code: str) -> bool:
    if code in UNSPACED:
        return any(0 <= span[0] - end <= BESIDE for _, end in soft)
    return any(TURNED.fullmatch(folded, span[1], start) for start, _ in soft if start >= span[1])


def _most(hard: list[Span], beside: set[Span]) -> int:
    """Every word but those that only go along with the one before ("n'est pas")."""
    led = {span for last, span in pairwise(hard) if span in beside and last not in beside and span[0] - last[1] <= LED}
    return len(hard) - len(led)


def _denials(hard: list[Span], beside: set[Span], soft: list[Span], folded: str) -> tuple[Span, ...]:
    """The negations that deny by themselves, each with its first word."""
    found: list[Span] = []
    last, complete = (0, -ONE_DENIAL - 1), True
    for span in hard:
        second = span in beside
        if second and any(0 <= span[0] - end <= BESIDE for _, end in soft):
            continue  # "without any", „bez żadnego“
        reach = ONE_DENIAL if second or not complete else BESIDE
        if not 0 <= span[0] - last[1] <= reach or _CLAUSE_MARKS.intersection(folded[last[1] : span[0]]):
            found.append(span)
            complete = False
        complete = complete or not second
        last = span
    return tuple(found)


def _spans(pattern: regex.Pattern[str], folded: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(folded)]


def _inside_verbs(code: str, folded: str, text: str) -> list[Span]:
    """Negations written onto other words."""
    found = _spans(_CLITIC, folded) if code == "en" else []
    return found + [span for span in _spans(_inside(code), folded) if not _is_name(text, span[0])]


def _is_name(text: str, start: int) -> bool:
    """Whether a word is capitalised inside a sentence: "Sönmez" is nobody's refusal."""
    return text[start].isupper() and text[:start].rstrip(" \"'“„«(")[-1:] not in ("", ".", "!", "?", ":")


@cache
def _list(code: str, field: str, *, clitics: bool = False) -> regex.Pattern[str]:
    return compile_words(str(table("negation")[code].get(field, "")), code, clitics=clitics)


@cache
def _inside(code: str) -> regex.Pattern[str]:
    """Verbs that hold the negation: `suffix` somewhere behind the stem (Turkish), `verb_prefix` before it (Czech)."""
    facts = table("negation")[code]
    if "verb" in facts:
        return regex.compile(str(facts["verb"]))
    if "suffix" in facts:
        return regex.compile(rf"(?<!\p{{L}})\p{{L}}{{1,20}}{facts['suffix']}\p{{L}}{{0,8}}")
    if "verb_prefix" in facts:
        return regex.compile(rf"(?<!\p{{L}}){facts['verb_prefix']}\p{{L}}{{1,16}}?{_FINITE}(?!\p{{L}})")
    return NOTHING


@cache
def _idle(code: str) -> regex.Pattern[str]:
    """Constructions that hold a negation and deny nothing: "ne ... que", Turkish "whether" ("gidip gitmeyeceği")."""
    return regex.compile("|".join(map(str, table("negation")[code].get("idle", ()))) or r"(?!)")


@cache
def _skipped(code: str) -> regex.Pattern[str]:
    """Phrases that deny nothing ("no doubt") and may be said without a negation."""
    return _phrases(code, table("negation")[code]["skip"])


@cache
def _masked(code: str) -> regex.Pattern[str]:
    """Words of another meaning that hold the sign of a negation."""
    return _phrases(code, table("negation")[code].get("mask", ()))


def _phrases(code: str, listed: Iterable[str]) -> regex.Pattern[str]:
    """The phrases, longest first, whole words where a script has spaces."""
    phrases = [phrase.lower() for phrase in listed]
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
