"""Reality: what the source says would have been, nearly was, is alleged, tried, promised or over, and the translation states as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from tqcheck.text.bilingual import read_both
from tqcheck.text.clauses import clause_around
from tqcheck.text.gaps import estimate_gap
from tqcheck.text.masks import FILLER
from tqcheck.text.negation import read_polarity
from tqcheck.text.overlaps import meets
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]
INTENDED = (
    "weighed",
    "tried",
    "promised",
    "threatened",
    "offered",
    "demanded",
    "ready",
    "planned",
    "wished",
    "expected",
)
"""Classes of what is not done yet; one of them often renders another: "wants to" is "plans to"."""
DOUBTED = ("suspected", "believed", "possible", "likely", "alleged", "accused", "expected")
"""Classes of what is not known; one of them often renders another: "is thought to have" is "probably has"."""
HEARD = ("possible",)
"""Classes whose words are excused by no word that renders another of the source: "the suspect has left" for "may have left"."""
LONG = 5
"""Letters of such a word, at least: modals and particles render too much."""
OVER = ("former", "usedto")
CLASSES = ("unreal", "nearly", *dict.fromkeys((*DOUBTED, *INTENDED)), *OVER)
_MODALS = ("may", "should", "must")
"""Classes of contrasts.toml whose words may say what is possible."""
_EMPHATIC = regex.compile(
    r"(?:n['’]t|not|never|nobody|nothing)\s(?:(?:could|can)\s)?possibly(?!\p{L})", regex.IGNORECASE
)
"""Where "possibly" only stresses a denial: "couldn't possibly have known"."""
_CONCEDED = regex.compile(r"(?:^|[.;!?]\s)\W*(?:while|although|though|even if)\s[^.,;!?]*$", regex.IGNORECASE)
"""What stands before a "may have" that grants a fact: "while he may have been first"."""
_ABOUT = regex.compile(r"\s*+(?:\p{Nd}|%)")
"""What follows a word that is no event but a quantity: "almost 40"."""

_POSTPOSED = frozenset({"es", "pt", "it", "ca", "fr", "ro"})
_BEHIND_ITS_NOUN = regex.compile(
    r"(?:anti[gc]|anci)\p{L}+(?:\s*+(?:[^\p{L}\s]|$)|\s(?:que|y|e|et|ed|o|ou|de|em|en|in|con|com|para|por|qui|che)(?!\p{L}))",
    regex.IGNORECASE,
)
"""An adjective that says "former" before its noun and "old" behind it, where languages put most: « una flota antigua que »."""

_MAY = regex.compile(r"(?:may|might)(?=\s)", regex.IGNORECASE)
"""The modal of a place that holds its verb too."""
_COMPOUND = regex.compile(r"\p{L}-\p{L}|^[元前旧]\p{Han}")
"""What was somebody and is so no longer, in one word with what he was."""


@dataclass(frozen=True, slots=True)
class Reality:
    """A word of the source that makes something less than a fact, of one of `CLASSES`, and about where the translation lacks it."""

    kind: str
    source: Span
    start: int
    end: int


def find_stated_facts(source: str, target: str, source_language: str, target_language: str) -> Iterator[Reality]:
    """At most one a class and place: the source has its word, and nothing in the translation could say it."""
    left, right = _words(source_language), _words(target_language)
    taken, given = list[Span](), _read(source, source_language)
    for kind in CLASSES:
        if not left.get(kind) or not right.get(kind):
            continue
        said = [
            span for span in _firm(given, source_language, left[kind]) if _counts(kind, source, *span, source_language)
        ]
        if not said or any(said[0][0] < end and start < said[0][1] for start, end in taken):
            continue
        if _may_say(kind, said, (source, source_language), (target, target_language)):
            continue
        if kind == "unreal" or not _is_rendered(said[0], (source, source_language), (target, target_language)):
            taken.append(said[0])
            yield Reality(kind, said[0], *clause_around(target, estimate_gap(source, *said[0], target)))


def _counts(kind: str, source: str, start: int, end: int, language: str) -> bool:
    """Whether a word of a class is meant so where it stands."""
    if kind == "possible":
        return table_language(language) != "en" or not _is_other(source, (start, end))
    if kind == "unreal":
        return not (start and _is_denied(source[:start], language, start - 1))  # what nobody could have done was not
    if kind == "nearly":
        return not _ABOUT.match(source, end)
    if kind == "former":
        return not (table_language(language) in _POSTPOSED and _BEHIND_ITS_NOUN.match(source, start))
    return kind not in (*INTENDED, "believed") or not _is_denied(source, language, start)


def _is_denied(text: str, language: str, offset: int) -> bool:
    """Whether a negation stands in the clause of a word: "was not ready to" is "refused to"."""
    polarity = read_polarity(text, language)
    start, end = clause_around(text, offset)
    return polarity is None or any(start <= place[0] < end for place in polarity.hard)


def _is_rendered(span: Span, left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether a word of the translation renders the longest word of a place; of "ex-mayor" and 元市長 that would be the mayor."""
    if _COMPOUND.search(left[0][slice(*span)]):
        return False
    if modal := _MAY.match(left[0][slice(*span)]):
        span = span[0], span[0] + modal.end()
    ours, theirs = read_both(left, right)
    inside = [reading for reading in ours if reading[0] < span[1] and span[0] < reading[1]]
    if not inside:
        return False
    heads = max(inside, key=lambda reading: reading[1] - reading[0])[2]
    return any(heads & others for _, _, others in theirs)


