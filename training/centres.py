"""Mean sentence vector of each language, for `tqcheck/align/data/centres.npz`: `python -m training.centres --write`.

Without `--write` it prints how near the shipped means are to those of other sentences (cosine). Sentences: `parallel` (DATA.md), the
longest of each language's first 2,000, so that short software labels do not decide what a language looks like.
"""

from __future__ import annotations

import argparse
import json
import lzma
from pathlib import Path

import numpy as np

from tqcheck.align.vectors import unit
from tqcheck.quality import load
from training.paths import DATA

SHIPPED = Path(__file__).resolve().parent.parent / "tqcheck" / "align" / "data" / "centres.npz"
SENTENCES, READ = 70, 2000


def read_sentences(data: Path, skip: int) -> dict[str, list[str]]:
    """Language -> its sentences, `skip` of the longest left out."""
    texts: dict[str, list[str]] = {}
    with lzma.open(data / "parallel" / "train.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for language, text in json.loads(line).items():
                if language != "origin" and len(texts.setdefault(language, [])) < READ:
                    texts[language].append(text)
    return {
        language: sorted(found, key=len, reverse=True)[skip : skip + SENTENCES]
        for language, found in sorted(texts.items())
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--write", action="store_true", help="replace the shipped file")
    parser.add_argument("--language", action="append", default=[], help="only these; not with --write")
    arguments = parser.parse_args()
    embedder = load().embedder
    texts = read_sentences(arguments.data, 0 if arguments.write else SENTENCES)
    chosen = {name: found for name, found in texts.items() if arguments.write or name in (arguments.language or texts)}
    means = {language: embedder.embed(found).mean(axis=0) for language, found in chosen.items()}
    if arguments.write:
        np.savez_compressed(SHIPPED, **{language: mean.astype(np.float16) for language, mean in means.items()})
        return
    with np.load(SHIPPED) as shipped:
        for language, mean in means.items():
            if language in shipped:
                cosine = float(unit(mean) @ unit(shipped[language].astype(np.float32)))
                print(f"{language:8} {cosine:.4f}")


if __name__ == "__main__":
    main()
