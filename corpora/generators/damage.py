"""Applies operators to a corpus and writes each damage as an item of the suite's form."""

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from random import Random
from typing import Any

from corpora.generators.operators import FAMILIES
from corpora.generators.records import Corpus, Damage, Pair


def split_of(identifier: str) -> str:
    """``dev`` or ``test``, fixed by the hash of the identifier."""
    return "dev" if sha256(identifier.encode()).digest()[0] % 2 else "test"


def item_of(pair: Pair, damage: Damage) -> dict[str, Any]:
    """A damage as an item of the suite: languages, kind, both translations, the place."""
    return {
        "id": f"{pair.identifier}/{damage.kind}",
        "code": damage.code,
        "languages": pair.languages,
        "kind": damage.kind,
        "source": pair.source,
        "bad": damage.text,
        "good": pair.target,
        "span": [damage.start, damage.end],
        "source_span": list(damage.source_span) if damage.source_span else None,
        "severity": damage.severity,
        "split": split_of(pair.identifier),
    }


def plant(corpus: Corpus, families: Sequence[str], seed: int, limit: int = 0) -> Iterator[dict[str, Any]]:
    """Try every operator on every pair; the same corpus, families and seed give the same items.

    Args:
        corpus: clean pairs; also the pool of replacement words, names and sentences.
        families: keys of ``FAMILIES``.
        seed: mixed with the pair and the operator, so that adding an operator changes no other item.
        limit: at most so many items an operator and language pair; 0 means no limit.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for pair in corpus.pairs:
        for family in families:
            for operator in FAMILIES[family]:
                key = (operator.__name__, pair.languages)
                if limit and counts[key] >= limit:
                    continue
                random = Random(f"{seed}/{operator.__name__}/{pair.languages}/{pair.identifier}")
                damage = operator(pair, corpus, random)
                if damage and damage.text != pair.target:
                    counts[key] += 1
                    yield item_of(pair, damage)
