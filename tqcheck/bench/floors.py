"""The figures that CI guards: on a stated subset, each with a bound that the tool raises and never lowers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil, floor
from pathlib import Path
from typing import Any

from tqcheck.bench.compare import look_up
from tqcheck.bench.plan import BenchPlan
from tqcheck.errors import ConfigError

SLACK = 0.02
"""By how much a new bound of the headline stays looser than what was measured."""
HEADLINE_LEAST = ("recall_major_critical", "precision_major")
HEADLINE_MOST = ("clean_articles_failed", "major_alarms_per_1000_clean_words", "all_alarms_per_1000_clean_words")
FEW = 4
"""Known errors below which a figure of a check is too coarse to guard."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Bounds by the dotted path of the figure, and the run they hold for."""

    plan: BenchPlan
    least: Mapping[str, float]
    most: Mapping[str, float]

    def broken(self, summary: Mapping[str, Any]) -> list[str]:
        """Every guarded figure that is worse than its bound or gone, as a line for people; empty = all hold."""
        lines = list[str]()
        for path, bound in sorted(self.least.items()):
            if (value := look_up(summary, path)) is None or value < bound:
                lines.append(f"{path} is {value}, the floor is {bound}")
        for path, bound in sorted(self.most.items()):
            if (value := look_up(summary, path)) is None or value > bound:
                lines.append(f"{path} is {value}, at most {bound} is allowed")
        return lines

    def raised(self, summary: Mapping[str, Any]) -> Floors:
        """The same bounds, tightened to what was measured, with those of figures not guarded so far.

        A check may lose one minimal pair, or complain about one more, before it is red.
        """
        paths = [f"tables.suite.{row['name']}.{figure}" for row in summary["tables"]["suite"]
                 if row["gold"] >= FEW for figure in ("recall", "precision")]  # fmt: skip
        least, most = dict(self.least), dict(self.most)
        for path in [*paths, *(f"headline.{name}" for name in HEADLINE_LEAST)]:
            if value := look_up(summary, path):
                loose = _one_item(summary, path) if path in paths else SLACK
                bound = floor((value - loose) * 100) / 100
                if bound > least.get(path, 0.0):  # a floor of nought would guard nothing
                    least[path] = bound
        for path in (f"headline.{name}" for name in HEADLINE_MOST):
            if (value := look_up(summary, path)) is not None:
                most[path] = min(most.get(path, float("inf")), ceil((value + SLACK) * 100) / 100)
        return replace(self, least=least, most=most)

    def as_json(self) -> str:
        """The text of the file."""
        plan = self.plan
        run = {
            "data": [path.as_posix() for path in plan.data],
            "split": plan.split,
            "engine": plan.engine,
            "select": list(plan.select),
            "ignore": list(plan.ignore),
            "without": list(plan.without),
            "every": plan.every,
        }
        content = {"schema": "tqcheck-floors/1", "run": run, "least": dict(sorted(self.least.items())),
                   "most": dict(sorted(self.most.items()))}  # fmt: skip
        return json.dumps(content, indent=1) + "\n"


def _one_item(summary: Mapping[str, Any], path: str) -> float:
    counted = look_up(summary, f"{path}.count")
    return max(SLACK, 1 / counted if counted else 0.0)


def read_floors(path: Path) -> Floors:
    """The floors of a file; a file that is none is a `ConfigError`."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        run = content["run"]
        plan = BenchPlan(
            data=tuple(Path(name) for name in run["data"]),
            split=run["split"],
            engine=run["engine"],
            select=tuple(run["select"]),
            ignore=tuple(run["ignore"]),
            without=tuple(run.get("without", ())),
            every=run["every"],
        )
        return Floors(plan, content["least"], content["most"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path}: not a file of floors ({error!r}); corpora/floors.json is one") from None
