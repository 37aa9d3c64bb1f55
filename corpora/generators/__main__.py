"""Command line: ``python -m corpora.generators INPUT.jsonl --operators number --seed 7 --output OUT.jsonl``."""

import argparse
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora.generators.damage import plant
from corpora.generators.operators import FAMILIES
from corpora.generators.records import Corpus, Pair

_FIELDS = {
    "source": ("source", "src"),
    "target": ("target", "good", "ref", "tgt"),
    "source_language": ("source_language", "source_lang", "src_lang"),
    "target_language": ("target_language", "target_lang", "tgt_lang"),
}


def _field(row: dict[str, Any], name: str, place: str) -> str:
    for key in _FIELDS[name]:
        if row.get(key):
            return str(row[key])
    raise SystemExit(f"{place}: no {name.replace('_', ' ')}; give it as one of: {', '.join(_FIELDS[name])}")


def read_pairs(path: Path) -> Iterator[Pair]:
    """Pairs of a JSON Lines file, plain or xz; repeated (source, target) pairs are read once."""
    opener = lzma.open if path.suffix == ".xz" else open
    seen = set()
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            values = {name: _field(row, name, f"{path}:{number}") for name in _FIELDS}
            key = tuple(values.values())
            if key not in seen:
                seen.add(key)
                yield Pair(identifier=str(row.get("id", number)), **values)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m corpora.generators", description=__doc__)
    parser.add_argument("input", type=Path, help="clean pairs, JSON Lines (.jsonl or .jsonl.xz)")
    parser.add_argument("--operators", default=",".join(FAMILIES), help="families, by commas (default: all)")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--limit", type=int, default=0, help="at most so many damages a kind and language pair")
    parser.add_argument("--languages", default="", help="only these pairs, by commas, such as en-sr,ru-en")
    parser.add_argument("--output", type=Path, help="JSON Lines (default: standard output)")
    return parser.parse_args()


def main() -> None:
    """Read pairs, plant errors, write one line a damage, and count them on standard error."""
    arguments = _arguments()
    families = arguments.operators.split(",")
    if unknown := [name for name in families if name not in FAMILIES]:
        raise SystemExit(f"unknown operators: {', '.join(unknown)}; known: {', '.join(FAMILIES)}")
    wanted = set(filter(None, arguments.languages.split(",")))
    pairs = [pair for pair in read_pairs(arguments.input) if not wanted or pair.languages in wanted]
    counts: Counter[str] = Counter()
    out = arguments.output.open("w", encoding="utf-8") if arguments.output else sys.stdout
    with out:
        for item in plant(Corpus(pairs), families, arguments.seed, arguments.limit):
            out.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n")
            counts[item["kind"]] += 1
    for kind, count in sorted(counts.items()):
        print(f"{count:7} {kind}", file=sys.stderr)


if __name__ == "__main__":
    main()