def _excuses(kind: str, words: dict[str, str], language: str) -> str:
    """All words that may say what a class says: its own, the sure ones of its like, modals, and the past of what is over."""
    alike = [group for group in (INTENDED, DOUBTED) if kind in group]
    others = " ".join(words.get(name, "").partition("|")[0] for group in alike for name in group)
    modals = _modals(language) if kind in ("possible", "wished") else ""
    past = str(table("tenses").get(table_language(language), {}).get("past", "")) if kind == "usedto" else ""
    past = past.partition("|")[0]
    return f"{words[kind]} {others} {modals} {past}"


def _is_other(source: str, span: Span) -> bool:
    """Whether an English word is the month of May, grants a fact or only stresses a denial."""
    if _CONCEDED.search(source, 0, span[0]):
        return True
    if source[span[0] : span[0] + 3] == "May" and source[: span[0]].rstrip(" “\"‘'")[-1:] not in ("", ".", "?", "!"):
        return True
    return any(match.start() < span[0] < match.end() for match in _EMPHATIC.finditer(source))


def _words(language: str) -> dict[str, str]:
    return dict(table("modality").get(table_language(language), {}))


def _modals(language: str) -> str:
    words = table("contrasts").get(table_language(language), {})
    return " ".join(str(words.get(name, "")) for name in _MODALS)


def _read(text: str, language: str) -> str:
    """The text folded, without what only looks like a word of a class."""
    return compile_words(_words(language).get("ignore", ""), language).sub(FILLER, fold(text, language))


def _firm(folded: str, language: str, words: str) -> list[Span]:
    return [match.span() for match in compile_words(words.partition("|")[0], language).finditer(folded)]


def _may_say(kind: str, said: list[Span], source: tuple[str, str], target: tuple[str, str]) -> bool:
    """Whether a word of the translation may say what a class says: one that renders no other word of the source."""
    text, language = target
    words = _excuses(kind, _words(language), language).replace("|", " ")
    spans = [match.span() for match in compile_words(words, language).finditer(fold(text, language))]
    spans = [span for span in spans if not meets(span, _conditions(source, target))]
    if not spans or kind not in HEARD or any(span[1] - span[0] < LONG or _MAY.match(text, span[0]) for span in spans):
        return bool(spans)
    rendered = _rendered(said, source, target)
    return not all(meets(span, rendered) for span in spans)


def _conditions(source: tuple[str, str], target: tuple[str, str]) -> list[Span]:
    """Where the translation says "if", when the source does so too: then it is nothing that may be."""
    here, there = (
        [match.span() for match in compile_words(_words(side[1]).get("condition", ""), side[1]).finditer(fold(*side))]
        for side in (source, target)
    )
    return there if len(here) >= len(there) else []


def _rendered(said: list[Span], source: tuple[str, str], target: tuple[str, str]) -> list[Span]:
    """Words of the translation that the dictionary calls renderings of other words of the source than those of the class."""
    ours, theirs = read_both(source, target)
    heads = frozenset[str]().union(*(found for start, end, found in ours if not meets((start, end), said)))
    return [(start, end) for start, end, found in theirs if not heads.isdisjoint(found)]
