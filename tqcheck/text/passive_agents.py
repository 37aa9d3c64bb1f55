"""Passives of other languages than English: their signs, and whether a noun is by whom it is done: `data/{role_marks,verb_roles}.toml`."""

from __future__ import annotations

from functools import cache

import regex

from tqcheck.text.tables import table
from tqcheck.text.word_expressions import UNSPACED
from tqcheck.text.word_patterns import fold, table_language

Span = tuple[int, int]


def has_passive(text: str, language: str) -> bool:
    """Whether a stretch of text has signs of a passive."""
    code = table_language(language)
    words = str(table("role_marks").get(code, {}).get("passive", ""))
    folded = fold(text, language)
    if code in UNSPACED:
        return any(word in folded for word in words.split())
    return bool(_any_of(words).search(folded))


def is_agent(text: str, place: Span, code: str) -> bool:
    """Whether the noun at a place of the folded text acts in a passive."""
    before, behind = _agents().get(code, (None, None))
    return bool(
        (before is None or before.search(text[: place[0]])) and behind is not None and behind.match(text[place[1] :])
    )


@cache
def _agents() -> dict[str, tuple[regex.Pattern[str] | None, regex.Pattern[str]]]:
    """Language -> (what stands before the one who acts in a passive, or None, what stands behind)."""
    found = dict[str, tuple[regex.Pattern[str] | None, regex.Pattern[str]]]()
    for code, facts in table("verb_roles")["agent"].items():
        before = regex.compile(facts["before"]) if "before" in facts else None
        found[code] = before, regex.compile(facts["behind"])
    return found


@cache
def _any_of(words: str) -> regex.Pattern[str]:
    options = "|".join(
        rf"\p{{L}}+{regex.escape(word[1:])}"
        if word.startswith("*")
        else str(regex.escape(word.rstrip("*"))) + (r"\p{L}*" if word.endswith("*") else "")
        for word in words.split()
    )
    return regex.compile(rf"(?<!\p{{L}})(?:{options})(?!\p{{L}})") if options else regex.compile(r"(?!)")
