"""Clean news pairs that no training set holds, and the same with one planted addition, omission or detached sentence."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from training.corpora import Record, detokenise, read
from training.damage import Clean, Damage, add, add_to_source, drop
from training.outputs import Output, measure
from training.paths import SHIPPED
from training.words import Lexicon

LANGUAGES = ("sr", "hr", "ru", "es", "fr", "zh")
FILES = ("ntrex128/all", "ntrex128/all-Cyrl", "ntrex128/all-Latn")
EACH = 25


def clean_news(seed: int = 11) -> tuple[list[Clean], dict[str, Lexicon]]:
    """Up to EACH sentences a language and direction, with the next sentence of the document as rival."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for name in FILES:
        for record in read(name):
            groups[record["tgt_lang"].split("-")[0]].append(record)
    rng = random.Random(seed)
    lexicons = {language: Lexicon(language) for language in ("en", *LANGUAGES)}
    pairs = []
    for language in LANGUAGES:
        rows = groups.get(language, [])
        for record in rows[::3]:
            lexicons[language].add(record["ref"], rng)
            lexicons["en"].add(record["src"], rng)
        for index in rng.sample(range(len(rows) - 1), min(EACH, max(0, len(rows) - 1))):
            here, near = rows[index], rows[index + 1]
            pairs.append(Clean("en", language, here["src"], here["ref"], near["ref"]))
            pairs.append(Clean(language, "en", here["ref"], here["src"], near["src"]))
    for lexicon in lexicons.values():
        lexicon.seal()
    return pairs, lexicons


def records(pairs: list[Clean], lexicons: dict[str, Lexicon], kind: Callable | None) -> list[Record]:
    """Records of the clean pairs, or of those that the kind of damage applies to."""
    rng, found = random.Random(17), []
    for pair in pairs:
        done = kind(pair, lexicons, rng) if kind else Damage("clean", pair.source, pair.target)
        if done:
            record = {"src": done.source, "mt": done.target, "src_lang": pair.source_lang, "tgt_lang": pair.target_lang}
            found.append({**record, "damage": done, "clean": pair})
    return found


def planted(folder: Path = SHIPPED) -> tuple[list[Output], list[Output], list[Output]]:
    """Outputs on clean pairs, on pairs whose translation lacks words, and on pairs whose source has words more."""
    pairs, lexicons = clean_news()
    kinds = (None, drop, add_to_source)
    clean, dropped, extended = (measure(records(pairs, lexicons, kind), folder) for kind in kinds)
    return clean, dropped, extended


def additions(folder: Path = SHIPPED) -> list[Output]:
    """Outputs on pairs with a planted addition."""
    pairs, lexicons = clean_news()
    return measure(records(pairs, lexicons, add), folder)


def detached(folder: Path = SHIPPED) -> tuple[list[Output], list[Output]]:
    """Outputs on clean pairs and on the same sources with the next sentence of the document."""
    pairs, _ = clean_news()
    swapped = [Clean(p.source_lang, p.target_lang, p.source, p.rival or "", None) for p in pairs]
    return measure(records(pairs, {}, None), folder), measure(records(swapped, {}, None), folder)


def exchanged(folder: Path = SHIPPED, each: int = 60) -> list[Output]:
    """Post-edits that were trained on, and the same sources with the next sentence's: what a weighing may be fitted on.

    :func:`detached` only measures. Their records hold `detached`: 1 or 0.
    """
    documents: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in read("mlqe-pe/train"):
        documents[f"{record['src_lang']}-{record['tgt_lang']}", record["doc"]].append(record)
    groups: dict[str, list[tuple[Record, Record]]] = defaultdict(list)
    for (pair, _), rows in documents.items():
        groups[pair] += [(a, b) for a, b in pairwise(rows) if a["src"] != b["src"]]
    rng = random.Random(23)
    chosen = [row for _, rows in sorted(groups.items()) for row in rng.sample(rows, min(each, len(rows)))]
    texts = [{**a, "mt": detokenise(other["pe"]), "detached": other is b} for a, b in chosen for other in (a, b)]
    return measure(texts, folder)
