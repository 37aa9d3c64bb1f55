"""Floors: a check that breaks turns them red; they rise and never fall."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tqcheck import checks
from tqcheck.bench.floors import Floors, read_floors
from tqcheck.bench.plan import BenchPlan, measure
from tqcheck.cli.app import main
from tqcheck.errors import ConfigError
from tqcheck.model import Pair
from tqcheck.registry import Context, check

ROOT = Path(__file__).parents[2]
NEGATIONS = BenchPlan(data=(ROOT / "corpora" / "suite" / "TQ603.jsonl",), engine="none", select=("TQ603",), every=9)
PLAN = BenchPlan(data=(ROOT / "corpora" / "suite" / "TQ101.jsonl",), engine="none", select=("TQ101",), every=4)


@check("TQ101", "number-mismatch", category="accuracy/number", severity="major", scope="pair")
def broken_number_mismatch(pair: Pair, context: Context) -> tuple[()]:
    """Finds nothing: what the check would be after a bad day."""
    return ()


@check("TQ603", "negation-flip", category="accuracy/mistranslation", severity="critical", scope="pair")
def broken_negation_flip(pair: Pair, context: Context) -> tuple[()]:
    """Finds nothing either."""
    return ()


@pytest.mark.parametrize(
    ("plan", "code", "broken_check"),
    [(PLAN, "TQ101", "broken_number_mismatch"), (NEGATIONS, "TQ603", "broken_negation_flip")],
)
def test_a_broken_check_turns_the_floors_red(
    monkeypatch: pytest.MonkeyPatch, plan: BenchPlan, code: str, broken_check: str
) -> None:
    floors = Floors(plan, {}, {}).raised(measure(plan)[1])
    assert floors.least[f"tables.suite.{code}.recall"] > 0.5
    assert floors.broken(measure(plan)[1]) == []
    monkeypatch.setitem(checks.CHECKS, code, f"{__name__}:{broken_check}")
    broken = floors.broken(measure(plan)[1])
    assert any(line.startswith(f"tables.suite.{code}.recall is 0.0, the floor is") for line in broken)


def test_the_command_fails_below_a_floor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floors.json"
    path.write_text(Floors(PLAN, {"tables.suite.TQ101.recall": 1.01}, {}).as_json(), encoding="utf-8")
    assert main(["bench", "--floors", str(path)]) == 1
    assert "below its floor: tables.suite.TQ101.recall" in capsys.readouterr().err


def summary(recall: float, failed: float) -> dict[str, object]:
    return {
        "tables": {
            "suite": [{"name": "TQ101", "gold": 50, "recall": {"value": recall, "count": 50}, "precision": None}]
        },
        "headline": {"clean_articles_failed": {"value": failed}},
    }


def test_a_worse_run_lowers_no_floor_and_a_better_one_raises_it() -> None:
    first = Floors(PLAN, {}, {}).raised(summary(0.8, 0.1))
    assert first.raised(summary(0.5, 0.4)) == first
    better = first.raised(summary(0.9, 0.0))
    assert better.least["tables.suite.TQ101.recall"] == pytest.approx(0.88)
    assert better.most["headline.clean_articles_failed"] < first.most["headline.clean_articles_failed"]


def test_a_figure_that_vanished_is_broken() -> None:
    floors = Floors(PLAN, {"tables.suite.TQ999.recall": 0.5}, {})
    assert floors.broken(summary(1, 0)) == ["tables.suite.TQ999.recall is None, the floor is 0.5"]


def test_a_figure_of_one_item_gets_no_floor() -> None:
    coarse = summary(0.02, 0.1)
    assert "tables.suite.TQ101.recall" not in Floors(PLAN, {}, {}).raised(coarse).least


def test_the_projects_floors_are_whole() -> None:
    floors = read_floors(ROOT / "corpora" / "floors.json")
    assert all(bound > 0 for bound in floors.least.values())
    assert "headline.clean_articles_failed" in floors.most
    assert floors.plan.select == (), "all checks are guarded, not the rules alone"
    guarded = {path.split(".")[2] for path in floors.least if path.startswith("tables.suite.")}
    assert guarded >= {"TQ101", "TQ104", "TQ201", "TQ404", "TQ601", "TQ603"}
    assert all((ROOT / path).exists() for path in floors.plan.data)


def test_a_file_that_holds_no_floors_says_so(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ConfigError, match="not a file of floors"):
        read_floors(tmp_path / "x.json")


def test_a_batch_that_no_floor_was_set_on_may_be_left_out(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(Floors(replace(PLAN, without=("first",)), {}, {}).as_json(), encoding="utf-8")
    plan = read_floors(path).plan
    assert plan.without == ("first",)
    assert "without first" in plan.signature
    assert measure(PLAN)[0]
    assert not measure(plan)[0]
