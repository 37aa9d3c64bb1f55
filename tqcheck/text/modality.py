"""Reality: what the source says would have been, nearly was or is alleged, and the translation states as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from tqcheck.text.clauses import clause_around
from tqcheck.text.gaps import estimate_gap
from tqcheck.text.tables import table
from tqcheck.text.word_patterns import compile_words, fold, table_language

Span = tuple[int, int]
CLASSES = ("unreal", "possible", "nearly", "alleged", "planned", "suspected", "wished")
_MODALS = ("may", "should", "must")
"""Classes of contrasts.toml whose words may say what is possible."""
_EMPHATIC = regex.compile(
    r"(?:n['’]t|not|never|nobody|nothing)\s(?:(?:could|can)\s)?possibly(?!\p{L})", regex.IGNORECASE
)
"""Where "possibly" only stresses a denial: "couldn't possibly have known"."""
_ABOUT = regex.compile(r"\s*+(?:\p{Nd}|%)")
"""What follows a word that is no event but a quantity: "almost 40"."""


@dataclass(frozen=True, slots=True)
class Reality:
    """A word of the source that makes something less than a fact, of one of `CLASSES`, and about where the translation lacks it."""

    kind: str
    source: Span
    start: int
    end: int


def find_stated_facts(source: str, target: str, source_language: str, target_language: str) -> Iterator[Reality]:
    """At most one a class: the source has its word, and nothing in the translation could say it."""
    left, right = _words(source_language), _words(target_language)
    for kind in CLASSES:
        if not left.get(kind) or not right.get(kind):
            continue
        said = _firm(source, source_language, left[kind])
        if kind == "possible" and table_language(source_language) == "en":
            said = [span for span in said if not _is_emphatic(source, span)]
        if kind == "nearly":
            said = [span for span in said if not _ABOUT.match(source, span[1])]
        modals = _modals(target_language) if kind in ("possible", "wished") else ""
        if said and not _may_say(target, target_language, f"{right[kind]} {modals}"):
            yield Reality(kind, said[0], *clause_around(target, estimate_gap(source, *said[0], target)))


def _is_emphatic(source: str, span: tuple[int, int]) -> bool:
    return any(match.start() < span[0] < match.end() for match in _EMPHATIC.finditer(source))


def _words(language: str) -> dict[str, str]:
    return dict(table("modality").get(table_language(language), {}))


def _modals(language: str) -> str:
    words = table("contrasts").get(table_language(language), {})
    return " ".join(str(words.get(name, "")) for name in _MODALS)


def _firm(text: str, language: str, words: str) -> list[Span]:
    found = compile_words(words.partition("|")[0], language).finditer(fold(text, language))
    return [match.span() for match in found]


def _may_say(text: str, language: str, words: str) -> bool:
    return bool(compile_words(words.replace("|", " "), language).search(fold(text, language)))
