"""Some words of a third language inside a sentence: neither the source has them, nor does the translation's language know them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tqcheck.text.dictionary import speaks_only
from tqcheck.text.foreign_islands import find_islands
from tqcheck.text.language_facts import common_words
from tqcheck.text.languages import common_shares, primary, related
from tqcheck.text.masks import FILLER
from tqcheck.text.quotes import scan_quotes
from tqcheck.text.segment import words

THIRD = frozenset(
    {"en", "fr", "de", "es", "it", "pt", "nl", "sv", "pl", "cs", "ro", "hr", "tr", "fi", "hu", "da", "no", "sk", "sl"}
)
"""Languages whose clauses are looked for, all in Latin letters."""
LEAST_WORDS = 4
LEAST_SHARE = 0.3
"""Share of a clause's words that are among the commonest of the third language."""

_BORDER = regex.compile(r"[,.;:!?…()\[\]\"“”„«»—–\n\ufffc]")


def find_foreign_clauses(text: str, languages: tuple[str, str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, language) of the ends of clauses, whole ones, and stretches in a third language; `languages` are source and target."""
    bare = text
    for item in scan_quotes(text).quotations:
        bare = bare[: item.start] + FILLER * (item.end - item.start) + bare[item.end :]
    ours = frozenset(map(primary, languages))
    third = frozenset(code for code in THIRD - ours if not any(related(code, own) for own in languages))
    spans = [(span.start, span.end) for span in words(bare) if bare[span.start].isalpha()]
    for clause in _clauses(bare, spans):
        found = _ending(bare, clause, languages, third)
        if found:
            yield found
        else:
            yield from find_islands(bare, clause, languages)


def _clauses(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    clause: list[tuple[int, int]] = []
    for span in spans:
        if clause and _BORDER.search(text[clause[-1][1] : span[0]]):
            yield clause
            clause = []
        clause.append(span)
    if clause:
        yield clause


def _ending(
    text: str, clause: list[tuple[int, int]], languages: tuple[str, str], third: frozenset[str]
) -> tuple[int, int, str] | None:
    """The longest row of words up to the clause's end that is surely of one third language."""
    ours = [
        common_words(primary(language)) for language in languages
    ]  # no row of a third language's words has any of these
    said = [text[start:end].casefold() for start, end in clause]
    last = max((place for place, word in enumerate(said) if any(word in words for words in ours)), default=-1)
    for first in range(max(0, last + 1, len(clause) - 12), len(clause) - LEAST_WORDS + 1):
        row = [text[start:end] for start, end in clause[first:]]
        plain = [word for word in row if word[0].islower()]
        if len(plain) < LEAST_WORDS - 1 or row[0] not in plain:
            continue
        shares = common_shares(" ".join(row), third | frozenset(map(primary, languages)))
        best = max(sorted(third), key=lambda code: shares.get(code, 0.0))
        own = max(shares.get(primary(code), 0.0) for code in languages)
        if shares.get(best, 0.0) >= LEAST_SHARE and own == 0.0 and _is_only(best, row, languages):
            return clause[first][0], clause[-1][1], best
    return None


def _is_only(language: str, row: list[str], languages: tuple[str, str]) -> bool:
    return all(speaks_only(language, row, own) for own in languages if primary(own))
