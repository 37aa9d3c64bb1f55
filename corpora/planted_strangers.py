"""Sentences in the wrong place, planted into clean translations, and what TQ604 measures of them: examples for `corpora.fit_detached`.

What people paste into the wrong place is of the article's own register, and often without a name or a figure. So of the strangers that
another text in the language offers, one is taken at random, one is the nearest to the article by sentence vectors, one the nearest to what
it stands for, in turn. A third of the short texts that readers try a tool on is three sentences long: those are cut out of the articles.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import tqcheck
from tqcheck.bench.items import Item
from tqcheck.checks.detached_strength import KINDS, SHORTEST, features
from tqcheck.model import Article, Pair, Segment
from tqcheck.pipeline import embedded_model
from tqcheck.text.segment import count_words

EVERY, LEAST = 8, 2
"""Of so many sentences one is exchanged, in a text of its own; in every text so many at least."""
LENGTHS = (0.6, 1.6)
"""Length of the stranger to what it stands for, at least and at most."""
CHOICE = 40
"""Strangers of which the nearest is taken."""
EXTRACT = 3
"""Sentences of an extract."""
SEED = 5
WAYS = ("random", "like the article", "like the sentence")
CLEAN, SHORT, FOUND = "clean", "three sentences", "in articles"
"""What an example is beside these: of a text without errors; of an extract; written by people who did not know the checks."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that is judged: the text it is of, its batch, how it came there, what is measured, whether its translation is a stranger."""

    text: str
    batch: str
    way: str
    found: dict[str, float]
    stranger: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is."""

    item: Item
    source: str
    translation: str
    article: Article

    def exchangeable(self) -> list[Pair]:
        """The pairs in whose translation a stranger may be put."""
        return [pair for pair in self.article.pairs if _is_whole(pair) and self.translation.count(_target(pair)) == 1]


def examples(items: Sequence[Item], articles: Sequence[Item]) -> Iterator[Example]:
    """Every pair of every clean text and extract, the strangers planted into them, and those that articles with errors hold."""
    rng = random.Random(SEED)
    texts = [_read(item) for item in items]
    pool = defaultdict[str, list[tuple[str, str]]](list)
    for text in texts:
        pool[text.item.languages[1]] += [
            (text.item.id, _target(pair)) for pair in text.article.pairs if _is_whole(pair)
        ]
    for text in texts:
        strangers = [sentence for name, sentence in pool[text.item.languages[1]] if name != text.item.id]
        yield from _judge(text, text.article, CLEAN)
        yield from _planted(text, strangers, rng)
        yield from _extracts(text, strangers, rng)
    for item in articles:
        yield from _in_article(item)


def _read(item: Item) -> Text:
    source, translation = (Path(path).read_text(encoding="utf-8") for path in (item.job.source_path, item.job.path))
    return Text(item, source, translation, _check(item, source, translation))


def _check(item: Item, source: str, translation: str) -> Article:
    ours, theirs = item.languages
    report = tqcheck.check(
        translation, source, source_language=ours, target_language=theirs, engine="none", select=["TQ604"]
    )
    read = report.documents[0]
    return Article(
        translation=read.document, source=read.source, source_language=ours, target_language=theirs, pairs=read.pairs
    )


def _judge(text: Text, article: Article, way: str, stranger: str = "") -> Iterator[Example]:
    """Of an article with a stranger that one alone, of others all."""
    for pair in article.pairs:
        right = not stranger or (pair.target is not None and pair.target.text == stranger)
        if right and _is_judged(pair) and (found := features(pair, article)):
            yield Example(text.item.id, text.item.batch, way, found, bool(stranger))


def _planted(text: Text, strangers: Sequence[str], rng: random.Random) -> Iterator[Example]:
    places = text.exchangeable()
    for number, pair in enumerate(rng.sample(places, min(max(LEAST, len(places) // EVERY), len(places)))):
        way = WAYS[number % len(WAYS)] if number else rng.choice(WAYS)
        if new := _stranger(pair, strangers, way, places, rng):
            changed = text.translation.replace(_target(pair), new)
            yield from _judge(text, _check(text.item, text.source, changed), way, new)


def _extracts(text: Text, strangers: Sequence[str], rng: random.Random) -> Iterator[Example]:
    """Three sentences as they are, and with a stranger among them."""
    places = text.exchangeable()
    if len(places) <= EXTRACT:
        return
    first = rng.randrange(len(places) - EXTRACT + 1)
    chosen = places[first : first + EXTRACT]
    source, translation = (
        " ".join(sides) for sides in ([_source(one) for one in chosen], [_target(one) for one in chosen])
    )
    yield from _judge(text, _check(text.item, source, translation), SHORT)
    pair = rng.choice(chosen)
    if new := _stranger(pair, strangers, "random", places, rng):
        changed = translation.replace(_target(pair), new)
        yield from _judge(text, _check(text.item, source, changed), SHORT, new)


def _stranger(pair: Pair, strangers: Sequence[str], way: str, around: Sequence[Pair], rng: random.Random) -> str:
    """A sentence of about the length of the pair's translation; empty = there is none."""
    old = _target(pair)
    near = [one for one in strangers if LENGTHS[0] <= len(one) / len(old) <= LENGTHS[1]]
    if not near or way == WAYS[0]:
        return rng.choice(near) if near else ""
    some = rng.sample(near, min(CHOICE, len(near)))
    vectors = _embed([*some, *([old] if way == WAYS[2] else map(_target, around))])
    goal = vectors[len(some) :].mean(axis=0)
    return some[int(np.argmax(vectors[: len(some)] @ goal))]


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    model = embedded_model()
    assert model is not None
    return model.embedder.embed(texts)


def _in_article(item: Item) -> Iterator[Example]:
    article, spans = _read(item).article, [gold.span for gold in item.gold if gold.code == "TQ604"]
    for pair in article.pairs:
        strange = pair.target is not None and any(pair.target.span.overlaps(span) for span in spans)
        if strange and _is_judged(pair) and (found := features(pair, article)):
            yield Example(item.id, item.batch, FOUND, found, True)


def _is_judged(pair: Pair) -> bool:
    return pair.target is not None and pair.target.kind in KINDS


def _is_whole(pair: Pair) -> bool:
    sides = (pair.source, pair.source_language), (pair.target, pair.target_language)
    return _is_judged(pair) and all(side and _is_long(side, language) for side, language in sides)


def _is_long(side: Segment, language: str) -> bool:
    return count_words(side.text, language) >= SHORTEST


def _source(pair: Pair) -> str:
    return pair.source.text if pair.source else ""


def _target(pair: Pair) -> str:
    return pair.target.text if pair.target else ""
