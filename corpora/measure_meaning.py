"""How many errors of meaning the tool finds in `corpora/meaning/pairs.jsonl`, by kind: `python -m corpora.measure_meaning [--missed]`.

The pairs were written before the tables and rules that should find their errors were widened; every third is closed: only its totals
are printed, and `--missed` lists what is missed, and the false alarms, of the open ones alone.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tqcheck.bench.plan import BenchPlan, measure

PAIRS = Path("corpora/meaning/pairs.jsonl")
CHECKS = ("TQ104", "TQ202", "TQ404", "TQ601", "TQ603")
"""What judges meaning. Named one by one, so that doubtful findings show as well, whatever the calibration says of them today."""
HALVES = {"open": "dev", "closed": "test"}


def main(arguments: list[str]) -> None:
    """Prints recall by kind, and alarms in both halves, of the open pairs and the closed ones."""
    for name, split in HALVES.items():
        results, _ = measure(BenchPlan(data=(PAIRS,), split=split, engine="none", select=CHECKS))
        known, found, alarms = Counter[str](), Counter[str](), 0
        for result in results:
            for error, finding in result.matched.errors:
                known[error.kind] += 1
                found[error.kind] += finding is not None
            wrong = [finding for finding, error in result.matched.findings if error is None]
            alarms += len(wrong)
            lost = [error for error, finding in result.matched.errors if finding is None]
            if "--missed" in arguments and name == "open" and (lost or wrong):
                print("missed" if lost else "alarm", result.item.id, *(finding.message for finding in wrong))
        print(f"{name}: {found.total()} of {known.total()}, {alarms} false alarms beside {len(results) // 2} pairs")
        print("  " + ", ".join(f"{kind} {found[kind]}/{known[kind]}" for kind in sorted(known)))


if __name__ == "__main__":
    main(sys.argv[1:])
