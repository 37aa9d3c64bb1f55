"""Results of matches: 3-1, 3:1, 3–1, 3比1; in another order another side won."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table


@dataclass(frozen=True, slots=True)
class Score:
    """A result as written: offsets and the two figures."""

    start: int
    end: int
    first: int
    second: int


_SCORE = regex.compile(
    r"(?<![\d.,:/-])(\d{1,3})(?:[-–‑‐—:]|[ \u00a0]?[比対对][ \u00a0]?|[ \u00a0][–-][ \u00a0])(\d{1,3})(?![\d%:/-]|[.,]\d)"
)
_RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})
"""A result is stored in either order there, since the display turns it round."""


def find_scores(text: str) -> Iterator[Score]:
    """Pairs of figures that can be a result, in a text whose digits are ASCII; two equal ones say nothing."""
    for match in _SCORE.finditer(text):
        if match[1] != match[2]:
            yield Score(match.start(), match.end(), int(match[1]), int(match[2]))


def reversed_score(source: str, target: str, languages: tuple[str, str]) -> tuple[Score, Score, float] | None:
    """The one result of two texts where the translation turned it round though both speak of winning, and how sure."""
    left, right = list(find_scores(source)), list(find_scores(target))
    if len(left) != 1 or len(right) != 1 or (left[0].first, left[0].second) != (right[0].second, right[0].first):
        return None
    patterns = [_winning(primary(language)) for language in languages]
    if not all(pattern and pattern.search(text) for pattern, text in zip(patterns, (source, target), strict=True)):
        return None
    return left[0], right[0], 0.5 if _RIGHT_TO_LEFT & {primary(language) for language in languages} else 0.9


@cache
def _winning(code: str) -> regex.Pattern[str] | None:
    stems = table("scores")["win"].get(code)
    edge = "" if code in ("zh", "ja", "ko", "ar", "he", "fa") else r"(?<![\p{L}\p{M}])"
    return regex.compile(f"{edge}(?:{stems})", regex.IGNORECASE) if stems else None
