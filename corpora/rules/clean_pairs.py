"""Professional translations by document: `ntrex128` (news) and the references of `mt-outputs` (FLORES) in ../shared/data.

Neither is part of the repository. A document belongs to the development or the test half by the hash of its name.
"""

from __future__ import annotations

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from json import loads
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal

from corpora.generators.records import Pair
from corpora.generators.unit import QUANTITIES, locale_of, phrase_of

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = ("ntrex128/all.jsonl.xz", "mt-outputs/flores-test.jsonl.xz")
_SENTENCES = 10
"""FLORES states no documents; so many neighbours are taken for one."""
_TAILS = (
    " (https://example.org/report-17)",
    " {name}",
    " <b>%s</b>",
    " `make test`",
    " press@example.org",
    " ${total}",
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What to read: language pairs (empty: all), the half (dev, test or all), clean pairs per language pair."""

    languages: frozenset[str] = frozenset()
    half: str = "dev"
    pairs: int = 600


def half_of(document: str) -> str:
    """`dev` or `test`, fixed by the document's name."""
    return "dev" if sha256(document.encode()).digest()[0] % 2 else "test"


def read_documents(selection: Selection) -> dict[str, list[Pair]]:
    """Clean pairs by "languages/document", each language pair cut at `selection.pairs`."""
    documents: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair, document in _read_pairs(selection):
        documents[f"{pair.languages}/{document}"].append(pair)
    return dict(documents)


def _read_pairs(selection: Selection) -> Iterator[tuple[Pair, str]]:
    counts: Counter[str] = Counter()
    seen = set[tuple[str, str]]()
    for name in FILES:
        order: Counter[str] = Counter()
        for row in rows_of(name):
            languages = f"{row['src_lang']}-{row['tgt_lang']}"
            key = (languages, str(row["src"]))
            if key in seen or (selection.languages and languages not in selection.languages):
                continue
            seen.add(key)
            order[languages] += 1
            document = str(row.get("doc") or f"flores.{order[languages] // _SENTENCES}")
            if selection.half not in ("all", half_of(document)) or counts[languages] >= selection.pairs:
                continue
            counts[languages] += 1
            yield pair_of(row), document


def rows_of(name: str) -> Iterator[Mapping[str, object]]:
    """The records of one of the files."""
    with lzma.open(DATA / name, "rt", encoding="utf-8") as lines:
        yield from map(loads, lines)


def turned(pair: Pair) -> Pair:
    """The pair read the other way: what was the translation is the source."""
    return replace(
        pair,
        identifier=f"{pair.identifier}/back",
        source=pair.target,
        target=pair.source,
        source_language=pair.target_language,
        target_language=pair.source_language,
    )


def pair_of(row: Mapping[str, object], target: str = "ref") -> Pair:
    """The source of a record and its translation of this name, the reference unless another is asked for."""
    return Pair(
        identifier=str(row["id"]),
        source=str(row["src"]),
        target=str(row[target]),
        source_language=str(row["src_lang"]),
        target_language=str(row["tgt_lang"]),
    )


def decorate(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs with an address, a placeholder or a tag at the end of both sides, in turn."""
    return [
        replace(pair, source=pair.source + tail, target=pair.target + tail)
        for number, pair in enumerate(pairs)
        for tail in (_TAILS[number % len(_TAILS)],)
    ]


def with_figures(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs with a quantity, a date or a sum behind both sides, in turn, each as CLDR writes it: news gives too few of them."""
    return [
        replace(
            pair,
            source=f"{pair.source} ({_figure(number, pair.source_language)})",
            target=f"{pair.target} ({_figure(number, pair.target_language)})",
        )
        for number, pair in enumerate(pairs)
    ]


def _figure(number: int, language: str) -> str:
    locale = locale_of(language)
    if number % 3 == 0:
        kinds = QUANTITIES[number // 3 % len(QUANTITIES)]
        return phrase_of(13 + number * 7 % 80, kinds[number // 3 % len(kinds)], language)
    if number % 3 == 1:
        day = date(1951 + number * 11 % 70, 1 + number * 5 % 12, 1 + number * 7 % 28)
        return str(format_date(day, format="long", locale=locale))
    return str(format_decimal(12_345 + number * 7919, locale=locale))
