"""Whether a text denies: words of negation, words with a denial inside, and phrases that only look like it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from tqcheck.text.answers import Answer, find_answers, find_echoes
from tqcheck.text.denial_count import BESIDE, count_denials, count_most
from tqcheck.text.inner_capitals import stands_as_name
from tqcheck.text.negation_patterns import idle_constructions, idle_phrases, inside_verbs, other_words, word_list
from tqcheck.text.overlaps import meets
from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

UNTIL_REACH = 60
"""Characters after a negation in which "until" turns it into "only then" ("will not be voted on until May")."""

LEADING = frozenset({"tr"})
"""Languages whose words that go along with a negated verb stand before it ("hiç kimse ... gelmedi")."""
TURNED = regex.compile(r"\s{0,2}+(?:\p{L}+\s+)?")
"""What may stand between a negation and the word that turns it round ("not impossible", "cannot ever deny")."""

OPPOSABLE = frozenset(
    {"few", "limited", "closed", "missing", "unknown", "unsafe", "wrong", "bad", "trouble", "doubt", "fear"}
)
"""Concepts whose words, denied, say what one word can say."""

FILLER = "\ufffc"
Span = tuple[int, int]

_CLITIC = regex.compile(r"(?<=\p{L})n\s?'t(?!\p{L})")


@dataclass(frozen=True, slots=True)
class Polarity:
    """Places (start, end) of plain negations, and of words that deny inside; both empty = an affirmative text.

    Attributes:
        hard: plain negations.
        denials: those of them that deny by themselves: "ne ... pas" is one denial.
        most: how many denials these can be at most: "niko nije" is one or two.
        demanded: denials that the other side must have: not turned round by a word that denies inside ("not impossible").
        turned: the others, each with the word that turns it round.
        soft: words that deny inside: they answer a negation.
        faint: words that may stand for a negation and need not (against, only, rather than).
        strong: those of them whose loss turns the sentence round (without, unable, refuse).
        bare: every plain negation is a word that stands beside a negated verb (никого), and no verb is negated.
        verbless: every plain negation may stand without a verb (never, no).
        only: where the text says "not only", which affirms.
        hedges: how many phrases such as "no doubt" the text holds, which the other side may say in other words.
        waits: a negation stands beside "until", which together say "only then".
        until: there is such a word, beside a negation or not.
        answers: words that may say without a negation what the other side says with one, by concept.
        loose: faint words that belong to no concept.
        meant: the concepts of the soft words that have one.
        folded: the text that was read, without what looks like a negation and is none.
        code: the table language.
        ended: where a negation says that something is over ("no longer"), which "still" denies.
        never: where one denies for all times.
    """

    hard: tuple[Span, ...]
    soft: tuple[Span, ...]
    denials: tuple[Span, ...] = ()
    demanded: tuple[Span, ...] = ()
    faint: tuple[Span, ...] = ()
    strong: tuple[Span, ...] = ()
    bare: bool = False
    verbless: bool = False
    only: Span | None = None
    hedges: int = 0
    waits: bool = False
    until: bool = False
    most: int = 0
    answers: tuple[Answer, ...] = ()
    loose: tuple[Span, ...] = ()
    meant: tuple[Answer, ...] = ()
    ended: tuple[Span, ...] = ()
    never: tuple[Span, ...] = ()
    turned: tuple[tuple[Span, Span], ...] = ()
    folded: str = ""
    code: str = ""

    @property
    def named(self) -> tuple[Answer, ...]:
        """Every word of a concept: it answers, denies inside or only echoes."""
        return (*self.answers, *self.meant, *find_echoes(self.folded, self.code))

    @property
    def affirms(self) -> bool:
        """Whether nothing in the text denies, not even faintly."""
        return not self.hard and not self.soft and not self.faint


def _weaker(code: str, folded: str, innocent: set[int]) -> tuple[list[Span], list[Span], list[Span]]:
    """Faint, soft and strong words that are not innocent; where a faint one begins, no other does."""
    faint = _free(_spans(word_list(code, "faint", clitics=True), folded), innocent)
    taken = innocent | {span[0] for span in faint}
    soft, strong = (_free(_spans(word_list(code, name, clitics=True), folded), taken) for name in ("soft", "strong"))
    longest = dict(soft)
    strong = [span for span in strong if span[1] >= longest.get(span[0], 0) and not _is_within(span, soft, code)]
    return faint, sorted({*soft, *(span for span in strong if not meets(span, soft))}), strong


@lru_cache(maxsize=4096)
def read_polarity(text: str, language: str) -> Polarity | None:
    """The negations of a text; None for a language without a table."""
    code = table_language(language)
    if code not in table("negation"):
        return None
    whole = fold(text, language)
    folded, skipped = _without_harmless(whole, code)
    innocent = {span[0] for span in _spans(word_list(code, "innocent"), folded)}
    faint, soft, strong = _weaker(code, folded, innocent)
    hard = sorted({*_listed(code, folded, soft), *_free(_inside_verbs(code, folded, text), innocent)})
    soft = [span for span in soft if not _is_inside(span, hard) and not stands_as_name(text, span[0], language)]
    concord = {*_spans(word_list(code, "concord"), folded)}
    beside = {*concord, *_spans(word_list(code, "second"), folded)}
    denials = count_denials(hard, beside, soft, folded)
    taken = (*hard, *soft)
    said = find_answers(folded, code)
    answers = tuple(item for item in said if not meets((item.start, item.end), taken))
    named = [(item.start, item.end) for item in answers]
    turning = [*soft, *_opposable(said)]
    turned = {span: word for span in denials if (word := _turns(span, turning, folded, code))}
    return Polarity(
        tuple(hard),
        tuple(soft),
        denials=denials,
        most=count_most(hard, beside, beside if code in LEADING else concord, folded),
        demanded=tuple(span for span in denials if span not in turned),
        turned=tuple(turned.items()),
        folded=folded,
        code=code,
        faint=tuple(span for span in faint if span not in hard),
        strong=tuple(span for span in strong if not meets(span, hard) and not stands_as_name(text, span[0], language)),
        bare=bool(hard) and concord.issuperset(hard),
        verbless=bool(hard) and (concord | {*_spans(word_list(code, "verbless"), folded)}).issuperset(hard),
        only=next(iter(_spans(word_list(code, "only"), whole)), None),
        hedges=len(_spans(word_list(code, "hedge"), whole)) + skipped,
        until=bool(word_list(code, "until").search(whole)),
        answers=answers,
        meant=tuple(item for item in said if meets((item.start, item.end), soft)),
        ended=tuple(_spans(word_list(code, "ended"), folded)) if hard else (),
        never=tuple(_spans(word_list(code, "never"), folded)) if hard else (),
        loose=tuple(span for span in faint if not meets(span, taken) and not _is_inside(span, named)),
        waits=any(word_list(code, "until").search(folded, end, end + UNTIL_REACH) for _, end in hard),
    )


def _listed(code: str, folded: str, soft: list[Span]) -> set[Span]:
    """The hard negations of the table, but for those that only begin a soft one."""
    longest = dict(soft)
    found = {span for span in _spans(word_list(code, "hard"), folded) if span[1] >= longest.get(span[0], 0)}
    return {span for span in found if not _is_within(span, soft, code)}


def _is_within(span: Span, longer: list[Span], code: str) -> bool:
    """Whether a piece of text stands inside a longer word of a language without spaces, not at its beginning."""
    return code in UNSPACED and any(start < span[0] and span[1] <= end for start, end in longer)


def _without_harmless(folded: str, code: str) -> tuple[str, int]:
    """The text, as long as before, without what looks like a negation and is none, and how often such words hedge."""
    folded = other_words(code).sub(lambda match: FILLER * len(match[0]), folded)
    hedges = 0
    for pattern in (idle_phrases(code), idle_constructions(code)):
        hedges += len(_spans(pattern, folded))
        folded = pattern.sub(lambda match: FILLER * len(match[0]), folded)
    return folded, hedges


def _is_inside(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _free(spans: Iterable[Span], taken: set[int]) -> list[Span]:
    return [span for span in spans if span[0] not in taken]


def _opposable(said: Iterable[Answer]) -> Iterator[Span]:
    """Words that a translation may well give by their opposites: "not difficult" is easy."""
    return ((item.start, item.end) for item in said if item.concepts <= OPPOSABLE)


def _turns(span: Span, soft: Iterable[Span], folded: str, code: str) -> Span | None:
    """The word that turns a negation round; in Chinese none, since it says "not refuse" as such."""
    if code == "zh":
        return None
    if code in UNSPACED:
        return next((word for word in soft if 0 <= span[0] - word[1] <= BESIDE), None)
    return next((word for word in soft if word[0] >= span[1] and TURNED.fullmatch(folded, span[1], word[0])), None)


def _spans(pattern: regex.Pattern[str], folded: str) -> list[Span]:
    return [match.span() for match in pattern.finditer(folded)]


def _inside_verbs(code: str, folded: str, text: str) -> list[Span]:
    """Negations written onto other words."""
    found = _spans(_CLITIC, folded) if code == "en" else []
    return found + [span for span in _spans(inside_verbs(code), folded) if not _is_name(text, span[0])]


def _is_name(text: str, start: int) -> bool:
    """Whether a word is capitalised inside a sentence: "Sönmez" is nobody's refusal."""
    return text[start].isupper() and text[:start].rstrip(" \"'“„«(")[-1:] not in ("", ".", "!", "?", ":")
