"""Days named from today: yesterday, prekjuče, 明後日, with what they can mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """A word for a day near today: offsets and the days it can mean, today = 0."""

    start: int
    end: int
    days: frozenset[int]


def find_relative_days(text: str, language: str) -> Iterator[RelativeDay]:
    """Words for days near today, longest first, in order."""
    pattern, days = _facts(primary(language))
    if pattern is None:
        return
    for match in pattern.finditer(text):
        yield RelativeDay(match.start(), match.end(), days[match[0].lower()])


@cache
def _facts(code: str) -> tuple[regex.Pattern[str] | None, dict[str, frozenset[int]]]:
    listed = table("relative_days").get(code, {})
    days: dict[str, frozenset[int]] = {}
    for day, words in listed.items():
        for word in words:
            days[word] = days.get(word, frozenset()) | {int(day)}
    if not days:
        return None, days
    words = "|".join(sorted(map(regex.escape, days), key=len, reverse=True))
    edges = ("", "") if code in ("zh", "ja", "ko") else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
    return regex.compile(f"{edges[0]}(?:{words}){edges[1]}", regex.IGNORECASE), days
