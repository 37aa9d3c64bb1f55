"""False alarms of the completeness checks on professional translations: `python -m corpora.measure_completeness`.

Untouched ntrex128 documents (18 languages, Serbian in both scripts) and the `ref` side of mt-outputs (all pairs, 50 sentences a document):
findings of TQ201, TQ202, TQ203 and TQ604, major and worse of them per 1000 words. Goal: .5 on average, 1 in every language.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import tqcheck
from corpora.measure_alignment import DATA, Corpus, read_documents

CODES = ["TQ201", "TQ202", "TQ203", "TQ604"]
SLICE = 50
"""Sentences of mt-outputs that make one document."""


def read_references(data: Path) -> Corpus:
    """Pair of languages -> document of 50 sentences -> (source, reference) of mt-outputs, which has no documents of its own."""
    sentences: dict[str, dict[int, tuple[str, str]]] = defaultdict(dict)
    for path in sorted((data / "mt-outputs").glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                pair = f"{record['src_lang']}-{record['tgt_lang']}"
                sentences[pair][record["seg_index"]] = record["src"], record["ref"]
    return {
        pair: {
            f"{at:05}": [found[index] for index in sorted(found)[at : at + SLICE]] for at in range(0, len(found), SLICE)
        }
        for pair, found in sentences.items()
    }


def count(sentences: Sequence[tuple[str, str]], languages: tuple[str, str]) -> tuple[int, list[tuple[str, str, str]]]:
    """Words of one document, and (code, severity, text) of its findings."""
    source, target = ("\n\n".join(sentence[side] for sentence in sentences) for side in (0, 1))
    report = tqcheck.check(
        target,
        source,
        source_language=languages[0],
        target_language=languages[1],
        engine="none",
        select=["TQ2", "TQ604"],
    )
    document = report.documents[0]
    found = [
        (finding.code, finding.severity, f"{finding.confidence} {finding.text or finding.source_text}")
        for finding in document.findings
        if finding.code in CODES
    ]
    return document.words, found


def measure(corpus: str, documents: Corpus, arguments: argparse.Namespace) -> list[float]:
    """Print a row for each language or pair; the major findings per 1000 words of each."""
    rates = []
    for name, found in sorted(documents.items()):
        if arguments.language and name not in arguments.language:
            continue
        source, _, target = name.partition("-") if corpus == "mt-outputs" else ("en", "", name)
        words, codes = 0, Counter[str]()
        for document in sorted(found)[arguments.first :: arguments.every]:
            size, findings = count(found[document], (source, target.split("-")[0]))
            words += size
            codes.update(f"{code} {severity}" for code, severity, _ in findings)
            if arguments.show:
                print(*(f"  {name} {finding}" for finding in findings), sep="\n")
        heavy = sum(number for code, number in codes.items() if not code.endswith(("minor", "neutral")))
        rates.append(1000 * heavy / max(1, words))
        listed = ", ".join(f"{code}: {number}" for code, number in sorted(codes.items()))
        print(f"| {corpus} | {name} | {words} | {rates[-1]:.2f} | {listed} |", flush=True)
    return rates


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--language", action="append", default=[])
    parser.add_argument("--corpus", choices=["ntrex128", "mt-outputs"], action="append", default=[])
    parser.add_argument("--every", type=int, default=1, help="only every n-th document")
    parser.add_argument("--first", type=int, default=0, help="the first document that counts")
    parser.add_argument("--show", action="store_true", help="list the findings")
    arguments = parser.parse_args()
    print("| corpus | language | words | major per 1000 words | findings |\n| --- | --- | --- | --- | --- |")
    rates = list[float]()
    for corpus, read in (("ntrex128", read_documents), ("mt-outputs", read_references)):
        if not arguments.corpus or corpus in arguments.corpus:
            rates += measure(corpus, read(arguments.data), arguments)
    print(f"mean {sum(rates) / len(rates):.2f}, highest {max(rates):.2f} major findings per 1000 words")


if __name__ == "__main__":
    main()
