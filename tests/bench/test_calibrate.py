"""Confidence fitted on results: few findings lean on their like, many stand where they stand, clean articles outnumber bad ones."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.bench.records import alarm, error, result
from tqcheck.bench.calibrate import (
    NEW,
    as_json,
    curve_of,
    describe_left_out,
    expected_error,
    fit,
    left_out,
    observe,
    observe_pairs,
    table,
)
from tqcheck.bench.items import Gold
from tqcheck.bench.run import Result


def right(name: str, code: str = "TQ101", confidence: float = 0.9, count: int = 1) -> list[Result]:
    return [result(f"{name}{n}", "articles", [alarm(5, code, confidence)], [error(5, code)]) for n in range(count)]


def wrong(name: str, code: str = "TQ101", confidence: float = 0.9, count: int = 1) -> list[Result]:
    return [result(f"{name}{n}", "articles", [alarm(5, code, confidence)]) for n in range(count)]


def highest(results: list[Result], code: str) -> float:
    return fit([seen for seen, _ in observe(results)])["codes"][code][-1][1]


def test_a_check_that_is_always_wrong_on_clean_text_loses_its_confidence() -> None:
    noisy = [result(f"c{n}", "clean", [alarm(5, confidence=0.95)]) for n in range(10)]
    assert highest([*noisy, *right("b", confidence=0.95, count=2)], "TQ101") < 0.45


def test_one_lucky_finding_makes_no_check_sure_and_forty_do() -> None:
    mixed = [*right("m", count=10), *wrong("v", count=10)]
    assert highest([*mixed, *right("b", "TQ201")], "TQ201") < 0.8
    assert highest([*mixed, *right("b", "TQ201", count=40)], "TQ201") > 0.9


def test_a_rare_check_is_judged_by_its_family() -> None:
    good, bad = right("a", "TQ301", count=30), wrong("a", "TQ301", count=30)
    assert highest([*good, *right("x", "TQ302")], "TQ302") > highest([*bad, *right("x", "TQ302")], "TQ302") + 0.2


def test_a_family_has_knots_for_what_was_never_seen() -> None:
    families = fit([seen for seen, _ in observe([*right("a", "TQ301", count=30), *wrong("b", "TQ701", count=30)])])[
        "families"
    ]
    assert set(families) == {"form", "model"}
    assert dict(families["form"])[0.9] > 0.55 > 0.4 > dict(families["model"])[0.9]


def test_strengths_of_probes_are_shifted_as_a_whole() -> None:
    def knots(gold: list[Gold]) -> dict[float, float]:
        found = alarm(5, "TQ602", 0.7, witness="word")
        seen = observe([result(f"b{n}", "articles", [found], gold) for n in range(3)])
        return dict(fit([one for one, _ in seen])["codes"]["TQ602/word"])

    low, high = knots([]), knots([error(5, "TQ602")])
    assert list(low.values()) == sorted(low.values())
    assert low[0.7] < 0.5 < high[0.7]
    # what was never seen at .99 is doubted a little, not cut down to what was seen
    assert 0.6 < low[0.99] < 0.97


def test_a_new_text_is_trusted_less_than_those_that_were_worked_on() -> None:
    results = [*right("r", "TQ603", count=30), *wrong("w", "TQ603", count=10)]
    (familiar,) = {round(seen.raw, 2) for seen in left_out(observe(results)) if seen.right}
    assert highest(results, "TQ603") < familiar - 0.1


@pytest.mark.parametrize("code", ["TQ603", "TQ602"])
def test_texts_that_no_check_was_made_on_say_how_far_to_trust_it_in_others(code: str) -> None:
    def new(results: list[Result]) -> list[Result]:
        return [replace(one, item=replace(one.item, batch=NEW[0])) for one in results]

    familiar = [*right("r", code, count=30), *wrong("w", code, count=10)]
    bad = highest([*familiar, *new(wrong("n", code, count=15))], code)
    good = highest([*familiar, *new(right("n", code, count=15))], code)
    assert bad < highest(familiar, code) < good


def test_knots_never_fall() -> None:
    results = [*right("r", confidence=0.5, count=9), *wrong("w", confidence=0.9, count=9)]
    knots = fit([seen for seen, _ in observe(results)])["codes"]["TQ101"]
    assert [raw for raw, _ in knots] == [0.5, 0.9]
    assert knots[0][1] == knots[1][1]


def test_clean_articles_count_as_often_as_in_a_newsroom() -> None:
    results = [*right("b", count=10), result("c", "clean", [alarm(5)])]
    assert {seen.weight for seen, _ in observe(results)} == {1.0, 40.0}


def test_the_fit_is_measured_on_articles_it_has_not_seen() -> None:
    assert "of 40 findings right" in describe_left_out(right("b", confidence=0.95, count=40))
    lucky = [*right("b", confidence=0.6), *wrong("w", confidence=0.6, count=3)]
    assert "of 0 findings right" in describe_left_out(lucky)


def test_the_file_is_json_with_a_code_on_a_line() -> None:
    content = table(right("b", count=3), "signed")
    text = as_json(content)
    assert json.loads(text)["codes"].keys() == {"TQ101"}
    assert any(line.lstrip().startswith('"TQ101": [[0.9, ') for line in text.splitlines())


def test_expected_error_is_the_distance_of_confidence_and_share_right() -> None:
    results = [*right("r", confidence=0.95, count=4), *wrong("w", confidence=0.95, count=4)]
    assert expected_error(curve_of(results)) == pytest.approx(0.45)
    assert expected_error([]) is None


def test_minimal_pairs_count_a_little_and_for_rare_codes_alone() -> None:
    pairs = [
        result("s", "suite", [alarm(5, "TQ301")], [error(5, "TQ301")]),
        result("g", "suite-good", [alarm(5, "TQ301")]),
    ]
    assert observe(pairs) == []
    assert [(seen.right, seen.weight) for seen in observe_pairs(pairs)] == [(True, 0.5), (False, 0.5)]
    assert observe_pairs([result("s", "suite", [alarm(5, "TQ101")], [error(5)])]) == []
    assert fit([]) == {"codes": {}, "families": {}}
