"""Articles that do not fit the word behind them, where the sound or the letter decides and the exceptions can be listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

from tqcheck.text.locale_facts import primary
from tqcheck.text.tables import table


@dataclass(frozen=True, slots=True)
class WrongArticle:
    """Offsets of the article and its word, and both as they should be."""

    start: int
    end: int
    fix: str


def find_wrong_articles(text: str, language: str) -> Iterator[WrongArticle]:
    """Each rule of the language's table: a pattern with groups `article` and `word`, unless the word is one of its exceptions."""
    for pattern, fix, name in _rules(primary(language)):
        for match in pattern.finditer(text):
            word = match["word"].lower()
            if _is_label(match, text):
                continue
            if not any(word.startswith(stem) for stem in _exceptions(primary(language), name)):
                article = fix.capitalize() if match["article"][0].isupper() else fix
                gap = "" if article.endswith(("'", "’")) else match["gap"]
                yield WrongArticle(match.start(), match.end(), f"{article}{gap}{match['word']}")


def _is_label(match: regex.Match[str], text: str) -> bool:
    """Whether a lone capital stands inside a sentence: lever A is no article."""
    before = text[: match.start()].rstrip()[-1:]
    return match["article"].isupper() and len(match["article"]) == 1 and (before.isalnum() or before in (",", ";"))


_BEFORE, _AFTER = r"(?<![\p{L}\p{M}\p{N}'’\-./])", r"(?![\p{N}.&])"


@cache
def _rules(language: str) -> tuple[tuple[regex.Pattern[str], str, str], ...]:
    rules: list[dict[str, Any]] = table("articles").get(language, {}).get("rules", [])
    return tuple((_pattern(rule), str(rule["fix"]), str(rule.get("except", ""))) for rule in rules)


def _pattern(rule: dict[str, Any]) -> regex.Pattern[str]:
    article, word = _either_case(rule["article"]), rf"{rule['word']}[\p{{L}}\p{{M}}]*+"
    return regex.compile(rf"{_BEFORE}(?P<article>{article})(?P<gap>[ \u00a0])(?P<word>{word}){_AFTER}")


def _either_case(words: str) -> str:
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words.split("|"))


@cache
def _exceptions(language: str, name: str) -> tuple[str, ...]:
    return tuple(table("articles").get(language, {}).get(name, "").split()) if name else ()
