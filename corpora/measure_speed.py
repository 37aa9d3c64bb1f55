"""What aligning costs: `python -m corpora.measure_speed`. CPU seconds of this process and peak memory, on ntrex128 en-de.

An article of some 3,000 words is aligned with the embedded model and its words are linked; then 10,000 sentences are aligned with
10,000 (documents repeated with other figures), each in a fresh process so that the peaks are their own.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from corpora.measure_alignment import DATA, read_documents
from tqcheck.align import align_documents
from tqcheck.align.words import compare_words
from tqcheck.model import Document
from tqcheck.quality import load
from tqcheck.readers import plain


def sides(data: Path, count: int) -> tuple[Document, Document]:
    """`count` sentences and their translations, five to a paragraph; when the corpus is used up, again with other figures."""
    sentences = [pair for _, pairs in sorted(read_documents(data)["de"].items()) for pair in pairs]
    rounds = [
        (text, place // len(sentences))
        for place, text in enumerate((sentences * (count // len(sentences) + 1))[:count])
    ]
    lines = [[_renumber(pair[side], turn) for pair, turn in rounds] for side in (0, 1)]
    source, target = ("\n\n".join(" ".join(side[at : at + 5]) for at in range(0, count, 5)) for side in lines)
    return plain.read(source, "source.txt"), plain.read(target, "translation.txt")


def _renumber(text: str, turn: int) -> str:
    return text.translate({ord(str(digit)): str((digit + turn) % 10) for digit in range(10)})


def measure_article(data: Path) -> None:
    """An article, with the embedded model."""
    source, target = sides(data, 130)
    embedder = load().embedder
    start = time.process_time()
    pairs = align_documents(source, target, "en", "de", embedder).pairs
    aligned = time.process_time()
    compare_words([pair for pair in pairs if pair.source and pair.target], embedder)
    linked = time.process_time()
    print(
        f"{len(source.text.split())} words: aligned in {aligned - start:.1f} CPU s, linked in {linked - aligned:.1f}",
        end="",
    )


def measure_book(data: Path, count: int) -> None:
    """A book, by lengths and anchors."""
    source, target = sides(data, count)
    start = time.process_time()
    pairs = align_documents(source, target, "en", "de", load().embedder).pairs
    print(f"{count} x {count} sentences, {len(pairs)} pairs: {time.process_time() - start:.1f} CPU s", end="")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--sentences", type=int, default=10_000, help="sentences of the book")
    parser.add_argument("--only", choices=["article", "book"])
    arguments = parser.parse_args()
    if arguments.only is None:
        for name in ("article", "book"):
            subprocess.run([sys.executable, "-m", "corpora.measure_speed", *sys.argv[1:], "--only", name], check=True)
        return
    if arguments.only == "article":
        measure_article(arguments.data)
    else:
        measure_book(arguments.data, arguments.sentences)
    print(f", peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
