"""What one bench run measures, and the run itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqcheck._version import __version__
from tqcheck.bench.estimates import load_judged, measure_estimates
from tqcheck.bench.items import load_items, thin
from tqcheck.bench.run import Result, run_items
from tqcheck.bench.summary import summarise
from tqcheck.config import Plan
from tqcheck.errors import ConfigError, EngineError

SPLITS = ("dev", "test", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchPlan:
    """What to measure.

    Attributes:
        data: folders and files of items.
        split: dev, test or all.
        engine, select, ignore: as in `tqcheck check`.
        without: batches of texts that are left out.
        every: only every n-th item of each kind.
        calibrated: False = confidences stay raw, to fit a calibration on.
    """

    data: tuple[Path, ...] = (Path("corpora"),)
    split: str = "all"
    engine: str = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    every: int = 1
    calibrated: bool = True

    def __post_init__(self) -> None:
        """Refuse a split that does not exist: it would measure nothing and pass."""
        if self.split not in SPLITS:
            raise ConfigError(f"--split {self.split}: there is no such half; use one of {', '.join(SPLITS)}")

    @property
    def signature(self) -> str:
        """What makes two runs comparable."""
        parts = [f"tqcheck {__version__}", f"engine {self.engine}", f"split {self.split}"]
        parts += [f"select {','.join(self.select)}"] if self.select else []
        parts += [f"ignore {','.join(self.ignore)}"] if self.ignore else []
        parts += [f"without {','.join(self.without)}"] if self.without else []
        parts += [f"every {self.every}"] if self.every > 1 else []
        return "; ".join([*parts, "data " + ", ".join(path.as_posix() for path in self.data)])


def measure(plan: BenchPlan) -> tuple[list[Result], dict[str, Any]]:
    """Run everything the plan names; the results and their summary. Raises `ReadError` where there is nothing to measure."""
    judged = load_judged(plan.data, plan.every)
    items = load_items(list(plan.data), required=not judged)
    items = [item for item in items if plan.split in ("all", item.split) and item.batch not in plan.without]
    items = thin(items, plan.every)
    own = Plan(engine=plan.engine, select=plan.select, ignore=plan.ignore, calibrated=plan.calibrated)
    results = run_items(items, own)
    summary = {"signature": plan.signature, **summarise(results)}
    if judged:
        summary["estimates"] = _estimates(judged)
    return results, summary


def _estimates(judged: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    from tqcheck.pipeline import embedded_model

    model = embedded_model()
    if model is None:
        raise EngineError("the embedded quality model is not installed; `tqcheck engines doctor` says what is missing")
    return measure_estimates(judged, model.estimator)
