"""Recall, precision and F1 by kind of error.

A right finding is of the kind of the error it meets. A false one has no kind, so it is shared among the kinds that findings of its code and
witness are right about in the same run, in proportion; where those are never right it counts against no kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tqcheck.bench.figures import Row
from tqcheck.bench.run import Result

Habits = Mapping[str, Mapping[str, float]]


def kind_rows(results: Sequence[Result]) -> dict[str, list[Row]]:
    """The counts of every item by kind of error, kinds in order."""
    habits = _habits(results)
    names = sorted({gold.kind for result in results for gold, _ in result.matched.errors})
    return {name: [_count(result, name, habits) for result in results] for name in names}


def _habits(results: Sequence[Result]) -> Habits:
    """Per code and witness, the share of each kind among the errors that it rightly names."""
    met = defaultdict[str, Counter[str]](Counter)
    for result in results:
        for finding, gold in result.matched.findings:
            if gold:
                met[finding.witness_key][gold.kind] += 1
    return {key: {kind: count / kinds.total() for kind, count in kinds.items()} for key, kinds in met.items()}


def _count(result: Result, name: str, habits: Habits) -> Row:
    errors = [found is not None for gold, found in result.matched.errors if gold.kind == name]
    right = sum(gold is not None and gold.kind == name for _, gold in result.matched.findings)
    false = sum(habits.get(found.witness_key, {}).get(name, 0.0) for found, gold in result.matched.findings if not gold)
    return Row(sum(errors), len(errors), right, right + false, result.words)
