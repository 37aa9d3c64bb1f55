"""Do two files belong together (TQ903)? `python -m corpora.measure_pairing`: right and wrong pairings, by evidence per segment.

Right: the development articles with their clean translations, and ntrex128 documents with theirs. Wrong: each of them with the next
one's. Short ones: the first 3 and 8 sentences of the ntrex128 documents. Printed: quantiles of the evidence, and the share
of right and of wrong pairings that the shipped midpoint calls strangers.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.measure_alignment import DATA, read_documents
from tqcheck.align.documents import COUNTED, MEASURED, Norm, cut_sentences, evidence_per_segment, match_segments
from tqcheck.engines.base import Embedder
from tqcheck.model import Document
from tqcheck.quality import load
from tqcheck.readers import plain, read_document

ARTICLES = Path(__file__).resolve().parent / "articles"
LANGUAGES = ("de", "hr", "ru", "tr", "ar", "zh")


@dataclass(frozen=True)
class Pairing:
    """Two documents, their languages, a name of the group, and whether they belong together."""

    source: Document
    target: Document
    languages: tuple[str, str]
    group: str
    right: bool


class Remembered:
    """An embedder that reads every text once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._read: dict[str, tuple[list[tuple[int, int]], np.ndarray]] = {}
        self.signature = embedder.signature

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return self._embedder.embed(texts)

    def token_vectors(self, texts: Sequence[str]) -> list[tuple[list[tuple[int, int]], np.ndarray]]:
        fresh = [text for text in dict.fromkeys(texts) if text not in self._read]
        self._read.update(zip(fresh, self._embedder.token_vectors(fresh), strict=True))
        return [self._read[text] for text in texts]


def article_pairings() -> Iterator[Pairing]:
    """The development articles with their own translation and with the next article's."""
    halves = tomllib.loads((ARTICLES.parent / "splits.toml").read_text(encoding="utf-8"))
    folders = [ARTICLES / name for name, half in halves.items() if half == "dev" and (ARTICLES / name).is_dir()]
    facts = [tomllib.loads((folder / "article.toml").read_text(encoding="utf-8")) for folder in folders]
    sources = [read_document(next(folder.glob("source.*"))) for folder in folders]
    targets = [read_document(next(folder.glob("clean.*"))) for folder in folders]
    for place in range(len(folders)):
        for other, right in ((place, True), ((place + 1) % len(folders), False)):
            languages = facts[place]["source_language"], facts[other]["target_language"]
            yield Pairing(sources[place], targets[other], languages, "articles", right)


def news_pairings(data: Path, every: int) -> Iterator[Pairing]:
    """ntrex128 documents, whole and cut short, with their own translation and with the next document's."""
    documents = read_documents(data)
    for language in LANGUAGES:
        chosen = [documents[language][name] for name in sorted(documents[language])][::every]
        for size in (3, 8, 1000):
            for place, sentences in enumerate(chosen):
                for other, right in ((sentences, True), (chosen[(place + 1) % len(chosen)], False)):
                    source, target = (
                        plain.read("\n\n".join(pair[side] for pair in rows[:size]), "news.txt")
                        for side, rows in ((0, sentences), (1, other))
                    )
                    yield Pairing(source, target, ("en", language), f"news, {size} sentences at most", right)


def measure(pairings: Sequence[Pairing], embedder: Embedder | None, norm: Norm) -> None:
    """Print the quantiles of the evidence and the shares that count as strangers."""
    found: dict[tuple[str, bool], list[tuple[float, bool]]] = {}
    for one in pairings:
        sides = cut_sentences(one.source, one.languages[0]), cut_sentences(one.target, one.languages[1])
        matches = match_segments(*sides, one.languages, embedder)
        size = min(map(len, sides))
        trusted = evidence_per_segment(matches, *sides, norm)
        bare = (trusted * (size + norm.trusted) - norm.trusted * 2 * norm.midpoint) / size
        found.setdefault((one.group, one.right), []).append((bare, trusted < norm.midpoint))
    for (group, right), values in sorted(found.items()):
        quantiles = " ".join(
            f"{value:6.2f}" for value in np.quantile([bare for bare, _ in values], (0, 0.05, 0.5, 0.95, 1))
        )
        strangers = sum(stranger for _, stranger in values)
        name = "right" if right else "wrong"
        print(f"{group:30} {name} {len(values):4}  evidence {quantiles}  called strangers {strangers}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--every", type=int, default=8, help="only every n-th ntrex128 document")
    arguments = parser.parse_args()
    pairings = [*article_pairings(), *news_pairings(arguments.data, arguments.every)]
    print(f"with the embedded model (midpoint {MEASURED}); quantiles 0, .05, .5, .95, 1")
    measure(pairings, Remembered(load().embedder), MEASURED)
    print(f"without (midpoint {COUNTED})")
    measure(pairings, None, COUNTED)


if __name__ == "__main__":
    main()
