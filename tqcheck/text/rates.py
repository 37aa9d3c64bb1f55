"""What a quantity is counted by: $100 a month, 100 долларов в год, 人均2000美元."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.tables import table
from tqcheck.text.word_patterns import table_language

Rate = tuple[int, int, str]
"""start, end, and year, month, week, day, hour, minute, second or person."""


def find_rates(text: str, language: str) -> list[Rate]:
    """The rates of a text in order; none for a language without a table."""
    pattern = _pattern(table_language(language))
    found = pattern.finditer(text) if pattern else ()
    return [(match.start(), match.end(), str(match.lastgroup)) for match in found]


@cache
def _pattern(code: str) -> regex.Pattern[str] | None:
    facts = table("rates").get(code)
    if not facts:
        return None
    unspaced = code in ("zh", "ja", "ko")
    left, right = ("", "") if unspaced else (r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])")
    body = "|".join(f"(?P<{name}>{words})" for name, words in facts.items())
    return regex.compile(f"{left}(?:{body}){right}", regex.IGNORECASE)
