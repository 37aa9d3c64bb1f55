"""Headline and tables from results made by hand, where every figure can be counted on fingers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.bench.records import alarm, error, result
from tqcheck.bench.figures import Row, f1
from tqcheck.bench.headline import headline
from tqcheck.bench.page import as_text, render
from tqcheck.bench.summary import summarise

BAD = result("a", "articles", [alarm(10), alarm(90)], [error(10), error(50), error(70, severity="minor")])
QUIET = result("a-clean", "clean-articles", [])
LOUD = result("c", "clean", [alarm(5), alarm(8, "TQ602", 0.5), alarm(20, "TQ304", severity="minor")])


def test_recall_counts_heavy_errors_and_precision_heavy_findings() -> None:
    found = headline([BAD, QUIET, LOUD])
    assert found["recall_major_critical"]["value"] == 0.5
    assert found["precision_major"]["value"] == 0.5
    assert found["articles_failed"]["value"] == 1


def test_clean_texts_count_alarms_by_what_they_rest_on() -> None:
    found = headline([BAD, QUIET, LOUD])
    assert found["clean_articles_failed"]["value"] == 0.5
    assert found["major_alarms_per_1000_clean_words"]["value"] == 2
    assert found["of_which_rules"]["value"] == 1
    assert found["of_which_translation"]["value"] == 1
    assert found["all_alarms_per_1000_clean_words"]["value"] == 3


def test_precision_at_prevalence_counts_clean_articles_four_to_one() -> None:
    # one bad and two clean articles: each clean one weighs 2; right 1 of 2 + 2 * 2
    assert headline([BAD, QUIET, LOUD])["precision_major_at_prevalence"]["value"] == pytest.approx(1 / 6, abs=1e-4)


def test_an_error_below_the_gate_is_found_but_stops_nothing() -> None:
    unsure = result("a", "articles", [alarm(10, confidence=0.6)], [error(10)])
    found = headline([unsure])
    assert found["recall_major_critical"]["value"] == 1
    assert found["recall_major_critical_at_gate"]["value"] == 0


def test_tables_give_recall_by_the_error_and_precision_by_the_finding() -> None:
    other = result("b", "articles", [alarm(10, "TQ602"), alarm(40, "TQ602")], [error(10)])
    rows = {row["name"]: row for row in summarise([other])["tables"]["code"]}
    assert rows["TQ101"]["recall"]["value"] == 1
    assert rows["TQ101"]["precision"] is None
    assert rows["TQ602"]["precision"]["value"] == 0.5
    assert rows["TQ602"]["recall"] is None


def test_intervals_hold_the_value_and_are_the_same_every_time() -> None:
    results = [result(str(n), "articles", [alarm(10)] if n % 3 else [], [error(10)]) for n in range(12)]
    first = headline(results)["recall_major_critical"]
    assert first == headline(results)["recall_major_critical"]
    assert first["low"] < first["value"] < first["high"]


def test_the_summary_is_json_and_holds_no_clock() -> None:
    text = json.dumps(summarise([BAD, QUIET, LOUD]))
    assert text == json.dumps(summarise([BAD, QUIET, LOUD]))


def test_a_false_finding_is_shared_among_the_kinds_its_check_is_right_about() -> None:
    negation = replace(error(10), kind="negation")
    both = result("a", "articles", [alarm(10), alarm(50), alarm(90)], [negation, error(50), error(70)])
    rows = {row["name"]: row for row in summarise([both])["tables"]["kind"]}
    assert rows["negation"]["recall"]["value"] == 1
    assert rows["number"]["recall"]["value"] == 0.5
    assert rows["number"]["findings"] == rows["negation"]["findings"] == 1.5
    assert rows["number"]["precision"]["value"] == pytest.approx(1 / 1.5, abs=1e-4)


def test_an_alarm_of_a_check_that_is_never_right_is_of_no_kind() -> None:
    lost = result("a", "articles", [alarm(90, "TQ602")], [error(10)])
    (row,) = summarise([lost])["tables"]["kind"]
    assert (row["name"], row["findings"], row["precision"]) == ("number", 0, None)


def test_f1_has_an_interval_that_holds_it() -> None:
    figure = f1([Row(1, 2, 1, 1, 100)] * 6 + [Row(0, 1, 0, 2, 100)] * 6)
    assert figure
    # recall 6 of 18, precision 6 of 18
    assert figure.value == pytest.approx(1 / 3, abs=1e-4)
    assert figure.low < figure.value < figure.high
    assert figure.count == 18
    assert f1([]) is None
    assert f1([Row(0, 1, 0, 0, 10)]) is None


def test_batches_of_texts_have_their_own_headline() -> None:
    later = replace(LOUD, item=replace(LOUD.item, batch="second"))
    summary = summarise([BAD, QUIET, later])
    assert summary["batches"]["first"]["clean_articles_failed"]["value"] == 0
    assert summary["batches"]["second"]["clean_articles_failed"]["value"] == 1
    assert summarise([BAD, QUIET])["batches"] == {}


def test_text_and_page_show_every_table() -> None:
    summary = {"signature": "signed", **summarise([BAD, QUIET, LOUD])}
    summary["estimates"] = [{"name": "da en-de", "records": 7, "da_z": {"pearson": 0.5}}]
    for shown in (as_text(summary), render(summary)):
        for title in ("Headline", "Articles, by kind of error", "Confidence", "Quality model against people"):
            assert title in shown
        assert "da_z pearson 0.500" in shown
    assert "<script" not in render(summary)
