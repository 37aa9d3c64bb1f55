"""Runs inside the peers' own environment: JSON Lines of items in, the ids that bicleaner-hardrules would discard out."""

import json
import subprocess
import sys
from importlib.metadata import version


def main() -> None:
    """One run of the program per language pair, as its users call it."""
    items = [json.loads(line) for line in sys.stdin]
    complaints = {}
    for source, target in sorted({(item["source_language"], item["target_language"]) for item in items}):
        chosen = [item for item in items if (item["source_language"], item["target_language"]) == (source, target)]
        rows = "".join(f"{_flat(item['source'])}\t{_flat(item['target'])}\n" for item in chosen)
        command = [
            "bicleaner-hardrules",
            "-s",
            source,
            "-t",
            target,
            "--scol",
            "1",
            "--tcol",
            "2",
            "--disable_lm_filter",
            "-",
            "-",
        ]
        done = subprocess.run(command, input=rows, capture_output=True, text=True, encoding="utf-8", check=True)
        for item, line in zip(chosen, done.stdout.splitlines(), strict=True):
            if line.rsplit("\t", 1)[-1].startswith("0"):
                complaints[item["id"]] = ["discard"]
    json.dump(
        {"version": f"bicleaner-hardrules {version('bicleaner-hardrules')}", "complaints": complaints}, sys.stdout
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


main()
