"""Command line: ``python -m corpora.suite.make`` writes ``corpora/suite/TQ*.jsonl``; ``--check`` only compares."""

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpora.suite.make.items import Item, expand

FOLDER = Path(__file__).parent.parent


def all_items() -> Iterator[Item]:
    """Items of all sets, in the order of file names and of the sets in them."""
    for path in sorted((Path(__file__).parent / "sets").glob("*.toml")):
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["set"]:
            table.setdefault("code", path.stem[:5])
            yield from expand(table)


def files() -> dict[str, str]:
    """File name -> its text, one file a code."""
    texts: dict[str, list[str]] = {}
    for item in all_items():
        line = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
        texts.setdefault(f"{item['code']}.jsonl", []).append(line)
    return {name: "\n".join(lines) + "\n" for name, lines in sorted(texts.items())}


def main() -> None:
    """Write the files, or fail where those in the folder differ."""
    parser = argparse.ArgumentParser(prog="python -m corpora.suite.make", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file is out of date")
    check = parser.parse_args().check
    stale = []
    for name, text in files().items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                path.write_text(text, encoding="utf-8")
    counts = Counter({name: text.count("\n") for name, text in files().items()})
    print(f"{counts.total()} items in {len(counts)} files; {len(stale)} {'stale' if check else 'written'}")
    sys.exit(1 if check and stale else 0)


if __name__ == "__main__":
    main()
