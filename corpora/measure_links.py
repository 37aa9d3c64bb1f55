"""Word links by layer of the embedded model: `python -m corpora.measure_links`.

Words whose partner is known without the model, in sentences of ntrex128 that hold them once on either side: weekdays and months, by
the tables of `tqcheck/text/dates.py`, and names written in another alphabet, by their consonants. A link is right where it joins the two.
Printed for the vectors after the four layers that the quality model shares and after the two more that links use: of the links of such
a word, how many are right (precision); of such words, how many have the right link (recall).
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpora.measure_alignment import DATA, read_documents
from tqcheck.align.skeleton import skeleton
from tqcheck.align.words import compare_words
from tqcheck.engines.base import Embedder
from tqcheck.model import Pair, Run, Segment, Span
from tqcheck.quality import load
from tqcheck.quality.embedding import LowerLayerEmbedder
from tqcheck.quality.files import find_folder
from tqcheck.quality.network import LONGEST, Network, batches, pad
from tqcheck.quality.pieces import END, PAD, START, Vocabulary
from tqcheck.text.dates import months, weekdays
from tqcheck.text.languages import primary
from tqcheck.text.segment import words

Array = NDArray[np.float32]
Anchor = tuple[str, Span, Span]
"""What kind of word, and where it stands on either side."""

LEAST = 4
"""Consonants that make a name's shape its own."""


class SharedLayers(Network):
    """The network cut off above the layers that the quality model shares."""

    def states(self, texts: Sequence[Sequence[int]]) -> Iterator[tuple[int, Array]]:
        rows = [[START, *ids[: LONGEST - 2], END] for ids in texts]
        for batch in batches([len(row) for row in rows]):
            ids = pad([rows[index] for index in batch])
            feed = {"hidden": self._words.look_up(ids), "mask": (ids != PAD).astype(np.int32)}
            (hidden,) = self._lower.run(None, feed)
            for place, index in enumerate(batch):
                yield index, hidden[place, 1 : len(rows[index]) - 1]


def find_anchors(source: str, target: str, language: str) -> Iterator[Anchor]:
    """Words of an English sentence and of its translation that certainly belong together."""
    for kind, find in (("weekday or month", weekdays), ("weekday or month", months)):
        ours, theirs = (_once(find(text, code)) for text, code in ((source, "en"), (target, language)))
        yield from ((kind, ours[value], theirs[value]) for value in sorted(ours.keys() & theirs.keys()))
    if any("a" <= character <= "z" for character in target.casefold()):
        return
    shapes = (
        _once((word.start, word.end, skeleton(text[word.start : word.end])) for word in words(text))
        for text in (source, target)
    )
    one, other = shapes
    for shape in sorted(one.keys() & other.keys()):
        if len(shape) >= LEAST and source[one[shape].start].isupper():
            yield "name", one[shape], other[shape]


def _once(found: Iterator[tuple[int, int, int]] | Iterator[tuple[int, int, str]]) -> dict[int | str, Span]:
    """Value -> place of those that were found once."""
    places: dict[int | str, list[Span]] = defaultdict(list)
    for start, end, value in found:
        places[value].append(Span(start, end))
    return {value: spans[0] for value, spans in places.items() if len(spans) == 1}


def _pair(source: str, target: str, language: str) -> Pair:
    one, other = (Segment(text=text, runs=(Run(0, len(text), 0, len(text)),)) for text in (source, target))
    return Pair(source=one, target=other, source_language="en", target_language=language)


def measure(pairs: list[tuple[Pair, list[Anchor]]], embedder: Embedder) -> Counter[tuple[str, str]]:
    """(kind, what) -> how many: anchors, right links, links of anchors, anchors with the right link."""
    counts = Counter[tuple[str, str]]()
    for (_, anchors), compared in zip(pairs, compare_words([pair for pair, _ in pairs], embedder), strict=True):
        for kind, ours, theirs in anchors:
            links = [link for link in compared.links if _meet(link.source, ours) or _meet(link.target, theirs)]
            right = sum(_meet(link.source, ours) and _meet(link.target, theirs) for link in links)
            counts.update(
                {
                    (kind, "words"): 1,
                    (kind, "links"): len(links),
                    (kind, "right"): right,
                    (kind, "found"): int(right > 0),
                }
            )
    return counts


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--sentences", type=int, default=40, help="with anchors, for each language")
    arguments = parser.parse_args()
    folder = find_folder()
    shared = LowerLayerEmbedder(Vocabulary(folder), SharedLayers(folder), "shared layers")
    counts = {4: Counter[tuple[str, str]](), 6: Counter[tuple[str, str]]()}
    for language, documents in sorted(read_documents(arguments.data).items()):
        code = primary(language)
        sentences = (sentence for name in sorted(documents) for sentence in documents[name])
        known = ((_pair(one, other, code), list(find_anchors(one, other, code))) for one, other in sentences)
        chosen = [found for found in known if found[1]][: arguments.sentences]
        for layer, embedder in ((4, shared), (6, load().embedder)):
            counts[layer] += measure(chosen, embedder)
    print("| words | how many | layer | precision | recall |\n| --- | --- | --- | --- | --- |")
    for kind in sorted({kind for kind, _ in counts[4]}):
        for layer, seen in counts.items():
            size = seen[kind, "words"]
            print(
                f"| {kind} | {size} | {layer} | {seen[kind, 'right'] / seen[kind, 'links']:.3f} | {seen[kind, 'found'] / size:.3f} |"
            )


if __name__ == "__main__":
    main()
